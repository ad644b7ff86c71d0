"""A world in one number: the columns that mean something, in an order of their own. The same seed gives the same."""

import hashlib
from collections.abc import Iterator

from django.db.models import Model

from connect.identity import acting_as
from connect.messaging.models import Message
from directory.models import Gap
from outcomes.goals.models import Goal, GoalRating
from referrals.hearing.models import Reply
from referrals.life.models import Late
from referrals.models import (
    Attendance,
    Connection,
    Consent,
    ContactAttempt,
    HealthyChat,
    Heard,
    Merge,
    Occasion,
    Person,
    Referral,
    ReferralEvent,
    WhileWaiting,
)

# Sealed text is another each time it is sealed; what PostgreSQL dates by itself is the real moment.
LEFT_OUT = {"text", "content_hash", "made_in", "key"}
TOLD: dict[str, tuple[type[Model], ...]] = {
    "seed": (
        Person, Referral, ReferralEvent, Consent, ContactAttempt, Connection, Occasion, Attendance, Reply, Late,
        HealthyChat, Heard, Merge, WhileWaiting, Goal, GoalRating,
    ),
    "delivery": (Message,),
    "freeze": (Gap,),
}  # fmt: skip


def of_the_world() -> str:
    """Read as the jobs that may."""
    sum_ = hashlib.sha256()
    for job, models in TOLD.items():
        with acting_as(job):
            for model in models:
                for line in _lines(model):
                    sum_.update(line.encode())
    return sum_.hexdigest()


def _lines(model: type[Model]) -> Iterator[str]:
    names = [field.attname for field in model._meta.concrete_fields if field.name not in LEFT_OUT]
    for row in model._default_manager.order_by("pk").values_list(*names).iterator():
        yield f"{model.__name__} {row!r}\n"
