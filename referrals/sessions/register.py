"""The organiser's pages behind a signed link, for one session: who came, a sheet to print, and that it is off."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.identity import acting_for
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.belonging import Occasion
from referrals.sessions import actions, sheets
from referrals.sessions.forms import OffForm, RegisterForm
from referrals.sessions.models import SessionOff
from referrals.states import OPEN

TOGETHER = ("connection", "referral__team__organisation", "referral__connector", "service")


@by_link("ATTENDANCE", "U")
@form_page
@holding("register")
def register(request: HttpRequest, link: Link) -> HttpResponse:
    """Who came? Only the people we introduced to this one session, by first name and initial."""
    expected = _expected(request, link)
    if off := _off(link):
        return _is_off(request, link, off)
    if not expected:
        return link_gone(request)
    if expected[0].starts_at > timezone.now():
        return render(request, "referrals/sessions/coming.html", {"first": expected[0], "expected": expected})
    form = RegisterForm(request.POST if request.method == "POST" else None, expected=expected)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with acting_for([*link.scope, link.subject]):
            sheets.take_in(
                expected, said=form.said(), made=form.made_by(request), altogether=data["altogether"],
                free=data["free"], words=data["words"], link_id=link.pk,
            )  # fmt: skip
        return redirect("register_thanks")
    context = {"link": link, "first": expected[0], "form": form}
    return render(request, "referrals/sessions/register.html", context, status=422 if form.errors else 200)


def _expected(request: HttpRequest, link: Link) -> list[Occasion]:
    """The link names who may be seen; whoever has been called off or has left since is not shown any more."""
    rows = _of(link).filter(called_off_at=None, referral__state__in=OPEN)
    expected = list(rows.prefetch_related("attendances", "noted"))
    saw(request, [one.connection.person_id for one in expected], link_id=link.pk, role=Role.GRP)
    return expected


def _of(link: Link) -> QuerySet[Occasion]:
    return Occasion.objects.of_register(link.subject).select_related(*TOGETHER)


def _off(link: Link) -> SessionOff | None:
    return SessionOff.objects.select_related("service").filter(pk=link.subject).first()


def _is_off(request: HttpRequest, link: Link, off: SessionOff) -> HttpResponse:
    context = {"off": off, "link": link, "team": _team(link)}
    return render(request, "referrals/sessions/is_off.html", context)


def _team(link: Link) -> object:
    """Whom to ring: the team of the first whom this link names."""
    first = _of(link).first()
    return first and first.referral.team


@by_link("ATTENDANCE", "U")
@require_safe
@holding("register")
def register_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    return render(request, "referrals/sessions/register_thanks.html", {"link": link})


@by_link("ATTENDANCE", "U")
@require_safe
@holding("register")
def register_print(request: HttpRequest, link: Link) -> HttpResponse:
    """The same names on a sheet of A4, with boxes for a pen."""
    expected = _expected(request, link)
    if not expected or _off(link):
        return redirect("register")
    context = {"link": link, "first": expected[0], "expected": expected, "blank": range(max(0, 3 - len(expected)))}
    return render(request, "referrals/sessions/sheet.html", context)


@by_link("ATTENDANCE", "U")
@form_page
@holding("register")
def register_off(request: HttpRequest, link: Link) -> HttpResponse:
    """It does not take place: asked once more, because a button is pressed sooner than one thinks."""
    expected = _expected(request, link)
    if not expected or _off(link):
        return redirect("register")
    form, first = OffForm(request.POST if request.method == "POST" else None), expected[0]
    if request.method == "POST" and form.is_valid():
        with acting_for([*link.scope, link.subject]):
            actions.call_off_session(
                first.service, register_id=link.subject, starts_at=first.starts_at, words=form.cleaned_data["words"]
            )
        return redirect("register")
    context = {"link": link, "first": first, "form": form, "is_over": first.starts_at <= timezone.now()}
    return render(request, "referrals/sessions/off.html", context, status=422 if form.errors else 200)


def over(request: HttpRequest, link: Link) -> HttpResponse:
    """Seventy-two hours have passed: the link says so, and whom to ring instead. It names nobody."""
    with acting_for(link.scope):
        context = {"link": link, "team": _team(link)}
        return render(request, "referrals/sessions/over.html", context, status=410)
