"""The messaging app: the outbox, signed links, templates and senders."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "connect.messaging"
    label = "messaging"
