"""Who is reached, what it is shared among, and what stands beside the measures: counted by hand."""

from datetime import date, datetime

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from outcomes.chest.models import Application, Pot
from outcomes.equality import answers
from outcomes.figures import catalogue
from outcomes.figures.counting import Seen
from outcomes.figures.lattice import Grain, Level
from referrals.actions import new_key
from referrals.befriending.models import BefrienderWish, Volunteer
from referrals.helping.models import HelpRequest
from referrals.models import Connection, Referral
from tests.outcomes.autumn import live
from tests.outcomes.figures.counts.spans import told
from tests.outcomes.october import referred

OCTOBER, NOVEMBER, DECEMBER, JANUARY = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
COST = ("people_supported", "people_connected", "people_sustained", "concerns", "stories", "closed_belonging",
        "closed_structural")  # fmt: skip
FAIR = ("fair_decided", "fair_accepted", "fair_spoken", "equality_asked", "equality_known", "fair_accepted_by_ethnic")
TRAINED = ("trained", "trained_by_job", "months_since_training", "active_since_training")


def test_an_autumn_of_people_supported_treated_and_trained(cast):
    live(cast)
    with acting_as("seed"):
        walter = Referral.objects.get(person__given_name="Walter")
    answers.keep(walter.pk, given={"ethnic_group": "asian_indian", "sex": "prefer_not_to_say"}, how="paper")
    assert told(OCTOBER, *COST) == {
        "people_supported": {"": 4}, "people_connected": {"": 2}, "concerns": {"": 1}
    }  # fmt: skip
    assert told(DECEMBER, *COST) == {"closed_belonging": {"": 1}, "closed_structural": {"": 1}}
    assert told(JANUARY, *COST) == {"people_sustained": {"": 1}}
    # Twelve weeks after 6, 7, 7 and 8 October: Walter, Edith who lives elsewhere, Harold, Joan.
    assert told(DECEMBER, *FAIR) == {
        "fair_decided": {"": 4}, "fair_accepted": {"": 3}, "fair_spoken": {"": 2}, "equality_asked": {"": 1},
        "equality_known": {"": 1}, "fair_accepted_by_ethnic": {"asian": 1, "unknown": 2},
    }  # fmt: skip
    assert told(OCTOBER, *TRAINED) == {"trained": {"": 1}, "trained_by_job": {"other": 1}}
    assert told(NOVEMBER, *TRAINED) == {"months_since_training": {"0": 1}, "active_since_training": {"0": 1}}


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=LONDON)


def wish(cast, asked: date, found: date | None = None, restricted: bool = False) -> None:
    one = referred(cast, at=at(asked), restricted=restricted)
    with acting_as("seed"):
        connection = Connection.objects.create(
            referral=one, person=one.person, service=cast.lunch, made_by=cast.carl, **new_key()
        )
        BefrienderWish.objects.create(
            referral=one, connection=connection, team=cast.team, kind="visit", known_as="Edna", area="Millrace",
            asked_at=at(asked), asked_by=cast.carl, found_at=found and at(found), guarded=restricted,
            state="found" if found else "waiting", **new_key(),
        )  # fmt: skip


def test_who_waits_for_a_befriender_at_the_end_of_each_month(cast):
    wish(cast, date(2026, 9, 3), found=date(2026, 10, 20))
    wish(cast, date(2026, 10, 5))
    wish(cast, date(2026, 10, 5), restricted=True)
    keys = ("befriender_waiting", "befriender_found")
    assert told(date(2026, 9, 1), *keys) == {"befriender_waiting": {"": 1}}
    assert told(OCTOBER, *keys) == {"befriender_waiting": {"": 1}, "befriender_found": {"": 1}}


def test_volunteers_small_helps_and_pounds_are_the_freezers_to_count(cast):
    one = referred(cast, at=at(date(2026, 9, 20)))
    with acting_as("seed"):
        Volunteer.objects.create(
            team=cast.team, name="Vera Moss", email="v@example.org", postcode="KX2 4HD", ward=cast.ward, easting=1,
            northing=1, stage="approved", approved_at=at(date(2026, 10, 9)), **new_key(),
        )  # fmt: skip
        HelpRequest.objects.create(
            referral=one, team=cast.team, organisation=cast.action, ward=cast.ward, kind="lift", words="A lift",
            when="soon", minutes=20, until=date(2026, 10, 5), standing="done", posted_by=cast.carl, helper=cast.vera,
            posted_at=at(date(2026, 9, 20)), done_at=at(date(2026, 9, 22)), **new_key(),
        )  # fmt: skip
        pot = Pot.objects.create(
            organisation=cast.action, name="Chest", total=1000, opens_on=date(2026, 9, 1), closes_on=date(2026, 12, 1),
            made_by=cast.tess, **new_key(),
        )  # fmt: skip
        Application.objects.create(
            pot=pot, organisation=cast.action, group="Choir", name="Ann", email="a@example.org", words="Songs",
            amount=120, awarded=100, people=12, standing="awarded", decided_at=at(date(2026, 10, 12)), **new_key(),
        )  # fmt: skip
    keys = ("volunteers", "volunteers_new", "helps_asked", "helps_done", "chest_decided", "chest_awarded",
            "chest_pounds")  # fmt: skip
    assert told(OCTOBER, *keys) == {
        "volunteers": {"": 1}, "volunteers_new": {"": 1}, "helps_asked": {"": 1}, "helps_done": {"": 1},
        "chest_decided": {"": 1}, "chest_awarded": {"": 1}, "chest_pounds": {"": 100},
    }  # fmt: skip
    assert told(NOVEMBER, *keys) == {"volunteers": {"": 1}}


def test_what_people_say_of_themselves_is_never_told_of_less_than_the_whole_area():
    sensitive = [count for count in catalogue.counts().values() if count.key.startswith(("fair_", "equality_"))]
    assert {(grain, *levels) for count in sensitive for grain, levels in count.shape.items()} == {
        (Grain.QUARTER, Level.WHOLE), (Grain.YEAR, Level.WHOLE)
    }  # fmt: skip
    assert {count.cut.sensitive for count in sensitive if count.cut} == {True}


def test_how_sure_workers_felt_is_a_mean_before_and_after():
    worked = catalogue.values()["sure_before_and_after"].worked
    assert worked([Seen(1, (2, 4)), Seen(1, (3, 4)), Seen(1, (3, 5))]) == {"before": 2.7, "after": 4.3}
