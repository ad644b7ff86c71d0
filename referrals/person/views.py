"""Pages about somebody: what is known of them, who is round them, and what they agreed to. Two at once lose nothing."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import KeyedForm, is_mine
from connect.people.access import requires
from referrals.actions import SomebodyWasFaster
from referrals.case.views import held_row
from referrals.models import Marker, Referral, Relation
from referrals.person import consenting, consents, particulars, rounds
from referrals.person.forms import ConsentForm, MarkerForm, ParticularsForm, RelationForm
from referrals.person.reading import shown
from referrals.states import Known


@requires("PERSON_NEED", "U")
@form_page
@never_cache
def particulars_of(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they bring, who they are, how to reach them safely, what helps; changed field by field."""
    referral = _seen(request, pk)
    current = particulars.now(referral)
    restricted = referral.person.restricted
    if request.method != "POST":
        initial = current | {"seen": particulars.seal_of(current)}
        return _particulars(request, referral, ParticularsForm(initial=initial, restricted=restricted))
    form = ParticularsForm(request.POST, initial=current, restricted=restricted)
    if not form.is_valid():
        return _particulars(request, referral, form, status=422)
    try:
        changed = particulars.save(referral, typed=form.typed(), seen=form.cleaned_data["seen"], by=request.user)
    except particulars.BothChanged as both:
        return _both(request, referral, form, both)
    messages.success(request, _("Saved") if changed else _("Nothing was changed"))
    return redirect("person", pk)


def _both(
    request: HttpRequest, referral: Referral, form: ParticularsForm, both: particulars.BothChanged
) -> HttpResponse:
    """Both versions in one page: what was typed in the boxes, what a colleague wrote beside them."""
    for one in both.differs:
        said = _("Changed by somebody a moment ago to “%(theirs)s”. Keep that, or send yours again")
        form.add_error(one.name, said % {"theirs": shown(one.name, one.theirs)})
    referral.refresh_from_db()
    referral.person.refresh_from_db()
    form.data = form.data.copy()
    form.data["seen"] = particulars.seal_of(particulars.now(referral))
    return _particulars(request, referral, form, status=409)


def _particulars(request: HttpRequest, referral: Referral, form: ParticularsForm, status: int = 200) -> HttpResponse:
    context = {"referral": referral, "person": referral.person, "form": form}
    return render(request, "referrals/person/particulars.html", context, status=status)


def _seen(request: HttpRequest, pk: uuid.UUID) -> Referral:
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    return referral


@requires("CONSENT", "U")
@form_page
@never_cache
def consents_of(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they agreed to: each question with its latest answer, every answer below, and a form for a new one."""
    referral = _seen(request, pk)
    form = ConsentForm(request.POST if request.method == "POST" else None, initial={"known": referral.consents.count()})
    if request.method == "POST" and form.is_valid():
        try:
            consenting.record(referral, by=request.user, **form.cleaned_data)
        except SomebodyWasFaster:
            form.add_error(None, _("Another answer was written down a moment ago: it is below. Look, then send yours"))
            form.data = form.data.copy()
            form.data["known"] = referral.consents.count()
            return _consents(request, referral, form, status=409)
        messages.success(request, _("Written down. What rested on a yes that is gone will not leave any more"))
        return redirect("consents", pk)
    return _consents(request, referral, form, status=422 if form.is_bound else 200)


def _consents(request: HttpRequest, referral: Referral, form: ConsentForm, status: int = 200) -> HttpResponse:
    context = {
        "referral": referral,
        "person": referral.person,
        "form": form,
        "table": consents.table(referral),
        "answers": referral.consents.select_related("said_to", "statement").order_by("-said_at", "-number"),
    }
    return render(request, "referrals/person/consents.html", context, status=status)


@requires("PERSON_NEED", "U")
@form_page
@never_cache
def rounds_of(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who is round them, and what to keep in mind."""
    referral = _seen(request, pk)
    relation, marker = RelationForm(auto_id="id_relation_%s"), MarkerForm(auto_id="id_marker_%s")
    if request.method != "POST":
        return _rounds(request, referral, relation, marker)
    if request.POST.get("add") == "marker":
        marker = MarkerForm(request.POST, auto_id="id_marker_%s")
        if _added(request, marker, referral, rounds.add_marker):
            return redirect("rounds", pk)
    else:
        relation = RelationForm(request.POST, auto_id="id_relation_%s")
        if _added(request, relation, referral, rounds.add_relation):
            return redirect("rounds", pk)
    return _rounds(request, referral, relation, marker, status=422)


def _added(request: HttpRequest, form: KeyedForm, referral: Referral, add: Callable[..., object]) -> bool:
    """Made, or made before by the same form with the same words: either way it is there."""
    if not form.is_valid():
        return False
    fields = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    try:
        with transaction.atomic():
            add(referral, by=request.user, made=form.made_by(request), **fields)
    except IntegrityError:  # this key was used before
        made = (Marker if add is rounds.add_marker else Relation).objects.filter(key=form.cleaned_data["key"]).first()
        if not is_mine(request, form, made):
            form.add_error(None, _("This was saved before with other words. Reload the page to add another"))
            return False
    messages.success(request, _("Written down"))
    return True


def _rounds(
    request: HttpRequest, referral: Referral, relation: RelationForm, marker: MarkerForm, status: int = 200
) -> HttpResponse:
    person = referral.person
    context = {
        "referral": referral,
        "person": person,
        "relation": relation,
        "marker": marker,
        "form": relation if relation.is_bound else marker,
        "relations": person.relations.filter(ended_at=None).select_related("their_yes_to"),
        "known": Known.choices,
        "markers": person.markers.filter(ended_at=None).select_related("made_by"),
    }
    return render(request, "referrals/person/rounds.html", context, status=status)


@requires("PERSON_NEED", "U")
@form_page
def rounds_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One row: somebody's own answer, or that it no longer holds."""
    referral = _seen(request, pk)
    row = _key(request.POST.get("row", ""))
    if request.method == "POST" and row:
        _change(request, referral, row)
        messages.success(request, _("Written down"))
    return redirect("rounds", pk)


def _change(request: HttpRequest, referral: Referral, row: uuid.UUID) -> None:
    asked = request.POST.get("do")
    if asked == "end_marker":
        rounds.end_marker(referral, pk=row, by=request.user)
    elif asked == "end_relation":
        rounds.end_relation(referral, pk=row)
    elif {request.POST.get("their_yes"), request.POST.get("may_speak")} <= set(Known.values):
        said = {name: request.POST[name] for name in ("their_yes", "may_speak")}
        rounds.answer(referral, pk=row, by=request.user, **said)


def _key(given: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(given)
    except ValueError:
        return None
