"""What is written to the admins of groups: the way to their page, and a coordinator's words. Each once, by e-mail."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links, messages
from connect.people.models import Tenant, User
from connect.places.models import Area
from directory.network.models import Admin, Group, Letter

WORKS = timedelta(days=400)
PURPOSE = "network"


def reached(wards: Iterable[Area]) -> QuerySet[Admin]:
    """Whom a letter to these wards would reach; to no ward in particular, all."""
    rows = Admin.objects.written_to().filter(groups__gone_at=None)
    chosen = [ward.pk for ward in wards]
    return (rows.filter(groups__wards__in=chosen) if chosen else rows).distinct()


@transaction.atomic
def write(*, words: str, wards: Iterable[Area], made: Mapping[str, object], by: User) -> Letter:
    """To each admin of these wards, once: they may look after several groups there."""
    wards = list(wards)
    letter = Letter.objects.create(words=words, by=by, **made)
    letter.wards.set(wards)
    admins = list(reached(wards))
    with acting_as("reminders"):  # a coordinator may not put words into the outbox by hand
        for admin in admins:
            _queue(admin, "network_words", f"letter:{letter.pk}", words=words, by=by.name)
    Letter.objects.filter(pk=letter.pk).update(sent=len(admins))
    letter.sent = len(admins)
    return letter


def welcome(admin: Admin, group: Group) -> None:
    """The way to their own page; to whoever switched our letters off, none."""
    if admin.off_at is None:
        with acting_as("reminders"):
            _queue(admin, "network_welcome", f"welcome:{group.pk}", group=group.name)


def _queue(admin: Admin, template: str, cause: str, **more: object) -> None:
    tenant = Tenant.current()
    link = links.mint(PURPOSE, admin.pk, [admin.pk], timezone.now() + WORKS, language=admin.language)
    messages.queue(
        recipient_key=admin.pk,
        cause=cause,
        channel="email",
        to=admin.email,
        template=template,
        context={"name": admin.first_name, "house": str(tenant), "phone": tenant.phone, **more},
        language=admin.language,
        link=link,
    )
