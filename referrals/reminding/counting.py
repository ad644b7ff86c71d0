"""What went in the last seven days, one number a kind, for those who look after the machine."""

from collections import Counter
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import reading_as
from connect.messaging.models import Message
from connect.messaging.states import State
from referrals.reminding.table import by_template

DAYS = timedelta(days=7)
FEWEST = 5  # fewer, and a number could be about somebody; none at all is nobody, and may be a fault


def last_days() -> Counter[str]:
    """Key of a kind -> how many left."""
    since = timezone.now() - DAYS
    with reading_as("delivery"):
        rows = Message.objects.filter(state=State.SENT, sent_at__gte=since).order_by()
        sent = list(rows.values_list("template").annotate(n=Count("pk")))
    kinds, found = by_template(), Counter()
    for template, n in sent:
        if template in kinds:
            found[kinds[template].key] += n
    return found


def said(n: int) -> str:
    if n == 0:
        return _("none")
    return str(n) if n >= FEWEST else _("fewer than five")
