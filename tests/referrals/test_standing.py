"""What is written down to a listing about the people introduced to it: whole months, counts, and nobody in them."""

from datetime import UTC, datetime, timedelta

import pytest

from connect.identity import acting_as
from directory.models import Standing
from referrals import actions, standing
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.models import Occasion, Person
from referrals.states import Answer, Says
from referrals.threads.models import Line

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)  # the lunch is on Tuesdays at noon
WEDNESDAY = datetime(2026, 11, 25, 9, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 2, 9, tzinfo=UTC)


@pytest.fixture
def went(time_machine, cast, with_carl):
    time_machine.move_to(MONDAY, tick=False)
    with acting_as("seed"):
        occasion = introductions.introduce(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
        time_machine.move_to(WEDNESDAY, tick=False)
        going.answer(occasion, said_by=Says.ORGANISER, answer=Answer.WENT)
    return time_machine


def counted(service):
    with acting_as("freeze"):
        standing.count()
    return Standing.objects.filter(service=service).values_list("introduced", "came", "stayed").first()


def test_a_month_that_is_not_over_tells_nothing(went, cast):
    assert counted(cast.lunch) in (None, (0, 0, 0))


def test_of_a_month_that_is_over_who_was_introduced_came_and_still_goes_is_counted(went, cast):
    went.move_to(DECEMBER)
    assert counted(cast.lunch) == (1, 1, 1)


def test_somebody_under_protection_is_in_no_count(went, cast):
    with acting_as("seed"):
        Person.objects.update(restricted=True)
    went.move_to(DECEMBER)
    assert counted(cast.lunch) in (None, (0, 0, 0))


def test_a_count_that_no_longer_holds_is_taken_back(went, cast):
    went.move_to(DECEMBER)
    counted(cast.lunch)
    went.move_to(datetime(2028, 1, 2, tzinfo=UTC))
    assert counted(cast.lunch) == (0, 0, 0)


@pytest.mark.parametrize(("introduced", "stayed", "said"), [(9, 9, False), (10, 5, False), (10, 6, True)])
def test_that_most_still_go_is_said_of_ten_people_or_more(introduced, stayed, said):
    assert Standing(introduced=introduced, stayed=stayed).most_stay is said


def test_how_soon_an_organiser_usually_answers_is_written_from_five_answers_on(time_machine, cast, with_carl):
    time_machine.move_to(MONDAY, tick=False)
    with acting_as("seed"):
        idea = introductions.suggest(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
    for n, days in enumerate((1, 2, 2, 9)):
        asked_and_answered(time_machine, idea, MONDAY + timedelta(days=20 * n), days)
    assert usual_days(time_machine, cast.lunch) is None
    asked_and_answered(time_machine, idea, MONDAY + timedelta(days=100), 4)
    assert usual_days(time_machine, cast.lunch) == 2


def asked_and_answered(time_machine, connection, at, days):
    """Two messages of ours wait for one answer: counted from the first."""
    said = {"referral_id": connection.referral_id, "connection": connection, "side": "organiser", "text": "x"}
    with acting_as("seed"):
        for moment, who in ((at, "connector"), (at + timedelta(hours=1), "connector")):
            Line.objects.create(at=moment, said_by=who, **said, **actions.new_key())
        Line.objects.create(at=at + timedelta(days=days), said_by="organiser", **said, **actions.new_key())


def usual_days(time_machine, service):
    time_machine.move_to(datetime(2027, 4, 2, 9, tzinfo=UTC), tick=False)
    with acting_as("freeze"):
        standing.count()
    return Standing.objects.filter(service=service).values_list("reply_days", flat=True).first()


def test_an_answer_to_who_came_counts_once_a_session(went, cast):
    with acting_as("seed"):
        Occasion.objects.update(asked_at=MONDAY)
    went.move_to(DECEMBER)
    with acting_as("freeze"):
        rows = list(standing._register_answers(DECEMBER))
    assert rows == [(cast.lunch.pk, MONDAY, WEDNESDAY)]
