"""What is written down to a listing about the people introduced to it: whole months, counts, and nobody in them."""

from datetime import UTC, datetime

import pytest

from connect.identity import acting_as
from directory.models import Standing
from referrals import actions, introducing, standing
from referrals.models import Person
from referrals.states import Answer, Says

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)  # the lunch is on Tuesdays at noon
WEDNESDAY = datetime(2026, 11, 25, 9, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 2, 9, tzinfo=UTC)


@pytest.fixture
def went(time_machine, cast, with_carl):
    time_machine.move_to(MONDAY, tick=False)
    with acting_as("seed"):
        occasion = introducing.introduce(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
        time_machine.move_to(WEDNESDAY, tick=False)
        introducing.answer(occasion, said_by=Says.ORGANISER, answer=Answer.WENT)
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
