"""Workers killed between accept and mark, Valkey killed in the middle: nothing is lost and nothing is sent twice."""

import random
import sys
import time
import uuid
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links, messages
from connect.messaging.models import Message
from connect.messaging.states import State

from .conftest import wait_until

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="NOT RUN: who holds a connection is read from /proc"),
    pytest.mark.django_db(transaction=True),
]
SEED = 8841
MESSAGES, KILLED_CHILDREN, KILLED_WORKERS, VALKEY_KILLS, SECONDS = 120, 24, 8, 3, 80
TROUBLE = {"kill": KILLED_CHILDREN * 2 // 3, "kill-before": KILLED_CHILDREN // 3, "kill-all": KILLED_WORKERS}
TROUBLE |= {"cut": 4, "late": 2, "reset": 4, "broken-but-accepted": 4, "broken": 4, "busy": 4, "garbage": 4}


def write(count):
    with acting_as("reminders"):
        return [_write(uuid.uuid4(), channel) for channel in ("sms", "email") for _ in range(count // 2)]


def write_one(channel):
    with acting_as("reminders"):
        return _write(uuid.uuid4(), channel)


def _write(key, channel):
    link = links.mint("attendance", key, [], timezone.now() + timedelta(days=1))
    context = {"name": "Jean", "connector": "Carl", "phone": "01632 960 014", "starts_at": timezone.now()}
    to = "07700900184" if channel == "sms" else "jean@example.org"
    told = {"channel": channel, "to": to, "template": "did_you_go_discreet", "context": context, "link": link}
    return str(messages.queue(recipient_key=key, cause="fault", due_at=timezone.now(), **told).pk)


def states() -> Counter:
    with acting_as("delivery"):
        return Counter(Message.objects.values_list("state", flat=True))


def trouble_for(references):
    """One fault each for some of them, at their first try, in an order the seed decides."""
    faults = [fault for fault, times in TROUBLE.items() for _ in range(times)]
    chosen = dict(zip(random.Random(SEED).sample(references, len(faults)), faults, strict=True))
    return lambda reference, nth: chosen.get(reference, "accept") if nth == 1 else "accept"


@pytest.fixture
def at_any_hour(settings):
    settings.QUIET_HOURS = False


@pytest.mark.usefixtures("at_any_hour")
def test_killing_the_worker_or_valkey_loses_nothing_and_sends_nothing_twice(engines, double, supervisor, capsys):
    references = write(MESSAGES)
    double.behave = trouble_for(references)
    began, kills = time.monotonic(), 0
    for share in range(1, VALKEY_KILLS + 1):
        wait_until(lambda share=share: states()[State.SENT] >= MESSAGES * share / (VALKEY_KILLS + 1), SECONDS / 4)
        engines.valkey.child.kill()
        kills += 1
        time.sleep(0.5)
        engines.valkey.start()
    done = wait_until(lambda: states() == {State.SENT: MESSAGES}, SECONDS)
    accepts = Counter(double.count(reference) for reference in references)
    with capsys.disabled():
        print(
            f"\n{MESSAGES} messages, {double.faults['kill'] + double.faults['kill-before']} pool processes and"
            f" {len(supervisor.killed)} whole workers killed, {double.faults['cut']} times the database cut off,"
            f" Valkey killed {kills} times, {double.asked} questions"
            f" to the provider; lost {accepts[0]}, twice {sum(accepts.values()) - accepts[0] - accepts[1]},"
            f" {time.monotonic() - began:.0f} s"
        )
    assert done, (states(), supervisor.last_words())
    assert accepts == {1: MESSAGES}
    assert {fault: double.faults[fault] for fault in TROUBLE} == TROUBLE
    # What the last of them had in hand was marked by a worker that came after it.
    assert supervisor.started["worker"] > max(supervisor.killed)


@pytest.mark.usefixtures("at_any_hour")
def test_what_is_written_while_valkey_is_away_leaves_when_it_is_back(engines, double, supervisor):
    engines.valkey.child.kill()
    began = time.monotonic()
    references = write(6)
    assert time.monotonic() - began < 2  # nobody who writes waits for it
    assert states() == {State.QUEUED: 6}
    engines.valkey.start()
    assert wait_until(lambda: states() == {State.SENT: 6}, SECONDS), supervisor.last_words()
    assert [double.count(reference) for reference in references] == [1] * 6
