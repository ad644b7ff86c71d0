"""What a connector writes down about somebody: a call, a text, a visit, a letter; and a yes that was taken back."""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from connect.keyed import is_mine
from connect.people.access import requires
from referrals import actions
from referrals.case import views
from referrals.forms import ContactForm
from referrals.models import ContactAttempt
from referrals.person import consenting
from referrals.states import Purpose


@requires("CASE_NOTE", "C")
@views.posts
def contact(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Two taps and a sentence."""
    referral = views.held_row(request, pk)
    form = ContactForm(request.POST)
    if not form.is_valid():
        return views.person_page(request, views.row_of(request, pk), contact=form)
    said = {name: form.cleaned_data[name] for name in ("channel", "reached", "note")}
    try:
        with transaction.atomic():
            actions.record_contact(referral, **said, by=request.user, made=form.made_by(request))
    except IntegrityError:  # this key was used before
        if not is_mine(
            request, form, ContactAttempt.objects.filter(key=form.cleaned_data["key"], referral=referral).first()
        ):
            form.add_error(None, _("This note was saved before with other words. Reload the page to add another"))
            return views.person_page(request, views.row_of(request, pk), contact=form)
    messages.success(request, _("Saved"))
    return redirect("person", pk)


@requires("CONSENT", "U")
@views.posts
def take_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They no longer agree to one of the things they had agreed to."""
    purpose = request.POST.get("purpose")
    if purpose in Purpose.values:
        consenting.take_back(views.held_row(request, pk), purpose=purpose, by=request.user)
        messages.success(request, _("Taken back. What rested on it and has not left yet will not leave"))
    return redirect("person", pk)
