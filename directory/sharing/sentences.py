"""Ready words for whoever tells somebody of a listing by their own phone: plain, and with the address."""

from collections.abc import Iterable
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from directory import schedule
from directory.models import Service


def when(service: Service) -> str:
    """The first line of its timetable; the page has the others."""
    for line in schedule.timetable(service.schedules.all()):
        return ", ".join(part for part in (line.days, line.hours) if part) or line.remark
    return ""


def where(service: Service) -> str:
    if service.needs_no_travel:
        return service.get_attending_display()
    place = next(iter(service.locations.all()), None)
    return "" if place is None else place.short if place.address_public else place.city


def cost(service: Service) -> str:
    return service.fees or (_("Free") if service.free else "")


def ring(service: Service) -> str:
    contact = service.contact
    return " ".join(part for part in (contact.get("name"), contact.get("phone")) if part)


def address(service: Service) -> str:
    return settings.SITE_URL.rstrip("/") + service.get_absolute_url()


def of_one(service: Service) -> str:
    facts = ", ".join(part for part in (when(service), where(service)) if part)
    said = f"{service.name}: {facts}" if facts else service.name
    return _("I thought of you when I saw this. %(listing)s %(address)s") % {
        "listing": f"{said}.",
        "address": address(service),
    }


def of_several(address: str) -> str:
    return _("Here are some places I found. %(address)s") % {"address": address}


def sms(words: str) -> str:
    """`?&` is what both kinds of phone take."""
    return f"sms:?&body={quote(words)}"


def mailto(words: str, subject: str) -> str:
    return f"mailto:?subject={quote(subject)}&body={quote(words)}"


def by_phone(words: str, subject: str) -> list[tuple[str, str, str]]:
    """Icon, words and address of each way to send it by one's own phone."""
    return [("text", _("Text it"), sms(words)), ("mail", _("E-mail it"), mailto(words, subject))]


def names(services: Iterable[Service]) -> str:
    return schedule.join([service.name for service in services])
