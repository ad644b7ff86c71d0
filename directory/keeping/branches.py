"""Branches of one template: the words they share are copied, and follow while a branch has none of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

from directory import document
from directory.models import Service

# What is true wherever it meets. Where, when, whom to ring and whether it is open are each branch's own.
SHARED = (
    "summary", "description", "kind", "function", "wellbeing", "attending", "fees", "free", "minimum_age",
    "maximum_age", "gender", "who_comes", "not_for", "first_time", "good_to_know", "joining", "how_to_join",
    "met_at_door", "languages", "personal_budget", "needs", "audiences", "costs",
)  # fmt: skip


def following(
    template: Service, was: Mapping[str, Any], changed: list[str]
) -> Iterator[tuple[Service, dict[str, Any]]]:
    """Each branch that still has the old words, and the new ones for it. What a branch says otherwise stays."""
    now = document.of(template)
    parts = [part for part in changed if part in SHARED]
    for each in template.branches.filter(merged_into=None) if parts else ():
        said = document.of(each)
        if words := {part: now[part] for part in parts if said[part] == was.get(part)}:
            yield each, words
