"""Who changed what anybody may do: append-only, read by those who answer for it."""

import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models

from connect.walls import ME, ROLE, append_only, jobs, wall

WALL = wall(
    "audit_rightschange",
    read=f"{ROLE} in ('DPO', 'ADM')",
    insert=f"actor_id is not distinct from {ME} or {jobs('link', 'seed')}",
) + append_only("audit_rightschange")


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_access'),
    ]

    operations = [
        migrations.CreateModel(
            name='RightsChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('actor_id', models.UUIDField(null=True)),
                ('role', models.CharField(blank=True, max_length=4)),
                ('organisation_id', models.UUIDField(null=True)),
                ('what', models.CharField(max_length=20)),
                ('about_id', models.UUIDField()),
                ('detail', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'indexes': [models.Index(fields=['about_id', 'at'], name='audit_right_about_i_e68ac5_idx'), models.Index(fields=['at'], name='audit_right_at_b19dd6_idx')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rightschange',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='89251462e9c5f4413fe3e424b758b7531770cb48', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bfaf3', table='audit_rightschange', when='BEFORE')),
        ),
        migrations.RunSQL(WALL, migrations.RunSQL.noop),
    ]
