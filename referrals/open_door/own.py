"""The person's own page. It opens for an hour with a code, shows one referral, and only a button changes anything."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.models import Referral
from referrals.open_door import own_actions, standing
from referrals.open_door.own_forms import ReachForm, TellForm
from referrals.together.reading import circle

DONE = {
    "reach": _("Saved. This is how we reach you now."),
    "yes": _("Taken back. From now on it no longer holds."),
    "ring": _("Somebody will ring you. If it cannot wait, ring us."),
    "tell": _("Thank you. Somebody with a name reads it."),
    "stop": _("We have stopped. Nobody will ring you."),
}


def owning(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets the one referral; without an open page, or with anybody else's, there is only the way to a code."""

    @wraps(view)
    @never_cache
    def opened(request: HttpRequest) -> HttpResponse:
        try:
            link = links.from_cookie(request, "own_page")
        except links.LinkGone:
            return _shut(request)
        with acting_as("own_page", scope=link.scope):
            referral = _referral(link)
            saw(request, [referral.person_id], link_id=link.pk, role=Role.SELF)
            response = view(request, referral, link)
        response["X-Robots-Tag"] = "noindex"
        return response

    return opened


def _shut(request: HttpRequest) -> HttpResponse:
    """What somebody was writing when the hour ended is not lost: it is shown to be copied."""
    if request.method != "POST":
        return redirect("ask_code")
    return render(request, "referrals/open_door/own_shut.html", {"words": request.POST.get("words", "")}, status=410)


def _referral(link: Link) -> Referral:
    rows = Referral.objects.select_related("person", "team__organisation", "connector")
    prefetched = rows.prefetch_related("consents", "connections", "occasions")
    return get_object_or_404(prefetched, pk__in=link.scope, person=link.subject)


@by_link("REFERRAL_STATUS")
@require_safe
@owning
def own_page(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    """Where things stand, what they said yes to, what is arranged, who has looked, what we wrote."""
    context = {
        "referral": referral,
        "person": referral.person,
        "stand": standing.stand(referral),
        "yeses": standing.yeses(referral),
        "circle": circle(referral),
        "arranged": standing.arranged(referral),
        "from_above": _from_above(request, referral),
        "looked": standing.who_looked(referral),
        "written": standing.written(referral),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "referrals/open_door/own_page.html", context)


def _from_above(request: HttpRequest, referral: Referral) -> list[SafeString]:
    """What the floors above put on this page: each a function that says which template, with what, or None."""
    parts = [import_string(name)(referral) for name in settings.OWN_PAGE_FROM_ABOVE]
    return [render_to_string(template, context, request) for template, context in filter(None, parts)]


@by_link("PERSON_PHONE", "U")
@form_page
@owning
def own_reach(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    """How and when we may reach them. If a colleague changed it meanwhile, both are shown and nothing is written."""
    form = ReachForm(request.POST if request.method == "POST" else None, person=referral.person)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if _reached(referral, form):
            return _back("reach")
        status = 409
    context = {"form": form, "referral": referral, "person": referral.person, "changed_meanwhile": status == 409}
    return render(request, "referrals/open_door/own_reach.html", context, status=status)


def _reached(referral: Referral, form: ReachForm) -> bool:
    if form.was_changed_meanwhile:
        return False
    try:
        own_actions.reach(referral, form.changes(), was=form.now)
    except own_actions.ChangedMeanwhile:
        return False
    return True


@by_link("CONSENT", "U")
@require_POST
@owning
def own_yes(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    """A yes is taken back. The first one ends everything, and is taken back on the page that says so."""
    found = [yes for yes in standing.yeses(referral) if yes.key == request.POST.get("yes")]
    if not found or found[0].ends_everything:
        return redirect("own_stop")
    own_actions.take_back(referral, purpose=found[0].purpose, recipient=found[0].recipient)
    return _back("yes")


@by_link("REMINDER", "U")
@require_POST
@owning
def own_ring(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    own_actions.ring(referral)
    return _back("ring")


@by_link("COMPLAINT", "C")
@form_page
@owning
def own_tell(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    """Something is wrong, did not go well, or should be known. A person with a name reads it."""
    form = TellForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        own_actions.tell(referral, about=said["about"], said=said["words"], key=said["key"], link_id=link.pk)
        return _back("tell")
    context = {"form": form, "referral": referral}
    return render(request, "referrals/open_door/own_tell.html", context, status=422 if form.is_bound else 200)


@by_link("REFERRAL_EDIT", "U")
@form_page
@owning
def own_stop(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    """Are you sure? Then nobody rings any more."""
    if request.method != "POST":
        return render(request, "referrals/open_door/own_stop.html", {"referral": referral})
    own_actions.stop(referral, said=request.POST.get("words", "")[:2000])
    return _back("stop")


@by_link("REFERRAL_STATUS", "U")
@require_POST
@owning
def own_leave(request: HttpRequest, referral: Referral, link: Link) -> HttpResponse:
    """Shut the page: on a phone or a computer that others use, nobody opens it again without a new code."""
    own_actions.leave(link)
    return redirect("ask_code")


def _back(done: str) -> HttpResponse:
    """The word of thanks is named in the address: no cookie, and the page can be loaded again."""
    return redirect(f"{reverse('own_page')}?done={done}")
