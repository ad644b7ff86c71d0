"""Celery's door to what is kept only for a time."""

from celery import shared_task

from referrals.records import sweeping


@shared_task
def erase_what_is_over() -> int:
    return sweeping.sweep()


@shared_task
def forget_messages() -> int:
    return sweeping.forget_messages()
