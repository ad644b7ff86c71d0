"""Random words, made once and kept in one file that only we can read: who reads it may be anybody."""

import json
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path


def file(state: Path) -> Path:
    return state / "secrets.json"


def read(state: Path) -> dict[str, str]:
    return json.loads(file(state).read_text()) if file(state).exists() else {}


def keep(state: Path, names: Iterable[str]) -> dict[str, str]:
    """What the file holds, with a new secret for every name it did not know."""
    kept = read(state)
    if missing := {name: secrets.token_urlsafe(24) for name in names if name not in kept}:
        kept |= missing
        write_private(file(state), kept)
    return kept


def write_private(path: Path, content: Mapping[str, str]) -> None:
    """Nobody else may read it, from its first byte on."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        json.dump(content, stream, indent=1)
    fresh.replace(path)
