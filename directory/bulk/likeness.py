"""How much two listings are alike, from nought to one, and why: names first, then what else they share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import hypot

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from directory.words import fold

SHOWN, SURE = 0.6, 0.9
NEAR, FAR = 200, 2000  # metres
# Words that every other group has in its name, and that so tell nothing apart.
COMMON = frozenset({
    "group", "groups", "club", "clubs", "the", "of", "and", "for", "a", "at", "in", "on", "with", "society", "y", "yr",
    "association", "project", "service", "services", "centre", "community", "cic", "charity", "ltd", "trust", "local",
    "official", "uk", "new", "weekly", "session", "sessions", "meeting", "meetings", "page", "facebook", "support",
    "drop", "dropin",
})  # fmt: skip
# Words that tell two things of one body apart: of each set, two listings with different words are two listings.
APART = (
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri"},
    {"men", "mens", "man", "women", "womens", "ladies", "gents", "lads", "dads", "mums", "girls", "boys"},
    {"beginners", "beginner", "improvers", "intermediate", "advanced", "starter"},
    {"junior", "juniors", "senior", "seniors", "youth", "toddler", "toddlers", "baby", "babies", "adult", "adults"},
    {"morning", "afternoon", "evening", "lunch", "breakfast", "supper", "tea", "coffee"},
    {"north", "south", "east", "west", "upper", "lower"},
    {"walking", "swimming", "yoga", "pilates", "choir", "knitting", "football", "bingo", "art", "dance", "chess"},
    {"carers", "bereavement", "dementia", "stroke", "parkinsons", "cancer", "autism", "diabetes", "adhd"},
)  # fmt: skip
WHY = {
    "name": _("the name"),
    "place": _("the postcode"),
    "near": _("a few steps away"),
    "link": _("the link"),
    "site": _("the website"),
    "email": _("the e-mail address"),
    "phone": _("the phone number"),
    "body": _("who runs it"),
}
IN_FRONT = re.compile(r"^[a-z]+://")
HOST_IN_FRONT = re.compile(r"^(?:(?:www|m|mobile|web|mbasic|touch)\.)+")
TRACKING = re.compile(r"[?&](?:utm_[a-z]+|fbclid|ref|igshid|mibextid|locale)=[^&]*")
GROUP = re.compile(r"^(facebook\.com/groups/[^/?]+).*$")


@dataclass(frozen=True)
class Subject:
    """What is compared of a listing, however it came."""

    name: str
    body: str = ""
    postcodes: frozenset[str] = frozenset()
    spots: tuple[tuple[int, int], ...] = ()
    links: frozenset[str] = frozenset()
    email: str = ""
    phone: str = ""
    areas: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def words(self) -> list[str]:
        return tokens(self.name)

    @property
    def telling(self) -> list[str]:
        """The words of its name that tell it from others; all of them where none does."""
        kept = [word for word in self.words if word not in COMMON | self.areas]
        return kept or self.words


def tokens(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name).replace("'", ""))


def link_of(address: str) -> str:
    """Host and path, without what stands in front or follows for counting; `directory_link` says the same in SQL."""
    said = IN_FRONT.sub("", address.strip().lower().partition("#")[0])
    said = TRACKING.sub("", HOST_IN_FRONT.sub("", said)).rstrip("/?&")
    return GROUP.sub(r"\1", said)


def digits_of(phone: str) -> str:
    """The last ten: +44 (0)1632 960042 and 01632 960042 are one number."""
    kept = re.sub(r"\D", "", phone)
    return kept[-10:] if len(kept) >= 9 else ""


def compare(one: Subject, other: Subject) -> tuple[float, tuple[str, ...]]:
    named = names_alike(one, other)
    fits = max(0.0, (named - 0.4) / 0.6)
    place, where = _places(one, other, named)
    contacts, how = _contacts(one, other)
    link = 0.4 if _deep(one.links & other.links) else 0.0
    score = 0.55 * fits + place + link + contacts * (0.4 + 0.6 * fits)
    score *= _apart(one, other)
    why = ["name"] * (named >= 0.75) + where + ["link"] * bool(link) + how
    return round(min(max(score, 0.0), 1.0), 3), tuple(why)


def names_alike(one: Subject, other: Subject) -> float:
    first, second = " ".join(one.telling), " ".join(other.telling)
    if not first or not second:
        return 0.0
    sort, part = fuzz.token_sort_ratio(first, second), fuzz.token_set_ratio(first, second)
    squeezed = fuzz.ratio(first.replace(" ", ""), second.replace(" ", ""))  # "knit wits", "knitwits"
    return max(0.5 * sort + 0.5 * part, squeezed) / 100


def _places(one: Subject, other: Subject, named: float) -> tuple[float, list[str]]:
    if one.postcodes & other.postcodes:
        return 0.25, ["place"]
    if one.spots and other.spots:
        metres = min(hypot(a[0] - b[0], a[1] - b[1]) for a in one.spots for b in other.spots)
        if metres <= NEAR:
            return 0.2, ["near"]
        return (-0.25 if metres > FAR else -0.1), []
    nowhere = not (one.spots or other.spots or one.postcodes or other.postcodes)
    return (0.1 if nowhere and named >= 0.95 else 0.0), []


def _contacts(one: Subject, other: Subject) -> tuple[float, list[str]]:
    shared = {
        "phone": (0.2, bool(one.phone) and one.phone == other.phone),
        "email": (0.2, bool(one.email) and one.email == other.email),
        "site": (0.08, any("/" not in link for link in one.links & other.links)),
        "body": (0.1, bool(one.body) and tokens(one.body) == tokens(other.body)),
    }
    found = [(weight, name) for name, (weight, same) in shared.items() if same]
    return min(sum(weight for weight, _name in found), 0.35), [name for _weight, name in found]


def _deep(links: Iterable[str]) -> bool:
    """An address of its own, not the front page of a body that runs many things."""
    return any("/" in link for link in links)


def _apart(one: Subject, other: Subject) -> float:
    """Beginners and advanced, Tuesdays and Fridays, over 50 and over 70: like names, and two listings."""
    first, second = set(one.words), set(other.words)
    here, there = first & one.areas, second & other.areas
    factor = 0.5 if here - there and there - here else 1.0  # Northgate chat and Larkfield chat
    if _two_pages(one, other):
        factor *= 0.75
    first, second = _with_numbers(first), _with_numbers(second)
    for words in (*APART, {word for word in first | second if word.isdigit()}):
        mine, yours = first & words, second & words
        if mine and yours and mine != yours:
            factor *= 0.6
        elif mine != yours:
            factor *= 0.93
    return factor


def _two_pages(one: Subject, other: Subject) -> bool:
    """Each has a page of its own, and not the same."""
    mine, yours = ({link for link in each.links if "/" in link} for each in (one, other))
    return bool(mine and yours) and not mine & yours


def _with_numbers(words: set[str]) -> set[str]:
    """50s, 50+ and 50 are one number."""
    return {re.sub(r"\D", "", word) or word for word in words}
