"""Places at training sessions behind the wall, certificates, kinds and competencies of the tenant’s own."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.people.training.models import new_number
from connect.walls import ME, ORG, ROLE, SCOPE, TEAM, append_only, jobs, rewall, wall

# Whoever keeps the register; a volunteer coordinator keeps that of those they train.
KEEPERS = f"{ROLE} in ('LEAD', 'TL', 'COO')"
MINE = f"({KEEPERS} and (kept_by_id = {ORG} or organisation_id = {ORG}))"
WRITE = f"({KEEPERS} and kept_by_id = {ORG}) or {ROLE} = 'ADM' or {jobs('seed', 'training')}"
REGISTER = rewall(
    "people_trainee",
    read=f"user_id = {ME} or {MINE} or {ROLE} in ('ADM', 'DPO') or {jobs('seed', 'training', 'freeze')}",
    insert=WRITE,
    update=WRITE,
)
TAKE_OFF = f"alter policy wall_delete on people_trainee using ({WRITE} or ({jobs('migration', 'retention')} and current_user <> 'connect_web'));"
# Places are counted over everybody, so every write goes by the job that sees them all.
BOOKINGS = wall(
    "people_booking",
    read=f"""user_id = {ME} or {MINE} or {ROLE} in ('ADM', 'DPO') or {jobs('seed', 'training', 'freeze')}
             or ({jobs('link')} and (id = any ({SCOPE}) or session_id = any ({SCOPE})))""",
    insert=jobs("seed", "training"),
    update=jobs("seed", "training"),
    delete=jobs("training"),
)
LEADS = f"(({ROLE} = 'LEAD' and organisation_id = {ORG}) or ({ROLE} = 'TL' and organisation_id = {ORG} and team_id = {TEAM}))"
RATINGS = wall(
    "people_competencyrating",
    read=f"user_id = {ME} or {LEADS} or {ROLE} = 'DPO' or {jobs('seed', 'freeze')}",
    insert=f"""(by_id = {ME} and user_id = {ME} and not observed) or (by_id = {ME} and observed and {LEADS})
               or {jobs('seed')}""",
) + append_only("people_competencyrating")
# Each who is written down already gets a number too.
NUMBERS = """
select set_config('app.job', 'migration', true);
with drawn as (select id, upper(translate(encode(sha256(gen_random_uuid()::text::bytea), 'hex'), '01', '23')) as number
               from people_trainee)
update people_trainee t set number = substr(drawn.number, 1, 5) || '-' || substr(drawn.number, 6, 5)
  from drawn where drawn.id = t.id;
