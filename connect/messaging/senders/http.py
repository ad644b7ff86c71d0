"""Texts through a plain HTTP provider, for charities that may not use GOV.UK Notify.

POST <address>/messages  {"reference", "to", "body"}   -> 2xx {"id"}
GET  <address>/messages?reference=…                    -> 200 {"messages": [{"id"}, …]}
"""

import requests
from django.conf import settings

from connect.messaging.senders.interface import NotAccepted, Refused, Sender, Unclear, timeout

ABOUT_THE_MESSAGE = {400, 422}  # other 4xx are about our account or address, and may be put right


class HttpTextSender(Sender):
    def send(self, reference: str, to: str, subject: str, body: str) -> str:
        response = self._call("POST", json={"reference": reference, "to": to, "body": body})
        refuse(response.status_code, response.headers.get("Retry-After"))
        return _id(_json(response))

    def find(self, reference: str) -> str | None:
        """Only a plain 200 with a list is an answer: a 404 may just as well be a wrong address in our settings."""
        response = self._call("GET", params={"reference": reference})
        if response.status_code != 200:
            raise Unclear
        found = _json(response).get("messages")
        if not isinstance(found, list):
            raise Unclear
        return _id(found[0]) if found else None

    def _call(self, method: str, **kwargs: object) -> requests.Response:
        address = settings.TEXT_PROVIDER_URL.rstrip("/") + "/messages"
        headers = {"Authorization": f"Bearer {settings.TEXT_PROVIDER_TOKEN}"}
        try:
            return requests.request(
                method, address, headers=headers, timeout=timeout(), allow_redirects=False, **kwargs
            )
        except requests.ConnectTimeout:
            raise NotAccepted from None
        except requests.RequestException:
            raise Unclear from None


def refuse(status: int, retry_after: str | None = None) -> None:
    """Sort an HTTP status: 2xx passes, a 5xx may have been accepted, anything else was not.

    `from None`: an error on its way here may quote the provider, who may quote the message.
    """
    if 200 <= status < 300:
        return
    if status >= 500:
        raise Unclear from None
    if status in ABOUT_THE_MESSAGE:
        raise Refused from None
    raise NotAccepted(float(retry_after) if (retry_after or "").isdigit() else None) from None


def _json(response: requests.Response) -> dict:
    try:
        answer = response.json()
    except ValueError:
        raise Unclear from None
    if not isinstance(answer, dict):
        raise Unclear
    return answer


def _id(answer: object) -> str:
    if not isinstance(answer, dict) or not answer.get("id"):
        raise Unclear
    return str(answer["id"])
