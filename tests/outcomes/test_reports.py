"""A month that was really frozen: Colm sees it, on the page and by the API, and nothing behind it."""

import re

import pytest
import time_machine

from outcomes.figures import freezing
from outcomes.models import Release
from tests.outcomes import october

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_counts")]


@pytest.fixture
def frozen(cast):
    october.fill(cast, cast.ward, received=43, contacted_=38, introduced_=30, attended_=18)
    october.fill(cast, cast.other_ward, received=12, contacted_=9, introduced_=3)
    with time_machine.travel(october.FROZEN, tick=False):
        freezing.freeze(october.MONTH, by="freeze")
    return cast


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def absence(response):
    """A page that is not there, without the two values that differ from one request to the next."""
    assert response.status_code == 404
    return re.sub(r'name="(csrfmiddlewaretoken|next)" value="[^"]*"', "", response.content.decode())


def journey(response):
    return re.search(r'<desc id="journey-chart-w-d">([^<]*)', response.content.decode()).group(1)


def test_the_month_is_told_as_it_was_frozen_and_no_question_changes_it(frozen, sign_in):
    colm = sign_in(frozen.colm)
    page = colm.get("/reports/")
    assert "A third of the people referred went to something so far" in words(page)
    assert "Figures were frozen on Friday 13 November" in words(page)
    assert [step.split(",")[0] for step in journey(page).split("; ")] == [
        "Referred: People 55",
        "Spoken to: People 45",
        "Introduced: People 35",
        "Went along: People 20",
        "Settled: People 0",
    ]
    asked = colm.get("/reports/2026-10/?ward=K01-1&from=2026-10-14&to=2026-10-15&referrer=rosa")
    assert journey(asked) == journey(page)
    assert journey(sign_in(frozen.carl).get("/reports/2026-10/")) == journey(page)


def test_nia_who_connects_elsewhere_sees_no_figure_and_rosa_no_reports_at_all(frozen, sign_in):
    nia = sign_in(frozen.nia)
    assert "Nothing has been frozen yet" in words(nia.get("/reports/"))
    assert absence(nia.get("/reports/2026-10/")) == absence(nia.get("/reports/2031-01/"))
    assert nia.get("/api/v1/reports/2026-10/").status_code == 404
    rosa = sign_in(frozen.rosa)
    assert absence(rosa.get("/reports/")) == absence(rosa.get("/no/such/page/"))
    assert absence(rosa.get("/reports/2026-10/")) == absence(rosa.get("/reports/2031-01/"))
    assert rosa.get("/api/v1/reports/2026-10/").status_code == 404


def test_before_the_first_month_the_page_says_what_will_come(cast, sign_in):
    page = words(sign_in(cast.colm).get("/reports/"))
    assert "Nothing has been frozen yet" in page
    assert "ten working days after a month, a quarter or a year has closed" in page


def test_another_system_reads_the_same_figures_and_may_not_write(frozen, sign_in):
    colm = sign_in(frozen.colm)
    [release] = colm.get("/api/v1/reports/2026-10/").json()
    assert (release["area_name"], release["policy"]) == ("Kelderby", "round5_audit_v1")
    received = [one for one in release["figures"] if one["count"] == "received" and one["level"] != "locality"]
    assert [(one["place_name"], one["shown"]) for one in received] == [
        ("Kelderby", "55"),
        ("Millrace", "45"),
        ("Northgate", "10"),
    ]
    assert set(received[0]) == {"count", "category", "place_code", "place_name", "level", "rule", "shown"}
    asked = [colm.post("/api/v1/reports/2026-10/"), colm.delete("/api/v1/reports/2026-10/")]
    assert [one.status_code for one in asked] == [405, 405]
    assert Release.objects.count() == 1


def test_the_description_of_the_interface_names_the_reports(client, db):
    described = client.get("/api/v1/schema/").json()["paths"]["/api/v1/reports/{period}/"]["get"]
    assert [(one["name"], one["description"]) for one in described["parameters"]] == [
        ("period", "2026-10, 2026-q3 or 2026-y")
    ]