set constraints all immediate;
select set_config('app.job', '', true);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0010_where_nobody_else_serves'),
        ('places', '0002_postcode_by_spot'),
    ]

    operations = [
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('email', models.EmailField(max_length=254)),
                ('employer', models.CharField(blank=True, max_length=200)),
                ('job', models.CharField(blank=True, choices=[('housing', 'Housing'), ('police', 'Police or community support'), ('fire', 'Fire and rescue'), ('nurse', 'Nurse or therapist'), ('gp', 'GP practice'), ('social_care', 'Social care'), ('library', 'Library, museum or leisure'), ('job_centre', 'Job centre or benefits'), ('voluntary', 'Charity or community group'), ('faith', 'Faith group'), ('shop', 'Shop or business'), ('other', 'Something else')], max_length=12)),
                ('language', models.CharField(default='en', max_length=5)),
                ('helps', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('step_free', 'A way in without steps'), ('loop', 'A hearing loop'), ('bsl', 'A British Sign Language interpreter'), ('large', 'Papers in large print'), ('quiet', 'A quiet place to step out to'), ('ring', 'Something else: please ask me')], max_length=10), blank=True, default=list, size=None)),
                ('state', models.CharField(choices=[('asked', 'waits for a press in the e-mail'), ('booked', 'booked'), ('waiting', 'on the list'), ('offered', 'a place is held'), ('cancelled', 'cancelled')], default='asked', max_length=9)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('joined_at', models.DateTimeField(null=True)),
                ('times_offered', models.PositiveSmallIntegerField(default=0)),
                ('answer_by', models.DateTimeField(null=True)),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('before', models.PositiveSmallIntegerField(null=True)),
                ('after', models.PositiveSmallIntegerField(null=True)),
                ('after_asked_at', models.DateTimeField(null=True)),
                ('came', models.BooleanField(null=True)),
            ],
            options={
                'ordering': ['joined_at', 'made_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Competency',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('about', models.CharField(blank=True, max_length=400)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('preset', models.CharField(blank=True, max_length=30)),
                ('ended_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ['place', 'name'],
            },
        ),
        migrations.CreateModel(
            name='CompetencyRating',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('observed', models.BooleanField()),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'New to me'), (2, 'With help'), (3, 'On my own'), (4, 'I can show others')])),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-said_at'],
            },
        ),
        migrations.CreateModel(
            name='TrainingKind',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=12, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('about', models.CharField(blank=True, max_length=400)),
                ('question', models.CharField(blank=True, max_length=200)),
                ('refresher_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='trainee',
            name='number',
            field=models.CharField(max_length=11, null=True, unique=True),
        ),
        migrations.RunSQL(NUMBERS, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='trainee',
            name='number',
            field=models.CharField(default=new_number, max_length=11, unique=True),
        ),
        migrations.AddField(
            model_name='trainee',
            name='refresher_told_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='about',
            field=models.CharField(blank=True, max_length=600),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='called_off_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='ends_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='getting_there',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='join_url',
            field=models.URLField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='open_to',
            field=models.CharField(choices=[('anybody', 'anybody, with an account or without'), ('workers', 'those who have an account')], default='anybody', max_length=7),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='places',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='starts_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='taken_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='taken_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='trainer_email',
            field=models.EmailField(blank=True, max_length=254),
        ),
        migrations.AddField(
            model_name='trainingsession',
            name='trainer_told_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name='trainingsession',
            name='kind',
            field=models.CharField(default='mecc', max_length=12),
        ),
        migrations.AddConstraint(
            model_name='trainingsession',
            constraint=models.CheckConstraint(condition=models.Q(('places', None), models.Q(('ends_at__gt', models.F('starts_at')), ('starts_at__isnull', False)), _connector='OR'), name='planned_has_hours'),
        ),
        migrations.AddField(
            model_name='booking',
            name='kept_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='booking',
            name='organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='booking',
            name='session',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bookings', to='people.trainingsession'),
        ),
        migrations.AddField(
            model_name='booking',
            name='user',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='competency',
            constraint=models.UniqueConstraint(condition=models.Q(('preset', ''), _negated=True), fields=('preset',), name='a_preset_line_once'),
        ),
        migrations.AddField(
            model_name='competencyrating',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='competencyrating',
            name='competency',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='people.competency'),
        ),
        migrations.AddField(
            model_name='competencyrating',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='competencyrating',
            name='team',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.team'),
        ),
        migrations.AddField(
            model_name='competencyrating',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['email'], name='booking_email'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(fields=('session', 'email'), name='one_booking_a_session'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('before', None), ('before__range', (1, 5)), _connector='OR'), models.Q(('after', None), ('after__range', (1, 5)), _connector='OR')), name='sure_from_1_to_5'),
        ),
        migrations.AddIndex(
            model_name='competencyrating',
            index=models.Index(fields=['user', 'competency', 'said_at'], name='rating_of'),
        ),
        migrations.AddConstraint(
            model_name='competencyrating',
            constraint=models.CheckConstraint(condition=models.Q(('level__range', (1, 4))), name='level_from_1_to_4'),
        ),
        migrations.AddConstraint(
            model_name='competencyrating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('by', models.F('user')), ('observed', False)), models.Q(('observed', True), models.Q(('by', models.F('user')), _negated=True)), _connector='OR'), name='nobody_observes_themselves'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='competencyrating',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9706c2dd346a9d0d4394b49673f2c1356984f2dd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3d4f5', table='people_competencyrating', when='BEFORE')),
        ),
        migrations.RunSQL(REGISTER + TAKE_OFF, migrations.RunSQL.noop),
        migrations.RunSQL(BOOKINGS + RATINGS, migrations.RunSQL.noop),
    ]
