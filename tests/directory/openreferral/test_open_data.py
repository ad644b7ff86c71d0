"""The open data against the rules of Open Referral UK 3.0, and each rule broken once, which must be noticed."""

import copy
import json
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.http import http_date

from connect.people.models import Organisation
from directory.models import Feed, Location, Service, ServiceAtLocation
from directory.openreferral import asked
from tests.directory.openreferral import rules

STUB = "/api/oruk/v3"
LISTS = {
    "services": "service", "service_at_locations": "service_at_location", "organizations": "organization",
    "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term",
}  # fmt: skip


@pytest.fixture
def get(client, db):
    """get("/services", page=2) -> what it says; the rules for any answer hold each time."""

    def ask(path, status=200, **asked):
        answer = client.get(f"{STUB}{path}", asked)
        assert (rules.wrong_answer(answer), answer.status_code) == ([], status)
        return answer.json()

    return ask


@pytest.fixture
def eleven(listing):
    return [listing(f"Choir {n}", days="MO", needs=["company"], kind="activity") for n in range(11)]


def test_l1_the_root_names_the_version_exactly(get):
    assert (rules.wrong_root(get("/")), rules.wrong_root(get(""))) == ([], [])


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize("name", LISTS)
def test_c2_every_list_and_item_answers_with_and_without_its_last_slash(get, full, name, slash):
    page = get(f"/{name}{slash}", page=1)
    key = page["contents"][0]["id"]
    assert get(f"/{name}/{key}{slash}")["id"] == key


@pytest.mark.parametrize("name", LISTS)
def test_l2_l3_m_lists_and_items_hold_to_the_rules(get, full, name):
    for asks in ({}, {"full": "true"}):
        page = get(f"/{name}", **asks)
        assert rules.wrong_page(page, asked.FEW, 1) == []
        assert [rules.wrong(each, LISTS[name]) for each in page["contents"]] == [[]] * page["size"]
        assert [rules.wrong(get(f"/{name}/{each['id']}"), LISTS[name]) for each in page["contents"]] == [[]] * page[
            "size"
        ]


@pytest.mark.parametrize("name", LISTS)
def test_the_published_schemas_agree(get, full, shared, name):
    validator = published(shared)
    one = name.removesuffix("ies") + "y" if name.endswith("ies") else name.removesuffix("s")
    page = get(f"/{name}", full="true")
    assert list(validator(f"{one}_list").iter_errors(page)) == []
    for each in page["contents"]:
        assert list(validator(one).iter_errors(get(f"/{name}/{each['id']}"))) == []


def published(shared):
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    base = "https://openreferraluk.org/specifications/3.0/schema/"
    files = (shared / "oruk/published-3.0/schema").glob("*.json")
    registry = Registry().with_resources(
        (base + path.name, Resource.from_contents(json.loads(path.read_text()), default_specification=DRAFT202012))
        for path in files
    )
    checker = Draft202012Validator.FORMAT_CHECKER
    return lambda name: Draft202012Validator({"$ref": f"{base}{name}.json"}, registry=registry, format_checker=checker)


def test_l4_the_envelope_is_right_on_every_page(get, eleven):
    for number in (1, 2, 3):
        assert rules.wrong_page(get("/services", per_page=5, page=number), 5, number) == []
    seen = [each["id"] for number in (1, 2, 3) for each in get("/services", per_page=5, page=number)["contents"]]
    assert sorted(seen) == sorted(str(each.pk) for each in eleven)


def test_q3_a_list_of_nothing_has_one_page(get):
    page = get("/services", per_page=5)
    assert (rules.wrong_page(page, 5, 1), page["total_pages"], page["empty"]) == ([], 1, True)


def test_q2_there_are_always_taxonomies_and_terms(get):
    assert (get("/taxonomies")["empty"], get("/taxonomy_terms")["empty"]) == (False, False)


