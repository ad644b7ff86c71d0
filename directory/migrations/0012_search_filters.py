"""The search index knows whom a listing is for, what it costs, when there is room, and how each place is got into."""

from importlib import import_module

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

before = import_module("directory.migrations.0002_search")

# Somebody's home is told by its square of a kilometre, here as on its page.
SPOT = """
create function directory_spot(place directory_location) returns table (easting integer, northing integer)
language sql stable as $$
    select case when place.address_public then place.easting else place.easting / 1000 * 1000 + 500 end,
           case when place.address_public then place.northing else place.northing / 1000 * 1000 + 500 end
$$;
"""

# Whoever comes to people has squares of its own, as large as its reach: it is found by the one that somebody is in.
REACH_CELLS = """
create function directory_reach_cells(e integer, n integer, reach integer) returns integer[]
language sql immutable strict parallel safe as $$
    select array(
        select ((8 + level) << 26) | (x << 13) | y
        from (select least(greatest(ceil(log(2, greatest(reach, 1)::numeric / 1024)), 0), 7)::int as level) size,
             generate_series(greatest(e - reach, 0) >> (10 + level), (e + reach) >> (10 + level)) x,
             generate_series(greatest(n - reach, 0) >> (10 + level), (n + reach) >> (10 + level)) y)
$$;
"""

# Through the noon and past six, what is open all day is there in the morning, in the afternoon and in the evening.
TIMES = """
create function directory_times(opens time, closes time) returns text[]
language sql immutable parallel safe as $$
    select array_remove(array[
        case when opens < '12:00' then 'morning' end,
        case when opens < '17:00' and (opens >= '12:00' or ends > '13:00') then 'afternoon' end,
        case when opens >= '17:00' or ends > '18:00' then 'evening' end], null)
    from (select case when closes <= opens then time '24:00' else coalesce(closes, opens) end as ends) hours
$$;
"""

DAYS = """
create function directory_days(s directory_schedule) returns text[] language sql stable as $$
    select array(
        select right(trim(part), 2) from unnest(string_to_array(s.byday, ',')) part
        where right(trim(part), 2) in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
        union select (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from s.dtstart)]
        where (s.freq = 'ONCE' or s.freq = 'WEEKLY' and s.byday = '') and s.dtstart is not null)
$$;
"""

# The most that it says it takes, in pounds; nothing where that is not to be read from it.
COSTS = r"""
create function directory_costs(listing directory_service) returns numeric[] language sql stable as $$
    select case
        when exists (select from directory_costoption where service_id = listing.id and amount is not null)
        then (select array[min(amount), min(amount)] from directory_costoption
              where service_id = listing.id and amount is not null)
        else (select array[min(pounds), max(pounds)]
              from (select m[1]::numeric as pounds from regexp_matches(listing.fees, '£\s*(\d{1,6}(?:\.\d\d)?)', 'g') m
                    union all select m[1]::numeric / 100 from regexp_matches(listing.fees, '(\d{1,2})p\M', 'g') m) said)
    end
$$;
"""

# `place` is null for a listing as a whole: then it has what any of its places has.
TAGS = """
create function directory_tags(listing directory_service, place directory_location) returns text[]
language plpgsql stable as $$
declare
    cost numeric[] := directory_costs(listing);
    free boolean := listing.free or coalesce(cost[1] = 0, false);
    travels boolean := listing.attending = 'in_person';
    found text[];
begin
    found := array_remove(array[
        'kind:' || nullif(listing.kind, ''), 'function:' || nullif(listing.function, ''),
        'for:' || nullif(listing.gender, ''), 'how:' || nullif(listing.attending, 'in_person'),
        'join:' || nullif(listing.joining, ''), case when free then 'cost:free' end,
        case when free or cost[2] < 5 then 'cost:low' end, case when free then 'free' end,
        case when listing.met_at_door then 'met' end, case when listing.personal_budget then 'budget' end], null)
    || array(select 'need:' || need_id from directory_service_needs where service_id = listing.id)
    || array(select 'for:' || audience_id from directory_service_audiences where service_id = listing.id)
    || array(select 'lang:' || left(lower(trim(spoken)), 40) from unnest(listing.languages) spoken
             where trim(spoken) <> '')
    || array(select tag from directory_schedule s,
                 unnest(array(select 'day:' || day from unnest(directory_days(s)) day)
                        || array(select 'time:' || part from unnest(directory_times(s.opens_at, s.closes_at)) part)) tag
             where s.service_id = listing.id
               and (s.location_id is null or place.id is null or s.location_id = place.id))
    || (select array_remove(array[
            case when bool_or(step_free) or not travels then 'step_free' end,
            case when bool_or(hearing_loop) then 'hearing_loop' end,
            case when bool_or(accessible_toilet) then 'accessible_toilet' end,
            case when bool_or(changing_place) then 'changing_place' end,
            case when bool_or(blue_badge_parking) then 'blue_badge_parking' end,
            case when bool_or(quiet_space) then 'quiet_space' end], null)
        from directory_location
        where id = place.id or place.id is null and id in (
            select location_id from directory_serviceatlocation where service_id = listing.id));
    return array(select distinct tag from unnest(found) tag);
end $$;
"""

