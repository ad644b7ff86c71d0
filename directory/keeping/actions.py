"""Every change to what a listing says goes through here: made, kept as a revision, and the organiser's or ours."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from connect.people.models import User
from directory import document
from directory.models import Revision, Service
from directory.states import Via


@transaction.atomic
def change(
    service: Service, part: Mapping[str, Any], *, via: str, by: User | None = None, by_name: str = ""
) -> list[str]:
    """Make the listing say this part of a document; returns what changed. Raises document.NotADocument.

    What people change stays theirs: the next reading of a feed proposes its own words instead of writing over them.
    """
    if not service._state.adding:
        Service.objects.select_for_update().get(pk=service.pk)
    changed = document.apply(service, part)
    if not changed:
        return []
    if service.feed_id and via != Via.FEED:
        service.own_words = sorted({*service.own_words, *changed})
        service.save(update_fields=["own_words"])
    keep_revision(service, changed, via=via, by=by, by_name=by_name)
    return changed


def keep_revision(
    service: Service, changed: list[str], *, via: str, by: User | None = None, by_name: str = ""
) -> Revision:
    """The whole of the listing as it is now, for the history."""
    name = by_name or (by.name if by else "")
    revision = Revision(service=service, by=by, by_name=name, via=via, changed=changed, document=document.of(service))
    Revision.objects.bulk_create([revision])  # asks for no right to read it back
    return revision
