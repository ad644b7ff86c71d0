"""What was owed to somebody when they began to rest: owed again when they go on."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0020_evidence_and_how_it_was'),
    ]

    operations = [
        migrations.AddField(
            model_name='pause',
            name='next_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='pause',
            name='next_step',
            field=models.CharField(blank=True, choices=[('decide', 'Accept, or give back'), ('ring', 'Ring them'), ('ring_asked', 'Ring them: they asked you to'), ('choose', 'Choose somewhere together'), ('introduce', 'Introduce them'), ('session', 'They go along'), ('ask', 'Ask how it was'), ('not_started', 'Ask what got in the way'), ('check_in', 'Check in: they missed two'), ('settled', 'Ask whether they feel settled'), ('ask_why', 'Ask why they stopped'), ('offer_again', 'Ask them again, as they wished'), ('celebrate', 'Tell them how glad we are'), ('review', 'Look again'), ('send_again', 'The worker sends it again, or says who looks after them'), ('resume', 'Ask whether they want to go on'), ('', 'Nothing set')], max_length=12),
        ),
    ]
