"""Rows into the database: COPY to a temporary table, then one merge that touches only what has changed.

All in one transaction as the serving login, which owns nothing: a temporary table is a right every login has by
default (`grant temporary on database`). Memory stays the same however long the file is, apart from the areas, of
which the whole Kingdom has about fifty thousand.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from connect.places.loaders.rows import Row, Skip, UnreadableFile
from connect.places.models import Area, fold

MOST_AREAS = 200_000

STAGING = """
drop table if exists pg_temp.incoming;
create temporary table incoming (line bigint, postcode text, easting int, northing int,
                                 ward text, lsoa text, authority text, terminated bool) on commit drop
"""
COPY = "copy pg_temp.incoming from stdin"
FIRST_OF_EACH = """
delete from pg_temp.incoming later using pg_temp.incoming earlier
where later.postcode = earlier.postcode and later.line > earlier.line
"""
AREAS = """
insert into places_area (code, name, folded, kind, parent_id)
select new.code, new.name, new.folded, new.kind, parent.id
from unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[]) as new (code, name, folded, kind, parent)
left join places_area parent on parent.code = new.parent
on conflict (code) do update set name = excluded.name, folded = excluded.folded
where excluded.name <> excluded.code and places_area.name <> excluded.name
"""
CHANGE = """
update places_postcode held set easting = new.easting, northing = new.northing, ward_id = ward.id,
       lsoa_code = new.lsoa, authority_code = new.authority, terminated = new.terminated
from pg_temp.incoming new left join places_area ward on ward.code = new.ward
where held.postcode = new.postcode
  and (held.easting, held.northing, held.ward_id, held.lsoa_code, held.authority_code, held.terminated)
      is distinct from (new.easting, new.northing, ward.id, new.lsoa, new.authority, new.terminated)
"""
TAKE = """
insert into places_postcode (postcode, easting, northing, ward_id, lsoa_code, authority_code, terminated)
select new.postcode, new.easting, new.northing, ward.id, new.lsoa, new.authority, false
from pg_temp.incoming new left join places_area ward on ward.code = new.ward
where not new.terminated
on conflict (postcode) do nothing
"""
# An ended postcode that is held is marked so; one that is not held is left out.
ENDED_ELSEWHERE = """
select count(*) from pg_temp.incoming new
where new.terminated and not exists (select from places_postcode held where held.postcode = new.postcode)
"""


@dataclass
class Report:
    """Each line read is in exactly one of: taken (new here), changed, unchanged, skipped."""

    read: int = 0
    taken: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: Counter[Skip] = field(default_factory=Counter)


@transaction.atomic
def load(rows: Iterable[Row | Skip]) -> Report:
    """Bring the postcodes held into step with `rows`. Nothing is removed: a postcode not in them stays."""
    report, areas = Report(), {}
    with connection.cursor() as cursor:
        cursor.execute(STAGING)
        with cursor.copy(COPY) as copy:
            for row in rows:
                report.read += 1
                if isinstance(row, Skip):
                    report.skipped[row] += 1
                else:
                    _note_areas(areas, row)
                    copy.write_row((report.read, *row[:-1]))
        _merge(cursor, areas, report)
    return report


def _note_areas(areas: dict[str, tuple[str, str, str]], row: Row) -> None:
    """By code: (name, kind, parent's code); the name is the code until some file gives a better one."""
    if row.ward and (row.ward not in areas or (row.ward_name and areas[row.ward][0] == row.ward)):
        areas[row.ward] = (row.ward_name or row.ward, Area.Kind.WARD, row.authority)
    if row.lsoa and row.lsoa not in areas:
        areas[row.lsoa] = (row.lsoa, Area.Kind.LSOA, row.authority)
    if row.authority and row.authority not in areas:
        areas[row.authority] = (row.authority, Area.Kind.AUTHORITY, "")
    if len(areas) > MOST_AREAS:
        raise UnreadableFile(f"more than {MOST_AREAS} different area codes: the columns cannot be what they seem")


def _merge(cursor: CursorWrapper, areas: dict[str, tuple[str, str, str]], report: Report) -> None:
    cursor.execute("analyze pg_temp.incoming")
    report.skipped[Skip.REPEATED] += cursor.execute(FIRST_OF_EACH).rowcount
    _write_areas(cursor, areas)
    report.skipped[Skip.TERMINATED] += cursor.execute(ENDED_ELSEWHERE).fetchone()[0]
    report.changed = cursor.execute(CHANGE).rowcount
    report.taken = cursor.execute(TAKE).rowcount
    report.unchanged = report.read - report.skipped.total() - report.changed - report.taken
    cursor.execute("drop table pg_temp.incoming")


def _write_areas(cursor: CursorWrapper, areas: dict[str, tuple[str, str, str]]) -> None:
    """Authorities first, so that what is within them finds its parent."""
    for is_whole in (True, False):
        chosen = [(code, *rest) for code, rest in areas.items() if (rest[1] == Area.Kind.AUTHORITY) is is_whole]
        codes, names, kinds, parents = zip(*chosen, strict=True) if chosen else ((), (), (), ())
        folded = [fold(name) for name in names]
        cursor.execute(AREAS, [list(codes), list(names), folded, list(map(str, kinds)), list(parents)])
