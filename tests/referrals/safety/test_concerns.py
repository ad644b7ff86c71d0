"""A concern: its own readers, its own clock, and nothing of it anywhere else."""

import uuid

import pytest
from django.db import connection

from connect.identity import acting_as, identify
from referrals.safety import concerns
from referrals.safety.models import Concern, ConcernStep, SafeguardingLead, SpeakToLead
from tests import cast as stage
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
CANARY = "Canary Quincewell was locked in"


def made():
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


@pytest.fixture
def told(cast):
    """told(by=...) about Mr Ames."""
    referral = mr_ames(cast)

    def tell(by=cast.rosa, referral=referral, **more):
        identify(by)
        return concerns.tell(
            team=cast.team, by=by, made=made(), referral_id=referral and referral.pk,
            **{"happened": CANARY, "now": "no"} | more,
        )  # fmt: skip

    tell.referral = referral
    return tell


ALL = ["rosa", "ravi", "lena", "carl", "cora", "tess", "nia", "colm", "dev", "vera"]


def seen_by(user):
    identify(user)
    return set(Concern.objects.all()), set(Concern.objects.visible_to(user)), ConcernStep.objects.count()


@pytest.mark.parametrize("name", ALL)
def test_while_nobody_is_named_the_lead_of_the_team_reads_it_and_rosa_her_own(cast, told, name):
    concern, user = told(), getattr(cast, name)
    reads = {concern} if name in ("rosa", "tess") else set()
    assert seen_by(user) == (reads, reads, 1 if name == "tess" else 0)


@pytest.mark.parametrize("name", [*ALL, "sana"])
def test_whoever_is_named_reads_it_and_the_lead_of_the_team_no_longer(cast, told, name):
    cast.sana = stage.person("Sana Gill", "TL", cast.action, cast.team)
    SafeguardingLead.objects.create(scheme=cast.scheme, team=cast.team, user=cast.sana)
    concern = told()
    reads = {concern} if name in ("rosa", "sana") else set()
    assert seen_by(getattr(cast, name)) == (reads, reads, 1 if name == "sana" else 0)


def test_in_the_table_there_is_nothing_one_could_read(told):
    told(about=CANARY, their_words=CANARY, wishes=CANARY, raiser=CANARY)
    with acting_as("seed"), connection.cursor() as cursor:
        rows = cursor.execute(
            "select c::text from referrals_concern c union all select s::text from referrals_concernstep s"
        )
        raw = " ".join(one for (one,) in rows.fetchall())
    assert [word in raw for word in ("Canary", b"Canary".hex(), "locked")] == [False] * 3
