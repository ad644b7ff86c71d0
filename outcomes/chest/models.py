"""A pot, what groups ask of it, what each of us said, what was spent, and what it led to. Amounts are whole pounds."""

from datetime import date
from functools import cached_property

import pgtrigger
from django.db import models
from django.db.models import F, Q, Sum
from django.utils import timezone

from connect.people.access import scope_of
from connect.people.models import MadeOnce, Organisation, User
from outcomes.chest.states import MOVES, Standing

USUAL = 750  # what each group may ask for, as in the pilot this grew from
WRITTEN_ONCE = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)


class PotQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PotQuerySet":
        within = scope_of(user, "CHEST")
        if within is None:
            return self.none()
        return self.filter(organisation=user.acting.organisation_id) if within == "g" else self

    def open(self, today: date | None = None) -> "PotQuerySet":
        today = today or timezone.localdate()
        return self.filter(opens_on__lte=today, closes_on__gte=today)


class Pot(MadeOnce):
    """Money that one organisation gives out in small amounts, until it is gone or the day has come."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    words = models.TextField(blank=True)  # what it is for, for whoever asks
    total = models.PositiveIntegerField()
    each = models.PositiveIntegerField(default=USUAL)  # the most that one group may ask for
    deciders = models.PositiveSmallIntegerField(default=2)  # how many have to say the same
    opens_on = models.DateField(default=timezone.localdate)
    closes_on = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = PotQuerySet.as_manager()

    class Meta:
        ordering = ["closes_on", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(deciders__gte=2), name="decided_by_more_than_one"),
            models.CheckConstraint(condition=Q(each__gte=1, total__gte=F("each")), name="pot_holds_one"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="pot_opens_before_it_closes"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.opens_on <= timezone.localdate() <= self.closes_on

    @cached_property
    def awarded(self) -> int:
        return self.applications.filter(standing=Standing.AWARDED).aggregate(n=Sum("awarded"))["n"] or 0

    @property
    def left(self) -> int:
        return self.total - self.awarded


class ApplicationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ApplicationQuerySet":
        """Those to the pots of one's own organisation; nobody reads what was not confirmed."""
        return self.filter(pot__in=Pot.objects.visible_to(user)).exclude(standing=Standing.ASKED)

    def told(self) -> "ApplicationQuerySet":
        """What everybody may read: awarded, and the group agreed that it is shown."""
        return self.filter(standing=Standing.AWARDED, may_show=True)


class Application(MadeOnce):
    """What a group asks for. Its contact is for those who decide, and for nobody else."""

    pot = models.ForeignKey(Pot, models.PROTECT, related_name="applications")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")  # of the pot: the wall compares it
    service = models.ForeignKey("directory.Service", models.SET_NULL, null=True, related_name="+")
    group = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    phone = models.CharField(max_length=20, blank=True)
    words = models.TextField()
    amount = models.PositiveIntegerField()
    people = models.PositiveIntegerField()  # how many they hope to reach
    aims = models.ManyToManyField("outcomes.Aim", related_name="+")
    may_show = models.BooleanField(default=False)
    language = models.CharField(max_length=5, default="en")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    awarded = models.PositiveIntegerField(null=True)
    why = models.CharField(max_length=300, blank=True)  # what the group is told beside a no
    paid_on = models.DateField(null=True)
    led_to = models.TextField(blank=True)
    reached = models.PositiveIntegerField(null=True)
    told_at = models.DateTimeField(null=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        indexes = [models.Index(fields=["pot", "standing"], name="chest_standing")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(standing="awarded") | Q(awarded__isnull=False, awarded__lte=F("amount")),
                name="awarded_says_how_much",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else ""

    @cached_property
    def spent(self) -> int:
        return self.spending.aggregate(n=Sum("amount"))["n"] or 0

    @property
    def unspent(self) -> int:
        return (self.awarded or 0) - self.spent

    def can_move_to(self, to: str) -> bool:
        return to in MOVES[Standing(self.standing)]


class Verdict(MadeOnce):
    """What one of those who decide said; each once, and not about a group of their own."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="verdicts")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    yes = models.BooleanField()
    amount = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["application", "by"], name="decides_once"),
            models.CheckConstraint(condition=Q(yes=False) | Q(amount__gte=1), name="yes_says_how_much"),
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return str(self.pk)


class Spending(MadeOnce):
    """What some of the money went on, as the group writes it down or somebody here does for them."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="spending")
    on = models.DateField(default=timezone.localdate)
    what = models.CharField(max_length=120)
    amount = models.PositiveIntegerField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the group, by its link

    class Meta:
        ordering = ["on", "pk"]
        constraints = [models.CheckConstraint(condition=Q(amount__gte=1), name="spent_something")]

    def __str__(self) -> str:
        return str(self.pk)
