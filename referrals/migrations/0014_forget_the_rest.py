"""Whoever must not be found: also the middle of their postcode in a referral's copies, and where a message went."""

from django.db import migrations

FORGET = """
create or replace function referrals_forget_whereabouts(who uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
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
"""
BEFORE = FORGET.replace(",pgtrigger_append_only_5359a", "")
BEFORE = "\n".join(
    line for line in BEFORE.splitlines() if "referralhistory set" not in line and "messaging_message set" not in line
)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0013_systems_that_listen"), ("messaging", "0002_wording")]
    operations = [migrations.RunSQL(FORGET, BEFORE)]
