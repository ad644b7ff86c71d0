"""Listings that are shut are few and are looked for by name: an index of them alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0014_thesaurus")]
    operations = [
        migrations.AddIndex(
            "service",
            models.Index(fields=["name"], condition=models.Q(status="temporarily closed"), name="listing_shut"),
        ),
    ]
