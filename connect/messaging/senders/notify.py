"""GOV.UK Notify through its official client: our words in a template that is only ((subject)) and ((body))."""

import logging

from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from connect.messaging.senders.http import refuse
from connect.messaging.senders.interface import Sender, Unclear, timeout
from connect.messaging.states import Channel

# The client logs what the provider says about a message; our own log line has its id and nothing else.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)
ADDRESS = "https://api.notifications.service.gov.uk"


class NotifySender(Sender):
    def __init__(self, channel: str):
        super().__init__(channel)
        address = settings.NOTIFY_BASE_URL or ADDRESS
        self.client = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=address, timeout=timeout())

    def send(self, reference: str, to: str, subject: str, body: str) -> str:
        try:
            return _id(self._hand_over(reference, to, subject, body))
        except APIError as error:
            _sort(error)
            raise Unclear from None  # a 200 that is no JSON

    def find(self, reference: str) -> str | None:
        try:
            found = self.client.get_all_notifications(reference=reference)["notifications"]
            return _id(found[0]) if found else None
        except (APIError, KeyError, TypeError):
            raise Unclear from None

    def _hand_over(self, reference: str, to: str, subject: str, body: str) -> dict:
        if self.channel == Channel.SMS:
            return self.client.send_sms_notification(
                to, settings.NOTIFY_TEMPLATE_SMS, personalisation={"body": body}, reference=reference
            )
        return self.client.send_email_notification(
            to,
            settings.NOTIFY_TEMPLATE_EMAIL,
            personalisation={"subject": subject, "body": body},
            reference=reference,
        )


def _sort(error: APIError) -> None:
    """The client says 503 when there was no answer at all, which is as unclear as a real one."""
    headers = getattr(error.response, "headers", None) or {}
    refuse(error.status_code, headers.get("Retry-After"))


def _id(answer: object) -> str:
    if not isinstance(answer, dict) or not answer.get("id"):
        raise Unclear
    return str(answer["id"])
