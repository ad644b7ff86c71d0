"""Celery's door: what has reached whoever asked, and the letter of the month."""

from celery import shared_task

from connect.identity import acting_as
from referrals.hearing import months, sweeping


@shared_task
def note_sent() -> None:
    with acting_as("reminders"):
        sweeping.note_sent()


@shared_task
def write_letters() -> None:
    with acting_as("reminders"):
        months.write_letters()
