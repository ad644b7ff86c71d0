"""Pages on which anybody says that somebody may not be safe: with an account, without one, from any screen."""

import uuid

from django.core import signing
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.identity import acting_as
from connect.keyed import earlier, is_mine, made_in
from connect.often import too_often
from connect.people.access import public
from connect.people.models import Team
from connect.places import find
from referrals.asking import eligibility
from referrals.models import Referral
from referrals.safety import concerns, readers
from referrals.safety.forms import WorryForm
from referrals.safety.models import Concern

SALT = "referrals.safety.about"
MOST_AN_HOUR = 20


def about(referral: Referral) -> str:
    """What a page about somebody hands on to this one: sealed, so that nobody can make one up or read it."""
    return signing.dumps([str(referral.pk), str(referral.team_id)], salt=SALT)


@public
@form_page
@cache_control(private=True, max_age=0)  # on Back, the form must still hold what was typed
def worry(request: HttpRequest) -> HttpResponse:
    """In danger now? 999 first. Then one short form, which a safeguarding lead reads."""
    known, account = _known(request), getattr(request.user, "acting", None) is not None
    form = WorryForm(request.POST if request.method == "POST" else None, known=bool(known), signed_in=account)
    if request.method == "POST" and form.is_valid():
        made = _tell(request, form, known, account)
        if made:
            return redirect("worry_sent", made.key)
    context = {"form": form, "known": known, "about": _asked(request)}
    return render(request, "referrals/safety/worry.html", context, status=422 if form.is_bound else 200)


def _asked(request: HttpRequest) -> str:
    return request.POST.get("about_whom", "") or request.GET.get("about", "")


def _known(request: HttpRequest) -> tuple[uuid.UUID, uuid.UUID] | None:
    """The referral and the team that the page before this one handed on; None when it did not, or was tampered with."""
    try:
        referral, team = signing.loads(_asked(request), salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return uuid.UUID(referral), uuid.UUID(team)


def _tell(
    request: HttpRequest, form: WorryForm, known: tuple[uuid.UUID, uuid.UUID] | None, account: bool
) -> Concern | None:
    """The concern this form made, now or before; None when the form then says why not."""
    made = earlier(Concern, form.cleaned_data["key"])
    if made is None:
        if not account and too_often(request, "worry", MOST_AN_HOUR):
            form.add_error(None, _("We had many of these from one place in an hour. Please ring us"))
            return None
        try:
            with transaction.atomic():
                return _told(request, form, known, account)
        except IntegrityError:  # the same form at the same moment
            made = earlier(Concern, form.cleaned_data["key"])
    if not is_mine(request, form, made):
        form.add_error(None, _("This was sent before with other words. Reload the page to tell us more"))
        return None
    return made


def _told(request: HttpRequest, form: WorryForm, known: tuple[uuid.UUID, uuid.UUID] | None, account: bool) -> Concern:
    told, made = form.told(), form.made_by(request)
    if account:
        referral = Referral.objects.visible_to(request.user).filter(pk=known[0]).first() if known else None
        team = referral.team if referral else _team(form, known)
        return concerns.tell(
            team=team, by=request.user, made=made, referral_id=referral and referral.pk, **_placed(form, told)
        )
    with acting_as("front_door", key=made["key"]):
        referral_id = known[0] if known else None
        return concerns.tell(
            team=_team(form, known), by=None, made=made, referral_id=referral_id, **_placed(form, told)
        )


def _placed(form: WorryForm, told: dict[str, object]) -> dict[str, object]:
    """Where they live stands with who it is, whether or not we know the place."""
    place = form.cleaned_data.get("place")
    return told | {"about": f"{told['about']}\n{place}"} if place else told


def _team(form: WorryForm, known: tuple[uuid.UUID, uuid.UUID] | None) -> Team:
    """Whose leads hear of it: the person's own team, that of the place, or the first with somebody to read it."""
    teams = Team.objects.select_related("organisation", "scheme")
    if known and (theirs := teams.filter(pk=known[1]).first()):
        return theirs
    try:
        serving = eligibility.serving(find.locate(form.cleaned_data.get("place") or "")).first()
    except find.PlaceError:
        serving = None
    return serving or readers.anybodys_team()


@public
@require_safe
@never_cache
def worry_sent(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What happens next; only for the session that sent it, and with nothing of what was written."""
    concern = earlier(Concern, key)
    if concern is None or not constant_time_compare(concern.made_in, made_in(request)):
        raise Http404
    return render(request, "referrals/safety/worry_sent.html", {"concern": concern})
