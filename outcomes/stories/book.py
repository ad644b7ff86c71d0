"""The story book: what was published in a quarter, for reading and for paper. It knows of no person."""

import uuid
from datetime import date

from dateutil.relativedelta import relativedelta
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.people.access import requires
from outcomes.framework.models import Outcome
from outcomes.stories.models import StoryPage
from outcomes.stories.views import as_jpeg

QUARTER = relativedelta(months=3)


@requires("STORY_BOOK")
@require_safe
@never_cache
def story_book(request: HttpRequest) -> HttpResponse:
    """The latest quarter that has a story, or the one in the address; each story with what it belongs to."""
    pages = StoryPage.objects.visible_to(request.user)
    quarters = sorted({_begins(on) for on in pages.values_list("published_on", flat=True).distinct()}, reverse=True)
    begins = _asked(request.GET.get("from", ""), quarters)
    rows = list(pages.filter(published_on__gte=begins, published_on__lt=begins + QUARTER)) if begins else []
    titles = {one.pk: one for one in Outcome.objects.filter(pk__in={tag for row in rows for tag in row.tags})}
    shown = [(row, [titles[tag].title for tag in row.tags if tag in titles]) for row in rows]
    context = {"shown": shown, "quarter": _named(begins) if begins else "", "begins": begins,
               "quarters": [(one, _named(one)) for one in quarters]}  # fmt: skip
    return render(request, "outcomes/stories/book.html", context)


def _begins(on: date) -> date:
    return on.replace(month=(on.month - 1) // 3 * 3 + 1, day=1)


def _asked(typed: str, quarters: list[date]) -> date | None:
    if not typed:
        return quarters[0] if quarters else None
    try:
        asked = date.fromisoformat(typed)
    except ValueError:
        raise Http404 from None
    if asked not in quarters:
        raise Http404
    return asked


def _named(begins: date) -> str:
    ends = begins + relativedelta(months=2)
    return _("%(first)s to %(last)s") % {"first": date_format(begins, "F"), "last": date_format(ends, "F Y")}


@requires("STORY_BOOK")
@require_safe
@never_cache
def book_picture(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return as_jpeg(get_object_or_404(StoryPage.objects.visible_to(request.user), pk=pk).jpeg)
