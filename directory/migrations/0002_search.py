"""The search index keeps itself: whatever changes a listing rewrites its rows in the same transaction."""

from django.db import migrations

# Immutable, so that an index may use it: small letters, straight apostrophes, no accents ("Tŷ" is found by "ty").
PLAIN = r"""
create function directory_plain(said text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(normalize(translate(lower(said), '’‘', ''''''), nfkd), '[\u0300-\u036f]', '', 'g')
$$;
"""

# Squares of 1, 2, 4, 8 and 16 km on the National Grid, so that a circle of any size is a handful of whole numbers.
CELLS = """
create function directory_cells(e integer, n integer) returns integer[]
language sql immutable strict parallel safe as $$
    select array(select (level << 26) | ((e >> (10 + level)) << 13) | (n >> (10 + level))
                 from generate_series(0, 4) level)
$$;
"""

TAGS = """
create function directory_tags(listing directory_service, place directory_location) returns text[]
language sql stable as $$
    select array(
        select 'need:' || need_id from directory_service_needs where service_id = listing.id
        union select 'day:' || right(trim(part), 2)
            from directory_schedule s, unnest(string_to_array(s.byday, ',')) part
            where s.service_id = listing.id and (s.location_id is null or s.location_id = place.id)
              and right(trim(part), 2) in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
        union select 'day:' || (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from s.dtstart)]
            from directory_schedule s
            where s.service_id = listing.id and (s.freq = 'ONCE' or s.freq = 'WEEKLY' and s.byday = '') and s.dtstart is not null
              and (s.location_id is null or s.location_id = place.id)
        union select 'kind:' || listing.kind where listing.kind <> ''
        union select 'how:' || listing.attending where listing.attending <> 'in_person'
        union select 'free' where listing.free
        union select 'met' where listing.met_at_door
        union select 'step_free' where place.step_free or listing.attending <> 'in_person'
        union select 'hearing_loop' where place.hearing_loop
    )
$$;
"""

WORDS = """
create function directory_words(listing directory_service, place directory_location) returns tsvector
language sql stable as $$
    select setweight(to_tsvector('english', directory_plain(listing.name)), 'A')
        || setweight(to_tsvector('english', directory_plain(listing.summary)), 'B')
        || coalesce((select string_agg(quote_literal('need:' || need_id) || ':1C', ' ')::tsvector
                     from directory_service_needs where service_id = listing.id), '')
        || setweight(to_tsvector('english', directory_plain(concat_ws(' ', o.name, place.name, place.city))), 'C')
        || to_tsvector('english', directory_plain(concat_ws(' ', listing.description, listing.who_comes,
                                                            listing.good_to_know, listing.how_to_join)))
    from people_organisation o where o.id = listing.organisation_id
$$;
"""

QUALITY = """
create function directory_quality(listing directory_service) returns smallint language sql stable as $$
    select (2 * (listing.verified_at is not null)::int + (listing.summary <> '')::int
        + (length(listing.description) > 80)::int + (listing.first_time <> '')::int + (listing.contact_public)::int
        + 2 * exists (select 1 from directory_schedule where service_id = listing.id)::int)::smallint
$$;
"""

# The lock comes first: two people who change one listing at once must each see what the other wrote.
REINDEX = """
create function directory_reindex(ids uuid[]) returns void language plpgsql as $$
begin
    perform 1 from directory_service where id = any(ids) order by id for no key update;
    delete from directory_searchentry where service_id = any(ids);
    insert into directory_searchentry (service_id, location_id, first, easting, northing, reach, anywhere, shut_until,
                                       quality, tags, cells, words)
    select s.id, l.id, row_number() over (partition by s.id order by l.easting is null, l.name, l.id) = 1,
           l.easting, l.northing, w.reach, w.anywhere, case when s.status <> 'active' then s.reopens_on end,
           directory_quality(s), directory_tags(s, l),
           coalesce(directory_cells(l.easting, l.northing), '{}')
               || case when w.anywhere or w.reach > 0 then array[0] else '{}' end,
           directory_words(s, l)
    from directory_service s
    left join directory_serviceatlocation a on a.service_id = s.id
    left join directory_location l on l.id = a.location_id
    cross join lateral (
        select case when s.attending = 'in_person' then 0 else coalesce(s.reach_metres, 0) end as reach,
               s.attending <> 'in_person' and (s.reach_metres is null or l.easting is null) as anywhere) w
    where s.id = any(ids)
      and (s.status = 'active' or (s.status = 'temporarily closed' and s.reopens_on is not null));
    insert into directory_word (word, stem)
    select lexeme, (ts_lexize('english_stem', lexeme))[1]
    from (select distinct unnest(tsvector_to_array(to_tsvector('simple', directory_plain(
              concat_ws(' ', s.name, s.summary, s.description, s.who_comes, s.good_to_know, o.name))))) as lexeme
          from directory_service s join people_organisation o on o.id = s.organisation_id where s.id = any(ids)) w
    where lexeme ~ '^[a-z]{3,40}$' and cardinality(ts_lexize('english_stem', lexeme)) > 0
    order by lexeme
    on conflict (word) do nothing;
end $$;
"""

# A long import says 'later' for its own transaction and rewrites its listings a batch at a time.
TOUCH = """
create function directory_touch() returns trigger language plpgsql as $$
declare
    gone text := to_jsonb(old) ->> tg_argv[0];
    here text := to_jsonb(new) ->> tg_argv[0];
begin
    if current_setting('app.reindex', true) = 'later' then
        return null;
    end if;
    perform directory_reindex(array(
        select id from directory_service where tg_argv[1] = 'listing' and id::text in (gone, here)
        union select service_id from directory_searchentry where tg_argv[1] = 'listing' and service_id::text = gone
        union select service_id from directory_serviceatlocation
            where tg_argv[1] = 'location' and location_id::text in (gone, here)
        union select id from directory_service
            where tg_argv[1] = 'organisation' and organisation_id::text in (gone, here)));
    return null;
end $$;
"""

WATCHED = [
    ("directory_service", "insert or update or delete", "id", "listing"),
    ("directory_service_needs", "insert or update or delete", "service_id", "listing"),
    ("directory_serviceatlocation", "insert or update or delete", "service_id", "listing"),
    ("directory_schedule", "insert or update or delete", "service_id", "listing"),
    ("directory_location", "update", "id", "location"),
    ("people_organisation", "update of name", "id", "organisation"),
]


def watch(table: str, events: str, column: str, what: str) -> migrations.RunSQL:
    name = f"directory_touch_{what}"
    return migrations.RunSQL(
        f"create trigger {name} after {events} on {table} "
        f"for each row execute function directory_touch('{column}', '{what}')",
        f"drop trigger {name} on {table}",
    )


FUNCTIONS = [
    (PLAIN, "directory_plain(text)"),
    (CELLS, "directory_cells(integer, integer)"),
    (TAGS, "directory_tags(directory_service, directory_location)"),
    (WORDS, "directory_words(directory_service, directory_location)"),
    (QUALITY, "directory_quality(directory_service)"),
    (REINDEX, "directory_reindex(uuid[])"),
    (TOUCH, "directory_touch()"),
]


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]
    operations = [
        *(migrations.RunSQL(sql, f"drop function {signature}") for sql, signature in FUNCTIONS),
        *(watch(*each) for each in WATCHED),
    ]
