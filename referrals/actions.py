"""Every write in a referral's life that has a consequence: check, change, event, message."""

import secrets
import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from connect.identity import opening
from connect.messaging import hours
from connect.people.models import Team, User
from connect.places import find
from referrals import telling
from referrals.asking import eligibility
from referrals.life import advice, clocks, following, saying, trying
from referrals.models import ContactAttempt, Happened, Person, Referral, ReferralEvent
from referrals.person import consents
from referrals.reasons import offering
from referrals.refusals import (
    CannotMove,
    Gone,
    NobodyServes,
    NotTried,
    ReferralError,  # noqa: F401
    SomebodyWasFaster,
)
from referrals.states import OPEN, Channel, Closed, Next, Returned, State

LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so no words; nothing that looks like something else
DAYS_TO_RESPOND = 2
INTRODUCED = 3  # the third of the five dots


@transaction.atomic
def submit(
    *,
    person: Mapping[str, object],
    wants: Iterable[str],
    words: str,
    yeses: Iterable[str],
    by: User | None,
    made: Mapping[str, object],
    fit: eligibility.Fit | None = None,
    **more: object,
) -> Referral:
    """Somebody is asked for. Person, consents, referral and its first event, or nothing of it.

    `person` are fields of Person; `wants` codes of Need; `yeses` purposes; `made` the columns of MadeOnce; `more`
    further columns of Referral: `source`, `outsider`, `entered_by`, `urgent`, `expected_weight` … Without `by` nobody
    with an account asks: the transaction then works as the job "front_door" with the form's key, or a connector who
    keys in a call names themselves as `entered_by`.
    `fit` is what eligibility.check found for their place, where that is a ward and no postcode.
    Raises places.find.PlaceError for a place that is not known, NobodyServes where no team may take them.
    """
    fit = fit or eligibility.check(str(person["postcode"]))
    if fit.is_blocked or fit.team is None:
        raise NobodyServes
    spot, team = fit.spot, fit.team
    with opening(made["key"]):  # a connector may refer to another team, and what they made is then out of their sight
        return _submit(spot, team, person, by=by, yeses=yeses, **made, wants=list(wants), words=words, **more)


def _submit(
    spot: find.Spot,
    team: Team,
    person: Mapping[str, object],
    *,
    by: User | None,
    yeses: Iterable[str],
    entered_by: User | None = None,
    **fields: object,
) -> Referral:
    respond_by = clocks.answer_by(team, urgent=bool(fields.get("urgent")))
    acting, heard = (by.acting if by else None), by or entered_by
    helped = Person.objects.create(
        created_by=heard, organisation_id=heard.acting.organisation_id if heard else None, **person
    )
    referral = Referral.objects.create(
        reference=reference(),
        person=helped,
        referrer=by,
        referring_organisation_id=acting.organisation_id if acting else fields.pop("referring_organisation_id", None),
        referrer_job=acting.job if acting else fields.pop("referrer_job", ""),
        entered_by=entered_by,
        team=team,
        ward=spot.ward,
        respond_by=respond_by,
        next_on=respond_by,
        spot_easting=spot.easting,
        spot_northing=spot.northing,
        **fields,
    )
    consents.begin(referral, yeses=yeses, said_to=heard)
    happened(referral, to=State.SUBMITTED, by=heard)
    return referral


def reference() -> str:
    """Short enough to say on the phone; random, so that it tells nothing about the one before."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(6))
    return f"{letters[:3]}-{letters[3:]}"


def happened(referral: Referral, *, to: str, by: User | None, **more: object) -> ReferralEvent:
    """Append one line to the referral's story."""
    return ReferralEvent.objects.create(referral=referral, to=to, by=by, **more)


@transaction.atomic
def move(referral: Referral, *, to: str, by: User | None, why: str = "", **changes: object) -> Referral:
    """The only writer of `state`: one conditional update, which is the lock; then the event."""
    was = referral.state
    if not referral.can_move_to(to):
        raise CannotMove
    following.before(referral, to=to)
    rows = Referral.objects.visible_to(by) if by else Referral.objects.all()  # without an account, the job’s scope
    mine = rows.filter(pk=referral.pk)
    if not mine.filter(state=was).update(state=to, **_stamps(referral, to, why), **changes):
        raise SomebodyWasFaster if mine.exists() else Gone
    referral.refresh_from_db()
    happened(referral, was=was, to=to, by=by, why=why)
    telling.moved(referral, was=was, by=by)
    following.after(referral, was=was, to=to, why=why)
    return referral


