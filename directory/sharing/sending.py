"""Pages of those who work here: send a listing or a list to somebody, or say that it was handed over."""

import uuid
from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from connect.forms import form_page
from connect.people.access import requires
from connect.templatetags import look
from directory.models import Service
from directory.sharing import actions, short, shortlist
from directory.sharing.forms import HandedForm, SendForm


@requires("SIGNPOST", "C")
@form_page
@never_cache
def send(request: HttpRequest) -> HttpResponse:
    """The listings in the address; where it is one and there is a list, either."""
    these, own = _these(request.GET.get("l", "")), shortlist.listings(shortlist.kept(request))
    these = these or own
    if not these:
        return redirect("shortlist")
    form = SendForm(request.POST or None, choices=_choices(these, own))
    if form.is_valid() and _went(request, form, own if form.cleaned_data.get("what") == "list" else these):
        return redirect(_back(these))
    return render(request, "directory/sharing/send.html", {"form": form, "services": these, "back": _back(these)})


def _these(said: str) -> list[Service]:
    return shortlist.listings(short.read_all(said))


def _choices(these: list[Service], own: list[Service]) -> list[tuple[str, str]]:
    if len(these) != 1 or not {each.pk for each in own} - {these[0].pk}:
        return []
    n = len(own)
    whole = ngettext("Your list, which has one place on it", "The whole of your list, %(n)d places", n) % {"n": n}
    return [("this", these[0].name), ("list", whole)]


def _went(request: HttpRequest, form: SendForm, services: list[Service]) -> bool:
    """False, with the reason beside the field, when that number has had enough for today."""
    said = form.cleaned_data
    channel, to = said["to"]
    try:
        leaves_at = actions.send(
            services, channel=channel, to=to, language=said["language"], large=said["large"], area=said["area"],
            key=said["key"], by=request.user,
        )  # fmt: skip
    except actions.AlreadySent:
        messages.info(request, _("That was sent already, and only once."))
    except actions.EnoughForToday:
        form.add_error("to", _("They have had three messages from here today. Send more tomorrow, or give it on paper"))
        return False
    else:
        messages.success(request, _leaves(leaves_at))
    return True


def _leaves(at: datetime) -> str:
    if at <= timezone.now():
        return _("On its way. We count that it was sent, and not to whom.")
    told = {"when": look.moment(at)}
    return _("It leaves on %(when)s; we write to nobody at night. We count that it was sent, and not to whom.") % told


def _back(services: list[Service]) -> str:
    if len(services) == 1:
        return services[0].get_absolute_url()
    return f"{reverse('shortlist')}?{urlencode({'l': short.write_all(each.pk for each in services)})}"


@requires("SIGNPOST", "C")
@require_POST
def handed(request: HttpRequest) -> HttpResponse:
    form, services = HandedForm(request.POST), _these(request.POST.get("l", ""))
    if not form.is_valid() or not services:
        raise Http404
    key: uuid.UUID = form.cleaned_data["key"]
    actions.hand_over(services, how=form.cleaned_data["how"], key=key, by=request.user)
    messages.success(request, _("Counted. Nothing about the person is kept."))
    return redirect(_back(services))
