"""Whom listings are for, and how often each kind is checked, for a new directory."""

from django.db import migrations

from directory import guide


class Migration(migrations.Migration):
    dependencies = [("directory", "0006_walls")]
    operations = [migrations.RunPython(lambda apps, editor: guide.load(apps), migrations.RunPython.noop)]
