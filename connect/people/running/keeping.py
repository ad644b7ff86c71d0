"""A form over a row that two people may have open: what the other changed meanwhile is shown, and nothing is lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from connect.audit.actions import rights_changed
from connect.people.models import User


class KeptForm(forms.ModelForm):
    """A ModelForm in our manner, that knows from `seen` how the row stood when the page was drawn."""

    use_required_attribute = False
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.was = {} if self.instance._state.adding else self._stands(self.instance)
        self.initial["seen"] = _digest(self.was)

    def _stands(self, row: models.Model) -> dict[str, str]:
        told = forms.models.model_to_dict(row, fields=self._meta.fields)
        many = {name: sorted(str(one.pk) for one in told[name]) for name in told if _is_many(row, name)}
        return {name: str(value) for name, value in (told | many).items()}

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if self.was and cleaned.get("seen") != _digest(self.was):
            said = _("Somebody else changed this meanwhile. %(now)s Save again to put yours in its place")
            raise ValidationError(said % {"now": self._now()})
        return cleaned

    def _now(self) -> str:
        """What stands there now, where it is not what was typed."""
        shown = [
            _("%(field)s is now “%(value)s”.") % {"field": self.fields[name].label, "value": value[:80]}
            for name, value in self.was.items()
            if name in self.changed_data and not _is_many(self.instance, name)
        ]
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = _digest(self.was)
        return " ".join(shown)


def _is_many(row: models.Model, name: str) -> bool:
    return row._meta.get_field(name).many_to_many


def _digest(told: dict[str, str]) -> str:
    return salted_hmac("connect.people.keeping", repr(sorted(told.items()))).hexdigest()


@transaction.atomic
def keep(form: KeptForm, *, by: User) -> models.Model:
    """The row as the form says; which fields changed stands with the auditor."""
    row = form.save()
    changed = [name for name in form.changed_data if name != "seen"]
    if changed:
        what = f"kept {row._meta.model_name}"[:20]
        rights_changed(what=what, about=row.pk, by=by, detail=" ".join(changed)[:200])
    return row
