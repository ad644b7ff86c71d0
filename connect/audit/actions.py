"""Writing down who looked, in the page's own transaction: no record, no page."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from connect.audit.models import Access, RightsChange


def saw(request: HttpRequest, person_ids: Iterable[UUID], *, link_id: UUID | None = None, role: str = "PUB") -> None:
    """Record that this page showed these people. A page that showed nobody leaves no row.

    `role` is for who comes without an account: GRP the organiser, SELF the person, by the link `link_id`.
    """
    ids = sorted(set(person_ids))
    if ids:
        _write(request, ids, link_id, role)


def exported(request: HttpRequest) -> None:
    """Record that many rows were taken away in one file, also where nobody who is helped was among them."""
    _write(request, [], None, "PUB")


def _write(request: HttpRequest, ids: list[UUID], link_id: UUID | None, role: str) -> None:
    acting = getattr(request.user, "acting", None)
    Access.objects.create(
        at=timezone.now(),
        actor_id=request.user.pk,
        link_id=link_id,
        role=acting.role if acting and not link_id else role,
        organisation_id=acting.organisation_id if acting else None,
        page=request.resolver_match.view_name,
        person_ids=ids,
    )


def rights_changed(*, what: str, about: UUID, by: Any = None, detail: str = "") -> None:
    """Record who changed what somebody may do. `by` is a user with the membership they act under, or nobody."""
    acting = getattr(by, "acting", None)
    RightsChange.objects.create(
        at=timezone.now(),
        actor_id=acting.user_id if acting else None,
        role=acting.role if acting else "",
        organisation_id=acting.organisation_id if acting else None,
        what=what,
        about_id=about,
        detail=detail,
    )
