"""Load the outlines of wards, statistical areas or authorities from a GeoJSON file."""

from argparse import ArgumentParser
from pathlib import Path

from outcomes.profiles.loaders import geojson
from outcomes.profiles.loaders.saying import LoadCommand


class Command(LoadCommand):
    help = "Load outlines from GeoJSON, in degrees or National Grid metres. Take generalised ones (BGC)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--kind", choices=["ward", "lsoa", "authority"], default="ward")
        parser.add_argument(
            "--authority", default="", metavar="CODE", help="make areas that are not held, as parts of this one"
        )

    def handle(self, *, file: Path, kind: str, authority: str, **options: object) -> None:
        self.run(geojson.load, file, options, kind=kind, authority=authority)
