"""Celery's door to delivery: each pulse sweeps what is due. Repeating it, or losing it, does no harm."""

from celery import shared_task

from connect.messaging import delivery


@shared_task(name="connect.messaging.tasks.deliver", soft_time_limit=240, time_limit=300)
def deliver() -> None:
    delivery.sweep()
