"""Healthy chats: from asking to somebody who went along. Nobody is named in a chat."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from outcomes.figures.counting import WHOLE, Count, Kind, Measure, Span, Thing
from referrals.asking.models import Came, HealthyChat
from referrals.going import counting
from referrals.states import Answer

HALF_A_YEAR = timedelta(weeks=26)

ASKED = Q(asked=True)
ASSISTED = ASKED & ~Q(came=Came.RATHER_NOT)
ACTED = ASKED & Q(came__in=[Came.SIGNPOSTED, Came.REFERRED])
REFERRED = ASKED & Q(came=Came.REFERRED, referral__isnull=False)


def chats(span: Span) -> QuerySet[HealthyChat]:
    """Those had here; one of which no ward is known may have been anywhere in the area."""
    here = Q(ward=None) | Q(ward__in=[ward.pk for ward in span.wards])
    return HealthyChat.objects.filter(here, Q(referral=None) | Q(referral__person__restricted=False))


def had(span: Span, what: Q) -> Iterator[Thing]:
    return _placed(span, chats(span).filter(span.within("at"), what))


def _placed(span: Span, rows: QuerySet[HealthyChat]) -> Iterator[Thing]:
    """Shown of the whole area alone, so one without a ward may stand in any."""
    return (Thing(ward or span.wards[0].pk) for ward in rows.values_list("ward", flat=True))


def referred(span: Span) -> QuerySet[HealthyChat]:
    """Half a year ago: so that there was time to go."""
    return chats(span).filter(REFERRED, span.over_after("at", HALF_A_YEAR))


def went(span: Span) -> QuerySet[HealthyChat]:
    there = counting.confirmed(Answer.WENT, span.until).filter(referral=OuterRef("referral"))
    return referred(span).filter(Exists(there.filter(starts_at__lt=OuterRef("at") + HALF_A_YEAR)))


STEPS = [
    ("chats", _("Chats and chances for one"), "", Q()),
    ("chats_asked", _("Asked"), "chats", ASKED),
    ("chats_assisted", _("Talked about it"), "chats_asked", ASSISTED),
    ("chats_acted", _("Given somewhere to go, or referred"), "chats_assisted", ACTED),
    ("chats_referred", _("Referred"), "chats_acted", REFERRED),
]

COUNTS = [
    *(
        Count(key=key, title=title, part_of=whole, shape=WHOLE, counted=lambda span, what=what: had(span, what))
        for key, title, whole, what in STEPS
    ),
    Count(
        key="chats_referred_half_a_year", title=_("Referred by a chat half a year before"), shape=WHOLE,
        counted=lambda span: _placed(span, referred(span)),
    ),
    Count(
        key="chats_went", title=_("Went along"), part_of="chats_referred_half_a_year", shape=WHOLE,
        counted=lambda span: _placed(span, went(span)),
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=40, key="chats", title=_("What healthy chats come to"), kind=Kind.SHARE, part="chats_referred",
        whole="chats_asked",
        also=("chats", "chats_assisted", "chats_acted", "chats_referred_half_a_year", "chats_went"),
        what=_("Chats that workers wrote down: in how many they asked, talked about it, gave the person somewhere to "
               "go or referred them, and referred them. And of those referred half a year before, how many went along "
               "within 26 weeks."),
        of=_("Each step is part of the one before: chats in the period in which the worker asked."),
        notes=(
            _("Only chats that somebody wrote down are counted, and most are not. It says what chats come to, not how "
              "many there are."),
            _("Neither the worker nor the person is named in a chat. A good talk that was enough is no failure."),
        ),
    ),
]  # fmt: skip
