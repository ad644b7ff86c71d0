"""Celery's door: each pulse, whoever has something to read or to decide hears of it."""

from celery import shared_task

from connect.identity import acting_as
from referrals.safety import sweeping


@shared_task
def tell_readers() -> None:
    with acting_as("clocks"):
        sweeping.words_that_wait()
        sweeping.concerns_that_wait()
