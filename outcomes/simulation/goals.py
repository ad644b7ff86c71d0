"""What people hope for, how far they come, and now and then a story: on Mondays, when there is time to write."""

from datetime import timedelta

from django.db.models import Max, Q
from django.utils import timezone

from connect.people.models import User
from outcomes.framework.models import Outcome
from outcomes.goals import actions as goals
from outcomes.goals.models import Goal
from outcomes.goals.states import OVER, Rating
from outcomes.simulation import doors, rates
from outcomes.simulation.chance import Dice
from outcomes.simulation.world import World
from outcomes.stories import actions as stories
from outcomes.stories.models import Story
from outcomes.stories.today import waiting_for
from referrals.actions import new_key
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision
from referrals.states import Purpose, State, Step

HOPES = (
    ("Somewhere to be on a Tuesday", "A2.2"), ("To walk in by myself", "A2.7"), ("Somebody to talk to", "A3.1"),
    ("To cook something new", "A1.1"), ("To be of use to somebody", "A1.3"), ("To get out more", "A2.8"),
)  # fmt: skip
UNDER_WAY = (State.CONTACTED, State.ACTIVE)
MONDAY, A_LOOK = 0, timedelta(weeks=5)
A_FEW = 3


def day(world: World, dice: Dice) -> None:
    if timezone.localdate().weekday() != MONDAY:
        return
    for connector in world.cast.connectors:
        with doors.signed_in(connector):
            _put_down(world, dice, connector)
            _look_again(world, dice, connector)
            _tell(world, dice, connector)
    with doors.signed_in(world.cast.lead):
        _read(world, dice, world.cast.lead)


def _put_down(world: World, dice: Dice, by: User) -> None:
    rows = Referral.objects.caseload_of(by).filter(connector=by, state__in=UNDER_WAY, goals=None)
    for referral in rows.order_by("submitted_at", "reference")[:A_FEW]:
        if dice.happens(rates.SAYS_A_HOPE):
            words, code = dice.choice(HOPES)
            of = Outcome.objects.filter(code=code, aim__framework__scheme=None).values_list("pk", flat=True)
            goals.put_down(referral, words=words, hoped_by=None, outcomes=of, by=by, made=new_key())
            world.note("goal_put_down")


def _look_again(world: World, dice: Dice, by: User) -> None:
    """Every five weeks or so, while it is not over."""
    since = timezone.now() - A_LOOK
    mine = Referral.objects.caseload_of(by).filter(connector=by, state__in=UNDER_WAY)
    rows = Goal.objects.filter(referral__in=mine, made_at__lt=since).annotate(rated=Max("ratings__at"))
    rows = rows.filter(Q(rated=None) | Q(rated__lt=since)).exclude(ratings__rating__in=OVER)
    for goal in rows.order_by("made_at", "pk")[:A_FEW]:
        rating = dice.one_of({Rating(key): share for key, share in rates.COMES.items()})
        goals.rate(goal, rating=rating, by=by, made=new_key())
        world.note(f"goal_{rating}")


def _tell(world: World, dice: Dice, by: User) -> None:
    """Of somebody who has settled, where both yeses are given."""
    rows = Referral.objects.caseload_of(by).filter(connector=by, connections__state=Step.SETTLED, stories=None)
    referral = rows.order_by("submitted_at", "reference").distinct().first() if dice.happens(rates.A_STORY) else None
    if referral is None:
        return
    for purpose in (Purpose.STORY, Purpose.PUBLISH):
        consenting.record(referral, purpose=purpose, decision=Decision.GIVEN, by=by)
    told = {
        "title": "A place of their own",
        "called": "Robin",
        "words": "It was a quiet year. Then there was a Tuesday.",
    }
    stories.offer(stories.begin(referral, by=by, made=new_key(), quotes=[], tags=[], **told), by=by)
    world.note("story_written")


def _read(world: World, dice: Dice, lead: User) -> None:
    """Of this part, and of last week's: today's was written a moment ago."""
    waits = waiting_for(lead).filter(written_at__lt=timezone.now()).order_by("written_at", "pk")
    for story in [one for one in waits if world.is_mine(one.pk)][:A_FEW]:
        stories.publish(story, by=lead)
        world.note("story_published")
        if dice.happens(rates.TAKES_IT_BACK):
            stories.withdraw(Story.objects.get(pk=story.pk), by=lead)
            world.note("story_withdrawn")
