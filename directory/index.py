"""The one statement that searches the narrow table: exact total, counts beside each filter, and a page of the best."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from connect.places.find import Spot
from directory import counting, kept_answers
from directory.ranking import ENOUGH, Words
from directory.words import Part

METRES_IN_A_MILE = 1609.344
RANKED = 300  # the nearest so many are ordered by words and distance together; after them, by distance alone
RINGS = (2, 5, 10, 25, 50)  # miles
FARTHEST = 25  # miles; farther than this nobody goes for one afternoon
REACHES = 8  # sizes of square for those who come to people; as in directory_reach_cells

# How near is "here": for what needs no travel, a mile; for a place nobody has put on the map, last of all.
FAR = """case when e.anywhere or e.reach > 0 then 1609 when e.easting is null then 1e6
         else point(e.easting, e.northing) <-> point(%(easting)s, %(northing)s) end"""
IN_CIRCLE = """e.cells && %(cells)s::int[] and (e.anywhere
    or point(e.easting, e.northing) <-> point(%(easting)s, %(northing)s) <= greatest(%(radius)s, e.reach))"""
SHOWN = """(e.shut_from is null or e.shut_from > %(today)s or e.shut_until <= %(today)s)
    and (e.shown_from is null or e.shown_from <= %(today)s) and (e.shown_until is null or e.shown_until >= %(today)s)"""
OF_AGE = "coalesce(e.minimum_age, 0) <= %(age)s and coalesce(e.maximum_age, 1000) >= %(age)s"

# `missed` is the bit of the one group of filters that it does not fit; what misses two is nobody's count.
MATCHES = """
select * from (
    select {once} e.id, e.service_id, e.location_id, e.quality, e.mask, e.slots, e.new_until,
        e.room_until >= %(today)s as room, e.new_until >= %(today)s as new, {far} as far, {held} as held,
        {titled} as titled, {missed} as missed
    from directory_searchentry e {names}
    where {where}
    {order}) e where missed in ({kept})
"""

# A count beside a filter says what ticking it would give: its own group left out, all others applied.
SEARCH = """
with m as materialized ({matches}),
near as (
    select *, row_number() over () as turn
    from (select id, far, held from m where missed = 0 order by {nearness} limit %(top)s) first),
page as (
    select e.service_id, e.location_id, row_number() over (order by {best}) as place
    from near n join directory_searchentry e using (id))
select (select coalesce(json_agg(json_build_array(service_id, location_id) order by place), '[]') from page
        where place > %(skip)s and place <= %(last)s),
    (select json_object_agg(tag, bit) from directory_tag where bit < {days}),
    (select json_build_object('places', count(*) filter (where room), 'new', count(*) filter (where new))
     from m where missed = 0),
    {slots},
    {masks}
"""
BEST = "turn > {ranked}, {whole}case when turn <= {ranked} then {score} end desc, turn"
SORTS = {"nearest": "far, id", "newest": "new_until desc, id"}
SLOTS = """(select json_object_agg(tag, n) from (
    {counted}) counted)"""
# Monday and evening is a Monday evening: beside each day, what meets then at the time that is ticked.
OF_SLOTS = """select '{what}:' || split_part(slot, ' ', {mine}) as tag, count(distinct id) as n
    from m cross join unnest(slots) slot
    where missed in (0, {bit}) and split_part(slot, ' ', {other}) = any(%({chosen})s::text[]) group by 1"""
MASKS = "(select string_agg(mask, '') from m where missed = {})"

NEAREST = "select min(far) from ({matches}) m where missed = 0"

# What needs no travel is not farther away: it either reaches here, and was found, or it does not.
NAMED_BEYOND = """
select coalesce(json_agg(json_build_array(service_id, location_id) order by far), '[]') from (
    select m.service_id, m.location_id, m.far from ({matches}) m join directory_searchentry e using (id)
    where missed = 0 and not e.anywhere and coalesce(e.reach, 0) = 0 and m.far > %(beyond)s
    order by m.far limit %(few)s) nearest
