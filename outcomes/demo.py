"""The demo's outcomes: goals on their aims, two readings of one man, a story in the book and one that waits."""

from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.people.demo import address
from connect.people.models import Membership, User
from outcomes.framework.models import Outcome
from outcomes.goals import actions as goals
from outcomes.goals.models import Goal
from outcomes.goals.states import Rating
from outcomes.measuring.models import Reading
from outcomes.measuring.states import Mode, Moment
from outcomes.stories import actions as stories
from referrals.actions import new_key
from referrals.following.models import MeasureDue
from referrals.following.states import What
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision
from referrals.states import Purpose

OFTEN = {"lack_companionship": "often", "left_out": "some_of_the_time", "isolated": "often"}
LESS = {"lack_companionship": "some_of_the_time", "left_out": "some_of_the_time", "isolated": "some_of_the_time"}
HOPES = (
    ("Stanley", "Somewhere to be on a Tuesday", ("A2.2", "A3.1"), Rating.SOME),
    ("Stanley", "Cook one thing Margaret used to cook", ("A1.1",), Rating.NOT_STARTED),
    ("Dot", "Walk in by myself, once", ("A2.5", "A2.7"), Rating.NOT_STARTED),
)
TABLE = {
    "title": "A table by the window", "called": "Arthur",
    "words": "He used to set two places without thinking. In the first weeks he said no to everything, and we left it "
    "at that.\n\nThen somebody from the lunch club rang, and said there was a table by the window. He went, and left "
    "before the pudding. The next week he stayed for it. It is one lunch a week. The evenings are still long.",
    "quotes": ["They know how I take my tea."],
}  # fmt: skip


def load() -> None:
    """Once."""
    with acting_as("seed"):
        if Goal.objects.filter(words=HOPES[0][1], referral__person__family_name="Ames").exists():
            return
        carl, tess = _user("Carl Whitlock"), _user("Tess Orme")
        for given, words, codes, rating in HOPES:
            _hope(_of(given), words, codes, rating, carl)
        _readings(_of("Stanley"), carl)
        _stories(_of("Stanley"), _of("Dot"), carl, tess)


def _hope(referral: Referral, words: str, codes: tuple[str, ...], rating: str, by: User) -> None:
    of = Outcome.objects.filter(aim__framework__scheme=None, code__in=codes).values_list("pk", flat=True)
    goal = goals.put_down(referral, words=words, hoped_by=None, outcomes=of, by=by, made=new_key())
    if rating != Rating.NOT_STARTED:
        goals.rate(goal, rating=rating, by=by, made=new_key())


def _readings(referral: Referral, by: User) -> None:
    today, common = timezone.localdate(), {"referral": referral, "instrument": "ucla3", "version": "1", "by": by}
    for weeks, answers, moment in ((12, OFTEN, Moment.BASELINE), (0, LESS, Moment.FOLLOW_UP)):
        on = today - timedelta(weeks=weeks)
        Reading.objects.create(**common, answers=answers, moment=moment, taken_on=on, mode=Mode.FACE, **new_key())

    first = MeasureDue.objects.filter(referral=referral, what=What.BASELINE)
    first.update(done_at=timezone.now() - timedelta(weeks=12), done_by=by)


def _stories(ames: Referral, dot: Referral, carl: User, tess: User) -> None:
    for referral in (ames, dot):
        for purpose in (Purpose.STORY, Purpose.PUBLISH):
            consenting.record(referral, purpose=purpose, decision=Decision.GIVEN, by=carl)
    tags = list(Outcome.objects.filter(aim__framework__scheme=None, code="A2.2").values_list("pk", flat=True))
    told = stories.begin(ames, by=carl, made=new_key(), tags=tags, **TABLE)
    stories.publish(stories.offer(told, by=carl), by=tess)
    waits = {"title": "As far as the door", "called": "May", "quotes": [], "words": "She has been to the door twice."}
    stories.offer(stories.begin(dot, by=carl, made=new_key(), tags=tags, **waits), by=carl)


def _of(given: str) -> Referral:
    family = {"Stanley": "Ames", "Dot": "Fairley"}[given]
    rows = Referral.objects.select_related("person", "team__scheme", "ward")
    return rows.filter(person__given_name=given, person__family_name=family).earliest("submitted_at")


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.select_related("organisation", "team").get(user=user)
    return user
