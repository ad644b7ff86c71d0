"""Views of the reports that somebody keeps, and the e-mail that says there is news in them."""

import re
from datetime import date

import pytest
from django.urls import reverse

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.models import Membership
from outcomes.figures.lattice import Grain
from outcomes.kept_views import sweeping
from outcomes.kept_views.models import KeptView
from tests.outcomes import october
from tests.outcomes.paper import a_year

pytestmark = pytest.mark.django_db


def keep(client, **more):
    return client.post(reverse("kept_views"), {"page": "works", "grain": "month", "place": "K01"} | more)


def kept(user):
    identify(user)
    return list(KeptView.objects.visible_to(user))


def frozen():
    a_year.released(grain=Grain.MONTH, start=date(2026, 10, 1))


def letters():
    with acting_as("delivery"):
        return list(Message.objects.filter(template="figures_ready").values_list("to", "subject", "body"))


def test_colm_keeps_a_view_twice_and_has_it_once(cast, sign_in):
    colm = sign_in(cast.colm)
    for _time in range(2):
        assert keep(colm).headers["Location"] == reverse("kept_views")
    assert [(one.page, one.grain, one.place_name, one.by_email) for one in kept(cast.colm)] == [
        ("works", Grain.MONTH, "Kelderby", False)
    ]


@pytest.mark.parametrize("more", [{"place": "F01-1"}, {"grain": "week"}, {"page": "people"}])
def test_nothing_outside_the_lattice_is_kept(cast, sign_in, more):
    answer = keep(sign_in(cast.colm), **more)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(more))
    assert kept(cast.colm) == []


def test_a_page_of_quarters_and_years_has_no_months(cast, sign_in):
    answer = keep(sign_in(cast.colm), page="pilot")
    assert answer.context["form"].errors["grain"] == ["This page has quarters and years alone: choose one of them"]


def test_what_somebody_keeps_is_nobody_elses(cast, sign_in):
    keep(sign_in(cast.colm))
    (view,) = kept(cast.colm)
    for stranger in (cast.nia, cast.tess):
        client = sign_in(stranger)
        assert client.get(reverse("kept_view", args=[view.pk])).status_code == 404
        assert client.post(reverse("kept_view_change", args=[view.pk]), {"do": "drop"}).status_code == 404
        identify(stranger)
        assert list(KeptView.objects.all()) == []
    assert sign_in(cast.rosa).get(reverse("kept_views")).status_code == 404
    assert kept(cast.colm) == [view]


def test_it_opens_at_the_newest_figures_and_says_when_there_are_none(cast, sign_in):
    colm = sign_in(cast.colm)
    keep(colm, place="K01-1")
    (view,) = kept(cast.colm)
    assert colm.get(reverse("kept_view", args=[view.pk])).headers["Location"] == reverse("kept_views")
    frozen()
    assert colm.get(reverse("kept_view", args=[view.pk])).headers["Location"] == "/reports/?period=2026-10&place=K01-1"


def test_news_is_written_once_as_an_address_and_no_figure(cast, sign_in):
    keep(sign_in(cast.colm), by_email="on")
    assert (sweeping.sweep(), letters()) == (0, [])
    frozen()
    assert (sweeping.sweep(), sweeping.sweep()) == (1, 0)
    ((to, subject, body),) = letters()
    assert (to, subject) == (cast.colm.email, "New figures are there")
    assert "What works, Kelderby, October 2026" in body
    assert "/reports/?period=2026-10&place=K01" in body
    assert [n for n in ("120", "65") if n in body] == []


def test_who_switched_it_off_or_is_no_longer_here_hears_nothing(cast, sign_in):
    colm, tess = sign_in(cast.colm), sign_in(cast.tess)
    for client in (colm, tess):
        keep(client, by_email="on")
    (view,) = kept(cast.colm)
    colm.post(reverse("kept_view_change", args=[view.pk]), {"do": "quiet"})
    Membership.objects.filter(user=cast.tess).update(suspended_at=october.MID_MONTH)
    frozen()
    assert (sweeping.sweep(), letters()) == (0, [])


def test_whoever_switches_it_on_hears_of_what_comes_and_not_of_what_is_there(cast, sign_in):
    frozen()
    colm = sign_in(cast.colm)
    keep(colm)
    (view,) = kept(cast.colm)
    colm.post(reverse("kept_view_change", args=[view.pk]), {"do": "write"})
    assert (sweeping.sweep(), [one.by_email for one in kept(cast.colm)]) == (0, [True])


def test_it_is_let_go(cast, sign_in):
    colm = sign_in(cast.colm)
    keep(colm)
    (view,) = kept(cast.colm)
    colm.post(reverse("kept_view_change", args=[view.pk]), {"do": "drop"})
    assert kept(cast.colm) == []


@pytest.mark.parametrize(("page", "name"), [("works", "reports"), ("paper", "paper"), ("missing", "unmet")])
def test_a_view_is_kept_from_its_own_page(cast, sign_in, page, name):
    a_year.released()
    colm = sign_in(cast.colm)
    drawn = colm.get(reverse(name), {"period": "2025-y", "place": "K01-1"}).text
    typed = dict(re.findall(r'<input type="hidden" name="(page|grain|place)" value="([^"]*)">', drawn))
    assert typed == {"page": page, "grain": "year", "place": "K01-1"}
    colm.post(reverse("kept_views"), typed)
    assert [(one.page, one.place_name) for one in kept(cast.colm)] == [(page, "Millrace")]


def test_a_page_that_cannot_be_kept_offers_nothing(cast, sign_in):
    frozen()
    assert "Keep this view" not in sign_in(cast.colm).get(reverse("measures")).text
