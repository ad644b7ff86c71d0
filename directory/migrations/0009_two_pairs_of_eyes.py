"""Who agrees first never agrees twice; how often in a row a link failed; listings by their check-by date."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0008_words")]
    operations = [
        migrations.AddField("linkcheck", "failures", models.PositiveSmallIntegerField(default=0)),
        migrations.AddConstraint(
            "changerequest",
            models.CheckConstraint(
                condition=~models.Q(first_by=models.F("decided_by")), name="two_pairs_of_eyes"
            ),
        ),
        migrations.AddIndex("service", models.Index(fields=["check_by"], name="service_check_by")),
    ]
