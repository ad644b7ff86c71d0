"""Celery's door to what is handed on: forgetting to whom."""

from celery import shared_task

from directory.sharing import actions


@shared_task(name="directory.sharing.tasks.forget", soft_time_limit=240, time_limit=300)
def forget() -> None:
    """Each night: the numbers of messages that have left, and the counts of days gone by."""
    actions.forget()
