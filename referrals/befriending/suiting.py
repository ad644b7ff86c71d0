"""How a volunteer and somebody who waits would suit each other: reasons in words, and what keeps them apart."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import hypot

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.templatetags import look
from referrals.befriending import readiness
from referrals.befriending.models import BefrienderWish, BefriendingRules, Volunteer
from referrals.befriending.states import (
    AT_HOME,
    BY_FOOT,
    DAYS,
    Cannot,
    Gender,
    Home,
    Interest,
    Kind,
    Matters,
    said_time,
)
from referrals.matching.wishes import stem, useful

ENOUGH = 3  # things in common, or hours: more do not make it better
DOUBLE = 2


@dataclass(frozen=True)
class Reason:
    """What speaks for it, under which heading, and how much of that heading it fills: 0 to 1."""

    matter: str
    words: str
    share: float


@dataclass(frozen=True)
class Fit:
    """One volunteer for one person. `score` only ranks, and stands on no page; the words are what is shown."""

    volunteer: Volunteer
    reasons: tuple[Reason, ...]
    apart: tuple[str, ...]  # what keeps them apart, unless somebody says why not
    not_ready: tuple[str, ...]  # what nobody may set aside
    ask: tuple[str, ...]  # what to ask first
    score: float

    @property
    def suits(self) -> bool:
        return not (self.apart or self.not_ready)


def fits(
    wish: BefrienderWish,
    volunteers: Iterable[Volunteer],
    rules: BefriendingRules,
    today: date,
    first: Sequence[str] = (),
) -> list[Fit]:
    """Best first. `first` are headings that count double just now, besides those that matter to the person."""
    weights = weigh(rules, [*wish.matters, *first])
    found = [fit(wish, one, rules, today, weights) for one in volunteers]
    return sorted(found, key=lambda one: (not one.suits, bool(one.not_ready), -one.score, one.volunteer.applied_at))


def weigh(rules: BefriendingRules, doubled: Sequence[str]) -> dict[str, int]:
    """Heading -> weight: the team's own, doubled for each time somebody says that it matters."""
    return {
        one.value: getattr(rules, f"weigh_{one.value}") * DOUBLE ** min(2, doubled.count(one.value)) for one in Matters
    }


def fit(
    wish: BefrienderWish, volunteer: Volunteer, rules: BefriendingRules, today: date, weights: Mapping[str, int]
) -> Fit:
    reasons = tuple(_reasons(wish, volunteer))
    score = sum(weights[one.matter] * one.share for one in reasons)
    apart = [*_home(wish, volunteer), *_too_far(wish, volunteer), *_no_time(wish, volunteer)]
    apart += [*_unspoken(wish, volunteer), *_other_gender(wish, volunteer), *_said_no(wish, volunteer)]
    not_ready = readiness.not_ready(volunteer, rules, today, wish.kind)
    return Fit(volunteer, reasons, tuple(apart), tuple(not_ready), tuple(_ask(wish, volunteer)), score)


# ---------- what speaks for it ----------


