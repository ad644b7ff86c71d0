"""What is asked at each step: a coded reason, a day, a yes, and words where the reason needs them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import Team
from referrals.life.states import LookedAfter
from referrals.states import Closed, Paused, Purpose, Reopened, Returned, Transferred, Withdrawn

WORDS = forms.Textarea(attrs={"rows": 3})
IN_WORDS = "other"  # the reason that says nothing without words


def reason(label: str, choices: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages={"required": _("Choose a reason")}
    )


def words(label: str, *, required: bool = False, help_text: str = "", error: str = "") -> forms.CharField:
    said = {"required": error} if error else {}
    return forms.CharField(
        label=label, widget=WORDS, required=required, max_length=2000, help_text=help_text, error_messages=said
    )


class ReasonForm(Form):
    """A reason; "something else" is said in words."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("why") == IN_WORDS and not cleaned.get("words", "").strip():
            self.add_error("words", _("Say it in a sentence"))
        return cleaned


class PauseForm(ReasonForm):
    why = reason(_("Why does it rest?"), Paused.choices)
    until = forms.DateField(
        label=_("Until when?"),
        help_text=_("On that day you are asked to find out whether they want to go on"),
        widget=forms.DateInput(attrs={"type": "date", "class": "mid"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day"), "invalid": _("Choose a day, like 24/11/2026")},
    )
    words = words(_("In a sentence"))

    def clean_until(self) -> object:
        if self.cleaned_data["until"] <= timezone.localdate():
            raise ValidationError(_("Choose a day to come"))
        return self.cleaned_data["until"]


class GiveBackForm(ReasonForm):
    why = reason(_("Why does it go back?"), [one for one in Returned.choices if one[0] != Returned.NO_ANSWER])
    words = words(_("What the worker should know, or answer"))


class CloseForm(ReasonForm):
    why = reason(_("Why is it finished?"), Closed.choices)
    words = words(_("In a sentence"))


class WithdrawForm(ReasonForm):
    why = reason(_("Why is it taken back?"), [one for one in Withdrawn.choices if one[0] != Withdrawn.KEPT])
    words = words(_("In a sentence"))


class SendAgainForm(Form):
    words = words(
        _("What you know now"),
        required=True,
        help_text=_("Another number, a better time, what they said when you asked them"),
        error=_("Write what was missing, so that the team can go on"),
    )

    def __init__(self, *args: Any, is_asked: bool = True, **kwargs: Any):
        """Nobody has to say what was missing where nothing was: nobody had answered them."""
        super().__init__(*args, **kwargs)
        self.fields["words"].required = is_asked


class UrgencyForm(Form):
    """Why; `urgent` is what the page was drawn to say, so that two who press undo nothing of each other's."""

    urgent = forms.BooleanField(widget=forms.HiddenInput, required=False)
    words = words(
        _("Why?"),
        required=True,
        help_text=_("What has changed, and who says so"),
        error=_("Write why, so that whoever reads it can judge"),
    )


class ReopenForm(Form):
    why = reason(_("Why does it begin again?"), Reopened.choices)
    words = words(_("In a sentence"))
    consent = forms.BooleanField(
        label=_("They have said yes, to me, today: the team may ring them and keep these details"),
        required=False,
        error_messages={"required": _("Tick to say that they have agreed anew. If you have not asked, ask them first")},
    )
    tell_referrer = forms.BooleanField(
        label=_("They agree that the worker who asked hears how it goes"), required=False
    )

    def __init__(self, *args: Any, new_yes: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["consent"].required = new_yes
        if not new_yes:
            del self.fields["consent"], self.fields["tell_referrer"]

    def yeses(self) -> list[str]:
        ticked = {Purpose.CONTACT: "consent", Purpose.TELL_REFERRER: "tell_referrer"}
        return [purpose for purpose, name in ticked.items() if self.cleaned_data.get(name)]


class TransferForm(KeyedForm):
    to_team = forms.ChoiceField(
        label=_("To which scheme?"), widget=forms.RadioSelect, error_messages={"required": _("Choose a scheme")}
    )
    why = reason(_("Why there?"), Transferred.choices)
    agreed = forms.BooleanField(
        label=_("They have said yes, to me, today: their details may go to that scheme"),
        error_messages={"required": _("Tick to say that they have agreed. If you have not asked, ask them first")},
    )
    summary = words(
        _("What may go along of what has happened so far"),
        help_text=_("Only what they agreed to. Nothing else of your notes goes with it"),
    )

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in teams}
        self.fields["to_team"].choices = [(key, f"{team.scheme}: {team}") for key, team in self.teams.items()]

    @property
    def team(self) -> Team:
        return self.teams[self.cleaned_data["to_team"]]


class SettleForm(Form):
    looked_after_by = forms.ChoiceField(
        label=_("Who is looking after them now?"),
        choices=LookedAfter,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say who is looking after them")},
    )
    note = forms.CharField(
        label=_("How you know"), help_text=_("“Rang Rosa on Monday”"), max_length=300, required=False
    )
