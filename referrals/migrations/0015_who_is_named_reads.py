"""Words about somebody restricted: read by who is named, whoever they were given to; and a diary that writes nothing."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from connect.walls import ME, ROLE, TEAM, jobs, rewall

REFERRAL = "exists (select 1 from referrals_referral r where r.id = referrals_heard.referral_id)"
KNOWN = f"(referrals_heard.referral_id is null or {REFERRAL})"
GIVEN = f"(reader_id = {ME} or escalated_to_id = {ME})"
WITH_ME = f"exists (select 1 from referrals_referral r where r.id = referrals_heard.referral_id and r.connector_id = {ME})"
SAME_SCHEME = f"""exists (select 1 from people_team mine, people_team theirs
  where mine.id = {TEAM} and theirs.id = referrals_heard.team_id and mine.scheme_id = theirs.scheme_id)"""
# Beside GIVEN: a lead of another team of the scheme has not the referral in sight, so its list stands in the row.
NAMED = f"(referrals_heard.named is null or {ME} = any (referrals_heard.named))"
READERS = f"""({NAMED} and (({ROLE} = 'CON' and team_id = {TEAM} and ({GIVEN} or {WITH_ME}))
 or ({ROLE} = 'TL' and team_id = {TEAM} and ({KNOWN} or {GIVEN}))
 or ({ROLE} = 'TL' and ({GIVEN} or reader_id is null) and {SAME_SCHEME})))
 or {jobs('clocks', 'seed')} or ({jobs('guarding')} and {REFERRAL})"""
OWN = f"user_id = {ME}"
WALLS = rewall("referrals_heard", read=READERS, update=READERS) + rewall("referrals_calendarfeed", update=OWN)
OF_THOSE_RESTRICTED = """update referrals_heard h set named = r.named from referrals_referral r
where r.id = h.referral_id and r.named is not null;"""


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0014_forget_the_rest'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='heard',
            name='read_once',
        ),
        migrations.RemoveField(
            model_name='calendarfeed',
            name='read_at',
        ),
        migrations.AddField(
            model_name='heard',
            name='named',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), null=True, size=None),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='heard',
            trigger=pgtrigger.compiler.Trigger(name='read_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."read_at" IS NOT NULL AND (OLD."read_at" IS DISTINCT FROM (NEW."read_at") OR OLD."read_by_id" IS DISTINCT FROM (NEW."read_by_id") OR OLD."did" IS DISTINCT FROM (NEW."did") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."reader_id" IS DISTINCT FROM (NEW."reader_id") OR OLD."escalated_to_id" IS DISTINCT FROM (NEW."escalated_to_id") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='c45fa09d3debd51b3c92c43ab78f68cc903cf37d', operation='UPDATE', pgid='pgtrigger_read_once_8de0d', table='referrals_heard', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS + OF_THOSE_RESTRICTED, migrations.RunSQL.noop),
    ]
