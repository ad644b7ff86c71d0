"""Coming in: which room is yours, and in which role you are here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from connect.people.access import could, signed_in
from connect.people.acting import SESSION_KEY
from connect.people.context import STAFF_NAV
from connect.people.models import Membership


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first room that the active role opens; nobody is left at a door that is not theirs."""
    if request.user.acting is None:
        rests = Membership.objects.filter(user=request.user, ends_at=None, suspended_at__isnull=False)
        return render(request, "people/no_role.html", {"rests": rests.select_related("organisation").first()})
    return redirect(next(url for _label, url, _icon, rule in STAFF_NAV if could(request.user, *rule)))


@signed_in
@require_safe
def proven(request: HttpRequest) -> HttpResponse:
    """It is you: the form waits in the page before this one."""
    return render(request, "people/proven.html")


@signed_in
@require_POST
def choose_role(request: HttpRequest) -> HttpResponse:
    """Change the one active role; rights never add up."""
    wanted = request.POST.get("membership", "")
    if wanted not in {str(one.pk) for one in request.user.could_act_as}:
        raise Http404
    request.session[SESSION_KEY] = wanted
    request.session.cycle_key()
    return redirect("home")
