"""What somebody writes over a paper by hand: for which board it is, and what that is asked to agree."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed, User
from outcomes import within
from outcomes.figures.lattice import Grain


class Which(models.TextChoices):
    PAPER = "paper", _("Board paper")
    PILOT = "pilot", _("Pilot report")


class CoverQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "CoverQuerySet":
        """Of the areas whose figures one may read."""
        return self.filter(area_code__in=within.authorities(user).values("code"))


class Cover(Keyed):
    """One a paper, a period and a place. `asks`: a line each. It names nobody who is helped."""

    which = models.CharField(max_length=5, choices=Which)
    grain = models.CharField(max_length=10, choices=Grain)
    period = models.DateField()  # its first day
    area_code = models.CharField(max_length=20)
    place_code = models.CharField(max_length=20)
    board = models.CharField(max_length=120, blank=True)  # for whom
    meets_on = models.DateField(null=True, blank=True)
    asks = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = CoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["which", "grain", "period", "place_code"], name="one_cover_a_paper"),
            models.CheckConstraint(condition=Q(which__in=Which.values), name="cover_of_a_paper"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def lines(self) -> list[str]:
        return [line for line in self.asks.splitlines() if line]
