"""The first two administrators of a new house, who then give every other role; they choose passwords by "forgotten"."""

from argparse import ArgumentParser

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from connect.audit.actions import rights_changed
from connect.identity import acting_as
from connect.people.models import Membership, Organisation, User
from connect.people.roles import Role

FIRST = 2  # one alone could give nothing: what an administrator gives, a second agrees to


class Command(BaseCommand):
    help = "Make one of the first two administrators. Once there are two, administrators are invited in the browser."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("organisation")

    @transaction.atomic
    def handle(self, *args: object, email: str, name: str, organisation: str, **options: object) -> None:
        if Membership.objects.current().filter(role=Role.ADM).count() >= FIRST:
            raise CommandError("There are two administrators. They invite others, in the browser, under Running it")
        body, _new = Organisation.objects.get_or_create(name=organisation)
        user = User.objects.filter(email=email.lower()).first() or User.objects.create_user(email, None, name=name)
        EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
        Membership.objects.get_or_create(user=user, organisation=body, role=Role.ADM)
        with acting_as("seed"):
            rights_changed(what="first", about=user.pk, detail=f"ADM o:{body.pk}")
        self.stdout.write("Made. Now: Sign in, “Forgotten your password?”, and choose one")
