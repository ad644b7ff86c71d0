"""A referral as the form sends it, and helpers to bring one as far as a test needs."""

import uuid

import pytest

from connect.identity import acting_as
from referrals import actions
from referrals.introductions import actions as introductions
from tests.cast import mr_ames


@pytest.fixture
def sent_form():
    """What Rosa's browser sends; keyword arguments change one thing."""

    def form(**changes):
        return {
            "key": str(uuid.uuid4()), "given_name": "Stanley", "family_name": "Ames", "postcode": "kx24hd",
            "phone": "07700 900 126", "safe_to_message": "yes", "wants": ["company"], "words": "A Tuesday.",
            "consent": "on", "tell_referrer": "on", "email": "ames@example.org",
        } | changes  # fmt: skip

    return form


@pytest.fixture
def with_carl(cast):
    """Mr Ames, accepted by Carl and spoken to."""
    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.accept(referral, by=cast.carl)
        spoken = {"channel": "call", "reached": True, "note": "Cheerful."}
        actions.record_contact(referral, **spoken, by=cast.carl, made=actions.new_key())
        referral.refresh_from_db()
    return referral


@pytest.fixture
def expected(cast, with_carl):
    """Mr Ames, introduced to the lunch club: the occasion of his first lunch."""
    with acting_as("seed"):
        return introductions.introduce(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
