"""What a coordinator, or a connector who asks for a befriender, may type."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.messaging import hours
from referrals.befriending.forms import RADIO, TICKS, OfferFields, line, split, ticks, times, words
from referrals.befriending.models import BefrienderMatch, BefriendingRules
from referrals.befriending.states import (
    OF_NATION,
    STAGES,
    SUDDEN,
    After,
    Cannot,
    Ending,
    Gender,
    Home,
    Interest,
    Kind,
    Level,
    Matters,
    Stage,
    State,
)
from referrals.caseload.forms import DATE, clean_day

CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "mid"})
RHYTHM = [(7, _("Every week")), (14, _("Every two weeks")), (28, _("Every four weeks"))]
STAND = {
    Stage.RESTING: _("They take a rest"), Stage.LEFT: _("They have left"), Stage.DECLINED: _("Not this time"),
    Stage.TALKED: _("They come back: we have talked"), Stage.APPROVED: _("They are back"),
}  # fmt: skip


def day(label: object, *, required: bool = True, **more: Any) -> forms.DateField:
    said = {"required": _("Choose a day"), "invalid": _("Choose a day, like 24 11 2026")}
    return forms.DateField(label=label, widget=DATE, required=required, error_messages=said, **more)


def clean_past(value: datetime.date) -> datetime.date:
    if not datetime.date(2000, 1, 1) <= value <= timezone.localdate():
        raise ValidationError(_("Choose a day up to today"))
    return value


class WishForm(KeyedForm):
    """What helps to find somebody; nothing a volunteer hears before both said yes would name them."""

    kind = forms.ChoiceField(label=_("What would they like?"), choices=Kind, widget=RADIO, initial=Kind.VISIT)
    words = line(_("What they hope for, in their words"), 300)
    interests = ticks(_("What they enjoy"), Interest)
    more_interests = line(_("And in their own words"), 200)
    times = forms.MultipleChoiceField(label=_("When it suits them"), required=False, widget=TICKS)
    languages = line(_("Languages they speak"), 120, help_text=_("Only if it matters: Welsh, Punjabi"))
    needs_language = forms.BooleanField(label=_("No other language will do"), required=False)
    home = ticks(_("At their home"), Home)
    cannot = ticks(_("They cannot be with"), Cannot)
    gender = forms.ChoiceField(
        label=_("Would they rather see"), required=False, widget=RADIO,
        choices=[(Gender.WOMAN, Gender.WOMAN.label), (Gender.MAN, Gender.MAN.label), ("", _("It does not matter"))],
    )  # fmt: skip
    needs_gender = forms.BooleanField(label=_("And nobody else"), required=False)
    matters = ticks(_("What matters most to them"), Matters)
    agreed = forms.BooleanField(
        label=_(
            "They agreed that the volunteer coordinator reads this, and that a volunteer hears of it without a name"
        ),
        error_messages={"required": _("Ask them first")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["times"].choices = times()

    def clean_languages(self) -> list[str]:
        return split(self.cleaned_data["languages"])

    @property
    def said(self) -> dict[str, object]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "agreed")}


class ProposeForm(KeyedForm):
    """One volunteer for one person."""

    volunteer = forms.UUIDField(widget=forms.HiddenInput)
    in_spite = line(_("If something stands against it: why it is all right"), 300)


class FirstForm(Form):
    """What counts most just now; by GET, and kept in the address."""

    first = ticks(_("What counts most just now"), Matters)


class ArrangeForm(Form):
    """The first visit, and what the person agreed that the volunteer is told."""

    on = day(_("Which day?"))
    at = forms.TimeField(
        label=_("At what time?"), widget=CLOCK,
        error_messages={"required": _("Enter a time, like 14:30"), "invalid": _("Enter a time, like 14:30")},
    )  # fmt: skip
    place = line(
        _("Where, in a word or two"), 100, help_text=_("home; the library café. It may stand in their message")
    )
    agreed = words(
        _("What they agreed the volunteer is told"), rows=4,
        help_text=_("The door or the number, what helps. The volunteer reads this, a first name and the area: no more"),
    )  # fmt: skip
    every_days = forms.TypedChoiceField(label=_("And then"), choices=RHYTHM, coerce=int, initial=7)

    def clean_on(self) -> datetime.date:
        return clean_day(self.cleaned_data["on"])

    @property
    def said(self) -> dict[str, object]:
        said = self.cleaned_data
        return {
            "meets_at": hours.at(said["on"], said["at"]), "place": said["place"] or "home", "agreed": said["agreed"],
            "every_days": said["every_days"],
        }  # fmt: skip


class EndingForm(Form):
    """Never a sudden stop: why, the last day, the goodbye, and what comes next."""

    ending = forms.ChoiceField(
        label=_("Why does it end?"), choices=Ending, widget=RADIO, error_messages={"required": _("Say why")}
    )
    after = forms.ChoiceField(
        label=_("What comes next for them?"), choices=After, widget=RADIO,
        error_messages={"required": _("Say what comes next: nobody is left with nothing")},
    )  # fmt: skip
    ends_on = day(_("The last visit"), required=False, help_text=_("At least a week ahead"))
    words = words(_("How do they say goodbye?"), help_text=_("A last cup of tea; a card; who tells them, and when"))

    def __init__(self, *args: Any, match: BefrienderMatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.match = match

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        planned = said.get("ending") and said["ending"] not in SUDDEN
        if planned and not said.get("ends_on") and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Choose the last day, at least a week ahead"))
        return said

    @property
    def is_sudden(self) -> bool:
        return self.cleaned_data["ending"] in SUDDEN and not self.cleaned_data["ends_on"]


class CheckForm(Form):
    """That it was seen. There is no place for its number, and none for a copy."""

    level = forms.ChoiceField(label=_("Which certificate?"), error_messages={"required": _("Choose which")})
    seen_on = day(_("Seen on"))

    def __init__(self, *args: Any, nation: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begins = OF_NATION.get(nation, "dbs")
        ours = [one for one in Level.choices if one[0].startswith(begins)]
        self.fields["level"].choices = ours + [one for one in Level.choices if one not in ours]

    def clean_seen_on(self) -> datetime.date:
        return clean_past(self.cleaned_data["seen_on"])


class LessonForm(Form):
    title = forms.CharField(
        label=_("What was taught"), max_length=120, initial=_("Befriending: the first evening"),
        error_messages={"required": _("Say what was taught")},
    )  # fmt: skip
    held_on = day(_("On"))

    def clean_held_on(self) -> datetime.date:
        return clean_past(self.cleaned_data["held_on"])


class NameForm(KeyedForm):
    """Somebody who knows them."""

    name = forms.CharField(label=_("Their name"), max_length=120, error_messages={"required": _("Enter a name")})
    email = forms.EmailField(
        label=_("Their e-mail"),
        error_messages={
            "required": _("Enter an e-mail address, like name@example.org"),
            "invalid": _("Enter an e-mail address, like name@example.org"),
        },
    )  # fmt: skip
    tie = line(_("Who they are to the volunteer"), 100)


class ChangeForm(OfferFields):
    """With what the team decides with them: how many people at a time, and until when they are away."""

    most = forms.IntegerField(
        label=_("How many people at a time"), min_value=1, max_value=8,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )  # fmt: skip
    away_until = day(_("Away until"), required=False)


class StandForm(Form):
    """The next step of a volunteer, with a word if one is needed."""

    to = forms.ChoiceField(label=_("What has changed?"), widget=RADIO, error_messages={"required": _("Choose one")})
    words = line(_("A word about it"), 300)

    def __init__(self, *args: Any, stage: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # approving and talking have buttons of their own, the first time
        kept = [to for to in STAND if to in STAGES[stage] and (stage, to) not in (
            (Stage.TALKED, Stage.APPROVED), (Stage.CONFIRMED, Stage.TALKED))]  # fmt: skip
        self.fields["to"].choices = [(to, STAND[to]) for to in kept]


class NextForm(Form):
    next_on = day(_("All is well. The next visit is on"))

    def clean_next_on(self) -> datetime.date:
        return clean_day(self.cleaned_data["next_on"])


class RulesForm(Form):
    """What this team has decided for itself."""

    service = forms.ChoiceField(label=_("The listing that is your befriending"), required=False)
    references = forms.IntegerField(label=_("References before anybody is approved"), min_value=0, max_value=5)
    recheck_months = forms.IntegerField(label=_("A check counts for so many months"), min_value=1, max_value=120)
    refresher_months = forms.IntegerField(label=_("A training counts for so many months"), min_value=1, max_value=120)
    grace_days = forms.IntegerField(label=_("Days after a visit before somebody is alarmed"), min_value=0, max_value=14)
    pence_a_mile = forms.IntegerField(label=_("Pence for a mile by car"), min_value=0, max_value=200)

    def __init__(self, *args: Any, services: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.services = {str(one.pk): one for one in services}
        self.fields["service"].choices = [
            ("", _("The only one we have")),
            *((k, v.name) for k, v in self.services.items()),
        ]
        for one in Matters:
            self.fields[f"weigh_{one.value}"] = forms.IntegerField(
                label=_("%(matter)s: how much it counts, 0 to 5") % {"matter": one.label}, min_value=0, max_value=5
            )

    @classmethod
    def drawn(cls, rules: BefriendingRules) -> dict[str, object]:
        names = [*cls.base_fields, *(f"weigh_{one.value}" for one in Matters)]
        return {name: getattr(rules, name) for name in names} | {"service": str(rules.service_id or "")}

    def clean_service(self) -> Any:
        return self.services.get(self.cleaned_data["service"])


class ReadForm(Form):
    comment = line(_("A word back to the volunteer"), 300)


def is_open(match: BefrienderMatch) -> bool:
    return match.state not in (State.ENDED, State.DECLINED)
