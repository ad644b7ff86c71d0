"""Kinds of message that are switched off; the yes a message rests on; and who saw to one that may not have arrived."""

import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("messaging", "0002_wording"),
    ]

    operations = [
        migrations.CreateModel(
            name="SwitchedOff",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("template", models.CharField(max_length=60)),
                ("under_id", models.UUIDField(null=True)),
                ("why", models.CharField(max_length=300)),
                ("off_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("off_by_id", models.UUIDField()),
                ("off_by_name", models.CharField(max_length=200)),
                ("on_at", models.DateTimeField(null=True)),
                ("on_by_id", models.UUIDField(null=True)),
            ],
            options={
                "ordering": ["-off_at"],
            },
        ),
        migrations.AddField(
            model_name="message",
            name="seen_to_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="seen_to_by_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="seen_to_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="message",
            name="seen_to_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("rang", "I told them myself, by phone or face to face"),
                    ("arrived", "It had arrived"),
                    ("other-way", "Told another way"),
                    ("too-late", "It does not matter any more"),
                ],
                max_length=9,
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="under_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="valid_until",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="message",
            name="note",
            field=models.CharField(
                blank=True,
                choices=[
                    ("called-off", "called off before it was sent"),
                    ("too-late", "too late to make sense"),
                    ("link-gone", "its link no longer works"),
                    ("refused", "the provider refused it"),
                    ("gave-up", "tried again and again"),
                    ("cannot-ask", "the answer was lost, and this provider cannot be asked"),
                    ("no-answer", "the provider was asked for three days and did not answer"),
                    ("switched-off", "this kind of message is switched off"),
                    ("yes-over", "the yes it rested on had run out"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("seen_to_at", None), ("state__in", ["unresolved", "failed"])),
                fields=["due_at"],
                name="message_for_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="switchedoff",
            constraint=models.UniqueConstraint(
                models.F("template"),
                models.F("under_id"),
                condition=models.Q(("on_at", None)),
                name="off_once",
                nulls_distinct=False,
            ),
        ),
    ]
