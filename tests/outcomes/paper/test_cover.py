"""The cover of a paper: who writes it, where it stands, and two who write at once."""

import pytest
from django.urls import reverse

from outcomes.figures.lattice import Period
from outcomes.paper.models import Cover
from tests.outcomes.paper import a_year

pytestmark = pytest.mark.django_db
WHERE = {"paper": "paper", "period": "2025-y", "place": "K01"}


@pytest.fixture(autouse=True)
def year(cast):
    a_year.released()


def address(**more):
    query = "&".join(f"{name}={value}" for name, value in (WHERE | more).items())
    return f"{reverse('paper_cover')}?{query}"


def write(client, *, seen=0, **more):
    said = {"board": "Health and Wellbeing Board", "meets_on": "2026-05-08", "asks": "Train 40 more.\n\nFund a lift."}
    return client.post(address(), said | {"seen": seen} | more)


def test_tess_writes_the_cover_and_colm_reads_it_over_the_paper_and_takes_it_away(cast, sign_in):
    back = write(sign_in(cast.tess)).headers["Location"]
    page = sign_in(cast.colm).get(back)
    assert page.context["paper"].asks == ["Train 40 more.", "Fund a lift."]
    assert page.context["paper"].meta[0] == "For: Health and Wellbeing Board, 8 May 2026"
    assert sign_in(cast.colm).get(reverse("paper_pdf", args=[Period.at("2025-y")])).content[:5] == b"%PDF-"


def test_of_two_who_write_at_once_the_second_is_told_and_loses_nothing(cast, sign_in):
    write(sign_in(cast.tess))
    late = write(sign_in(cast.colm), asks="Fund a bus.")
    assert (late.status_code, late.context["theirs"].asks) == (422, "Train 40 more.\nFund a lift.")
    assert "Fund a bus." in late.text
    write(sign_in(cast.colm), asks="Fund a bus.", seen=late.context["form"].data["seen"])
    assert [(one.asks, one.version, one.changed_by) for one in Cover.objects.all()] == [("Fund a bus.", 2, cast.colm)]


def test_sent_twice_it_is_written_once(cast, sign_in):
    tess = sign_in(cast.tess)
    assert [write(tess).status_code, write(tess).status_code] == [302, 302]
    assert Cover.objects.get().version == 1


@pytest.mark.parametrize(
    ("asks", "error"),
    [("\n".join("abcdefg"), "Six lines at most, and none longer than 200 letters"),
     ("Ring 01632 960 014", "Leave out telephone numbers, e-mail addresses and postcodes")],
)  # fmt: skip
def test_what_is_too_much_or_leads_to_somebody_is_said_beside_it(cast, sign_in, asks, error):
    answer = write(sign_in(cast.tess), asks=asks)
    assert (answer.status_code, answer.context["form"].errors["asks"]) == (422, [error])
    assert asks.split("\n")[0] in answer.text


def test_who_may_not_and_who_works_elsewhere_find_no_such_page(cast, sign_in):
    for user in (cast.carl, cast.rosa, cast.nia):
        assert sign_in(user).get(address()).status_code == 404
        assert write(sign_in(user)).status_code == 404
    assert sign_in(cast.tess).get(address(paper="people")).status_code == 404
    assert Cover.objects.count() == 0
