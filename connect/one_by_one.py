"""A sweep's rows, each in a transaction of its own: one that cannot be done holds up nobody else."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction

from connect.identity import acting_as

log = logging.getLogger(__name__)


def one_by_one(
    keys: Iterable[Any],
    do: Callable[[Any], object],
    what: str,
    *,
    job: str = "",
    faster: tuple[type[Exception], ...] = (),
) -> int:
    """How much was done: what each says itself, or one for each that did anything.

    Each is done as the named job, if one is named. Errors in `faster` say no more than that a colleague was first.
    Any other is logged by the row's key and the kind of error, never by what stood in it.
    """
    return sum(_alone(key, do, what, job, faster) for key in list(keys))


def _alone(key: Any, do: Callable[[Any], object], what: str, job: str, faster: tuple[type[Exception], ...]) -> int:
    try:
        with acting_as(job) if job else transaction.atomic():
            done = do(key)
            return done if isinstance(done, int) else bool(done)
    except faster:
        return 0
    except Exception as error:
        log.error("%s %s could not be done: %s", what, getattr(key, "pk", key), type(error).__qualname__)
        return 0
