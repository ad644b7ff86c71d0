"""A file is taken whole or not at all; it is looked at first, and sent twice it is taken once."""

import pytest

from connect.identity import identify
from directory.bulk import actions, reading
from directory.bulk.models import Upload
from directory.models import CommunityAdmin, OnlineCommunity, Revision, Service

from .conftest import HEAD, group


def everything():
    return (
        Service.objects.count(),
        OnlineCommunity.objects.count(),
        CommunityAdmin.objects.count(),
        Revision.objects.count(),
    )


def test_three_hundred_groups_are_taken_and_found(keep, dev):
    before = everything()
    upload = keep([HEAD, *(group(n) for n in range(300))])
    plan = reading.plan(upload)
    assert (plan.counts, plan.is_right, everything()) == ({"new": 300}, True, before)
    taken = actions.take(upload, by=dev, mark=plan.mark)
    assert (taken.new, taken.changed) == (300, 0)
    assert everything() == (before[0] + 300, 300, 0, before[3] + 300)
    made = OnlineCommunity.objects.get(service__name="Village number 7 chat")
    assert (made.platform, made.members, str(made.members_counted_on)) == ("facebook_group", 107, "2026-11-03")
    assert (made.service.kind, made.service.attending) == ("community", "online")


def test_one_wrong_row_and_none_is_taken(keep, dev):
    before = everything()
    upload = keep([HEAD, *(group(n) for n in range(20)), group(20, Admin="Farida Anwar")])
    plan = reading.plan(upload)
    wrong = [row for row in plan.rows if row.what == "wrong"]
    assert [(row.n, [each.column for each in row.reading.problems]) for row in wrong] == [(22, ["Admin said yes on"])]
    with pytest.raises(actions.NotRight):
        actions.take(upload, by=dev)
    assert everything() == before


def test_pressed_twice_it_is_taken_once(keep, dev):
    upload = keep([HEAD, group(1)])
    actions.take(upload, by=dev)
    after = everything()
    with pytest.raises(actions.AlreadyTaken):
        actions.take(Upload.objects.get(pk=upload.pk), by=dev)
    assert everything() == after


def test_sent_again_it_changes_nothing(keep, dev):
    rows = [HEAD, *(group(n, Admin="Farida Anwar", **{"Said yes on": "1 Nov 2026"}) for n in range(3))]
    actions.take(keep(rows), by=dev)
    again = reading.plan(keep(rows))
    assert (again.counts, again.is_right) == ({"same": 3}, False)


def test_what_was_looked_at_is_what_is_taken(keep, dev):
    upload = keep([HEAD, group(1)])
    mark = reading.plan(upload).mark
    assert reading.plan(upload).mark == mark
    actions.take(keep([HEAD, group(1)]), by=dev)
    with pytest.raises((actions.MovedOn, actions.NotRight)):
        actions.take(upload, by=dev, mark=mark)


def test_nobody_sees_the_file_of_somebody_else(keep, cast):
    upload = keep([HEAD, group(1)])
    identify(cast.nia)
    assert Upload.objects.filter(pk=upload.pk).count() == 0
