"""Somebody restricted whom the lead does not see is looked in on too: the house puts them on the list of the named."""

from django.db import migrations

from connect.walls import ROLE, jobs, rewall

SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"


def let_in(by):
    return rewall("referrals_crisischeck", insert=f"({ROLE} = 'TL' and {SEEN}) or ({jobs(*by)} and {SEEN})")


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0031_looking_in_during_a_crisis'),
    ]

    operations = [
        migrations.RunSQL(let_in(("seed", "reminders")), let_in(("seed",))),
    ]
