"""Pages of the words of messages: all of them, one with its versions and previews, and a second person's yes or no."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import rights_changed
from connect.forms import Form, form_page
from connect.messaging.wording import actions, checking, filling
from connect.messaging.wording.models import Decided, Wording
from connect.messaging.wording.slots import GROUPS, PLACES, Slot, slot, slots
from connect.people.access import may, requires


class WordsForm(Form):
    """Our own words; nothing in the field is a wish for the house's own again."""

    words = forms.CharField(label=gettext_lazy("Our words"), max_length=4000, required=False)

    def __init__(self, *args: Any, place: Slot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        rows = {"sms": 4, "email": 12, "subject": 1}[place.kind]
        self.fields["words"].widget = forms.Textarea({"rows": rows, "lang": place.language})
        self.fields["words"].help_text = _("Empty: the house’s own words again")

    def clean_words(self) -> str:
        words = self.cleaned_data["words"].replace("\r\n", "\n")
        for sentence in checking.wrong(self.place, words):
            self.add_error("words", sentence)
        return words


@requires("MESSAGE_TEMPLATE")
@require_safe
@never_cache
def wordings(request: HttpRequest) -> HttpResponse:
    """Every message that may be worded anew, and what waits for a second person."""
    rows = Wording.objects.filter(state__in=[Decided.APPROVED, Decided.WAITING])
    stand = {(row.template, row.kind, row.language, row.state): row for row in rows}
    told = [(one, _of(stand, one, Decided.APPROVED), _of(stand, one, Decided.WAITING)) for one in slots()]
    waiting = [(one, waits) for one, _used, waits in told if waits]
    return render(request, "people/running/wordings.html", {"groups": _grouped(told), "waiting": waiting})


def _grouped(told: list[tuple]) -> list[tuple]:
    """(to whom, [(message, its texts)])."""
    texts = {message: list(rows) for message, rows in groupby(told, key=lambda one: one[0].message)}
    return [(to, [(message, texts[message]) for message in messages]) for to, messages in GROUPS]


def _of(stand: dict, one: Slot, state: str) -> Wording | None:
    row = stand.get((*one.row.values(), state))
    return row if row and (row.words or state == Decided.WAITING) else None


@requires("MESSAGE_TEMPLATE")
@form_page
@never_cache
def wording(request: HttpRequest, slug: str) -> HttpResponse:
    """One text: as it is, how it would look, and its versions. "Look at it" changes nothing; "Propose" asks."""
    place = _slot(slug)
    now = filling.house_words(place)
    used = Wording.objects.filter(**place.row, state=Decided.APPROVED).exclude(words="").first()
    form = WordsForm(request.POST if request.method == "POST" else None, place=place)
    form.initial["words"] = used.words if used else now
    if request.method == "POST" and form.is_valid() and request.POST.get("do") == "propose":
        if not may(request.user, "MESSAGE_TEMPLATE", "C"):
            raise Http404
        actions.propose(place, words=form.cleaned_data["words"], by=request.user)
        messages.success(request, _("Proposed. A second person looks at it, and then it is used"))
        return redirect("wording", place.key)
    return _drawn(request, place, form, now)


def _drawn(request: HttpRequest, place: Slot, form: WordsForm, now: str) -> HttpResponse:
    typed = form.cleaned_data.get("words", "") if form.is_bound and form.is_valid() else form.initial["words"]
    versions = list(Wording.objects.filter(**place.row)[:20])
    waiting = next((one for one in versions if one.state == Decided.WAITING), None)
    decides = may(request.user, "MESSAGE_TEMPLATE", "U") and waiting and waiting.proposed_by_id != request.user.pk
    context = {
        "place": place, "form": form, "now": now, "versions": versions, "waiting": waiting, "decides": decides,
        "shown": checking.previews(place, typed or now),
        "would": checking.previews(place, waiting.words or now) if waiting else [],
        "places": [(f"{{{name}}}", said) for name, said in PLACES.items() if name in place.may],
        "must": [f"{{{name}}}" for name in sorted(place.must)],
        "may_propose": may(request.user, "MESSAGE_TEMPLATE", "C"),
    }  # fmt: skip
    return render(request, "people/running/wording.html", context, status=422 if form.errors else 200)


def _slot(key: str) -> Slot:
    found = slot(key)
    if found is None:
        raise Http404
    return found


@requires("MESSAGE_TEMPLATE", "U")
@require_POST
def wording_decide(request: HttpRequest, slug: str) -> HttpResponse:
    """The second person's word."""
    place = _slot(slug)
    waiting = Wording.objects.filter(**place.row, state=Decided.WAITING, pk=_asked(request)).first()
    if waiting is None:
        messages.error(request, _("It was decided, or newer words were proposed, meanwhile"))
        return redirect("wording", slug)
    try:
        _decided(request, waiting)
    except actions.SamePerson:
        messages.error(request, _("Somebody else has to decide: these words are yours"))
    except actions.DecidedAlready:
        messages.error(request, _("It was decided, or newer words were proposed, meanwhile"))
    return redirect("wording", slug)


def _decided(request: HttpRequest, waiting: Wording) -> None:
    if request.POST.get("do") == "approve":
        actions.approve(waiting, by=request.user)
        messages.success(request, _("In use from the next message on"))
    else:
        why = " ".join(request.POST.get("why", "").split())[:300]
        actions.refuse(waiting, why=why, by=request.user)
        messages.success(request, _("Not agreed to. What was in use stays"))
    detail = f"{waiting.template}.{waiting.kind}.{waiting.language} {request.POST.get('do', '')[:8]}"
    rights_changed(what="wording", about=waiting.pk, by=request.user, detail=detail)


def _asked(request: HttpRequest) -> str:
    try:
        return str(UUID(request.POST.get("wording", "")))
    except ValueError:
        raise Http404 from None
