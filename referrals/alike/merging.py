"""Two that are one person: proposed by a connector, made one by the lead of the team, taken apart again exactly."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Message
from connect.people.models import User
from referrals.alike import finding, stricter
from referrals.alike.models import Apart, Merge, Moved
from referrals.models import Person, Referral, Restriction

# What says for itself whose it was at that moment, or is no part of somebody, stays where it is.
STAY = {"Merge", "Apart", "Restriction", "NamedReader", "Whereabouts", "Consent", "HowItWas"}


class CannotMerge(Exception):
    """Not these two, or not now; `message` says why, for the lead."""

    def __init__(self, message: str = ""):
        super().__init__(message)
        self.message = message


class Restricted(CannotMerge):
    """One of them is known to named people only, or somebody has asked for that."""


class Before(CannotMerge):
    """A colleague did it a moment ago, or a later merge has to be undone first."""


@transaction.atomic
def propose(referral: Referral, *, other: UUID, by: User, words: str = "") -> Merge:
    """A connector thinks that whom this referral is about is known already. The older of the two is kept."""
    found = next((one for one in finding.likely(referral, by) if one.person_id == other), None)
    if found is None:
        raise CannotMerge
    kept, gone = (other, referral.person_id) if found.is_older else (referral.person_id, other)
    merge = Merge(
        kept_id=kept, gone_id=gone, team_id=referral.team_id, reasons=list(found.reasons), words=words, proposed_by=by
    )
    try:
        with transaction.atomic():
            Merge.objects.bulk_create([merge])
    except IntegrityError as error:
        raise Before from error
    return merge


@transaction.atomic
def say_apart(referral: Referral, *, other: UUID, by: User) -> None:
    """They are two people: nobody is asked again."""
    if other not in {one.person_id for one in finding.likely(referral, by)}:
        raise CannotMerge
    pair = sorted((referral.person_id, other))
    Apart.objects.bulk_create([Apart(one_id=pair[0], other_id=pair[1], by=by)], ignore_conflicts=True)


@transaction.atomic
def decline(merge: Merge, *, by: User) -> None:
    """The lead has looked: they stay two."""
    if not Merge.objects.proposed().filter(pk=merge.pk).update(declined_at=timezone.now(), declined_by=by):
        raise Before
    pair = sorted((merge.kept_id, merge.gone_id))
    Apart.objects.bulk_create([Apart(one_id=pair[0], other_id=pair[1], by=by)], ignore_conflicts=True)


@transaction.atomic
def merge_now(merge: Merge, *, by: User) -> Merge:
    """Whatever hangs on the one that goes, hangs on the one that stays; each row's change is written down."""
    people = {one.pk: one for one in Person.objects.select_for_update().filter(pk__in=[merge.kept_id, merge.gone_id])}
    if len(people) < 2:
        raise Before
    kept, gone = people[merge.kept_id], people[merge.gone_id]
    if kept.restricted or gone.restricted or _asked_to_hide(people):
        raise Restricted
    if not Merge.objects.proposed().filter(pk=merge.pk).update(merged_at=timezone.now(), merged_by=by):
        raise Before
    log = _Log(merge)
    for field in hanging():
        log.move(field, gone, kept)
    stricter.channels(kept, gone, log)
    stricter.consents(kept, log)
    _readdress(gone.pk, kept.pk, log)
    log.write()
    merge.refresh_from_db()
    return merge


def _asked_to_hide(people: Iterable[UUID]) -> bool:
    """An asking stays with whom it was made about: made one, nobody would find it any more. It is decided first."""
    return Restriction.objects.filter(person__in=list(people), ended_at=None).exists()


@transaction.atomic
def undo(merge: Merge, *, by: User, why: str) -> Merge:
    """Back exactly as it was, the last change first. What has come since stays with whom it came to."""
    now = Merge.objects.standing().select_for_update(of=("self",)).filter(pk=merge.pk).first()
    if now is None or _later(now):
        raise Before
    for moved in now.moved.order_by("-place"):
        _put_back(moved)
    Merge.objects.filter(pk=now.pk).update(undone_at=timezone.now(), undone_by=by, undone_why=why)
    now.refresh_from_db()
    return now


def _later(merge: Merge) -> bool:
    """Another merge has built on this one since."""
    both = [merge.kept_id, merge.gone_id]
    since = Merge.objects.standing().filter(merged_at__gt=merge.merged_at)
    return since.filter(models.Q(kept__in=both) | models.Q(gone__in=both)).exists()


def _put_back(moved: Moved) -> None:
    """Only what is still as the merge left it: whoever changed it afterwards knew better."""
    model = apps.get_model(moved.model)
    rows = model._default_manager.filter(pk=moved.row, **{moved.column: moved.now})
    if model is Message:
        with acting_as("delivery"):
            rows.filter(pk__in=Message.objects.not_yet_sent()).update(**{moved.column: moved.was})
    else:
        rows.update(**{moved.column: moved.was})


def hanging() -> Iterator[models.ForeignKey]:
    """Every column that names a person, found in the models themselves; referrals last, so that they go back first."""
    relations = [one for one in Person._meta.get_fields(include_hidden=True) if one.auto_created and one.is_relation]
    fields = [one.field for one in relations if one.field.db_constraint and one.related_model.__name__ not in STAY]
    return iter(sorted(fields, key=lambda field: field.model is Referral))


def _readdress(gone: UUID, kept: UUID, log: "_Log") -> None:
    """What is queued for the one is for the other now, so that it is called off with the rest if need be."""
    with acting_as("delivery"):
        for pk in Message.objects.not_yet_sent().filter(recipient_key=gone).values_list("pk", flat=True):
            try:
                with transaction.atomic():
                    Message.objects.filter(pk=pk).update(recipient_key=kept)
            except IntegrityError:  # the other was written to for the same cause: once is enough
                continue
            log.add(Message, pk, "recipient_key", str(gone), str(kept))


class _Log:
    """What a merge changed, in the order in which it did."""

    def __init__(self, merge: Merge):
        self.merge, self.rows = merge, []

    def add(self, model: type[models.Model], row: UUID, column: str, was: Any, now: Any) -> None:
        self.rows.append(
            Moved(
                merge=self.merge, place=len(self.rows), model=model._meta.label_lower, row=row, column=column, was=was,
                now=now,
            )
        )  # fmt: skip

    def change(self, model: type[models.Model], row: UUID, column: str, was: Any, now: Any) -> None:
        """One column of one row, changed and written down."""
        if was != now and model._default_manager.filter(pk=row).update(**{column: now}):
            self.add(model, row, column, was, now)

    def move(self, field: models.ForeignKey, gone: Person, kept: Person) -> None:
        """Each row by itself: one of which there may be only one stays where it is."""
        rows = field.model._default_manager.filter(**{field.name: gone}).order_by("pk")
        for row in rows.values_list("pk", flat=True):
            try:
                with transaction.atomic():
                    changed = field.model._default_manager.filter(pk=row).update(**{field.attname: kept.pk})
            except IntegrityError:
                continue
            if changed:
                self.add(field.model, row, field.attname, str(gone.pk), str(kept.pk))
                if field.model is Referral:
                    self._keep_name(row, gone, kept)

    def _keep_name(self, row: UUID, gone: Person, kept: Person) -> None:
        """Whoever asked goes on seeing the name they typed, and nothing that others knew."""
        was = Referral.objects.values_list("named_as", flat=True).get(pk=row)
        if not was and gone.name != kept.name:
            self.change(Referral, row, "named_as", was, gone.name)

    def write(self) -> None:
        Moved.objects.bulk_create(self.rows)
