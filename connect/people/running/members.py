"""People: who works here, one of them, and what may be done with their membership."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import could, requires, scope_of
from connect.people.models import Membership, Team
from connect.people.roles import Role
from connect.people.running import actions, inviting
from connect.people.running.forms import ElsewhereForm, InviteForm
from connect.people.running.models import Invitation
from connect.people.running.reach import elsewhere, members_changed_by, members_seen_by

A_PAGE = 50
VIEWS = {"now": gettext_lazy("Now"), "suspended": gettext_lazy("Suspended"), "ended": gettext_lazy("Ended")}


@requires("USER_ADMIN")
@require_safe
@never_cache
def members(request: HttpRequest) -> HttpResponse:
    """Whoever works here, and who is invited and has not answered yet."""
    view = request.GET.get("view") if request.GET.get("view") in VIEWS else "now"
    words = request.GET.get("q", "").replace("\x00", "")[:80]
    rows = _found(members_seen_by(request.user), view, words)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "tabs": [(name, label, name == view) for name, label in VIEWS.items()],
        "words": words,
        "invited": Invitation.objects.visible_to(request.user).open().select_related("organisation", "team", "made_by"),
        "may_invite": could(request.user, "ROLE_GRANT", "U"),
        "may_change": could(request.user, "USER_ADMIN", "U"),
    }
    return render(request, "people/running/members.html", context)


def _found(rows: QuerySet[Membership], view: str, words: str) -> QuerySet[Membership]:
    now = timezone.now()
    running = Q(ends_at=None) | Q(ends_at__gt=now)
    resting = Q(suspended_at__isnull=False) | Q(user__is_active=False)
    rows = rows.filter({"now": running & ~resting, "suspended": running & resting, "ended": ~running}[view])
    for word in words.split():
        named = Q(user__name__icontains=word) | Q(user__email__icontains=word) | Q(organisation__name__icontains=word)
        rows = rows.filter(named)
    return rows.select_related("user", "organisation", "team").order_by("user__name", "pk")


@requires("USER_ADMIN")
@require_safe
@never_cache
def member(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(members_seen_by(request.user).select_related("user", "organisation", "team"), pk=pk)
    theirs = could(request.user, "USER_ADMIN", "U") and found.user_id != request.user.pk
    others = Team.objects.filter(organisation=found.organisation).exclude(pk=found.team_id).order_by("name")
    context = {
        "member": found,
        "may_change": theirs and _is_theirs(request, found),
        "is_over": found.ends_at is not None and found.ends_at <= timezone.now(),
        "teams": others if found.team_id else [],
        "may_elsewhere": not found.suspended_at and _may_elsewhere(request, found),
        "may_lock": theirs and request.user.acting.role == Role.ADM,
        "holds_people": found.role in (Role.CON, Role.TL) and could(request.user, "REASSIGN", "U"),
    }
    return render(request, "people/running/member.html", context)


def _may_elsewhere(request: HttpRequest, found: Membership) -> bool:
    """Only an administrator gives places in several organisations; a proof that is old is asked for at the press."""
    return request.user.acting.role == Role.ADM and found.user_id != request.user.pk


def _is_theirs(request: HttpRequest, found: Membership) -> bool:
    """Drawn for an administrator whose proof has grown old too: it is asked for at the press."""
    if scope_of(request.user, "USER_ADMIN", "U") is None:
        return True
    return members_changed_by(request.user).filter(pk=found.pk).exists()


@requires("USER_ADMIN", "U")
@require_POST
def member_rest(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _changed(request, pk, actions.rest, _("Suspended. Nothing opens to them from this moment"))


@requires("USER_ADMIN", "U")
@require_POST
def member_resume(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _changed(request, pk, actions.resume, _("They work here again"))


@requires("USER_ADMIN", "U")
@require_POST
def member_end(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _changed(request, pk, actions.end, _("Ended. Nothing opens to them from this moment"))


@requires("USER_ADMIN", "U")
@require_POST
def member_move(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(members_changed_by(request.user), pk=pk)
    teams = Team.objects.filter(organisation=found.organisation).exclude(pk=found.team_id)
    team = next((one for one in teams if str(one.pk) == request.POST.get("team")), None)
    if team is None or found.team_id is None:
        messages.error(request, _("Choose the team they move to"))
        return redirect("member", pk)
    actions.move(found, team=team, by=request.user)
    messages.success(request, _("Moved to %(team)s. Hand over whom they still hold in the old team") % {"team": team})
    return redirect("members")


@requires("CONFIG", "U")
@require_POST
def member_lock(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The whole account, in every organisation."""
    return _changed(request, pk, _locked, _("The account is locked, in every organisation"))


