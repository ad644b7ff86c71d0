"""Django's own, but that an empty database begins from the tables as they stand: see connect/baseline.py.

It stands on the top floor because it also reads in the words of the floor below, as their migrations did.
"""

from argparse import ArgumentParser

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections, transaction

from connect import baseline
from directory import guide, reference
from directory.openreferral import words_of_others


class Command(migrate.Command):
    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--from-nothing", action="store_true", help="every migration, also in an empty database")

    def handle(self, *args: object, from_nothing: bool = False, **options: object) -> None:
        if not (from_nothing or options.get("app_label") or options.get("plan")):
            _begin(options["database"])
        super().handle(*args, **options)


def _begin(database: str) -> None:
    with transaction.atomic(database), connections[database].cursor() as cursor:
        if baseline.begin(cursor.connection):
            for words in (reference, guide, words_of_others):
                words.load(apps)
