"""The organiser's page behind a link of its own: one person, one session, three answers. Opening changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.introductions import actions, answering
from referrals.introductions.forms import AnswerForm
from referrals.introductions.models import Introduction
from referrals.states import OPEN

FULL = ("occasion__service", "connection", "referral__team__organisation", "referral__connector")


@by_link("INTRODUCTION", "U")
@form_page
@holding("introduction")
def introduction(request: HttpRequest, link: Link) -> HttpResponse:
    """Somebody new: can they come?"""
    row = row_behind(request, link)
    if row is None:
        return link_gone(request)
    sessions = [one for one in actions.coming(row.occasion.service) if one.starts_at != row.occasion.starts_at]
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=_said(row), sessions=sessions)
    if form.is_bound and form.is_valid() and _answered(request, link, row, form):
        return redirect("introduction_thanks")
    context = {"link": link, "row": row, "occasion": row.occasion, "form": form}
    return render(request, "referrals/introductions/introduction.html", context, status=422 if form.errors else 200)


def row_behind(request: HttpRequest, link: Link) -> Introduction | None:
    """While somebody may be told of them, and no other day was arranged; nobody else who is expected is shown."""
    rows = Introduction.objects.select_related(*FULL)
    row = rows.filter(pk=link.subject, referral__state__in=OPEN, connection__ended_at=None).first()
    if row is None or not row.is_open or (row.occasion.called_off_at and not row.needs_settling):
        return None
    saw(request, [row.connection.person_id], link_id=link.pk, role=Role.GRP)
    return row


def _said(row: Introduction) -> dict[str, object]:
    other = timezone.localtime(row.other_at).isoformat() if row.other_at else ""
    return {"answer": row.answer, "other_at": other, "room": row.room if row.answer else None}


def _answered(request: HttpRequest, link: Link, row: Introduction, form: AnswerForm) -> bool:
    said = form.cleaned_data
    answering.answer(
        row, said=said["answer"], other_at=said["other_at"], room=said["room"], words=said["words"],
        made=form.made_by(request), link_id=link.pk,
    )  # fmt: skip
    return True


@by_link("INTRODUCTION", "R")
@require_safe
@holding("introduction")
def introduction_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    """What we have understood, and the way to put it right."""
    row = row_behind(request, link)
    if row is None:
        return link_gone(request)
    context = {"link": link, "row": row, "occasion": row.occasion}
    return render(request, "referrals/introductions/introduction_thanks.html", context)
