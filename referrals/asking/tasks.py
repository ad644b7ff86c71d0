"""Celery's door: drafts that nobody has come back to."""

from celery import shared_task

from connect.identity import acting_as
from referrals.asking import drafts


@shared_task
def erase_drafts() -> None:
    with acting_as("clocks"):
        drafts.sweep()
