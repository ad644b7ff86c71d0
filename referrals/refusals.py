"""What cannot be done, by its name: the page says so in words, the API with a 409."""

from referrals.models import Referral


class ReferralError(Exception):
    """Something that cannot be done now; the page says so in words, the API with a 409."""


class NobodyServes(ReferralError):
    """No team of connectors covers that place."""


class CannotMove(ReferralError):
    """The table of moves does not have this one."""


class SomebodyWasFaster(ReferralError):
    """It was there to be done, and a colleague did it a moment ago."""


class Gone(SomebodyWasFaster, Referral.DoesNotExist):
    """A colleague did it, or it was never there: from here the two look the same."""


class NoNewYes(ReferralError):
    """Somebody who withdrew is not taken up again without a new yes."""


class NotAgreed(ReferralError):
    """Nobody's details go to another scheme without their yes to that scheme."""


class NotTheirs(ReferralError):
    """A restricted person is not passed on by a form: the two leads speak."""


class OnTheWay(ReferralError):
    """It has been asked of another scheme, which has not answered yet."""


class NotTried(ReferralError):
    """Contact is lost after three tries at different hours, or for a reason somebody writes down."""


class SentBefore(ReferralError):
    """The same form came before with other words: those stand."""


class NotOfThisTeam(ReferralError):
    """People are given to whoever connects in their own team."""


class NotNamed(ReferralError):
    """Somebody restricted goes only to whoever is named: name them first."""
