"""The register of training: who was taught, when, by whom; its people behind the wall."""
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ORG, ROLE, jobs, wall

# The worker their own row; whoever keeps the register, those of their organisation and at its sessions.
KEEPERS = f"{ROLE} in ('LEAD', 'TL')"
MINE = f"({KEEPERS} and (kept_by_id = {ORG} or organisation_id = {ORG}))"
WRITE = f"({KEEPERS} and kept_by_id = {ORG}) or {ROLE} = 'ADM' or {jobs('seed', 'training')}"
WALL = wall(
    "people_trainee",
    read=f"user_id = {ME} or {MINE} or {ROLE} in ('ADM', 'DPO') or {jobs('seed', 'training', 'freeze')}",
    insert=WRITE,
    update=WRITE,
    delete=WRITE,
)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_team_full_until'),
        ('places', '0002_postcode_by_spot'),
    ]

    operations = [
        migrations.CreateModel(
            name='TrainingSession',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('kind', models.CharField(choices=[('mecc', 'Making Every Contact Count'), ('mecc_again', 'Making Every Contact Count, refresher'), ('mhfa', 'Mental Health First Aid'), ('learning', 'Learning disability and autism awareness'), ('suicide', 'Suicide prevention'), ('safeguarding', 'Safeguarding'), ('other', 'Something else')], default='mecc', max_length=12)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('held_on', models.DateField()),
                ('trainer', models.CharField(blank=True, max_length=200)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='training_sessions', to='people.organisation')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-held_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Trainee',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('email', models.EmailField(max_length=254)),
                ('employer', models.CharField(blank=True, max_length=200, verbose_name='employer')),
                ('job', models.CharField(blank=True, choices=[('housing', 'Housing'), ('police', 'Police or community support'), ('fire', 'Fire and rescue'), ('nurse', 'Nurse or therapist'), ('gp', 'GP practice'), ('social_care', 'Social care'), ('library', 'Library, museum or leisure'), ('job_centre', 'Job centre or benefits'), ('voluntary', 'Charity or community group'), ('faith', 'Faith group'), ('shop', 'Shop or business'), ('other', 'Something else')], max_length=12)),
                ('attended', models.BooleanField(default=True)),
                ('refresher_on', models.DateField(blank=True, null=True)),
                ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trainings', to=settings.AUTH_USER_MODEL)),
                ('ward', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trainees', to='people.trainingsession')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'indexes': [models.Index(fields=['email'], name='trainee_email')],
                'constraints': [models.UniqueConstraint(fields=('session', 'email'), name='once_in_a_session')],
            },
        ),
        migrations.RunSQL(WALL, migrations.RunSQL.noop),
    ]
