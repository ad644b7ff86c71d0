"""What a reader may tell us about a listing, cleaned."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from directory import document
from directory.forms import DAYS
from directory.models import Schedule, Service
from directory.states import Frequency, Wrong
from directory.telling_us.cleaning import EMAIL_WRONG, clean_phone, clean_website, clock_field

LONGEST = 2000


def words_field(label: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), **more
    )


class WrongForm(KeyedForm):
    """Something here is wrong: what, in words, and how to reach them if they would like an answer."""

    what = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=Wrong,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong")},
    )
    words = words_field(_("Tell us more"), help_text=_("Leave out names and anything private"))
    reply_to = forms.CharField(label=_("Your e-mail or phone, if you want an answer"), required=False, max_length=254)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("what") == Wrong.OTHER and not cleaned.get("words"):
            self.add_error("words", _("Tell us in a few words what is wrong"))
        return cleaned


class UsefulForm(KeyedForm):
    useful = forms.TypedChoiceField(
        label=_("Was this useful?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no"), "invalid_choice": _("Choose yes or no")},
    )
    words = words_field(_("Would you like to say more?"), help_text=_("Leave out names and anything private"))


class WordsForm(Form):
    """The second step: it adds to what was said, so it carries no key of its own."""

    words = words_field(_("Would you like to say more?"), help_text=_("Leave out names and anything private"))


class SuggestForm(KeyedForm):
    """The parts of a listing that people know. What is left as it is, or empty, stays as it is."""

    summary = forms.CharField(label=_("What it is, in a sentence"), required=False, max_length=300)
    days = forms.MultipleChoiceField(
        label=_("On which days"), choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple
    )
    opens_at = clock_field(_("From"), required=False)
    closes_at = clock_field(_("To"), required=False)
    fees = forms.CharField(label=_("What it costs"), required=False, max_length=300)
    contact_phone = forms.CharField(
        label=_("Phone number to ring"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "class": "mid"}),
    )
    contact_email = forms.EmailField(label=_("E-mail to write to"), required=False, error_messages=EMAIL_WRONG)
    url = forms.CharField(
        label=_("Website"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
    )
    words = words_field(_("Anything else that should change"))
    name = forms.CharField(label=_("Your name"), required=False, max_length=120)
    email = forms.EmailField(label=_("Your e-mail, if you want an answer"), required=False, error_messages=EMAIL_WRONG)

    PARTS = ("summary", "fees", "contact_phone", "contact_email", "url")
    TIMES = ("days", "opens_at", "closes_at")

    def __init__(self, *args: Any, service: Service, **kwargs: Any):
        self.service = service
        self.regular = _regular(service)
        super().__init__(*args, initial=self._now(), **kwargs)
        if self.regular is None:
            for name in self.TIMES:
                del self.fields[name]

    def _now(self) -> dict[str, Any]:
        """What the page says today. A private number is not told here either."""
        contact = self.service.contact
        shown = {"contact_phone": contact.get("phone", ""), "contact_email": contact.get("email", "")}
        said = {name: getattr(self.service, name) for name in ("summary", "fees", "url")} | shown
        return said | (_times(self.regular) if self.regular else {})

    def clean_contact_phone(self) -> str:
        return clean_phone(self.cleaned_data["contact_phone"])

    def clean_url(self) -> str:
        said = self.cleaned_data["url"]
        return said if said == self.initial["url"] else clean_website(said)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not self.proposed() and not cleaned.get("words"):
            raise ValidationError(_("Change something first, or tell us in words what should change"))
        return cleaned

    def proposed(self) -> dict[str, Any]:
        """As part of a document: only what says something else than today."""
        said = {name: self.cleaned_data.get(name) for name in self.PARTS}
        changed = {name: value for name, value in said.items() if value and value != self.initial.get(name)}
        return changed | self._new_times()

    def was(self) -> dict[str, Any]:
        now = document.of(self.service)
        return {name: now[name] for name in self.proposed()}

    def _new_times(self) -> dict[str, Any]:
        if self.regular is None:
            return {}
        times = {name: self.cleaned_data.get(name) or self.initial[name] for name in self.TIMES}
        if times == _times(self.regular):
            return {}
        [row] = document.of(self.service)["schedules"]
        hours = {name: times[name].isoformat() if times[name] else None for name in ("opens_at", "closes_at")}
        return {"schedules": [row | {"byday": ",".join(times["days"]), **hours}]}


def _regular(service: Service) -> Schedule | None:
    """Its one weekly time, if that is how it meets; anything else is told in words."""
    times = list(service.schedules.all())
    is_weekly = len(times) == 1 and times[0].freq == Frequency.WEEKLY and times[0].interval == 1 and times[0].byday
    return times[0] if is_weekly else None


def _times(schedule: Schedule) -> dict[str, Any]:
    days = [code for code, _name in DAYS if code in schedule.days]
    return {"days": days, "opens_at": schedule.opens_at, "closes_at": schedule.closes_at}
