"""What a sender does, and the three ways in which sending can go wrong.

None of the errors carries a text: what a provider says about a message may quote who it was for.
"""

from abc import ABC, abstractmethod
from enum import Enum

from django.conf import settings


class NotAccepted(Exception):
    """The provider certainly does not have it, and a later try may work."""

    def __init__(self, wait: float | None = None):
        super().__init__()
        self.wait = wait  # seconds the provider asked for


class Refused(Exception):
    """The provider certainly does not have it and never will: the number is wrong, say."""


class Unclear(Exception):
    """No answer, or none that makes sense: the provider may have it."""


class Question(Enum):
    CANNOT_ASK = "cannot ask"


CANNOT_ASK = Question.CANNOT_ASK


class Sender(ABC):
    """Hands over one message under our own reference, and can say later whether it did."""

    can_be_asked = True

    def __init__(self, channel: str):
        self.channel = channel

    @abstractmethod
    def send(self, reference: str, to: str, subject: str, body: str) -> str:
        """The provider's id. Raises NotAccepted, Refused or Unclear."""

    @abstractmethod
    def find(self, reference: str) -> str | Question | None:
        """The provider's id for our reference, None when it has nothing; raises Unclear when it does not answer."""


def timeout() -> float:
    """Seconds that any provider is given to say something."""
    return settings.PROVIDER_TIMEOUT
