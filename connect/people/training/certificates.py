"""A certificate: one page to print, and a number that anybody can check without learning who has it."""

import uuid

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import Form, form_page
from connect.identity import acting_as
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.often import too_often
from connect.people.access import by_link, public, signed_in
from connect.people.training.booking.models import Booking
from connect.people.training.models import NUMBER_OF, Trainee

MOST_AN_HOUR = 60
FULL = ("session__kept_by", "organisation")


def of_booking(booking: Booking) -> Trainee | None:
    """What the register says of whoever holds this place; None unless they came."""
    if not booking.came:
        return None
    with acting_as("training"):
        rows = Trainee.objects.who_came().filter(session=booking.session_id, email=booking.email)
        return rows.select_related(*FULL).first()


@signed_in
@require_safe
@never_cache
def training_certificate(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One's own, or of somebody in the register that one keeps."""
    rows = Trainee.objects.filter(user=request.user)
    if request.user.acting:
        rows = Trainee.objects.visible_to(request.user)
    return _drawn(request, get_object_or_404(rows.who_came().select_related(*FULL), pk=pk))


@by_link("TRAINING_PLACE", "R")
@require_safe
@holding("booking")
def your_certificate(request: HttpRequest, link: Link) -> HttpResponse:
    """By the link in a letter."""
    found = of_booking(get_object_or_404(Booking, pk=link.subject))
    if found is None:
        raise Http404
    return _drawn(request, found)


def _drawn(request: HttpRequest, trainee: Trainee) -> HttpResponse:
    return render(request, "people/booking/certificate.html", {"one": trainee, "session": trainee.session})


class CheckForm(Form):
    """The number, and if somebody likes the name that stands beside it."""

    number = forms.CharField(
        label=gettext_lazy("Number"),
        help_text=gettext_lazy("Ten letters and figures, like 7KMPT-Q3XW9"),
        max_length=20,
        widget=forms.TextInput({"class": "mid", "autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": gettext_lazy("Enter the number on the certificate")},
    )
    name = forms.CharField(
        label=gettext_lazy("The name on it"),
        help_text=gettext_lazy("Then we say whether it is the same name. We never show one"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def clean_number(self) -> str:
        drawn = "".join(letter for letter in self.cleaned_data["number"].upper() if letter in NUMBER_OF)
        return f"{drawn[:5]}-{drawn[5:]}"


@public
@form_page
@never_cache
def certificate_check(request: HttpRequest) -> HttpResponse:
    """Is this certificate real? What it is in, when, and until when; and never whose."""
    form = CheckForm(request.POST if request.method == "POST" else None)
    context, status = {"form": form, "asked": False}, 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if too_often(request, "certificate", MOST_AN_HOUR):
            form.add_error(None, _("There were many from here in this hour. Please try again later, or ring us"))
            status = 429
        else:
            context |= {"asked": True, **_found(**form.cleaned_data)}
            status = 200
    return render(request, "people/booking/check.html", context, status=status)


def _found(number: str, name: str) -> dict[str, object]:
    """The name is compared here and leaves in no answer."""
    with acting_as("training"):
        found = Trainee.objects.who_came().select_related("session").filter(number=number).first()
    if found is None:
        return {"found": False}
    due = found.refresher_on
    return {
        "found": True,
        "session": found.session,
        "due": due,
        "is_over": bool(due and due < timezone.localdate()),
        "named": _same(name, found.name) if name.strip() else None,
    }


def _same(said: str, known: str) -> bool:
    return " ".join(said.casefold().split()) == " ".join(known.casefold().split())
