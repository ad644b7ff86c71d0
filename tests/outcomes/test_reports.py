"""The reports: Colm sees a frozen month, and nothing behind it; Nia and Rosa see none of it."""

import re

import pytest
import time_machine

from outcomes.figures import freezing
from outcomes.models import Release
from outcomes.reports import finding
from tests.outcomes import october

pytestmark = pytest.mark.django_db
EVERY_FIGURE = ["55", "45", "10", "45", "40", "10", "35", "30", "*", "20", "20", "0"]


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


def table(response):
    rows = re.findall(r"<tr role=\"row\".*?</tr>", response.content.decode(), re.S)
    return [re.findall(r"<t[hd][^>]*>([^<]*)<", row) for row in rows]


def test_colm_opens_the_latest_month_ward_by_ward(frozen, sign_in):
    page = sign_in(frozen.colm).get("/reports/")
    assert table(page) == [
        ["Ward", "Referred", "Spoken to", "Introduced", "Went along"],
        ["Millrace", "45", "40", "30", "20"],
        ["Northgate", "10", "10", "*", "0"],
        ["All of Kelderby", "55", "45", "35", "20"],
    ]
    assert "About 20 of the 55 people referred are known to have gone along to something" in words(page)
    assert "Frozen on Friday 13 November" in words(page)


def test_the_finding_comes_first_then_the_table_then_what_the_words_mean(frozen, sign_in):
    page = sign_in(frozen.colm).get("/reports/").content.decode()
    assert re.findall(r"<(?:h1|h2|table|dl)\b", page) == ["<h1", "<h2", "<h2", "<table", "<h2", "<dl", "<h2"]
    assert page.count("Small numbers are kept safe") == 1


def test_the_picture_hatches_what_the_table_hides(cast, sign_in):
    october.fill(cast, cast.ward, received=20, contacted_=3)
    with time_machine.travel(october.FROZEN, tick=False):
        freezing.freeze(october.MONTH, by="freeze")
    page = sign_in(cast.colm).get("/reports/").content.decode()
    assert page.count('fill="url(#journey-K01-wide-hatch)"') == 1
    assert page.count('fill="url(#journey-K01-narrow-hatch)"') == 1
    assert "Referred: 20; Spoken to: *; Introduced: 0; Went along: 0" in page


def test_a_month_is_picked_by_its_address_and_no_question_changes_it(frozen, sign_in):
    colm = sign_in(frozen.colm)
    assert '<a href="/reports/2026-10/" aria-current="page">October 2026</a>' in colm.get("/reports/").content.decode()
    plain = colm.get("/reports/2026-10/")
    filtered = colm.get("/reports/2026-10/?ward=K01-1&from=2026-10-14&to=2026-10-15&referrer=rosa")
    assert table(filtered) == table(plain)


@pytest.mark.parametrize("address", ["2026-09", "2031-01", "2026-13", "0000-01", "2026-1"])
def test_a_month_never_frozen_is_not_there(frozen, sign_in, address):
    assert "We cannot find that page" in absence(sign_in(frozen.colm).get(f"/reports/{address}/"))


def test_nia_who_connects_elsewhere_sees_no_figure_and_no_month(frozen, sign_in):
    nia = sign_in(frozen.nia)
    assert "No month has been frozen yet" in words(nia.get("/reports/"))
    assert absence(nia.get("/reports/2026-10/")) == absence(nia.get("/reports/2031-01/"))
    assert nia.get("/api/v1/reports/2026-10/").status_code == 404


def test_rosa_has_no_reports_at_all(frozen, sign_in):
    rosa = sign_in(frozen.rosa)
    assert absence(rosa.get("/reports/")) == absence(rosa.get("/no/such/page/"))
    assert absence(rosa.get("/reports/2026-10/")) == absence(rosa.get("/reports/2031-01/"))
    assert rosa.get("/api/v1/reports/2026-10/").status_code == 404


def test_carl_sees_the_borough_his_team_serves(frozen, sign_in):
    assert table(sign_in(frozen.carl).get("/reports/2026-10/"))[1] == ["Millrace", "45", "40", "30", "20"]


def test_a_stranger_is_asked_to_sign_in(frozen, client):
    assert client.get("/reports/").status_code == 302


def test_before_the_first_month_the_page_says_what_will_come(cast, sign_in):
    page = words(sign_in(cast.colm).get("/reports/"))
    assert "No month has been frozen yet" in page
    assert "ten working days after it has closed" in page


def test_the_page_asks_as_much_for_many_wards_as_for_few(frozen, sign_in, django_assert_max_num_queries):
    colm = sign_in(frozen.colm)
    with django_assert_max_num_queries(14):
        colm.get("/reports/")


def test_another_system_reads_the_same_figures(frozen, sign_in):
    [release] = sign_in(frozen.colm).get("/api/v1/reports/2026-10/").json()
    assert (release["area_name"], release["policy"]) == ("Kelderby", "round5_audit_v1")
    assert [one["shown"] for one in release["figures"]] == EVERY_FIGURE
    assert set(release["figures"][0]) == {"measure", "ward_code", "ward_name", "shown"}


def test_another_system_may_not_write(frozen, sign_in):
    colm = sign_in(frozen.colm)
    assert [colm.post("/api/v1/reports/2026-10/").status_code, colm.delete("/api/v1/reports/2026-10/").status_code] == [
        405,
        405,
    ]
    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ([0, 0, 0, 0], "Nobody was referred this month"),
        (["*", "*", "*", "*"], "Too few people were referred to give a number safely"),
        ([20, "*", "*", "*"], "About 20 people were referred; what came of it is too few to show"),
        ([20, 15, "*", "*"], "About 15 of the 20 people referred were spoken to; too few went along to show"),
    ],
)
def test_the_finding_says_no_more_than_the_totals_show(totals, said):
    assert finding(totals) == said


def test_the_description_of_the_interface_names_the_reports(client, db):
    described = client.get("/api/v1/schema/").json()["paths"]["/api/v1/reports/{month}/"]["get"]
    assert described["parameters"] == [
        {"in": "path", "name": "month", "schema": {"type": "string"}, "description": "2026-10", "required": True}
    ]