# "MO morning": so that Monday and evening is not a Monday morning and a Friday evening.
SLOTS = """
create function directory_slots(listing directory_service, place directory_location) returns text[]
language sql stable as $$
    select array(
        select distinct day || ' ' || part
        from directory_schedule s, unnest(directory_days(s)) day, unnest(directory_times(s.opens_at, s.closes_at)) part
        where s.service_id = listing.id and (s.location_id is null or place.id is null or s.location_id = place.id))
$$;
"""

COMING = """
create function directory_coming(listing directory_service, place directory_location) returns date[]
language sql stable as $$
    select array(
        select distinct day from directory_schedule s, unnest(s.coming) day
        where s.service_id = listing.id and (s.location_id is null or place.id is null or s.location_id = place.id))
$$;
"""

# A bit for each tag that the panel counts, in the order in which they came, one transaction at a time giving out new
# ones; and in the last four bytes a bit for each coming day, which are fewer than 32 in a row. See `counting`.
MASK = """
create function directory_mask(tags text[], coming date[]) returns bytea language plpgsql as $$
declare
    mask bytea := decode(repeat('00', 24), 'hex');
    place integer;
begin
    if exists (select from unnest(tags) said where said not in (select tag from directory_tag)) then
        perform pg_advisory_xact_lock(hashtext('directory_tag'));
        insert into directory_tag (tag, bit)
        select said, (select coalesce(max(bit) + 1, 0) from directory_tag) + row_number() over (order by said) - 1
        from unnest(tags) said where said not in (select tag from directory_tag);
    end if;
    for place in select bit from directory_tag where tag = any(tags) and bit < 160
        union select 160 + (day - date '2000-01-01') % 32 from unnest(coming) day
    loop
        mask := set_bit(mask, place, 1);
    end loop;
    return mask;
end $$;
"""

# Whom it is not for is not what it is found by; nor is where somebody lives.
WORDS = """
create function directory_words(listing directory_service, place directory_location, tags text[]) returns tsvector
language sql stable as $$
    select setweight(to_tsvector('english', directory_plain(listing.name)), 'A')
        || setweight(to_tsvector('english', directory_plain(listing.summary)), 'B')
        || coalesce((select string_agg(quote_literal(case when tag ~ ':' then tag else 'is:' || tag end) || ':1C', ' ')
                     from unnest(tags) tag where tag !~ '^(day|time|cost|function):')::tsvector, '')
        || setweight(to_tsvector('english', directory_plain(concat_ws(' ', o.name,
               case when place.address_public then place.name end, place.city,
               array_to_string(listing.languages, ' ')))), 'C')
        || to_tsvector('english', directory_plain(concat_ws(' ', listing.description, listing.who_comes,
               listing.good_to_know, listing.how_to_join, listing.first_time, listing.met_by, listing.transport,
               listing.fees, case when place.address_public then place.address_1 end,
               (select concat_ws(' ', replace(platform, '_', ' '), posts, answers, joining_steps, without_it)
                from directory_onlinecommunity where service_id = listing.id))))
    from people_organisation o where o.id = listing.organisation_id
$$;
"""

# What all its places are called, for a listing as a whole.
PLACES = """
create function directory_places(listing directory_service) returns tsvector language sql stable as $$
    select coalesce(setweight(to_tsvector('english', directory_plain(string_agg(
               concat_ws(' ', case when l.address_public then l.name end, l.city), ' '))), 'C'), '')
    from directory_serviceatlocation a join directory_location l on l.id = a.location_id
    where a.service_id = listing.id
$$;
"""

