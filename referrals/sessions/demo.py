"""The demo's waiting list, and somebody who goes on going; plainly fictional."""

from datetime import timedelta

from django.utils import timezone

from connect.people.models import User
from directory import schedule
from directory.keeping import asking
from directory.models import Service
from referrals import actions
from referrals.belonging import Connection
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.models import Referral
from referrals.sessions import actions as sessions
from referrals.sessions.models import Wait
from referrals.states import Answer, Purpose, Says, State, Step


def load(rosa: User, carl: User) -> None:
    """A group that was full has one place again; and somebody was at St Mark’s last week."""
    others = Service.objects.searchable().exclude(name__startswith="St Mark").exclude(schedules=None)
    if group := others.filter(kind="activity").order_by("name").first():
        asking.say_room(group, schedule=None, available=0, said_by_name=group.contact_name, by=None)
        for days, name in ((19, ("Dilys", "Farthingale")), (6, ("Amara", "Okonjo-Wells"))):
            waits = sessions.wait_for(_agreed(carl, _spoken(rosa, carl, *name), group), by=carl)
            Wait.objects.filter(pk=waits.pk).update(joined_at=timezone.now() - timedelta(days=days))
        asking.say_room(group, schedule=None, available=1, said_by_name=group.contact_name, by=None)
    _goes(carl, _spoken(rosa, carl, "Edwin", "Plumtree"), Service.objects.get(name__startswith="St Mark"))


def _spoken(rosa: User, carl: User, given: str, family: str) -> Referral:
    number = f"07700900{100 + sum(map(ord, given + family)) % 800:03d}"
    person = {"given_name": given, "family_name": family, "phone": number, "postcode": "KX2 4HD"}
    referral = actions.submit(
        person=person | {"safe_to_message": "yes"}, wants=["company"], words="Company, and a cup of tea.",
        yeses=[Purpose.CONTACT, Purpose.TELL_REFERRER], by=rosa, made=actions.new_key(),
    )  # fmt: skip
    actions.accept(referral, by=carl)
    said = {"channel": "call", "reached": True, "note": "Glad to be asked."}
    return actions.record_contact(referral, **said, by=carl, made=actions.new_key()).referral


def _agreed(carl: User, referral: Referral, group: Service) -> Connection:
    connection = introductions.suggest(referral, service=group, by=carl, made=actions.new_key())
    return introductions.step(connection, to=Step.AGREED, by=carl)


def _goes(carl: User, referral: Referral, group: Service) -> None:
    """At the last session but a week, by its timetable; the sweep expects him at the next ones."""
    session = schedule.next_session(group, timezone.now() - timedelta(days=9))
    if session is None or session.starts_at > timezone.now():
        return
    connection = introductions.step(_agreed(carl, referral, group), to=Step.INTRODUCED, by=carl)
    actions.move(referral, to=State.ACTIVE, by=carl)
    occasion = sessions.expect(connection, session)
    occasion.reminded_at = occasion.asked_at = timezone.now()
    occasion.save(update_fields=["reminded_at", "asked_at"])
    going.answer(occasion, said_by=Says.ORGANISER, answer=Answer.WENT)
