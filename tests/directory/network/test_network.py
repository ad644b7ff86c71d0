"""The network of local groups: who looks after them, whom they reach, and words to their admins."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Message
from directory.models import OnlineCommunity, Service
from directory.network import actions, letters
from directory.network.models import Admin, Group, Letter, SaidBy
from tests import cast as stage
from tests.house.test_matrix import same_bytes

pytestmark = pytest.mark.django_db
GUS = "gus@example.org"


def made():
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


def group(cast, name="Millrace Chat", ward=None, **more):
    said = {"platform": "facebook_group", "address": "", "service": None, "members": 2400} | more
    return actions.add(name=name, wards=[ward or cast.ward], made=made(), **said)


def admin(cast, one, email=GUS, name="Gus Orchard"):
    identify(cast.tess)
    return actions.add_admin(one, email=email, name=name, phone="", agreed_on=timezone.localdate(), by=cast.tess)


def written(template):
    with acting_as("delivery"):
        return list(Message.objects.filter(template=template).select_related("link").order_by("to"))


def opened(client, letter):
    answer = client.get("/" + links.address(letter.link).split("/", 3)[3])
    assert answer["Location"] == reverse("group_admin")
    return client


def form_of(cast, **more):
    return {
        "key": uuid.uuid4(), "name": "Millrace Chat", "platform": "facebook_group", "wards": [cast.ward.pk],
        "address": "https://chat.example.org/millrace", "service": "", "members": "2400",
    } | more  # fmt: skip


def test_a_group_is_written_down_once_however_often_it_is_sent(cast, sign_in):
    client, said = sign_in(cast.tess), form_of(cast)
    pages = [client.post(reverse("network_new"), said)["Location"] for _ in range(2)]
    one = Group.objects.get()
    assert pages == [one.get_absolute_url()] * 2
    assert (one.members, one.members_on, one.members_by) == (2400, timezone.localdate(), "staff")
    other = client.post(reverse("network_new"), form_of(cast, name="Another"))
    assert (other.status_code, "in the network already" in other.content.decode()) == (422, True)


def test_its_page_shows_who_looks_after_it_to_those_who_may_know(cast, sign_in):
    one = group(cast)
    admin(cast, one)
    page = sign_in(cast.tess).get(one.get_absolute_url()).content.decode()
    assert (GUS in page, "2400" in page) == (True, True)
    for name in ("rosa", "carl", "nia", "colm", "vera"):
        client = sign_in(getattr(cast, name))
        answer, nowhere = client.get(one.get_absolute_url()), client.get("/no-such-address/")
        assert (name, answer.status_code, same_bytes(answer)) == (name, 404, same_bytes(nowhere))


@pytest.mark.parametrize("name", ["rosa", "carl", "tess", "nia", "colm", "dev", "dora", "adam", "vera"])
def test_the_wall_shows_admins_to_whoever_writes_to_them_and_to_nobody_else(cast, name):
    admin(cast, group(cast))
    identify(getattr(cast, name))
    assert Admin.objects.count() == (1 if name in ("tess", "dev", "dora") else 0)


def test_an_admin_of_two_groups_is_one_admin_and_hears_once(cast):
    first, second = group(cast), group(cast, "Northgate Swap")
    admin(cast, first)
    admin(cast, second, name="Gus O.")
    identify(cast.tess)
    letter = letters.write(words="A summit on the 28th.", wards=[cast.ward], made=made(), by=cast.tess)
    assert (Admin.objects.count(), letter.sent) == (1, 1)
    [words] = written("network_words")
    assert ("A summit on the 28th." in words.body, words.to) == (True, GUS)


def test_words_go_to_the_admins_of_the_wards_that_were_ticked(cast):
    admin(cast, group(cast))
    admin(cast, group(cast, "Northgate Swap", cast.other_ward), email="nan@example.org", name="Nan")
    identify(cast.tess)
    letters.write(words="For Northgate.", wards=[cast.other_ward], made=made(), by=cast.tess)
    assert [one.to for one in written("network_words")] == ["nan@example.org"]
    letters.write(words="For all.", wards=[], made=made(), by=cast.tess)
    assert [one.to for one in written("network_words")] == [GUS, "nan@example.org", "nan@example.org"]


def test_a_letter_is_looked_at_before_it_leaves_and_leaves_once(cast, sign_in):
    admin(cast, group(cast))
    client = sign_in(cast.tess)
    said = {"key": uuid.uuid4(), "words": "Hello all", "wards": [cast.ward.pk]}
    looked = client.post(reverse("network_write"), said | {"look": "1"})
    assert ("It goes to one admin" in looked.content.decode(), written("network_words")) == (True, [])
    sent = [client.post(reverse("network_write"), said | {"send": "1"}).status_code for _ in range(2)]
    assert (sent, len(written("network_words")), Letter.objects.count()) == ([302, 302], 1, 1)


def test_an_admin_switches_our_letters_off_from_any_of_them(cast, client):
    one = group(cast)
    admin(cast, one)
    mine = opened(client, written("network_welcome")[0])
    identify(cast.tess)
    letters.write(words="Waits for the morning", wards=[], made=made(), by=cast.tess)
    assert mine.post(reverse("group_admin_letters"), {"do": "off"}).status_code == 302
    identify(cast.tess)
    assert letters.write(words="More", wards=[], made=made(), by=cast.tess).sent == 0
    assert {one.state for one in written("network_words")} == {"cancelled"}
    mine.post(reverse("group_admin_letters"), {"do": "on"})
    identify(cast.tess)
    assert letters.write(words="And more", wards=[], made=made(), by=cast.tess).sent == 1


def test_an_admin_says_how_many_and_the_listing_says_the_same(cast, client):
    OnlineCommunity.objects.create(service=cast.lunch, platform="facebook_group", address="https://f.example.org/g")
    one = group(cast, service=cast.lunch)
    admin(cast, one)
    mine = opened(client, written("network_welcome")[0])
    said = {f"{one.pk}-members": "2650", f"{one.pk}-counted_on": timezone.localdate().isoformat()}
    mine.post(reverse("group_admin_reach", args=[one.pk]), said)
    one.refresh_from_db()
    assert (one.members, one.members_by) == (2650, "admin")
    assert Service.objects.get(pk=cast.lunch.pk).community.members == 2650
    late = mine.post(
        reverse("group_admin_reach", args=[one.pk]),
        {f"{one.pk}-members": "9", f"{one.pk}-counted_on": (timezone.localdate() + timedelta(days=2)).isoformat()},
    )
    assert (late.status_code, "a day that has been" in late.content.decode()) == (422, True)


def test_an_older_count_does_not_overwrite_a_newer_one(cast):
    one = group(cast)
    actions.count(one, members=10, counted_on=date(2018, 6, 1), said_by=SaidBy.STAFF)
    one.refresh_from_db()
    assert (one.members, one.reaches.count()) == (2400, 2)


def test_one_admins_link_opens_their_own_groups_and_no_other(cast, client):
    mine, other = group(cast), group(cast, "Northgate Swap")
    admin(cast, mine)
    admin(cast, other, email="nan@example.org", name="Nan")
    page = opened(client, written("network_welcome")[0])
    assert "Northgate Swap" not in page.get(reverse("group_admin")).content.decode()
    assert page.get(reverse("group_admin_ask", args=[other.pk])).status_code == 404
    said = {f"{other.pk}-members": "1", f"{other.pk}-counted_on": "2026-01-01"}
    assert page.post(reverse("group_admin_reach", args=[other.pk]), said).status_code == 404


def test_whoever_looks_after_nothing_any_more_is_not_kept(cast, client, sign_in):
    one = group(cast)
    gus = admin(cast, one)
    admin(cast, one, email="nan@example.org", name="Nan")
    opened(client, written("network_welcome")[0]).post(reverse("group_admin_letters"), {"do": "leave"})
    assert client.get(reverse("group_admin")).status_code == 410
    sign_in(cast.tess).post(reverse("network_change", args=[one.pk]), {"do": "gone"})
    with acting_as("seed"):
        assert (list(Admin.objects.all()), gus.pk in {link.subject for link in []}) == ([], False)
    assert sign_in(cast.tess).get(one.get_absolute_url()).status_code == 404


def test_two_people_changing_one_group_lose_nothing(cast, sign_in):
    one = group(cast)
    said = {
        "change-key": uuid.uuid4(), "change-name": "Millrace Chatter", "change-platform": "",
        "change-wards": [cast.ward.pk],
        "change-seen": one.changed_at.isoformat(),
    }  # fmt: skip
    client = sign_in(cast.tess)
    first = client.post(reverse("network_change", args=[one.pk]), said)
    late = client.post(reverse("network_change", args=[one.pk]), said | {"change-name": "Another"})
    one.refresh_from_db()
    assert (first.status_code, late.status_code, one.name) == (302, 422, "Millrace Chatter")


def test_the_table_asks_as_much_of_the_database_however_many_groups_there_are(cast, sign_in):
    client, counts = sign_in(stage.person("Cleo Marr", "COO", cast.action)), []
    for n in (1, 4):
        for at in range(n):
            admin(cast, group(cast, f"Group {n}{at}"), email=f"g{n}{at}@example.org")
        with CaptureQueriesContext(connection) as told:
            page = client.get(reverse("network")).content.decode()
        counts.append(len(told))
    assert counts[0] == counts[1]
    assert "None yet in" in page
