"""The one statement that searches the narrow table: exact total, counts beside each filter, and a page of the best."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import log
from uuid import UUID

from django.db import connection
from django.utils import timezone

from connect.places.find import Spot
from directory.words import Part

METRES_IN_A_MILE = 1609.344
RANKED = 300  # the nearest so many are ordered by words and distance together; after them, by distance alone
RINGS = (2, 5, 10, 25, 50)  # miles

# How near is "here": for what needs no travel, a mile; for a place nobody has put on the map, last of all.
FAR = """case when e.anywhere or e.reach > 0 then 1609 when e.easting is null then 1e6
         else point(e.easting, e.northing) <-> point(%(easting)s, %(northing)s) end"""
IN_CIRCLE = """e.cells && %(cells)s::int[] and (e.anywhere
    or point(e.easting, e.northing) <-> point(%(easting)s, %(northing)s) <= greatest(%(radius)s, e.reach))"""

MATCHES = """
select {once} e.id, e.service_id, e.location_id, e.tags, e.quality, {far} as far,
    {titled} as titled, {held} as held,
    e.tags && %(needs)s::text[] or %(needs)s::text[] = '{{}}' as in_need,
    e.tags && %(days)s::text[] or %(days)s::text[] = '{{}}' as in_day,
    e.tags && %(kinds)s::text[] or %(kinds)s::text[] = '{{}}' as in_kind
from directory_searchentry e
where {place} and {words} and {must} and (e.shut_until is null or e.shut_until <= %(today)s)
{order}
"""

# A count beside a filter says what ticking it would give: its own group left out, all others applied.
SEARCH = """
with m as materialized ({matches}),
fit as materialized (select * from m where in_need and in_day and in_kind),
near as (
    select * from (select *, row_number() over (order by {nearness}) as turn from fit) every where turn <= %(top)s),
scored as (
    select n.service_id, n.location_id, n.turn, case when n.turn <= {ranked} then {score} end as score
    from near n join directory_searchentry e using (id)),
page as (
    select service_id, location_id, row_number() over (order by score is null, score desc, turn) as place from scored),
facets as (
    select tag, count(*) as n from m cross join unnest(tags) tag
    where (in_need or tag like 'need:%%') and (in_day or tag like 'day:%%') and (in_kind or tag like 'kind:%%')
    group by tag)
select (select count(*) from fit),
    (select coalesce(json_agg(json_build_array(service_id, location_id) order by place), '[]') from page
        where place > %(skip)s and place <= %(last)s),
    (select coalesce(json_object_agg(tag, n), '{{}}') from facets)
"""

NEAREST = "select min(far) from ({matches}) m where in_need and in_day and in_kind"

# What needs no travel is not farther away: it either reaches here, and was found, or it does not.
NAMED_BEYOND = """
select coalesce(json_agg(json_build_array(service_id, location_id) order by far), '[]') from (
    select m.service_id, m.location_id, m.far from ({matches}) m join directory_searchentry e using (id)
    where in_need and in_day and in_kind and ts_filter(e.words, '{{a}}') @@ {said}
        and not e.anywhere and coalesce(e.reach, 0) = 0 and m.far > %(beyond)s
    order by m.far limit %(few)s) nearest
