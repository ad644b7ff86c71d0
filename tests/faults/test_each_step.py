"""A worker killed at each step of a send, one message for each step: nothing is lost and nothing leaves twice."""

import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Message
from connect.messaging.states import State

from .conftest import told
from .test_delivery import write_one

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="NOT RUN: processes are forked"),
    pytest.mark.django_db(transaction=True),
]
AN_HOUR = timedelta(hours=1)
MOST_STEPS = 200  # a send takes far fewer; a test that never ends would say nothing


class Worker:
    """A process that forks one worker after the other."""

    def __init__(self, env):
        command = [sys.executable, "-W", "ignore", "-m", "tests.faults.stepping"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, env=os.environ | env, cwd=settings.BASE_DIR, **pipes)
        assert self.process.stdout.readline().strip() == "ready"

    def sweep(self, killed_at=0):
        self.process.stdin.write(f"{killed_at}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture
def worker(engines, double, transactional_db, request):
    worker = Worker(told(double) | {"MESSAGE_LEASE_SECONDS": "60"} | getattr(request, "param", {}))
    yield worker
    worker.close()


def change(references, **values):
    with acting_as("delivery"):
        Message.objects.filter(pk__in=references).update(**values)


def left_half_way(reference):
    """As a worker leaves it that was killed a moment ago."""
    change([reference], state=State.SENDING, attempts=1, lease_until=timezone.now() - AN_HOUR)


def fresh(double, reference):
    pass


def half_way_and_not_there(double, reference):
    left_half_way(reference)


def half_way_and_there(double, reference):
    left_half_way(reference)
    double.accept(reference)


def its_answer_is_lost(double, reference):
    double.lost.add(reference)


def killed_at_each_step(worker, double, channel, prepare, first=1):
    """One message for each step, until a worker comes through it alive. Nobody touches one that was left meanwhile."""
    references = []
    for step in range(first, MOST_STEPS):
        references.append(write_one(channel))
        prepare(double, references[-1])
        ended = worker.sweep(killed_at=step)
        change(references, lease_until=timezone.now() + AN_HOUR)
        if ended != "killed":
            assert ended == "ended 0"
            return references
    raise AssertionError("a send that takes so many steps is another one than this test knows")


def step_of_the_claim(references):
    """The first step at which a worker that was killed had taken the message: until then every send is the same."""
    with acting_as("delivery"):
        taken = dict(Message.objects.values_list("pk", "attempts"))
    return next(step for step, one in enumerate(references, 1) if taken[UUID(one)])


def everybody_comes_back(worker, references):
    """The leases are over, twice: an answer that is lost once more is asked for once more."""
    for _ in range(2):
        with acting_as("delivery"):
            Message.objects.not_yet_sent().filter(pk__in=references).update(lease_until=timezone.now() - AN_HOUR)
        assert worker.sweep() == "ended 0"


def states_of(references):
    with acting_as("delivery"):
        return Counter(Message.objects.filter(pk__in=references).values_list("state", flat=True))


def test_a_worker_killed_at_each_step_of_a_send_loses_nothing_and_sends_nothing_twice(worker, double, capsys):
    double.lost = set()
    double.behave = lambda reference, nth: "reset" if reference in double.lost and nth == 1 else "accept"
    steps, first = {}, 1
    for prepare in (fresh, half_way_and_not_there, half_way_and_there, its_answer_is_lost):
        references = killed_at_each_step(worker, double, "sms", prepare, first)
        first = step_of_the_claim(references) - 1 if prepare is fresh else first
        everybody_comes_back(worker, references)
        steps[prepare.__name__] = len(references) - 1
        assert Counter(double.count(one) for one in references) == {1: len(references)}, prepare.__name__
        assert states_of(references) == {State.SENT: len(references)}, prepare.__name__
    with capsys.disabled():
        print(f"\nkilled at each step of a send: {steps}; lost 0, twice 0")
    assert min(steps.values()) > 20


@pytest.mark.parametrize("worker", [{"EMAIL_SENDER": "smtp"}], indirect=True)
def test_where_nobody_can_be_asked_each_left_half_way_is_listed_and_none_leaves_twice(worker, double):
    references = killed_at_each_step(worker, double, "email", fresh)
    everybody_comes_back(worker, references)
    accepted = {one: double.count(one) for one in references}
    with acting_as("delivery"):
        listed = {str(one.pk) for one in Message.objects.for_a_person_to_look_at()}
    assert max(accepted.values()) == 1
    assert {one for one, times in accepted.items() if times == 0} - listed == set()
    assert sum(states_of(references)[state] for state in (State.SENT, State.UNRESOLVED)) == len(references)
