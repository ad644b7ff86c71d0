"""Mr Ames, whom Carl holds; Nia connects elsewhere, and may be asked in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from referrals import actions
from referrals.models import Partner, Referral
from referrals.together import actions as together
from tests.cast import mr_ames


@pytest.fixture
def ames(cast) -> Referral:
    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.accept(referral, by=cast.carl)
    return referral


@pytest.fixture
def ask_in(cast, ames):
    """ask_in(level="whole", user=nia, **) -> the place, as Carl would make it."""

    def make(level: str = "whole", user=None, days: int = 30, agreed: bool = True) -> Partner:
        identify(cast.carl)
        place = together.ask_in(
            Referral.objects.get(pk=ames.pk), partner=(user or cast.nia).acting, why="She knows him.", level=level,
            until=timezone.localdate() + timedelta(days=days), agreed=agreed, by=cast.carl, made=actions.new_key(),
        )  # fmt: skip
        identify()
        return place

    return make
