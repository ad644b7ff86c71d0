"""Celery's door: what a helper was told is forgotten in time."""

from celery import shared_task

from connect.identity import acting_as
from referrals.helping import ending


@shared_task
def forget_helps() -> None:
    with acting_as("reminders"):
        ending.forget()
