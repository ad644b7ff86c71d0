"""Everything that may be asked of the open data: what it finds, what it refuses, and that asking costs the same."""

import json
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connect.people.models import Organisation
from connect.places.models import Postcode
from directory.models import Capacity, Schedule, Service
from directory.openreferral import paging
from tests.directory.openreferral import rules

STUB = "/api/oruk/v3"
pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    """ask("services", day="MO") -> the names found, in order of name."""

    def found(which="services", status=200, **given):
        answer = client.get(f"{STUB}/{which}", given)
        assert (answer.status_code, rules.wrong_answer(answer)) == (status, [])
        if status != 200:
            return answer.json()
        told = answer.json()
        assert told["total_items"] >= len(told["contents"])
        return sorted(each.get("name") or each["service"]["name"] for each in told["contents"])

    return found


@pytest.fixture
def town(listing):
    """A choir on Mondays, a walk on Fridays farther off, and a lunch for older people."""
    Postcode.objects.create(postcode="KX2 4HD", easting=450_000, northing=300_000)
    listing("Choir", north=100, days="MO", needs=["company"], kind="activity", minimum_age=18, maximum_age=30)
    listing("Walk", north=3000, days="FR", opens=time(14), closes=time(16), kind="group", needs=["getting_out"])
    lunch = listing("Lunch", north=900, kind="group", minimum_age=60, wellbeing=["connect"], joining="drop_in")
    Schedule.objects.create(service=lunch, freq="MONTHLY", byday="1WE", opens_at=time(12), closes_at=time(14))
    lunch.audiences.set(["older"])
    return lunch


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"search": "choir"}, ["Choir"]),
        ({"search": "singing"}, ["Choir"]),  # the thesaurus says so
        ({"search": "choir walk"}, []),
        ({"search": "…"}, []),
        ({"day": "MO"}, ["Choir"]),
        ({"day": "Monday"}, ["Choir"]),
        ({"day": "wednesday"}, ["Lunch"]),
        ({"start_time": "12:00"}, ["Lunch", "Walk"]),
        ({"end_time": "14:00Z"}, ["Choir", "Lunch"]),
        ({"day": "FR", "start_time": "13:00", "end_time": "17:00"}, ["Walk"]),
        ({"day": "FR", "end_time": "12:00"}, []),  # of one and the same time
        ({"minimum_age": "18", "maximum_age": "30"}, ["Choir"]),
        ({"minimum_age": "40"}, ["Lunch"]),
        ({"postcode": "KX2 4HD", "proximity": "100"}, ["Choir"]),
        ({"postcode": "kx24hd", "proximity": "1000"}, ["Choir", "Lunch"]),
        ({"postcode": "KX2 4HD", "proximity": "1000", "day": "MO"}, ["Choir"]),
        ({"nobody_knows": "this", "utm_source": "x"}, ["Choir", "Lunch", "Walk"]),
        ({"search": "", "day": ""}, ["Choir", "Lunch", "Walk"]),
        ({"taxonomy_term_id": "esdServiceType:298"}, []),
        ({"taxonomy_id": "none"}, []),
    ],
)
def test_what_is_asked_for_is_found(ask, town, given, names):
    assert (ask(**given), ask("service_at_locations", **given)) == (names, names)


@pytest.mark.parametrize(
    ("taxonomy", "code", "names"),
    [
        ("need", "company", ["Choir"]), ("kind", "group", ["Lunch", "Walk"]), ("audience", "older", ["Lunch"]),
        ("wellbeing", "connect", ["Lunch"]), ("attending_access", "drop_in", ["Lunch"]), ("function", "structural", []),
    ],
)  # fmt: skip
def test_by_a_term_and_by_a_whole_taxonomy(client, ask, town, taxonomy, code, names):
    terms = client.get(f"{STUB}/taxonomy_terms", {"per_page": 500}).json()["contents"]
    [term] = [each for each in terms if each["code"] == code]
    assert ask(taxonomy_term_id=term["id"]) == names
    assert set(names) <= set(ask(taxonomy_id=term["taxonomy_id"]))
    assert ask("taxonomy_terms", taxonomy_id=term["taxonomy_id"], search=term["name"]) == [term["name"]]


def test_a_one_off_is_found_by_its_weekday(ask, listing):
    fair = listing("Fair")
    Schedule.objects.create(service=fair, freq="ONCE", dtstart=date(2026, 12, 5))
    assert (ask(day="SA"), ask(day="SU")) == (["Fair"], [])


def test_a_postcode_alone_asks_who_reaches_there(ask, town, listing):
    listing("Visits", north=2000, attending="home", reach_metres=1000)
    listing("Calls", north=2000, attending="home", reach_metres=5000)
    listing("The far end of the country", north=600_000, attending="home", reach_metres=200_000)
    assert ask(postcode="KX2 4HD") == ["Calls", "Choir", "Lunch", "Walk"]
    assert len(ask(postcode="KX2 4HD", proximity="9999999")) == 6


def test_what_changed_since(ask, town):
    before, now = timezone.now() - timedelta(days=3), timezone.now()
    Service.objects.update(updated=before)
    Service.objects.filter(name="Walk").update(updated=now)
    since = (now - timedelta(days=1)).isoformat(timespec="seconds")
    assert ask(modified_after=since) == ["Walk"]
    assert ask(modified_after=since.replace("+", " ")) == ["Walk"]  # a "+" that nobody escaped
    assert ask(modified_after=before.date().isoformat()) == ["Choir", "Lunch", "Walk"]
    Capacity.objects.create(service=Service.objects.get(name="Choir"), available=3)
    assert ask(modified_after=since) == ["Choir", "Walk"]


