"""A line beside the figures of a month and a place. It names nobody; taken back, it is kept and no longer shown."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from connect.people.access import scope_of
from connect.people.models import MadeOnce, User
from outcomes import within

LONGEST = 120


class AnnotationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AnnotationQuerySet":
        """Of the areas whose figures one may read."""
        if scope_of(user, "REPORT_NOTE") is None:
            return self.none()
        return self.filter(area_code__in=within.authorities(user).values("code"))

    def standing(self) -> "AnnotationQuerySet":
        return self.filter(taken_back_at=None)

    def between(self, first: date, end: date) -> "AnnotationQuerySet":
        """Of the months from the first until `end`, which is the first day after them."""
        return self.filter(month__gte=first, month__lt=end)

    def at(self, codes: Iterable[str]) -> "AnnotationQuerySet":
        return self.filter(place_code__in=list(codes))


class Annotation(MadeOnce):
    """Places are named by code and in words, since areas change and this does not."""

    area_code = models.CharField(max_length=20)  # the authority the place lies in
    place_code = models.CharField(max_length=20)
    place_name = models.CharField(max_length=100)
    month = models.DateField()  # its first day
    words = models.CharField(max_length=LONGEST)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = AnnotationQuerySet.as_manager()

    class Meta:
        ordering = ["month", "place_name", "made_at"]
        indexes = [models.Index(fields=["area_code", "month"], name="annotation_where")]
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="annotation_of_a_month"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__gte=F("made_at"), taken_back_by__isnull=False),
                name="taken_back_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
