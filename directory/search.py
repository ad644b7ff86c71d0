"""Searching the directory: words, a place and filters in; the nearest and best first out, and never a dead end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from math import ceil, hypot

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext

from connect.places.find import Spot
from connect.places.grid import to_bng
from directory import index, schedule
from directory.index import Question
from directory.models import Location, Schedule, Service
from directory.words import Part, Reading, close_to, read, tokens

PAGE_SIZE = 10
LAST_PAGE = 500
MILES = 2  # how far to look when nobody has said
FEW_FARTHER = 3
FEW = 3


class Eased(StrEnum):
    """What had to be let go of before there was anything to show."""

    NOTHING = ""
    FILTERS = "filters"
    FEW = "few"  # so few have every word that others follow, which have some
    EVERY_WORD = "every_word"
    CLOSE = "close"  # nothing has the words: what stands beside them in the thesaurus
    WORDS = "words"


@dataclass(frozen=True)
class Hit:
    """A listing as a result: with the nearest of its places, and how far that is in a straight line."""

    service: Service
    location: Location | None
    metres: float | None
    number: int

    @cached_property
    def schedules(self) -> list[Schedule]:
        """The times at this place, or those that name no place."""
        here = self.location.pk if self.location else None
        return [each for each in self.service.schedules.all() if each.location_id in (None, here)]

    @cached_property
    def days(self) -> frozenset[str]:
        return schedule.days_of(self.schedules)

    @cached_property
    def timetable(self) -> list[schedule.Line]:
        return schedule.timetable(self.schedules)


@dataclass(frozen=True)
class Results:
    """`miles` is how far was looked, None when anywhere; `widened` says that it is farther than asked.

    `farther` are those beyond the circle that have the words in their name: somebody may be looking for just that one.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, int]
    reading: Reading
    miles: float | None
    widened: bool
    eased: Eased
    page: int
    farther: tuple[Hit, ...] = ()
    every_word: int = 0  # of a FEW, those with all of the words; they come first

    @property
    def is_else(self) -> bool:
        """Nothing has any of the words, so these are no answer to them, and the page must not look as if they were."""
        return self.eased is Eased.WORDS and not self.reading.in_distress

    @property
    def pages(self) -> int:
        return min(max(ceil(self.total / PAGE_SIZE), 1), LAST_PAGE)


def search(
    words: str = "",
    near: Spot | None = None,
    *,
    needs: Iterable[str] = (),
    days: Iterable[str] = (),
    kinds: Iterable[str] = (),
    audiences: Iterable[str] = (),
    times: Iterable[str] = (),
    when: Iterable[str] = (),
    costs: Iterable[str] = (),
    languages: Iterable[str] = (),
    hows: Iterable[str] = (),
    functions: Iterable[str] = (),
    access: Iterable[str] = (),
    free: bool = False,
    step_free: bool = False,
    met: bool = False,
    budget: bool = False,
    places: bool = False,
    new: bool = False,
    age: int | None = None,
    within: float | None = None,
    exact: bool = False,
    page: int = 1,
    sort: str = "",
    staff: bool = False,
    all_words: bool = False,
) -> Results:
    """A page of results. `within` is in miles; `exact` takes the words as typed, without correction or synonyms.

    Of several needs, days, kinds and so on any will do; of `access`, all. `times` are morning, afternoon and evening;
    `when` is today, tomorrow or weekend; `costs` are free and low; `hows` online, phone and home. `sort` is nearest or
    newest. `all_words` gives nothing rather than what has only some of the words. `staff` find also what the public
    does not, because nobody has confirmed it: `hit.service.withheld_at`.
    """
    reading = read(words, exact)
    ticked = (("free", free), ("step_free", step_free), ("met", met), ("budget", budget))
    miles = within or MILES if near else None
    asked = Question(
        reading.parts, near, miles, tuple(needs), tuple(days), tuple(kinds),
        must=(*(tag for tag, wanted in ticked if wanted), *access), extra=reading.extra, audiences=tuple(audiences),
        times=tuple(times), when=tuple(when), costs=tuple(costs), hows=tuple(hows), functions=tuple(functions),
        languages=tuple(each.lower() for each in languages), age=age, room=places, new=new, staff=staff, sort=sort,
    )  # fmt: skip
    some_words = not (reading.in_distress or exact or all_words)
    steps = _easier(asked, reading.apart, some_words=not (reading.in_distress or all_words))
    asked_page = min(max(page, 1), LAST_PAGE)
    question, eased, answer, page = _first_that_finds(steps, asked_page)
    hits, every_word = _hits(answer, near, (page - 1) * PAGE_SIZE), 0
    if not eased and some_words and _is_few(question, answer, hits):
        more = replace(question, any_word=True)
        wider = index.ask(more, asked_page, PAGE_SIZE)
        if wider.total > answer.total and wider.found:
            every_word, question, eased, answer, page = answer.total, more, Eased.FEW, wider, asked_page
            hits = _hits(answer, near, (page - 1) * PAGE_SIZE)
    farther = () if eased else _farther_by_name(question, page, len(hits))
    widened = question.miles != miles
    return Results(
        answer.total, hits, answer.facets, reading, question.miles, widened, eased, page, farther, every_word
    )


def _is_few(question: Question, answer: index.Answer, hits: Iterable[Hit]) -> bool:
    """So few that somebody who put it another way would see more; unless what was typed is just the name of one."""
    if len(question.parts) < 2 or answer.total > FEW:
        return False
    said = [word for part in (*question.parts, *question.extra) for word in tokens(part.said)]
    return not any(set(said) <= set(tokens(hit.service.name)) for hit in hits)


