"""Notes, tasks, lone visits, a team’s phrases, kept views and diary addresses; and the wall around them."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import KEY, ME, ROLE, append_only, jobs, wall

MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
WORKERS = f"{ROLE} in ('CON', 'TL')"
# Whoever is out checks out even if the person went to a colleague meanwhile; a buddy knows where while it lasts.
GOING = f"({WORKERS} and who_id = {ME})"
BUDDY = f"({WORKERS} and buddy_id = {ME} and not guarded and left_at is null and called_off_at is null)"
OWN, SEEDED = f"user_id = {ME}", jobs("seed")
WALLS = "".join([
    wall("referrals_note", read=f"{MINE} or {SEEDED}", insert=f"({MINE} and by_id = {ME}) or {SEEDED}"),
    append_only("referrals_note"),
    wall("referrals_task", read=f"{MINE} or {SEEDED}", insert=f"({MINE} and made_by_id = {ME}) or {SEEDED}",
         update=f"{MINE} or {SEEDED}"),
    wall("referrals_visit", read=f"{MINE} or {GOING} or {BUDDY} or {jobs('clocks', 'seed')}",
         insert=f"({MINE} and made_by_id = {ME}) or {SEEDED}",
         update=f"{MINE} or {GOING} or {jobs('clocks', 'seed')}"),
    wall("referrals_savedview", read=OWN, insert=OWN, update=OWN, delete=OWN),
    # The address of a diary names its row; the row says whose it is, and nothing else.
    wall("referrals_calendarfeed", read=f"{OWN} or id = {KEY}", insert=OWN, update=f"{OWN} or id = {KEY}"),
])  # fmt: skip


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_running'),
        ('referrals', '0010_known_of_somebody'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Phrase',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=200)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.team')),
            ],
            options={
                'ordering': ['place', 'words'],
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('query', models.CharField(max_length=500)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('words', models.CharField(max_length=200)),
                ('due_on', models.DateField(null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(null=True)),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='referrals.referral')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('due_on'), nulls_last=True), 'made_at'],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('place', models.CharField(max_length=200)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('phone', models.CharField(max_length=20)),
                ('transport', models.CharField(choices=[('walk', 'On foot'), ('bicycle', 'Bicycle'), ('bus', 'Bus, train or tram'), ('car', 'My car'), ('taxi', 'Taxi'), ('lift', 'Somebody drives me')], max_length=8)),
                ('risks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('new', 'Nobody of ours has been there before'), ('premises', 'The building: stairs, lift, lighting, no way out but one'), ('animal', 'An animal'), ('others', 'Other people may be there'), ('signal', 'Poor phone signal'), ('two_people', 'Somebody said: go with two people'), ('daylight', 'Somebody said: not in the evening')], max_length=12), default=list, size=None)),
                ('precautions', models.CharField(blank=True, max_length=300)),
                ('guarded', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('arrived_at', models.DateTimeField(null=True)),
                ('left_at', models.DateTimeField(null=True)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('buddy_told_at', models.DateTimeField(null=True)),
                ('lead_told_at', models.DateTimeField(null=True)),
                ('buddy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='referrals.referral')),
                ('who', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['starts_at'],
            },
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('user',), name='one_diary_address')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('words', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corrects_attempt', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='referrals.contactattempt')),
                ('corrects_note', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='referrals.note')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='referrals.referral')),
            ],
            options={
                'indexes': [models.Index(fields=['referral', 'at'], name='note_timeline')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='note',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='774887fd87ce8c40bb79697e11e634a34421a06f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9806a', table='referrals_note', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('user', 'name'), name='one_view_a_name'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['owner', 'due_on'], name='task_to_do'),
        ),
        migrations.AddIndex(
            model_name='visit',
            index=models.Index(condition=models.Q(('called_off_at', None), ('left_at', None)), fields=['ends_at'], name='visit_alarm'),
        ),
        migrations.AddIndex(
            model_name='visit',
            index=models.Index(fields=['who', 'starts_at'], name='visit_diary'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='visit_has_length'),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
