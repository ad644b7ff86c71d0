"""What goes out comes back in and changes nothing: the demo's listings, and the real ones."""

import pytest
from django.core.management import call_command
from django.http import QueryDict

from connect.places import demo as places
from directory import demo
from directory.bulk import found, reading, writing
from directory.models import Service

from .conftest import as_csv


@pytest.fixture
def kelderby(cast):
    places.load()
    demo.load()


def out(what="listings", private=True, services=None):
    services = services if services is not None else found.asked_for(QueryDict(), what)
    columns = writing.columns_of(services, what)
    return columns, list(writing.lines(services, columns, private=private))


def said(plan):
    """Of the rows that are not unchanged: what is new in them, or wrong."""
    return [(row.name, row.reading.changes, row.reading.problems) for row in plan.rows if row.what != "same"]


def as_sent(columns, rows, kind):
    if kind == "csv":
        return b"".join(writing.csv_of(columns, rows))
    with writing.xlsx_of(columns, rows) as book:
        return book.read()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_all_of_kelderby_comes_back_unchanged(kelderby, keep, kind):
    columns, rows = out()
    plan = reading.plan(keep(as_sent(columns, rows, kind), "listings"))
    assert len(plan.rows) == Service.objects.filter(is_template=False).count() > 60
    assert [
        (row.name, row.what, row.reading.changes, row.reading.problems) for row in plan.rows if row.what != "same"
    ] == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_313_real_listings_come_back_unchanged(shared, keep, kind):
    call_command("import_services", str(shared / "oruk/samples/hounslow-2021/services.json"), verbosity=0)
    columns, rows = out(services=Service.objects.exclude(feed=None).order_by("pk"))
    plan = reading.plan(keep(as_sent(columns, rows, kind), "listings"))
    assert [
        (row.name, row.what, row.reading.changes, row.reading.problems) for row in plan.rows if row.what != "same"
    ] == []
    assert plan.counts == {"same": 313}


def test_one_cell_changed_is_one_change(kelderby, keep):
    columns, rows = out()
    names = [column.name for column in columns]
    club = str(demo.key("st-marks-lunch-club"))
    at = next(n for n, row in enumerate(rows) if row[names.index("Connect ID")] == club)
    rows[at][names.index("Cost")] = "5"
    rows[at][names.index("Days and times")] = "Mondays 10-12"
    plan = reading.plan(keep(as_sent(columns, rows, "csv"), "listings"))
    changed = [row for row in plan.rows if row.what != "same"]
    assert [(each.column, each.now) for row in changed for each in row.reading.changes] == [
        ("Cost", "5"), ("Days and times", "Monday 10:00-12:00")
    ]  # fmt: skip
    assert (changed[0].reading.part["fees"], set(changed[0].reading.part)) == ("£5", {"fees", "schedules"})


def test_an_empty_cell_changes_nothing_and_a_word_takes_out(kelderby, keep):
    club = Service.objects.get(pk=demo.key("st-marks-lunch-club"))
    sheet = [["Connect ID", "Name", "Cost", "In a line"], [str(club.pk), club.name, "", "(empty)"]]
    (row,) = reading.plan(keep(as_csv(sheet), "listings")).rows
    assert (row.what, row.reading.part) == ("changed", {"summary": ""})


def test_what_is_private_stays_with_editors(kelderby):
    Service.objects.update(contact_public=False)
    columns, rows = out(private=False)
    hidden = [at for at, column in enumerate(columns) if column.private]
    assert (len(hidden), {row[at] for row in rows for at in hidden}) == (3, {""})
