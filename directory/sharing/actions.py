"""A listing is handed on: sent once, counted once, and who got it is not kept."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac

from connect.identity import acting_as, acting_for
from connect.messaging import messages
from connect.messaging.models import Message
from connect.messaging.states import Channel, State
from connect.people.models import Tenant, User
from connect.places.models import Area
from directory.models import Service, Signpost, Texted
from directory.sharing import sentences, short
from directory.states import Handing

MOST_A_DAY = 3
TEMPLATE = "signpost"
A_FEW_DAYS = timedelta(days=3)  # a text older than that would only puzzle somebody

# Two at once: the second waits for the first's row, and then counts from what it finds there.
COUNT = """
insert into directory_texted (id, day, mark, times) values (%s, %s, %s, 1)
on conflict (day, mark) do update set times = directory_texted.times + 1 where directory_texted.times < %s
returning times
"""


class EnoughForToday(Exception):
    """That number or address has had as many today as anybody should."""


class AlreadySent(Exception):
    """The same form a second time."""


@transaction.atomic
def send(
    services: Sequence[Service], *, channel: str, to: str, language: str, large: bool, area: Area | None,
    key: uuid.UUID, by: User,
) -> datetime:  # fmt: skip
    """Queue one message about these listings and count each; returns when it leaves.

    Raises AlreadySent, with nothing changed, when this key was used, and EnoughForToday when the limit is reached.
    """
    _note(services, how=Handing.TEXT if channel == Channel.SMS else Handing.EMAIL, area=area, key=key, by=by)
    _count(to)
    with translation.override("cy" if language == "cy" else "en-gb"):
        told = _told(services, key, large, by)
    with acting_for([key]):  # a page may write to somebody only for a reason it names
        message = messages.queue(
            recipient_key=key,
            cause=TEMPLATE,
            channel=channel,
            to=to,
            template=TEMPLATE,
            context=told,
            language=language,
            about_id=key,
            useless_after=timezone.now() + A_FEW_DAYS,
        )
    return message.due_at


@transaction.atomic
def hand_over(services: Sequence[Service], *, how: str, key: uuid.UUID, by: User) -> None:
    """Told in person, or given on paper: counted like what is sent. The same key again counts nothing."""
    try:
        _note(services, how=how, area=None, key=key, by=by)
    except AlreadySent:
        return


def _note(services: Sequence[Service], *, how: str, area: Area | None, key: uuid.UUID, by: User) -> None:
    office = by.acting.organisation if by.acting else None
    rows = [
        Signpost(
            id=uuid.uuid5(key, str(each.pk)), service=each, together=key, how=how, by=by, organisation=office, area=area
        )
        for each in services
    ]
    try:
        with transaction.atomic():
            Signpost.objects.bulk_create(rows)
    except IntegrityError:
        raise AlreadySent from None


def _count(to: str) -> None:
    today = timezone.localdate()
    values = [uuid.uuid4(), today, mark(to, today.isoformat()), MOST_A_DAY]
    with connection.cursor() as cursor:
        if cursor.execute(COUNT, values).fetchone() is None:
            raise EnoughForToday


def mark(to: str, day: str) -> str:
    """Keyed, and another one each day: the row does not say whose it is, and two days cannot be laid side by side."""
    return salted_hmac("directory.sharing.texted", f"{day} {to.lower()}", algorithm="sha256").hexdigest()


def _told(services: Sequence[Service], key: uuid.UUID, large: bool, by: User) -> dict[str, object]:
    address = settings.SITE_URL.rstrip("/") + reverse("opened", args=[short.write(key)])
    return {
        "sender": by.first_name,
        "house": str(Tenant.current()).strip(),
        "phone": Tenant.current().phone,
        "address": f"{address}?size=large" if large else address,
        "listings": [
            {
                "name": each.name,
                "facts": [
                    fact
                    for fact in (
                        sentences.when(each), sentences.where(each), sentences.cost(each), sentences.ring(each)
                    )
                    if fact
                ],
            }
            for each in services
        ],
    }  # fmt: skip


def forget() -> int:
    """To whom something was sent, once it has left or come too late; and the counts of days gone by."""
    now = timezone.now()
    Texted.objects.filter(day__lt=timezone.localdate() - timedelta(days=1)).delete()
    left = Q(state__in=[State.SENT, State.CANCELLED], created_at__lt=now - timedelta(days=1))
    # Until then a person may still try again what a provider refused or lost.
    too_late = Q(state__in=[State.FAILED, State.UNRESOLVED], useless_after__lt=now)
    with acting_as("delivery"):
        over = Message.objects.filter(left | too_late, template=TEMPLATE).exclude(to="")
        return over.update(to="", body="", subject="")
