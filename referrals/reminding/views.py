"""The table of reminders under Running it, and the messages that may not have arrived."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.identity import reading_as
from connect.messaging.models import Message
from connect.messaging.states import SeenTo
from connect.messaging.wording.slots import slots
from connect.people.access import could, may, requires, signed_in
from connect.people.models import Scheme
from referrals.reminding import counting, morning, switches, table, undelivered
from referrals.reminding.forms import OffForm, SeenToForm
from referrals.reminding.states import Off, To


@requires("REMINDER_TABLE")
@require_safe
@never_cache
def reminder_table(request: HttpRequest) -> HttpResponse:
    """Every kind, what went of it lately, and where it is off."""
    sent, off = counting.last_days(), switches.standing(table.KINDS)
    told = [
        (to.label, [(one, counting.said(sent[one.key]), off.get(one.key, [])) for one in table.KINDS if one.to == to])
        for to in To
    ]
    house = undelivered.of_the_house() if may(request.user, "MESSAGE_HOUSE") else []
    context = {
        "told": told,
        "house": house,
        "hows": SeenTo.choices,
        "may_see_to": may(request.user, "MESSAGE_HOUSE", "U"),
    }
    return render(request, "referrals/reminding/reminder_table.html", context)


def _kind(slug: str) -> table.Kind:
    found = table.kind(slug)
    if found is None:
        raise Http404
    return found


@requires("REMINDER_TABLE")
@require_safe
@never_cache
def reminder(request: HttpRequest, slug: str) -> HttpResponse:
    """One kind, where it is off, and its switch for whoever may turn it."""
    kind = _kind(slug)
    form = OffForm(kind=kind, user=request.user) if _has_switch(request, kind) else None
    return _drawn(request, kind, form)


def _has_switch(request: HttpRequest, kind: table.Kind) -> bool:
    reach = kind.off == Off.SCHEME or switches.reaches_the_house(request.user)
    return kind.off != Off.NEVER and reach and could(request.user, "REMINDER_TABLE", "U")


def _drawn(request: HttpRequest, kind: table.Kind, form: OffForm | None) -> HttpResponse:
    off = [
        (row, switches.may_turn(request.user, kind, row.place)) for row in switches.standing([kind]).get(kind.key, [])
    ]
    sent = counting.said(counting.last_days()[kind.key])
    context = {"kind": kind, "form": form, "off": off, "sent": sent, "clocks": _clocks(kind), "words": _words(kind)}
    context["may_word"] = may(request.user, "MESSAGE_TEMPLATE")
    return render(request, "referrals/reminding/reminder.html", context, status=422 if form and form.errors else 200)


def _words(kind: table.Kind) -> list[tuple[str, str]]:
    """(address, title) of what a tenant may word anew."""
    mails = [one for one in slots() if (one.kind, one.language) == ("email", "en")]
    return [(one.key, str(one.message.title)) for one in mails if one.message.template in kind.templates]


def _clocks(kind: table.Kind) -> list[tuple[Scheme, int]]:
    """What each scheme has promised, where that is when."""
    return [(one, getattr(one, kind.clock)) for one in Scheme.objects.order_by("name")] if kind.clock else []


@requires("REMINDER_TABLE", "U")
@form_page
@never_cache
def reminder_off(request: HttpRequest, slug: str) -> HttpResponse:
    kind = _kind(slug)
    if request.method != "POST" or not _has_switch(request, kind):
        return redirect("reminder", kind.key)
    form = OffForm(request.POST, kind=kind, user=request.user)
    if not form.is_valid():
        return _drawn(request, kind, form)
    stopped = switches.off(kind, under=form.under, why=form.cleaned_data["why"], by=request.user)
    messages.success(request, _("Off from now on. Messages that waited and do not leave: %(n)d") % {"n": stopped})
    return redirect("reminder", kind.key)


@requires("REMINDER_TABLE", "U")
@require_POST
def reminder_on(request: HttpRequest, slug: str) -> HttpResponse:
    kind = _kind(slug)
    where = request.POST.get("where", "")
    under = switches.schemes_of(request.user).filter(pk=_key(where)).first() if where else None
    try:
        if where and under is None:
            raise switches.NoSwitch
        switches.on(kind, under=under, by=request.user)
    except switches.NoSwitch:
        raise Http404 from None
    messages.success(request, _("On again, from the next message"))
    return redirect("reminder", kind.key)


def _key(typed: str) -> uuid.UUID:
    try:
        return uuid.UUID(typed)
    except ValueError:
        raise Http404 from None


@requires("MESSAGE_STATE")
@require_safe
@never_cache
def not_arrived(request: HttpRequest) -> HttpResponse:
    """What may not have arrived, of messages about people this reader works with."""
    rows = undelivered.rows_for(request.user)
    saw(request, {row.referral.person_id for row in rows if row.referral})
    context = {"rows": rows, "hows": SeenTo.choices, "many": len(rows) == undelivered.MOST}
    return render(request, "referrals/reminding/not_arrived.html", context)


@requires("MESSAGE_STATE", "U")
@require_POST
def not_arrived_seen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    _seen(request, get_object_or_404(undelivered.of(request.user), pk=pk))
    return redirect("not_arrived")


@requires("MESSAGE_HOUSE", "U")
@require_POST
def house_seen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A message of the house: about nobody who is helped."""
    with reading_as("delivery"):
        rows = Message.objects.filter(template__in=table.templates_of(of_the_house=True))
        message = get_object_or_404(rows, pk=pk)
    _seen(request, message)
    return redirect("reminder_table")


def _seen(request: HttpRequest, message: Message) -> None:
    form = SeenToForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say what you did, and press again"))
    elif undelivered.see_to(message, how=form.cleaned_data["how"], by=request.user):
        messages.success(request, _("Seen to"))
    else:
        messages.info(request, _("A colleague saw to it a moment ago"))


@signed_in
@form_page
@never_cache
def my_reminders(request: HttpRequest) -> HttpResponse:
    """Their own switch for the word in the morning."""
    if request.method == "POST":
        morning.want(request.user, wanted=request.POST.get("wanted") == "yes")
        messages.success(request, _("Saved"))
        return redirect("my_reminders")
    context = {"wanted": morning.is_wanted_by(request.user)}
    return render(request, "referrals/reminding/my_reminders.html", context)
