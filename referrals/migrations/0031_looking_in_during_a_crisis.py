"""A crisis, its rounds of checks, groups shut in it, champions' streets: behind the wall. And the yes to be checked on."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import JOB, ME, ORG, ROLE, SCOPE, TEAM, also, append_only, jobs, wall
from referrals.person import wording

SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"
MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
OURS = f"({ROLE} in ('CON', 'TL') and team_id = {TEAM})"
LEADS = f"({ROLE} = 'TL' and team_id = {TEAM})"
SWEPT = jobs("reminders", "clocks", "seed")
# A yes that is taken back ends the check, wherever it is taken back.
OVER = f"({jobs('own_page', 'transfer', 'guarding', 'merging')} and {SEEN})"
BY_LINK = f"({jobs('link')} and id = any({SCOPE}) and {SEEN})"
COORDINATES = f"({ROLE} in ('TL', 'COO') and exists (select 1 from people_team t where t.id = team_id and t.organisation_id = {ORG}))"
WALLS = "".join([
    wall("referrals_crisis", read=f"{OURS} or {SWEPT}", insert=f"({LEADS} and begun_by_id = {ME}) or {jobs('seed')}",
         update=f"{LEADS} or {SWEPT}"),
    wall("referrals_crisisround", read=f"{OURS} or {SWEPT}", insert=f"({LEADS} and by_id = {ME}) or {jobs('seed')}"),
    wall("referrals_crisischeck",
         read=f"{MINE} or {BY_LINK} or {OVER} or ({SWEPT} and {SEEN})",
         insert=f"({ROLE} = 'TL' and {SEEN}) or ({jobs('seed')} and {SEEN})",
         update=f"{MINE} or {BY_LINK} or {OVER} or ({SWEPT} and {SEEN})"),
    wall("referrals_crisissaid",
         read=f"{MINE} or ({jobs('reminders', 'clocks', 'seed')} and {SEEN})",
         insert=f"""({MINE} and by_id = {ME} and said_by = 'connector') or ({jobs('seed')} and {SEEN})
           or ({jobs('link')} and by_id is null and said_by = 'person' and check_of_id = any({SCOPE}) and {SEEN})"""),
    append_only("referrals_crisissaid"),
    wall("referrals_crisisclosure", read=f"{OURS} or {SWEPT}", insert=f"({LEADS} and by_id = {ME}) or {jobs('seed')}",
         update=f"{LEADS} or {jobs('seed')}"),
    wall("referrals_championpatch", read=f"{COORDINATES} or {jobs('seed')}",
         insert=f"({COORDINATES} and by_id = {ME}) or {jobs('seed')}", update=f"{COORDINATES} or {jobs('seed')}"),
    *(also(table, "select", f"""{jobs('subject_access')} and exists (select 1 from referrals_referral r
      where r.id = {table}.referral_id and r.person_id = any({SCOPE}))""", "subject_access")
      for table in ("referrals_crisischeck", "referrals_crisissaid")),
])  # fmt: skip
# As in 0016: a partner reads what is named there, and no table that came since.
SHUT = f"""do $$ declare t text; begin
  for t in select unnest(array['referrals_crisis', 'referrals_crisisround', 'referrals_crisischeck',
    'referrals_crisissaid', 'referrals_crisisclosure', 'referrals_championpatch'])
  loop
    execute format('create policy not_round on %I as restrictive for all using ({JOB.replace("'", "''")} is distinct from ''round'')', t);
  end loop;
end $$;"""


def load(apps, _schema):
    wording.load(apps)


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0020_what_worked'),
        ('people', '0012_community_champions'),
        ('places', '0002_postcode_by_spot'),
        ('referrals', '0030_small_helps'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('messages', 'we may text or e-mail them'), ('share', 'somebody they name may be told how they are'), ('together', 'a worker of another organisation, by name, may see their page and help too'), ('tell_group', 'a group they chose, by name, may be told what helps them and what they agreed to'), ('story', 'their story may be written down with them, for the team to read'), ('publish', 'their story may be read by others, without their name'), ('crisis', 'in a crisis we may check that they are all right')], max_length=20),
        ),
        migrations.AlterField(
            model_name='statement',
            name='purpose',
            field=models.CharField(choices=[('contact', 'the team may ring them and keep these details'), ('tell_referrer', 'the worker who asked may hear in a line how it goes'), ('tell_more', 'a worker in health or care may also hear where they go, and why it ended'), ('full_messages', 'messages may name the place: the phone is theirs alone'), ('messages', 'we may text or e-mail them'), ('share', 'somebody they name may be told how they are'), ('together', 'a worker of another organisation, by name, may see their page and help too'), ('tell_group', 'a group they chose, by name, may be told what helps them and what they agreed to'), ('story', 'their story may be written down with them, for the team to read'), ('publish', 'their story may be read by others, without their name'), ('crisis', 'in a crisis we may check that they are all right')], max_length=20),
        ),
        migrations.CreateModel(
            name='ChampionPatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('streets', models.CharField(max_length=200)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('champion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.champion')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
            ],
            options={
                'verbose_name_plural': 'champion patches',
                'ordering': ['streets', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Crisis',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('why', models.CharField(max_length=200)),
                ('ends_on', models.DateField()),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
            ],
            options={
                'verbose_name_plural': 'crises',
                'ordering': ['-begun_at'],
            },
        ),
        migrations.CreateModel(
            name='CrisisClosure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('begins_on', models.DateField()),
                ('until', models.DateField()),
                ('why', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('opened_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('crisis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closures', to='referrals.crisis')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
            ],
            options={
                'ordering': ['begins_on', 'service__name'],
            },
        ),
        migrations.CreateModel(
            name='CrisisRound',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('by_text', models.BooleanField(default=True)),
                ('hours', models.PositiveSmallIntegerField(choices=[(2, '2 hours'), (4, '4 hours'), (8, '8 hours'), (24, 'a day')], default=4)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answer_by', models.DateTimeField()),
                ('lead_by', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('crisis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='referrals.crisis')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team')),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='CrisisCheck',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField(null=True)),
                ('by_text', models.BooleanField(default=False)),
                ('answer_by', models.DateTimeField()),
                ('lead_by', models.DateTimeField()),
                ('said', models.CharField(blank=True, choices=[('', 'No answer yet'), ('well', 'All right'), ('ring', 'Asks to be rung'), ('needs', 'Needs something'), ('not_reached', 'Not reached')], default='', max_length=12)),
                ('said_at', models.DateTimeField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('told_at', models.DateTimeField(null=True)),
                ('escalated_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('crisis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.crisis')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='crisis_checks', to='referrals.referral')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='referrals.crisisround')),
            ],
            options={
                'ordering': ['lead_by', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CrisisSaid',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('said', models.CharField(blank=True, choices=[('', 'No answer yet'), ('well', 'All right'), ('ring', 'Asks to be rung'), ('needs', 'Needs something'), ('not_reached', 'Not reached')], max_length=12)),
                ('said_by', models.CharField(choices=[('person', 'the person'), ('organiser', 'the organiser'), ('connector', 'the connector'), ('companion', 'somebody who went along')], max_length=10)),
                ('way', models.CharField(choices=[('phone', 'by phone'), ('door', 'at the door'), ('link', 'on our page'), ('text', 'by text')], max_length=5)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('check_of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='referrals.crisischeck')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.AddConstraint(
            model_name='crisis',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('team',), name='one_crisis_a_team'),
        ),
        migrations.AddConstraint(
            model_name='crisisclosure',
            constraint=models.UniqueConstraint(condition=models.Q(('opened_at', None)), fields=('crisis', 'service'), name='shut_once'),
        ),
        migrations.AddConstraint(
            model_name='crisisclosure',
            constraint=models.CheckConstraint(condition=models.Q(('until__gte', models.F('begins_on'))), name='shut_for_a_day_at_least'),
        ),
        migrations.AddIndex(
            model_name='crisischeck',
            index=models.Index(condition=models.Q(('done_at', None), ('ended_at', None)), fields=['answer_by'], name='crisis_check_open'),
        ),
        migrations.AddIndex(
            model_name='crisischeck',
            index=models.Index(fields=['crisis', 'referral'], name='crisis_check_of'),
        ),
        migrations.AddConstraint(
            model_name='crisischeck',
            constraint=models.UniqueConstraint(fields=('round', 'referral'), name='once_a_round'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='crisissaid',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0baa5d1e055c9b49167bf0277bf96989184eeb6e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d4003', table='referrals_crisissaid', when='BEFORE')),
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunSQL(WALLS + SHUT, migrations.RunSQL.noop),
    ]
