"""A listing with everything in it, a feed of records, and a server that is somebody else's."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import Organisation
from connect.places.models import Area, Postcode
from directory.keeping import actions as keeping
from directory.models import (
    Capacity,
    CostOption,
    Location,
    OnlineCommunity,
    OrganisationIdentifier,
    Provider,
    Schedule,
    Service,
    ServiceAtLocation,
)  # fmt: skip
from directory.openreferral import actions
from directory.states import Via
from tests.directory.test_feed import Double, double

__all__ = ["Double", "double"]


@pytest.fixture
def full(db):
    """A choir with a value in every part that is published."""
    ward = Area.objects.create(code="E05000001", name="Millrace", kind=Area.Kind.WARD)
    Postcode.objects.create(
        postcode="KX2 4HD", easting=450_000, northing=300_000, ward=ward, authority_code="E06000001"
    )
    trust = Organisation.objects.create(name="The Mill Trust")
    Provider.objects.create(organisation=trust, description="Keeps the mill.", website="https://mill.example.org/")
    OrganisationIdentifier.objects.create(organisation=trust, scheme="GB-CHC", identifier="1234567")
    elsewhere = Service.objects.create(organisation=trust, name="The other choir", summary="Singing elsewhere.")
    choir = Service.objects.create(
        organisation=trust, name="Mill Choir", summary="Singing for anybody.", description="We sing.\n\nThen tea.",
        kind="activity", function="structural", wellbeing=["connect", "keep_learning"],
        status="temporarily closed", shut_from=date(2040, 1, 2), reopens_on=date(2040, 2, 3), shut_because="The roof",
        instead=elsewhere, attending="home", reach_metres=5000, fees="£2 a week", minimum_age=18, maximum_age=99,
        gender="women", who_comes="People who like a tune.", not_for="It is no concert choir.",
        first_time="Come at ten. Ask for the tea.", good_to_know="There is a cat.", joining="drop_in",
        how_to_join="Just come.", met_at_door=True, languages=["English", "Polish"], transport="Bus 4",
        personal_budget=True, contact_name="Olive Byrne", contact_phone="01632 960 042",
        contact_email="choir@mill.example.org", contact_public=True, url="https://mill.example.org/choir?a=1",
        verified_at=timezone.now(), verified_by_body="Kelderby Council", verified_by_name="Dev Rao",
    )  # fmt: skip
    choir.needs.set(["company", "something_to_do"])
    choir.audiences.set(["older"])
    mill = Location.objects.create(
        name="The mill", address_1="1 Mill Lane", address_2="Top floor", city="Kelderby", postcode="KX2 4HD",
        easting=450_010, northing=300_020, step_free=True, step_free_note="By the side door", hearing_loop=False,
        accessible_toilet=True, quiet_space=True, access_note="The door is heavy", directions="Second door",
        transport="Bus stop outside", uprn="100012345678",
    )  # fmt: skip
    ServiceAtLocation.objects.create(service=choir, location=mill)
    weekly = Schedule.objects.create(
        service=choir, location=mill, freq="WEEKLY", interval=2, byday="TU", dtstart=date(2026, 1, 6),
        valid_to=date(2040, 1, 1), opens_at=time(10, 30), closes_at=time(12), description="With tea",
        except_on=[date(2026, 12, 22)], also_on=[date(2026, 12, 23)], term_time=True, not_on_bank_holidays=True,
    )  # fmt: skip
    Schedule.objects.create(service=choir, freq="ONCE", dtstart=date(2039, 5, 1), opens_at=time(19))
    Schedule.objects.create(service=choir, freq="MONTHLY", byday="1FR,-1MO")
    CostOption.objects.create(
        service=choir, option="A week", amount=Decimal("2.00"), amount_description="cash", position=0
    )
    CostOption.objects.create(service=choir, option="First time", amount=0, position=1)
    Capacity.objects.create(service=choir, schedule=weekly, available=3, maximum=20, said_by_name="Olive Byrne")
    Capacity.objects.create(service=choir, waiting_days=21, said_by_name="Olive Byrne")
    OnlineCommunity.objects.create(
        service=choir, platform="facebook_group", address="https://www.facebook.com/groups/millchoir", members=120,
        members_counted_on=date(2026, 11, 1), is_open=False, not_for="Selling", posts="A few a week",
        answers="Within a day", last_active_on=date(2026, 11, 10), joining_steps="Ask to join", safe_to_join="Yes",
        without_it="Ring us",
    )  # fmt: skip
    return choir


@pytest.fixture
def take(db):
    """take(*records) -> what became of each; the run is `feed.runs.first()`."""

    def taken(*records, name="feed", licence="Open"):
        return [(each.source_id, each.what, list(each.notes)) for each in actions.take(name, records, licence=licence)]

    return taken


@pytest.fixture
def edited(db):
    """edited(service, part): an editor here changes it."""

    def change(service, **part):
        with acting_as("seed"):
            return keeping.change(Service.objects.get(pk=service.pk), part, via=Via.EDITOR, by_name="Dev")

    return change


def record(ident="1", name="Choir", **more):
    return {"id": ident, "name": name, "status": "active", "description": "We sing.", **more}
