"""Who is there: workers who ask, connectors, a lead, groups, and people who are plainly invented."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from django.db.models import Count, QuerySet

from connect.identity import acting_as
from connect.people.models import Kind, Membership, Organisation, Team, User
from connect.people.roles import Job, Role
from connect.people.training import actions as training
from connect.people.training.pasting import Row
from connect.places.models import Postcode
from directory.models import Service
from directory.states import Kind as Listing
from outcomes.simulation import rates
from outcomes.simulation.chance import Dice
from referrals import actions
from referrals.belonging import Connection, Occasion

FIRST = (
    "Abigail Agnes Alun Amrit Arthur Bashir Beryl Bronwen Cedric Chidi Clara Clement Daphne Dilys Dorcas Edmund Elsie "
    "Emrys Esther Fatima Florence Gareth Gilbert Gladys Grigor Hamid Hester Horace Imelda Iolo Ivy Jasmin Josef Keziah "
    "Lakshmi Leopold Lilian Magnus Marigold Meena Nesta Nigel Olwen Oscar Percival Phyllis Quentin Rahima Rhiannon "
    "Rupert Sabina Selwyn Tamsin Theodora Ursula Vaughan Viola Wilfred Winifred Xanthe Yusuf Zelda"
)
LAST = (
    "Appleyard-Finch Bellwether Birdsall-Moon Buttermere Candlewick Cobblethwaite Copperthorn Dovecote Driftwood "
    "Eiderdown Fernihough Foxglove Gingerbread Goosander Hazelmere Honeychurch Inglenook Jessamine Kettlewell "
    "Lanternfield Lavenderry Merrydew Mossbank Nettleship Nightjar Orchardine Pebblecombe Puddifoot Quickthorn "
    "Ravensdown Rushbeck Saltmarsh Sparrowhawk Teasel Thimblewood Underbough Violetta Wagtail Willowherb Yarrowby"
)
GIVEN, FAMILY = FIRST.split(), LAST.split()
WORDS = [
    "Somewhere to be in the week.", "I would come if somebody met me at the door.", "It is the evenings that are long.",
    "I used to sing in a choir.", "Something with my hands.", "Anywhere with a garden.", "A game of cards.", "",
    "People of my own age to laugh with.", "I do not drive any more.", "A walk, not too far.", "",
]  # fmt: skip
AT = "@simulated.example.org"
BODIES = {
    Job.GP: "Cornet Street Surgery (simulated)", Job.NURSE: "District nurses (simulated)",
    Job.HOUSING: "Tanners Homes (simulated)", Job.SOCIAL_CARE: "Adult social care (simulated)",
    Job.FIRE: "Fire and rescue (simulated)", Job.LIBRARY: "Borough libraries (simulated)",
    Job.VOLUNTARY: "The Friday Fund (simulated)",
}  # fmt: skip


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist, as a form would take them: numbers and addresses are those reserved for stories."""

    given: str
    family: str
    phone: str
    email: str
    postcode: str
    born: date
    age_known: bool
    wants: tuple[str, ...]
    words: str
    safe: str
    language: str

    def fields(self) -> dict[str, object]:
        return {
            "given_name": self.given, "family_name": self.family, "phone": self.phone, "email": self.email,
            "postcode": self.postcode, "safe_to_message": self.safe, "language": self.language,
            "date_of_birth": self.born if self.age_known else None,
        }  # fmt: skip


@dataclass
class Cast:
    team: Team
    beside: Team | None  # of another scheme, to which somebody may be passed on
    lead: User
    connectors: list[User]
    neighbours: list[User]  # who connect in the team beside
    workers: list[User]
    outsiders: list[Organisation]
    postcodes: list[str]
    services: list[Service]
    mute: set[object] = field(default_factory=set)  # groups whose organiser answers nothing, ever
    going: dict[object, object] = field(default_factory=dict)  # the group of whoever goes somewhere before it begins

    def part(self, number: int, parts: int) -> "Cast":
        """Connectors and groups of one part of the world: what happens in it moves nothing in another."""
        whose = self.whose(parts)
        groups = [one for one in self.services if whose[one.pk] == number]
        return replace(self, connectors=self.connectors[number::parts], services=groups)

    def whose(self, parts: int) -> dict[object, int]:
        """Which part sends to which group; befriending is the last one's, which plays it."""
        of_turn = enumerate(self.services)
        return {one.pk: parts - 1 if one.kind == Listing.BEFRIENDING else number % parts for number, one in of_turn}

    def connector(self, pk: object) -> User | None:
        return next((one for one in [*self.connectors, *self.neighbours] if one.pk == pk), None)


def gather(dice: Dice, *, people_a_year: float, begins: datetime) -> Cast:
    """Those who are there already play too; as many more are invented as so many people need."""
    with acting_as("seed"):
        team = Team.objects.annotate(wards=Count("areas")).order_by("-wards", "name").first()
        beside = Team.objects.exclude(scheme=team.scheme_id).order_by("name").first()
        long_ago = begins - timedelta(days=60)
        connectors = staff(team, Role.CON, math.ceil(people_a_year / rates.PEOPLE_A_CONNECTOR) + 1, long_ago)
        cast = Cast(
            team=team,
            beside=beside,
            lead=staff(team, Role.TL, 1, long_ago)[0],
            connectors=connectors,
            neighbours=staff(beside, Role.CON, 1, long_ago) if beside else [],
            workers=list(_workers(dice, people_a_year, long_ago)),
            outsiders=[_body("Corner pharmacy (simulated)", ["pharmacy.example.org"])],
            postcodes=_postcodes(team),
            services=_services(),
            going=dict(row for one in (Connection, Occasion) for row in one.objects.values_list("pk", "service")),
        )
        _train(dice, cast, begins)
    cast.mute = {one.pk for one in cast.services if dice.happens(rates.LEAVES_NO_MESSAGE)}
    return cast


