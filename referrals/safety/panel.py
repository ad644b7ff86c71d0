"""On a person's page: words to read, "speak to the safeguarding lead", and the way to say that one is worried."""

from django.http import HttpRequest

from referrals.case import there
from referrals.models import Referral
from referrals.safety import readers, worrying
from referrals.safety.models import Heard


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """What is to be done; nothing of any concern is known here, not even whether there is one."""
    speak = there.has(referral, "speak")
    waiting = _unread(request, referral) if there.has(referral, "unread") else []
    if not speak and not waiting:
        return None
    leads = readers.of_concern(referral.team) if speak else []
    return "referrals/safety/_panel.html", {"speak": speak, "waiting": waiting, "leads": leads}


def _unread(request: HttpRequest, referral: Referral) -> list[Heard]:
    return list(Heard.objects.visible_to(request.user).unread().filter(referral=referral).defer("text", "note")[:5])


def worried(request: HttpRequest, referral: Referral) -> tuple[str, dict]:
    """The link is at the foot of every page; here it knows whom it is about."""
    return "referrals/safety/_worried.html", {"about": worrying.about(referral)}
