"""Celery's door: knocks are answered every few seconds, and a code leaves in the same breath."""

from celery import shared_task

from connect.identity import acting_as
from connect.messaging import delivery
from referrals.open_door import answering

SECONDS = 20  # what else is due leaves by the ordinary pulse


@shared_task
def answer_knocks() -> None:
    with acting_as("clocks"):
        answered = answering.answer_due()
    if answered:
        delivery.sweep(SECONDS)


@shared_task
def forget_knocks() -> None:
    with acting_as("clocks"):
        answering.forget_old()
