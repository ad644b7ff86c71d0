"""What hangs on a listing: costs, room, picture, an online community, who provides it, how it stands."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed
from directory.states import Kind, Platform, Scheme

ENOUGH = 10  # introductions; of fewer nothing is said, lest it be about somebody


class KindGuide(models.Model):
    """What we say about a kind of listing, and how often such listings are checked."""

    kind = models.CharField(primary_key=True, max_length=20, choices=Kind)
    check_every_days = models.PositiveSmallIntegerField(default=182)
    evidence = models.TextField(blank=True)  # what is known about whether this kind helps, in plain words
    evidence_source = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.get_kind_display()


class CostOption(Keyed):
    """One price: HSDS's cost_option. `amount` is in pounds; nought is free, none is "ask" or "what you can"."""

    service = models.ForeignKey("directory.Service", models.CASCADE, related_name="costs")
    option = models.CharField(max_length=120)
    amount = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    amount_description = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "amount"]
        constraints = [
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gte=0), name="no_price_below_nought")
        ]

    def __str__(self) -> str:
        return self.option


class Capacity(Keyed):
    """Somebody said how much room there is: HSDS's service_capacity. The latest counts; a schedule's own goes first."""

    service = models.ForeignKey("directory.Service", models.CASCADE, related_name="capacities")
    schedule = models.ForeignKey("directory.Schedule", models.CASCADE, null=True, blank=True, related_name="capacities")
    available = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum = models.PositiveSmallIntegerField(null=True, blank=True)
    waiting_days = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(1000)])
    said_at = models.DateTimeField(default=timezone.now)
    said_by_name = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-said_at"]
        indexes = [models.Index(fields=["service", "-said_at"], name="capacity_latest")]

    def __str__(self) -> str:
        return f"{self.available} of {self.maximum}"


class Picture(models.Model):
    """A picture of the place, drawn anew by us so that nothing hides in it. Kept in the database, with the listing."""

    service = models.OneToOneField("directory.Service", models.CASCADE, primary_key=True, related_name="picture")
    jpeg = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    alt = models.CharField(max_length=200)
    credit = models.CharField(max_length=120, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.alt


class OnlineCommunity(models.Model):
    """A Facebook group, page or the like as a place to go. Figures are typed in and dated, never scraped."""

    service = models.OneToOneField("directory.Service", models.CASCADE, primary_key=True, related_name="community")
    platform = models.CharField(max_length=20, choices=Platform)
    address = models.URLField(max_length=500)
    members = models.PositiveIntegerField(null=True, blank=True)
    members_counted_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(null=True, blank=True)  # None: we do not know whether somebody lets you in
    not_for = models.CharField(max_length=300, blank=True)
    posts = models.CharField(max_length=120, blank=True)  # about 40 posts a day
    answers = models.CharField(max_length=120, blank=True)  # questions get an answer in about an hour
    last_active_on = models.DateField(null=True, blank=True)
    joining_steps = models.TextField(blank=True)
    safe_to_join = models.TextField(blank=True)
    without_it = models.TextField(blank=True)  # for whoever is not on that platform

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(members=None) | Q(members_counted_on__isnull=False), name="members_are_dated"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_platform_display()}: {self.address}"

    def clean(self) -> None:
        if self.members is not None and self.members_counted_on is None:
            raise ValidationError({"members_counted_on": _("Say on which day the members were counted")})


class CommunityAdmin(Keyed):
    """Somebody who looks after a community, and has said yes to being named here."""

    community = models.ForeignKey(OnlineCommunity, models.CASCADE, related_name="admins")
    name = models.CharField(max_length=120)
    about = models.CharField(max_length=200, blank=True)
    agreed_on = models.DateField()
    trained_on = models.DateField(null=True, blank=True)
    training = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Provider(models.Model):
    """An organisation as the directory shows it."""

    organisation = models.OneToOneField(
        "people.Organisation", models.CASCADE, primary_key=True, related_name="provider"
    )
    description = models.TextField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    email = models.EmailField(blank=True)
    # What one editor gave and a second has not agreed to: nobody is sent there yet.
    waiting = models.JSONField(default=dict, blank=True)
    waiting_by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return str(self.organisation)


class OrganisationIdentifier(Keyed):
    """A number some regulator or register gave: HSDS's organization_identifier."""

    organisation = models.ForeignKey("people.Organisation", models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=20, choices=Scheme)
    identifier = models.CharField(max_length=40)

    class Meta:
        ordering = ["scheme", "identifier"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "identifier"], name="one_organisation_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.identifier}"


class Standing(models.Model):
    """What the floors above know of a listing, written down to it. No count is ever shown."""

    service = models.OneToOneField("directory.Service", models.CASCADE, primary_key=True, related_name="standing")
    last_attended_on = models.DateField(null=True, blank=True)
    introduced = models.PositiveIntegerField(default=0)
    came = models.PositiveIntegerField(default=0)
    stayed = models.PositiveIntegerField(default=0)
    reply_days = models.PositiveSmallIntegerField(null=True, blank=True)  # the usual time to an answer: the median
    counted_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"how {self.service_id} stands"

    @property
    def most_stay(self) -> bool:
        """Enough people were introduced to say so, and more than half of them still go."""
        return self.introduced >= ENOUGH and self.stayed * 2 > self.introduced
