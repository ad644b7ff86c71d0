"""What the three commands share: what a file does not say of itself, and the report in words."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from connect.identity import acting_as
from connect.places.loaders.rows import UnreadableFile
from outcomes.profiles.loaders.tables import Given, Report

OPEN = "Open Government Licence v3.0"


class LoadCommand(BaseCommand):
    """Reads one file of open data about areas that are held; any failure loads nothing."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--title", required=True, help="what it is and whose, as the pages will name it")
        parser.add_argument("--vintage", default="", help='how old it is, in its makers\' words: "Census 2021"')
        parser.add_argument("--licence", default=OPEN)

    def run(self, load: Callable[..., Report], file: Path, options: dict[str, object], **more: str) -> None:
        given = Given(*(str(options[name]) for name in ("title", "vintage", "licence")))
        try:
            with acting_as("import"):
                report = load(file, given, **more)
        except UnreadableFile as problem:
            raise CommandError(f"Nothing was loaded. {problem}") from problem
        self.say(report)

    def say(self, report: Report) -> None:
        self.stdout.write(f"read       {report.read:,}")
        self.stdout.write(f"taken      {report.taken:,}")
        self.stdout.write(f"elsewhere  {report.elsewhere:,}")
        self.stdout.write(f"malformed  {report.malformed:,}")
        for one in report.found:
            self.stdout.write(f"found      {one}")
