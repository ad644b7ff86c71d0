-- of migrations: 1f7e66b3cef588db7839d92895a0fa1cca5ca897602e3323bf99ea27758d01a8
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA stats;
CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.directory_after_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into directory_slip (gone, word)
    select unnest(directory_slips(word)), word from fresh where length(word) > 2 order by 1, 2 on conflict do nothing;
    return null;
end $$;
CREATE FUNCTION public.directory_before_word() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    new.sound := directory_sound(new.word);
    return new;
end $$;
CREATE FUNCTION public.directory_cells(e integer, n integer) RETURNS integer[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select array(select (level << 26) | ((e >> (10 + level)) << 13) | (n >> (10 + level))
                 from generate_series(0, 4) level)
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.directory_location (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    address_1 character varying(200) NOT NULL,
    address_2 character varying(200) NOT NULL,
    city character varying(120) NOT NULL,
    postcode character varying(10) NOT NULL,
    easting integer,
    northing integer,
    step_free boolean,
    step_free_note character varying(200) NOT NULL,
    hearing_loop boolean,
    hearing_loop_note character varying(200) NOT NULL,
    transport character varying(300) NOT NULL,
    access_note character varying(300) NOT NULL,
    accessible_toilet boolean,
    address_public boolean NOT NULL,
    blue_badge_parking boolean,
    changing_place boolean,
    directions character varying(300) NOT NULL,
    quiet_space boolean,
    uprn character varying(12) NOT NULL,
    CONSTRAINT both_coordinates_or_none CHECK ((((easting IS NULL) AND (northing IS NULL)) OR ((easting IS NOT NULL) AND (northing IS NOT NULL))))
);
CREATE TABLE public.directory_service (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    summary character varying(300) NOT NULL,
    description text NOT NULL,
    kind character varying(20) NOT NULL,
    function character varying(20) NOT NULL,
    status character varying(20) NOT NULL,
    reopens_on date,
    shut_because character varying(200) NOT NULL,
    attending character varying(20) NOT NULL,
    reach_metres integer,
    fees character varying(300) NOT NULL,
    free boolean NOT NULL,
    minimum_age smallint,
    maximum_age smallint,
    who_comes text NOT NULL,
    first_time text NOT NULL,
    good_to_know text NOT NULL,
    how_to_join text NOT NULL,
    met_at_door boolean NOT NULL,
    met_by character varying(120) NOT NULL,
    languages character varying(60)[] NOT NULL,
    contact_name character varying(120) NOT NULL,
    contact_phone character varying(40) NOT NULL,
    contact_email character varying(254) NOT NULL,
    contact_public boolean NOT NULL,
    url character varying(500) NOT NULL,
    verified_at timestamp with time zone,
    verified_by_name character varying(120) NOT NULL,
    verified_by_public boolean NOT NULL,
    verified_by_body character varying(120) NOT NULL,
    source_id character varying(200) NOT NULL,
    content_hash character varying(64) NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    feed_id bigint,
    instead_id uuid,
    organisation_id uuid NOT NULL,
    assigned_to_id uuid,
    branch_of_id uuid,
    check_by date,
    check_every_days smallint,
    gender character varying(10) NOT NULL,
    is_template boolean NOT NULL,
    joining character varying(20) NOT NULL,
    left_feed_at timestamp with time zone,
    merged_into_id uuid,
    not_for text NOT NULL,
    own_words character varying(40)[] NOT NULL,
    personal_budget boolean,
    publish_from date,
    publish_until date,
    shut_from date,
    transport character varying(300) NOT NULL,
    wellbeing character varying(20)[] NOT NULL,
    withheld_at timestamp with time zone,
    CONSTRAINT ages_in_order CHECK (((minimum_age IS NULL) OR (maximum_age IS NULL) OR (minimum_age <= maximum_age))),
    CONSTRAINT directory_service_check_every_days_check CHECK ((check_every_days >= 0)),
    CONSTRAINT directory_service_maximum_age_check CHECK ((maximum_age >= 0)),
    CONSTRAINT directory_service_minimum_age_check CHECK ((minimum_age >= 0)),
    CONSTRAINT directory_service_reach_metres_check CHECK ((reach_metres >= 0)),
    CONSTRAINT not_merged_into_itself CHECK ((NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))),
    CONSTRAINT published_before_it_expires CHECK (((publish_from IS NULL) OR (publish_until IS NULL) OR (publish_from <= publish_until)))
);
CREATE FUNCTION public.directory_coming(listing public.directory_service, place public.directory_location) RETURNS date[]
    LANGUAGE sql STABLE
    AS $$
    select array(
        select distinct day from directory_schedule s, unnest(s.coming) day
        where s.service_id = listing.id and (s.location_id is null or place.id is null or s.location_id = place.id))
$$;
CREATE FUNCTION public.directory_costs(listing public.directory_service) RETURNS numeric[]
    LANGUAGE sql STABLE
    AS $$
    select case
        when exists (select from directory_costoption where service_id = listing.id and amount is not null)
        then (select array[min(amount), min(amount)] from directory_costoption
              where service_id = listing.id and amount is not null)
        else (select array[min(pounds), max(pounds)]
              from (select m[1]::numeric as pounds from regexp_matches(listing.fees, '£\s*(\d{1,6}(?:\.\d\d)?)', 'g') m
                    union all select m[1]::numeric / 100 from regexp_matches(listing.fees, '(\d{1,2})p\M', 'g') m) said)
    end
$$;
CREATE TABLE public.directory_schedule (
    id uuid NOT NULL,
    freq character varying(10) NOT NULL,
    "interval" smallint NOT NULL,
    byday character varying(60) NOT NULL,
    bymonthday character varying(60) NOT NULL,
    dtstart date,
    valid_to date,
    except_on date[] NOT NULL,
    opens_at time without time zone,
    closes_at time without time zone,
    description character varying(300) NOT NULL,
    location_id uuid,
    service_id uuid NOT NULL,
    also_on date[] NOT NULL,
    coming date[] NOT NULL,
    not_on_bank_holidays boolean NOT NULL,
    term_time boolean NOT NULL,
    CONSTRAINT directory_schedule_interval_check CHECK (("interval" >= 0))
);
CREATE FUNCTION public.directory_days(s public.directory_schedule) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    select array(
        select right(trim(part), 2) from unnest(string_to_array(s.byday, ',')) part
        where right(trim(part), 2) in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
        union select (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from s.dtstart)]
        where (s.freq = 'ONCE' or s.freq = 'WEEKLY' and s.byday = '') and s.dtstart is not null)
$$;
CREATE FUNCTION public.directory_digits(phone text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select case when length(d) >= 9 then right(d, 10) else '' end from regexp_replace(phone, '\D', '', 'g') d
$$;
CREATE FUNCTION public.directory_key(said text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select coalesce(string_agg(directory_stem(word), ' ' order by at), '')
    from (select trim(both '''' from part) as word, at
          from regexp_split_to_table(directory_plain(said), '[^a-z0-9''\u0080-\uffff]+') with ordinality x(part, at)) w
    where word not in ('', 'a', 'an', 'the', 'my', 'your', 'his', 'her', 'their', 'our', 'some', 'any', 'this', 'that')
$$;
CREATE FUNCTION public.directory_kin(key text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select regexp_replace(regexp_replace(key,
        '\m(husband|hubbi|wife|missus|partner|spous|fianc|mum|mummi|mam|mom|mother|dad|daddi|father|parent|brother|sister'
        '|gran|granni|nan|nana|grandma|grandad|grandpa|grandmoth|grandfath|aunt|aunti|uncl|friend)\M', 'kin', 'g'),
        '\m(son|daughter|boy|girl|child|children|kid|lad)\M', 'young', 'g')
$$;
CREATE FUNCTION public.directory_last_day(listing public.directory_service) RETURNS date
    LANGUAGE sql STABLE
    AS $$
    select case when bool_and(last is not null) then max(last) end
    from (select case when s.freq <> 'ONCE' then s.valid_to else coalesce(
                     (select max(day) from unnest(array_append(s.also_on, s.dtstart)) day
                      where day <> all(s.except_on) and (s.valid_to is null or day <= s.valid_to)), s.dtstart) end as last
          from directory_schedule s where s.service_id = listing.id) ends
$$;
CREATE FUNCTION public.directory_link(address text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
    select regexp_replace(rtrim(regexp_replace(regexp_replace(regexp_replace(
        split_part(lower(btrim(address)), '#', 1), '^[a-z]+://', ''), '^((www|m|mobile|web|mbasic|touch)\.)+', ''),
        '[?&](utm_[a-z]+|fbclid|ref|igshid|mibextid|locale)=[^&]*', '', 'g'), '/?&'),
        '^(facebook\.com/groups/[^/?]+).*$', '\1')
$_$;
CREATE FUNCTION public.directory_mask(tags text[], coming date[]) RETURNS bytea
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.directory_places(listing public.directory_service) RETURNS tsvector
    LANGUAGE sql STABLE
    AS $$
    select coalesce(setweight(to_tsvector('english', directory_plain(string_agg(
               concat_ws(' ', case when l.address_public then l.name end, l.city), ' '))), 'C'), '')
    from directory_serviceatlocation a join directory_location l on l.id = a.location_id
    where a.service_id = listing.id
$$;
CREATE FUNCTION public.directory_plain(said text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select regexp_replace(normalize(translate(lower(said), '’‘', ''''''), nfkd), '[\u0300-\u036f]', '', 'g')
$$;
CREATE FUNCTION public.directory_quality(listing public.directory_service) RETURNS smallint
    LANGUAGE sql STABLE
    AS $$
    select (2 * (listing.verified_at is not null)::int + (listing.summary <> '')::int
        + (length(listing.description) > 80)::int + (listing.first_time <> '')::int + (listing.contact_public)::int
        + 2 * exists (select 1 from directory_schedule where service_id = listing.id)::int)::smallint
$$;
CREATE FUNCTION public.directory_reach_cells(e integer, n integer, reach integer) RETURNS integer[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select array(
        select ((8 + level) << 26) | (x << 13) | y
        from (select least(greatest(ceil(log(2, greatest(reach, 1)::numeric / 1024)), 0), 7)::int as level) size,
             generate_series(greatest(e - reach, 0) >> (10 + level), (e + reach) >> (10 + level)) x,
             generate_series(greatest(n - reach, 0) >> (10 + level), (n + reach) >> (10 + level)) y)
$$;
CREATE FUNCTION public.directory_reindex(ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    AS $_$
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
end $_$;
CREATE FUNCTION public.directory_room_until(listing public.directory_service) RETURNS date
    LANGUAGE sql STABLE
    AS $$
    select max(said_at)::date + 14
    from (select distinct on (schedule_id) available, said_at from directory_capacity where service_id = listing.id
          order by schedule_id, said_at desc) latest
    where available > 0
$$;
CREATE FUNCTION public.directory_slips(word text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select array(
        select start
        union select left(start, i - 1) || substr(start, i + 1) from generate_series(1, length(start)) i
        union select left(start, i - 1) || substr(start, i + 1, j - i - 1) || substr(start, j + 1)
            from generate_series(1, length(start)) i, generate_series(i + 1, length(start)) j where length(start) > 4)
    from (select left(word, 7) as start) s
$$;
CREATE FUNCTION public.directory_slots(listing public.directory_service, place public.directory_location) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    select array(
        select distinct day || ' ' || part
        from directory_schedule s, unnest(directory_days(s)) day, unnest(directory_times(s.opens_at, s.closes_at)) part
        where s.service_id = listing.id and (s.location_id is null or place.id is null or s.location_id = place.id))
$$;
CREATE FUNCTION public.directory_sound(word text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
declare
    rule text[];
begin
    foreach rule slice 1 in array array[
        ['^(?:kn|gn|pn)', 'n'], ['^wr', 'r'], ['^ps', 's'], ['^x', 's'], ['x', 'ks'], ['ph', 'f'], ['tch', 'X'],
        ['sch', 'sk'], ['sh|ch|ti(?=[ao])|ci(?=[ao])|si(?=on)', 'X'], ['gh', ''], ['dg(?=[eiy])', 'j'],
        ['c(?=[eiy])', 's'], ['ck|c|q', 'k'], ['z', 's'], ['v', 'f'], ['th', 't'], ['^[aeiou]', 'A'],
        ['(?!^)[aeiouwhy]', ''], ['(.)\1+', '\1'], ['(..)s$', '\1']]
    loop
        word := regexp_replace(word, rule[1], rule[2], 'g');
    end loop;
    return word;
end $_$;
CREATE FUNCTION public.directory_speak(source text, said text, means text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    insert into directory_phrase (key, source, said, means, tags)
    select distinct on (key) left(key, 120), source, said,
           array(select word from unnest(means) with ordinality m(word, at) where word !~ ':' and (
               word !~ ' ' or word ~ '[0-9]' or numnode(phraseto_tsquery('english', directory_plain(word))) > 1)
               order by at),
           array(select word from unnest(means) word where word ~ ':')
    from unnest(array[directory_key(said), directory_kin(directory_key(said))]) key
    where key = directory_key(said) or key ~ ' ';
    insert into directory_word (word, stem, n, spoken)
    select distinct word, directory_stem(word), 0, true
    from unnest(said || means) phrase, regexp_split_to_table(directory_plain(phrase), '[^a-z]+') word
    where phrase !~ ':' and length(word) between 3 and 40 and cardinality(ts_lexize('english_stem', word)) > 0
    order by word
    on conflict (word) do nothing;
    update directory_word set spoken = true where not spoken and word in (
        select word from unnest(said || means) phrase, regexp_split_to_table(directory_plain(phrase), '[^a-z]+') word
        where phrase !~ ':');
end $$;
CREATE FUNCTION public.directory_spoken() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    gone text := coalesce(to_jsonb(old) ->> 'said', to_jsonb(old) ->> 'code');
    line jsonb := to_jsonb(new);
    phrase text;
begin
    delete from directory_phrase where source = tg_argv[0] || ':' || gone;
    if tg_argv[0] = 'said' and line is not null then
        perform directory_speak('said:' || new.said, new.said, new.means::text[]);
    elsif line is not null then
        foreach phrase in array array[new.name::text] || new.synonyms::text[] loop
            perform directory_speak(tg_argv[0] || ':' || new.code, phrase, array[tg_argv[0] || ':' || new.code]);
        end loop;
    end if;
    return null;
end $$;
CREATE FUNCTION public.directory_spot(place public.directory_location) RETURNS TABLE(easting integer, northing integer)
    LANGUAGE sql STABLE
    AS $$
    select case when place.address_public then place.easting else place.easting / 1000 * 1000 + 500 end,
           case when place.address_public then place.northing else place.northing / 1000 * 1000 + 500 end
$$;
CREATE FUNCTION public.directory_stem(said text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
    select coalesce((ts_lexize('english_stem', word))[1], word)
    from (select regexp_replace(said, '''(t|m|d|ve|re|ll)$', '\1') as word) spoken
$_$;
CREATE FUNCTION public.directory_tags(listing public.directory_service, place public.directory_location) RETURNS text[]
    LANGUAGE plpgsql STABLE
    AS $$
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
CREATE FUNCTION public.directory_times(opens time without time zone, closes time without time zone) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    select array_remove(array[
        case when opens < '12:00' then 'morning' end,
        case when opens < '17:00' and (opens >= '12:00' or ends > '13:00') then 'afternoon' end,
        case when opens >= '17:00' or ends > '18:00' then 'evening' end], null)
    from (select case when closes <= opens then time '24:00' else coalesce(closes, opens) end as ends) hours
$$;
CREATE FUNCTION public.directory_touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.directory_weigh() RETURNS void
    LANGUAGE sql
    AS $$
    with counted as (
        select word as stem, ndoc from ts_stat('select words from directory_searchentry where first'))
    update directory_word w set n = coalesce(ndoc, 0)
    from directory_word each left join counted using (stem)
    where w.word = each.word and w.n <> coalesce(ndoc, 0)
$$;
CREATE FUNCTION public.directory_words(listing public.directory_service, place public.directory_location, tags text[]) RETURNS tsvector
    LANGUAGE sql STABLE
    AS $$
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
CREATE FUNCTION public.pgtrigger_append_only_07004() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_104f1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_17a98() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_1a038() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_24644() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_3d4f5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_5359a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_54db5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_5a7da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6d786() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_7761d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_79536() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_7e349() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_7f694() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_82c5c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_840c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_86af3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_8700e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_88c43() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_9806a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_9d8e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_9e6b6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a2929() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a40eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_a6098() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_aa7e5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_ac0ad() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_bf9e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_bfaf3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d0304() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d4003() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d41a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d92c3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_f0a74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_f1003() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_ff564() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_as_told_70b0a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_as_written_a2ecf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_born_submitted_fb5f2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_0b172() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_consenthistory" ("given_at", "given_to_id", "how", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "referral_id", "withdrawn_at") VALUES (NEW."given_at", NEW."given_to_id", NEW."how", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."purpose", NEW."referral_id", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_2759c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "date_of_birth", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_email", "safe_to_leave_word", "safe_to_message", "safe_to_ring", "safe_to_write", "who_else") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."date_of_birth", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_email", NEW."safe_to_leave_word", NEW."safe_to_message", NEW."safe_to_ring", NEW."safe_to_write", NEW."who_else"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_4f80b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_particularshistory" ("changed_at", "changed_by_id", "contact_methods", "formats", "id", "interests", "interpreter", "needs_asked", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "professionals", "reviewed_on", "spoken_language", "strengths", "supports") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."contact_methods", NEW."formats", NEW."id", NEW."interests", NEW."interpreter", NEW."needs_asked", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."professionals", NEW."reviewed_on", NEW."spoken_language", NEW."strengths", NEW."supports"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_85ae8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_relationhistory" ("ended_at", "id", "is_carer", "lives_with", "made_at", "made_by_id", "may_speak", "name", "needs", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "their_yes", "their_yes_on", "their_yes_to_id", "tie") VALUES (NEW."ended_at", NEW."id", NEW."is_carer", NEW."lives_with", NEW."made_at", NEW."made_by_id", NEW."may_speak", NEW."name", NEW."needs", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone", NEW."their_yes", NEW."their_yes_on", NEW."their_yes_to_id", NEW."tie"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_a74c8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "lead_id", "named", "named_as", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "refused", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."lead_id", NEW."named", NEW."named_as", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."refused", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_cf947() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_connectionhistory" ("agreed_at", "ended_at", "ended_why", "first_attended_at", "first_offered_at", "id", "introduced_at", "last_attended_at", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "service_id", "state") VALUES (NEW."agreed_at", NEW."ended_at", NEW."ended_why", NEW."first_attended_at", NEW."first_offered_at", NEW."id", NEW."introduced_at", NEW."last_attended_at", NEW."made_at", NEW."made_by_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."referral_id", NEW."service_id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_moves_d78a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE _is_valid_transition BOOLEAN;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    SELECT CONCAT(OLD."state", ':', NEW."state") = ANY('{draft:waiting,draft:withdrawn,waiting:draft,waiting:published,waiting:withdrawn,published:withdrawn}'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION 'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_moves_e0da4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE _is_valid_transition BOOLEAN;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    SELECT CONCAT(OLD."state", ':', NEW."state") = ANY('{submitted:accepted,submitted:returned,submitted:transferred,submitted:withdrawn,returned:submitted,returned:withdrawn,accepted:closed,accepted:contacted,accepted:paused,accepted:transferred,accepted:withdrawn,contacted:active,contacted:closed,contacted:paused,contacted:transferred,contacted:withdrawn,active:closed,active:paused,active:transferred,active:withdrawn,paused:accepted,paused:active,paused:closed,paused:contacted,paused:withdrawn,closed:accepted,withdrawn:accepted}'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION 'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_read_once_8de0d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_223e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_referralhistory" ("age_then", "assessed_weight", "came_from_id", "closed_at", "closed_why", "connector_id", "decided_at", "domains", "domains_asked", "entered_by_id", "expected_weight", "first_attempt_at", "first_contact_at", "first_meeting_at", "first_time", "id", "lead_id", "named", "named_as", "next_on", "next_step", "outsider_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_agreed_at", "reference", "referrer_id", "referrer_job", "referrer_trained", "referring_organisation_id", "refused", "respond_by", "source", "spot_easting", "spot_northing", "state", "submitted_at", "team_id", "through_referrer", "told", "urgent", "wants", "ward_id", "words") VALUES (NEW."age_then", NEW."assessed_weight", NEW."came_from_id", NEW."closed_at", NEW."closed_why", NEW."connector_id", NEW."decided_at", NEW."domains", NEW."domains_asked", NEW."entered_by_id", NEW."expected_weight", NEW."first_attempt_at", NEW."first_contact_at", NEW."first_meeting_at", NEW."first_time", NEW."id", NEW."lead_id", NEW."named", NEW."named_as", NEW."next_on", NEW."next_step", NEW."outsider_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plan_agreed_at", NEW."reference", NEW."referrer_id", NEW."referrer_job", NEW."referrer_trained", NEW."referring_organisation_id", NEW."refused", NEW."respond_by", NEW."source", NEW."spot_easting", NEW."spot_northing", NEW."state", NEW."submitted_at", NEW."team_id", NEW."through_referrer", NEW."told", NEW."urgent", NEW."wants", NEW."ward_id", NEW."words"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_2863a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_relationhistory" ("ended_at", "id", "is_carer", "lives_with", "made_at", "made_by_id", "may_speak", "name", "needs", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "their_yes", "their_yes_on", "their_yes_to_id", "tie") VALUES (NEW."ended_at", NEW."id", NEW."is_carer", NEW."lives_with", NEW."made_at", NEW."made_by_id", NEW."may_speak", NEW."name", NEW."needs", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone", NEW."their_yes", NEW."their_yes_on", NEW."their_yes_to_id", NEW."tie"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_62932() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_consenthistory" ("given_at", "given_to_id", "how", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "referral_id", "withdrawn_at") VALUES (NEW."given_at", NEW."given_to_id", NEW."how", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."purpose", NEW."referral_id", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a26d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_personhistory" ("access_needs", "created_at", "created_by_id", "date_of_birth", "email", "family_name", "given_name", "good_times", "id", "known_as", "language", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postcode", "restricted", "safe_to_email", "safe_to_leave_word", "safe_to_message", "safe_to_ring", "safe_to_write", "who_else") VALUES (NEW."access_needs", NEW."created_at", NEW."created_by_id", NEW."date_of_birth", NEW."email", NEW."family_name", NEW."given_name", NEW."good_times", NEW."id", NEW."known_as", NEW."language", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone", NEW."postcode", NEW."restricted", NEW."safe_to_email", NEW."safe_to_leave_word", NEW."safe_to_message", NEW."safe_to_ring", NEW."safe_to_write", NEW."who_else"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_c20eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_connectionhistory" ("agreed_at", "ended_at", "ended_why", "first_attended_at", "first_offered_at", "id", "introduced_at", "last_attended_at", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "service_id", "state") VALUES (NEW."agreed_at", NEW."ended_at", NEW."ended_why", NEW."first_attended_at", NEW."first_offered_at", NEW."id", NEW."introduced_at", NEW."last_attended_at", NEW."made_at", NEW."made_by_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."referral_id", NEW."service_id", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_cfb3f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "referrals_particularshistory" ("changed_at", "changed_by_id", "contact_methods", "formats", "id", "interests", "interpreter", "needs_asked", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "professionals", "reviewed_on", "spoken_language", "strengths", "supports") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."contact_methods", NEW."formats", NEW."id", NEW."interests", NEW."interpreter", NEW."needs_asked", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."professionals", NEW."reviewed_on", NEW."spoken_language", NEW."strengths", NEW."supports"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_3619d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_417ba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_43fe6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_4726c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_4aea3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_b039f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_c67ba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_d7960() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_dde54() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_de96f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_e04f2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_f1b65() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_written_once_faa73() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.referrals_all_of(person uuid) RETURNS uuid[]
    LANGUAGE sql
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select array[person] || coalesce(array_agg(gone_id), '{}') from referrals_merge where kept_id = person
$$;
CREATE FUNCTION public.referrals_erase(which uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  asked referrals_erasure; was text := coalesce(current_setting('app.job', true), ''); people uuid[]; v_went jsonb;
begin
  if not (coalesce(current_setting('app.role', true), '') = 'DPO' or was = 'clocks') then
    raise insufficient_privilege using message = 'not theirs to erase';
  end if;
  perform set_config('app.job', 'retention', true);
  select * into asked from referrals_erasure where id = which for update;
  -- Two people, or the clock on its day: said again here, where no form can be wrong.
  if asked.id is null or asked.stage not in ('agreed', 'done') or not (
      (asked.proposed_by_id is not null and asked.decided_by_id is not null
        and asked.proposed_by_id <> asked.decided_by_id)
      or (asked.came = 'clock' and asked.proposed_by_id is null)) then
    raise insufficient_privilege using message = 'not agreed to';
  end if;
  people := referrals_all_of(asked.person_key);
  if exists (select 1 from referrals_concern c join referrals_referral r on r.id = c.referral_id
      where r.person_id = any(people) and c.ended_at is null) then
    raise insufficient_privilege using message = 'a concern stands';
  end if;
  if asked.came = 'clock' and exists (select 1 from referrals_referral where person_id = any(people)
      and state not in ('closed', 'withdrawn', 'returned', 'transferred')) then
    raise insufficient_privilege using message = 'somebody is being helped';
  end if;
  v_went := referrals_erase_people(people);
  update referrals_erasure set stage = 'done', done_at = coalesce(done_at, now()), words = '',
    went = case when v_went = '{}' then went else v_went end where id = which;
  perform set_config('app.job', was, true);
  return v_went;
end $$;
CREATE FUNCTION public.referrals_erase_people(people uuid[]) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare refs uuid[]; strangers uuid[]; v_gone uuid[] := '{}'; v_went jsonb := '{}'; hushed text;
begin
  select coalesce(array_agg(id), '{}'),
      coalesce(array_agg(distinct outsider_id) filter (where outsider_id is not null), '{}')
    into refs, strangers from referrals_referral where person_id = any(people);
  select '{' || string_agg(distinct tgname, ',') || '}' into hushed from pg_trigger where tgname like 'pgtrigger_%';
  perform set_config('pgtrigger.ignore', hushed, true);
  insert into referrals_remainder (id, ward_id, team_id, source, came_in, state, closed_why, groups)
    select gen_random_uuid(), r.ward_id, r.team_id, r.source, date_trunc('month', r.submitted_at)::date, r.state,
      r.closed_why,
      coalesce((select array_agg(c.state order by c.state) from referrals_connection c
        where c.referral_id = r.id), '{}')
    from referrals_referral r where r.id = any(refs);
  select e.v_gone, e.v_went into v_gone, v_went from referrals_erase_rows('referrals_person', people, v_gone, v_went) e;
  -- What names them by key alone: their messages, and links, some of which are others' too.
  delete from messaging_inboundtext where led_to = any(v_gone);
  delete from messaging_message where recipient_key = any(people) or about_id = any(refs);
  update messaging_message set link_id = null
    where link_id in (select id from messaging_link where subject = any(v_gone));
  delete from messaging_link where subject = any(v_gone);
  update messaging_link set scope = array(select unnest(scope) except select unnest(v_gone)) where scope && v_gone;
  select array_agg(o.id) into strangers from referrals_outsider o where o.id = any(strangers)
    and not exists (select 1 from referrals_referral r where r.outsider_id = o.id);
  select e.v_gone, e.v_went into v_gone, v_went
    from referrals_erase_rows('referrals_outsider', strangers, v_gone, v_went) e;
  perform set_config('pgtrigger.ignore', '{}', true);
  return v_went;
end $$;
CREATE FUNCTION public.referrals_erase_preview(person uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare v_went jsonb := '{}'; was text := coalesce(current_setting('app.job', true), '');
begin
  if coalesce(current_setting('app.role', true), '') <> 'DPO' then
    raise insufficient_privilege using message = 'not theirs to erase';
  end if;
  perform set_config('app.job', 'retention', true);
  begin
    v_went := referrals_erase_people(referrals_all_of(person));
    raise exception using errcode = 'ZZ001', message = 'only looked';
  exception when sqlstate 'ZZ001' then null;
  end;
  perform set_config('app.job', was, true);
  return v_went;
end $$;
CREATE FUNCTION public.referrals_erase_rows(what regclass, keys uuid[], INOUT v_gone uuid[], INOUT v_went jsonb) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare link record; below uuid[]; n bigint; history regclass; place int;
begin
  if keys is null or cardinality(keys) = 0 then return; end if;
  execute format('delete from %s where id = any($1)', what) using keys;
  get diagnostics n = row_count;
  if n > 0 then
    v_went := v_went || jsonb_build_object(what::text, coalesce((v_went ->> what::text)::bigint, 0) + n);
  end if;
  v_gone := v_gone || keys;
  history := to_regclass(what::text || 'history');
  if history is not null then
    execute format('delete from %s where pgh_obj_id = any($1)', history) using keys;
  end if;
  -- Foreign keys are looked at when the transaction ends, so that what is above may go before what is below.
  for link in select c.conrelid::regclass as child, a.attname as name, k.typ from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      left join lateral (select p.atttypid::regtype::text as typ from pg_attribute p
        where p.attrelid = c.conrelid and p.attname = 'id') k on true
      where c.contype = 'f' and c.confrelid = what loop
    if (link.child::text, link.name) in (
        ('referrals_referral', 'came_from_id'), ('referrals_healthychat', 'referral_id'),
        ('messaging_message', 'link_id')) then
      execute format('update %s set %I = null where %I = any($1)', link.child, link.name, link.name) using keys;
    elsif link.typ = 'uuid' then
      execute format('select array_agg(id) from %s where %I = any($1)', link.child, link.name) into below using keys;
      select r.v_gone, r.v_went into v_gone, v_went from referrals_erase_rows(link.child, below, v_gone, v_went) r;
    else
      execute format('delete from %s where %I = any($1)', link.child, link.name) using keys;
    end if;
  end loop;
end $_$;
CREATE FUNCTION public.referrals_forget_whereabouts(who uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare was text := coalesce(current_setting('app.job', true), '');
begin
  if was <> 'guarding' or not (who = any (nullif(current_setting('app.scope', true), '')::uuid[])) then
    raise insufficient_privilege using message = 'not the one who is guarded';
  end if;
  perform set_config('app.job', 'retention', true);
  perform set_config('pgtrigger.ignore', '{pgtrigger_append_only_aa7e5,pgtrigger_append_only_5359a}', true);
  update referrals_personhistory set phone = '', email = '', postcode = '' where pgh_obj_id = who;
  update referrals_referralhistory set spot_easting = null, spot_northing = null where person_id = who;
  update messaging_message set "to" = '' where recipient_key = who and state in ('sent', 'failed', 'cancelled');
  perform set_config('pgtrigger.ignore', '{}', true);
  perform set_config('app.job', was, true);
end $$;
CREATE FUNCTION public.referrals_only_leaves() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if coalesce(current_setting('app.job', true), '') = 'round'
    and to_jsonb(new) - '{ended_at,ended_by_id,ended_why}'::text[]
      <> to_jsonb(old) - '{ended_at,ended_by_id,ended_why}'::text[] then
    raise insufficient_privilege using message = 'row-level security: who is asked in does not say how far';
  end if;
  return new;
end $$;
CREATE FUNCTION public.referrals_own_person() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin
  if not exists (select 1 from referrals_person where id = new.person_id) then
    raise insufficient_privilege using message = 'new row violates row-level security policy: not a person of yours';
  end if;
  return new; end $$;
CREATE FUNCTION public.referrals_round_of() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare was text := coalesce(current_setting('app.job', true), '');
begin
  if new.referral_id is null then return null; end if;
  perform set_config('app.job', 'retention', true);
  update referrals_referral set round = coalesce((
    select jsonb_object_agg(p.user_id, jsonb_build_object('org', p.organisation_id, 'level', p.level, 'until', p.until))
    from referrals_partner p where p.referral_id = new.referral_id and p.yes and p.ended_at is null), '{}'),
    lead_id = case when lead_id = new.user_id and new.ended_at is not null then null else lead_id end
  where id = new.referral_id;
  perform set_config('app.job', was, true);
  return null;
end $$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_access (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid,
    link_id uuid,
    role character varying(4) NOT NULL,
    organisation_id uuid,
    page character varying(80) NOT NULL,
    person_ids uuid[] NOT NULL
);
ALTER TABLE ONLY public.audit_access FORCE ROW LEVEL SECURITY;
CREATE TABLE public.audit_rightschange (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid,
    role character varying(4) NOT NULL,
    organisation_id uuid,
    what character varying(20) NOT NULL,
    about_id uuid NOT NULL,
    detail character varying(200) NOT NULL
);
ALTER TABLE ONLY public.audit_rightschange FORCE ROW LEVEL SECURITY;
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE TABLE public.directory_admin (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    agreed_on date NOT NULL,
    off_at timestamp with time zone,
    language character varying(5) NOT NULL
);
ALTER TABLE ONLY public.directory_admin FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_admin_groups (
    id bigint NOT NULL,
    admin_id uuid NOT NULL,
    group_id uuid NOT NULL
);
ALTER TABLE public.directory_admin_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_admin_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_ask (
    id uuid NOT NULL,
    about character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    message_id uuid,
    link_id uuid,
    answered_at timestamp with time zone,
    answer character varying(12) NOT NULL,
    service_id uuid NOT NULL,
    change_id uuid
);
CREATE TABLE public.directory_audience (
    code character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    synonyms character varying(80)[] NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT directory_audience_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.directory_capacity (
    id uuid NOT NULL,
    available smallint,
    maximum smallint,
    waiting_days smallint,
    said_at timestamp with time zone NOT NULL,
    said_by_name character varying(120) NOT NULL,
    by_id uuid,
    schedule_id uuid,
    service_id uuid NOT NULL,
    CONSTRAINT directory_capacity_available_check CHECK ((available >= 0)),
    CONSTRAINT directory_capacity_maximum_check CHECK ((maximum >= 0)),
    CONSTRAINT directory_capacity_waiting_days_check CHECK ((waiting_days >= 0))
);
CREATE TABLE public.directory_changerequest (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    via character varying(10) NOT NULL,
    proposed jsonb NOT NULL,
    was jsonb NOT NULL,
    words text NOT NULL,
    by_name character varying(120) NOT NULL,
    by_email character varying(254) NOT NULL,
    by_phone character varying(40) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    taken character varying(40)[] NOT NULL,
    first_at timestamp with time zone,
    wait_until timestamp with time zone,
    decided_at timestamp with time zone,
    decided_why character varying(300) NOT NULL,
    by_id uuid,
    decided_by_id uuid,
    first_by_id uuid,
    service_id uuid,
    CONSTRAINT two_pairs_of_eyes CHECK ((NOT ((first_by_id = decided_by_id) AND (first_by_id IS NOT NULL) AND (decided_by_id IS NOT NULL))))
);
ALTER TABLE ONLY public.directory_changerequest FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_collection (
    id uuid NOT NULL,
    slug character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    intro text NOT NULL,
    published boolean NOT NULL,
    "position" smallint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    by_id uuid,
    CONSTRAINT directory_collection_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.directory_collectionentry (
    id uuid NOT NULL,
    note character varying(300) NOT NULL,
    "position" smallint NOT NULL,
    collection_id uuid NOT NULL,
    service_id uuid NOT NULL,
    CONSTRAINT directory_collectionentry_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.directory_communityadmin (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    about character varying(200) NOT NULL,
    agreed_on date NOT NULL,
    trained_on date,
    training character varying(120) NOT NULL,
    "position" smallint NOT NULL,
    community_id uuid NOT NULL,
    CONSTRAINT directory_communityadmin_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.directory_costoption (
    id uuid NOT NULL,
    option character varying(120) NOT NULL,
    amount numeric(8,2),
    amount_description character varying(200) NOT NULL,
    "position" smallint NOT NULL,
    service_id uuid NOT NULL,
    CONSTRAINT directory_costoption_position_check CHECK (("position" >= 0)),
    CONSTRAINT no_price_below_nought CHECK (((amount IS NULL) OR (amount >= (0)::numeric)))
);
CREATE TABLE public.directory_document (
    id uuid NOT NULL,
    place smallint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    kind character varying(5) NOT NULL,
    name character varying(120) NOT NULL,
    words character varying(300) NOT NULL,
    link character varying(500) NOT NULL,
    made_by_id uuid,
    service_id uuid NOT NULL,
    CONSTRAINT directory_document_place_check CHECK ((place >= 0))
);
CREATE TABLE public.directory_duplicate (
    id uuid NOT NULL,
    score double precision NOT NULL,
    why character varying(40)[] NOT NULL,
    found_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id uuid,
    one_id uuid NOT NULL,
    other_id uuid NOT NULL,
    CONSTRAINT two_different_listings CHECK ((NOT (one_id = other_id)))
);
CREATE TABLE public.directory_editornote (
    id uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    service_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_editornote FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_feed (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    address character varying(500) NOT NULL,
    licence character varying(200) NOT NULL,
    read_at timestamp with time zone,
    every_hours smallint,
    asked_at timestamp with time zone,
    not_before timestamp with time zone,
    pass_on boolean,
    reading_since timestamp with time zone,
    CONSTRAINT directory_feed_every_hours_check CHECK ((every_hours >= 0))
);
ALTER TABLE public.directory_feed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_feed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_feedanswer (
    id bigint NOT NULL,
    address character varying(1000) NOT NULL,
    etag character varying(300) NOT NULL,
    last_modified character varying(60) NOT NULL,
    reader character varying(64) NOT NULL,
    records character varying(200)[] NOT NULL,
    last_page integer NOT NULL,
    feed_id bigint NOT NULL,
    CONSTRAINT directory_feedanswer_last_page_check CHECK ((last_page >= 0))
);
ALTER TABLE public.directory_feedanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_feedanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_feedrun (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    read integer NOT NULL,
    taken integer NOT NULL,
    changed integer NOT NULL,
    unchanged integer NOT NULL,
    refused integer NOT NULL,
    gone integer NOT NULL,
    conflicts integer NOT NULL,
    report jsonb NOT NULL,
    agreed_by_id uuid,
    feed_id bigint NOT NULL,
    agreed_at timestamp with time zone,
    problem character varying(500) NOT NULL,
    would_go uuid[] NOT NULL,
    CONSTRAINT directory_feedrun_changed_check CHECK ((changed >= 0)),
    CONSTRAINT directory_feedrun_conflicts_check CHECK ((conflicts >= 0)),
    CONSTRAINT directory_feedrun_gone_check CHECK ((gone >= 0)),
    CONSTRAINT directory_feedrun_read_check CHECK ((read >= 0)),
    CONSTRAINT directory_feedrun_refused_check CHECK ((refused >= 0)),
    CONSTRAINT directory_feedrun_taken_check CHECK ((taken >= 0)),
    CONSTRAINT directory_feedrun_unchanged_check CHECK ((unchanged >= 0))
);
CREATE TABLE public.directory_gap (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    source character varying(10) NOT NULL,
    reason character varying(10) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    area_id bigint,
    by_id uuid,
    need_id character varying(40),
    read_by_id uuid,
    service_id uuid
);
ALTER TABLE ONLY public.directory_gap FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_group (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    platform character varying(20) NOT NULL,
    address character varying(500) NOT NULL,
    members integer,
    members_on date,
    members_by character varying(5) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone,
    service_id uuid,
    CONSTRAINT directory_group_members_check CHECK ((members >= 0)),
    CONSTRAINT reach_is_dated CHECK (((members IS NULL) OR (members_on IS NOT NULL)))
);
CREATE TABLE public.directory_group_wards (
    id bigint NOT NULL,
    group_id uuid NOT NULL,
    area_id bigint NOT NULL
);
ALTER TABLE public.directory_group_wards ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_group_wards_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_host (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid
);
ALTER TABLE public.directory_host ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_host_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_kindguide (
    kind character varying(20) NOT NULL,
    check_every_days smallint NOT NULL,
    evidence text NOT NULL,
    evidence_source character varying(300) NOT NULL,
    CONSTRAINT directory_kindguide_check_every_days_check CHECK ((check_every_days >= 0))
);
CREATE TABLE public.directory_letter (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    sent integer NOT NULL,
    by_id uuid,
    CONSTRAINT directory_letter_sent_check CHECK ((sent >= 0))
);
CREATE TABLE public.directory_letter_wards (
    id bigint NOT NULL,
    letter_id uuid NOT NULL,
    area_id bigint NOT NULL
);
ALTER TABLE public.directory_letter_wards ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_letter_wards_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_linkcheck (
    address character varying(500) NOT NULL,
    looked_at timestamp with time zone,
    status smallint,
    problem character varying(120) NOT NULL,
    failing_since timestamp with time zone,
    moved_to character varying(500) NOT NULL,
    failures smallint NOT NULL,
    CONSTRAINT directory_linkcheck_failures_check CHECK ((failures >= 0)),
    CONSTRAINT directory_linkcheck_status_check CHECK ((status >= 0))
);
CREATE TABLE public.directory_meaning (
    id bigint NOT NULL,
    "where" character varying(4) NOT NULL,
    said character varying(120) NOT NULL,
    label character varying(200) NOT NULL,
    taxonomy character varying(80) NOT NULL,
    parent character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    needs character varying(40)[] NOT NULL,
    audiences character varying(40)[] NOT NULL,
    seen integer NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT a_meaning_of_something CHECK ((NOT ((said)::text = ''::text))),
    CONSTRAINT directory_meaning_position_check CHECK (("position" >= 0)),
    CONSTRAINT directory_meaning_seen_check CHECK ((seen >= 0))
);
ALTER TABLE public.directory_meaning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_meaning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_need (
    code character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    synonyms character varying(80)[] NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT directory_need_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.directory_onlinecommunity (
    service_id uuid NOT NULL,
    platform character varying(20) NOT NULL,
    address character varying(500) NOT NULL,
    members integer,
    members_counted_on date,
    is_open boolean,
    not_for character varying(300) NOT NULL,
    posts character varying(120) NOT NULL,
    answers character varying(120) NOT NULL,
    last_active_on date,
    joining_steps text NOT NULL,
    safe_to_join text NOT NULL,
    without_it text NOT NULL,
    CONSTRAINT directory_onlinecommunity_members_check CHECK ((members >= 0)),
    CONSTRAINT members_are_dated CHECK (((members IS NULL) OR (members_counted_on IS NOT NULL)))
);
CREATE TABLE public.directory_organisationidentifier (
    id uuid NOT NULL,
    scheme character varying(20) NOT NULL,
    identifier character varying(40) NOT NULL,
    organisation_id uuid NOT NULL
);
CREATE TABLE public.directory_phrase (
    id bigint NOT NULL,
    key character varying(120) NOT NULL COLLATE pg_catalog."C",
    source character varying(100) NOT NULL,
    said character varying(80) NOT NULL,
    means text[] NOT NULL,
    tags text[] NOT NULL
);
ALTER TABLE public.directory_phrase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_phrase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_picture (
    service_id uuid NOT NULL,
    jpeg bytea NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    alt character varying(200) NOT NULL,
    credit character varying(120) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT directory_picture_height_check CHECK ((height >= 0)),
    CONSTRAINT directory_picture_width_check CHECK ((width >= 0))
);
CREATE TABLE public.directory_poll (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    slug character varying(12) NOT NULL,
    question character varying(120) NOT NULL,
    needs character varying(40)[] NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    stopped_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    group_id uuid NOT NULL,
    CONSTRAINT poll_ends_after_it_begins CHECK ((closes_on >= opens_on))
);
CREATE TABLE public.directory_pollanswer (
    id uuid NOT NULL,
    needs character varying(40)[] NOT NULL,
    poll_id uuid NOT NULL,
    ward_id bigint
);
ALTER TABLE ONLY public.directory_pollanswer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_pollwords (
    id uuid NOT NULL,
    words character varying(300) NOT NULL,
    worries boolean NOT NULL,
    read_at timestamp with time zone,
    passed_on boolean NOT NULL,
    poll_id uuid NOT NULL,
    CONSTRAINT worries_are_not_passed_on CHECK (((NOT passed_on) OR (NOT worries)))
);
ALTER TABLE ONLY public.directory_pollwords FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_practice (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    title character varying(150) NOT NULL,
    words text NOT NULL,
    state character varying(7) NOT NULL,
    looks_named boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    why_hidden character varying(300) NOT NULL,
    by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    read_by_id uuid,
    service_id uuid
);
ALTER TABLE ONLY public.directory_practice FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_practicethanks (
    id uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    practice_id uuid NOT NULL,
    user_id uuid NOT NULL
);
CREATE TABLE public.directory_provider (
    organisation_id uuid NOT NULL,
    description text NOT NULL,
    website character varying(500) NOT NULL,
    email character varying(254) NOT NULL,
    waiting jsonb NOT NULL,
    waiting_by_id uuid
);
CREATE TABLE public.directory_question (
    id uuid NOT NULL,
    place smallint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    words character varying(200) NOT NULL,
    kind character varying(6) NOT NULL,
    choices character varying(80)[] NOT NULL,
    required boolean NOT NULL,
    seen_by character varying(9) NOT NULL,
    made_by_id uuid,
    service_id uuid NOT NULL,
    CONSTRAINT directory_question_place_check CHECK ((place >= 0)),
    CONSTRAINT one_of_has_choices CHECK (((NOT ((kind)::text = 'one_of'::text)) OR (NOT (choices = '{}'::character varying(80)[]))))
);
CREATE TABLE public.directory_reach (
    id uuid NOT NULL,
    members integer NOT NULL,
    counted_on date NOT NULL,
    said_by character varying(5) NOT NULL,
    group_id uuid NOT NULL,
    CONSTRAINT directory_reach_members_check CHECK ((members >= 0))
);
CREATE TABLE public.directory_report (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    what character varying(10) NOT NULL,
    words text NOT NULL,
    reply_to character varying(254) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    came_of_it character varying(300) NOT NULL,
    handled_by_id uuid,
    service_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_report FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_revision (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name character varying(120) NOT NULL,
    via character varying(10) NOT NULL,
    changed character varying(40)[] NOT NULL,
    document jsonb NOT NULL,
    by_id uuid,
    service_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_revision FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_savedsearch (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    query character varying(1000) NOT NULL,
    alerts boolean NOT NULL,
    seen uuid[] NOT NULL,
    made_at timestamp with time zone NOT NULL,
    looked_at timestamp with time zone,
    user_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_savedsearch FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_schoolterm (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT term_starts_first CHECK ((starts_on <= ends_on))
);
ALTER TABLE public.directory_schoolterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_schoolterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_searchentry (
    id bigint NOT NULL,
    first boolean NOT NULL,
    easting integer,
    northing integer,
    reach integer,
    anywhere boolean NOT NULL,
    shut_until date,
    quality smallint NOT NULL,
    tags text[] NOT NULL,
    cells integer[] NOT NULL,
    words tsvector NOT NULL,
    location_id uuid,
    service_id uuid NOT NULL,
    whole boolean NOT NULL,
    mask bytea NOT NULL,
    slots text[] NOT NULL,
    coming date[] NOT NULL,
    minimum_age smallint,
    maximum_age smallint,
    shown_from date,
    shown_until date,
    shut_from date,
    room_until date,
    new_until date,
    withheld boolean NOT NULL
);
ALTER TABLE public.directory_searchentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_searchentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_service_audiences (
    id bigint NOT NULL,
    service_id uuid NOT NULL,
    audience_id character varying(40) NOT NULL
);
ALTER TABLE public.directory_service_audiences ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_service_audiences_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_service_needs (
    id bigint NOT NULL,
    service_id uuid NOT NULL,
    need_id character varying(40) NOT NULL
);
ALTER TABLE public.directory_service_needs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.directory_service_needs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.directory_serviceatlocation (
    id uuid NOT NULL,
    location_id uuid NOT NULL,
    service_id uuid NOT NULL
);
CREATE TABLE public.directory_signpost (
    id uuid NOT NULL,
    together uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    how character varying(10) NOT NULL,
    area_id bigint,
    by_id uuid,
    organisation_id uuid,
    service_id uuid NOT NULL
);
CREATE TABLE public.directory_slip (
    gone character varying(7) NOT NULL COLLATE pg_catalog."C",
    word character varying(40) NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.directory_standing (
    service_id uuid NOT NULL,
    last_attended_on date,
    introduced integer NOT NULL,
    came integer NOT NULL,
    stayed integer NOT NULL,
    reply_days smallint,
    counted_at timestamp with time zone,
    CONSTRAINT directory_standing_came_check CHECK ((came >= 0)),
    CONSTRAINT directory_standing_introduced_check CHECK ((introduced >= 0)),
    CONSTRAINT directory_standing_reply_days_check CHECK ((reply_days >= 0)),
    CONSTRAINT directory_standing_stayed_check CHECK ((stayed >= 0))
);
CREATE TABLE public.directory_synonym (
    said character varying(80) NOT NULL,
    means character varying(80)[] NOT NULL
);
CREATE TABLE public.directory_tag (
    tag character varying(60) NOT NULL COLLATE pg_catalog."C",
    "bit" integer NOT NULL
);
CREATE TABLE public.directory_texted (
    id uuid NOT NULL,
    day date NOT NULL,
    mark character varying(64) NOT NULL,
    times smallint NOT NULL,
    CONSTRAINT directory_texted_times_check CHECK ((times >= 0))
);
CREATE TABLE public.directory_unfound (
    id uuid NOT NULL,
    day date NOT NULL,
    words character varying(120) NOT NULL,
    eased character varying(20) NOT NULL,
    times integer NOT NULL,
    area_id bigint,
    CONSTRAINT directory_unfound_times_check CHECK ((times >= 0))
);
CREATE TABLE public.directory_upload (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(12) NOT NULL,
    file_name character varying(200) NOT NULL,
    rows jsonb NOT NULL,
    problems jsonb NOT NULL,
    taken_at timestamp with time zone,
    by_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_upload FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_usefulness (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    useful boolean NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    read_by_id uuid,
    service_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_usefulness FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_verification (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name character varying(120) NOT NULL,
    how character varying(12) NOT NULL,
    outcome character varying(12) NOT NULL,
    note character varying(500) NOT NULL,
    again_on date,
    by_id uuid,
    service_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_verification FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_watch (
    id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    service_id uuid NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE ONLY public.directory_watch FORCE ROW LEVEL SECURITY;
CREATE TABLE public.directory_word (
    word character varying(40) NOT NULL COLLATE pg_catalog."C",
    stem character varying(40) NOT NULL COLLATE pg_catalog."C",
    sound character varying(40) DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
    n integer DEFAULT 1 NOT NULL,
    spoken boolean DEFAULT false NOT NULL
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.messaging_inboundtext (
    id uuid NOT NULL,
    provider character varying(20) NOT NULL,
    provider_id character varying(100) NOT NULL,
    number character varying(20) NOT NULL,
    number_digest character varying(64) NOT NULL,
    words bytea NOT NULL,
    received_at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    meaning character varying(12) NOT NULL,
    led_to uuid
);
ALTER TABLE ONLY public.messaging_inboundtext FORCE ROW LEVEL SECURITY;
CREATE TABLE public.messaging_link (
    id uuid NOT NULL,
    purpose character varying(40) NOT NULL,
    subject uuid NOT NULL,
    scope uuid[] NOT NULL,
    discreet boolean NOT NULL,
    language character varying(5) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.messaging_message (
    id uuid NOT NULL,
    recipient_key uuid NOT NULL,
    cause character varying(200) NOT NULL,
    channel character varying(5) NOT NULL,
    "to" character varying(254) NOT NULL,
    template character varying(60) NOT NULL,
    language character varying(5) NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    about_id uuid,
    due_at timestamp with time zone NOT NULL,
    useless_after timestamp with time zone,
    state character varying(10) NOT NULL,
    note character varying(12) NOT NULL,
    lease_until timestamp with time zone,
    attempts smallint NOT NULL,
    called_off_at timestamp with time zone,
    sent_at timestamp with time zone,
    provider_id character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    link_id uuid,
    seen_to_at timestamp with time zone,
    seen_to_by_id uuid,
    seen_to_by_name character varying(200) NOT NULL,
    seen_to_how character varying(9) NOT NULL,
    under_id uuid,
    valid_until timestamp with time zone,
    CONSTRAINT messaging_message_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE ONLY public.messaging_message FORCE ROW LEVEL SECURITY;
CREATE TABLE public.messaging_switchedoff (
    id uuid NOT NULL,
    template character varying(60) NOT NULL,
    under_id uuid,
    why character varying(300) NOT NULL,
    off_at timestamp with time zone NOT NULL,
    off_by_id uuid NOT NULL,
    off_by_name character varying(200) NOT NULL,
    on_at timestamp with time zone,
    on_by_id uuid
);
CREATE TABLE public.messaging_wording (
    id uuid NOT NULL,
    template character varying(60) NOT NULL,
    kind character varying(7) NOT NULL,
    language character varying(5) NOT NULL,
    version integer NOT NULL,
    words text NOT NULL,
    state character varying(8) NOT NULL,
    proposed_by_id uuid NOT NULL,
    proposed_by_name character varying(200) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_by_id uuid,
    decided_by_name character varying(200) NOT NULL,
    decided_at timestamp with time zone,
    why character varying(300) NOT NULL,
    CONSTRAINT messaging_wording_version_check CHECK ((version >= 0)),
    CONSTRAINT wording_two_people CHECK ((NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL))))
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outcomes_accessrequest (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    person_key uuid NOT NULL,
    reference character varying(12) NOT NULL,
    came_by character varying(10) NOT NULL,
    asked_on date NOT NULL,
    due_on date NOT NULL,
    longer_why character varying(300) NOT NULL,
    known_by character varying(200) NOT NULL,
    withheld character varying(80)[] NOT NULL,
    prepared_at timestamp with time zone,
    given_at timestamp with time zone,
    called_off_at timestamp with time zone,
    given_by_id uuid,
    noted_by_id uuid,
    prepared_by_id uuid,
    referral_id uuid NOT NULL,
    team_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_accessrequest FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_agreement (
    id uuid NOT NULL,
    area_code character varying(20) NOT NULL,
    party character varying(200) NOT NULL,
    reference character varying(100) NOT NULL,
    begins_on date NOT NULL,
    ends_on date NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    agreed_by_id uuid NOT NULL,
    CONSTRAINT agreement_ends CHECK ((ends_on > begins_on))
);
CREATE TABLE public.outcomes_aim (
    id uuid NOT NULL,
    place smallint NOT NULL,
    code character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    framework_id uuid NOT NULL,
    CONSTRAINT outcomes_aim_place_check CHECK ((place >= 0))
);
CREATE TABLE public.outcomes_annotation (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    area_code character varying(20) NOT NULL,
    place_code character varying(20) NOT NULL,
    place_name character varying(100) NOT NULL,
    month date NOT NULL,
    words character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    taken_back_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    taken_back_by_id uuid,
    CONSTRAINT annotation_of_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT taken_back_by_somebody CHECK ((((taken_back_at IS NULL) AND (taken_back_by_id IS NULL)) OR ((taken_back_at >= made_at) AND (taken_back_by_id IS NOT NULL))))
);
CREATE TABLE public.outcomes_application (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    "group" character varying(120) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    words text NOT NULL,
    amount integer NOT NULL,
    people integer NOT NULL,
    may_show boolean NOT NULL,
    language character varying(5) NOT NULL,
    standing character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    awarded integer,
    why character varying(300) NOT NULL,
    paid_on date,
    led_to text NOT NULL,
    reached integer,
    told_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    service_id uuid,
    pot_id uuid NOT NULL,
    CONSTRAINT awarded_says_how_much CHECK (((NOT ((standing)::text = 'awarded'::text)) OR ((awarded IS NOT NULL) AND (awarded <= amount)))),
    CONSTRAINT outcomes_application_amount_check CHECK ((amount >= 0)),
    CONSTRAINT outcomes_application_awarded_check CHECK ((awarded >= 0)),
    CONSTRAINT outcomes_application_people_check CHECK ((people >= 0)),
    CONSTRAINT outcomes_application_reached_check CHECK ((reached >= 0))
);
ALTER TABLE ONLY public.outcomes_application FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_application_aims (
    id bigint NOT NULL,
    application_id uuid NOT NULL,
    aim_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_application_aims FORCE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_application_aims ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_application_aims_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outcomes_boundary (
    id uuid NOT NULL,
    rings jsonb NOT NULL,
    area_id bigint NOT NULL,
    dataset_id uuid NOT NULL
);
CREATE TABLE public.outcomes_cost (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    pounds integer NOT NULL,
    first_month date NOT NULL,
    last_month date NOT NULL,
    words character varying(200) NOT NULL,
    taken_back_at timestamp with time zone,
    area_id bigint NOT NULL,
    made_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    taken_back_by_id uuid,
    CONSTRAINT cost_months_in_order CHECK ((last_month >= first_month)),
    CONSTRAINT cost_of_months CHECK (((EXTRACT(day FROM first_month) = (1)::numeric) AND (EXTRACT(day FROM last_month) = (1)::numeric))),
    CONSTRAINT costs_something CHECK ((pounds >= 1)),
    CONSTRAINT outcomes_cost_pounds_check CHECK ((pounds >= 0))
);
CREATE TABLE public.outcomes_counted (
    id bigint NOT NULL,
    count character varying(40) NOT NULL,
    category character varying(120) NOT NULL,
    ward_code character varying(20) NOT NULL,
    n integer NOT NULL,
    people bigint[] NOT NULL,
    of_id uuid NOT NULL,
    CONSTRAINT outcomes_counted_n_check CHECK ((n >= 0))
);
ALTER TABLE ONLY public.outcomes_counted FORCE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_counted ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_counted_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outcomes_countedmonth (
    id uuid NOT NULL,
    area_code character varying(20) NOT NULL,
    month date NOT NULL,
    definitions smallint NOT NULL,
    counted_to date NOT NULL,
    CONSTRAINT outcomes_countedmonth_definitions_check CHECK ((definitions >= 0))
);
CREATE TABLE public.outcomes_cover (
    id uuid NOT NULL,
    which character varying(5) NOT NULL,
    grain character varying(10) NOT NULL,
    period date NOT NULL,
    area_code character varying(20) NOT NULL,
    place_code character varying(20) NOT NULL,
    board character varying(120) NOT NULL,
    meets_on date,
    asks text NOT NULL,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id uuid NOT NULL,
    CONSTRAINT cover_of_a_paper CHECK (((which)::text = ANY ((ARRAY['paper'::character varying, 'pilot'::character varying])::text[]))),
    CONSTRAINT outcomes_cover_version_check CHECK ((version >= 0))
);
CREATE TABLE public.outcomes_dataset (
    id uuid NOT NULL,
    title character varying(200) NOT NULL,
    vintage character varying(40) NOT NULL,
    licence character varying(200) NOT NULL,
    file character varying(200) NOT NULL,
    is_made_up boolean NOT NULL,
    loaded_at timestamp with time zone NOT NULL
);
CREATE TABLE public.outcomes_equalityanswers (
    id uuid NOT NULL,
    subject character varying(64) NOT NULL,
    number smallint NOT NULL,
    month date NOT NULL,
    how character varying(5) NOT NULL,
    wording character varying(20) NOT NULL,
    given jsonb NOT NULL,
    CONSTRAINT outcomes_equalityanswers_number_check CHECK ((number >= 0))
);
ALTER TABLE ONLY public.outcomes_equalityanswers FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_equalityasked (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    how character varying(5) NOT NULL,
    became character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    open_until timestamp with time zone,
    by_id uuid,
    referral_id uuid NOT NULL,
    reply_to_id uuid
);
ALTER TABLE ONLY public.outcomes_equalityasked FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_figure (
    id uuid NOT NULL,
    "position" integer CONSTRAINT outcomes_figure_place_not_null NOT NULL,
    count character varying(40) CONSTRAINT outcomes_figure_measure_not_null NOT NULL,
    place_code character varying(20) CONSTRAINT outcomes_figure_ward_code_not_null NOT NULL,
    place_name character varying(100) CONSTRAINT outcomes_figure_ward_name_not_null NOT NULL,
    shown character varying(12) NOT NULL,
    release_id uuid NOT NULL,
    level character varying(10) NOT NULL,
    rule character varying(40) NOT NULL,
    category character varying(120) NOT NULL,
    CONSTRAINT outcomes_figure_place_check CHECK (("position" >= 0)),
    CONSTRAINT shown_is_disclosed CHECK (((NOT ((rule)::text = 'round5_audit_v1'::text)) OR ((shown)::text ~ '^(\*|-|0|[1-9][0-9]*[05])$'::text)))
);
CREATE TABLE public.outcomes_firstanswers (
    id uuid NOT NULL,
    practice character varying(12) NOT NULL,
    practice_name character varying(120) NOT NULL,
    practice_code character varying(10) NOT NULL,
    nhs_number character varying(10) NOT NULL,
    gender character varying(12) NOT NULL,
    gender_words character varying(60) NOT NULL,
    risks character varying(12) NOT NULL,
    risks_words text NOT NULL,
    matters text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_firstanswers FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_framework (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    slug character varying(40) NOT NULL,
    version smallint NOT NULL,
    title character varying(120) NOT NULL,
    source character varying(200) NOT NULL,
    in_use boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    scheme_id uuid,
    CONSTRAINT outcomes_framework_version_check CHECK ((version >= 0))
);
CREATE TABLE public.outcomes_goal (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    words character varying(300) NOT NULL,
    hoped_by date,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_goal FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_goalrating (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    rating character varying(12) NOT NULL,
    words character varying(300) NOT NULL,
    rests_on character varying(60)[] NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    goal_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_goalrating FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_goalsasked (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    goals uuid[] NOT NULL,
    left_out uuid[] NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_goalsasked FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_goaltag (
    id uuid NOT NULL,
    "on" boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    goal_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    outcome_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_goaltag FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_groupcount (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    "group" character varying(20) NOT NULL,
    people jsonb NOT NULL,
    source character varying(200) NOT NULL,
    area_id bigint NOT NULL,
    made_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL
);
CREATE TABLE public.outcomes_indicator (
    id uuid NOT NULL,
    name character varying(40) NOT NULL,
    value double precision NOT NULL,
    of double precision,
    area_id bigint NOT NULL,
    dataset_id uuid NOT NULL,
    CONSTRAINT a_share_is_of_something CHECK (((of IS NULL) OR (of > (0.0)::double precision)))
);
CREATE TABLE public.outcomes_keptview (
    id uuid NOT NULL,
    page character varying(10) NOT NULL,
    grain character varying(10) NOT NULL,
    place_code character varying(20) NOT NULL,
    place_name character varying(100) NOT NULL,
    by_email boolean NOT NULL,
    told date,
    made_at timestamp with time zone NOT NULL,
    membership_id uuid NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT view_has_a_grain CHECK (((grain)::text = ANY ((ARRAY['month'::character varying, 'quarter'::character varying, 'year'::character varying])::text[]))),
    CONSTRAINT view_has_a_page CHECK (((page)::text = ANY ((ARRAY['works'::character varying, 'flow'::character varying, 'missing'::character varying, 'paper'::character varying, 'pilot'::character varying])::text[])))
);
ALTER TABLE ONLY public.outcomes_keptview FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_licensedwords (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    instrument character varying(20) NOT NULL,
    language character varying(5) NOT NULL,
    holder character varying(200) NOT NULL,
    number character varying(100) NOT NULL,
    licensed_on date NOT NULL,
    until date,
    credit character varying(500) NOT NULL,
    intro text NOT NULL,
    texts jsonb NOT NULL,
    labels jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    scheme_id uuid NOT NULL,
    withdrawn_by_id uuid
);
ALTER TABLE ONLY public.outcomes_licensedwords FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_outcome (
    id uuid NOT NULL,
    place smallint NOT NULL,
    code character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    evidence character varying(20)[] NOT NULL,
    aim_id uuid NOT NULL,
    CONSTRAINT outcomes_outcome_place_check CHECK ((place >= 0))
);
CREATE TABLE public.outcomes_population (
    id uuid NOT NULL,
    ages smallint[] NOT NULL,
    people integer[] NOT NULL,
    area_id bigint NOT NULL,
    dataset_id uuid NOT NULL,
    CONSTRAINT a_count_for_each_age CHECK (((
CASE
    WHEN (ages IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(ages, 1), 0)
END =
CASE
    WHEN (people IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(people, 1), 0)
END) AND (
CASE
    WHEN (ages IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(ages, 1), 0)
END > 0)))
);
CREATE TABLE public.outcomes_pot (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    name character varying(80) NOT NULL,
    words text NOT NULL,
    total integer NOT NULL,
    each integer NOT NULL,
    deciders smallint NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT decided_by_more_than_one CHECK ((deciders >= 2)),
    CONSTRAINT outcomes_pot_deciders_check CHECK ((deciders >= 0)),
    CONSTRAINT outcomes_pot_each_check CHECK ((each >= 0)),
    CONSTRAINT outcomes_pot_total_check CHECK ((total >= 0)),
    CONSTRAINT pot_holds_one CHECK (((each >= 1) AND (total >= each))),
    CONSTRAINT pot_opens_before_it_closes CHECK ((closes_on >= opens_on))
);
CREATE TABLE public.outcomes_questions (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    instruments character varying(20)[] NOT NULL,
    answers jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    stopped boolean NOT NULL,
    made_by_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_questions FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_reading (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    instrument character varying(20) NOT NULL,
    version character varying(10) NOT NULL,
    language character varying(5) NOT NULL,
    mode character varying(5) NOT NULL,
    moment character varying(10) NOT NULL,
    taken_on date NOT NULL,
    answers jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    by_id uuid,
    due_id uuid,
    instead_of_id uuid,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_reading FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_release (
    id uuid NOT NULL,
    period date NOT NULL,
    area_code character varying(20) NOT NULL,
    area_name character varying(100) NOT NULL,
    policy character varying(40) NOT NULL,
    definitions smallint NOT NULL,
    counted_to date NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    frozen_by character varying(20) NOT NULL,
    grain character varying(10) NOT NULL,
    CONSTRAINT outcomes_release_definitions_check CHECK ((definitions >= 0)),
    CONSTRAINT period_begins_a_month CHECK ((EXTRACT(day FROM period) = (1)::numeric))
);
CREATE TABLE public.outcomes_releaseread (
    id uuid NOT NULL,
    place_code character varying(20) NOT NULL,
    day date NOT NULL,
    reader_id uuid NOT NULL,
    release_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_releaseread FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_riskindex (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    slug character varying(40) NOT NULL,
    version smallint NOT NULL,
    weights jsonb NOT NULL,
    why character varying(500) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid NOT NULL,
    CONSTRAINT outcomes_riskindex_version_check CHECK ((version >= 0))
);
CREATE TABLE public.outcomes_scenario (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    is_on boolean NOT NULL,
    figure character varying(40) NOT NULL,
    deadweight smallint,
    attribution smallint,
    years smallint NOT NULL,
    why character varying(300) NOT NULL,
    area_id bigint NOT NULL,
    made_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT outcomes_scenario_attribution_check CHECK ((attribution >= 0)),
    CONSTRAINT outcomes_scenario_deadweight_check CHECK ((deadweight >= 0)),
    CONSTRAINT outcomes_scenario_years_check CHECK ((years >= 0)),
    CONSTRAINT scenario_says_what_it_supposes CHECK (((NOT is_on) OR ((attribution <= 100) AND (deadweight <= 100) AND (years >= 1) AND (NOT ((figure)::text = ''::text)) AND (NOT ((why)::text = ''::text)))))
);
CREATE TABLE public.outcomes_spending (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    "on" date NOT NULL,
    what character varying(120) NOT NULL,
    amount integer NOT NULL,
    application_id uuid NOT NULL,
    by_id uuid,
    CONSTRAINT outcomes_spending_amount_check CHECK ((amount >= 0)),
    CONSTRAINT spent_something CHECK ((amount >= 1))
);
ALTER TABLE ONLY public.outcomes_spending FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_story (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    title character varying(120) NOT NULL,
    words text NOT NULL,
    quotes character varying(300)[] NOT NULL,
    called character varying(60) NOT NULL,
    tags uuid[] NOT NULL,
    jpeg bytea,
    alt character varying(200) NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    state character varying(10) NOT NULL,
    version smallint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    read_by_id uuid,
    referral_id uuid NOT NULL,
    written_by_id uuid NOT NULL,
    CONSTRAINT outcomes_story_height_check CHECK ((height >= 0)),
    CONSTRAINT outcomes_story_version_check CHECK ((version >= 0)),
    CONSTRAINT outcomes_story_width_check CHECK ((width >= 0)),
    CONSTRAINT published_stories_were_read CHECK (((NOT ((state)::text = 'published'::text)) OR ((published_at IS NOT NULL) AND (read_by_id IS NOT NULL)))),
    CONSTRAINT read_by_somebody_else CHECK (((read_by_id IS NULL) OR (NOT ((read_by_id = written_by_id) AND (read_by_id IS NOT NULL)))))
);
ALTER TABLE ONLY public.outcomes_story FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_storypage (
    id uuid NOT NULL,
    title character varying(120) NOT NULL,
    words text NOT NULL,
    quotes character varying(300)[] NOT NULL,
    called character varying(60) NOT NULL,
    tags uuid[] NOT NULL,
    jpeg bytea,
    alt character varying(200) NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    published_on date NOT NULL,
    until date NOT NULL,
    area_id bigint,
    scheme_id uuid NOT NULL,
    story_id uuid NOT NULL,
    CONSTRAINT outcomes_storypage_height_check CHECK ((height >= 0)),
    CONSTRAINT outcomes_storypage_width_check CHECK ((width >= 0))
);
ALTER TABLE ONLY public.outcomes_storypage FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_storystep (
    id uuid NOT NULL,
    "to" character varying(10) NOT NULL,
    words character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    referral_id uuid NOT NULL,
    story_id uuid NOT NULL
);
ALTER TABLE ONLY public.outcomes_storystep FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_told (
    id uuid NOT NULL,
    value character varying(40) NOT NULL,
    place_code character varying(20) NOT NULL,
    place_name character varying(100) NOT NULL,
    level character varying(10) NOT NULL,
    people character varying(12) NOT NULL,
    told jsonb NOT NULL,
    release_id uuid NOT NULL,
    CONSTRAINT nothing_told_of_few CHECK (((NOT ((people)::text = '*'::text)) OR (told = '{}'::jsonb)))
);
CREATE TABLE public.outcomes_verdict (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    yes boolean NOT NULL,
    amount integer,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    application_id uuid NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT outcomes_verdict_amount_check CHECK ((amount >= 0)),
    CONSTRAINT yes_says_how_much CHECK (((NOT yes) OR (amount >= 1)))
);
ALTER TABLE ONLY public.outcomes_verdict FORCE ROW LEVEL SECURITY;
CREATE TABLE public.outcomes_wish (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    title character varying(120) NOT NULL,
    words text NOT NULL,
    standing character varying(8) NOT NULL,
    news character varying(200) NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    made_by_id uuid NOT NULL,
    need_id character varying(40) NOT NULL,
    service_id uuid,
    CONSTRAINT outcomes_wish_version_check CHECK ((version >= 0))
);
CREATE TABLE public.outcomes_wish_wards (
    id bigint NOT NULL,
    wish_id uuid NOT NULL,
    area_id bigint NOT NULL
);
ALTER TABLE public.outcomes_wish_wards ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_wish_wards_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outcomes_wishstep (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    standing character varying(8) NOT NULL,
    news character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    wish_id uuid NOT NULL
);
CREATE TABLE public.people_booking (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    employer character varying(200) NOT NULL,
    job character varying(12) NOT NULL,
    language character varying(5) NOT NULL,
    helps character varying(10)[] NOT NULL,
    state character varying(9) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    joined_at timestamp with time zone,
    times_offered smallint NOT NULL,
    answer_by timestamp with time zone,
    cancelled_at timestamp with time zone,
    reminded_at timestamp with time zone,
    before smallint,
    after smallint,
    after_asked_at timestamp with time zone,
    came boolean,
    kept_by_id uuid NOT NULL,
    organisation_id uuid,
    session_id uuid NOT NULL,
    user_id uuid,
    CONSTRAINT people_booking_after_check CHECK ((after >= 0)),
    CONSTRAINT people_booking_before_check CHECK ((before >= 0)),
    CONSTRAINT people_booking_times_offered_check CHECK ((times_offered >= 0)),
    CONSTRAINT sure_from_1_to_5 CHECK ((((before IS NULL) OR ((before >= 1) AND (before <= 5))) AND ((after IS NULL) OR ((after >= 1) AND (after <= 5)))))
);
ALTER TABLE ONLY public.people_booking FORCE ROW LEVEL SECURITY;
CREATE TABLE public.people_brand (
    id uuid NOT NULL,
    slug character varying(12) NOT NULL,
    is_open boolean NOT NULL,
    name character varying(80) NOT NULL,
    logo bytea,
    asked_name character varying(80) NOT NULL,
    asked_logo bytea,
    asked_at timestamp with time zone,
    agreed_at timestamp with time zone,
    ward_id bigint,
    champion_id uuid NOT NULL
);
CREATE TABLE public.people_champion (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    tier character varying(12) NOT NULL,
    words text NOT NULL,
    language character varying(5) NOT NULL,
    standing character varying(10) NOT NULL,
    may character varying(10)[] NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone,
    left_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    granted_by_id uuid,
    kept_by_id uuid
);
ALTER TABLE ONLY public.people_champion FORCE ROW LEVEL SECURITY;
CREATE TABLE public.people_champion_wards (
    id bigint NOT NULL,
    champion_id uuid NOT NULL,
    area_id bigint NOT NULL
);
ALTER TABLE public.people_champion_wards ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_champion_wards_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_competency (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    about character varying(400) NOT NULL,
    place smallint NOT NULL,
    preset character varying(30) NOT NULL,
    ended_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT people_competency_place_check CHECK ((place >= 0))
);
CREATE TABLE public.people_competencyrating (
    id uuid NOT NULL,
    observed boolean NOT NULL,
    level smallint NOT NULL,
    said_at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    competency_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    team_id uuid,
    user_id uuid NOT NULL,
    CONSTRAINT level_from_1_to_4 CHECK (((level >= 1) AND (level <= 4))),
    CONSTRAINT nobody_observes_themselves CHECK ((((by_id = user_id) AND (NOT observed)) OR (observed AND (NOT (by_id = user_id))))),
    CONSTRAINT people_competencyrating_level_check CHECK ((level >= 0))
);
ALTER TABLE ONLY public.people_competencyrating FORCE ROW LEVEL SECURITY;
CREATE TABLE public.people_defaultteam (
    id uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    area_id bigint NOT NULL,
    scheme_id uuid NOT NULL,
    set_by_id uuid NOT NULL,
    team_id uuid NOT NULL
);
CREATE TABLE public.people_invitation (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(4) NOT NULL,
    job character varying(12) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    needs_second boolean NOT NULL,
    agreed_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    called_off_at timestamp with time zone,
    accepted_by_id uuid,
    agreed_by_id uuid,
    area_id bigint,
    instead_of_id uuid,
    made_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    team_id uuid,
    CONSTRAINT second_before_accepted CHECK (((NOT needs_second) OR (accepted_at IS NULL) OR (agreed_at IS NOT NULL))),
    CONSTRAINT two_different_people CHECK ((NOT ((agreed_by_id = made_by_id) AND (agreed_by_id IS NOT NULL))))
);
CREATE TABLE public.people_membership (
    id uuid NOT NULL,
    role character varying(4) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    area_id bigint,
    user_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    team_id uuid,
    job character varying(12) NOT NULL,
    suspended_at timestamp with time zone,
    full_caseload smallint NOT NULL,
    skills character varying(10)[] NOT NULL,
    CONSTRAINT people_membership_full_caseload_check CHECK ((full_caseload >= 0)),
    CONSTRAINT role_has_account CHECK (((role)::text = ANY ((ARRAY['REF'::character varying, 'LEAD'::character varying, 'CON'::character varying, 'TL'::character varying, 'BEF'::character varying, 'DIR'::character varying, 'COM'::character varying, 'DPO'::character varying, 'ADM'::character varying, 'CHA'::character varying, 'COO'::character varying, 'HLP'::character varying])::text[])))
);
CREATE TABLE public.people_membership_wards (
    id bigint NOT NULL,
    membership_id uuid NOT NULL,
    area_id bigint NOT NULL
);
ALTER TABLE public.people_membership_wards ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_membership_wards_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_organisation (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    nation character varying(20) NOT NULL,
    email_domains character varying(100)[] NOT NULL,
    kinds character varying(12)[] NOT NULL
);
CREATE TABLE public.people_scheme (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    phone character varying(20) NOT NULL,
    lowest_age smallint NOT NULL,
    highest_age smallint,
    younger_go_to text NOT NULL,
    decide_days smallint NOT NULL,
    contact_days smallint NOT NULL,
    nudge_days smallint NOT NULL,
    escalate_days smallint NOT NULL,
    return_days smallint NOT NULL,
    consent_months smallint NOT NULL,
    takes_self_referrals boolean NOT NULL,
    takes_without_account boolean NOT NULL,
    closed_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    baseline_days smallint NOT NULL,
    follow_up_weeks smallint NOT NULL,
    later_weeks smallint NOT NULL,
    offer_days smallint NOT NULL,
    CONSTRAINT people_scheme_baseline_days_check CHECK ((baseline_days >= 0)),
    CONSTRAINT people_scheme_consent_months_check CHECK ((consent_months >= 0)),
    CONSTRAINT people_scheme_contact_days_check CHECK ((contact_days >= 0)),
    CONSTRAINT people_scheme_decide_days_check CHECK ((decide_days >= 0)),
    CONSTRAINT people_scheme_escalate_days_check CHECK ((escalate_days >= 0)),
    CONSTRAINT people_scheme_follow_up_weeks_check CHECK ((follow_up_weeks >= 0)),
    CONSTRAINT people_scheme_highest_age_check CHECK ((highest_age >= 0)),
    CONSTRAINT people_scheme_later_weeks_check CHECK ((later_weeks >= 0)),
    CONSTRAINT people_scheme_lowest_age_check CHECK ((lowest_age >= 0)),
    CONSTRAINT people_scheme_nudge_days_check CHECK ((nudge_days >= 0)),
    CONSTRAINT people_scheme_offer_days_check CHECK ((offer_days >= 0)),
    CONSTRAINT people_scheme_return_days_check CHECK ((return_days >= 0))
);
CREATE TABLE public.people_schemereason (
    id bigint NOT NULL,
    step character varying(12) NOT NULL,
    code character varying(20) NOT NULL,
    offered boolean NOT NULL,
    wording character varying(120) NOT NULL,
    advice character varying(400) NOT NULL,
    scheme_id uuid NOT NULL
);
ALTER TABLE public.people_schemereason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_schemereason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_team (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    phone character varying(20) NOT NULL,
    organisation_id uuid NOT NULL,
    scheme_id uuid NOT NULL,
    full_until date
);
CREATE TABLE public.people_team_areas (
    id bigint NOT NULL,
    team_id uuid NOT NULL,
    area_id bigint NOT NULL
);
ALTER TABLE public.people_team_areas ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_team_areas_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_tenant (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    place character varying(80) NOT NULL,
    phone character varying(20) NOT NULL,
    hours character varying(120) NOT NULL,
    help_phone character varying(20) NOT NULL,
    nation character varying(20) NOT NULL,
    "primary" character varying(7) NOT NULL,
    primary_dark character varying(7) NOT NULL,
    accent character varying(7) NOT NULL,
    logo character varying(200) NOT NULL,
    cobrand_name character varying(80) NOT NULL,
    cobrand_logo character varying(200) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    champion_label character varying(40) NOT NULL,
    champions_label character varying(40) NOT NULL
);
CREATE TABLE public.people_thanks (
    id uuid NOT NULL,
    words character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    champion_id uuid NOT NULL
);
ALTER TABLE ONLY public.people_thanks FORCE ROW LEVEL SECURITY;
CREATE TABLE public.people_trainee (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    employer character varying(200) NOT NULL,
    job character varying(12) NOT NULL,
    attended boolean NOT NULL,
    refresher_on date,
    kept_by_id uuid NOT NULL,
    organisation_id uuid,
    user_id uuid,
    ward_id bigint,
    session_id uuid NOT NULL,
    number character varying(11) NOT NULL,
    refresher_told_on date
);
ALTER TABLE ONLY public.people_trainee FORCE ROW LEVEL SECURITY;
CREATE TABLE public.people_trainingkind (
    id uuid NOT NULL,
    key character varying(12) NOT NULL,
    name character varying(120) NOT NULL,
    about character varying(400) NOT NULL,
    question character varying(200) NOT NULL,
    refresher_months smallint,
    ended_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT people_trainingkind_refresher_months_check CHECK ((refresher_months >= 0))
);
CREATE TABLE public.people_trainingsession (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    kind character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    held_on date NOT NULL,
    trainer character varying(200) NOT NULL,
    place character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    area_id bigint,
    kept_by_id uuid NOT NULL,
    made_by_id uuid,
    about character varying(600) NOT NULL,
    called_off_at timestamp with time zone,
    ends_at timestamp with time zone,
    getting_there character varying(400) NOT NULL,
    join_url character varying(500) NOT NULL,
    open_to character varying(7) NOT NULL,
    places smallint,
    starts_at timestamp with time zone,
    taken_at timestamp with time zone,
    taken_by_id uuid,
    trainer_email character varying(254) NOT NULL,
    trainer_told_at timestamp with time zone,
    CONSTRAINT people_trainingsession_places_check CHECK ((places >= 0)),
    CONSTRAINT planned_has_hours CHECK (((places IS NULL) OR ((ends_at > starts_at) AND (starts_at IS NOT NULL))))
);
CREATE TABLE public.people_user (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    phone character varying(20) NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);
CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);
CREATE TABLE public.places_area (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    folded character varying(100) NOT NULL,
    kind character varying(10) NOT NULL,
    parent_id bigint,
    locality_id bigint
);
ALTER TABLE public.places_area ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.places_locality (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(100) NOT NULL,
    authority_id bigint NOT NULL
);
ALTER TABLE public.places_locality ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_locality_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.places_postcode (
    postcode character varying(8) NOT NULL,
    easting integer NOT NULL,
    northing integer NOT NULL,
    lsoa_code character varying(20) NOT NULL,
    authority_code character varying(20) NOT NULL,
    terminated boolean NOT NULL,
    ward_id bigint
);
CREATE TABLE public.places_street (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    folded character varying(100) NOT NULL,
    easting integer NOT NULL,
    northing integer NOT NULL,
    ward_id bigint NOT NULL
);
ALTER TABLE public.places_street ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_street_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.referrals_accompaniment (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    known_as character varying(120) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    how character varying(6) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    called_off_at timestamp with time zone,
    asked_at timestamp with time zone,
    went character varying(8) NOT NULL,
    felt character varying(12) NOT NULL,
    words text NOT NULL,
    logged_at timestamp with time zone,
    seen_at timestamp with time zone,
    guarded boolean NOT NULL,
    colleague_id uuid,
    connection_id uuid NOT NULL,
    logged_by_id uuid,
    made_by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    service_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_accompaniment FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_apart (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    one_id uuid NOT NULL,
    other_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_apart FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_attendance (
    id uuid NOT NULL,
    said_by character varying(10) NOT NULL,
    answer character varying(10) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    by_id uuid,
    occasion_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    written_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY public.referrals_attendance FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_befriendermatch (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    volunteer_called character varying(60) NOT NULL,
    kind character varying(8) NOT NULL,
    offer character varying(200)[] NOT NULL,
    reasons character varying(200)[] NOT NULL,
    in_spite character varying(300) NOT NULL,
    state character varying(8) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    volunteer_said_at timestamp with time zone,
    volunteer_yes boolean,
    person_said_at timestamp with time zone,
    person_yes boolean,
    meets_at timestamp with time zone,
    person_told_at timestamp with time zone,
    every_days smallint NOT NULL,
    next_on date,
    alarm_on date,
    alarmed_at timestamp with time zone,
    log_asked_for date,
    ends_on date,
    ending character varying(10) NOT NULL,
    after character varying(8) NOT NULL,
    ending_words text NOT NULL,
    ended_at timestamp with time zone,
    thanked_at timestamp with time zone,
    guarded boolean NOT NULL,
    connection_id uuid NOT NULL,
    ended_by_id uuid,
    occasion_id uuid,
    person_heard_by_id uuid,
    proposed_by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    team_id uuid NOT NULL,
    wish_id uuid NOT NULL,
    volunteer_id uuid NOT NULL,
    CONSTRAINT referrals_befriendermatch_every_days_check CHECK ((every_days >= 0))
);
ALTER TABLE ONLY public.referrals_befriendermatch FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_befriendertold (
    id uuid NOT NULL,
    known_as character varying(100) NOT NULL,
    area character varying(120) NOT NULL,
    agreed text NOT NULL,
    match_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    team_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_befriendertold FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_befriendervisit (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    "on" date NOT NULL,
    went character varying(9) NOT NULL,
    mood character varying(6) NOT NULL,
    minutes smallint,
    words text NOT NULL,
    miles smallint NOT NULL,
    logged_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    comment character varying(300) NOT NULL,
    logged_by_id uuid,
    match_id uuid NOT NULL,
    read_by_id uuid,
    referral_id uuid NOT NULL,
    team_id uuid NOT NULL,
    CONSTRAINT referrals_befriendervisit_miles_check CHECK ((miles >= 0)),
    CONSTRAINT referrals_befriendervisit_minutes_check CHECK ((minutes >= 0))
);
ALTER TABLE ONLY public.referrals_befriendervisit FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_befrienderwish (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    kind character varying(8) NOT NULL,
    known_as character varying(100) NOT NULL,
    area character varying(120) NOT NULL,
    easting integer,
    northing integer,
    interests character varying(12)[] NOT NULL,
    more_interests character varying(200) NOT NULL,
    languages character varying(40)[] NOT NULL,
    needs_language boolean NOT NULL,
    times character varying(12)[] NOT NULL,
    home character varying(12)[] NOT NULL,
    cannot character varying(12)[] NOT NULL,
    gender character varying(8) NOT NULL,
    needs_gender boolean NOT NULL,
    matters character varying(12)[] NOT NULL,
    words character varying(300) NOT NULL,
    state character varying(8) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    found_at timestamp with time zone,
    guarded boolean NOT NULL,
    asked_by_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    team_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_befrienderwish FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_befriendingrules (
    id uuid NOT NULL,
    "references" smallint NOT NULL,
    recheck_months smallint NOT NULL,
    refresher_months smallint NOT NULL,
    grace_days smallint NOT NULL,
    pence_a_mile smallint NOT NULL,
    weigh_interests smallint NOT NULL,
    weigh_near smallint NOT NULL,
    weigh_times smallint NOT NULL,
    weigh_language smallint NOT NULL,
    weigh_gender smallint NOT NULL,
    service_id uuid,
    team_id uuid NOT NULL,
    CONSTRAINT referrals_befriendingrules_grace_days_check CHECK ((grace_days >= 0)),
    CONSTRAINT referrals_befriendingrules_pence_a_mile_check CHECK ((pence_a_mile >= 0)),
    CONSTRAINT referrals_befriendingrules_recheck_months_check CHECK ((recheck_months >= 0)),
    CONSTRAINT referrals_befriendingrules_references_check CHECK (("references" >= 0)),
    CONSTRAINT referrals_befriendingrules_refresher_months_check CHECK ((refresher_months >= 0)),
    CONSTRAINT referrals_befriendingrules_weigh_gender_check CHECK ((weigh_gender >= 0)),
    CONSTRAINT referrals_befriendingrules_weigh_interests_check CHECK ((weigh_interests >= 0)),
    CONSTRAINT referrals_befriendingrules_weigh_language_check CHECK ((weigh_language >= 0)),
    CONSTRAINT referrals_befriendingrules_weigh_near_check CHECK ((weigh_near >= 0)),
    CONSTRAINT referrals_befriendingrules_weigh_times_check CHECK ((weigh_times >= 0))
);
CREATE TABLE public.referrals_calendarfeed (
    id uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    user_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_calendarfeed FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_championpatch (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    streets character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id uuid NOT NULL,
    champion_id uuid NOT NULL,
    team_id uuid NOT NULL,
    ward_id bigint NOT NULL
);
ALTER TABLE ONLY public.referrals_championpatch FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_concern (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    reference character varying(12) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    about bytea NOT NULL,
    happened bytea NOT NULL,
    their_words bytea NOT NULL,
    asked character varying(10) NOT NULL,
    wishes bytea NOT NULL,
    raiser bytea NOT NULL,
    kinds character varying(16)[] NOT NULL,
    child boolean NOT NULL,
    now character varying(6) NOT NULL,
    quiet boolean NOT NULL,
    due_at timestamp with time zone NOT NULL,
    decide_by timestamp with time zone NOT NULL,
    told_on date,
    escalated_at timestamp with time zone,
    read_at timestamp with time zone,
    decided_at timestamp with time zone,
    chase_on date,
    ended_at timestamp with time zone,
    escalated_to_id uuid,
    raised_by_id uuid,
    read_by_id uuid,
    referral_id uuid,
    team_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_concern FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_concernstep (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(10) NOT NULL,
    decision character varying(8) NOT NULL,
    words bytea NOT NULL,
    by_id uuid,
    concern_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_concernstep FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_concerntally (
    id uuid NOT NULL,
    "on" date NOT NULL,
    team_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_concerntally FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_confidencestep (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    words character varying(200) NOT NULL,
    try_on date,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_confidencestep FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_connection (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    state character varying(14) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    introduced_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    service_id uuid NOT NULL,
    person_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    agreed_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_why character varying(16) NOT NULL,
    first_attended_at timestamp with time zone,
    first_offered_at timestamp with time zone,
    last_attended_at timestamp with time zone
);
ALTER TABLE ONLY public.referrals_connection FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_connectionhistory (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    state character varying(14) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    introduced_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    service_id uuid NOT NULL,
    person_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    agreed_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_why character varying(16) NOT NULL,
    first_attended_at timestamp with time zone,
    first_offered_at timestamp with time zone,
    last_attended_at timestamp with time zone
);
ALTER TABLE ONLY public.referrals_connectionhistory FORCE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_connectionhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referrals_connectionhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.referrals_consent (
    id uuid NOT NULL,
    purpose character varying(20) NOT NULL,
    how character varying(20) NOT NULL,
    said_at timestamp with time zone CONSTRAINT referrals_consent_given_at_not_null NOT NULL,
    said_to_id uuid,
    person_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    basis character varying(12) NOT NULL,
    capacity character varying(7) NOT NULL,
    decision character varying(14) NOT NULL,
    note text NOT NULL,
    number smallint NOT NULL,
    recipient character varying(100) NOT NULL,
    review_on date,
    statement_id uuid,
    CONSTRAINT best_interests_say_why CHECK (((NOT ((decision)::text = 'best_interests'::text)) OR (((capacity)::text = 'lacks'::text) AND (NOT (note = ''::text))))),
    CONSTRAINT referrals_consent_number_check CHECK ((number >= 0))
);
ALTER TABLE ONLY public.referrals_consent FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_contactattempt (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    channel character varying(8) NOT NULL,
    reached boolean NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_contactattempt FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_crisis (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    why character varying(200) NOT NULL,
    ends_on date NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    begun_by_id uuid NOT NULL,
    ended_by_id uuid,
    team_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_crisis FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_crisischeck (
    id uuid NOT NULL,
    asked_at timestamp with time zone,
    by_text boolean NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    lead_by timestamp with time zone NOT NULL,
    said character varying(12) NOT NULL,
    said_at timestamp with time zone,
    tries smallint NOT NULL,
    told_at timestamp with time zone,
    escalated_at timestamp with time zone,
    done_at timestamp with time zone,
    ended_at timestamp with time zone,
    crisis_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    round_id uuid NOT NULL,
    CONSTRAINT referrals_crisischeck_tries_check CHECK ((tries >= 0))
);
ALTER TABLE ONLY public.referrals_crisischeck FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_crisisclosure (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    begins_on date NOT NULL,
    until date NOT NULL,
    why character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    by_id uuid NOT NULL,
    crisis_id uuid NOT NULL,
    opened_by_id uuid,
    service_id uuid NOT NULL,
    team_id uuid NOT NULL,
    CONSTRAINT shut_for_a_day_at_least CHECK ((until >= begins_on))
);
ALTER TABLE ONLY public.referrals_crisisclosure FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_crisisround (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    by_text boolean NOT NULL,
    hours smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    lead_by timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    crisis_id uuid NOT NULL,
    team_id uuid NOT NULL,
    CONSTRAINT referrals_crisisround_hours_check CHECK ((hours >= 0))
);
ALTER TABLE ONLY public.referrals_crisisround FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_crisissaid (
    id uuid NOT NULL,
    said character varying(12) NOT NULL,
    said_by character varying(10) NOT NULL,
    way character varying(5) NOT NULL,
    words character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    check_of_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_crisissaid FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_draft (
    id uuid NOT NULL,
    typed jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_draft FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_erasure (
    id uuid NOT NULL,
    person_key uuid NOT NULL,
    came character varying(10) NOT NULL,
    words character varying(300) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    due_on date,
    stage character varying(8) NOT NULL,
    decided_at timestamp with time zone,
    why_not character varying(300) NOT NULL,
    done_at timestamp with time zone,
    went jsonb NOT NULL,
    decided_by_id uuid,
    proposed_by_id uuid,
    CONSTRAINT erasure_two_people CHECK ((NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL) AND (proposed_by_id IS NOT NULL))))
);
ALTER TABLE ONLY public.referrals_erasure FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_firstvisit (
    id uuid NOT NULL,
    due_on date NOT NULL,
    company character varying(9) NOT NULL,
    companion character varying(100) NOT NULL,
    tie character varying(60) NOT NULL,
    companion_email character varying(254) NOT NULL,
    companion_agreed boolean NOT NULL,
    transport character varying(9) NOT NULL,
    transport_words character varying(200) NOT NULL,
    meet_at character varying(200) NOT NULL,
    door character varying(200) NOT NULL,
    ask_for character varying(100) NOT NULL,
    note text NOT NULL,
    arranged_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    changed_by_id uuid NOT NULL,
    colleague_id uuid,
    connection_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT referrals_firstvisit_version_check CHECK ((version >= 0))
);
ALTER TABLE ONLY public.referrals_firstvisit FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_followup (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    kind character varying(12) NOT NULL,
    about_on date NOT NULL,
    due_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    done_at timestamp with time zone,
    said_by character varying(10) NOT NULL,
    "then" character varying(12) NOT NULL,
    connection_id uuid NOT NULL,
    done_by_id uuid,
    made_by_id uuid,
    occasion_id uuid,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_followup FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_healthychat (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    job character varying(12) NOT NULL,
    trained boolean,
    minutes smallint,
    before smallint,
    after smallint,
    asked boolean NOT NULL,
    why_not character varying(12) NOT NULL,
    came character varying(12) NOT NULL,
    organisation_id uuid NOT NULL,
    referral_id uuid,
    ward_id bigint,
    CONSTRAINT asked_or_why_not CHECK (((asked AND ((why_not)::text = ''::text) AND (NOT ((came)::text = ''::text))) OR ((NOT asked) AND ((came)::text = ''::text) AND (referral_id IS NULL) AND (NOT ((why_not)::text = ''::text))))),
    CONSTRAINT referrals_healthychat_after_check CHECK ((after >= 0)),
    CONSTRAINT referrals_healthychat_before_check CHECK ((before >= 0)),
    CONSTRAINT referrals_healthychat_minutes_check CHECK ((minutes >= 0))
);
ALTER TABLE ONLY public.referrals_healthychat FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_heard (
    id uuid NOT NULL,
    text bytea NOT NULL,
    door character varying(40) NOT NULL,
    link_id uuid,
    at timestamp with time zone NOT NULL,
    danger boolean NOT NULL,
    because character varying(40)[] NOT NULL,
    due_at timestamp with time zone NOT NULL,
    told_on date,
    escalated_at timestamp with time zone,
    read_at timestamp with time zone,
    did character varying(12) NOT NULL,
    note bytea NOT NULL,
    by_id uuid,
    escalated_to_id uuid,
    read_by_id uuid,
    reader_id uuid,
    referral_id uuid,
    team_id uuid NOT NULL,
    named uuid[]
);
ALTER TABLE ONLY public.referrals_heard FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_helpoffer (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    words character varying(300) NOT NULL,
    said character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    helper_id uuid NOT NULL,
    request_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_helpoffer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_helprequest (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    kind character varying(8) NOT NULL,
    words character varying(300) NOT NULL,
    "when" character varying(100) NOT NULL,
    minutes smallint NOT NULL,
    until date NOT NULL,
    standing character varying(8) NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    name character varying(60) NOT NULL,
    told character varying(500) NOT NULL,
    matched_at timestamp with time zone,
    done_at timestamp with time zone,
    took smallint,
    thanks character varying(300) NOT NULL,
    thanked_at timestamp with time zone,
    helper_id uuid,
    organisation_id uuid NOT NULL,
    posted_by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    team_id uuid NOT NULL,
    ward_id bigint NOT NULL,
    CONSTRAINT matched_with_somebody CHECK ((((standing)::text = ANY ((ARRAY['open'::character varying, 'gone'::character varying])::text[])) OR (helper_id IS NOT NULL))),
    CONSTRAINT referrals_helprequest_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT referrals_helprequest_took_check CHECK ((took >= 0))
);
ALTER TABLE ONLY public.referrals_helprequest FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_hook (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    address character varying(500) NOT NULL,
    secret bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_hook FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_hookcall (
    id uuid NOT NULL,
    reference character varying(12) NOT NULL,
    step character varying(12) NOT NULL,
    cause character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    status smallint,
    done_at timestamp with time zone,
    gave_up_at timestamp with time zone,
    hook_id uuid NOT NULL,
    CONSTRAINT referrals_hookcall_status_check CHECK ((status >= 0)),
    CONSTRAINT referrals_hookcall_tries_check CHECK ((tries >= 0))
);
ALTER TABLE ONLY public.referrals_hookcall FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_howitwas (
    id uuid NOT NULL,
    answer character varying(10) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    by_id uuid,
    heard_id uuid,
    occasion_id uuid NOT NULL,
    person_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_howitwas FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_introduction (
    id uuid NOT NULL,
    shared character varying(5)[] NOT NULL,
    helps text NOT NULL,
    about text NOT NULL,
    reach character varying(60) NOT NULL,
    taken_back_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    answer_by date NOT NULL,
    tell_on date NOT NULL,
    nudged_at timestamp with time zone,
    answer character varying(7) NOT NULL,
    answered_at timestamp with time zone,
    other_at timestamp with time zone,
    room character varying(3) NOT NULL,
    person_told_at timestamp with time zone,
    settled_at timestamp with time zone,
    became character varying(9) NOT NULL,
    answered_to_id uuid,
    connection_id uuid NOT NULL,
    consent_id uuid,
    made_by_id uuid NOT NULL,
    occasion_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    settled_by_id uuid
);
ALTER TABLE ONLY public.referrals_introduction FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_knock (
    id uuid NOT NULL,
    what character varying(10) NOT NULL,
    "to" character varying(254) NOT NULL,
    first_name character varying(100) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    tries smallint NOT NULL,
    used_at timestamp with time zone,
    link_id uuid,
    CONSTRAINT referrals_knock_tries_check CHECK ((tries >= 0))
);
ALTER TABLE ONLY public.referrals_knock FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_late (
    id uuid NOT NULL,
    level character varying(10) NOT NULL,
    was_due date NOT NULL,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    looked_after_by character varying(10) NOT NULL,
    note character varying(300) NOT NULL,
    referral_id uuid NOT NULL,
    settled_by_id uuid
);
ALTER TABLE ONLY public.referrals_late FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_line (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    side character varying(9) NOT NULL,
    said_by character varying(9) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    connection_id uuid,
    referral_id uuid NOT NULL,
    CONSTRAINT an_organiser_has_a_group CHECK ((((connection_id IS NULL) AND ((side)::text = 'referrer'::text)) OR ((connection_id IS NOT NULL) AND ((side)::text = 'organiser'::text))))
);
ALTER TABLE ONLY public.referrals_line FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_lineread (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    line_id uuid NOT NULL,
    reader_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_lineread FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_marker (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    mark character varying(14) NOT NULL,
    words character varying(200) NOT NULL,
    source character varying(100) NOT NULL,
    "on" date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id uuid,
    made_by_id uuid NOT NULL,
    person_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_marker FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_measuredue (
    id uuid NOT NULL,
    what character varying(10) NOT NULL,
    due_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    why_not character varying(10) NOT NULL,
    done_by_id uuid,
    referral_id uuid NOT NULL,
    episode smallint NOT NULL,
    CONSTRAINT referrals_measuredue_episode_check CHECK ((episode >= 0))
);
ALTER TABLE ONLY public.referrals_measuredue FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_merge (
    id uuid NOT NULL,
    reasons character varying(20)[] NOT NULL,
    words character varying(500) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    declined_at timestamp with time zone,
    merged_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_why character varying(500) NOT NULL,
    declined_by_id uuid,
    gone_id uuid NOT NULL,
    kept_id uuid NOT NULL,
    merged_by_id uuid,
    proposed_by_id uuid NOT NULL,
    team_id uuid NOT NULL,
    undone_by_id uuid,
    CONSTRAINT merge_of_two CHECK ((NOT (kept_id = gone_id)))
);
ALTER TABLE ONLY public.referrals_merge FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_moved (
    id uuid NOT NULL,
    place integer NOT NULL,
    model character varying(60) NOT NULL,
    "row" uuid NOT NULL,
    "column" character varying(60) NOT NULL,
    was jsonb,
    now jsonb,
    merge_id uuid NOT NULL,
    CONSTRAINT referrals_moved_place_check CHECK ((place >= 0))
);
ALTER TABLE ONLY public.referrals_moved FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_namedreader (
    id uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id uuid,
    named_by_id uuid NOT NULL,
    person_id uuid NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_namedreader FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_note (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    corrects_attempt_id uuid,
    corrects_note_id uuid,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_note FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_noted (
    id uuid NOT NULL,
    fee character varying(10) NOT NULL,
    transport character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    occasion_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    sheet_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_noted FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_occasion (
    id uuid NOT NULL,
    register_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place character varying(200) NOT NULL,
    known_as character varying(120) NOT NULL,
    called_off_at timestamp with time zone,
    reminded_at timestamp with time zone,
    asked_at timestamp with time zone,
    connection_id uuid NOT NULL,
    service_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    called_off_by_id uuid,
    called_off_why character varying(10) NOT NULL,
    generated boolean NOT NULL,
    planned_at timestamp with time zone
);
ALTER TABLE ONLY public.referrals_occasion FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_offer (
    id uuid NOT NULL,
    place uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    said character varying(4) NOT NULL,
    said_by character varying(10) NOT NULL,
    said_at timestamp with time zone,
    placed_at timestamp with time zone,
    by_id uuid,
    referral_id uuid NOT NULL,
    service_id uuid NOT NULL,
    wait_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_offer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_opening (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    person_key uuid NOT NULL,
    role character varying(4) NOT NULL,
    why character varying(10) NOT NULL,
    words character varying(300) NOT NULL,
    glass boolean NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    by_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_opening FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_outsider (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    tie character varying(100) NOT NULL,
    verified_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    organisation_id uuid
);
ALTER TABLE ONLY public.referrals_outsider FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_particulars (
    id uuid NOT NULL,
    address text NOT NULL,
    needs_asked character varying(10) NOT NULL,
    formats character varying(20)[] NOT NULL,
    contact_methods character varying(20)[] NOT NULL,
    supports character varying(20)[] NOT NULL,
    professionals character varying(20)[] NOT NULL,
    reviewed_on date,
    spoken_language character varying(60) NOT NULL,
    interpreter character varying(10) NOT NULL,
    strengths text NOT NULL,
    interests text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id uuid NOT NULL,
    person_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_particulars FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_particularshistory (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    needs_asked character varying(10) NOT NULL,
    formats character varying(20)[] NOT NULL,
    contact_methods character varying(20)[] NOT NULL,
    supports character varying(20)[] NOT NULL,
    professionals character varying(20)[] NOT NULL,
    reviewed_on date,
    spoken_language character varying(60) NOT NULL,
    interpreter character varying(10) NOT NULL,
    strengths text NOT NULL,
    interests text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_particularshistory FORCE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_particularshistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referrals_particularshistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.referrals_partner (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    reference character varying(12) NOT NULL,
    recipient character varying(100) NOT NULL,
    why character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    yes boolean,
    decided_at timestamp with time zone,
    level character varying(8) NOT NULL,
    until date,
    ended_at timestamp with time zone,
    ended_why character varying(12) NOT NULL,
    asked_by_id uuid NOT NULL,
    decided_by_id uuid,
    ended_by_id uuid,
    organisation_id uuid NOT NULL,
    referral_id uuid,
    user_id uuid NOT NULL,
    CONSTRAINT yes_says_how_far_and_until CHECK (((NOT (yes AND (yes IS NOT NULL))) OR ((NOT ((level)::text = ''::text)) AND (until IS NOT NULL) AND (referral_id IS NOT NULL) AND (decided_by_id IS NOT NULL))))
);
ALTER TABLE ONLY public.referrals_partner FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_pause (
    id uuid NOT NULL,
    was character varying(12) NOT NULL,
    why character varying(10) NOT NULL,
    asked_for boolean NOT NULL,
    until date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    next_on date,
    next_step character varying(12) NOT NULL
);
ALTER TABLE ONLY public.referrals_pause FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_period (
    id uuid NOT NULL,
    what character varying(12) NOT NULL,
    months smallint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id uuid NOT NULL,
    CONSTRAINT referrals_period_months_check CHECK ((months >= 0))
);
CREATE TABLE public.referrals_person (
    id uuid NOT NULL,
    given_name character varying(100) NOT NULL,
    family_name character varying(100) NOT NULL,
    known_as character varying(100) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    postcode character varying(8) NOT NULL,
    language character varying(5) NOT NULL,
    safe_to_message character varying(6) NOT NULL,
    good_times character varying(200) NOT NULL,
    access_needs character varying(300) NOT NULL,
    restricted boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id uuid,
    organisation_id uuid,
    date_of_birth date,
    safe_to_email character varying(6) NOT NULL,
    safe_to_leave_word character varying(6) NOT NULL,
    safe_to_ring character varying(6) NOT NULL,
    safe_to_write character varying(6) NOT NULL,
    who_else character varying(200) NOT NULL
);
ALTER TABLE ONLY public.referrals_person FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_personhistory (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    given_name character varying(100) NOT NULL,
    family_name character varying(100) NOT NULL,
    known_as character varying(100) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    postcode character varying(8) NOT NULL,
    language character varying(5) NOT NULL,
    safe_to_message character varying(6) NOT NULL,
    good_times character varying(200) NOT NULL,
    access_needs character varying(300) NOT NULL,
    restricted boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id uuid,
    organisation_id uuid,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    date_of_birth date,
    safe_to_email character varying(6) NOT NULL,
    safe_to_leave_word character varying(6) NOT NULL,
    safe_to_ring character varying(6) NOT NULL,
    safe_to_write character varying(6) NOT NULL,
    who_else character varying(200) NOT NULL
);
ALTER TABLE ONLY public.referrals_personhistory FORCE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_personhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referrals_personhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.referrals_phrase (
    id uuid NOT NULL,
    words character varying(200) NOT NULL,
    place smallint NOT NULL,
    team_id uuid NOT NULL,
    CONSTRAINT referrals_phrase_place_check CHECK ((place >= 0))
);
CREATE TABLE public.referrals_reason (
    id uuid NOT NULL,
    why character varying(12) NOT NULL,
    said_by character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    connection_id uuid NOT NULL,
    occasion_id uuid,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_reason FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_referee (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    about character varying(120) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    tie character varying(100) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    answered_at timestamp with time zone,
    years character varying(60) NOT NULL,
    trusts character varying(6) NOT NULL,
    words text NOT NULL,
    team_id uuid NOT NULL,
    volunteer_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_referee FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_referral (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    reference character varying(12) NOT NULL,
    referrer_trained boolean,
    wants character varying(40)[] NOT NULL,
    words text NOT NULL,
    urgent boolean NOT NULL,
    state character varying(12) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    respond_by date NOT NULL,
    next_step character varying(12) NOT NULL,
    next_on date,
    spot_easting integer,
    spot_northing integer,
    connector_id uuid,
    person_id uuid NOT NULL,
    referrer_id uuid,
    referring_organisation_id uuid,
    team_id uuid NOT NULL,
    ward_id bigint NOT NULL,
    told character varying(10) NOT NULL,
    assessed_weight character varying(9) NOT NULL,
    came_from_id uuid,
    closed_at timestamp with time zone,
    closed_why character varying(16) NOT NULL,
    decided_at timestamp with time zone,
    domains character varying(10)[] NOT NULL,
    domains_asked boolean NOT NULL,
    entered_by_id uuid,
    expected_weight character varying(9) NOT NULL,
    first_attempt_at timestamp with time zone,
    first_contact_at timestamp with time zone,
    first_meeting_at timestamp with time zone,
    first_time character varying(10) NOT NULL,
    plan_agreed_at timestamp with time zone,
    referrer_job character varying(12) NOT NULL,
    source character varying(8) NOT NULL,
    outsider_id uuid,
    age_then smallint,
    through_referrer boolean NOT NULL,
    named_as character varying(201) NOT NULL,
    refused jsonb NOT NULL,
    named uuid[],
    lead_id uuid,
    round jsonb NOT NULL,
    CONSTRAINT referrals_referral_age_then_check CHECK ((age_then >= 0))
);
ALTER TABLE ONLY public.referrals_referral FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_referralevent (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    was character varying(20) NOT NULL,
    "to" character varying(20) NOT NULL,
    why character varying(20) NOT NULL,
    attempt_id uuid,
    by_id uuid,
    connection_id uuid,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_referralevent FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_referralhistory (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    reference character varying(12) NOT NULL,
    referrer_trained boolean,
    wants character varying(40)[] NOT NULL,
    words text NOT NULL,
    urgent boolean NOT NULL,
    state character varying(12) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    respond_by date NOT NULL,
    next_step character varying(12) NOT NULL,
    next_on date,
    spot_easting integer,
    spot_northing integer,
    connector_id uuid,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    referrer_id uuid,
    referring_organisation_id uuid,
    team_id uuid NOT NULL,
    ward_id bigint NOT NULL,
    told character varying(10) NOT NULL,
    assessed_weight character varying(9) NOT NULL,
    came_from_id uuid,
    closed_at timestamp with time zone,
    closed_why character varying(16) NOT NULL,
    decided_at timestamp with time zone,
    domains character varying(10)[] NOT NULL,
    domains_asked boolean NOT NULL,
    entered_by_id uuid,
    expected_weight character varying(9) NOT NULL,
    first_attempt_at timestamp with time zone,
    first_contact_at timestamp with time zone,
    first_meeting_at timestamp with time zone,
    first_time character varying(10) NOT NULL,
    plan_agreed_at timestamp with time zone,
    referrer_job character varying(12) NOT NULL,
    source character varying(8) NOT NULL,
    outsider_id uuid,
    age_then smallint,
    through_referrer boolean NOT NULL,
    named_as character varying(201) NOT NULL,
    refused jsonb NOT NULL,
    named uuid[],
    lead_id uuid,
    CONSTRAINT referrals_referralhistory_age_then_check CHECK ((age_then >= 0))
);
ALTER TABLE ONLY public.referrals_referralhistory FORCE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_referralhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referrals_referralhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.referrals_relation (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    name character varying(100) NOT NULL,
    tie character varying(60) NOT NULL,
    lives_with boolean NOT NULL,
    is_carer boolean NOT NULL,
    phone character varying(20) NOT NULL,
    needs character varying(200) NOT NULL,
    may_speak character varying(10) NOT NULL,
    their_yes character varying(10) NOT NULL,
    their_yes_on date,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    person_id uuid NOT NULL,
    their_yes_to_id uuid
);
ALTER TABLE ONLY public.referrals_relation FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_relationhistory (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    tie character varying(60) NOT NULL,
    lives_with boolean NOT NULL,
    is_carer boolean NOT NULL,
    phone character varying(20) NOT NULL,
    needs character varying(200) NOT NULL,
    may_speak character varying(10) NOT NULL,
    their_yes character varying(10) NOT NULL,
    their_yes_on date,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    made_by_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id uuid NOT NULL,
    their_yes_to_id uuid
);
ALTER TABLE ONLY public.referrals_relationhistory FORCE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_relationhistory ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referrals_relationhistory_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.referrals_remainder (
    id uuid NOT NULL,
    source character varying(8) NOT NULL,
    came_in date NOT NULL,
    state character varying(12) NOT NULL,
    closed_why character varying(16) NOT NULL,
    groups character varying(14)[] NOT NULL,
    team_id uuid NOT NULL,
    ward_id bigint NOT NULL
);
ALTER TABLE ONLY public.referrals_remainder FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_reply (
    id uuid NOT NULL,
    recipient_key uuid,
    news character varying(12) NOT NULL,
    cause character varying(120) NOT NULL,
    event_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    why_not character varying(12) NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_reply FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_restriction (
    id uuid NOT NULL,
    why character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    set_at timestamp with time zone,
    lift_asked_at timestamp with time zone,
    lift_why character varying(300) NOT NULL,
    ended_at timestamp with time zone,
    asked_by_id uuid NOT NULL,
    lift_asked_by_id uuid,
    lifted_by_id uuid,
    owner_id uuid,
    person_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    set_by_id uuid,
    CONSTRAINT lifted_by_two CHECK (((lifted_by_id IS NULL) OR ((lift_asked_by_id IS NOT NULL) AND (NOT ((lifted_by_id = lift_asked_by_id) AND (lifted_by_id IS NOT NULL) AND (lift_asked_by_id IS NOT NULL)))))),
    CONSTRAINT restriction_has_an_owner CHECK (((set_at IS NULL) OR (owner_id IS NOT NULL)))
);
ALTER TABLE ONLY public.referrals_restriction FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_safeguardinglead (
    id uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    named_by_id uuid,
    scheme_id uuid NOT NULL,
    team_id uuid,
    user_id uuid NOT NULL
);
CREATE TABLE public.referrals_savedview (
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(500) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_savedview FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_sessionoff (
    id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    words character varying(200) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    followed_at timestamp with time zone,
    by_id uuid,
    service_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_sessionoff FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_sheet (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    register_id uuid NOT NULL,
    altogether smallint,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    CONSTRAINT referrals_sheet_altogether_check CHECK ((altogether >= 0))
);
ALTER TABLE ONLY public.referrals_sheet FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_speaktolead (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_speaktolead FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_statement (
    id uuid NOT NULL,
    purpose character varying(20) NOT NULL,
    version smallint NOT NULL,
    words text NOT NULL,
    from_on date NOT NULL,
    CONSTRAINT referrals_statement_version_check CHECK ((version >= 0))
);
CREATE TABLE public.referrals_stepsaid (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    said character varying(8) NOT NULL,
    words character varying(300) NOT NULL,
    next_on date,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    step_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_stepsaid FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_stepwords (
    id uuid NOT NULL,
    words text NOT NULL,
    for_referrer boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid,
    event_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_stepwords FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_task (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    words character varying(200) NOT NULL,
    due_on date,
    made_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    done_by_id uuid,
    made_by_id uuid,
    owner_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_task FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_transfer (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    why character varying(12) NOT NULL,
    summary text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    accepted boolean,
    refused_why character varying(20) NOT NULL,
    asked_by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    there_id uuid NOT NULL,
    to_team_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_transfer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_unwanted (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    since timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);
CREATE TABLE public.referrals_visit (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    place character varying(200) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    phone character varying(20) NOT NULL,
    transport character varying(8) NOT NULL,
    risks character varying(12)[] NOT NULL,
    precautions character varying(300) NOT NULL,
    guarded boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    arrived_at timestamp with time zone,
    left_at timestamp with time zone,
    called_off_at timestamp with time zone,
    buddy_told_at timestamp with time zone,
    lead_told_at timestamp with time zone,
    buddy_id uuid NOT NULL,
    made_by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    who_id uuid NOT NULL,
    CONSTRAINT visit_has_length CHECK ((ends_at > starts_at))
);
ALTER TABLE ONLY public.referrals_visit FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_volunteer (
    id uuid NOT NULL,
    key uuid NOT NULL,
    content_hash character varying(64) NOT NULL,
    made_in character varying(64) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    language character varying(5) NOT NULL,
    postcode character varying(8) NOT NULL,
    easting integer NOT NULL,
    northing integer NOT NULL,
    adult boolean NOT NULL,
    gender character varying(8) NOT NULL,
    why text NOT NULL,
    kinds character varying(12)[] NOT NULL,
    interests character varying(12)[] NOT NULL,
    more_interests character varying(200) NOT NULL,
    languages character varying(40)[] NOT NULL,
    times character varying(12)[] NOT NULL,
    miles smallint NOT NULL,
    travel character varying(5) NOT NULL,
    cannot character varying(12)[] NOT NULL,
    brings character varying(12)[] NOT NULL,
    most smallint NOT NULL,
    stage character varying(10) NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    approved_at timestamp with time zone,
    away_until date,
    approved_by_id uuid,
    team_id uuid NOT NULL,
    user_id uuid,
    ward_id bigint NOT NULL,
    CONSTRAINT referrals_volunteer_miles_check CHECK ((miles >= 0)),
    CONSTRAINT referrals_volunteer_most_check CHECK ((most >= 0))
);
ALTER TABLE ONLY public.referrals_volunteer FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_volunteercheck (
    id uuid NOT NULL,
    level character varying(12) NOT NULL,
    seen_on date NOT NULL,
    recheck_on date NOT NULL,
    seen_by_id uuid NOT NULL,
    volunteer_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_volunteercheck FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_volunteerlesson (
    id uuid NOT NULL,
    title character varying(120) NOT NULL,
    held_on date NOT NULL,
    refresher_on date NOT NULL,
    noted_by_id uuid NOT NULL,
    volunteer_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_volunteerlesson FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_volunteerstep (
    id uuid NOT NULL,
    "to" character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    by_id uuid,
    volunteer_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_volunteerstep FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_wait (
    id uuid NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    unanswered smallint NOT NULL,
    rests_since timestamp with time zone,
    ended_at timestamp with time zone,
    became character varying(6) NOT NULL,
    connection_id uuid NOT NULL,
    joined_by_id uuid,
    referral_id uuid NOT NULL,
    service_id uuid NOT NULL,
    CONSTRAINT referrals_wait_unanswered_check CHECK ((unanswered >= 0))
);
ALTER TABLE ONLY public.referrals_wait FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_wanting (
    id uuid NOT NULL,
    words character varying(500) NOT NULL,
    shown boolean NOT NULL,
    said_at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    question_id uuid NOT NULL,
    referral_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_wanting FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_whereabouts (
    id uuid NOT NULL,
    phone bytea NOT NULL,
    email bytea NOT NULL,
    postcode bytea NOT NULL,
    address bytea NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    person_id uuid NOT NULL
);
ALTER TABLE ONLY public.referrals_whereabouts FORCE ROW LEVEL SECURITY;
CREATE TABLE public.referrals_whilewaiting (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    due_on date NOT NULL,
    words character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    put_at timestamp with time zone,
    done_at timestamp with time zone,
    went character varying(12) NOT NULL,
    done_by_id uuid,
    made_by_id uuid,
    referral_id uuid NOT NULL,
    service_id uuid
);
ALTER TABLE ONLY public.referrals_whilewaiting FORCE ROW LEVEL SECURITY;
INSERT INTO public.django_migrations VALUES
	(1, 'audit', '0001_grants', '2026-11-22 03:26:48.133998+00'),
	(2, 'places', '0001_initial', '2026-11-22 03:26:48.294329+00'),
	(3, 'people', '0001_initial', '2026-11-22 03:26:48.318212+00'),
	(4, 'account', '0001_initial', '2026-11-22 03:26:48.331687+00'),
	(5, 'account', '0002_email_max_length', '2026-11-22 03:26:48.335564+00'),
	(6, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-22 03:26:48.34242+00'),
	(7, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-22 03:26:48.34872+00'),
	(8, 'account', '0005_emailaddress_idx_upper_email', '2026-11-22 03:26:48.352201+00'),
	(9, 'account', '0006_emailaddress_lower', '2026-11-22 03:26:48.3584+00'),
	(10, 'account', '0007_emailaddress_idx_email', '2026-11-22 03:26:48.363735+00'),
	(11, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-22 03:26:48.370099+00'),
	(12, 'account', '0009_emailaddress_unique_primary_email', '2026-11-22 03:26:48.37317+00'),
	(13, 'audit', '0002_access', '2026-11-22 03:26:48.391877+00'),
	(14, 'audit', '0003_rights', '2026-11-22 03:26:48.397954+00'),
	(15, 'contenttypes', '0001_initial', '2026-11-22 03:26:48.400986+00'),
	(16, 'contenttypes', '0002_remove_content_type_name', '2026-11-22 03:26:48.410523+00'),
	(17, 'auth', '0001_initial', '2026-11-22 03:26:48.422832+00'),
	(18, 'auth', '0002_alter_permission_name_max_length', '2026-11-22 03:26:48.425836+00'),
	(19, 'auth', '0003_alter_user_email_max_length', '2026-11-22 03:26:48.428583+00'),
	(20, 'auth', '0004_alter_user_username_opts', '2026-11-22 03:26:48.43114+00'),
	(21, 'auth', '0005_alter_user_last_login_null', '2026-11-22 03:26:48.433827+00'),
	(22, 'auth', '0006_require_contenttypes_0002', '2026-11-22 03:26:48.434433+00'),
	(23, 'auth', '0007_alter_validators_add_error_messages', '2026-11-22 03:26:48.437097+00'),
	(24, 'auth', '0008_alter_user_username_max_length', '2026-11-22 03:26:48.439693+00'),
	(25, 'auth', '0009_alter_user_last_name_max_length', '2026-11-22 03:26:48.442341+00'),
	(26, 'auth', '0010_alter_group_name_max_length', '2026-11-22 03:26:48.445878+00'),
	(27, 'auth', '0011_update_proxy_permissions', '2026-11-22 03:26:48.454174+00'),
	(28, 'auth', '0012_alter_user_first_name_max_length', '2026-11-22 03:26:48.456715+00'),
	(29, 'places', '0002_postcode_by_spot', '2026-11-22 03:26:48.460245+00'),
	(30, 'people', '0002_schemes', '2026-11-22 03:26:48.494169+00'),
	(31, 'people', '0003_team_full_until', '2026-11-22 03:26:48.498346+00'),
	(32, 'people', '0004_training', '2026-11-22 03:26:48.522712+00'),
	(33, 'people', '0005_email_domains', '2026-11-22 03:26:48.52861+00'),
	(34, 'people', '0006_running', '2026-11-22 03:26:48.565633+00'),
	(35, 'people', '0007_how_full_a_connector_may_be', '2026-11-22 03:26:48.595483+00'),
	(36, 'people', '0008_when_somebody_is_asked_how_they_are', '2026-11-22 03:26:48.616882+00'),
	(37, 'people', '0009_how_long_a_place_is_held', '2026-11-22 03:26:48.625337+00'),
	(38, 'people', '0010_where_nobody_else_serves', '2026-11-22 03:26:48.638599+00'),
	(39, 'people', '0011_training_places_and_competencies', '2026-11-22 03:26:48.954046+00'),
	(40, 'people', '0012_community_champions', '2026-11-22 03:26:49.223211+00'),
	(41, 'directory', '0001_initial', '2026-11-22 03:26:49.359482+00'),
	(42, 'directory', '0002_search', '2026-11-22 03:26:49.366753+00'),
	(43, 'directory', '0003_reference', '2026-11-22 03:26:49.639263+00'),
	(44, 'directory', '0004_lunch_is_also_soup', '2026-11-22 03:26:49.660997+00'),
	(45, 'directory', '0005_whole_directory', '2026-11-22 03:26:52.65469+00'),
	(46, 'directory', '0006_walls', '2026-11-22 03:26:52.668745+00'),
	(47, 'directory', '0007_guide', '2026-11-22 03:26:52.706123+00'),
	(48, 'directory', '0008_words', '2026-11-22 03:26:53.818499+00'),
	(49, 'directory', '0009_two_pairs_of_eyes', '2026-11-22 03:26:53.875085+00'),
	(50, 'directory', '0010_more_words', '2026-11-22 03:26:53.877843+00'),
	(51, 'directory', '0011_feeds', '2026-11-22 03:26:54.333085+00'),
	(52, 'directory', '0012_search_filters', '2026-11-22 03:26:54.733169+00'),
	(53, 'directory', '0013_alike', '2026-11-22 03:26:54.739514+00'),
	(54, 'directory', '0014_thesaurus', '2026-11-22 03:26:54.853038+00'),
	(55, 'directory', '0015_shut', '2026-11-22 03:26:55.053627+00'),
	(56, 'directory', '0016_what_is_over', '2026-11-22 03:26:55.059932+00'),
	(57, 'directory', '0017_provider_second', '2026-11-22 03:26:55.103449+00'),
	(58, 'directory', '0018_what_a_listing_asks', '2026-11-22 03:26:55.173465+00'),
	(59, 'directory', '0019_network_of_groups', '2026-11-22 03:26:55.762548+00'),
	(60, 'directory', '0020_what_worked', '2026-11-22 03:26:55.910012+00'),
	(61, 'messaging', '0001_initial', '2026-11-22 03:26:55.925516+00'),
	(62, 'messaging', '0002_wording', '2026-11-22 03:26:55.930182+00'),
	(63, 'messaging', '0003_switches_and_what_it_rests_on', '2026-11-22 03:26:55.961097+00'),
	(64, 'messaging', '0004_inbound_texts', '2026-11-22 03:26:55.967976+00'),
	(65, 'mfa', '0001_initial', '2026-11-22 03:26:56.009736+00'),
	(66, 'mfa', '0002_authenticator_timestamps', '2026-11-22 03:26:56.263776+00'),
	(67, 'mfa', '0003_authenticator_type_uniq', '2026-11-22 03:26:56.334151+00'),
	(68, 'pghistory', '0001_initial', '2026-11-22 03:26:56.337222+00'),
	(69, 'pghistory', '0002_aggregateevent', '2026-11-22 03:26:56.338569+00'),
	(70, 'pghistory', '0003_auto_20201023_1636', '2026-11-22 03:26:56.341041+00'),
	(71, 'pghistory', '0004_auto_20220906_1625', '2026-11-22 03:26:56.384529+00'),
	(72, 'pghistory', '0005_events_middlewareevents', '2026-11-22 03:26:56.387477+00'),
	(73, 'pghistory', '0006_delete_aggregateevent', '2026-11-22 03:26:56.388532+00'),
	(74, 'pghistory', '0007_auto_20250421_0444', '2026-11-22 03:26:56.431131+00'),
	(75, 'referrals', '0001_initial', '2026-11-22 03:26:58.851516+00'),
	(76, 'referrals', '0002_word_settles', '2026-11-22 03:26:59.380525+00'),
	(77, 'referrals', '0003_follow_a_merge', '2026-11-22 03:26:59.38331+00'),
	(78, 'referrals', '0004_front_doors', '2026-11-22 03:27:04.100759+00'),
	(79, 'referrals', '0005_asking', '2026-11-22 03:27:05.205527+00'),
	(80, 'referrals', '0006_open_door', '2026-11-22 03:27:05.251358+00'),
	(81, 'referrals', '0007_heard', '2026-11-22 03:27:05.682784+00'),
	(82, 'referrals', '0008_hearing_and_threads', '2026-11-22 03:27:06.446149+00'),
	(83, 'referrals', '0009_concerns_and_doubles', '2026-11-22 03:27:09.557244+00'),
	(84, 'referrals', '0010_known_of_somebody', '2026-11-22 03:27:16.334374+00'),
	(85, 'referrals', '0011_day_by_day', '2026-11-22 03:27:17.489821+00'),
	(86, 'referrals', '0012_the_life', '2026-11-22 03:27:18.538317+00'),
	(87, 'referrals', '0013_systems_that_listen', '2026-11-22 03:27:18.754813+00'),
	(88, 'referrals', '0014_forget_the_rest', '2026-11-22 03:27:18.757047+00'),
	(89, 'referrals', '0015_who_is_named_reads', '2026-11-22 03:27:19.21911+00'),
	(90, 'referrals', '0016_round_one_person', '2026-11-22 03:27:21.019241+00'),
	(91, 'referrals', '0017_what_follows', '2026-11-22 03:27:21.715464+00'),
	(92, 'referrals', '0018_sessions_and_places', '2026-11-22 03:27:23.789868+00'),
	(93, 'referrals', '0019_introductions_and_first_visits', '2026-11-22 03:27:24.854586+00'),
	(94, 'referrals', '0020_evidence_and_how_it_was', '2026-11-22 03:27:25.871375+00'),
	(95, 'referrals', '0021_what_was_owed_before_a_rest', '2026-11-22 03:27:26.034165+00'),
	(96, 'referrals', '0022_answers_to_a_listing', '2026-11-22 03:27:26.358322+00'),
	(97, 'referrals', '0023_placed_from_a_list', '2026-11-22 03:27:26.361569+00'),
	(98, 'referrals', '0024_what_a_colleague_does_not_want', '2026-11-22 03:27:26.443775+00'),
	(99, 'referrals', '0025_how_somebody_is_reached', '2026-11-22 03:27:26.446534+00'),
	(100, 'referrals', '0026_asked_at_the_end_and_again', '2026-11-22 03:27:27.133862+00'),
	(101, 'referrals', '0027_befriending', '2026-11-22 03:27:30.049554+00'),
	(102, 'referrals', '0028_records_opened_and_erased', '2026-11-22 03:27:30.414685+00'),
	(103, 'referrals', '0029_one_look_at_the_referral', '2026-11-22 03:27:30.424172+00'),
	(104, 'referrals', '0030_small_helps', '2026-11-22 03:27:31.418598+00'),
	(105, 'referrals', '0031_looking_in_during_a_crisis', '2026-11-22 03:27:33.274463+00'),
	(106, 'referrals', '0032_nobody_left_out_in_a_crisis', '2026-11-22 03:27:33.278816+00'),
	(107, 'places', '0003_localities', '2026-11-22 03:27:33.711307+00'),
	(108, 'referrals', '0033_counted_by_the_day_of_a_step', '2026-11-22 03:27:34.30344+00'),
	(109, 'referrals', '0034_a_sheet_of_ones_own_register', '2026-11-22 03:27:34.307338+00'),
	(110, 'outcomes', '0001_release', '2026-11-22 03:27:34.339814+00'),
	(111, 'outcomes', '0002_readings', '2026-11-22 03:27:34.52855+00'),
	(112, 'outcomes', '0003_questions', '2026-11-22 03:27:34.638162+00'),
	(113, 'outcomes', '0004_goals_and_stories', '2026-11-22 03:27:38.260937+00'),
	(114, 'outcomes', '0005_community_chest', '2026-11-22 03:27:40.123294+00'),
	(115, 'outcomes', '0006_documents_copies_equality', '2026-11-22 03:27:41.734309+00'),
	(116, 'outcomes', '0007_figures_on_a_lattice', '2026-11-22 03:27:42.728385+00'),
	(117, 'outcomes', '0008_places_and_risk', '2026-11-22 03:27:43.768104+00'),
	(118, 'outcomes', '0009_wish_list', '2026-11-22 03:27:44.399315+00'),
	(119, 'outcomes', '0010_kept_views_and_annotations', '2026-11-22 03:27:44.849579+00'),
	(120, 'outcomes', '0011_costs_and_who_lives_here', '2026-11-22 03:27:45.731508+00'),
	(121, 'outcomes', '0012_covers_of_papers', '2026-11-22 03:27:46.083771+00'),
	(122, 'outcomes', '0013_goals_on_ones_own_page', '2026-11-22 03:27:46.087411+00'),
	(123, 'outcomes', '0014_figures_of_a_place', '2026-11-22 03:27:46.215759+00'),
	(124, 'outcomes', '0015_one_question_of_the_referral', '2026-11-22 03:27:46.261521+00'),
	(125, 'sessions', '0001_initial', '2026-11-22 03:27:46.268038+00');
INSERT INTO public.outcomes_aim VALUES
	('d18ce077-28e7-4515-aa07-291c0b9e8b3e', 1, 'A1', 'Help people prosper by increasing their skills', '3423318d-c23b-4166-8161-6e9b8ef03a6e'),
	('1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2', 2, 'A2', 'Help people get the best start and age well', '3423318d-c23b-4166-8161-6e9b8ef03a6e'),
	('5baaac5b-da25-4a5f-94e7-101e7e10d82c', 3, 'A3', 'Help create great places to live, grow and work', '3423318d-c23b-4166-8161-6e9b8ef03a6e'),
	('417b47e6-eb4d-4690-9acd-944668149706', 4, 'A4', 'Transform the council to achieve more with less', '3423318d-c23b-4166-8161-6e9b8ef03a6e');
INSERT INTO public.outcomes_framework VALUES
	('3423318d-c23b-4166-8161-6e9b8ef03a6e', '0dad2c1c-0a8e-5d0c-8bf4-3e80eb617e69', '', '', 'befriending', 1, 'Befriending outcomes', 'After the Essex befriending outcomes framework: four strategic aims, eighteen outcomes', true, '2026-11-22 03:27:38.126904+00', NULL, NULL);
INSERT INTO public.outcomes_outcome VALUES
	('a5a18159-f503-4c4c-8e95-4883d579a9ee', 1, 'A1.1', 'New skills and knowledge; better access to work and training', '{connections}', 'd18ce077-28e7-4515-aa07-291c0b9e8b3e'),
	('d8a454f0-fa6b-43f7-8119-64420a64fadd', 2, 'A1.2', 'A better routine, a greater sense of purpose', '{attendance,ons4}', 'd18ce077-28e7-4515-aa07-291c0b9e8b3e'),
	('65baf906-da72-4984-9ded-560d6f209db3', 3, 'A1.3', 'A positive contribution to their own community', '{connections}', 'd18ce077-28e7-4515-aa07-291c0b9e8b3e'),
	('f220fa87-dfdc-4288-b840-ab93da5d92c6', 1, 'A2.1', 'Independent living, kept or increased', '{}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('9c5429c1-8f9c-4b2d-b5b8-c4f72f97271f', 2, 'A2.2', 'More involvement in social activities', '{attendance}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('cb910778-5536-4c29-9fcc-337a9f23ee88', 3, 'A2.3', 'More use of their own expertise and resources', '{connections}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('c4b53f82-cd62-40a8-b56e-4738335cd3d8', 4, 'A2.4', 'Befriending as a whole-family approach', '{}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('709c50ea-3363-4da1-8b72-0f384a4c7d4d', 5, 'A2.5', 'Better able to manage their own life; better quality of life', '{ons4}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('9f259d4e-ae3c-4678-8ae4-3588595a2789', 6, 'A2.6', 'Physical and mental health kept or improved', '{swemwbs7,wemwbs14,ons4}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('9a4d4c88-28a7-48df-89c4-65975877e6d2', 7, 'A2.7', 'Better relationships, more resilience', '{cel3,friendship6}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('9cebdec0-952f-439b-9a00-bee37863b618', 8, 'A2.8', 'More active', '{attendance}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('84c9fa48-c3b4-40d4-baca-80f316b90f61', 9, 'A2.9', 'Less need for acute health and care support', '{}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('e18ea21e-01f2-4b97-ae03-aeb3ec4f7a5e', 10, 'A2.10', 'Helped to reach their goals', '{attendance,connections}', '1b0d65a8-cdc2-42f1-bd1d-cc9bf842dda2'),
	('1ac8e913-b45c-4d09-be1f-24b0299623aa', 1, 'A3.1', 'More inclusion in the community; less isolation or loneliness', '{ucla3,ons_direct,attendance}', '5baaac5b-da25-4a5f-94e7-101e7e10d82c'),
	('30d22a4e-fc43-4d97-b7da-8862c066a448', 2, 'A3.2', 'Resilient communities; shared responsibility for the most vulnerable', '{}', '5baaac5b-da25-4a5f-94e7-101e7e10d82c'),
	('f09864e4-31fa-47ed-9293-3a19ec2998d0', 1, 'A4.1', 'Community or family connections built or kept', '{connections,attendance}', '417b47e6-eb4d-4690-9acd-944668149706'),
	('12144972-918d-4287-819c-910e98faba9c', 2, 'A4.2', 'Better networks of support', '{lsns6,connections}', '417b47e6-eb4d-4690-9acd-944668149706'),
	('5efee2a0-db84-4c44-8e91-75e3ada89d05', 3, 'A4.3', 'Opportunity to learn new skills', '{connections}', '417b47e6-eb4d-4690-9acd-944668149706');
INSERT INTO public.referrals_statement VALUES
	('bb0c6927-95e5-4a6c-84d4-dc19b1b63854', 'contact', 1, 'The community connectors may ring you, and keep what you told us, so that they can help you find something you like. You can stop at any time; nothing else that you get depends on it.', '2026-11-22'),
	('f5edd78b-91f8-4e9c-ae97-cd261991f371', 'tell_referrer', 1, 'The worker who asked for you may hear in a line how it goes: that we spoke, where you went, how it was.', '2026-11-22'),
	('6b88e809-711d-41f7-8c86-b9ea990d4645', 'tell_more', 1, 'If the worker who asked for you works in health or care, they may also hear which group you go to, and why our help ended. They never read what you told us in private.', '2026-11-22'),
	('d128f18a-7d62-4cbd-a055-be0e39028757', 'full_messages', 1, 'The phone is yours alone, so our messages may name the place and who meets you. They never name a need.', '2026-11-22'),
	('be00ba24-f132-42e9-b570-8be6921322fd', 'messages', 1, 'We may text or e-mail you about what we arrange together. You can stop that at any time: your place in a group stays, and we ring you instead.', '2026-11-22'),
	('3842c247-2445-4af2-ba7e-8c2a2b74acec', 'together', 1, 'The worker we name may see your page with us and help you too, until the day we tell you. You can say no, or take your yes back at any time; nothing else that you get depends on it.', '2026-11-22'),
	('35bd9402-b573-48ae-97e1-70e68adc34e1', 'tell_group', 1, 'The group you chose may know what we read out to you now: what helps you, a sentence about you, or how to reach you. They keep it to themselves. You can take it back; then we ask them to forget it.', '2026-11-22'),
	('b1e84452-c7c0-46a9-9aa9-a867eb098098', 'story', 1, 'We may write down with you how it went, in your words. The team that helps you reads it. Your name is not in it. You can take it back at any time; nothing else that you get depends on it.', '2026-11-22'),
	('7cae15a0-4190-46af-bcc1-be6fb2902abc', 'publish', 1, 'Others may read the story we wrote with you, so that they see what helps: those who pay for this work and those who do it. We read it out to you first. Your name is not in it. Take it back, and it is gone at once.', '2026-11-22'),
	('6e65bc0b-f675-4bc1-8c89-3a37f1e84b45', 'crisis', 1, 'If something big happens, like deep snow or a flood, we may ring you, text you or knock to see that you are all right. You can say no, or take your yes back at any time; nothing else that you get depends on it.', '2026-11-22');
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 125, true);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.outcomes_application_aims_id_seq', 1, false);
SELECT pg_catalog.setval('public.outcomes_counted_id_seq', 1, false);
SELECT pg_catalog.setval('public.outcomes_wish_wards_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_champion_wards_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_membership_wards_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_schemereason_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_team_areas_id_seq', 1, false);
SELECT pg_catalog.setval('public.places_area_id_seq', 1, false);
SELECT pg_catalog.setval('public.places_locality_id_seq', 1, false);
SELECT pg_catalog.setval('public.places_street_id_seq', 1, false);
SELECT pg_catalog.setval('public.referrals_connectionhistory_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.referrals_particularshistory_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.referrals_personhistory_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.referrals_referralhistory_pgh_id_seq', 1, false);
SELECT pg_catalog.setval('public.referrals_relationhistory_pgh_id_seq', 1, false);
ALTER TABLE ONLY public.referrals_volunteercheck
    ADD CONSTRAINT a_check_once UNIQUE (volunteer_id, level, seen_on);
ALTER TABLE ONLY public.referrals_volunteerlesson
    ADD CONSTRAINT a_lesson_once UNIQUE (volunteer_id, title, held_on);
ALTER TABLE ONLY public.directory_duplicate
    ADD CONSTRAINT a_pair_once UNIQUE (one_id, other_id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_aim
    ADD CONSTRAINT aim_once UNIQUE (framework_id, code);
ALTER TABLE ONLY public.referrals_apart
    ADD CONSTRAINT apart_once UNIQUE (one_id, other_id);
ALTER TABLE ONLY public.referrals_offer
    ADD CONSTRAINT asked_once_about_a_place UNIQUE (wait_id, place);
ALTER TABLE ONLY public.audit_access
    ADD CONSTRAINT audit_access_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_rightschange
    ADD CONSTRAINT audit_rightschange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (cache_key);
ALTER TABLE ONLY public.referrals_hookcall
    ADD CONSTRAINT called_once UNIQUE (hook_id, reference, cause);
ALTER TABLE ONLY public.outcomes_countedmonth
    ADD CONSTRAINT counted_once UNIQUE (area_code, month);
ALTER TABLE ONLY public.outcomes_dataset
    ADD CONSTRAINT dataset_once UNIQUE (title, vintage);
ALTER TABLE ONLY public.outcomes_verdict
    ADD CONSTRAINT decides_once UNIQUE (application_id, by_id);
ALTER TABLE ONLY public.directory_admin_groups
    ADD CONSTRAINT directory_admin_groups_admin_id_group_id_570ea8a9_uniq UNIQUE (admin_id, group_id);
ALTER TABLE ONLY public.directory_admin_groups
    ADD CONSTRAINT directory_admin_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_admin
    ADD CONSTRAINT directory_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_ask
    ADD CONSTRAINT directory_ask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_audience
    ADD CONSTRAINT directory_audience_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.directory_capacity
    ADD CONSTRAINT directory_capacity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_changerequest
    ADD CONSTRAINT directory_changerequest_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_changerequest
    ADD CONSTRAINT directory_changerequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_collection
    ADD CONSTRAINT directory_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_collection
    ADD CONSTRAINT directory_collection_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.directory_collectionentry
    ADD CONSTRAINT directory_collectionentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_communityadmin
    ADD CONSTRAINT directory_communityadmin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_costoption
    ADD CONSTRAINT directory_costoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_document
    ADD CONSTRAINT directory_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_duplicate
    ADD CONSTRAINT directory_duplicate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_editornote
    ADD CONSTRAINT directory_editornote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_feed
    ADD CONSTRAINT directory_feed_name_key UNIQUE (name);
ALTER TABLE ONLY public.directory_feed
    ADD CONSTRAINT directory_feed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_feedanswer
    ADD CONSTRAINT directory_feedanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_feedrun
    ADD CONSTRAINT directory_feedrun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_gap
    ADD CONSTRAINT directory_gap_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_gap
    ADD CONSTRAINT directory_gap_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_group
    ADD CONSTRAINT directory_group_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_group
    ADD CONSTRAINT directory_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_group
    ADD CONSTRAINT directory_group_service_id_key UNIQUE (service_id);
ALTER TABLE ONLY public.directory_group_wards
    ADD CONSTRAINT directory_group_wards_group_id_area_id_3382251d_uniq UNIQUE (group_id, area_id);
ALTER TABLE ONLY public.directory_group_wards
    ADD CONSTRAINT directory_group_wards_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_host
    ADD CONSTRAINT directory_host_name_key UNIQUE (name);
ALTER TABLE ONLY public.directory_host
    ADD CONSTRAINT directory_host_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_kindguide
    ADD CONSTRAINT directory_kindguide_pkey PRIMARY KEY (kind);
ALTER TABLE ONLY public.directory_letter
    ADD CONSTRAINT directory_letter_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_letter
    ADD CONSTRAINT directory_letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_letter_wards
    ADD CONSTRAINT directory_letter_wards_letter_id_area_id_804c7754_uniq UNIQUE (letter_id, area_id);
ALTER TABLE ONLY public.directory_letter_wards
    ADD CONSTRAINT directory_letter_wards_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_linkcheck
    ADD CONSTRAINT directory_linkcheck_pkey PRIMARY KEY (address);
ALTER TABLE ONLY public.directory_location
    ADD CONSTRAINT directory_location_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_meaning
    ADD CONSTRAINT directory_meaning_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_need
    ADD CONSTRAINT directory_need_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.directory_onlinecommunity
    ADD CONSTRAINT directory_onlinecommunity_pkey PRIMARY KEY (service_id);
ALTER TABLE ONLY public.directory_organisationidentifier
    ADD CONSTRAINT directory_organisationidentifier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_phrase
    ADD CONSTRAINT directory_phrase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_picture
    ADD CONSTRAINT directory_picture_pkey PRIMARY KEY (service_id);
ALTER TABLE ONLY public.directory_poll
    ADD CONSTRAINT directory_poll_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_poll
    ADD CONSTRAINT directory_poll_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_poll
    ADD CONSTRAINT directory_poll_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.directory_pollanswer
    ADD CONSTRAINT directory_pollanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_pollwords
    ADD CONSTRAINT directory_pollwords_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_practice
    ADD CONSTRAINT directory_practice_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_practice
    ADD CONSTRAINT directory_practice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_practicethanks
    ADD CONSTRAINT directory_practicethanks_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_provider
    ADD CONSTRAINT directory_provider_pkey PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.directory_question
    ADD CONSTRAINT directory_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_reach
    ADD CONSTRAINT directory_reach_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_report
    ADD CONSTRAINT directory_report_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_report
    ADD CONSTRAINT directory_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_revision
    ADD CONSTRAINT directory_revision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_savedsearch
    ADD CONSTRAINT directory_savedsearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_schedule
    ADD CONSTRAINT directory_schedule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_schoolterm
    ADD CONSTRAINT directory_schoolterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_searchentry
    ADD CONSTRAINT directory_searchentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_service_audiences
    ADD CONSTRAINT directory_service_audien_service_id_audience_id_44205c59_uniq UNIQUE (service_id, audience_id);
ALTER TABLE ONLY public.directory_service_audiences
    ADD CONSTRAINT directory_service_audiences_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_service_needs
    ADD CONSTRAINT directory_service_needs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_service_needs
    ADD CONSTRAINT directory_service_needs_service_id_need_id_a3d4d002_uniq UNIQUE (service_id, need_id);
ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_serviceatlocation
    ADD CONSTRAINT directory_serviceatlocation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_signpost
    ADD CONSTRAINT directory_signpost_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_slip
    ADD CONSTRAINT directory_slip_pkey PRIMARY KEY (gone, word);
ALTER TABLE ONLY public.directory_standing
    ADD CONSTRAINT directory_standing_pkey PRIMARY KEY (service_id);
ALTER TABLE ONLY public.directory_synonym
    ADD CONSTRAINT directory_synonym_pkey PRIMARY KEY (said);
ALTER TABLE ONLY public.directory_tag
    ADD CONSTRAINT directory_tag_bit_key UNIQUE ("bit");
ALTER TABLE ONLY public.directory_tag
    ADD CONSTRAINT directory_tag_pkey PRIMARY KEY (tag);
ALTER TABLE ONLY public.directory_texted
    ADD CONSTRAINT directory_texted_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_unfound
    ADD CONSTRAINT directory_unfound_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_upload
    ADD CONSTRAINT directory_upload_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_usefulness
    ADD CONSTRAINT directory_usefulness_key_key UNIQUE (key);
ALTER TABLE ONLY public.directory_usefulness
    ADD CONSTRAINT directory_usefulness_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_verification
    ADD CONSTRAINT directory_verification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_watch
    ADD CONSTRAINT directory_watch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.directory_word
    ADD CONSTRAINT directory_word_pkey PRIMARY KEY (word);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.outcomes_equalityanswers
    ADD CONSTRAINT equality_once_a_number UNIQUE (subject, number);
ALTER TABLE ONLY public.referrals_occasion
    ADD CONSTRAINT expected_once UNIQUE (connection_id, starts_at);
ALTER TABLE ONLY public.messaging_inboundtext
    ADD CONSTRAINT inbound_once UNIQUE (provider, provider_id);
ALTER TABLE ONLY public.outcomes_riskindex
    ADD CONSTRAINT index_version_once UNIQUE (slug, version);
ALTER TABLE ONLY public.outcomes_indicator
    ADD CONSTRAINT indicator_once UNIQUE (area_id, name);
ALTER TABLE ONLY public.referrals_measuredue
    ADD CONSTRAINT measured_once UNIQUE (referral_id, episode, what);
ALTER TABLE ONLY public.messaging_message
    ADD CONSTRAINT message_once UNIQUE (recipient_key, cause);
ALTER TABLE ONLY public.messaging_inboundtext
    ADD CONSTRAINT messaging_inboundtext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_link
    ADD CONSTRAINT messaging_link_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_message
    ADD CONSTRAINT messaging_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_switchedoff
    ADD CONSTRAINT messaging_switchedoff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_wording
    ADD CONSTRAINT messaging_wording_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_helpoffer
    ADD CONSTRAINT offers_once UNIQUE (request_id, helper_id);
ALTER TABLE ONLY public.directory_collectionentry
    ADD CONSTRAINT once_a_collection UNIQUE (collection_id, service_id);
ALTER TABLE ONLY public.referrals_whilewaiting
    ADD CONSTRAINT once_a_day_while_waiting UNIQUE (referral_id, kind, due_on);
ALTER TABLE ONLY public.referrals_crisischeck
    ADD CONSTRAINT once_a_round UNIQUE (round_id, referral_id);
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT once_in_a_session UNIQUE (session_id, email);
ALTER TABLE ONLY public.referrals_consent
    ADD CONSTRAINT one_answer_a_number UNIQUE (referral_id, purpose, recipient, number);
ALTER TABLE ONLY public.referrals_wanting
    ADD CONSTRAINT one_answer_a_question UNIQUE (connection_id, question_id);
ALTER TABLE ONLY public.directory_feedanswer
    ADD CONSTRAINT one_answer_an_address UNIQUE (feed_id, address);
ALTER TABLE ONLY public.people_booking
    ADD CONSTRAINT one_booking_a_session UNIQUE (session_id, email);
ALTER TABLE ONLY public.referrals_connection
    ADD CONSTRAINT one_connection_a_group UNIQUE (referral_id, service_id);
ALTER TABLE ONLY public.outcomes_counted
    ADD CONSTRAINT one_count_an_atom UNIQUE (of_id, count, category, ward_code);
ALTER TABLE ONLY public.outcomes_cover
    ADD CONSTRAINT one_cover_a_paper UNIQUE (which, grain, period, place_code);
ALTER TABLE ONLY public.people_defaultteam
    ADD CONSTRAINT one_default_a_scheme_and_area UNIQUE (scheme_id, area_id);
ALTER TABLE ONLY public.outcomes_figure
    ADD CONSTRAINT one_figure_a_spot UNIQUE (release_id, count, category, place_code);
ALTER TABLE ONLY public.people_schemereason
    ADD CONSTRAINT one_line_a_reason UNIQUE (scheme_id, step, code);
ALTER TABLE ONLY public.directory_meaning
    ADD CONSTRAINT one_meaning_a_word UNIQUE ("where", said);
ALTER TABLE ONLY public.directory_organisationidentifier
    ADD CONSTRAINT one_organisation_a_number UNIQUE (scheme, identifier);
ALTER TABLE ONLY public.directory_reach
    ADD CONSTRAINT one_reach_a_day UNIQUE (group_id, counted_on);
ALTER TABLE ONLY public.directory_serviceatlocation
    ADD CONSTRAINT one_service_once_a_place UNIQUE (service_id, location_id);
ALTER TABLE ONLY public.referrals_statement
    ADD CONSTRAINT one_statement_a_version UNIQUE (purpose, version);
ALTER TABLE ONLY public.outcomes_told
    ADD CONSTRAINT one_value_a_spot UNIQUE (release_id, value, place_code);
ALTER TABLE ONLY public.referrals_savedview
    ADD CONSTRAINT one_view_a_name UNIQUE (user_id, name);
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT one_visit_a_day UNIQUE (match_id, "on");
ALTER TABLE ONLY public.messaging_wording
    ADD CONSTRAINT one_wording_a_version UNIQUE (template, kind, language, version);
ALTER TABLE ONLY public.outcomes_outcome
    ADD CONSTRAINT outcome_once UNIQUE (aim_id, code);
ALTER TABLE ONLY public.outcomes_accessrequest
    ADD CONSTRAINT outcomes_accessrequest_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_accessrequest
    ADD CONSTRAINT outcomes_accessrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_agreement
    ADD CONSTRAINT outcomes_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_aim
    ADD CONSTRAINT outcomes_aim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_annotation
    ADD CONSTRAINT outcomes_annotation_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_annotation
    ADD CONSTRAINT outcomes_annotation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_application_aims
    ADD CONSTRAINT outcomes_application_aims_application_id_aim_id_9e8ba3dc_uniq UNIQUE (application_id, aim_id);
ALTER TABLE ONLY public.outcomes_application_aims
    ADD CONSTRAINT outcomes_application_aims_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_application
    ADD CONSTRAINT outcomes_application_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_application
    ADD CONSTRAINT outcomes_application_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_boundary
    ADD CONSTRAINT outcomes_boundary_area_id_key UNIQUE (area_id);
ALTER TABLE ONLY public.outcomes_boundary
    ADD CONSTRAINT outcomes_boundary_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_cost
    ADD CONSTRAINT outcomes_cost_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_cost
    ADD CONSTRAINT outcomes_cost_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_counted
    ADD CONSTRAINT outcomes_counted_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_countedmonth
    ADD CONSTRAINT outcomes_countedmonth_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_cover
    ADD CONSTRAINT outcomes_cover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_dataset
    ADD CONSTRAINT outcomes_dataset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_equalityanswers
    ADD CONSTRAINT outcomes_equalityanswers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_equalityasked
    ADD CONSTRAINT outcomes_equalityasked_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_equalityasked
    ADD CONSTRAINT outcomes_equalityasked_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_figure
    ADD CONSTRAINT outcomes_figure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_firstanswers
    ADD CONSTRAINT outcomes_firstanswers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_firstanswers
    ADD CONSTRAINT outcomes_firstanswers_referral_id_key UNIQUE (referral_id);
ALTER TABLE ONLY public.outcomes_framework
    ADD CONSTRAINT outcomes_framework_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_framework
    ADD CONSTRAINT outcomes_framework_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_goal
    ADD CONSTRAINT outcomes_goal_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_goal
    ADD CONSTRAINT outcomes_goal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_goalrating
    ADD CONSTRAINT outcomes_goalrating_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_goalrating
    ADD CONSTRAINT outcomes_goalrating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_goalsasked
    ADD CONSTRAINT outcomes_goalsasked_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_goalsasked
    ADD CONSTRAINT outcomes_goalsasked_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_goaltag
    ADD CONSTRAINT outcomes_goaltag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_groupcount
    ADD CONSTRAINT outcomes_groupcount_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_groupcount
    ADD CONSTRAINT outcomes_groupcount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_indicator
    ADD CONSTRAINT outcomes_indicator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_keptview
    ADD CONSTRAINT outcomes_keptview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_licensedwords
    ADD CONSTRAINT outcomes_licensedwords_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_licensedwords
    ADD CONSTRAINT outcomes_licensedwords_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_outcome
    ADD CONSTRAINT outcomes_outcome_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_population
    ADD CONSTRAINT outcomes_population_area_id_key UNIQUE (area_id);
ALTER TABLE ONLY public.outcomes_population
    ADD CONSTRAINT outcomes_population_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_pot
    ADD CONSTRAINT outcomes_pot_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_pot
    ADD CONSTRAINT outcomes_pot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_questions
    ADD CONSTRAINT outcomes_questions_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_questions
    ADD CONSTRAINT outcomes_questions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_reading
    ADD CONSTRAINT outcomes_reading_instead_of_id_key UNIQUE (instead_of_id);
ALTER TABLE ONLY public.outcomes_reading
    ADD CONSTRAINT outcomes_reading_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_reading
    ADD CONSTRAINT outcomes_reading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_release
    ADD CONSTRAINT outcomes_release_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_releaseread
    ADD CONSTRAINT outcomes_releaseread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_riskindex
    ADD CONSTRAINT outcomes_riskindex_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_riskindex
    ADD CONSTRAINT outcomes_riskindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_scenario
    ADD CONSTRAINT outcomes_scenario_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_scenario
    ADD CONSTRAINT outcomes_scenario_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_spending
    ADD CONSTRAINT outcomes_spending_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_spending
    ADD CONSTRAINT outcomes_spending_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_story
    ADD CONSTRAINT outcomes_story_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_story
    ADD CONSTRAINT outcomes_story_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_storypage
    ADD CONSTRAINT outcomes_storypage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_storypage
    ADD CONSTRAINT outcomes_storypage_story_id_key UNIQUE (story_id);
ALTER TABLE ONLY public.outcomes_storystep
    ADD CONSTRAINT outcomes_storystep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_told
    ADD CONSTRAINT outcomes_told_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_verdict
    ADD CONSTRAINT outcomes_verdict_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_verdict
    ADD CONSTRAINT outcomes_verdict_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_wish
    ADD CONSTRAINT outcomes_wish_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_wish
    ADD CONSTRAINT outcomes_wish_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_wish_wards
    ADD CONSTRAINT outcomes_wish_wards_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_wish_wards
    ADD CONSTRAINT outcomes_wish_wards_wish_id_area_id_a0969d7c_uniq UNIQUE (wish_id, area_id);
ALTER TABLE ONLY public.outcomes_wishstep
    ADD CONSTRAINT outcomes_wishstep_key_key UNIQUE (key);
ALTER TABLE ONLY public.outcomes_wishstep
    ADD CONSTRAINT outcomes_wishstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_booking
    ADD CONSTRAINT people_booking_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_brand
    ADD CONSTRAINT people_brand_champion_id_key UNIQUE (champion_id);
ALTER TABLE ONLY public.people_brand
    ADD CONSTRAINT people_brand_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_brand
    ADD CONSTRAINT people_brand_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.people_champion
    ADD CONSTRAINT people_champion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_champion_wards
    ADD CONSTRAINT people_champion_wards_champion_id_area_id_418c5c3c_uniq UNIQUE (champion_id, area_id);
ALTER TABLE ONLY public.people_champion_wards
    ADD CONSTRAINT people_champion_wards_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_competency
    ADD CONSTRAINT people_competency_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_competencyrating
    ADD CONSTRAINT people_competencyrating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_defaultteam
    ADD CONSTRAINT people_defaultteam_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_key_key UNIQUE (key);
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_membership_wards
    ADD CONSTRAINT people_membership_wards_membership_id_area_id_6e6e0cf5_uniq UNIQUE (membership_id, area_id);
ALTER TABLE ONLY public.people_membership_wards
    ADD CONSTRAINT people_membership_wards_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_name_key UNIQUE (name);
ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_scheme
    ADD CONSTRAINT people_scheme_name_key UNIQUE (name);
ALTER TABLE ONLY public.people_scheme
    ADD CONSTRAINT people_scheme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_schemereason
    ADD CONSTRAINT people_schemereason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_team_areas
    ADD CONSTRAINT people_team_areas_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_team_areas
    ADD CONSTRAINT people_team_areas_team_id_area_id_e14f8c64_uniq UNIQUE (team_id, area_id);
ALTER TABLE ONLY public.people_team
    ADD CONSTRAINT people_team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_tenant
    ADD CONSTRAINT people_tenant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_thanks
    ADD CONSTRAINT people_thanks_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT people_trainee_number_key UNIQUE (number);
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT people_trainee_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_trainingkind
    ADD CONSTRAINT people_trainingkind_key_key UNIQUE (key);
ALTER TABLE ONLY public.people_trainingkind
    ADD CONSTRAINT people_trainingkind_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_trainingsession
    ADD CONSTRAINT people_trainingsession_key_key UNIQUE (key);
ALTER TABLE ONLY public.people_trainingsession
    ADD CONSTRAINT people_trainingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.places_area
    ADD CONSTRAINT places_area_code_key UNIQUE (code);
ALTER TABLE ONLY public.places_area
    ADD CONSTRAINT places_area_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.places_locality
    ADD CONSTRAINT places_locality_code_key UNIQUE (code);
ALTER TABLE ONLY public.places_locality
    ADD CONSTRAINT places_locality_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.places_postcode
    ADD CONSTRAINT places_postcode_pkey PRIMARY KEY (postcode);
ALTER TABLE ONLY public.places_street
    ADD CONSTRAINT places_street_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_lineread
    ADD CONSTRAINT read_once UNIQUE (line_id, reader_id);
ALTER TABLE ONLY public.outcomes_releaseread
    ADD CONSTRAINT read_once_a_day UNIQUE (release_id, place_code, reader_id, day);
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompaniment_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompaniment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_apart
    ADD CONSTRAINT referrals_apart_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_attendance
    ADD CONSTRAINT referrals_attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriendermatch_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriendermatch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_befriendertold
    ADD CONSTRAINT referrals_befriendertold_match_id_key UNIQUE (match_id);
ALTER TABLE ONLY public.referrals_befriendertold
    ADD CONSTRAINT referrals_befriendertold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT referrals_befriendervisit_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT referrals_befriendervisit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_befrienderwish
    ADD CONSTRAINT referrals_befrienderwish_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_befrienderwish
    ADD CONSTRAINT referrals_befrienderwish_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_befriendingrules
    ADD CONSTRAINT referrals_befriendingrules_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_befriendingrules
    ADD CONSTRAINT referrals_befriendingrules_team_id_key UNIQUE (team_id);
ALTER TABLE ONLY public.referrals_calendarfeed
    ADD CONSTRAINT referrals_calendarfeed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_championpatch
    ADD CONSTRAINT referrals_championpatch_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_championpatch
    ADD CONSTRAINT referrals_championpatch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.referrals_concernstep
    ADD CONSTRAINT referrals_concernstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_concerntally
    ADD CONSTRAINT referrals_concerntally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_confidencestep
    ADD CONSTRAINT referrals_confidencestep_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_confidencestep
    ADD CONSTRAINT referrals_confidencestep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_connection
    ADD CONSTRAINT referrals_connection_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_connection
    ADD CONSTRAINT referrals_connection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_connectionhistory
    ADD CONSTRAINT referrals_connectionhistory_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.referrals_consent
    ADD CONSTRAINT referrals_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_contactattempt
    ADD CONSTRAINT referrals_contactattempt_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_contactattempt
    ADD CONSTRAINT referrals_contactattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_crisis
    ADD CONSTRAINT referrals_crisis_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_crisis
    ADD CONSTRAINT referrals_crisis_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_crisischeck
    ADD CONSTRAINT referrals_crisischeck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_crisisclosure
    ADD CONSTRAINT referrals_crisisclosure_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_crisisclosure
    ADD CONSTRAINT referrals_crisisclosure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_crisisround
    ADD CONSTRAINT referrals_crisisround_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_crisisround
    ADD CONSTRAINT referrals_crisisround_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_crisissaid
    ADD CONSTRAINT referrals_crisissaid_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_draft
    ADD CONSTRAINT referrals_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_erasure
    ADD CONSTRAINT referrals_erasure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_firstvisit
    ADD CONSTRAINT referrals_firstvisit_connection_id_key UNIQUE (connection_id);
ALTER TABLE ONLY public.referrals_firstvisit
    ADD CONSTRAINT referrals_firstvisit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_followup
    ADD CONSTRAINT referrals_followup_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_followup
    ADD CONSTRAINT referrals_followup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_healthychat
    ADD CONSTRAINT referrals_healthychat_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_healthychat
    ADD CONSTRAINT referrals_healthychat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_healthychat
    ADD CONSTRAINT referrals_healthychat_referral_id_key UNIQUE (referral_id);
ALTER TABLE ONLY public.referrals_heard
    ADD CONSTRAINT referrals_heard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_helpoffer
    ADD CONSTRAINT referrals_helpoffer_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_helpoffer
    ADD CONSTRAINT referrals_helpoffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helprequest_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helprequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_hook
    ADD CONSTRAINT referrals_hook_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_hook
    ADD CONSTRAINT referrals_hook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_hookcall
    ADD CONSTRAINT referrals_hookcall_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_howitwas
    ADD CONSTRAINT referrals_howitwas_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introduction_occasion_id_key UNIQUE (occasion_id);
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introduction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_knock
    ADD CONSTRAINT referrals_knock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_late
    ADD CONSTRAINT referrals_late_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_line
    ADD CONSTRAINT referrals_line_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_line
    ADD CONSTRAINT referrals_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_lineread
    ADD CONSTRAINT referrals_lineread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_marker
    ADD CONSTRAINT referrals_marker_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_marker
    ADD CONSTRAINT referrals_marker_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_measuredue
    ADD CONSTRAINT referrals_measuredue_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_moved
    ADD CONSTRAINT referrals_moved_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_namedreader
    ADD CONSTRAINT referrals_namedreader_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_note
    ADD CONSTRAINT referrals_note_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_note
    ADD CONSTRAINT referrals_note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_noted
    ADD CONSTRAINT referrals_noted_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_occasion
    ADD CONSTRAINT referrals_occasion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_offer
    ADD CONSTRAINT referrals_offer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_opening
    ADD CONSTRAINT referrals_opening_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_opening
    ADD CONSTRAINT referrals_opening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_outsider
    ADD CONSTRAINT referrals_outsider_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_particulars
    ADD CONSTRAINT referrals_particulars_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.referrals_particulars
    ADD CONSTRAINT referrals_particulars_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_particularshistory
    ADD CONSTRAINT referrals_particularshistory_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_pause
    ADD CONSTRAINT referrals_pause_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_period
    ADD CONSTRAINT referrals_period_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_period
    ADD CONSTRAINT referrals_period_what_key UNIQUE (what);
ALTER TABLE ONLY public.referrals_person
    ADD CONSTRAINT referrals_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_personhistory
    ADD CONSTRAINT referrals_personhistory_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.referrals_phrase
    ADD CONSTRAINT referrals_phrase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_reason
    ADD CONSTRAINT referrals_reason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_referee
    ADD CONSTRAINT referrals_referee_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_referee
    ADD CONSTRAINT referrals_referee_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.referrals_referralevent
    ADD CONSTRAINT referrals_referralevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_referralhistory
    ADD CONSTRAINT referrals_referralhistory_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.referrals_relation
    ADD CONSTRAINT referrals_relation_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_relation
    ADD CONSTRAINT referrals_relation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_relationhistory
    ADD CONSTRAINT referrals_relationhistory_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.referrals_remainder
    ADD CONSTRAINT referrals_remainder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_reply
    ADD CONSTRAINT referrals_reply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_safeguardinglead
    ADD CONSTRAINT referrals_safeguardinglead_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_savedview
    ADD CONSTRAINT referrals_savedview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_sessionoff
    ADD CONSTRAINT referrals_sessionoff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_sheet
    ADD CONSTRAINT referrals_sheet_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_sheet
    ADD CONSTRAINT referrals_sheet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_speaktolead
    ADD CONSTRAINT referrals_speaktolead_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_statement
    ADD CONSTRAINT referrals_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_stepsaid
    ADD CONSTRAINT referrals_stepsaid_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_stepsaid
    ADD CONSTRAINT referrals_stepsaid_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_stepwords
    ADD CONSTRAINT referrals_stepwords_event_id_key UNIQUE (event_id);
ALTER TABLE ONLY public.referrals_stepwords
    ADD CONSTRAINT referrals_stepwords_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_task
    ADD CONSTRAINT referrals_task_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_task
    ADD CONSTRAINT referrals_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_transfer
    ADD CONSTRAINT referrals_transfer_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_transfer
    ADD CONSTRAINT referrals_transfer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_transfer
    ADD CONSTRAINT referrals_transfer_there_id_key UNIQUE (there_id);
ALTER TABLE ONLY public.referrals_unwanted
    ADD CONSTRAINT referrals_unwanted_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_visit
    ADD CONSTRAINT referrals_visit_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_visit
    ADD CONSTRAINT referrals_visit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_volunteer
    ADD CONSTRAINT referrals_volunteer_key_key UNIQUE (key);
ALTER TABLE ONLY public.referrals_volunteer
    ADD CONSTRAINT referrals_volunteer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_volunteercheck
    ADD CONSTRAINT referrals_volunteercheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_volunteerlesson
    ADD CONSTRAINT referrals_volunteerlesson_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_volunteerstep
    ADD CONSTRAINT referrals_volunteerstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_wait
    ADD CONSTRAINT referrals_wait_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_wanting
    ADD CONSTRAINT referrals_wanting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_whereabouts
    ADD CONSTRAINT referrals_whereabouts_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.referrals_whereabouts
    ADD CONSTRAINT referrals_whereabouts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_whilewaiting
    ADD CONSTRAINT referrals_whilewaiting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_release
    ADD CONSTRAINT released_once UNIQUE (grain, period, area_code);
ALTER TABLE ONLY public.referrals_late
    ADD CONSTRAINT said_once UNIQUE (referral_id, level, was_due);
ALTER TABLE ONLY public.referrals_sessionoff
    ADD CONSTRAINT session_off_once UNIQUE (service_id, starts_at);
ALTER TABLE ONLY public.places_street
    ADD CONSTRAINT street_once_in_a_ward UNIQUE (ward_id, name);
ALTER TABLE ONLY public.directory_texted
    ADD CONSTRAINT texted_counted_once UNIQUE (day, mark);
ALTER TABLE ONLY public.directory_practicethanks
    ADD CONSTRAINT thanked_once UNIQUE (practice_id, user_id);
ALTER TABLE ONLY public.referrals_reply
    ADD CONSTRAINT told_once UNIQUE (referral_id, cause);
ALTER TABLE ONLY public.referrals_unwanted
    ADD CONSTRAINT unwanted_once UNIQUE (user_id, kind);
ALTER TABLE ONLY public.outcomes_framework
    ADD CONSTRAINT version_once UNIQUE NULLS NOT DISTINCT (slug, scheme_id, version);
ALTER TABLE ONLY public.outcomes_keptview
    ADD CONSTRAINT view_kept_once UNIQUE (membership_id, page, grain, place_code);
ALTER TABLE ONLY public.directory_watch
    ADD CONSTRAINT watched_once UNIQUE (service_id, user_id);
CREATE UNIQUE INDEX a_place_for_one ON public.referrals_offer USING btree (place) WHERE ((said)::text = ANY ((ARRAY[''::character varying, 'yes'::character varying])::text[]));
CREATE UNIQUE INDEX a_preset_line_once ON public.people_competency USING btree (preset) WHERE (NOT ((preset)::text = ''::text));
CREATE INDEX access_by_person ON public.audit_access USING gin (person_ids);
CREATE INDEX accompaniment_diary ON public.referrals_accompaniment USING btree (colleague_id, starts_at);
CREATE INDEX accompaniment_unlogged ON public.referrals_accompaniment USING btree (ends_at) WHERE ((called_off_at IS NULL) AND ((went)::text = ''::text));
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX annotation_where ON public.outcomes_annotation USING btree (area_code, month);
CREATE INDEX area_by_name ON public.places_area USING btree (folded);
CREATE INDEX attendance_latest ON public.referrals_attendance USING btree (occasion_id, said_at);
CREATE INDEX audit_acces_actor_i_1bd073_idx ON public.audit_access USING btree (actor_id, at);
CREATE INDEX audit_right_about_i_e68ac5_idx ON public.audit_rightschange USING btree (about_id, at);
CREATE INDEX audit_right_at_b19dd6_idx ON public.audit_rightschange USING btree (at);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX befriender_match_alarm ON public.referrals_befriendermatch USING btree (alarm_on) WHERE ((state)::text = ANY ((ARRAY['meeting'::character varying, 'going'::character varying, 'ending'::character varying])::text[]));
CREATE INDEX befriender_match_state ON public.referrals_befriendermatch USING btree (team_id, state);
CREATE INDEX befriender_visit_unread ON public.referrals_befriendervisit USING btree (team_id, logged_at) WHERE (read_at IS NULL);
CREATE INDEX booking_email ON public.people_booking USING btree (email);
CREATE INDEX cache_expires ON public.cache USING btree (expires);
CREATE INDEX call_owed ON public.referrals_hookcall USING btree (due_at) WHERE ((done_at IS NULL) AND (gave_up_at IS NULL));
CREATE INDEX capacity_latest ON public.directory_capacity USING btree (service_id, said_at DESC);
CREATE INDEX champion_standing ON public.people_champion USING btree (standing);
CREATE INDEX change_waiting ON public.directory_changerequest USING btree (state, made_at);
CREATE INDEX chat_when ON public.referrals_healthychat USING btree (at);
CREATE INDEX chest_standing ON public.outcomes_application USING btree (pot_id, standing);
CREATE INDEX concern_log ON public.referrals_concernstep USING btree (concern_id, at);
CREATE INDEX concern_raiser ON public.referrals_concern USING btree (raised_by_id);
CREATE INDEX concern_team ON public.referrals_concern USING btree (team_id, ended_at);
CREATE INDEX connection_introduced ON public.referrals_connection USING btree (introduced_at);
CREATE INDEX connection_offered ON public.referrals_connection USING btree (first_offered_at);
CREATE INDEX crisis_check_of ON public.referrals_crisischeck USING btree (crisis_id, referral_id);
CREATE INDEX crisis_check_open ON public.referrals_crisischeck USING btree (answer_by) WHERE ((done_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX directory_admin_groups_admin_id_f28ea336 ON public.directory_admin_groups USING btree (admin_id);
CREATE INDEX directory_admin_groups_group_id_f1f04f5d ON public.directory_admin_groups USING btree (group_id);
CREATE INDEX directory_ask_change_id_77d99311 ON public.directory_ask USING btree (change_id);
CREATE INDEX directory_ask_service_id_7713dd63 ON public.directory_ask USING btree (service_id);
CREATE INDEX directory_audience_code_cfe71804_like ON public.directory_audience USING btree (code varchar_pattern_ops);
CREATE INDEX directory_capacity_by_id_fa1ecd0f ON public.directory_capacity USING btree (by_id);
CREATE INDEX directory_capacity_schedule_id_c01023ff ON public.directory_capacity USING btree (schedule_id);
CREATE INDEX directory_capacity_service_id_04c4bb07 ON public.directory_capacity USING btree (service_id);
CREATE INDEX directory_changerequest_by_id_683492c9 ON public.directory_changerequest USING btree (by_id);
CREATE INDEX directory_changerequest_decided_by_id_f0d37b7a ON public.directory_changerequest USING btree (decided_by_id);
CREATE INDEX directory_changerequest_first_by_id_bb88e67f ON public.directory_changerequest USING btree (first_by_id);
CREATE INDEX directory_changerequest_service_id_e98a35fa ON public.directory_changerequest USING btree (service_id);
CREATE INDEX directory_collection_by_id_894d3f1d ON public.directory_collection USING btree (by_id);
CREATE INDEX directory_collection_slug_831daf10_like ON public.directory_collection USING btree (slug varchar_pattern_ops);
CREATE INDEX directory_collectionentry_collection_id_154d9f8a ON public.directory_collectionentry USING btree (collection_id);
CREATE INDEX directory_collectionentry_service_id_5b45b0da ON public.directory_collectionentry USING btree (service_id);
CREATE INDEX directory_community_by_link ON public.directory_onlinecommunity USING btree (public.directory_link((address)::text));
CREATE INDEX directory_communityadmin_community_id_0f3c6c70 ON public.directory_communityadmin USING btree (community_id);
CREATE INDEX directory_costoption_service_id_12818b28 ON public.directory_costoption USING btree (service_id);
CREATE INDEX directory_document_made_by_id_4a2e7c51 ON public.directory_document USING btree (made_by_id);
CREATE INDEX directory_document_service_id_f9290a75 ON public.directory_document USING btree (service_id);
CREATE INDEX directory_duplicate_decided_by_id_6f07f060 ON public.directory_duplicate USING btree (decided_by_id);
CREATE INDEX directory_duplicate_one_id_33874457 ON public.directory_duplicate USING btree (one_id);
CREATE INDEX directory_duplicate_other_id_9a339bf5 ON public.directory_duplicate USING btree (other_id);
CREATE INDEX directory_editornote_by_id_7aedbd41 ON public.directory_editornote USING btree (by_id);
CREATE INDEX directory_editornote_service_id_1eeae3b7 ON public.directory_editornote USING btree (service_id);
CREATE INDEX directory_feed_name_ad730271_like ON public.directory_feed USING btree (name varchar_pattern_ops);
CREATE INDEX directory_feedanswer_feed_id_5243c716 ON public.directory_feedanswer USING btree (feed_id);
CREATE INDEX directory_feedrun_agreed_by_id_cfce7e6e ON public.directory_feedrun USING btree (agreed_by_id);
CREATE INDEX directory_feedrun_feed_id_513bada7 ON public.directory_feedrun USING btree (feed_id);
CREATE INDEX directory_gap_area_id_4f23c852 ON public.directory_gap USING btree (area_id);
CREATE INDEX directory_gap_by_id_8ed7f312 ON public.directory_gap USING btree (by_id);
CREATE INDEX directory_gap_need_id_994f1b47 ON public.directory_gap USING btree (need_id);
CREATE INDEX directory_gap_need_id_994f1b47_like ON public.directory_gap USING btree (need_id varchar_pattern_ops);
CREATE INDEX directory_gap_read_by_id_28c0b1d4 ON public.directory_gap USING btree (read_by_id);
CREATE INDEX directory_gap_service_id_f7af9d6a ON public.directory_gap USING btree (service_id);
CREATE INDEX directory_group_wards_area_id_62884014 ON public.directory_group_wards USING btree (area_id);
CREATE INDEX directory_group_wards_group_id_529d39c2 ON public.directory_group_wards USING btree (group_id);
CREATE INDEX directory_host_by_id_f9e66457 ON public.directory_host USING btree (by_id);
CREATE INDEX directory_host_name_215d1d1a_like ON public.directory_host USING btree (name varchar_pattern_ops);
CREATE INDEX directory_kindguide_kind_f0d1b064_like ON public.directory_kindguide USING btree (kind varchar_pattern_ops);
CREATE INDEX directory_letter_by_id_650bf399 ON public.directory_letter USING btree (by_id);
CREATE INDEX directory_letter_wards_area_id_cd4729e3 ON public.directory_letter_wards USING btree (area_id);
CREATE INDEX directory_letter_wards_letter_id_2ee6c619 ON public.directory_letter_wards USING btree (letter_id);
CREATE INDEX directory_linkcheck_address_fd534004_like ON public.directory_linkcheck USING btree (address varchar_pattern_ops);
CREATE INDEX directory_location_by_postcode ON public.directory_location USING btree (postcode) WHERE ((postcode)::text <> ''::text);
CREATE INDEX directory_location_by_spot ON public.directory_location USING btree (easting, northing);
CREATE INDEX directory_need_code_4a3acd3a_like ON public.directory_need USING btree (code varchar_pattern_ops);
CREATE INDEX directory_organisationidentifier_organisation_id_6cd3ca58 ON public.directory_organisationidentifier USING btree (organisation_id);
CREATE INDEX directory_phrase_key_07b4c2eb ON public.directory_phrase USING btree (key);
CREATE INDEX directory_phrase_key_07b4c2eb_like ON public.directory_phrase USING btree (key varchar_pattern_ops);
CREATE INDEX directory_phrase_source_759ca51c ON public.directory_phrase USING btree (source);
CREATE INDEX directory_phrase_source_759ca51c_like ON public.directory_phrase USING btree (source varchar_pattern_ops);
CREATE INDEX directory_poll_group_id_36a9c19c ON public.directory_poll USING btree (group_id);
CREATE INDEX directory_poll_slug_57456e79_like ON public.directory_poll USING btree (slug varchar_pattern_ops);
CREATE INDEX directory_pollanswer_poll_id_623a6e68 ON public.directory_pollanswer USING btree (poll_id);
CREATE INDEX directory_pollanswer_ward_id_766ea8ce ON public.directory_pollanswer USING btree (ward_id);
CREATE INDEX directory_pollwords_poll_id_fb0f0ee4 ON public.directory_pollwords USING btree (poll_id);
CREATE INDEX directory_practice_by_id_de3f3f95 ON public.directory_practice USING btree (by_id);
CREATE INDEX directory_practice_organisation_id_9fc6c531 ON public.directory_practice USING btree (organisation_id);
CREATE INDEX directory_practice_read_by_id_43731575 ON public.directory_practice USING btree (read_by_id);
CREATE INDEX directory_practice_service_id_784eb878 ON public.directory_practice USING btree (service_id);
CREATE INDEX directory_practicethanks_practice_id_10c12df0 ON public.directory_practicethanks USING btree (practice_id);
CREATE INDEX directory_practicethanks_user_id_07bd707f ON public.directory_practicethanks USING btree (user_id);
CREATE INDEX directory_provider_waiting_by_id_6dc0af9e ON public.directory_provider USING btree (waiting_by_id);
CREATE INDEX directory_question_made_by_id_3c744b52 ON public.directory_question USING btree (made_by_id);
CREATE INDEX directory_question_service_id_83f5ad36 ON public.directory_question USING btree (service_id);
CREATE INDEX directory_reach_group_id_a3206e72 ON public.directory_reach USING btree (group_id);
CREATE INDEX directory_report_handled_by_id_2cc6f078 ON public.directory_report USING btree (handled_by_id);
CREATE INDEX directory_report_service_id_809e75e2 ON public.directory_report USING btree (service_id);
CREATE INDEX directory_revision_by_id_14640d7d ON public.directory_revision USING btree (by_id);
CREATE INDEX directory_revision_service_id_797b273c ON public.directory_revision USING btree (service_id);
CREATE INDEX directory_savedsearch_user_id_3122e5f4 ON public.directory_savedsearch USING btree (user_id);
CREATE INDEX directory_schedule_location_id_9b3bb44d ON public.directory_schedule USING btree (location_id);
CREATE INDEX directory_schedule_service_id_2870b951 ON public.directory_schedule USING btree (service_id);
CREATE INDEX directory_searchentry_location_id_970c70a5 ON public.directory_searchentry USING btree (location_id);
CREATE INDEX directory_searchentry_service_id_9a6e5231 ON public.directory_searchentry USING btree (service_id);
CREATE INDEX directory_service_assigned_to_id_417bfb89 ON public.directory_service USING btree (assigned_to_id);
CREATE INDEX directory_service_audiences_audience_id_c9f88866 ON public.directory_service_audiences USING btree (audience_id);
CREATE INDEX directory_service_audiences_audience_id_c9f88866_like ON public.directory_service_audiences USING btree (audience_id varchar_pattern_ops);
CREATE INDEX directory_service_audiences_service_id_6702e35b ON public.directory_service_audiences USING btree (service_id);
CREATE INDEX directory_service_branch_of_id_f5735deb ON public.directory_service USING btree (branch_of_id);
CREATE INDEX directory_service_by_email ON public.directory_service USING btree (lower((contact_email)::text)) WHERE ((contact_email)::text <> ''::text);
CREATE INDEX directory_service_by_link ON public.directory_service USING btree (public.directory_link((url)::text)) WHERE ((url)::text <> ''::text);
CREATE INDEX directory_service_by_phone ON public.directory_service USING btree (public.directory_digits((contact_phone)::text)) WHERE ((contact_phone)::text <> ''::text);
CREATE INDEX directory_service_feed_id_796c94e2 ON public.directory_service USING btree (feed_id);
CREATE INDEX directory_service_instead_id_f836d3f9 ON public.directory_service USING btree (instead_id);
CREATE INDEX directory_service_merged_into_id_7c7ef60e ON public.directory_service USING btree (merged_into_id);
CREATE INDEX directory_service_needs_need_id_2f7d60bd ON public.directory_service_needs USING btree (need_id);
CREATE INDEX directory_service_needs_need_id_2f7d60bd_like ON public.directory_service_needs USING btree (need_id varchar_pattern_ops);
CREATE INDEX directory_service_needs_service_id_b519d00d ON public.directory_service_needs USING btree (service_id);
CREATE INDEX directory_service_organisation_id_8b30567f ON public.directory_service USING btree (organisation_id);
CREATE INDEX directory_serviceatlocation_location_id_02644f86 ON public.directory_serviceatlocation USING btree (location_id);
CREATE INDEX directory_serviceatlocation_service_id_29b2c0ee ON public.directory_serviceatlocation USING btree (service_id);
CREATE INDEX directory_signpost_area_id_3edc93ba ON public.directory_signpost USING btree (area_id);
CREATE INDEX directory_signpost_by_id_ae8b91b3 ON public.directory_signpost USING btree (by_id);
CREATE INDEX directory_signpost_organisation_id_837a0393 ON public.directory_signpost USING btree (organisation_id);
CREATE INDEX directory_signpost_service_id_3fe2f557 ON public.directory_signpost USING btree (service_id);
CREATE INDEX directory_synonym_said_24c19ba5_like ON public.directory_synonym USING btree (said varchar_pattern_ops);
CREATE INDEX directory_tag_tag_94772a09_like ON public.directory_tag USING btree (tag varchar_pattern_ops);
CREATE INDEX directory_unfound_area_id_4709c51c ON public.directory_unfound USING btree (area_id);
CREATE INDEX directory_upload_by_id_8e42f8db ON public.directory_upload USING btree (by_id);
CREATE INDEX directory_usefulness_read_by_id_acc6e095 ON public.directory_usefulness USING btree (read_by_id);
CREATE INDEX directory_usefulness_service_id_e9b0b7f9 ON public.directory_usefulness USING btree (service_id);
CREATE INDEX directory_verification_by_id_6bdc5e25 ON public.directory_verification USING btree (by_id);
CREATE INDEX directory_verification_service_id_f061a432 ON public.directory_verification USING btree (service_id);
CREATE INDEX directory_watch_service_id_77728c8b ON public.directory_watch USING btree (service_id);
CREATE INDEX directory_watch_user_id_da5fd976 ON public.directory_watch USING btree (user_id);
CREATE INDEX directory_word_sound_4d89f679 ON public.directory_word USING btree (sound);
CREATE INDEX directory_word_sound_4d89f679_like ON public.directory_word USING btree (sound varchar_pattern_ops);
CREATE INDEX directory_word_stem_cce3f062 ON public.directory_word USING btree (stem);
CREATE INDEX directory_word_stem_cce3f062_like ON public.directory_word USING btree (stem varchar_pattern_ops);
CREATE INDEX directory_word_word_f925031f_like ON public.directory_word USING btree (word varchar_pattern_ops);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX draft_mine ON public.referrals_draft USING btree (user_id, saved_at);
CREATE INDEX equality_asked ON public.outcomes_equalityasked USING btree (referral_id, at);
CREATE INDEX event_finished ON public.referrals_referralevent USING btree (at) WHERE (((kind)::text = 'moved'::text) AND (("to")::text = 'closed'::text));
CREATE INDEX event_timeline ON public.referrals_referralevent USING btree (referral_id, at);
CREATE INDEX figures_of_a_place ON public.outcomes_figure USING btree (release_id, place_code);
CREATE INDEX first_visit_open ON public.referrals_firstvisit USING btree (owner_id, due_on) WHERE (arranged_at IS NULL);
CREATE INDEX follow_up_due ON public.referrals_followup USING btree (due_on) WHERE (done_at IS NULL);
CREATE INDEX heard_team ON public.referrals_heard USING btree (team_id, read_at);
CREATE INDEX heard_unread ON public.referrals_heard USING btree (due_at) WHERE (read_at IS NULL);
CREATE INDEX help_board ON public.referrals_helprequest USING btree (organisation_id, until) WHERE ((standing)::text = 'open'::text);
CREATE INDEX how_it_was_latest ON public.referrals_howitwas USING btree (occasion_id, said_at);
CREATE INDEX inbound_flood ON public.messaging_inboundtext USING btree (number_digest, received_at);
CREATE INDEX inbound_led_to ON public.messaging_inboundtext USING btree (led_to) WHERE (led_to IS NOT NULL);
CREATE INDEX inbound_waiting ON public.messaging_inboundtext USING btree (received_at) WHERE (handled_at IS NULL);
CREATE INDEX introduction_answered ON public.referrals_introduction USING btree (answered_at);
CREATE INDEX introduction_unanswered ON public.referrals_introduction USING btree (answer_by) WHERE (((answer)::text = ''::text) AND (settled_at IS NULL));
CREATE INDEX knock_asked ON public.referrals_knock USING btree (asked_at);
CREATE INDEX late_unsettled ON public.referrals_late USING btree (level) WHERE (settled_at IS NULL);
CREATE INDEX line_thread ON public.referrals_line USING btree (referral_id, side, at);
CREATE INDEX link_subject ON public.messaging_link USING btree (subject);
CREATE INDEX listing_shut ON public.directory_service USING btree (name) WHERE ((status)::text = 'temporarily closed'::text);
CREATE INDEX measure_due ON public.referrals_measuredue USING btree (due_on) WHERE (done_at IS NULL);
CREATE INDEX message_cause ON public.messaging_message USING btree (cause);
CREATE INDEX message_due ON public.messaging_message USING btree (due_at) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'sending'::character varying])::text[]));
CREATE INDEX message_for_a_person ON public.messaging_message USING btree (due_at) WHERE ((seen_to_at IS NULL) AND ((state)::text = ANY ((ARRAY['unresolved'::character varying, 'failed'::character varying])::text[])));
CREATE INDEX messaging_message_about_id_0f6a1797 ON public.messaging_message USING btree (about_id);
CREATE INDEX messaging_message_link_id_f03295e0 ON public.messaging_message USING btree (link_id);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX moved_row ON public.referrals_moved USING btree ("row");
CREATE UNIQUE INDEX named_once ON public.referrals_namedreader USING btree (person_id, user_id) WHERE (ended_at IS NULL);
CREATE INDEX note_timeline ON public.referrals_note USING btree (referral_id, at);
CREATE UNIQUE INDEX off_once ON public.messaging_switchedoff USING btree (template, under_id) NULLS NOT DISTINCT WHERE (on_at IS NULL);
CREATE INDEX offer_open ON public.referrals_offer USING btree (answer_by) WHERE ((said)::text = ''::text);
CREATE UNIQUE INDEX one_befriender_at_a_time ON public.referrals_befriendermatch USING btree (wish_id) WHERE ((state)::text = ANY ((ARRAY['proposed'::character varying, 'agreed'::character varying, 'meeting'::character varying, 'going'::character varying, 'ending'::character varying])::text[]));
CREATE UNIQUE INDEX one_copy_at_a_time ON public.outcomes_accessrequest USING btree (referral_id) WHERE ((called_off_at IS NULL) AND (given_at IS NULL));
CREATE UNIQUE INDEX one_crisis_a_team ON public.referrals_crisis USING btree (team_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_diary_address ON public.referrals_calendarfeed USING btree (user_id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX one_erasure_at_a_time ON public.referrals_erasure USING btree (person_key) WHERE ((stage)::text = ANY ((ARRAY['waiting'::character varying, 'due'::character varying, 'agreed'::character varying])::text[]));
CREATE UNIQUE INDEX one_group_an_address ON public.directory_group USING btree (address) WHERE ((NOT ((address)::text = ''::text)) AND (gone_at IS NULL));
CREATE UNIQUE INDEX one_lead_a_team ON public.referrals_safeguardinglead USING btree (team_id, scheme_id, user_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_listing_a_record ON public.directory_service USING btree (feed_id, source_id) WHERE (NOT ((source_id)::text = ''::text));
CREATE UNIQUE INDEX one_membership ON public.people_membership USING btree (user_id, organisation_id, team_id, role) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX one_merge_at_a_time ON public.referrals_merge USING btree (gone_id) WHERE ((declined_at IS NULL) AND (undone_at IS NULL));
CREATE UNIQUE INDEX one_offer_at_a_time ON public.referrals_offer USING btree (wait_id) WHERE ((said)::text = ''::text);
CREATE UNIQUE INDEX one_pause_at_a_time ON public.referrals_pause USING btree (referral_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_plan_a_session ON public.referrals_accompaniment USING btree (connection_id, starts_at) WHERE (called_off_at IS NULL);
CREATE UNIQUE INDEX one_restriction_at_a_time ON public.referrals_restriction USING btree (person_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_way_out_at_a_time ON public.referrals_transfer USING btree (referral_id) WHERE (answered_at IS NULL);
CREATE UNIQUE INDEX one_wish_a_kind ON public.referrals_befrienderwish USING btree (referral_id, kind) WHERE (NOT ((state)::text = 'gone'::text));
CREATE UNIQUE INDEX one_wording_in_use ON public.messaging_wording USING btree (template, kind, language) WHERE ((state)::text = 'approved'::text);
CREATE INDEX outcomes_accessrequest_given_by_id_00200cfc ON public.outcomes_accessrequest USING btree (given_by_id);
CREATE INDEX outcomes_accessrequest_noted_by_id_43c3bd2d ON public.outcomes_accessrequest USING btree (noted_by_id);
CREATE INDEX outcomes_accessrequest_prepared_by_id_a88afe01 ON public.outcomes_accessrequest USING btree (prepared_by_id);
CREATE INDEX outcomes_accessrequest_referral_id_3513bc56 ON public.outcomes_accessrequest USING btree (referral_id);
CREATE INDEX outcomes_accessrequest_team_id_7d2102de ON public.outcomes_accessrequest USING btree (team_id);
CREATE INDEX outcomes_agreement_agreed_by_id_4b7d70ff ON public.outcomes_agreement USING btree (agreed_by_id);
CREATE INDEX outcomes_aim_framework_id_37976188 ON public.outcomes_aim USING btree (framework_id);
CREATE INDEX outcomes_annotation_made_by_id_9fd76ea6 ON public.outcomes_annotation USING btree (made_by_id);
CREATE INDEX outcomes_annotation_taken_back_by_id_65a3edd4 ON public.outcomes_annotation USING btree (taken_back_by_id);
CREATE INDEX outcomes_application_aims_aim_id_2d3cca19 ON public.outcomes_application_aims USING btree (aim_id);
CREATE INDEX outcomes_application_aims_application_id_88967aa4 ON public.outcomes_application_aims USING btree (application_id);
CREATE INDEX outcomes_application_organisation_id_d5dd9c9c ON public.outcomes_application USING btree (organisation_id);
CREATE INDEX outcomes_application_pot_id_c5d74d62 ON public.outcomes_application USING btree (pot_id);
CREATE INDEX outcomes_application_service_id_50f960dd ON public.outcomes_application USING btree (service_id);
CREATE INDEX outcomes_boundary_dataset_id_779390ae ON public.outcomes_boundary USING btree (dataset_id);
CREATE INDEX outcomes_cost_area_id_31d3dff8 ON public.outcomes_cost USING btree (area_id);
CREATE INDEX outcomes_cost_made_by_id_4cd8e0c1 ON public.outcomes_cost USING btree (made_by_id);
CREATE INDEX outcomes_cost_organisation_id_cc7f1257 ON public.outcomes_cost USING btree (organisation_id);
CREATE INDEX outcomes_cost_taken_back_by_id_73bf9d25 ON public.outcomes_cost USING btree (taken_back_by_id);
CREATE INDEX outcomes_counted_of_id_13f6fbf0 ON public.outcomes_counted USING btree (of_id);
CREATE INDEX outcomes_cover_changed_by_id_450e9d9a ON public.outcomes_cover USING btree (changed_by_id);
CREATE INDEX outcomes_equalityanswers_subject_cbae3ac0 ON public.outcomes_equalityanswers USING btree (subject);
CREATE INDEX outcomes_equalityanswers_subject_cbae3ac0_like ON public.outcomes_equalityanswers USING btree (subject varchar_pattern_ops);
CREATE INDEX outcomes_equalityasked_by_id_5eb7d7d0 ON public.outcomes_equalityasked USING btree (by_id);
CREATE INDEX outcomes_equalityasked_referral_id_6b066937 ON public.outcomes_equalityasked USING btree (referral_id);
CREATE INDEX outcomes_equalityasked_reply_to_id_b904ca5e ON public.outcomes_equalityasked USING btree (reply_to_id);
CREATE INDEX outcomes_firstanswers_changed_by_id_f3c8e0a1 ON public.outcomes_firstanswers USING btree (changed_by_id);
CREATE INDEX outcomes_framework_made_by_id_15da6835 ON public.outcomes_framework USING btree (made_by_id);
CREATE INDEX outcomes_framework_scheme_id_27f7d1e6 ON public.outcomes_framework USING btree (scheme_id);
CREATE INDEX outcomes_framework_slug_872d20ab ON public.outcomes_framework USING btree (slug);
CREATE INDEX outcomes_framework_slug_872d20ab_like ON public.outcomes_framework USING btree (slug varchar_pattern_ops);
CREATE INDEX outcomes_goal_made_by_id_cfb4155c ON public.outcomes_goal USING btree (made_by_id);
CREATE INDEX outcomes_goal_referral_id_88251ea1 ON public.outcomes_goal USING btree (referral_id);
CREATE INDEX outcomes_goalrating_by_id_fea2724c ON public.outcomes_goalrating USING btree (by_id);
CREATE INDEX outcomes_goalrating_goal_id_2fbb1ba6 ON public.outcomes_goalrating USING btree (goal_id);
CREATE INDEX outcomes_goalrating_referral_id_28f46253 ON public.outcomes_goalrating USING btree (referral_id);
CREATE INDEX outcomes_goalsasked_made_by_id_c69de938 ON public.outcomes_goalsasked USING btree (made_by_id);
CREATE INDEX outcomes_goalsasked_referral_id_b807ba57 ON public.outcomes_goalsasked USING btree (referral_id);
CREATE INDEX outcomes_goaltag_by_id_ee4cf709 ON public.outcomes_goaltag USING btree (by_id);
CREATE INDEX outcomes_goaltag_goal_id_bbd9bc45 ON public.outcomes_goaltag USING btree (goal_id);
CREATE INDEX outcomes_goaltag_outcome_id_eb66aba6 ON public.outcomes_goaltag USING btree (outcome_id);
CREATE INDEX outcomes_goaltag_referral_id_b449a207 ON public.outcomes_goaltag USING btree (referral_id);
CREATE INDEX outcomes_groupcount_area_id_5e8badf9 ON public.outcomes_groupcount USING btree (area_id);
CREATE INDEX outcomes_groupcount_made_by_id_3334bf8f ON public.outcomes_groupcount USING btree (made_by_id);
CREATE INDEX outcomes_groupcount_organisation_id_67a57329 ON public.outcomes_groupcount USING btree (organisation_id);
CREATE INDEX outcomes_indicator_area_id_74bb48c5 ON public.outcomes_indicator USING btree (area_id);
CREATE INDEX outcomes_indicator_dataset_id_351ec58f ON public.outcomes_indicator USING btree (dataset_id);
CREATE INDEX outcomes_indicator_name_7303ecd1 ON public.outcomes_indicator USING btree (name);
CREATE INDEX outcomes_indicator_name_7303ecd1_like ON public.outcomes_indicator USING btree (name varchar_pattern_ops);
CREATE INDEX outcomes_keptview_membership_id_617e0a5b ON public.outcomes_keptview USING btree (membership_id);
CREATE INDEX outcomes_keptview_user_id_5c3d0af0 ON public.outcomes_keptview USING btree (user_id);
CREATE INDEX outcomes_licensedwords_made_by_id_758546dc ON public.outcomes_licensedwords USING btree (made_by_id);
CREATE INDEX outcomes_licensedwords_scheme_id_f378676b ON public.outcomes_licensedwords USING btree (scheme_id);
CREATE INDEX outcomes_licensedwords_withdrawn_by_id_0a848132 ON public.outcomes_licensedwords USING btree (withdrawn_by_id);
CREATE INDEX outcomes_outcome_aim_id_d55f7b19 ON public.outcomes_outcome USING btree (aim_id);
CREATE INDEX outcomes_population_dataset_id_b5f71fb6 ON public.outcomes_population USING btree (dataset_id);
CREATE INDEX outcomes_pot_made_by_id_620b18b0 ON public.outcomes_pot USING btree (made_by_id);
CREATE INDEX outcomes_pot_organisation_id_c3be81fe ON public.outcomes_pot USING btree (organisation_id);
CREATE INDEX outcomes_questions_made_by_id_205cc2cc ON public.outcomes_questions USING btree (made_by_id);
CREATE INDEX outcomes_questions_referral_id_e5df0dea ON public.outcomes_questions USING btree (referral_id);
CREATE INDEX outcomes_reading_by_id_aa47a759 ON public.outcomes_reading USING btree (by_id);
CREATE INDEX outcomes_reading_due_id_0be7525f ON public.outcomes_reading USING btree (due_id);
CREATE INDEX outcomes_reading_referral_id_37d339b1 ON public.outcomes_reading USING btree (referral_id);
CREATE INDEX outcomes_releaseread_reader_id_dbf65631 ON public.outcomes_releaseread USING btree (reader_id);
CREATE INDEX outcomes_releaseread_release_id_97513eab ON public.outcomes_releaseread USING btree (release_id);
CREATE INDEX outcomes_riskindex_made_by_id_86ca9a4a ON public.outcomes_riskindex USING btree (made_by_id);
CREATE INDEX outcomes_riskindex_slug_d166aceb ON public.outcomes_riskindex USING btree (slug);
CREATE INDEX outcomes_riskindex_slug_d166aceb_like ON public.outcomes_riskindex USING btree (slug varchar_pattern_ops);
CREATE INDEX outcomes_scenario_area_id_2df6cec1 ON public.outcomes_scenario USING btree (area_id);
CREATE INDEX outcomes_scenario_made_by_id_f0385b3b ON public.outcomes_scenario USING btree (made_by_id);
CREATE INDEX outcomes_scenario_organisation_id_dbe57772 ON public.outcomes_scenario USING btree (organisation_id);
CREATE INDEX outcomes_spending_application_id_a8099832 ON public.outcomes_spending USING btree (application_id);
CREATE INDEX outcomes_spending_by_id_dd29e2a6 ON public.outcomes_spending USING btree (by_id);
CREATE INDEX outcomes_story_read_by_id_5e9ba005 ON public.outcomes_story USING btree (read_by_id);
CREATE INDEX outcomes_story_referral_id_c37b6473 ON public.outcomes_story USING btree (referral_id);
CREATE INDEX outcomes_story_written_by_id_e96100a5 ON public.outcomes_story USING btree (written_by_id);
CREATE INDEX outcomes_storypage_area_id_cbdbe949 ON public.outcomes_storypage USING btree (area_id);
CREATE INDEX outcomes_storypage_scheme_id_04cf7d88 ON public.outcomes_storypage USING btree (scheme_id);
CREATE INDEX outcomes_storystep_by_id_616f8076 ON public.outcomes_storystep USING btree (by_id);
CREATE INDEX outcomes_storystep_referral_id_b8fc4334 ON public.outcomes_storystep USING btree (referral_id);
CREATE INDEX outcomes_storystep_story_id_f5674aac ON public.outcomes_storystep USING btree (story_id);
CREATE INDEX outcomes_told_release_id_1edb7aba ON public.outcomes_told USING btree (release_id);
CREATE INDEX outcomes_verdict_application_id_3cce4ee8 ON public.outcomes_verdict USING btree (application_id);
CREATE INDEX outcomes_verdict_by_id_55c93d9a ON public.outcomes_verdict USING btree (by_id);
CREATE INDEX outcomes_wish_authority_id_0eed6746 ON public.outcomes_wish USING btree (authority_id);
CREATE INDEX outcomes_wish_made_by_id_ae5329ba ON public.outcomes_wish USING btree (made_by_id);
CREATE INDEX outcomes_wish_need_id_228cfd4d ON public.outcomes_wish USING btree (need_id);
CREATE INDEX outcomes_wish_need_id_228cfd4d_like ON public.outcomes_wish USING btree (need_id varchar_pattern_ops);
CREATE INDEX outcomes_wish_service_id_e1e0bad4 ON public.outcomes_wish USING btree (service_id);
CREATE INDEX outcomes_wish_wards_area_id_b4be9f31 ON public.outcomes_wish_wards USING btree (area_id);
CREATE INDEX outcomes_wish_wards_wish_id_4010ae95 ON public.outcomes_wish_wards USING btree (wish_id);
CREATE INDEX outcomes_wishstep_by_id_e84755d2 ON public.outcomes_wishstep USING btree (by_id);
CREATE INDEX outcomes_wishstep_wish_id_ff1ac06a ON public.outcomes_wishstep USING btree (wish_id);
CREATE UNIQUE INDEX owed_once ON public.referrals_followup USING btree (connection_id, kind) WHERE (done_at IS NULL);
CREATE INDEX partner_alongside ON public.referrals_partner USING btree (user_id) WHERE (ended_at IS NULL);
CREATE INDEX people_booking_kept_by_id_8429a094 ON public.people_booking USING btree (kept_by_id);
CREATE INDEX people_booking_organisation_id_26c894a0 ON public.people_booking USING btree (organisation_id);
CREATE INDEX people_booking_session_id_54aee3d6 ON public.people_booking USING btree (session_id);
CREATE INDEX people_booking_user_id_dacf2f1c ON public.people_booking USING btree (user_id);
CREATE INDEX people_brand_slug_aaaae6e2_like ON public.people_brand USING btree (slug varchar_pattern_ops);
CREATE INDEX people_brand_ward_id_6aa00353 ON public.people_brand USING btree (ward_id);
CREATE INDEX people_champion_granted_by_id_f7b8f5c8 ON public.people_champion USING btree (granted_by_id);
CREATE INDEX people_champion_kept_by_id_8e6f1a7d ON public.people_champion USING btree (kept_by_id);
CREATE INDEX people_champion_wards_area_id_f8d0a155 ON public.people_champion_wards USING btree (area_id);
CREATE INDEX people_champion_wards_champion_id_6338b7af ON public.people_champion_wards USING btree (champion_id);
CREATE INDEX people_competencyrating_by_id_c5ace0d8 ON public.people_competencyrating USING btree (by_id);
CREATE INDEX people_competencyrating_competency_id_7e47e542 ON public.people_competencyrating USING btree (competency_id);
CREATE INDEX people_competencyrating_organisation_id_074f8523 ON public.people_competencyrating USING btree (organisation_id);
CREATE INDEX people_competencyrating_team_id_64a7476c ON public.people_competencyrating USING btree (team_id);
CREATE INDEX people_competencyrating_user_id_b5a9761e ON public.people_competencyrating USING btree (user_id);
CREATE INDEX people_defaultteam_area_id_8560d9da ON public.people_defaultteam USING btree (area_id);
CREATE INDEX people_defaultteam_scheme_id_95638530 ON public.people_defaultteam USING btree (scheme_id);
CREATE INDEX people_defaultteam_set_by_id_48c0ca1e ON public.people_defaultteam USING btree (set_by_id);
CREATE INDEX people_defaultteam_team_id_7cb04c5f ON public.people_defaultteam USING btree (team_id);
CREATE INDEX people_invitation_accepted_by_id_66da8fc9 ON public.people_invitation USING btree (accepted_by_id);
CREATE INDEX people_invitation_agreed_by_id_0cc754de ON public.people_invitation USING btree (agreed_by_id);
CREATE INDEX people_invitation_area_id_63a9394c ON public.people_invitation USING btree (area_id);
CREATE INDEX people_invitation_instead_of_id_8ca05874 ON public.people_invitation USING btree (instead_of_id);
CREATE INDEX people_invitation_made_by_id_e661d9c9 ON public.people_invitation USING btree (made_by_id);
CREATE INDEX people_invitation_organisation_id_ac6bf02f ON public.people_invitation USING btree (organisation_id);
CREATE INDEX people_invitation_team_id_6e30d989 ON public.people_invitation USING btree (team_id);
CREATE INDEX people_membership_area_id_90d20bd8 ON public.people_membership USING btree (area_id);
CREATE INDEX people_membership_organisation_id_a6c82864 ON public.people_membership USING btree (organisation_id);
CREATE INDEX people_membership_team_id_61ae9260 ON public.people_membership USING btree (team_id);
CREATE INDEX people_membership_user_id_35baff26 ON public.people_membership USING btree (user_id);
CREATE INDEX people_membership_wards_area_id_30f76e3b ON public.people_membership_wards USING btree (area_id);
CREATE INDEX people_membership_wards_membership_id_4e0233f6 ON public.people_membership_wards USING btree (membership_id);
CREATE INDEX people_organisation_name_96079d21_like ON public.people_organisation USING btree (name varchar_pattern_ops);
CREATE INDEX people_scheme_name_2cefea8c_like ON public.people_scheme USING btree (name varchar_pattern_ops);
CREATE INDEX people_scheme_organisation_id_01f0c5c3 ON public.people_scheme USING btree (organisation_id);
CREATE INDEX people_schemereason_scheme_id_94fdcd38 ON public.people_schemereason USING btree (scheme_id);
CREATE INDEX people_team_areas_area_id_0849a95c ON public.people_team_areas USING btree (area_id);
CREATE INDEX people_team_areas_team_id_cccf4f23 ON public.people_team_areas USING btree (team_id);
CREATE INDEX people_team_organisation_id_bd97b625 ON public.people_team USING btree (organisation_id);
CREATE INDEX people_team_scheme_id_d08fac47 ON public.people_team USING btree (scheme_id);
CREATE INDEX people_thanks_by_id_94e2e13c ON public.people_thanks USING btree (by_id);
CREATE INDEX people_thanks_champion_id_f043eaeb ON public.people_thanks USING btree (champion_id);
CREATE INDEX people_trainee_kept_by_id_f50dd0d9 ON public.people_trainee USING btree (kept_by_id);
CREATE INDEX people_trainee_number_1d095091_like ON public.people_trainee USING btree (number varchar_pattern_ops);
CREATE INDEX people_trainee_organisation_id_bf25f481 ON public.people_trainee USING btree (organisation_id);
CREATE INDEX people_trainee_session_id_f1fd89a6 ON public.people_trainee USING btree (session_id);
CREATE INDEX people_trainee_user_id_769ae67c ON public.people_trainee USING btree (user_id);
CREATE INDEX people_trainee_ward_id_4c29930e ON public.people_trainee USING btree (ward_id);
CREATE INDEX people_trainingkind_key_6fdcfebd_like ON public.people_trainingkind USING btree (key varchar_pattern_ops);
CREATE INDEX people_trainingsession_area_id_3dcd7740 ON public.people_trainingsession USING btree (area_id);
CREATE INDEX people_trainingsession_kept_by_id_973c1b23 ON public.people_trainingsession USING btree (kept_by_id);
CREATE INDEX people_trainingsession_made_by_id_dffd2116 ON public.people_trainingsession USING btree (made_by_id);
CREATE INDEX people_trainingsession_taken_by_id_c67b1b67 ON public.people_trainingsession USING btree (taken_by_id);
CREATE INDEX people_user_email_1f424fe4_like ON public.people_user USING btree (email varchar_pattern_ops);
CREATE INDEX person_by_email ON public.referrals_person USING btree (upper((email)::text)) WHERE ((email)::text <> ''::text);
CREATE INDEX person_by_phone ON public.referrals_person USING btree ("right"(regexp_replace((phone)::text, '\D'::text, ''::text, 'g'::text), 10)) WHERE ((phone)::text <> ''::text);
CREATE INDEX places_area_code_7c3e4f9f_like ON public.places_area USING btree (code varchar_pattern_ops);
CREATE INDEX places_area_locality_id_a0cbc2be ON public.places_area USING btree (locality_id);
CREATE INDEX places_area_parent_id_09c0273d ON public.places_area USING btree (parent_id);
CREATE INDEX places_locality_authority_id_c39ee182 ON public.places_locality USING btree (authority_id);
CREATE INDEX places_locality_code_d734412e_like ON public.places_locality USING btree (code varchar_pattern_ops);
CREATE INDEX places_postcode_postcode_a5f96544_like ON public.places_postcode USING btree (postcode varchar_pattern_ops);
CREATE INDEX places_postcode_ward_id_8e6b3f39 ON public.places_postcode USING btree (ward_id);
CREATE INDEX places_street_ward_id_e0b9fd8a ON public.places_street USING btree (ward_id);
CREATE INDEX postcode_by_authority ON public.places_postcode USING btree (authority_code);
CREATE INDEX postcode_by_spot ON public.places_postcode USING btree (easting, northing);
CREATE INDEX practice_of_listing ON public.directory_practice USING btree (service_id);
CREATE INDEX rating_of ON public.people_competencyrating USING btree (user_id, competency_id, said_at);
CREATE INDEX reading_of ON public.outcomes_reading USING btree (referral_id, instrument, taken_on);
CREATE INDEX reason_not_there ON public.referrals_reason USING btree (at) WHERE ((why)::text = 'not_there'::text);
CREATE INDEX referral_caseload ON public.referrals_referral USING btree (team_id, state, next_on);
CREATE INDEX referral_closed ON public.referrals_referral USING btree (closed_at);
CREATE INDEX referral_decided ON public.referrals_referral USING btree (decided_at);
CREATE INDEX referral_received ON public.referrals_referral USING btree (submitted_at);
CREATE INDEX referral_referrer ON public.referrals_referral USING btree (referrer_id, submitted_at);
CREATE INDEX referrals_accompaniment_colleague_id_56bbc402 ON public.referrals_accompaniment USING btree (colleague_id);
CREATE INDEX referrals_accompaniment_connection_id_692aa828 ON public.referrals_accompaniment USING btree (connection_id);
CREATE INDEX referrals_accompaniment_logged_by_id_4813ac6f ON public.referrals_accompaniment USING btree (logged_by_id);
CREATE INDEX referrals_accompaniment_made_by_id_8fb4d2b0 ON public.referrals_accompaniment USING btree (made_by_id);
CREATE INDEX referrals_accompaniment_referral_id_5ef79513 ON public.referrals_accompaniment USING btree (referral_id);
CREATE INDEX referrals_accompaniment_service_id_2bf8f25e ON public.referrals_accompaniment USING btree (service_id);
CREATE INDEX referrals_apart_by_id_6834f1db ON public.referrals_apart USING btree (by_id);
CREATE INDEX referrals_apart_one_id_72b6c2d9 ON public.referrals_apart USING btree (one_id);
CREATE INDEX referrals_apart_other_id_f3fa10ff ON public.referrals_apart USING btree (other_id);
CREATE INDEX referrals_attendance_by_id_054c3a29 ON public.referrals_attendance USING btree (by_id);
CREATE INDEX referrals_attendance_occasion_id_1105c3b7 ON public.referrals_attendance USING btree (occasion_id);
CREATE INDEX referrals_attendance_referral_id_427d3ea5 ON public.referrals_attendance USING btree (referral_id);
CREATE INDEX referrals_befriendermatch_connection_id_de1d67bf ON public.referrals_befriendermatch USING btree (connection_id);
CREATE INDEX referrals_befriendermatch_ended_by_id_04e900c7 ON public.referrals_befriendermatch USING btree (ended_by_id);
CREATE INDEX referrals_befriendermatch_occasion_id_ccad7dee ON public.referrals_befriendermatch USING btree (occasion_id);
CREATE INDEX referrals_befriendermatch_person_heard_by_id_62f14920 ON public.referrals_befriendermatch USING btree (person_heard_by_id);
CREATE INDEX referrals_befriendermatch_proposed_by_id_19610921 ON public.referrals_befriendermatch USING btree (proposed_by_id);
CREATE INDEX referrals_befriendermatch_referral_id_79ddb556 ON public.referrals_befriendermatch USING btree (referral_id);
CREATE INDEX referrals_befriendermatch_team_id_82fa65b4 ON public.referrals_befriendermatch USING btree (team_id);
CREATE INDEX referrals_befriendermatch_volunteer_id_14155875 ON public.referrals_befriendermatch USING btree (volunteer_id);
CREATE INDEX referrals_befriendermatch_wish_id_911c5c49 ON public.referrals_befriendermatch USING btree (wish_id);
CREATE INDEX referrals_befriendertold_referral_id_4cdcd3ef ON public.referrals_befriendertold USING btree (referral_id);
CREATE INDEX referrals_befriendertold_team_id_88190215 ON public.referrals_befriendertold USING btree (team_id);
CREATE INDEX referrals_befriendervisit_logged_by_id_21814e56 ON public.referrals_befriendervisit USING btree (logged_by_id);
CREATE INDEX referrals_befriendervisit_match_id_16850fb9 ON public.referrals_befriendervisit USING btree (match_id);
CREATE INDEX referrals_befriendervisit_read_by_id_3a444de1 ON public.referrals_befriendervisit USING btree (read_by_id);
CREATE INDEX referrals_befriendervisit_referral_id_2db8d06f ON public.referrals_befriendervisit USING btree (referral_id);
CREATE INDEX referrals_befriendervisit_team_id_6b52b309 ON public.referrals_befriendervisit USING btree (team_id);
CREATE INDEX referrals_befrienderwish_asked_by_id_6283aa2f ON public.referrals_befrienderwish USING btree (asked_by_id);
CREATE INDEX referrals_befrienderwish_connection_id_7de2e90a ON public.referrals_befrienderwish USING btree (connection_id);
CREATE INDEX referrals_befrienderwish_referral_id_5d9e3407 ON public.referrals_befrienderwish USING btree (referral_id);
CREATE INDEX referrals_befrienderwish_team_id_769d3f01 ON public.referrals_befrienderwish USING btree (team_id);
CREATE INDEX referrals_befriendingrules_service_id_321238c8 ON public.referrals_befriendingrules USING btree (service_id);
CREATE INDEX referrals_calendarfeed_user_id_ab0e2714 ON public.referrals_calendarfeed USING btree (user_id);
CREATE INDEX referrals_championpatch_by_id_3111ef66 ON public.referrals_championpatch USING btree (by_id);
CREATE INDEX referrals_championpatch_champion_id_be4ce76f ON public.referrals_championpatch USING btree (champion_id);
CREATE INDEX referrals_championpatch_team_id_05f8f4a8 ON public.referrals_championpatch USING btree (team_id);
CREATE INDEX referrals_championpatch_ward_id_d5232d77 ON public.referrals_championpatch USING btree (ward_id);
CREATE INDEX referrals_concern_escalated_to_id_b4ecebd6 ON public.referrals_concern USING btree (escalated_to_id);
CREATE INDEX referrals_concern_raised_by_id_8cd730ed ON public.referrals_concern USING btree (raised_by_id);
CREATE INDEX referrals_concern_read_by_id_01807663 ON public.referrals_concern USING btree (read_by_id);
CREATE INDEX referrals_concern_reference_502bea1c_like ON public.referrals_concern USING btree (reference varchar_pattern_ops);
CREATE INDEX referrals_concern_referral_id_37f1c6a3 ON public.referrals_concern USING btree (referral_id);
CREATE INDEX referrals_concern_team_id_2537b59c ON public.referrals_concern USING btree (team_id);
CREATE INDEX referrals_concernstep_by_id_392d0def ON public.referrals_concernstep USING btree (by_id);
CREATE INDEX referrals_concernstep_concern_id_48f62cfe ON public.referrals_concernstep USING btree (concern_id);
CREATE INDEX referrals_concerntally_team_id_5dabc23e ON public.referrals_concerntally USING btree (team_id);
CREATE INDEX referrals_confidencestep_made_by_id_89fa3613 ON public.referrals_confidencestep USING btree (made_by_id);
CREATE INDEX referrals_confidencestep_referral_id_f501edc0 ON public.referrals_confidencestep USING btree (referral_id);
CREATE INDEX referrals_connection_made_by_id_4d58a46d ON public.referrals_connection USING btree (made_by_id);
CREATE INDEX referrals_connection_person_id_780d4f47 ON public.referrals_connection USING btree (person_id);
CREATE INDEX referrals_connection_referral_id_540f059d ON public.referrals_connection USING btree (referral_id);
CREATE INDEX referrals_connection_service_id_534aaa2a ON public.referrals_connection USING btree (service_id);
CREATE INDEX referrals_connectionhistory_made_by_id_9226c7a0 ON public.referrals_connectionhistory USING btree (made_by_id);
CREATE INDEX referrals_connectionhistory_person_id_990af236 ON public.referrals_connectionhistory USING btree (person_id);
CREATE INDEX referrals_connectionhistory_pgh_context_id_2a8feec2 ON public.referrals_connectionhistory USING btree (pgh_context_id);
CREATE INDEX referrals_connectionhistory_pgh_obj_id_15e5ba49 ON public.referrals_connectionhistory USING btree (pgh_obj_id);
CREATE INDEX referrals_connectionhistory_referral_id_7222c41a ON public.referrals_connectionhistory USING btree (referral_id);
CREATE INDEX referrals_connectionhistory_service_id_afbc0934 ON public.referrals_connectionhistory USING btree (service_id);
CREATE INDEX referrals_consent_given_to_id_25819bf7 ON public.referrals_consent USING btree (said_to_id);
CREATE INDEX referrals_consent_person_id_1d92d774 ON public.referrals_consent USING btree (person_id);
CREATE INDEX referrals_consent_referral_id_5eadf2df ON public.referrals_consent USING btree (referral_id);
CREATE INDEX referrals_consent_statement_id_1f86f179 ON public.referrals_consent USING btree (statement_id);
CREATE INDEX referrals_contactattempt_by_id_c09523e9 ON public.referrals_contactattempt USING btree (by_id);
CREATE INDEX referrals_contactattempt_referral_id_a9b52b99 ON public.referrals_contactattempt USING btree (referral_id);
CREATE INDEX referrals_crisis_begun_by_id_e05a9ebd ON public.referrals_crisis USING btree (begun_by_id);
CREATE INDEX referrals_crisis_ended_by_id_b09371e9 ON public.referrals_crisis USING btree (ended_by_id);
CREATE INDEX referrals_crisis_team_id_0f037d9e ON public.referrals_crisis USING btree (team_id);
CREATE INDEX referrals_crisischeck_crisis_id_0921febc ON public.referrals_crisischeck USING btree (crisis_id);
CREATE INDEX referrals_crisischeck_referral_id_e555ef8f ON public.referrals_crisischeck USING btree (referral_id);
CREATE INDEX referrals_crisischeck_round_id_cd00c853 ON public.referrals_crisischeck USING btree (round_id);
CREATE INDEX referrals_crisisclosure_by_id_168ae789 ON public.referrals_crisisclosure USING btree (by_id);
CREATE INDEX referrals_crisisclosure_crisis_id_7aa55f0c ON public.referrals_crisisclosure USING btree (crisis_id);
CREATE INDEX referrals_crisisclosure_opened_by_id_1fcc4da0 ON public.referrals_crisisclosure USING btree (opened_by_id);
CREATE INDEX referrals_crisisclosure_service_id_5adbcb01 ON public.referrals_crisisclosure USING btree (service_id);
CREATE INDEX referrals_crisisclosure_team_id_da8b8a08 ON public.referrals_crisisclosure USING btree (team_id);
CREATE INDEX referrals_crisisround_by_id_eb0cce5d ON public.referrals_crisisround USING btree (by_id);
CREATE INDEX referrals_crisisround_crisis_id_1591762c ON public.referrals_crisisround USING btree (crisis_id);
CREATE INDEX referrals_crisisround_team_id_09d2a657 ON public.referrals_crisisround USING btree (team_id);
CREATE INDEX referrals_crisissaid_by_id_dcb8a973 ON public.referrals_crisissaid USING btree (by_id);
CREATE INDEX referrals_crisissaid_check_of_id_72768e48 ON public.referrals_crisissaid USING btree (check_of_id);
CREATE INDEX referrals_crisissaid_referral_id_7caa3f25 ON public.referrals_crisissaid USING btree (referral_id);
CREATE INDEX referrals_draft_organisation_id_31fc9e8e ON public.referrals_draft USING btree (organisation_id);
CREATE INDEX referrals_draft_user_id_501b774d ON public.referrals_draft USING btree (user_id);
CREATE INDEX referrals_erasure_decided_by_id_b37697e1 ON public.referrals_erasure USING btree (decided_by_id);
CREATE INDEX referrals_erasure_person_key_3154582f ON public.referrals_erasure USING btree (person_key);
CREATE INDEX referrals_erasure_proposed_by_id_f5e6ab01 ON public.referrals_erasure USING btree (proposed_by_id);
CREATE INDEX referrals_firstvisit_changed_by_id_1f079c5e ON public.referrals_firstvisit USING btree (changed_by_id);
CREATE INDEX referrals_firstvisit_colleague_id_88880381 ON public.referrals_firstvisit USING btree (colleague_id);
CREATE INDEX referrals_firstvisit_owner_id_2b73201c ON public.referrals_firstvisit USING btree (owner_id);
CREATE INDEX referrals_firstvisit_referral_id_0376ae85 ON public.referrals_firstvisit USING btree (referral_id);
CREATE INDEX referrals_followup_connection_id_7150ad5f ON public.referrals_followup USING btree (connection_id);
CREATE INDEX referrals_followup_done_by_id_d045a39e ON public.referrals_followup USING btree (done_by_id);
CREATE INDEX referrals_followup_made_by_id_d135f20a ON public.referrals_followup USING btree (made_by_id);
CREATE INDEX referrals_followup_occasion_id_70542e02 ON public.referrals_followup USING btree (occasion_id);
CREATE INDEX referrals_followup_referral_id_0be803b9 ON public.referrals_followup USING btree (referral_id);
CREATE INDEX referrals_healthychat_organisation_id_cd803a9b ON public.referrals_healthychat USING btree (organisation_id);
CREATE INDEX referrals_healthychat_ward_id_e01dee01 ON public.referrals_healthychat USING btree (ward_id);
CREATE INDEX referrals_heard_by_id_2f18816f ON public.referrals_heard USING btree (by_id);
CREATE INDEX referrals_heard_escalated_to_id_f8a099ed ON public.referrals_heard USING btree (escalated_to_id);
CREATE INDEX referrals_heard_read_by_id_23dca497 ON public.referrals_heard USING btree (read_by_id);
CREATE INDEX referrals_heard_reader_id_7ec7f2df ON public.referrals_heard USING btree (reader_id);
CREATE INDEX referrals_heard_referral_id_1d43f111 ON public.referrals_heard USING btree (referral_id);
CREATE INDEX referrals_heard_team_id_d18af406 ON public.referrals_heard USING btree (team_id);
CREATE INDEX referrals_helpoffer_helper_id_e471ce67 ON public.referrals_helpoffer USING btree (helper_id);
CREATE INDEX referrals_helpoffer_request_id_1b30714b ON public.referrals_helpoffer USING btree (request_id);
CREATE INDEX referrals_helprequest_helper_id_44b81c8f ON public.referrals_helprequest USING btree (helper_id);
CREATE INDEX referrals_helprequest_organisation_id_7aaa937d ON public.referrals_helprequest USING btree (organisation_id);
CREATE INDEX referrals_helprequest_posted_by_id_1c94e9a9 ON public.referrals_helprequest USING btree (posted_by_id);
CREATE INDEX referrals_helprequest_referral_id_d234cb7e ON public.referrals_helprequest USING btree (referral_id);
CREATE INDEX referrals_helprequest_team_id_1595e2f1 ON public.referrals_helprequest USING btree (team_id);
CREATE INDEX referrals_helprequest_ward_id_30e4e60b ON public.referrals_helprequest USING btree (ward_id);
CREATE INDEX referrals_hook_made_by_id_d6a09964 ON public.referrals_hook USING btree (made_by_id);
CREATE INDEX referrals_hook_organisation_id_53754859 ON public.referrals_hook USING btree (organisation_id);
CREATE INDEX referrals_hookcall_hook_id_f54dbc8e ON public.referrals_hookcall USING btree (hook_id);
CREATE INDEX referrals_howitwas_by_id_34694123 ON public.referrals_howitwas USING btree (by_id);
CREATE INDEX referrals_howitwas_heard_id_91000fab ON public.referrals_howitwas USING btree (heard_id);
CREATE INDEX referrals_howitwas_occasion_id_1f3f059b ON public.referrals_howitwas USING btree (occasion_id);
CREATE INDEX referrals_howitwas_person_id_63398e09 ON public.referrals_howitwas USING btree (person_id);
CREATE INDEX referrals_howitwas_referral_id_cb61bb02 ON public.referrals_howitwas USING btree (referral_id);
CREATE INDEX referrals_introduction_answered_to_id_410f2953 ON public.referrals_introduction USING btree (answered_to_id);
CREATE INDEX referrals_introduction_connection_id_45094e19 ON public.referrals_introduction USING btree (connection_id);
CREATE INDEX referrals_introduction_consent_id_ce93be36 ON public.referrals_introduction USING btree (consent_id);
CREATE INDEX referrals_introduction_made_by_id_c79fb936 ON public.referrals_introduction USING btree (made_by_id);
CREATE INDEX referrals_introduction_referral_id_ab7b899e ON public.referrals_introduction USING btree (referral_id);
CREATE INDEX referrals_introduction_settled_by_id_fdb75e91 ON public.referrals_introduction USING btree (settled_by_id);
CREATE INDEX referrals_knock_link_id_40bb5ede ON public.referrals_knock USING btree (link_id);
CREATE INDEX referrals_late_referral_id_19e495f7 ON public.referrals_late USING btree (referral_id);
CREATE INDEX referrals_late_settled_by_id_4c4b60b8 ON public.referrals_late USING btree (settled_by_id);
CREATE INDEX referrals_line_by_id_1c579100 ON public.referrals_line USING btree (by_id);
CREATE INDEX referrals_line_connection_id_8bd104d3 ON public.referrals_line USING btree (connection_id);
CREATE INDEX referrals_line_referral_id_4f549718 ON public.referrals_line USING btree (referral_id);
CREATE INDEX referrals_lineread_line_id_fe6c479f ON public.referrals_lineread USING btree (line_id);
CREATE INDEX referrals_lineread_reader_id_ff916c49 ON public.referrals_lineread USING btree (reader_id);
CREATE INDEX referrals_marker_ended_by_id_c91e9e8c ON public.referrals_marker USING btree (ended_by_id);
CREATE INDEX referrals_marker_made_by_id_19ded12a ON public.referrals_marker USING btree (made_by_id);
CREATE INDEX referrals_marker_person_id_9759a641 ON public.referrals_marker USING btree (person_id);
CREATE INDEX referrals_measuredue_done_by_id_181fb723 ON public.referrals_measuredue USING btree (done_by_id);
CREATE INDEX referrals_measuredue_referral_id_527d1c29 ON public.referrals_measuredue USING btree (referral_id);
CREATE INDEX referrals_merge_declined_by_id_0436f239 ON public.referrals_merge USING btree (declined_by_id);
CREATE INDEX referrals_merge_gone_id_8dca5b58 ON public.referrals_merge USING btree (gone_id);
CREATE INDEX referrals_merge_kept_id_c1b92a51 ON public.referrals_merge USING btree (kept_id);
CREATE INDEX referrals_merge_merged_by_id_2d0a1e58 ON public.referrals_merge USING btree (merged_by_id);
CREATE INDEX referrals_merge_proposed_by_id_fbd01645 ON public.referrals_merge USING btree (proposed_by_id);
CREATE INDEX referrals_merge_team_id_fb2289a3 ON public.referrals_merge USING btree (team_id);
CREATE INDEX referrals_merge_undone_by_id_464fd20b ON public.referrals_merge USING btree (undone_by_id);
CREATE INDEX referrals_moved_merge_id_3ed3e340 ON public.referrals_moved USING btree (merge_id);
CREATE INDEX referrals_namedreader_ended_by_id_7ef6475d ON public.referrals_namedreader USING btree (ended_by_id);
CREATE INDEX referrals_namedreader_named_by_id_bac8624f ON public.referrals_namedreader USING btree (named_by_id);
CREATE INDEX referrals_namedreader_person_id_6ef57d11 ON public.referrals_namedreader USING btree (person_id);
CREATE INDEX referrals_namedreader_user_id_3943e8e6 ON public.referrals_namedreader USING btree (user_id);
CREATE INDEX referrals_note_by_id_c1d2b824 ON public.referrals_note USING btree (by_id);
CREATE INDEX referrals_note_corrects_attempt_id_355faa59 ON public.referrals_note USING btree (corrects_attempt_id);
CREATE INDEX referrals_note_corrects_note_id_2c6ef770 ON public.referrals_note USING btree (corrects_note_id);
CREATE INDEX referrals_note_referral_id_cf6705a9 ON public.referrals_note USING btree (referral_id);
CREATE INDEX referrals_noted_by_id_ed7f358b ON public.referrals_noted USING btree (by_id);
CREATE INDEX referrals_noted_occasion_id_7cc5bc0d ON public.referrals_noted USING btree (occasion_id);
CREATE INDEX referrals_noted_referral_id_11be7d69 ON public.referrals_noted USING btree (referral_id);
CREATE INDEX referrals_noted_sheet_id_f8d1109a ON public.referrals_noted USING btree (sheet_id);
CREATE INDEX referrals_occasion_called_off_by_id_4d4a0dbe ON public.referrals_occasion USING btree (called_off_by_id);
CREATE INDEX referrals_occasion_connection_id_80fab4a3 ON public.referrals_occasion USING btree (connection_id);
CREATE INDEX referrals_occasion_referral_id_328a7e0a ON public.referrals_occasion USING btree (referral_id);
CREATE INDEX referrals_occasion_register_id_34790157 ON public.referrals_occasion USING btree (register_id);
CREATE INDEX referrals_occasion_service_id_8a7372b7 ON public.referrals_occasion USING btree (service_id);
CREATE INDEX referrals_occasion_starts_at_f7c87874 ON public.referrals_occasion USING btree (starts_at);
CREATE INDEX referrals_offer_by_id_4954193a ON public.referrals_offer USING btree (by_id);
CREATE INDEX referrals_offer_referral_id_5787746e ON public.referrals_offer USING btree (referral_id);
CREATE INDEX referrals_offer_service_id_e9c94a0e ON public.referrals_offer USING btree (service_id);
CREATE INDEX referrals_offer_wait_id_7fe16839 ON public.referrals_offer USING btree (wait_id);
CREATE INDEX referrals_opening_by_id_44de5103 ON public.referrals_opening USING btree (by_id);
CREATE INDEX referrals_opening_person_key_70ab553a ON public.referrals_opening USING btree (person_key);
CREATE INDEX referrals_outsider_organisation_id_19c5e374 ON public.referrals_outsider USING btree (organisation_id);
CREATE INDEX referrals_particulars_changed_by_id_958f32d8 ON public.referrals_particulars USING btree (changed_by_id);
CREATE INDEX referrals_particularshistory_changed_by_id_72f6f6df ON public.referrals_particularshistory USING btree (changed_by_id);
CREATE INDEX referrals_particularshistory_person_id_c4a93071 ON public.referrals_particularshistory USING btree (person_id);
CREATE INDEX referrals_particularshistory_pgh_context_id_9f2cce79 ON public.referrals_particularshistory USING btree (pgh_context_id);
CREATE INDEX referrals_particularshistory_pgh_obj_id_3f6471e0 ON public.referrals_particularshistory USING btree (pgh_obj_id);
CREATE INDEX referrals_partner_asked_by_id_311949a5 ON public.referrals_partner USING btree (asked_by_id);
CREATE INDEX referrals_partner_decided_by_id_8f543ca6 ON public.referrals_partner USING btree (decided_by_id);
CREATE INDEX referrals_partner_ended_by_id_94270827 ON public.referrals_partner USING btree (ended_by_id);
CREATE INDEX referrals_partner_organisation_id_bcec341d ON public.referrals_partner USING btree (organisation_id);
CREATE INDEX referrals_partner_referral_id_9c703052 ON public.referrals_partner USING btree (referral_id);
CREATE INDEX referrals_partner_user_id_1b41d983 ON public.referrals_partner USING btree (user_id);
CREATE INDEX referrals_pause_by_id_86d7ff27 ON public.referrals_pause USING btree (by_id);
CREATE INDEX referrals_pause_referral_id_470d5ede ON public.referrals_pause USING btree (referral_id);
CREATE INDEX referrals_period_changed_by_id_4e8d866a ON public.referrals_period USING btree (changed_by_id);
CREATE INDEX referrals_period_what_75a68a70_like ON public.referrals_period USING btree (what varchar_pattern_ops);
CREATE INDEX referrals_person_created_by_id_292c226a ON public.referrals_person USING btree (created_by_id);
CREATE INDEX referrals_person_organisation_id_48654931 ON public.referrals_person USING btree (organisation_id);
CREATE INDEX referrals_personhistory_created_by_id_0c1516f1 ON public.referrals_personhistory USING btree (created_by_id);
CREATE INDEX referrals_personhistory_organisation_id_8ae47798 ON public.referrals_personhistory USING btree (organisation_id);
CREATE INDEX referrals_personhistory_pgh_context_id_4a9e50ff ON public.referrals_personhistory USING btree (pgh_context_id);
CREATE INDEX referrals_personhistory_pgh_obj_id_d3147c10 ON public.referrals_personhistory USING btree (pgh_obj_id);
CREATE INDEX referrals_phrase_team_id_c7d788dc ON public.referrals_phrase USING btree (team_id);
CREATE INDEX referrals_reason_by_id_4641a367 ON public.referrals_reason USING btree (by_id);
CREATE INDEX referrals_reason_connection_id_b4e70873 ON public.referrals_reason USING btree (connection_id);
CREATE INDEX referrals_reason_occasion_id_3e241b33 ON public.referrals_reason USING btree (occasion_id);
CREATE INDEX referrals_reason_referral_id_2c3951f5 ON public.referrals_reason USING btree (referral_id);
CREATE INDEX referrals_referee_team_id_e821af66 ON public.referrals_referee USING btree (team_id);
CREATE INDEX referrals_referee_volunteer_id_45e53efc ON public.referrals_referee USING btree (volunteer_id);
CREATE INDEX referrals_referral_came_from_id_2795eed7 ON public.referrals_referral USING btree (came_from_id);
CREATE INDEX referrals_referral_connector_id_eb823887 ON public.referrals_referral USING btree (connector_id);
CREATE INDEX referrals_referral_entered_by_id_3bb31c47 ON public.referrals_referral USING btree (entered_by_id);
CREATE INDEX referrals_referral_lead_id_206567da ON public.referrals_referral USING btree (lead_id);
CREATE INDEX referrals_referral_outsider_id_7e099f04 ON public.referrals_referral USING btree (outsider_id);
CREATE INDEX referrals_referral_person_id_179a7a6c ON public.referrals_referral USING btree (person_id);
CREATE INDEX referrals_referral_reference_4ecf22d5_like ON public.referrals_referral USING btree (reference varchar_pattern_ops);
CREATE INDEX referrals_referral_referrer_id_c4bd6f93 ON public.referrals_referral USING btree (referrer_id);
CREATE INDEX referrals_referral_referring_organisation_id_ad2098ee ON public.referrals_referral USING btree (referring_organisation_id);
CREATE INDEX referrals_referral_team_id_2df18a47 ON public.referrals_referral USING btree (team_id);
CREATE INDEX referrals_referral_ward_id_8d5a0f8f ON public.referrals_referral USING btree (ward_id);
CREATE INDEX referrals_referralevent_attempt_id_455f8a1a ON public.referrals_referralevent USING btree (attempt_id);
CREATE INDEX referrals_referralevent_by_id_934bbd48 ON public.referrals_referralevent USING btree (by_id);
CREATE INDEX referrals_referralevent_connection_id_70c06fd3 ON public.referrals_referralevent USING btree (connection_id);
CREATE INDEX referrals_referralevent_referral_id_e2ad0427 ON public.referrals_referralevent USING btree (referral_id);
CREATE INDEX referrals_referralhistory_came_from_id_065f8d34 ON public.referrals_referralhistory USING btree (came_from_id);
CREATE INDEX referrals_referralhistory_connector_id_dd4bc3ec ON public.referrals_referralhistory USING btree (connector_id);
CREATE INDEX referrals_referralhistory_entered_by_id_59cf54b0 ON public.referrals_referralhistory USING btree (entered_by_id);
CREATE INDEX referrals_referralhistory_lead_id_cec94be4 ON public.referrals_referralhistory USING btree (lead_id);
CREATE INDEX referrals_referralhistory_outsider_id_d9bd8c33 ON public.referrals_referralhistory USING btree (outsider_id);
CREATE INDEX referrals_referralhistory_person_id_ef0c67b2 ON public.referrals_referralhistory USING btree (person_id);
CREATE INDEX referrals_referralhistory_pgh_context_id_16db920f ON public.referrals_referralhistory USING btree (pgh_context_id);
CREATE INDEX referrals_referralhistory_pgh_obj_id_e9c13592 ON public.referrals_referralhistory USING btree (pgh_obj_id);
CREATE INDEX referrals_referralhistory_referrer_id_4ccb5f80 ON public.referrals_referralhistory USING btree (referrer_id);
CREATE INDEX referrals_referralhistory_referring_organisation_id_8f27ae8b ON public.referrals_referralhistory USING btree (referring_organisation_id);
CREATE INDEX referrals_referralhistory_team_id_55bd98ce ON public.referrals_referralhistory USING btree (team_id);
CREATE INDEX referrals_referralhistory_ward_id_fa909415 ON public.referrals_referralhistory USING btree (ward_id);
CREATE INDEX referrals_relation_made_by_id_5917aed8 ON public.referrals_relation USING btree (made_by_id);
CREATE INDEX referrals_relation_person_id_64a19a27 ON public.referrals_relation USING btree (person_id);
CREATE INDEX referrals_relation_their_yes_to_id_2cef17fc ON public.referrals_relation USING btree (their_yes_to_id);
CREATE INDEX referrals_relationhistory_made_by_id_770d12a2 ON public.referrals_relationhistory USING btree (made_by_id);
CREATE INDEX referrals_relationhistory_person_id_b9a9679d ON public.referrals_relationhistory USING btree (person_id);
CREATE INDEX referrals_relationhistory_pgh_context_id_0d40a18e ON public.referrals_relationhistory USING btree (pgh_context_id);
CREATE INDEX referrals_relationhistory_pgh_obj_id_e708a90b ON public.referrals_relationhistory USING btree (pgh_obj_id);
CREATE INDEX referrals_relationhistory_their_yes_to_id_6bc145fc ON public.referrals_relationhistory USING btree (their_yes_to_id);
CREATE INDEX referrals_remainder_team_id_74893f8d ON public.referrals_remainder USING btree (team_id);
CREATE INDEX referrals_remainder_ward_id_726e3fcd ON public.referrals_remainder USING btree (ward_id);
CREATE INDEX referrals_reply_referral_id_b2d3bbac ON public.referrals_reply USING btree (referral_id);
CREATE INDEX referrals_restriction_asked_by_id_5bccb7f9 ON public.referrals_restriction USING btree (asked_by_id);
CREATE INDEX referrals_restriction_lift_asked_by_id_7273c3b6 ON public.referrals_restriction USING btree (lift_asked_by_id);
CREATE INDEX referrals_restriction_lifted_by_id_63c355af ON public.referrals_restriction USING btree (lifted_by_id);
CREATE INDEX referrals_restriction_owner_id_9f029681 ON public.referrals_restriction USING btree (owner_id);
CREATE INDEX referrals_restriction_person_id_0b8519fe ON public.referrals_restriction USING btree (person_id);
CREATE INDEX referrals_restriction_referral_id_69d18aa5 ON public.referrals_restriction USING btree (referral_id);
CREATE INDEX referrals_restriction_set_by_id_b3947114 ON public.referrals_restriction USING btree (set_by_id);
CREATE INDEX referrals_safeguardinglead_named_by_id_23e569b1 ON public.referrals_safeguardinglead USING btree (named_by_id);
CREATE INDEX referrals_safeguardinglead_scheme_id_0db93a60 ON public.referrals_safeguardinglead USING btree (scheme_id);
CREATE INDEX referrals_safeguardinglead_team_id_5b9a053c ON public.referrals_safeguardinglead USING btree (team_id);
CREATE INDEX referrals_safeguardinglead_user_id_b855f324 ON public.referrals_safeguardinglead USING btree (user_id);
CREATE INDEX referrals_savedview_user_id_fcac9548 ON public.referrals_savedview USING btree (user_id);
CREATE INDEX referrals_sessionoff_by_id_8fc6c4a9 ON public.referrals_sessionoff USING btree (by_id);
CREATE INDEX referrals_sessionoff_service_id_d94fc8dd ON public.referrals_sessionoff USING btree (service_id);
CREATE INDEX referrals_sheet_by_id_231a8227 ON public.referrals_sheet USING btree (by_id);
CREATE INDEX referrals_sheet_register_id_61692442 ON public.referrals_sheet USING btree (register_id);
CREATE INDEX referrals_speaktolead_referral_id_8277d661 ON public.referrals_speaktolead USING btree (referral_id);
CREATE INDEX referrals_stepsaid_by_id_4678cda2 ON public.referrals_stepsaid USING btree (by_id);
CREATE INDEX referrals_stepsaid_referral_id_bd17df3c ON public.referrals_stepsaid USING btree (referral_id);
CREATE INDEX referrals_stepsaid_step_id_acf8c771 ON public.referrals_stepsaid USING btree (step_id);
CREATE INDEX referrals_stepwords_by_id_489d3043 ON public.referrals_stepwords USING btree (by_id);
CREATE INDEX referrals_stepwords_referral_id_4bb0ef06 ON public.referrals_stepwords USING btree (referral_id);
CREATE INDEX referrals_task_done_by_id_c7df6acf ON public.referrals_task USING btree (done_by_id);
CREATE INDEX referrals_task_made_by_id_4e66f0bb ON public.referrals_task USING btree (made_by_id);
CREATE INDEX referrals_task_owner_id_aeccca2d ON public.referrals_task USING btree (owner_id);
CREATE INDEX referrals_task_referral_id_459c1701 ON public.referrals_task USING btree (referral_id);
CREATE INDEX referrals_transfer_asked_by_id_cff670e4 ON public.referrals_transfer USING btree (asked_by_id);
CREATE INDEX referrals_transfer_referral_id_9a9c39fb ON public.referrals_transfer USING btree (referral_id);
CREATE INDEX referrals_transfer_to_team_id_98d2ba6d ON public.referrals_transfer USING btree (to_team_id);
CREATE INDEX referrals_unwanted_user_id_99e3fd7c ON public.referrals_unwanted USING btree (user_id);
CREATE INDEX referrals_visit_buddy_id_88868ecd ON public.referrals_visit USING btree (buddy_id);
CREATE INDEX referrals_visit_made_by_id_831b8d5c ON public.referrals_visit USING btree (made_by_id);
CREATE INDEX referrals_visit_referral_id_6521494b ON public.referrals_visit USING btree (referral_id);
CREATE INDEX referrals_visit_who_id_9271b79d ON public.referrals_visit USING btree (who_id);
CREATE INDEX referrals_volunteer_approved_by_id_e6d72545 ON public.referrals_volunteer USING btree (approved_by_id);
CREATE INDEX referrals_volunteer_team_id_22c80acb ON public.referrals_volunteer USING btree (team_id);
CREATE INDEX referrals_volunteer_user_id_4e599595 ON public.referrals_volunteer USING btree (user_id);
CREATE INDEX referrals_volunteer_ward_id_3476c38c ON public.referrals_volunteer USING btree (ward_id);
CREATE INDEX referrals_volunteercheck_seen_by_id_34251104 ON public.referrals_volunteercheck USING btree (seen_by_id);
CREATE INDEX referrals_volunteercheck_volunteer_id_731d18c4 ON public.referrals_volunteercheck USING btree (volunteer_id);
CREATE INDEX referrals_volunteerlesson_noted_by_id_de108dfd ON public.referrals_volunteerlesson USING btree (noted_by_id);
CREATE INDEX referrals_volunteerlesson_volunteer_id_297a9ec3 ON public.referrals_volunteerlesson USING btree (volunteer_id);
CREATE INDEX referrals_volunteerstep_by_id_dc585990 ON public.referrals_volunteerstep USING btree (by_id);
CREATE INDEX referrals_volunteerstep_volunteer_id_ee2196ce ON public.referrals_volunteerstep USING btree (volunteer_id);
CREATE INDEX referrals_wait_connection_id_5f1a4f71 ON public.referrals_wait USING btree (connection_id);
CREATE INDEX referrals_wait_joined_by_id_26e2ef9a ON public.referrals_wait USING btree (joined_by_id);
CREATE INDEX referrals_wait_referral_id_1cca8f8c ON public.referrals_wait USING btree (referral_id);
CREATE INDEX referrals_wait_service_id_87cd091c ON public.referrals_wait USING btree (service_id);
CREATE INDEX referrals_wanting_by_id_1b56f8eb ON public.referrals_wanting USING btree (by_id);
CREATE INDEX referrals_wanting_connection_id_81320348 ON public.referrals_wanting USING btree (connection_id);
CREATE INDEX referrals_wanting_question_id_9e285470 ON public.referrals_wanting USING btree (question_id);
CREATE INDEX referrals_wanting_referral_id_e32abe32 ON public.referrals_wanting USING btree (referral_id);
CREATE INDEX referrals_whilewaiting_done_by_id_fe434d40 ON public.referrals_whilewaiting USING btree (done_by_id);
CREATE INDEX referrals_whilewaiting_made_by_id_a71ecde5 ON public.referrals_whilewaiting USING btree (made_by_id);
CREATE INDEX referrals_whilewaiting_referral_id_417fd785 ON public.referrals_whilewaiting USING btree (referral_id);
CREATE INDEX referrals_whilewaiting_service_id_88b8958b ON public.referrals_whilewaiting USING btree (service_id);
CREATE INDEX reply_under_way ON public.referrals_reply USING btree (sent_at, made_at);
CREATE INDEX revision_latest ON public.directory_revision USING btree (service_id, at DESC);
CREATE UNIQUE INDEX round_once ON public.referrals_partner USING btree (referral_id, user_id) WHERE (ended_at IS NULL);
CREATE INDEX search_entry_gin ON public.directory_searchentry USING gin (words, cells, tags) WITH (fastupdate=off);
CREATE INDEX search_entry_names ON public.directory_searchentry USING gin (ts_filter(words, '{a}'::"char"[]), cells) WITH (fastupdate=off);
CREATE INDEX service_check_by ON public.directory_service USING btree (check_by);
CREATE INDEX service_name_begins ON public.directory_service USING btree (public.directory_plain((name)::text) COLLATE "C" text_pattern_ops);
CREATE INDEX session_off_to_follow ON public.referrals_sessionoff USING btree (said_at) WHERE (followed_at IS NULL);
CREATE UNIQUE INDEX shut_once ON public.referrals_crisisclosure USING btree (crisis_id, service_id) WHERE (opened_at IS NULL);
CREATE INDEX signpost_when ON public.directory_signpost USING btree (service_id, at);
CREATE INDEX street_by_name ON public.places_street USING btree (folded);
CREATE INDEX task_to_do ON public.referrals_task USING btree (owner_id, due_on) WHERE (done_at IS NULL);
CREATE INDEX trainee_email ON public.people_trainee USING btree (email);
CREATE UNIQUE INDEX unfound_once_a_day ON public.directory_unfound USING btree (day, area_id, words, eased) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX verification_latest ON public.directory_verification USING btree (service_id, at DESC);
CREATE INDEX visit_alarm ON public.referrals_visit USING btree (ends_at) WHERE ((called_off_at IS NULL) AND (left_at IS NULL));
CREATE INDEX visit_diary ON public.referrals_visit USING btree (who_id, starts_at);
CREATE INDEX volunteer_stage ON public.referrals_volunteer USING btree (team_id, stage);
CREATE INDEX wait_turn ON public.referrals_wait USING btree (service_id, joined_at) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX waits_once ON public.referrals_wait USING btree (connection_id) WHERE (ended_at IS NULL);
CREATE INDEX while_waiting_due ON public.referrals_whilewaiting USING btree (due_on) WHERE (done_at IS NULL);
CREATE INDEX wish_standing ON public.outcomes_wish USING btree (authority_id, standing);
CREATE TRIGGER directory_after_words AFTER INSERT ON public.directory_word REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.directory_after_words();
CREATE TRIGGER directory_before_word BEFORE INSERT ON public.directory_word FOR EACH ROW EXECUTE FUNCTION public.directory_before_word();
CREATE TRIGGER directory_spoken AFTER INSERT OR DELETE OR UPDATE ON public.directory_audience FOR EACH ROW EXECUTE FUNCTION public.directory_spoken('for');
CREATE TRIGGER directory_spoken AFTER INSERT OR DELETE OR UPDATE ON public.directory_need FOR EACH ROW EXECUTE FUNCTION public.directory_spoken('need');
CREATE TRIGGER directory_spoken AFTER INSERT OR DELETE OR UPDATE ON public.directory_synonym FOR EACH ROW EXECUTE FUNCTION public.directory_spoken('said');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_capacity FOR EACH ROW EXECUTE FUNCTION public.directory_touch('service_id', 'listing');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_costoption FOR EACH ROW EXECUTE FUNCTION public.directory_touch('service_id', 'listing');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_onlinecommunity FOR EACH ROW EXECUTE FUNCTION public.directory_touch('service_id', 'listing');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_schedule FOR EACH ROW EXECUTE FUNCTION public.directory_touch('service_id', 'listing');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_service FOR EACH ROW EXECUTE FUNCTION public.directory_touch('id', 'listing');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_service_audiences FOR EACH ROW EXECUTE FUNCTION public.directory_touch('service_id', 'listing');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_service_needs FOR EACH ROW EXECUTE FUNCTION public.directory_touch('service_id', 'listing');
CREATE TRIGGER directory_touch_listing AFTER INSERT OR DELETE OR UPDATE ON public.directory_serviceatlocation FOR EACH ROW EXECUTE FUNCTION public.directory_touch('service_id', 'listing');
CREATE TRIGGER directory_touch_location AFTER UPDATE ON public.directory_location FOR EACH ROW EXECUTE FUNCTION public.directory_touch('id', 'location');
CREATE TRIGGER directory_touch_organisation AFTER UPDATE OF name ON public.people_organisation FOR EACH ROW EXECUTE FUNCTION public.directory_touch('id', 'organisation');
CREATE TRIGGER only_leaves BEFORE UPDATE ON public.referrals_partner FOR EACH ROW EXECUTE FUNCTION public.referrals_only_leaves();
CREATE TRIGGER own_person BEFORE INSERT OR UPDATE OF person_id ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION public.referrals_own_person();
CREATE TRIGGER pgtrigger_append_only_07004 BEFORE DELETE OR UPDATE ON public.referrals_noted FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_07004();
COMMENT ON TRIGGER pgtrigger_append_only_07004 ON public.referrals_noted IS '70cf0a96de206ca08dec0077a0968b319e2171c5';
CREATE TRIGGER pgtrigger_append_only_104f1 BEFORE DELETE OR UPDATE ON public.outcomes_storystep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_104f1();
COMMENT ON TRIGGER pgtrigger_append_only_104f1 ON public.outcomes_storystep IS '7da6caefa765097a8b9d28607ea4c14345a3f102';
CREATE TRIGGER pgtrigger_append_only_17a98 BEFORE DELETE OR UPDATE ON public.outcomes_goalrating FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_17a98();
COMMENT ON TRIGGER pgtrigger_append_only_17a98 ON public.outcomes_goalrating IS '54e6b66dbdf3e6ba2376a6a56bd9f7524bc98868';
CREATE TRIGGER pgtrigger_append_only_1a038 BEFORE DELETE OR UPDATE ON public.referrals_moved FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1a038();
COMMENT ON TRIGGER pgtrigger_append_only_1a038 ON public.referrals_moved IS 'c1afa7f12feda6b821c1df81d9fda59d8588800d';
CREATE TRIGGER pgtrigger_append_only_24644 BEFORE DELETE OR UPDATE ON public.referrals_line FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_24644();
COMMENT ON TRIGGER pgtrigger_append_only_24644 ON public.referrals_line IS '98102e47a9244d06acfb6c198889f2d2fffe8b25';
CREATE TRIGGER pgtrigger_append_only_3d4f5 BEFORE DELETE OR UPDATE ON public.people_competencyrating FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3d4f5();
COMMENT ON TRIGGER pgtrigger_append_only_3d4f5 ON public.people_competencyrating IS '9706c2dd346a9d0d4394b49673f2c1356984f2dd';
CREATE TRIGGER pgtrigger_append_only_5359a BEFORE DELETE OR UPDATE ON public.referrals_referralhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5359a();
COMMENT ON TRIGGER pgtrigger_append_only_5359a ON public.referrals_referralhistory IS '32274b83fd32f9ccc41c11a8efa42a6dceee9e47';
CREATE TRIGGER pgtrigger_append_only_54db5 BEFORE DELETE OR UPDATE ON public.referrals_relationhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_54db5();
COMMENT ON TRIGGER pgtrigger_append_only_54db5 ON public.referrals_relationhistory IS 'a909586c9246142afb187fc9c9838b31d3739594';
CREATE TRIGGER pgtrigger_append_only_5a7da BEFORE DELETE OR UPDATE ON public.referrals_attendance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5a7da();
COMMENT ON TRIGGER pgtrigger_append_only_5a7da ON public.referrals_attendance IS '9976c2328f7c75adf54adf295fa460ff7e570cf7';
CREATE TRIGGER pgtrigger_append_only_6d786 BEFORE DELETE OR UPDATE ON public.referrals_particularshistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6d786();
COMMENT ON TRIGGER pgtrigger_append_only_6d786 ON public.referrals_particularshistory IS '78720063aec74177aeeb8fdf32a3d14891055d9f';
CREATE TRIGGER pgtrigger_append_only_7761d BEFORE DELETE OR UPDATE ON public.audit_access FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7761d();
COMMENT ON TRIGGER pgtrigger_append_only_7761d ON public.audit_access IS '00e7d6be01fa15e6cd87a434a3bf37497331d85e';
CREATE TRIGGER pgtrigger_append_only_79536 BEFORE DELETE OR UPDATE ON public.referrals_contactattempt FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_79536();
COMMENT ON TRIGGER pgtrigger_append_only_79536 ON public.referrals_contactattempt IS '8bf42b503bb00fcd5ed0a1d383cb2c9058b5f136';
CREATE TRIGGER pgtrigger_append_only_7e349 BEFORE DELETE OR UPDATE ON public.outcomes_goal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7e349();
COMMENT ON TRIGGER pgtrigger_append_only_7e349 ON public.outcomes_goal IS 'a228a6b1128245d5c4d37b5b2e81e8101b2fc4a7';
CREATE TRIGGER pgtrigger_append_only_7f694 BEFORE DELETE OR UPDATE ON public.referrals_consent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7f694();
COMMENT ON TRIGGER pgtrigger_append_only_7f694 ON public.referrals_consent IS 'bc3c2fb4fe92b81a6608fcc0e9fa6d4974505350';
CREATE TRIGGER pgtrigger_append_only_82c5c BEFORE DELETE OR UPDATE ON public.referrals_reason FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_82c5c();
COMMENT ON TRIGGER pgtrigger_append_only_82c5c ON public.referrals_reason IS '0419f22bf12c5d00c7484d483ca9a45f3720ed8f';
CREATE TRIGGER pgtrigger_append_only_840c5 BEFORE DELETE OR UPDATE ON public.outcomes_equalityanswers FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_840c5();
COMMENT ON TRIGGER pgtrigger_append_only_840c5 ON public.outcomes_equalityanswers IS '7cb09e9fdec138031f8788a4c68459ea7e165d82';
CREATE TRIGGER pgtrigger_append_only_86af3 BEFORE DELETE OR UPDATE ON public.outcomes_goaltag FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_86af3();
COMMENT ON TRIGGER pgtrigger_append_only_86af3 ON public.outcomes_goaltag IS 'bc9289e37f9fd2af0b6e777950de663763300304';
CREATE TRIGGER pgtrigger_append_only_8700e BEFORE DELETE OR UPDATE ON public.referrals_volunteerstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8700e();
COMMENT ON TRIGGER pgtrigger_append_only_8700e ON public.referrals_volunteerstep IS 'b738a3c1de791c2820eabc2657b139de68d34587';
CREATE TRIGGER pgtrigger_append_only_88c43 BEFORE DELETE OR UPDATE ON public.referrals_howitwas FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_88c43();
COMMENT ON TRIGGER pgtrigger_append_only_88c43 ON public.referrals_howitwas IS '3563ba45a165ab5ad79f436b5115c4d665f04e77';
CREATE TRIGGER pgtrigger_append_only_9806a BEFORE DELETE OR UPDATE ON public.referrals_note FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9806a();
COMMENT ON TRIGGER pgtrigger_append_only_9806a ON public.referrals_note IS '774887fd87ce8c40bb79697e11e634a34421a06f';
CREATE TRIGGER pgtrigger_append_only_9e6b6 BEFORE DELETE OR UPDATE ON public.referrals_statement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9e6b6();
COMMENT ON TRIGGER pgtrigger_append_only_9e6b6 ON public.referrals_statement IS '0ac3e91149827e6cf27042b3c1cc9ab192b381b2';
CREATE TRIGGER pgtrigger_append_only_a2929 BEFORE DELETE OR UPDATE ON public.referrals_connectionhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a2929();
COMMENT ON TRIGGER pgtrigger_append_only_a2929 ON public.referrals_connectionhistory IS '50a4b2557a06b8a52902bc634fbf34de09119bd4';
CREATE TRIGGER pgtrigger_append_only_a40eb BEFORE DELETE OR UPDATE ON public.referrals_stepsaid FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a40eb();
COMMENT ON TRIGGER pgtrigger_append_only_a40eb ON public.referrals_stepsaid IS 'f94d6eed1ffca1651ab58b86463288e689855938';
CREATE TRIGGER pgtrigger_append_only_a6098 BEFORE DELETE OR UPDATE ON public.referrals_sheet FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a6098();
COMMENT ON TRIGGER pgtrigger_append_only_a6098 ON public.referrals_sheet IS 'fedc670589e3b87dc1d07a0ac54b1a4c6629cb3a';
CREATE TRIGGER pgtrigger_append_only_aa7e5 BEFORE DELETE OR UPDATE ON public.referrals_personhistory FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_aa7e5();
COMMENT ON TRIGGER pgtrigger_append_only_aa7e5 ON public.referrals_personhistory IS 'a0c701abdd7b26d5d980fe421d4d0be4f6329299';
CREATE TRIGGER pgtrigger_append_only_ac0ad BEFORE DELETE OR UPDATE ON public.referrals_lineread FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ac0ad();
COMMENT ON TRIGGER pgtrigger_append_only_ac0ad ON public.referrals_lineread IS 'fea9be783a8a2a42d0096e8010baca8190b305ee';
CREATE TRIGGER pgtrigger_append_only_bf9e2 BEFORE DELETE OR UPDATE ON public.referrals_stepwords FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bf9e2();
COMMENT ON TRIGGER pgtrigger_append_only_bf9e2 ON public.referrals_stepwords IS '6792459ee9eea5725922a164d8980d182457e213';
CREATE TRIGGER pgtrigger_append_only_bfaf3 BEFORE DELETE OR UPDATE ON public.audit_rightschange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bfaf3();
COMMENT ON TRIGGER pgtrigger_append_only_bfaf3 ON public.audit_rightschange IS '89251462e9c5f4413fe3e424b758b7531770cb48';
CREATE TRIGGER pgtrigger_append_only_d0304 BEFORE DELETE OR UPDATE ON public.referrals_referralevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d0304();
COMMENT ON TRIGGER pgtrigger_append_only_d0304 ON public.referrals_referralevent IS '1a61dcd844caf3ca043cd5fc836a4fbfb5122b75';
CREATE TRIGGER pgtrigger_append_only_d4003 BEFORE DELETE OR UPDATE ON public.referrals_crisissaid FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d4003();
COMMENT ON TRIGGER pgtrigger_append_only_d4003 ON public.referrals_crisissaid IS '0baa5d1e055c9b49167bf0277bf96989184eeb6e';
CREATE TRIGGER pgtrigger_append_only_d41a7 BEFORE DELETE OR UPDATE ON public.outcomes_equalityasked FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d41a7();
COMMENT ON TRIGGER pgtrigger_append_only_d41a7 ON public.outcomes_equalityasked IS 'f33ab52bc06c36155b22328b4e7f74c92dbedbab';
CREATE TRIGGER pgtrigger_append_only_d92c3 BEFORE DELETE OR UPDATE ON public.referrals_apart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d92c3();
COMMENT ON TRIGGER pgtrigger_append_only_d92c3 ON public.referrals_apart IS '70b5bc1be78a65f699255552743581616e4cc0b4';
CREATE TRIGGER pgtrigger_append_only_f0a74 BEFORE DELETE OR UPDATE ON public.outcomes_reading FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f0a74();
COMMENT ON TRIGGER pgtrigger_append_only_f0a74 ON public.outcomes_reading IS '70ff946c80ac79c2416c5fbb0627c4b6a28fae52';
CREATE TRIGGER pgtrigger_append_only_f1003 BEFORE DELETE OR UPDATE ON public.referrals_concernstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f1003();
COMMENT ON TRIGGER pgtrigger_append_only_f1003 ON public.referrals_concernstep IS '307659cddcfe43bb63fdb1f37171f3e1719366f3';
CREATE TRIGGER pgtrigger_append_only_ff564 BEFORE DELETE OR UPDATE ON public.referrals_healthychat FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ff564();
COMMENT ON TRIGGER pgtrigger_append_only_ff564 ON public.referrals_healthychat IS 'cd557b3f7b5e237070513d91840bec17fcf69587';
CREATE TRIGGER pgtrigger_as_told_70b0a BEFORE UPDATE ON public.referrals_concern FOR EACH ROW WHEN ((((old.reference)::text IS DISTINCT FROM (new.reference)::text) OR (old.referral_id IS DISTINCT FROM new.referral_id) OR (old.team_id IS DISTINCT FROM new.team_id) OR (old.raised_by_id IS DISTINCT FROM new.raised_by_id) OR (old.raised_at IS DISTINCT FROM new.raised_at) OR (old.about IS DISTINCT FROM new.about) OR (old.happened IS DISTINCT FROM new.happened) OR (old.their_words IS DISTINCT FROM new.their_words) OR ((old.asked)::text IS DISTINCT FROM (new.asked)::text) OR (old.wishes IS DISTINCT FROM new.wishes) OR (old.raiser IS DISTINCT FROM new.raiser) OR (old.kinds IS DISTINCT FROM new.kinds) OR (old.child IS DISTINCT FROM new.child) OR ((old.now)::text IS DISTINCT FROM (new.now)::text) OR (old.quiet IS DISTINCT FROM new.quiet))) EXECUTE FUNCTION public.pgtrigger_as_told_70b0a();
COMMENT ON TRIGGER pgtrigger_as_told_70b0a ON public.referrals_concern IS '605f6b0c947bc819aa0d55681b130943ffc3e5f1';
CREATE TRIGGER pgtrigger_as_written_a2ecf BEFORE UPDATE ON public.referrals_heard FOR EACH ROW WHEN (((old.text IS DISTINCT FROM new.text) OR ((old.door)::text IS DISTINCT FROM (new.door)::text) OR (old.by_id IS DISTINCT FROM new.by_id) OR (old.link_id IS DISTINCT FROM new.link_id) OR (old.at IS DISTINCT FROM new.at) OR (old.danger IS DISTINCT FROM new.danger) OR (old.because IS DISTINCT FROM new.because))) EXECUTE FUNCTION public.pgtrigger_as_written_a2ecf();
COMMENT ON TRIGGER pgtrigger_as_written_a2ecf ON public.referrals_heard IS '24bb403426b552d730e37ea66e65703f2ce345ca';
CREATE TRIGGER pgtrigger_born_submitted_fb5f2 BEFORE INSERT ON public.referrals_referral FOR EACH ROW WHEN ((NOT ((new.state)::text = 'submitted'::text))) EXECUTE FUNCTION public.pgtrigger_born_submitted_fb5f2();
COMMENT ON TRIGGER pgtrigger_born_submitted_fb5f2 ON public.referrals_referral IS '9281442afd054ff8035781aceeeee8493805dc06';
CREATE TRIGGER pgtrigger_insert_insert_2759c AFTER INSERT ON public.referrals_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2759c();
COMMENT ON TRIGGER pgtrigger_insert_insert_2759c ON public.referrals_person IS '47715fbfa2d442733687c3382ac6e37e0313d341';
CREATE TRIGGER pgtrigger_insert_insert_4f80b AFTER INSERT ON public.referrals_particulars FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4f80b();
COMMENT ON TRIGGER pgtrigger_insert_insert_4f80b ON public.referrals_particulars IS '7a96738c1eb5f49905702de2296d85f405c9480b';
CREATE TRIGGER pgtrigger_insert_insert_85ae8 AFTER INSERT ON public.referrals_relation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_85ae8();
COMMENT ON TRIGGER pgtrigger_insert_insert_85ae8 ON public.referrals_relation IS '27318e387b76b2da785e492ccc16bed14f560168';
CREATE TRIGGER pgtrigger_insert_insert_a74c8 AFTER INSERT ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a74c8();
COMMENT ON TRIGGER pgtrigger_insert_insert_a74c8 ON public.referrals_referral IS '6fff90100665f9e461d64a87b66d682918177dce';
CREATE TRIGGER pgtrigger_insert_insert_cf947 AFTER INSERT ON public.referrals_connection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_cf947();
COMMENT ON TRIGGER pgtrigger_insert_insert_cf947 ON public.referrals_connection IS '9770b95a8dfb6ec2998f82edeecdf712b892bf0b';
CREATE TRIGGER pgtrigger_moves_d78a7 BEFORE UPDATE ON public.outcomes_story FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_moves_d78a7();
COMMENT ON TRIGGER pgtrigger_moves_d78a7 ON public.outcomes_story IS 'a68f40710aeeb7086eb18b4c35009bbcecfea8b0';
CREATE TRIGGER pgtrigger_moves_e0da4 BEFORE UPDATE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_moves_e0da4();
COMMENT ON TRIGGER pgtrigger_moves_e0da4 ON public.referrals_referral IS 'f031262871d11fc7cf634c3a2660a781affc0e38';
CREATE TRIGGER pgtrigger_read_once_8de0d BEFORE UPDATE ON public.referrals_heard FOR EACH ROW WHEN (((old.read_at IS NOT NULL) AND ((old.read_at IS DISTINCT FROM new.read_at) OR (old.read_by_id IS DISTINCT FROM new.read_by_id) OR ((old.did)::text IS DISTINCT FROM (new.did)::text) OR (old.note IS DISTINCT FROM new.note) OR (old.reader_id IS DISTINCT FROM new.reader_id) OR (old.escalated_to_id IS DISTINCT FROM new.escalated_to_id) OR (old.referral_id IS DISTINCT FROM new.referral_id) OR (old.team_id IS DISTINCT FROM new.team_id) OR (old.due_at IS DISTINCT FROM new.due_at)))) EXECUTE FUNCTION public.pgtrigger_read_once_8de0d();
COMMENT ON TRIGGER pgtrigger_read_once_8de0d ON public.referrals_heard IS 'c45fa09d3debd51b3c92c43ab78f68cc903cf37d';
CREATE TRIGGER pgtrigger_update_update_223e7 AFTER UPDATE ON public.referrals_referral FOR EACH ROW WHEN (((old.age_then IS DISTINCT FROM new.age_then) OR ((old.assessed_weight)::text IS DISTINCT FROM (new.assessed_weight)::text) OR (old.came_from_id IS DISTINCT FROM new.came_from_id) OR (old.closed_at IS DISTINCT FROM new.closed_at) OR ((old.closed_why)::text IS DISTINCT FROM (new.closed_why)::text) OR (old.connector_id IS DISTINCT FROM new.connector_id) OR (old.decided_at IS DISTINCT FROM new.decided_at) OR (old.domains IS DISTINCT FROM new.domains) OR (old.domains_asked IS DISTINCT FROM new.domains_asked) OR (old.entered_by_id IS DISTINCT FROM new.entered_by_id) OR ((old.expected_weight)::text IS DISTINCT FROM (new.expected_weight)::text) OR (old.first_attempt_at IS DISTINCT FROM new.first_attempt_at) OR (old.first_contact_at IS DISTINCT FROM new.first_contact_at) OR (old.first_meeting_at IS DISTINCT FROM new.first_meeting_at) OR ((old.first_time)::text IS DISTINCT FROM (new.first_time)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.lead_id IS DISTINCT FROM new.lead_id) OR (old.named IS DISTINCT FROM new.named) OR ((old.named_as)::text IS DISTINCT FROM (new.named_as)::text) OR (old.next_on IS DISTINCT FROM new.next_on) OR ((old.next_step)::text IS DISTINCT FROM (new.next_step)::text) OR (old.outsider_id IS DISTINCT FROM new.outsider_id) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.plan_agreed_at IS DISTINCT FROM new.plan_agreed_at) OR ((old.reference)::text IS DISTINCT FROM (new.reference)::text) OR (old.referrer_id IS DISTINCT FROM new.referrer_id) OR ((old.referrer_job)::text IS DISTINCT FROM (new.referrer_job)::text) OR (old.referrer_trained IS DISTINCT FROM new.referrer_trained) OR (old.referring_organisation_id IS DISTINCT FROM new.referring_organisation_id) OR (old.refused IS DISTINCT FROM new.refused) OR (old.respond_by IS DISTINCT FROM new.respond_by) OR ((old.source)::text IS DISTINCT FROM (new.source)::text) OR (old.spot_easting IS DISTINCT FROM new.spot_easting) OR (old.spot_northing IS DISTINCT FROM new.spot_northing) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.submitted_at IS DISTINCT FROM new.submitted_at) OR (old.team_id IS DISTINCT FROM new.team_id) OR (old.through_referrer IS DISTINCT FROM new.through_referrer) OR ((old.told)::text IS DISTINCT FROM (new.told)::text) OR (old.urgent IS DISTINCT FROM new.urgent) OR (old.wants IS DISTINCT FROM new.wants) OR (old.ward_id IS DISTINCT FROM new.ward_id) OR (old.words IS DISTINCT FROM new.words))) EXECUTE FUNCTION public.pgtrigger_update_update_223e7();
COMMENT ON TRIGGER pgtrigger_update_update_223e7 ON public.referrals_referral IS '6ea632fcb3de148c02d7c79ba27bb17e160fe81c';
CREATE TRIGGER pgtrigger_update_update_2863a AFTER UPDATE ON public.referrals_relation FOR EACH ROW WHEN (((old.ended_at IS DISTINCT FROM new.ended_at) OR (old.id IS DISTINCT FROM new.id) OR (old.is_carer IS DISTINCT FROM new.is_carer) OR (old.lives_with IS DISTINCT FROM new.lives_with) OR (old.made_at IS DISTINCT FROM new.made_at) OR (old.made_by_id IS DISTINCT FROM new.made_by_id) OR ((old.may_speak)::text IS DISTINCT FROM (new.may_speak)::text) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.needs)::text IS DISTINCT FROM (new.needs)::text) OR (old.person_id IS DISTINCT FROM new.person_id) OR ((old.phone)::text IS DISTINCT FROM (new.phone)::text) OR ((old.their_yes)::text IS DISTINCT FROM (new.their_yes)::text) OR (old.their_yes_on IS DISTINCT FROM new.their_yes_on) OR (old.their_yes_to_id IS DISTINCT FROM new.their_yes_to_id) OR ((old.tie)::text IS DISTINCT FROM (new.tie)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_2863a();
COMMENT ON TRIGGER pgtrigger_update_update_2863a ON public.referrals_relation IS '483f517c80200937d27d2e8ec39555a48f1434db';
CREATE TRIGGER pgtrigger_update_update_a26d5 AFTER UPDATE ON public.referrals_person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a26d5();
COMMENT ON TRIGGER pgtrigger_update_update_a26d5 ON public.referrals_person IS 'fda2592a3e40f123d25ed2cd6d092e36488c7dc2';
CREATE TRIGGER pgtrigger_update_update_c20eb AFTER UPDATE ON public.referrals_connection FOR EACH ROW WHEN (((old.agreed_at IS DISTINCT FROM new.agreed_at) OR (old.ended_at IS DISTINCT FROM new.ended_at) OR ((old.ended_why)::text IS DISTINCT FROM (new.ended_why)::text) OR (old.first_attended_at IS DISTINCT FROM new.first_attended_at) OR (old.first_offered_at IS DISTINCT FROM new.first_offered_at) OR (old.id IS DISTINCT FROM new.id) OR (old.introduced_at IS DISTINCT FROM new.introduced_at) OR (old.last_attended_at IS DISTINCT FROM new.last_attended_at) OR (old.made_at IS DISTINCT FROM new.made_at) OR (old.made_by_id IS DISTINCT FROM new.made_by_id) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.referral_id IS DISTINCT FROM new.referral_id) OR (old.service_id IS DISTINCT FROM new.service_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_c20eb();
COMMENT ON TRIGGER pgtrigger_update_update_c20eb ON public.referrals_connection IS 'a1e2dadfcb054606550503814bb674b001a4ebcd';
CREATE TRIGGER pgtrigger_update_update_cfb3f AFTER UPDATE ON public.referrals_particulars FOR EACH ROW WHEN (((old.changed_at IS DISTINCT FROM new.changed_at) OR (old.changed_by_id IS DISTINCT FROM new.changed_by_id) OR (old.contact_methods IS DISTINCT FROM new.contact_methods) OR (old.formats IS DISTINCT FROM new.formats) OR (old.id IS DISTINCT FROM new.id) OR (old.interests IS DISTINCT FROM new.interests) OR ((old.interpreter)::text IS DISTINCT FROM (new.interpreter)::text) OR ((old.needs_asked)::text IS DISTINCT FROM (new.needs_asked)::text) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.professionals IS DISTINCT FROM new.professionals) OR (old.reviewed_on IS DISTINCT FROM new.reviewed_on) OR ((old.spoken_language)::text IS DISTINCT FROM (new.spoken_language)::text) OR (old.strengths IS DISTINCT FROM new.strengths) OR (old.supports IS DISTINCT FROM new.supports))) EXECUTE FUNCTION public.pgtrigger_update_update_cfb3f();
COMMENT ON TRIGGER pgtrigger_update_update_cfb3f ON public.referrals_particulars IS '217411bff67aed2681d731055080e6af1aa2c89c';
CREATE TRIGGER pgtrigger_written_once_3619d BEFORE DELETE OR UPDATE ON public.outcomes_counted FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_3619d();
COMMENT ON TRIGGER pgtrigger_written_once_3619d ON public.outcomes_counted IS '712e1e4e5ff021503e7c03bc23f0f70220544886';
CREATE TRIGGER pgtrigger_written_once_417ba BEFORE DELETE OR UPDATE ON public.outcomes_framework FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_417ba();
COMMENT ON TRIGGER pgtrigger_written_once_417ba ON public.outcomes_framework IS '0db321ae26edf69cece0f47898cdbbd8c8ec5013';
CREATE TRIGGER pgtrigger_written_once_43fe6 BEFORE DELETE OR UPDATE ON public.outcomes_wishstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_43fe6();
COMMENT ON TRIGGER pgtrigger_written_once_43fe6 ON public.outcomes_wishstep IS '0d04696a8fb0364e8e64bd0a441d5e80ece682ef';
CREATE TRIGGER pgtrigger_written_once_4726c BEFORE DELETE OR UPDATE ON public.outcomes_told FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_4726c();
COMMENT ON TRIGGER pgtrigger_written_once_4726c ON public.outcomes_told IS '829393275ce02a7189497800a9d0df3130d0caa3';
CREATE TRIGGER pgtrigger_written_once_4aea3 BEFORE DELETE OR UPDATE ON public.outcomes_outcome FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_4aea3();
COMMENT ON TRIGGER pgtrigger_written_once_4aea3 ON public.outcomes_outcome IS '7f420dbeedd6f81f4d692e7421fac1cbec92b02b';
CREATE TRIGGER pgtrigger_written_once_b039f BEFORE DELETE OR UPDATE ON public.outcomes_aim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_b039f();
COMMENT ON TRIGGER pgtrigger_written_once_b039f ON public.outcomes_aim IS '25c91ed12ecdcd2b69fc0b29755bac8a9ab59dc3';
CREATE TRIGGER pgtrigger_written_once_c67ba BEFORE DELETE OR UPDATE ON public.outcomes_groupcount FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_c67ba();
COMMENT ON TRIGGER pgtrigger_written_once_c67ba ON public.outcomes_groupcount IS '65d58ebe29f427f53bd190d7b536edd42ece9e7b';
CREATE TRIGGER pgtrigger_written_once_d7960 BEFORE DELETE OR UPDATE ON public.outcomes_verdict FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_d7960();
COMMENT ON TRIGGER pgtrigger_written_once_d7960 ON public.outcomes_verdict IS '5aecf92578edb7051cba7e994290fd485000493d';
CREATE TRIGGER pgtrigger_written_once_dde54 BEFORE DELETE OR UPDATE ON public.outcomes_riskindex FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_dde54();
COMMENT ON TRIGGER pgtrigger_written_once_dde54 ON public.outcomes_riskindex IS 'c102717aaeb89889c40b5e9ea85fb5d72963938f';
CREATE TRIGGER pgtrigger_written_once_de96f BEFORE DELETE OR UPDATE ON public.outcomes_release FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_de96f();
COMMENT ON TRIGGER pgtrigger_written_once_de96f ON public.outcomes_release IS 'e0892493a08a295a3c966dc35d543243a51e6c1a';
CREATE TRIGGER pgtrigger_written_once_e04f2 BEFORE DELETE OR UPDATE ON public.outcomes_figure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_e04f2();
COMMENT ON TRIGGER pgtrigger_written_once_e04f2 ON public.outcomes_figure IS 'f19532de75cc3696332242ed11b32c2da3b0c94c';
CREATE TRIGGER pgtrigger_written_once_f1b65 BEFORE DELETE OR UPDATE ON public.outcomes_scenario FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_f1b65();
COMMENT ON TRIGGER pgtrigger_written_once_f1b65 ON public.outcomes_scenario IS 'c5701b95d9d95f2dae4231fc14b7991699d36e20';
CREATE TRIGGER pgtrigger_written_once_faa73 BEFORE DELETE OR UPDATE ON public.outcomes_countedmonth FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_faa73();
COMMENT ON TRIGGER pgtrigger_written_once_faa73 ON public.outcomes_countedmonth IS 'bbfd0f8aed1b7b9aeccc607cdba69d069977ff4b';
CREATE TRIGGER round_of AFTER INSERT OR UPDATE ON public.referrals_partner FOR EACH ROW EXECUTE FUNCTION public.referrals_round_of();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_admin_groups
    ADD CONSTRAINT directory_admin_groups_admin_id_f28ea336_fk_directory_admin_id FOREIGN KEY (admin_id) REFERENCES public.directory_admin(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_admin_groups
    ADD CONSTRAINT directory_admin_groups_group_id_f1f04f5d_fk_directory_group_id FOREIGN KEY (group_id) REFERENCES public.directory_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_ask
    ADD CONSTRAINT directory_ask_change_id_77d99311_fk_directory_changerequest_id FOREIGN KEY (change_id) REFERENCES public.directory_changerequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_ask
    ADD CONSTRAINT directory_ask_service_id_7713dd63_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_capacity
    ADD CONSTRAINT directory_capacity_by_id_fa1ecd0f_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_capacity
    ADD CONSTRAINT directory_capacity_schedule_id_c01023ff_fk_directory FOREIGN KEY (schedule_id) REFERENCES public.directory_schedule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_capacity
    ADD CONSTRAINT directory_capacity_service_id_04c4bb07_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_changerequest
    ADD CONSTRAINT directory_changerequ_decided_by_id_f0d37b7a_fk_people_us FOREIGN KEY (decided_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_changerequest
    ADD CONSTRAINT directory_changerequ_service_id_e98a35fa_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_changerequest
    ADD CONSTRAINT directory_changerequest_by_id_683492c9_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_changerequest
    ADD CONSTRAINT directory_changerequest_first_by_id_bb88e67f_fk_people_user_id FOREIGN KEY (first_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_collection
    ADD CONSTRAINT directory_collection_by_id_894d3f1d_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_collectionentry
    ADD CONSTRAINT directory_collection_collection_id_154d9f8a_fk_directory FOREIGN KEY (collection_id) REFERENCES public.directory_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_collectionentry
    ADD CONSTRAINT directory_collection_service_id_5b45b0da_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_communityadmin
    ADD CONSTRAINT directory_communitya_community_id_0f3c6c70_fk_directory FOREIGN KEY (community_id) REFERENCES public.directory_onlinecommunity(service_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_costoption
    ADD CONSTRAINT directory_costoption_service_id_12818b28_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_document
    ADD CONSTRAINT directory_document_made_by_id_4a2e7c51_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_document
    ADD CONSTRAINT directory_document_service_id_f9290a75_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicate
    ADD CONSTRAINT directory_duplicate_decided_by_id_6f07f060_fk_people_user_id FOREIGN KEY (decided_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicate
    ADD CONSTRAINT directory_duplicate_one_id_33874457_fk_directory_service_id FOREIGN KEY (one_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_duplicate
    ADD CONSTRAINT directory_duplicate_other_id_9a339bf5_fk_directory_service_id FOREIGN KEY (other_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_editornote
    ADD CONSTRAINT directory_editornote_by_id_7aedbd41_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_editornote
    ADD CONSTRAINT directory_editornote_service_id_1eeae3b7_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_feedanswer
    ADD CONSTRAINT directory_feedanswer_feed_id_5243c716_fk_directory_feed_id FOREIGN KEY (feed_id) REFERENCES public.directory_feed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_feedrun
    ADD CONSTRAINT directory_feedrun_agreed_by_id_cfce7e6e_fk_people_user_id FOREIGN KEY (agreed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_feedrun
    ADD CONSTRAINT directory_feedrun_feed_id_513bada7_fk_directory_feed_id FOREIGN KEY (feed_id) REFERENCES public.directory_feed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_gap
    ADD CONSTRAINT directory_gap_area_id_4f23c852_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_gap
    ADD CONSTRAINT directory_gap_by_id_8ed7f312_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_gap
    ADD CONSTRAINT directory_gap_need_id_994f1b47_fk_directory_need_code FOREIGN KEY (need_id) REFERENCES public.directory_need(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_gap
    ADD CONSTRAINT directory_gap_read_by_id_28c0b1d4_fk_people_user_id FOREIGN KEY (read_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_gap
    ADD CONSTRAINT directory_gap_service_id_f7af9d6a_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_group
    ADD CONSTRAINT directory_group_service_id_75028621_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_group_wards
    ADD CONSTRAINT directory_group_wards_area_id_62884014_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_group_wards
    ADD CONSTRAINT directory_group_wards_group_id_529d39c2_fk_directory_group_id FOREIGN KEY (group_id) REFERENCES public.directory_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_host
    ADD CONSTRAINT directory_host_by_id_f9e66457_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_letter
    ADD CONSTRAINT directory_letter_by_id_650bf399_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_letter_wards
    ADD CONSTRAINT directory_letter_war_letter_id_2ee6c619_fk_directory FOREIGN KEY (letter_id) REFERENCES public.directory_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_letter_wards
    ADD CONSTRAINT directory_letter_wards_area_id_cd4729e3_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_onlinecommunity
    ADD CONSTRAINT directory_onlinecomm_service_id_83e84daa_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_organisationidentifier
    ADD CONSTRAINT directory_organisati_organisation_id_6cd3ca58_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_picture
    ADD CONSTRAINT directory_picture_service_id_f5936b8c_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_poll
    ADD CONSTRAINT directory_poll_group_id_36a9c19c_fk_directory_group_id FOREIGN KEY (group_id) REFERENCES public.directory_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_pollanswer
    ADD CONSTRAINT directory_pollanswer_poll_id_623a6e68_fk_directory_poll_id FOREIGN KEY (poll_id) REFERENCES public.directory_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_pollanswer
    ADD CONSTRAINT directory_pollanswer_ward_id_766ea8ce_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_pollwords
    ADD CONSTRAINT directory_pollwords_poll_id_fb0f0ee4_fk_directory_poll_id FOREIGN KEY (poll_id) REFERENCES public.directory_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_practice
    ADD CONSTRAINT directory_practice_by_id_de3f3f95_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_practice
    ADD CONSTRAINT directory_practice_organisation_id_9fc6c531_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_practice
    ADD CONSTRAINT directory_practice_read_by_id_43731575_fk_people_user_id FOREIGN KEY (read_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_practice
    ADD CONSTRAINT directory_practice_service_id_784eb878_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_practicethanks
    ADD CONSTRAINT directory_practiceth_practice_id_10c12df0_fk_directory FOREIGN KEY (practice_id) REFERENCES public.directory_practice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_practicethanks
    ADD CONSTRAINT directory_practicethanks_user_id_07bd707f_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_provider
    ADD CONSTRAINT directory_provider_organisation_id_92e3b4fe_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_provider
    ADD CONSTRAINT directory_provider_waiting_by_id_6dc0af9e_fk_people_user_id FOREIGN KEY (waiting_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_question
    ADD CONSTRAINT directory_question_made_by_id_3c744b52_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_question
    ADD CONSTRAINT directory_question_service_id_83f5ad36_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_reach
    ADD CONSTRAINT directory_reach_group_id_a3206e72_fk_directory_group_id FOREIGN KEY (group_id) REFERENCES public.directory_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_report
    ADD CONSTRAINT directory_report_handled_by_id_2cc6f078_fk_people_user_id FOREIGN KEY (handled_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_report
    ADD CONSTRAINT directory_report_service_id_809e75e2_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_revision
    ADD CONSTRAINT directory_revision_by_id_14640d7d_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_revision
    ADD CONSTRAINT directory_revision_service_id_797b273c_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_savedsearch
    ADD CONSTRAINT directory_savedsearch_user_id_3122e5f4_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_schedule
    ADD CONSTRAINT directory_schedule_location_id_9b3bb44d_fk_directory FOREIGN KEY (location_id) REFERENCES public.directory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_schedule
    ADD CONSTRAINT directory_schedule_service_id_2870b951_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_searchentry
    ADD CONSTRAINT directory_searchentr_location_id_970c70a5_fk_directory FOREIGN KEY (location_id) REFERENCES public.directory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_searchentry
    ADD CONSTRAINT directory_searchentr_service_id_9a6e5231_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_assigned_to_id_417bfb89_fk_people_user_id FOREIGN KEY (assigned_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service_audiences
    ADD CONSTRAINT directory_service_au_audience_id_c9f88866_fk_directory FOREIGN KEY (audience_id) REFERENCES public.directory_audience(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service_audiences
    ADD CONSTRAINT directory_service_au_service_id_6702e35b_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_branch_of_id_f5735deb_fk_directory_service_id FOREIGN KEY (branch_of_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_feed_id_796c94e2_fk_directory_feed_id FOREIGN KEY (feed_id) REFERENCES public.directory_feed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_instead_id_f836d3f9_fk_directory_service_id FOREIGN KEY (instead_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_merged_into_id_7c7ef60e_fk_directory FOREIGN KEY (merged_into_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service_needs
    ADD CONSTRAINT directory_service_ne_service_id_b519d00d_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service_needs
    ADD CONSTRAINT directory_service_needs_need_id_2f7d60bd_fk_directory_need_code FOREIGN KEY (need_id) REFERENCES public.directory_need(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_service
    ADD CONSTRAINT directory_service_organisation_id_8b30567f_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_serviceatlocation
    ADD CONSTRAINT directory_serviceatl_location_id_02644f86_fk_directory FOREIGN KEY (location_id) REFERENCES public.directory_location(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_serviceatlocation
    ADD CONSTRAINT directory_serviceatl_service_id_29b2c0ee_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_signpost
    ADD CONSTRAINT directory_signpost_area_id_3edc93ba_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_signpost
    ADD CONSTRAINT directory_signpost_by_id_ae8b91b3_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_signpost
    ADD CONSTRAINT directory_signpost_organisation_id_837a0393_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_signpost
    ADD CONSTRAINT directory_signpost_service_id_3fe2f557_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_standing
    ADD CONSTRAINT directory_standing_service_id_223b3729_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_unfound
    ADD CONSTRAINT directory_unfound_area_id_4709c51c_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_upload
    ADD CONSTRAINT directory_upload_by_id_8e42f8db_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_usefulness
    ADD CONSTRAINT directory_usefulness_read_by_id_acc6e095_fk_people_user_id FOREIGN KEY (read_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_usefulness
    ADD CONSTRAINT directory_usefulness_service_id_e9b0b7f9_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_verification
    ADD CONSTRAINT directory_verificati_service_id_f061a432_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_verification
    ADD CONSTRAINT directory_verification_by_id_6bdc5e25_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_watch
    ADD CONSTRAINT directory_watch_service_id_77728c8b_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.directory_watch
    ADD CONSTRAINT directory_watch_user_id_da5fd976_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.messaging_message
    ADD CONSTRAINT messaging_message_link_id_f03295e0_fk_messaging_link_id FOREIGN KEY (link_id) REFERENCES public.messaging_link(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_accessrequest
    ADD CONSTRAINT outcomes_accessreque_prepared_by_id_a88afe01_fk_people_us FOREIGN KEY (prepared_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_accessrequest
    ADD CONSTRAINT outcomes_accessreque_referral_id_3513bc56_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_accessrequest
    ADD CONSTRAINT outcomes_accessrequest_given_by_id_00200cfc_fk_people_user_id FOREIGN KEY (given_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_accessrequest
    ADD CONSTRAINT outcomes_accessrequest_noted_by_id_43c3bd2d_fk_people_user_id FOREIGN KEY (noted_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_accessrequest
    ADD CONSTRAINT outcomes_accessrequest_team_id_7d2102de_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_agreement
    ADD CONSTRAINT outcomes_agreement_agreed_by_id_4b7d70ff_fk_people_user_id FOREIGN KEY (agreed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_aim
    ADD CONSTRAINT outcomes_aim_framework_id_37976188_fk_outcomes_framework_id FOREIGN KEY (framework_id) REFERENCES public.outcomes_framework(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_annotation
    ADD CONSTRAINT outcomes_annotation_made_by_id_9fd76ea6_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_annotation
    ADD CONSTRAINT outcomes_annotation_taken_back_by_id_65a3edd4_fk_people_user_id FOREIGN KEY (taken_back_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_application_aims
    ADD CONSTRAINT outcomes_application_aims_aim_id_2d3cca19_fk_outcomes_aim_id FOREIGN KEY (aim_id) REFERENCES public.outcomes_aim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_application_aims
    ADD CONSTRAINT outcomes_application_application_id_88967aa4_fk_outcomes_ FOREIGN KEY (application_id) REFERENCES public.outcomes_application(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_application
    ADD CONSTRAINT outcomes_application_organisation_id_d5dd9c9c_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_application
    ADD CONSTRAINT outcomes_application_pot_id_c5d74d62_fk_outcomes_pot_id FOREIGN KEY (pot_id) REFERENCES public.outcomes_pot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_application
    ADD CONSTRAINT outcomes_application_service_id_50f960dd_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_boundary
    ADD CONSTRAINT outcomes_boundary_area_id_43eb9a43_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_boundary
    ADD CONSTRAINT outcomes_boundary_dataset_id_779390ae_fk_outcomes_dataset_id FOREIGN KEY (dataset_id) REFERENCES public.outcomes_dataset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_cost
    ADD CONSTRAINT outcomes_cost_area_id_31d3dff8_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_cost
    ADD CONSTRAINT outcomes_cost_made_by_id_4cd8e0c1_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_cost
    ADD CONSTRAINT outcomes_cost_organisation_id_cc7f1257_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_cost
    ADD CONSTRAINT outcomes_cost_taken_back_by_id_73bf9d25_fk_people_user_id FOREIGN KEY (taken_back_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_counted
    ADD CONSTRAINT outcomes_counted_of_id_13f6fbf0_fk_outcomes_countedmonth_id FOREIGN KEY (of_id) REFERENCES public.outcomes_countedmonth(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_cover
    ADD CONSTRAINT outcomes_cover_changed_by_id_450e9d9a_fk_people_user_id FOREIGN KEY (changed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_equalityasked
    ADD CONSTRAINT outcomes_equalityask_referral_id_6b066937_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_equalityasked
    ADD CONSTRAINT outcomes_equalityask_reply_to_id_b904ca5e_fk_outcomes_ FOREIGN KEY (reply_to_id) REFERENCES public.outcomes_equalityasked(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_equalityasked
    ADD CONSTRAINT outcomes_equalityasked_by_id_5eb7d7d0_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_figure
    ADD CONSTRAINT outcomes_figure_release_id_6274a942_fk_outcomes_release_id FOREIGN KEY (release_id) REFERENCES public.outcomes_release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_firstanswers
    ADD CONSTRAINT outcomes_firstanswer_referral_id_f5dc454b_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_firstanswers
    ADD CONSTRAINT outcomes_firstanswers_changed_by_id_f3c8e0a1_fk_people_user_id FOREIGN KEY (changed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_framework
    ADD CONSTRAINT outcomes_framework_made_by_id_15da6835_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_framework
    ADD CONSTRAINT outcomes_framework_scheme_id_27f7d1e6_fk_people_scheme_id FOREIGN KEY (scheme_id) REFERENCES public.people_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goal
    ADD CONSTRAINT outcomes_goal_made_by_id_cfb4155c_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goal
    ADD CONSTRAINT outcomes_goal_referral_id_88251ea1_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goalrating
    ADD CONSTRAINT outcomes_goalrating_by_id_fea2724c_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goalrating
    ADD CONSTRAINT outcomes_goalrating_goal_id_2fbb1ba6_fk_outcomes_goal_id FOREIGN KEY (goal_id) REFERENCES public.outcomes_goal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goalrating
    ADD CONSTRAINT outcomes_goalrating_referral_id_28f46253_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goalsasked
    ADD CONSTRAINT outcomes_goalsasked_made_by_id_c69de938_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goalsasked
    ADD CONSTRAINT outcomes_goalsasked_referral_id_b807ba57_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goaltag
    ADD CONSTRAINT outcomes_goaltag_by_id_ee4cf709_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goaltag
    ADD CONSTRAINT outcomes_goaltag_goal_id_bbd9bc45_fk_outcomes_goal_id FOREIGN KEY (goal_id) REFERENCES public.outcomes_goal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goaltag
    ADD CONSTRAINT outcomes_goaltag_outcome_id_eb66aba6_fk_outcomes_outcome_id FOREIGN KEY (outcome_id) REFERENCES public.outcomes_outcome(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_goaltag
    ADD CONSTRAINT outcomes_goaltag_referral_id_b449a207_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_groupcount
    ADD CONSTRAINT outcomes_groupcount_area_id_5e8badf9_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_groupcount
    ADD CONSTRAINT outcomes_groupcount_made_by_id_3334bf8f_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_groupcount
    ADD CONSTRAINT outcomes_groupcount_organisation_id_67a57329_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_indicator
    ADD CONSTRAINT outcomes_indicator_area_id_74bb48c5_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_indicator
    ADD CONSTRAINT outcomes_indicator_dataset_id_351ec58f_fk_outcomes_dataset_id FOREIGN KEY (dataset_id) REFERENCES public.outcomes_dataset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_keptview
    ADD CONSTRAINT outcomes_keptview_membership_id_617e0a5b_fk_people_me FOREIGN KEY (membership_id) REFERENCES public.people_membership(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_keptview
    ADD CONSTRAINT outcomes_keptview_user_id_5c3d0af0_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_licensedwords
    ADD CONSTRAINT outcomes_licensedwor_withdrawn_by_id_0a848132_fk_people_us FOREIGN KEY (withdrawn_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_licensedwords
    ADD CONSTRAINT outcomes_licensedwords_made_by_id_758546dc_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_licensedwords
    ADD CONSTRAINT outcomes_licensedwords_scheme_id_f378676b_fk_people_scheme_id FOREIGN KEY (scheme_id) REFERENCES public.people_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_outcome
    ADD CONSTRAINT outcomes_outcome_aim_id_d55f7b19_fk_outcomes_aim_id FOREIGN KEY (aim_id) REFERENCES public.outcomes_aim(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_population
    ADD CONSTRAINT outcomes_population_area_id_f23090f9_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_population
    ADD CONSTRAINT outcomes_population_dataset_id_b5f71fb6_fk_outcomes_dataset_id FOREIGN KEY (dataset_id) REFERENCES public.outcomes_dataset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_pot
    ADD CONSTRAINT outcomes_pot_made_by_id_620b18b0_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_pot
    ADD CONSTRAINT outcomes_pot_organisation_id_c3be81fe_fk_people_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_questions
    ADD CONSTRAINT outcomes_questions_made_by_id_205cc2cc_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_questions
    ADD CONSTRAINT outcomes_questions_referral_id_e5df0dea_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_reading
    ADD CONSTRAINT outcomes_reading_by_id_aa47a759_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_reading
    ADD CONSTRAINT outcomes_reading_due_id_0be7525f_fk_referrals_measuredue_id FOREIGN KEY (due_id) REFERENCES public.referrals_measuredue(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_reading
    ADD CONSTRAINT outcomes_reading_instead_of_id_69dbc850_fk_outcomes_reading_id FOREIGN KEY (instead_of_id) REFERENCES public.outcomes_reading(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_reading
    ADD CONSTRAINT outcomes_reading_referral_id_37d339b1_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_releaseread
    ADD CONSTRAINT outcomes_releaseread_reader_id_dbf65631_fk_people_user_id FOREIGN KEY (reader_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_releaseread
    ADD CONSTRAINT outcomes_releaseread_release_id_97513eab_fk_outcomes_release_id FOREIGN KEY (release_id) REFERENCES public.outcomes_release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_riskindex
    ADD CONSTRAINT outcomes_riskindex_made_by_id_86ca9a4a_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_scenario
    ADD CONSTRAINT outcomes_scenario_area_id_2df6cec1_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_scenario
    ADD CONSTRAINT outcomes_scenario_made_by_id_f0385b3b_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_scenario
    ADD CONSTRAINT outcomes_scenario_organisation_id_dbe57772_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_spending
    ADD CONSTRAINT outcomes_spending_application_id_a8099832_fk_outcomes_ FOREIGN KEY (application_id) REFERENCES public.outcomes_application(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_spending
    ADD CONSTRAINT outcomes_spending_by_id_dd29e2a6_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_story
    ADD CONSTRAINT outcomes_story_read_by_id_5e9ba005_fk_people_user_id FOREIGN KEY (read_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_story
    ADD CONSTRAINT outcomes_story_referral_id_c37b6473_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_story
    ADD CONSTRAINT outcomes_story_written_by_id_e96100a5_fk_people_user_id FOREIGN KEY (written_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_storypage
    ADD CONSTRAINT outcomes_storypage_area_id_cbdbe949_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_storypage
    ADD CONSTRAINT outcomes_storypage_scheme_id_04cf7d88_fk_people_scheme_id FOREIGN KEY (scheme_id) REFERENCES public.people_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_storypage
    ADD CONSTRAINT outcomes_storypage_story_id_de1a6846_fk_outcomes_story_id FOREIGN KEY (story_id) REFERENCES public.outcomes_story(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_storystep
    ADD CONSTRAINT outcomes_storystep_by_id_616f8076_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_storystep
    ADD CONSTRAINT outcomes_storystep_referral_id_b8fc4334_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_storystep
    ADD CONSTRAINT outcomes_storystep_story_id_f5674aac_fk_outcomes_story_id FOREIGN KEY (story_id) REFERENCES public.outcomes_story(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_told
    ADD CONSTRAINT outcomes_told_release_id_1edb7aba_fk_outcomes_release_id FOREIGN KEY (release_id) REFERENCES public.outcomes_release(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_verdict
    ADD CONSTRAINT outcomes_verdict_application_id_3cce4ee8_fk_outcomes_ FOREIGN KEY (application_id) REFERENCES public.outcomes_application(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_verdict
    ADD CONSTRAINT outcomes_verdict_by_id_55c93d9a_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wish
    ADD CONSTRAINT outcomes_wish_authority_id_0eed6746_fk_places_area_id FOREIGN KEY (authority_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wish
    ADD CONSTRAINT outcomes_wish_made_by_id_ae5329ba_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wish
    ADD CONSTRAINT outcomes_wish_need_id_228cfd4d_fk_directory_need_code FOREIGN KEY (need_id) REFERENCES public.directory_need(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wish
    ADD CONSTRAINT outcomes_wish_service_id_e1e0bad4_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wish_wards
    ADD CONSTRAINT outcomes_wish_wards_area_id_b4be9f31_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wish_wards
    ADD CONSTRAINT outcomes_wish_wards_wish_id_4010ae95_fk_outcomes_wish_id FOREIGN KEY (wish_id) REFERENCES public.outcomes_wish(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wishstep
    ADD CONSTRAINT outcomes_wishstep_by_id_e84755d2_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_wishstep
    ADD CONSTRAINT outcomes_wishstep_wish_id_ff1ac06a_fk_outcomes_wish_id FOREIGN KEY (wish_id) REFERENCES public.outcomes_wish(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_booking
    ADD CONSTRAINT people_booking_kept_by_id_8429a094_fk_people_organisation_id FOREIGN KEY (kept_by_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_booking
    ADD CONSTRAINT people_booking_organisation_id_26c894a0_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_booking
    ADD CONSTRAINT people_booking_session_id_54aee3d6_fk_people_trainingsession_id FOREIGN KEY (session_id) REFERENCES public.people_trainingsession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_booking
    ADD CONSTRAINT people_booking_user_id_dacf2f1c_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_brand
    ADD CONSTRAINT people_brand_champion_id_10c6a439_fk_people_champion_id FOREIGN KEY (champion_id) REFERENCES public.people_champion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_brand
    ADD CONSTRAINT people_brand_ward_id_6aa00353_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_champion
    ADD CONSTRAINT people_champion_granted_by_id_f7b8f5c8_fk_people_user_id FOREIGN KEY (granted_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_champion
    ADD CONSTRAINT people_champion_kept_by_id_8e6f1a7d_fk_people_organisation_id FOREIGN KEY (kept_by_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_champion_wards
    ADD CONSTRAINT people_champion_ward_champion_id_6338b7af_fk_people_ch FOREIGN KEY (champion_id) REFERENCES public.people_champion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_champion_wards
    ADD CONSTRAINT people_champion_wards_area_id_f8d0a155_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_competencyrating
    ADD CONSTRAINT people_competencyrat_competency_id_7e47e542_fk_people_co FOREIGN KEY (competency_id) REFERENCES public.people_competency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_competencyrating
    ADD CONSTRAINT people_competencyrat_organisation_id_074f8523_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_competencyrating
    ADD CONSTRAINT people_competencyrating_by_id_c5ace0d8_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_competencyrating
    ADD CONSTRAINT people_competencyrating_team_id_64a7476c_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_competencyrating
    ADD CONSTRAINT people_competencyrating_user_id_b5a9761e_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_defaultteam
    ADD CONSTRAINT people_defaultteam_area_id_8560d9da_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_defaultteam
    ADD CONSTRAINT people_defaultteam_scheme_id_95638530_fk_people_scheme_id FOREIGN KEY (scheme_id) REFERENCES public.people_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_defaultteam
    ADD CONSTRAINT people_defaultteam_set_by_id_48c0ca1e_fk_people_user_id FOREIGN KEY (set_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_defaultteam
    ADD CONSTRAINT people_defaultteam_team_id_7cb04c5f_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_accepted_by_id_66da8fc9_fk_people_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_agreed_by_id_0cc754de_fk_people_user_id FOREIGN KEY (agreed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_area_id_63a9394c_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_instead_of_id_8ca05874_fk_people_me FOREIGN KEY (instead_of_id) REFERENCES public.people_membership(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_made_by_id_e661d9c9_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_organisation_id_ac6bf02f_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_team_id_6e30d989_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_area_id_90d20bd8_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_organisation_id_a6c82864_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_team_id_61ae9260_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_user_id_35baff26_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership_wards
    ADD CONSTRAINT people_membership_wa_membership_id_4e0233f6_fk_people_me FOREIGN KEY (membership_id) REFERENCES public.people_membership(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership_wards
    ADD CONSTRAINT people_membership_wards_area_id_30f76e3b_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_scheme
    ADD CONSTRAINT people_scheme_organisation_id_01f0c5c3_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_schemereason
    ADD CONSTRAINT people_schemereason_scheme_id_94fdcd38_fk_people_scheme_id FOREIGN KEY (scheme_id) REFERENCES public.people_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_team_areas
    ADD CONSTRAINT people_team_areas_area_id_0849a95c_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_team_areas
    ADD CONSTRAINT people_team_areas_team_id_cccf4f23_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_team
    ADD CONSTRAINT people_team_organisation_id_bd97b625_fk_people_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_team
    ADD CONSTRAINT people_team_scheme_id_d08fac47_fk_people_scheme_id FOREIGN KEY (scheme_id) REFERENCES public.people_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_thanks
    ADD CONSTRAINT people_thanks_by_id_94e2e13c_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_thanks
    ADD CONSTRAINT people_thanks_champion_id_f043eaeb_fk_people_champion_id FOREIGN KEY (champion_id) REFERENCES public.people_champion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT people_trainee_kept_by_id_f50dd0d9_fk_people_organisation_id FOREIGN KEY (kept_by_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT people_trainee_organisation_id_bf25f481_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT people_trainee_session_id_f1fd89a6_fk_people_trainingsession_id FOREIGN KEY (session_id) REFERENCES public.people_trainingsession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT people_trainee_user_id_769ae67c_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainee
    ADD CONSTRAINT people_trainee_ward_id_4c29930e_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainingsession
    ADD CONSTRAINT people_trainingsessi_kept_by_id_973c1b23_fk_people_or FOREIGN KEY (kept_by_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainingsession
    ADD CONSTRAINT people_trainingsession_area_id_3dcd7740_fk_places_area_id FOREIGN KEY (area_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainingsession
    ADD CONSTRAINT people_trainingsession_made_by_id_dffd2116_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_trainingsession
    ADD CONSTRAINT people_trainingsession_taken_by_id_c67b1b67_fk_people_user_id FOREIGN KEY (taken_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_area
    ADD CONSTRAINT places_area_locality_id_a0cbc2be_fk_places_locality_id FOREIGN KEY (locality_id) REFERENCES public.places_locality(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_area
    ADD CONSTRAINT places_area_parent_id_09c0273d_fk_places_area_id FOREIGN KEY (parent_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_locality
    ADD CONSTRAINT places_locality_authority_id_c39ee182_fk_places_area_id FOREIGN KEY (authority_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_postcode
    ADD CONSTRAINT places_postcode_ward_id_8e6b3f39_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_street
    ADD CONSTRAINT places_street_ward_id_e0b9fd8a_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompanim_connection_id_692aa828_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompanim_referral_id_5ef79513_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompanim_service_id_2bf8f25e_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompaniment_colleague_id_56bbc402_fk_people_user_id FOREIGN KEY (colleague_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompaniment_logged_by_id_4813ac6f_fk_people_user_id FOREIGN KEY (logged_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_accompaniment
    ADD CONSTRAINT referrals_accompaniment_made_by_id_8fb4d2b0_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_apart
    ADD CONSTRAINT referrals_apart_by_id_6834f1db_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_apart
    ADD CONSTRAINT referrals_apart_one_id_72b6c2d9_fk_referrals_person_id FOREIGN KEY (one_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_apart
    ADD CONSTRAINT referrals_apart_other_id_f3fa10ff_fk_referrals_person_id FOREIGN KEY (other_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_attendance
    ADD CONSTRAINT referrals_attendance_by_id_054c3a29_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_attendance
    ADD CONSTRAINT referrals_attendance_occasion_id_1105c3b7_fk_referrals FOREIGN KEY (occasion_id) REFERENCES public.referrals_occasion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_attendance
    ADD CONSTRAINT referrals_attendance_referral_id_427d3ea5_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befrienderwish
    ADD CONSTRAINT referrals_befriender_connection_id_7de2e90a_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_connection_id_de1d67bf_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_ended_by_id_04e900c7_fk_people_us FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT referrals_befriender_logged_by_id_21814e56_fk_people_us FOREIGN KEY (logged_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT referrals_befriender_match_id_16850fb9_fk_referrals FOREIGN KEY (match_id) REFERENCES public.referrals_befriendermatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendertold
    ADD CONSTRAINT referrals_befriender_match_id_6f2cc6b1_fk_referrals FOREIGN KEY (match_id) REFERENCES public.referrals_befriendermatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_occasion_id_ccad7dee_fk_referrals FOREIGN KEY (occasion_id) REFERENCES public.referrals_occasion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_person_heard_by_id_62f14920_fk_people_us FOREIGN KEY (person_heard_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_proposed_by_id_19610921_fk_people_us FOREIGN KEY (proposed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT referrals_befriender_referral_id_2db8d06f_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendertold
    ADD CONSTRAINT referrals_befriender_referral_id_4cdcd3ef_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befrienderwish
    ADD CONSTRAINT referrals_befriender_referral_id_5d9e3407_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_referral_id_79ddb556_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_volunteer_id_14155875_fk_referrals FOREIGN KEY (volunteer_id) REFERENCES public.referrals_volunteer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriender_wish_id_911c5c49_fk_referrals FOREIGN KEY (wish_id) REFERENCES public.referrals_befrienderwish(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendermatch
    ADD CONSTRAINT referrals_befriendermatch_team_id_82fa65b4_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendertold
    ADD CONSTRAINT referrals_befriendertold_team_id_88190215_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT referrals_befriendervisit_read_by_id_3a444de1_fk_people_user_id FOREIGN KEY (read_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendervisit
    ADD CONSTRAINT referrals_befriendervisit_team_id_6b52b309_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befrienderwish
    ADD CONSTRAINT referrals_befrienderwish_asked_by_id_6283aa2f_fk_people_user_id FOREIGN KEY (asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befrienderwish
    ADD CONSTRAINT referrals_befrienderwish_team_id_769d3f01_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendingrules
    ADD CONSTRAINT referrals_befriendin_service_id_321238c8_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_befriendingrules
    ADD CONSTRAINT referrals_befriendingrules_team_id_8d81dd13_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_calendarfeed
    ADD CONSTRAINT referrals_calendarfeed_user_id_ab0e2714_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_championpatch
    ADD CONSTRAINT referrals_championpa_champion_id_be4ce76f_fk_people_ch FOREIGN KEY (champion_id) REFERENCES public.people_champion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_championpatch
    ADD CONSTRAINT referrals_championpatch_by_id_3111ef66_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_championpatch
    ADD CONSTRAINT referrals_championpatch_team_id_05f8f4a8_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_championpatch
    ADD CONSTRAINT referrals_championpatch_ward_id_d5232d77_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_escalated_to_id_b4ecebd6_fk_people_user_id FOREIGN KEY (escalated_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_raised_by_id_8cd730ed_fk_people_user_id FOREIGN KEY (raised_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_read_by_id_01807663_fk_people_user_id FOREIGN KEY (read_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_referral_id_37f1c6a3_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_team_id_2537b59c_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concernstep
    ADD CONSTRAINT referrals_concernste_concern_id_48f62cfe_fk_referrals FOREIGN KEY (concern_id) REFERENCES public.referrals_concern(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concernstep
    ADD CONSTRAINT referrals_concernstep_by_id_392d0def_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_concerntally
    ADD CONSTRAINT referrals_concerntally_team_id_5dabc23e_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_confidencestep
    ADD CONSTRAINT referrals_confidence_referral_id_f501edc0_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_confidencestep
    ADD CONSTRAINT referrals_confidencestep_made_by_id_89fa3613_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_connection
    ADD CONSTRAINT referrals_connection_made_by_id_4d58a46d_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_connection
    ADD CONSTRAINT referrals_connection_person_id_780d4f47_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_connection
    ADD CONSTRAINT referrals_connection_referral_id_540f059d_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_connection
    ADD CONSTRAINT referrals_connection_service_id_534aaa2a_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_consent
    ADD CONSTRAINT referrals_consent_person_id_1d92d774_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_consent
    ADD CONSTRAINT referrals_consent_referral_id_5eadf2df_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_consent
    ADD CONSTRAINT referrals_consent_said_to_id_899bbb5b_fk_people_user_id FOREIGN KEY (said_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_consent
    ADD CONSTRAINT referrals_consent_statement_id_1f86f179_fk_referrals FOREIGN KEY (statement_id) REFERENCES public.referrals_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_contactattempt
    ADD CONSTRAINT referrals_contactatt_referral_id_a9b52b99_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_contactattempt
    ADD CONSTRAINT referrals_contactattempt_by_id_c09523e9_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisis
    ADD CONSTRAINT referrals_crisis_begun_by_id_e05a9ebd_fk_people_user_id FOREIGN KEY (begun_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisis
    ADD CONSTRAINT referrals_crisis_ended_by_id_b09371e9_fk_people_user_id FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisis
    ADD CONSTRAINT referrals_crisis_team_id_0f037d9e_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisischeck
    ADD CONSTRAINT referrals_crisischec_referral_id_e555ef8f_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisischeck
    ADD CONSTRAINT referrals_crisischec_round_id_cd00c853_fk_referrals FOREIGN KEY (round_id) REFERENCES public.referrals_crisisround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisischeck
    ADD CONSTRAINT referrals_crisischeck_crisis_id_0921febc_fk_referrals_crisis_id FOREIGN KEY (crisis_id) REFERENCES public.referrals_crisis(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisclosure
    ADD CONSTRAINT referrals_crisisclos_crisis_id_7aa55f0c_fk_referrals FOREIGN KEY (crisis_id) REFERENCES public.referrals_crisis(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisclosure
    ADD CONSTRAINT referrals_crisisclos_service_id_5adbcb01_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisclosure
    ADD CONSTRAINT referrals_crisisclosure_by_id_168ae789_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisclosure
    ADD CONSTRAINT referrals_crisisclosure_opened_by_id_1fcc4da0_fk_people_user_id FOREIGN KEY (opened_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisclosure
    ADD CONSTRAINT referrals_crisisclosure_team_id_da8b8a08_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisround
    ADD CONSTRAINT referrals_crisisround_by_id_eb0cce5d_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisround
    ADD CONSTRAINT referrals_crisisround_crisis_id_1591762c_fk_referrals_crisis_id FOREIGN KEY (crisis_id) REFERENCES public.referrals_crisis(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisisround
    ADD CONSTRAINT referrals_crisisround_team_id_09d2a657_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisissaid
    ADD CONSTRAINT referrals_crisissaid_by_id_dcb8a973_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisissaid
    ADD CONSTRAINT referrals_crisissaid_check_of_id_72768e48_fk_referrals FOREIGN KEY (check_of_id) REFERENCES public.referrals_crisischeck(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_crisissaid
    ADD CONSTRAINT referrals_crisissaid_referral_id_7caa3f25_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_draft
    ADD CONSTRAINT referrals_draft_organisation_id_31fc9e8e_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_draft
    ADD CONSTRAINT referrals_draft_user_id_501b774d_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_erasure
    ADD CONSTRAINT referrals_erasure_decided_by_id_b37697e1_fk_people_user_id FOREIGN KEY (decided_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_erasure
    ADD CONSTRAINT referrals_erasure_proposed_by_id_f5e6ab01_fk_people_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_firstvisit
    ADD CONSTRAINT referrals_firstvisit_changed_by_id_1f079c5e_fk_people_user_id FOREIGN KEY (changed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_firstvisit
    ADD CONSTRAINT referrals_firstvisit_colleague_id_88880381_fk_people_user_id FOREIGN KEY (colleague_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_firstvisit
    ADD CONSTRAINT referrals_firstvisit_connection_id_93d1b621_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_firstvisit
    ADD CONSTRAINT referrals_firstvisit_owner_id_2b73201c_fk_people_user_id FOREIGN KEY (owner_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_firstvisit
    ADD CONSTRAINT referrals_firstvisit_referral_id_0376ae85_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_followup
    ADD CONSTRAINT referrals_followup_connection_id_7150ad5f_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_followup
    ADD CONSTRAINT referrals_followup_done_by_id_d045a39e_fk_people_user_id FOREIGN KEY (done_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_followup
    ADD CONSTRAINT referrals_followup_made_by_id_d135f20a_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_followup
    ADD CONSTRAINT referrals_followup_occasion_id_70542e02_fk_referrals FOREIGN KEY (occasion_id) REFERENCES public.referrals_occasion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_followup
    ADD CONSTRAINT referrals_followup_referral_id_0be803b9_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_healthychat
    ADD CONSTRAINT referrals_healthycha_organisation_id_cd803a9b_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_healthychat
    ADD CONSTRAINT referrals_healthycha_referral_id_bc19ba17_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_healthychat
    ADD CONSTRAINT referrals_healthychat_ward_id_e01dee01_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_heard
    ADD CONSTRAINT referrals_heard_by_id_2f18816f_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_heard
    ADD CONSTRAINT referrals_heard_escalated_to_id_f8a099ed_fk_people_user_id FOREIGN KEY (escalated_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_heard
    ADD CONSTRAINT referrals_heard_read_by_id_23dca497_fk_people_user_id FOREIGN KEY (read_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_heard
    ADD CONSTRAINT referrals_heard_reader_id_7ec7f2df_fk_people_user_id FOREIGN KEY (reader_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_heard
    ADD CONSTRAINT referrals_heard_referral_id_1d43f111_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_heard
    ADD CONSTRAINT referrals_heard_team_id_d18af406_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helpoffer
    ADD CONSTRAINT referrals_helpoffer_helper_id_e471ce67_fk_people_user_id FOREIGN KEY (helper_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helpoffer
    ADD CONSTRAINT referrals_helpoffer_request_id_1b30714b_fk_referrals FOREIGN KEY (request_id) REFERENCES public.referrals_helprequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helpreques_organisation_id_7aaa937d_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helpreques_referral_id_d234cb7e_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helprequest_helper_id_44b81c8f_fk_people_user_id FOREIGN KEY (helper_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helprequest_posted_by_id_1c94e9a9_fk_people_user_id FOREIGN KEY (posted_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helprequest_team_id_1595e2f1_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_helprequest
    ADD CONSTRAINT referrals_helprequest_ward_id_30e4e60b_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_hook
    ADD CONSTRAINT referrals_hook_made_by_id_d6a09964_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_hook
    ADD CONSTRAINT referrals_hook_organisation_id_53754859_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_hookcall
    ADD CONSTRAINT referrals_hookcall_hook_id_f54dbc8e_fk_referrals_hook_id FOREIGN KEY (hook_id) REFERENCES public.referrals_hook(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_howitwas
    ADD CONSTRAINT referrals_howitwas_by_id_34694123_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_howitwas
    ADD CONSTRAINT referrals_howitwas_heard_id_91000fab_fk_referrals_heard_id FOREIGN KEY (heard_id) REFERENCES public.referrals_heard(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_howitwas
    ADD CONSTRAINT referrals_howitwas_occasion_id_1f3f059b_fk_referrals FOREIGN KEY (occasion_id) REFERENCES public.referrals_occasion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_howitwas
    ADD CONSTRAINT referrals_howitwas_person_id_63398e09_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_howitwas
    ADD CONSTRAINT referrals_howitwas_referral_id_cb61bb02_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introducti_answered_to_id_410f2953_fk_people_us FOREIGN KEY (answered_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introducti_connection_id_45094e19_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introducti_consent_id_ce93be36_fk_referrals FOREIGN KEY (consent_id) REFERENCES public.referrals_consent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introducti_occasion_id_0c7921b4_fk_referrals FOREIGN KEY (occasion_id) REFERENCES public.referrals_occasion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introducti_referral_id_ab7b899e_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introduction_made_by_id_c79fb936_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_introduction
    ADD CONSTRAINT referrals_introduction_settled_by_id_fdb75e91_fk_people_user_id FOREIGN KEY (settled_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_knock
    ADD CONSTRAINT referrals_knock_link_id_40bb5ede_fk_messaging_link_id FOREIGN KEY (link_id) REFERENCES public.messaging_link(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_late
    ADD CONSTRAINT referrals_late_referral_id_19e495f7_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_late
    ADD CONSTRAINT referrals_late_settled_by_id_4c4b60b8_fk_people_user_id FOREIGN KEY (settled_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_line
    ADD CONSTRAINT referrals_line_by_id_1c579100_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_line
    ADD CONSTRAINT referrals_line_connection_id_8bd104d3_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_line
    ADD CONSTRAINT referrals_line_referral_id_4f549718_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_lineread
    ADD CONSTRAINT referrals_lineread_line_id_fe6c479f_fk_referrals_line_id FOREIGN KEY (line_id) REFERENCES public.referrals_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_lineread
    ADD CONSTRAINT referrals_lineread_reader_id_ff916c49_fk_people_user_id FOREIGN KEY (reader_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_marker
    ADD CONSTRAINT referrals_marker_ended_by_id_c91e9e8c_fk_people_user_id FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_marker
    ADD CONSTRAINT referrals_marker_made_by_id_19ded12a_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_marker
    ADD CONSTRAINT referrals_marker_person_id_9759a641_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_measuredue
    ADD CONSTRAINT referrals_measuredue_done_by_id_181fb723_fk_people_user_id FOREIGN KEY (done_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_measuredue
    ADD CONSTRAINT referrals_measuredue_referral_id_527d1c29_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_declined_by_id_0436f239_fk_people_user_id FOREIGN KEY (declined_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_gone_id_8dca5b58_fk_referrals_person_id FOREIGN KEY (gone_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_kept_id_c1b92a51_fk_referrals_person_id FOREIGN KEY (kept_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_merged_by_id_2d0a1e58_fk_people_user_id FOREIGN KEY (merged_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_proposed_by_id_fbd01645_fk_people_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_team_id_fb2289a3_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_merge
    ADD CONSTRAINT referrals_merge_undone_by_id_464fd20b_fk_people_user_id FOREIGN KEY (undone_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_moved
    ADD CONSTRAINT referrals_moved_merge_id_3ed3e340_fk_referrals_merge_id FOREIGN KEY (merge_id) REFERENCES public.referrals_merge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_namedreader
    ADD CONSTRAINT referrals_namedreader_ended_by_id_7ef6475d_fk_people_user_id FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_namedreader
    ADD CONSTRAINT referrals_namedreader_named_by_id_bac8624f_fk_people_user_id FOREIGN KEY (named_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_namedreader
    ADD CONSTRAINT referrals_namedreader_person_id_6ef57d11_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_namedreader
    ADD CONSTRAINT referrals_namedreader_user_id_3943e8e6_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_note
    ADD CONSTRAINT referrals_note_by_id_c1d2b824_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_note
    ADD CONSTRAINT referrals_note_corrects_attempt_id_355faa59_fk_referrals FOREIGN KEY (corrects_attempt_id) REFERENCES public.referrals_contactattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_note
    ADD CONSTRAINT referrals_note_corrects_note_id_2c6ef770_fk_referrals_note_id FOREIGN KEY (corrects_note_id) REFERENCES public.referrals_note(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_note
    ADD CONSTRAINT referrals_note_referral_id_cf6705a9_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_noted
    ADD CONSTRAINT referrals_noted_by_id_ed7f358b_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_noted
    ADD CONSTRAINT referrals_noted_occasion_id_7cc5bc0d_fk_referrals_occasion_id FOREIGN KEY (occasion_id) REFERENCES public.referrals_occasion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_noted
    ADD CONSTRAINT referrals_noted_referral_id_11be7d69_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_noted
    ADD CONSTRAINT referrals_noted_sheet_id_f8d1109a_fk_referrals_sheet_id FOREIGN KEY (sheet_id) REFERENCES public.referrals_sheet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_occasion
    ADD CONSTRAINT referrals_occasion_called_off_by_id_4d4a0dbe_fk_people_user_id FOREIGN KEY (called_off_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_occasion
    ADD CONSTRAINT referrals_occasion_connection_id_80fab4a3_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_occasion
    ADD CONSTRAINT referrals_occasion_referral_id_328a7e0a_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_occasion
    ADD CONSTRAINT referrals_occasion_service_id_8a7372b7_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_offer
    ADD CONSTRAINT referrals_offer_by_id_4954193a_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_offer
    ADD CONSTRAINT referrals_offer_referral_id_5787746e_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_offer
    ADD CONSTRAINT referrals_offer_service_id_e9c94a0e_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_offer
    ADD CONSTRAINT referrals_offer_wait_id_7fe16839_fk_referrals_wait_id FOREIGN KEY (wait_id) REFERENCES public.referrals_wait(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_opening
    ADD CONSTRAINT referrals_opening_by_id_44de5103_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_outsider
    ADD CONSTRAINT referrals_outsider_organisation_id_19c5e374_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_particulars
    ADD CONSTRAINT referrals_particulars_changed_by_id_958f32d8_fk_people_user_id FOREIGN KEY (changed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_particulars
    ADD CONSTRAINT referrals_particulars_person_id_80872228_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_asked_by_id_311949a5_fk_people_user_id FOREIGN KEY (asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_decided_by_id_8f543ca6_fk_people_user_id FOREIGN KEY (decided_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_ended_by_id_94270827_fk_people_user_id FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_organisation_id_bcec341d_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_referral_id_9c703052_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_partner
    ADD CONSTRAINT referrals_partner_user_id_1b41d983_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_pause
    ADD CONSTRAINT referrals_pause_by_id_86d7ff27_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_pause
    ADD CONSTRAINT referrals_pause_referral_id_470d5ede_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_period
    ADD CONSTRAINT referrals_period_changed_by_id_4e8d866a_fk_people_user_id FOREIGN KEY (changed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_person
    ADD CONSTRAINT referrals_person_created_by_id_292c226a_fk_people_user_id FOREIGN KEY (created_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_person
    ADD CONSTRAINT referrals_person_organisation_id_48654931_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_phrase
    ADD CONSTRAINT referrals_phrase_team_id_c7d788dc_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_reason
    ADD CONSTRAINT referrals_reason_by_id_4641a367_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_reason
    ADD CONSTRAINT referrals_reason_connection_id_b4e70873_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_reason
    ADD CONSTRAINT referrals_reason_occasion_id_3e241b33_fk_referrals_occasion_id FOREIGN KEY (occasion_id) REFERENCES public.referrals_occasion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_reason
    ADD CONSTRAINT referrals_reason_referral_id_2c3951f5_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referee
    ADD CONSTRAINT referrals_referee_team_id_e821af66_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referee
    ADD CONSTRAINT referrals_referee_volunteer_id_45e53efc_fk_referrals FOREIGN KEY (volunteer_id) REFERENCES public.referrals_volunteer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_came_from_id_2795eed7_fk_referrals FOREIGN KEY (came_from_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_connector_id_eb823887_fk_people_user_id FOREIGN KEY (connector_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_entered_by_id_3bb31c47_fk_people_user_id FOREIGN KEY (entered_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_lead_id_206567da_fk_people_user_id FOREIGN KEY (lead_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_outsider_id_7e099f04_fk_referrals FOREIGN KEY (outsider_id) REFERENCES public.referrals_outsider(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_person_id_179a7a6c_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_referrer_id_c4bd6f93_fk_people_user_id FOREIGN KEY (referrer_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_referring_organisati_ad2098ee_fk_people_or FOREIGN KEY (referring_organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_team_id_2df18a47_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_ward_id_8d5a0f8f_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referralevent
    ADD CONSTRAINT referrals_referralev_attempt_id_455f8a1a_fk_referrals FOREIGN KEY (attempt_id) REFERENCES public.referrals_contactattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referralevent
    ADD CONSTRAINT referrals_referralev_connection_id_70c06fd3_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referralevent
    ADD CONSTRAINT referrals_referralev_referral_id_e2ad0427_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referralevent
    ADD CONSTRAINT referrals_referralevent_by_id_934bbd48_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_relation
    ADD CONSTRAINT referrals_relation_made_by_id_5917aed8_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_relation
    ADD CONSTRAINT referrals_relation_person_id_64a19a27_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_relation
    ADD CONSTRAINT referrals_relation_their_yes_to_id_2cef17fc_fk_people_user_id FOREIGN KEY (their_yes_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_remainder
    ADD CONSTRAINT referrals_remainder_team_id_74893f8d_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_remainder
    ADD CONSTRAINT referrals_remainder_ward_id_726e3fcd_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_reply
    ADD CONSTRAINT referrals_reply_referral_id_b2d3bbac_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restrictio_lift_asked_by_id_7273c3b6_fk_people_us FOREIGN KEY (lift_asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restrictio_referral_id_69d18aa5_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_asked_by_id_5bccb7f9_fk_people_user_id FOREIGN KEY (asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_lifted_by_id_63c355af_fk_people_user_id FOREIGN KEY (lifted_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_owner_id_9f029681_fk_people_user_id FOREIGN KEY (owner_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_person_id_0b8519fe_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_set_by_id_b3947114_fk_people_user_id FOREIGN KEY (set_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_safeguardinglead
    ADD CONSTRAINT referrals_safeguardi_named_by_id_23e569b1_fk_people_us FOREIGN KEY (named_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_safeguardinglead
    ADD CONSTRAINT referrals_safeguardi_scheme_id_0db93a60_fk_people_sc FOREIGN KEY (scheme_id) REFERENCES public.people_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_safeguardinglead
    ADD CONSTRAINT referrals_safeguardinglead_team_id_5b9a053c_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_safeguardinglead
    ADD CONSTRAINT referrals_safeguardinglead_user_id_b855f324_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_savedview
    ADD CONSTRAINT referrals_savedview_user_id_fcac9548_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_sessionoff
    ADD CONSTRAINT referrals_sessionoff_by_id_8fc6c4a9_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_sessionoff
    ADD CONSTRAINT referrals_sessionoff_service_id_d94fc8dd_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_sheet
    ADD CONSTRAINT referrals_sheet_by_id_231a8227_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_speaktolead
    ADD CONSTRAINT referrals_speaktolea_referral_id_8277d661_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_stepsaid
    ADD CONSTRAINT referrals_stepsaid_by_id_4678cda2_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_stepsaid
    ADD CONSTRAINT referrals_stepsaid_referral_id_bd17df3c_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_stepsaid
    ADD CONSTRAINT referrals_stepsaid_step_id_acf8c771_fk_referrals FOREIGN KEY (step_id) REFERENCES public.referrals_confidencestep(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_stepwords
    ADD CONSTRAINT referrals_stepwords_by_id_489d3043_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_stepwords
    ADD CONSTRAINT referrals_stepwords_event_id_63f10b19_fk_referrals FOREIGN KEY (event_id) REFERENCES public.referrals_referralevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_stepwords
    ADD CONSTRAINT referrals_stepwords_referral_id_4bb0ef06_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_task
    ADD CONSTRAINT referrals_task_done_by_id_c7df6acf_fk_people_user_id FOREIGN KEY (done_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_task
    ADD CONSTRAINT referrals_task_made_by_id_4e66f0bb_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_task
    ADD CONSTRAINT referrals_task_owner_id_aeccca2d_fk_people_user_id FOREIGN KEY (owner_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_task
    ADD CONSTRAINT referrals_task_referral_id_459c1701_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_transfer
    ADD CONSTRAINT referrals_transfer_asked_by_id_cff670e4_fk_people_user_id FOREIGN KEY (asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_transfer
    ADD CONSTRAINT referrals_transfer_referral_id_9a9c39fb_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_transfer
    ADD CONSTRAINT referrals_transfer_there_id_5a68e691_fk_referrals_referral_id FOREIGN KEY (there_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_transfer
    ADD CONSTRAINT referrals_transfer_to_team_id_98d2ba6d_fk_people_team_id FOREIGN KEY (to_team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_unwanted
    ADD CONSTRAINT referrals_unwanted_user_id_99e3fd7c_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_visit
    ADD CONSTRAINT referrals_visit_buddy_id_88868ecd_fk_people_user_id FOREIGN KEY (buddy_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_visit
    ADD CONSTRAINT referrals_visit_made_by_id_831b8d5c_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_visit
    ADD CONSTRAINT referrals_visit_referral_id_6521494b_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_visit
    ADD CONSTRAINT referrals_visit_who_id_9271b79d_fk_people_user_id FOREIGN KEY (who_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteer
    ADD CONSTRAINT referrals_volunteer_approved_by_id_e6d72545_fk_people_user_id FOREIGN KEY (approved_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteer
    ADD CONSTRAINT referrals_volunteer_team_id_22c80acb_fk_people_team_id FOREIGN KEY (team_id) REFERENCES public.people_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteer
    ADD CONSTRAINT referrals_volunteer_user_id_4e599595_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteer
    ADD CONSTRAINT referrals_volunteer_ward_id_3476c38c_fk_places_area_id FOREIGN KEY (ward_id) REFERENCES public.places_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteercheck
    ADD CONSTRAINT referrals_volunteerc_volunteer_id_731d18c4_fk_referrals FOREIGN KEY (volunteer_id) REFERENCES public.referrals_volunteer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteercheck
    ADD CONSTRAINT referrals_volunteercheck_seen_by_id_34251104_fk_people_user_id FOREIGN KEY (seen_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteerlesson
    ADD CONSTRAINT referrals_volunteerl_noted_by_id_de108dfd_fk_people_us FOREIGN KEY (noted_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteerlesson
    ADD CONSTRAINT referrals_volunteerl_volunteer_id_297a9ec3_fk_referrals FOREIGN KEY (volunteer_id) REFERENCES public.referrals_volunteer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteerstep
    ADD CONSTRAINT referrals_volunteers_volunteer_id_ee2196ce_fk_referrals FOREIGN KEY (volunteer_id) REFERENCES public.referrals_volunteer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_volunteerstep
    ADD CONSTRAINT referrals_volunteerstep_by_id_dc585990_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wait
    ADD CONSTRAINT referrals_wait_connection_id_5f1a4f71_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wait
    ADD CONSTRAINT referrals_wait_joined_by_id_26e2ef9a_fk_people_user_id FOREIGN KEY (joined_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wait
    ADD CONSTRAINT referrals_wait_referral_id_1cca8f8c_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wait
    ADD CONSTRAINT referrals_wait_service_id_87cd091c_fk_directory_service_id FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wanting
    ADD CONSTRAINT referrals_wanting_by_id_1b56f8eb_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wanting
    ADD CONSTRAINT referrals_wanting_connection_id_81320348_fk_referrals FOREIGN KEY (connection_id) REFERENCES public.referrals_connection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wanting
    ADD CONSTRAINT referrals_wanting_question_id_9e285470_fk_directory_question_id FOREIGN KEY (question_id) REFERENCES public.directory_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_wanting
    ADD CONSTRAINT referrals_wanting_referral_id_e32abe32_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_whereabouts
    ADD CONSTRAINT referrals_whereabouts_person_id_ea7aa25b_fk_referrals_person_id FOREIGN KEY (person_id) REFERENCES public.referrals_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_whilewaiting
    ADD CONSTRAINT referrals_whilewaiti_referral_id_417fd785_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_whilewaiting
    ADD CONSTRAINT referrals_whilewaiti_service_id_88b8958b_fk_directory FOREIGN KEY (service_id) REFERENCES public.directory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_whilewaiting
    ADD CONSTRAINT referrals_whilewaiting_done_by_id_fe434d40_fk_people_user_id FOREIGN KEY (done_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_whilewaiting
    ADD CONSTRAINT referrals_whilewaiting_made_by_id_a71ecde5_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
CREATE POLICY about_my_people ON public.messaging_message FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = messaging_message.about_id)))));
CREATE POLICY alike ON public.referrals_referral FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'alike'::text) AND (team_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY answered ON public.outcomes_reading FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.outcomes_questions q
  WHERE ((q.referral_id = outcomes_reading.referral_id) AND (q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))) AND (by_id IS NULL)));
CREATE POLICY answered ON public.referrals_measuredue FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.outcomes_questions q
  WHERE ((q.referral_id = referrals_measuredue.referral_id) AND (q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.outcomes_questions q
  WHERE ((q.referral_id = referrals_measuredue.referral_id) AND (q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))));
CREATE POLICY asking_in ON public.referrals_referral FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'asking_in'::text) AND (((md5((reference)::text))::uuid = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (person_id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")))));
ALTER TABLE public.audit_access ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_rightschange ENABLE ROW LEVEL SECURITY;
CREATE POLICY befriended ON public.referrals_occasion FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_occasion.referral_id))) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE ((m.connection_id = referrals_occasion.connection_id) AND (m.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))));
CREATE POLICY between_worker_and_team ON public.messaging_message FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = messaging_message.about_id) AND ((messaging_message.recipient_key = r.connector_id) OR (messaging_message.recipient_key = r.referrer_id)))))));
CREATE POLICY by_itself ON public.referrals_task FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'reminders'::text) AND (made_by_id IS NULL) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_task.referral_id)))));
CREATE POLICY by_their_link ON public.outcomes_reading FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.outcomes_questions q
  WHERE ((q.referral_id = outcomes_reading.referral_id) AND (q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))));
CREATE POLICY clocks ON public.messaging_message FOR SELECT USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text));
CREATE POLICY counted ON public.directory_verification FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) AND true));
CREATE POLICY counted ON public.referrals_befriendermatch FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) AND (NOT guarded)));
CREATE POLICY counted ON public.referrals_befriendervisit FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendervisit.match_id)))));
CREATE POLICY counted ON public.referrals_befrienderwish FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) AND (NOT guarded)));
CREATE POLICY counted ON public.referrals_connection FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'places'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY counted ON public.referrals_helprequest FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) AND true));
CREATE POLICY counted ON public.referrals_occasion FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'places'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY counted ON public.referrals_person FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) AND (NOT restricted)));
CREATE POLICY counted ON public.referrals_volunteer FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) AND true));
ALTER TABLE public.directory_admin ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_changerequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_editornote ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_gap ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_pollanswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_pollwords ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_practice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_savedsearch ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_usefulness ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.directory_watch ENABLE ROW LEVEL SECURITY;
CREATE POLICY follow_a_merge ON public.referrals_connection FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text) AND (EXISTS ( SELECT 1
   FROM public.directory_service s
  WHERE ((s.id = referrals_connection.service_id) AND (s.merged_into_id IS NOT NULL)))))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text) AND (EXISTS ( SELECT 1
   FROM public.directory_service s
  WHERE ((s.id = referrals_connection.service_id) AND (s.merged_into_id IS NULL))))));
CREATE POLICY follow_a_merge ON public.referrals_occasion FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text) AND (EXISTS ( SELECT 1
   FROM public.directory_service s
  WHERE ((s.id = referrals_occasion.service_id) AND (s.merged_into_id IS NOT NULL)))))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text) AND (EXISTS ( SELECT 1
   FROM public.directory_service s
  WHERE ((s.id = referrals_occasion.service_id) AND (s.merged_into_id IS NULL))))));
CREATE POLICY follows_a_merge ON public.directory_watch FOR UPDATE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text)) WITH CHECK ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text));
CREATE POLICY found_by_a_merge ON public.directory_watch FOR SELECT USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text));
CREATE POLICY guarded_select ON public.referrals_person FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY guarded_select ON public.referrals_referral FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY guarded_update ON public.referrals_person FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY guarded_update ON public.referrals_referral FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY heard ON public.messaging_inboundtext FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS NULL) AND (EXISTS ( SELECT 1
   FROM public.referrals_heard h
  WHERE (h.id = messaging_inboundtext.led_to)))));
CREATE POLICY introduction ON public.referrals_occasion FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_introduction i
  WHERE ((i.occasion_id = referrals_occasion.id) AND (i.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_introduction i
  WHERE ((i.occasion_id = referrals_occasion.id) AND (i.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))));
CREATE POLICY merged_away ON public.referrals_person FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (NOT restricted) AND (EXISTS ( SELECT 1
   FROM public.referrals_merge m
  WHERE ((m.gone_id = referrals_person.id) AND (m.team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (m.merged_at IS NOT NULL) AND (m.undone_at IS NULL))))));
CREATE POLICY merged_listings ON public.referrals_connection FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text) AND (EXISTS ( SELECT 1
   FROM public.directory_service s
  WHERE ((s.merged_into_id IS NOT NULL) AND ((referrals_connection.service_id = s.id) OR (referrals_connection.service_id = s.merged_into_id)))))));
CREATE POLICY merged_listings ON public.referrals_occasion FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text) AND (EXISTS ( SELECT 1
   FROM public.directory_service s
  WHERE ((s.merged_into_id IS NOT NULL) AND ((referrals_occasion.service_id = s.id) OR (referrals_occasion.service_id = s.merged_into_id)))))));
ALTER TABLE public.messaging_inboundtext ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.messaging_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY named_change ON public.referrals_person FOR UPDATE USING ((restricted AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS NULL) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_person.id) AND (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (r.named)) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))))) WITH CHECK ((restricted AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS NULL) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_person.id) AND (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (r.named)) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))))))));
CREATE POLICY named_only ON public.referrals_referral AS RESTRICTIVE FOR SELECT USING (((named IS NULL) OR (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (named)) OR (COALESCE(( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif"), ''::text) = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text, 'import'::text, 'freeze'::text, 'guarding'::text, 'own_page'::text, 'migration'::text, 'retention'::text, 'merging'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text) AND ( SELECT o.glass
   FROM public.referrals_opening o
  WHERE ((o.id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (o.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((o.role)::text = 'DPO'::text) AND (o.closed_at IS NULL) AND (o.until > now()))))));
CREATE POLICY named_only_change ON public.referrals_referral AS RESTRICTIVE FOR UPDATE USING (((named IS NULL) OR (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (named)) OR (COALESCE(( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif"), ''::text) = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text, 'import'::text, 'freeze'::text, 'guarding'::text, 'own_page'::text, 'migration'::text, 'retention'::text, 'merging'::text])))) WITH CHECK (true);
CREATE POLICY not_round ON public.messaging_message AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_accompaniment AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_apart AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_befriendermatch AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_befriendertold AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_befriendervisit AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_befrienderwish AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_calendarfeed AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_championpatch AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_concern AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_concernstep AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_concerntally AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_confidencestep AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_connectionhistory AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_consent AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_crisis AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_crisischeck AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_crisisclosure AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_crisisround AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_crisissaid AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_draft AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_erasure AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_firstvisit AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_followup AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_healthychat AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_heard AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_helpoffer AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_helprequest AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_hook AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_hookcall AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_howitwas AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_introduction AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_knock AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_late AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_line AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_lineread AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_marker AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_measuredue AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_merge AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_moved AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_namedreader AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_noted AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_offer AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_opening AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_outsider AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_particularshistory AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_pause AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_personhistory AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_reason AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_referee AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_referralhistory AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_relation AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_relationhistory AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_remainder AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_reply AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_restriction AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_savedview AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_sessionoff AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_sheet AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_speaktolead AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_stepsaid AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_stepwords AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_transfer AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_visit AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_volunteer AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_volunteercheck AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_volunteerlesson AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_volunteerstep AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_wait AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_wanting AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_whereabouts AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY not_round ON public.referrals_whilewaiting AS RESTRICTIVE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY of_my_people ON public.messaging_message FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = messaging_message.about_id)))));
CREATE POLICY opened ON public.messaging_message FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text) AND (recipient_key = ( SELECT o.person_key
   FROM public.referrals_opening o
  WHERE ((o.id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (o.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (o.closed_at IS NULL) AND (o.until > now()))))));
CREATE POLICY opened ON public.referrals_concern FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_concern.referral_id))) AND ( SELECT o.glass
   FROM public.referrals_opening o
  WHERE ((o.id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (o.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((o.role)::text = 'DPO'::text) AND (o.closed_at IS NULL) AND (o.until > now())))));
CREATE POLICY opened ON public.referrals_particulars FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text) AND (person_id = ( SELECT o.person_key
   FROM public.referrals_opening o
  WHERE ((o.id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (o.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (o.closed_at IS NULL) AND (o.until > now()))))));
CREATE POLICY opened ON public.referrals_person FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text) AND (id = ( SELECT o.person_key
   FROM public.referrals_opening o
  WHERE ((o.id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (o.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (o.closed_at IS NULL) AND (o.until > now())))) AND ((NOT restricted) OR ( SELECT o.glass
   FROM public.referrals_opening o
  WHERE ((o.id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (o.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((o.role)::text = 'DPO'::text) AND (o.closed_at IS NULL) AND (o.until > now()))))));
CREATE POLICY opened ON public.referrals_referral FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text) AND (person_id = ( SELECT o.person_key
   FROM public.referrals_opening o
  WHERE ((o.id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (o.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (o.closed_at IS NULL) AND (o.until > now()))))));
ALTER TABLE public.outcomes_accessrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_application ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_application_aims ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_counted ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_equalityanswers ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_equalityasked ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_firstanswers ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_goalrating ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_goalsasked ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_goaltag ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_keptview ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_licensedwords ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_releaseread ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_spending ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_story ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_storypage ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_storystep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.outcomes_verdict ENABLE ROW LEVEL SECURITY;
CREATE POLICY over ON public.referrals_measuredue FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_measuredue.referral_id))))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_measuredue.referral_id)))));
CREATE POLICY overdue ON public.referrals_draft FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) AND (saved_at < (now() - '72:00:00'::interval))));
ALTER TABLE public.people_booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.people_champion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.people_competencyrating ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.people_thanks ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.people_trainee ENABLE ROW LEVEL SECURITY;
CREATE POLICY placed ON public.referrals_introduction FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'reminders'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_introduction.referral_id)))));
CREATE POLICY purged_after_a_week ON public.directory_upload FOR DELETE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'retention'::text) AND (at < (now() - '7 days'::interval))));
CREATE POLICY put_right ON public.referrals_person FOR UPDATE USING (((NOT restricted) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_person.id) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text])) AND (r.referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (r.referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (r.referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))) AND ((r.state)::text = ANY ((ARRAY['submitted'::character varying, 'returned'::character varying])::text[])) AND (r.connector_id IS NULL) AND (r.referrer_id = referrals_person.created_by_id) AND (r.referring_organisation_id = referrals_person.organisation_id)))))) WITH CHECK (((NOT restricted) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_person.id) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text])) AND (r.referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (r.referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (r.referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))) AND ((r.state)::text = ANY ((ARRAY['submitted'::character varying, 'returned'::character varying])::text[])) AND (r.connector_id IS NULL) AND (r.referrer_id = referrals_person.created_by_id) AND (r.referring_organisation_id = referrals_person.organisation_id))))));
CREATE POLICY put_right ON public.referrals_referral FOR UPDATE USING (((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text])) AND (referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))) AND ((state)::text = ANY ((ARRAY['submitted'::character varying, 'returned'::character varying])::text[])) AND (connector_id IS NULL))) WITH CHECK (((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text])) AND (referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))) AND ((state)::text = ANY ((ARRAY['submitted'::character varying, 'returned'::character varying])::text[])) AND (connector_id IS NULL)));
ALTER TABLE public.referrals_accompaniment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_apart ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_befriendermatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_befriendertold ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_befriendervisit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_befrienderwish ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_calendarfeed ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_championpatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_concernstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_concerntally ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_confidencestep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_connection ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_connectionhistory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_contactattempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crisis ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crisischeck ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crisisclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crisisround ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crisissaid ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_firstvisit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_followup ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_healthychat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_heard ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_helpoffer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_helprequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_hook ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_hookcall ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_howitwas ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_introduction ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_knock ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_late ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_lineread ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_marker ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_measuredue ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_moved ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_namedreader ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_noted ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_occasion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_outsider ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_particulars ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_particularshistory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_pause ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_personhistory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_reason ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_referee ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_referralevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_referralhistory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_relation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_relationhistory ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_remainder ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_restriction ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_savedview ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_sessionoff ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_sheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_speaktolead ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_stepsaid ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_stepwords ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_volunteer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_volunteercheck ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_volunteerlesson ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_volunteerstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_wait ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_wanting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_whereabouts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_whilewaiting ENABLE ROW LEVEL SECURITY;
CREATE POLICY round ON public.referrals_referral FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND ((((round -> (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))::text) ->> 'org'::text))::uuid = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND ((((round -> (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))::text) ->> 'until'::text))::date >= ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY round_add ON public.referrals_note FOR INSERT WITH CHECK (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_note.referral_id))))));
CREATE POLICY round_add ON public.referrals_task FOR INSERT WITH CHECK (((made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (owner_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_task.referral_id))))));
CREATE POLICY round_adds_none ON public.referrals_referralevent AS RESTRICTIVE FOR INSERT WITH CHECK ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text));
CREATE POLICY round_change ON public.referrals_task FOR UPDATE USING (((owner_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_task.referral_id)))))) WITH CHECK (((owner_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_task.referral_id))))));
CREATE POLICY round_whole ON public.referrals_referralevent AS RESTRICTIVE FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS DISTINCT FROM 'round'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_referralevent.referral_id) AND (((r.round -> (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))::text) ->> 'level'::text) = 'whole'::text)))))));
CREATE POLICY sender ON public.referrals_referral FOR UPDATE USING ((((state)::text = ANY ((ARRAY['submitted'::character varying, 'returned'::character varying])::text[])) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text])) AND (referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))))) WITH CHECK ((((state)::text = ANY ((ARRAY['submitted'::character varying, 'withdrawn'::character varying])::text[])) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text])) AND (referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY subject_access ON public.audit_access FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (person_ids && ( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif"))));
CREATE POLICY subject_access ON public.messaging_message FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (recipient_key = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY subject_access ON public.referrals_howitwas FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_howitwas.referral_id) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))));
CREATE POLICY subject_access ON public.referrals_marker FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY subject_access ON public.referrals_particulars FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY subject_access ON public.referrals_person FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (NOT restricted)));
CREATE POLICY subject_access ON public.referrals_referral FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY subject_access ON public.referrals_relation FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY subject_access ON public.referrals_restriction FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_restriction.referral_id) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))));
CREATE POLICY subject_access ON public.referrals_transfer FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_transfer.referral_id) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))));
CREATE POLICY sweep ON public.referrals_draft FOR DELETE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) AND (saved_at < (now() - '72:00:00'::interval))));
CREATE POLICY their_own ON public.outcomes_goal FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text) AND (referral_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY their_own ON public.outcomes_goalrating FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text) AND (referral_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY transfer ON public.messaging_message FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'transfer'::text) AND (about_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY transfer ON public.referrals_consent FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'transfer'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_consent.referral_id)))));
CREATE POLICY transfer ON public.referrals_reply FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'transfer'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_reply.referral_id)))));
CREATE POLICY transfer_insert ON public.referrals_referral FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'transfer'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY transfer_select ON public.referrals_referral FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'transfer'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY transfer_update ON public.referrals_referral FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'transfer'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'transfer'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY unsigned ON public.messaging_message FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'own_page'::text])) AND (about_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))));
CREATE POLICY unsigned ON public.referrals_consent FOR INSERT WITH CHECK (((said_to_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'own_page'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_consent.referral_id)))));
CREATE POLICY wall_delete ON public.audit_access FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.audit_rightschange FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_admin FOR DELETE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text, 'DIR'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_changerequest FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_editornote FOR DELETE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_gap FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_pollanswer FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_pollwords FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_practice FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_report FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_revision FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_savedsearch FOR DELETE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_upload FOR DELETE USING (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_usefulness FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_verification FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.directory_watch FOR DELETE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.messaging_inboundtext FOR DELETE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'inbound'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.messaging_message FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_accessrequest FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_application FOR DELETE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'reminders'::text) AND ((standing)::text = 'asked'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_application_aims FOR DELETE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'reminders'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_counted FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_equalityanswers FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_equalityasked FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_firstanswers FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_goal FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_goalrating FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_goalsasked FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_goaltag FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_keptview FOR DELETE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_licensedwords FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_questions FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_reading FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_releaseread FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_spending FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_story FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_storypage FOR DELETE USING (((EXISTS ( SELECT 1
   FROM (public.outcomes_story s
     JOIN public.referrals_referral r ON ((r.id = s.referral_id)))
  WHERE ((s.id = outcomes_storypage.story_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'seed'::text])) AND (EXISTS ( SELECT 1
   FROM public.outcomes_story s
  WHERE (s.id = outcomes_storypage.story_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_storystep FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.outcomes_verdict FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.people_booking FOR DELETE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'training'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.people_champion FOR DELETE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.people_competencyrating FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.people_thanks FOR DELETE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.people_champion c
  WHERE (c.id = people_thanks.champion_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (champion_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.people_trainee FOR DELETE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['LEAD'::text, 'TL'::text, 'COO'::text])) AND (kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_accompaniment FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_apart FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_attendance FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_befriendermatch FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_befriendertold FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_befriendervisit FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_befrienderwish FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_calendarfeed FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_championpatch FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_concern FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_concernstep FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_concerntally FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_confidencestep FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_connection FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_connectionhistory FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_consent FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_contactattempt FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_crisis FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_crisischeck FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_crisisclosure FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_crisisround FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_crisissaid FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_draft FOR DELETE USING ((((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_erasure FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_firstvisit FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_followup FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_healthychat FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_heard FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_helpoffer FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_helprequest FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_hook FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_hookcall FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_howitwas FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_introduction FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_knock FOR DELETE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_late FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_line FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_lineread FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_marker FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_measuredue FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_merge FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_moved FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_namedreader FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_note FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_noted FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_occasion FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_offer FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_opening FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_outsider FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_particulars FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_particularshistory FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_partner FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_pause FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_person FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_personhistory FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_reason FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_referee FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_referral FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_referralevent FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_referralhistory FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_relation FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_relationhistory FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_remainder FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_reply FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_restriction FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_savedview FOR DELETE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_sessionoff FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_sheet FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_speaktolead FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_stepsaid FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_stepwords FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_task FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_transfer FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_visit FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_volunteer FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_volunteercheck FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_volunteerlesson FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_volunteerstep FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_wait FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_wanting FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_whereabouts FOR DELETE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_delete ON public.referrals_whilewaiting FOR DELETE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.audit_access FOR INSERT WITH CHECK (((NOT (actor_id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.audit_rightschange FOR INSERT WITH CHECK (((NOT (actor_id IS DISTINCT FROM ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_admin FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text, 'DIR'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_changerequest FOR INSERT WITH CHECK ((true OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_editornote FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_gap FOR INSERT WITH CHECK ((true OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_pollanswer FOR INSERT WITH CHECK ((true OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_pollwords FOR INSERT WITH CHECK ((true OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_practice FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text, 'CHA'::text, 'COO'::text, 'LEAD'::text, 'DIR'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_report FOR INSERT WITH CHECK ((true OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_revision FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_savedsearch FOR INSERT WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_upload FOR INSERT WITH CHECK (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_usefulness FOR INSERT WITH CHECK ((true OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_verification FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.directory_watch FOR INSERT WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.messaging_inboundtext FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'inbound'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.messaging_message FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (about_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_accessrequest FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_accessrequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (noted_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text) AND (referral_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (noted_by_id IS NULL)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_application FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND ((standing)::text = 'asked'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_application_aims FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'seed'::text])) AND (EXISTS ( SELECT 1
   FROM public.outcomes_application a
  WHERE (a.id = outcomes_application_aims.application_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_counted FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_equalityanswers FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'equality'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_equalityasked FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_equalityasked.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referral_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (reply_to_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (by_id IS NULL)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_firstanswers FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_firstanswers.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (changed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_goal FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goal.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_goalrating FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goalrating.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((by_id IS NULL) AND ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.outcomes_goalsasked q
  WHERE ((q.referral_id = outcomes_goalrating.referral_id) AND (q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_goalsasked FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goalsasked.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_goaltag FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goaltag.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_keptview FOR INSERT WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_licensedwords FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (scheme_id = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_questions FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_questions.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_reading FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_reading.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_releaseread FOR INSERT WITH CHECK (((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_spending FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.outcomes_application a
  WHERE (a.id = outcomes_spending.application_id))) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (by_id IS NULL)) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_story FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_story.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (written_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_storypage FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM (public.outcomes_story s
     JOIN public.referrals_referral r ON ((r.id = s.referral_id)))
  WHERE ((s.id = outcomes_storypage.story_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (EXISTS ( SELECT 1
   FROM public.outcomes_story s
  WHERE ((s.id = outcomes_storypage.story_id) AND ((s.state)::text = 'published'::text) AND (s.read_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (s.written_by_id <> ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_storystep FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_storystep.referral_id) AND (((outcomes_storystep.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR ((outcomes_storystep.by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'seed'::text]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.outcomes_verdict FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM public.outcomes_application a
  WHERE (a.id = outcomes_verdict.application_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.people_booking FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.people_champion FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.people_competencyrating FOR INSERT WITH CHECK ((((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT observed)) OR ((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND observed AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.people_thanks FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.people_champion c
  WHERE (c.id = people_thanks.champion_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.people_trainee FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['LEAD'::text, 'TL'::text, 'COO'::text])) AND (kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_accompaniment FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_accompaniment.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_apart FOR INSERT WITH CHECK ((((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = ANY (ARRAY[referrals_apart.one_id, referrals_apart.other_id])) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_attendance FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_attendance.referral_id) AND (((referrals_attendance.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])) OR ((referrals_attendance.by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND ((referrals_attendance.said_by)::text = ANY ((ARRAY['person'::character varying, 'organiser'::character varying, 'companion'::character varying])::text[])) AND (referrals_attendance.occasion_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_befriendermatch FOR INSERT WITH CHECK (((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendermatch.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded))) AND (proposed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_befriendertold FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendertold.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendertold.match_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_befriendervisit FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (match_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE ((m.id = referrals_befriendervisit.match_id) AND ((m.state)::text = ANY ((ARRAY['meeting'::character varying, 'going'::character varying, 'ending'::character varying])::text[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_befrienderwish FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befrienderwish.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (asked_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_calendarfeed FOR INSERT WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_championpatch FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (EXISTS ( SELECT 1
   FROM public.people_team t
  WHERE ((t.id = referrals_championpatch.team_id) AND (t.organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_concern FOR INSERT WITH CHECK ((((read_at IS NULL) AND (decided_at IS NULL) AND (ended_at IS NULL) AND (escalated_to_id IS NULL) AND (((raised_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((referral_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_concern.referral_id))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (raised_by_id IS NULL) AND (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_concernstep FOR INSERT WITH CHECK ((((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM public.referrals_concern c
  WHERE ((c.id = referrals_concernstep.concern_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = c.team_id))) AND ((EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (c.escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((c.team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id))))))))))))) OR (((what)::text = 'raised'::text) AND ((decision)::text = ''::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_concern c
  WHERE ((c.id = referrals_concernstep.concern_id) AND (NOT (c.raised_by_id IS DISTINCT FROM referrals_concernstep.by_id)) AND ((c.raised_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (c.key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")))))))) OR ((by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_concerntally FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") IS NOT NULL) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_confidencestep FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_confidencestep.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_connection FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_connection.referral_id) AND (((referrals_connection.made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_connectionhistory FOR INSERT WITH CHECK (((pg_trigger_depth() > 0) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_consent FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_consent.referral_id))) AND (((said_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_contactattempt FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_contactattempt.referral_id) AND (((referrals_contactattempt.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_crisis FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (begun_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_crisischeck FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_crisischeck.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_crisisclosure FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_crisisround FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_crisissaid FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_crisissaid.referral_id) AND (((referrals_crisissaid.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))) AND ((referrals_crisissaid.said_by)::text = 'connector'::text)) OR ((referrals_crisissaid.by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND ((referrals_crisissaid.said_by)::text = 'person'::text) AND (referrals_crisissaid.check_of_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_draft FOR INSERT WITH CHECK ((((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_erasure FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) AND (proposed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((stage)::text = 'waiting'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) AND (proposed_by_id IS NULL) AND ((stage)::text = 'due'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_firstvisit FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_firstvisit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (changed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_followup FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_followup.referral_id) AND ((((referrals_followup.made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (referrals_followup.made_by_id IS NULL)) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_healthychat FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text])) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND ((referral_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_healthychat.referral_id))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_heard FOR INSERT WITH CHECK ((((read_at IS NULL) AND ((referral_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_heard.referral_id)))) AND ((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'own_page'::text, 'link'::text]))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_helpoffer FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'HLP'::text) AND (helper_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((said)::text = 'offered'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_helprequest q
  WHERE (q.id = referrals_helpoffer.request_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_helprequest FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_helprequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (posted_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_hook FOR INSERT WITH CHECK ((((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text)) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_hookcall FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_howitwas FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_howitwas.referral_id) AND (((referrals_howitwas.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR ((referrals_howitwas.by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text])) AND (referrals_howitwas.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (referrals_howitwas.occasion_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_introduction FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_introduction.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_knock FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_late FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_line FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_line.referral_id) AND (((referrals_line.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((referrals_line.side)::text = 'referrer'::text) AND ((((referrals_line.said_by)::text = 'referrer'::text) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR (((referrals_line.said_by)::text = 'connector'::text) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text]))))) OR ((referrals_line.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))) AND ((referrals_line.side)::text = 'organiser'::text) AND ((referrals_line.said_by)::text = 'connector'::text)) OR ((referrals_line.by_id IS NULL) AND ((referrals_line.side)::text = 'referrer'::text) AND ((referrals_line.said_by)::text = 'referrer'::text) AND ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (r.outsider_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) OR ((referrals_line.by_id IS NULL) AND ((referrals_line.side)::text = 'organiser'::text) AND ((referrals_line.said_by)::text = 'organiser'::text) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_line.connection_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_lineread FOR INSERT WITH CHECK ((((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM public.referrals_line l
  WHERE (l.id = referrals_lineread.line_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_marker FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_marker.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_measuredue FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_measuredue.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_merge FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (proposed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (merged_at IS NULL) AND (declined_at IS NULL) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = ANY (ARRAY[referrals_merge.kept_id, referrals_merge.gone_id])) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_moved FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_merge m
  WHERE ((m.id = referrals_moved.merge_id) AND (m.team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_namedreader FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_note FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_note.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_noted FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_noted.referral_id) AND (((referrals_noted.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR ((referrals_noted.by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_noted.occasion_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_occasion FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_occasion.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text, 'reminders'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_offer FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_offer.referral_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_opening FOR INSERT WITH CHECK ((((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((role)::text = ( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DPO'::text, 'ADM'::text])) AND (glass OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text)) AND (until <= (now() + '01:01:00'::interval))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_outsider FOR INSERT WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'seed'::text, 'import'::text])) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_particulars FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_particulars.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (changed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_particularshistory FOR INSERT WITH CHECK (((pg_trigger_depth() > 0) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_partner FOR INSERT WITH CHECK ((((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'LEAD'::text, 'CON'::text, 'TL'::text])) AND (asked_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (yes IS NULL) AND (ended_at IS NULL)) OR ((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_partner.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (asked_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((yes IS NULL) OR (decided_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_pause FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_pause.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_person FOR INSERT WITH CHECK ((((created_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (created_by_id IS NULL)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_personhistory FOR INSERT WITH CHECK (((pg_trigger_depth() > 0) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_reason FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_reason.referral_id) AND (((referrals_reason.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))) AND ((referrals_reason.said_by)::text = 'connector'::text)) OR ((referrals_reason.by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND ((referrals_reason.said_by)::text = 'person'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_referee FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_referee.volunteer_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_referral FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text])) AND (referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (referrer_id IS NULL) AND (entered_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (referrer_id IS NULL) AND (entered_by_id IS NULL) AND (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_referralevent FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_referralevent.referral_id) AND (((referrals_referralevent.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (((referrals_referralevent.was)::text = ''::text) AND ((referrals_referralevent."to")::text = 'submitted'::text)) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text])) AND ((((referrals_referralevent.was)::text = ANY ((ARRAY['submitted'::character varying, 'returned'::character varying])::text[])) AND ((referrals_referralevent."to")::text = 'withdrawn'::text)) OR (((referrals_referralevent.was)::text = 'returned'::text) AND ((referrals_referralevent."to")::text = 'submitted'::text)))))) OR ((referrals_referralevent.by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'reminders'::text, 'transfer'::text, 'front_door'::text, 'own_page'::text, 'clocks'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'import'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_referralhistory FOR INSERT WITH CHECK (((pg_trigger_depth() > 0) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_relation FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_relation.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_relationhistory FOR INSERT WITH CHECK (((pg_trigger_depth() > 0) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_remainder FOR INSERT WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_reply FOR INSERT WITH CHECK (((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text, 'clocks'::text, 'reminders'::text, 'seed'::text]))) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_reply.referral_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_restriction FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_savedview FOR INSERT WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_sessionoff FOR INSERT WITH CHECK ((((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (by_id IS NULL) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) AND (EXISTS ( SELECT 1
   FROM public.referrals_occasion o
  WHERE (o.register_id = referrals_sessionoff.id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_sheet FOR INSERT WITH CHECK ((((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (by_id IS NULL) AND (register_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) AND (EXISTS ( SELECT 1
   FROM public.referrals_occasion o
  WHERE (o.register_id = referrals_sheet.register_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_speaktolead FOR INSERT WITH CHECK ((((ended_at IS NULL) AND (((NULLIF(( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif"), ''::text) IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_speaktolead.referral_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_stepsaid FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_stepsaid.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_stepwords FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_stepwords.referral_id))) AND ((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'clocks'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_task FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_task.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_transfer FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_transfer.referral_id))) AND (asked_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_visit FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_visit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_volunteer FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (user_id IS NULL) AND ((stage)::text = 'applied'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_volunteercheck FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_volunteercheck.volunteer_id))) AND (seen_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_volunteerlesson FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_volunteerlesson.volunteer_id))) AND (noted_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_volunteerstep FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_volunteerstep.volunteer_id))) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text, 'reminders'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_wait FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wait.referral_id) AND (((referrals_wait.joined_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR ((referrals_wait.joined_by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_wanting FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wanting.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_whereabouts FOR INSERT WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_insert ON public.referrals_whilewaiting FOR INSERT WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_whilewaiting.referral_id))) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((made_by_id IS NULL) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_read ON public.audit_access FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.audit_rightschange FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DPO'::text, 'ADM'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_admin FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text, 'DIR'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_changerequest FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_editornote FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DIR'::text, 'CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_gap FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_pollanswer FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_pollwords FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) OR (passed_on AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_practice FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") IS NOT NULL) AND ((state)::text = 'shown'::text)) OR (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DIR'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_report FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_revision FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DIR'::text, 'CON'::text, 'TL'::text, 'DPO'::text, 'ADM'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_savedsearch FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_upload FOR SELECT USING (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_usefulness FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_verification FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DIR'::text, 'CON'::text, 'TL'::text, 'DPO'::text, 'ADM'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.directory_watch FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.messaging_inboundtext FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'inbound'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.messaging_message FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'reminders'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_accessrequest FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_accessrequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text) AND (referral_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (person_key = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_application FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text, 'CON'::text])) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND ((standing)::text <> 'asked'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND ((standing)::text = 'awarded'::text) AND may_show) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_application_aims FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.outcomes_application a
  WHERE (a.id = outcomes_application_aims.application_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_counted FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_equalityanswers FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'equality'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_equalityasked FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_equalityasked.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_firstanswers FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_firstanswers.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_goal FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goal.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.outcomes_goalsasked q
  WHERE ((q.referral_id = outcomes_goal.referral_id) AND (q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_goalrating FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goalrating.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM public.outcomes_goalsasked q
  WHERE ((q.referral_id = outcomes_goalrating.referral_id) AND (q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_goalsasked FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goalsasked.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_goaltag FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_goaltag.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_keptview FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'reminders'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_licensedwords FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'CON'::text])) AND (scheme_id = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (EXISTS ( SELECT 1
   FROM ((public.outcomes_questions q
     JOIN public.referrals_referral r ON ((r.id = q.referral_id)))
     JOIN public.people_team t ON ((t.id = r.team_id)))
  WHERE ((q.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (t.scheme_id = outcomes_licensedwords.scheme_id))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_questions FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_questions.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_reading FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_reading.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_releaseread FOR SELECT USING (((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_spending FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.outcomes_application a
  WHERE (a.id = outcomes_spending.application_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_story FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_story.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_storypage FOR SELECT USING ((((until >= CURRENT_DATE) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text, 'COO'::text])) AND (scheme_id = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DPO'::text, 'ADM'::text])) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COM'::text) AND (EXISTS ( SELECT 1
   FROM public.people_membership m
  WHERE ((m.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((m.role)::text = 'COM'::text) AND (m.area_id = outcomes_storypage.area_id))))))) OR (EXISTS ( SELECT 1
   FROM (public.outcomes_story s
     JOIN public.referrals_referral r ON ((r.id = s.referral_id)))
  WHERE ((s.id = outcomes_storypage.story_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'seed'::text])) AND (EXISTS ( SELECT 1
   FROM public.outcomes_story s
  WHERE (s.id = outcomes_storypage.story_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_storystep FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_storystep.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.outcomes_verdict FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM public.outcomes_application a
  WHERE (a.id = outcomes_verdict.application_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.people_booking FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['LEAD'::text, 'TL'::text, 'COO'::text])) AND ((kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) OR (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['ADM'::text, 'DPO'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text, 'freeze'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND ((id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (session_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.people_champion FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND ((kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) OR (kept_by_id IS NULL))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DPO'::text, 'ADM'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.people_competencyrating FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'freeze'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.people_thanks FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.people_champion c
  WHERE (c.id = people_thanks.champion_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (champion_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DPO'::text, 'ADM'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.people_trainee FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['LEAD'::text, 'TL'::text, 'COO'::text])) AND ((kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) OR (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['ADM'::text, 'DPO'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text, 'freeze'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_accompaniment FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_accompaniment.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_accompaniment.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text, 'freeze'::text])))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (colleague_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_apart FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.person_id = ANY (ARRAY[referrals_apart.one_id, referrals_apart.other_id]))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['alike'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_attendance FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_attendance.referral_id) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) IS NOT TRUE) OR (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_befriendermatch FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendermatch.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR ((NOT guarded) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_befriendermatch.volunteer_id)))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_befriendertold FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendertold.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendertold.match_id)))) OR (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (match_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE ((m.id = referrals_befriendertold.match_id) AND ((m.state)::text = ANY ((ARRAY['meeting'::character varying, 'going'::character varying, 'ending'::character varying])::text[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_befriendervisit FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendervisit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendervisit.match_id)))) OR (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (match_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE ((m.id = referrals_befriendervisit.match_id) AND ((m.state)::text = ANY ((ARRAY['meeting'::character varying, 'going'::character varying, 'ending'::character varying])::text[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_befrienderwish FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befrienderwish.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_calendarfeed FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (id = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_championpatch FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (EXISTS ( SELECT 1
   FROM public.people_team t
  WHERE ((t.id = referrals_championpatch.team_id) AND (t.organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_concern FOR SELECT USING (((raised_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = referrals_concern.team_id))) AND ((EXISTS ( SELECT 1
   FROM public.referrals_safeguardinglead l
  WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = referrals_concern.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = referrals_concern.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
   FROM public.referrals_safeguardinglead l
  WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = referrals_concern.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = referrals_concern.team_id))))))))) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_concernstep FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_concern c
  WHERE ((c.id = referrals_concernstep.concern_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = c.team_id))) AND ((EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (c.escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((c.team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id)))))))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_concerntally FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_confidencestep FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_confidencestep.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_connection FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_connection.referral_id) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) IS NOT TRUE) OR (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_connectionhistory FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_connection o
  WHERE (o.id = referrals_connectionhistory.pgh_obj_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_consent FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_consent.referral_id) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) IS NOT TRUE) OR (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_contactattempt FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_contactattempt.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (((r.round -> (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))::text) ->> 'level'::text) = 'whole'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'opened'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_crisis FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_crisischeck FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_crisischeck.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_crisischeck.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'guarding'::text, 'merging'::text, 'reminders'::text, 'clocks'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_crisisclosure FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_crisisround FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_crisissaid FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_crisissaid.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_draft FOR SELECT USING ((((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_erasure FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_firstvisit FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_firstvisit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_followup FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_followup.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'reminders'::text, 'seed'::text, 'own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_healthychat FOR SELECT USING (((key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_heard FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_heard.referral_id) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['guarding'::text, 'opened'::text])))))) OR (((named IS NULL) OR (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (named))) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_heard.referral_id) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((referral_id IS NULL) OR (reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_heard.referral_id))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (reader_id IS NULL)) AND (EXISTS ( SELECT 1
   FROM public.people_team mine,
    public.people_team theirs
  WHERE ((mine.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (theirs.id = referrals_heard.team_id) AND (mine.scheme_id = theirs.scheme_id))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_helpoffer FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'HLP'::text) AND (helper_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text, 'COO'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_helprequest q
  WHERE (q.id = referrals_helpoffer.request_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_helprequest FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_helprequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['HLP'::text, 'COO'::text])) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND ((standing)::text = 'open'::text)) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'HLP'::text) AND (helper_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((standing)::text = ANY ((ARRAY['matched'::character varying, 'done'::character varying])::text[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'guarding'::text, 'own_page'::text, 'clocks'::text, 'transfer'::text, 'link'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_hook FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text) OR ((key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) AND (made_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_hookcall FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['LEAD'::text, 'ADM'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_hook h
  WHERE (h.id = referrals_hookcall.hook_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_howitwas FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_howitwas.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text])) AND (referrals_howitwas.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_introduction FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_introduction.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_introduction.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text, 'freeze'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_knock FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_late FOR SELECT USING ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_late.referral_id))) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'freeze'::text, 'seed'::text])))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_line FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_line.referral_id) AND ((((referrals_line.side)::text = 'referrer'::text) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (r.outsider_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))) OR (((referrals_line.side)::text = 'organiser'::text) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_line.connection_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text))))) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['freeze'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_lineread FOR SELECT USING (((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_marker FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_marker.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_measuredue FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_measuredue.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'reminders'::text, 'seed'::text, 'own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_merge FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR (proposed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.person_id = ANY (ARRAY[referrals_merge.kept_id, referrals_merge.gone_id])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_moved FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_merge m
  WHERE (m.id = referrals_moved.merge_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_namedreader FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.person_id = referrals_namedreader.person_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_note FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_note.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((referrals_note.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (((r.round -> (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))::text) ->> 'level'::text) = 'whole'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'opened'::text))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_noted FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_noted.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'freeze'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_occasion FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_occasion.referral_id) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) IS NOT TRUE) OR (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_offer FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_offer.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text, 'clocks'::text, 'transfer'::text, 'guarding'::text, 'freeze'::text, 'reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'places'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_opening FOR SELECT USING (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_outsider FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.outsider_id = referrals_outsider.id))) OR ((id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'link'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_particulars FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_particulars.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (((r.round -> (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))::text) ->> 'level'::text) = 'whole'::text)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'clocks'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_particularshistory FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_particulars o
  WHERE (o.id = referrals_particularshistory.pgh_obj_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_partner FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_partner.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (referrals_partner.yes AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'merging'::text, 'seed'::text])))))) OR ((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_pause FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_pause.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'freeze'::text, 'own_page'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_person FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_person.id) AND (((NOT (referrals_person.restricted AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS NULL))) AND (COALESCE(( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif"), ''::text) <> ALL (ARRAY['link'::text, 'freeze'::text, 'front_door'::text]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'alike'::text) AND (NOT referrals_person.restricted)) OR (referrals_person.restricted AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") IS NULL) AND (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (r.named))))))) OR ((NOT restricted) AND (created_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_personhistory FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_person o
  WHERE (o.id = referrals_personhistory.pgh_obj_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_reason FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_reason.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND ((referrals_reason.said_by)::text = 'person'::text) AND (referrals_reason.occasion_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'freeze'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_referee FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_referral FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text])) AND (referrer_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (referring_organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (connector_id IS NULL))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'freeze'::text, 'seed'::text, 'clocks'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_referralevent FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_referralevent.referral_id) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) IS NOT TRUE) OR (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_referralhistory FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral o
  WHERE (o.id = referrals_referralhistory.pgh_obj_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_relation FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_relation.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_relationhistory FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_relation o
  WHERE (o.id = referrals_relationhistory.pgh_obj_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_remainder FOR SELECT USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'freeze'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_reply FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_reply.referral_id) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text])) AND (((referrals_reply.why_not)::text = ''::text) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])))) OR (((referrals_reply.why_not)::text = ''::text) AND ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (r.outsider_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'clocks'::text, 'reminders'::text, 'freeze'::text, 'seed'::text, 'transfer'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_restriction FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.person_id = referrals_restriction.person_id)))) OR (asked_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_savedview FOR SELECT USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_sessionoff FOR SELECT USING (((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text)) AND (EXISTS ( SELECT 1
   FROM public.referrals_occasion o
  WHERE (o.register_id = referrals_sessionoff.id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'places'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_sheet FOR SELECT USING (((key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text)) AND (EXISTS ( SELECT 1
   FROM public.referrals_occasion o
  WHERE (o.register_id = referrals_sheet.register_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_speaktolead FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_speaktolead.referral_id)))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_concern c
  WHERE ((c.referral_id = referrals_speaktolead.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = c.team_id))) AND ((EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (c.escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((c.team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id))))))))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_stepsaid FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_stepsaid.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_stepwords FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_stepwords.referral_id) AND (referrals_stepwords.for_referrer OR (referrals_stepwords.by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'opened'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_task FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_task.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (ARRAY[referrals_task.owner_id, referrals_task.made_by_id])) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (((r.round -> (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))::text) ->> 'level'::text) = 'whole'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_transfer FOR SELECT USING ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = ANY (ARRAY[referrals_transfer.referral_id, referrals_transfer.there_id])))) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['transfer'::text, 'clocks'::text, 'freeze'::text, 'seed'::text])))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_visit FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_visit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (who_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (buddy_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded) AND (left_at IS NULL) AND (called_off_at IS NULL)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_volunteer FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) AND (user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_volunteercheck FOR SELECT USING ((((EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_volunteercheck.volunteer_id))) AND (COALESCE(( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif"), ''::text) <> ALL (ARRAY['link'::text, 'front_door'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_volunteerlesson FOR SELECT USING ((((EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_volunteerlesson.volunteer_id))) AND (COALESCE(( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif"), ''::text) <> ALL (ARRAY['link'::text, 'front_door'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_volunteerstep FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_volunteerstep.volunteer_id))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_wait FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wait.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text, 'clocks'::text, 'transfer'::text, 'guarding'::text, 'freeze'::text, 'reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'places'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_wanting FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wanting.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND referrals_wanting.shown) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_whereabouts FOR SELECT USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_read ON public.referrals_whilewaiting FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_whilewaiting.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'subject_access'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'freeze'::text, 'own_page'::text, 'transfer'::text, 'seed'::text])))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text]))));
CREATE POLICY wall_update ON public.audit_access FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.audit_rightschange FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_admin FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text, 'DIR'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text, 'DIR'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_changerequest FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (service_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_editornote FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_gap FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_pollanswer FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_pollwords FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_practice FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text, 'CHA'::text, 'COO'::text, 'LEAD'::text, 'DIR'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DIR'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text, 'CHA'::text, 'COO'::text, 'LEAD'::text, 'DIR'::text])) AND (by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['DIR'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_report FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_revision FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_savedsearch FOR UPDATE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'import'::text, 'seed'::text, 'delivery'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_upload FOR UPDATE USING (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_usefulness FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DIR'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_verification FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.directory_watch FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.messaging_inboundtext FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'inbound'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'inbound'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.messaging_message FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_accessrequest FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_accessrequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))))))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_accessrequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))))))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_application FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND ((standing)::text <> 'asked'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND ((standing)::text <> 'asked'::text)) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_application_aims FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_counted FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_equalityanswers FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_equalityasked FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_firstanswers FOR UPDATE USING ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_firstanswers.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (changed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_firstanswers.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) AND (changed_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_goal FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_goalrating FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_goalsasked FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_goaltag FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_keptview FOR UPDATE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'reminders'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'reminders'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_licensedwords FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (scheme_id = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (scheme_id = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_questions FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_reading FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_releaseread FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_spending FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_story FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_story.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = outcomes_story.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_storypage FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_storystep FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.outcomes_verdict FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.people_booking FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.people_champion FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND ((kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) OR (kept_by_id IS NULL))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND ((kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) OR (kept_by_id IS NULL))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'front_door'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.people_competencyrating FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.people_thanks FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.people_trainee FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['LEAD'::text, 'TL'::text, 'COO'::text])) AND (kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['LEAD'::text, 'TL'::text, 'COO'::text])) AND (kept_by_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'training'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_accompaniment FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (colleague_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_accompaniment.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_accompaniment.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (colleague_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_accompaniment.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_accompaniment.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_apart FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_attendance FOR UPDATE USING ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_attendance.referral_id))) AND false) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_attendance.referral_id))) AND false) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_befriendermatch FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendermatch.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR ((NOT guarded) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_befriendermatch.volunteer_id)))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendermatch.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR ((NOT guarded) AND (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_volunteer v
  WHERE (v.id = referrals_befriendermatch.volunteer_id)))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_befriendertold FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendertold.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendertold.match_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendertold.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendertold.match_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_befriendervisit FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendervisit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendervisit.match_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (read_at IS NULL) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (match_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE ((m.id = referrals_befriendervisit.match_id) AND ((m.state)::text = ANY ((ARRAY['meeting'::character varying, 'going'::character varying, 'ending'::character varying])::text[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befriendervisit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE (m.id = referrals_befriendervisit.match_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (read_at IS NULL) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'BEF'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (match_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))) AND (EXISTS ( SELECT 1
   FROM public.referrals_befriendermatch m
  WHERE ((m.id = referrals_befriendervisit.match_id) AND ((m.state)::text = ANY ((ARRAY['meeting'::character varying, 'going'::character varying, 'ending'::character varying])::text[]))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_befrienderwish FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befrienderwish.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_befrienderwish.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'COO'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT guarded)) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_calendarfeed FOR UPDATE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_championpatch FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (EXISTS ( SELECT 1
   FROM public.people_team t
  WHERE ((t.id = referrals_championpatch.team_id) AND (t.organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['TL'::text, 'COO'::text])) AND (EXISTS ( SELECT 1
   FROM public.people_team t
  WHERE ((t.id = referrals_championpatch.team_id) AND (t.organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_concern FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = referrals_concern.team_id))) AND ((EXISTS ( SELECT 1
   FROM public.referrals_safeguardinglead l
  WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = referrals_concern.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = referrals_concern.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
   FROM public.referrals_safeguardinglead l
  WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = referrals_concern.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = referrals_concern.team_id))))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
   FROM public.people_team t
  WHERE (t.id = referrals_concern.team_id))) AND ((EXISTS ( SELECT 1
   FROM public.referrals_safeguardinglead l
  WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = referrals_concern.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = referrals_concern.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
   FROM public.referrals_safeguardinglead l
  WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = referrals_concern.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = referrals_concern.team_id))))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_concernstep FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_concerntally FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_confidencestep FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_connection FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_connection.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'seed'::text, 'reminders'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_connection.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'seed'::text, 'reminders'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_connectionhistory FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_consent FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_contactattempt FOR UPDATE USING ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_contactattempt.referral_id))) AND false) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_contactattempt.referral_id))) AND false) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_crisis FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_crisischeck FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_crisischeck.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_crisischeck.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'guarding'::text, 'merging'::text, 'reminders'::text, 'clocks'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_crisischeck.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_crisischeck.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'guarding'::text, 'merging'::text, 'reminders'::text, 'clocks'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_crisisclosure FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_crisisround FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_crisissaid FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_draft FOR UPDATE USING ((((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")) AND (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['REF'::text, 'CHA'::text, 'LEAD'::text, 'CON'::text, 'TL'::text]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_erasure FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'DPO'::text) AND ((decided_by_id IS NULL) OR (decided_by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_firstvisit FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_firstvisit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_firstvisit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_followup FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_followup.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'reminders'::text, 'seed'::text, 'own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_followup.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'reminders'::text, 'seed'::text, 'own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_healthychat FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_heard FOR UPDATE USING (((((named IS NULL) OR (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (named))) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_heard.referral_id) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((referral_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_heard.referral_id))) OR ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (reader_id IS NULL)) AND (EXISTS ( SELECT 1
   FROM public.people_team mine,
    public.people_team theirs
  WHERE ((mine.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (theirs.id = referrals_heard.team_id) AND (mine.scheme_id = theirs.scheme_id))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_heard.referral_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((((named IS NULL) OR (( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif") = ANY (named))) AND (((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_heard.referral_id) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((referral_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_heard.referral_id))) OR ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND ((reader_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (reader_id IS NULL)) AND (EXISTS ( SELECT 1
   FROM public.people_team mine,
    public.people_team theirs
  WHERE ((mine.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (theirs.id = referrals_heard.team_id) AND (mine.scheme_id = theirs.scheme_id))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_heard.referral_id)))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_helpoffer FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'HLP'::text) AND (helper_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text, 'COO'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_helprequest q
  WHERE (q.id = referrals_helpoffer.request_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'HLP'::text) AND (helper_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text, 'COO'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_helprequest q
  WHERE (q.id = referrals_helpoffer.request_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_helprequest FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_helprequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'HLP'::text) AND (helper_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((standing)::text = ANY ((ARRAY['matched'::character varying, 'done'::character varying])::text[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'guarding'::text, 'own_page'::text, 'clocks'::text, 'transfer'::text, 'link'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_helprequest.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'HLP'::text) AND (helper_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND ((standing)::text = ANY ((ARRAY['matched'::character varying, 'done'::character varying])::text[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'guarding'::text, 'own_page'::text, 'clocks'::text, 'transfer'::text, 'link'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_hook FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'LEAD'::text) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'ADM'::text) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_hookcall FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['delivery'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_howitwas FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_introduction FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_introduction.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_introduction.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_introduction.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_introduction.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_knock FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'front_door'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_late FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_late.referral_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_late.referral_id)))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'clocks'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_line FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_lineread FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_marker FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_marker.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_marker.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_measuredue FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_measuredue.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_measuredue.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_merge FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_moved FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_namedreader FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_note FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_noted FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_occasion FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_occasion.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_occasion.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_occasion.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_occasion.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_offer FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_offer.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_offer.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_offer.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_offer.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_opening FOR UPDATE USING (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((by_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_outsider FOR UPDATE USING ((((id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'link'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) AND (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['front_door'::text, 'link'::text]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_particulars FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_particulars.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_particulars.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_particularshistory FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_partner FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_partner.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'merging'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_partner.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'guarding'::text, 'merging'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'round'::text) AND (user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) AND (organisation_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_pause FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_pause.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'clocks'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_pause.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'clocks'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_person FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_person.id) AND (((NOT referrals_person.restricted) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_person.id) AND (((NOT referrals_person.restricted) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_personhistory FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_reason FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_referee FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_referral FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (connector_id IS NULL))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text, 'clocks'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND ((connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR (connector_id IS NULL))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['link'::text, 'own_page'::text])) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['seed'::text, 'reminders'::text, 'clocks'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_referralevent FOR UPDATE USING ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_referralevent.referral_id))) AND false) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_referralevent.referral_id))) AND false) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_referralhistory FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_relation FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_relation.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.person_id = referrals_relation.person_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_relationhistory FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_remainder FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_reply FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_restriction FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_savedview FOR UPDATE USING (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_sessionoff FOR UPDATE USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_sheet FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_speaktolead FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_concern c
  WHERE ((c.referral_id = referrals_speaktolead.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = c.team_id))) AND ((EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (c.escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((c.team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id))))))))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (EXISTS ( SELECT 1
   FROM public.referrals_concern c
  WHERE ((c.referral_id = referrals_speaktolead.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) AND (( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) = ( SELECT t.scheme_id
           FROM public.people_team t
          WHERE (t.id = c.team_id))) AND ((EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id)) AND (l.user_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))) OR (c.escalated_to_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif")) OR ((c.team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (EXISTS ( SELECT 1
           FROM public.referrals_safeguardinglead l
          WHERE ((l.ended_at IS NULL) AND (l.scheme_id = ( SELECT t.scheme_id
                   FROM public.people_team t
                  WHERE (t.id = c.team_id))) AND ((l.team_id IS NULL) OR (l.team_id = c.team_id))))))))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_stepsaid FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_stepwords FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_task FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_task.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_task.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'seed'::text) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_transfer FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['transfer'::text, 'seed'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = ANY (ARRAY[referrals_transfer.referral_id, referrals_transfer.there_id]))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['transfer'::text, 'seed'::text])) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = ANY (ARRAY[referrals_transfer.referral_id, referrals_transfer.there_id]))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_visit FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_visit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (who_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_visit.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))))))) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) AND (who_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_volunteer FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['COO'::text, 'TL'::text])) AND (team_id = ( SELECT (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['reminders'::text, 'seed'::text])) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_volunteercheck FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_volunteerlesson FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_volunteerstep FOR UPDATE USING ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((false OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_wait FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wait.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_wait.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wait.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'link'::text) AND (referrals_wait.id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (r.person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'transfer'::text, 'clocks'::text, 'reminders'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_wanting FOR UPDATE USING (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wanting.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'merging'::text, 'guarding'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_wanting.referral_id) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'TL'::text) OR ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = 'CON'::text) AND (r.connector_id = ( SELECT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AS "nullif"))) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['own_page'::text, 'merging'::text, 'guarding'::text, 'seed'::text])))))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_whereabouts FOR UPDATE USING ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'guarding'::text) AND (person_id = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update ON public.referrals_whilewaiting FOR UPDATE USING ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_whilewaiting.referral_id))) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'own_page'::text, 'transfer'::text, 'seed'::text])))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name)))) WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE (r.id = referrals_whilewaiting.referral_id))) AND ((( SELECT NULLIF(current_setting('app.role'::text, true), ''::text) AS "nullif") = ANY (ARRAY['CON'::text, 'TL'::text])) OR (( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['clocks'::text, 'own_page'::text, 'transfer'::text, 'seed'::text])))) OR ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = ANY (ARRAY['migration'::text, 'retention'::text])) AND (CURRENT_USER <> 'connect_web'::name))));
CREATE POLICY wall_update_by_key ON public.directory_usefulness FOR UPDATE USING ((key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((key = ( SELECT (NULLIF(current_setting('app.key'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY watched_both ON public.directory_watch FOR DELETE USING ((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'merging'::text));
CREATE POLICY who_looked ON public.audit_access FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text) AND (person_ids && ( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif"))));
CREATE POLICY written_to_me ON public.messaging_message FOR SELECT USING (((( SELECT NULLIF(current_setting('app.job'::text, true), ''::text) AS "nullif") = 'own_page'::text) AND (recipient_key = ANY (( SELECT (NULLIF(current_setting('app.scope'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
GRANT USAGE ON SCHEMA public TO connect_stats;
GRANT USAGE ON SCHEMA public TO connect_web;
GRANT USAGE ON SCHEMA stats TO connect_stats;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_location TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_service TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_schedule TO connect_web;
REVOKE ALL ON FUNCTION public.referrals_all_of(person uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.referrals_erase_people(people uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.referrals_erase_rows(what regclass, keys uuid[], INOUT v_gone uuid[], INOUT v_went jsonb) FROM PUBLIC;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO connect_web;
GRANT USAGE ON SEQUENCE public.account_emailaddress_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO connect_web;
GRANT USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO connect_web;
GRANT SELECT,INSERT ON TABLE public.audit_access TO connect_web;
GRANT SELECT,INSERT ON TABLE public.audit_rightschange TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO connect_web;
GRANT USAGE ON SEQUENCE public.auth_group_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO connect_web;
GRANT USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO connect_web;
GRANT USAGE ON SEQUENCE public.auth_permission_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cache TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_admin TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_admin_groups TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_admin_groups_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_ask TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_audience TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_capacity TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_changerequest TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_collection TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_collectionentry TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_communityadmin TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_costoption TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_document TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_duplicate TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_editornote TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_feed TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_feed_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_feedanswer TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_feedanswer_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_feedrun TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_gap TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_group TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_group_wards TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_group_wards_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_host TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_host_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_kindguide TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_letter TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_letter_wards TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_letter_wards_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_linkcheck TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_meaning TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_meaning_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_need TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_onlinecommunity TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_organisationidentifier TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_phrase TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_phrase_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_picture TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_poll TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_pollanswer TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_pollwords TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_practice TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_practicethanks TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_provider TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_question TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_reach TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_report TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_revision TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_savedsearch TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_schoolterm TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_schoolterm_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_searchentry TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_searchentry_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_service_audiences TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_service_audiences_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_service_needs TO connect_web;
GRANT USAGE ON SEQUENCE public.directory_service_needs_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_serviceatlocation TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_signpost TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_slip TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_standing TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_synonym TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_tag TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_texted TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_unfound TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_upload TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_usefulness TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_verification TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_watch TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_word TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO connect_web;
GRANT USAGE ON SEQUENCE public.django_content_type_id_seq TO connect_web;
GRANT SELECT ON TABLE public.django_migrations TO connect_web;
GRANT USAGE ON SEQUENCE public.django_migrations_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.messaging_inboundtext TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.messaging_link TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.messaging_message TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.messaging_switchedoff TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.messaging_wording TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO connect_web;
GRANT USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_accessrequest TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_agreement TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_aim TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_annotation TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_application TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_application_aims TO connect_web;
GRANT USAGE ON SEQUENCE public.outcomes_application_aims_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_boundary TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_cost TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_counted TO connect_web;
GRANT USAGE ON SEQUENCE public.outcomes_counted_id_seq TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_countedmonth TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_cover TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_dataset TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_equalityanswers TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_equalityasked TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_figure TO connect_web;
GRANT SELECT ON TABLE public.outcomes_figure TO connect_stats;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_firstanswers TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_framework TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_goal TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_goalrating TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_goalsasked TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_goaltag TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_groupcount TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_indicator TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_keptview TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_licensedwords TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_outcome TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_population TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_pot TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_questions TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_reading TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_release TO connect_web;
GRANT SELECT ON TABLE public.outcomes_release TO connect_stats;
GRANT SELECT,INSERT ON TABLE public.outcomes_releaseread TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_riskindex TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_scenario TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_spending TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_story TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_storypage TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_storystep TO connect_web;
GRANT SELECT,INSERT ON TABLE public.outcomes_told TO connect_web;
GRANT SELECT ON TABLE public.outcomes_told TO connect_stats;
GRANT SELECT,INSERT ON TABLE public.outcomes_verdict TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_wish TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_wish_wards TO connect_web;
GRANT USAGE ON SEQUENCE public.outcomes_wish_wards_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outcomes_wishstep TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_booking TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_brand TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_champion TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_champion_wards TO connect_web;
GRANT USAGE ON SEQUENCE public.people_champion_wards_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_competency TO connect_web;
GRANT SELECT,INSERT ON TABLE public.people_competencyrating TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_defaultteam TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_invitation TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_membership TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_membership_wards TO connect_web;
GRANT USAGE ON SEQUENCE public.people_membership_wards_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_organisation TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_scheme TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_schemereason TO connect_web;
GRANT USAGE ON SEQUENCE public.people_schemereason_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_team TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_team_areas TO connect_web;
GRANT USAGE ON SEQUENCE public.people_team_areas_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_tenant TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_thanks TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_trainee TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_trainingkind TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_trainingsession TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_user TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pghistory_context TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_area TO connect_web;
GRANT USAGE ON SEQUENCE public.places_area_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_locality TO connect_web;
GRANT USAGE ON SEQUENCE public.places_locality_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_postcode TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.places_street TO connect_web;
GRANT USAGE ON SEQUENCE public.places_street_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_accompaniment TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_apart TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_attendance TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_befriendermatch TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_befriendertold TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_befriendervisit TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_befrienderwish TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_befriendingrules TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_calendarfeed TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_championpatch TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_concern TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_concernstep TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_concerntally TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_confidencestep TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_connection TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_connectionhistory TO connect_web;
GRANT USAGE ON SEQUENCE public.referrals_connectionhistory_pgh_id_seq TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_consent TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_contactattempt TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_crisis TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_crisischeck TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_crisisclosure TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_crisisround TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_crisissaid TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_draft TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_erasure TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_firstvisit TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_followup TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_healthychat TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_heard TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_helpoffer TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_helprequest TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_hook TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_hookcall TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_howitwas TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_introduction TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_knock TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_late TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_line TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_lineread TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_marker TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_measuredue TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_merge TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_moved TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_namedreader TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_note TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_noted TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_occasion TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_offer TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_opening TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_outsider TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_particulars TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_particularshistory TO connect_web;
GRANT USAGE ON SEQUENCE public.referrals_particularshistory_pgh_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_partner TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_pause TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_period TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_person TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_personhistory TO connect_web;
GRANT USAGE ON SEQUENCE public.referrals_personhistory_pgh_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_phrase TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_reason TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_referee TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_referral TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_referralevent TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_referralhistory TO connect_web;
GRANT USAGE ON SEQUENCE public.referrals_referralhistory_pgh_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_relation TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_relationhistory TO connect_web;
GRANT USAGE ON SEQUENCE public.referrals_relationhistory_pgh_id_seq TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_remainder TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_reply TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_restriction TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_safeguardinglead TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_savedview TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_sessionoff TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_sheet TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_speaktolead TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_statement TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_stepsaid TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_stepwords TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_task TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_transfer TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_unwanted TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_visit TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_volunteer TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_volunteercheck TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_volunteerlesson TO connect_web;
GRANT SELECT,INSERT ON TABLE public.referrals_volunteerstep TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_wait TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_wanting TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_whereabouts TO connect_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referrals_whilewaiting TO connect_web;
ALTER DEFAULT PRIVILEGES FOR ROLE connect_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO connect_web;
ALTER DEFAULT PRIVILEGES FOR ROLE connect_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO connect_web;
