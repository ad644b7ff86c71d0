"""What was spent and for which months, who lives here by group, and the scenario as it was last chosen.

Nobody who is helped is in any of these. Nothing is written over: a line that was wrong is taken back, and a newer count
or choice counts instead of the older one.
"""

from __future__ import annotations

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from connect.people.access import scope_of
from connect.people.models import MadeOnce, Organisation, User
from connect.places.models import Area
from outcomes.costs.states import Kind

WRITTEN_ONCE = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)


class OfAnArea(models.QuerySet):
    def visible_to(self, user: User) -> OfAnArea:
        """Those that one's own organisation entered; whoever keeps the house sees all."""
        within = scope_of(user, "COST")
        if within is None:
            return self.none()
        return self.filter(organisation=user.acting.organisation_id) if within == "g" else self


class Entered(MadeOnce):
    """Keyed in by somebody, for an authority."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OfAnArea.as_manager()

    class Meta:
        abstract = True


class Cost(Entered):
    """Whole pounds for whole months, first and last one included: each month bears the same part of it."""

    kind = models.CharField(max_length=10, choices=Kind)
    pounds = models.PositiveIntegerField()
    first_month = models.DateField()
    last_month = models.DateField()
    words = models.CharField(max_length=200, blank=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-first_month", "kind"]
        constraints = [
            models.CheckConstraint(condition=Q(pounds__gte=1), name="costs_something"),
            models.CheckConstraint(condition=Q(first_month__day=1, last_month__day=1), name="cost_of_months"),
            models.CheckConstraint(condition=Q(last_month__gte=F("first_month")), name="cost_months_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first_month:%Y-%m}"

    @property
    def months(self) -> int:
        return 1 + _months(self.first_month, self.last_month)

    def share_of(self, months: list[date]) -> float:
        """What these months bear of it, in pounds."""
        inside = sum(self.first_month <= month <= self.last_month for month in months)
        return self.pounds * inside / self.months


def _months(first: date, last: date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month


class GroupCount(Entered):
    """How many live here in each category of one group, from a census or a newer count; the latest row counts."""

    group = models.CharField(max_length=20)
    people = models.JSONField()  # category -> how many
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["group", "-made_at"]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.group} in {self.area_id}"


class Scenario(Entered):
    """What might have been avoided, modelled and not measured. The latest row counts; without one it is off."""

    is_on = models.BooleanField(default=False)
    figure = models.CharField(max_length=40, blank=True)  # which published value: outcomes.costs.published
    deadweight = models.PositiveSmallIntegerField(null=True)  # per cent who would have kept going without us
    attribution = models.PositiveSmallIntegerField(null=True)  # per cent of the rest that is due to us
    years = models.PositiveSmallIntegerField(default=1)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_on=False)
                | Q(deadweight__lte=100, attribution__lte=100, years__gte=1) & ~Q(figure="") & ~Q(why=""),
                name="scenario_says_what_it_supposes",
            )
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return "on" if self.is_on else "off"
