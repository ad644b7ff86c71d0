"""The one statement against the slow way: for questions nobody thought of, the same listings and the same counts."""

from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory import index, words
from directory.index import METRES_IN_A_MILE, Question
from directory.models import Service
from directory.words import Part
from tests.directory.conftest import HERE

NEEDS, DAYS, KINDS = ("company", "getting_out", "phone_chat"), ("MO", "TU", "FR"), ("group", "activity", "transport")
WORDS = ("choir", "lunch", "walking", "garden", "quiet")
HOURS = {"morning": time(9), "afternoon": time(14), "evening": time(19)}
ASKED = {
    "parts": st.lists(st.sampled_from(WORDS), max_size=2, unique=True).map(
        lambda said: tuple(Part(word) for word in said)
    ),
    "near": st.sampled_from([None, HERE]),
    "miles": st.sampled_from([0.5, 1.0, 2.0, 5.0]),
    "needs": st.lists(st.sampled_from(NEEDS), max_size=2, unique=True).map(tuple),
    "days": st.lists(st.sampled_from(DAYS), max_size=2, unique=True).map(tuple),
    "times": st.lists(st.sampled_from(list(HOURS)), max_size=2, unique=True).map(tuple),
    "kinds": st.lists(st.sampled_from(KINDS), max_size=2, unique=True).map(tuple),
    "must": st.lists(st.sampled_from(["free", "met", "step_free"]), max_size=2, unique=True).map(tuple),
    "age": st.sampled_from([None, 10, 30, 70]),
}


@pytest.fixture
def town(listing):
    """Forty listings that differ in everything, by the digits of their number."""
    for n in range(40):
        listing(
            f"{WORDS[n % 5]} {WORDS[n // 5 % 5]} {n}", north=(n * 397) % 9000, kind=KINDS[n % 3], free=n % 4 == 0,
            needs=[NEEDS[n % 3], NEEDS[n // 3 % 3]], days=",".join((DAYS * 2)[n % 3 : n % 3 + 1 + (n % 7 == 0)]),
            opens=list(HOURS.values())[n // 2 % 3], closes=None, met_at_door=n % 5 == 0,
            minimum_age=18 if n % 6 == 1 else None, maximum_age=60 if n % 6 == 2 else None,
            attending="home" if n % 11 == 3 else "in_person", reach_metres=3000 if n % 11 == 3 else None,
            place={"step_free": n % 3 == 0},
        )  # fmt: skip
    return list(Service.objects.prefetch_related("needs", "schedules", "locations"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.fixed_dictionaries(ASKED))
def test_the_same_listings_and_the_same_counts_as_one_by_one(town, asked):
    question = Question(**asked)
    answer = index.ask(question, 1, 50)
    assert {service for service, _place in answer.found} == {each.pk for each in town if fits(each, question)}
    assert answer.total == len(answer.found)
    counted = {tag: n for tag, n in answer.facets.items() if tag.startswith(("need:", "day:", "kind:", "time:"))}
    assert counted == {tag: n for tag, n in counts(town, question).items() if n}


def fits(service, question, but=""):
    """Everything asked, but for one group of filters."""
    groups = {
        "needs": not question.needs or {need.pk for need in service.needs.all()} & set(question.needs),
        "kinds": not question.kinds or service.kind in question.kinds,
        "meets": meets(service, question.days, question.times),
    }
    asked = [all(part.said in service.name for part in question.parts), of_age(service, question.age)]
    ticked = {"free": service.free, "met": service.met_at_door, "step_free": step_free(service)}
    asked += [ticked[tag] for tag in question.must] + [held for name, held in groups.items() if name != but]
    return all(asked) and is_near(service, question)


def meets(service, days, times):
    """On one of the days at one of the times, at once."""
    both = [(each.days, part_of(each)) for each in service.schedules.all()]
    return any((not days or on & set(days)) and (not times or part in times) for on, part in both)


def part_of(schedule):
    return next(name for name, opens in HOURS.items() if opens == schedule.opens_at)


def of_age(service, age):
    return age is None or (service.minimum_age or 0) <= age <= (service.maximum_age or 1000)


def step_free(service):
    return service.attending != "in_person" or service.locations.all()[0].step_free


def is_near(service, question):
    if question.near is None:
        return True
    place = service.locations.all()[0]
    metres = abs(place.northing - question.near.northing)
    reach = service.reach_metres or 0 if service.attending == "home" else 0
    return metres <= max(question.miles * METRES_IN_A_MILE, reach)


def counts(town, question):
    found = {}
    for name in NEEDS:
        found[f"need:{name}"] = sum(has_need(each, name) for each in town if fits(each, question, "needs"))
    for name in KINDS:
        found[f"kind:{name}"] = sum(each.kind == name for each in town if fits(each, question, "kinds"))
    met = [each for each in town if fits(each, question, "meets")]
    for day in DAYS:
        found[f"day:{day}"] = sum(bool(meets(each, [day], question.times)) for each in met)
    for part in HOURS:
        found[f"time:{part}"] = sum(bool(meets(each, question.days, [part])) for each in met)
    return found


def has_need(service, name):
    return name in {need.pk for need in service.needs.all()}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=300) | st.text("abc'\"*:&|!()<->\\% \x00", max_size=40))
def test_whatever_is_typed_is_read(town, typed):
    reading = words.read(typed)
    index.ask(Question(reading.parts, extra=reading.extra, any_word=len(reading.parts) > 1), 1, 10)
    assert len(reading.typed) <= words.LONGEST
