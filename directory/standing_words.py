"""What is known of how a listing treats people, in words: never of fewer than ten of them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.models import Service, Standing
from directory.particulars import ENOUGH

FEWEST = 5  # who stayed; introduced, they are at least ENOUGH


def of(service: Service) -> list[str]:
    """Sentences for the foot of a listing: how soon they answer, and whether people stay."""
    known = getattr(service, "standing", None)
    if known is None:
        return []
    said = [_answers(service, known.reply_days) if known.reply_days is not None else "", _most_stay(known)]
    return [sentence for sentence in said if sentence]


def _answers(service: Service, days: int) -> str:
    who = service.contact.get("name", "").split(" ")[0] or _("The organiser")
    days = max(days, 1)
    told = ngettext("%(who)s usually answers within a day.", "%(who)s usually answers within %(n)s days.", days)
    return told % {"who": who, "n": days}


def _most_stay(known: Standing) -> str:
    if known.introduced < ENOUGH or known.stayed < FEWEST or known.stayed * 2 <= known.introduced:
        return ""
    return _("Of the people we introduced in the last year, most still go.")
