"""What is out there, its index and its vocabulary."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0001_grants"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("address", models.CharField(blank=True, max_length=500)),
                ("licence", models.CharField(blank=True, max_length=200)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("code", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                (
                    "synonyms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="Synonym",
            fields=[
                ("said", models.CharField(max_length=80, primary_key=True, serialize=False)),
                (
                    "means",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None),
                ),
            ],
            options={
                "ordering": ["said"],
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("word", models.CharField(db_collation="C", max_length=40, primary_key=True, serialize=False)),
                ("stem", models.CharField(db_collation="C", db_index=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("address_1", models.CharField(blank=True, max_length=200)),
                ("address_2", models.CharField(blank=True, max_length=200)),
                ("city", models.CharField(blank=True, max_length=120)),
                ("postcode", models.CharField(blank=True, max_length=10)),
                ("easting", models.IntegerField(blank=True, null=True)),
                ("northing", models.IntegerField(blank=True, null=True)),
                ("step_free", models.BooleanField(blank=True, null=True)),
                ("step_free_note", models.CharField(blank=True, max_length=200)),
                ("hearing_loop", models.BooleanField(blank=True, null=True)),
                ("hearing_loop_note", models.CharField(blank=True, max_length=200)),
                ("transport", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("easting", None), ("northing", None)),
                            models.Q(("easting__isnull", False), ("northing__isnull", False)),
                            _connector="OR",
                        ),
                        name="both_coordinates_or_none",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("summary", models.CharField(blank=True, max_length=300)),
                ("description", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("group", "A group"),
                            ("activity", "An activity"),
                            ("befriending", "Befriending"),
                            ("community", "An online community"),
                            ("mentoring", "Mentoring"),
                            ("connector", "Help finding your way"),
                            ("advice", "Advice"),
                            ("volunteering", "Volunteering"),
                            ("transport", "Transport"),
                            ("venue", "A place to be"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        blank=True, choices=[("functional", "Support"), ("structural", "Belonging")], max_length=20
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Open"),
                            ("temporarily closed", "Shut for now"),
                            ("inactive", "Not published"),
                            ("defunct", "Closed"),
                        ],
                        default="active",
                        max_length=20,
                    ),
                ),
                ("reopens_on", models.DateField(blank=True, null=True)),
                ("shut_because", models.CharField(blank=True, max_length=200)),
                (
                    "attending",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("online", "Online"),
                            ("phone", "By phone"),
                            ("home", "At your home"),
                        ],
                        default="in_person",
                        max_length=20,
                    ),
                ),
                ("reach_metres", models.PositiveIntegerField(blank=True, null=True)),
                ("fees", models.CharField(blank=True, max_length=300)),
                ("free", models.BooleanField(default=False)),
                ("minimum_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("maximum_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("who_comes", models.TextField(blank=True)),
                ("first_time", models.TextField(blank=True)),
                ("good_to_know", models.TextField(blank=True)),
                ("how_to_join", models.TextField(blank=True)),
                ("met_at_door", models.BooleanField(default=False)),
                ("met_by", models.CharField(blank=True, max_length=120)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("contact_name", models.CharField(blank=True, max_length=120)),
                ("contact_phone", models.CharField(blank=True, max_length=40)),
                ("contact_email", models.EmailField(blank=True, max_length=254)),
                ("contact_public", models.BooleanField(default=False)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("verified_at", models.DateTimeField(blank=True, null=True)),
                ("verified_by_name", models.CharField(blank=True, max_length=120)),
                ("verified_by_public", models.BooleanField(default=False)),
                ("verified_by_body", models.CharField(blank=True, max_length=120)),
                ("source_id", models.CharField(blank=True, max_length=200)),
                ("content_hash", models.CharField(blank=True, max_length=64)),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("updated", models.DateTimeField(auto_now=True)),
                (
                    "feed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="directory.feed",
                    ),
                ),
                (
                    "instead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="directory.service",
                    ),
                ),
                ("needs", models.ManyToManyField(blank=True, related_name="services", to="directory.need")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="services", to="people.organisation"
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "freq",
                    models.CharField(
                        choices=[("WEEKLY", "Every week"), ("MONTHLY", "Every month"), ("ONCE", "Once")],
                        default="WEEKLY",
                        max_length=10,
                    ),
                ),
                ("interval", models.PositiveSmallIntegerField(default=1)),
                ("byday", models.CharField(blank=True, max_length=60)),
                ("bymonthday", models.CharField(blank=True, max_length=60)),
                ("dtstart", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "except_on",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list, size=None
                    ),
                ),
                ("opens_at", models.TimeField(blank=True, null=True)),
                ("closes_at", models.TimeField(blank=True, null=True)),
                ("description", models.CharField(blank=True, max_length=300)),
                (
                    "location",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="directory.location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="schedules", to="directory.service"
                    ),
                ),
            ],
            options={
                "ordering": ["dtstart", "opens_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ServiceAtLocation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="at_services", to="directory.location"
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="at_locations", to="directory.service"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="service",
            name="locations",
            field=models.ManyToManyField(
                related_name="services", through="directory.ServiceAtLocation", to="directory.location"
            ),
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first", models.BooleanField()),
                ("easting", models.IntegerField(null=True)),
                ("northing", models.IntegerField(null=True)),
                ("reach", models.IntegerField(null=True)),
                ("anywhere", models.BooleanField()),
                ("shut_until", models.DateField(null=True)),
                ("quality", models.SmallIntegerField()),
                ("tags", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("cells", django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                (
                    "location",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="directory.location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="directory.service"
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["words", "cells", "tags"], name="search_entry_gin"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="serviceatlocation",
            constraint=models.UniqueConstraint(fields=("service", "location"), name="one_service_once_a_place"),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_id", ""), _negated=True),
                fields=("feed", "source_id"),
                name="one_listing_a_record",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minimum_age", None),
                    ("maximum_age", None),
                    ("minimum_age__lte", models.F("maximum_age")),
                    _connector="OR",
                ),
                name="ages_in_order",
            ),
        ),
    ]
