"""What is suggested for whom, in which order and with which words; and that nothing fits, where nothing does."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from connect.identity import acting_as
from directory.models import Capacity, Gap, Location, Schedule, Service, ServiceAtLocation, Standing
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.matching import ideas, wishes
from referrals.matching.wishes import Wishes
from referrals.models import Person, Referral

pytestmark = pytest.mark.django_db


def group(cast, name, metres, needs=("company",), day="MO", location=(), **more):
    """A group so many metres from Mr Ames's door."""
    made = Service.objects.create(organisation=cast.action, name=name, kind="group", **more)
    hall = Location.objects.create(name=name, easting=412000 + metres, northing=402000, **dict(location))
    ServiceAtLocation.objects.create(service=made, location=hall)
    Schedule.objects.create(
        service=made, location=hall, freq="WEEKLY", byday=day, opens_at="10:00", dtstart="2026-01-05"
    )
    made.needs.set(needs)
    return made


def looked(referral, **changes):
    """Ideas for him, as he is known or with something changed."""
    with acting_as("seed"):
        row = Referral.objects.select_related("person", "ward").prefetch_related("connections").get(pk=referral.pk)
        known = wishes.of(row)
        return ideas.of(row, Wishes(**{**known.__dict__, **changes}))


def names(referral, **changes):
    return [one.hit.service.name for one in looked(referral, **changes).found]


def about(referral, name, **changes):
    [one] = [one for one in looked(referral, **changes).found if one.hit.service.name == name]
    return one


def test_within_the_same_streets_a_friendly_door_comes_first_and_farther_away_comes_later(cast, with_carl):
    group(cast, "Next door", 50)
    group(cast, "Met at the door", 200, met_at_door=True)
    group(cast, "A mile off", 1600, met_at_door=True)
    assert names(with_carl) == ["Met at the door", cast.lunch.name, "Next door", "A mile off"]


def test_the_same_question_has_the_same_answer(cast, with_carl):
    for n in range(6):
        group(cast, f"Twin {n}", 100)
    assert [names(with_carl) for _ in range(3)] == [names(with_carl)] * 3


def test_what_answers_none_of_their_wishes_is_not_offered_and_words_still_find_it(cast, with_carl):
    group(cast, "Brass for listeners", 100, ["getting_out"])
    assert "Brass for listeners" not in names(with_carl)
    assert names(with_carl, words="brass", needs=()) == ["Brass for listeners"]


def test_a_word_of_their_own_brings_a_group_that_answers_no_wish(cast, with_carl):
    group(cast, "Mill Lane singers", 100, ["getting_out"], summary="Sing for fun.")
    with acting_as("seed"):
        Referral.objects.update(words="I used to sing. I would like to sing again.")
    assert about(with_carl, "Mill Lane singers").why[1] == "Their own word: singers"


