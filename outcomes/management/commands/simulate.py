"""Plays months of the demo borough: people who do not exist, through the same actions as any page."""

import time
from argparse import ArgumentParser
from datetime import datetime

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils import timezone

from connect import logins
from connect.identity import acting_as

OTHERS = """select count(*) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
    and backend_type = 'client backend'"""

SINCE = """select id from outcomes_release where %s <
    period + case grain when 'month' then 1 when 'quarter' then 3 else 12 end * interval '1 month'"""
COUNTED = "select id from outcomes_countedmonth where month >= %s"
FROZEN = {
    "outcomes_figure": f"release_id in ({SINCE})",
    "outcomes_told": f"release_id in ({SINCE})",
    "outcomes_releaseread": f"release_id in ({SINCE})",
    "outcomes_release": f"id in ({SINCE})",
    "outcomes_counted": f"of_id in ({COUNTED})",
    "outcomes_countedmonth": f"id in ({COUNTED})",
}


class Command(BaseCommand):
    help = "Play months of the demo borough's life out of a seed. Refuses anywhere but in the demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--months", type=int, default=12, help="how long, up to --until (12)")
        parser.add_argument("--people", type=int, default=2000, help="how many are asked for in that time (2000)")
        parser.add_argument("--seed", type=int, default=1, help="the same number plays the same world (1)")
        parser.add_argument("--until", type=datetime.fromisoformat, help="the day on which it ends (now)")
        parser.add_argument("--everything", action="store_true", help="fail where a kind of thing never happened")

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("simulate is for the demo only: set CONNECT_DEMO=1")
        _alone()
        from outcomes.simulation import (  # a house in use need not have what moves its clock
            events,
            laws,
            quickly,
            twofold,
            world,
        )

        began = time.perf_counter()
        plan = world.Plan(options["people"], options["months"], options["seed"], _moment(options["until"]))
        _thaw(plan.begins)
        with quickly.planned():
            tally = twofold.play(plan)
        for what, number in sorted(tally.items()):
            self.stdout.write(f"{number:>7}  {what.replace('_', ' ')}")
        for what in events.never(tally):
            self.stdout.write(f"  never  {what.replace('_', ' ')}")
        self.stdout.write(
            f"{options['people']} people, {options['months']} months: {time.perf_counter() - began:.0f} s"
        )
        laws.uphold()
        if options["everything"] and events.never(tally):
            raise CommandError("Not everything happened that can. The world stands, and its laws hold.")


def _alone() -> None:
    """A worker beside it would send today what belongs to another day."""
    with connection.cursor() as cursor:
        others = cursor.execute(OTHERS).fetchone()[0]
    if others:
        raise CommandError("Somebody else uses this database. Stop the demo, then: python3 run.py simulate")


def _thaw(begins: datetime) -> None:
    """What was frozen of these months was frozen before anybody lived in them: they are frozen again, as they pass."""
    month = begins.date().replace(day=1)
    with logins.owner(), transaction.atomic(), acting_as("migration"), connection.cursor() as cursor:
        cursor.execute(";".join(f"alter table {table} disable trigger user" for table in FROZEN))
        for table, which in FROZEN.items():
            cursor.execute(f"delete from {table} where {which}", [month])
        cursor.execute("set constraints all immediate")
        cursor.execute(";".join(f"alter table {table} enable trigger user" for table in FROZEN))


def _moment(said: datetime | None) -> datetime:
    if said is None:
        return timezone.now()
    return said if said.tzinfo else timezone.make_aware(said)
