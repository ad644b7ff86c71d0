"""E-mail by SMTP. Nobody can ask a mail server whether it took a message, so a lost answer goes to a person."""

from contextlib import suppress
from email.utils import parseaddr
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

from connect.messaging.senders.interface import CANNOT_ASK, NotAccepted, Question, Refused, Sender, Unclear, timeout


class SmtpSender(Sender):
    can_be_asked = False

    def send(self, reference: str, to: str, subject: str, body: str) -> str:
        backend = get_connection("django.core.mail.backends.smtp.EmailBackend", timeout=timeout())
        _open(backend)
        try:
            return _hand_over(backend, _letter(reference, to, subject, body))
        finally:
            with suppress(OSError, SMTPException):  # what was accepted stays accepted, however they say goodbye
                backend.close()

    def find(self, reference: str) -> Question:
        return CANNOT_ASK


def _letter(reference: str, to: str, subject: str, body: str) -> EmailMessage:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    # Auto-Submitted keeps holiday notices from answering us.
    headers = {"Message-ID": f"<{reference}@{domain}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body, to=[to], headers=headers)


def _open(backend: EmailBackend) -> None:
    """Nothing was handed over yet, so whatever goes wrong here may be tried again."""
    try:
        backend.open()
    except (OSError, SMTPException):
        raise NotAccepted from None


def _hand_over(backend: EmailBackend, letter: EmailMessage) -> str:
    try:
        backend.send_messages([letter])
    except SMTPRecipientsRefused as error:
        _sort(max(code for code, _reason in error.recipients.values()))
    except SMTPResponseException as error:
        _sort(error.smtp_code)
    except (OSError, SMTPException):
        raise Unclear from None
    return letter.extra_headers["Message-ID"]


def _sort(code: int) -> None:
    """A reply is a reply: 5xx is for good, 4xx is for now."""
    if code >= 500:
        raise Refused from None
    raise NotAccepted from None
