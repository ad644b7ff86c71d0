"""Writing to whoever runs a listing: by which way, with which link, and never twice for one cause."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links, messages
from connect.messaging.models import Link, Message
from connect.people.models import Tenant
from connect.templatetags.look import tel
from directory.models import Service

LINK_WORKS = timedelta(days=60)
LONGEST_NAME = 28  # in a text


@dataclass(frozen=True)
class Way:
    channel: str
    to: str


def way_to(service: Service) -> Way | None:
    """By e-mail, or by text where there is only a mobile; None where somebody has to ring."""
    return way_by(service.contact_email, service.contact_phone)


def way_by(email: str, phone: str) -> Way | None:
    if email:
        return Way("email", email)
    return Way("sms", phone) if is_mobile(phone) else None


def is_mobile(number: str) -> bool:
    return tel(number).startswith("+447")


def link_to(services: Iterable[Service], *, until: datetime | None = None) -> Link:
    """Opens these listings and no other. It is kept from whoever reads the database: see links.token."""
    keys = [service.pk for service in services]
    return links.mint("listing", keys[0], keys, until or timezone.now() + LINK_WORKS)


def revoke(service_id: UUID) -> int:
    """No link that opens this listing works any more: the contact has changed, or an editor says so."""
    out = Link.objects.filter(purpose="listing", scope__contains=[service_id], revoked_at=None)
    return out.update(revoked_at=timezone.now())


def write(
    service: Service, way: Way, template: str, *, cause: str, link: Link | None = None, others: int = 0
) -> Message:
    tenant = Tenant.current()
    context = {
        "name": service.contact_name.split(" ")[0],
        "service": service.name,
        "short": short(service.name),
        "others": others,
        "phone": tenant.phone,
        "place": tenant.place,
        "until": link.expires_at if link else None,
        "check_by": service.check_by,
    }
    with acting_as("reminders"):  # an editor may not put words into the outbox
        return messages.queue(
            recipient_key=service.pk, cause=cause, channel=way.channel, to=way.to, template=template, context=context,
            about_id=service.pk, link=link, nation=service.organisation.nation,
        )  # fmt: skip


def short(name: str) -> str:
    """A name that leaves room for the rest of a text."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3].rstrip()}..."
