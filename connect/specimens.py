"""One of each part, for the page that shows them all."""

import re
from functools import cache
from pathlib import Path

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form

SPRITE = Path(__file__).parent / "static" / "connect" / "icons.svg"
COLOURS = "paper,card,land,hair,line,muted,ink,primary,primary-dark,accent,tint,focus,good,warn,bad,info,bar"


class Specimen(Form):
    """One of each field, for the page of components."""

    first = forms.CharField(label=_("First name"), widget=forms.TextInput({"class": "mid"}))
    reach = forms.CharField(
        label=_("A phone number that is safe to use"),
        help_text=_("Theirs, or someone’s they trust"),
        error_messages={"required": _("Enter a phone number, like 07700 900 123")},
    )
    safe = forms.ChoiceField(
        label=_("Is it safe to leave a message?"),
        choices=[("yes", _("Yes")), ("no", _("No")), ("unsure", _("Not sure"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it is safe to leave a message")},
    )
    like = forms.MultipleChoiceField(
        label=_("What would they like?"),
        choices=[
            ("company", _("Company")),
            ("doing", _("Something to do")),
            ("out", _("Getting out")),
            ("hand", _("A lift or a hand")),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose something they would like")},
    )
    words = forms.CharField(label=_("In their own words"), widget=forms.Textarea({"rows": 2}), required=False)
    then = forms.ChoiceField(label=_("Then"), choices=[("ring", _("Ring again"))], required=False)
    consent = forms.BooleanField(
        label=_("They have said yes, to me, today"),
        error_messages={"required": _("Tick to say they have agreed, or ask them first")},
    )


@cache
def icons() -> list[str]:
    return re.findall(r'<symbol id="(\w+)"', SPRITE.read_text())


def parts() -> dict[str, object]:
    return {
        "blank": Specimen(prefix="blank"),
        "wrong": Specimen({"wrong-reach": ""}, prefix="wrong"),
        "colours": COLOURS.split(","),
        "icons": icons(),
        "steps": range(6),
        "days": ["TU", "FR"],
        "marks": ["went", "went", "not", "split-says", "unsaid"],
    }
