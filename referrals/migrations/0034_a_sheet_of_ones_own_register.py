"""A sheet that was sent in is seen, and written, by those with somebody on its register; a name meant the wrong table."""

from django.db import migrations

from connect.walls import KEY, ME, ROLE, SCOPE, jobs, rewall

WORKERS = f"{ROLE} in ('CON', 'TL')"
OF_ITSELF = "exists (select 1 from referrals_occasion o where o.register_id = o.register_id)"  # true of every register
OF_THE_SHEET = "exists (select 1 from referrals_occasion o where o.register_id = referrals_sheet.register_id)"


def walls(somebody_expected):
    """As 0018 has them, with what it meant."""
    said = f"(({WORKERS} and by_id = {ME}) or ({jobs('link')} and by_id is null and register_id = any({SCOPE})))"
    return rewall(
        "referrals_sheet",
        read=f"key = {KEY} or (({WORKERS} or {jobs('link')}) and {somebody_expected}) or {jobs('seed')}",
        insert=f"({said} and {somebody_expected}) or {jobs('seed')}",
    )


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0033_counted_by_the_day_of_a_step'),
    ]

    operations = [
        migrations.RunSQL(walls(OF_THE_SHEET), walls(OF_ITSELF)),
    ]
