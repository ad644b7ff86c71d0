"""The framework that comes with the house: read from a file, written once, never changed by a later start."""

import json
import uuid
from pathlib import Path
from typing import Any

FILES = (Path(__file__).with_name("befriending.json"),)
OURS = uuid.UUID("7f0c5d52-8a0b-4a5e-9d2c-1f6e0b1f7a11")


def load(registry: Any) -> None:
    """Put each there that is not there yet; again changes nothing."""
    for file in FILES:
        _one(registry, json.loads(file.read_text(encoding="utf-8")))


def _one(registry: Any, of: dict[str, Any]) -> None:
    key = uuid.uuid5(OURS, f"{of['slug']} 1")
    fields = {
        "slug": of["slug"],
        "version": 1,
        "title": of["title"],
        "source": of["source"],
        "content_hash": "",
        "made_in": "",
    }
    made, new = registry.get_model("outcomes", "Framework").objects.get_or_create(key=key, defaults=fields)
    if new:
        for place, aim in enumerate(of["aims"], 1):
            _aim(registry, made, place, aim)


def _aim(registry: Any, framework: Any, place: int, of: dict[str, Any]) -> None:
    aim = registry.get_model("outcomes", "Aim").objects.create(
        framework=framework, place=place, code=of["code"], title=of["title"]
    )
    model = registry.get_model("outcomes", "Outcome")
    for number, one in enumerate(of["outcomes"], 1):
        model.objects.create(aim=aim, place=number, code=one["code"], title=one["title"], evidence=one["evidence"])
