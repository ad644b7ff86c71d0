"""The demo's crisis: three days of snow three weeks ago. Who agreed to be checked on, and what came of it; streets."""

from datetime import datetime, timedelta

from django.utils import timezone

from connect.people.champions.models import Champion
from connect.people.champions.states import Standing
from connect.people.models import User
from referrals.actions import new_key
from referrals.crisis import streets
from referrals.crisis.models import ChampionPatch, Crisis, CrisisCheck, CrisisRound, CrisisSaid
from referrals.crisis.states import Said, Way
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.states import HELD, Purpose, Says

AGREED = 4
SNOW = "Snow: no buses, and the hill road shut"
STREETS = ("The corner by the shop, both sides", "The lane down to the mill", "Everything with a garden gate")
# what came of it, by whom, how, in which words
CAME = [
    (Said.WELL, Says.PERSON, Way.LINK, ""),
    (Said.WELL, Says.CONNECTOR, Way.PHONE, "Has wood and soup. The niece comes by."),
    (Said.NEEDS, Says.CONNECTOR, Way.PHONE, "The bread has run out."),
    (Said.WELL, Says.PERSON, Way.TEXT, ""),
]


def load(carl: User, tess: User) -> None:
    """Once; under the seed's identity."""
    if Crisis.objects.filter(why=SNOW).exists():
        return
    mine = Referral.objects.filter(connector=carl, state__in=HELD, person__restricted=False)
    people = list(mine.order_by("submitted_at", "pk")[:AGREED])
    for one in people:
        consenting.record(one, purpose=Purpose.CRISIS, decision=Decision.GIVEN, by=carl, how=How.PHONE)
    _snow(people, carl, tess)
    for one, words in zip(_champions(tess), STREETS, strict=False):
        ward = one.wards.order_by("name").first()
        if ward:
            streets.add(champion=one, ward=ward, streets=words, by=tess, made=new_key())


def _champions(tess: User) -> list[Champion]:
    if ChampionPatch.objects.exists():
        return []
    return list(Champion.objects.filter(standing=Standing.ACTIVE, kept_by=tess.acting.organisation).order_by("name"))


def _snow(people: list[Referral], carl: User, tess: User) -> None:
    at = timezone.now() - timedelta(days=21)
    crisis = Crisis.objects.create(
        team=tess.acting.team, why=SNOW, begun_by=tess, begun_at=at, ended_by=tess,
        ends_on=timezone.localdate(at) + timedelta(days=4), ended_at=at + timedelta(days=3), **new_key(),
    )  # fmt: skip
    until = {"answer_by": at + timedelta(hours=4), "lead_by": at + timedelta(hours=8)}
    round_ = CrisisRound.objects.create(
        crisis=crisis, team=crisis.team, hours=4, at=at, by=tess, **until, **new_key()
    )  # fmt: skip
    for referral, came in zip(people, CAME, strict=False):
        _check(round_, referral, came, at + timedelta(hours=2), until, carl)


def _check(round_: CrisisRound, referral: Referral, came: tuple, at: datetime, until: dict, carl: User) -> None:
    said, said_by, way, words = came
    by = None if said_by == Says.PERSON else carl
    check = CrisisCheck.objects.create(
        round=round_, crisis=round_.crisis, referral=referral, asked_at=round_.at, by_text=True, said=said, said_at=at,
        done_at=at, **until,
    )  # fmt: skip
    told = {"check_of": check, "referral": referral, "said_by": said_by, "way": way, "by": by}
    CrisisSaid.objects.create(said=said, words=words, at=at, **told)
    if said == Said.NEEDS:
        seen = at + timedelta(hours=1)
        CrisisSaid.objects.create(said=Said.NOTHING, words="Bea Tallow brings some over.", at=seen, **told)
