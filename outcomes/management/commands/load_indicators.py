"""Load indicators of places from a CSV file: the census's topic tables, the Indices of Deprivation, a table of ours."""

from pathlib import Path

from outcomes.profiles.loaders import indicators
from outcomes.profiles.loaders.saying import LoadCommand


class Command(LoadCommand):
    help = "Load what is known of places from CSV; the columns are recognised (outcomes/profiles/indicators.json)."

    def handle(self, *, file: Path, **options: object) -> None:
        self.run(indicators.load, file, options)
