"""The second wall of a record that was opened, and the one function in the database that erases."""

from connect.walls import JOB, KEY, ME, ROLE, also, jobs, wall

OPENED = jobs("opened")
# Found once a statement, by the key of a row that says why, by whom, and until when.
WHOSE = f"""(select o.person_key from referrals_opening o where o.id = {KEY} and o.by_id = {ME}
  and o.closed_at is null and o.until > now())"""
GLASS = f"""(select o.glass from referrals_opening o where o.id = {KEY} and o.by_id = {ME} and o.role = 'DPO'
  and o.closed_at is null and o.until > now())"""


def theirs(table: str, column: str = "referral_id") -> str:
    """Rows that hang on a referral; the referral's own wall says whose it is."""
    return f"{OPENED} and exists (select 1 from referrals_referral r where r.id = {table}.{column})"


OF_REFERRAL = ("referrals_contactattempt", "referrals_note", "referrals_line", "referrals_heard", "referrals_stepwords")
WALLS = "".join(
    [
        wall(
            "referrals_opening",
            read=f"by_id = {ME} or {ROLE} = 'DPO'",
            insert=f"by_id = {ME} and role = {ROLE} and {ROLE} in ('DPO', 'ADM') and (glass or {ROLE} = 'DPO')"
            " and until <= now() + interval '61 minutes'",
            update=f"by_id = {ME}",
        ),
        wall(
            "referrals_erasure",
            read=f"{ROLE} = 'DPO' or {jobs('clocks')}",
            insert=f"({ROLE} = 'DPO' and proposed_by_id = {ME} and stage = 'waiting') or "
            f"({jobs('clocks')} and proposed_by_id is null and stage = 'due')",
            update=f"{ROLE} = 'DPO' or {jobs('clocks')}",
        ),
        wall("referrals_remainder", read=f"{ROLE} = 'DPO' or {jobs('freeze')}", insert="false"),
        also("referrals_referral", "select", f"{OPENED} and person_id = {WHOSE}", "opened"),
        also("referrals_person", "select", f"{OPENED} and id = {WHOSE} and (not restricted or {GLASS})", "opened"),
        also("referrals_particulars", "select", f"{OPENED} and person_id = {WHOSE}", "opened"),
        also("messaging_message", "select", f"{OPENED} and recipient_key = {WHOSE}", "opened"),
        also("referrals_concern", "select", f"{theirs('referrals_concern')} and {GLASS}", "opened"),
        *(also(table, "select", theirs(table), "opened") for table in OF_REFERRAL),
    ]
)
# The jobs that a named list does not shut out, as migration 0010 has them.
AT_WORK = f"""coalesce({JOB}, '') in ('reminders', 'clocks', 'seed', 'import', 'freeze', 'guarding', 'own_page',
  'migration', 'retention', 'merging')"""
# Somebody restricted is known to the named few; to whoever broke the glass, for the hour that they have.
NAMED_ONLY = f"""alter policy named_only on referrals_referral
  using (named is null or {ME} = any(named) or {AT_WORK} or ({OPENED} and {GLASS}));
"""
# Nobody decides in a colleague's name.
TWO_PEOPLE = f"""alter policy wall_update on referrals_erasure
  with check ((({ROLE} = 'DPO' and (decided_by_id is null or decided_by_id = {ME})) or {jobs("clocks")})
    or ({jobs("migration", "retention")} and current_user <> 'connect_web'));
"""

ERASE = """
create or replace function referrals_erase_rows(what regclass, keys uuid[], inout v_gone uuid[], inout v_went jsonb)
  language plpgsql set search_path = public, pg_temp as $$
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
end $$;

create or replace function referrals_erase_people(people uuid[]) returns jsonb language plpgsql
  set search_path = public, pg_temp as $$
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

create or replace function referrals_all_of(person uuid) returns uuid[] language sql
  set search_path = public, pg_temp as $$
  select array[person] || coalesce(array_agg(gone_id), '{}') from referrals_merge where kept_id = person
$$;

-- How many rows of which table would go: done, counted, and taken back.
create or replace function referrals_erase_preview(person uuid) returns jsonb language plpgsql security definer
  set search_path = public, pg_temp as $$
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

create or replace function referrals_erase(which uuid) returns jsonb language plpgsql security definer
  set search_path = public, pg_temp as $$
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
revoke all on function referrals_erase_rows(regclass, uuid[], uuid[], jsonb) from public;
revoke all on function referrals_erase_people(uuid[]) from public;
revoke all on function referrals_all_of(uuid) from public;
"""
