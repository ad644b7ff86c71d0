"""Pages on the way to a group: introduce somebody, and say whether they went."""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from connect.templatetags import look
from directory.models import Service
from referrals import actions, telling
from referrals.belonging import Occasion
from referrals.case import views
from referrals.forms import IntroduceForm
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.models import Referral
from referrals.states import Answer, Says


@requires("CONNECTION", "C")
@form_page
@never_cache
def introduce(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They said yes to this group: look once more at who, where and which day; then all are told."""
    referral = views.held_row(request, pk)
    service = _service(request)
    initial, sessions = {"service": service.pk}, introductions.coming(service)
    form = IntroduceForm(request.POST if request.method == "POST" else None, initial=initial, sessions=sessions)
    if request.method == "POST" and form.is_valid() and _introduced(request, referral, service, form):
        return redirect("person", pk)
    saw(request, [referral.person_id])
    context = {"referral": referral, "service": service, "form": form, "sessions": sessions}
    context["can_write"] = telling.can_write_to(referral)
    return render(request, "referrals/introduce.html", context, status=422 if form.is_bound else 200)


def _service(request: HttpRequest) -> Service:
    try:
        asked = uuid.UUID(request.POST.get("service") or request.GET.get("service", ""))
    except ValueError as error:
        raise Http404 from error
    now = Service.objects.leading_to([asked]).get(asked, asked)  # made one with another since the page was drawn
    return get_object_or_404(Service.objects.searchable(), pk=now)


def _introduced(request: HttpRequest, referral: Referral, service: Service, form: IntroduceForm) -> bool:
    """True when the page has done its work; otherwise the form says why not."""
    chosen, made = form.cleaned_data["starts_at"], form.made_by(request)
    try:
        with transaction.atomic():
            occasion = introductions.introduce(referral, service=service, by=request.user, made=made, starts_at=chosen)
    except introductions.NoSession:
        form.add_error(None, _("That listing says no such day. Ring the organiser and agree one"))
        return False
    except (actions.ReferralError, IntegrityError):
        form.add_error(None, _("Not introduced: either that was sent before, or they have not been spoken to yet"))
        return False
    messages.success(request, _("Introduced. They are expected on %(day)s") % {"day": look.day(occasion.starts_at)})
    if not telling.can_write_to(referral):
        messages.warning(request, _("No text or e-mail can go to them: ring them with the day"))
    return True


@requires("ATTENDANCE", "U")
@views.posts
def heard(request: HttpRequest, pk: uuid.UUID, occasion_pk: uuid.UUID) -> HttpResponse:
    """What the connector knows about one session, beside what others said."""
    referral = views.held_row(request, pk)
    occasion = get_object_or_404(
        Occasion.objects.select_related("connection", "referral"), pk=occasion_pk, referral=referral
    )
    if request.POST.get("answer") in (Answer.WENT, Answer.NOT):
        try:
            going.answer(occasion, said_by=Says.CONNECTOR, answer=request.POST["answer"], by=request.user)
        except going.TooEarly:
            messages.error(request, _("It has not begun yet"))
    return redirect("person", pk)
