"""Celery's door: each pulse, whoever went along is asked how it was."""

from celery import shared_task

from connect.identity import acting_as
from referrals.accompanying import sweeping


@shared_task
def ask_companions() -> None:
    with acting_as("reminders"):
        sweeping.ask_companions()
