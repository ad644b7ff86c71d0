"""Load postcodes from a file of the Office for National Statistics, Ordnance Survey, or Connect's own layout."""

import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from connect.identity import acting_as
from connect.places.loaders import layouts, merge
from connect.places.loaders import names as area_names
from connect.places.loaders.rows import Row, Skip, UnreadableFile, sieve

PROGRESS_EVERY = 250_000


class Command(BaseCommand):
    help = "Load postcodes from a CSV file or a folder of them: ONSPD, NSPL, Code-Point Open or Connect's layout."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a CSV file, or a folder of them")
        parser.add_argument("--layout", choices=layouts.LAYOUTS, default="auto")
        parser.add_argument(
            "--include-bt", action="store_true", help="take Northern Ireland, which is not under the open licence"
        )
        parser.add_argument("--authority", default="", metavar="CODE", help="take only this authority, E06000044")
        parser.add_argument(
            "--names",
            type=Path,
            nargs="+",
            default=[],
            help="tables of codes and names, for files that have only codes",
        )

    def handle(
        self, *, file: Path, layout: str, include_bt: bool, authority: str, names: list[Path], **_: object
    ) -> None:
        began = time.monotonic()
        rows = sieve(layouts.read(file, layout), include_bt=include_bt, authority=authority)
        try:
            with acting_as("import"):
                report = merge.load(self.said_now_and_then(rows))
                named = sum(area_names.load(table) for table in names)
        except UnreadableFile as problem:
            raise CommandError(f"Nothing was loaded. {problem}") from problem
        self.say(report, time.monotonic() - began)
        if names:
            self.stdout.write(f"named      {named:,}")

    def said_now_and_then(self, rows: Iterator[Row | Skip]) -> Iterator[Row | Skip]:
        for count, row in enumerate(rows, 1):
            if count % PROGRESS_EVERY == 0:
                self.stderr.write(f"{count:,} rows read")
            yield row

    def say(self, report: merge.Report, seconds: float) -> None:
        self.stdout.write(f"read       {report.read:,} in {seconds:.2f} s")
        for name in ("taken", "changed", "unchanged"):
            self.stdout.write(f"{name:<10} {getattr(report, name):,}")
        self.stdout.write(f"skipped    {report.skipped.total():,}")
        for reason, count in report.skipped.items():
            if count:
                self.stdout.write(f"  {reason}: {count:,}")
