"""What may be ticked narrows as it says, and each count is what ticking it would give."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from connect.people.models import Organisation
from directory.forms import SearchForm
from directory.models import Capacity, CostOption, Location, OnlineCommunity, Schedule, Service, ServiceAtLocation
from directory.room import FRESH
from directory.search import Eased, search
from tests.directory.conftest import HERE

FRIDAY = "2026-11-20 12:00:00+00:00"


def found(**asked):
    """Names in order; none where something had to be let go of first."""
    results = search(**asked)
    return [] if results.eased else sorted(hit.service.name for hit in results.hits)


def change(listing, **fields):
    Service.objects.filter(pk=listing.pk).update(**fields)


def test_time_of_day(listing):
    listing("Early", days="MO", opens=time(9), closes=time(11))
    listing("Noon", days="MO", opens=time(12), closes=time(14))
    listing("Late", days="MO", opens=time(19), closes=time(21))
    listing("All day", days="MO", opens=time(10), closes=time(22))
    listing("Past midnight", days="MO", opens=time(20), closes=time(1))
    listing("Some time", days="MO", opens=None, closes=None)
    assert found(times=["morning"]) == ["All day", "Early"]
    assert found(times=["afternoon"]) == ["All day", "Noon"]
    assert found(times=["evening"]) == ["All day", "Late", "Past midnight"]
    assert search().facets["time:evening"] == 3


def test_monday_evening_is_neither_monday_morning_nor_friday_evening(listing):
    both = listing("Both", days="MO", opens=time(9), closes=time(10))
    Schedule.objects.create(service=both, byday="FR", opens_at=time(19), closes_at=time(20))
    listing("Monday evening", days="MO", opens=time(19), closes=time(20))
    assert found(days=["MO"], times=["evening"]) == ["Monday evening"]
    assert search(times=["evening"]).facets["day:MO"] == 1
    assert search(times=["evening"]).facets["day:FR"] == 1
    assert search(days=["MO"]).facets["time:morning"] == 1
    assert search(days=["MO"], times=["evening"]).facets["day:FR"] == 1


@time_machine.travel(FRIDAY, tick=False)
def test_today_tomorrow_and_the_weekend(listing):
    for name, days in (("Fridays", "FR"), ("Saturdays", "SA"), ("Weekends", "SA,SU"), ("Mondays", "MO")):
        listing(name, days=days)
    once = listing("One Sunday")
    Schedule.objects.create(service=once, freq="ONCE", dtstart=date(2026, 11, 22), opens_at=time(10))
    assert found(when=["today"]) == ["Fridays"]
    assert found(when=["tomorrow"]) == ["Saturdays", "Weekends"]
    assert found(when=["weekend"]) == ["One Sunday", "Saturdays", "Weekends"]
    counted = {name: n for name, n in search(when=["today"]).facets.items() if name.startswith("when:")}
    assert counted == {"when:today": 1, "when:tomorrow": 2, "when:weekend": 3}


def test_what_it_costs_from_its_prices_or_else_from_its_words(listing):
    listing("Gratis", free=True)
    listing("By the words", fees="£4.50, or what you can")
    listing("Pence", fees="tea 50p")
    listing("Dear by the words", fees="£2, with lunch £7.50")
    listing("Ask", fees="Ask at the desk")
    for name, amounts in (("Priced", ["3", "8"]), ("Dear", ["8"]), ("Nought", ["0"])):
        service = listing(name)
        for amount in amounts:
            CostOption.objects.create(service=service, option="A visit", amount=Decimal(amount))
    assert found(costs=["free"]) == ["Gratis", "Nought"]
    assert found(costs=["low"]) == ["By the words", "Gratis", "Nought", "Pence", "Priced"]
    assert found(free=True) == ["Gratis", "Nought"]


def test_how_a_place_is_got_into_all_that_is_asked(listing):
    listing("Both", place={"hearing_loop": True, "accessible_toilet": True})
    listing("Loop", place={"hearing_loop": True, "accessible_toilet": False})
    listing("On the phone", attending="phone")
    assert found(access=["hearing_loop"]) == ["Both", "Loop"]
    assert found(access=["hearing_loop", "accessible_toilet"]) == ["Both"]
    assert found(access=["step_free"]) == ["On the phone"]
    assert search().facets["access:hearing_loop"] == 2


def test_whom_it_is_for_how_old_and_in_which_language(listing):
    men = listing("Men", gender="men")
    men.audiences.set(["older"])
    listing("Carers").audiences.set(["carers"])
    listing("Under 26", maximum_age=25)
    listing("Over 50", minimum_age=50, languages=["Welsh", "English"])
    assert found(audiences=["men"]) == ["Men"]
    assert found(audiences=["older", "carers"]) == ["Carers", "Men"]
    assert found(age=20) == ["Carers", "Men", "Under 26"]
    assert found(age=50) == ["Carers", "Men", "Over 50"]
    assert found(languages=["Welsh"]) == ["Over 50"]
    assert search().facets["language:welsh"] == 1
    assert search().facets["audience:carers"] == 1


def test_places_free_now_only_while_somebody_said_so_lately(listing):
    room, full, stale = listing("Room"), listing("Full"), listing("Stale")
    now = timezone.now()
    Capacity.objects.create(service=room, available=0, said_at=now - timedelta(days=2))
    Capacity.objects.create(service=room, available=3, said_at=now - timedelta(days=1))
    Capacity.objects.create(service=full, available=2, said_at=now - timedelta(days=3))
    Capacity.objects.create(service=full, available=0, said_at=now)
    Capacity.objects.create(service=stale, available=2, said_at=now - FRESH - timedelta(days=1))
    assert found(places=True) == ["Room"]
    assert search().facets["places"] == 1


def test_new_is_sixty_days(listing):
    old = listing("Old")
    listing("New")
    listing("Just shown", publish_from=timezone.localdate() - timedelta(days=3))
    change(old, created=timezone.now() - timedelta(days=61))
    assert found(new=True) == ["Just shown", "New"]
    assert [hit.service.name for hit in search(sort="newest").hits][-1] == "Old"


def test_from_home_by_function_and_with_a_personal_budget(listing):
    listing("Call", attending="phone", function="functional")
    listing("Screen", attending="online", personal_budget=True)
    listing("Hall", function="structural")
    assert found(hows=["phone"]) == ["Call"]
    assert found(hows=["phone", "online"]) == ["Call", "Screen"]
    assert found(functions=["structural"]) == ["Hall"]
    assert found(budget=True) == ["Screen"]


def test_shown_from_one_day_until_another(listing):
    today = timezone.localdate()
    listing("Tomorrow", publish_from=today + timedelta(days=1))
    listing("Today", publish_from=today, publish_until=today)
    listing("Yesterday", publish_until=today - timedelta(days=1))
    assert found() == ["Today"]


def test_a_planned_closure_hides_it_from_its_first_day(listing):
    today = timezone.localdate()
    listing("Shuts next week", status="temporarily closed", shut_from=today + timedelta(days=7))
    listing("Shut today", status="temporarily closed", shut_from=today)
    listing("Open again", status="temporarily closed", shut_from=today - timedelta(days=7), reopens_on=today)
    assert found() == ["Open again", "Shuts next week"]


def test_what_nobody_confirmed_is_found_by_staff_alone_and_says_so(listing):
    silent = listing("Silent", withheld_at=timezone.now())
    listing("Sure")
    assert (found(), found(staff=True)) == (["Sure"], ["Silent", "Sure"])
    assert [hit.service.withheld_at is not None for hit in search("silent", staff=True).hits] == [True]
    assert search("silent").eased is Eased.WORDS
    change(silent, withheld_at=None)
    assert found() == ["Silent", "Sure"]


def test_what_was_merged_and_what_branches_share_are_never_found(listing):
    kept, doubled, words = listing("Choir"), listing("Choir again"), listing("Choirs in general")
    change(doubled, merged_into=kept)
    change(words, is_template=True)
    assert found() == ["Choir"]
    assert found(staff=True) == ["Choir"]


def test_without_a_place_a_listing_has_what_any_of_its_places_has(listing):
    two = listing("Two", days="MO", place={"name": "The chapel", "step_free": False})
    hall = Location.objects.create(name="Corn Exchange", step_free=True, easting=450_000, northing=301_000)
    ServiceAtLocation.objects.create(service=two, location=hall)
    Schedule.objects.create(service=two, location=hall, byday="FR", opens_at=time(10))
    assert (found(days=["FR"]), found(step_free=True), found(words="exchange")) == (["Two"], ["Two"], ["Two"])
    near = search(near=HERE, step_free=True)
    assert [(hit.location, near.total) for hit in near.hits] == [(hall, 1)]
    assert search().total == search(near=HERE).total == 1


def test_somebodys_home_is_found_by_its_area_not_its_address(listing):
    listing(
        "Crochet at home", north=130,
        place={"name": "Rose Cottage", "address_1": "1 Hidden Row", "city": "Millrace", "address_public": False},
    )  # fmt: skip
    assert found(words="millrace") == ["Crochet at home"]
    assert (found(words="cottage"), found(words="hidden")) == ([], [])
    assert search("crochet", HERE).hits[0].metres == pytest.approx((500**2 + 500**2) ** 0.5)


def test_an_online_community_is_found_by_what_it_is_but_not_by_what_it_is_not_for(listing):
    service = listing("Larkfield Neighbours", kind="community", attending="online")
    OnlineCommunity.objects.create(
        service=service, platform="facebook_group", address="https://example.org/x", posts="recipes every day",
        not_for="selling prams",
    )  # fmt: skip
    assert found(words="facebook recipes") == ["Larkfield Neighbours"]
    assert found(words="prams") == []


def test_the_form_asks_for_all_of_it_and_takes_no_nonsense(listing):
    listing("Choir", languages=["Welsh"])
    form = SearchForm(
        {
            "time": ["evening", "never"], "when": ["today"], "cost": ["low"], "access": ["hearing_loop", "wings"],
            "audience": ["carers", "martians"], "age": "72", "language": ["welsh", "elvish"], "how": ["phone"],
            "places": "on", "new": "on", "budget": "on", "sort": "nearest",
        }
    )  # fmt: skip
    assert form.is_valid()
    asked = form.asked()
    assert {name: asked[name] for name in ("times", "access", "audiences", "age", "languages", "sort")} == {
        "times": ["evening"], "access": ["hearing_loop"], "audiences": ["carers"], "age": 72, "languages": ["welsh"],
        "sort": "nearest",
    }  # fmt: skip
    search(**asked)


@pytest.mark.parametrize("age", ["", "-1", "old", "١٢", "1e3", "999", None])
def test_what_is_no_age_is_no_filter(db, age):
    form = SearchForm({"age": age})
    assert (form.is_valid(), form.asked()["age"]) == (True, None)


def test_the_name_of_an_organisation_leads_to_what_it_does(listing):
    listing("Choir")
    Organisation.objects.update(name="Saxophone Trust")
    assert found(words="saxophone") == ["Choir"]
