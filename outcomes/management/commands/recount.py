"""Counts frozen months again and says what differs; what is frozen stays."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from outcomes.figures.recounting import differences


class Command(BaseCommand):
    help = "Count frozen months again, by what was known on the day, or with --late by what is known now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--late", action="store_true", help="with what has become known since")

    def handle(self, *args: object, **options: object) -> None:
        found = list(differences(late=options["late"]))
        for one in found:
            self.stdout.write(f"{one.month:%Y-%m}  {one.area}  {one.count}: {one.was}, now {one.now}")
        self.stdout.write(f"{len(found)} differences")
