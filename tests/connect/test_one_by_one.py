"""A row that cannot be done is left, logged by its key, and holds up nobody else."""

import pytest

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
