"""Who says lunch may mean soup: for the directories that began without that line of the thesaurus."""

from django.db import migrations

BEFORE = ["dinner", "meal", "cafe", "cooking"]
NOW = ["dinner", "meal", "soup", "cafe", "cooking"]


def change(was: list[str], becomes: list[str]):
    """Only where no editor has changed it since."""

    def run(apps, editor):
        apps.get_model("directory", "Synonym").objects.filter(said="lunch", means=was).update(means=becomes)

    return run


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_reference")]
    operations = [migrations.RunPython(change(BEFORE, NOW), change(NOW, BEFORE))]
