"""Messages that need a person: lists them without saying who they are for, and records what was found out."""

from argparse import ArgumentParser
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from connect.identity import acting_as
from connect.messaging import delivery
from connect.messaging.models import Message


class Command(BaseCommand):
    help = "Lists messages that may not have arrived. The id is the reference in the provider's own records."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--arrived", type=UUID, metavar="ID", help="the provider has it: mark it as sent")
        which.add_argument("--again", type=UUID, metavar="ID", help="the provider does not have it: send it again")

    def handle(self, *, arrived: UUID | None, again: UUID | None, **options: object) -> None:
        if arrived or again:
            self._settle(arrived or again, accepted=bool(arrived))
        else:
            self._list()

    def _settle(self, message_id: UUID, *, accepted: bool) -> None:
        if not delivery.settle(message_id, accepted=accepted):
            raise CommandError("No message with this id needs a person.")

    def _list(self) -> None:
        with acting_as("delivery"):
            for message in Message.objects.for_a_person_to_look_at():
                due = message.due_at.isoformat(timespec="minutes")
                self.stdout.write(
                    f"{message.pk}  {due}  {message.template}  {message.state}: {message.get_note_display()}"
                )
