"""What those who run it may type: bodies, schemes, teams, the house itself, and whom they invite."""

from itertools import pairwise
from typing import Any

from django import forms
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.keyed import KeyedForm
from connect.people.models import Kind, Membership, Organisation, Scheme, Team, Tenant, User
from connect.people.roles import Job, Role
from connect.people.running.keeping import KeptForm
from connect.people.running.reach import IN_A_TEAM, bodies_given_by, elsewhere, roles_given_by, teams_given_by
from connect.places.models import Area

A_NAME = {"required": gettext_lazy("Enter a name"), "unique": gettext_lazy("That name is taken")}


def days(label: object, help_text: object = "") -> forms.IntegerField:
    wrong = gettext_lazy("Enter a number of working days, from 1 to 90")
    errors = {"required": wrong, "invalid": wrong, "min_value": wrong, "max_value": wrong}
    return forms.IntegerField(label=label, help_text=help_text, min_value=1, max_value=90, error_messages=errors)


class OrganisationForm(KeptForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, error_messages=A_NAME)
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("What it is here for"), choices=Kind, widget=forms.CheckboxSelectMultiple, required=False
    )
    email_domains = forms.CharField(
        label=gettext_lazy("Its e-mail domains"),
        help_text=gettext_lazy("What stands behind the @, with commas between. Whoever has such an address may refer"),
        max_length=1000,
        required=False,
    )

    class Meta:
        model = Organisation
        fields = ["name", "nation", "kinds", "email_domains"]
        labels = {"nation": gettext_lazy("Nation")}
        help_texts = {"nation": gettext_lazy("Its bank holidays are not working days")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["email_domains"] = ", ".join(self.instance.email_domains)

    def clean_email_domains(self) -> list[str]:
        said = [part.strip().lower().lstrip("@") for part in self.cleaned_data["email_domains"].split(",")]
        domains = list(dict.fromkeys(filter(None, said)))
        if wrong := next((one for one in domains if not _is_domain(one)), None):
            raise ValidationError(_("“%(said)s” is not a domain. Write it like: council.gov.uk") % {"said": wrong[:60]})
        if wrong := next((one for one in domains if one in FOR_EVERYBODY), None):
            raise ValidationError(_("Anybody can have an address at %(said)s, so it proves nothing") % {"said": wrong})
        return domains


FOR_EVERYBODY = {
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.co.uk", "yahoo.com",
    "yahoo.co.uk", "icloud.com", "aol.com", "btinternet.com", "sky.com", "proton.me", "protonmail.com",
}  # fmt: skip


def _is_domain(said: str) -> bool:
    parts = said.split(".")
    return len(said) <= 100 and len(parts) > 1 and all(part.replace("-", "").isalnum() for part in parts)


class SchemeForm(KeptForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, error_messages=A_NAME)
    lowest_age = forms.IntegerField(label=gettext_lazy("From this age"), min_value=0, max_value=120)
    highest_age = forms.IntegerField(label=gettext_lazy("Up to this age"), min_value=0, max_value=120, required=False)
    younger_go_to = forms.CharField(
        label=gettext_lazy("Where somebody younger is sent"),
        help_text=gettext_lazy("The worker, or the person, reads this: say who helps instead, and how to reach them"),
        widget=forms.Textarea({"rows": 3}),
        max_length=1000,
        required=False,
    )
    decide_days = days(gettext_lazy("To accept or give back"))
    contact_days = days(gettext_lazy("To speak with the person"))
    nudge_days = days(gettext_lazy("The connector is reminded"), gettext_lazy("Working days with nothing done"))
    escalate_days = days(gettext_lazy("The team’s lead is told"))
    return_days = days(gettext_lazy("Back to whoever asked"), gettext_lazy("Never what is urgent or a self-referral"))
    consent_months = forms.IntegerField(label=gettext_lazy("A yes is asked for anew after"), min_value=1, max_value=60)

    offer_days = forms.IntegerField(
        label=gettext_lazy("A place at a group is held for"),
        help_text=gettext_lazy("Working days to answer in. Then it goes to the next person on the list"),
        min_value=1,
        max_value=20,
        required=False,
    )
    baseline_days = forms.IntegerField(
        label=gettext_lazy("Days until somebody is first asked how they are"),
        help_text=gettext_lazy("From the day somebody first spoke with them"),
        min_value=0,
        max_value=90,
        required=False,
    )
    follow_up_weeks = forms.IntegerField(
        label=gettext_lazy("Weeks until the second time"), min_value=1, max_value=52, required=False
    )
    later_weeks = forms.IntegerField(
        label=gettext_lazy("Weeks until the last time"), min_value=2, max_value=104, required=False
    )

    ABOUT = ("name", "organisation", "phone", "lowest_age", "highest_age", "younger_go_to")
    CLOCKS = ("decide_days", "contact_days", "nudge_days", "escalate_days", "return_days", "consent_months")
    ASKING = ("offer_days", "baseline_days", "follow_up_weeks", "later_weeks")  # left empty, it stays as it is
    DOORS = ("takes_self_referrals", "takes_without_account")

    class Meta:
        model = Scheme
        fields = [
            "name", "organisation", "phone", "lowest_age", "highest_age", "younger_go_to", "decide_days",
            "contact_days", "nudge_days", "escalate_days", "return_days", "offer_days", "consent_months",
            "baseline_days", "follow_up_weeks", "later_weeks", "takes_self_referrals", "takes_without_account",
        ]  # fmt: skip
        labels = {
            "organisation": gettext_lazy("Run by"),
            "phone": gettext_lazy("Phone"),
            "takes_self_referrals": gettext_lazy("Residents may ask for themselves"),
            "takes_without_account": gettext_lazy("Workers may refer by a proven work e-mail, without an account"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            del self.fields["organisation"]  # its teams and their people would not go along

    def clean(self) -> dict[str, object]:
        said = super().clean()
        low, high = said.get("lowest_age"), said.get("highest_age")
        if low is not None and high is not None and high < low:
            self.add_error("highest_age", _("This is below the lowest age"))
        self._in_order(said)
        for name in self.ASKING:
            said[name] = getattr(self.instance, name) if said.get(name) is None else said[name]
        if said["later_weeks"] <= said["follow_up_weeks"]:
            self.add_error("later_weeks", _("This has to come after the second time"))
        return said

    def _in_order(self, said: dict[str, object]) -> None:
        """A reminder after the lead was told, or a return before it, would be no use to anybody."""
        clocks = [(name, said.get(name)) for name in ("nudge_days", "escalate_days", "return_days")]
        for (_earlier, first), (name, then) in pairwise(clocks):
            if first and then and then <= first:
                self.add_error(name, _("This has to come after the step before it (%(n)d working days)") % {"n": first})


class TeamForm(KeptForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, error_messages=A_NAME)
    areas = forms.ModelMultipleChoiceField(
        Area.objects.filter(kind=Area.Kind.WARD),
        label=gettext_lazy("Wards it serves"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Team
        fields = ["name", "scheme", "phone", "full_until", "areas"]
        labels = {
            "scheme": gettext_lazy("Scheme"),
            "phone": gettext_lazy("Phone"),
            "full_until": gettext_lazy("Full: takes nobody new before this day"),
        }
        widgets = {"full_until": forms.DateInput({"type": "date", "class": "mid"}, format="%Y-%m-%d")}
        error_messages = {
            "phone": {"required": gettext_lazy("Enter the number that people ring")},
            "scheme": {"required": gettext_lazy("Choose a scheme")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            del self.fields["scheme"]

    def clean(self) -> dict[str, object]:
        """A ward has one team: with two, which of them gets a referral would be chance."""
        said = super().clean()
        others = Team.objects.exclude(pk=self.instance.pk).filter(scheme__closed_at=None)
        taken = others.filter(areas__in=said.get("areas") or []).distinct().first()
        if taken:
            wards = ", ".join(area.name for area in taken.areas.all() if area in said["areas"])
            self.add_error("areas", _("%(wards)s: served by %(team)s. Take it from them first")
                           % {"wards": wards, "team": taken.name})  # fmt: skip
        return said


class TenantForm(KeptForm):
    class Meta:
        model = Tenant
        fields = [
            "name", "place", "phone", "hours", "help_phone", "nation", "primary", "primary_dark", "accent",
            "cobrand_name", "logo", "cobrand_logo", "champion_label", "champions_label",
        ]  # fmt: skip
        labels = {
            "name": gettext_lazy("What it is called"),
            "place": gettext_lazy("Where"),
            "phone": gettext_lazy("The number residents ring"),
            "hours": gettext_lazy("When somebody answers"),
            "help_phone": gettext_lazy("The number workers ring for help"),
            "nation": gettext_lazy("Nation"),
            "primary": gettext_lazy("Colour of links and buttons"),
            "primary_dark": gettext_lazy("The same, darker"),
            "accent": gettext_lazy("Accent"),
            "cobrand_name": gettext_lazy("Run together with"),
            "logo": gettext_lazy("Logo"),
            "cobrand_logo": gettext_lazy("Their logo"),
            "champion_label": gettext_lazy("What a community champion is called here"),
            "champions_label": gettext_lazy("And several of them"),
        }
        widgets = {name: forms.TextInput({"type": "color"}) for name in ("primary", "primary_dark", "accent")}

    def clean(self) -> dict[str, object]:
        said = super().clean()
        for name in ("primary", "primary_dark", "accent"):
            if said.get(name):
                said[name] = said[name].lower()
        for name in ("logo", "cobrand_logo"):
            if said.get(name) and not _is_there(said[name]):  # every page would fail that draws it
                self.add_error(name, _("There is no such file among the static files"))
        return said


def _is_there(name: str) -> bool:
    return ".." not in name and not name.startswith("/") and bool(finders.find(name))


class InviteForm(KeyedForm):
    """Who, as what, and where. It offers no more than the sender may give."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=200, error_messages={"required": gettext_lazy("Enter their name")}
    )
    email = forms.EmailField(
        label=gettext_lazy("Work e-mail"),
        error_messages={
            "required": gettext_lazy("Enter their work e-mail address"),
            "invalid": gettext_lazy("Enter an e-mail address, like name@example.org"),
        },
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), error_messages={"required": gettext_lazy("Choose a role")})
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Organisation"),
        empty_label=gettext_lazy("Choose"),
        error_messages={"required": gettext_lazy("Choose an organisation")},
    )
    team = forms.ModelChoiceField(
        Team.objects.none(), label=gettext_lazy("Team"), required=False, empty_label=gettext_lazy("No team")
    )
    area = forms.ModelChoiceField(
        Area.objects.filter(kind=Area.Kind.AUTHORITY),
        label=gettext_lazy("Area, for a commissioner"),
        required=False,
        empty_label=gettext_lazy("No one area"),
    )
    job = forms.ChoiceField(
        label=gettext_lazy("What they do for a living"), choices=[("", gettext_lazy("Not said")), *Job.choices],
        required=False,
    )  # fmt: skip
    OFFER = ("name", "email", "role", "organisation", "team", "area", "job")

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, roles = by, roles_given_by(by)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
        self.fields["organisation"].queryset = bodies_given_by(by).order_by("name")
        self.fields["organisation"].initial = by.acting.organisation_id
        self.fields["team"].queryset = teams_given_by(by).order_by("name")
        self.fields["team"].initial = by.acting.team_id
        if not self.fields["team"].queryset.exists():
            del self.fields["team"]
        if Role.COM not in roles:
            del self.fields["area"]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if email == self.by.email:
            raise ValidationError(_("That is you. Somebody else has to invite you"))
        return email

    def clean(self) -> dict[str, object]:
        said = super().clean()
        team, role = said.get("team"), said.get("role")
        if team and said.get("organisation") and team.organisation_id != said["organisation"].pk:
            self.add_error("team", _("That team belongs to another organisation"))
        if role in IN_A_TEAM and "team" in self.fields and not team and "team" not in self.errors:
            self.add_error("team", _("Choose the team they will work in"))
        if role == Role.COM and "area" in self.fields and not said.get("area"):
            self.add_error("area", _("Choose the area whose figures they read"))
        return said

    def offer(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in self.OFFER if name in self.cleaned_data}


class ElsewhereForm(InviteForm):
    """The same offer to somebody who works here already, in another organisation."""

    def __init__(self, *args: Any, by: User, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        del self.fields["name"], self.fields["email"]
        self.fields["organisation"].queryset = elsewhere(by, member).order_by("name")
        self.fields["organisation"].initial, self.fields["role"].initial = None, member.role
        self.fields["job"].initial = member.job
        if "team" in self.fields:
            self.fields["team"].initial = None
