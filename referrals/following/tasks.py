"""Celery's door: what follows from silence each pulse, and what failed visits say of a listing each hour."""

from celery import shared_task

from connect.identity import acting_as
from referrals.following import listings, sweeping


@shared_task
def follow_silence() -> None:
    with acting_as("reminders"):
        sweeping.sweep()


@shared_task
def flag_listings() -> None:
    with acting_as("reminders"):
        listings.flag()
