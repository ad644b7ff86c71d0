"""Celery's door: sign-ups whose letter nobody opened are forgotten."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from connect.identity import acting_as
from connect.people.champions import sweeping

KEPT = timedelta(days=7)


@shared_task
def forget_unproved() -> None:
    with acting_as("reminders"):
        sweeping.forget_unproved(timezone.now() - KEPT)
