"""Take a list of somebody's terms, so that topics given by number have a name and share what stands above them."""

import csv
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from directory.models import Meaning
from directory.openreferral.meaning import LONGEST, fold

# How lists call these four.
COLUMNS = {
    "identifier": ("identifier", "esd_service_id", "id", "code", "uri"),
    "label": ("label", "name", "title", "term", "label_as_used"),
    "parent": ("parent", "parent_id", "broader"),
}


class Command(BaseCommand):
    help = "Take a CSV of terms (identifier, label, parent). What a term means here is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--name", required=True, help="what the list is called, and who made it")
        parser.add_argument("--prefix", default="", help="put before each identifier: esdServiceType:")

    def handle(self, *args: object, **options: object) -> None:
        try:
            with Path(str(options["file"])).open(newline="", encoding="utf-8-sig") as file:
                rows = list(csv.DictReader(file))
        except (OSError, UnicodeDecodeError, csv.Error) as problem:
            raise CommandError(f"The file could not be read: {problem}") from problem
        names = {one: next((name for name in many if rows and name in rows[0]), "") for one, many in COLUMNS.items()}
        if not names["identifier"] or not names["label"]:
            raise CommandError("The first line must name the columns: identifier, label, and parent if there is one")
        taken = self._take(rows, names, options)
        self.stdout.write(f"{taken} of {len(rows)} terms taken")

    @transaction.atomic
    def _take(self, rows: list[dict], names: dict[str, str], options: dict) -> int:
        """Where we know the term by its name already, its number means the same; otherwise what stands above it."""
        taken = 0
        for row in rows:
            number, label = _said(row, names["identifier"]), _said(row, names["label"])
            above = _said(row, names["parent"]) if names["parent"] else ""
            if not number or not label:
                continue
            told = {"label": label[:200], "taxonomy": options["name"][:80]}
            prefix = fold(options["prefix"])
            known = Meaning.objects.filter(where=Meaning.Where.TERM, said=fold(label)).exists()
            parent = fold(label) if known else (prefix + fold(above) if above else "")
            line, _made = Meaning.objects.get_or_create(
                where=Meaning.Where.TERM, said=(prefix + fold(number))[:LONGEST], defaults={"position": 1000}
            )
            Meaning.objects.filter(pk=line.pk).update(**told, parent=parent[:LONGEST])
            taken += 1
        return taken


def _said(row: dict, name: str) -> str:
    return " ".join(str(row.get(name) or "").split())
