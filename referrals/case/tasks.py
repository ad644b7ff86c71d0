"""Celery's door: each pulse, who should be out of a visit and is not."""

from celery import shared_task

from connect.identity import acting_as
from referrals.case import visiting


@shared_task
def raise_visit_alarms() -> None:
    with acting_as("clocks"):
        visiting.raise_alarms()
