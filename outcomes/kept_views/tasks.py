"""Celery's door: who hears that there are new figures."""

from celery import shared_task

from outcomes.kept_views import sweeping


@shared_task
def tell_of_figures() -> None:
    sweeping.sweep()
