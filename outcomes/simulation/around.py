"""Around a life: who else is asked in, who goes along, a place waited for, a session that is off, a text back."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from connect.messaging.inbound import taking
from connect.messaging.inbound.providers import Arrived
from directory.keeping import asking
from directory.models import Service
from outcomes.simulation import clock, doors, rates
from outcomes.simulation.chance import Dice
from outcomes.simulation.life import Life
from referrals import actions
from referrals.accompanying import arranging, telling_how
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.accompanying.states import Company, Felt, How, Went
from referrals.belonging import Connection, Occasion
from referrals.case import doing
from referrals.following import recording
from referrals.following.models import FollowUp
from referrals.following.states import Then
from referrals.introductions import settling
from referrals.introductions.models import Introduction
from referrals.person import restricting
from referrals.person.states import WhyHidden
from referrals.sessions import actions as sessions
from referrals.sessions.models import Offer
from referrals.sessions.states import Said
from referrals.states import OPEN, Purpose, Says
from referrals.threads import actions as threads
from referrals.together import actions as together
from referrals.together.states import Level

LOOKED_FOR = 12  # half days on which it is looked whether the place they wait for has come


def writes(life: Life, connection: Connection) -> None:
    """Now and then the connector writes to the organiser, or to whoever asked; or promises something."""
    with life.at_desk():
        referral = life.held()
        if life.dice.happens(rates.A_TASK):
            due, words = timezone.localdate() + timedelta(days=life.dice.randint(1, 7)), "Post the bus times"
            said = {"words": words, "owner": life.connector, "due_on": due, "by": life.connector}
            task = doing.add_task(referral, **said, made=actions.new_key())
            doing.finish_task(task, by=life.connector)
            life.note("task")
        if life.dice.happens(rates.ORGANISER_THREAD) and not threads.why_not_to_organiser(connection):
            said = {"text": "Is there a chair with arms?", "by": life.connector, "made": actions.new_key()}
            threads.tell_organiser(connection, **said)
            life.note("organiser_thread")
        if life.dice.happens(rates.THREAD) and not threads.why_not_to_referrer(referral):
            said = {"text": "All is well so far.", "by": life.connector, "made": actions.new_key()}
            threads.tell_referrer(referral, **said)
            life.note("thread")


def seldom(life: Life) -> None:
    """A worker is asked in for some weeks; or somebody must not be found."""
    if life.dice.happens(rates.ASKED_IN):
        _asks_in(life)
    if life.dice.happens(rates.IS_RESTRICTED):
        with life.at_desk():
            referral = life.held(*OPEN)
            restricting.restrict(referral, why=WhyHidden.STALKED, by=life.connector, owner=life.lead)
        life.note("restricted")


def _asks_in(life: Life) -> None:
    partner = life.dice.choice(life.world.cast.workers)
    until = timezone.localdate() + timedelta(days=60)
    with life.at_desk():
        referral = life.held(*OPEN)
        if partner.pk == referral.referrer_id or not referral.agreed_to(Purpose.CONTACT):
            return
        said = {"why": "She knows them from the housing office.", "level": Level.OUTLINE, "until": until}
        made = {"agreed": True, "by": life.connector, "made": actions.new_key()}
        together.ask_in(referral, partner=partner.acting, **said, **made)
    life.note("asked_in")


# ---------- somebody goes along ----------


def is_accompanied(life: Life, occasion: Occasion) -> bool:
    """A neighbour, door to door; settled by the connector before the day."""
    if not life.dice.happens(rates.IS_ACCOMPANIED):
        return False
    email = f"neighbour.{life.number}@example.org"
    with life.at_desk():
        first = FirstVisit.objects.select_related("referral").filter(connection=occasion.connection_id).first()
        if first is None:
            return False
        companion = {"companion": "Neighbour Nel", "tie": "neighbour", "companion_email": email}
        said = {"company": Company.THEIRS, "companion_agreed": True, **companion}
        first = arranging.arrange(first, seen=first.version, by=life.connector, settled=True, **said)
        arranging.put_down(first, occasion.starts_at, occasion.ends_at, How.WITH, life.connector)
    life.note("accompanied")
    return True


def companion_says(life: Life, occasion: Occasion, went: bool) -> None:
    """By the link they were sent."""
    with life.at_desk():
        row = Accompaniment.objects.filter(connection=occasion.connection_id, starts_at=occasion.starts_at).first()
    link = row and doors.sent("companion", row.pk)
    if not link:
        return
    with doors.holding(link):
        rows = Accompaniment.objects.still_on().select_related("referral").filter(pk=row.pk, referral__state__in=OPEN)
        if found := rows.first():
            felt = {"felt": life.dice.choice([Felt.GOOD, Felt.ALL_RIGHT])} if went else {}
            telling_how.log(found, went=Went.TOGETHER if went else Went.NEITHER, link_id=link.pk, **felt)
            life.note("companion_says")


# ---------- a session that is off ----------


def is_called_off(life: Life, service: Service, occasion: Occasion) -> Iterator[datetime]:
    """The organiser rings the day before, of everybody who is expected; the sweep tells them."""
    register = Dice(f"{life.world.seed} off {occasion.register_id}")
    if not register.happens(rates.CALLED_OFF):
        return
    yield from life.until(occasion.starts_at - timedelta(hours=21))
    if occasion.starts_at <= timezone.now():
        return
    with life.at_desk():
        life.held(*OPEN)
        told = {"starts_at": occasion.starts_at, "words": "The hall is flooded.", "by": life.connector}
        sessions.call_off_session(service, register_id=occasion.register_id, **told)
    life.note("session_called_off")


# ---------- a place that is waited for ----------


def waits(life: Life, service: Service, row: Introduction) -> Iterator[datetime]:
    """They would rather wait. Weeks later there is room, and it is offered; None where nothing came of it."""
    with life.at_desk():
        found = Introduction.objects.select_related("referral__team").filter(pk=row.pk).first()
        if found is None or not found.needs_settling:
            return None
        settling.wait(found, by=life.connector)
    life.note("waits_for_place")
    yield from life.office(rates.ROOM_AGAIN)
    with life.at_desk():
        life.held(*OPEN)
        asking.say_room(service, schedule=None, available=2, said_by_name=service.contact_name, by=life.connector)
    for _time in range(LOOKED_FOR):
        yield from life.until(life.world.next_pulse() + timedelta(minutes=10))
        _answers_offer(life, row)
        with life.at_desk():
            coming = Occasion.objects.filter(connection=row.connection_id, called_off_at=None)
            if occasion := coming.filter(starts_at__gt=timezone.now()).order_by("starts_at").first():
                life.note("placed")
                return occasion
    return None


def _answers_offer(life: Life, row: Introduction) -> None:
    with life.at_desk():
        mine = Offer.objects.filter(wait__connection=row.connection_id, said="").order_by("made_at").first()
    link = mine and doors.sent("place", mine.pk)
    if not link:
        return
    with doors.holding(link):
        offer = Offer.objects.select_related("wait", "referral").filter(pk=mine.pk).first()
        if offer is None or offer.said or offer.answer_by <= timezone.now():
            return
        said = life.dice.one_of(rates.OFFERED_SAYS)
        sessions.say(offer, said=said, said_by=Says.PERSON)
    life.note({Said.YES: "takes_place", Said.KEEP: "place_not_yet", Said.NO: "place_refused"}[said])


# ---------- by their own word ----------


def settled_by_link(life: Life, connection: Connection) -> str:
    """ "Would you like to go on by yourself?": "" where nobody has asked, or they do not say."""
    with life.at_desk():
        asked = FollowUp.objects.still_open().filter(connection=connection).values_list("pk", flat=True)
        links = [link for pk in asked if (link := doors.sent("settled", pk))]
    if not links or not life.dice.happens(rates.ANSWERS_SETTLED):
        return ""
    with doors.holding(links[0]):
        row = FollowUp.objects.select_related("referral", "connection").get(pk=links[0].subject)
        then = life.dice.one_of({Then.SETTLED: 0.75, Then.HELP: 0.15, Then.LEAVE: 0.1})
        recording.answered(row, then=then)
    life.note(f"by_link_{then}")
    return then


def texts(life: Life, words: str) -> bool:
    """From their own telephone; what it means is for whoever reads it there."""
    if not life.who.phone.startswith("07700"):
        return False
    number = "+44" + life.who.phone.replace(" ", "")[1:]
    with doors.without_account():
        taking.take(Arrived("http", str(uuid.uuid4()), number, words))
    life.note("text_stop" if words == "STOP" else "text_back")
    return True


def stops(life: Life) -> Iterator[datetime]:
    """They want no more texts, and send the word; nothing else ends by it."""
    yield clock.at_home(life.dice, (0, 1))
    texts(life, "STOP")
