"""What may be said about a reminder: off and why, or what was done where one did not arrive."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.messaging.states import SeenTo
from connect.people.models import Scheme, User
from referrals.reminding import switches
from referrals.reminding.states import Off
from referrals.reminding.table import Kind

HOUSE = "house"


class OffForm(Form):
    """Where it is switched off, and why: whoever misses it will ask."""

    where = forms.ChoiceField(label=_("Where"), widget=forms.RadioSelect)
    why = forms.CharField(label=_("Why"), max_length=300, help_text=_("Colleagues who miss it read this"))

    def __init__(self, *args: Any, kind: Kind, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.schemes = {str(one.pk): one for one in switches.schemes_of(user)} if kind.off == Off.SCHEME else {}
        house = [(HOUSE, _("In the whole house"))] if switches.reaches_the_house(user) else []
        self.fields["where"].choices = house + [(key, str(one)) for key, one in self.schemes.items()]
        if len(self.fields["where"].choices) == 1:
            self.initial["where"] = self.fields["where"].choices[0][0]

    @property
    def under(self) -> Scheme | None:
        return self.schemes.get(self.cleaned_data["where"])


class SeenToForm(Form):
    how = forms.ChoiceField(label=_("What did you do?"), choices=SeenTo)
