"""The needs and the thesaurus that a new directory starts with."""

from django.db import migrations

from directory import reference


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_search")]
    operations = [migrations.RunPython(lambda apps, editor: reference.load(apps), migrations.RunPython.noop)]
