"""What stands behind the @ of an organisation's work addresses."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_training'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='email_domains',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, default=list, size=None),
        ),
    ]
