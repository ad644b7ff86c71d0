"""A copy of everything as one file: made in memory, handed over, and gone."""

import io
import json
import zipfile
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from connect.identity import reading_as
from connect.people.models import Tenant
from outcomes.documents import record
from outcomes.documents.models import AccessRequest
from outcomes.documents.record import Entry
from referrals.models import Person


class NobodyHere(Exception):
    """Not to be read by this door: restricted, or gone."""


def read(row: AccessRequest) -> tuple[str, list[Entry]]:
    """(name, rows) of whoever asked. Raises NobodyHere."""
    with reading_as("subject_access", scope=[row.person_key]):
        person = Person.objects.filter(pk=row.person_key).first()
        found = (person.name, record.of(row.person_key)) if person else None
    if found is None:
        raise NobodyHere
    return found


def sections(entries: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    return [(title, list(rows)) for title, rows in groupby(entries, key=lambda one: one.section)]


def to_review(entries: Sequence[Entry]) -> list[Entry]:
    return [one for one in entries if one.others and not one.is_earlier]


def zipped(row: AccessRequest) -> bytes:
    """record.html to read, record.json for machines, and apart what they said about who they are."""
    name, entries = read(row)
    kept = [one for one in entries if not one.stays_out(row.withheld)]
    context = {
        "request": row, "name": name, "sections": sections(kept), "left_out": len(row.withheld),
        "unopened": record.unopened(), "tenant": Tenant.current(),
    }  # fmt: skip
    page = render_to_string("outcomes/documents/record.html", {"row": row} | context)
    told = {title: [one.raw | {"in_words": dict(one.lines)} for one in rows] for title, rows in sections(kept)}
    files = {"record.html": page, "record.json": _json(told)}
    if apart := record.equality_of([row.referral_id]):
        files["who-you-are.json"] = _json(apart)
    return _zip(files)


def _json(what: Any) -> str:
    return json.dumps(what, cls=_Encoder, ensure_ascii=False, indent=1)


class _Encoder(DjangoJSONEncoder):
    def default(self, value: Any) -> Any:
        return "…" if isinstance(value, bytes | memoryview) else super().default(value)


def _zip(files: dict[str, str]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in files.items():
            archive.writestr(name, words)
    return memory.getvalue()