def test_a_group_they_have_or_said_no_to_is_not_offered_again(cast, with_carl):
    with acting_as("seed"):
        tried = introductions.suggest(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
        introductions.step(tried, to="not_for_them", by=cast.carl)
    assert names(with_carl) == []


@pytest.mark.parametrize(("born", "offered"), [(None, True), (date(1990, 1, 1), False), (date(1940, 1, 1), True)])
def test_a_group_for_others_ages_is_not_offered(cast, with_carl, born, offered):
    group(cast, "Over sixty", 100, minimum_age=60)
    with acting_as("seed"):
        Person.objects.update(date_of_birth=born)
    assert ("Over sixty" in names(with_carl)) is offered


def test_the_reasons_in_words(cast, with_carl, time_machine):
    time_machine.move_to(datetime(2026, 11, 30, 10, tzinfo=UTC), tick=False)
    group(
        cast, "Hut", 100, day="TU", location={"step_free": True}, free=True, languages=["Welsh"], met_at_door=True,
        met_by="Olive",
    )  # fmt: skip
    hut = Service.objects.get(name="Hut")
    Capacity.objects.create(service=hut, available=3)
    Standing.objects.create(service=hut, introduced=10, came=9, stayed=8, reply_days=2)
    assert about(with_carl, "Hut", days=("TU",), must=("step_free",), language="welsh").why == (
        "2 minutes’ walk",
        "For company, which they would like",
        "Tuesdays, 10am, on a day that suits them",
        "Step-free, which they need",
        "Welsh is spoken there",
        "3 places free",
        "Free",
        "Olive meets them at the door",
        "Four in five of those we sent stayed",
        "Usually replies in 2 days",
    )


@pytest.mark.parametrize(
    ("introduced", "stayed", "said"), [(9, 9, False), (10, 4, False), (10, 6, True), (30, 17, False)]
)
def test_that_people_stayed_is_said_of_ten_or_more_and_of_most(cast, with_carl, introduced, stayed, said):
    made = group(cast, "Hut", 100)
    Standing.objects.create(service=made, introduced=introduced, came=introduced, stayed=stayed)
    assert any("stayed" in reason for reason in about(with_carl, "Hut").why) is said


@pytest.mark.parametrize("needs", ["Cannot manage steps", "uses a walking frame", "Wheelchair"])
def test_who_cannot_manage_steps_is_shown_what_is_step_free(cast, with_carl, needs):
    group(cast, "Upstairs", 50, location={"step_free": False})
    group(cast, "Nobody knows", 60)
    group(cast, "Level", 70, location={"step_free": True})
    with acting_as("seed"):
        Person.objects.update(access_needs=needs)
    assert names(with_carl) == ["Level"]


def test_where_nothing_fits_it_says_so_and_shows_what_nearly_does_with_the_reason_against(cast, with_carl):
    group(cast, "Upstairs", 5000, day="FR", location={"step_free": False})
    found = looked(with_carl, days=("TU",), must=("step_free",))
    assert (found.nothing_fits, [one.hit.service.name for one in found.nearly]) == (
        True,
        [cast.lunch.name, "Upstairs"],
    )
    assert found.nearly[0].but == ("Nobody has told us yet: step-free. Ask first",)
    assert found.nearly[1].but == (
        "Farther than they wanted to go",
        "On another day: Fridays",
        "Not there, and they need it: step-free",
    )


def test_what_is_full_comes_last_and_says_so(cast, with_carl):
    full = group(cast, "Full", 10)
    Capacity.objects.create(service=full, available=0)
    assert (names(with_carl)[-1], about(with_carl, "Full").but) == ("Full", ("Full now. Ask about the waiting list",))


def test_how_far_days_and_wishes_can_be_changed_by_address_alone(cast, with_carl, sign_in):
    group(cast, "Friday far", 5000, day="FR")
    carl, page = sign_in(cast.carl), reverse("matches", args=[with_carl.pk])
    before = carl.get(page).content.decode()
    after = carl.get(page, {"changed": "1", "miles": "5", "days": "FR", "needs": "company"}).content.decode()
    assert ("Friday far" in before, "Friday far" in after, cast.lunch.name in after) == (False, True, False)


@pytest.mark.parametrize("query", ["changed=1&miles=x&days=XX&needs=%00&must=no", "changed=1&q=%00%ff", "changed=1"])
def test_what_no_form_would_send_is_answered(cast, with_carl, sign_in, query):
    assert sign_in(cast.carl).get(reverse("matches", args=[with_carl.pk]) + "?" + query).status_code == 200


def test_nothing_fits_is_one_press_and_names_nobody(cast, with_carl, sign_in):
    said = {"key": "8a7c5a5e-0000-4000-8000-00000000000a", "need": "company", "reason": "too_far"}
    for _ in range(2):
        sign_in(cast.carl).post(reverse("nothing_fits", args=[with_carl.pk]), said)
    with acting_as("migration"):
        [gap] = Gap.objects.all()
        assert (gap.reason, gap.need_id, gap.area, gap.source, gap.words) == (
            "too_far", "company", cast.ward, "connector", "",
        )  # fmt: skip


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "ravi", "colm", "vera", "dev"])
def test_nobody_else_looks_for_him(cast, with_carl, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert client.get(reverse("matches", args=[with_carl.pk])).status_code == 404
    assert client.post(reverse("nothing_fits", args=[with_carl.pk]), {"reason": "full"}).status_code == 404


@pytest.mark.parametrize("groups", [1, 12])
def test_ideas_are_asked_for_in_as_many_queries_however_many_there_are(
    cast, with_carl, sign_in, django_assert_num_queries, groups
):
    for n in range(groups):
        group(cast, f"Group {n}", n * 10)
    carl, page = sign_in(cast.carl), reverse("matches", args=[with_carl.pk])
    carl.get(page)
    with django_assert_num_queries(20):
        carl.get(page)
