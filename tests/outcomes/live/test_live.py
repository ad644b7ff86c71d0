"""A team's own numbers: exact, each opening to the people it counts; of one's own people and of nobody else's."""

import re
import uuid
from datetime import timedelta

import time_machine
from django.utils import timezone

from connect.identity import acting_as, identify
from outcomes.live import numbers
from referrals.models import Connection, Referral

PAGES = ["/reports/team/", "/reports/team/open-spoken/", "/reports/team/silent/"]


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def counted(user):
    identify(user)
    everything = [*numbers.open_now(user), *numbers.to_look_at(user), *numbers.half_a_year(user)]
    return {one.key: one.n for one in everything if one.n}


def introduced(cast, referral, **said):
    with acting_as("seed"):
        Connection.objects.create(
            referral=referral, person=referral.person, service=cast.lunch, made_by=cast.carl,
            introduced_at=timezone.now(), key=uuid.uuid4(), content_hash="", made_in="", **said,
        )  # fmt: skip


def test_somebody_stands_at_the_furthest_step_they_have_come_to(cast, with_carl):
    assert counted(cast.carl) == {"open-spoken": 1, "since-accepted": 1, "since-spoken": 1}
    introduced(cast, with_carl)
    assert counted(cast.carl) == {
        "open-introduced": 1, "since-accepted": 1, "since-spoken": 1, "since-planned": 1, "since-introduced": 1,
    }  # fmt: skip


def test_who_waits_unspoken_with_and_of_whom_nobody_has_heard_is_worth_a_look(cast, with_carl):
    long_ago = timezone.now() - timedelta(days=20)
    with acting_as("seed"):
        Referral.objects.filter(pk=with_carl.pk).update(submitted_at=long_ago)
    with time_machine.travel(timezone.now() + timedelta(days=11), tick=False):
        assert counted(cast.carl)["silent"] == 1
    assert "silent" not in counted(cast.carl)
    introduced(cast, with_carl, first_offered_at=long_ago)
    assert [counted(cast.carl).get(key) for key in ("silent", "unheard")] == [None, 1]


def test_every_number_opens_to_as_many_people_as_it_says(cast, with_carl, sign_in):
    identify(cast.carl)
    name = with_carl.person.name
    carl = sign_in(cast.carl)
    page = carl.get("/reports/team/")
    addresses = set(re.findall(r'href="(/reports/team/[\w-]+/)"', page.content.decode()))
    said = {one.address: one.n for one in [*page.context["open"], *page.context["look"], *page.context["lately"]]}
    assert addresses == set(said)
    for address, n in said.items():
        rows = carl.get(address)
        assert (rows.context["total"], len(rows.context["rows"])) == (n, n), address
    assert [row.pk for row in carl.get("/reports/team/open-spoken/").context["rows"]] == [with_carl.pk]
    assert name in words(carl.get("/reports/team/open-spoken/"))


def test_cora_beside_carl_nia_elsewhere_and_a_commissioner_find_nobody(cast, with_carl, sign_in):
    for other in (cast.cora, cast.nia):
        assert counted(other) == {}
        page = sign_in(other).get("/reports/team/open-spoken/")
        assert "Nobody, just now." in words(page)
    for other in (cast.colm, cast.rosa):
        assert {sign_in(other).get(address).status_code for address in PAGES} == {404}


def test_the_lead_sees_the_whole_teams(cast, with_carl):
    assert counted(cast.tess)["open-spoken"] == 1


def test_no_other_number_is_there(cast, with_carl, sign_in):
    carl = sign_in(cast.carl)
    assert {carl.get(f"/reports/team/{key}/").status_code for key in ("x", "open-x", "since-x", "open-")} == {404}


def test_the_pages_ask_as_much_for_many_as_for_few(cast, with_carl, sign_in, django_assert_max_num_queries):
    carl = sign_in(cast.carl)
    with django_assert_max_num_queries(20):
        carl.get("/reports/team/")
    with django_assert_max_num_queries(20):
        carl.get("/reports/team/open-spoken/")
