"""What is counted month by month is found by the day of its step, however many rows there are beside it."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0020_what_worked'),
        ('people', '0012_community_champions'),
        ('places', '0003_localities'),
        ('referrals', '0032_nobody_left_out_in_a_crisis'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='connection',
            index=models.Index(fields=['introduced_at'], name='connection_introduced'),
        ),
        migrations.AddIndex(
            model_name='connection',
            index=models.Index(fields=['first_offered_at'], name='connection_offered'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['decided_at'], name='referral_decided'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['closed_at'], name='referral_closed'),
        ),
        migrations.AddIndex(
            model_name='referralevent',
            index=models.Index(condition=models.Q(('kind', 'moved'), ('to', 'closed')), fields=['at'], name='event_finished'),
        ),
    ]
