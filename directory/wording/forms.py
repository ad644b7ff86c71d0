"""One line of each table of words, as an editor types it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import words
from directory.models import Audience, KindGuide, Need, SchoolTerm, Synonym
from directory.wording.fields import LONGEST, Several, kind_to_read

WITH_COMMAS = gettext_lazy("With commas between")


class LineForm(forms.ModelForm):
    """The page says what is wrong, beside the field; the key of a line that exists stays."""

    use_required_attribute = False
    key = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.was = None if self.instance._state.adding else self.instance.pk
        if self.was is None:
            return
        if self.key:
            del self.fields[self.key]
        for field in self.fields.values():
            field.help_text = ""  # said once, where a line is added


class SynonymForm(LineForm):
    said = forms.CharField(
        label=gettext_lazy("Who says"),
        max_length=LONGEST,
        error_messages={"required": gettext_lazy("Enter what people say")},
    )
    means = Several(
        label=gettext_lazy("may mean"),
        help_text=gettext_lazy("With commas between. A filter counts too: kind:befriending, for:carers"),
        error_messages={"required": gettext_lazy("Enter at least one thing it may mean")},
    )

    class Meta:
        model = Synonym
        fields = ["said", "means"]

    def clean_said(self) -> str:
        said = " ".join(words.clean(self.cleaned_data["said"]).lower().split())
        if not words.tokens(said):
            raise ValidationError(_("Each phrase needs a letter or a figure"))
        if said != self.was and Synonym.objects.filter(pk=said).exists():
            raise ValidationError(_("There is a line for “%(said)s” already") % {"said": said})
        return said

    def validate_unique(self) -> None:
        """Asked above, in our words."""


class NeedForm(LineForm):
    key = "code"
    code = forms.SlugField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Small letters and _, for addresses and feeds. It stays."),
        max_length=40,
        error_messages={"required": gettext_lazy("Enter a code, like getting_out")},
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=80,
        validators=[kind_to_read],
        error_messages={"required": gettext_lazy("Enter the name that people see")},
    )
    synonyms = Several(label=gettext_lazy("How people say it"), help_text=WITH_COMMAS, required=False)
    position = forms.IntegerField(label=gettext_lazy("Place in the list"), min_value=0, max_value=1000, initial=99)

    class Meta:
        model = Need
        fields = ["code", "name", "synonyms", "position"]

    def clean_code(self) -> str:
        code = self.cleaned_data["code"].lower()
        if self._meta.model.objects.filter(pk=code).exists():
            raise ValidationError(_("That code is taken"))
        return code


class AudienceForm(NeedForm):
    class Meta(NeedForm.Meta):
        model = Audience


class KindForm(LineForm):
    check_every_days = forms.IntegerField(
        label=gettext_lazy("Days between checks"),
        min_value=7,
        max_value=1000,
        error_messages={"required": gettext_lazy("Enter a number of days, like 182")},
    )
    evidence = forms.CharField(
        label=gettext_lazy("What is known about whether it helps"),
        widget=forms.Textarea({"rows": 2}),
        max_length=2000,
        required=False,
        validators=[kind_to_read],
    )
    evidence_source = forms.CharField(label=gettext_lazy("Who says so"), max_length=300, required=False)

    class Meta:
        model = KindGuide
        fields = ["check_every_days", "evidence", "evidence_source"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("evidence") and not said.get("evidence_source"):
            self.add_error("evidence_source", _("Say where this is known from"))
        return said


class TermForm(LineForm):
    name = forms.CharField(
        label=gettext_lazy("Term"),
        max_length=80,
        error_messages={"required": gettext_lazy("Enter a name, like Spring 2027")},
    )
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    ends_on = forms.DateField(label=gettext_lazy("Last day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))

    class Meta:
        model = SchoolTerm
        fields = ["name", "starts_on", "ends_on"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        starts, ends = said.get("starts_on"), said.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day comes after the first"))
        elif starts and ends:
            self._alone(starts, ends)
        return said

    def _alone(self, starts: object, ends: object) -> None:
        others = SchoolTerm.objects.exclude(pk=self.instance.pk).filter(starts_on__lte=ends, ends_on__gte=starts)
        if other := others.first():
            self.add_error("starts_on", _("It runs into %(other)s") % {"other": other.name})

    def validate_constraints(self) -> None:
        """Said above, beside the field."""
