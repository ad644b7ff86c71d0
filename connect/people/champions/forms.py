"""What somebody says who would like to help, what they change later, and what a coordinator answers."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.forms import Form
from connect.keyed import KeyedForm
from connect.people.champions import logos
from connect.people.champions.models import Champion
from connect.people.champions.states import May, Tier
from connect.places.models import Area

EMAIL_WRONG = {
    "required": gettext_lazy("Enter your e-mail address, like name@example.org"),
    "invalid": gettext_lazy("Enter a whole e-mail address, like name@example.org"),
}
FEW = 40  # wards that can be ticked; of more, a list to choose from


def wards() -> QuerySet[Area]:
    """Those that a team serves; where none does yet, all there are."""
    served = Area.objects.filter(kind=Area.Kind.WARD, teams__isnull=False).distinct()
    return served if served.exists() else Area.objects.filter(kind=Area.Kind.WARD)


class WardsField(forms.ModelMultipleChoiceField):
    def __init__(self, **more: Any) -> None:
        widget = forms.CheckboxSelectMultiple()
        wrong = {"required": gettext_lazy("Choose at least one area")}
        super().__init__(queryset=Area.objects.none(), widget=widget, error_messages=wrong, **more)


class AreaForm(Form):
    """With the wards there are, however many."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, rows = self.fields["wards"], wards()
        field.queryset = rows
        if rows.count() > FEW:
            field.widget = forms.SelectMultiple({"size": 10})
            field.widget.choices = field.choices


class SayForm(AreaForm):
    """What is theirs to say and to change."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Enter your name")},
    )
    phone = forms.CharField(
        label=gettext_lazy("Your phone number"),
        max_length=20,
        required=False,
        widget=forms.TextInput({"type": "tel", "inputmode": "tel", "class": "mid", "autocomplete": "tel"}),
    )
    tier = forms.ChoiceField(
        label=gettext_lazy("How much would you like to do?"),
        choices=Tier,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one. You can change it later")},
    )
    wards = WardsField(label=gettext_lazy("Where do you know people?"))
    words = forms.CharField(
        label=gettext_lazy("What would you like to do?"),
        help_text=gettext_lazy("About you, please, and about nobody else"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "phone", "tier", "wards", "words")}


class SignUpForm(SayForm, KeyedForm):
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        help_text=gettext_lazy("We send a link there. Nobody else sees it"),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages=EMAIL_WRONG,
    )
    yes = forms.BooleanField(
        label=gettext_lazy("You may keep this and write to me about helping, until I say stop"),
        error_messages={"required": gettext_lazy("Tick this, or we cannot write to you")},
    )
    field_order = ["name", "email", "phone", "tier", "wards", "words", "yes"]

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class AgainForm(KeyedForm):
    email = forms.EmailField(label=gettext_lazy("Your e-mail"), error_messages=EMAIL_WRONG)

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class BrandForm(Form):
    """The name of a shop or a group, and its logo: shown beside ours once a coordinator has agreed."""

    shop = forms.CharField(
        label=gettext_lazy("Name of your shop or group"),
        max_length=80,
        error_messages={"required": gettext_lazy("Enter the name of your shop or group")},
    )
    logo = forms.FileField(
        label=gettext_lazy("Its logo"),
        help_text=gettext_lazy("A PNG or a JPEG"),
        required=False,
        widget=forms.ClearableFileInput({"accept": "image/png,image/jpeg"}),
    )

    def clean_logo(self) -> bytes | None:
        return logos.draw(self.cleaned_data["logo"]) if self.cleaned_data["logo"] else None


class GrantForm(AreaForm):
    """What they may do, and where: the coordinator's."""

    may = forms.MultipleChoiceField(
        label=gettext_lazy("What they may do"), choices=May, widget=forms.CheckboxSelectMultiple, required=False
    )
    wards = WardsField(label=gettext_lazy("Where"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, champion: Champion, **kwargs: Any) -> None:
        now = {"may": champion.may or [May.SIGNPOST], "wards": champion.wards.all()}
        super().__init__(*args, initial=now | {"seen": champion.changed_at.isoformat()}, **kwargs)


class ThankForm(KeyedForm):
    words = forms.CharField(
        label=gettext_lazy("What for?"),
        help_text=gettext_lazy("They get it by e-mail and read it on their page. Name nobody who is helped"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Write a sentence")},
    )

    def clean_words(self) -> str:
        said = self.cleaned_data["words"].strip()
        if len(said) < 3:
            raise ValidationError(_("Write a sentence"))
        return said
