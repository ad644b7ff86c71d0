"""Importing: real listings and real quirks, twice; a bad record stops no other; nothing is taken from anybody else."""

import csv
import json

import pytest
from django.core.management import CommandError, call_command

from connect.identity import acting_as
from connect.people.models import Organisation
from connect.places.find import Spot, locate
from connect.places.models import Postcode
from directory.keeping import actions as keeping
from directory.models import Feed, Location, Service
from directory.openreferral import actions
from directory.search import search
from directory.states import Via


def record(ident="1", name="Choir", **more):
    return {"id": ident, "name": name, "status": "active", **more}


def take(*records, name="feed"):
    return [(each.source_id, each.what, list(each.notes)) for each in actions.take(name, records)]


def run(capsys, *arguments, **options):
    call_command("import_services", *map(str, arguments), **options)
    return capsys.readouterr().out.strip().splitlines()


@pytest.fixture
def portsmouth(db, shared):
    call_command("load_postcodes", str(shared / "geo/portsmouth/postcodes.csv"), layout="connect", verbosity=0)


def test_313_real_services_are_taken_once(shared, db, capsys):
    file = shared / "oruk/samples/hounslow-2021/services.json"
    assert run(capsys, file, name="Hounslow 2021")[-1] == "313 taken, 0 changed, 0 unchanged, 0 refused"
    written = list(Service.objects.order_by("pk").values())
    assert len(written) == 313
    assert Location.objects.exclude(easting=None).count() == len(
        {
            place["location"]["id"]
            for service in json.loads(file.read_text())
            for place in service.get("service_at_locations", [])
            if "latitude" in place["location"]
        }
    )
    assert run(capsys, file, name="Hounslow 2021") == ["0 taken, 0 changed, 313 unchanged, 0 refused"]
    assert list(Service.objects.order_by("pk").values()) == written


def test_the_journeys_search_works_on_real_listings_and_real_postcodes(shared, portsmouth, capsys, client):
    call_command("import_services", str(shared / "oruk/samples/hounslow-2021/services.json"), verbosity=0)
    hounslow = Spot("Hounslow", 513_900, 175_700)
    near = search("lunch", hounslow)
    assert (near.total > 5, near.hits[0].service.name) == (True, "Hounslow Old Peoples Lunch Club")
    assert all(hit.metres is None or hit.metres <= 2 * 1610 for hit in near.hits)
    portsmouth = locate("PO1 1AA")
    far = search("dementia", portsmouth)
    assert (far.widened, far.miles, far.hits[0].metres > 80_000) == (True, None, True)
    page = client.get("/", {"q": "dementia", "near": "PO1 1AA"})
    assert (page.status_code, "so we looked everywhere" in page.text) == (200, True)


def test_the_live_quirks_are_taken_once(shared, db, capsys):
    quirks = shared / "oruk/samples/live-quirks"
    for file, count in (("cqc-like", 1), ("hull-like-empty", 0), ("openplace-v3", 1), ("outpost-v1", 1)):
        path = quirks / f"{file}.json"
        assert run(capsys, path)[-1] == f"{count} taken, 0 changed, 0 unchanged, 0 refused"
        assert run(capsys, path)[-1] == f"0 taken, 0 changed, {count} unchanged, 0 refused"
    outpost = Service.objects.get(source_id="9001")
    assert (outpost.feed.name, outpost.status, outpost.contact) == (
        "outpost-v1",
        "active",
        {"name": "", "phone": "01632 960001", "email": ""},
    )
    everything = json.dumps(list(Service.objects.values()), default=str)
    assert not [said for said in ("jo@example", "someone@", "Jo Bloggs", "noemail", "<p>") if said in everything]


def test_the_published_examples_are_taken(shared, db, capsys):
    path = shared / "oruk/published-3.0/examples/service_full.json"
    lines = run(capsys, path, name="examples")
    assert lines[-1] == "1 taken, 0 changed, 0 unchanged, 0 refused"
    assert "coordinates outside the United Kingdom were left out" in lines[0]


def test_a_changed_record_changes_its_listing_and_no_other(db):
    take(record("1", "Choir"), record("2", "Band"))
    before = Service.objects.get(source_id="2").updated
    assert take(record("1", "Choir of the mill"), record("2", "Band")) == [("1", "changed", []), ("2", "unchanged", [])]
    assert Service.objects.get(source_id="1").name == "Choir of the mill"
    assert Service.objects.get(source_id="2").updated == before
    assert [hit.service.name for hit in search("mill").hits] == ["Choir of the mill"]


def test_a_bad_record_stops_no_other_and_says_why(db):
    found = take(
        "nonsense",
        record("1", "Choir"),
        {"id": "2"},
        record("3", "\x00" * 9),
        record("4", "Band"),
        record("1", "Again"),
    )
    assert found == [
        ("", "refused", ["it is not a record"]),
        ("1", "taken", []),
        ("2", "refused", ["it has no name"]),
        ("3", "refused", ["it has no name"]),
        ("4", "taken", []),
        ("1", "refused", ["the feed has this id twice; the first was kept"]),
    ]
    assert sorted(Service.objects.values_list("name", flat=True)) == ["Band", "Choir"]


