"""Whoever sweeps what is due may read how writing reaches somebody: large print and a letter are no text."""

from django.db import migrations

from connect.walls import also, jobs

SEEN = "exists (select 1 from referrals_referral r where r.person_id = referrals_particulars.person_id)"
WALLS = also("referrals_particulars", "select", f"{jobs('reminders', 'clocks')} and {SEEN}", "reached_how")


class Migration(migrations.Migration):
    dependencies = [("referrals", "0024_what_a_colleague_does_not_want")]

    operations = [migrations.RunSQL(WALLS, migrations.RunSQL.noop)]
