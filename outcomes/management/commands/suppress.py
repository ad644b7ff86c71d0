"""Puts a file of cases through the disclosure control, so that anyone can check it on cases of their own."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from outcomes.suppression import cases


class Command(BaseCommand):
    help = "Suppress the cases of a file laid out as the golden one; prints one JSON object a line. Needs no database."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--file", required=True, type=Path, help="JSON: count, percentage, list_round5, table_suppress …"
        )

    def handle(self, *args: object, file: Path, **options: object) -> None:
        try:
            asked = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"{file} cannot be read as JSON: {error}") from error
        if not isinstance(asked, dict):
            raise CommandError(f"{file} holds no object with lists of cases")
        for result in cases.results(asked):
            self.stdout.write(json.dumps(result, ensure_ascii=False))
