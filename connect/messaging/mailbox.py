"""The demo's mailbox: each text and e-mail that would have left, read from the files its sender wrote."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from connect.messaging import texts
from connect.messaging.states import Channel


@dataclass(frozen=True)
class Letter:
    """One accepted message, as it arrived."""

    reference: str
    number: int  # 1; a 2 would mean that somebody was written to twice
    channel: str
    to: str
    subject: str
    body: str
    sent_at: datetime

    def is_text(self) -> bool:
        return self.channel == Channel.SMS

    def size(self) -> texts.Size:
        return texts.size(self.body)


def letters() -> list[Letter]:
    """Newest first."""
    return sorted(_read(), key=lambda letter: letter.sent_at, reverse=True)


def _read() -> Iterator[Letter]:
    for path in Path(settings.MAILBOX_DIR).glob("*.json"):
        held = json.loads(path.read_text(encoding="utf-8"))
        reference, number = path.stem.rsplit(".", 1)
        sent_at = datetime.fromisoformat(held.pop("sent_at"))
        yield Letter(reference=reference, number=int(number), sent_at=sent_at, **held)
