"""The page of whoever went along and has no account: one time, a first name, how it was. Opening changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.accompanying import telling_how
from referrals.accompanying.forms import HowItWasForm
from referrals.accompanying.models import Accompaniment
from referrals.states import OPEN


@by_link("WENT_ALONG", "U")
@form_page
@holding("companion")
def companion(request: HttpRequest, link: Link) -> HttpResponse:
    """Were you there together, and how was it?"""
    row = _row(request, link)
    if row is None:
        return link_gone(request)
    first = {"went": row.went, "felt": row.felt, "words": row.words}
    form = HowItWasForm(
        request.POST if request.method == "POST" else None, initial=first, ask_next=False, who=row.known_as.split()[0]
    )
    if form.is_bound and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("went", "felt", "words")}
        telling_how.log(row, link_id=link.pk, **said)
        return redirect("companion_thanks")
    context = {"row": row, "form": form, "link": link, "name": row.known_as.split()[0]}
    return render(request, "referrals/accompanying/companion.html", context, status=422 if form.errors else 200)


@by_link("WENT_ALONG", "R")
@require_safe
@holding("companion")
def companion_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    row = _row(request, link)
    return render(request, "referrals/accompanying/companion_thanks.html", {"row": row}) if row else link_gone(request)


def _row(request: HttpRequest, link: Link) -> Accompaniment | None:
    """While they are still helped, and the time was not called off."""
    rows = Accompaniment.objects.still_on().select_related("service", "referral__team", "referral__connector")
    row = rows.filter(pk=link.subject, referral__state__in=OPEN).first()
    if row:
        saw(request, [row.referral.person_id], link_id=link.pk, role=Role.HLP)
    return row
