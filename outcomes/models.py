"""Figures as they were released: what was shown, never what was counted. Written once, kept for ever, about nobody."""

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed, User
from connect.people.roles import Role
from outcomes.chest.models import Application, Pot, Spending, Verdict  # noqa: F401  (Django looks for models here)
from outcomes.documents.models import AccessRequest, FirstAnswers  # noqa: F401  (Django looks for models here)
from outcomes.equality.models import EqualityAnswers, EqualityAsked  # noqa: F401
from outcomes.framework.models import Aim, Framework, Outcome  # noqa: F401
from outcomes.goals.models import Goal, GoalRating, GoalsAsked, GoalTag  # noqa: F401
from outcomes.measuring.models import LicensedWords, Questions, Reading  # noqa: F401
from outcomes.stories.models import Story, StoryPage, StoryStep  # noqa: F401

WRITTEN_ONCE = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
SEES_EVERY_AREA = (Role.DPO, Role.ADM)
# What the policy can show: hidden, not defined, nought, or a multiple of 5 from 10 upwards.
SHOWN = r"^(\*|-|0|[1-9][0-9]*[05])$"


class Measure(models.TextChoices):
    """How far the referrals received in a month had come; each counts part of the one before."""

    RECEIVED = "received", _("Referred")
    CONTACTED = "contacted", _("Spoken to")
    INTRODUCED = "introduced", _("Introduced")
    ATTENDED = "attended", _("Went along")


class ReleaseQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ReleaseQuerySet":
        """The area somebody commissions for, or those their team serves; those who answer for the house see all."""
        acting = user.acting
        if acting and acting.area:
            return self.filter(area_code=acting.area.code)
        if acting and acting.team:
            return self.filter(area_code__in=acting.team.areas.values("parent__code"))
        return self.all() if acting and acting.role in SEES_EVERY_AREA else self.none()


class Release(Keyed):
    """One month of one authority. Named by code and in words, since areas change and this does not."""

    period = models.DateField()  # the first of the month
    area_code = models.CharField(max_length=20)
    area_name = models.CharField(max_length=100)
    policy = models.CharField(max_length=40)
    definitions = models.PositiveSmallIntegerField()
    counted_to = models.DateField()  # what was known when this day began
    frozen_at = models.DateTimeField()
    frozen_by = models.CharField(max_length=20)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-period", "area_name"]
        constraints = [
            models.UniqueConstraint(fields=["period", "area_code"], name="released_once"),
            models.CheckConstraint(condition=Q(period__day=1), name="period_is_a_month"),
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.area_name} {self.period:%Y-%m}"

    def get_absolute_url(self) -> str:
        return reverse("reports", args=[self.period])

    @property
    def month(self) -> str:
        return month_name(self.period)


class Figure(Keyed):
    """One number as shown. A row of each measure without a ward is its total."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="figures")
    place = models.PositiveSmallIntegerField()  # in the order written: measure by measure, the total first, then wards
    measure = models.CharField(max_length=10, choices=Measure)
    ward_code = models.CharField(max_length=20, blank=True)
    ward_name = models.CharField(max_length=100, blank=True)
    shown = models.CharField(max_length=12)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["release", "measure", "ward_code"], name="one_figure_a_place"),
            models.CheckConstraint(condition=Q(measure__in=Measure.values), name="measure_is_known"),
            models.CheckConstraint(condition=Q(shown__regex=SHOWN), name="shown_is_disclosed"),
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.measure} {self.ward_name or 'total'}: {self.shown}"


def month_name(month: date) -> str:
    return date_format(month, "F Y")
