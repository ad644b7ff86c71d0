"""The coordinator's pages: who waits, who would suit them and why, and what to see to."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import may, requires
from connect.people.models import Team
from referrals.befriending import matching, reading, standing, suiting, wanting
from referrals.befriending.models import BefrienderMatch, BefrienderWish, BefriendingRules, Volunteer
from referrals.befriending.states import ON, Stage, State
from referrals.befriending.work_forms import FirstForm, ProposeForm, RulesForm, WishForm
from referrals.case.views import seen_row
from referrals.models import Particulars, Referral

MOST = 100


@requires("VOLUNTEER")
@require_safe
@never_cache
def befriending(request: HttpRequest) -> HttpResponse:
    """What to see to, who waits and since when, and who visits whom."""
    user = request.user
    team = Team.objects.select_related("organisation", "scheme").get(pk=user.acting.team_id)
    waiting, places = list(standing.waiting(user)[:MOST]), wanting.places(team.pk)
    on = list(standing.on(user)[:MOST])
    saw(request, standing.people_of({one.referral_id for one in (*waiting, *on)}))
    for one in waiting:
        one.place, one.proposed = places.get(one.pk), _proposed(one)
    context = {
        "waiting": waiting,
        "on": on,
        "wait": wanting.wait_of(team),
        "overdue": standing.overdue(user),
        "to_move": standing.to_move(user),
        "ending": standing.ending(user),
        "unread": standing.unread(user).count(),
        "coming_in": standing.coming_in(user).count(),
        "due": standing.due_again(team.pk, timezone.localdate() + standing.SOON).count(),
    }
    return render(request, "referrals/befriending/home.html", context)


def _proposed(wish: BefrienderWish) -> BefrienderMatch | None:
    return next((one for one in wish.matches.all() if one.state in ON), None)


@requires("BEFRIENDER_MATCH", "C")
@form_page
@never_cache
def befriender_ask(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask for a befriender for somebody: what helps to find one, with their yes."""
    referral = seen_row(request, pk, "ward", "connector")
    get_object_or_404(Referral.objects.caseload_of(request.user), pk=pk)
    form = WishForm(request.POST if request.method == "POST" else None, initial=_known(referral))
    if form.is_bound and form.is_valid() and _asked(request, referral, form):
        messages.success(request, _("They are on the list for a befriender"))
        return redirect("person", referral.pk)
    context = {"form": form, "referral": referral, "wait": wanting.wait_of(referral.team)}
    return render(request, "referrals/befriending/ask.html", context, status=422 if form.is_bound else 200)


def _known(referral: Referral) -> dict[str, object]:
    """What we know already is not asked again."""
    kept = Particulars.objects.filter(person=referral.person_id).first()
    if kept is None:
        return {"words": referral.words[:300]}
    known = {"words": referral.words[:300], "more_interests": kept.interests[:200]}
    return known | {"languages": kept.spoken_language}


def _asked(request: HttpRequest, referral: Referral, form: WishForm) -> bool:
    try:
        wanting.ask(referral, by=request.user, made=form.made_by(request), **form.said)
    except wanting.Guarded:
        form.add_error(None, _("This person is not put on a list that others read. Speak with the coordinator"))
    except wanting.NotSpoken:
        form.add_error(None, _("Speak with them first, and write the call down"))
    except wanting.NoListing:
        form.add_error(None, _("Nobody has said yet which listing your befriending is. Ask your coordinator"))
    else:
        return True
    return False


