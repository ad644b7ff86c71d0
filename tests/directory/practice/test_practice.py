"""What worked: written without names, read by somebody, found and thanked for."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import identify
from connect.people.roles import Role
from directory.models import Practice, PracticeThanks
from directory.practice import names
from tests import cast as stage

pytestmark = pytest.mark.django_db
PLAIN = "We met at the bus stop. He came back by himself the week after."


def fields(**changed):
    return {"key": uuid.uuid4(), "title": "Meeting at the stop", "words": PLAIN, "listing": ""} | changed


def written(cast, sign_in, by="carl", **changed):
    answer = sign_in(getattr(cast, by)).post(reverse("practice_new"), fields(**changed))
    identify(getattr(cast, by))
    return Practice.objects.get(pk=answer["Location"].strip("/").split("/")[-1])


def shown(client, **asked):
    return [note.title for note in client.get(reverse("practice"), asked).context["notes"]]


def test_carl_writes_it_down_and_colleagues_find_it(cast, sign_in):
    note = written(cast, sign_in, listing="st mark's lunch club")
    assert (note.state, note.service) == ("shown", cast.lunch)
    rosa = sign_in(cast.rosa)
    assert [shown(rosa, q=words) for words in ("bus stop", "LUNCH week", "knitting")] == [
        [note.title],
        [note.title],
        [],
    ]
    assert shown(rosa, listing=cast.lunch.pk) == [note.title]
    assert rosa.get(reverse("practice_new")).status_code == 404


def test_sent_twice_it_is_written_once(cast, sign_in):
    carl, sent = sign_in(cast.carl), fields()
    first, second = (carl.post(reverse("practice_new"), sent)["Location"] for _twice in range(2))
    assert first == second
    assert carl.post(reverse("practice_new"), sent | {"title": "Other"}).status_code == 422


@pytest.mark.parametrize(
    "words",
    ["I went along with Mrs Ashby.", "Ring him on 07700 900 126.", "He lives at KX2 4HD.", "then Stanley Ames came"],
)
def test_words_that_look_like_somebody_are_asked_about_and_wait_for_a_reader(cast, sign_in, words):
    carl, sent = sign_in(cast.carl), fields(words=words)
    asked = carl.post(reverse("practice_new"), sent)
    assert (asked.status_code, list(asked.context["form"].errors), words in asked.content.decode()) == (
        422, ["nobody"], True,
    )  # fmt: skip
    carl.post(reverse("practice_new"), sent | {"nobody": "on"})
    identify(cast.carl)
    assert [note.state for note in Practice.objects.all()] == ["waiting"]
    assert shown(sign_in(cast.rosa)) == []
    identify(cast.rosa)
    assert Practice.objects.count() == 0


@pytest.mark.parametrize("words", [PLAIN, "Tea helps. Ask twice, on a Tuesday.", "St Mark's hall has no steps."])
def test_ordinary_words_are_let_be(words):
    assert names.found(words) == []


def test_a_reader_takes_it_down_with_a_why_and_its_writer_may_mend_it(cast, sign_in):
    note = written(cast, sign_in)
    tess, where = sign_in(cast.tess), reverse("practice_read", args=[note.pk])
    seen = note.changed_at.isoformat()
    tess.post(where, {"do": "hide", "why": "", "seen": seen})
    assert shown(tess) == [note.title]
    tess.post(where, {"do": "hide", "why": "His street can be told", "seen": seen})
    assert (shown(tess), shown(sign_in(cast.rosa))) == ([], [])
    page = sign_in(cast.carl).get(note.get_absolute_url()).content.decode()
    assert "His street can be told" in page
    assert sign_in(cast.rosa).get(note.get_absolute_url()).status_code == 404
    identify(cast.carl)
    note.refresh_from_db()
    sign_in(cast.carl).post(
        reverse("practice_change", args=[note.pk]), fields(title="Anew", seen=note.changed_at.isoformat())
    )
    identify(cast.carl)
    note.refresh_from_db()
    assert (note.title, note.state, note.read_at) == ("Anew", "waiting", None)


def test_nobody_reads_their_own_first_nor_changes_anothers(cast, sign_in):
    note = written(cast, sign_in, by="tess")
    sign_in(cast.tess).post(
        reverse("practice_read", args=[note.pk]), {"do": "keep", "seen": note.changed_at.isoformat()}
    )
    identify(cast.tess)
    note.refresh_from_db()
    assert note.read_at is None
    assert sign_in(cast.carl).get(reverse("practice_change", args=[note.pk])).status_code == 404


def test_thanks_are_said_once_and_not_to_oneself(cast, sign_in):
    note = written(cast, sign_in)
    where = reverse("practice_thank", args=[note.pk])
    for name in ("rosa", "rosa", "nia", "carl"):
        sign_in(getattr(cast, name)).post(where)
    assert PracticeThanks.objects.count() == 2


def test_a_group_admin_who_is_a_champion_writes_too(cast, sign_in):
    cast.chad = stage.person("Chad Poole", Role.CHA, cast.council)
    assert written(cast, sign_in, by="chad").state == "shown"


@pytest.mark.parametrize(("name", "sees"), [("colm", 404), ("adam", 200), ("vera", 200), ("dev", 200)])
def test_who_comes_in(cast, sign_in, name, sees):
    assert sign_in(getattr(cast, name)).get(reverse("practice")).status_code == sees
