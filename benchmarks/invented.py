"""A country that never was: its towns, its words, and its listings; the same every time."""

import hashlib
import random
import string
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from uuid import UUID

SEED = 20
TOWNS, STRANGE_WORDS = 2000, 20000
ORGANISATIONS = 50_000
EDGE = 1000  # metres from the sea
NINE = "123456789"

MADE_OF = tomllib.loads(Path(__file__).with_name("invented.toml").read_text())
CITIES = [tuple(city) for city in MADE_OF["cities"]]
SMALL, COMMON, TOPICS = MADE_OF["small"].split(), MADE_OF["common"].split(), MADE_OF["topics"]
ENDINGS = ("Group", "Club", "Project", "Café", "Hub", "Drop-in", "Network", "Class", "Centre", "Circle")
BEGINNINGS = ("Friends of", "Active", "Open", "Better", "Bright", "Together", "Hope", "Neighbours of")
NEEDS = ("company", "something_to_do", "getting_out", "people_like_me", "practical_help", "phone_chat")
KINDS = ("group", "activity", "befriending", "advice", "volunteering", "transport", "community", "venue")
KIND_WEIGHTS = (40, 25, 6, 10, 6, 4, 4, 5)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ATTENDING, ATTENDING_WEIGHTS = ("in_person", "online", "phone", "home"), (93, 3, 2, 2)
REACH, REACH_WEIGHTS = (8_000, 30_000, None), (60, 35, 5)  # metres; few are for the whole country
PLACES, PLACES_WEIGHTS = (1, 2, 3), (88, 9, 3)


@dataclass(frozen=True)
class Town:
    name: str
    easting: int
    northing: int
    spread: int

    def spot(self, dice: random.Random) -> tuple[int, int]:
        """Somewhere in it, thickest in the middle."""
        east, north = (dice.gauss(middle, self.spread) for middle in (self.easting, self.northing))
        return min(max(round(east), EDGE), 660_000), min(max(round(north), EDGE), 1_219_000)


@dataclass(frozen=True)
class Place:
    key: UUID
    town: str
    easting: int
    northing: int
    step_free: bool


@dataclass(frozen=True)
class Listing:
    key: UUID
    organisation: int
    name: str
    summary: str
    description: str
    kind: str
    attending: str
    reach: int | None
    free: bool
    needs: tuple[str, ...]
    days: tuple[str, ...]
    opens: int  # the hour
    places: tuple[Place, ...]


@dataclass(frozen=True)
class World:
    """What all listings are made of: towns by how many live there, and words by how often they are said."""

    towns: list[Town] = field(default_factory=list)
    town_weights: list[float] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


@cache
def world() -> World:
    dice = random.Random(SEED)
    cities = [Town(_named(dice), e * 1000, n * 1000, spread * 1000) for e, n, _people, spread in CITIES]
    people = [float(thousands) for _e, _n, thousands, _spread in CITIES]
    smaller = [_smaller(dice, cities, people) for _ in range(TOWNS - len(cities))]
    weights = people + [4000 / rank**0.8 for rank in range(1, len(smaller) + 1)]
    strange = list(dict.fromkeys(_word(dice) for _ in range(2 * STRANGE_WORDS)))[:STRANGE_WORDS]
    return World(cities + smaller, list(accumulate(weights)), strange)


def _smaller(dice: random.Random, cities: list[Town], people: list[float]) -> Town:
    """A town around a city, or anywhere."""
    if dice.random() < 0.55:
        city = dice.choices(cities, people)[0]
        return Town(_named(dice), *Town("", city.easting, city.northing, 28_000).spot(dice), 700)
    return Town(_named(dice), dice.randint(180_000, 620_000), round(dice.triangular(40_000, 900_000, 230_000)), 700)


def _named(dice: random.Random) -> str:
    return (_word(dice) + dice.choice(("ton", "ham", "ley", "wick", "ford", "by"))).capitalize()


def _word(dice: random.Random) -> str:
    syllables = (dice.choice("bdfgklmnprstvw") + dice.choice(("a", "e", "i", "o", "u", "ou")) for _ in range(3))
    return "".join(syllables) + dice.choice(("l", "m", "n", "nd", "p", "rk", "st", "t", "x"))


