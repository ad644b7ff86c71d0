"""The demo's message that did not arrive: a text to a number that is not right."""

from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import messages
from connect.messaging.models import Message
from connect.messaging.states import Note, State
from connect.people.models import User
from referrals.models import Referral
from referrals.states import State as Reached


def load(carl: User) -> None:
    """Yesterday's reminder to somebody of Carl's, refused by the provider."""
    mine = Referral.objects.filter(connector=carl, state__in=[Reached.CONTACTED, Reached.ACTIVE], named=None)
    referral = mine.select_related("person", "team").order_by("submitted_at").first()
    if referral is None:
        return
    at = timezone.now()
    context = {"name": referral.person.friendly_name, "connector": carl.first_name, "phone": referral.team.phone}
    message = messages.queue(
        recipient_key=referral.person_id, cause="demo: a number that is not right", channel="sms", to="07700 900 000",
        template="reminder_discreet", context={**context, "starts_at": at + timedelta(hours=2)},
        about_id=referral.pk, under_id=referral.team.scheme_id, due_at=at - timedelta(days=1),
    )  # fmt: skip
    with acting_as("delivery"):
        Message.objects.filter(pk=message.pk).update(state=State.FAILED, note=Note.REFUSED, attempts=1)