def _stamps(referral: Referral, to: str, why: str) -> dict[str, object]:
    """The dates that reports count from: the first decision, the first word, the plan; and the end, while it holds."""
    now = timezone.now()
    first = {
        State.ACCEPTED: "decided_at",
        State.RETURNED: "decided_at",
        State.CONTACTED: "first_contact_at",
        State.ACTIVE: "plan_agreed_at",
    }.get(State(to))
    stamps: dict[str, object] = {first: now} if first and getattr(referral, first) is None else {}
    ends = to == State.CLOSED
    return stamps | {"closed_at": now if ends else None, "closed_why": why if ends else ""}


@transaction.atomic
def accept(referral: Referral, *, by: User, connector: User | None = None) -> Referral:
    """A connector takes somebody into their caseload, or a lead does in a connector's name."""
    if not referral.is_new:  # paused, closed and withdrawn come back by doors of their own, with a reason
        raise CannotMove
    on = clocks.contact_by(referral)
    return move(referral, to=State.ACCEPTED, by=by, connector=connector or by, next_step=Next.RING, next_on=on)


@transaction.atomic
def give_back(referral: Referral, *, by: User | None, why: str, words: str = "") -> Referral:
    """Back to the worker who sent it, with a coded reason they are told, and a day by which they answer."""
    on = clocks.in_days(referral.team, referral.team.scheme.contact_days)
    move(referral, to=State.RETURNED, by=by, why=why, next_step=Next.SEND_AGAIN, next_on=on)
    saying.beside(saying.last_step(referral, State.RETURNED), words, by=by, for_referrer=True)
    return referral


def why_returned(referral: Referral) -> str:
    """What the worker should know and can do, in words; "" when it has not come back."""
    if referral.state != State.RETURNED:
        return ""
    last = referral.events.filter(to=State.RETURNED).order_by("-at").first()
    if last is None or not last.why:
        return ""
    said = offering.told(referral, State.RETURNED, last.why, Returned(last.why).label)
    return advice.with_next_door(str(said), last.why, referral)


@transaction.atomic
def record_contact(
    referral: Referral, *, channel: str, reached: bool, note: str, by: User, made: Mapping[str, object]
) -> ContactAttempt:
    """A call, text, visit or letter. The first that reached somebody moves the referral on."""
    referral = held(referral)
    attempt = ContactAttempt.objects.create(
        referral=referral, channel=channel, reached=reached, note=note, by=by, **made
    )
    happened(referral, kind=Happened.CONTACT, to="reached" if reached else "not_reached", by=by, attempt=attempt)
    _note_firsts(referral, channel, reached, attempt.at)
    if reached and referral.state == State.ACCEPTED:
        move(referral, to=State.CONTACTED, by=by)
    _owe_after(referral, reached)
    return attempt


def _note_firsts(referral: Referral, channel: str, reached: bool, at: datetime) -> None:
    met = reached and channel == Channel.VISIT
    happens = {"first_attempt_at": True, "first_contact_at": reached, "first_meeting_at": met}
    stamps = {name: at for name, is_so in happens.items() if is_so and getattr(referral, name) is None}
    if stamps:
        Referral.objects.filter(pk=referral.pk).update(**stamps)
        referral.refresh_from_db()


def _owe_after(referral: Referral, reached: bool) -> None:
    """What comes after a call; somebody who is expected tomorrow stays expected, whoever rang."""
    if referral.next_step == Next.SESSION:
        return
    on = hours.add_working_days(timezone.localdate(), DAYS_TO_RESPOND, referral.team.organisation.nation)
    if reached:
        owe(referral, Next.REVIEW if referral.furthest >= INTRODUCED else Next.CHOOSE, on)
    elif referral.next_step != Next.RING_ASKED:
        owe(referral, Next.RING, on)


@transaction.atomic
def close(referral: Referral, *, by: User, why: str, words: str = "") -> Referral:
    """Nothing more is done, for a coded reason; nobody is expected anywhere, and nothing more is written to them."""
    if why == Closed.LOST_CONTACT and not words.strip() and not trying.enough(referral):
        raise NotTried
    move(referral, to=State.CLOSED, by=by, why=why, next_step=Next.NOTHING, next_on=None)
    saying.beside(saying.last_step(referral, State.CLOSED), words, by=by)
    return referral


def held(referral: Referral) -> Referral:
    """The row as it is now, and nobody else's until this transaction ends; for those who write what hangs on it."""
    return Referral.objects.select_for_update(no_key=True, of=("self",)).get(pk=referral.pk)


def owe(referral: Referral, step: str, on: date) -> None:
    """What this person is owed next, and by when; nobody open is left with nothing set, and who is over is let be."""
    Referral.objects.filter(pk=referral.pk, state__in=OPEN).update(next_step=step, next_on=on)
    referral.refresh_from_db()


def new_key() -> dict[str, object]:
    """Columns of MadeOnce for something no form made."""
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
