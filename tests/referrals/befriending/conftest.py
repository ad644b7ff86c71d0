"""A befriending scheme with its listing, a coordinator, volunteers who are ready, and Mr Ames who would like one."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.people.roles import Role
from directory.models import Service
from referrals import actions
from referrals.befriending import matching, wanting
from referrals.befriending.models import BefrienderMatch, Volunteer, VolunteerCheck, VolunteerLesson
from referrals.models import Occasion
from tests.cast import person


@pytest.fixture
def scheme(cast):
    """Cleo coordinates volunteers in Carl's team; Cara coordinates elsewhere."""
    cast.cleo = person("Cleo Hart", Role.COO, cast.action, cast.team)
    cast.cara = person("Cara Field", Role.COO, cast.elsewhere, cast.other_team)
    cast.befriending = Service.objects.create(
        organisation=cast.action, name="Kelderby befrienders", kind="befriending", verified_at=timezone.now()
    )
    return cast


@pytest.fixture
def volunteer(scheme):
    """volunteer(name, **what they offer): approved, checked, trained, and near."""

    def made(name="Vera Moss", ready=True, **said):
        said = {
            "kinds": ["visit", "phone"], "interests": ["gardening", "cards"], "languages": ["English"],
            "times": ["tue-pm", "thu-am"], "miles": 3, "easting": 412500, "northing": 402000,
            "stage": "approved" if ready else "talked", "email": f"{name.split()[0].lower()}@example.org",
        } | said  # fmt: skip
        with acting_as("seed"):
            row = Volunteer.objects.create(
                team=scheme.team, name=name, postcode="KX2 4HD", ward=scheme.ward, **said, **actions.new_key()
            )
            if ready:
                today, later = timezone.localdate(), timezone.localdate() + timedelta(days=400)
                VolunteerCheck.objects.create(
                    volunteer=row, level="dbs_enhanced", seen_on=today, seen_by=scheme.cleo, recheck_on=later
                )
                VolunteerLesson.objects.create(
                    volunteer=row, title="First evening", held_on=today, refresher_on=later, noted_by=scheme.cleo
                )
        return row

    return made


@pytest.fixture
def wish(scheme, with_carl):
    """Mr Ames would like visits on a Tuesday afternoon; Carl asked him and wrote it down."""
    identify(scheme.carl)
    return wanting.ask(
        with_carl, kind="visit", by=scheme.carl, made=actions.new_key(), interests=["gardening", "music"],
        times=["tue-pm"], home=["stairs"],
    )  # fmt: skip


@pytest.fixture
def vera(scheme, volunteer):
    return volunteer(user=scheme.vera)


@pytest.fixture
def proposed(scheme, wish, vera):
    identify(scheme.cleo)
    return matching.propose(wish, volunteer=vera, by=scheme.cleo, made=actions.new_key())


@pytest.fixture
def both_yes(scheme, proposed):
    identify(scheme.cleo)
    matching.volunteer_says(proposed, yes=True)
    return matching.person_says(proposed, yes=True, by=scheme.cleo)


@pytest.fixture
def met(scheme, both_yes):
    """The first visit was to be yesterday."""
    identify(scheme.cleo)
    ahead = timezone.now() + timedelta(days=2)
    matching.arrange(both_yes, meets_at=ahead, place="home", agreed="4 Mill Lane. Knock twice.", every_days=7,
                     by=scheme.cleo)  # fmt: skip
    with acting_as("seed"):
        yesterday = timezone.now() - timedelta(days=1)
        day = timezone.localdate(yesterday)
        BefrienderMatch.objects.update(meets_at=yesterday, next_on=day, alarm_on=day + timedelta(days=2))
        Occasion.objects.update(starts_at=yesterday, ends_at=yesterday + timedelta(hours=1))
        return BefrienderMatch.objects.select_related("volunteer", "team").get()


@pytest.fixture
def now():
    """now(row) -> the row as it stands, whoever asks."""

    def read(row):
        with acting_as("seed"):
            return type(row).objects.get(pk=row.pk)

    return read


def applied(**changes):
    """What a volunteer's browser sends."""
    return {
        "key": str(uuid.uuid4()), "name": "Anna Reed", "email": "anna@example.org", "postcode": "kx24hd", "adult": "on",
        "kinds": ["visit"], "interests": ["cards"], "times": ["tue-pm"], "travel": "car", "miles": "3",
        "languages": "English, Welsh", "agreed": "on", "phone": "07700 900 321",
    } | changes  # fmt: skip


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
