"""What is written to champions: the way to their own page, what they may do, thanks. Each by e-mail, each with it."""

from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links, messages
from connect.messaging.models import Message
from connect.people.champions.models import Champion, Thanks
from connect.people.models import Tenant, User

WORKS = timedelta(days=400)
A_DAY = timedelta(days=1)
MOST_A_DAY = 3  # to one address, however often somebody types it
PURPOSE = "champion"


def own_page(champion: Champion, *, cause: str) -> None:
    """The way to one's own page: also how an address is proved."""
    with acting_as("reminders"):
        sent = Message.objects.filter(recipient_key=champion.pk, template="champion_page")
        lately = sent.filter(created_at__gt=timezone.now() - A_DAY).values_list("cause", flat=True)
        enough = cause in lately or len(lately) >= MOST_A_DAY
    if not enough:
        _write(champion, "champion_page", cause)


def granted(champion: Champion, *, by: User) -> None:
    _write(champion, "champion_yes", f"granted:{timezone.now().isoformat()}", by=by.first_name, may=champion.may)


def thanks(champion: Champion, row: Thanks, *, by: User) -> None:
    _write(champion, "champion_thanks", f"thanks:{row.pk}", by=by.first_name, words=row.words)


def stop(champion: Champion) -> None:
    messages.cancel(recipient_key=champion.pk)


def _write(champion: Champion, template: str, cause: str, **more: object) -> None:
    tenant = Tenant.current()
    link = links.mint(PURPOSE, champion.pk, [champion.pk], timezone.now() + WORKS, language=champion.language)
    with acting_as("reminders"):  # neither a visitor nor a coordinator may put words into the outbox by hand
        messages.queue(
            recipient_key=champion.pk,
            cause=cause,
            channel="email",
            to=champion.email,
            template=template,
            context={
                "name": champion.first_name,
                "house": str(tenant),
                "phone": tenant.phone,
                **more,
            },
            language=champion.language,
            link=link,
        )
