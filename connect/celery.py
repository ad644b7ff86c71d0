"""Celery: a worker and one beat. Each pulse sweeps rows that are due; nothing that matters waits in the broker."""

import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import worker_init
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connect.settings")

app = Celery("connect")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(["directory.bulk", "directory.keeping", "directory.openreferral", "directory.sharing"])
app.autodiscover_tasks(["connect.people.champions"])
app.autodiscover_tasks(["outcomes.chest"])
app.autodiscover_tasks(["outcomes.kept_views"])
app.autodiscover_tasks(["referrals.asking"])
app.autodiscover_tasks(["referrals.safety"])
app.autodiscover_tasks(["directory.telling_us"])
app.autodiscover_tasks(["referrals.open_door"])
app.autodiscover_tasks(["referrals.hearing"])
app.autodiscover_tasks(["referrals.webhooks"])
app.autodiscover_tasks(["referrals.life"])
app.autodiscover_tasks(["referrals.case"])
app.autodiscover_tasks(["referrals.reminding"])
app.autodiscover_tasks(["referrals.introductions"])
app.autodiscover_tasks(["referrals.following"])
app.autodiscover_tasks(["connect.messaging.inbound"])
app.autodiscover_tasks(["referrals.following"])
app.autodiscover_tasks(["referrals.sessions"])
app.autodiscover_tasks(["referrals.records"])
app.autodiscover_tasks(["referrals.accompanying"])
app.autodiscover_tasks(["referrals.befriending"])
app.autodiscover_tasks(["referrals.helping"])
app.autodiscover_tasks(["connect.people.training"])
app.autodiscover_tasks(["referrals.crisis"])
# Pulses must not pile up while the worker is away; and a minute of patience, since two machines' clocks may differ.
pulse = {"schedule": settings.PULSE_SECONDS, "options": {"expires": settings.PULSE_SECONDS + 60}}


def hourly(minute: int) -> crontab | float:
    """In a demo, where hours are short, every half minute."""
    return crontab(minute=minute) if settings.PULSE_SECONDS >= 60 else 30.0


def often(minute: int) -> crontab | float:
    """Six times an hour; in a demo every half minute."""
    return crontab(minute=f"{minute}-59/10") if settings.PULSE_SECONDS >= 60 else 30.0


