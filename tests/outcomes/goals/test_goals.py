"""What somebody hopes for: their own words, tied to aims, rated by whom it concerns; and nobody else's business."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.html import escape

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from outcomes.framework.models import Outcome
from outcomes.goals import actions, asking, evidence
from outcomes.goals.models import Goal, GoalRating, GoalsAsked
from outcomes.goals.states import Rating
from referrals.actions import new_key
from referrals.belonging import Attendance
from referrals.safety.models import Heard
from tests.referrals.conftest import expected  # noqa: F401

WORDS = "Somewhere to be on a Tuesday"


def outcome(code):
    return Outcome.objects.get(code=code)


@pytest.fixture
def goal(cast, with_carl):
    identify(cast.carl)
    return actions.put_down(
        with_carl, words=WORDS, hoped_by=None, outcomes=[outcome("A2.2").pk], by=cast.carl, made=new_key()
    )


def test_a_goal_is_put_down_once_in_their_words_and_hangs_on_its_aim(cast, sign_in, with_carl):
    carl, address = sign_in(cast.carl), reverse("goals", args=[with_carl.pk])
    form = carl.get(address).context["form"]
    said = {"key": form["key"].value(), "words": WORDS, "outcomes": [outcome("A2.2").pk, outcome("A3.1").pk]}
    assert [carl.post(address, said).status_code for _ in range(2)] == [302, 302]
    identify(cast.carl)
    (goal,) = Goal.objects.all()
    assert [one.code for one in goal.outcomes] == ["A2.2", "A3.1"]
    text = carl.get(address).text
    assert [part in text for part in (WORDS, "Help people get the best start and age well")] == [True, True]
    assert WORDS in carl.get(reverse("person", args=[with_carl.pk])).text
    assert WORDS in carl.get(reverse("goals_sheet", args=[with_carl.pk])).text


def test_without_words_nothing_is_put_down_and_what_was_ticked_stays(cast, sign_in, with_carl):
    carl, address = sign_in(cast.carl), reverse("goals", args=[with_carl.pk])
    key = carl.get(address).context["form"]["key"].value()
    page = carl.post(address, {"key": key, "words": " ", "outcomes": [outcome("A2.2").pk]})
    assert (page.status_code, page.context["form"].errors) == (422, {"words": ["Write it in their words"]})
    ticked = [one.code for _aim, rows in page.context["form"].aims for one, on in rows if on]
    assert ticked == ["A2.2"]


def test_tied_anew_the_last_word_counts_and_the_first_is_kept(cast, goal):
    actions.tie(goal, outcomes=[outcome("A4.2").pk], by=cast.carl)
    assert [one.code for one in Goal.objects.get().outcomes] == ["A4.2"]
    assert sorted(goal.tags.values_list("outcome__code", "on")) == [("A2.2", False), ("A2.2", True), ("A4.2", True)]


def test_what_is_known_already_is_offered_and_kept_without_typing_it_again(cast, sign_in, with_carl, goal, expected):  # noqa: F811
    with acting_as("seed"):
        Attendance.objects.create(occasion=expected, referral=with_carl, said_by="organiser", answer="went")
    identify(cast.carl)
    (known,) = evidence.suggested(goal, evidence.known(with_carl))
    assert (known.kind, known.sentence[:36]) == ("attendance", "Went to St Mark's lunch club once, o")
    carl, address = sign_in(cast.carl), reverse("rate_goal", args=[goal.pk])
    form = carl.get(address).context["form"]
    said = {"key": form["key"].value(), "rating": "some", "words": "", "rests_on": [known.ref]}
    for _ in range(2):
        carl.post(address, said)
    text = carl.get(reverse("goals", args=[with_carl.pk])).text
    assert text.count(escape(known.sentence)) == 2  # suggested above, and beside the rating that rests on it
    identify(cast.carl)
    assert [(row.rating, row.by, row.rests_on) for row in GoalRating.objects.all()] == [
        (Rating.SOME, cast.carl, [known.ref])
    ]
    assert carl.post(address, said | {"key": new_key()["key"], "rests_on": ["session:made-up"]}).status_code == 422


def test_what_was_said_is_never_written_over(cast, goal):
    actions.rate(goal, rating=Rating.SOME, by=cast.carl, made=new_key())
    for model, change in ((Goal, {"words": "x"}), (GoalRating, {"rating": "achieved"})):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**change)


@pytest.fixture
def at_the_link(client, cast, sign_in, goal):
    carl = sign_in(cast.carl)
    key = carl.get(reverse("goals", args=[goal.referral_id])).context["send"]["key"].value()
    for _ in range(2):
        carl.post(reverse("ask_goals", args=[goal.referral_id]), {"key": key})
    client.get(reverse("link", args=[links.token(Link.objects.get(purpose="goals"))]))
    return client


def test_by_their_own_link_they_say_how_far_they_are_and_somebody_reads_their_words(cast, at_the_link, goal):
    with acting_as("delivery"):
        assert sorted(Message.objects.filter(template="goals").values_list("channel", flat=True)) == ["email", "sms"]
        assert not [one for one in Message.objects.filter(template="goals") if "Tuesday" in one.body]
    page = at_the_link.get(reverse("goals_asked"))
    assert (page.context["goal"], WORDS in page.text) == (goal, True)
    wrong = at_the_link.post(reverse("goals_asked"), {"goal": goal.pk, "rating": "splendid", "words": "Kept"})
    assert (wrong.status_code, wrong.context["words"]) == (422, "Kept")
    said = {"goal": goal.pk, "rating": "achieved", "words": "I have a chair there now"}
    at_the_link.post(reverse("goals_asked"), said)
    assert "Thank you" in at_the_link.get(reverse("goals_asked"), follow=True).text
    identify(cast.carl)
    assert [(row.rating, row.by, row.words) for row in GoalRating.objects.all()] == [("achieved", None, said["words"])]
    assert Heard.objects.get().text == said["words"]
    assert Goal.objects.get().is_over


def test_left_out_or_stopped_nothing_is_rated_and_it_is_over(cast, at_the_link, goal):
    at_the_link.post(reverse("goals_asked"), {"goal": goal.pk, "rating": "leave_out"})
    identify(cast.carl)
    assert (GoalRating.objects.count(), GoalsAsked.objects.get().finished_at is None) == (0, False)


def test_an_organisers_link_to_the_same_referral_opens_no_goals(cast, at_the_link, goal):
    with acting_as("link", scope=[goal.referral_id, goal.referral.person_id]):
        assert (Goal.objects.count(), GoalRating.objects.count(), GoalsAsked.objects.count()) == (0, 0, 0)


def test_nobody_is_asked_who_may_not_be_written_to(cast, goal):
    with acting_as("seed"):
        type(goal.referral.person).objects.update(safe_to_message="no")
        goal.referral.person.refresh_from_db()
        with pytest.raises(asking.CannotWrite):
            asking.send(goal.referral, by=cast.carl, made=new_key())


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "ravi", "vera", "colm"])
def test_nobody_else_sees_a_goal_on_the_page_or_past_it(cast, sign_in, goal, who):
    somebody = sign_in(getattr(cast, who))
    pages = [reverse("goals", args=[goal.referral_id]), reverse("goals_sheet", args=[goal.referral_id])]
    pages += [reverse(name, args=[goal.pk]) for name in ("rate_goal", "tie_goal")]
    assert {somebody.get(address).status_code for address in pages} == {404}
    identify(getattr(cast, who))
    assert (Goal.objects.count(), goal.tags.count()) == (0, 0)
