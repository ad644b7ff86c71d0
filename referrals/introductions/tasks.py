"""Celery's door: each pulse, organisers who have not answered, and people who have to hear that it is off."""

from celery import shared_task

from connect.identity import acting_as
from referrals.introductions import sweeping


@shared_task
def follow_introductions() -> None:
    with acting_as("reminders"):
        sweeping.ask_again()
        sweeping.tell_people()
