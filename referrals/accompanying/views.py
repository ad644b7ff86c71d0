"""Pages of a first visit: plan it, say how it was, see what was missed; for whoever has somebody in hand."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.accompanying import arranging, telling_how
from referrals.accompanying.forms import FirstVisitForm, HowItWasForm
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.actions import ReferralError
from referrals.belonging import Occasion
from referrals.case import page
from referrals.introductions import actions as introductions
from referrals.models import Referral

MOST = 100
FULL = ("connection__service", "referral__person", "referral__team", "referral__connector", "owner", "colleague")


@requires("FIRST_VISIT", "C")
@require_POST
def begin_first_visit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """For somebody who was introduced before first visits had a page."""
    mine = Referral.objects.caseload_of(request.user)
    occasion = get_object_or_404(Occasion.objects.select_related("referral", "service"), pk=pk, referral__in=mine)
    saw(request, [occasion.referral.person_id])
    return redirect("first_visit", arranging.begin(occasion, by=request.user).pk)


@requires("FIRST_VISIT", "U")
@form_page
@never_cache
def first_visit(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who goes along, how they get there, which door, and the way from together to alone."""
    first = get_object_or_404(FirstVisit.objects.of_caseload(request.user).select_related(*FULL), pk=pk)
    saw(request, [first.referral.person_id])
    form = _form(request, first)
    if form.is_bound and form.is_valid() and _saved(request, first, form):
        return redirect("person", first.referral_id)
    context = {"first": first, "referral": first.referral, "service": first.connection.service, "form": form}
    return render(request, "referrals/accompanying/first_visit.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, first: FirstVisit) -> FirstVisitForm:
    sessions = introductions.coming(first.connection.service)
    there = Accompaniment.objects.filter(connection=first.connection_id).still_on()
    hows = dict(there.values_list("starts_at", "how"))
    initial = FirstVisitForm.drawn(first)
    initial |= {f"how_{n}": hows.get(one.starts_at, "") for n, one in enumerate(sessions)}
    who = {"owners": page.owners(first.referral, request.user), "team": _team(first.referral)}
    who["met_by"] = first.connection.service.met_by
    return FirstVisitForm(request.POST if request.method == "POST" else None, initial=initial, sessions=sessions, **who)


def _team(referral: Referral) -> list[User]:
    """Of somebody restricted only those who know of them."""
    here = Membership.objects.current().filter(team=referral.team_id, role__in=(Role.CON, Role.TL))
    rows = User.objects.filter(pk__in=here.values("user")).order_by("name")
    return list(rows if referral.named is None else rows.filter(pk__in=referral.named))


def _saved(request: HttpRequest, first: FirstVisit, form: FirstVisitForm) -> bool:
    """True when it is saved; where a colleague was faster, both stand on the page and nothing is lost."""
    said = form.cleaned_data
    try:
        first = arranging.arrange(first, seen=said["version"], by=request.user, settled=said["settled"], **form.plan)
        arranging.taper(first, hows=form.hows, sessions=list(form.sessions.values()), by=request.user)
    except arranging.ChangedMeanwhile as error:
        who = error.now.changed_by.name
        form.data = form.data.copy()
        form.data["version"] = str(error.now.version)
        said = _("%(who)s changed this meanwhile. What you typed is here: save again to keep yours") % {"who": who}
        form.add_error(None, said)
        return False
    except arranging.NotOpen:
        form.add_error(None, _("Nothing more is done for them, so there is nothing to plan"))
        return False
    messages.success(request, _("Saved"))
    return True


@requires("FIRST_VISIT")
@require_safe
@never_cache
def going_along(request: HttpRequest) -> HttpResponse:
    """What waits: first visits to arrange, times to say how it was, and times that were missed; and what is to come."""
    user, which = request.user, request.GET.get("which", "")
    rows = Accompaniment.objects.select_related("service", "colleague").order_by("starts_at", "pk")
    wanted = {
        "missed": rows.of_caseload(user).missed(),
        "unlogged": rows.theirs(user).not_logged(),
        "first": FirstVisit.objects.due_for(user).select_related("connection__service").order_by("due_on", "pk"),
        "coming": rows.theirs(user).coming(),
    }
    parts = {name: list(found[:MOST]) for name, found in wanted.items() if which in ("", name)}
    people = _people(user, [one for found in parts.values() for one in found])
    saw(request, [person for person, _name in people.values()])
    shown = {name: [(one, _called(one, people)) for one in found] for name, found in parts.items()}
    return render(request, "referrals/accompanying/going_along.html", {"which": which, **shown})


def _people(user: User, things: list[FirstVisit | Accompaniment]) -> dict[uuid.UUID, tuple[uuid.UUID, str]]:
    """Referral -> person and name. A colleague who goes along sees a first name on the row, and not the person."""
    keys = {one.referral_id for one in things}
    seen = Referral.objects.caseload_of(user).filter(pk__in=keys).select_related("person")
    return {row.pk: (row.person_id, row.person.name) for row in seen}


def _called(one: FirstVisit | Accompaniment, people: dict[uuid.UUID, tuple[uuid.UUID, str]]) -> tuple[str, bool]:
    """Their name, and whether their page opens to this reader."""
    name = people.get(one.referral_id, (None, ""))[1]
    return name or getattr(one, "known_as", ""), bool(name)


@requires("FIRST_VISIT", "U")
@form_page
@never_cache
def how_it_was(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Logged in a minute; and what the next step is, for whoever has the person in hand."""
    row = _row(request, pk)
    in_hand = Referral.objects.caseload_of(request.user).filter(pk=row.referral_id).first()
    if in_hand:
        saw(request, [in_hand.person_id])
    first = {"went": row.went, "felt": row.felt, "words": row.words, "how": telling_how.usual_next(row)}
    form = HowItWasForm(
        request.POST if request.method == "POST" else None, initial=first, ask_next=in_hand is not None,
        who=row.known_as.split()[0],
    )  # fmt: skip
    if form.is_bound and form.is_valid() and _logged(request, row, form, in_hand is not None):
        return redirect("person", row.referral_id) if in_hand else redirect("going_along")
    context = {"row": row, "form": form, "referral": in_hand}
    return render(request, "referrals/accompanying/how_it_was.html", context, status=422 if form.errors else 200)


def _row(request: HttpRequest, pk: uuid.UUID) -> Accompaniment:
    """Of one’s own people; or where one goes along oneself."""
    rows = Accompaniment.objects.theirs(request.user).select_related("service")
    return get_object_or_404(rows.still_on(), pk=pk)


def _logged(request: HttpRequest, row: Accompaniment, form: HowItWasForm, in_hand: bool) -> bool:
    said = {name: form.cleaned_data[name] for name in ("went", "felt", "words")}
    try:
        if not in_hand:
            telling_how.log_as_colleague(row, by=request.user, **said)
        else:
            telling_how.log(row, by=request.user, **said)
            if form.cleaned_data.get("how"):
                telling_how.next_step(row, how=form.cleaned_data["how"], by=request.user)
    except telling_how.NotYet:
        form.add_error(None, _("It has not begun yet"))
        return False
    except ReferralError:
        form.add_error(None, _("Nothing can be written down about them any more"))
        return False
    messages.success(request, _("Written down. Thank you"))
    return True


@requires("FIRST_VISIT", "U")
@require_POST
def missed_seen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody has spoken with them about it."""
    row = get_object_or_404(Accompaniment.objects.of_caseload(request.user).select_related("referral"), pk=pk)
    saw(request, [row.referral.person_id])
    telling_how.seen(row, by=request.user)
    return redirect("going_along")