BROKEN = {
    "C5 null": ("C5", lambda told: told.update(url=None)),
    "C5 empty": ("C5", lambda told: told["organization"].update(email="")),
    "C6 defunct": ("C6", lambda told: told.update(status="defunct")),
    "C6 who assured it": ("C6", lambda told: told.update(assurer_email="dev@example.org")),
    "L3 no organisation": ("L3", lambda told: told.pop("organization_id")),
    "L3 half an address": ("L3", lambda told: told["service_at_locations"][0]["location"]["addresses"][0].pop("city")),
    "L3 daily": ("L3", lambda told: told["schedules"][0].update(freq="DAILY")),
    "L3 no phone number": ("L3", lambda told: told["contacts"][0]["phones"][0].pop("number")),
    "L3 one id for two things": ("L3", lambda told: told["schedules"][0].update(id=told["id"])),
    "M2 no description": ("L3", lambda told: told["attributes"][0]["taxonomy_term"].pop("description")),
    "Q4 an id that is none": ("Q4", lambda told: told["cost_options"][0].update(id="7")),
    "Q4 a bare domain": ("Q4", lambda told: told.update(url="www.example.org")),
    "Q4 a blank in an address": ("Q4", lambda told: told["organization"].update(website="https://a.org/a b")),
    "Q4 no zone": ("Q4", lambda told: told.update(last_modified="2026-11-20T10:00:00.000")),
    "Q4 no milliseconds": ("Q4", lambda told: told.update(last_modified="2026-11-20T10:00:00Z")),
    "Q5 an age in quotes": ("Q5", lambda told: told.update(minimum_age="18")),
    "Q5 a price in quotes": ("Q5", lambda told: told["cost_options"][0].update(amount="2.00")),
    "Q5 a latitude in quotes": (
        "Q5", lambda told: told["service_at_locations"][0]["location"].update(latitude="52.1")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_each_rule_of_an_item_broken_once_is_noticed(get, full, name):
    rule, breaks = BROKEN[name]
    told = get(f"/services/{full.pk}")
    assert rules.wrong(told, "service") == []
    broken = copy.deepcopy(told)
    breaks(broken)
    assert [found.split()[0] for found in rules.wrong(broken, "service")] == [rule]


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("total_items", None), ("total_pages", 0), ("total_pages", 9), ("page_number", 2), ("size", 50),
        ("first_page", False), ("last_page", True), ("empty", True), ("contents", None), ("contents", [{"name": "x"}]),
    ],
)  # fmt: skip
def test_each_rule_of_a_page_broken_once_is_noticed(get, eleven, member, value):
    page = get("/services", per_page=5)
    assert rules.wrong_page(page, 5, 1) == []
    assert {found.split()[0] for found in rules.wrong_page(page | {member: value}, 5, 1)} <= {"L2", "L4"} - {""}
    assert rules.wrong_page(page | {member: value}, 5, 1) != []
    short = {name: told for name, told in page.items() if name != member}
    assert rules.wrong_page(short, 5, 1) == [f"L2 '{member}' is a required property"]


@pytest.mark.parametrize("version", ["3.0", "HSDS 3.0", "HSDS-UK-3", ""])
def test_another_version_is_noticed(get, version):
    assert rules.wrong_root(get("/") | {"version": version}) == ["L1 version"]


