"""The referrer's month on one page, and what our words mean."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.people.access import public, requires
from referrals.definitions import MEANINGS, TERMS
from referrals.hearing import months
from referrals.hearing.states import News
from referrals.states import State

FIRST_YEAR = 2000  # nobody was asked for before; and the month before the first of all is none
SHOWN = (
    News.ACCEPTED, News.MET, News.CONNECTED, News.WENT, News.SETTLED, News.CLOSED,
)  # fmt: skip


@requires("OUTCOME_WORD")
@require_safe
@never_cache
def became(request: HttpRequest) -> HttpResponse:
    """What became of your people: one month, numbers only, so that it can be shown to anybody."""
    today = timezone.localdate()
    first = min(_asked_month(request.GET.get("month", "")) or months.last_month(today), today.replace(day=1))
    month = months.of(months.of_user(request.user), first)
    after = months.bounds(first)[1].date()
    context = {
        "month": month,
        "lines": [(news.label, month.told[news]) for news in SHOWN],
        "before": months.last_month(first),
        "after": after if after <= today else None,
    }
    return render(request, "referrals/hearing/became.html", context)


def _asked_month(said: str) -> date | None:
    try:
        month = datetime.strptime(said, "%Y-%m").replace(tzinfo=timezone.get_default_timezone()).date()
    except ValueError:
        return None
    return month if month.year >= FIRST_YEAR else None


@public
@require_safe
def definitions(request: HttpRequest) -> HttpResponse:
    """Open, active, waiting and the rest: each means one thing everywhere."""
    meanings = [
        {
            "code": one.code,
            "word": one.word,
            "sentence": one.sentence,
            "names": [State(state).label for state in one.states],
        }
        for one in MEANINGS.values()
    ]
    return render(request, "referrals/definitions.html", {"meanings": meanings, "terms": TERMS})
