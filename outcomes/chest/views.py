"""Open to everybody: which pots are open, asking, what it led to. And the group's own page, by its link."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from connect.forms import Form, form_page
from connect.identity import acting_as
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.often import too_often
from connect.people.access import by_link, public
from outcomes.chest import actions
from outcomes.chest.forms import AskForm, LedToForm, SpendForm
from outcomes.chest.letters import PURPOSE
from outcomes.chest.models import Application, Pot
from outcomes.chest.states import Standing

MOST_AN_HOUR = 20
SHOWN = 50
kept_in_the_browser = cache_control(private=True, max_age=0)  # on Back, what was typed is still there


@public
@require_safe
def chest(request: HttpRequest) -> HttpResponse:
    """What there is to ask for, and what others did with it."""
    pots = list(Pot.objects.open())
    with acting_as("front_door"):
        told = list(_told()[:SHOWN])
    return render(request, "outcomes/chest/chest.html", {"pots": pots, "told": told})


def _told() -> QuerySet[Application]:
    """No contact is read: only what the group agreed to show."""
    shown = ("group", "awarded", "words", "led_to", "reached", "decided_at", "pot__name", "service")
    return Application.objects.told().select_related("pot").only(*shown).order_by("-decided_at")


@public
@form_page
@kept_in_the_browser
def chest_ask(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    pot = get_object_or_404(Pot.objects.open(), pk=pk)
    form = AskForm(request.POST if request.method == "POST" else None, pot=pot)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if not too_often(request, "chest", MOST_AN_HOUR):
            language = "cy" if get_language() == "cy" else "en"
            actions.ask(pot, **form.said, language=language, made=form.made_by(request))
            return redirect("chest_sent")
        form.add_error(None, _("A lot has come from where you are in the last hour. Wait a little, or ring us"))
        status = 429
    return render(request, "outcomes/chest/ask.html", {"form": form, "pot": pot}, status=status)


@public
@require_safe
def chest_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "outcomes/chest/sent.html")


# ---------- the group's own page ----------


def _own(link: Link) -> Application | None:
    return Application.objects.filter(pk=link.subject).select_related("pot").first()


def _page(request: HttpRequest, link: Link, own: Application, form: Form | None = None) -> HttpResponse:
    said = {"led_to": own.led_to, "reached": own.reached, "may_show": own.may_show}
    context = {
        "own": own,
        "link": link,
        "spend": form if isinstance(form, SpendForm) else SpendForm(),
        "tell": form if isinstance(form, LedToForm) else LedToForm(initial=said),
        "form": form,
    }
    return render(request, "outcomes/chest/own.html", context, status=422 if form else 200)


@by_link("CHEST_OWN", "R")
@require_safe
@holding(PURPOSE)
def chest_own(request: HttpRequest, link: Link) -> HttpResponse:
    """Where it stands. Looking changes nothing."""
    own = _own(link)
    return _page(request, link, own) if own else link_gone(request)


@by_link("CHEST_OWN")
@require_POST
@holding(PURPOSE)
def chest_step(request: HttpRequest, link: Link) -> HttpResponse:
    """It is us; or, we no longer ask for it."""
    own = _own(link)
    if own is None:
        return link_gone(request)
    step = {"confirm": actions.confirm, "withdraw": actions.withdraw}.get(request.POST.get("do", ""))
    try:
        if step:
            step(own)
    except actions.CannotMove:
        messages.info(request, _("That is done already"))
    return redirect("chest_own")


@by_link("CHEST_OWN")
@require_POST
@holding(PURPOSE)
def chest_spend(request: HttpRequest, link: Link) -> HttpResponse:
    own = _own(link)
    if own is None or own.standing != Standing.AWARDED:
        return link_gone(request)
    form = SpendForm(request.POST)
    if form.is_valid() and spent(form, own, request, by=None):
        messages.success(request, _("Written down"))
        return redirect("chest_own")
    return _page(request, link, own, form)


def spent(form: SpendForm, application: Application, request: HttpRequest, by: object) -> bool:
    """Also for somebody here who writes it down for them; what is too much is said beside the amount."""
    said = {name: form.cleaned_data[name] for name in ("on", "what", "amount")}
    try:
        if not application.spending.filter(key=form.cleaned_data["key"]).exists():
            actions.spend(application, **said, by=by, made=form.made_by(request))
    except actions.MoreThanAwarded as more:
        form.add_error("amount", _("There are £%(left)s left of what you got") % {"left": more.left})
        return False
    return True


@by_link("CHEST_OWN")
@require_POST
@holding(PURPOSE)
def chest_tell(request: HttpRequest, link: Link) -> HttpResponse:
    own = _own(link)
    if own is None or own.standing != Standing.AWARDED:
        return link_gone(request)
    form = LedToForm(request.POST)
    if not form.is_valid():
        return _page(request, link, own, form)
    actions.tell(own, **form.cleaned_data)
    messages.success(request, _("Thank you. That is good to know"))
    return redirect("chest_own")
