"""Celery's door: each pulse, what is late."""

from celery import shared_task

from connect.identity import acting_as
from referrals.life import lateness
from referrals.queue import waiting_well


@shared_task
def clocks() -> None:
    with acting_as("clocks"):
        lateness.sweep()
        waiting_well.sweep()
