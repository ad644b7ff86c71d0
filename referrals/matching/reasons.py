"""Why a listing is suggested, and what speaks against it, in words a connector can read out to the person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from connect.templatetags import look
from directory import room
from directory.models import Capacity, Need
from directory.search import Hit
from directory.states import WEEKDAYS
from referrals.matching.wishes import Wishes, stem, useful

ENOUGH = 10  # people we sent: fewer, and "stayed" would be about somebody
FEWEST = 5  # who stayed: as the listing's own page has it
A_MILE = look.METRES_IN_A_MILE
FITTINGS = {"step_free": gettext_lazy("step-free"), "hearing_loop": gettext_lazy("a hearing loop")}


@dataclass(frozen=True)
class Facts:
    """What is known of a listing besides the hit itself, fetched for all of them at once."""

    needs: tuple[Need, ...]
    capacities: tuple[Capacity, ...]


@dataclass(frozen=True)
class Suggestion:
    """A listing for this person; `fits` is how it ranks, and stands on no page."""

    hit: Hit
    but: tuple[str, ...]
    needs: tuple[Need, ...]
    shared: tuple[str, ...]
    wishes: Wishes
    facts: Facts

    @property
    def answered(self) -> int:
        return len(self.needs)

    @cached_property
    def why(self) -> tuple[str, ...]:
        """Written for those that are shown; many more are weighed."""
        hit, wishes = self.hit, self.wishes
        why = [*_near(hit), *_wish(self.needs), *_interest(self.shared), *_day(hit, wishes), *_access(hit, wishes)]
        why += [*_language(hit, wishes), *_room(hit, self.facts, "good"), *_cost(hit), *_door(hit)]
        return (*why, *_stay(hit), *_answers(hit))


def weigh(hit: Hit, wishes: Wishes, facts: Facts) -> Suggestion:
    answered = tuple(need for need in facts.needs if need.pk in wishes.needs)
    but = [*_far(hit, wishes), *_other_day(hit, wishes), *_no_access(hit, wishes), *_room(hit, facts, "warn")]
    but += [*_unspoken(hit, wishes), *_old(hit)]
    return Suggestion(hit, tuple(but), answered, tuple(_shared(hit, wishes)), wishes, facts)


def _shared(hit: Hit, wishes: Wishes) -> Iterator[str]:
    """Their own words that stand in the name or the line below it, as the listing writes them."""
    seen = set()
    for word in re.findall(r"[^\W\d_]+", f"{hit.service.name} {hit.service.summary}"):
        root = stem(word)
        if root in wishes.roots and useful(word) and root not in seen:
            seen.add(root)
            yield word.lower()


def _near(hit: Hit) -> Iterator[str]:
    if hit.service.needs_no_travel:
        yield _("No need to travel")
    elif hit.metres is not None:
        yield look.walk(hit.metres) or look.distance(hit.metres)


def _wish(answered: tuple[Need, ...]) -> Iterator[str]:
    if answered:
        yield _("For %(needs)s, which they would like") % {"needs": ", ".join(str(need).lower() for need in answered)}


def _interest(shared: tuple[str, ...]) -> Iterator[str]:
    if shared:
        yield _("Their own word: %(words)s") % {"words": ", ".join(shared[:3])}


def _day(hit: Hit, wishes: Wishes) -> Iterator[str]:
    lines = [f"{line.days}, {line.hours}" if line.hours else line.days for line in hit.timetable[:1] if line.days]
    if lines and wishes.days and _suits(hit, wishes):
        yield _("%(when)s, on a day that suits them") % {"when": lines[0]}
    elif lines and not wishes.days:
        yield lines[0]


def _suits(hit: Hit, wishes: Wishes) -> bool:
    return bool(set(hit.days) & set(wishes.days))


def _other_day(hit: Hit, wishes: Wishes) -> Iterator[str]:
    if not wishes.days or _suits(hit, wishes):
        return
    days = sorted(hit.days, key=WEEKDAYS.index)
    lines = [line.days for line in hit.timetable[:1] if line.days]
    yield _("On another day: %(days)s") % {"days": lines[0]} if days and lines else _("It says no day")


def _has(hit: Hit, tag: str) -> bool | None:
    return getattr(hit.location, tag, None) if hit.location else None


def _access(hit: Hit, wishes: Wishes) -> Iterator[str]:
    for tag, words in FITTINGS.items():
        if _has(hit, tag):
            named = str(words)[0].upper() + str(words)[1:]
            yield _("%(what)s, which they need") % {"what": named} if tag in wishes.must else named


def _no_access(hit: Hit, wishes: Wishes) -> Iterator[str]:
    if hit.service.needs_no_travel:
        return
    for tag, words in FITTINGS.items():
        if tag in wishes.must and _has(hit, tag) is None:
            yield _("Nobody has told us yet: %(what)s. Ask first") % {"what": words}
        elif tag in wishes.must and not _has(hit, tag):
            yield _("Not there, and they need it: %(what)s") % {"what": words}


def _language(hit: Hit, wishes: Wishes) -> Iterator[str]:
    if wishes.language and _speaks(hit, wishes):
        yield _("%(language)s is spoken there") % {"language": wishes.language.capitalize()}


def _speaks(hit: Hit, wishes: Wishes) -> bool:
    return wishes.language.lower() in [each.lower() for each in hit.service.languages]


def _unspoken(hit: Hit, wishes: Wishes) -> Iterator[str]:
    if wishes.language and not _speaks(hit, wishes):
        yield _("It does not say that %(language)s is spoken") % {"language": wishes.language.capitalize()}


def _room(hit: Hit, facts: Facts, kind: str) -> Iterator[str]:
    """What the organiser said in the last two weeks; older is no answer."""
    rooms: Iterable[room.Room] = room.rooms(facts.capacities, hit.schedules) if facts.capacities else ()
    yield from (each.words for each in list(rooms)[:1] if each.kind == kind)


def _cost(hit: Hit) -> Iterator[str]:
    if hit.service.free:
        yield _("Free")
    elif hit.service.fees:
        yield hit.service.fees[:40]


def _door(hit: Hit) -> Iterator[str]:
    if hit.service.met_at_door:
        who = hit.service.met_by
        said = who if " " in who else _("%(who)s meets them at the door") % {"who": who}  # a sentence, or a name
        yield said if who else _("Somebody meets them at the door")


def _stay(hit: Hit) -> Iterator[str]:
    """In fifths, and only from ten people on: no count is ever shown."""
    known = getattr(hit.service, "standing", None)
    if known is None or known.introduced < ENOUGH or known.stayed < FEWEST:
        return
    fifths = min(5, int(known.stayed * 5 / known.introduced))
    if fifths >= 3:
        words = {3: _("Three"), 4: _("Four"), 5: _("Five")}
        yield _("%(of)s in five of those we sent stayed") % {"of": words[fifths]}


def _answers(hit: Hit) -> Iterator[str]:
    known = getattr(hit.service, "standing", None)
    if known is not None and known.reply_days is not None:
        days = max(known.reply_days, 1)
        yield ngettext("Usually replies in a day", "Usually replies in %(n)s days", days) % {"n": days}


def _far(hit: Hit, wishes: Wishes) -> Iterator[str]:
    if wishes.miles is not None and hit.metres is not None and hit.metres > wishes.miles * A_MILE:
        yield _("Farther than they wanted to go")


def _old(hit: Hit) -> Iterator[str]:
    if hit.service.withheld_at or hit.service.is_overdue:
        yield _("Nobody has confirmed it lately: ring first")
