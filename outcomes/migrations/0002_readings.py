"""Readings of how somebody is: for those who work with them, and counted when figures are frozen."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ROLE, append_only, jobs, wall

MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
WALLS = "".join([
    wall("outcomes_reading", read=f"{MINE} or {jobs('freeze', 'seed')}",
         insert=f"({MINE} and by_id = {ME}) or {jobs('seed')}"),
    append_only("outcomes_reading"),
])


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0001_release'),
        ('referrals', '0022_answers_to_a_listing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('instrument', models.CharField(max_length=20)),
                ('version', models.CharField(max_length=10)),
                ('language', models.CharField(default='en', max_length=5)),
                ('mode', models.CharField(choices=[('link', 'by themselves, on a phone or computer'), ('paper', 'by themselves, on paper'), ('phone', 'read out on the phone'), ('face', 'read out face to face')], max_length=5)),
                ('moment', models.CharField(choices=[('baseline', 'The first one'), ('follow_up', 'After three months'), ('later', 'After half a year'), ('exit', 'At the end')], max_length=10)),
                ('taken_on', models.DateField(default=django.utils.timezone.localdate)),
                ('answers', models.JSONField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('due', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='referrals.measuredue')),
                ('instead_of', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='outcomes.reading')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='referrals.referral')),
            ],
            options={
                'ordering': ['taken_on', 'made_at'],
                'indexes': [models.Index(fields=['referral', 'instrument', 'taken_on'], name='reading_of')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reading',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='70ff946c80ac79c2416c5fbb0627c4b6a28fae52', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f0a74', table='outcomes_reading', when='BEFORE')),
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
