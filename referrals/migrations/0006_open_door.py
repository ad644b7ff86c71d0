"""Knocks at the open door behind a wall of their own; what somebody may see and change on their own page."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.db import migrations, models

from connect.walls import SCOPE, also, jobs, wall


# Whoever knocks may find their own knock again, by a key that nobody can guess, and no other; the sweep answers.
MINE = f"({jobs('front_door')} and id = any({SCOPE}))"
KNOCK = wall(
    "referrals_knock",
    read=f"{MINE} or {jobs('clocks')}",
    insert=f"{MINE}",
    update=f"{MINE} or {jobs('clocks')}",
    delete=jobs("clocks"),
)
# The scope of their own page holds the id of the person and of one referral.
OF_REFERRAL = "exists (select 1 from referrals_referral r where r.id = referral_id)"
OWN_PAGE = [
    also("messaging_message", "select", f"{jobs('own_page')} and recipient_key = any({SCOPE})", "written_to_me"),
    also("audit_access", "select", f"{jobs('own_page')} and person_ids && ({SCOPE})", "who_looked"),
    also("referrals_occasion", "update", f"{jobs('own_page')} and {OF_REFERRAL}", "own"),
]
# A code is asked for by a phone number or an e-mail; nobody waits for every row to be read.
INDEXES = r"""
create index person_by_phone on referrals_person (right(regexp_replace(phone, '\D', '', 'g'), 10)) where phone <> '';
create index person_by_email on referrals_person (upper(email)) where email <> '';
"""
WALLS = KNOCK + "".join(OWN_PAGE) + INDEXES


class Migration(migrations.Migration):

    dependencies = [
        ("audit", "0002_access"),
        ("messaging", "0001_initial"),
        ("people", "0005_email_domains"),
        ("referrals", "0005_asking"),
    ]

    operations = [
        migrations.AlterField(
            model_name='referralevent',
            name='kind',
            field=models.CharField(choices=[('moved', 'The referral moved'), ('contact', 'Contact'), ('connection', 'A connection moved'), ('attendance', 'Somebody said whether they went'), ('consent', 'A yes was taken back'), ('own', 'They said something on their own page')], default='moved', max_length=12),
        ),
        migrations.CreateModel(
            name='Knock',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(choices=[('own_page', "A code for one's own page"), ('letter', 'A letter that opens the form for workers')], max_length=10)),
                ('to', models.CharField(blank=True, max_length=254)),
                ('first_name', models.CharField(blank=True, max_length=100)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answered_at', models.DateTimeField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('used_at', models.DateTimeField(null=True)),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='messaging.link')),
            ],
            options={
                'indexes': [models.Index(fields=['asked_at'], name='knock_asked')],
            },
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
