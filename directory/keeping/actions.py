"""Every change to what a listing says goes through here: made, kept as a revision, and the organiser's or ours."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from connect.people.models import Organisation, User
from directory import addresses, document
from directory.keeping import branches, checking, organiser
from directory.models import EditorNote, OrganisationIdentifier, Provider, Report, Revision, Service, Usefulness, Watch
from directory.states import Outcome, Via


class Seen(NamedTuple):
    """Which parts a form shows, and a mark of what they said when it was drawn."""

    parts: tuple[str, ...]
    mark: str

    @classmethod
    def of(cls, said: Mapping[str, Any], parts: tuple[str, ...]) -> "Seen":
        shown = json.dumps([said.get(name) for name in parts], sort_keys=True)
        return cls(parts, sha256(shown.encode()).hexdigest()[:24])


class OutOfDate(Exception):
    """Somebody changed what this form shows since it was drawn. Nothing was saved."""


@transaction.atomic
def change(
    service: Service,
    part: Mapping[str, Any],
    *,
    via: str,
    by: User | None = None,
    by_name: str = "",
) -> list[str]:
    """Make the listing say this part of a document; returns what changed. Raises document.NotADocument.

    What people change stays theirs: the next reading of a feed proposes its own words instead of writing over them.
    """
    is_new = service._state.adding
    was = {} if is_new else held(service)
    if via != Via.FEED:
        _addresses_may_stand(part, was)
    changed = document.apply(service, part)
    if not changed:
        return []
    if service.feed_id and via != Via.FEED:
        service.own_words = sorted({*service.own_words, *changed})
        service.save(update_fields=["own_words"])
    keep_revision(service, changed, via=via, by=by, by_name=by_name)
    checking.shows_life(service, is_new=is_new)
    if not is_new and {"contact_email", "contact_phone"} & set(changed):
        organiser.revoke(service.pk)  # what was sent to the old address opens nothing any more
    if service.is_template:
        for branch, words in branches.following(service, was, changed):
            change(branch, words, via=via, by=by, by_name=by_name)
    return changed


def _addresses_may_stand(part: Mapping[str, Any], was: Mapping[str, Any]) -> None:
    """Whichever door it came by: no look-alike, no shortened link, nobody's own profile. What stood there may stay."""
    community, before = part.get("community") or {}, was.get("community") or {}
    new = {"url": (part.get("url"), was.get("url"), "")}
    new["community"] = (community.get("address"), before.get("address"), community.get("platform", ""))
    for name, (said, said_before, platform) in new.items():
        if said and said != said_before:
            try:
                addresses.check(str(said), platform)
            except addresses.BadAddress as problem:
                raise document.NotADocument({name: [problem.message]}) from problem


def held(service: Service) -> document.Document:
    """The listing as it is now and nobody else's until this transaction ends, as a document."""
    service.refresh_from_db(from_queryset=Service.objects.select_for_update(no_key=True))
    return document.of(service)


def keep_revision(
    service: Service, changed: list[str], *, via: str, by: User | None = None, by_name: str = ""
) -> Revision:
    """The whole of the listing as it is now, for the history."""
    name = by_name or (by.name if by else "")
    revision = Revision(service=service, by=by, by_name=name, via=via, changed=changed, document=document.of(service))
    Revision.objects.bulk_create([revision])  # asks for no right to read it back
    return revision


@transaction.atomic
def check(
    service: Service,
    *,
    by: User,
    how: str,
    outcome: str,
    note: str = "",
    again_on: date | None = None,
    key: UUID | None = None,
) -> None:
    """An editor looked whether it is right, or tried to: the call log, and what follows from it.

    `key` is the form's own: pressed twice, it is written down once.
    """
    if outcome == Outcome.GONE:
        change(service, {"status": "defunct"}, via=Via.EDITOR, by=by)
    checking.log(service, how=how, outcome=outcome, by=by, by_name=by.name, note=note, again_on=again_on, key=key)
    if outcome in checking.CONFIRMS:
        body = by.acting.organisation.name if by.acting else ""
        checking.confirm(service, name=by.name, body=body, answer=outcome)


def assign(service: Service, *, to: User | None) -> None:
    """Whose it is to check; nobody's is everybody's."""
    Service.objects.filter(pk=service.pk).update(assigned_to=to)


def write_note(service: Service, *, text: str, by: User, key: UUID | None = None) -> EditorNote:
    note = EditorNote(pk=key or uuid4(), service=service, text=text, by=by)
    EditorNote.objects.bulk_create([note], ignore_conflicts=True)  # pressed twice
    return note


def set_period(service: Service, *, every_days: int | None) -> None:
    """How often it is checked, if not as often as its kind; the date it is due moves along."""
    Service.objects.filter(pk=service.pk).update(check_every_days=every_days)
    service.refresh_from_db()
    if service.verified_at:
        due = checking.due_after(timezone.localdate(service.verified_at), service)
        Service.objects.filter(pk=service.pk).update(check_by=due)


class NumberTaken(Exception):
    """Another organisation has this number."""

    def __init__(self, number: str):
        super().__init__("taken")
        self.number = number


@transaction.atomic
def describe_organisation(
    organisation: Organisation, *, said: Mapping[str, str], numbers: list[tuple[str, str]], by: User
) -> dict[str, str]:
    """What is shown of whoever runs a listing, and all the numbers that registers gave them.

    A website or e-mail that was not there before waits until a second editor gives the same; returns what waits.
    """
    Provider.objects.get_or_create(organisation=organisation)
    held = Provider.objects.select_for_update(no_key=True).get(organisation=organisation)
    held.description = said["description"]
    agreed = held.waiting if held.waiting_by_id not in (None, by.pk) else {}
    new = {name: said[name] for name in ("website", "email") if said[name] != getattr(held, name)}
    held.waiting = {name: value for name, value in new.items() if value and agreed.get(name) != value}
    for name in new.keys() - held.waiting.keys():
        setattr(held, name, new[name])
    held.waiting_by = by if held.waiting else None
    held.save()
    _number(organisation, numbers)
    return held.waiting


def _number(organisation: Organisation, numbers: list[tuple[str, str]]) -> None:
    organisation.identifiers.all().delete()
    for scheme, number in dict.fromkeys(numbers):
        if OrganisationIdentifier.objects.filter(scheme=scheme, identifier=number).exists():
            raise NumberTaken(number)
        OrganisationIdentifier.objects.create(organisation=organisation, scheme=scheme, identifier=number)


def handle_report(report: Report, *, by: User, came_of_it: str) -> None:
    """Done with, and what came of it; whoever was first keeps it."""
    Report.objects.filter(pk=report.pk, handled_at=None).update(
        handled_by=by, handled_at=timezone.now(), came_of_it=came_of_it
    )


def read_word(word: Usefulness, *, by: User) -> None:
    """An editor has read what somebody wrote under a listing."""
    Usefulness.objects.filter(pk=word.pk, read_at=None).update(read_by=by, read_at=timezone.now())


def watch(service: Service, *, by: User) -> None:
    Watch.objects.bulk_create([Watch(service=service, user=by)], ignore_conflicts=True)


def stop_watching(service: Service, *, by: User) -> None:
    Watch.objects.filter(service=service, user=by).delete()


def note_attendance(service_id: UUID, day: date | datetime) -> None:
    """Somebody went: the listing is alive. Called in the transaction in which an attendance is confirmed."""
    checking.attended(service_id, timezone.localdate(day) if isinstance(day, datetime) else day)