@cache
def _weights(count: int, steep: float) -> list[float]:
    """How often each is said, when the first is said most."""
    return list(accumulate(rank**-steep for rank in range(1, count + 1)))


def some(dice: random.Random, words: list[str], steep: float, count: int) -> list[str]:
    return dice.choices(words, cum_weights=_weights(len(words), steep), k=count)


def listings(count: int, first: int = 0) -> Iterator[Listing]:
    """The first thousand of many are the same as a thousand alone."""
    return (listing(number) for number in range(first, count))


def listing(number: int) -> Listing:
    dice = random.Random(SEED * 10_000_000 + number)
    places = tuple(_places(dice))
    topics = [topic.split() for topic in some(dice, TOPICS, 0.7, dice.choice((1, 2, 2, 3)))]
    attending = dice.choices(ATTENDING, ATTENDING_WEIGHTS)[0]
    return Listing(
        key=UUID(int=dice.getrandbits(128), version=4),
        organisation=int(ORGANISATIONS * dice.random() ** 2),
        name=_name(dice, places[0].town, topics[0]),
        summary=" ".join(_text(dice, topics, 12)).capitalize(),
        description=_description(dice, topics, places[0].town),
        kind=dice.choices(KINDS, KIND_WEIGHTS)[0],
        attending=attending,
        reach=dice.choices(REACH, REACH_WEIGHTS)[0] if attending != "in_person" else None,
        free=dice.random() < 0.7,
        needs=tuple(dict.fromkeys(some(dice, list(NEEDS), 0.5, dice.choice((1, 1, 2, 3))))),
        days=tuple(dict.fromkeys(dice.choices(DAYS, (5, 6, 6, 6, 5, 2, 1), k=dice.choice((1, 1, 1, 2, 5))))),
        opens=dice.randint(9, 19),
        places=places,
    )


def _places(dice: random.Random) -> Iterator[Place]:
    town = _town(dice)
    for _ in range(dice.choices(PLACES, PLACES_WEIGHTS)[0]):
        yield Place(UUID(int=dice.getrandbits(128), version=4), town.name, *town.spot(dice), dice.random() < 0.6)


def _town(dice: random.Random) -> Town:
    return dice.choices(world().towns, cum_weights=world().town_weights)[0]


def _name(dice: random.Random, town: str, topic: list[str]) -> str:
    what = f"{dice.choice(topic).capitalize()} {dice.choice(ENDINGS)}"
    return dice.choice((f"{town} {what}", f"{town} {what}", f"{dice.choice(BEGINNINGS)} {town} {what}", what))


def _description(dice: random.Random, topics: list[list[str]], town: str) -> str:
    length = min(max(int(dice.lognormvariate(4.35, 0.5)), 20), 320)
    words = _text(dice, topics, length)
    lines = (" ".join(words[at : at + 11]).capitalize() for at in range(0, length, 11))
    return ". ".join(lines) + f". In {town}."


def _text(dice: random.Random, topics: list[list[str]], length: int) -> list[str]:
    """Small words, common words, words of its topics, and strange ones, as a description mixes them."""
    share = [round(length * part) for part in (0.36, 0.30, 0.24)]
    words = some(dice, SMALL, 0.7, share[0]) + some(dice, COMMON, 0.85, share[1])
    words += dice.choices([word for topic in topics for word in topic], k=share[2])
    words += some(dice, world().strange, 0.9, max(length - sum(share), 0))
    dice.shuffle(words)
    return words


def checksum(made: Iterable[Listing]) -> str:
    """Whoever measures the same numbers has measured the same listings."""
    said = hashlib.sha256()
    for listing in made:
        said.update(repr(listing).encode())
    return said.hexdigest()[:16]


@cache
def postcodes() -> tuple[tuple[str, int, int], ...]:
    """Where people look from: more of them where more people live."""
    dice = random.Random(SEED + 1)
    made = (f"Z{area}{district} {sector}AA" for area in string.ascii_uppercase for district in NINE for sector in NINE)
    return tuple((postcode, *_town(dice).spot(dice)) for postcode in made)
