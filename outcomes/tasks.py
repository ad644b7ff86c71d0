"""Celery's door: freeze the months that are due."""

import logging

from celery import shared_task

from outcomes.figures import freezing

log = logging.getLogger(__name__)


@shared_task
def freeze() -> None:
    for release in freezing.freeze_due(by="freeze"):
        log.info("froze %s", release)
