"""People who must not be found: hidden from everybody but those named, and brought back only by two."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import User
from connect.places import find
from referrals.accompanying.models import Accompaniment
from referrals.actions import ReferralError
from referrals.befriending.models import BefrienderMatch, BefrienderWish
from referrals.helping import ending as helping
from referrals.life import passing_on
from referrals.models import NamedReader, Particulars, Person, Referral, Restriction, Visit, Whereabouts
from referrals.person import stopping
from referrals.safety import words
from referrals.states import OPEN, Safe
from referrals.together import ending

JOB = "guarding"  # sees and changes everything of the one person named in its scope, and nothing of anybody else
PLAIN = ("phone", "email", "postcode")


class NotRestricted(ReferralError):
    """It was never set, or has been lifted meanwhile."""


class OwnerStays(ReferralError):
    """Whoever answers for a restriction stays named until somebody else answers for it."""


class ChangedMeanwhile(ReferralError):
    """A colleague sealed another address or number since the page was drawn."""


class HoldsAlready(ReferralError):
    """A colleague set it a moment ago, with a list of their own: that one stands."""


class HolderStays(ReferralError):
    """Whoever has them in hand stays named until somebody else has: otherwise nobody could open them."""


class TwoPeople(ReferralError):
    """Whoever asked for it to be lifted does not lift it."""


@dataclass(frozen=True)
class Where:
    """What a reveal shows, once; `seen` says which writing of it that was."""

    phone: str
    email: str
    postcode: str
    address: str
    seen: str = ""


@transaction.atomic
def ask(referral: Referral, *, why: str, by: User) -> Restriction:
    """Somebody who may not set it asks for it; a connector or lead decides. Asked twice it is one asking."""
    with acting_as(JOB, scope=[referral.person_id]):
        found, _new = Restriction.objects.get_or_create(
            person_id=referral.person_id, ended_at=None, defaults={"referral": referral, "why": why, "asked_by": by}
        )
    return found


@transaction.atomic
def restrict(referral: Referral, *, why: str, by: User, owner: User, readers: Iterable[User] = ()) -> Restriction:
    """From now on the owner, whoever sets it and the readers know of this person; nobody else does.

    Their address, phone and e-mail are sealed, what waits to be sent is called off, and links are cut.
    """
    now, named = timezone.now(), {one.pk: one for one in (owner, by, *readers)}
    _call_back(referral)
    with acting_as(JOB, scope=[referral.person_id]):
        person = Person.objects.select_for_update().get(pk=referral.person_id)
        found, _new = Restriction.objects.get_or_create(
            person=person, ended_at=None, defaults={"referral": referral, "why": why, "asked_by": by}
        )
        if found.holds:
            raise HoldsAlready
        _with_holders(referral, named)
        Restriction.objects.filter(pk=found.pk).update(owner=owner, set_by=by, set_at=now, why=why)
        NamedReader.objects.bulk_create([NamedReader(person=person, user=one, named_by=by) for one in named.values()])
        stopping.nothing_more(person, person.referrals.all())  # first: where a message went is forgotten once it is off
        _seal(person)
        _spread(person.pk)
    found.refresh_from_db()
    return found


def _with_holders(referral: Referral, named: dict[uuid.UUID, User]) -> None:
    """Whoever holds this referral was asked about by name; who holds another of theirs, elsewhere, could not be."""
    for row in _held(referral.person_id):
        if row.pk == referral.pk and row.connector_id not in named:
            raise HolderStays
        named[row.connector_id] = row.connector


def _held(person_id: uuid.UUID) -> QuerySet[Referral]:
    rows = Referral.objects.filter(person_id=person_id, state__in=OPEN).exclude(connector=None)
    return rows.select_related("connector")


def _call_back(referral: Referral) -> None:
    """Whoever must not be found is not passed on by a form: another scheme that was asked is asked no longer."""
    for one in Referral.objects.filter(person=referral.person_id).select_related("team__scheme", "team__organisation"):
        passing_on.call_off(one)
        helping.all_of(one)
    # Where a colleague goes to see them is no longer for whoever looks out for the colleague.
    Visit.objects.filter(referral__person=referral.person_id).update(guarded=True)
    Accompaniment.objects.filter(referral__person=referral.person_id).update(guarded=True)
    # Nor is it for a coordinator or a volunteer: their pages and links show nothing of them from now on.
    BefrienderWish.objects.filter(referral__person=referral.person_id).update(guarded=True)
    BefrienderMatch.objects.filter(referral__person=referral.person_id).update(guarded=True)


def _seal(person: Person) -> None:
    """Into the sealed row, and out of every column that a page, a list or an export reads."""
    kept = Particulars.objects.filter(person=person).first()
    plain = {name: getattr(person, name) for name in PLAIN}
    Whereabouts.objects.create(person=person, address=kept.address if kept else "", **plain)
    # What was safe before may not be any more: it is asked again before anybody writes.
    emptied = dict.fromkeys(PLAIN, "") | {"safe_to_email": "", "safe_to_message": Safe.UNSURE}
    Person.objects.filter(pk=person.pk).update(restricted=True, **emptied)
    Particulars.objects.filter(person=person).update(address="")
    Referral.objects.filter(person=person).update(spot_easting=None, spot_northing=None)
    with connection.cursor() as cursor:  # and out of the copies that are kept of every change
        cursor.execute("select referrals_forget_whereabouts(%s)", [person.pk])


def _spread(person_id: uuid.UUID) -> None:
    """The list, written beside every referral of theirs and all words about them, where both walls read it."""
    rows = NamedReader.objects.filter(person_id=person_id, ended_at=None)
    named = [row.user_id for row in rows]
    Referral.objects.filter(person_id=person_id).update(named=named)
    ending.restricted(person_id, named)
    words.follow_the_list(person_id)


@transaction.atomic
def name(person_id: uuid.UUID, *, reader: User, by: User) -> None:
    """One more who may know of them."""
    with acting_as(JOB, scope=[person_id]):
        _holding(person_id)
        NamedReader.objects.get_or_create(person_id=person_id, user=reader, ended_at=None, defaults={"named_by": by})
        _spread(person_id)


@transaction.atomic
def unname(person_id: uuid.UUID, *, reader: User, by: User) -> None:
    """One fewer, from this moment; never the owner, nor whoever has them in hand."""
    with acting_as(JOB, scope=[person_id]):
        if _holding(person_id).owner_id == reader.pk:
            raise OwnerStays
        if _held(person_id).filter(connector=reader).exists():
            raise HolderStays
        rows = NamedReader.objects.filter(person_id=person_id, user=reader, ended_at=None)
        rows.update(ended_at=timezone.now(), ended_by=by)
        _spread(person_id)


@transaction.atomic
def hand_to(person_id: uuid.UUID, *, owner: User, by: User) -> None:
    """Somebody else answers for it, and is named if they were not."""
    name(person_id, reader=owner, by=by)
    with acting_as(JOB, scope=[person_id]):
        Restriction.objects.filter(person_id=person_id, ended_at=None).update(owner=owner)


def _holding(person_id: uuid.UUID) -> Restriction:
    found = Restriction.objects.select_for_update().filter(person_id=person_id, ended_at=None).first()
    if found is None or not found.holds:
        raise NotRestricted
    return found


@transaction.atomic
def reveal(person_id: uuid.UUID) -> Where:
    """What is sealed, for one page that writes down who looked; the page asks first who may."""
    with acting_as(JOB, scope=[person_id]):
        _holding(person_id)
        return _where(Whereabouts.objects.get(person_id=person_id))


def _where(row: Whereabouts) -> Where:
    return Where(row.phone, row.email, row.postcode, row.address, seen=row.changed_at.isoformat())


@transaction.atomic
def change_whereabouts(person_id: uuid.UUID, *, where: Where) -> None:
    """Sealed like the one before. Raises ChangedMeanwhile where that is not what `where.seen` was drawn from."""
    with acting_as(JOB, scope=[person_id]):
        _holding(person_id)
        row = Whereabouts.objects.select_for_update().get(person_id=person_id)
        if _where(row).seen != where.seen:
            raise ChangedMeanwhile
        row.phone, row.email, row.postcode, row.address = where.phone, where.email, where.postcode, where.address
        row.changed_at = timezone.now()
        row.save()


@transaction.atomic
def ask_to_lift(person_id: uuid.UUID, *, why: str, by: User) -> None:
    """The first of two. The latest asking counts, so that nobody is bound by one they have forgotten."""
    with acting_as(JOB, scope=[person_id]):
        held = _holding(person_id)
        Restriction.objects.filter(pk=held.pk).update(lift_asked_by=by, lift_asked_at=timezone.now(), lift_why=why)


@transaction.atomic
def lift(person_id: uuid.UUID, *, by: User) -> None:
    """The second of two: they may be known of again. Nothing is written to them until it was asked what is safe."""
    with acting_as(JOB, scope=[person_id]):
        held = _holding(person_id)
        if held.lift_asked_by_id in (None, by.pk):
            raise TwoPeople
        now = timezone.now()
        Restriction.objects.filter(pk=held.pk).update(lifted_by=by, ended_at=now)
        NamedReader.objects.filter(person_id=person_id, ended_at=None).update(ended_at=now, ended_by=by)
        _unseal(person_id)
        Referral.objects.filter(person_id=person_id).update(named=None)
        words.follow_the_list(person_id)


def _unseal(person_id: uuid.UUID) -> None:
    row = Whereabouts.objects.get(person_id=person_id)
    plain = {name: getattr(row, name) for name in PLAIN}
    Person.objects.filter(pk=person_id).update(restricted=False, **plain)
    Particulars.objects.filter(person_id=person_id).update(address=row.address)
    _place_again(person_id, row.postcode)
    row.phone = row.email = row.postcode = row.address = ""
    row.delete()


def _place_again(person_id: uuid.UUID, postcode: str) -> None:
    """Near them, in metres, as far as their postcode is known."""
    try:
        spot = find.locate(postcode)
    except find.PlaceError:
        return
    Referral.objects.filter(person_id=person_id).update(spot_easting=spot.easting, spot_northing=spot.northing)


@transaction.atomic
def turn_down(restriction: Restriction, *, by: User) -> None:
    """Asked for, and not needed: the asking ends, and stays on record."""
    with acting_as(JOB, scope=[restriction.person_id]):
        Restriction.objects.filter(pk=restriction.pk, set_at=None).update(ended_at=timezone.now(), set_by=by)
