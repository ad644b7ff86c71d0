"""What others call things, and what that means here: the lines the directory starts with. Editors may change it all."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

LINES = Path(__file__).with_name("meanings.toml")


def load(apps) -> None:  # noqa: ANN001 (the registry of a migration, or Django's own)
    """Put in what is missing. What an editor has changed since stays as they left it."""
    meaning = apps.get_model("directory", "Meaning")
    meaning.objects.bulk_create([meaning(**line) for line in lines()], ignore_conflicts=True)


def lines() -> Iterator[dict]:
    """A line of the file names many words that mean the same."""
    held = set()
    for position, line in enumerate(tomllib.loads(LINES.read_text(encoding="utf-8"))["meaning"], 1):
        for where in ("term", "name", "text"):
            for said in line.get(where, ()):
                if (where, said) not in held:
                    held.add((where, said))
                    told = {name: line[name] for name in ("kind", "needs", "audiences") if name in line}
                    yield {"where": where, "said": said, "position": position, **told}
