"""The published examples and the validator's own sample feeds, each taken as it comes."""

import json

import pytest

from directory.models import Location, Service
from directory.openreferral import actions
from directory.openreferral.feed import contents

pytestmark = pytest.mark.django_db


def taken(path):
    told = json.loads(path.read_text(encoding="utf-8-sig"))
    return [each.what.value for each in actions.take("feed", contents(told), licence="for tests")]


@pytest.mark.parametrize("feed", ["Default", "Warn", "Fail", "Test"])
@pytest.mark.parametrize("file", ["service_full.json", "service_list.json"])
def test_the_validators_feeds_are_taken_also_where_they_fail(shared, feed, file):
    path = shared / f"oruk/validator-mocks/V3.0-UK-{feed}/{file}"
    if not path.exists():
        pytest.skip("this one has none")
    found = taken(path)
    assert (len(found) > 0, set(found) <= {"taken", "refused"}) == (True, True)
    assert taken(path) == [{"taken": "unchanged"}.get(what, what) for what in found]


def test_the_published_full_service_keeps_what_it_says(shared):
    assert taken(shared / "oruk/published-3.0/examples/service_full.json") == ["taken"]
    service = Service.objects.get()
    assert (service.schedules.count(), service.costs.count(), Location.objects.count()) == (1, 1, 1)
    [row] = service.schedules.all()
    assert (row.freq, row.byday, str(row.valid_to)) == ("WEEKLY", "TH,FR", "2005-01-01")
