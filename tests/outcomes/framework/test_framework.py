"""Aims and outcomes: what ships, a version of one's own, and the thread from an aim to a person's words and back."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from connect.identity import identify
from connect.people.roles import Role
from outcomes.framework.models import Aim, Framework, Outcome
from outcomes.framework.writing import Line, Typed, line, numbered
from outcomes.goals import actions as goals
from outcomes.goals.models import Goal
from referrals.actions import new_key
from tests import cast as stage

pytestmark = pytest.mark.django_db


def typed_of(page):
    form = page.context["form"]
    return {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}


def test_the_befriending_framework_ships_with_its_four_aims_and_eighteen_outcomes():
    made = Framework.objects.get(scheme=None)
    assert [(aim.code, aim.outcomes.count()) for aim in made.aims.all()] == [
        ("A1", 3),
        ("A2", 10),
        ("A3", 2),
        ("A4", 3),
    ]


def test_what_was_written_stays_as_it_was_in_the_database_too():
    for model in (Framework, Aim, Outcome):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(title="Something else") if model is not Framework else model.objects.update(version=7)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A2.3  More use of what they know", Line("A2.3", "More use of what they know")),
        ("a9: New", Line("A9", "New")),
        ("More walks [attendance, ons4]", Line("", "More walks", ("attendance", "ons4"))),
        ("Age 65 and over", Line("", "Age 65 and over")),
    ],
)
def test_a_line_is_a_code_words_and_evidence_each_of_which_may_be_missing(text, read):
    assert line(text) == read


def test_who_has_no_code_gets_the_next_that_is_free():
    (row,) = numbered([Typed(Line("A1", "x"), (Line("A1.1", "a"), Line("", "b"), Line("A1.2", "c"), Line("", "d")))])
    assert [one.code for one in row.outcomes] == ["A1.1", "A1.3", "A1.2", "A1.4"]


@pytest.fixture
def tied(cast, with_carl):
    """A goal of Mr Ames's that hangs on A2.2."""
    identify(cast.carl)
    of = [Outcome.objects.get(code="A2.2").pk]
    return goals.put_down(with_carl, words="Cards", hoped_by=None, outcomes=of, by=cast.carl, made=new_key())


def test_a_lead_makes_a_new_version_and_the_goal_keeps_what_it_was_tied_to(cast, sign_in, tied):
    tess = sign_in(cast.tess)
    address = reverse("framework", args=["befriending"])
    said = typed_of(tess.get(address))
    said["outcomes_1"] = said["outcomes_1"].replace("More involvement in social activities", "Out more, with others")
    said["outcomes_0"] += "\nLearned to swim [attendance]"
    assert [tess.post(address, said).status_code for _ in range(2)] == [302, 302]
    (ours,) = Framework.objects.in_use_by(cast.scheme.pk)
    assert (ours.version, ours.scheme, ours.made_by) == (2, cast.scheme, cast.tess)
    assert Outcome.objects.get(aim__framework=ours, code="A1.4").evidence == ["attendance"]
    assert [one.version for one in Framework.objects.in_use_by(cast.other_scheme.pk)] == [1]
    identify(cast.carl)
    assert [one.title for one in Goal.objects.get().outcomes] == ["More involvement in social activities"]
    down = sign_in(cast.carl).get(reverse("frameworks")).context["shown"][0][1]
    (held,) = [one for _aim, rows in down for one in rows if one.goals]
    assert (held.outcome.title, held.tally) == ("Out more, with others", [("Not started", 1)])


def test_an_outcome_that_is_no_longer_there_is_still_found_by_the_goals_that_hang_on_it(cast, sign_in, tied):
    tess = sign_in(cast.tess)
    said = typed_of(tess.get(reverse("framework", args=["befriending"])))
    said |= {"aim_1": "", "outcomes_1": ""}
    tess.post(reverse("framework", args=["befriending"]), said)
    page = sign_in(cast.carl).get(reverse("frameworks"))
    assert [(one.code, n) for one, n in page.context["gone"]] == [("A2.2", 1)]


def test_two_leads_at_once_lose_nothing(cast, sign_in):
    tess, address = sign_in(cast.tess), reverse("framework", args=["befriending"])
    first, second = typed_of(tess.get(address)), typed_of(tess.get(address))
    tess.post(address, first | {"title": "First"})
    page = tess.post(address, second | {"title": "Second"})
    assert (page.status_code, page.context["form"]["title"].value()) == (422, "Second")
    tess.post(address, typed_of(page))
    assert [one.title for one in Framework.objects.filter(scheme=cast.scheme)] == ["First", "Second"]


def test_what_cannot_be_read_is_said_beside_its_field_and_nothing_is_lost(cast, sign_in):
    tess, address = sign_in(cast.tess), reverse("framework", args=["new"])
    said = {"key": new_key()["key"], "title": "Ours", "seen": 0, "aim_0": "A1 Walk", "outcomes_0": "A1.1 More [shoes]"}
    page = tess.post(address, said | {"aim_1": "", "outcomes_1": "Alone"})
    assert page.context["form"].errors == {
        "outcomes_0": ["“shoes” is no evidence that we know"], "aim_1": ["Say which aim these belong to"],
    }  # fmt: skip
    assert page.context["form"]["outcomes_1"].value() == "Alone"
    tess.post(address, said | {"outcomes_0": "More", "in_use": "on"})
    assert [one.slug for one in Framework.objects.in_use_by(cast.scheme.pk)] == ["befriending", "ours"]


def test_the_thread_leads_from_an_outcome_to_whose_goal_it_is_for_those_who_may_see_them(cast, sign_in, tied):
    address = reverse("outcome_goals", args=[Outcome.objects.get(code="A2.2").pk])
    seen = {
        who: list(sign_in(getattr(cast, who)).get(address).context["goals"]) for who in ("carl", "tess", "cora", "nia")
    }
    assert seen == {"carl": [tied], "tess": [tied], "cora": [], "nia": []}
    assert sign_in(cast.colm).get(address).status_code == 404


def test_a_commissioner_reads_the_aims_and_no_count(cast, sign_in, tied):
    page = sign_in(cast.colm).get(reverse("frameworks"))
    assert (page.context["sees_goals"], "1 goal" in page.text) == (False, False)
    assert sign_in(cast.rosa).get(reverse("frameworks")).status_code == 404


@pytest.mark.parametrize("many", [1, 6])
def test_the_aims_ask_as_often_however_many_goals_there_are(
    cast, sign_in, with_carl, django_assert_max_num_queries, many
):
    identify(cast.carl)
    of = [Outcome.objects.get(code="A2.2").pk]
    for n in range(many):
        goals.put_down(with_carl, words=str(n), hoped_by=None, outcomes=of, by=cast.carl, made=new_key())
    carl = sign_in(cast.carl)
    carl.get(reverse("frameworks"))
    with django_assert_max_num_queries(22):
        carl.get(reverse("frameworks"))


def test_a_coordinator_may_change_it_and_a_connector_may_not(cast, sign_in):
    cleo = stage.person("Cleo Hart", Role.COO, cast.action, cast.team)
    address = reverse("framework", args=["befriending"])
    assert [sign_in(one).get(address).status_code for one in (cleo, cast.carl, cast.nia)] == [200, 404, 404]