def test_by_organisation_and_back(client, ask, town):
    other = Organisation.objects.create(name="The Walkers")
    Service.objects.filter(name="Walk").update(organisation=other)
    assert ask(organization_id=str(other.pk)) == ["Walk"]
    assert ask("organizations", search="walkers") == ["The Walkers"]
    told = client.get(f"{STUB}/organizations/{other.pk}", {"full_service": "true"}).json()
    assert [each["name"] for each in told["services"]] == ["Walk"]
    assert "services" not in client.get(f"{STUB}/organizations/{other.pk}").json()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"page": "0"}, "page must be a whole number from 1, like 2"),
        ({"page": "two"}, "page must be a whole number from 1, like 2"),
        ({"per_page": "-5"}, "per_page must be a whole number from 1, like 2"),
        ({"full": "perhaps"}, "full must be true or false"),
        ({"format": "xml"}, "format must be json or ndjson"),
        ({"organization_id": "7"}, "organization_id must be a UUID"),
        ({"modified_after": "yesterday"}, "modified_after must be a moment, like 2026-11-20T09:30:00Z"),
        ({"modified_after": "2026-13-45"}, "modified_after must be a moment, like 2026-11-20T09:30:00Z"),
        ({"minimum_age": "old"}, "minimum_age must be an age in years, like 18"),
        ({"day": "someday"}, "day must be a day of the week, like MO or Monday"),
        ({"start_time": "noon"}, "start_time must be a time, like 09:30"),
        ({"end_time": "25:99"}, "end_time must be a time, like 09:30"),
        ({"proximity": "near", "postcode": "KX2 4HD"}, "proximity must be a number of metres, like 800"),
        ({"proximity": "500"}, "proximity needs a postcode to be measured from"),
        ({"search": "x" * 10_000}, "search is too long: use 200 letters or fewer"),
    ],
)
def test_a_value_that_cannot_be_read_is_said(ask, town, given, told):
    [name] = [each for each in given if each != "postcode"]
    assert ask(status=400, **given) == {"detail": told, "errors": {name: told}}


@pytest.mark.parametrize("postcode", ["ZZ9 9ZZ", "nowhere", "\x00", "'; drop table", "x" * 10_000])
def test_a_place_nobody_knows_is_said(ask, town, postcode):
    told = ask(status=400, postcode=postcode, proximity="100")
    assert list(told["errors"]) == ["postcode"]


@pytest.mark.parametrize("words", ["\x00", "%00", "'", "!!! ???", "& | ! ( )", "a:*", "\ud83d", "lonely"])
def test_odd_words_find_something_or_nothing(ask, town, words):
    assert set(ask(search=words.encode(errors="ignore").decode())) <= {"Choir", "Lunch", "Walk"}


def test_a_page_after_the_last_is_a_404(ask, town):
    assert ask(status=404, page="2") == {"detail": "There is no such page: it comes after the last"}
    assert ask(status=404, page="99999999999") == {"detail": "There is no such page: it comes after the last"}


def test_as_many_on_a_page_as_finders_ask_for(client, town):
    assert [client.get(f"{STUB}/services", {"per_page": n}).json()["size"] for n in (500, 5000, 100_000)] == [3, 3, 3]


def test_minimal_is_ids_and_moments_all_on_one_page(client, town):
    page = client.get(f"{STUB}/services", {"minimal": "true", "per_page": 1}).json()
    assert (rules.wrong_page(page, 1000, 1), [sorted(each) for each in page["contents"]]) == (
        [], [["id", "last_modified"]] * 3,
    )  # fmt: skip
    assert client.get(f"{STUB}/services", {"minimal": "true", "page": 2}).status_code == 404


@pytest.mark.parametrize("which", ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"])
@pytest.mark.parametrize("full", ["", "true"])
def test_a_stream_has_everything_a_record_a_line(client, town, monkeypatch, which, full):
    monkeypatch.setattr(paging, "STREAMED", 2)
    page = client.get(f"{STUB}/{which}", {"per_page": 5000, "full": full}).json()
    answer = client.get(f"{STUB}/{which}", {"format": "ndjson", "full": full})
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert sorted(lines, key=str) == sorted(page["contents"], key=str)
    assert answer["Content-Type"] == "application/x-ndjson"


@pytest.mark.parametrize("which", ["services", "service_at_locations", "organizations"])
def test_a_page_asks_a_fixed_number_of_times(client, listing, which):
    counts = []
    for n in range(3):
        for each in range(n * 4):
            one = listing(f"Choir {n} {each}", days="MO", needs=["company"], kind="group")
            Service.objects.filter(pk=one.pk).update(organisation=Organisation.objects.create(name=f"Body {n} {each}"))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{STUB}/{which}", {"full": "true", "full_service": "true"}).status_code == 200
        counts.append(len(asked))
    assert (counts[1] == counts[2], counts[2] < 30) == (True, True)


def test_its_own_description_names_what_there_is(client, db):
    told = client.get(f"{STUB}/openapi.json").json()
    names = {path: [each["name"] for each in said["get"]["parameters"]] for path, said in told["paths"].items()}
    assert (told["openapi"], len(names), "proximity" in names["/services"]) == ("3.0.3", 11, True)
    for path in names:
        assert client.get(STUB + path.replace("{id}", "x")).status_code in (200, 404)
