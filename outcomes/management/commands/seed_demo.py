"""Peoples the demo borough, from the ground floor up, and says who can sign in."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from connect.people import demo as people
from connect.places import demo as places
from directory import demo as directory
from outcomes import actions
from referrals import demo as referrals


class Command(BaseCommand):
    help = "Fill the demo with the borough of Kelderby. Safe to repeat; refuses anywhere but in the demo."

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("seed_demo is for the demo only: set CONNECT_DEMO=1")
        for floor in (places, people, directory, referrals):
            floor.load()
        actions.freeze_due(by="freeze")
        for line in people.sign_ins():
            self.stdout.write(line)
