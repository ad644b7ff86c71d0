"""Volunteers come in step by step, people wait for one and are matched, visits are told by link, and most end well."""

from collections.abc import Iterable
from datetime import time, timedelta

from django.utils import timezone

from connect.messaging import hours
from connect.people.models import User
from directory.models import Service
from directory.states import Kind as Listing
from outcomes.simulation import cast, doors, rates
from outcomes.simulation.chance import Dice
from outcomes.simulation.world import World
from referrals.actions import ReferralError, new_key
from referrals.asking import eligibility
from referrals.befriending import applying, approving, ending, matching, reading, suiting, visiting, wanting
from referrals.befriending.models import (
    BefrienderMatch,
    BefrienderWish,
    BefriendingRules,
    Referee,
    Volunteer,
)
from referrals.befriending.states import Interest, Kind, Mood, Stage, State, Travel, Went
from referrals.models import Referral
from referrals.states import State as ReferralState

MONDAY = 0
A_FEW = 4
TEA = time(14)
WEEKS = timedelta(weeks=12)
TIMES = ["mon-pm", "tue-pm", "wed-am", "thu-pm", "fri-am"]


def day(world: World, dice: Dice) -> None:
    """Of the team's one coordinator, and so by one part of a world that is played in two, with the people of it.

    Whoever the demo had before lives later than a world that is played up to today: nobody acts on what lies ahead.
    """
    lead = world.cast.lead
    if not world.is_last or not _is_offered(world, lead):
        return
    if timezone.localdate().weekday() == MONDAY:
        _offer(world, dice)
        _ask(world, dice)
    _come_in(world, dice, lead)
    _match(world, dice, lead)
    _visit(world, dice)
    _look_after(world, dice, lead)


def _is_offered(world: World, lead: User) -> bool:
    """The team's listing, said once."""
    if BefriendingRules.objects.filter(team=world.cast.team).exists():
        return True
    listing = Service.objects.published().filter(kind=Listing.BEFRIENDING).order_by("name").first()
    if listing:
        with doors.signed_in(lead):
            wanting.set_rules(world.cast.team, by=lead, service=listing, references=1)
    return listing is not None


# ---------- volunteers ----------


def _offer(world: World, dice: Dice) -> None:
    if not dice.happens(rates.OFFERS_TO_BEFRIEND):
        return
    name = f"{dice.choice(cast.GIVEN)} {dice.choice(cast.FAMILY)}"
    with doors.without_account():
        postcode, key = dice.choice(world.cast.postcodes), new_key()
        applying.apply(
            made=key, spot=eligibility.locate(postcode), name=name, postcode=postcode,
            email=f"volunteer.{str(key['key'])[:8]}@example.org",
            kinds=[Kind.VISIT, Kind.PHONE], interests=dice.sample(Interest.values, 4), times=dice.sample(TIMES, 3),
            miles=10, travel=dice.choice(Travel.values), languages=["English"],
        )  # fmt: skip
    world.note("volunteer_applied")


def _come_in(world: World, dice: Dice, lead: User) -> None:
    """A press on the link, a talk; and on Mondays, of whoever has come so far, what is still missing."""
    with doors.signed_in(lead):
        coming = Volunteer.objects.filter(stage__in=["applied", "confirmed", "talked"], applied_at__lte=timezone.now())
        rows = list(coming.filter(team=lead.acting.team_id))
    for row in sorted(rows, key=lambda one: (one.applied_at, str(one.pk)))[:A_FEW]:
        if row.stage == Stage.APPLIED:
            if (link := doors.sent("volunteer", row.pk)) and dice.happens(rates.PRESSES_THE_LINK):
                with doors.holding(link):
                    applying.confirm(Volunteer.objects.get(pk=row.pk))
        elif row.stage == Stage.CONFIRMED:
            with doors.signed_in(lead):
                who = {"name": "Pat Referee", "email": f"referee.{str(row.pk)[:8]}@example.org", "tie": "neighbour"}
                applying.name_referees(row, [who], made=[new_key()], by=lead)
                approving.talked(row, by=lead)
        elif timezone.localdate().weekday() == MONDAY:
            _ready(world, row, lead)


def _ready(world: World, row: Volunteer, lead: User) -> None:
    with doors.signed_in(lead):
        asked = list(Referee.objects.filter(volunteer=row, answered_at=None))
    for one in asked:
        if link := doors.sent("reference", one.pk):
            with doors.holding(link):
                said = {"trusts": "yes", "years": "Ten years", "words": "", "link_id": link.pk}
                approving.answered(Referee.objects.select_related("team__organisation").get(pk=one.pk), **said)
    with doors.signed_in(lead):
        today = timezone.localdate()
        approving.saw_check(row, level="dbs_enhanced", seen_on=today, by=lead)
        approving.taught(row, title="The first evening", held_on=today, by=lead)
        try:
            approving.approve(row, by=lead)
            world.note("volunteer_approved")
        except approving.NotComplete:
            world.note("volunteer_not_yet")


# ---------- who waits, and for whom ----------


