"""What somebody writes over a paper by hand: for which board it is, and what that is asked to agree."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0011_costs_and_who_lives_here'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Cover',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('which', models.CharField(choices=[('paper', 'Board paper'), ('pilot', 'Pilot report')], max_length=5)),
                ('grain', models.CharField(choices=[('month', 'Month'), ('quarter', 'Quarter'), ('year', 'Financial year')], max_length=10)),
                ('period', models.DateField()),
                ('area_code', models.CharField(max_length=20)),
                ('place_code', models.CharField(max_length=20)),
                ('board', models.CharField(blank=True, max_length=120)),
                ('meets_on', models.DateField(blank=True, null=True)),
                ('asks', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('which', 'grain', 'period', 'place_code'), name='one_cover_a_paper'), models.CheckConstraint(condition=models.Q(('which__in', ['paper', 'pilot'])), name='cover_of_a_paper')],
            },
        ),
    ]