# Somebody said lately that there is room: of a time's own word and the listing's, the latest of each. See `room.FRESH`.
ROOM = """
create function directory_room_until(listing directory_service) returns date language sql stable as $$
    select max(said_at)::date + 14
    from (select distinct on (schedule_id) available, said_at from directory_capacity where service_id = listing.id
          order by schedule_id, said_at desc) latest
    where available > 0
$$;
"""

# `offset 0` keeps what is worked out once from being worked out wherever it is named. The lock comes first: two people who change one listing at once must each see what the other wrote. A listing with
# several places has one row more, for those who ask without a place. Rows go in by square, near ones side by side.
REINDEX = """
create or replace function directory_reindex(ids uuid[]) returns void language plpgsql as $$
declare
    lexemes text[];
begin
    perform 1 from directory_service where id = any(ids) order by id for no key update;
    delete from directory_searchentry where service_id = any(ids);
    insert into directory_searchentry (
        service_id, location_id, first, whole, easting, northing, reach, anywhere, quality, tags, mask, slots, coming,
        cells, words, minimum_age, maximum_age, shown_from, shown_until, shut_from, shut_until, withheld, room_until,
        new_until)
    select s.id, l.id, p.first, p.whole, c.easting, c.northing, w.reach, w.anywhere and not p.whole,
           directory_quality(s), t.tags, directory_mask(t.tags, t.coming), directory_slots(s, there), t.coming,
           c.squares || w.round || case when w.anywhere and not p.whole then array[0] else '{}' end,
           directory_words(s, l, t.tags) || case when p.whole then directory_places(s) else '' end, s.minimum_age, s.maximum_age, s.publish_from, s.publish_until,
           case when s.status <> 'active' then coalesce(s.shut_from, '-infinity') end,
           case when s.status <> 'active' then s.reopens_on end, s.withheld_at is not null, directory_room_until(s),
           greatest(s.created::date, s.publish_from) + 60
    from directory_service s
    cross join lateral (
        select null::uuid as place, true as first, false as whole
        where not exists (select from directory_serviceatlocation where service_id = s.id)
        union all
        select a.location_id, count(*) over () = 1, false
        from directory_serviceatlocation a where a.service_id = s.id
        union all
        (select a.location_id, true, true
         from directory_serviceatlocation a join directory_location f on f.id = a.location_id
         where a.service_id = s.id and exists (
             select from directory_serviceatlocation b where b.service_id = s.id and b.location_id <> a.location_id)
         order by f.easting is null, f.name, f.id limit 1)) p
    left join directory_location l on l.id = p.place
    left join directory_location there on there.id = p.place and not p.whole
    left join lateral directory_spot(l) spot on true
    cross join lateral (
        select case when s.attending = 'in_person' then 0 else coalesce(s.reach_metres, 0) end as reach,
               s.attending <> 'in_person' and (s.reach_metres is null or spot.easting is null) as anywhere) r
    cross join lateral (
        select case when not p.whole then spot.easting end as easting,
               case when not p.whole then spot.northing end as northing,
               case when not p.whole then coalesce(directory_cells(spot.easting, spot.northing), '{}') else '{}' end
                   as squares offset 0) c
    cross join lateral (
        select r.reach, r.anywhere, case when r.reach > 0 and c.easting is not null
               then directory_reach_cells(c.easting, c.northing, r.reach) else '{}' end as round offset 0) w
    cross join lateral (select directory_tags(s, there) as tags, directory_coming(s, there) as coming offset 0) t
    where s.id = any(ids) and not s.is_template and s.merged_into_id is null
      and (s.status = 'active'
           or (s.status = 'temporarily closed' and (s.reopens_on is not null or s.shut_from is not null)))
    order by c.squares[5], c.squares[4], c.squares[3], c.squares[2], c.squares[1];
    lexemes := array(
        select distinct unnest(tsvector_to_array(to_tsvector('simple', directory_plain(concat_ws(' ', s.name, s.summary,
            s.description, s.who_comes, s.good_to_know, array_to_string(s.languages, ' '), o.name,
            (select string_agg(concat_ws(' ', case when l.address_public then l.name end, l.city), ' ')
             from directory_serviceatlocation a join directory_location l on l.id = a.location_id
             where a.service_id = s.id))))))
        from directory_service s join people_organisation o on o.id = s.organisation_id where s.id = any(ids));
    insert into directory_word (word, stem)
    select word, (ts_lexize('english_stem', word))[1] from unnest(lexemes) word
    where word ~ '^[a-z]{3,40}$' and cardinality(ts_lexize('english_stem', word)) > 0
      and not exists (select from directory_word known where known.word = word.word)
    order by word
    on conflict (word) do nothing;
    update directory_word set n = 1 where n = 0 and word = any(lexemes);
end $$;
"""