def invent(dice: Dice, cast: Cast, number: int, today: date) -> Invented:
    given, family = dice.choice(GIVEN), dice.choice(FAMILY)
    first, last = dice.one_of(rates.AGES)
    mobile = dice.happens(rates.HAS_MOBILE)
    wants = [dice.one_of(rates.WANTS)]
    if dice.happens(rates.TWO_WISHES):
        wants.append(dice.one_of(rates.WANTS))
    return Invented(
        given=given,
        family=family,
        phone=_phone(dice, mobile, number),
        email=f"{given}.{family}.{number}@example.org".lower() if dice.happens(rates.HAS_EMAIL) else "",
        postcode=dice.choice(cast.postcodes),
        born=today - timedelta(days=365 * dice.randint(first, last) + dice.randint(1, 364)),
        age_known=dice.happens(rates.AGE_IS_KNOWN),
        wants=tuple(dict.fromkeys(wants)),
        words=dice.choice(WORDS),
        safe=dice.one_of(rates.SAFE_TO_MESSAGE),
        language="cy" if dice.happens(rates.SPEAKS_WELSH) else "en",
    )


def _phone(dice: Dice, mobile: bool, number: int) -> str:
    """Of those kept for stories; nobody has the number of somebody in the other part of the world."""
    last = dice.randrange(500) * 2 + number % 2
    return f"07700 900 {last:03d}" if mobile else f"01632 960 {last:03d}"


def staff(team: Team, role: str, wanted: int, since: datetime) -> list[User]:
    """Those of this team who have the role, and as many more as are wanted."""
    users = [_acting(one, since) for one in _there(team=team, role=role)]
    for number in range(len(users), wanted):
        name = f"{GIVEN[(7 * number + len(role)) % len(GIVEN)]} {FAMILY[(5 * number + 11) % len(FAMILY)]}"
        users.append(_user(f"{role}{number}.{team.pk}", name, team.organisation, role, since, team=team))
    return users


def _workers(dice: Dice, people_a_year: float, since: datetime) -> Iterator[User]:
    for one in _there(role=Role.REF):
        yield _acting(one, since)
    for number in range(max(rates.FEWEST_WORKERS, math.ceil(people_a_year / rates.PEOPLE_A_WORKER))):
        job = dice.one_of(rates.JOBS)
        name = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
        if not User.objects.filter(email=f"worker{number}{AT}").exists():  # played before, and so among those above
            yield _user(f"worker{number}", name, _body(BODIES[job]), Role.REF, since, job=job)


def _user(key: str, name: str, body: Organisation, role: str, since: datetime, **more: object) -> User:
    """Without a password: nobody signs in as somebody who was invented for the simulation."""
    user = User.objects.create_user(f"{key}{AT}", name=name, date_joined=since)
    return _acting(Membership.objects.create(user=user, organisation=body, role=role, starts_at=since, **more), since)


def _there(**which: object) -> QuerySet[Membership]:
    """Who has it today: they had it at the beginning too, whenever they were invented."""
    today = Membership.objects.filter(ends_at=None, suspended_at=None, user__is_active=True, **which)
    return today.select_related("user", "organisation", "team").order_by("user__email")


def _acting(membership: Membership, since: datetime) -> User:
    """Who plays has worked here since before it begins."""
    if membership.starts_at > since:
        Membership.objects.filter(pk=membership.pk).update(starts_at=since)
    user = membership.user
    user.acting = membership
    return user


def _body(name: str, domains: list[str] | None = None) -> Organisation:
    fields = {"kinds": [Kind.REFERS], "email_domains": domains or []}
    return Organisation.objects.get_or_create(name=name, defaults=fields)[0]


def _postcodes(team: Team) -> list[str]:
    return list(Postcode.objects.filter(ward__in=team.areas.all()).order_by("pk").values_list("pk", flat=True))


def _services() -> list[Service]:
    """What meets on some day and can be written to."""
    rows = Service.objects.searchable().exclude(schedules=None).exclude(contact_email="").distinct()
    return list(rows.prefetch_related("needs", "schedules").order_by("pk"))


def _train(dice: Dice, cast: Cast, begins: datetime) -> None:
    """Some of each invented body's workers have been to a session before it all begins."""
    there: dict[Organisation, list[User]] = {}
    for worker in (one for one in cast.workers if one.email.endswith(AT)):
        there.setdefault(worker.acting.organisation, []).append(worker)
    held_on = (begins - timedelta(days=30)).date()
    for body, workers in there.items():
        rows = [Row(n, one.name, one.email, attended=dice.happens(rates.TRAINED)) for n, one in enumerate(workers, 1)]
        said = {"people": rows, "body": body, "refresher_on": None, "by": workers[0], "made": actions.new_key()}
        training.record(**said, held_on=held_on)
