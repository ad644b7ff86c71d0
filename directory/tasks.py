"""Celery's doors to the directory: each finds what is due and hands it to what decides."""

from celery import shared_task

from directory import coming, weighing
from directory.finding import alerts


@shared_task(name="directory.tasks.refresh_coming", soft_time_limit=3000, time_limit=3300)
def refresh_coming() -> None:
    """A day has gone by: another one comes into sight."""
    coming.refresh()


@shared_task(name="directory.tasks.tell_what_is_new", soft_time_limit=3000, time_limit=3300)
def tell_what_is_new() -> None:
    """Whoever keeps a search hears, once a day, what it finds anew."""
    alerts.sweep()


@shared_task(name="directory.tasks.weigh_words", soft_time_limit=1000, time_limit=1100)
def weigh_words() -> None:
    """What is typed is read by how common its words are here."""
    weighing.weigh()
