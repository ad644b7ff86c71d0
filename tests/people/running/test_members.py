"""Suspended, moved, ended, locked: rights vanish at once, and only those who may take them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connect.audit.models import RightsChange
from connect.identity import identify
from connect.people.models import Membership, Team
from tests.cast import person

pytestmark = pytest.mark.django_db


def press(client, what, user, **more):
    membership = Membership.objects.filter(user=user).order_by("starts_at").first()
    return client.post(reverse(f"member_{what}", args=[membership.pk]), more)


def rights(cast):
    identify(cast.dora)
    return list(RightsChange.objects.order_by("at").values_list("what", "about_id"))


@pytest.mark.parametrize("what", ["rest", "end"])
@pytest.mark.parametrize(
    ("name", "status"),
    [("lena", 302), ("ravi", 404), ("tess", 404), ("nia", 404), ("colm", 404), ("dora", 404), ("carl", 404)],
)
def test_lena_and_nobody_else_takes_rosas_rights_and_they_are_gone_at_once(cast, sign_in, proven, name, status, what):
    """An open session and an open form: the next request, and the form, find nothing."""
    rosa = sign_in(cast.rosa)
    assert rosa.get(reverse("refer")).status_code == 200
    assert press(proven(getattr(cast, name)), what, cast.rosa).status_code == status
    gone = status == 302
    assert rosa.get(reverse("refer")).status_code == (404 if gone else 200)
    assert (rosa.post(reverse("refer"), {"given_name": "A"}).status_code == 404) == gone
    assert rights(cast) == ([({"rest": "suspended", "end": "ended"}[what], cast.rosa.pk)] if gone else [])


def test_what_rests_is_taken_up_again(cast, sign_in, proven):
    lena, rosa = proven(cast.lena), sign_in(cast.rosa)
    press(lena, "rest", cast.rosa)
    press(lena, "resume", cast.rosa)
    assert rosa.get(reverse("refer")).status_code == 200


@pytest.mark.parametrize(("who", "whom"), [("lena", "lena"), ("tess", "tess"), ("adam", "adam"), ("tess", "rosa"),
                                           ("lena", "carl"), ("tess", "nia")])  # fmt: skip
def test_nobody_reaches_themselves_or_beyond_their_own(cast, proven, who, whom):
    assert press(proven(getattr(cast, who)), "end", getattr(cast, whom)).status_code == 404
    assert Membership.objects.current().filter(user=getattr(cast, whom)).count() == 1


def test_tess_does_not_end_another_lead_of_her_team(cast, proven):
    tom = person("Tom Vale", "TL", cast.action, cast.team)
    assert press(proven(cast.tess), "end", tom).status_code == 404


def test_a_connector_moves_to_another_team_of_the_house_and_to_no_other(cast, sign_in, proven):
    second = Team.objects.create(organisation=cast.action, scheme=cast.scheme, name="South", phone="01632 960 017")
    tess = proven(cast.tess)
    press(tess, "move", cast.carl, team=cast.other_team.pk)
    assert [one.team for one in Membership.objects.current().filter(user=cast.carl)] == [cast.team]
    press(tess, "move", cast.carl, team=second.pk)
    assert [one.team for one in Membership.objects.current().filter(user=cast.carl)] == [second]


def test_an_account_is_locked_everywhere_by_an_administrator_with_fresh_proof(cast, sign_in, proven):
    carl = sign_in(cast.carl)
    assert [press(proven(getattr(cast, name)), "lock", cast.carl).status_code for name in ("tess", "lena", "dora")] == [
        404, 404, 404,
    ]  # fmt: skip
    press(sign_in(cast.adam), "lock", cast.carl)
    assert carl.get(reverse("caseload")).status_code == 200  # his proof was stale
    assert press(proven(cast.adam), "lock", cast.carl).status_code == 302
    assert carl.get(reverse("caseload")).status_code == 302  # signed out
    press(proven(cast.adam), "unlock", cast.carl)
    assert sign_in(cast.carl).get(reverse("caseload")).status_code == 200


@pytest.mark.parametrize(
    ("name", "seen"),
    [("lena", {"Rosa", "Ravi", "Lena"}), ("tess", {"Carl", "Cora", "Tess", "Vera"}), ("dora", None), ("adam", None)],
)
def test_each_sees_their_own_people_and_those_who_answer_for_all_see_all(cast, sign_in, name, seen):
    page = sign_in(getattr(cast, name)).get(reverse("members"))
    shown = {one.user.first_name for one in page.context["page"]}
    assert shown == (seen or {one.user.first_name for one in Membership.objects.select_related("user")})


@pytest.mark.parametrize("name", ["rosa", "carl", "nia", "colm", "dev", "vera"])
def test_others_find_no_such_pages(cast, sign_in, name):
    client = sign_in(getattr(cast, name))
    pages = ["running", "members", "bodies", "schemes", "teams", "rights", "house", "invite"]
    assert [client.get(reverse(page)).status_code for page in pages] == [404] * len(pages)


@pytest.mark.parametrize(
    ("name", "rooms"),
    [
        ("lena", ["People", "Organisations", "Training", "Other systems"]),
        ("dora", ["People", "Organisations", "Schemes and clocks", "Teams and wards", "Where no team serves",
                  "Words of messages", "Reminders", "Training", "Open a record", "Erasing", "How long what is kept",
                  "Exact figures", "Copies of everything", "Changes of rights"]),
    ],
)  # fmt: skip
def test_the_home_page_shows_only_what_the_role_may_do(cast, sign_in, name, rooms):
    page = sign_in(getattr(cast, name)).get(reverse("running"))
    shown = [str(label) for label, _what, _where in page.context["rooms"]]
    assert [room for room in rooms if room in shown or room != "Words of messages"] == shown


def test_an_administrator_begins_at_running_it(cast, client):
    from tests.cast import PASSWORD

    page = client.post(reverse("account_login"), {"login": cast.adam.email, "password": PASSWORD}, follow=True)
    assert page.redirect_chain[-1][0] == reverse("running")


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(cast, sign_in):
    asked = []
    for n in range(2):
        for more in range(5):
            person(f"W{n}{more} Hand", "REF", cast.homes)
        client = sign_in(cast.lena)
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("members"))
        asked.append(len(seen))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("words", ["ros", "rosa@example", "%", "\x00"])
def test_people_are_found_by_name_or_address(cast, sign_in, words):
    page = sign_in(cast.lena).get(reverse("members"), {"q": words})
    assert page.status_code == 200
    assert ([one.user.first_name for one in page.context["page"]] == ["Rosa"]) == words.startswith("ros")
