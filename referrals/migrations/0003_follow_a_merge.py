"""Two listings are made one: who goes to the merged one is moved along by a job that sees nothing else of anybody."""

from django.db import migrations

from connect.walls import JOB, also

MERGED = """(select 1 from directory_service s
             where s.merged_into_id is not null and service_id in (s.id, s.merged_into_id))"""
GONE = "(select 1 from directory_service s where s.id = service_id and s.merged_into_id is not null)"
STAYS = "(select 1 from directory_service s where s.id = service_id and s.merged_into_id is null)"


def follow(table: str) -> str:
    """Reads the rows of listings that were merged and of those they were merged into; moves from the one to the other."""
    return (
        also(table, "select", f"{JOB} = 'merging' and exists {MERGED}", "merged_listings")
        + f"create policy follow_a_merge on {table} for update using ({JOB} = 'merging' and exists {GONE})"
        f" with check ({JOB} = 'merging' and exists {STAYS});\n"
    )


TABLES = ("referrals_connection", "referrals_occasion")
FOLLOW = "".join(follow(table) for table in TABLES)
BACK = "".join(f"drop policy merged_listings on {t}; drop policy follow_a_merge on {t};" for t in TABLES)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0002_word_settles"), ("directory", "0013_alike")]
    operations = [migrations.RunSQL(FOLLOW, BACK)]
