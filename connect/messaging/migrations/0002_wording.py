"""The tenant's own words for what is sent, in versions."""

import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('template', models.CharField(max_length=60)),
                ('kind', models.CharField(max_length=7)),
                ('language', models.CharField(default='en', max_length=5)),
                ('version', models.PositiveIntegerField()),
                ('words', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting for a second person'), ('approved', 'In use'), ('refused', 'Not agreed to'), ('replaced', 'Replaced')], default='waiting', max_length=8)),
                ('proposed_by_id', models.UUIDField()),
                ('proposed_by_name', models.CharField(max_length=200)),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decided_by_id', models.UUIDField(null=True)),
                ('decided_by_name', models.CharField(blank=True, max_length=200)),
                ('decided_at', models.DateTimeField(null=True)),
                ('why', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['-version'],
                'constraints': [models.UniqueConstraint(fields=('template', 'kind', 'language', 'version'), name='one_wording_a_version'), models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('template', 'kind', 'language'), name='one_wording_in_use'), models.CheckConstraint(condition=models.Q(('decided_by_id', models.F('proposed_by_id')), _negated=True), name='wording_two_people')],
            },
        ),
    ]
