"""The demo's befriending: volunteers at every step, people who wait, one visit to read, one not heard of."""

from datetime import time, timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.models import User
from connect.places.models import Postcode
from directory.models import Service
from referrals import actions
from referrals.befriending import matching, visiting, wanting
from referrals.befriending.applying import note
from referrals.befriending.models import BefrienderMatch, Referee, Volunteer, VolunteerCheck, VolunteerLesson
from referrals.befriending.states import Stage
from referrals.belonging import Occasion
from referrals.models import Referral
from referrals.states import Purpose

PEOPLE = ["Winnie Larkfield", "Albert Stonecrop", "Pearl Amberley"]
# name, what they like, when, how they go, what they cannot be with, how far they have come
VOLUNTEERS = [
    ("Vera Moss", ["cards", "gardening"], ["tue-pm", "thu-pm"], "walk", [], Stage.APPROVED),
    ("Hugo Lantern", ["history", "football"], ["tue-pm", "sat-am"], "car", ["dog"], Stage.APPROVED),
    ("Ida Thornbury", ["music", "cooking"], ["wed-am"], "bus", ["stairs"], Stage.APPROVED),
    ("Olu Fairweather", ["digital", "films"], ["mon-eve"], "bike", [], Stage.TALKED),
]


def load(rosa: User, carl: User, cleo: User, vera: User) -> None:
    """Once; for people of its own, whom Rosa asked for and Carl has rung."""
    if Volunteer.objects.filter(user=vera).exists():
        return
    team = carl.acting.team
    listing = Service.objects.filter(name="Kelderby befrienders").first()
    if listing is None:
        return
    wanting.set_rules(team, by=cleo, service=listing, references=1)
    found = {one[0]: _volunteer(*one, carl=carl, cleo=cleo, user=vera) for one in VOLUNTEERS}
    asked = [_wish(_spoken(name, rosa, carl), carl, n) for n, name in enumerate(PEOPLE)]
    _together(asked[0], found["Vera Moss"], cleo)
    matching.propose(asked[1], volunteer=found["Hugo Lantern"], by=cleo, made=actions.new_key(), in_spite="Asked both")


def _spoken(name: str, rosa: User, carl: User) -> Referral:
    """Somebody Rosa asked for, whom Carl has rung."""
    given, family = name.split()
    person = {"given_name": given, "family_name": family, "phone": "07700900555", "postcode": "KX2 4HD",
              "safe_to_message": "no"}  # fmt: skip
    row = actions.submit(
        person=person, wants=["company"], words="Somebody to talk to who is not a nurse.", yeses=[Purpose.CONTACT],
        by=rosa, made=actions.new_key(),
    )  # fmt: skip
    row = actions.accept(row, by=carl)
    said = {"channel": "call", "reached": True, "note": "Would like somebody to come by."}
    return actions.record_contact(row, **said, by=carl, made=actions.new_key()).referral


def _volunteer(name: str, likes: list[str], times: list[str], travel: str, cannot: list[str], stage: str, *,
               carl: User, cleo: User, user: User) -> Volunteer:  # fmt: skip
    spots = Postcode.objects.filter(pk__startswith="KX", ward__isnull=False).select_related("ward").order_by("pk")[:5]
    at = spots[len(name) % len(spots)]
    row = Volunteer.objects.create(
        team=carl.acting.team, user=user if user.name == name else None, name=name, postcode=at.pk, ward=at.ward,
        email=f"{name.split()[0].lower()}.volunteer@example.org", easting=at.easting, northing=at.northing,
        kinds=["visit", "phone"], interests=likes, times=times, travel=travel, cannot=cannot, languages=["English"],
        miles=5, stage=stage, confirmed_at=timezone.now(), asked_at=timezone.now(), phone="07700900444",
        approved_at=timezone.now() if stage == Stage.APPROVED else None,
        approved_by=cleo if stage == Stage.APPROVED else None, **actions.new_key(),
    )  # fmt: skip
    for to in (Stage.APPLIED, Stage.CONFIRMED, Stage.TALKED, *([stage] if stage == Stage.APPROVED else [])):
        note(row, to, by=cleo if to in (Stage.TALKED, Stage.APPROVED) else None)
    _papers(row, cleo, stage)
    return row


def _papers(row: Volunteer, cleo: User, stage: str) -> None:
    today = timezone.localdate()
    Referee.objects.create(
        volunteer=row, about=row.name, name="Pat Winslow", email="pat@example.org", tie="neighbour", team=row.team,
        asked_at=timezone.now(), answered_at=timezone.now(), trusts="yes", years="Ten years, next door",
        words="Kind, and on time.", **actions.new_key(),
    )  # fmt: skip
    if stage == Stage.APPROVED:
        seen = {"seen_on": today - timedelta(days=200), "recheck_on": today + timedelta(days=30 if row.cannot else 800)}
        VolunteerCheck.objects.create(volunteer=row, level="dbs_enhanced", seen_by=cleo, **seen)
        VolunteerLesson.objects.create(
            volunteer=row, title="Befriending: the first evening", held_on=today - timedelta(days=180), noted_by=cleo,
            refresher_on=today + timedelta(days=550),
        )  # fmt: skip


def _wish(referral: Referral, carl: User, n: int) -> object:
    likes = (["cards", "gardening"], ["history"], ["music"])[n]
    return wanting.ask(
        referral, kind="visit", by=carl, made=actions.new_key(), interests=likes, times=["tue-pm", "wed-am"],
        home=["dog"] if n == 1 else [], matters=["interests"], words="Somebody to talk to who is not a nurse.",
    )  # fmt: skip


def _together(wish: object, vera: Volunteer, cleo: User) -> None:
    """They met three weeks ago; one visit is to be read, and of the last nobody has told."""
    match = matching.propose(wish, volunteer=vera, by=cleo, made=actions.new_key(), in_spite="Asked both")
    matching.volunteer_says(match, yes=True)
    matching.person_says(match, yes=True, by=cleo)
    at = hours.days_from(timezone.now(), 2, time(14))
    agreed = "Ring the bell twice. Likes to be called by the first name."
    matching.arrange(match, meets_at=at, place="home", agreed=agreed, every_days=7, by=cleo)
    with acting_as("seed"):
        before = hours.days_from(timezone.now(), -12, time(14))
        rows = BefrienderMatch.objects.filter(pk=match.pk)
        rows.update(meets_at=before, next_on=timezone.localdate(before), person_told_at=before)
        Occasion.objects.filter(pk=match.occasion_id).update(
            starts_at=before, ends_at=before + timedelta(hours=1), reminded_at=before
        )
    match = BefrienderMatch.objects.select_related("volunteer", "team").get(pk=match.pk)
    said = {"went": "met", "mood": "good", "words": "We planted the window box.", "minutes": 60, "miles": 4}
    visiting.log(match, on=timezone.localdate(before), **said)
