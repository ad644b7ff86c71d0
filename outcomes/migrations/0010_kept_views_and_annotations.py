"""Views of the reports that somebody keeps, for themselves alone; and lines beside the figures, about nobody."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, jobs, wall

MINE = f"user_id = {ME}"
AT_WORK = jobs("reminders")
KEPT = wall(
    "outcomes_keptview", read=f"{MINE} or {AT_WORK}", insert=MINE, update=f"{MINE} or {AT_WORK}", delete=MINE
)


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0009_wish_list'),
        ('people', '0012_community_champions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Annotation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('area_code', models.CharField(max_length=20)),
                ('place_code', models.CharField(max_length=20)),
                ('place_name', models.CharField(max_length=100)),
                ('month', models.DateField()),
                ('words', models.CharField(max_length=120)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_back_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['month', 'place_name', 'made_at'],
                'indexes': [models.Index(fields=['area_code', 'month'], name='annotation_where')],
                'constraints': [models.CheckConstraint(condition=models.Q(('month__day', 1)), name='annotation_of_a_month'), models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at', None), ('taken_back_by', None)), models.Q(('taken_back_at__gte', models.F('made_at')), ('taken_back_by__isnull', False)), _connector='OR'), name='taken_back_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='KeptView',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('page', models.CharField(choices=[('works', 'What works'), ('flow', 'Who reaches whom'), ('missing', 'What is missing'), ('paper', 'The board paper'), ('pilot', 'The pilot report')], max_length=10)),
                ('grain', models.CharField(choices=[('month', 'Month'), ('quarter', 'Quarter'), ('year', 'Financial year')], max_length=10)),
                ('place_code', models.CharField(max_length=20)),
                ('place_name', models.CharField(max_length=100)),
                ('by_email', models.BooleanField(default=False)),
                ('told', models.DateField(null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.membership')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['place_name', 'page', 'grain'],
                'constraints': [models.UniqueConstraint(fields=('membership', 'page', 'grain', 'place_code'), name='view_kept_once'), models.CheckConstraint(condition=models.Q(('grain__in', ['month', 'quarter', 'year'])), name='view_has_a_grain'), models.CheckConstraint(condition=models.Q(('page__in', ['works', 'flow', 'missing', 'paper', 'pilot'])), name='view_has_a_page')],
            },
        ),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
    ]
