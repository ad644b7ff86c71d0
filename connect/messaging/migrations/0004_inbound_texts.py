"""Texts that came in: stored once, behind a wall that opens to nobody but the job that takes them in."""

import connect.sealed
import django.utils.timezone
import uuid
from django.db import migrations, models

from connect.walls import jobs, wall

AT_WORK = jobs("inbound")
WALL = wall("messaging_inboundtext", read=AT_WORK, insert=AT_WORK, update=AT_WORK, delete=AT_WORK)

class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0003_switches_and_what_it_rests_on'),
    ]

    operations = [
        migrations.CreateModel(
            name='InboundText',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('provider', models.CharField(max_length=20)),
                ('provider_id', models.CharField(max_length=100)),
                ('number', models.CharField(blank=True, max_length=20)),
                ('number_digest', models.CharField(max_length=64)),
                ('words', connect.sealed.SealedText()),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('handled_at', models.DateTimeField(null=True)),
                ('meaning', models.CharField(blank=True, max_length=12)),
                ('led_to', models.UUIDField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('handled_at', None)), fields=['received_at'], name='inbound_waiting'), models.Index(fields=['number_digest', 'received_at'], name='inbound_flood'), models.Index(condition=models.Q(('led_to__isnull', False)), fields=['led_to'], name='inbound_led_to')],
                'constraints': [models.UniqueConstraint(fields=('provider', 'provider_id'), name='inbound_once')],
            },
        ),
        migrations.RunSQL(WALL, migrations.RunSQL.noop),
    ]
