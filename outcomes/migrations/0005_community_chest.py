"""The community chest: a group's contact is for those who decide; what came of it is for all, with the group's yes."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ORG, ROLE, SCOPE, append_only, jobs, wall

GIVE = f"({ROLE} in ('TL', 'COO') and organisation_id = {ORG} and standing <> 'asked')"
SEE = f"({ROLE} in ('TL', 'COO', 'CON') and organisation_id = {ORG} and standing <> 'asked')"
OURS = f"({jobs('link', 'front_door')} and id = any({SCOPE}))"
TOLD = f"({jobs('front_door')} and standing = 'awarded' and may_show)"
# The policies of the application answer for whatever hangs on it.
ITS = "exists (select 1 from outcomes_application a where a.id = application_id)"
WALLS = "".join([
    wall("outcomes_application", read=f"{SEE} or {OURS} or {TOLD} or {jobs('reminders', 'freeze', 'seed')}",
         insert=f"({OURS} and standing = 'asked') or {jobs('seed')}", update=f"{GIVE} or {OURS} or {jobs('seed')}",
         delete=f"{jobs('reminders')} and standing = 'asked'"),
    wall("outcomes_application_aims", read=ITS, insert=f"({jobs('front_door', 'seed')} and {ITS})",
         delete=jobs("reminders")),
    wall("outcomes_verdict", read=f"{ROLE} is not null and {ITS} or {jobs('seed')}",
         insert=f"({ROLE} in ('TL', 'COO') and by_id = {ME} and {ITS}) or {jobs('seed')}"),
    append_only("outcomes_verdict"),
    wall("outcomes_spending", read=ITS, insert=f"""({ITS} and (({jobs('link')} and by_id is null)
  or ({ROLE} in ('TL', 'COO') and by_id = {ME}))) or {jobs('seed')}"""),
    append_only("outcomes_spending"),
])


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0019_network_of_groups'),
        ('outcomes', '0004_goals_and_stories'),
        ('people', '0012_community_champions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Pot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=80)),
                ('words', models.TextField(blank=True)),
                ('total', models.PositiveIntegerField()),
                ('each', models.PositiveIntegerField(default=750)),
                ('deciders', models.PositiveSmallIntegerField(default=2)),
                ('opens_on', models.DateField(default=django.utils.timezone.localdate)),
                ('closes_on', models.DateField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'ordering': ['closes_on', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('group', models.CharField(max_length=120)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('words', models.TextField()),
                ('amount', models.PositiveIntegerField()),
                ('people', models.PositiveIntegerField()),
                ('may_show', models.BooleanField(default=False)),
                ('language', models.CharField(default='en', max_length=5)),
                ('standing', models.CharField(choices=[('asked', 'Has not yet opened our e-mail'), ('waiting', 'Waits for an answer'), ('awarded', 'Yes'), ('declined', 'Not this time'), ('withdrawn', 'Taken back by the group')], default='asked', max_length=10)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decided_at', models.DateTimeField(null=True)),
                ('awarded', models.PositiveIntegerField(null=True)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('paid_on', models.DateField(null=True)),
                ('led_to', models.TextField(blank=True)),
                ('reached', models.PositiveIntegerField(null=True)),
                ('told_at', models.DateTimeField(null=True)),
                ('aims', models.ManyToManyField(related_name='+', to='outcomes.aim')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('service', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.service')),
                ('pot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='outcomes.pot')),
            ],
            options={
                'ordering': ['asked_at'],
            },
        ),
        migrations.CreateModel(
            name='Spending',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('on', models.DateField(default=django.utils.timezone.localdate)),
                ('what', models.CharField(max_length=120)),
                ('amount', models.PositiveIntegerField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spending', to='outcomes.application')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('yes', models.BooleanField()),
                ('amount', models.PositiveIntegerField(null=True)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='outcomes.application')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.AddConstraint(
            model_name='pot',
            constraint=models.CheckConstraint(condition=models.Q(('deciders__gte', 2)), name='decided_by_more_than_one'),
        ),
        migrations.AddConstraint(
            model_name='pot',
            constraint=models.CheckConstraint(condition=models.Q(('each__gte', 1), ('total__gte', models.F('each'))), name='pot_holds_one'),
        ),
        migrations.AddConstraint(
            model_name='pot',
            constraint=models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='pot_opens_before_it_closes'),
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['pot', 'standing'], name='chest_standing'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('standing', 'awarded'), _negated=True), models.Q(('awarded__isnull', False), ('awarded__lte', models.F('amount'))), _connector='OR'), name='awarded_says_how_much'),
        ),
        migrations.AddConstraint(
            model_name='spending',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 1)), name='spent_something'),
        ),
        migrations.AddConstraint(
            model_name='verdict',
            constraint=models.UniqueConstraint(fields=('application', 'by'), name='decides_once'),
        ),
        migrations.AddConstraint(
            model_name='verdict',
            constraint=models.CheckConstraint(condition=models.Q(('yes', False), ('amount__gte', 1), _connector='OR'), name='yes_says_how_much'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verdict',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5aecf92578edb7051cba7e994290fd485000493d', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_d7960', table='outcomes_verdict', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