def _ask(world: World, dice: Dice) -> None:
    for connector in world.cast.connectors:
        with doors.signed_in(connector):
            rows = Referral.objects.caseload_of(connector).filter(
                connector=connector, state__in=[ReferralState.CONTACTED, ReferralState.ACTIVE], befriender_wishes=None,
                submitted_at__lte=timezone.now(),
            )  # fmt: skip
            for referral in _own(rows.order_by("submitted_at", "reference")[:A_FEW]):
                if dice.happens(rates.WOULD_LIKE_A_BEFRIENDER):
                    _wished(world, dice, referral, connector)


def _own(rows: Iterable[Referral]) -> list[Referral]:
    return [one for one in rows if one.named is None]


def _wished(world: World, dice: Dice, referral: Referral, by: User) -> None:
    try:
        wanting.ask(
            referral, kind=Kind.VISIT, by=by, made=new_key(), interests=dice.sample(Interest.values, 3),
            times=dice.sample(TIMES, 2),
        )  # fmt: skip
        world.note("befriender_asked_for")
    except ReferralError as refused:
        world.note(f"befriender_{type(refused).__name__}")


def _match(world: World, dice: Dice, lead: User) -> None:
    with doors.signed_in(lead):
        people = list(reading.volunteers(lead).filter(stage=Stage.APPROVED).order_by("applied_at", "pk"))
        rules = BefriendingRules.of(lead.acting.team_id)
        waiting = BefrienderWish.objects.waiting().filter(team=lead.acting.team_id, asked_at__lte=timezone.now())
        for wish in waiting[:A_FEW]:
            found = [one for one in suiting.fits(wish, people, rules, timezone.localdate()) if one.suits]
            if found and not wish.matches.exclude(state__in=[State.DECLINED, State.ENDED]).exists():
                matching.propose(wish, volunteer=found[0].volunteer, by=lead, made=new_key())
                world.note("befriender_proposed")
                people = list(reading.volunteers(lead).filter(stage=Stage.APPROVED).order_by("applied_at", "pk"))
        proposed = BefrienderMatch.objects.still_on().filter(state__in=[State.PROPOSED, State.AGREED])
        asked = list(proposed.filter(proposed_at__lte=timezone.now()))
    for match in sorted(asked, key=lambda one: (one.proposed_at, str(one.pk))):
        _yes_of_each(world, dice, match, lead)


def _yes_of_each(world: World, dice: Dice, match: BefrienderMatch, lead: User) -> None:
    if match.volunteer_yes is None and (link := doors.sent("befriend", match.pk)):
        with doors.holding(link):
            yes = dice.happens(rates.SAYS_YES_TO_A_MATCH)
            match = matching.volunteer_says(BefrienderMatch.objects.get(pk=match.pk), yes=yes)
    if match.state == State.PROPOSED and match.volunteer_yes:
        with doors.signed_in(lead):
            match = matching.person_says(match, yes=dice.happens(rates.SAYS_YES_TO_A_MATCH), by=lead)
    elif match.state == State.AGREED:
        with doors.signed_in(lead):
            _arranged(world, match, lead)


def _arranged(world: World, match: BefrienderMatch, lead: User) -> None:
    """Whoever withdrew since they said yes is refused, as on the page."""
    at = hours.at(timezone.localdate() + timedelta(days=3), TEA)
    try:
        matching.arrange(match, meets_at=at, place="home", agreed="", every_days=7, by=lead)
        world.note("befriender_first_visit")
    except ReferralError as refused:
        world.note(f"befriender_{type(refused).__name__}")


# ---------- visits ----------


def _visit(world: World, dice: Dice) -> None:
    """By the link of the day's letter; one in twenty says nothing, and is asked after."""
    today = timezone.localdate()
    with doors.signed_in(world.cast.lead):
        due = list(BefrienderMatch.objects.met().filter(next_on__lt=today).order_by("proposed_at", "pk"))
    for match in due:
        link = doors.sent("befriender", match.pk)
        if link is None or not dice.happens(rates.TELLS_OF_A_VISIT):
            continue
        with doors.holding(link):
            mine = BefrienderMatch.objects.met().helped().select_related("volunteer").filter(pk=match.pk).first()
            if mine is not None:
                went = dice.one_of({Went(key): share for key, share in rates.A_VISIT.items()})
                visiting.log(mine, on=mine.next_on, went=went, mood=Mood.GOOD, minutes=60, link_id=link.pk)
                world.note(f"visit_{went}")


def _look_after(world: World, dice: Dice, lead: User) -> None:
    with doors.signed_in(lead):
        now, today = timezone.now(), timezone.localdate()
        visits = reading.visits(lead).filter(read_at=None, logged_at__lte=now)
        for visit in visits.order_by("logged_at", "pk")[:20]:
            visiting.read(visit, by=lead)
        rows = reading.matches(lead)
        for match in rows.filter(alarmed_at__lte=now).met().order_by("proposed_at", "pk"):
            visiting.asked_about(match, next_on=today + timedelta(days=2), by=lead)
            world.note("visit_asked_after")
        for match in rows.filter(state=State.GOING, meets_at__lt=now - WEEKS).order_by("proposed_at", "pk"):
            if dice.happens(rates.COMES_TO_AN_END):
                why = {"ending": "done", "after": "own", "words": ""}
                ending.plan(match, ends_on=today + timedelta(days=14), by=lead, **why)
        for match in rows.filter(state=State.ENDING, ends_on__lt=today).order_by("proposed_at", "pk"):
            ending.end(match, by=lead)
            world.note("befriending_ended")
