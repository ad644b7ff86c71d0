"""One autumn in Kelderby, lived through the same actions as any other: what the 43 measures are counted from."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import time_machine
from django.db.models import F

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from connect.messaging.models import Message
from connect.people.models import Membership
from connect.people.roles import Job
from connect.people.training import actions as training
from connect.people.training.pasting import Row
from directory.keeping import actions as keeping
from directory.models import Capacity, Gap, Service
from directory.states import Outcome
from referrals import actions
from referrals.asking import chats
from referrals.asking.models import Came, WhyNot
from referrals.going import actions as going
from referrals.hearing import sweeping
from referrals.introductions import actions as introductions
from referrals.models import Person, Referral
from referrals.queue import waiting_well
from referrals.queue.states import Kind, Went
from referrals.safety import concerns
from referrals.sessions import actions as sessions
from referrals.states import Answer, Closed, Domain, Ended, Known, Returned, Says, Source, Step, Weight

MONDAY = datetime(2026, 10, 5, 10, tzinfo=LONDON)
PERIOD = (date(2026, 10, 1), date(2026, 10, 31))
LOOKED_AT = datetime(2027, 2, 1, 9, tzinfo=LONDON)  # every window of 12 weeks has passed


@contextmanager
def on(day: int, hour: int = 10) -> Iterator[None]:
    """So many days after that Monday."""
    with time_machine.travel(MONDAY + timedelta(days=day, hours=hour - 10), tick=False), acting_as("seed"):
        yield


def live(cast: SimpleNamespace) -> None:
    """Seven lives. Each says in its name what happens."""
    is_made_ready(cast)
    settles(cast)
    lives_elsewhere(cast)
    cannot_be_reached(cast)
    asks_for_herself_and_still_chooses(cast)
    waits(cast)
    does_not_start(cast)
    comes_back(cast)
    all_letters_leave()


def is_made_ready(cast: SimpleNamespace) -> None:
    """Rosa is trained and Ravi was expected; the lunch club is rung, and has room for five more."""
    people = [Row(1, "Rosa", cast.rosa.email), Row(2, "Ravi", cast.ravi.email, attended=False)]
    Membership.objects.update(starts_at=MONDAY - timedelta(days=30))
    Membership.objects.filter(user__in=(cast.rosa, cast.ravi)).update(job=Job.HOUSING)
    Membership.objects.filter(user=cast.carl).update(full_caseload=50)
    for who in (cast.rosa, cast.ravi):
        who.acting.refresh_from_db()
    with on(-3):
        said = {"people": people, "body": cast.homes, "refresher_on": None, "by": cast.tess, "made": actions.new_key()}
        training.record(**said, held_on=date(2026, 10, 2))
        keeping.check(cast.lunch, by=cast.dev, how="rang", outcome=Outcome.RIGHT)
        Capacity.objects.create(service=cast.lunch, available=5, maximum=20)
        Service.objects.filter(pk=cast.lunch.pk).update(function="structural")


def all_letters_leave() -> None:
    """Each when it is due; and whoever asked has then been told."""
    with acting_as("delivery"):
        Message.objects.filter(state="queued").update(state="sent", sent_at=F("due_at"))
    with acting_as("reminders"):
        sweeping.note_sent()


def asked(day: int, name: str, by: object, **more: object) -> Referral:
    with on(day):
        return actions.submit(
            person={"given_name": name, "phone": "07700 900 126", "postcode": "KX2 4HD", "safe_to_message": "yes"}
            | more.pop("person", {}),
            wants=["company"], words="", yeses=["contact", "tell_referrer"], by=by, made=actions.new_key(), **more,
        )  # fmt: skip


def spoken_with(cast: SimpleNamespace, referral: Referral, day: int) -> Referral:
    with on(day):
        actions.accept(referral, by=cast.carl)
    return rung(cast, referral, day + 1, reached=True)


def rung(cast: SimpleNamespace, referral: Referral, day: int, *, reached: bool, channel: str = "call") -> Referral:
    with on(day):
        said = {"channel": channel, "reached": reached, "note": "", "made": actions.new_key()}
        return actions.record_contact(referral, **said, by=cast.carl).referral


def settles(cast: SimpleNamespace) -> Referral:
    """Walter: rung in vain, reached, visited; introduced; goes three times; finished."""
    known = {"first_time": Known.YES, "domains": [Domain.COMPANY, Domain.LOSS], "domains_asked": True}
    weights = {"expected_weight": Weight.LIGHT, "assessed_weight": Weight.STANDARD}
    walter = asked(0, "Walter", cast.rosa, person={"date_of_birth": date(1943, 5, 1)}, **known, **weights)
    with on(0):
        chats.log(by=cast.rosa, made=actions.new_key(), referral=walter, asked=True, came=Came.REFERRED)
        chats.log(by=cast.ravi, made=actions.new_key(), asked=False, why_not=WhyNot.NO_TIME)
    with on(1):
        actions.accept(walter, by=cast.carl)
    rung(cast, walter, 1, reached=False)
    rung(cast, walter, 2, reached=True)
    rung(cast, walter, 4, reached=True, channel="visit")
    first = introduced(cast, walter, 5)
    goes(first)
    for week in (1, 2):
        with on(7 * week + 5):
            session = introductions.coming(cast.lunch)[0]
            again = sessions.expect(first.connection, session)
        goes(again)
    with on(60):
        walter.refresh_from_db()
        return actions.close(walter, by=cast.carl, why=Closed.COMPLETED)


def introduced(cast: SimpleNamespace, referral: Referral, day: int) -> object:
    with on(day):
        referral.refresh_from_db()
        return introductions.introduce(referral, service=cast.lunch, by=cast.carl, made=actions.new_key())


def goes(occasion: object, answer: str = Answer.WENT, says: str = Says.ORGANISER) -> None:
    with time_machine.travel(occasion.ends_at + timedelta(hours=1), tick=False), acting_as("seed"):
        going.answer(occasion, said_by=says, answer=answer)


def lives_elsewhere(cast: SimpleNamespace) -> Referral:
    edith = asked(1, "Edith", cast.ravi)
    with on(2):
        return actions.give_back(edith, by=cast.carl, why=Returned.OUT_OF_AREA)


def cannot_be_reached(cast: SimpleNamespace) -> Referral:
    harold = asked(1, "Harold", cast.rosa)
    with on(2):
        actions.accept(harold, by=cast.carl)
    for day in (2, 6, 14):
        rung(cast, harold, day, reached=False)
    with on(16):
        harold.refresh_from_db()
        return actions.close(harold, by=cast.carl, why=Closed.LOST_CONTACT)


def asks_for_herself_and_still_chooses(cast: SimpleNamespace) -> Referral:
    joan = asked(2, "Joan", None, source=Source.SELF, person={"date_of_birth": date(1981, 2, 3)})
    return spoken_with(cast, joan, 3)


def waits(cast: SimpleNamespace) -> None:
    """Moira: nobody has room yet, but she is rung in the meantime; and somebody worries about her."""
    moira = asked(3, "Moira", cast.rosa)
    with on(20):
        planned = waiting_well.plan(moira, kind=Kind.CHECK_IN, due_on=date(2026, 10, 25), by=cast.carl)
        waiting_well.done(planned, went=Went.REACHED, by=cast.carl)
        worry = {"about": "Moira", "happened": "She is afraid of somebody", "now": "no"}
        concerns.tell(team=cast.team, by=cast.carl, made=actions.new_key(), referral_id=moira.pk, **worry)


def does_not_start(cast: SimpleNamespace) -> Referral:
    """Ada: introduced, did not go; it is too far. What she wanted is nowhere near."""
    ada = spoken_with(cast, asked(3, "Ada", cast.rosa, first_time=Known.NO), 4)
    occasion = introduced(cast, ada, 6)
    goes(occasion, Answer.NOT, Says.PERSON)
    with on(12):
        occasion.connection.refresh_from_db()
        introductions.step(occasion.connection, to=Step.DID_NOT_START, by=cast.carl, ended_why=Ended.DISTANCE)
        Gap.objects.create(source="referral", reason="too_far", need_id="company", area=ada.ward)
    return ada


def comes_back(cast: SimpleNamespace) -> Referral:
    """Otto is finished, and referred again two months on: the same person."""
    otto = spoken_with(cast, asked(4, "Otto", cast.rosa), 5)
    with on(20):
        otto.refresh_from_db()
        actions.close(otto, by=cast.carl, why=Closed.MOVED_ON)
    again = asked(80, "Otto", cast.rosa)
    with acting_as("seed"):
        gone = again.person_id
        Referral.objects.filter(pk=again.pk).update(person_id=otto.person_id)
        Person.objects.filter(pk=gone).update(given_name="")
    return otto