app.conf.beat_schedule = {
    "clocks": {"task": "referrals.life.tasks.clocks", **pulse},
    "follow_called_off": {"task": "referrals.sessions.tasks.follow_called_off", **pulse},
    "tell_of_tomorrow": {"task": "referrals.sessions.tasks.tell_of_tomorrow", **pulse},
    "keep_up_sessions": {"task": "referrals.sessions.tasks.keep_up", "schedule": often(3)},
    "offer_places": {"task": "referrals.sessions.tasks.offer_places", **pulse},
    "remind": {"task": "referrals.tasks.remind", **pulse},
    "ask_companions": {"task": "referrals.accompanying.tasks.ask_companions", **pulse},
    "follow_volunteers": {"task": "referrals.befriending.tasks.follow_volunteers", **pulse},
    "follow_befriending": {"task": "referrals.befriending.tasks.follow_befriending", **pulse},
    # Several times on a Monday, so that a machine that was off at eight still writes; each coordinator hears once.
    "befriending_digest": {
        "task": "referrals.befriending.tasks.befriending_digest",
        "schedule": crontab(day_of_week=1, hour="8-11", minute=35),
    },
    "follow_introductions": {"task": "referrals.introductions.tasks.follow_introductions", **pulse},
    # Several times a morning, so that a machine that was off at eight still writes; each colleague hears once.
    "good_morning": {
        "task": "referrals.reminding.tasks.good_morning",
        "schedule": crontab(hour="8-11", minute=45),
    },
    "count_standing": {"task": "referrals.tasks.count_standing", "schedule": crontab(hour=4, minute=10)},
    "follow_merges": {"task": "referrals.tasks.follow_merges", **pulse},
    "tell_readers": {"task": "referrals.safety.tasks.tell_readers", **pulse},
    # Somebody sits in front of a page and waits for their code.
    "answer_knocks": {
        "task": "referrals.open_door.tasks.answer_knocks",
        "schedule": min(5.0, settings.PULSE_SECONDS),
        "options": {"expires": 30},
    },
    "forget_knocks": {"task": "referrals.open_door.tasks.forget_knocks", "schedule": hourly(50)},
    "erase_drafts": {"task": "referrals.asking.tasks.erase_drafts", "schedule": hourly(20)},
    "visit_alarms": {"task": "referrals.case.tasks.raise_visit_alarms", **pulse},
    "deal_with_texts": {"task": "connect.messaging.inbound.tasks.deal_with_texts", **pulse},
    "forget_texts": {"task": "connect.messaging.inbound.tasks.forget_texts", "schedule": hourly(55)},
    "deliver": {"task": "connect.messaging.tasks.deliver", **pulse},
    "freeze": {"task": "outcomes.tasks.freeze", "schedule": hourly(15)},
    # Twice a day, so that a machine that was off at nine still writes; of each period everybody hears once.
    "tell_of_figures": {
        "task": "outcomes.kept_views.tasks.tell_of_figures",
        "schedule": crontab(hour="9,13", minute=50),
    },
    "feeds": {"task": "directory.openreferral.tasks.read_feeds", **pulse},
    "saved_searches": {"task": "directory.tasks.tell_what_is_new", "schedule": crontab(hour=7, minute=20)},
    "settle_contacts": {"task": "directory.keeping.tasks.settle_contacts", **pulse},
    "ask_organisers": {"task": "directory.keeping.tasks.ask_organisers", "schedule": hourly(5)},
    "look_at_links": {"task": "directory.keeping.tasks.look_at_links", "schedule": hourly(35)},
    "tell_watchers": {"task": "directory.keeping.tasks.tell_watchers", "schedule": crontab(hour="7,12", minute=30)},
    "look_for_doubles": {"task": "directory.bulk.tasks.look_for_doubles", "schedule": crontab(hour=2, minute=40)},
    "purge_uploads": {"task": "directory.bulk.tasks.purge_uploads", "schedule": crontab(hour=3, minute=10)},
    # Twice, so that a machine that was off at midnight has today's days by breakfast.
    "coming": {"task": "directory.tasks.refresh_coming", "schedule": crontab(hour="0,5", minute=10)},
    "weigh_words": {"task": "directory.tasks.weigh_words", "schedule": crontab(hour=1, minute=40)},
    "welcome_groups": {"task": "directory.telling_us.tasks.welcome_groups", "schedule": hourly(25)},
    "call_systems": {"task": "referrals.webhooks.tasks.call", **pulse},
    "note_sent": {"task": "referrals.hearing.tasks.note_sent", **pulse},
    # On three days, so that a machine that was off on the first still writes; each worker gets one.
    "month_letters": {
        "task": "referrals.hearing.tasks.write_letters",
        "schedule": crontab(day_of_month="1-3", hour=9, minute=20),
    },
    "trainings": {"task": "connect.people.training.tasks.sweep", "schedule": often(6)},
    "follow_silence": {"task": "referrals.following.tasks.follow_silence", **pulse},
    "flag_listings": {"task": "referrals.following.tasks.flag_listings", "schedule": hourly(45)},
    "forget_unproved": {
        "task": "connect.people.champions.tasks.forget_unproved",
        "schedule": crontab(hour=3, minute=50),
    },
    "erase_what_is_over": {
        "task": "referrals.records.tasks.erase_what_is_over",
        "schedule": crontab(hour=2, minute=20),
    },
    "forget_messages": {"task": "referrals.records.tasks.forget_messages", "schedule": crontab(hour=2, minute=30)},
    "forget_helps": {"task": "referrals.helping.tasks.forget_helps", "schedule": crontab(hour=3, minute=45)},
    "crisis": {"task": "referrals.crisis.tasks.look_in", **pulse},
    "community_chest": {"task": "outcomes.chest.tasks.look_after_the_chest", "schedule": crontab(hour=9, minute=40)},
    "forget": {"task": "directory.sharing.tasks.forget", "schedule": crontab(hour=3, minute=40)},
}


@worker_init.connect
def refuse_unsafe_login(**_kwargs: object) -> None:
    from connect.checks import refuse_unsafe_login as refuse

    refuse()
