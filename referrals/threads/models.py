"""What was written about a referral, line by line and never changed, and who has read it."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from referrals.threads.states import Side, Speaker


class LineQuerySet(models.QuerySet):
    def with_referrer(self) -> "LineQuerySet":
        return self.filter(side=Side.REFERRER)

    def with_organiser(self) -> "LineQuerySet":
        return self.filter(side=Side.ORGANISER)

    def unread_by(self, user: User, *, side: str) -> "LineQuerySet":
        """What the other side wrote and this reader has not said to have read; `side` is the reader's own."""
        return self.exclude(said_by=side).exclude(Exists(LineRead.objects.filter(line=OuterRef("pk"), reader=user)))


class Line(MadeOnce):
    """One message. `connection` is there with an organiser, and nowhere else: it says which of them."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="lines")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, null=True, related_name="lines")
    side = models.CharField(max_length=9, choices=Side)
    said_by = models.CharField(max_length=9, choices=Speaker)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by a signed link
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["referral", "side", "at"], name="line_thread")]
        constraints = [
            models.CheckConstraint(
                condition=Q(side=Side.REFERRER, connection=None) | Q(side=Side.ORGANISER, connection__isnull=False),
                name="an_organiser_has_a_group",
            )
        ]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class LineRead(Keyed):
    """Somebody pressed "read": one row a reader and line."""

    line = models.ForeignKey(Line, models.PROTECT, related_name="readings")
    reader = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "reader"], name="read_once")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)
