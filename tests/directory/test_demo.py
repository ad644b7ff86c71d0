"""Kelderby's listings hang together, are warm, and ring nobody's real phone."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from connect.people.models import Organisation
from connect.places import demo as places
from connect.places.find import locate
from directory import demo
from directory.models import (
    Capacity,
    CostOption,
    KindGuide,
    Location,
    OnlineCommunity,
    OrganisationIdentifier,
    Schedule,
    SchoolTerm,
    Service,
    ServiceAtLocation,
)
from directory.search import search
from directory.states import WEEKDAYS, Kind, Status

LISTINGS = list(demo.listings())
WORDS = re.compile(r"lonel|isolat|vulnerab|elderly|sufferer|service user|\bclients?\b|needy|housebound", re.IGNORECASE)
DRAMA = re.compile(r"01632 960 \d{3}|07700 900 \d{3}")  # Ofcom keeps these numbers for stories


@pytest.fixture
def kelderby(db):
    places.load()
    demo.load()


def said(listing: dict) -> str:
    """Every sentence of a listing that somebody may read."""
    return " ".join(value for name, value in listing.items() if isinstance(value, str) and name not in {"slug", "kind"})


def counts() -> dict[str, int]:
    return {m.__name__: m.objects.count() for m in (Organisation, Service, Location, Schedule, ServiceAtLocation)}


def test_about_sixty_listings_of_every_kind_stand_on_every_day(kelderby):
    assert Service.objects.filter(is_template=False).count() == len(LISTINGS) == 68
    assert set(Service.objects.values_list("kind", flat=True)) == set(Kind)
    days = Counter(day for schedule in Schedule.objects.all() for day in schedule.days)
    assert min(days[day] for day in WEEKDAYS) >= 10


def test_loading_again_changes_nothing_and_keeps_what_an_editor_wrote(kelderby):
    before = counts()
    Service.objects.filter(pk=demo.key("the-long-table")).update(fees="£1")
    demo.load()
    assert counts() == before
    assert Service.objects.get(pk=demo.key("the-long-table")).fees == "£1"


def test_a_listing_somebody_removed_comes_back_alone(kelderby):
    before = counts()
    Service.objects.get(pk=demo.key("the-long-table")).delete()
    demo.load()
    assert counts() == before


def test_the_lunch_club_is_as_everybody_knows_it(kelderby):
    club = Service.objects.with_places().get(pk=demo.key("st-marks-lunch-club"))
    [hall], [lunch] = club.locations.all(), club.schedules.all()
    assert (club.name, club.organisation.name, club.met_by) == (
        "St Mark’s lunch club",
        "St Mark’s",
        "Olive meets you at the door",
    )
    assert (hall.address, hall.easting, hall.northing) == ("Fuller Street, Millrace, KX2 4TQ", 643000, 443080)
    assert (lunch.byday, lunch.opens_at.hour, lunch.closes_at.hour) == ("TU,FR", 12, 14)
    assert {need.pk for need in club.needs.all()} == {"company", "something_to_do", "getting_out"}
    assert timezone.localdate() - timezone.localdate(club.verified_at) == timedelta(days=12)


def test_one_is_shut_for_now_and_says_where_to_go_instead(kelderby):
    shut = Service.objects.get(status=Status.SHUT, shut_from=None)
    assert (shut.name, shut.shut_because, shut.instead.name) == (
        "Tanners Tuesday café",
        "A new boiler",
        "The Long Table",
    )
    assert shut.reopens_on == timezone.localdate() + timedelta(days=17)
    assert shut.is_open is False


def test_lunch_near_a_door_in_millrace_gives_lunches_before_a_minibus_and_no_swim(kelderby):
    near = locate("KX2 4HD")
    found = [hit.service.name for page in (1, 2) for hit in search("lunch", near, page=page).hits]
    assert found[:3] == ["St Mark’s lunch club", "The Long Table", "Soup and old songs"]
    assert found.index("Ring and Ride") > 3
    assert "Swim and sit" not in found  # its café is for after


def test_whoever_lost_his_wife_is_shown_who_else_has_and_not_half_the_borough(kelderby):
    found = {hit.service.name for hit in search("lost my wife").hits}
    assert found == {"Sunday club for widows and widowers", "After somebody dies"}


def test_every_listing_was_checked_in_the_last_two_months():
    assert all(0 < listing["checked"] < 60 for listing in LISTINGS)


def test_every_venue_is_on_the_street_its_postcode_belongs_to_and_is_used():
    streets = {row["postcode"]: row["street"] for row in places.lines("postcodes.csv")}
    venues = demo.read("venues")
    assert {slug: venue["street"] for slug, venue in venues.items()} == {
        slug: streets[venue["postcode"]] for slug, venue in venues.items()
    }
    assert set(venues) == {listing["venue"] for listing in LISTINGS if "venue" in listing}


def test_every_ward_has_a_place_to_go(kelderby):
    wards = {row["ward26_name"] for row in places.lines("postcodes.csv")}
    assert set(Location.objects.values_list("city", flat=True)) == wards


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing["slug"])
def test_each_listing_speaks_warmly_and_reaches_nobody_real(listing):
    name, phone, email = listing["contact"]
    assert WORDS.findall(said(listing)) == []
    assert name
    assert DRAMA.fullmatch(phone)
    assert email.endswith("@example.org")
    assert listing.get("url", "https://example.org/").startswith("https://example.org/")
    assert len(listing["summary"]) <= 120
    assert "'" not in said(listing)


def test_no_phone_number_or_slug_is_used_twice():
    for values in ([listing["slug"] for listing in LISTINGS], [listing["contact"][1] for listing in LISTINGS]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_kelderby_has_one_of_everything_that_a_listing_can_be(kelderby):
    shown = Service.objects.published()
    here = {
        "a price with a name": CostOption.objects.exists(),
        "room, and who said so": Capacity.objects.exclude(said_by_name="").exists(),
        "every other week": Schedule.objects.filter(freq="WEEKLY", interval=2).exists(),
        "an nth weekday": Schedule.objects.filter(freq="MONTHLY", byday="-1WE").exists(),
        "one evening": Schedule.objects.filter(freq="ONCE", dtstart__gt=timezone.localdate()).exists(),
        "school terms": Schedule.objects.filter(term_time=True).exists() and SchoolTerm.objects.exists(),
        "bank holidays": Schedule.objects.filter(not_on_bank_holidays=True).exists(),
        "days off": Schedule.objects.exclude(except_on=[]).exists(),
        "two places": shown.annotate(n=Count("locations")).filter(n__gt=1).exists(),
        "a private address": shown.filter(locations__address_public=False).exists(),
        "a closure to come": shown.filter(shut_from__gt=timezone.localdate()).exists(),
        "not there yet": Service.objects.filter(publish_from__gt=timezone.localdate()).exists(),
        "there until a day": shown.filter(publish_until__isnull=False).exists(),
        "for women": shown.filter(gender="women").exists(),
        "not step-free, and not known": {None, False} < set(Location.objects.values_list("step_free", flat=True)),
        "a register's number": OrganisationIdentifier.objects.exists(),
    }
    assert [what for what, is_there in here.items() if not is_there] == []


def test_five_online_communities_are_looked_after_by_people_who_said_yes(kelderby):
    communities = OnlineCommunity.objects.prefetch_related("admins")
    assert len(communities) == 5
    assert {each.platform for each in communities} == {"facebook_group", "whatsapp", "discord", "other"}
    for each in communities:
        assert each.address.startswith("https://example.org/")
        assert each.members_counted_on <= timezone.localdate()
        assert [admin.name for admin in each.admins.all() if admin.agreed_on] != []


def test_two_sheds_share_the_words_of_a_template_that_nobody_sees(kelderby, client):
    template = Service.objects.get(is_template=True)
    assert sorted(branch.name for branch in template.branches.all()) == ["Kelderby Men’s Shed", "Quayside Men’s Shed"]
    assert {branch.summary for branch in template.branches.all()} == {template.summary}
    assert client.get(template.get_absolute_url()).status_code == 404


def test_what_is_said_of_a_kind_names_its_source(kelderby):
    guides = KindGuide.objects.exclude(evidence="")
    assert {guide.kind for guide in guides} == {"befriending", "group", "activity", "volunteering", "connector"}
    assert [guide.kind for guide in guides if "review" not in guide.evidence_source] == []


@pytest.mark.parametrize("slug", ["st-marks-lunch-club", *(row["slug"] for row in LISTINGS if "community" in row)])
def test_a_reader_finds_a_page(kelderby, client, slug):
    assert client.get(reverse("listing", args=[demo.key(slug)])).status_code == 200
