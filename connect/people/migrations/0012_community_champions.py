"""Community champions, their thanks and pages; what they are called here."""
import connect.people.champions.models
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ORG, ROLE, SCOPE, jobs, wall

# Coordinators see those whom their own organisation looks after, and those whom nobody does yet; a champion, by the
# link of their letters, themselves. Whoever fills in the public form makes one row: that of their own address.
COORDINATOR = f"({ROLE} in ('COO', 'TL') and (kept_by_id = {ORG} or kept_by_id is null))"
SELF = f"({jobs('link', 'front_door')} and id = any({SCOPE}))"
AT_WORK = jobs("seed", "reminders")
THEIRS = "exists (select 1 from people_champion c where c.id = champion_id)"
COORDINATES = f"{ROLE} in ('COO', 'TL')"
BY_LINK = f"({jobs('link')} and champion_id = any({SCOPE}))"
WALLS = [
    wall(
        "people_champion",
        read=f"{COORDINATOR} or {SELF} or {ROLE} in ('DPO', 'ADM') or {AT_WORK}",
        insert=f"{SELF} or {AT_WORK}",
        update=f"{COORDINATOR} or {SELF} or {AT_WORK}",
        delete=AT_WORK,
    ),
    wall(
        "people_thanks",
        read=f"({COORDINATES} and {THEIRS}) or {BY_LINK} or {ROLE} in ('DPO', 'ADM') or {jobs('seed')}",
        insert=f"({COORDINATES} and {THEIRS}) or {jobs('seed')}",
        delete=f"({COORDINATES} and {THEIRS}) or {BY_LINK} or {AT_WORK}",
    ),
]



class Migration(migrations.Migration):

    dependencies = [
        ('people', '0011_training_places_and_competencies'),
        ('places', '0002_postcode_by_spot'),
    ]

    operations = [
        migrations.AddField(
            model_name='tenant',
            name='champion_label',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='tenant',
            name='champions_label',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.CreateModel(
            name='Champion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('tier', models.CharField(choices=[('individual', 'I help by myself, now and then'), ('facilitator', 'I bring others together to help'), ('provider', 'We run a group, a shop or a service')], max_length=12)),
                ('words', models.TextField(blank=True)),
                ('language', models.CharField(default='en', max_length=5)),
                ('standing', models.CharField(choices=[('asked', 'Has not yet opened our e-mail'), ('waiting', 'Waits for an answer'), ('active', 'Helps'), ('declined', 'Not this time'), ('left', 'Has left')], default='asked', max_length=10)),
                ('may', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('signpost', 'Tell people what is near'), ('refer', 'Ask for company for somebody'), ('keep', 'Keep what we say about groups true')], max_length=10), blank=True, default=list, size=None)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('begun_at', models.DateTimeField(null=True)),
                ('left_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('wards', models.ManyToManyField(blank=True, related_name='+', to='places.area')),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Brand',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('slug', models.CharField(default=connect.people.champions.models.new_slug, max_length=12, unique=True)),
                ('is_open', models.BooleanField(default=False)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('logo', models.BinaryField(null=True)),
                ('asked_name', models.CharField(blank=True, max_length=80)),
                ('asked_logo', models.BinaryField(null=True)),
                ('asked_at', models.DateTimeField(null=True)),
                ('agreed_at', models.DateTimeField(null=True)),
                ('ward', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.area')),
                ('champion', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='brand', to='people.champion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Thanks',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=500)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('champion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='thanks', to='people.champion')),
            ],
            options={
                'verbose_name_plural': 'thanks',
                'ordering': ['-at'],
            },
        ),
        migrations.AddIndex(
            model_name='champion',
            index=models.Index(fields=['standing'], name='champion_standing'),
        ),
        *[migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in WALLS],
    ]
