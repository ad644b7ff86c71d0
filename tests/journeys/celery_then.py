"""Celery at another moment: `python -m tests.journeys.celery_then <seconds ahead> worker …`, and likewise for beat."""

import sys
import time

import time_machine


def main() -> None:
    ahead, *arguments = sys.argv[1:]
    traveller = time_machine.travel(time.time(), tick=True).start()
    # Setting off takes a while; and where a second decides whether a task has expired, all clocks must agree.
    traveller.move_to(time_machine.escape_hatch.time.time() + float(ahead))
    sys.argv = ["celery", *arguments]
    from celery.__main__ import main as celery  # not earlier: what it reads from the clock must be read at our moment

    celery()


if __name__ == "__main__":
    main()
