"""A poll of what is missing: made, answered once a device, stopped; and its result, small numbers hidden."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from connect.identity import reading_as
from connect.places.models import Area
from directory import distress
from directory.models import Need
from directory.network.models import Group, Poll, PollAnswer, PollWords
from directory.words import tokens

LONGEST_DAYS = 60
HIDDEN = "*"


class Shut(Exception):
    """Not open yet, or no longer."""


class TooEarly(Exception):
    """The result of a poll that runs would tell, answer by answer, who ticked what."""


@transaction.atomic
def begin(
    group: Group, *, question: str, needs: Iterable[str], opens_on: date, closes_on: date, made: Mapping[str, object]
) -> Poll:
    return Poll.objects.create(
        group=group, question=question, needs=list(needs), opens_on=opens_on, closes_on=closes_on, **made
    )


@transaction.atomic
def stop(poll: Poll) -> None:
    Poll.objects.filter(pk=poll.pk, stopped_at=None).update(stopped_at=timezone.now())


@transaction.atomic
def answer(poll: Poll, *, key: uuid.UUID, needs: Iterable[str], ward: Area | None, words: str = "") -> bool:
    """Kept without a name, a device or an hour. Returns whether the words speak of danger or despair."""
    if not Poll.objects.open().filter(pk=poll.pk).exists():
        raise Shut
    row = PollAnswer(id=key, poll=poll, needs=[one for one in poll.needs if one in set(needs)], ward=ward)
    PollAnswer.objects.bulk_create([row], ignore_conflicts=True)
    worries = bool(words) and distress.is_said(tokens(words))
    if words:
        said = PollWords(id=_apart(key), poll=poll, words=words, worries=worries)
        PollWords.objects.bulk_create([said], ignore_conflicts=True)
    return worries


def _apart(key: uuid.UUID) -> uuid.UUID:
    """What is sent twice is kept once; and no row of the database says which words came with which ticks."""
    digest = salted_hmac("directory.network.words", str(key), algorithm="sha256").digest()
    return uuid.UUID(bytes=digest[:16], version=4)


@transaction.atomic
def settle_words(row: PollWords, *, passed_on: bool) -> None:
    """One of us has read it. What speaks of danger is passed on to nobody."""
    PollWords.objects.filter(pk=row.pk).update(read_at=timezone.now(), passed_on=passed_on and not row.worries)


# ---------- the result ----------


@dataclass(frozen=True)
class Line:
    """How many ticked one thing, place by place: a number to the nearest 5, "*" where it is small."""

    need: str
    cells: list[Any]
    total: Any


@dataclass(frozen=True)
class Result:
    places: list[str]
    answered: Line
    lines: list[Line]

    @property
    def table(self) -> list[tuple[str, list[tuple[str, Any]], Any]]:
        """Each line with the name of the place beside each number, for a screen that shows no columns."""
        rows = [*self.lines, self.answered]
        return [(line.need, list(zip(self.places, line.cells, strict=True)), line.total) for line in rows]


def result(poll: Poll) -> Result:
    """Once it is shut, and never before: then no later answer can be set against an earlier page."""
    if not poll.is_over:
        raise TooEarly
    wards = list(poll.group.wards.order_by("name"))
    with reading_as("freeze"):
        told = list(PollAnswer.objects.filter(poll=poll).values_list("ward", "needs"))
    columns = [ward.pk for ward in wards] + [None]
    known = set(columns)
    at = [ward if ward in known else None for ward, _needs in told]
    everybody = [sum(place == column for place in at) for column in columns]
    ticked = {
        code: [sum(place == column and code in needs for place, (_w, needs) in zip(at, told, strict=True))
               for column in columns]
        for code in poll.needs
    }  # fmt: skip
    return _hidden([ward.name for ward in wards], everybody, ticked)


def _hidden(wards: list[str], everybody: list[int], ticked: dict[str, list[int]]) -> Result:
    """By the house's own rule, which lives a floor above. Whoever ticked is part of those who answered."""
    rule = import_string(settings.SMALL_NUMBERS)
    names = dict(Need.objects.filter(code__in=ticked).values_list("code", "name"))
    lines, wholes = [], []
    for code, cells in ticked.items():
        whole, part = rule([everybody, cells])
        wholes.append([*whole.cells, whole.total])
        lines.append(Line(names.get(code, code), list(part.cells), part.total))
    # The reader holds all lines together: what one line's audit hides of everybody is hidden for good.
    *cells, total = [HIDDEN if HIDDEN in shown else shown[0] for shown in zip(*wholes, strict=True)]
    return Result([*wards, _("Elsewhere, or not said")], Line(_("Answered"), cells, total), lines)
