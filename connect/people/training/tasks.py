"""Celery's door to the trainings."""

from celery import shared_task

from connect.people.training.booking import sweeping


@shared_task
def sweep() -> None:
    sweeping.sweep()
