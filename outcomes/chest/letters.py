"""What the chest writes to a group: the way to its page, the answer, and what did it lead to?"""

from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links, messages
from connect.messaging.models import Link
from connect.people.models import Tenant
from outcomes.chest.models import Application

PURPOSE = "chest"
WORKS = timedelta(days=400)


def own_page(application: Application) -> None:
    """Also how an address is proved."""
    _write(application, "chest_page", "asked")


def answered(application: Application) -> None:
    """Of a yes and of a no the letter says only that there is an answer: it stands on their page."""
    _write(application, "chest_answer", "answered")


def what_did_it_lead_to(application: Application) -> None:
    _write(application, "chest_after", "after")


def stop(application: Application) -> None:
    messages.cancel(recipient_key=application.pk)


def page_link(application: Application) -> Link:
    ends = timezone.now() + WORKS
    return links.mint(PURPOSE, application.pk, [application.pk], ends, language=application.language)


def _write(application: Application, template: str, cause: str) -> None:
    tenant = Tenant.current()
    with acting_as("reminders"):  # neither a visitor nor whoever decides may put words into the outbox by hand
        messages.queue(
            recipient_key=application.pk,
            cause=cause,
            channel="email",
            to=application.email,
            template=template,
            context={"name": application.first_name, "house": str(tenant), "phone": tenant.phone},
            language=application.language,
            link=page_link(application),
        )
