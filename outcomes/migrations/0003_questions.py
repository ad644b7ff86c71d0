"""Questions sent to somebody: answered by their own link, one at a time, and kept as a reading when they are through."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from connect.walls import ME, ROLE, SCOPE, also, jobs, wall

MINE = f"""exists (select 1 from referrals_referral r where r.id = referral_id
  and ({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})))"""
THEIRS = f"{jobs('link')} and id = any({SCOPE})"
# An organiser's link names referrals too: only the questions' own link opens what hangs on them.
BY_THEIR_LINK = f"""{jobs('link')} and exists (select 1 from outcomes_questions q
  where q.referral_id = {{table}}.referral_id and q.id = any({SCOPE}))"""
WALLS = "".join([
    wall("outcomes_questions", read=f"{MINE} or ({THEIRS}) or {jobs('freeze', 'seed')}",
         insert=f"({MINE} and made_by_id = {ME}) or {jobs('seed')}", update=f"({THEIRS}) or {jobs('seed')}"),
    also("outcomes_reading", "select", BY_THEIR_LINK.format(table="outcomes_reading"), "by_their_link"),
    also("outcomes_reading", "insert", BY_THEIR_LINK.format(table="outcomes_reading") + " and by_id is null", "answered"),
    also("referrals_measuredue", "update", BY_THEIR_LINK.format(table="referrals_measuredue"), "answered"),
])


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0002_readings'),
        ('referrals', '0017_what_follows'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Questions',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(unique=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('made_in', models.CharField(max_length=64)),
                ('instruments', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
                ('answers', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('stopped', models.BooleanField(default=False)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='referrals.referral')),
            ],
            options={
                'ordering': ['-made_at'],
            },
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
