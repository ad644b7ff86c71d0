"""What workers can do: by their own word, as their lead saw it, and nobody else's to see. And the tenant's lists."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from connect.identity import acting_as, identify
from connect.people.training import kinds
from connect.people.training.competencies import actions
from connect.people.training.competencies.models import Competency, CompetencyRating

pytestmark = pytest.mark.django_db
EVERYBODY = ["rosa", "ravi", "lena", "carl", "cora", "tess", "nia", "colm", "dev", "vera", "adam", "dora"]


@pytest.fixture
def lines(cast):
    actions.take_up_preset()
    return list(Competency.objects.now())


def test_portsmouths_five_are_taken_up_once_and_what_was_ended_stays_so(cast, sign_in):
    adam = sign_in(cast.adam)
    for _twice in range(2):
        adam.post(reverse("competency_list"), {"preset": "portsmouth"})
    assert [one.name for one in Competency.objects.now()] == [
        "Raising the issue", "Assessment", "Motivational conversation", "Family dynamics", "Restorative practice",
    ]  # fmt: skip
    adam.post(reverse("competency_end", args=[Competency.objects.first().pk]))
    adam.post(reverse("competency_list"), {"preset": "portsmouth"})
    adam.post(reverse("competency_list"), {"name": "Our own", "about": ""})
    assert [one.name for one in Competency.objects.now()][-1:] == ["Our own"]
    assert Competency.objects.now().count() == 5


def test_two_who_reword_the_same_line_lose_nothing(cast, sign_in, lines):
    where = reverse("competency", args=[lines[0].pk])
    said = {"name": "Bringing it up", "about": "", "seen": lines[0].changed_at.isoformat()}
    answers = [sign_in(cast.adam).post(where, said).status_code for _twice in range(2)]
    assert answers == [302, 422]


def test_rosa_says_how_far_she_is_and_lena_what_she_saw(cast, sign_in, lines):
    sign_in(cast.rosa).post(reverse("competencies"), {f"level_{lines[0].pk}": "2"})
    lena = sign_in(cast.lena)
    lena.post(reverse("competencies_seen", args=[cast.rosa.acting.pk]), {f"level_{lines[0].pk}": "3"})
    identify(cast.rosa)
    assert [(row.observed, row.level) for row in CompetencyRating.objects.order_by("observed")] == [
        (False, 2),
        (True, 3),
    ]
    [row] = [cells for one, cells in lena.get(reverse("competencies_team")).context["table"] if one.user == cast.rosa]
    assert row[0] == (lines[0], 2, 3)
    assert "Your lead saw: On my own" in sign_in(cast.rosa).get(reverse("competencies")).content.decode()


def test_the_same_word_again_is_no_second_row(cast, lines):
    identify(cast.rosa)
    assert [actions.rate(levels={lines[0]: level}, by=cast.rosa) for level in (2, 2, 3)] == [1, 0, 1]
    assert [row.level for row in CompetencyRating.objects.latest()] == [3]


@pytest.mark.parametrize("name", ["lena", "ravi", "tess", "nia"])
def test_nobody_observes_themselves_or_somebody_they_do_not_lead(cast, lines, name):
    user = getattr(cast, name)
    of = cast.lena.acting if name == "lena" else cast.rosa.acting
    identify(user)
    with pytest.raises(actions.NotTheirs):
        actions.observe(of, levels={lines[0]: 4}, by=user)
    said = {"competency": lines[0], "user": cast.vera, "organisation": cast.council, "by": user, "level": 4}
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        CompetencyRating.objects.create(observed=True, **said)


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_two_walls_agree_about_ratings(cast, lines, name):
    for who in (cast.rosa, cast.carl):
        identify(who)
        actions.rate(levels={lines[0]: 2}, by=who)
    user = getattr(cast, name)
    identify(user)
    seen = {row.user.name for row in CompetencyRating.objects.all()}
    mine = {"rosa": {"Rosa Marsh"}, "lena": {"Rosa Marsh"}, "carl": {"Carl Whitlock"}, "tess": {"Carl Whitlock"}}
    assert seen == mine.get(name, {"Rosa Marsh", "Carl Whitlock"} if name == "dora" else set())
    if name != "dora":  # what is kept for the officer's inquiries stands on no page of theirs
        assert seen == {row.user.name for row in CompetencyRating.objects.visible_to(user)}


def test_the_list_of_kinds_is_the_tenants(cast, sign_in):
    adam = sign_in(cast.adam)
    said = {"name": "MECC, the Kelderby way", "about": "", "question": "", "refresher_months": "12", "offered": "on"}
    adam.post(reverse("training_kind", args=["mecc"]), said)
    adam.post(reverse("training_kind", args=["new"]), said | {"name": "Cooking together", "refresher_months": ""})
    adam.post(reverse("training_kind", args=["suicide"]), {"name": "Suicide prevention"})
    offered = {one.name: one.months for one in kinds.offered()}
    assert (offered["MECC, the Kelderby way"], offered["Cooking together"], "Suicide prevention" in offered) == (
        12, None, False,
    )  # fmt: skip
    twice = adam.post(reverse("training_kind", args=["new"]), said | {"name": "cooking together"})
    assert (twice.status_code, twice.context["form"].errors["name"]) == (422, ["There is one of that name already"])


@pytest.mark.parametrize("name", ["rosa", "lena", "carl", "tess", "nia", "colm"])
def test_others_do_not_touch_the_lists(cast, sign_in, name):
    client = sign_in(getattr(cast, name))
    where = [reverse("training_kinds"), reverse("training_kind", args=["new"]), reverse("competency_list")]
    assert [client.post(one, {"name": "Ours"}).status_code for one in where] == [404, 404, 404]
    with acting_as("seed"):
        assert Competency.objects.count() == 0
