"""The way to one's own page: a code to the safe channel. Whoever asks is answered alike, known or not."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.forms import form_page
from connect.messaging import links
from connect.often import too_often
from connect.people.access import public
from directory.telling_us.sending import TooOften, refuse
from referrals.open_door import actions
from referrals.open_door.models import For
from referrals.open_door.own_forms import CodeAskForm, CodeForm

CODES_AN_HOUR, TRIES_AN_HOUR = 20, 60  # from one address: a library's readers share theirs


@public
@form_page
@never_cache
def ask_code(request: HttpRequest) -> HttpResponse:
    """Your mobile number or e-mail. Nobody is looked up while the page waits."""
    form = CodeAskForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if not too_often(request, "code", CODES_AN_HOUR):
            actions.knock(said["key"], For.OWN_PAGE, to=said["to"], first_name=said["first_name"])
            return redirect("enter_code", said["key"])
        status = refuse(form, TooOften())
    return render(request, "referrals/open_door/ask_code.html", {"form": form}, status=status)


@public
@form_page
@never_cache
def enter_code(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The six figures. Wrong, too late, used before or never sent: the answer is one and the same."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if too_often(request, "try", TRIES_AN_HOUR):
            status = refuse(form, TooOften())
        elif link := actions.try_code(pk, form.cleaned_data["code"]):
            response = redirect("own_page")
            links.remember(response, link, reverse("own_page"))
            return response
        else:
            form.add_error("code", _("That code does not open the page. Look again, or ask for a new one"))
    return render(request, "referrals/open_door/enter_code.html", {"form": form}, status=status)
