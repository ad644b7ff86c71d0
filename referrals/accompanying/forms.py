"""What is typed about a first visit, about how it was, and about a small step."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.models import User
from connect.templatetags import look
from directory.schedule import Session
from referrals.accompanying.models import FirstVisit
from referrals.accompanying.states import OF_THEIR_OWN, WITHOUT_ACCOUNT, Company, Felt, How, Step, Transport, Went
from referrals.caseload.forms import DATE, clean_day

FELT = [(felt.value, felt.label) for felt in (Felt.GOOD, Felt.ALL_RIGHT, Felt.NOT_FOR_THEM)]
WENT = [(went.value, went.label) for went in OF_THEIR_OWN]
SAID = [
    "owner", "company", "colleague", "companion", "tie", "companion_email", "companion_agreed", "transport",
    "transport_words", "meet_at", "door", "ask_for", "note",
]  # fmt: skip


def line(label: object, longest: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, **more)


class FirstVisitForm(Form):
    """Everything optional: what is known is written down, the rest is settled later."""

    owner = forms.ChoiceField(label=_("Who sees to it"))
    company = forms.ChoiceField(label=_("Who goes along?"), choices=Company, required=False, widget=forms.RadioSelect)
    colleague = forms.ChoiceField(label=_("If of the team: who?"), required=False)
    companion = line(_("If a volunteer, or somebody of theirs: their name"), 100)
    tie = line(_("And who that is to them"), 60, help_text=_("Her neighbour; a volunteer of ours"))
    companion_email = forms.EmailField(
        label=_("Their e-mail"), required=False, help_text=_("So that they can say how it was, from a link"),
        error_messages={"invalid": _("Enter an e-mail address, like name@example.org")},
    )  # fmt: skip
    companion_agreed = forms.BooleanField(
        label=_("They agreed that we keep this and write to them once after each time"), required=False
    )
    transport = forms.ChoiceField(
        label=_("How do they get there?"), choices=Transport, required=False, widget=forms.RadioSelect
    )
    transport_words = line(_("More about the way"), 200, help_text=_("Number 7 at 11:20 from Mill Lane; back by 2:30"))
    meet_at = line(_("Where they meet whoever goes along"), 200)
    door = line(_("Which door"), 200, help_text=_("The side door, by the bicycle stand"))
    ask_for = line(_("Who to ask for"), 100)
    note = forms.CharField(
        label=_("Anything else, for whoever goes along"), required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    settled = forms.BooleanField(label=_("All is arranged"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        owners: Sequence[User],
        team: Sequence[User],
        sessions: Sequence[Session] = (),
        met_by: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if met_by:
            self.fields["ask_for"].help_text = _("The listing says: %(words)s") % {"words": met_by}
        self.people = {str(one.pk): one for one in [*owners, *team]}
        self.fields["owner"].choices = [(str(one.pk), one.name) for one in owners]
        self.fields["colleague"].choices = [("", _("Choose")), *((str(one.pk), one.name) for one in team)]
        self.sessions = {f"how_{n}": one for n, one in enumerate(sessions)}
        for name, one in self.sessions.items():
            self.fields[name] = forms.ChoiceField(
                label=look.moment(one.starts_at), required=False, choices=[("", _("Not planned")), *How.choices]
            )

    @classmethod
    def drawn(cls, first: FirstVisit) -> dict[str, object]:
        """What stands there, as the form shows it."""
        shown = {name: getattr(first, name) for name in SAID}
        return shown | {
            "owner": str(first.owner_id), "colleague": str(first.colleague_id or ""),
            "settled": first.arranged_at is not None, "version": first.version,
        }  # fmt: skip

    @property
    def days(self) -> list[Any]:
        """The fields of the coming sessions, as they are drawn."""
        return [self[name] for name in self.sessions]

    def clean_owner(self) -> User:
        return self.people[self.cleaned_data["owner"]]

    def clean_colleague(self) -> User | None:
        return self.people.get(self.cleaned_data["colleague"])

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        company = said.get("company")
        if company == Company.TEAM and not said.get("colleague"):
            self.add_error("colleague", _("Choose who of the team goes along"))
        if company in WITHOUT_ACCOUNT and not said.get("companion", "").strip():
            self.add_error("companion", _("Write the name of whoever goes along"))
        if said.get("companion_email") and not said.get("companion_agreed"):
            self.add_error("companion_agreed", _("Ask them first whether we may write to them"))
        if said.get("settled") and not (company and said.get("transport")):
            self.add_error("settled", _("It is arranged when both are known: who goes along, and how they get there"))
        return said

    @property
    def plan(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in SAID}

    @property
    def hows(self) -> dict[datetime.datetime, str]:
        return {one.starts_at: self.cleaned_data.get(name, "") for name, one in self.sessions.items()}


class HowItWasForm(Form):
    """A minute, afterwards: were they there, how was it, and a sentence if there is one."""

    went = forms.ChoiceField(
        label=_("What happened?"), choices=WENT, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened")},
    )  # fmt: skip
    felt = forms.ChoiceField(label=_("How was it for them?"), choices=FELT, required=False, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In a sentence"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    how = forms.ChoiceField(label=_("The next time"), choices=How, required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, ask_next: bool = True, who: str = "", **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not ask_next:
            self.fields.pop("how")
        if who:
            label = _("How was it for %(name)s?") % {"name": who}
            self.fields["felt"].label = label

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("went") in (Went.NEITHER, Went.MISSED):
            said["felt"] = ""
        return said


class StepForm(KeyedForm):
    """Something small, in the person's own words."""

    words = forms.CharField(
        label=_("What would they like to be able to do?"), max_length=200,
        help_text=_("In their words: “Walk past the hall and look in”"),
        error_messages={"required": _("Write it in their words")},
    )  # fmt: skip
    try_on = forms.DateField(
        label=_("Try it on"), required=False, widget=DATE, error_messages={"invalid": _("Choose a day")}
    )

    def clean_try_on(self) -> datetime.date | None:
        return clean_day(self.cleaned_data["try_on"])


class SaidForm(KeyedForm):
    """Done, or not yet: both are fine."""

    said = forms.ChoiceField(choices=Step, error_messages={"required": _("Press one of the three")})
    words = line(_("How it went, if they like to say"), 300)
    next_on = forms.DateField(
        label=_("Try again on"), required=False, widget=DATE, error_messages={"invalid": _("Choose a day")}
    )

    def clean_next_on(self) -> datetime.date | None:
        return clean_day(self.cleaned_data["next_on"])
