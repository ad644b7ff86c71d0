"""A group is shut: who is expected hears it, and what is like it is shown. And champions by ward and street."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.champions.models import Champion, key_of
from connect.people.champions.states import Standing
from connect.people.roles import Role
from directory.models import Schedule, Service
from referrals.actions import new_key
from referrals.belonging import Occasion
from referrals.crisis import actions, closing, streets
from referrals.crisis.models import ChampionPatch, CrisisClosure
from referrals.crisis.tasks import look_in
from tests import cast as stage

pytestmark = pytest.mark.django_db


def shut(cast, snow, until=None):
    identify(cast.tess)
    today = timezone.localdate()
    said = {"begins_on": today, "until": until or today + timedelta(days=21), "why": "No heating"}
    return closing.shut(snow, service=cast.lunch, by=cast.tess, made=new_key(), **said)


def called_off():
    with acting_as("delivery"):
        return list(Message.objects.filter(template="called_off").values_list("channel", flat=True))


def second_week(expected):
    """The same lunch, a week later."""
    with acting_as("seed"):
        row = Occasion.objects.get(pk=expected.pk)
        week = timedelta(days=7)
        row.pk, row.register_id, row.generated = uuid.uuid4(), uuid.uuid4(), True
        row.starts_at, row.ends_at, row.planned_at = row.starts_at + week, row.ends_at + week, None
        row.save(force_insert=True)


def test_tess_says_that_a_group_is_shut_and_sent_twice_it_is_said_once(cast, snow, expected, sign_in):
    tess = sign_in(cast.tess)
    page = tess.get(reverse("crisis_shut"))
    form = page.context["form"]
    assert page.text.count(str(cast.lunch.pk)) == 1
    today = timezone.localdate()
    sent = {"key": form["key"].value(), "service": cast.lunch.pk, "begins_on": today, "until": today}
    for _ in range(2):
        assert tess.post(reverse("crisis_shut"), sent).status_code == 302
    identify(cast.tess)
    assert CrisisClosure.objects.count() == 1


def test_a_last_day_before_the_first_is_no_closure_and_what_was_typed_is_kept(cast, snow, expected, sign_in):
    today = timezone.localdate()
    sent = {"key": uuid.uuid4(), "service": cast.lunch.pk, "why": "Burst pipe",
            "begins_on": today, "until": today - timedelta(days=1)}  # fmt: skip
    page = sign_in(cast.tess).post(reverse("crisis_shut"), sent)
    assert (page.status_code, set(page.context["form"].errors), "Burst pipe" in page.text) == (422, {"until"}, True)


def test_who_is_expected_there_hears_it_once_however_many_weeks_it_is_shut(cast, snow, expected):
    second_week(expected)
    shut(cast, snow)
    look_in()
    look_in()
    with acting_as("seed"):
        assert set(Occasion.objects.values_list("called_off_why", flat=True)) == {"shut"}
    assert sorted(called_off()) == ["email", "sms"]


def test_once_it_is_open_again_nobody_is_called_off_any_more(cast, snow, expected):
    closing.open_again(shut(cast, snow), by=cast.tess)
    look_in()
    with acting_as("seed"):
        assert Occasion.objects.get(pk=expected.pk).called_off_at is None


def test_the_page_names_those_it_touches_and_what_is_like_it_nearby_or_needs_no_travel(cast, snow, expected, sign_in):
    hall, by_phone = another("Film afternoon", cast), another("Telephone circle", cast, attending="phone")
    page = sign_in(cast.carl).get(reverse("crisis_closure", args=[shut(cast, snow).pk]))
    assert "Stanley Ames" in page.text
    assert {one.service for one in page.context["instead"]} == {hall, by_phone}


def test_what_is_shut_too_is_no_alternative(cast, snow, expected, sign_in):
    hall = another("Film afternoon", cast)
    row = shut(cast, snow)
    with acting_as("seed"):
        CrisisClosure.objects.create(
            crisis=snow,
            team=cast.team,
            service=hall,
            begins_on=row.begins_on,
            until=row.until,
            by=cast.tess,
            **new_key(),
        )
    assert sign_in(cast.carl).get(reverse("crisis_closure", args=[row.pk])).context["instead"] == []


def another(name, cast, **more):
    service = Service.objects.create(
        organisation=cast.lunch.organisation, name=name, kind="group", verified_at=timezone.now(), **more
    )
    service.needs.set(["company"])
    if not more:
        service.locations.set(cast.lunch.locations.all())
        place = service.locations.first()
        Schedule.objects.create(service=service, location=place, freq="WEEKLY", byday="WE", dtstart="2026-01-07")
    return service


@pytest.mark.parametrize("who", ["cora", "nia", "rosa", "colm"])
def test_who_goes_to_a_shut_group_is_known_to_those_who_have_them_in_hand(cast, snow, expected, sign_in, who):
    page = sign_in(getattr(cast, who)).get(reverse("crisis_closure", args=[shut(cast, snow).pk]))
    assert (page.status_code == 200, "Ames" in page.text) == (who == "cora", False)


def test_the_list_of_shut_groups_asks_as_often_for_one_as_for_many(
    cast, snow, expected, sign_in, django_assert_max_num_queries
):
    shut(cast, snow)
    tess = sign_in(cast.tess)
    tess.get(reverse("crisis_closures"))
    with django_assert_max_num_queries(25) as few:
        tess.get(reverse("crisis_closures"))
    with acting_as("seed"):
        for n in range(4):
            CrisisClosure.objects.create(
                crisis=snow, team=cast.team, service=another(f"Group {n}", cast), by=cast.tess,
                begins_on=timezone.localdate(), until=timezone.localdate(), **new_key(),
            )  # fmt: skip
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(tess.get(reverse("crisis_closures")).context["shut"]) == 5


# Champions


@pytest.fixture
def winnie(cast):
    """Winnie Dale knows everybody in Weir Row."""
    with acting_as("seed"):
        row = Champion.objects.create(
            id=key_of("winnie@example.org"), name="Winnie Dale", email="winnie@example.org", phone="01632 960 777",
            tier="individual", standing=Standing.ACTIVE, kept_by=cast.action,
        )  # fmt: skip
        row.wards.set([cast.ward])
    return row


def typed(cast, winnie, **more):
    return {"key": uuid.uuid4(), "champion": winnie.pk, "ward": cast.ward.pk, "streets": "Weir Row"} | more


def test_tess_writes_down_whose_streets_they_are_once(cast, winnie, sign_in):
    tess, sent = sign_in(cast.tess), typed(cast, winnie)
    for _ in range(2):
        assert tess.post(reverse("crisis_patch"), sent).status_code == 302
    page = tess.get(reverse("crisis_champions"))
    assert [(ward.area.name, len(ward.champions)) for ward in page.context["wards"]] == [
        ("Millrace", 1),
        ("Northgate", 0),
    ]
    assert ("Weir Row" in page.text, "01632 960 777" in page.text) == (True, True)


def test_a_street_without_a_name_is_asked_for_and_nothing_typed_is_lost(cast, winnie, sign_in):
    page = sign_in(cast.tess).post(reverse("crisis_patch"), typed(cast, winnie, streets=""))
    assert (page.status_code, set(page.context["form"].errors)) == (422, {"streets"})


def test_winnie_is_written_to_once_and_reads_of_nobody(cast, winnie, snow, with_carl, sign_in):
    tess = sign_in(cast.tess)
    for _ in range(2):
        tess.post(reverse("crisis_champion", args=[winnie.pk]), {"do": "write"})
    with acting_as("delivery"):
        letter = Message.objects.get(template="crisis_champion")
    assert ("Snow: no buses" in letter.body, "Ames" in letter.body) == (True, False)


def test_a_street_that_is_no_longer_theirs_is_taken_off(cast, winnie, sign_in):
    identify(cast.tess)
    patch = streets.add(champion=winnie, ward=cast.ward, streets="Weir Row", by=cast.tess, made=new_key())
    tess = sign_in(cast.tess)
    tess.post(reverse("crisis_champion", args=[patch.pk]), {"do": "end"})
    assert "Weir Row" not in tess.get(reverse("crisis_champions")).text


@pytest.mark.parametrize("who", ["carl", "cora", "nia", "rosa", "colm", "elsewhere"])
def test_champions_streets_are_known_to_whoever_leads_here_and_to_nobody_else(cast, winnie, snow, sign_in, who):
    identify(cast.tess)
    streets.add(champion=winnie, ward=cast.ward, streets="Weir Row", by=cast.tess, made=new_key())
    user = (
        stage.person("Theo Far", Role.TL, cast.elsewhere, cast.other_team) if who == "elsewhere" else getattr(cast, who)
    )
    page = sign_in(user).get(reverse("crisis_champions"))
    assert (page.status_code == 200, "Winnie" in page.text) == (who == "elsewhere", False)
    identify(user)
    assert list(ChampionPatch.objects.all()) == []


def test_cleo_who_coordinates_knows_the_streets_and_nothing_of_the_crisis(cast, winnie, snow, sign_in):
    cleo = stage.person("Cleo Hart", Role.COO, cast.action, cast.team)
    client = sign_in(cleo)
    assert client.post(reverse("crisis_patch"), typed(cast, winnie)).status_code == 302
    page = client.get(reverse("crisis_champions")).text
    assert ("Weir Row" in page, "no buses" in page) == (True, False)
    assert client.get(reverse("crisis")).status_code == 404
    assert client.post(reverse("crisis_champion", args=[winnie.pk]), {"do": "write"}).status_code == 404


def test_a_leaflet_says_our_number_and_what_there_is_from_home_and_names_nobody(cast, snow, with_carl, sign_in):
    another("Telephone circle", cast, attending="phone")
    another("Film afternoon", cast)
    page = sign_in(cast.carl).get(reverse("crisis_leaflet")).text
    said = {words: words in page for words in ("Snow: no buses", "01632 960 014", "Telephone circle")}
    assert (said, "Film" in page, "Ames" in page) == (dict.fromkeys(said, True), False, False)


def test_when_nothing_is_on_nobody_is_written_to(cast, winnie, snow, sign_in):
    identify(cast.tess)
    actions.end(snow, by=cast.tess)
    assert sign_in(cast.tess).post(reverse("crisis_champion", args=[winnie.pk]), {"do": "write"}).status_code == 404
