"""What is known of places (outlines, people by age, indicators) and the weights of risk indices: about nobody, and open."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0007_figures_on_a_lattice'),
        ('places', '0003_localities'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Dataset',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200)),
                ('vintage', models.CharField(blank=True, max_length=40)),
                ('licence', models.CharField(blank=True, max_length=200)),
                ('file', models.CharField(max_length=200)),
                ('is_made_up', models.BooleanField(default=False)),
                ('loaded_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['title', 'vintage'],
                'constraints': [models.UniqueConstraint(fields=('title', 'vintage'), name='dataset_once')],
            },
        ),
        migrations.CreateModel(
            name='Boundary',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('rings', models.JSONField()),
                ('area', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='boundary', to='places.area')),
                ('dataset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outcomes.dataset')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.SlugField(max_length=40)),
                ('value', models.FloatField()),
                ('of', models.FloatField(null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indicators', to='places.area')),
                ('dataset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outcomes.dataset')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('area', 'name'), name='indicator_once'), models.CheckConstraint(condition=models.Q(('of', None), ('of__gt', 0), _connector='OR'), name='a_share_is_of_something')],
            },
        ),
        migrations.CreateModel(
            name='Population',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ages', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
                ('people', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), size=None)),
                ('area', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='population', to='places.area')),
                ('dataset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outcomes.dataset')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ages__len', models.F('people__len')), ('ages__len__gt', 0)), name='a_count_for_each_age')],
            },
        ),
        migrations.CreateModel(
            name='RiskIndex',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('slug', models.SlugField(max_length=40)),
                ('version', models.PositiveSmallIntegerField()),
                ('weights', models.JSONField()),
                ('why', models.CharField(max_length=500)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['slug', 'version'],
                'constraints': [models.UniqueConstraint(fields=('slug', 'version'), name='index_version_once')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='riskindex',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c102717aaeb89889c40b5e9ea85fb5d72963938f', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_dde54', table='outcomes_riskindex', when='BEFORE')),
        ),
    ]
