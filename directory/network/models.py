"""A local group with its reach, whoever looks after it, a poll of what is missing, and words to its admins."""

import uuid
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed, MadeOnce
from directory.states import Platform

SLUG_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def key_of(email: str) -> uuid.UUID:
    """One row an address: an admin of three groups hears once."""
    digest = salted_hmac("directory.network.admin", email.strip().lower(), algorithm="sha256").digest()
    return uuid.UUID(bytes=digest[:16], version=4)


def new_slug() -> str:
    return get_random_string(8, SLUG_LETTERS)


class SaidBy(models.TextChoices):
    ADMIN = "admin", _("its admin")
    STAFF = "staff", _("one of us")


class GroupQuerySet(models.QuerySet):
    def here(self) -> "GroupQuerySet":
        return self.filter(gone_at=None)


class Group(MadeOnce):
    """A Facebook community, another online one, or a group that meets: by area, with how many it says it reaches."""

    name = models.CharField(max_length=200)
    platform = models.CharField(max_length=20, choices=Platform, blank=True)  # "" meets in person
    address = models.URLField(max_length=500, blank=True)
    service = models.OneToOneField(
        "directory.Service", models.SET_NULL, null=True, blank=True, related_name="in_network"
    )
    wards = models.ManyToManyField("places.Area", blank=True, related_name="+")
    members = models.PositiveIntegerField(null=True, blank=True)  # as they state it, on the day beside it
    members_on = models.DateField(null=True, blank=True)
    members_by = models.CharField(max_length=5, choices=SaidBy, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)
    gone_at = models.DateTimeField(null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(members=None) | Q(members_on__isnull=False), name="reach_is_dated"),
            models.UniqueConstraint("address", condition=~Q(address="") & Q(gone_at=None), name="one_group_an_address"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("network_group", args=[self.pk])


class Reach(Keyed):
    """How many members somebody stated, and when: so that growth can be seen. Nobody is named."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="reaches")
    members = models.PositiveIntegerField()
    counted_on = models.DateField()
    said_by = models.CharField(max_length=5, choices=SaidBy)

    class Meta:
        ordering = ["-counted_on"]
        constraints = [models.UniqueConstraint(fields=["group", "counted_on"], name="one_reach_a_day")]

    def __str__(self) -> str:
        return f"{self.members} on {self.counted_on}"


class AdminQuerySet(models.QuerySet):
    def written_to(self) -> "AdminQuerySet":
        return self.filter(off_at=None)


class Admin(Keyed):
    """Whoever looks after one group or several, and has said that we may write to them. Behind the wall."""

    name = models.CharField(max_length=120)
    email = models.EmailField()
    phone = models.CharField(max_length=20, blank=True)
    groups = models.ManyToManyField(Group, related_name="looked_after_by")
    agreed_on = models.DateField()  # to be kept and written to; a coordinator asked them
    off_at = models.DateTimeField(null=True)  # they switched our letters off
    language = models.CharField(max_length=5, default="en")

    objects = AdminQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else ""


class PollQuerySet(models.QuerySet):
    def open(self) -> "PollQuerySet":
        today = timezone.localdate()
        return self.filter(opens_on__lte=today, closes_on__gte=today, stopped_at=None)


class Poll(MadeOnce):
    """What would people like more of here? A few things to tick, open for some days; its result once it is shut."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="polls")
    slug = models.CharField(max_length=12, unique=True, default=new_slug)
    question = models.CharField(max_length=120)
    needs = ArrayField(models.CharField(max_length=40))
    opens_on = models.DateField()
    closes_on = models.DateField()
    stopped_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = PollQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on", "-made_at"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=models.F("opens_on")), name="poll_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def is_open(self) -> bool:
        return self.stopped_at is None and self.opens_on <= timezone.localdate() <= self.closes_on

    @property
    def is_over(self) -> bool:
        return self.stopped_at is not None or timezone.localdate() > self.closes_on

    def ended_on(self) -> date:
        return timezone.localdate(self.stopped_at) if self.stopped_at else self.closes_on


class PollAnswer(Keyed):
    """What one device ticked. The key is the form's; nothing else says whose it is, not even the hour."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="answers")
    needs = ArrayField(models.CharField(max_length=40), default=list)
    ward = models.ForeignKey("places.Area", models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)


class PollWords(Keyed):
    """What somebody wrote besides, kept apart from what they ticked. An admin sees it once one of us has read it."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="words")
    words = models.CharField(max_length=300)
    worries = models.BooleanField(default=False)  # speaks of danger or despair: read first, and never passed on
    read_at = models.DateTimeField(null=True)
    passed_on = models.BooleanField(default=False)

    class Meta:
        ordering = ["-worries", "pk"]
        verbose_name_plural = "words"
        constraints = [
            models.CheckConstraint(condition=Q(passed_on=False) | Q(worries=False), name="worries_are_not_passed_on")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Letter(MadeOnce):
    """What a coordinator wrote to the admins of some wards, and to how many it went."""

    words = models.TextField()
    wards = models.ManyToManyField("places.Area", blank=True, related_name="+")
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    sent = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.pk)
