"""Celery's door to texts that came in: what could not be dealt with at once, and what is kept no longer."""

from celery import shared_task

from connect.messaging.inbound import taking


@shared_task
def deal_with_texts() -> None:
    taking.deal_with_waiting()


@shared_task
def forget_texts() -> None:
    taking.forget()
