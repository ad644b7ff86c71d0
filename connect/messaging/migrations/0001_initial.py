"""The outbox behind its wall, and signed links, which are read before anybody is known."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from connect.walls import SCOPE, jobs, wall

# A page writes about a referral through a policy that the referrals' own migration adds; it never reads here.
# The holder of a signed link may write about what the link is for.
WALL = wall(
    "messaging_message",
    read=jobs("delivery", "reminders"),
    insert=f"{jobs('reminders', 'import', 'seed')} or ({jobs('link')} and about_id = any ({SCOPE}::uuid[]))",
    update=jobs("delivery", "reminders"),
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0001_grants")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("purpose", models.CharField(max_length=40)),
                ("subject", models.UUIDField()),
                (
                    "scope",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("discreet", models.BooleanField(default=False)),
                ("language", models.CharField(default="en", max_length=5)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "indexes": [models.Index(fields=["subject"], name="link_subject")],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("recipient_key", models.UUIDField()),
                ("cause", models.CharField(max_length=200)),
                ("channel", models.CharField(choices=[("sms", "text"), ("email", "e-mail")], max_length=5)),
                ("to", models.CharField(max_length=254)),
                ("template", models.CharField(max_length=60)),
                ("language", models.CharField(default="en", max_length=5)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("body", models.TextField()),
                ("about_id", models.UUIDField(db_index=True, null=True)),
                ("due_at", models.DateTimeField()),
                ("useless_after", models.DateTimeField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting to be sent"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("unresolved", "not known whether it was sent"),
                            ("failed", "could not be sent"),
                            ("cancelled", "not sent, no longer right"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("called-off", "called off before it was sent"),
                            ("too-late", "too late to make sense"),
                            ("link-gone", "its link no longer works"),
                            ("refused", "the provider refused it"),
                            ("gave-up", "tried again and again"),
                            ("cannot-ask", "the answer was lost, and this provider cannot be asked"),
                            ("no-answer", "the provider was asked for three days and did not answer"),
                        ],
                        max_length=12,
                    ),
                ),
                ("lease_until", models.DateTimeField(null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("called_off_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("provider_id", models.CharField(blank=True, max_length=200)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "link",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="messaging.link"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["queued", "sending"])), fields=["due_at"], name="message_due"
                    ),
                    models.Index(fields=["cause"], name="message_cause"),
                ],
                "constraints": [models.UniqueConstraint(fields=("recipient_key", "cause"), name="message_once")],
            },
        ),
        migrations.RunSQL(WALL, migrations.RunSQL.noop),
    ]