@pytest.mark.parametrize("path", ["/services/no-such-id", "/nowhere", "/services/nowhere/at/all", "/taxonomies/x"])
def test_c3_what_is_not_there_says_so_as_json_to_any_page_of_the_web(get, path):
    assert get(path, status=404) == {"detail": "There is nothing here by that id or address"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_for_reading_only(client, db, method):
    answer = getattr(client, method)(f"{STUB}/services")
    assert (answer.status_code, rules.wrong_answer(answer), answer["Allow"]) == (405, [], "GET, HEAD, OPTIONS")


def test_a_browser_may_ask_beforehand(client, db):
    answer = client.options(f"{STUB}/services", headers={"origin": "https://elsewhere.example.org"})
    allowed = [answer[f"Access-Control-Allow-{name}"] for name in ("Origin", "Methods", "Headers")]
    assert (answer.status_code, allowed) == (204, ["*", "GET, HEAD, OPTIONS", "*"])


def test_what_breaks_on_our_side_is_json_too(client, db, monkeypatch):
    from directory.openreferral import narrowing

    monkeypatch.setattr(narrowing, "services", lambda *_args: 1 / 0)
    answer = client.get(f"{STUB}/services")
    assert (answer.status_code, rules.wrong_answer(answer)) == (500, [])


def test_other_pages_are_not_opened_to_the_web(client, db):
    assert "Access-Control-Allow-Origin" not in client.get("/").headers


# What may be published at all


HIDDEN = {
    "a draft": {"status": "inactive"},
    "what has closed": {"status": "defunct"},
    "what nobody confirmed": {"withheld_at": timezone.now()},
    "what is not yet out": {"publish_from": timezone.localdate() + timedelta(days=2)},
    "what is over": {"publish_until": timezone.localdate() - timedelta(days=2)},
    "a template": {"is_template": True},
}


@pytest.mark.parametrize("why", HIDDEN)
def test_c6_only_what_is_public_is_there(get, full, why):
    Service.objects.filter(pk=full.instead_id).update(**HIDDEN[why])
    assert [each["id"] for each in get("/services")["contents"]] == [str(full.pk)]
    get(f"/services/{full.instead_id}", status=404)


def test_c6_what_was_made_one_with_another_is_not_there_twice(get, full):
    Service.objects.filter(pk=full.instead_id).update(merged_into=full)
    assert get("/services")["total_items"] == 1


@pytest.mark.parametrize(
    ("licence", "pass_on", "there"), [("OGL", None, 1), ("", None, 0), ("", True, 1), ("OGL", False, 0)]
)
def test_a_listing_of_others_is_passed_on_when_its_licence_or_an_editor_says_so(get, take, licence, pass_on, there):
    take({"id": "1", "name": "Choir", "organization": {"name": "Theirs"}}, licence=licence)
    Feed.objects.update(pass_on=pass_on)
    assert [get(f"/{name}")["total_items"] for name in ("services", "organizations")] == [there, there]


def test_a_private_address_is_nowhere_and_cannot_be_found_by_asking(get, full):
    refuge = Location.objects.create(
        name="Rose House", address_1="9 Hidden Lane", city="Kelderby", postcode="KX2 4HD", easting=450_000,
        northing=300_000, address_public=False,
    )  # fmt: skip
    ServiceAtLocation.objects.filter(service=full).delete()
    at = ServiceAtLocation.objects.create(service=full, location=refuge)
    said = json.dumps([get("/services", full="true"), get(f"/services/{full.pk}"), get("/service_at_locations")])
    assert [word for word in ("Rose House", "Hidden", "latitude", "4HD", str(refuge.pk)) if word in said] == []
    get(f"/service_at_locations/{at.pk}", status=404)
    near = {"postcode": "KX2 4HD", "proximity": 50_000}
    assert [get(f"/{name}", **near)["total_items"] for name in ("services", "service_at_locations")] == [0, 0]
    assert get(f"/services/{full.pk}")["service_areas"][-1]["name"] == "Kelderby, KX2"


def test_no_person_is_named_and_no_private_contact_is_told(get, full):
    Service.objects.filter(pk=full.pk).update(contact_email="jean.pargeter@example.org", met_by="Olive")
    said = json.dumps([get(f"/{name}", full="true", full_service="true") for name in LISTS])
    assert [word for word in ("Olive", "Dev Rao", "jean.pargeter", "Byrne") if word in said] == []
    assert "01632 960 042" in said
    Service.objects.filter(pk=full.pk).update(contact_public=False)
    assert "01632 960 042" not in json.dumps(get(f"/services/{full.pk}"))


def test_an_organisation_that_publishes_nothing_is_not_there(get, full):
    Organisation.objects.create(name="Kelderby Homes")
    assert [each["name"] for each in get("/organizations")["contents"]] == ["The Mill Trust"]


# What machines keep


@pytest.mark.parametrize("path", ["/services", "/services/{}", "/organizations", "/taxonomies", "/"])
def test_what_is_known_already_is_not_sent_again(client, full, path):
    address = f"{STUB}{path}".format(full.pk)
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, rules.wrong_answer(again)[:1]) == (304, b"", ["C4"])
    assert again["Access-Control-Allow-Origin"] == "*"
    Service.objects.filter(pk=full.pk).update(name="Another choir", updated=timezone.now())
    changed = client.get(address, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == (200 if path.startswith("/services") else 304)


def test_by_the_clock_too(client, full):
    for n, path in enumerate(("/services", f"/services/{full.pk}"), 1):
        first = client.get(f"{STUB}{path}")
        since = {"if-modified-since": first["Last-Modified"]}
        assert client.get(f"{STUB}{path}", headers=since).status_code == 304
        Service.objects.filter(pk=full.pk).update(updated=timezone.now() + timedelta(minutes=n))
        assert client.get(f"{STUB}{path}", headers=since).status_code == 200
    old = {"if-modified-since": http_date(0)}
    assert client.get(f"{STUB}/services", headers=old).status_code == 200


def test_ids_of_what_has_no_row_stay_the_same(get, full):
    assert get(f"/services/{full.pk}") == get(f"/services/{full.pk}")
    assert get("/services", full="true")["contents"] == get("/services", full="true")["contents"]
