"""Words people type that we never say back. Nobody is lonely on our screens: they would like some company."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

PHRASES = (
    "lonely", "loneliness", "lonesome", "isolated", "isolation", "alone", "friendless", "no friends", "on my own",
    "nobody to talk to", "no one to talk to", "unig", "unigrwydd", "ynysig", "ynysedig", "arwahanrwydd", "neb i siarad",
)  # fmt: skip
NEED = "company"


def is_said(words: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in PHRASES)


def instead() -> str:
    return _("company")
