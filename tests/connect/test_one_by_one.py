"""A row that cannot be done is left, logged by its key, and holds up nobody else."""

import pytest
from django.db import connection

from connect.identity import acting_as
from connect.one_by_one import one_by_one
from connect.people.models import Organisation


@pytest.mark.django_db
def test_the_others_are_done_and_nothing_of_the_one_that_failed_is_kept_or_said(caplog):
    def make(name):
        Organisation.objects.create(name=name)
        if name == "Poison":
            raise ValueError("a secret")
        return True

    with acting_as("seed"):
        assert one_by_one(["Salt", "Poison", "Bread"], make, "body") == 2
        assert set(Organisation.objects.values_list("name", flat=True)) >= {"Salt", "Bread"}
        assert not Organisation.objects.filter(name="Poison").exists()
    assert caplog.messages == ["body Poison could not be done: ValueError"]


@pytest.mark.django_db
def test_each_is_done_as_the_job_and_one_that_did_more_counts_for_more():
    def look(number):
        with connection.cursor() as cursor:
            return number * (cursor.execute("select current_setting('app.job')").fetchone() == ("reminders",))

    assert one_by_one([1, 3], look, "number", job="reminders") == 4


@pytest.mark.django_db
def test_that_a_colleague_was_first_is_no_fault_and_is_not_said(caplog):
    def late(_key):
        raise Organisation.DoesNotExist

    assert one_by_one([1], late, "body", faster=(Organisation.DoesNotExist,)) == 0
    assert caplog.messages == []


@pytest.mark.django_db
def test_a_row_is_named_by_its_key_alone(caplog):
    def fail(_body):
        raise ValueError

    body = Organisation(name="A name that is nobody's business")
    one_by_one([body], fail, "body")
    assert caplog.messages == [f"body {body.pk} could not be done: ValueError"]
