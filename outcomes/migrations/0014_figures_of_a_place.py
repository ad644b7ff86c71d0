"""A page of figures reads those of its own place."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0013_goals_on_ones_own_page'),
    ]

    operations = [
        migrations.AlterField(
            model_name='figure',
            name='release',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='outcomes.release'),
        ),
        migrations.AddIndex(
            model_name='figure',
            index=models.Index(fields=['release', 'place_code'], name='figures_of_a_place'),
        ),
    ]
