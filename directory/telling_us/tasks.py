"""Celery's door: whoever signed a group up hears that its page is there."""

from celery import shared_task

from directory.telling_us import actions


@shared_task
def welcome_groups() -> None:
    actions.welcome_published()
