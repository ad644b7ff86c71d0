"""Peoples the demo borough, from the ground floor up, and says who can sign in."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from connect.people import demo as people
from connect.places import demo as places
from directory import demo as directory
from outcomes import demo as outcomes
from outcomes.annotations import demo as annotations
from outcomes.chest import demo as chest
from outcomes.costs import demo as costs
from outcomes.documents import demo as documents
from outcomes.figures import freezing
from outcomes.missing import demo as missing
from outcomes.profiles import demo as profiles
from referrals import demo as referrals


class Command(BaseCommand):
    help = "Fill the demo with the borough of Kelderby. Safe to repeat; refuses anywhere but in the demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--still", action="store_true", help="without the lives that are played beforehand")

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("seed_demo is for the demo only: set CONNECT_DEMO=1")
        for load in (places.load, people.load, directory.load, referrals.load_history):
            load()
        if not options["still"]:
            _play()  # before those whom the demo names: they are here today, and nothing has happened to them
        referrals.load()
        outcomes.load()
        documents.load()
        chest.load()
        costs.load()
        profiles.load()
        missing.load()
        annotations.load()
        freezing.freeze_due(by="freeze")
        for line in people.sign_ins():
            self.stdout.write(line)


def _play() -> None:
    """Needs what moves the clock, which a house in use need not have."""
    from outcomes.simulation import demo

    demo.load()
