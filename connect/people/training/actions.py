"""Writing down a session and its people; putting it right; knowing somebody again once they have an account."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.db import transaction

from connect.identity import acting_as
from connect.people.models import Organisation, User
from connect.people.roles import Role
from connect.people.training.models import Trainee, TrainingSession
from connect.people.training.pasting import Row


class ChangedMeanwhile(Exception):
    """Somebody else has changed this session since the page was drawn."""


@transaction.atomic
def record(
    *, people: Iterable[Row], body: Organisation, refresher_on: date | None, by: User, made: Mapping[str, object],
    **fields: object,
) -> TrainingSession:  # fmt: skip
    """A session and everybody on the list, or nothing of it. `body` is whom they work for unless a line says."""
    session = TrainingSession.objects.create(made_by=by, kept_by=by.acting.organisation, **fields, **made)
    add(session, people=people, body=body, refresher_on=refresher_on, by=by)
    return session


@transaction.atomic
def add(
    session: TrainingSession, *, people: Iterable[Row], body: Organisation, refresher_on: date | None, by: User
) -> int:
    """More people; whoever stands there already is left as they are. Returns how many came in."""
    people = [replace(row, employer="") for row in people] if by.acting.role == Role.LEAD else list(people)
    there = set(session.trainees.values_list("email", flat=True))
    listed = {one.name.lower(): one for one in Organisation.objects.all()} if any(p.employer for p in people) else {}
    known = _accounts([row.email for row in people])
    new = [
        Trainee(
            session=session, kept_by_id=session.kept_by_id, user=known.get(row.email), name=row.name, email=row.email,
            **_body(row, body, listed), job=row.job, ward=session.area if _is_ward(session) else None,
            attended=row.attended, refresher_on=refresher_on if row.attended else None,
        )
        for row in people
        if row.email not in there
    ]  # fmt: skip
    Trainee.objects.bulk_create(new)
    return len(new)


def _is_ward(session: TrainingSession) -> bool:
    return session.area is not None and session.area.kind == "ward"


def _body(row: Row, body: Organisation, listed: Mapping[str, Organisation]) -> dict[str, object]:
    if not row.employer:
        return {"organisation": body}
    found = listed.get(row.employer.lower())
    return {"organisation": found, "employer": "" if found else row.employer}


def _accounts(emails: Iterable[str]) -> dict[str, User]:
    """Accounts with these addresses; the page never says which there are."""
    return {user.email: user for user in User.objects.filter(email__in=list(emails))}


@transaction.atomic
def put_right(session: TrainingSession, *, came: Iterable[str], refresher_on: date | None, seen: str) -> None:
    """Who came after all, and when they are due again. Raises ChangedMeanwhile where `seen` is no longer so."""
    held = TrainingSession.objects.select_for_update().get(pk=session.pk)
    if held.changed_at.isoformat() != seen:
        raise ChangedMeanwhile
    came = set(came)
    session.trainees.filter(pk__in=came).update(attended=True, refresher_on=refresher_on)
    session.trainees.exclude(pk__in=came).update(attended=False, refresher_on=None)
    held.save(update_fields=["changed_at"])


@transaction.atomic
def take_off(trainee: Trainee) -> None:
    """Somebody was written down by mistake."""
    trainee.delete()


def know_again(user: User) -> int:
    """Sessions somebody was at before they had an account become theirs."""
    with acting_as("training"):
        return Trainee.objects.filter(email=user.email, user=None).update(user=user)


def bodies_for(user: User) -> list[Organisation]:
    """For whom somebody may record: a lead for their own, others for everybody."""
    if user.acting.role == Role.LEAD:
        return [user.acting.organisation]
    return list(Organisation.objects.order_by("name"))
