"""Which replies have reached whoever asked: the outbox knows, and each reply is told."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from connect.messaging.models import Message
from connect.messaging.states import State
from referrals.hearing.models import Reply
from referrals.hearing.states import WhyNot

TEMPLATES = ("word_back", "word_back_outside", "late_no_answer")  # the last where nobody had answered them
NO_MORE = [State.FAILED, State.UNRESOLVED]


def note_sent() -> int:
    """Mark what has left since: a later letter leads to the same page, so it brings the earlier news as well."""
    sent = _letters().filter(state=State.SENT, sent_at__gte=OuterRef("made_at")).order_by("sent_at")
    under_way = Reply.objects.under_way()
    marked = under_way.filter(Exists(sent)).update(sent_at=Subquery(sent.values("sent_at")[:1]))
    on_its_way = _letters().filter(state__in=[State.QUEUED, State.SENDING])
    lost = _letters().filter(state__in=NO_MORE)
    under_way.filter(Exists(lost)).exclude(Exists(on_its_way)).update(why_not=WhyNot.NOT_SENT)
    return marked


def _letters() -> QuerySet[Message]:
    return Message.objects.filter(
        about_id=OuterRef("referral_id"), recipient_key=OuterRef("recipient_key"), template__in=TEMPLATES
    )
