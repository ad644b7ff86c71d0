"""The messaging app: the outbox, signed links, templates and senders."""

import logging

from django.apps import AppConfig

from connect.messaging.scrubbing import WithoutTokens


class MessagingConfig(AppConfig):
    name = "connect.messaging"
    label = "messaging"

    def ready(self) -> None:
        logging.getLogger("django.request").addFilter(WithoutTokens())
