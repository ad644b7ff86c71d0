"""Celery's door: call the systems that listen."""

from celery import shared_task

from referrals.webhooks import sending


@shared_task
def call() -> None:
    sending.sweep()
