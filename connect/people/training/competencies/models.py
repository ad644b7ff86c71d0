"""What a tenant wants its workers to be able to do, and how far each one is: by their own word, or as somebody saw."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.audit.models import APPEND_ONLY
from connect.people.access import scope
from connect.people.models import Keyed, Organisation, Team, User


class Level(models.IntegerChoices):
    NEW = 1, _("New to me")
    HELPED = 2, _("With help")
    ALONE = 3, _("On my own")
    SHOWS = 4, _("I can show others")


class CompetencyQuerySet(models.QuerySet):
    def now(self) -> "CompetencyQuerySet":
        return self.filter(ended_at=None)


class Competency(Keyed):
    """One line of the tenant's list. `preset` names where it came from, so that a preset is taken up once."""

    name = models.CharField(max_length=120)
    about = models.CharField(max_length=400, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    preset = models.CharField(max_length=30, blank=True)
    ended_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = CompetencyQuerySet.as_manager()

    class Meta:
        ordering = ["place", "name"]
        constraints = [
            models.UniqueConstraint(fields=["preset"], condition=~Q(preset=""), name="a_preset_line_once"),
        ]

    def __str__(self) -> str:
        return self.name


class RatingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "RatingQuerySet":
        """Of oneself; a lead's, of everybody in their organisation or team."""
        if user.acting is None:
            return self.none()
        within, own = scope(user.acting.role, "COMPETENCY", "R"), Q(user=user)
        if within is None or within == "o":
            return self.filter(own)
        theirs = Q(organisation=user.acting.organisation_id)
        if within == "t":
            theirs &= Q(team=user.acting.team_id)
        return self if within == "" else self.filter(own | theirs)

    def latest(self) -> "RatingQuerySet":
        """Of each person and line the last word of their own, and the last that somebody saw."""
        rows = self.order_by("user_id", "competency_id", "observed", "-said_at", "-pk")
        return rows.distinct("user_id", "competency_id", "observed")


class CompetencyRating(Keyed):
    """How far somebody is with one thing on a day. Never changed: the next one stands beside it."""

    competency = models.ForeignKey(Competency, models.PROTECT, related_name="ratings")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    observed = models.BooleanField()
    level = models.PositiveSmallIntegerField(choices=Level)
    said_at = models.DateTimeField(default=timezone.now)

    objects = RatingQuerySet.as_manager()

    class Meta:
        ordering = ["-said_at"]
        triggers = [APPEND_ONLY]
        indexes = [models.Index(fields=["user", "competency", "said_at"], name="rating_of")]
        constraints = [
            models.CheckConstraint(condition=Q(level__range=(1, 4)), name="level_from_1_to_4"),
            models.CheckConstraint(
                condition=Q(observed=False, by=F("user")) | (Q(observed=True) & ~Q(by=F("user"))),
                name="nobody_observes_themselves",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
