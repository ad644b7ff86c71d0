"""A listing is made: by an editor, from what a new group sent in, or as a branch of a template."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from directory import document
from directory.keeping import actions
from directory.keeping.branches import SHARED
from directory.models import ChangeRequest, Service
from directory.states import Decision, Via


class NotATemplate(Exception):
    """Only a template has branches."""


class Decided(Exception):
    """Somebody was faster: it is taken or refused already."""


@transaction.atomic
def make(part: Mapping[str, Any], *, by: User, is_template: bool = False, key: UUID | None = None) -> Service:
    """A new listing, not published yet: an editor goes through its pages first, and publishes it then.

    `key` is the form's own: sent twice, it is made once.
    """
    if made := Service.objects.filter(pk=key).first():
        return made
    service = Service(pk=key or uuid4(), is_template=is_template)
    actions.change(service, {"status": "inactive", **part}, via=Via.EDITOR, by=by)
    Service.objects.filter(pk=service.pk).update(assigned_to=by)
    return service


@transaction.atomic
def branch(template: Service, *, name: str, by: User, key: UUID | None = None) -> Service:
    """A new listing with the template's words, not yet published: its place and times come next."""
    if not template.is_template:
        raise NotATemplate
    if made := Service.objects.filter(pk=key).first():
        return made
    said = document.of(template)
    service = Service(pk=key or uuid4(), branch_of=template)
    shared = {part: said[part] for part in SHARED}
    own = {"name": name, "organisation": said["organisation"], "status": "inactive"}
    actions.change(service, {**shared, **own}, via=Via.EDITOR, by=by)
    return service


@transaction.atomic
def welcome(request: ChangeRequest, *, by: User, publish: bool = True) -> Service:
    """A group that signed up becomes a listing, with what it said of itself."""
    taken = ChangeRequest.objects.filter(pk=request.pk, state=Decision.WAITING, service=None)
    service = Service()
    status = {} if publish else {"status": "inactive"}
    actions.change(service, {**request.proposed, **status}, via=Via.SIGN_UP, by=by, by_name=request.by_name)
    decided = {"decided_by": by, "decided_at": timezone.now(), "taken": list(request.proposed)}
    if not taken.update(state=Decision.TAKEN, service=service, **decided):
        raise Decided
    return service
