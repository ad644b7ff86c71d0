"""Celery's door: each pulse, what is due around a session is queued in the outbox."""

from celery import shared_task

from connect.identity import acting_as
from referrals import moving, standing
from referrals.reminding import sweeping


@shared_task
def remind() -> None:
    with acting_as("reminders"):
        sweeping.remind_of_tomorrow()
        sweeping.ask_who_went()


@shared_task
def count_standing() -> None:
    with acting_as("freeze"):
        standing.count()


@shared_task
def follow_merges() -> None:
    with acting_as("merging"):
        moving.follow_merges()
