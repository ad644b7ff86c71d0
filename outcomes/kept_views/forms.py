"""A page, how long a period, a place: nothing else can be kept, so nothing else can be asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.people.models import User
from outcomes import within
from outcomes.figures.lattice import Grain
from outcomes.kept_views import pages
from outcomes.kept_views.states import Page

WHICH = {"required": _("Choose one of these"), "invalid_choice": _("Choose one of these")}


class KeepForm(Form):
    page = forms.ChoiceField(label=_("Page"), choices=Page.choices, error_messages=WHICH)
    grain = forms.ChoiceField(label=_("How long a period"), choices=Grain.choices, error_messages=WHICH)
    place = forms.ChoiceField(label=_("Place"), error_messages=WHICH)
    by_email = forms.BooleanField(label=_("Write to me when there is a new one"), required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {area.code: area for area in within.places(user)}
        self.fields["place"].choices = [(code, area.name) for code, area in self.places.items()]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if {"page", "grain"} <= said.keys() and not pages.has(said["page"], said["grain"]):
            self.add_error("grain", _now("This page has quarters and years alone: choose one of them"))
        return said

    @property
    def chosen_place(self) -> within.Place:
        return self.places[self.cleaned_data["place"]]
