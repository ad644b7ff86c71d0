"""Celery's doors to the directory: each finds what is due and hands it to what decides."""

from celery import shared_task

from directory import coming


@shared_task(name="directory.tasks.refresh_coming", soft_time_limit=3000, time_limit=3300)
def refresh_coming() -> None:
    """A day has gone by: another one comes into sight."""
    coming.refresh()
