"""People who work here, the organisations and teams they work in, and the tenant whose house this is."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connect.people.contrast import contrast
from connect.people.roles import WITHOUT_ACCOUNT, Job, Role, Skill

WITH_ACCOUNT = [role.value for role in Role if role not in WITHOUT_ACCOUNT]


class Keyed(models.Model):
    """A row with a random key made in Python: an address gives nothing away, and INSERT needs no RETURNING."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class MadeOnce(Keyed):
    """Made by a form that carries its own key: sent twice, it is made once (connect/keyed.py)."""

    key = models.UUIDField(unique=True)
    content_hash = models.CharField(max_length=64)
    made_in = models.CharField(max_length=64)

    class Meta:
        abstract = True


class Nation(models.TextChoices):
    ENGLAND = "england", _("England")
    SCOTLAND = "scotland", _("Scotland")
    WALES = "wales", _("Wales")
    NORTHERN_IRELAND = "northern-ireland", _("Northern Ireland")


class Kind(models.TextChoices):
    """What an organisation is here for; it may be several of these."""

    REFERS = "refers", _("Refers people")
    CONNECTS = "connects", _("Runs a connector service")
    PROVIDES = "provides", _("Offers something in the directory")
    COMMISSIONS = "commissions", _("Commissions, or oversees")


class Organisation(Keyed):
    """A referring body, a connector service, a provider in the directory, or several at once."""

    name = models.CharField(max_length=200, unique=True)
    nation = models.CharField(max_length=20, choices=Nation, default=Nation.ENGLAND)
    kinds = ArrayField(models.CharField(max_length=12, choices=Kind), default=list, blank=True)
    # What stands behind the @ of its work addresses, in small letters: whoever has one may refer without an account.
    email_domains = ArrayField(models.CharField(max_length=100), default=list, blank=True)

    def __str__(self) -> str:
        return self.name

    @property
    def said_kinds(self) -> list[str]:
        return [str(Kind(one).label) for one in self.kinds if one in Kind.values]


class Scheme(Keyed):
    """A connector service: whom it serves, and the clocks it has promised to keep. Days are working days."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="schemes")
    name = models.CharField(max_length=200, unique=True)
    phone = models.CharField(max_length=20, blank=True)
    lowest_age = models.PositiveSmallIntegerField(default=18)
    highest_age = models.PositiveSmallIntegerField(null=True, blank=True)
    younger_go_to = models.TextField(blank=True)  # the right door, in words, for whoever is too young
    decide_days = models.PositiveSmallIntegerField(default=2)
    contact_days = models.PositiveSmallIntegerField(default=5)
    nudge_days = models.PositiveSmallIntegerField(default=6)
    escalate_days = models.PositiveSmallIntegerField(default=9)
    return_days = models.PositiveSmallIntegerField(default=10)
    consent_months = models.PositiveSmallIntegerField(default=12)
    baseline_days = models.PositiveSmallIntegerField(default=14)  # of the week, from the first word with somebody
    follow_up_weeks = models.PositiveSmallIntegerField(default=12)  # from the first reading of how they are
    later_weeks = models.PositiveSmallIntegerField(default=26)
    offer_days = models.PositiveSmallIntegerField(default=2)  # how long a place at a group is held for an answer
    takes_self_referrals = models.BooleanField(default=True)
    takes_without_account = models.BooleanField(default=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Team(Keyed):
    """Connectors who share a queue. `areas` are the wards they serve; a referral goes to the team of its ward."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="teams")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=20)
    areas = models.ManyToManyField("places.Area", blank=True, related_name="teams")
    full_until = models.DateField(null=True, blank=True)  # takes nobody new before that day

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user


class User(Keyed, AbstractBaseUser):
    """Somebody with an account. Signs in by e-mail; what they may do comes from the membership they act under."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()
    acting: "Membership | None" = None  # set once a request by ActingMiddleware

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else ""


class MembershipQuerySet(models.QuerySet):
    def current(self) -> "MembershipQuerySet":
        now = timezone.now()
        running = Q(ends_at=None) | Q(ends_at__gt=now)
        return self.filter(running, starts_at__lte=now, suspended_at=None, user__is_active=True)


class Membership(Keyed):
    """One role of one person in one organisation. Ending it ends every right that came with it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="memberships")
    role = models.CharField(max_length=4, choices=Role)
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    job = models.CharField(max_length=12, choices=Job, blank=True)
    # For whoever connects: how much a full caseload weighs, what they are good at, and where they work.
    full_caseload = models.PositiveSmallIntegerField(default=60)
    skills = ArrayField(models.CharField(max_length=10, choices=Skill), default=list, blank=True)
    wards = models.ManyToManyField("places.Area", blank=True, related_name="+")
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    suspended_at = models.DateTimeField(null=True, blank=True)  # rests, and may be taken up again

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=WITH_ACCOUNT), name="role_has_account"),
            models.UniqueConstraint(
                "user", "organisation", "team", "role", nulls_distinct=False, name="one_membership"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.organisation}"

    @property
    def skill_names(self) -> list[str]:
        return [str(Skill(one).label) for one in self.skills if one in Skill.values]


COLOUR = RegexValidator(r"^#[0-9a-f]{6}$", _("Give a colour as six hexadecimal digits, like #0b5a55"))
PAPER, WHITE = "#fbf8f2", "#ffffff"
ENOUGH = 4.5  # WCAG 2.2, 1.4.3


class Tenant(Keyed):
    """Whose house this is. One row; name, logo, two colours and whoever it is run together with."""

    name = models.CharField(max_length=80, default="Connect")
    place = models.CharField(max_length=80)
    phone = models.CharField(max_length=20)
    hours = models.CharField(max_length=120, default="Monday to Friday, 9am to 5pm")
    help_phone = models.CharField(max_length=20)
    nation = models.CharField(max_length=20, choices=Nation, default=Nation.ENGLAND)
    primary = models.CharField(max_length=7, default="#0b5a55", validators=[COLOUR])
    primary_dark = models.CharField(max_length=7, default="#084541", validators=[COLOUR])
    accent = models.CharField(max_length=7, default="#a63d2a", validators=[COLOUR])
    logo = models.CharField(max_length=200, blank=True, help_text=_("a file among the static files"))
    cobrand_name = models.CharField(max_length=80, blank=True)
    cobrand_logo = models.CharField(max_length=200, blank=True)
    champion_label = models.CharField(max_length=40, blank=True)  # what a champion is called here: Community Connector
    champions_label = models.CharField(max_length=40, blank=True)  # and several of them
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name} {self.place}"

    @classmethod
    def current(cls) -> "Tenant":
        return cls.objects.first() or cls(place="", phone="", help_phone="")

    @property
    def champion(self) -> str:
        return self.champion_label or gettext("Community champion")

    @property
    def champions(self) -> str:
        return self.champions_label or gettext("Community champions")

    def clean(self) -> None:
        """Refuse colours that somebody with poor sight could not read."""
        for field in ("primary", "primary_dark", "accent"):
            colour = getattr(self, field)
            if COLOUR.regex.fullmatch(colour) and min(contrast(colour, PAPER), contrast(colour, WHITE)) < ENOUGH:
                raise ValidationError({field: _("Too pale to read on our paper: choose a darker colour")})


from connect.people.champions.models import Brand, Champion, Thanks  # noqa: E402, F401
from connect.people.running.models import DefaultTeam, Invitation, SchemeReason  # noqa: E402, F401
from connect.people.training.models import Trainee, TrainingSession  # noqa: E402, F401  (Django looks for models here)
