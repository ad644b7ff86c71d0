"""For whoever would like to befriend somebody, and those who know them: no account, a form, links by e-mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.keyed import earlier
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.often import too_often
from connect.people.access import by_link, public
from directory.telling_us.sending import TooOften, refuse
from referrals.actions import NobodyServes
from referrals.befriending import applying, approving
from referrals.befriending.forms import ApplyForm, RefereeForm
from referrals.befriending.models import Referee, Volunteer
from referrals.befriending.states import Stage

PAGE = "referrals/befriending/volunteering/apply.html"
MOST_AN_HOUR = 30  # from one address


@public
@form_page
@cache_control(private=True, max_age=0)  # on Back the form still holds what was typed, and its key
def befriend(request: HttpRequest) -> HttpResponse:
    """I would like to be a befriender. The answer is the same whether or not we know the address."""
    form = ApplyForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if earlier(Volunteer, form.cleaned_data["key"]):
            return redirect("befriend_sent")
        if not too_often(request, "befriend", MOST_AN_HOUR):
            return _applied(request, form)
        status = refuse(form, TooOften())
    return render(request, PAGE, {"form": form}, status=status)


def _applied(request: HttpRequest, form: ApplyForm) -> HttpResponse:
    language = "cy" if request.LANGUAGE_CODE == "cy" else "en"
    try:
        applying.apply(made=form.made_by(request), spot=form.spot, language=language, **form.said)
    except NobodyServes:
        form.add_error("postcode", applying.nobody_there())
        return render(request, PAGE, {"form": form}, status=422)
    return redirect("befriend_sent")


@public
@require_safe
def befriend_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "referrals/befriending/volunteering/sent.html")


@by_link("BEFRIENDING_LINK", "U")
@form_page
@holding("volunteer")
def befriend_confirm(request: HttpRequest, link: Link) -> HttpResponse:
    """Yes, this is my e-mail. Opening the page changes nothing; the button does."""
    volunteer = Volunteer.objects.filter(pk=link.subject).first()
    if volunteer is None or volunteer.stage in (Stage.DECLINED, Stage.LEFT):
        return link_gone(request)
    if request.method == "POST":
        applying.confirm(volunteer)
        return redirect("befriend_confirm")
    context = {"link": link, "volunteer": volunteer, "done": volunteer.stage != Stage.APPLIED}
    return render(request, "referrals/befriending/volunteering/confirm.html", context)


@by_link("BEFRIENDING_LINK", "U")
@form_page
@holding("reference")
def reference(request: HttpRequest, link: Link) -> HttpResponse:
    """Three questions about somebody you know, asked once."""
    referee = Referee.objects.select_related("team__organisation").filter(pk=link.subject).first()
    if referee is None:
        return link_gone(request)
    if referee.answered_at:
        return render(request, "referrals/befriending/volunteering/reference_thanks.html", {"referee": referee})
    form = RefereeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        approving.answered(referee, link_id=link.pk, **form.cleaned_data)
        return redirect("reference")
    context = {"form": form, "link": link, "referee": referee}
    return render(
        request, "referrals/befriending/volunteering/reference.html", context, status=422 if form.errors else 200
    )
