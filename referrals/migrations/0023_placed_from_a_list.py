"""Whoever said yes to a place by a link is put to the group by the sweep that follows their yes."""

from django.db import migrations

from connect.walls import also, jobs

SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"
PLACED = also("referrals_introduction", "insert", f"{jobs('reminders')} and {SEEN}", "placed")


class Migration(migrations.Migration):
    dependencies = [("referrals", "0022_answers_to_a_listing")]
    operations = [migrations.RunSQL(PLACED, "drop policy placed on referrals_introduction;")]
