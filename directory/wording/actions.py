"""A line of the directory's words is written or taken away, with all that hangs on it."""

from django.db import models, transaction

from directory import coming
from directory.models import Audience, Need, Schedule, SchoolTerm, Service
from directory.wording.forms import LineForm

HELD_BY = {Need: "needs", Audience: "audiences"}


class InUse(Exception):
    """So many listings say this of themselves."""

    def __init__(self, listings: int):
        super().__init__(listings)
        self.listings = listings


@transaction.atomic
def write(form: LineForm) -> models.Model:
    """Add the line or change it. What people say is the key of its line, so another wording is another line."""
    row = form.save()
    if form.was not in (None, row.pk):
        type(row)._default_manager.filter(pk=form.was).delete()
    _afterwards(row)
    return row


@transaction.atomic
def take_away(row: models.Model) -> None:
    """Raises InUse where listings would lose something that they say."""
    field = HELD_BY.get(type(row))
    if field and (used := Service.objects.filter(**{field: row}).count()):
        raise InUse(used)
    row.delete()
    _afterwards(row)


def _afterwards(row: models.Model) -> None:
    """What meets in term time meets on other days now. Everything else is read when it is asked for."""
    if isinstance(row, SchoolTerm):
        coming.refresh(Schedule.objects.filter(term_time=True))