@requires("CONFIG", "U")
@require_POST
def member_unlock(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _changed(request, pk, _unlocked, _("The account is open again"))


def _locked(found: Membership, *, by: object) -> None:
    actions.lock(found.user, by=by)


def _unlocked(found: Membership, *, by: object) -> None:
    actions.unlock(found.user, by=by)


def _changed(request: HttpRequest, pk: uuid.UUID, action: Callable[..., object], said: str | Promise) -> HttpResponse:
    found = get_object_or_404(members_changed_by(request.user).select_related("user"), pk=pk)
    action(found, by=request.user)
    messages.success(request, said)
    if action in (actions.rest, actions.end, _locked) and found.role in (Role.CON, Role.TL):
        messages.warning(request, _("People in their hands stay there until the lead of the team hands them over"))
    return redirect("members")


@requires("ROLE_GRANT", "U")
@form_page
@never_cache
def invite(request: HttpRequest) -> HttpResponse:
    """A role is offered by letter. The page says the same of an address that has an account and one that has not."""
    form = InviteForm(request.POST if request.method == "POST" else None, by=request.user)
    if request.method == "POST" and form.is_valid() and (made := _invited(request, form)):
        _say_sent(request, made)
        return redirect("members")
    context = {"form": form, "second": inviting.needs_second(request.user)}
    return render(request, "people/running/invite.html", context, status=422 if form.is_bound else 200)


@requires("ROLE_GRANT", "U")
@form_page
@never_cache
def member_elsewhere(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A place in another organisation, by the same letter: when they say yes, the one they have here ends."""
    rows = members_changed_by(request.user).filter(pk__in=Membership.objects.current())
    found = get_object_or_404(rows.select_related("user", "organisation"), pk=pk)
    if not elsewhere(request.user, found).exists():
        raise Http404
    form = ElsewhereForm(request.POST if request.method == "POST" else None, by=request.user, member=found)
    who = {"name": found.user.name, "email": found.user.email, "instead_of": found}
    if request.method == "POST" and form.is_valid() and (made := _invited(request, form, **who)):
        _say_sent(request, made)
        return redirect("members")
    context = {"form": form, "member": found, "second": inviting.needs_second(request.user)}
    return render(request, "people/running/elsewhere.html", context, status=422 if form.is_bound else 200)


def _invited(request: HttpRequest, form: InviteForm, **more: object) -> Invitation | None:
    try:
        with transaction.atomic():
            return inviting.invite(by=request.user, made=form.made_by(request), **form.offer(), **more)
    except IntegrityError:  # this key was used before
        made = Invitation.objects.filter(key=form.cleaned_data["key"]).first()
        if is_mine(request, form, made):
            return made
        form.add_error(None, _("This was sent before with other words. Reload the page to invite somebody else"))
    except inviting.RunningError:
        form.add_error(None, _("That is not yours to give"))
    return None


def _say_sent(request: HttpRequest, made: Invitation) -> None:
    if made.needs_second:
        messages.success(request, _("A second administrator has to agree. Then the letter leaves"))
    else:
        messages.success(request, _("A letter to %(email)s is on its way") % {"email": made.email})


@requires("ROLE_GRANT", "U")
@require_POST
def invitation_agree(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The second yes."""
    found = get_object_or_404(Invitation.objects.visible_to(request.user).filter(needs_second=True), pk=pk)
    try:
        inviting.agree(found, by=request.user)
        messages.success(request, _("Agreed. A letter to %(email)s is on its way") % {"email": found.email})
    except inviting.NotToOneself:
        messages.error(request, _("Somebody else has to agree: you made this offer, or it is for you"))
    except inviting.TooLate:
        messages.error(request, _("It was called off, agreed to or has run out meanwhile"))
    return redirect("members")


@requires("ROLE_GRANT", "U")
@require_POST
def invitation_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    try:
        inviting.call_off(found, by=request.user)
        messages.success(request, _("Called off. Its link opens nothing"))
    except inviting.TooLate:
        messages.error(request, _("It was called off, taken up or has run out meanwhile"))
    return redirect("members")
