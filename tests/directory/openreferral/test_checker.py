"""The open data as others' validators see it: over the wire, by both sets of rules, with few listings and many."""

import json
import subprocess
import sys

import pytest

from directory.openreferral import actions

pytestmark = pytest.mark.django_db(transaction=True)


def check(shared, address):
    """What the checker objects to by (rules, level), and answers without the header."""
    tool = shared / "oruk/tools/oruk_check.py"
    ran = subprocess.run([sys.executable, tool, address, "--json"], capture_output=True, text=True)
    told = json.loads(ran.stdout)
    objections = {
        (rules, level): {name: said for at, name, said in results if said and at == level}
        for rules, results in told["results"].items()
        for level in (1, 2)
    }
    assert told["ok"] == (ran.returncode == 0) == (not any(objections[rules, 1] for rules in told["results"]))
    return objections, told["cors_missing"]


def take(shared, count):
    records = json.loads((shared / "oruk/samples/hounslow-2021/services.json").read_text())[:count]
    outcomes = list(actions.take("Hounslow", records, licence="for tests"))
    assert [each.what for each in outcomes] == ["taken"] * count


@pytest.mark.parametrize("count", [1, 5, 6, 11, 313])
def test_the_checker_has_nothing_to_object_to(shared, live_server, count):
    take(shared, count)
    nothing = {(rules, level): {} for rules in ("2025", "2026") for level in (1, 2)}
    assert check(shared, f"{live_server.url}/api/oruk/v3") == (nothing, [])


def test_with_no_listing_at_all_there_is_nothing_to_fetch_and_nothing_else_to_object_to(shared, live_server):
    found, without = check(shared, f"{live_server.url}/api/oruk/v3")
    empty = ["empty list (warning EMPTY_FEED_WARNING)"]
    lists = ["GET /organizations", "GET /service_at_locations", "GET /services"]
    assert (found["2026", 1], without) == ({}, [])
    assert {name: told for name, told in found["2026", 2].items() if "{id}" not in name} == dict.fromkeys(lists, empty)
    assert list(found["2025", 1]) == ["GET /services/{id}"]
