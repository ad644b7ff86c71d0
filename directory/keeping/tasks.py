"""Celery's door: what keeping listings true is owed, swept at each pulse or each hour."""

import logging

from celery import shared_task
from django.conf import settings

from connect.identity import acting_as
from directory.keeping import asking, links, old_contact, proposing, watching
from directory.models import ChangeRequest

log = logging.getLogger(__name__)


@shared_task
def ask_organisers() -> None:
    """Asks, second asks, what is hidden, what comes back."""
    asking.sweep()


@shared_task
def settle_contacts() -> None:
    """New numbers and links whose old contact had three days to object; and editors hear of what felt unsafe."""
    with acting_as("reminders"):
        waited = old_contact.waited_long_enough()
    for request in waited:
        _settle(request)
    watching.mail_unsafe_reports()


def _settle(request: ChangeRequest) -> None:
    try:
        with acting_as("reminders"):
            proposing.nobody_objected(request)
    except Exception as error:
        log.error("change %s could not be settled: %s", request.pk, type(error).__qualname__)


@shared_task
def look_at_links() -> None:
    if settings.LOOK_AT_LINKS:
        links.sweep()


@shared_task
def tell_watchers() -> None:
    watching.sweep()
