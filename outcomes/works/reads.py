"""The ledger's other half: who was shown which release, of which place, on which day."""

from django.utils import timezone

from connect.people.models import User
from outcomes.figures.models import ReleaseRead
from outcomes.figures.reading import Board


def note(board: Board, *, by: User) -> None:
    """Once a day, however often they look."""
    one = ReleaseRead(release=board.release, place_code=board.place.code, reader=by, day=timezone.localdate())
    ReleaseRead.objects.bulk_create([one], ignore_conflicts=True)
