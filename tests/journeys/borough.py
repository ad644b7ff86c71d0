"""The borough of a moment is peopled once in a run; whoever begins at that moment again gets a copy of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection
from django.utils import timezone

from connect import logins

from . import kelderby
from .clock import Clock

kept: dict[str, datetime] = {}  # databases that nobody is connected to, and when each was finished


def begin() -> None:
    """With what the migrations put there, and nobody."""
    _keep("empty")


def put_up(moment: datetime, clock: Clock) -> None:
    """Where it is a copy, the clock goes on from where the first was finished: nothing in it is still to come."""
    when = f"{moment:%Y%m%d_%H%M}"
    if finished := kept.get(_name(when)):
        _copy(_name(when), _name())
        clock.set(finished)
    else:
        kelderby.load()
        _keep(when)


def empty() -> None:
    _copy(_name("empty"), _name())


def take_down() -> None:
    """At the end of the run: in an engine of somebody else's they would stay."""
    with _beside() as owner:
        for name in kept:
            owner.execute(f'drop database "{name}"')


def _keep(what: str) -> None:
    _copy(_name(), _name(what))
    kept[_name(what)] = timezone.now()


def _name(what: str = "") -> str:
    ours = connection.settings_dict["NAME"]
    return f"{ours}_{what}" if what else ours


def _copy(whole: str, name: str) -> None:
    """Rows, rights and walls; the logins stand beside all databases."""
    with _beside() as owner:
        owner.execute(f'drop database if exists "{name}"')
        owner.execute(f'create database "{name}" template "{whole}"')


@contextmanager
def _beside() -> Iterator[object]:
    """As the owner of the test's database, with nobody in it."""
    with logins.owner(), connection._nodb_cursor() as cursor:
        yield cursor
