"""Celery's door: each pulse, what a crisis asks for; where none is on, it finds nothing to do."""

from celery import shared_task

from connect.identity import acting_as
from referrals.crisis import sweeping


@shared_task
def look_in() -> None:
    with acting_as("reminders"):
        if sweeping.nothing_is_on():
            return
        sweeping.write()
        sweeping.call_off_what_is_shut()
    with acting_as("clocks"):
        sweeping.tell()
        sweeping.escalate()
        sweeping.end_what_is_over()
