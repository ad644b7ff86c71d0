"""What is wished for, where, and how far it has come."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.keyed import KeyedForm
from connect.people.champions.forms import AreaForm, WardsField
from directory.models import Need, Service
from outcomes.missing.models import Wish
from outcomes.missing.states import MOVES, Standing

SAME = ("title", "words", "need", "wards", "news")


class WishForm(KeyedForm, AreaForm):
    """Something new for the list."""

    title = forms.CharField(
        label=gettext_lazy("What is wished for"), max_length=120,
        help_text=gettext_lazy("As you would name it in the directory: “Evening English café”"),
        error_messages={"required": gettext_lazy("Say what is wished for")},
    )  # fmt: skip
    need = forms.ModelChoiceField(
        label=gettext_lazy("What people would like"), queryset=Need.objects.all(),
        error_messages={"required": gettext_lazy("Choose what it would give people")},
    )  # fmt: skip
    wards = WardsField(label=gettext_lazy("Where"))
    words = forms.CharField(
        label=gettext_lazy("What it would be like"), required=False, max_length=1000,
        help_text=gettext_lazy("When, for whom, what it takes. Name nobody: commissioners read this"),
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip
    news = forms.CharField(
        label=gettext_lazy("The latest"), required=False, max_length=200,
        help_text=gettext_lazy("“Being costed, decision on 8 December”"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wards"].queryset = self.fields["wards"].queryset.exclude(parent=None).order_by("name")

    def clean_wards(self) -> list[Any]:
        wards = list(self.cleaned_data["wards"])
        if len({ward.parent_id for ward in wards}) > 1:
            raise ValidationError(_("Choose wards of one authority, and make a second wish for the other"))
        return wards

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in SAME}


class ChangeForm(WishForm):
    """The same, and how far it has come; `seen` is the version the page was drawn from."""

    standing = forms.ChoiceField(label=gettext_lazy("How far it has come"), widget=forms.RadioSelect)
    listing = forms.CharField(
        label=gettext_lazy("What came of it, in the directory"), required=False, max_length=300,
        help_text=gettext_lazy("The address of its listing, once there is one"),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ["key", "seen", "standing", "news", "listing", "title", "need", "wards", "words"]

    def __init__(self, *args: Any, held: Wish, **kwargs: Any) -> None:
        listing = held.service.get_absolute_url() if held.service else ""
        first = {name: getattr(held, name) for name in ("title", "words", "need", "news", "standing")}
        first |= {"wards": list(held.wards.all()), "listing": listing, "seen": held.version}
        super().__init__(*args, initial=first, **kwargs)
        open_to = {Standing(held.standing), *MOVES[Standing(held.standing)]}
        self.fields["standing"].choices = [(one.value, one.label) for one in Standing if one in open_to]

    def clean_listing(self) -> Service | None:
        typed = self.cleaned_data["listing"]
        if not typed:
            return None
        key = next((part for part in reversed(typed.split("/")) if part), "")
        try:
            return Service.objects.published().get(pk=key)
        except (Service.DoesNotExist, ValidationError) as unknown:
            raise ValidationError(_("Paste the address of a listing, as it stands in the browser")) from unknown

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {
            "standing": self.cleaned_data["standing"], "service": self.cleaned_data["listing"],
            "seen": self.cleaned_data["seen"],
        }  # fmt: skip
