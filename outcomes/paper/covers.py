"""Writing the cover of a paper. Of two who write at once the second is told, and loses nothing of theirs."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from outcomes.figures.reading import Board
from outcomes.paper.models import Cover


class ChangedMeanwhile(Exception):
    """Somebody else wrote it while this was being written."""


def of(board: Board, which: str, user: User) -> Cover | None:
    return Cover.objects.visible_to(user).filter(**_spot(board, which)).first()


def _spot(board: Board, which: str) -> dict[str, object]:
    period = board.period
    return {"which": which, "grain": period.grain, "period": period.start, "place_code": board.place.code}


@transaction.atomic
def write(board: Board, *, which: str, seen: int, said: dict[str, str | date | None], by: User) -> Cover:
    """`seen` is the version that was changed; 0 where there was none."""
    who = {"changed_at": timezone.now(), "changed_by": by}
    if seen == 0:
        cover, made = Cover.objects.get_or_create(
            **_spot(board, which), defaults={**said, **who, "area_code": board.release.area_code}
        )
        if made or all(getattr(cover, name) == value for name, value in said.items()):
            return cover
        raise ChangedMeanwhile
    rows = Cover.objects.visible_to(by).filter(**_spot(board, which), version=seen)
    if not rows.update(**said, **who, version=seen + 1):
        raise ChangedMeanwhile
    return Cover.objects.get(**_spot(board, which))
