"""Goals in somebody's own words, what they are tied to, and each rating as a line of its own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from outcomes.framework.models import Outcome
from outcomes.goals.states import OVER, Rating


class Goal(MadeOnce):
    """What they said. It is never reworded: who hopes for something else has another one."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="goals")
    words = models.CharField(max_length=300)
    hoped_by = models.DateField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["made_at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def latest(self) -> "GoalRating | None":
        return max(self.ratings.all(), key=lambda one: one.at, default=None)

    @property
    def rating(self) -> str:
        return self.latest.rating if self.latest else Rating.NOT_STARTED

    @property
    def rating_words(self) -> str:
        return str(Rating(self.rating).label)

    @property
    def is_over(self) -> bool:
        return self.rating in OVER

    @property
    def outcomes(self) -> list[Outcome]:
        """What it is tied to now: of each outcome the last word counts."""
        last: dict[object, GoalTag] = {}
        for tag in sorted(self.tags.all(), key=lambda one: one.at):
            last[tag.outcome_id] = tag
        return sorted((tag.outcome for tag in last.values() if tag.on), key=lambda one: (one.aim.place, one.place))


class GoalTag(Keyed):
    """Tied to an outcome, or no longer."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="tags")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="tags")
    on = models.BooleanField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class GoalRating(MadeOnce):
    """How far they are, as somebody said that day. `rests_on` names what is known already: "session:…", "reading:…"."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="ratings")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    rating = models.CharField(max_length=12, choices=Rating)
    words = models.CharField(max_length=300, blank=True)
    rests_on = ArrayField(models.CharField(max_length=60), default=list)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the person, by their own link

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.rating}, {self.at:%Y-%m-%d}"


class GoalsAsked(MadeOnce):
    """How far are you? Asked by the person's own link, one goal a page."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="goals_asked")
    goals = ArrayField(models.UUIDField())  # in the order in which they are asked
    left_out = ArrayField(models.UUIDField(), default=list)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.finished_at is None and self.expires_at > timezone.now()
