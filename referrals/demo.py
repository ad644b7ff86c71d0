"""The demo's people who are helped: four months of history, and a caseload in which something happens today."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.champions import demo as champions
from connect.people.demo import address
from connect.people.models import Membership, User
from directory.models import Service
from directory.network import demo as network
from directory.schedule import Session
from referrals import actions, demo_history
from referrals.asking import demo as asking
from referrals.befriending import demo as befriending
from referrals.belonging import Connection
from referrals.case import demo as case
from referrals.crisis import demo as crisis
from referrals.following import demo as following
from referrals.going import demo as going
from referrals.helping import demo as helping
from referrals.introductions import actions as introductions
from referrals.introductions import demo as introduced
from referrals.life import demo as life
from referrals.models import Person, Referral
from referrals.open_door import demo as open_door
from referrals.person import demo as known
from referrals.reminding import demo as reminding
from referrals.safety import demo as safety
from referrals.sessions import actions as sessions
from referrals.sessions import demo as places
from referrals.states import Purpose, State, Step
from referrals.threads import demo as threads
from referrals.together import demo as together


def load_history() -> None:
    """Four months gone by, for the figures; once, and before anything else happens here."""
    with acting_as("seed"):
        if not Referral.objects.exists():
            demo_history.write()


def load() -> None:
    """Everybody the demo helps; once."""
    load_history()
    with acting_as("seed"):
        if Person.objects.filter(given_name="Jean", family_name="Pargeter").exists():
            return
        _live()
        asking.load(_user("Rosa Marsh"))
        case.load(_user("Carl Whitlock"), _user("Tess Orme"))
        open_door.load()
        known.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Tess Orme"))
        life.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Nia Pryce"))
        following.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        safety.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        places.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        introduced.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        threads.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        reminding.load(_user("Carl Whitlock"))
        helping.load()
        befriending.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Cleo Hart"), _user("Vera Moss"))
        going.load()
        together.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Nia Pryce"))
        champions.load(_user("Tess Orme"))
        crisis.load(_user("Carl Whitlock"), _user("Tess Orme"))
        network.load(_user("Tess Orme"))


# ---------- live: what Carl and Rosa see today ----------


def _live() -> None:
    """Two new, one to ring, one choosing, one going tomorrow, one who was expected yesterday."""
    carl = _user("Carl Whitlock")
    _refer("Jean", "Pargeter", "Used to cook for forty at the school. Would love a kitchen full of people again.")
    _refer("Bernard", "Quill", "Cards, or dominoes. Anything with a table.")
    _with(carl, _refer("Oluwaseun", "Adebayo-Fitzwilliam", "People my own age; five-a-side."))
    _spoken(carl, _refer("Ngọc", "Hartigan", "Somewhere I can speak with other gardeners."))
    now = timezone.now()
    tomorrow = hours.days_from(now, 1, time(12))
    _introduced(carl, _refer("Stanley", "Ames", "Somewhere to be on a Tuesday. It was our day."), tomorrow)
    yesterday = hours.days_from(now, -1, time(12))
    _introduced(carl, _refer("Dot", "Fairley", "I would go if somebody came to the door with me."), yesterday)


def _refer(given: str, family: str, words: str) -> Referral:
    number = f"07700900{100 + sum(map(ord, given)) % 800:03d}"
    person = {
        "given_name": given, "family_name": family, "phone": number, "email": f"{family.lower()}@example.org",
        "postcode": "KX2 4HD", "safe_to_message": "yes",
    }  # fmt: skip
    yeses = [Purpose.CONTACT, Purpose.TELL_REFERRER]
    wants, made = ["company", "something_to_do"], actions.new_key()
    return actions.submit(person=person, wants=wants, words=words, yeses=yeses, by=_user("Rosa Marsh"), made=made)


def _with(carl: User, referral: Referral) -> Referral:
    return actions.accept(referral, by=carl)


def _spoken(carl: User, referral: Referral) -> Referral:
    said = {"channel": "call", "reached": True, "note": "Cheerful. Mornings are best."}
    return actions.record_contact(_with(carl, referral), **said, by=carl, made=actions.new_key()).referral


def _introduced(carl: User, referral: Referral, starts_at: datetime) -> None:
    referral = _spoken(carl, referral)
    club = Service.objects.get(name__startswith="St Mark")
    connection = introductions.suggest(referral, service=club, by=carl, made=actions.new_key())
    for step in (Step.AGREED, Step.INTRODUCED):
        introductions.step(connection, to=step, by=carl)
    Connection.objects.filter(pk=connection.pk).update(introduced_at=timezone.now())
    actions.move(referral, to=State.ACTIVE, by=carl)
    session = Session(starts_at, starts_at + timedelta(hours=2), club.locations.first())
    sessions.expect(connection, session)


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.select_related("organisation").get(user=user)
    return user
