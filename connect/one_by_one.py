"""A sweep's rows, each in a transaction of its own: one that cannot be done holds up nobody else."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction

log = logging.getLogger(__name__)


def one_by_one(keys: Iterable[Any], do: Callable[[Any], object], what: str) -> int:
    """How many were done. What failed is logged by its key and the kind of error, never by what stood in it."""
    return sum(_alone(key, do, what) for key in list(keys))


def _alone(key: Any, do: Callable[[Any], object], what: str) -> bool:
    try:
        with transaction.atomic():
            return bool(do(key))
    except Exception as error:
        log.error("%s %s could not be done: %s", what, key, type(error).__qualname__)
        return False
