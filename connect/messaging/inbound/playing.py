"""The demo's phone: an answer to a text in its mailbox, brought to our door as the plain provider brings one."""

import json
import uuid

from django.conf import settings

from connect.messaging.inbound import providers, taking
from connect.messaging.mailbox import letters

MOST_LETTERS = 480


def send_back(reference: str, words: str) -> bool:
    """From the number that text went to. False where there is no such text, or nothing was typed."""
    sent = next((one for one in letters() if one.reference == reference and one.is_text()), None)
    said = words.strip()[:MOST_LETTERS]
    if sent is None or not said:
        return False
    body = json.dumps({"id": str(uuid.uuid4()), "from": sent.to, "body": said}).encode()
    headers = providers.signed_by_us(settings.TEXT_INBOUND_SECRET, body)
    return taking.take(providers.read("http", headers, body))
