"""Take listings from an Open Referral UK feed or file, and say what became of each record."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError

from directory.openreferral import actions, files, report
from directory.openreferral.actions import What
from directory.openreferral.feed import Feed, Unreadable

MARKS = {What.TAKEN: "+", What.CHANGED: "~", What.SAME: "=", What.REFUSED: "!"}


class Command(BaseCommand):
    help = "Import listings in Open Referral UK 3.0 (and what feeds make of it) from a file or a feed's address."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", help="a file (.json, .ndjson) or the http(s) address of a feed")
        parser.add_argument("--name", help="what to call this source; keep it the same, listings are known by it")
        parser.add_argument("--licence", default="", help="the licence under which its listings may be shown")
        parser.add_argument("--report", type=Path, help="write the report to this .csv or .json file as well")
        parser.add_argument("--allow-local", action="store_true", help="read a feed inside our own network too")

    def handle(self, *args: object, **options: object) -> None:
        source = str(options["source"])
        is_feed = source.lower().startswith(("http://", "https://"))
        try:
            records = (
                Feed(source, allow_local=options["allow_local"]).records() if is_feed else files.records(Path(source))
            )
        except Unreadable as problem:
            raise CommandError(str(problem)) from problem
        taken = actions.take(
            options["name"] or _name(source, is_feed),
            records,
            address=source if is_feed else "",
            licence=options["licence"],
        )
        self._tell(taken, options)

    def _tell(self, taken: Iterable[actions.Outcome], options: dict) -> None:
        """What was kept before a feed broke off is still told, and stays."""
        outcomes, broken = [], ""
        try:
            for each in taken:
                outcomes.append(each)
                self._line(each, options["verbosity"])
        except Unreadable as problem:
            broken = str(problem)
        self.stdout.write(", ".join(f"{n} {what}" for what, n in report.counts(outcomes).items()))
        if options["report"]:
            report.write(options["report"], outcomes)
        if broken:
            raise CommandError(f"The feed could not be read to its end: {broken}")

    def _line(self, each: actions.Outcome, verbosity: int) -> None:
        if verbosity > 1 or (verbosity and each.what != What.SAME):
            notes = f": {'; '.join(each.notes)}" if each.notes else ""
            self.stdout.write(f"{MARKS[each.what]} {each.source_id} {each.name}{notes}")


def _name(source: str, is_feed: bool) -> str:
    return (urlsplit(source).hostname or source) if is_feed else Path(source).stem
