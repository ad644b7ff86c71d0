"""Kelderby as the demo shows it: places, people, listings, four months of history, and people in all stages of help."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours, links
from connect.messaging.models import Link
from connect.people import demo as people
from connect.people.models import Membership, User
from connect.places import demo as places
from directory import demo as directory
from directory.models import Service
from directory.schedule import Session
from referrals import actions
from referrals import demo as referrals
from referrals.belonging import Connection
from referrals.crisis import actions as crisis
from referrals.crisis.models import Crisis, CrisisCheck
from referrals.following.models import FollowUp
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.introductions.models import Introduction
from referrals.models import Referral
from referrals.reminding import sweeping
from referrals.sessions import actions as sessions
from referrals.sessions import offering
from referrals.states import Purpose, Returned, State, Step


def load() -> None:
    for floor in (places, people, directory, referrals):
        floor.load()


def account(name: str) -> User:
    """By first name."""
    return User.objects.get(email=people.address(name))


def user(name: str) -> User:
    """Acting in the one role they have."""
    found = account(name)
    found.acting = Membership.objects.select_related("organisation", "team").get(user=found)
    return found


def lunch_club() -> Service:
    return Service.objects.get(pk=directory.key("st-marks-lunch-club"))


def refer(given: str, family: str, *more: str, by: str = "Rosa", **known: str) -> Referral:
    """As the form would make it; `more` are further purposes somebody said yes to."""
    person = {
        "given_name": given, "family_name": family, "phone": "07700900198", "email": f"{family.lower()}@example.org",
        "postcode": "KX2 4HD", "safe_to_message": "yes", **known,
    }  # fmt: skip
    with acting_as("seed"):
        return actions.submit(
            person=person, wants=["company"], words="Cards, and somebody who laughs.",
            yeses=[Purpose.CONTACT, Purpose.TELL_REFERRER, *more], by=user(by), made=actions.new_key(),
        )  # fmt: skip


def speak_with(referral: Referral) -> Referral:
    carl, referral = user("Carl"), accept(referral)
    with acting_as("seed"):
        said = {"channel": "call", "reached": True, "note": "Would go, if somebody waits at the door."}
        return actions.record_contact(referral, **said, by=carl, made=actions.new_key()).referral


def expect(referral: Referral, starts_at: datetime) -> Referral:
    """They said yes to the lunch club, and it expects them then."""
    carl, club = user("Carl"), lunch_club()
    with acting_as("seed"):
        connection = introductions.suggest(referral, service=club, by=carl, made=actions.new_key())
        for step in (Step.AGREED, Step.INTRODUCED):
            introductions.step(connection, to=step, by=carl)
        actions.move(referral, to=State.ACTIVE, by=carl)
        sessions.expect(connection, Session(starts_at, starts_at + timedelta(hours=2), club.locations.first()))
    return referral


def give_back(referral: Referral) -> Referral:
    with acting_as("seed"):
        return actions.give_back(referral, by=user("Carl"), why=Returned.NOT_REACHED)


def accept(referral: Referral) -> Referral:
    with acting_as("seed"):
        return actions.accept(referral, by=user("Carl"))


def said(referral: Referral, **answers: str) -> None:
    """Who says so -> whether this person went; in this order."""
    for who, answer in answers.items():
        with acting_as("seed"):
            going.answer(referral.occasions.earliest("starts_at"), said_by=who, answer=answer)


def noon_today() -> datetime:
    return hours.days_from(timezone.now(), 0, time(12))


def ask_who_went() -> None:
    """What the worker does at its pulse."""
    with acting_as("reminders"):
        sweeping.ask_who_went()


def a_place() -> str:
    """Dilys of the demo waits, and there is a place: the address of what she is asked."""
    with acting_as("reminders"):
        offering.offer_places()
    return links.address(Link.objects.filter(purpose="place").latest("created_at"))


def getting_on() -> str:
    """Clifford of the demo has been three times: the address of the question that is put to him."""
    with acting_as("seed"):
        row = FollowUp.objects.get(kind="settled", referral__person__given_name="Clifford")
        FollowUp.objects.filter(pk=row.pk).update(done_at=None, then="", said_by="")
        scope, until = [row.referral_id, row.pk], timezone.now() + timedelta(days=3)
        Connection.objects.filter(pk=row.connection_id).update(state=Step.ATTENDING)
        return links.address(links.mint("settled", row.pk, scope, until))


def looked_in_on() -> str:
    """It snows again, and whoever agreed is asked: the address of the question that is put to one of them."""
    tess, until = user("Tess"), timezone.now() + timedelta(days=1)
    with acting_as("seed"):
        now = Crisis.objects.on().first()
        if now is None:
            now = crisis.begin(why="Snow again", ends_on=until.date(), by=tess, made=actions.new_key())
            crisis.begin_round(now, by_text=False, hours_to_answer=4, by=tess, made=actions.new_key())
        row = CrisisCheck.objects.filter(crisis=now).order_by("pk").first()
        CrisisCheck.objects.filter(pk=row.pk).update(said="", done_at=None)
        return links.address(links.mint("crisis", row.pk, [row.referral_id, row.pk], until))


def known_as(given: str) -> Referral:
    """One of the demo's own, by a first name that nobody else there has."""
    with acting_as("seed"):
        return Referral.objects.select_related("person").get(person__given_name=given)


def wilf() -> Referral:
    return known_as("Wilf")


def link_for(referral: Referral, purpose: str) -> str:
    """The address that was sent out: to the person, or to the organiser."""
    with acting_as("seed"):
        occasion = referral.occasions.earliest("starts_at")
        told = Introduction.objects.filter(occasion=occasion).values_list("pk", flat=True).first()
    subject = {"attendance": occasion.pk, "register": occasion.register_id, "introduction": told}[purpose]
    return links.address(Link.objects.filter(purpose=purpose, subject=subject).latest("created_at"))
