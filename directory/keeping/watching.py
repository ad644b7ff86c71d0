"""Word once a day to those who watch a listing: that it changed, opened, shut or is published no more."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as
from connect.messaging import messages
from connect.one_by_one import one_by_one
from connect.people.models import Membership, User
from connect.people.roles import Role
from directory.keeping.wording import label
from directory.models import Report, Revision, Service, Watch
from directory.states import Status, Wrong

LOOKED_BACK = 3  # days: a worker that was away over a weekend has missed nothing


@dataclass(frozen=True)
class Line:
    name: str
    what: str
    address: str


def sweep() -> int:
    """One letter a day and reader, about the day that is over; sent twice it is one, by its cause."""
    today = timezone.localdate()
    return sum(_of(today - timedelta(days=back)) for back in range(LOOKED_BACK, 0, -1))


def _of(day: date) -> int:
    with acting_as("reminders"):
        happened = _happened(day)
        watches = Watch.objects.filter(service__in=happened).select_related("user").order_by("service__name")
        readers: dict[User, list[Line]] = defaultdict(list)
        for watch in watches:
            if watch.since.date() <= day:
                readers[watch.user].append(happened[watch.service_id])
    return one_by_one(readers, lambda user: _tell(user, day, readers[user]), "reader", job="reminders")


def _happened(day: date) -> dict[UUID, Line]:
    """Each listing something happened to that day, in a line."""
    found: dict[UUID, Line] = {}
    for service in Service.objects.filter(publish_from=day) | Service.objects.filter(publish_until=day):
        said = _("It is in the directory from today") if service.publish_from == day else _("It ended")
        found[service.pk] = _line(service, said)
    changes = Revision.objects.filter(at__date=day).select_related("service").order_by("at")
    parts: dict[Service, list[str]] = defaultdict(list)
    for revision in changes:
        parts[revision.service] += revision.changed
    return found | {service.pk: _line(service, _said(service, changed)) for service, changed in parts.items()}


def _said(service: Service, changed: list[str]) -> str:
    if "status" in changed and service.status in (Status.SHUT, Status.DEFUNCT):
        return str(service.get_status_display())
    return ", ".join(dict.fromkeys(str(label(part)) for part in changed))


def _line(service: Service, what: str) -> Line:
    return Line(service.name, what, settings.SITE_URL.rstrip("/") + reverse("listing", args=[service.pk]))


def _tell(user: User, day: date, lines: list[Line]) -> bool:
    """Only those who still work here; whoever has left hears nothing more."""
    if not Membership.objects.current().filter(user=user).exists():
        return False
    context = {"name": user.first_name, "day": day, "lines": lines}
    messages.queue(
        recipient_key=user.pk, cause=f"watched:{day.isoformat()}", channel="email", to=user.email,
        template="watched", context=context,
    )  # fmt: skip
    return True


def mail_unsafe_reports() -> int:
    """Somebody did not feel safe there: every editor is told to look, without a word of what was written."""
    with acting_as("reminders"):
        lately = timezone.now() - timedelta(days=LOOKED_BACK)
        reports = Report.objects.filter(what=Wrong.UNSAFE, handled_at=None, made_at__gte=lately)
        keys = list(reports.values_list("pk", flat=True))
        editors = list(User.objects.filter(pk__in=_editors()))
        for key in keys:
            for editor in editors:
                _alarm(editor, key)
    return len(keys)


def _editors() -> list[UUID]:
    return list(Membership.objects.current().filter(role=Role.DIR).values_list("user_id", flat=True))


def _alarm(editor: User, report: UUID) -> None:
    address = settings.SITE_URL.rstrip("/") + reverse("desk") + "?queue=reports"
    messages.queue(
        recipient_key=editor.pk, cause=f"unsafe:{report}", channel="email", to=editor.email,
        template="unsafe_report", context={"name": editor.first_name, "address": address},
    )  # fmt: skip
