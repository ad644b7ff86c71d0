"""A plan that is kept serves whoever asks, and shows nobody more than their own."""

import pytest
from django.db import connection, transaction

from connect import prepared
from connect.identity import identify
from referrals.case import there
from referrals.caseload import rows
from referrals.caseload.asked import Asked

pytestmark = pytest.mark.django_db


def what_is_there(user, referral):
    identify(user)
    referral.__dict__.pop("_there", None)
    return {kind for kind in there.KINDS if there.has(referral, kind)}


def plans():
    with connection.cursor() as cursor:
        return cursor.execute(
            "select count(*), sum(generic_plans) > 0 from pg_prepared_statements where statement like 'select exists%'"
        ).fetchone()


def test_one_plan_for_all_of_them_and_each_sees_what_is_theirs_to_see(cast, with_carl):
    asked = [cast.carl, cast.nia, cast.tess] * 5  # more often than PostgreSQL tries a plan for each question apart
    seen = [what_is_there(user, with_carl) for user in asked]
    assert plans() == (1, True)
    assert (seen[0] > set(), seen[1], seen) == (True, set(), seen[:3] * 5)


def the_list_of(user):
    identify(user)
    with prepared.plans():
        return {row.pk for row in rows.found(user, Asked(view="everyone")).rows}


def test_the_list_as_it_opens_is_planned_once_for_everybody_and_shows_each_their_own(cast, with_carl):
    seen = [the_list_of(user) for user in [cast.carl, cast.nia, cast.tess] * 5]
    assert (seen[0], seen[1], seen) == ({with_carl.pk}, set(), seen[:3] * 5)


def test_what_writes_is_not_kept_nor_anything_outside():
    with prepared.plans(), transaction.atomic(), connection.cursor() as cursor:
        assert cursor.execute("select %(a)s::int", {"a": 1}).fetchone() == (1,)
    with connection.cursor() as cursor:
        found = cursor.execute("select statement from pg_prepared_statements where statement !~ 'exists'").fetchall()
    assert [statement for (statement,) in found if "::int" in statement] == ["select $1::int"]
    assert [statement for (statement,) in found if "SAVEPOINT" in statement or "statement" in statement] == []
