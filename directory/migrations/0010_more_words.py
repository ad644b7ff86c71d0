"""Whoever said whether a listing was useful may add their words to it, by the key of what they sent."""

from django.db import migrations

from connect.walls import KEY, also

BY_KEY = also("directory_usefulness", "update", f"key = {KEY}", "wall_update_by_key")


class Migration(migrations.Migration):
    dependencies = [("directory", "0009_two_pairs_of_eyes")]
    operations = [
        migrations.RunSQL(BY_KEY, "drop policy wall_update_by_key on directory_usefulness"),
    ]
