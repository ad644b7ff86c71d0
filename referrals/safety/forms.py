"""What a reader says they did, what somebody is worried about, and what a lead decides."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from connect.keyed import KeyedForm
from referrals.safety.states import Asked, Decision, Did, Kind, Now, Step


class ReadForm(Form):
    """One tick, and a sentence where the tick is not enough."""

    did = forms.ChoiceField(
        label=_("What did you do?"),
        choices=Did,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what you did; “nothing to do now” is a good answer")},
    )
    note = forms.CharField(
        label=_("In a sentence"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=1000
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("did") == Did.OTHER and not cleaned.get("note"):
            self.add_error("note", _("Say in a sentence what you did"))
        return cleaned


class WorryForm(KeyedForm):
    """What somebody is worried about. Two questions to answer, and what they know beside."""

    about = forms.CharField(
        label=_("Who are you worried about?"),
        help_text=_("A name, and where we can find them. Write what you know."),
        max_length=500,
        error_messages={"required": _("Write who it is, or how we would know them")},
    )
    place = forms.CharField(
        label=_("Where do they live?"), help_text=_("A postcode, a street or an area"), max_length=120, required=False
    )
    now = forms.ChoiceField(
        label=_("Is somebody in danger now?"),
        choices=Now,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether somebody is in danger now. “Not sure” is a good answer")},
    )
    happened = forms.CharField(
        label=_("What did you see or hear?"),
        help_text=_("What happened, when, and who was there. Use your own words."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=8000,
        error_messages={"required": _("Write what worries you. A few words are enough")},
    )
    their_words = forms.CharField(
        label=_("What did they say, in their own words?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=4000,
        required=False,
    )
    asked = forms.ChoiceField(
        label=_("Did you ask what they want to happen?"), choices=Asked, widget=forms.RadioSelect, required=False
    )
    wishes = forms.CharField(
        label=_("What do they want?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False
    )
    kinds = forms.MultipleChoiceField(
        label=_("What kind of worry is it? Tick what fits."),
        choices=Kind,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    child = forms.BooleanField(label=_("A child may not be safe"), required=False)
    quiet = forms.BooleanField(label=_("Those who work with this person must not know of it"), required=False)
    raiser = forms.CharField(
        label=_("Your name, and how we can reach you"),
        help_text=_("You may leave this out. If you fill it in, we can ask you more."),
        max_length=300,
        required=False,
    )

    FIRST = ("about", "place", "now", "happened")
    MORE = ("their_words", "asked", "wishes", "kinds", "child")
    LAST = ("quiet", "raiser")

    def __init__(self, *args: Any, known: bool, signed_in: bool, **kwargs: Any):
        """`known`: the page came from the person's own; `signed_in`: we know who is telling us."""
        super().__init__(*args, **kwargs)
        left_out = (["about", "place"] if known else ["quiet"]) + (["raiser"] if signed_in else ["quiet"])
        for name in set(left_out):
            del self.fields[name]

    def first(self) -> list[forms.BoundField]:
        return self._those(self.FIRST)

    def more(self) -> list[forms.BoundField]:
        return self._those(self.MORE)

    def last(self) -> list[forms.BoundField]:
        return self._those(self.LAST)

    def _those(self, names: tuple[str, ...]) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def more_is_needed(self) -> bool:
        return any(self[name].errors or (self.is_bound and self[name].data) for name in self.MORE)

    def clean_asked(self) -> str:
        return self.cleaned_data["asked"] or Asked.NOT_YET

    def told(self) -> dict[str, object]:
        """Columns of Concern, whichever questions were asked."""
        return {name: self.cleaned_data[name] for name in self.fields if name not in ("key", "place")}


class DecideForm(Form):
    decision = forms.ChoiceField(
        label=_("What is to be done?"),
        choices=Decision,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is to be done")},
    )
    words = forms.CharField(
        label=_("Why, and what was agreed"),
        help_text=_("Who was asked, what the person wants, whether they agree or why it goes ahead without."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": _("Write why: somebody will ask, one day")},
    )


class FollowForm(Form):
    """After the decision: asked and not known yet, or known and finished; or just something to remember."""

    what = forms.ChoiceField(
        label=_("What is this?"),
        choices=[
            (Step.CHASED, _("I asked what became of it")),
            (Step.OUTCOME, _("This is what became of it, and it is finished")),
            (Step.NOTED, _("A note")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what this is")},
    )
    words = forms.CharField(
        label=_("In words"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        error_messages={"required": _("Write what you heard, or what you did")},
    )

    def __init__(self, *args: Any, decided: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not decided:
            self.fields["what"].choices = [(Step.NOTED, _("A note"))]
            self.fields["what"].initial = Step.NOTED
            self.fields["what"].widget = forms.HiddenInput()
