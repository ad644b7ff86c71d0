"""The cast, with one-line biographies. Every page test has Nia in it, who must see nothing."""

import uuid
from datetime import time
from types import SimpleNamespace

from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import Membership, Organisation, Scheme, Team, Tenant, User
from connect.people.roles import Role
from connect.places.models import Area, Postcode
from directory.models import Location, Schedule, Service, ServiceAtLocation

PASSWORD = "a lamp in the window"


def gather() -> SimpleNamespace:
    """Two boroughs' worth of people: Kelderby, and Farside where Nia works."""
    Tenant.objects.create(place="Kelderby", phone="01632 960 011", help_phone="01632 960 019")
    homes, action, council, elsewhere, trust = [
        Organisation.objects.create(name=name)
        for name in ("Kelderby Homes", "Kelderby Action", "Kelderby Council", "Farside Council", "St Mark's")
    ]
    borough = Area.objects.create(code="K01", name="Kelderby", kind=Area.Kind.AUTHORITY)
    wards = [
        Area.objects.create(code=f"K01-{n}", name=name, kind=Area.Kind.WARD, parent=borough)
        for n, name in enumerate(("Millrace", "Northgate"), 1)
    ]
    farside = Area.objects.create(code="F01-1", name="Farside Green", kind=Area.Kind.WARD)
    Postcode.objects.create(postcode="KX2 4HD", easting=412000, northing=402000, ward=wards[0])
    Postcode.objects.create(postcode="KX1 1AA", easting=411000, northing=404000, ward=wards[1])
    Postcode.objects.create(postcode="KX9 9ZZ", easting=470000, northing=402000, ward=farside)
    schemes = [Scheme.objects.create(organisation=body, name=f"{body} scheme") for body in (action, elsewhere)]
    north = Team.objects.create(
        organisation=action, scheme=schemes[0], name="Kelderby connectors", phone="01632 960 014"
    )
    north.areas.set(wards)
    south = Team.objects.create(
        organisation=elsewhere, scheme=schemes[1], name="Farside connectors", phone="01632 960 015"
    )
    south.areas.set([farside])
    cast = SimpleNamespace(
        homes=homes,
        action=action,
        council=council,
        elsewhere=elsewhere,
        scheme=schemes[0],
        other_scheme=schemes[1],
        team=north,
        other_team=south,
        borough=borough,
        ward=wards[0],
        other_ward=wards[1],
        rosa=somebody("Rosa Marsh", Role.REF, homes),  # refers: a housing officer, trained to make every contact count
        ravi=somebody("Ravi Lunt", Role.REF, homes),  # refers too, at the next desk; must not see Rosa's people
        lena=somebody("Lena Abbot", Role.LEAD, homes),  # leads the housing officers
        carl=somebody("Carl Whitlock", Role.CON, action, north),  # connects people in Kelderby
        cora=somebody("Cora Bligh", Role.CON, action, north),  # connects beside Carl; must not see his caseload
        tess=somebody("Tess Orme", Role.TL, action, north),  # leads Carl's team
        nia=somebody("Nia Pryce", Role.CON, elsewhere, south),  # connects elsewhere and must see nothing
        colm=somebody("Colm Dace", Role.COM, council, area=borough),  # commissions; sees frozen figures, never a person
        dev=somebody("Dev Rao", Role.DIR, council),  # edits the directory
        dora=somebody("Dora Quill", Role.DPO, council),  # answers for what is kept about people
        adam=somebody("Adam Firth", Role.ADM, council),  # keeps the machine, not the people
        asha=somebody("Asha Bell", Role.ADM, council),  # the second administrator
        vera=somebody("Vera Moss", Role.BEF, action, north),  # befriends
    )
    come_in([one for one in vars(cast).values() if isinstance(one, User)])
    cast.lunch = lunch_club(trust)
    return cast


def person(
    name: str, role: str, organisation: Organisation, team: Team | None = None, area: Area | None = None
) -> User:
    """Somebody with an account and one role; the acting role is set as a request would set it."""
    user = somebody(name, role, organisation, team, area)
    come_in([user])
    return user


def somebody(
    name: str, role: str, organisation: Organisation, team: Team | None = None, area: Area | None = None
) -> User:
    user = User(email=f"{name.split()[0].lower()}@example.org", name=name)
    user.set_password(PASSWORD)
    user.acting = Membership(user=user, organisation=organisation, team=team, role=role, area=area)
    return user


def come_in(users: list[User]) -> None:
    """All in two statements: the cast is gathered for thousands of tests."""
    User.objects.bulk_create(users)
    Membership.objects.bulk_create([user.acting for user in users])


def lunch_club(organisation: Organisation) -> Service:
    """Olive's: a lunch on Tuesdays at noon, met at the door."""
    club = Service.objects.create(
        organisation=organisation,
        name="St Mark's lunch club",
        summary="A hot lunch at shared tables.",
        kind="group",
        met_at_door=True,
        met_by="Olive",
        fees="£4.50",
        contact_name="Olive Byrne",
        contact_email="olive@example.org",
        contact_phone="01632 960 042",
        contact_public=True,
        verified_at=timezone.now(),
        verified_by_name="Dev",
    )
    hall = Location.objects.create(name="St Mark's hall", easting=412300, northing=402100, postcode="KX2 4TQ")
    ServiceAtLocation.objects.create(service=club, location=hall)
    Schedule.objects.create(
        service=club,
        location=hall,
        freq="WEEKLY",
        byday="TU",
        opens_at=time(12),
        closes_at=time(14),
        dtstart="2026-01-06",
    )
    club.needs.set(["company", "something_to_do"])
    return club


def mr_ames(cast: SimpleNamespace, by: User | None = None, **changes: object):
    """Mr Ames is the person: a referral of Rosa's, as the form would make it."""
    from referrals import actions

    with acting_as("seed"):
        return actions.submit(
            person={
                "given_name": "Stanley",
                "family_name": "Ames",
                "phone": "07700 900 126",
                "email": "ames@example.org",
                "postcode": "KX2 4HD",
                "safe_to_message": "yes",
            },
            wants=["company"],
            words="Somewhere to be on a Tuesday.",
            yeses=["contact", "tell_referrer"],
            by=by or cast.rosa,
            made={"key": uuid.uuid4(), "content_hash": "", "made_in": ""},
            **changes,
        )
