"""What came in words, behind a wall of its own; and who leads on safeguarding."""

import connect.sealed
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ROLE, TEAM, jobs, wall

KNOWN = "(referrals_heard.referral_id is null or exists (select 1 from referrals_referral r where r.id = referrals_heard.referral_id))"
GIVEN = f"(reader_id = {ME} or escalated_to_id = {ME})"
WITH_ME = f"exists (select 1 from referrals_referral r where r.id = referrals_heard.referral_id and r.connector_id = {ME})"
SAME_SCHEME = f"""exists (select 1 from people_team mine, people_team theirs
  where mine.id = {TEAM} and theirs.id = referrals_heard.team_id and mine.scheme_id = theirs.scheme_id)"""
READERS = f"""(({ROLE} = 'CON' and team_id = {TEAM} and ({GIVEN} or {WITH_ME}))
 or ({ROLE} = 'TL' and team_id = {TEAM} and ({KNOWN} or {GIVEN}))
 or ({ROLE} = 'TL' and ({GIVEN} or reader_id is null) and {SAME_SCHEME})
 or {jobs('clocks', 'seed')})"""
# Written by whoever takes the words: a worker for themselves, or the holder of a link, or a form without an account.
HEARD = wall(
    "referrals_heard",
    read=READERS,
    insert=f"""(read_at is null and {KNOWN} and ((by_id = {ME}) or (by_id is null and {jobs('front_door', 'own_page', 'link')})))
  or {jobs('seed', 'import')}""",
    update=READERS,
)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_email_domains'),
        ('referrals', '0006_open_door'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SafeguardingLead',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('named_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('named_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_leads', to='people.scheme')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='safeguarding_leads', to='people.team')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['named_at'],
            },
        ),
        migrations.CreateModel(
            name='Heard',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', connect.sealed.SealedText()),
                ('door', models.CharField(blank=True, max_length=40)),
                ('link_id', models.UUIDField(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('danger', models.BooleanField(default=False)),
                ('because', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('due_at', models.DateTimeField()),
                ('told_on', models.DateField(null=True)),
                ('escalated_at', models.DateTimeField(null=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('did', models.CharField(blank=True, choices=[('nothing', 'Read it: nothing to do now'), ('rang', 'Rang them'), ('answered', 'Wrote back, or told the worker'), ('planned', 'Set something to be done'), ('concern', 'Told the safeguarding lead'), ('emergency', 'Rang 999'), ('other', 'Something else, in words')], max_length=12)),
                ('note', connect.sealed.SealedText()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('escalated_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='heard', to='referrals.referral')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
            ],
            options={
                'ordering': ['-danger', 'due_at'],
                'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['due_at'], name='heard_unread'), models.Index(fields=['team', 'read_at'], name='heard_team')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='heard',
            trigger=pgtrigger.compiler.Trigger(name='as_written', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."door" IS DISTINCT FROM (NEW."door") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."link_id" IS DISTINCT FROM (NEW."link_id") OR OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."danger" IS DISTINCT FROM (NEW."danger") OR OLD."because" IS DISTINCT FROM (NEW."because"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='24bb403426b552d730e37ea66e65703f2ce345ca', operation='UPDATE', pgid='pgtrigger_as_written_a2ecf', table='referrals_heard', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='heard',
            trigger=pgtrigger.compiler.Trigger(name='read_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."read_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='a13d59250b39175fc56f112ed26e3d750a1dfb9b', operation='UPDATE', pgid='pgtrigger_read_once_8de0d', table='referrals_heard', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='safeguardinglead',
            constraint=models.UniqueConstraint(models.F('team'), models.F('scheme'), models.F('user'), condition=models.Q(('ended_at', None)), name='one_lead_a_team', nulls_distinct=False),
        ),
        migrations.RunSQL(HEARD, migrations.RunSQL.noop),
    ]
