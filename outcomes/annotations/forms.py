"""A line beside the figures: which month, which place, what happened. It is read by commissioners, and names nobody."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connect.keyed import KeyedForm
from connect.people.models import User
from outcomes import within
from outcomes.annotations.models import LONGEST

MONTHS = 24
CHOOSE = {"required": _("Choose one of these"), "invalid_choice": _("Choose one of these")}
# An e-mail address, a telephone number, a postcode: whatever leads to somebody's door has no business here.
LEADS_SOMEWHERE = re.compile(r"\S+@\S+|(?:\d[\s-]?){7,}|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)


class AnnotationForm(KeyedForm):
    place = forms.ChoiceField(label=_("Place"), error_messages=CHOOSE)
    month = forms.ChoiceField(label=_("Month"), error_messages=CHOOSE)
    words = forms.CharField(
        label=_("What happened"), max_length=LONGEST,
        help_text=_("A new group opened, a bus stopped, a training began. Name no person"),
        error_messages={"required": _("Say what happened"), "max_length": _("Use 120 letters or fewer")},
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {area.code: area for area in within.places(user)}
        self.fields["place"].choices = [(code, area.name) for code, area in self.places.items()]
        self.fields["month"].choices = [(f"{one:%Y-%m}", date_format(one, "F Y")) for one in _months()]

    def clean_words(self) -> str:
        said = " ".join(self.cleaned_data["words"].split())
        if LEADS_SOMEWHERE.search(said):
            raise ValidationError(_now("Leave out telephone numbers, e-mail addresses and postcodes"))
        return said

    @property
    def said(self) -> dict[str, object]:
        month = date.fromisoformat(f"{self.cleaned_data['month']}-01")
        return {"month": month, "words": self.cleaned_data["words"]}

    @property
    def chosen_place(self) -> within.Place:
        return self.places[self.cleaned_data["place"]]


def _months() -> list[date]:
    """This month and those before it."""
    now = timezone.localdate()
    last = now.year * 12 + now.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(last, last - MONTHS, -1)]
