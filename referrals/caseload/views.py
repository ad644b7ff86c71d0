"""The list of the people a connector works with, and of those who wait."""

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.people.access import requires
from referrals.caseload import wants
from referrals.models import Referral
from referrals.states import Next, State

ON_THEIR_WAY = Q(next_step=Next.SESSION)
VIEWS = {
    "due": gettext_lazy("Needs something"),
    "new": gettext_lazy("New"),
    "way": gettext_lazy("On their way"),
    "everyone": gettext_lazy("Everyone"),
}


@requires("QUEUE")
@require_safe
@never_cache
def caseload(request: HttpRequest) -> HttpResponse:
    """Who needs something from this connector, what is due first; and who waits to be accepted."""
    mine = Referral.objects.caseload_of(request.user).still_open()
    queue = Referral.objects.waiting_in_queue_of(request.user)
    parts = {
        "due": mine.exclude(ON_THEIR_WAY) | queue,
        "new": queue,
        "way": mine.filter(ON_THEIR_WAY),
        "everyone": mine | queue,
    }
    view = request.GET.get("view") if request.GET.get("view") in parts else "due"
    rows = list(_for_list(parts[view])[:200])
    for row in rows:
        row.shown_name = row.name_for(request.user)
    saw(request, [row.person_id for row in rows])
    counts = parts["everyone"].aggregate(
        everyone=Count("pk"), new=Count("pk", filter=Q(state=State.SUBMITTED)), way=Count("pk", filter=ON_THEIR_WAY)
    )
    counts["due"] = counts["everyone"] - counts["way"]
    tabs = [(name, label, counts[name], name == view) for name, label in VIEWS.items()]
    return render(request, "referrals/caseload.html", {"rows": rows, "tabs": tabs, "needs": wants.names()})


def _for_list(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    return (
        rows.select_related("person", "ward", "connector")
        .prefetch_related("connections")
        .with_last_contact()
        .order_by(F("next_on").asc(nulls_first=True), "submitted_at")
    )
