"""A story as it is written with somebody; each step it took; and its page in the book, which knows of no person."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, Scheme, User
from connect.people.roles import Role
from connect.places.models import Area
from outcomes.stories.states import MOVES, Told

FSM_MOVES = [(was, to) for was, moves in MOVES.items() for to in sorted(moves)]


class Shown(models.Model):
    """What stands on the page, while it is written and in the book alike."""

    title = models.CharField(max_length=120)
    words = models.TextField()
    quotes = ArrayField(models.CharField(max_length=300), default=list)
    called = models.CharField(max_length=60)  # a name that is not theirs
    tags = ArrayField(models.UUIDField(), default=list)  # outcomes.framework.models.Outcome
    jpeg = models.BinaryField(null=True)
    alt = models.CharField(max_length=200, blank=True)
    width = models.PositiveSmallIntegerField(default=0)
    height = models.PositiveSmallIntegerField(default=0)

    SHOWN = ("title", "words", "quotes", "called", "tags", "jpeg", "alt", "width", "height")

    class Meta:
        abstract = True


class Story(MadeOnce, Shown):
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="stories")
    state = models.CharField(max_length=10, choices=Told, default=Told.DRAFT)
    version = models.PositiveSmallIntegerField(default=1)
    written_by = models.ForeignKey(
        User, models.PROTECT, related_name="+"
    )  # whoever wrote last: they are not its reader
    written_at = models.DateTimeField(default=timezone.now)
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-written_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(read_by=None) | ~Q(read_by=F("written_by")), name="read_by_somebody_else"
            ),
            models.CheckConstraint(
                condition=~Q(state=Told.PUBLISHED) | Q(read_by__isnull=False, published_at__isnull=False),
                name="published_stories_were_read",
            ),
        ]
        triggers = [pgtrigger.FSM(name="moves", field="state", transitions=FSM_MOVES)]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.pk])

    def can_move_to(self, to: str) -> bool:
        return to in MOVES[Told(self.state)]


class StoryStep(Keyed):
    story = models.ForeignKey(Story, models.PROTECT, related_name="steps")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    to = models.CharField(max_length=10, choices=Told)
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the person, or what ended

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.to}, {self.at:%Y-%m-%d}"


class PageQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PageQuerySet":
        """Their own scheme's; of the area they commission; or all. While the yes to it holds."""
        acting, rows = user.acting, self.filter(until__gte=timezone.localdate())
        if acting and acting.role == Role.COM:
            return rows.filter(area=acting.area_id) if acting.area_id else rows.none()
        if acting and acting.role in (Role.CON, Role.TL, Role.COO):
            return rows.filter(scheme=acting.team.scheme_id) if acting.team_id else rows.none()
        return rows if acting and acting.role in (Role.DPO, Role.ADM) else rows.none()


class StoryPage(Keyed, Shown):
    """Deleted, not hidden, when the yes to it is taken back."""

    story = models.OneToOneField(Story, models.PROTECT, related_name="page")
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    published_on = models.DateField(default=timezone.localdate)
    until = models.DateField()

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["published_on", "title"]

    def __str__(self) -> str:
        return str(self.pk)
