"""How it is shared out, and then, person by person, who takes whom."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.people.models import User
from referrals.models import Referral

BY_LOAD, QUEUE = "load", "queue"


class HowForm(Form):
    """By load, back to the queue, or everybody to one colleague."""

    how = forms.ChoiceField(
        label=_("How is it shared out?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it is shared out")},
    )

    def __init__(self, *args: Any, colleagues: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [(BY_LOAD, _("By how much room each colleague has")), (QUEUE, _("All back to the team’s queue"))]
        ones = [(str(user.pk), _("All to %(name)s") % {"name": user.name}) for user in colleagues]
        self.fields["how"].choices = [*ways, *ones]
        self.fields["how"].initial = BY_LOAD


class PlanForm(Form):
    """One choice a person; the lead may change each before anything happens."""

    def __init__(self, *args: Any, rows: list[Referral], colleagues: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(user.pk): user for user in colleagues}
        choices = [*((str(user.pk), user.name) for user in colleagues), (QUEUE, _("Back to the queue"))]
        for row in rows:
            self.fields[f"to_{row.pk}"] = forms.ChoiceField(
                label=_("Goes to"), choices=choices, initial=QUEUE, required=False
            )
        self.fields["end"] = forms.BooleanField(label=_("And end their membership of this team now"), required=False)

    def plan(self) -> dict[Any, User | None]:
        return {
            UUID(name.removeprefix("to_")): self.known.get(value)
            for name, value in self.cleaned_data.items()
            if name.startswith("to_") and value  # who came in after the lead had looked is not named
        }
