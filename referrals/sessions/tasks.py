"""Celery's door: what is due around sessions, from the database's truth."""

from celery import shared_task

from connect.identity import acting_as
from referrals.sessions import going_on, offering, sweeping


@shared_task
def follow_called_off() -> None:
    with acting_as("reminders"):
        sweeping.follow_called_off()


@shared_task
def tell_of_tomorrow() -> None:
    with acting_as("reminders"):
        sweeping.tell_of_tomorrow()


@shared_task
def keep_up() -> None:
    with acting_as("reminders"):
        going_on.keep_up()


@shared_task
def offer_places() -> None:
    with acting_as("reminders"):
        offering.offer_places()
