"""Load how many people of each age live in wards or statistical areas, from a CSV file."""

from pathlib import Path

from outcomes.profiles.loaders import population
from outcomes.profiles.loaders.saying import LoadCommand


class Command(LoadCommand):
    help = "Load people by age from CSV: ONS estimates by single year, the census's TS007A, or a column for each age."

    def handle(self, *, file: Path, **options: object) -> None:
        self.run(population.load, file, options)
