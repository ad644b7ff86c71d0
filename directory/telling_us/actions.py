"""What readers tell us is written here. Nobody who writes may read what others wrote."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, opening
from connect.messaging import messages
from connect.people.models import User
from directory.models import ChangeRequest, Report, Service, Usefulness
from directory.states import Decision, Via

Columns = Mapping[str, Any]
LOOKED_BACK = timedelta(days=90)


def report(
    service: Service, *, what: str, words: str = "", reply_to: str = "", by: User | None = None, made: Columns
) -> Report:
    """Something in a listing is wrong."""
    told = Report(service=service, what=what, words=words, reply_to=reply_to, **made)
    return _kept(told)


def say_useful(service: Service, *, useful: bool, words: str = "", by: User | None = None, made: Columns) -> Usefulness:
    return _kept(Usefulness(service=service, useful=useful, words=words, **made))


def add_words(key: UUID, *, words: str) -> bool:
    """To what was said with this key, as long as nobody has read it; False when there is no such thing any more."""
    with opening(key):
        return bool(Usefulness.objects.filter(key=key, read_at=None).update(words=words))


def suggest(
    service: Service,
    *,
    proposed: Columns,
    was: Columns,
    words: str = "",
    name: str = "",
    email: str = "",
    by: User | None = None,
    made: Columns,
) -> ChangeRequest:
    """Somebody who read the listing thinks it should say something else. Nothing changes until an editor agrees."""
    whose = {"by": by, "by_name": name or (by.name if by else ""), "by_email": email}
    change = ChangeRequest(
        service=service, via=Via.PUBLIC, proposed=dict(proposed), was=dict(was), words=words, **whose, **made
    )
    return _kept(change)


def sign_up(
    *, proposed: Columns, name: str, email: str, phone: str, words: str = "", by: User | None = None, made: Columns
) -> ChangeRequest:
    """A group that is not in the directory yet: the whole of its listing, for an editor to look at."""
    whose = {"by": by, "by_name": name, "by_email": email, "by_phone": phone}
    return _kept(ChangeRequest(via=Via.SIGN_UP, proposed=dict(proposed), words=words, **whose, **made))


@transaction.atomic
def welcome(change: ChangeRequest) -> None:
    """Their listing is there: said once to whoever signed it up, if they gave an e-mail address."""
    if change.via != Via.SIGN_UP or not change.by_email or change.service_id is None:
        return
    address = settings.SITE_URL + reverse("listing", args=[change.service_id])
    with acting_as("reminders"):  # an editor may not write to the outbox by hand
        messages.queue(
            recipient_key=change.pk,
            cause="welcome",
            channel="email",
            to=change.by_email,
            template="new_group_there",
            context={"name": change.by_name, "group": change.service.name, "address": address},
            due_at=timezone.now(),
        )


def welcome_published() -> int:
    """Of all whose page is there by now, at once or after a while; who was written to before is not again."""
    with acting_as("reminders"):
        recent = timezone.now() - LOOKED_BACK
        taken = ChangeRequest.objects.filter(via=Via.SIGN_UP, state=Decision.TAKEN, decided_at__gte=recent)
        there = taken.exclude(by_email="").filter(service__in=Service.objects.published()).select_related("service")
        for change in there:
            welcome(change)
        return len(there)


def _kept(row: Any) -> Any:
    """Nothing is read back, and a second row of one key is no error: it was sent twice at one moment."""
    type(row).objects.bulk_create([row], ignore_conflicts=True)
    return row
