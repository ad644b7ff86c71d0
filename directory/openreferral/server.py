"""What a server says beside its answer: whether we have it already, how long it stays fresh, when to come back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = timedelta(days=7)  # whatever it says, we look once a week


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def marks(self) -> tuple[str, str]:
        """To be sent back next time; nothing where it wants no copy kept."""
        if "no-store" in self.headers.get("Cache-Control", "").lower():
            return "", ""
        return self.headers.get("ETag", "")[:300], self.headers.get("Last-Modified", "")[:60]

    @property
    def fresh_for(self) -> timedelta:
        said = self.headers.get("Cache-Control", "").lower()
        if "no-cache" in said or "no-store" in said:
            return timedelta()
        seconds = _seconds(r"max-age=(\d{1,9})", said)
        return _at_most(
            timedelta(seconds=seconds - (_seconds(r"(\d{1,9})", self.headers.get("Age", "")) if seconds else 0))
        )

    @property
    def come_back_in(self) -> timedelta:
        """Retry-After: seconds, or a moment."""
        said = self.headers.get("Retry-After", "").strip()
        if said.isdigit():
            return _at_most(timedelta(seconds=int(said[:9])))
        try:
            moment = parsedate_to_datetime(said)
        except (TypeError, ValueError):
            return timedelta()
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return _at_most(moment - datetime.now(UTC))


def _seconds(pattern: str, said: str) -> int:
    found = re.search(pattern, said)
    return int(found[1]) if found else 0


def _at_most(span: timedelta) -> timedelta:
    return min(max(span, timedelta()), LONGEST)