"""
NAMED = "ts_filter(e.words, '{a}')"

# Group -> the heads of its tags. Any of what is ticked in a group will do; all groups must fit.
GROUPS = {
    "needs": ("need:",), "audiences": ("for:",), "kinds": ("kind:",), "costs": ("cost:",), "languages": ("lang:",),
    "hows": ("how:",), "functions": ("function:",), "meets": ("day:", "time:"), "when": (),
}  # fmt: skip
ACCESS = ("step_free", "hearing_loop", "accessible_toilet", "changing_place", "blue_badge_parking", "quiet_space")
ASKED_AS = {"for": "audience", "lang": "language"}
GROUP_OF = {head: group for group, heads in GROUPS.items() for head in heads}


@dataclass(frozen=True)
class Question:
    """What to look for, all read and checked. `miles` is None for no limit; `near` is None for no place.

    `parts` must be there, any of them with `any_word`; `extra` helps to order. `must` are tags that must all be there.
    `when` are today, tomorrow and weekend. `staff` also find what nobody has confirmed for too long.
    """

    parts: tuple[Part, ...] = ()
    near: Spot | None = None
    miles: float | None = None
    needs: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    any_word: bool = False
    extra: tuple[Part, ...] = ()
    audiences: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    hows: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    age: int | None = None
    room: bool = False
    new: bool = False
    staff: bool = False
    sort: str = ""

    @property
    def is_filtered(self) -> bool:
        return self != self.without_filters()

    def without_filters(self) -> "Question":
        asked = Question(self.parts, self.near, self.miles, any_word=self.any_word, extra=self.extra)
        return replace(asked, staff=self.staff, sort=self.sort)


@dataclass(frozen=True)
class Answer:
    total: int
    found: tuple[tuple[UUID, UUID | None], ...]  # listing, and the nearest of its places
    facets: dict[str, int]


def ask(question: Question, page: int, size: int) -> Answer:
    """An answer too large for anybody to miss one listing in it is kept for a minute; any other is asked afresh."""
    return kept_answers.kept((question, page, size, timezone.localdate()), lambda: _asked(question, page, size))


def _asked(question: Question, page: int, size: int) -> Answer:
    last, sql = page * size, _Statement(question)
    sql.values |= {"skip": last - size, "last": last, "top": last if question.sort in SORTS else max(RANKED, last)}
    found, bits, few, slots, *masks = _run(sql.search(), sql.values)
    counted = dict(zip(["", *sql.groups], (bytes(mask or b"") for mask in masks), strict=True))
    facets = _facets(counted, _json(bits) or {}, _json(slots) or {}, _json(few), sql)
    return Answer(counting.size(counted[""]), _pairs(found), facets)


def _facets(
    masks: counting.Masks, bits: dict[str, int], slots: dict[str, int], few: dict[str, int], sql: "_Statement"
) -> dict[str, int]:
    counted = {tag: bit for tag, bit in bits.items() if not tag.startswith(("join:", *sql.by_slot))}
    found = counting.counts(masks, counted, GROUP_OF)
    found |= {f"access:{fact}": found[fact] for fact in ACCESS if fact in found}
    days = {f"when:{name}": counting.on_days(masks, "when", some) for name, some in days_of(sql.today).items()}
    return {_as_asked(tag): n for tag, n in (found | slots | days | few).items() if n}


def _as_asked(tag: str) -> str:
    """By the name of what asks for it."""
    head, colon, rest = tag.partition(":")
    return ASKED_AS.get(head, head) + colon + rest


def nearest(question: Question) -> float | None:
    """Metres to the nearest match, however far; None when there is none in the whole directory."""
    sql = _Statement(replace(question, miles=None))
    return _run(NEAREST.format(matches=sql.matches()), sql.values)[0]


def named_beyond(question: Question, few: int) -> Answer:
    """Listings outside the circle that have all of the words, as typed, in their name; nearest first."""
    bare = tuple(Part(part.said) for part in question.parts)
    sql = _Statement(replace(question, miles=FARTHEST, parts=bare, any_word=False), NAMED)
    sql.values |= {"beyond": question.miles * METRES_IN_A_MILE, "few": few}
    pairs = _pairs(_run(NAMED_BEYOND.format(matches=sql.matches()), sql.values)[0])
    return Answer(len(pairs), pairs, {})


def ring(metres: float) -> float | None:
    """The smallest circle, in miles, that reaches so far; None is anywhere."""
    return next((miles for miles in RINGS if metres <= miles * METRES_IN_A_MILE), None)


def days_of(today: date) -> dict[str, tuple[date, ...]]:
    return {"today": (today,), "tomorrow": (today + timedelta(days=1),), "weekend": counting.weekend(today)}


class _Statement:
    """The SQL of one question. Only what is asked is in it: an empty condition makes the index read everything."""

    def __init__(self, question: Question, searched: str = "e.words") -> None:
        self.question, self.searched, self.today = question, searched, timezone.localdate()
        self.values: dict[str, object] = {"today": self.today}
        self.words = Words(question.parts, question.extra, question.any_word, self.values)
        self.groups = {name: sql for name in GROUPS if (sql := self._group(name))}
        self.by_slot = tuple(head for head, other in (("day:", question.times), ("time:", question.days)) if other)
        if near := question.near:
            self.values |= {"easting": near.easting, "northing": near.northing}
        if near and question.miles is not None:
            radius = question.miles * METRES_IN_A_MILE
            self.values |= {"radius": radius, "cells": _squares(near, radius)}

    def search(self) -> str:
        order = SORTS.get(self.question.sort if self.question.near or self.question.sort != "nearest" else "")
        whole = "held < 0.999, " if self.question.any_word else ""  # what has every word comes first
        best = "turn" if order else BEST.format(ranked=RANKED, whole=whole, score=self._score())
        masks = ",\n    ".join(MASKS.format(self._bit(name)) for name in ["", *self.groups])
        return SEARCH.format(
            matches=self.matches(), nearness=order or self._nearness(), best=best, days=counting.FIRST_DAY,
            slots=self._slots(), masks=masks,
        )  # fmt: skip

    def matches(self) -> str:
        near, by_name = self.question.near is not None, bool(self.question.parts) and self.question.near is None
        missed = " + ".join(f"(not ({sql}))::int * {self._bit(name)}" for name, sql in self.groups.items()) or "0"
        return MATCHES.format(
            once="distinct on (e.service_id)" if near else "",
            order=f"order by e.service_id, {missed}, far" if near and self.groups else
                  "order by e.service_id, far" if near else "",
            far=FAR if near else "null::float",
            held=self.words.held() if self.question.any_word else "1",
            titled="t.id is not null" if by_name else "false",
            names=self._names() if by_name else "",
            missed=missed,
            kept=", ".join(["0", *(str(self._bit(name)) for name in self.groups)]),
            where="\n    and ".join(self._where()),
        )  # fmt: skip

    def _where(self) -> list[str]:
        asked = self.question
        limited = "radius" in self.values
        where = [IN_CIRCLE if limited else "not e.whole" if asked.near else "e.first", SHOWN]
        where += [f"{self.searched} @@ {self.words.wide()}"] if asked.parts else []
        where += [f"{self.words.held()} >= {ENOUGH}"] if asked.any_word and asked.parts else []
        where += ["not e.withheld"] if not asked.staff else []
        if asked.must:
            self.values["must"] = list(asked.must)
            where.append("e.tags @> %(must)s::text[]")
        if asked.age is not None:
            self.values["age"] = asked.age
            where.append(OF_AGE)
        return where + [f"e.{name} >= %(today)s" for name, on in self._lately() if on]

    def _lately(self) -> tuple[tuple[str, bool], ...]:
        return ("room_until", self.question.room), ("new_until", self.question.new)

    def _group(self, name: str) -> str:
        """What fits what is ticked of this group; nothing when nothing is."""
        if name == "meets":
            return self._meets()
        chosen = getattr(self.question, name)
        if not chosen:
            return ""
        if name == "when":
            dates = days_of(self.today)
            self.values["dates"] = [day for each in chosen for day in dates.get(each, ())]
            return "e.coming && %(dates)s::date[]"
        self.values[name] = [GROUPS[name][0] + code for code in chosen]
        return f"e.tags && %({name})s::text[]"

    def _meets(self) -> str:
        days, times = self.question.days, self.question.times
        self.values |= {"days": list(days), "times": list(times)}
        if days and times:
            self.values["meets"] = [f"{day} {part}" for day in days for part in times]
            return "e.slots && %(meets)s::text[]"
        self.values["meets"] = [f"day:{day}" for day in days] + [f"time:{part}" for part in times]
        return "e.tags && %(meets)s::text[]" if days or times else ""

    def _bit(self, group: str) -> int:
        return 1 << list(self.groups).index(group) if group else 0

    def _slots(self) -> str:
        counted = []
        for what, mine, other, chosen in (("day", 1, 2, "times"), ("time", 2, 1, "days")):
            if getattr(self.question, chosen):
                bit = self._bit("meets")
                counted.append(OF_SLOTS.format(what=what, mine=mine, other=other, chosen=chosen, bit=bit))
        return SLOTS.format(counted="\n    union all ".join(counted)) if counted else "null"

    def _names(self) -> str:
        """Those with the words in their name, from the index of names: first, where there is no place to be near."""
        named = f"ts_filter(words, '{{a}}') @@ {self.words.said()}"
        return f"left join (select id from directory_searchentry where {named}) t on t.id = e.id"

    def _nearness(self) -> str:
        return "far, id" if self.question.near else "held desc, titled desc, quality desc, id"

    def _score(self) -> str:
        """Words, nearness and how much we know of it, multiplied."""
        some = " * power(n.held, 2)" if self.question.any_word else ""
        near = " / (1 + n.far / 2000.0)" if self.question.near else ""
        return f"{self.words.score()}{some} * (1 + e.quality / 50.0){near}"


def _run(sql: str, values: dict) -> tuple:
    with connection.cursor() as cursor:
        return cursor.execute(sql, values).fetchone()


def _json(value: object) -> object:
    return json.loads(value) if isinstance(value, str) else value


def _pairs(found: object) -> tuple[tuple[UUID, UUID | None], ...]:
    return tuple((UUID(service), UUID(place) if place else None) for service, place in _json(found))


def _squares(near: Spot, radius: float) -> list[int]:
    """Of what is everywhere; those that the circle touches; and of each size of reach the one that this spot is in."""
    e, n = near.easting, near.northing
    reaches = [((8 + at) << 26) | (max(e, 0) >> (10 + at) << 13) | max(n, 0) >> (10 + at) for at in range(REACHES)]
    return [0, *cells(e, n, radius), *reaches]


def cells(easting: int, northing: int, radius: float) -> list[int]:
    """The grid squares that a circle touches, of the size that makes a few dozen of them; see `directory_cells`."""
    level = next((at for at, most in enumerate((5000, 9000, 20000, 45000)) if radius <= most), 4)
    shift = 10 + level
    across = range(max(int(easting - radius), 0) >> shift, (max(int(easting + radius), 0) >> shift) + 1)
    up = range(max(int(northing - radius), 0) >> shift, (max(int(northing + radius), 0) >> shift) + 1)
    return [(level << 26) | (e << 13) | n for e in across for n in up]