def here(latitude: float, longitude: float) -> Spot | None:
    """Where somebody's own device says they are, to a hundred metres; nothing outside Great Britain. Never kept."""
    if not (49 <= latitude <= 61 and -9 <= longitude <= 3):
        return None
    easting, northing = to_bng(latitude, longitude)
    return Spot(gettext("where you are"), round(easting, -2), round(northing, -2))


def near_and_answering(spot: Spot | None, needs: Iterable[str] = (), limit: int = 10) -> tuple[Hit, ...]:
    """The nearest listings that answer any of these needs, however far away; for somebody choosing with a person."""
    results = search(near=spot, needs=needs)
    return results.hits[:limit] if results.eased is Eased.NOTHING else ()


def fitting(
    words: str = "",
    near: Spot | None = None,
    *,
    miles: float | None = None,
    needs: Iterable[str] = (),
    days: Iterable[str] = (),
    must: Iterable[str] = (),
    languages: Iterable[str] = (),
    places: bool = False,
    limit: int = 40,
) -> tuple[Hit, ...]:
    """The nearest so many that fit all of it, in one question: for somebody who weighs them up with a person.

    Nothing is eased: what does not fit is not here. Any of several words will do. `must` are tags such as step_free.
    """
    reading = read(words)
    if words.strip() and not reading.parts:
        return ()  # nothing in it can be looked for; everything there is would be no answer
    spoken = tuple(each.lower() for each in languages)
    asked = Question(
        reading.parts, near, miles, tuple(needs), tuple(days), must=tuple(must), any_word=len(reading.parts) > 1,
        extra=reading.extra, languages=spoken, room=places, staff=True,
    )  # fmt: skip
    return _hits(index.ask(asked, 1, limit), near, 0, "standing")


def _first_that_finds(steps: Iterable[tuple[Question, Eased]], page: int) -> tuple[Question, Eased, index.Answer, int]:
    """Ask; and where there is nothing, look farther, then ask for less, one step at a time."""
    for easier, let_go in steps:
        question, answer = _farther(easier, page)
        eased = let_go
        if answer.total:
            break
    if answer.total and not answer.found:  # a page beyond the last: show the last
        page = min(ceil(answer.total / PAGE_SIZE), LAST_PAGE)
        answer = index.ask(question, page, PAGE_SIZE)
    return question, eased, answer, page


def _farther_by_name(question: Question, page: int, shown: int) -> tuple[Hit, ...]:
    """The nearest few beyond the circle whose name says what was looked for; below the first page."""
    if page > 1 or not question.parts or question.near is None or question.miles is None:
        return ()
    return _hits(index.named_beyond(question, FEW_FARTHER), question.near, shown)


def _farther(question: Question, page: int) -> tuple[Question, index.Answer]:
    answer = index.ask(question, page, PAGE_SIZE)
    if answer.total or not question.near:
        return question, answer
    metres = index.nearest(question)
    if metres is None:
        return question, answer
    question = replace(question, miles=index.ring(metres))
    return question, index.ask(question, page, PAGE_SIZE)


def _easier(asked: Question, apart: tuple[Part, ...], some_words: bool) -> Iterator[tuple[Question, Eased]]:
    """Where some of the words could mean something else altogether, it is all of them or none."""
    yield asked, Eased.NOTHING
    plain = asked.without_filters()
    if asked.is_filtered and len(asked.parts) > 1 and some_words:
        yield replace(asked, any_word=True), Eased.EVERY_WORD  # a day or a step-free door matters more than a word
    if asked.is_filtered:
        yield plain, Eased.FILTERS
    if len(asked.parts) > 1 and some_words:
        yield replace(plain, any_word=True), Eased.EVERY_WORD
    if len(apart) > len(asked.parts) and some_words:
        yield replace(plain, parts=apart, any_word=True), Eased.EVERY_WORD
    if asked.parts and some_words and (beside := close_to(asked.parts)):
        yield replace(plain, parts=beside), Eased.CLOSE
    if asked.parts and asked.is_filtered:
        yield replace(asked, parts=()), Eased.WORDS
    if asked.parts:
        yield replace(plain, parts=()), Eased.WORDS


def _hits(answer: index.Answer, near: Spot | None, skipped: int, *along: str) -> tuple[Hit, ...]:
    services = Service.objects.select_related("organisation", *along)
    services = services.in_bulk([service for service, _place in answer.found])
    prefetch_related_objects(list(services.values()), "locations", "schedules")
    found = [(services[service], place) for service, place in answer.found if service in services]
    return tuple(_hit(service, place, near, skipped + n) for n, (service, place) in enumerate(found, 1))


def _hit(service: Service, place: object, near: Spot | None, number: int) -> Hit:
    location = next((each for each in service.locations.all() if each.pk == place), None)
    return Hit(service, location, _metres(service, location, near), number)


def _metres(service: Service, location: Location | None, near: Spot | None) -> float | None:
    """Somebody's home is as far as the middle of its square of a kilometre; as in `directory_spot`."""
    if near is None or location is None or location.easting is None or service.needs_no_travel:
        return None
    easting, northing = location.easting, location.northing
    if not location.address_public:
        easting, northing = easting // 1000 * 1000 + 500, northing // 1000 * 1000 + 500
    return hypot(easting - near.easting, northing - near.northing)
