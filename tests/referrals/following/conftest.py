"""Mr Ames has been expected at lunches that are over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from referrals.belonging import Occasion


@pytest.fixture
def weeks(expected):
    """weeks(n): so many lunches that are over, one a week, the oldest first; the last one began `last` days ago."""

    def gone_by(number, last=1):
        with acting_as("seed"):
            found = [_lunch(expected, last + 7 * back) for back in range(number)]
            first = Occasion.objects.filter(pk=expected.pk)
            first.update(starts_at=found[-1].starts_at - timedelta(hours=1), called_off_at=timezone.now())
            return [Occasion.objects.select_related("connection").get(pk=one.pk) for one in reversed(found)]

    return gone_by


def _lunch(expected, ago):
    at = timezone.now() - timedelta(days=ago)
    same = {name: getattr(expected, name) for name in ("connection_id", "referral_id", "service_id", "known_as")}
    return Occasion.objects.create(
        starts_at=at, ends_at=at + timedelta(hours=2), register_id=expected.register_id, **same
    )
