"""A question that is filled in and not written anew says, word for word and value for value, what Django would say."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.sql import UpdateQuery

from outcomes.simulation import written_once
from referrals.belonging import Connection, Occasion
from referrals.models import Person, Referral

pytestmark = pytest.mark.django_db


def key(n):
    return UUID(int=n)


def at(n):
    return datetime(2026, 1, 1, n, tzinfo=UTC)


def going(n):
    return Connection.objects.filter(referral=OuterRef("pk"), state=f"step {n}")


ASKED = {
    "one of its key": lambda n: Referral.objects.filter(pk=key(n)),
    "with what belongs to it": lambda n: Referral.objects.select_related("person", "team__scheme").filter(pk=key(n)),
    "one of several": lambda n: Referral.objects.filter(state__in=["a", "b", f"{n}"]).order_by("-submitted_at")[:3],
    "one of others": lambda n: Occasion.objects.filter(referral__in=Referral.objects.filter(state=str(n))),
    "either, and neither": lambda n: Referral.objects.filter(Q(state=str(n)) | Q(urgent=True)).exclude(source=str(n)),
    "of another table": lambda n: Occasion.objects.filter(referral__person=key(n), starts_at__gt=at(n)),
    "known and unknown": lambda n: Occasion.objects.filter(called_off_at=None, starts_at__lte=at(n)),
    "yes or no": lambda n: Person.objects.filter(restricted=True, pk=key(n)),
    "where there is another": lambda n: Referral.objects.filter(Exists(going(n)), ~Exists(going(n + 1)), state=str(n)),
    "and whether there is": lambda n: Referral.objects.annotate(goes=Exists(going(n))).filter(state=str(n)),
    "a few columns": lambda n: Referral.objects.filter(state=str(n)).order_by("pk").values_list("pk", "person__pk"),
    "without some": lambda n: Referral.objects.filter(state=str(n)).only("state", "urgent").distinct(),
    "to hold": lambda n: Referral.objects.filter(pk=key(n)).select_for_update(of=("self",), skip_locked=True),
    "one column by another": lambda n: Occasion.objects.filter(starts_at=F("planned_at"), ends_at__lt=at(n)),
}
UNUSUAL = {
    "how many": lambda n: Referral.objects.filter(state=str(n)).annotate(n=Count("connections")),
    "like": lambda n: Referral.objects.filter(reference__startswith=str(n)),
}


def said(rows):
    sql, params = rows.query.get_compiler("default").as_sql()
    return sql, list(params)


@pytest.fixture
def kept(monkeypatch):
    monkeypatch.setattr(written_once, "_kept", {})
    monkeypatch.setattr(written_once, "_changes", {})
    return written_once


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_asked_again_with_other_values_it_is_what_django_says(ask, kept):
    plain = [said(ask(n)) for n in (1, 2)]
    with kept.written_once():
        assert [said(ask(n)) for n in (1, 2)] == plain
    assert len(kept._kept) == 1  # the second was filled in


@pytest.mark.parametrize("ask", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_unusual_django_writes(ask, kept):
    plain = [said(ask(n)) for n in (1, 2)]
    with kept.written_once():
        assert [said(ask(n)) for n in (1, 2)] == plain
    assert not kept._kept


def test_two_questions_that_differ_in_anything_but_values_are_two(kept):
    rows = Referral.objects.filter(state="a")
    different = [
        rows, rows.order_by("pk"), rows[:1], rows[:2], rows.exclude(state="b"), rows.select_related("person"),
        rows.values_list("pk"), rows.only("pk"), rows.select_for_update(), rows.distinct(), rows.filter(urgent=True),
        rows.filter(urgent=False), rows.filter(source__in=["a"]), rows.filter(source__in=["a", "b"]),
        rows.filter(outsider=None), rows.exclude(outsider=None), Person.objects.filter(language="a"),
        rows.annotate(goes=Exists(going(1))).values_list("pk", "goes"),
        rows.annotate(goes=Exists(going(1))).values_list("goes", "pk"),
    ]  # fmt: skip
    plain = [said(one.all()) for one in different]
    with kept.written_once():
        assert [said(one.all()) for one in different] == plain
    assert len(kept._kept) == len({sql for sql, _values in plain}) == len(different)


@pytest.mark.django_db(transaction=True)
def test_what_is_to_be_held_is_refused_outside_a_transaction_however_often_it_was_asked(kept):
    held = Referral.objects.filter(pk=key(1)).select_for_update()
    with kept.written_once():
        with transaction.atomic():
            said(held.all())
        with pytest.raises(transaction.TransactionManagementError):
            said(held.all())


def changed(rows, **values):
    query = rows.query.chain(UpdateQuery)
    query.add_update_values(values)
    sql, params = query.get_compiler("default").as_sql()
    return sql, list(params)


def test_a_change_asked_again_is_what_django_says(kept):
    def all_of(n):
        rows = Referral.objects.filter(pk=key(n), state=str(n))
        return [
            changed(rows, state=str(n), urgent=n > 1),
            changed(rows, next_on=None, state="b"),
            changed(rows, state=F("source")),
        ]

    plain = [all_of(n) for n in (1, 2)]
    with kept.written_once():
        assert [all_of(n) for n in (1, 2)] == plain
    assert len(kept._changes) == 2


def test_afterwards_django_writes_by_itself_again(kept):
    before = (written_once.SQLCompiler.as_sql, written_once.SQLUpdateCompiler.as_sql)
    with kept.written_once():
        assert written_once.SQLCompiler.as_sql is not before[0]
    assert (written_once.SQLCompiler.as_sql, written_once.SQLUpdateCompiler.as_sql) == before
