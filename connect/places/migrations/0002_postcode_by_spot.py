"""Postcodes can be found by where they are: which name has the spot somebody stands on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial")]
    operations = [
        migrations.AddIndex("postcode", models.Index(fields=["easting", "northing"], name="postcode_by_spot")),
    ]
