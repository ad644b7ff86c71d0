"""Pages of a lone visit: plan it, arrive, stay longer, leave, call it off; who is out; and one's diary elsewhere."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import by_link, requires
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.case import diary, views, visiting
from referrals.case.models import Visit
from referrals.case.visit_forms import VisitForm
from referrals.models import Referral

MOST = 200


@requires("LONE_VISIT", "C")
@form_page
@never_cache
def plan_visit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Before somebody goes alone."""
    referral = views.held_row(request, pk)
    saw(request, [referral.person_id])
    colleagues = _colleagues(request.user)
    initial = {
        "who": str(request.user.pk),
        "place": referral.person.postcode,
        "day": timezone.localdate(),
        "phone": request.user.phone,
    }
    form = VisitForm(request.POST if request.method == "POST" else None, initial=initial, colleagues=colleagues)
    if form.is_valid() and _planned(request, referral, form):
        messages.success(request, _("Planned. Check in at the door, and out when you leave"))
        return redirect(f"{referral.get_absolute_url()}#visits")
    context = {"referral": referral, "form": form, "alone": len(colleagues) < 2}
    return render(request, "referrals/case/plan_visit.html", context, status=422 if form.is_bound else 200)


def _planned(request: HttpRequest, referral: Referral, form: VisitForm) -> bool:
    """Planned now, or before by the very same form; with another hour or place it is not what stands there."""
    visit = visiting.plan(referral, **form.plan(), by=request.user, made=form.made_by(request))
    if is_mine(request, form, visit):
        return True
    form.add_error(None, _("This visit was planned before with other words. Call that one off, then plan it anew"))
    return False


def _colleagues(user: User) -> list[User]:
    """Oneself, and whoever else works with people in this team."""
    here = Membership.objects.current().filter(team=user.acting.team_id, role__in=(Role.CON, Role.TL))
    return list(User.objects.filter(pk__in=here.values("user")).order_by("name"))


@requires("LONE_VISIT")
@require_safe
@never_cache
def visits(request: HttpRequest) -> HttpResponse:
    """Who is out, who is late, and what is planned: one's own, those one looks out for, and for a lead the team's."""
    rows = list(Visit.objects.visible_to(request.user).not_over().select_related("who", "buddy")[:MOST])
    people = _people(request.user, rows)
    saw(request, [person for person, _name in people.values()])
    shown = [(visit, people.get(visit.referral_id, (None, ""))[1]) for visit in rows]
    late = [one for one in shown if one[0].is_overdue]
    context = {"late": late, "others": [one for one in shown if not one[0].is_overdue], "feed": _feed(request.user)}
    return render(request, "referrals/case/visits.html", context)


def _people(user: User, rows: list[Visit]) -> dict[uuid.UUID, tuple[uuid.UUID, str]]:
    """Referral -> the person and their name; a buddy sees where a colleague is, and not whom they went to see."""
    keys = [visit.referral_id for visit in rows]
    seen = Referral.objects.caseload_of(user).filter(pk__in=keys).select_related("person")
    return {row.pk: (row.person_id, row.name_for(user)) for row in seen}


@requires("LONE_VISIT", "U")
@require_POST
def arrive(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """At the door."""
    return _done(request, pk, visiting.arrive, _("Checked in. Check out when you leave"))


@requires("LONE_VISIT", "U")
@require_POST
def leave(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Out again."""
    return _done(request, pk, visiting.leave, _("Checked out. Nobody will be alarmed"))


@requires("LONE_VISIT", "U")
@require_POST
def stay_longer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Half an hour more."""
    return _done(request, pk, visiting.stay_longer, _("Half an hour more"))


@requires("LONE_VISIT", "U")
@require_POST
def call_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """It does not take place."""
    return _done(request, pk, visiting.call_off, _("Called off"))


def _done(request: HttpRequest, pk: uuid.UUID, do: Callable[[Visit], object], said: str) -> HttpResponse:
    """For whoever goes, whoever has the person in hand, and the lead; a buddy looks on."""
    visit = get_object_or_404(Visit.objects.visible_to(request.user), pk=pk)
    if visit.who_id != request.user.pk and not _works_with(request.user, visit):
        raise Http404
    try:
        do(visit)
    except visiting.VisitIsOver:
        messages.warning(request, _("That visit is over already"))
    else:
        messages.success(request, said)
    return redirect("today" if request.POST.get("back") == "today" else "visits")


def _works_with(user: User, visit: Visit) -> bool:
    return Referral.objects.caseload_of(user).filter(pk=visit.referral_id).exists()


def _feed(user: User) -> str:
    feed = diary.current(user)
    return diary.address(feed) if feed else ""


@requires("DIARY", "C")
@require_POST
def open_diary(request: HttpRequest) -> HttpResponse:
    """A secret address for one's calendar; the one before stops working."""
    diary.open_anew(request.user)
    messages.success(request, _("Here is the address. Give it to your calendar, and to nobody else"))
    return redirect("visits")


@requires("DIARY", "D")
@require_POST
def close_diary(request: HttpRequest) -> HttpResponse:
    """The address stops working now."""
    diary.revoke(request.user)
    messages.success(request, _("The address no longer works"))
    return redirect("visits")


@by_link("DIARY", "R")
@require_safe
@never_cache
def diary_feed(request: HttpRequest, pk: uuid.UUID, seal: str) -> HttpResponse:
    """What a calendar reads: times and the word "Visit"."""
    try:
        calendar = diary.read(pk, seal)
    except diary.NoSuchDiary as error:
        raise Http404 from error
    answer = HttpResponse(calendar, content_type="text/calendar; charset=utf-8")
    answer["Referrer-Policy"] = "no-referrer"
    return answer
