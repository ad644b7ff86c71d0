"""Celery's door: the word a colleague gets in the morning."""

from celery import shared_task

from referrals.reminding import morning


@shared_task(name="referrals.reminding.tasks.good_morning", soft_time_limit=1500, time_limit=1600)
def good_morning() -> None:
    morning.sweep()
