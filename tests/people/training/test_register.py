"""Was this worker trained that day: yes, no, or nobody has written it down."""

import uuid
from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.db.utils import ProgrammingError

from connect.identity import acting_as, identify
from connect.people.training import actions, register
from connect.people.training.models import Trainee, TrainingSession
from connect.people.training.pasting import Row, Unreadable, read, read_csv

pytestmark = pytest.mark.django_db
SPRING, SUMMER = date(2026, 3, 2), date(2026, 7, 1)


def session(by, *emails, body=None, held_on=SPRING, kind="mecc", attended=True, refresher_on=None):
    with acting_as("seed"):
        return actions.record(
            people=[Row(n, email.split("@")[0].title(), email, attended=attended) for n, email in enumerate(emails)],
            body=body or by.acting.organisation, refresher_on=refresher_on, by=by, held_on=held_on, kind=kind,
            made={"key": uuid.uuid4(), "content_hash": "", "made_in": ""},
        )  # fmt: skip


def test_where_nobody_of_that_body_is_written_down_it_is_not_known(cast):
    session(cast.tess, "nia@example.org", body=cast.elsewhere)
    assert register.trained_on(cast.rosa, SUMMER) is None


def test_a_worker_is_trained_from_that_day_on_and_her_neighbour_is_not(cast):
    session(cast.lena, "rosa@example.org")
    said = [register.trained_on(user, day) for user in (cast.rosa, cast.ravi) for day in (SPRING, SUMMER)]
    assert said == [True, True, False, False]
    assert register.trained_on(cast.rosa, SPRING - timedelta(days=1)) is False


@pytest.mark.parametrize("changed", [{"kind": "mhfa"}, {"attended": False}])
def test_another_training_or_a_day_missed_does_not_count(cast, changed):
    session(cast.lena, "ravi@example.org")
    session(cast.lena, "rosa@example.org", **changed)
    assert register.trained_on(cast.rosa, SUMMER) is False


def test_whoever_had_no_account_on_the_day_is_known_by_the_address(cast):
    session(cast.lena, "new@example.org")
    assert register.address_trained_on("New@example.org", cast.homes.pk, SUMMER) is True
    assert register.address_trained_on("other@example.org", cast.homes.pk, SUMMER) is False
    assert register.address_trained_on("other@example.org", cast.council.pk, SUMMER) is None


def test_the_question_leaves_the_asker_who_they_were(cast):
    session(cast.lena, "rosa@example.org", "ravi@example.org")
    identify(cast.ravi)
    assert register.trained_on(cast.ravi, SUMMER) is True
    assert [one.email for one in Trainee.objects.all()] == ["ravi@example.org"]


@pytest.mark.parametrize("name", ["rosa", "ravi", "lena", "carl", "tess", "nia", "colm", "dev", "vera"])
def test_both_walls_show_the_same_rows(cast, name):
    session(cast.lena, "rosa@example.org", "ravi@example.org")
    session(cast.tess, "ann@example.org", "carl@example.org", body=cast.council)
    user = getattr(cast, name)
    identify(user)
    expected = {"rosa": 1, "ravi": 1, "lena": 2, "carl": 1, "tess": 2}.get(name, 0)
    assert (set(Trainee.objects.all()), Trainee.objects.count()) == (set(Trainee.objects.visible_to(user)), expected)


@pytest.mark.parametrize(("name", "refused"), [("lena", False), ("rosa", True), ("carl", True), ("nia", True)])
def test_only_who_keeps_the_register_writes_in_it(cast, name, refused):
    kept = session(cast.lena, "ravi@example.org")
    identify(getattr(cast, name))
    fields = {"session": kept, "kept_by": cast.homes, "name": "A", "email": "a@example.org"}
    with pytest.raises(ProgrammingError, match="row-level security") if refused else nullcontext():
        Trainee.objects.create(**fields)


def test_a_refresher_is_due_until_they_came_again(cast):
    session(cast.lena, "rosa@example.org", "ravi@example.org", refresher_on=SUMMER)
    session(cast.lena, "ravi@example.org", held_on=SUMMER, kind="mecc_again")
    identify(cast.lena)
    assert [one.email for one in Trainee.objects.due_again_by(SUMMER)] == ["rosa@example.org"]


def test_somebody_invited_later_finds_their_training(cast):
    from tests.cast import person

    session(cast.lena, "zoe@example.org")
    zoe = person("Zoe Hart", "REF", cast.homes)
    assert actions.know_again(zoe) == 1
    identify(zoe)
    assert Trainee.objects.get().user == zoe


def test_a_lead_writes_down_nobody_elses_people(cast):
    identify(cast.lena)
    rows = [Row(1, "Ann", "ann@example.org", employer="Farside Council")]
    made = {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
    actions.record(people=rows, body=cast.homes, refresher_on=None, by=cast.lena, made=made, held_on=SPRING)
    assert Trainee.objects.get().organisation == cast.homes


def test_reports_count_people_and_not_chairs(cast):
    session(cast.lena, "rosa@example.org", "ravi@example.org", refresher_on=SPRING)
    session(cast.lena, "ravi@example.org", held_on=SUMMER, kind="mecc_again")
    with acting_as("freeze"):
        told = register.counts(SPRING, SUMMER, SUMMER)
    assert [(one.organisation_id, one.people, one.overdue) for one in told] == [(cast.homes.pk, 2, 2)]


def test_a_pasted_list_is_read_however_people_copy_it():
    rows = read(
        "Ann Shaw, ann@example.org\nBob Lee <Bob@Example.org>\n\ncy.hill@example.org\ndi@example.org\tDi Orr\thousing"
    )
    assert [(row.name, row.email) for row in rows] == [
        ("Ann Shaw", "ann@example.org"), ("Bob Lee", "bob@example.org"), ("Cy Hill", "cy.hill@example.org"),
        ("Di Orr", "di@example.org"),
    ]  # fmt: skip


def test_each_line_that_cannot_be_read_is_named():
    with pytest.raises(Unreadable) as refused:
        read("Ann Shaw\nBob, bob@\nCy, cy@example.org\nCy, CY@example.org")
    assert refused.value.wrong == [
        "Line 1: there is no e-mail address. Write it like: Ann Shaw, ann@example.org",
        "Line 2: “bob@” is not an e-mail address",
        "Line 4: the same address as line 3",
    ]


def test_a_csv_has_headings_in_any_order():
    rows = read_csv("﻿Email;Name;Attended;Organisation\nann@example.org;Ann;no;Farside Council\n")
    assert rows == [Row(2, "Ann", "ann@example.org", "Farside Council", "", attended=False)]


@pytest.mark.parametrize("text", ["a,b\n1,2", "", "name,email,e-mail\nA,a@example.org,b@example.org", "\x00"])
def test_a_csv_without_our_headings_is_refused_in_words(text):
    with pytest.raises(Unreadable):
        read_csv(text)


def test_a_session_without_people_is_never_half_there(cast):
    identify(cast.nia)
    made = {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
    more = {"body": cast.elsewhere, "refresher_on": None, "by": cast.nia, "held_on": SPRING, "made": made}
    with pytest.raises(ProgrammingError):
        actions.record(people=[Row(1, "A", "a@example.org")], **more)
    assert TrainingSession.objects.count() == 0