@requires("VOLUNTEER")
@require_safe
@never_cache
def befriender_wish(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who would suit them, with the reasons; and who would not, and why."""
    wish = reading.one(request, reading.wishes(request.user).prefetch_related("matches"), pk)
    return _drawn(request, wish)


def _drawn(request: HttpRequest, wish: BefrienderWish, status: int = 200) -> HttpResponse:
    form = FirstForm(request.GET)
    first = form.cleaned_data["first"] if form.is_valid() else []
    rules = BefriendingRules.of(wish.team_id)
    people = reading.volunteers(request.user).exclude(stage__in=[Stage.DECLINED, Stage.LEFT, Stage.APPLIED])
    found = suiting.fits(wish, people, rules, timezone.localdate(), first)
    context = {
        "wish": wish,
        "suited": [(one, ProposeForm(initial={"volunteer": one.volunteer.pk})) for one in found if one.suits],
        "apart": [
            (one, ProposeForm(initial={"volunteer": one.volunteer.pk}))
            for one in found
            if one.apart and not one.not_ready
        ],
        "not_ready": [one for one in found if one.not_ready],
        "first_form": form,
        "place": wanting.places(wish.team_id).get(wish.pk),
        "wait": wanting.wait_of(Team.objects.select_related("organisation").get(pk=wish.team_id)),
        "proposed": _proposed(wish),
    }
    return render(request, "referrals/befriending/wish.html", context, status=status)


@requires("BEFRIENDER_MATCH", "C")
@require_POST
def befriender_propose(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    wish = reading.one(request, reading.wishes(request.user), pk)
    form = ProposeForm(request.POST)
    volunteer = None
    if form.is_valid():
        volunteer = Volunteer.objects.of_team(request.user).filter(pk=form.cleaned_data["volunteer"]).first()
    if volunteer is None:
        messages.error(request, _("Choose a volunteer first"))
        return redirect("befriender_wish", wish.pk)
    try:
        match = matching.propose(
            wish, volunteer=volunteer, by=request.user, made=form.made_by(request),
            in_spite=form.cleaned_data["in_spite"],
        )  # fmt: skip
    except matching.Taken:
        messages.error(request, _("Somebody is proposed to them already"))
    except matching.Apart as error:
        messages.error(request, _("Not proposed: %(why)s") % {"why": "; ".join(error.why)})
    else:
        messages.success(request, _("%(name)s is asked by e-mail") % {"name": volunteer.first_name})
        return redirect("befriender_match", match.pk)
    return redirect("befriender_wish", wish.pk)


@requires("BEFRIENDER_MATCH", "U")
@require_POST
def befriender_wish_gone(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They would rather not wait any longer."""
    wish = reading.one(request, reading.wishes(request.user), pk)
    if wanting.no_longer(wish, by=request.user):
        messages.success(request, _("They wait no longer"))
    if may(request.user, "VOLUNTEER"):
        return redirect("befriending")
    return redirect("person", wish.referral_id)


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def befriending_rules(request: HttpRequest) -> HttpResponse:
    """What this team has decided for itself: checks, training, miles, and what counts in a match."""
    team = Team.objects.get(pk=request.user.acting.team_id)
    rules = BefriendingRules.of(team.pk)
    services = list(dict.fromkeys([*wanting.offered(team), *filter(None, [rules.service])]))
    form = RulesForm(
        request.POST if request.method == "POST" else None, services=services, initial=RulesForm.drawn(rules)
    )
    if form.is_bound and form.is_valid():
        wanting.set_rules(team, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("befriending")
    context = {
        "form": form, "title": _("How we do befriending"), "button": _("Save it"), "back": reverse("befriending"),
    }  # fmt: skip
    return render(request, "referrals/befriending/form.html", context, status=422 if form.is_bound else 200)


@requires("VISIT_LOG")
@require_safe
@never_cache
def befriender_people(request: HttpRequest) -> HttpResponse:
    """One's own people with a befriender: to ask, to ring about, and how it goes."""
    rows = list(reading.matches(request.user).filter(state__in=ON, guarded=False).order_by("next_on", "proposed_at"))
    today, which = timezone.localdate(), request.GET.get("which", "")
    late = [one for one in rows if one.alarm_on and one.alarm_on <= today]
    ask = [one for one in rows if one.state == State.PROPOSED and one.person_yes is None]
    shown = {"silent": late, "ask": ask}.get(which, rows)
    saw(request, standing.people_of({one.referral_id for one in shown}))
    context = {"late": late, "ask": ask, "rest": [one for one in rows if one not in (*late, *ask)], "which": which}
    return render(request, "referrals/befriending/people.html", context)
