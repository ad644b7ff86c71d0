"""Celery's door: each night, what came in by other doors is compared, and old files go."""

from celery import shared_task

from connect.identity import acting_as
from directory.bulk import actions, doubles


@shared_task
def look_for_doubles() -> None:
    with acting_as("import"):
        doubles.look_lately()


@shared_task
def purge_uploads() -> None:
    with acting_as("retention"):
        actions.purge()
