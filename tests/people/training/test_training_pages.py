"""The register's pages: recorded on one screen, and nobody else's."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from connect.identity import identify
from connect.people.training.models import Trainee, TrainingSession

pytestmark = pytest.mark.django_db


def fields(cast, **changed):
    return {
        "key": str(uuid.uuid4()), "kind": "mecc", "held_on": "2026-03-02", "title": "Spring", "trainer": "Ms Vale",
        "place": "", "area": cast.ward.pk, "body": cast.homes.pk, "again": "24",
        "people": "Rosa Marsh, rosa@example.org\nAnn Shaw, ann@example.org",
    } | changed  # fmt: skip


def rows(user):
    identify(user)
    return list(Trainee.objects.values_list("email", flat=True).order_by("email"))


def test_lena_records_a_session_and_its_people_on_one_screen(cast, sign_in):
    answer = sign_in(cast.lena).post(reverse("training_new"), fields(cast))
    session = TrainingSession.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, session.get_absolute_url())
    assert rows(cast.lena) == ["ann@example.org", "rosa@example.org"]
    assert Trainee.objects.get(email="rosa@example.org").refresher_on == date(2028, 3, 2)


@pytest.mark.parametrize("name", ["rosa", "carl", "nia", "colm", "dev", "vera"])
def test_others_find_no_register(cast, sign_in, name):
    client = sign_in(getattr(cast, name))
    answers = [client.get(reverse("training")), client.post(reverse("training_new"), fields(cast))]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert TrainingSession.objects.count() == 0


def test_sent_twice_it_is_made_once(cast, sign_in):
    client, sent = sign_in(cast.lena), fields(cast)
    assert [client.post(reverse("training_new"), sent).status_code for _ in range(2)] == [302, 302]
    changed = client.post(reverse("training_new"), sent | {"title": "Autumn"})
    assert (changed.status_code, TrainingSession.objects.count()) == (422, 1)


def test_lena_records_for_nobody_elses_organisation(cast, sign_in):
    answer = sign_in(cast.lena).post(reverse("training_new"), fields(cast, body=cast.council.pk))
    assert (answer.status_code, TrainingSession.objects.count()) == (422, 0)


def test_a_wrong_line_is_named_and_nothing_typed_is_lost(cast, sign_in):
    page = sign_in(cast.lena).post(reverse("training_new"), fields(cast, people="Ann Shaw, ann@"))
    html = page.content.decode()
    assert (page.status_code, page.context["form"].errors["people"]) == (
        422, ["Line 1: “ann@” is not an e-mail address"],
    )  # fmt: skip
    assert ("Ann Shaw, ann@" in html, "Ms Vale" in html) == (True, True)


def test_a_file_does_as_well_and_its_lines_are_named_too(cast, sign_in):
    client = sign_in(cast.lena)
    bad = SimpleUploadedFile("p.csv", b"name,email\nAnn,\n")
    assert client.post(reverse("training_new"), fields(cast, people="", sheet=bad)).status_code == 422
    good = SimpleUploadedFile("p.csv", "name,email,attended\nŵyn,wyn@example.org,no\n".encode())
    assert client.post(reverse("training_new"), fields(cast, people="", sheet=good)).status_code == 302
    identify(cast.lena)
    assert [(one.name, one.attended) for one in Trainee.objects.all()] == [("ŵyn", False)]


def test_nobody_came_on_a_day_that_has_not_come(cast, sign_in):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert sign_in(cast.lena).post(reverse("training_new"), fields(cast, held_on=tomorrow)).status_code == 422


@pytest.fixture
def session(cast, sign_in):
    sign_in(cast.lena).post(reverse("training_new"), fields(cast))
    return TrainingSession.objects.get()


def test_who_came_is_put_right(cast, sign_in, session):
    identify(cast.lena)
    ann = Trainee.objects.get(email="ann@example.org")
    seen = session.changed_at.isoformat()
    said = {"came": [ann.pk], "refresher_on": "2027-01-01", "seen": seen}
    assert sign_in(cast.lena).post(session.get_absolute_url(), said).status_code == 302
    identify(cast.lena)
    assert dict(Trainee.objects.values_list("email", "attended")) == {
        "ann@example.org": True,
        "rosa@example.org": False,
    }
    again = sign_in(cast.lena).post(session.get_absolute_url(), said)
    assert again.context["form"].non_field_errors() == [
        "Somebody else has changed this session meanwhile. Reload the page and look again"
    ]


@pytest.mark.parametrize(("name", "status"), [("lena", 302), ("tess", 404), ("nia", 404), ("rosa", 404)])
def test_more_people_and_fewer(cast, sign_in, session, name, status):
    client = sign_in(getattr(cast, name))
    more = {"key": str(uuid.uuid4()), "body": cast.homes.pk, "people": "Zed, zed@example.org", "again": ""}
    assert client.post(reverse("training_add", args=[session.pk]), more).status_code == status
    identify(cast.lena)
    off = Trainee.objects.get(email="ann@example.org").pk
    assert client.post(reverse("training_off", args=[session.pk]), {"off": off}).status_code == status
    kept = ["rosa@example.org", "zed@example.org"] if status == 302 else ["ann@example.org", "rosa@example.org"]
    assert rows(cast.lena) == kept


@pytest.mark.parametrize("off", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_taking_off_nobody_changes_nothing(cast, sign_in, session, off):
    assert sign_in(cast.lena).post(reverse("training_off", args=[session.pk]), {"off": off}).status_code == 302
    assert len(rows(cast.lena)) == 2


def test_the_worker_sees_her_own_and_her_neighbour_does_not(cast, sign_in, session):
    pages = [sign_in(user).get(reverse("my_training")).content.decode() for user in (cast.rosa, cast.ravi, cast.nia)]
    assert ["Spring" in page for page in pages] == [True, False, False]


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(cast, sign_in, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, asked = sign_in(cast.lena), []
    for _ in range(2):
        for _n in range(4):
            client.post(reverse("training_new"), fields(cast))
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(reverse("training"))
        asked.append(len(seen))
    assert asked[0] == asked[1]
