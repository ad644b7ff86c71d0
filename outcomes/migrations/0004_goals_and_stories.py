"""Frameworks of aims and outcomes, goals tied to them, stories and their book, words that a licence allows."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ROLE, SCOPE, TEAM, append_only, jobs, wall
from outcomes.framework import shipped

SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"
MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
THEIRS = f"({jobs('link')} and id = any({SCOPE}))"
COUNTED = jobs("freeze", "seed")
SEED = jobs("seed")
# Only the link that asks about goals opens them: an organiser's names referrals too.
ASKED = f"""({jobs('link')} and exists (select 1 from outcomes_goalsasked q
  where q.referral_id = {{table}}.referral_id and q.id = any({SCOPE})))"""
MY_SCHEME = f"(select t.scheme_id from people_team t where t.id = {TEAM})"
# Words under a licence: for the scheme that holds it, and for whoever it asked by a link.
LICENSED = f"""({ROLE} in ('TL', 'CON') and scheme_id = {MY_SCHEME}) or ({jobs('link')} and exists (
  select 1 from outcomes_questions q join referrals_referral r on r.id = q.referral_id
  join people_team t on t.id = r.team_id where q.id = any({SCOPE}) and t.scheme_id = outcomes_licensedwords.scheme_id))"""
# A yes is taken back on their own page, or with all that ends: the story is gone in that transaction.
OVER = f"({jobs('own_page', 'transfer', 'clocks', 'guarding', 'seed')} and {SEEN})"
OF_STORY = f"""exists (select 1 from outcomes_story s join referrals_referral r on r.id = s.referral_id
  where s.id = story_id and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
OVER_PAGE = f"""({jobs('own_page', 'transfer', 'clocks', 'guarding', 'seed')}
  and exists (select 1 from outcomes_story s where s.id = story_id))"""
BOOK = f"""({ROLE} in ('CON', 'TL', 'COO') and scheme_id = {MY_SCHEME}) or {ROLE} in ('DPO', 'ADM')
  or ({ROLE} = 'COM' and exists (select 1 from people_membership m where m.user_id = {ME} and m.role = 'COM'
      and m.area_id = outcomes_storypage.area_id))"""
READ_BY_ANOTHER = f"""exists (select 1 from outcomes_story s where s.id = story_id and s.state = 'published'
  and s.read_by_id = {ME} and s.written_by_id <> {ME})"""
WALLS = "".join([
    wall("outcomes_goal", read=f"{MINE} or {COUNTED} or " + ASKED.format(table="outcomes_goal"),
         insert=f"({MINE} and made_by_id = {ME}) or {SEED}"),
    append_only("outcomes_goal"),
    wall("outcomes_goaltag", read=f"{MINE} or {COUNTED}", insert=f"({MINE} and by_id = {ME}) or {SEED}"),
    append_only("outcomes_goaltag"),
    wall("outcomes_goalrating", read=f"{MINE} or {COUNTED} or " + ASKED.format(table="outcomes_goalrating"),
         insert=f"({MINE} and by_id = {ME}) or {SEED} or (by_id is null and "
         + ASKED.format(table="outcomes_goalrating") + ")"),
    append_only("outcomes_goalrating"),
    wall("outcomes_goalsasked", read=f"{MINE} or {THEIRS} or {COUNTED}",
         insert=f"({MINE} and made_by_id = {ME}) or {SEED}", update=f"{THEIRS} or {SEED}"),
    wall("outcomes_licensedwords", read=f"{LICENSED} or {SEED}",
         insert=f"({ROLE} = 'TL' and scheme_id = {MY_SCHEME} and made_by_id = {ME}) or {SEED}",
         update=f"({ROLE} = 'TL' and scheme_id = {MY_SCHEME}) or {SEED}"),
    wall("outcomes_story", read=f"{MINE} or {OVER} or {jobs('freeze')}",
         insert=f"({MINE} and written_by_id = {ME}) or {SEED}", update=f"{MINE} or {OVER}"),
    wall("outcomes_storystep", read=f"{MINE} or {OVER}",
         insert=f"({MINE} and by_id = {ME}) or ({OVER} and by_id is null) or {SEED}"),
    append_only("outcomes_storystep"),
    wall("outcomes_storypage", read=f"(until >= current_date and ({BOOK})) or {OF_STORY} or {OVER_PAGE}",
         insert=f"({OF_STORY} and {READ_BY_ANOTHER}) or {SEED}", delete=f"{OF_STORY} or {OVER_PAGE}"),
])  # fmt: skip


def load(apps, _editor):
    shipped.load(apps)



class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0003_questions'),
        ('people', '0011_training_places_and_competencies'),
        ('places', '0002_postcode_by_spot'),
        ('referrals', '0026_asked_at_the_end_and_again'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='reading',
            name='moment',
            field=models.CharField(choices=[('baseline', 'The first one'), ('follow_up', 'After three months'), ('later', 'After half a year'), ('exit', 'At the end'), ('reentry', 'When they came back')], max_length=10),
        ),
        migrations.CreateModel(
            name='Framework',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('slug', models.SlugField(max_length=40)),
                ('version', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('in_use', models.BooleanField(default=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scheme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='frameworks', to='people.scheme')),
            ],
            options={
                'ordering': ['title', 'version'],
            },
        ),
        migrations.CreateModel(
            name='Aim',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('code', models.CharField(max_length=12)),
                ('title', models.CharField(max_length=200)),
                ('framework', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aims', to='outcomes.framework')),
            ],
            options={
                'ordering': ['place'],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('words', models.CharField(max_length=300)),
                ('hoped_by', models.DateField(null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='referrals.referral')),
            ],
            options={
                'ordering': ['made_at'],
            },
        ),
        migrations.CreateModel(
            name='GoalRating',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('rating', models.CharField(choices=[('not_started', 'Not started'), ('some', 'Some of the way'), ('achieved', 'There'), ('not_achieved', 'It did not work out'), ('no_longer', 'No longer what they want')], max_length=12)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('rests_on', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='outcomes.goal')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='GoalsAsked',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('goals', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ('left_out', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goals_asked', to='referrals.referral')),
            ],
            options={
                'ordering': ['-made_at'],
            },
        ),
        migrations.CreateModel(
            name='LicensedWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('instrument', models.CharField(max_length=20)),
                ('language', models.CharField(default='en', max_length=5)),
                ('holder', models.CharField(max_length=200)),
                ('number', models.CharField(max_length=100)),
                ('licensed_on', models.DateField()),
                ('until', models.DateField(null=True)),
                ('credit', models.CharField(max_length=500)),
                ('intro', models.TextField(blank=True)),
                ('texts', models.JSONField()),
                ('labels', models.JSONField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='licensed_words', to='people.scheme')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['instrument', 'language', '-made_at'],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('code', models.CharField(max_length=12)),
                ('title', models.CharField(max_length=200)),
                ('evidence', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('aim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='outcomes.aim')),
            ],
            options={
                'ordering': ['aim__place', 'place'],
            },
        ),
        migrations.CreateModel(
            name='GoalTag',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('on', models.BooleanField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tags', to='outcomes.goal')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral')),
                ('outcome', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tags', to='outcomes.outcome')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('title', models.CharField(max_length=120)),
                ('words', models.TextField()),
                ('quotes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), default=list, size=None)),
                ('called', models.CharField(max_length=60)),
                ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('jpeg', models.BinaryField(null=True)),
                ('alt', models.CharField(blank=True, max_length=200)),
                ('width', models.PositiveSmallIntegerField(default=0)),
                ('height', models.PositiveSmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('waiting', 'Waits for a second reader'), ('published', 'In the story book'), ('withdrawn', 'Taken back')], default='draft', max_length=10)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('published_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='referrals.referral')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-written_at'],
            },
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120)),
                ('words', models.TextField()),
                ('quotes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), default=list, size=None)),
                ('called', models.CharField(max_length=60)),
                ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('jpeg', models.BinaryField(null=True)),
                ('alt', models.CharField(blank=True, max_length=200)),
                ('width', models.PositiveSmallIntegerField(default=0)),
                ('height', models.PositiveSmallIntegerField(default=0)),
                ('published_on', models.DateField(default=django.utils.timezone.localdate)),
                ('until', models.DateField()),
                ('area', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.scheme')),
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='page', to='outcomes.story')),
            ],
            options={
                'ordering': ['published_on', 'title'],
            },
        ),
        migrations.CreateModel(
            name='StoryStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('to', models.CharField(choices=[('draft', 'Being written'), ('waiting', 'Waits for a second reader'), ('published', 'In the story book'), ('withdrawn', 'Taken back')], max_length=10)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='outcomes.story')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.AddConstraint(
            model_name='framework',
            constraint=models.UniqueConstraint(fields=('slug', 'scheme', 'version'), name='version_once', nulls_distinct=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='framework',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0db321ae26edf69cece0f47898cdbbd8c8ec5013', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_417ba', table='outcomes_framework', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='aim',
            constraint=models.UniqueConstraint(fields=('framework', 'code'), name='aim_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aim',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='25c91ed12ecdcd2b69fc0b29755bac8a9ab59dc3', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_b039f', table='outcomes_aim', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='goal',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a228a6b1128245d5c4d37b5b2e81e8101b2fc4a7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7e349', table='outcomes_goal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='goalrating',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54e6b66dbdf3e6ba2376a6a56bd9f7524bc98868', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_17a98', table='outcomes_goalrating', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='outcome',
            constraint=models.UniqueConstraint(fields=('aim', 'code'), name='outcome_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='outcome',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7f420dbeedd6f81f4d692e7421fac1cbec92b02b', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_4aea3', table='outcomes_outcome', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='goaltag',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc9289e37f9fd2af0b6e777950de663763300304', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_86af3', table='outcomes_goaltag', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(('read_by', None), models.Q(('read_by', models.F('written_by')), _negated=True), _connector='OR'), name='read_by_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), _negated=True), models.Q(('published_at__isnull', False), ('read_by__isnull', False)), _connector='OR'), name='published_stories_were_read'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='story',
            trigger=pgtrigger.compiler.Trigger(name='moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:waiting,draft:withdrawn,waiting:draft,waiting:published,waiting:withdrawn,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='a68f40710aeeb7086eb18b4c35009bbcecfea8b0', operation='UPDATE', pgid='pgtrigger_moves_d78a7', table='outcomes_story', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='storystep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7da6caefa765097a8b9d28607ea4c14345a3f102', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_104f1', table='outcomes_storystep', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
