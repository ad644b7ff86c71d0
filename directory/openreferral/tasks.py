"""Celery's door to the feeds of others."""

from celery import shared_task

from directory.openreferral import reading


@shared_task(name="directory.openreferral.tasks.read_feeds", soft_time_limit=6 * 3600, time_limit=6 * 3600 + 60)
def read_feeds() -> None:
    """Whatever is due, whether by its hours or because somebody asked."""
    reading.sweep()