def _reasons(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[Reason]:
    yield from _in_common(wish, volunteer)
    yield from _near(wish, volunteer)
    yield from _times(wish, volunteer)
    yield from _language(wish, volunteer)
    if wish.gender and wish.gender == volunteer.gender:
        yield Reason(Matters.GENDER, _("%(who)s, as they wished") % {"who": Gender(wish.gender).label}, 1)


def _in_common(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[Reason]:
    codes = [one for one in Interest.values if one in wish.interests and one in volunteer.interests]
    words = sorted(_own_words(wish.more_interests) & _own_words(volunteer.more_interests))
    if shared := [str(Interest(one).label).lower() for one in codes] + words:
        said = _("Both like %(what)s") % {"what": listed(shared[:4])}
        yield Reason(Matters.INTERESTS, said, min(len(shared), ENOUGH) / ENOUGH)
    if wish.kind in AT_HOME and {Home.DOG, Home.CAT, Home.OTHER_PET} & set(wish.home) and _likes_animals(volunteer):
        yield Reason(Matters.INTERESTS, _("There is an animal, and %(name)s likes animals") % _named(volunteer), 0.3)


def _likes_animals(volunteer: Volunteer) -> bool:
    return Interest.ANIMALS in volunteer.interests and not {"dog", "cat", "pet"} & set(volunteer.cannot)


def _own_words(text: str) -> set[str]:
    """Their own words by the root, so that "dominoes" and "domino" meet."""
    return {stem(word) for word in re.findall(r"[^\W\d_]+", text) if useful(word)}


def _near(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[Reason]:
    away = metres(wish, volunteer)
    if wish.kind not in BY_FOOT or away is None or away > _reach(volunteer):
        return
    walk = look.walk(away)
    said = f"{look.distance(away)}, {walk}" if walk else look.distance(away)
    yield Reason(Matters.NEAR, _("Lives %(far)s away") % {"far": said} if away > 160 else _("Lives very near"),
                 1 - away / max(_reach(volunteer), 1) / 2)  # fmt: skip


def metres(wish: BefrienderWish, volunteer: Volunteer) -> float | None:
    if wish.easting is None or wish.northing is None:
        return None
    return hypot(wish.easting - volunteer.easting, wish.northing - volunteer.northing)


def _reach(volunteer: Volunteer) -> float:
    return volunteer.miles * look.METRES_IN_A_MILE


def common_times(wish: BefrienderWish, volunteer: Volunteer) -> list[str]:
    both = set(wish.times) & set(volunteer.times)
    return sorted(both, key=lambda code: (list(DAYS).index(code.partition("-")[0]), code))


def _times(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[Reason]:
    if both := common_times(wish, volunteer):
        said = _("Both have time on %(when)s") % {"when": listed([said_time(code) for code in both[:3]])}
        yield Reason(Matters.TIMES, said, min(len(both), ENOUGH) / ENOUGH)


def _language(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[Reason]:
    for language in wish.languages:
        if _speaks(volunteer, language):
            yield Reason(Matters.LANGUAGE, _("Speaks %(language)s, as they do") % {"language": language}, 1)
            return


def _speaks(volunteer: Volunteer, language: str) -> bool:
    return language.casefold() in [one.casefold() for one in volunteer.languages]


# ---------- what keeps them apart ----------


def _clash(code: str, name: str, *, theirs: bool) -> str:
    """`theirs`: it is in the person's home; otherwise it comes with the volunteer."""
    at_home = {
        "dog": _("There is a dog, and %(name)s cannot be with dogs"),
        "cat": _("There is a cat, and %(name)s cannot be with cats"),
        "pet": _("There is an animal, and %(name)s cannot be with it"),
        "smoke": _("Somebody smokes there, and %(name)s cannot be in smoke"),
        "stairs": _("There are stairs and no lift, and %(name)s cannot climb them"),
    }
    with_them = {
        "dog": _("%(name)s comes with a dog, and they cannot be with dogs"),
        "cat": _("%(name)s has a cat, and they cannot be with cats"),
        "pet": _("%(name)s has an animal, and they cannot be with it"),
        "smoke": _("%(name)s smokes, and they cannot be in smoke"),
    }
    return (at_home if theirs else with_them).get(code, "") % {"name": name}


def _home(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[str]:
    """What is in a home, or comes into it, and the other cannot be with."""
    if wish.kind not in AT_HOME:
        return
    for code in Cannot.values:
        if code in wish.home and code in volunteer.cannot:
            yield _clash(code, volunteer.first_name, theirs=True)
        if code in wish.cannot and code in volunteer.brings and code != "stairs":
            yield _clash(code, volunteer.first_name, theirs=False)


def _too_far(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[str]:
    away = metres(wish, volunteer)
    if wish.kind in BY_FOOT and away is not None and away > _reach(volunteer):
        goes = ngettext("goes up to %(n)s mile", "goes up to %(n)s miles", volunteer.miles) % {"n": volunteer.miles}
        yield _("%(far)s away, and %(name)s %(goes)s") % {"far": look.distance(away), "goes": goes, **_named(volunteer)}


def _no_time(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[str]:
    if wish.times and volunteer.times and not common_times(wish, volunteer):
        has = listed([said_time(code) for code in volunteer.times[:3]])
        yield _("No time in common: %(name)s has %(when)s") % {**_named(volunteer), "when": has}


def _unspoken(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[str]:
    if wish.needs_language and wish.languages and not any(_speaks(volunteer, one) for one in wish.languages):
        yield _("%(name)s does not speak %(what)s") % {**_named(volunteer), "what": listed(wish.languages, _("or"))}


def _other_gender(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[str]:
    if wish.needs_gender and wish.gender and volunteer.gender and volunteer.gender != wish.gender:
        yield _("They said: %(who)s, and nobody else") % {"who": str(Gender(wish.gender).label).lower()}


def _said_no(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[str]:
    if any(one.wish_id == wish.pk and one.state in ("declined", "ended") for one in volunteer.matches.all()):
        yield _("These two were proposed to each other before")


# ---------- what to ask first ----------


def _ask(wish: BefrienderWish, volunteer: Volunteer) -> Iterator[str]:
    if metres(wish, volunteer) == 0:
        yield _("They live in the same street: ask both whether they know each other")
    if not wish.times or not volunteer.times:
        yield _("Ask which days suit both")
    if wish.languages and not wish.needs_language and not any(_speaks(volunteer, one) for one in wish.languages):
        yield _("%(name)s does not speak %(what)s") % {**_named(volunteer), "what": listed(wish.languages, _("or"))}
    if wish.gender and volunteer.gender != wish.gender and not (wish.needs_gender and volunteer.gender):
        yield _("They would like %(who)s") % {"who": str(Gender(wish.gender).label).lower()}
    if wish.kind == Kind.VISIT and "stairs" in wish.home and "stairs" not in volunteer.cannot:
        yield _("There are stairs, and no lift")


# ---------- what the volunteer hears before they say yes ----------


def offer(wish: BefrienderWish, volunteer: Volunteer) -> list[str]:
    """Enough to decide, and nothing by which anybody could be known: no name, no street, no area."""
    said = [one.words for one in _reasons(wish, volunteer) if one.matter in (Matters.INTERESTS, Matters.TIMES)]
    away = metres(wish, volunteer)
    if wish.kind in BY_FOOT and away is not None:
        miles = max(1, round(away / look.METRES_IN_A_MILE))
        said.append(ngettext("About a mile from you", "About %(n)s miles from you", miles) % {"n": miles})
    if wish.kind in AT_HOME:
        said += [str(Home(one).label) for one in wish.home]
    if wish.languages:
        said.append(_("Speaks %(language)s") % {"language": listed(wish.languages)})
    return [line[:200] for line in said]


def listed(words: Sequence[str], last: str = "") -> str:
    """gardening, cards and music."""
    last = last or _("and")
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def _named(volunteer: Volunteer) -> dict[str, str]:
    return {"name": volunteer.first_name}
