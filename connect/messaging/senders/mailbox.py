"""The demo's sender: one file for each accepted message, nothing leaves the machine."""

import json
import os
import uuid
from itertools import count
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from connect.messaging.senders.interface import Sender


class MailboxSender(Sender):
    def send(self, reference: str, to: str, subject: str, body: str) -> str:
        """`<reference>.1.json`; a second accept would be `.2.`, and never overwrites the first."""
        folder = Path(settings.MAILBOX_DIR)
        folder.mkdir(parents=True, exist_ok=True)
        written = folder / f".{uuid.uuid4()}.part"
        kept = {"channel": self.channel, "to": to, "subject": subject, "body": body}
        written.write_text(json.dumps(kept | {"sent_at": timezone.now().isoformat()}), encoding="utf-8")
        try:
            return _put(written, folder, reference)
        finally:
            written.unlink()

    def find(self, reference: str) -> str | None:
        first = Path(settings.MAILBOX_DIR) / f"{reference}.1.json"
        return first.stem if first.exists() else None


def _put(written: Path, folder: Path, reference: str) -> str:
    """Whole or not at all: a reader never meets half a letter."""
    for number in count(1):
        try:
            os.link(written, folder / f"{reference}.{number}.json")
        except FileExistsError:
            continue
        return f"{reference}.{number}"
    raise AssertionError("unreachable")