"""
FARTHEST = 25  # miles; farther than this nobody goes for one afternoon
# D, C, B, A: a word in passing in a description says little about what a place is for.
WEIGHTS = "'{0.1, 0.3, 0.6, 1}'"
LESS, EXTRA, WHOLE = 0.5, 0.2, 0.5  # what else it means; words that need not be there; all of it word after word
NOWHERE = 0.3
ENOUGH = 0.4  # of what was asked for, where not every word is there
WORDS = "plainto_tsquery('english', directory_plain(%({})s))"
PHRASE = "phraseto_tsquery('english', directory_plain(%({})s))"
A_MEANS = "{kind:transport,kind:advice,kind:connector,kind:volunteering}"  # to what the words name, seldom the thing


@dataclass(frozen=True)
class Question:
    """What to look for, all read and checked. `miles` is None for no limit; `near` is None for no place."""

    parts: tuple[Part, ...] = ()
    near: Spot | None = None
    miles: float | None = None
    needs: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    any_word: bool = False
    extra: tuple[Part, ...] = ()  # helps to order, and need not be there

    @property
    def is_filtered(self) -> bool:
        return bool(self.needs or self.days or self.kinds or self.must)

    def without_filters(self) -> "Question":
        return replace(self, needs=(), days=(), kinds=(), must=())


@dataclass(frozen=True)
class Answer:
    total: int
    found: tuple[tuple[UUID, UUID | None], ...]  # listing, and the nearest of its places
    facets: dict[str, int]


def ask(question: Question, page: int, size: int) -> Answer:
    last = page * size
    values = _values(question) | {"skip": last - size, "last": last, "top": max(RANKED, last)}
    sql = SEARCH.format(
        matches=_matches(question, values), nearness=_nearness(question), ranked=RANKED, score=_score(question, values)
    )
    total, found, facets = _run(sql, values)
    return Answer(total, _pairs(found), _json(facets))


def nearest(question: Question) -> float | None:
    """Metres to the nearest match, however far; None when there is none in the whole directory."""
    values = _values(everywhere := replace(question, miles=None))
    return _run(NEAREST.format(matches=_matches(everywhere, values)), values)[0]


def named_beyond(question: Question, few: int) -> Answer:
    """Listings outside the circle that have all of the words, as typed, in their name; nearest first."""
    bare = replace(question, miles=FARTHEST, parts=tuple(Part(part.said) for part in question.parts))
    values = _values(bare) | {"beyond": question.miles * METRES_IN_A_MILE, "few": few}
    sql = NAMED_BEYOND.format(matches=_matches(bare, values), said=_tsquery(bare, values, _as_said))
    pairs = _pairs(_run(sql, values)[0])
    return Answer(len(pairs), pairs, {})


def ring(metres: float) -> float | None:
    """The smallest circle, in miles, that reaches so far; None is anywhere."""
    return next((miles for miles in RINGS if metres <= miles * METRES_IN_A_MILE), None)


def _run(sql: str, values: dict) -> tuple:
    with connection.cursor() as cursor:
        return cursor.execute(sql, values).fetchone()


def _json(value: object) -> object:
    return json.loads(value) if isinstance(value, str) else value


def _pairs(found: object) -> tuple[tuple[UUID, UUID | None], ...]:
    return tuple((UUID(service), UUID(place) if place else None) for service, place in _json(found))


def _values(question: Question) -> dict[str, object]:
    values: dict[str, object] = {
        "needs": [f"need:{code}" for code in question.needs],
        "days": [f"day:{code}" for code in question.days],
        "kinds": [f"kind:{code}" for code in question.kinds],
        "must": list(question.must),
        "today": timezone.localdate(),
    }
    if near := question.near:
        values |= {"easting": near.easting, "northing": near.northing}
    if near and question.miles is not None:
        values["radius"] = question.miles * METRES_IN_A_MILE
        values["cells"] = [0, *cells(near.easting, near.northing, values["radius"])]
    return values


def _matches(question: Question, values: dict) -> str:
    near, limited = question.near is not None, "radius" in values
    words = bool(question.parts)
    said = _tsquery(question, values, _as_said) if words else ""
    return MATCHES.format(
        once="distinct on (e.service_id)" if near else "",
        order="order by e.service_id, far" if near else "",
        far=FAR if near else "null::float",
        titled=f"ts_filter(e.words, '{{a}}') @@ {said}" if said and not near else "false",
        place=IN_CIRCLE if limited else "true" if near else "e.first",
        words=_has_words(question, values) if words else "true",
        held=_held(question, values) if question.any_word else "1",
        must="e.tags @> %(must)s::text[]" if question.must else "true",  # an empty one would make the index read all
    )


def _has_words(question: Question, values: dict) -> str:
    has = f"e.words @@ {_tsquery(question, values, _part)}"
    return f"{has} and {_held(question, values)} >= {ENOUGH}" if question.any_word else has


def _nearness(question: Question) -> str:
    return "far, service_id" if question.near else "held desc, titled desc, quality desc, service_id"


def _score(question: Question, values: dict) -> str:
    """Words, nearness and how much we know of it, multiplied; what was typed counts above what else was looked for."""
    some = " * power(n.held, 2)" if question.any_word else ""
    near = " / (1 + n.far / 2000.0)" if question.near else ""
    return f"{_words_score(question, values)}{some} * (1 + n.quality / 50.0){near}"


def _words_score(question: Question, values: dict) -> str:
    """Each part by where it stands; a rare word tells more than a common one; and all of it word after word, most."""
    if not question.parts:
        return "1"
    every = sum(map(_worth, question.parts))
    ranks = [f"{_worth(part) / every:.4f} * {_rank(part, at, values)}" for at, part in enumerate(question.parts)]
    ranks += [f"{EXTRA} * {_ranked(_said(part, f'x{at}', values))}" for at, part in enumerate(question.extra)]
    said = [part.said for part in (*question.parts, *question.extra)]
    if len(" ".join(said).split()) > 1:
        values["whole"] = " ".join(said)
        ranks.append(f"{WHOLE} * {_ranked(PHRASE.format('whole'))}")
    values["meant"] = [tag for part in question.parts for tag in part.tags]
    means = f"n.tags && '{A_MEANS}' and not n.tags && %(meant)s::text[]"
    return f"(0.05 + {' + '.join(ranks)}) * case when {means} then 0.5 else 1 end"


def _worth(part: Part) -> float:
    """A rare word tells more than a common one; most, one that no listing has."""
    return 1 / (1 + log(1 + (part.n or NOWHERE)))


def _rank(part: Part, at: int, values: dict) -> str:
    meant = _meant(part, f"p{at}", values)
    said = _ranked(_said(part, f"p{at}", values))
    return f"greatest({said} + {LESS / 2} * {_ranked(meant)}, {LESS} * {_ranked(meant)})" if meant else said


def _ranked(query: str) -> str:
    return f"ts_rank_cd({WEIGHTS}, e.words, {query}, 32)"


def _held(question: Question, values: dict) -> str:
    """SQL: how much of what was asked it has, of 1. Two of three words beat one said often."""
    every = sum(map(_worth, question.parts))
    shares = (
        f"{_worth(part) / every:.4f} * (e.words @@ {_part(part, at, values)})::int"
        for at, part in enumerate(question.parts)
    )
    return "(" + " + ".join(shares) + ")"


def _tsquery(question: Question, values: dict, which: Callable) -> str:
    """SQL for the words as PostgreSQL's own query; the words themselves travel beside it, in `values`."""
    joint = " || " if question.any_word else " && "
    return "(" + joint.join(which(part, at, values) for at, part in enumerate(question.parts)) + ")"


