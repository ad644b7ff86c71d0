"""Why a volunteer suits somebody, and what keeps them apart: each in words. Without a database."""

from datetime import date

import pytest

from referrals.befriending import suiting
from referrals.befriending.models import (
    BefrienderWish,
    BefriendingRules,
    Volunteer,
    VolunteerCheck,
    VolunteerLesson,
)

TODAY = date(2026, 11, 24)


def volunteer(name="Vera Moss", *, check=date(2028, 1, 1), lesson=date(2028, 1, 1), **said):
    said = {"kinds": ["visit", "phone", "mentor"], "stage": "approved", "miles": 2, "easting": 0, "northing": 0} | said
    row = Volunteer(name=name, **said)
    row._prefetched_objects_cache = {
        "checks": [VolunteerCheck(recheck_on=check)] if check else [],
        "lessons": [VolunteerLesson(refresher_on=lesson)] if lesson else [],
        "referees": [],
        "matches": [],
    }
    return row


def wish(**said):
    return BefrienderWish(**{"kind": "visit", "easting": 0, "northing": 800} | said)


def fit(somebody, *people, **more):
    return suiting.fits(somebody, people, BefriendingRules(), TODAY, **more)


def reasons(one):
    return [reason.words for reason in one.reasons]


def test_the_reasons_are_sentences():
    [one] = fit(
        wish(interests=["cards", "music"], more_interests="Dominoes", times=["tue-pm", "thu-am"], languages=["Welsh"],
             gender="woman"),
        volunteer(interests=["music", "cards"], more_interests="trams, domino", times=["tue-pm"], languages=["welsh"],
                  gender="woman"),
    )  # fmt: skip
    assert reasons(one)[:1] == ["Both like cards and board games, music and singing and domino"]
    assert reasons(one)[2:] == [
        "Both have time on Tuesday afternoon", "Speaks Welsh, as they do", "A woman, as they wished",
    ]  # fmt: skip
    assert one.suits


APART = [
    ({"home": ["dog"]}, {"cannot": ["dog"]}, "There is a dog, and Vera cannot be with dogs"),
    ({"cannot": ["dog"]}, {"brings": ["dog"]}, "Vera comes with a dog, and they cannot be with dogs"),
    ({"home": ["stairs"]}, {"cannot": ["stairs"]}, "There are stairs and no lift, and Vera cannot climb them"),
    ({"home": ["smoke"]}, {"cannot": ["smoke"]}, "Somebody smokes there, and Vera cannot be in smoke"),
    ({"cannot": ["smoke"]}, {"brings": ["smoke"]}, "Vera smokes, and they cannot be in smoke"),
    ({"northing": 8000}, {}, "5 miles away, and Vera goes up to 2 miles"),
    ({"times": ["mon-am"]}, {"times": ["tue-pm"]}, "No time in common: Vera has Tuesday afternoon"),
    ({"languages": ["Welsh"], "needs_language": True}, {}, "Vera does not speak Welsh"),
    ({"gender": "woman", "needs_gender": True}, {"gender": "man"}, "They said: a woman, and nobody else"),
]


@pytest.mark.parametrize(("theirs", "hers", "words"), APART)
def test_what_keeps_two_apart_is_said(theirs, hers, words):
    [one] = fit(wish(**theirs), volunteer(**hers))
    assert (list(one.apart), one.suits) == ([words], False)


@pytest.mark.parametrize("kind", ["phone"])
def test_on_the_phone_nobody_minds_dogs_stairs_or_miles(kind):
    [one] = fit(wish(kind=kind, home=["dog", "stairs"], northing=90000), volunteer(cannot=["dog", "stairs"]))
    assert (one.apart, one.suits) == ((), True)


NOT_READY = [
    ({"stage": "talked"}, "Not approved: We have talked"),
    ({"check": None}, "No check has been seen"),
    ({"check": date(2026, 11, 1)}, "The check was due again on 1 November"),
    ({"lesson": None}, "No training yet"),
    ({"lesson": date(2026, 11, 1)}, "The refresher was due on 1 November"),
    ({"kinds": ["phone"]}, "Has not offered this: visits at home, or going out together"),
    ({"most": 0}, "Has 0 people, and takes 0"),
]


@pytest.mark.parametrize(("said", "words"), NOT_READY)
def test_who_is_not_ready_is_not_proposed_and_it_says_why(said, words):
    [one] = fit(wish(), volunteer(**said))
    assert (list(one.not_ready), one.suits) == ([words], False)


def test_what_matters_most_to_the_person_counts_double_and_the_coordinator_may_weigh_it_otherwise():
    near = volunteer("Near Hand", northing=800)
    alike = volunteer("Alike Mind", interests=["cards", "music", "films"], northing=3500)
    hers = wish(interests=["cards", "music", "films"], kind="visit")
    assert [one.volunteer.name for one in fit(hers, near, alike)] == ["Alike Mind", "Near Hand"]
    hers.matters = ["near"]
    assert [one.volunteer.name for one in fit(hers, near, alike, first=["near"])] == ["Near Hand", "Alike Mind"]


def test_what_the_volunteer_hears_first_names_nobody_and_no_place():
    hers = wish(known_as="Stanley", area="Millrace", words="My wife Jean", interests=["cards"], home=["dog"])
    assert suiting.offer(hers, volunteer(interests=["cards"])) == [
        "Both like cards and board games", "About a mile from you", "There is a dog",
    ]  # fmt: skip


def test_neighbours_are_asked_whether_they_know_each_other():
    [one] = fit(wish(northing=0), volunteer())
    assert "They live in the same street: ask both whether they know each other" in one.ask
