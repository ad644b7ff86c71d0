"""The page that stops our messages, behind the link under each of them. It asks once; nothing is chosen beforehand."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_noop

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.going import stopping, whose, writing
from referrals.going.forms import StopForm
from referrals.models import Referral
from referrals.person.states import How
from referrals.safety.worrying import about

PRESSED = gettext_noop("They pressed “Stop all messages” on the page of a message.")


def behind(purpose: str) -> Callable[..., HttpResponse]:
    """The same page behind each kind of link that stands in a message to them; an address below that link's own."""

    @by_link("REMINDER", "U")
    @form_page
    @holding(purpose)
    def stop_messages(request: HttpRequest, link: Link) -> HttpResponse:
        return _page(request, link, _referrals().filter(pk__in=link.scope))

    return stop_messages


def _referrals() -> QuerySet[Referral]:
    return Referral.objects.select_related("team", "connector").prefetch_related("consents")


def _page(request: HttpRequest, link: Link, rows: QuerySet[Referral]) -> HttpResponse:
    referral = get_object_or_404(rows)
    saw(request, [referral.person_id], link_id=link.pk, role=Role.SELF)
    form = StopForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if form.wants_to_stop:
            stopping.stop(whose.of_person(referral.person_id), how=How.ONLINE, said=PRESSED, link_id=link.pk)
        return redirect(f"{request.path}?said={form.cleaned_data['choice']}")
    context = {
        "form": form, "referral": referral, "link": link, "stopped": writing.has_stopped(referral),
        "goes_on": request.GET.get("said") == "go_on", "about_whom": about(referral),
    }  # fmt: skip
    return render(request, "referrals/going/reply_stop.html", context, status=422 if form.is_bound else 200)
