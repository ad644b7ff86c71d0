"""What has been leaves the search: a listing whose every time has an end is shown until the last of its days."""

from django.db import migrations

# As `recurrence.last_day`: none where anything goes on, or nobody has said when it ends.
LAST_DAY = """
create function directory_last_day(listing directory_service) returns date language sql stable as $$
    select case when bool_and(last is not null) then max(last) end
    from (select case when s.freq <> 'ONCE' then s.valid_to else coalesce(
                     (select max(day) from unnest(array_append(s.also_on, s.dtstart)) day
                      where day <> all(s.except_on) and (s.valid_to is null or day <= s.valid_to)), s.dtstart) end as last
          from directory_schedule s where s.service_id = listing.id) ends
$$;
"""

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
           directory_words(s, l, t.tags) || case when p.whole then directory_places(s) else '' end, s.minimum_age, s.maximum_age, s.publish_from,
           least(s.publish_until, directory_last_day(s)),
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

BEFORE = """
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

AGAIN = """
select directory_reindex(array(select distinct service_id from directory_schedule
                               where freq = 'ONCE' or valid_to is not null));
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0015_shut")]
    operations = [
        migrations.RunSQL(LAST_DAY, "drop function directory_last_day(directory_service)"),
        migrations.RunSQL(REINDEX, BEFORE),
        migrations.RunSQL(AGAIN, migrations.RunSQL.noop),
    ]
