"""The walls of a session and what hangs on it look at their referral once, where they looked up to ten times."""

from django.db import migrations

from connect.walls import JOB, ME, ROLE, SCOPE, also, jobs, rewall

MINE = f"{ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME})"


def once(table: str, others: str) -> str:
    """What the walls of 0018 and 0019 said in six sub-selects, each with the referral's own wall in it, in one."""
    return f"""exists (select 1 from referrals_referral r where r.id = {table}.referral_id and ({MINE}
      or ({jobs("link")} and {table}.id = any({SCOPE})) or ({jobs("guarding")} and r.person_id = any({SCOPE}))
      or {jobs(*others.split())}))"""


SWEPT = "own_page transfer clocks reminders seed"
GOING_ALONG = f"({ROLE} in ('CON', 'TL') and colleague_id = {ME} and not guarded)"
SESSION = f"""exists (select 1 from referrals_referral r where r.id = referrals_occasion.referral_id and ({MINE}
  or ({jobs("link")} and referrals_occasion.id = any({SCOPE})) or {jobs(*SWEPT.split())}))"""
CONNECTION = f"""exists (select 1 from referrals_referral r where r.id = referrals_connection.referral_id and ({MINE}
  or {jobs('link', 'seed', 'reminders')}))"""
WALLS = "".join([
    rewall("referrals_introduction",
           read=once("referrals_introduction", f"{SWEPT} freeze"), update=once("referrals_introduction", SWEPT)),
    rewall("referrals_accompaniment",
           read=f"{GOING_ALONG} or " + once("referrals_accompaniment", f"{SWEPT} freeze"),
           update=f"{GOING_ALONG} or " + once("referrals_accompaniment", SWEPT)),
    # Policies of floors above said the same of other askers: they are in it now.
    "".join(f"drop policy {name} on referrals_occasion;\n" for name in ("own", "over", "by_link")),
    rewall("referrals_occasion", update=SESSION),
    "drop policy go_on on referrals_connection;\n",
    rewall("referrals_connection", update=CONNECTION),
    rewall("referrals_wait", update=once("referrals_wait", SWEPT)),
    rewall("referrals_offer", update=once("referrals_offer", SWEPT)),
])  # fmt: skip
SEEN = "exists (select 1 from referrals_referral r where r.id = referral_id)"
BEFORE = "".join([
    also("referrals_occasion", "update", f"{jobs('own_page')} and {SEEN}", "own"),
    also("referrals_occasion", "update", f"{jobs('own_page', 'transfer', 'clocks')} and {SEEN}", "over"),
    also("referrals_occasion", "update", f"{JOB} = 'link' and id = any({SCOPE}) and {SEEN}", "by_link"),
    also("referrals_connection", "update", f"{jobs('reminders', 'seed')} and {SEEN}", "go_on"),
])  # fmt: skip


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0028_records_opened_and_erased'),
    ]

    operations = [
        migrations.RunSQL(WALLS, BEFORE),
    ]
