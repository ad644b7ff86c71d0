"""After an older backup was brought back: erases again whom that backup still holds."""

from django.core.management.base import BaseCommand

from referrals.records import erasing


class Command(BaseCommand):
    help = "Erases everybody once more whose erasure is written down and who is there again. Run it after a restore."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"{erasing.again()} erased again")
