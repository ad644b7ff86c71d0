"""Calling the systems that listen: signed, once a step where they answer, tried again where they do not, then let go.

A call is claimed in one transaction, made outside any, and marked in another, so that no page ever waits for it.
"""

import hashlib
import hmac
import json
import logging
import time
from datetime import timedelta
from http.client import HTTPException
from urllib.parse import urlsplit, urlunsplit

from django.db.models import F
from django.utils import timezone

from connect.identity import acting_as
from directory import outside
from referrals.webhooks.models import HookCall

log = logging.getLogger(__name__)
PATIENCE, LONGEST = 5, 10  # seconds: to connect, and altogether
LEASE = timedelta(minutes=2)
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720)]


def sweep(seconds: float = 30, *, allow_local: bool = False) -> int:
    """Make the calls that are due, one at a time, until none is or the time is up; how many were answered well."""
    until, done = time.monotonic() + seconds, 0
    while time.monotonic() < until and (call := _claimed()):
        done += _settle(call, _post(call, allow_local))
    return done


def _claimed() -> HookCall | None:
    """Counted and put off before it is tried: a call that kills its worker is not tried without end."""
    with acting_as("delivery"):
        owed = HookCall.objects.owed().filter(due_at__lte=timezone.now(), hook__stopped_at=None)
        rows = owed.select_related("hook").select_for_update(skip_locked=True, of=("self",), no_key=True)
        call = rows.order_by("due_at", "pk").first()
        if call:
            HookCall.objects.filter(pk=call.pk).update(tries=F("tries") + 1, due_at=timezone.now() + LEASE)
            call.tries += 1
    return call


def _post(call: HookCall, allow_local: bool) -> int:
    """What the other side answered; 0 for nothing at all. A redirect is an answer like any other, and not followed."""
    body = json.dumps(
        {"id": str(call.pk), "reference": call.reference, "step": call.step, "at": call.at.isoformat()}
    ).encode()
    parts = urlsplit(call.hook.address)
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    try:
        connection = outside.connect(call.hook.address, patience=PATIENCE, allow_local=allow_local)
    except (outside.NotAnAddress, outside.NobodyThere, outside.Inside, ValueError):
        return 0
    try:
        with outside.watched(connection, LONGEST):
            connection.request("POST", target, body, headers(call, body))
            return connection.getresponse().status
    except (OSError, HTTPException, ValueError):
        return 0
    finally:
        connection.close()


def headers(call: HookCall, body: bytes) -> dict[str, str]:
    sent = int(timezone.now().timestamp())
    return {
        "Content-Type": "application/json",
        "User-Agent": "Connect",
        "Connect-Delivery": str(call.pk),
        "Connect-Signature": f"t={sent},v1={signature(call.hook.secret, sent, body)}",
    }


def signature(secret: str, sent: int, body: bytes) -> str:
    """HMAC-SHA256 over the time and the body: an old call cannot be played again as a new one."""
    return hmac.new(secret.encode(), f"{sent}.".encode() + body, hashlib.sha256).hexdigest()


def _settle(call: HookCall, status: int) -> bool:
    answered, now = 200 <= status < 300, timezone.now()
    if answered:
        outcome = {"done_at": now}
    elif call.tries > len(PAUSES):
        outcome = {"gave_up_at": now}
        log.warning("call %s was given up after %s tries", call.pk, call.tries)
    else:
        outcome = {"due_at": now + PAUSES[call.tries - 1]}
    with acting_as("delivery"):
        HookCall.objects.owed().filter(pk=call.pk).update(status=status, **outcome)
    return answered
