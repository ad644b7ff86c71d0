"""Who there is to measure with: Kelderby, the real listings where there are any, and a caseload of so many for Carl."""

import os
from io import StringIO
from pathlib import Path
from uuid import UUID

from django.core.management import call_command
from django.db import transaction

from connect.identity import acting_as, identify
from connect.people import demo as people
from connect.people.models import Membership, User
from connect.places import demo as places
from connect.places.models import Area, Postcode
from directory import demo as directory
from directory.models import Service
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.models import Referral

ELSEWHERE = "KX9 9ZZ"  # Rosa's new referrals go to another team's queue, so that Carl's page stays as long as it is
WITH_GROUP = 3  # one in so many has been introduced to a group


def borough(smallest: bool) -> None:
    """Places, cast and listings; and, unless it is the smallest run, the demo's four months of history."""
    for floor in (places, people, directory):
        floor.load()
    if not smallest:
        call_command("seed_demo", still=True, stdout=StringIO())
    ward = Area.objects.get(code="FARS-W01")
    Postcode.objects.create(postcode=ELSEWHERE, easting=470000, northing=402000, ward=ward)


def real_listings() -> bool:
    """313 listings of one London borough and the postcodes of Portsmouth, where CONNECT_SHARED names their folder."""
    shared = os.environ.get("CONNECT_SHARED")
    if not shared:
        return False
    postcodes, listings = "geo/portsmouth/postcodes.csv", "oruk/samples/hounslow-2021/services.json"
    call_command("load_postcodes", str(Path(shared, postcodes)), layout="connect", stdout=StringIO())
    call_command("import_services", str(Path(shared, listings)), name="Hounslow 2021", stdout=StringIO())
    return True


def cast(name: str) -> User:
    user = User.objects.get(email=people.address(name))
    user.acting = Membership.objects.select_related("organisation", "team").get(user=user)
    return user


def caseload(size: int) -> UUID:
    """Bring the list that Carl opens to `size` people; returns one of them who goes to a group."""
    rosa, carl = cast("Rosa"), cast("Carl")
    clubs = list(Service.objects.searchable().exclude(schedules=None).filter(feed=None).order_by("pk")[:10])
    with transaction.atomic():
        identify(carl)
        mine = Referral.objects.caseload_of(carl).still_open()
        held = mine.count() + Referral.objects.waiting_in_queue_of(carl).count()
    made = [_somebody(number, rosa, carl, clubs) for number in range(size - held)]
    return made[0]


def _somebody(number: int, rosa: User, carl: User, clubs: list[Service]) -> UUID:
    """Referred, accepted and spoken to by the house's own actions; every third is introduced."""
    with transaction.atomic():
        identify(rosa)
        made = actions.submit(**asked_for(number), by=rosa, made=actions.new_key())
    with transaction.atomic():
        identify(carl)
        referral = actions.accept(Referral.objects.get(pk=made.pk), by=carl)
        said = {"channel": "call", "reached": True, "note": "Cheerful. Mornings are best."}
        actions.record_contact(referral, **said, by=carl, made=actions.new_key())
        if number % WITH_GROUP == 0:
            club = clubs[number % len(clubs)]
            introductions.introduce(referral, service=club, by=carl, made=actions.new_key())
    return made.pk


def asked_for(number: int) -> dict[str, object]:
    person = {
        "given_name": f"Given{number}", "family_name": "Family", "phone": f"07700900{number % 1000:03d}",
        "postcode": "KX2 4HD", "safe_to_message": "yes",
    }  # fmt: skip
    words = "Somewhere to be on a Tuesday. It was our day."
    return {"person": person, "wants": ["company", "something_to_do"], "words": words, "yeses": ["contact"]}


def count_referrals() -> int:
    with acting_as("seed"):
        return Referral.objects.count()
