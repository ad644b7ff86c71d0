"""What worked: notes of practice behind the wall, and who was glad of one."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ROLE, jobs, wall

WRITERS = f"{ROLE} in ('CON', 'TL', 'CHA', 'COO', 'LEAD', 'DIR')"
READERS = f"{ROLE} in ('DIR', 'TL')"
WALL = wall(
    "directory_practice",
    read=f"({ROLE} is not null and state = 'shown') or by_id = {ME} or {READERS} or {jobs('seed')}",
    insert=f"({WRITERS} and by_id = {ME}) or {jobs('seed')}",
    update=f"({WRITERS} and by_id = {ME}) or {READERS} or {jobs('seed')}",
)


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0019_network_of_groups'),
        ('people', '0012_community_champions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Practice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('title', models.CharField(max_length=150)),
                ('words', models.TextField(max_length=3000)),
                ('state', models.CharField(choices=[('waiting', 'waits for a reader'), ('shown', 'shown'), ('hidden', 'taken down')], default='shown', max_length=7)),
                ('looks_named', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('why_hidden', models.CharField(blank=True, max_length=300)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='practices', to='directory.service')),
            ],
            options={
                'ordering': ['-made_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PracticeThanks',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='thanks', to='directory.practice')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddIndex(
            model_name='practice',
            index=models.Index(fields=['service'], name='practice_of_listing'),
        ),
        migrations.AddConstraint(
            model_name='practicethanks',
            constraint=models.UniqueConstraint(fields=('practice', 'user'), name='thanked_once'),
        ),
        migrations.RunSQL(WALL, migrations.RunSQL.noop),
    ]
