"""What is counted as confirmed: the rule as a table, and its SQL form held equal to it."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect.identity import acting_as
from referrals.going import counting, evidence
from referrals.models import Attendance, Occasion
from referrals.states import Answer, Says

PERSON, ORGANISER, COMPANION, CONNECTOR = Says.PERSON, Says.ORGANISER, Says.COMPANION, Says.CONNECTOR
WENT, NOT, UNSURE, RATHER_NOT, RING = Answer.WENT, Answer.NOT, Answer.UNSURE, Answer.RATHER_NOT, Answer.RING


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ({}, ""),
        ({PERSON: WENT}, WENT),
        ({ORGANISER: WENT}, WENT),
        ({COMPANION: WENT}, WENT),
        ({CONNECTOR: WENT}, WENT),
        ({PERSON: NOT}, NOT),
        ({CONNECTOR: NOT}, NOT),
        ({PERSON: UNSURE}, ""),
        ({PERSON: RATHER_NOT}, ""),
        # Two who were there and differ: nobody is overruled, and nothing is counted.
        ({PERSON: WENT, ORGANISER: NOT}, ""),
        ({PERSON: NOT, ORGANISER: WENT}, ""),
        ({COMPANION: WENT, ORGANISER: NOT}, ""),
        ({PERSON: WENT, COMPANION: WENT, ORGANISER: NOT}, ""),  # two against one is no vote
        # Who heard of it gives way to each of them.
        ({CONNECTOR: NOT, PERSON: WENT}, WENT),
        ({CONNECTOR: WENT, PERSON: NOT}, NOT),
        ({CONNECTOR: WENT, PERSON: WENT, ORGANISER: NOT}, ""),
        # Who does not know, or would rather not say, contradicts nobody.
        ({ORGANISER: UNSURE, PERSON: WENT}, WENT),
        ({PERSON: RATHER_NOT, ORGANISER: WENT}, WENT),
        ({PERSON: RATHER_NOT, CONNECTOR: NOT}, NOT),
    ],
)
def test_who_says_so_and_what_is_counted(said, counted):
    assert evidence.confirmed(said) == counted


def test_nobody_is_counted_as_both_whoever_says_what():
    for answers in product(["", *Answer], repeat=4):
        said = {who: answer for who, answer in zip(Says, answers, strict=True) if answer}
        swapped = {who: evidence.OPPOSITE.get(answer, answer) for who, answer in said.items()}
        assert evidence.confirmed(swapped) == evidence.OPPOSITE.get(evidence.confirmed(said), "")


def test_one_more_voice_that_agrees_never_takes_a_confirmation_away():
    for answers in product(["", WENT, NOT, UNSURE], repeat=4):
        said = {who: answer for who, answer in zip(Says, answers, strict=True) if answer}
        for who in set(Says) - set(said):
            if (counted := evidence.confirmed(said)) and evidence.confirmed(said | {who: counted}) != counted:
                pytest.fail(f"{said} and {who}")


STATEMENTS = st.lists(
    st.tuples(st.sampled_from(list(Says)), st.sampled_from(list(Answer)), st.integers(0, 2)), max_size=6
)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(many=st.lists(STATEMENTS, min_size=1, max_size=8), called_off=st.booleans())
def test_counted_in_sql_is_counted_by_the_rule(expected, many, called_off):
    """Many sessions at once, with statements at one and the same moment among them."""
    now = timezone.now()
    with acting_as("seed"):
        occasions = [_session(expected, now, number, called_off and number == 0) for number in range(len(many))]
        Attendance.objects.bulk_create(
            Attendance(occasion=one, referral_id=one.referral_id, said_by=who, answer=answer,
                       said_at=now + timedelta(seconds=at))
            for one, said in zip(occasions, many, strict=True) for who, answer, at in said
        )  # fmt: skip
        rows = Occasion.objects.filter(pk__in=[one.pk for one in occasions])
        for answer in (WENT, NOT):
            for until in (None, now + timedelta(seconds=1)):
                counted = set(rows.filter(pk__in=counting.confirmed(answer, until).values("pk")))
                assert counted == {one for one in rows if _by_the_rule(one, until) == answer}


def _session(like: Occasion, now, number: int, called_off: bool) -> Occasion:
    latest = Occasion.objects.filter(connection=like.connection_id).latest("starts_at").starts_at
    copied = ("connection_id", "referral_id", "service_id", "register_id", "known_as")
    return Occasion.objects.create(
        **{name: getattr(like, name) for name in copied}, starts_at=latest + timedelta(days=1),
        ends_at=latest + timedelta(days=1, hours=2), called_off_at=now if called_off else None,
    )  # fmt: skip


def _by_the_rule(occasion: Occasion, until) -> str:
    if until is None:
        return occasion.confirmed
    known = [one for one in occasion.attendances.all() if one.said_at < until]
    fresh = Occasion.objects.prefetch_related("attendances").get(pk=occasion.pk)
    fresh._prefetched_objects_cache["attendances"] = known
    return fresh.confirmed
