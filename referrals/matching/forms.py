"""What a connector changes to see other ideas, and the one press that says nothing fits."""

from dataclasses import replace

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from connect.forms import Form, LookField
from connect.keyed import KeyedForm
from directory.models import Need
from directory.states import WEEKDAYS, Missing
from referrals.matching.wishes import Wishes

DAYS = list(zip(WEEKDAYS, (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")), strict=True))
MILES = [("0.5", _("Half a mile")), ("1", _("1 mile")), ("2", _("2 miles")), ("5", _("5 miles")),
         ("10", _("10 miles")), ("", _("However far"))]  # fmt: skip
MUST = [("step_free", _("Step-free")), ("hearing_loop", _("A hearing loop")), ("free", _("Free")),
        ("met", _("Met at the door"))]  # fmt: skip


class Filter(LookField):
    """Nothing in a list of filters has to be filled in, so nothing says that it need not be."""

    is_optional = False


class MatchForm(Form):
    """By GET: the address keeps what was changed, and sending it again changes nothing."""

    bound_field_class = Filter

    q = forms.CharField(label=_("In words"), required=False, max_length=200)
    miles = forms.ChoiceField(label=_("How far"), choices=MILES, required=False)
    days = forms.MultipleChoiceField(
        label=_("Days that suit them"), choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple
    )
    needs = forms.MultipleChoiceField(
        label=_("What they would like"), required=False, widget=forms.CheckboxSelectMultiple
    )
    must = forms.MultipleChoiceField(
        label=_("It has to be"), choices=MUST, required=False, widget=forms.CheckboxSelectMultiple
    )
    language = forms.CharField(label=_("A language that is spoken there"), required=False, max_length=40)
    places = forms.BooleanField(label=_("Only where there is room now"), required=False)

    def __init__(self, *args: object, **kwargs: object):
        super().__init__(*args, **kwargs)
        self.fields["needs"].choices = [(need.code, str(need)) for need in Need.objects.all()]

    def wishes(self, known: Wishes) -> Wishes:
        """As changed; their interests stay what they are. A choice nobody offers is left out, and said."""
        said = self.cleaned_data
        return replace(
            known,
            words=said.get("q", "").replace("\x00", ""),
            miles=float(said["miles"]) if said.get("miles") else None,
            days=tuple(said.get("days", ())),
            needs=tuple(said.get("needs", ())),
            must=tuple(said.get("must", ())),
            language=said.get("language", "").replace("\x00", "").strip(),
            places=bool(said.get("places")),
        )


def asked(data: QueryDict, known: Wishes) -> tuple[MatchForm, Wishes]:
    """The form and what it says; before anything is changed, what is known of the person."""
    if "changed" not in data:
        return MatchForm(initial=_as_initial(known)), known
    form = MatchForm(data)
    form.is_valid()
    return form, form.wishes(known)


def _as_initial(known: Wishes) -> dict[str, object]:
    miles = "" if known.miles is None else f"{known.miles:g}"
    return {"q": known.words, "miles": miles, "days": known.days, "needs": known.needs, "must": known.must}


class GapForm(KeyedForm):
    """Nothing fits, for this reason: one press."""

    reason = forms.ChoiceField(choices=Missing, error_messages={"required": _("Say why nothing fits")})
    need = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
