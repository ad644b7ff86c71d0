"""The cast of the demo: people who can sign in, and whose house it is. All of them are invented."""

from collections.abc import Iterator
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils import timezone

from connect.people.models import Membership, Organisation, Scheme, Team, Tenant, User
from connect.people.roles import Job, Role
from connect.people.training import demo as training
from connect.places.models import Area

PASSWORD = "a lamp in the window"  # printed at every start of the demo; there is nothing behind it to protect
KELDERBY, FARSIDE = "KELD", "FARS"
HOMES, ACTION, COUNCIL, ELSEWHERE = "Kelderby Homes", "Kelderby Action", "Kelderby Council", "Farside Neighbours"
# name, role, organisation, team, what they are here to show
CAST = [
    ("Rosa Marsh", Role.REF, HOMES, "", "housing officer: refers people, and hears whether they went"),
    ("Ravi Lunt", Role.REF, HOMES, "", "works at the next desk, and sees none of Rosa's people"),
    ("Carl Whitlock", Role.CON, ACTION, "Kelderby connectors", "community connector: his caseload"),
    ("Tess Orme", Role.TL, ACTION, "Kelderby connectors", "leads Carl's team"),
    ("Cleo Hart", Role.COO, ACTION, "Kelderby connectors", "coordinates volunteers: who suits whom, and how it goes"),
    ("Hana Brook", Role.HLP, ACTION, "Kelderby connectors", "helps with small things, asked without a name"),
    ("Vera Moss", Role.BEF, ACTION, "Kelderby connectors", "befriends: whom she visits, and how it was"),
    ("Nia Pryce", Role.CON, ELSEWHERE, "Farside connectors", "connects elsewhere, and must see nothing"),
    ("Colm Dace", Role.COM, COUNCIL, "", "commissioner: frozen figures, never a person"),
    ("Dev Rao", Role.DIR, COUNCIL, "", "edits the directory: the desk, and every listing"),
    ("Lena Abbot", Role.LEAD, HOMES, "", "leads the housing officers: invites them, and knows who was trained"),
    ("Dora Quill", Role.DPO, COUNCIL, "", "data protection: approves wording, opens a record, asks to erase"),
    ("Dilys Vaughan", Role.DPO, COUNCIL, "", "data protection too: without her nothing is erased"),
    ("Adam Firth", Role.ADM, COUNCIL, "", "keeps the machine, not the people: organisations, schemes, accounts"),
    ("Asha Bell", Role.ADM, COUNCIL, "", "the second administrator, without whom no role is given"),
    ("Priya Nair", Role.DIR, COUNCIL, "", "edits it too: the second pair of eyes"),
]
PHONES = {"Kelderby connectors": "01632 960 014", "Farside connectors": "01632 960 015"}


def load() -> None:
    """Tenant, teams and accounts; loading again changes nothing."""
    if not Tenant.objects.exists():
        Tenant.objects.create(place="Kelderby", phone="01632 960 011", help_phone="01632 960 019")
    kelderby = Area.objects.get(code=KELDERBY)
    farside, _new = Area.objects.get_or_create(code=FARSIDE, defaults={"name": "Farside", "kind": Area.Kind.AUTHORITY})
    ward, _new = Area.objects.get_or_create(
        code="FARS-W01", defaults={"name": "Farside Green", "kind": Area.Kind.WARD, "parent": farside}
    )
    _team(ACTION, "Kelderby connectors", kelderby.parts.filter(kind=Area.Kind.WARD))
    _team(ELSEWHERE, "Farside connectors", [ward])
    for name, role, organisation, team, _what in CAST:
        _person(name, role, organisation, team, kelderby if role == Role.COM else None)
    training.load()


def _team(organisation: str, name: str, wards: object) -> None:
    body, _new = Organisation.objects.get_or_create(name=organisation)
    scheme, _new = Scheme.objects.get_or_create(name=organisation, defaults={"organisation": body})
    numbered = {"phone": PHONES[name], "scheme": scheme}
    team, _new = Team.objects.get_or_create(organisation=body, name=name, defaults=numbered)
    team.areas.set(wards)


def _person(name: str, role: str, organisation: str, team: str, area: Area | None) -> None:
    body, _new = Organisation.objects.get_or_create(name=organisation)
    email = address(name)
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, PASSWORD, name=name)
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    job = Job.HOUSING if role == Role.REF else ""
    since = timezone.now() - timedelta(days=400)  # before anything that the demo's history tells of
    where = {"team": Team.objects.filter(name=team).first(), "area": area, "job": job, "starts_at": since}
    Membership.objects.get_or_create(user=user, organisation=body, role=role, defaults=where)


def address(name: str) -> str:
    return f"{name.split()[0].lower()}@example.org"


def sign_ins() -> Iterator[str]:
    """The lines the demo prints: who can sign in, and why one would."""
    yield f"Sign in at {settings.SITE_URL}/accounts/login/ with the password: {PASSWORD}"
    for name, _role, _organisation, _team_name, what in CAST:
        yield f"  {address(name):<20} {name.split()[0]}, {what}"
