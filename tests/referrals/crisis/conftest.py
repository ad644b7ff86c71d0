"""A crisis in Kelderby: Tess has switched it on, and Mr Ames agreed to be checked on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from referrals.actions import new_key
from referrals.crisis import actions
from referrals.crisis.models import CrisisCheck
from referrals.crisis.tasks import look_in
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.states import Purpose


@pytest.fixture
def agreed(cast, with_carl):
    """Mr Ames said yes to it, to Carl, on the phone."""
    identify(cast.carl)
    said = {"purpose": Purpose.CRISIS, "decision": Decision.GIVEN, "how": How.PHONE}
    consenting.record(with_carl, by=cast.carl, **said)
    return with_carl


@pytest.fixture
def snow(cast):
    identify(cast.tess)
    ends_on = timezone.localdate() + timedelta(days=5)
    return actions.begin(why="Snow: no buses", ends_on=ends_on, by=cast.tess, made=new_key())


@pytest.fixture
def checks(cast, snow, agreed):
    """checks(by_text) -> the check of Mr Ames, once the sweep has been by."""

    def begin(*, by_text=True):
        identify(cast.tess)
        actions.begin_round(snow, by_text=by_text, hours_to_answer=4, by=cast.tess, made=new_key())
        identify()
        look_in()
        return the_check()

    return begin


def the_check():
    with acting_as("seed"):
        return CrisisCheck.objects.select_related("referral").get()
