"""Celery's door: each pulse, what befriending owes."""

from celery import shared_task

from connect.identity import acting_as
from referrals.befriending import sweeping


@shared_task
def follow_volunteers() -> None:
    with acting_as("reminders"):
        sweeping.confirm_addresses()
        sweeping.ask_referees()


@shared_task
def follow_befriending() -> None:
    with acting_as("reminders"):
        sweeping.follow_the_person()
        sweeping.tell_people()
        sweeping.ask_how_it_was()
        sweeping.raise_alarms()


@shared_task
def befriending_digest() -> None:
    with acting_as("reminders"):
        sweeping.write_digests()