def _part(part: Part, at: int, values: dict) -> str:
    meant = _meant(part, f"p{at}", values)
    said = _said(part, f"p{at}", values)
    return f"({said} || {meant})" if meant else said


def _as_said(part: Part, at: int, values: dict) -> str:
    return _said(part, f"p{at}", values)


def _said(part: Part, name: str, values: dict) -> str:
    values[name] = part.said
    terms = [(PHRASE if part.together else WORDS).format(name)]
    for n, other in enumerate(part.spelled):
        values[f"{name}_s{n}"] = other
        terms.append(PHRASE.format(f"{name}_s{n}"))
    return "(" + " || ".join(terms) + ")"


def _meant(part: Part, name: str, values: dict) -> str:
    terms = []
    for n, phrase in enumerate(part.means):
        values[f"{name}_m{n}"] = phrase
        terms.append(PHRASE.format(f"{name}_m{n}"))
    for n, tag in enumerate([*(f"need:{code}" for code in part.needs), *part.tags]):
        values[f"{name}_t{n}"] = f"'{tag}'"
        terms.append(f"%({name}_t{n})s::tsquery")
    return "(" + " || ".join(terms) + ")" if terms else ""


def cells(easting: int, northing: int, radius: float) -> list[int]:
    """The grid squares that a circle touches, of the size that makes a few dozen of them; see `directory_cells`."""
    level = next((at for at, most in enumerate((5000, 9000, 20000, 45000)) if radius <= most), 4)
    shift = 10 + level
    across = range(max(int(easting - radius), 0) >> shift, (max(int(easting + radius), 0) >> shift) + 1)
    up = range(max(int(northing - radius), 0) >> shift, (max(int(northing + radius), 0) >> shift) + 1)
    return [(level << 26) | (e << 13) | n for e in across for n in up]
