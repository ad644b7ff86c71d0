"""Celery's door: what keeping listings true is owed, swept at each pulse or each hour."""

from celery import shared_task
from django.conf import settings

from connect.identity import acting_as
from connect.one_by_one import one_by_one
from directory.keeping import asking, links, old_contact, proposing, watching


@shared_task
def ask_organisers() -> None:
    """Asks, second asks, what is hidden, what comes back."""
    asking.sweep()


@shared_task
def settle_contacts() -> None:
    """New numbers and links whose old contact had three days to object; and editors hear of what felt unsafe."""
    with acting_as("reminders"):
        waited = old_contact.waited_long_enough()
    one_by_one(waited, proposing.nobody_objected, "change", job="reminders")
    watching.mail_unsafe_reports()


@shared_task
def look_at_links() -> None:
    if settings.LOOK_AT_LINKS:
        links.sweep()


@shared_task
def tell_watchers() -> None:
    watching.sweep()
