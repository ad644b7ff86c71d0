"""Somebody at each point of what follows, so that a day after some sessions can be looked at. Plainly fictional."""

from datetime import timedelta

from django.utils import timezone

from connect.people.models import User
from directory import schedule
from directory.models import Service
from directory.schedule import Session
from referrals import actions
from referrals.belonging import Connection, Occasion
from referrals.following import actions as following
from referrals.following.models import MeasureDue, Reason
from referrals.following.states import What, Why
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.models import Referral
from referrals.sessions import actions as sessions
from referrals.states import Answer, Ended, Next, Purpose, Says, State, Step

WENT, NOT = Answer.WENT, Answer.NOT


def load(rosa: User, carl: User) -> None:
    """Not yet, two missed, three times, stopped, asked to be asked again, settled."""
    wilf = _goes(rosa, carl, "Wilfred", "Hartley-Moss", "A bowls green, or the radio on with somebody.", NOT)
    last = wilf.occasions.order_by("-starts_at").first()
    Reason.objects.create(
        referral_id=wilf.referral_id, connection=wilf, occasion=last, why=Why.NERVES, said_by=Says.PERSON
    )
    _goes(rosa, carl, "Blodwen", "Quayle", "I like to be useful in a kitchen.", WENT, NOT, NOT)
    _goes(rosa, carl, "Clifford", "Ambleside", "Someone to argue about cricket with.", WENT, WENT, WENT)
    introductions.step(_goes(rosa, carl, "Thora", "Dunmore", "A walk and a chat.", WENT, NOT), to=Step.STOPPED, by=carl)
    _again(_goes(rosa, carl, "Norris", "Fenwick-Lowe", "Not in the winter, thank you.", WENT), carl)
    agnes = _goes(rosa, carl, "Agnes", "Pellow", "To be asked to things again.", WENT, WENT, WENT, WENT)
    introductions.step(agnes, to=Step.SETTLED, by=carl)
    today = timezone.localdate()
    MeasureDue.objects.filter(referral=agnes.referral_id, what=What.BASELINE).update(due_on=today)


def _goes(rosa: User, carl: User, given: str, family: str, words: str, *said: str) -> Connection:
    """One lunch a week, the last one in these seven days, and what the organiser said of each."""
    referral = _spoken(rosa, carl, given, family, words)
    club = Service.objects.get(name__startswith="St Mark")
    connection = introductions.suggest(referral, service=club, by=carl, made=actions.new_key())
    for step in (Step.AGREED, Step.INTRODUCED):
        introductions.step(connection, to=step, by=carl)
    actions.move(Referral.objects.get(pk=referral.pk), to=State.ACTIVE, by=carl)
    for back, answer in zip(range(len(said) - 1, -1, -1), said, strict=True):
        occasion = sessions.expect(connection, _held(club, weeks_ago=back))
        Occasion.objects.filter(pk=occasion.pk).update(reminded_at=occasion.starts_at, asked_at=occasion.ends_at)
        going.answer(occasion, said_by=Says.ORGANISER, answer=answer)
    return Connection.objects.get(pk=connection.pk)


def _held(club: Service, weeks_ago: int) -> Session:
    """By its timetable, so that all who were there stand on one register."""
    return schedule.next_session(club, timezone.now() - timedelta(days=7 * (weeks_ago + 1)))


def _spoken(rosa: User, carl: User, given: str, family: str, words: str) -> Referral:
    number = f"07700900{100 + sum(map(ord, given + family)) % 800:03d}"
    person = {
        "given_name": given, "family_name": family, "phone": number, "postcode": "KX2 4HD", "safe_to_message": "yes",
    }  # fmt: skip
    made, yeses = actions.new_key(), [Purpose.CONTACT, Purpose.TELL_REFERRER]
    referral = actions.submit(person=person, wants=["company"], words=words, yeses=yeses, by=rosa, made=made)
    said = {"channel": "call", "reached": True, "note": "Glad of the call."}
    actions.accept(referral, by=carl)
    return actions.record_contact(referral, **said, by=carl, made=actions.new_key()).referral


def _again(connection: Connection, carl: User) -> None:
    """He stopped for the winter and said when to ask again: today."""
    introductions.step(connection, to=Step.STOPPED, by=carl, ended_why=Ended.HEALTH)
    following.ask_again(connection, timezone.localdate(), by=carl)
    actions.owe(Referral.objects.get(pk=connection.referral_id), Next.OFFER_AGAIN, timezone.localdate())