def test_what_the_database_refuses_is_one_refusal(db, monkeypatch):
    monkeypatch.setattr(actions.record, "_ages", lambda raw, notes: {"minimum_age": 90, "maximum_age": 10})
    assert take(record("1"), record("2"))[0][1:] == ("refused", ["the directory cannot hold it (IntegrityError)"])
    assert Service.objects.count() == 0


def test_a_feed_takes_nobody_elses_listing_by_using_its_id(listing):
    ours = listing("Choir")
    assert take(record(str(ours.pk), "Stolen")) == [
        (str(ours.pk), "refused", ["its id already belongs to a listing from somewhere else"])
    ]
    ours.refresh_from_db()
    assert (ours.name, ours.feed) == ("Choir", None)


def test_two_feeds_may_use_the_same_numbers(db):
    place = {"locations": [{"id": 7, "name": "The hall"}]}
    take(record("1", "Choir", **place), name="one")
    take(record("1", "Band", **place), name="two")
    assert Service.objects.count() == Location.objects.count() == 2


def test_a_uuid_of_the_feeds_own_is_kept(db):
    ident = "DDC566B6-6A24-11EB-9439-0242AC130002"
    take(record(ident))
    assert str(Service.objects.get().pk) == ident.lower()
    assert take(record(ident.lower()))[0][1] == "changed"  # the same listing, written otherwise


def test_places_that_are_gone_go_and_shared_ones_stay(db):
    hall, barn = {"id": 1, "name": "Hall"}, {"id": 2, "name": "Barn"}
    take(record("1", "Choir", locations=[hall, barn]), record("2", "Band", locations=[barn]))
    take(record("1", "Choir", locations=[hall]), record("2", "Band", locations=[barn]))
    assert sorted(Location.objects.values_list("name", flat=True)) == ["Barn", "Hall"]
    take(record("1", "Choir"), record("2", "Band", locations=[barn]))
    assert list(Location.objects.values_list("name", flat=True)) == ["Barn"]


def test_a_place_without_coordinates_gets_those_of_its_postcode(db):
    Postcode.objects.create(postcode="KX2 4HD", easting=643_000, northing=443_000)
    take(record("1", locations=[{"id": 1, "name": "Hall", "postal_code": "kx24hd"}]))
    assert list(Location.objects.values_list("postcode", "easting", "northing")) == [("KX2 4HD", 643_000, 443_000)]


def test_topics_that_are_needs_of_ours_become_needs_and_an_editors_stay(db):
    take(record("1", "Saturdays", taxonomies=[{"name": "Make friends"}, {"name": "Other"}]))
    choir = Service.objects.get()
    assert [need.pk for need in choir.needs.all()] == ["company"]
    with acting_as("seed"):
        keeping.change(choir, {"needs": ["company", "getting_out"]}, via=Via.EDITOR, by_name="Dev")
    take(record("1", "Sundays"))
    assert sorted(need.pk for need in choir.needs.all()) == ["company", "getting_out"]


def test_the_licence_and_address_of_a_feed_are_kept(db, tmp_path, capsys):
    file = tmp_path / "feed.json"
    file.write_text(json.dumps([record()]))
    run(capsys, file, name="Kelderby", licence="OGL v3")
    run(capsys, file, name="Kelderby")
    feed = Feed.objects.get()
    assert (feed.licence, feed.name, Service.objects.get().source) == ("OGL v3", "Kelderby", "Kelderby")


def test_a_provider_we_know_is_not_made_twice(db):
    Organisation.objects.create(name="Kelderby Action")
    take(record("1", organization={"name": "Kelderby  Action"}), record("2", organisation={"name": "Kelderby Action"}))
    assert Organisation.objects.count() == 1


def test_one_record_a_line_streams_and_a_bad_line_is_one_refusal(db, tmp_path, capsys):
    file = tmp_path / "feed.ndjson"
    file.write_text("\n".join([json.dumps(record("1")), "{broken", "", json.dumps(record("2", "Band"))]))
    lines = run(capsys, file)
    assert (lines[1].startswith("!  : it is not JSON"), lines[-1]) == (
        True,
        "2 taken, 0 changed, 0 unchanged, 1 refused",
    )


@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_the_report_can_be_kept(db, tmp_path, capsys, suffix):
    file, report = tmp_path / "feed.json", tmp_path / f"report.{suffix}"
    file.write_text(json.dumps({"contents": [record("1", "=cmd()"), {"id": "2"}]}))
    run(capsys, file, report=report)
    if suffix == "csv":
        rows = list(csv.reader(report.read_text().splitlines()))
        assert rows == [
            ["id", "name", "what", "notes"],
            ["1", "'=cmd()", "taken", ""],
            ["2", "", "refused", "it has no name"],
        ]
    else:
        told = json.loads(report.read_text())
        assert told["counts"] == {"taken": 1, "changed": 0, "unchanged": 0, "refused": 1}
        assert told["records"][1] == {"id": "2", "name": "", "what": "refused", "notes": ["it has no name"]}


@pytest.mark.parametrize("content", ["", "nonsense", '"word"', '{"no": "list"}', "[" * 100_000])
def test_a_file_that_is_no_feed_is_refused_whole(db, tmp_path, content):
    file = tmp_path / "feed.json"
    file.write_text(content)
    with pytest.raises(CommandError, match="could not be read"):
        call_command("import_services", str(file))
    assert Service.objects.count() == 0
