"""Celery's door: freeze the months that are due."""

import logging

from celery import shared_task

from outcomes import actions

log = logging.getLogger(__name__)


@shared_task
def freeze() -> None:
    for release in actions.freeze_due(by="freeze"):
        log.info("froze %s", release)
