"""The page on which a worker puts right what they sent, while nobody has taken it up."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.forms import form_page
from connect.people.access import requires
from referrals import actions
from referrals.asking import changing, sending
from referrals.asking.forms import ChangeForm
from referrals.case.views import seen_row
from referrals.models import Referral


@requires("REFERRAL_EDIT", "U")
@form_page
@never_cache
def referral_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody else was here since the page was drawn: both stand beside each other, and nothing is written over."""
    found = seen_row(request, pk, "ward")
    if not changing.is_open(found, request.user):
        messages.info(request, _("A connector has it now. Ring the team with what has changed"))
        return redirect("referral", pk)
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=changing.begun(found))
    if form.is_bound and form.is_valid() and _changed(request, found, form):
        messages.success(request, _("Put right. The team reads it as it is now"))
        return redirect("referral", pk)
    if form.is_bound:
        sending.note_blocked(request, form)
    now = ChangeForm(initial=changing.begun(found)) if form.non_field_errors() else None
    context = {"form": form, "referral": found, "now": now}
    return render(request, "referrals/asking/change.html", context, status=422 if form.is_bound else 200)


def _changed(request: HttpRequest, found: Referral, form: ChangeForm) -> bool:
    said = {"person": form.person(), "fields": form.referral(), "fit": form.fit, "seen": form.cleaned_data["seen"]}
    try:
        changing.change(found, by=request.user, **said)
    except changing.ChangedMeanwhile:
        form.add_error(None, _("Somebody changed it while this page was open. Save again to put yours in its place"))
        form.data = form.data.copy()
        form.data["seen"] = changing.version(found)
        return False
    except actions.ReferralError:
        form.add_error(None, _("A connector has taken it up a moment ago. Ring the team with what has changed"))
        return False
    return True
