"""The tenant's list of what people are trained in: names, the question, and when they are due again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import Form, form_page
from connect.people.access import may, requires
from connect.people.training import kinds
from connect.people.training.models import TrainingKind


class KindForm(Form):
    name = forms.CharField(
        label=gettext_lazy("What it is called"),
        max_length=120,
        error_messages={"required": gettext_lazy("Say what it is called")},
    )
    about = forms.CharField(label=gettext_lazy("What people learn"), max_length=400, required=False)
    question = forms.CharField(
        label=gettext_lazy("The question before and after"),
        help_text=gettext_lazy("Answered from 1, not at all, to 5, very: “How sure do you feel about …?”"),
        max_length=200,
        required=False,
    )
    refresher_months = forms.IntegerField(
        label=gettext_lazy("A refresher is due after how many months"),
        help_text=gettext_lazy("Empty: never. It holds for whoever is trained from now on"),
        min_value=1,
        max_value=120,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "class": "mid"}),
    )
    offered = forms.BooleanField(label=gettext_lazy("It is taught here"), required=False)

    def __init__(self, *args: Any, key: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        if any(one.name.casefold() == name.casefold() and one.key != self.key for one in kinds.every()):
            raise ValidationError(_("There is one of that name already"))
        return name


@requires("TRAINING_KINDS")
@require_safe
@never_cache
def training_kinds(request: HttpRequest) -> HttpResponse:
    context = {"kinds": kinds.every(), "may_change": may(request.user, "TRAINING_KINDS", "U")}
    return render(request, "people/training/kinds.html", context)


@requires("TRAINING_KINDS", "U")
@form_page
@never_cache
def training_kind(request: HttpRequest, slug: str) -> HttpResponse:
    """One of the list, or "new"."""
    known = {one.key: one for one in kinds.every()}
    if slug != "new" and slug not in known:
        raise Http404
    now = known.get(slug)
    form = KindForm(request.POST if request.method == "POST" else None, key=slug, initial=_first(now))
    if form.is_bound and form.is_valid():
        save(slug, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("training_kinds")
    context = {"form": form, "title": now.name if now else _("One more kind")}
    return render(request, "people/training/kind.html", context, status=422 if form.is_bound else 200)


def _first(now: kinds.Taught | None) -> dict[str, object]:
    if now is None:
        return {"offered": True}
    names = {"name": now.name, "about": now.about, "question": now.question}
    return names | {"refresher_months": now.months, "offered": now.is_offered}


@transaction.atomic
def save(key: str, *, offered: bool, **said: object) -> TrainingKind:
    """What the tenant says of it from now on; sessions that were held keep their kind."""
    key = get_random_string(10, "abcdefghijkmnpqrstuvwxyz") if key == "new" else key
    ended_at = None if offered else timezone.now()
    return TrainingKind.objects.update_or_create(key=key, defaults={**said, "ended_at": ended_at})[0]
