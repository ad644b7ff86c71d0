"""A worker that is killed at its k-th step: forked from a process that has loaded Django, so that each costs little.

Each line on the way in says at which step (0: at none); each on the way out how it ended.
"""

import gc
import os
import signal
import sys
import uuid
from types import FrameType

STEPS = ("connect/messaging/delivery.py", "connect/messaging/senders/")


class Killed:
    """A trace function that ends this process, with -9, before its k-th line of what sends."""

    def __init__(self, at: int):
        self.at, self.step = at, 0

    def __call__(self, frame: FrameType, event: str, _arg: object):
        return self.line if any(part in frame.f_code.co_filename for part in STEPS) else None

    def line(self, _frame: FrameType, event: str, _arg: object):
        if event == "line":
            self.step += 1
            if self.step == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
        return self.line


def work(at: int) -> str:
    """A worker's one sweep in a process of its own."""
    child = os.fork()
    if child == 0:
        sys.settrace(Killed(at) if at else None)
        delivery.sweep()
        sys.settrace(None)
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return "killed" if os.WIFSIGNALED(status) else f"ended {os.waitstatus_to_exitcode(status)}"


if __name__ == "__main__":
    import django

    django.setup()
    from django.db import connections
    from django.urls import reverse

    from connect.messaging import delivery, senders
    from connect.messaging.states import Channel

    # What each worker would do for the first time is done here once: addresses, imports, a look at an empty outbox.
    reverse("link", args=["token"])
    for channel in Channel:
        senders.for_channel(channel).find(str(uuid.uuid4()))
    delivery.sweep()
    connections.close_all()
    gc.freeze()
    print("ready", flush=True)
    for said in sys.stdin:
        print(work(int(said)), flush=True)
