"""The page behind the letter: whoever is invited looks at what is offered, and takes it up."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form, form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.models import User
from connect.people.running import inviting
from connect.people.running.models import Invitation


class PasswordForm(Form):
    """As strict as the page that changes one."""

    password1 = forms.CharField(
        label=gettext_lazy("A password"),
        help_text=gettext_lazy("Three or four words that only you would put together are good, and easy to type"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Enter a password")},
    )
    password2 = forms.CharField(
        label=gettext_lazy("The password, once more"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Enter the password once more")},
    )

    def __init__(self, *args: Any, who: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.who = who
        self.password1 = True  # the summary of errors says that a password is never drawn again

    def clean_password1(self) -> str:
        validate_password(self.cleaned_data["password1"], self.who)
        return self.cleaned_data["password1"]

    def clean(self) -> dict[str, object]:
        said = super().clean()
        if said.get("password1") and said.get("password2") and said["password1"] != said["password2"]:
            self.add_error("password2", ValidationError(_("The two are not the same")))
        return said


@by_link("ROLE_GRANT", "U")
@form_page
@holding("invitation")
def invited(request: HttpRequest, link: Link) -> HttpResponse:
    """Opening it changes nothing; pressing does."""
    offer = Invitation.objects.select_related("organisation", "team", "made_by").filter(pk=link.subject).first()
    if offer is None or not offer.is_open or offer.waits_for_second:
        return link_gone(request)
    if inviting.account_of(offer):
        return _with_account(request, link, offer)
    form = PasswordForm(
        request.POST if request.method == "POST" else None, who=User(email=offer.email, name=offer.name)
    )
    if request.method == "POST" and form.is_valid():
        inviting.take_up(offer, password=form.cleaned_data["password1"])
        messages.success(request, _("Your account is ready. Sign in with your e-mail address and the new password"))
        return redirect("account_login")
    context = {"form": form, "offer": offer, "link": link}
    return render(request, "people/running/invited.html", context, status=422 if form.is_bound else 200)


def _with_account(request: HttpRequest, link: Link, offer: Invitation) -> HttpResponse:
    """A letter opens no account: they sign in as whoever it is for, and then say yes."""
    is_them = request.user.is_authenticated and request.user.email == offer.email
    if request.method == "POST" and is_them:
        inviting.take_up(offer, user=request.user)
        messages.success(request, _("Done. Choose this role under your name whenever you need it"))
        return redirect("home")
    return render(
        request, "people/running/invited.html", {"offer": offer, "link": link, "is_them": is_them, "has": True}
    )
