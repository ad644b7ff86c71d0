"""The network of local groups, their polls; and whose pages may show our search box."""
import directory.network.models
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ROLE, SCOPE, jobs, wall

# Whoever looks after a group is known to those who write to them, and by their own link to themselves. What people
# answer is counted under the job that counts, and nobody reads a row; what they wrote is read by coordinators, and by
# the holder of a link as far as it was passed on.
STAFF = f"{ROLE} in ('COO', 'TL', 'DIR')"
SELF = f"({jobs('link')} and id = any({SCOPE}))"
READERS = f"{ROLE} in ('COO', 'TL')"
AT_WORK = jobs("seed", "reminders")
WALLS = [
    wall(
        "directory_admin",
        read=f"{STAFF} or {SELF} or {ROLE} = 'DPO' or {AT_WORK}",
        insert=f"{STAFF} or {AT_WORK}",
        update=f"{STAFF} or {SELF} or {AT_WORK}",
        delete=f"{STAFF} or {SELF} or {AT_WORK}",
    ),
    wall("directory_pollanswer", read=jobs("freeze", "seed"), insert="true"),
    wall(
        "directory_pollwords",
        read=f"{READERS} or (passed_on and {jobs('link')}) or {jobs('seed')}",
        insert="true",
        update=f"{READERS} or {jobs('seed')}",
    ),
]



class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0018_what_a_listing_asks'),
        ('places', '0002_postcode_by_spot'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=200)),
                ('platform', models.CharField(blank=True, choices=[('facebook_group', 'Facebook group'), ('facebook_page', 'Facebook page'), ('whatsapp', 'WhatsApp group'), ('nextdoor', 'Nextdoor'), ('instagram', 'Instagram'), ('discord', 'Discord'), ('meetup', 'Meetup'), ('other', 'Online community')], max_length=20)),
                ('address', models.URLField(blank=True, max_length=500)),
                ('members', models.PositiveIntegerField(blank=True, null=True)),
                ('members_on', models.DateField(blank=True, null=True)),
                ('members_by', models.CharField(blank=True, choices=[('admin', 'its admin'), ('staff', 'one of us')], max_length=5)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('gone_at', models.DateTimeField(blank=True, null=True)),
                ('service', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='in_network', to='directory.service')),
                ('wards', models.ManyToManyField(blank=True, related_name='+', to='places.area')),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Admin',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('agreed_on', models.DateField()),
                ('off_at', models.DateTimeField(null=True)),
                ('language', models.CharField(default='en', max_length=5)),
                ('groups', models.ManyToManyField(related_name='looked_after_by', to='directory.group')),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Host',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True, validators=[django.core.validators.RegexValidator('^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$', 'Enter the name alone, like www.example.org')])),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('words', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent', models.PositiveIntegerField(default=0)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('wards', models.ManyToManyField(blank=True, related_name='+', to='places.area')),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Poll',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('slug', models.CharField(default=directory.network.models.new_slug, max_length=12, unique=True)),
                ('question', models.CharField(max_length=120)),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField()),
                ('stopped_at', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='polls', to='directory.group')),
            ],
            options={
                'ordering': ['-opens_on', '-made_at'],
            },
        ),
        migrations.CreateModel(
            name='PollAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('poll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='directory.poll')),
                ('ward', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.area')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PollWords',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=300)),
                ('worries', models.BooleanField(default=False)),
                ('read_at', models.DateTimeField(null=True)),
                ('passed_on', models.BooleanField(default=False)),
                ('poll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='directory.poll')),
            ],
            options={
                'verbose_name_plural': 'words',
                'ordering': ['-worries', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Reach',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('members', models.PositiveIntegerField()),
                ('counted_on', models.DateField()),
                ('said_by', models.CharField(choices=[('admin', 'its admin'), ('staff', 'one of us')], max_length=5)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reaches', to='directory.group')),
            ],
            options={
                'ordering': ['-counted_on'],
            },
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=models.CheckConstraint(condition=models.Q(('members', None), ('members_on__isnull', False), _connector='OR'), name='reach_is_dated'),
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=models.UniqueConstraint(models.F('address'), condition=models.Q(models.Q(('address', ''), _negated=True), ('gone_at', None)), name='one_group_an_address'),
        ),
        migrations.AddConstraint(
            model_name='poll',
            constraint=models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='poll_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='pollwords',
            constraint=models.CheckConstraint(condition=models.Q(('passed_on', False), ('worries', False), _connector='OR'), name='worries_are_not_passed_on'),
        ),
        migrations.AddConstraint(
            model_name='reach',
            constraint=models.UniqueConstraint(fields=('group', 'counted_on'), name='one_reach_a_day'),
        ),
        *[migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in WALLS],
    ]
