"""Kelderby, the borough that does not exist: its wards, postcodes in an area no post office knows, and streets."""

import csv
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from connect.places.loaders import layouts, merge
from connect.places.models import Area, Locality, Street, fold

FOLDER = Path(__file__).parent / "kelderby"


@transaction.atomic
def load() -> None:
    """Bring the demo's places into step with the files; loading again changes nothing."""
    for line in lines("areas.csv"):
        parent = Area.objects.filter(code=line["parent"]).first()
        locality = _locality(line["locality"], parent) if line["locality"] else None
        given = {"name": line["name"], "kind": line["kind"], "parent": parent, "locality": locality}
        Area.objects.update_or_create(code=line["code"], defaults=given)
    merge.load(layouts.read(FOLDER / "postcodes.csv", "connect"))
    _load_streets()


def _locality(name: str, authority: Area) -> Locality:
    given = {"name": name, "authority": authority}
    return Locality.objects.get_or_create(code=f"{authority.code}-{name.upper()}", defaults=given)[0]


def lines(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def _load_streets() -> None:
    wards = {area.code: area for area in Area.objects.filter(kind=Area.Kind.WARD, parent__code="KELD")}
    streets = [
        Street(
            name=line["name"],
            folded=fold(line["name"]),
            ward=wards[line["ward"]],
            easting=line["easting"],
            northing=line["northing"],
        )
        for line in lines("streets.csv")
    ]
    changing = ["folded", "easting", "northing"]
    Street.objects.bulk_create(streets, update_conflicts=True, unique_fields=["ward", "name"], update_fields=changing)
