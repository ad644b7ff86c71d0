"""Whoever has opened their own page reads there what they hope for, and how far they were."""

from django.db import migrations

from connect.walls import SCOPE, also, jobs

OWN = f"{jobs('own_page')} and referral_id = any({SCOPE})"
TABLES = ("outcomes_goal", "outcomes_goalrating")
WALLS = "".join(also(table, "select", OWN, "their_own") for table in TABLES)
BEFORE = "".join(f"drop policy their_own on {table};\n" for table in TABLES)


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0012_covers_of_papers'),
    ]

    operations = [
        migrations.RunSQL(WALLS, BEFORE),
    ]
