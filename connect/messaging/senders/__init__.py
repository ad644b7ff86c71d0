"""The way out: one interface, four senders, chosen by name in the settings."""

from django.conf import settings
from django.utils.module_loading import import_string

from connect.messaging.senders.interface import CANNOT_ASK, NotAccepted, Refused, Sender, Unclear
from connect.messaging.states import Channel

__all__ = ["CANNOT_ASK", "NotAccepted", "Refused", "Sender", "Unclear", "for_channel"]

NAMES = {
    "mailbox": "connect.messaging.senders.mailbox.MailboxSender",
    "smtp": "connect.messaging.senders.smtp.SmtpSender",
    "notify": "connect.messaging.senders.notify.NotifySender",
    "http": "connect.messaging.senders.http.HttpTextSender",
}


def for_channel(channel: str) -> Sender:
    """The sender this house uses for texts, or for e-mail: a short name, or the dotted name of a class."""
    name = settings.TEXT_SENDER if channel == Channel.SMS else settings.EMAIL_SENDER
    return import_string(NAMES.get(name, name))(channel)
