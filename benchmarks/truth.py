"""What the right answer is, found the slow way: the listings themselves, one by one, without the search's index."""

from django.db import connection

from benchmarks.engines import Asked
from directory.index import METRES_IN_A_MILE, Answer, Question
from directory.words import Part

# The words alone come from the narrow table, for making them anew takes minutes; nothing else of it is read.
FITS = """
select distinct s.id, s.kind, s.free from directory_service s
left join directory_serviceatlocation a on a.service_id = s.id
left join directory_location l on l.id = a.location_id
join directory_searchentry e on e.service_id = s.id and e.location_id is not distinct from l.id
where s.status = 'active' and {words} and {place}
"""
WITHIN = """(s.attending <> 'in_person' and s.reach_metres is null or sqrt((l.easting - %(easting)s) ^ 2
    + (l.northing - %(northing)s) ^ 2) <= case when s.attending = 'in_person' then %(radius)s
    else greatest(%(radius)s, s.reach_metres) end)"""
NEEDED = """(cardinality(%(needs)s::text[]) = 0 or exists (select from directory_service_needs n
    where n.service_id = fits.id and n.need_id = any(%(needs)s::text[])))"""
# A count beside a filter leaves its own group out.
TRUTH = f"""
with fits as materialized ({{fits}}), needed as materialized (select * from fits where {NEEDED})
select 'total', count(*) from needed
union all select 'need:' || need_id, count(*)
    from fits join directory_service_needs n on n.service_id = fits.id group by 1
union all select 'kind:' || kind, count(*) from needed group by 1
union all select 'free', count(*) from needed where free
union all select 'day:' || day, count(distinct needed.id) from needed
    join directory_schedule d on d.service_id = needed.id, unnest(string_to_array(d.byday, ',')) day group by 1
"""
COUNTED = ("need:", "kind:", "day:", "free")


def check(asked: Asked, answer: Answer) -> None:
    """Exactly as many, in all and beside each filter; or nothing is timed."""
    right = _right(asked.question)
    said = {"total": answer.total} | {tag: n for tag, n in answer.facets.items() if tag.startswith(COUNTED)}
    if said != {tag: n for tag, n in right.items() if n or tag == "total"}:
        raise SystemExit(f"{asked.typed}: {said} instead of {right}")


def _right(question: Question) -> dict[str, int]:
    values: dict[str, object] = {"needs": list(question.needs)}
    if near := question.near:
        values |= {"easting": near.easting, "northing": near.northing, "radius": question.miles * METRES_IN_A_MILE}
    words = " and ".join(_part(part, at, values) for at, part in enumerate(question.parts)) or "true"
    fits = FITS.format(words=words, place=WITHIN if near else "true")
    with connection.cursor() as cursor:
        cursor.execute("set local enable_bitmapscan = off")  # the index of the search is what is on trial
        found = dict(cursor.execute(TRUTH.format(fits=fits), values).fetchall())
        cursor.execute("set local enable_bitmapscan = on")
    return found


def _part(part: Part, at: int, values: dict[str, object]) -> str:
    """Each of the words said; or one of the phrases meant; or what is so marked."""
    plain = "phraseto" if part.together else "plainto"
    phrases = {f"p{at}_{n}": phrase for n, phrase in enumerate((*part.spelled, *part.means))}
    values |= {f"s{at}": part.said, f"t{at}": [*(f"need:{code}" for code in part.needs), *part.tags]} | phrases
    either = [
        f"e.words @@ {plain}_tsquery('english', %(s{at})s)",
        f"tsvector_to_array(e.words) && %(t{at})s::text[]",
        *(f"e.words @@ phraseto_tsquery('english', %({name})s)" for name in phrases),
    ]
    return "(" + " or ".join(either) + ")"
