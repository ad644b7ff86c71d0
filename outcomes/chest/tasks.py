"""Celery's door: what did it lead to, and what nobody confirmed is forgotten."""

from celery import shared_task

from connect.identity import acting_as
from outcomes.chest import actions


@shared_task
def look_after_the_chest() -> None:
    with acting_as("reminders"):
        actions.ask_what_it_led_to()
        actions.forget_unconfirmed()
