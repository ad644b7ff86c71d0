"""On the page that a code opens, somebody reads what they hope for: their own words, and how far they were."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as, identify
from outcomes.goals import actions
from outcomes.goals.models import Goal, GoalRating
from outcomes.goals.states import Rating
from referrals.actions import new_key
from tests.referrals.open_door.conftest import answer, code_sent

pytestmark = pytest.mark.django_db
WORDS = "Somewhere to be on a Tuesday"


@pytest.fixture
def hopes(cast, with_carl):
    identify(cast.carl)
    said = {"hoped_by": None, "outcomes": [], "by": cast.carl}
    first, second = (
        actions.put_down(with_carl, words=words, made=new_key(), **said) for words in (WORDS, "A bus I can get on")
    )
    actions.rate(first, rating=Rating.SOME, words="Shy, I thought", by=cast.carl, made=new_key())
    with acting_as("seed"):
        actions.rate(first, rating=Rating.ACHIEVED, words="I have a chair there", by=None, made=new_key())
    return first, second


@pytest.fixture
def own_page(client, settings):
    """Opens it as anybody does, with a code to their phone."""
    settings.QUIET_HOURS = False

    def opened(**headers):
        key = uuid.uuid4()
        client.post(reverse("ask_code"), {"key": str(key), "to": "07700 900126"})
        answer()
        return client.post(reverse("enter_code", args=[key]), {"code": code_sent()}, follow=True, headers=headers)

    return opened


def test_they_read_their_own_words_and_how_far_they_were_and_not_what_a_connector_thought(hopes, own_page):
    page = own_page()
    shown = [(goal.words, [step[1:] for step in steps]) for goal, steps in page.context["hopes"]]
    assert shown == [
        ("A bus I can get on", []),  # what is open stands first
        (WORDS, [("Some of the way", "", "Carl"), ("Yes, I am there", "I have a chair there", None)]),
    ]  # fmt: skip
    shown = ("What you hope for", WORDS, "(Carl wrote it down)", "(you told us)", "Nothing is written here yet", "Shy")
    assert [words in page.text for words in shown] == [True, True, True, True, True, False]


def test_where_nothing_was_put_down_nothing_is_said_of_it(with_carl, own_page):
    assert "What you hope for" not in own_page().text


def test_it_is_read_in_welsh_too(hopes, own_page):
    page = own_page(**{"accept-language": "cy"})
    shown = ("Beth rydych chi'n ei obeithio", "Rhan o&#x27;r ffordd", WORDS)
    assert [words in page.text for words in shown] == [True, True, True]


def test_a_page_of_somebody_elses_opens_no_goals(hopes):
    with acting_as("own_page", scope=[uuid.uuid4(), hopes[0].pk]):
        assert (Goal.objects.count(), GoalRating.objects.count()) == (0, 0)
    with acting_as("own_page", scope=[hopes[0].referral_id]):
        assert (Goal.objects.count(), GoalRating.objects.count()) == (2, 2)
