"""What is typed in a crisis: its reason and end, a round, what came of a check, a group that is shut, a street."""

from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.champions.models import Champion
from connect.places.models import Area
from directory.models import Service
from referrals.crisis.states import Clock, Said, Way

LONGEST = relativedelta(weeks=6)
USUAL = relativedelta(weeks=1)
DAY = forms.DateInput({"type": "date", "class": "mid"}, format="%Y-%m-%d")
NO_DAY = {"required": _("Choose a day"), "invalid": _("Choose a day, like 24 11 2026")}


class CrisisForm(KeyedForm):
    why = forms.CharField(
        label=_("What has happened?"), max_length=200,
        help_text=_("Snow: no buses until Friday. Colleagues and champions read it: no names"),
        error_messages={"required": _("Say what has happened")},
    )  # fmt: skip
    ends_on = forms.DateField(
        label=_("Until when, as far as anybody knows?"), widget=DAY, error_messages=NO_DAY,
        help_text=_("It ends that night by itself. You can move the day, or end it earlier"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"ends_on": timezone.localdate() + USUAL} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean_ends_on(self) -> Any:
        day, today = self.cleaned_data["ends_on"], timezone.localdate()
        if not today <= day <= today + LONGEST:
            raise ValidationError(_("Choose a day from today to six weeks from now: you can move it later"))
        return day


class RoundForm(KeyedForm):
    by_text = forms.TypedChoiceField(
        label=_("How are they asked?"), choices=[("1", _("By text or e-mail first, where that is safe")),
                                               ("0", _("Everybody by phone"))],
        coerce=lambda given: given == "1", widget=forms.RadioSelect, initial="1",
        error_messages={"required": _("Choose how they are asked")},
    )  # fmt: skip
    hours_to_answer = forms.TypedChoiceField(
        label=_("How long until somebody rings those who have not answered?"), choices=Clock.choices, coerce=int,
        initial=Clock.FOUR, widget=forms.RadioSelect,
        help_text=_("Whom nobody has reached in as long again, the lead hears of. No clock runs at night"),
        error_messages={"required": _("Choose how long")},
    )  # fmt: skip


class CheckForm(KeyedForm):
    """One of three, and words where something is needed."""

    said = forms.ChoiceField(
        label=_("How are they?"), widget=forms.RadioSelect, error_messages={"required": _("Choose one of the three")},
        choices=[(one.value, one.label) for one in (Said.WELL, Said.NEEDS, Said.NOT_REACHED)],
    )  # fmt: skip
    words = forms.CharField(
        label=_("What do they need, or what else is there to know?"), max_length=500, required=False,
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    way = forms.ChoiceField(
        label=_("How did you try?"), widget=forms.RadioSelect, initial=Way.PHONE,
        choices=[(one.value, one.label) for one in (Way.PHONE, Way.DOOR)],
        error_messages={"required": _("Choose how you tried")},
    )  # fmt: skip
    known = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("said") == Said.NEEDS and not said.get("words", "").strip():
            self.add_error("words", _("Say what they need: it stays on the list until somebody has seen to it"))
        return said


class SeenToForm(KeyedForm):
    words = forms.CharField(
        label=_("Who sees to it?"), max_length=500, widget=forms.Textarea({"rows": 2}),
        help_text=_("A neighbour brings bread tonight. The surgery sends the tablets"),
        error_messages={"required": _("Say who sees to it")},
    )  # fmt: skip
    known = forms.IntegerField(widget=forms.HiddenInput)


class ShutForm(KeyedForm):
    service = forms.ModelChoiceField(
        label=_("Which group?"), queryset=Service.objects.none(), empty_label=_("Choose"),
        help_text=_("Groups to which people of yours go"),
        error_messages={"required": _("Choose a group"), "invalid_choice": _("Choose a group of the list")},
    )  # fmt: skip
    begins_on = forms.DateField(label=_("Shut from"), widget=DAY, error_messages=NO_DAY)
    until = forms.DateField(label=_("Up to and with"), widget=DAY, error_messages=NO_DAY)
    why = forms.CharField(label=_("Why?"), max_length=200, required=False, help_text=_("The hall has no heating"))

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = groups

    def clean_begins_on(self) -> Any:
        day = self.cleaned_data["begins_on"]
        if day < timezone.localdate():
            raise ValidationError(_("Choose today, or a day to come"))
        return day

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        begins, until = said.get("begins_on"), said.get("until")
        if begins and until and not begins <= until <= begins + LONGEST:
            self.add_error("until", _("Choose a day from the first one on, within six weeks"))
        return said


class PatchForm(KeyedForm):
    champion = forms.ModelChoiceField(
        label=_("Who?"), queryset=Champion.objects.none(), empty_label=_("Choose"),
        error_messages={"required": _("Choose who it is"), "invalid_choice": _("Choose somebody of the list")},
    )  # fmt: skip
    ward = forms.ModelChoiceField(
        label=_("Which ward?"), queryset=Area.objects.none(), empty_label=_("Choose"),
        error_messages={"required": _("Choose a ward"), "invalid_choice": _("Choose a ward of the list")},
    )  # fmt: skip
    streets = forms.CharField(
        label=_("Which streets?"), max_length=200, help_text=_("Mill Lane, and Weir Street up to the bridge"),
        error_messages={"required": _("Say which streets")},
    )  # fmt: skip

    def __init__(self, *args: Any, champions: Any, wards: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["champion"].queryset = champions
        self.fields["champion"].label_from_instance = lambda champion: champion.name
        self.fields["ward"].queryset = wards


class AnswerForm(Form):
    """Of the person: one of two buttons, and words if they like."""

    words = forms.CharField(max_length=500, required=False)
