"""With whom, under which reference, for which area, from when to when."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.places.models import Area
from outcomes.figures.models import Agreement

LONGEST = timedelta(days=3 * 366)


def day(label: str) -> forms.DateField:
    wrong = gettext_lazy("Enter a date, like 2026-12-01")
    errors = {"required": wrong, "invalid": wrong}
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}), error_messages=errors)


class AgreementForm(Form):
    area = forms.ModelChoiceField(
        label=gettext_lazy("Area"),
        queryset=Area.objects.filter(kind=Area.Kind.AUTHORITY, parts__teams__isnull=False).distinct(),
        error_messages={"required": gettext_lazy("Choose an area")},
    )
    party = forms.CharField(
        label=gettext_lazy("Agreed with"),
        max_length=200,
        error_messages={"required": gettext_lazy("Enter who it is agreed with")},
    )
    reference = forms.CharField(
        label=gettext_lazy("Reference of the agreement"),
        max_length=100,
        error_messages={"required": gettext_lazy("Enter the reference that stands on the agreement")},
    )
    begins_on = day(gettext_lazy("First day"))
    ends_on = day(gettext_lazy("Last day"))

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("begins_on") and said.get("ends_on"):
            self._clean_days(said["begins_on"], said["ends_on"])
        taken = Agreement.objects.filter(reference=said.get("reference"))
        if said.get("area") and taken.filter(area_code=said["area"].code).exists():
            self.add_error("reference", _("This agreement is entered already"))

    def _clean_days(self, begins: object, ends: object) -> None:
        if ends <= begins:
            self.add_error("ends_on", _("Choose a day after the first"))
        elif ends - begins > LONGEST:
            self.add_error("ends_on", _("Choose a day within three years: an agreement is looked at again by then"))
