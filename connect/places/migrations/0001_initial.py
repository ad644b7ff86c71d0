"""Areas, postcodes and streets."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0001_grants")]

    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("folded", models.CharField(editable=False, max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("region", "region"),
                            ("authority", "authority"),
                            ("ward", "ward"),
                            ("lsoa", "statistical area"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="places.area",
                    ),
                ),
            ],
            options={
                "verbose_name": "area",
                "verbose_name_plural": "areas",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Postcode",
            fields=[
                (
                    "postcode",
                    models.CharField(
                        help_text="with one space, KX2 4HD",
                        max_length=8,
                        primary_key=True,
                        serialize=False,
                        verbose_name="postcode",
                    ),
                ),
                ("easting", models.IntegerField(verbose_name="easting")),
                ("northing", models.IntegerField(verbose_name="northing")),
                ("lsoa_code", models.CharField(blank=True, max_length=20, verbose_name="statistical area code")),
                ("authority_code", models.CharField(blank=True, max_length=20, verbose_name="authority code")),
                ("terminated", models.BooleanField(default=False, verbose_name="ended")),
                (
                    "ward",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postcodes",
                        to="places.area",
                    ),
                ),
            ],
            options={
                "verbose_name": "postcode",
                "verbose_name_plural": "postcodes",
            },
        ),
        migrations.CreateModel(
            name="Street",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("folded", models.CharField(editable=False, max_length=100)),
                ("easting", models.IntegerField(verbose_name="easting")),
                ("northing", models.IntegerField(verbose_name="northing")),
                (
                    "ward",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="streets", to="places.area"
                    ),
                ),
            ],
            options={
                "verbose_name": "street",
                "verbose_name_plural": "streets",
            },
        ),
        migrations.AddIndex(
            model_name="area",
            index=models.Index(fields=["folded"], name="area_by_name"),
        ),
        migrations.AddIndex(
            model_name="postcode",
            index=models.Index(fields=["authority_code"], name="postcode_by_authority"),
        ),
        migrations.AddIndex(
            model_name="street",
            index=models.Index(fields=["folded"], name="street_by_name"),
        ),
        migrations.AddConstraint(
            model_name="street",
            constraint=models.UniqueConstraint(fields=("ward", "name"), name="street_once_in_a_ward"),
        ),
    ]
