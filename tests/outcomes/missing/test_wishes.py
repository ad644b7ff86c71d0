"""The wish list: wished for once, moved as the table says, and nobody overwrites a colleague."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connect.people.roles import Role
from outcomes.missing import actions
from outcomes.missing.models import Wish, WishStep
from outcomes.missing.states import Standing
from tests import cast as stage
from tests.outcomes.missing.lived import group

pytestmark = pytest.mark.django_db


@pytest.fixture
def cleo(cast):
    return stage.person("Cleo Tarn", Role.COO, cast.action)  # coordinates volunteers, in no team


def made():
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


def a_wish(cast, **more):
    said = {"title": "Evening English café", "words": "", "need_id": "company", "news": "", "wards": [cast.ward]}
    return actions.wish(**said | more, by=cast.tess, made=made())


def changed(cast, wish, standing, news="", **more):
    said = {"seen": wish.version, "title": wish.title, "words": "", "need": wish.need, "service": None,
            "wards": list(wish.wards.all()), "standing": standing, "news": news}  # fmt: skip
    return actions.change(wish, **said | more, by=cast.tess, made=made())


def typed(page, cast, **more):
    key = page.context["form"]["key"].value()
    return {"key": key, "title": "Evening English café", "need": "company", "wards": [cast.ward.pk]} | more


def test_a_wish_is_put_on_the_list_and_sent_twice_it_stands_there_once(cast, sign_in):
    client = sign_in(cast.tess)
    page = client.get(reverse("wish_new"), {"need": "company", "ward": cast.ward.code})
    assert (page.context["form"]["need"].value(), page.context["form"]["wards"].value()) == ("company", [cast.ward.pk])
    for _ in range(2):
        answer = client.post(reverse("wish_new"), typed(page, cast))
        assert answer["Location"] == Wish.objects.get().get_absolute_url()
    one = Wish.objects.get()
    assert (one.authority, one.standing, one.steps.count()) == (cast.borough, Standing.WANTED, 1)


def test_looking_at_the_form_puts_nothing_on_the_list(cast, sign_in):
    sign_in(cast.tess).get(reverse("wish_new"), {"need": "company"})
    assert not Wish.objects.exists()


def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(cast, sign_in):
    page = sign_in(cast.tess).post(reverse("wish_new"), {"words": "On Thursdays, near the bus."})
    assert (page.status_code, page.context["form"].errors["wards"]) == (422, ["Choose at least one area"])
    assert "On Thursdays, near the bus." in page.text


def test_each_step_is_kept_and_the_last_stands_on_the_list(cast, sign_in):
    wish = a_wish(cast)
    client = sign_in(cast.tess)
    page = client.get(reverse("wish_change", args=[wish.pk]))
    sent = typed(page, cast, seen=1, standing="started", news="Thursdays at six", listing=cast.lunch.get_absolute_url())
    assert client.post(reverse("wish_change", args=[wish.pk]), sent)["Location"] == wish.get_absolute_url()
    assert client.post(reverse("wish_change", args=[wish.pk]), sent)["Location"] == wish.get_absolute_url()
    wish.refresh_from_db()
    assert (wish.standing, wish.news, wish.service, wish.version) == ("started", "Thursdays at six", cast.lunch, 2)
    assert list(wish.steps.values_list("standing", "news")) == [("wanted", ""), ("started", "Thursdays at six")]


def test_nobody_overwrites_what_a_colleague_has_changed_meanwhile(cast, sign_in):
    wish = a_wish(cast)
    client = sign_in(cast.tess)
    page = client.get(reverse("wish_change", args=[wish.pk]))
    changed(cast, wish, Standing.LOOKING, "Asking the library")
    answer = client.post(
        reverse("wish_change", args=[wish.pk]), typed(page, cast, seen=1, standing="agreed", news="The hall said yes")
    )
    assert (answer.status_code, "The hall said yes" in answer.text) == (422, True)
    assert Wish.objects.get().news == "Asking the library"


def test_what_has_started_is_not_agreed_any_more(cast):
    wish = a_wish(cast)
    changed(cast, wish, Standing.STARTED)
    with pytest.raises(actions.CannotMove):
        changed(cast, wish, Standing.AGREED)


def test_a_step_that_was_taken_is_never_rewritten(cast):
    a_wish(cast)
    with pytest.raises(Exception, match="Cannot update or delete"):
        WishStep.objects.update(news="Something else")


@pytest.mark.parametrize("who", ["tess", "carl", "colm", "dev", "dora"])
def test_those_who_work_or_pay_for_the_place_read_its_list(cast, sign_in, who):
    wish = a_wish(cast)
    assert list(Wish.objects.visible_to(getattr(cast, who))) == [wish]
    assert sign_in(getattr(cast, who)).get(wish.get_absolute_url()).context["wish"] == wish


def test_a_coordinator_without_a_team_reads_the_list_of_the_places_her_house_serves(cast, cleo):
    assert list(Wish.objects.visible_to(cleo)) == [] == list(Wish.objects.visible_to(cast.nia))
    wish = a_wish(cast)
    assert list(Wish.objects.visible_to(cleo)) == [wish]


def test_nia_who_connects_elsewhere_sees_none_of_it(cast, sign_in):
    wish = a_wish(cast)
    client = sign_in(cast.nia)
    assert client.get(reverse("wishes")).context["lines"] == []
    assert client.get(wish.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("who", ["carl", "colm"])
def test_whoever_reads_it_only_can_change_nothing(cast, sign_in, who):
    wish = a_wish(cast)
    client = sign_in(getattr(cast, who))
    assert client.get(reverse("wish_new")).status_code == 404
    assert client.post(reverse("wish_change", args=[wish.pk]), {"standing": "started"}).status_code == 404
    assert Wish.objects.get().standing == Standing.WANTED


def test_the_list_says_how_far_the_nearest_is_and_takes_no_more_queries_for_more(cast, sign_in):
    client = sign_in(cast.tess)
    group(cast, "Full", free=0, east=-300)
    a_wish(cast, title="First")
    with CaptureQueriesContext(connection) as few:
        page = client.get(reverse("wishes"))
    assert [line.nearest for line in page.context["lines"]] == ["0.3 km"]
    for title in ("Second", "Third"):
        a_wish(cast, title=title, wards=[cast.ward, cast.other_ward])
    with CaptureQueriesContext(connection) as more:
        page = client.get(reverse("wishes"))
    assert [line.nearest for line in page.context["lines"]] == ["0.3 km", "2.3 km", "2.3 km"]
    assert len(few) == len(more)
