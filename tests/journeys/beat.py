"""What the beat brings round by the minute, done once, in this process: for journeys of many days."""

from celery.schedules import crontab

from connect.celery import app

LAST = "connect.messaging.tasks.deliver"  # so that what the others wrote leaves in the same round
SELDOMER = ("keep_up_sessions",)


def once() -> None:
    app.loader.import_default_modules()  # a worker does it when it starts
    for task in [*_of_each_pulse(), LAST]:
        app.tasks[task].apply(throw=True)


def _of_each_pulse() -> list[str]:
    entries = app.conf.beat_schedule.items()
    often = [one["task"] for name, one in entries if name in SELDOMER or not isinstance(one["schedule"], crontab)]
    return [task for task in often if task != LAST]
