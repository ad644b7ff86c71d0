"""A new house has two administrators, and no third from a shell."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from connect.people.models import Membership

pytestmark = pytest.mark.django_db


def test_two_are_made_and_no_third():
    for name in ("a", "b"):
        call_command("make_administrator", f"{name}@example.org", name, "Kelderby Council", verbosity=0)
    assert Membership.objects.current().filter(role="ADM").count() == 2
    with pytest.raises(CommandError):
        call_command("make_administrator", "c@example.org", "c", "Kelderby Council", verbosity=0)


def test_made_without_a_password_nobody_signs_in_before_choosing_one():
    call_command("make_administrator", "a@example.org", "A", "Kelderby Council", verbosity=0)
    assert not Membership.objects.get().user.has_usable_password()
