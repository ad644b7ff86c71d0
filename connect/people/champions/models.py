"""A champion, what they are thanked for, and the page that carries their shop's or group's name beside ours."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from connect.people.access import scope_of
from connect.people.champions.states import HERE, MOVES, May, Standing, Tier
from connect.people.models import Keyed, Organisation, User

SLUG_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # what nobody takes for another when they type it from a poster


def key_of(email: str) -> uuid.UUID:
    """One row an address, found without reading the others; the key gives the address to nobody."""
    digest = salted_hmac("connect.people.champion", email.strip().lower(), algorithm="sha256").digest()
    return uuid.UUID(bytes=digest[:16], version=4)


def new_slug() -> str:
    return get_random_string(8, SLUG_LETTERS)


class ChampionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ChampionQuerySet":
        """A coordinator's own organisation's, and those whom nobody looks after yet."""
        within = scope_of(user, "CHAMPION")
        if within is None:
            return self.none()
        return self.filter(Q(kept_by=user.acting.organisation_id) | Q(kept_by=None)) if within == "g" else self

    def here(self) -> "ChampionQuerySet":
        return self.filter(standing__in=HERE)


class Champion(Keyed):
    """Somebody who helps in their area. The key is made from the e-mail address, so that nobody is here twice."""

    name = models.CharField(max_length=200)
    email = models.EmailField()
    phone = models.CharField(max_length=20, blank=True)
    tier = models.CharField(max_length=12, choices=Tier)
    words = models.TextField(blank=True)
    wards = models.ManyToManyField("places.Area", blank=True, related_name="+")
    language = models.CharField(max_length=5, default="en")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.ASKED)
    may = ArrayField(models.CharField(max_length=10, choices=May), default=list, blank=True)
    kept_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")  # who looks after them
    asked_at = models.DateTimeField(default=timezone.now)
    begun_at = models.DateTimeField(null=True)
    granted_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    left_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ChampionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["standing"], name="champion_standing")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else ""

    @property
    def is_active(self) -> bool:
        return self.standing == Standing.ACTIVE

    @property
    def may_said(self) -> list[str]:
        return [str(May(one).label) for one in self.may if one in May.values]

    def can_move_to(self, to: str) -> bool:
        return to in MOVES[Standing(self.standing)]


class Thanks(Keyed):
    """What somebody was thanked for; they read it on their own page too."""

    champion = models.ForeignKey(Champion, models.CASCADE, related_name="thanks")
    words = models.CharField(max_length=500)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "thanks"

    def __str__(self) -> str:
        return str(self.pk)


class BrandQuerySet(models.QuerySet):
    def open(self) -> "BrandQuerySet":
        return self.filter(is_open=True)


class Brand(Keyed):
    """A page for passing on, open to everybody: the name and logo of a shop or group, and of no person.

    `asked_name` and `asked_logo` wait for a coordinator; what stands in `name` and `logo` has their yes.
    """

    champion = models.OneToOneField(Champion, models.CASCADE, related_name="brand")
    slug = models.CharField(max_length=12, unique=True, default=new_slug)
    ward = models.ForeignKey("places.Area", models.SET_NULL, null=True, related_name="+")
    is_open = models.BooleanField(default=False)
    name = models.CharField(max_length=80, blank=True)
    logo = models.BinaryField(null=True)  # PNG, drawn anew by us
    asked_name = models.CharField(max_length=80, blank=True)
    asked_logo = models.BinaryField(null=True)
    asked_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)

    objects = BrandQuerySet.as_manager()

    def __str__(self) -> str:
        return self.slug

    @property
    def waits(self) -> bool:
        return self.asked_at is not None
