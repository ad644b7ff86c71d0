"""The moment at which a journey is walked: this process, its server, and the workers it starts share it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

LONDON = ZoneInfo("Europe/London")


class Clock:
    """Goes on ticking from wherever it is set."""

    def __init__(self, moment: datetime) -> None:
        self.travel = time_machine.travel(moment, tick=True)

    def __enter__(self) -> "Clock":
        self.traveller = self.travel.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.travel.stop()

    def set(self, moment: datetime) -> None:
        self.traveller.move_to(moment)

    @property
    def ahead(self) -> timedelta:
        """Of the true time; somebody who adds this to it has our moment, however long they took to start."""
        return datetime.now(LONDON) - datetime.fromtimestamp(time_machine.escape_hatch.time.time(), LONDON)
