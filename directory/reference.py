"""Words the directory starts with: what people would like, and what they call it. Editors may change it all."""

import tomllib
from pathlib import Path

from django.utils.translation import gettext_noop as _

# code, name, and how people say it. Nobody is lonely on our screens, but people do type the word.
NEEDS = [
    (
        "company",
        _("Company"),
        ["lonely", "loneliness", "alone", "on my own", "isolated", "isolation", "nobody to talk to",
         "no one to talk to", "someone to talk to", "somebody to talk to", "make friends",
         "meet people", "company", "friendship", "chat"],
    ),
    (
        "something_to_do",
        _("Something to do"),
        ["bored", "nothing to do", "hobby", "hobbies", "something to do", "keep busy", "fill the day"],
    ),
    (
        "getting_out",
        _("Getting out"),
        ["housebound", "stuck at home", "stuck indoors", "getting out", "get out more", "out of the house", "day out"],
    ),
    (
        "people_like_me",
        _("People like me"),
        ["people like me", "same boat", "people my age", "people who understand"],
    ),
    (
        "practical_help",
        _("A lift or a hand"),
        ["help at home", "lift", "shopping for me", "practical help", "odd jobs", "a hand", "cannot get there"],
    ),
    (
        "phone_chat",
        _("A chat by phone"),
        ["phone call", "ring me", "chat by phone", "telephone", "somebody to ring me"],
    ),
]  # fmt: skip

THESAURUS = Path(__file__).parent / "thesaurus.toml"


def synonyms() -> dict[str, list[str]]:
    """Who says the first may mean the others; what they typed still comes first."""
    means: dict[str, dict[str, None]] = {}
    for topic in tomllib.loads(THESAURUS.read_text(encoding="utf-8")).values():
        alike, others = topic["alike"], topic.get("also", [])
        for said in [*alike, *topic.get("said", [])]:
            means.setdefault(said, {}).update(dict.fromkeys(word for word in [*alike, *others] if word != said))
    return {said: list(words) for said, words in means.items() if words}


def load(apps) -> None:  # noqa: ANN001 (the registry of a migration, or Django's own)
    """Put in what is missing. What an editor has changed since stays as they left it."""
    need, synonym = apps.get_model("directory", "Need"), apps.get_model("directory", "Synonym")
    rows = [need(code=c, name=n, synonyms=s, position=at) for at, (c, n, s) in enumerate(NEEDS)]
    need.objects.bulk_create(rows, ignore_conflicts=True)
    synonym.objects.bulk_create([synonym(said=s, means=m) for s, m in synonyms().items()], ignore_conflicts=True)