TOUCH = """
create or replace function directory_touch() returns trigger language plpgsql as $$
declare
    gone uuid := (to_jsonb(old) ->> tg_argv[0])::uuid;
    here uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if current_setting('app.reindex', true) = 'later' then
        return null;
    end if;
    perform directory_reindex(array(
        select id from directory_service where tg_argv[1] = 'listing' and id in (gone, here)
        union select service_id from directory_searchentry where tg_argv[1] = 'listing' and service_id = gone
        union select service_id from directory_serviceatlocation
            where tg_argv[1] = 'location' and location_id in (gone, here)
        union select id from directory_service
            where tg_argv[1] = 'organisation' and organisation_id in (gone, here)));
    return null;
end $$;
"""

FUNCTIONS = [
    (SPOT, "directory_spot(directory_location)"),
    (REACH_CELLS, "directory_reach_cells(integer, integer, integer)"),
    (TIMES, "directory_times(time, time)"),
    (DAYS, "directory_days(directory_schedule)"),
    (COSTS, "directory_costs(directory_service)"),
    (SLOTS, "directory_slots(directory_service, directory_location)"),
    (COMING, "directory_coming(directory_service, directory_location)"),
    (MASK, "directory_mask(text[], date[])"),
    (WORDS, "directory_words(directory_service, directory_location, text[])"),
    (PLACES, "directory_places(directory_service)"),
    (ROOM, "directory_room_until(directory_service)"),
]
AGAIN = "select directory_reindex(array(select id from directory_service)); select directory_weigh();"
WATCHED = ["directory_service_audiences", "directory_costoption", "directory_capacity", "directory_onlinecommunity"]
OLD_WORDS = "drop function directory_words(directory_service, directory_location)"
# Names have an index of their own: what is farther away is shown when its name says what was looked for.
NAMES = """create index search_entry_names on directory_searchentry
    using gin (ts_filter(words, '{a}'), cells) with (fastupdate = off)"""


def replaced(sql: str, was: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        sql.replace("create function", "create or replace function"),
        was.replace("create function", "create or replace function"),
    )


def watch(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"create trigger directory_touch_listing after insert or update or delete on {table} "
        f"for each row execute function directory_touch('service_id', 'listing')",
        f"drop trigger directory_touch_listing on {table}",
    )


def dates(*names: str) -> list[migrations.AddField]:
    return [migrations.AddField("searchentry", name, models.DateField(null=True)) for name in names]


class Migration(migrations.Migration):
    dependencies = [("directory", "0011_feeds")]
    operations = [
        migrations.RunSQL(migrations.RunSQL.noop, AGAIN),  # undone last: rows as they were before
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("tag", models.CharField(db_collation="C", max_length=60, primary_key=True, serialize=False)),
                ("bit", models.IntegerField(unique=True)),
            ],
        ),
        migrations.RunSQL("delete from directory_searchentry", migrations.RunSQL.noop),
        migrations.AddField("searchentry", "whole", models.BooleanField(default=False)),
        migrations.AddField("searchentry", "mask", models.BinaryField(default=b"")),
        migrations.AddField("searchentry", "slots", ArrayField(models.TextField(), default=list, size=None)),
        migrations.AddField("searchentry", "coming", ArrayField(models.DateField(), default=list, size=None)),
        migrations.AddField("searchentry", "minimum_age", models.SmallIntegerField(null=True)),
        migrations.AddField("searchentry", "maximum_age", models.SmallIntegerField(null=True)),
        *dates("shown_from", "shown_until", "shut_from", "room_until", "new_until"),
        migrations.AddField("searchentry", "withheld", models.BooleanField(default=False)),
        *(migrations.RunSQL(sql, f"drop function {signature}") for sql, signature in FUNCTIONS),
        replaced(TAGS, before.TAGS),
        replaced(REINDEX, before.REINDEX),
        replaced(TOUCH, before.TOUCH),
        migrations.RunSQL(OLD_WORDS, before.WORDS),
        migrations.RunSQL(NAMES, "drop index search_entry_names"),
        *(watch(table) for table in WATCHED),
        migrations.RunSQL(AGAIN, "delete from directory_searchentry"),
    ]
