"""Somebody of another organisation or team beside those who hold a referral: asked, agreed, until when, over."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.people.models import MadeOnce, Organisation, User
from referrals.together.states import Level, Over


class PartnerQuerySet(models.QuerySet):
    def asked(self) -> "PartnerQuerySet":
        """Nobody has said yes or no yet."""
        return self.filter(yes=None, ended_at=None)

    def live(self) -> "PartnerQuerySet":
        return self.filter(yes=True, ended_at=None, until__gte=timezone.localdate())


class Partner(MadeOnce):
    """One worker's place beside a referral. The referral's own column `round` is made of these by the database."""

    # null: no referral has the reference that they typed, or nobody may ask about it; from their side it looks the same
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, null=True, related_name="partners")
    reference = models.CharField(max_length=12)  # by which they know it: typed, told, or of a referral of their own
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")  # in whose name, and in no other
    recipient = models.CharField(max_length=100)  # as the person’s own yes names them
    why = models.CharField(max_length=300)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")  # the partner themselves, or who holds it
    asked_at = models.DateTimeField(default=timezone.now)
    yes = models.BooleanField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    level = models.CharField(max_length=8, choices=Level, blank=True)
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_why = models.CharField(max_length=12, choices=Over, blank=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        indexes = [models.Index(fields=["user"], name="partner_alongside", condition=Q(ended_at=None))]
        constraints = [
            models.UniqueConstraint(fields=["referral", "user"], condition=Q(ended_at=None), name="round_once"),
            models.CheckConstraint(
                condition=~Q(yes=True)
                | (~Q(level="") & Q(until__isnull=False) & Q(referral__isnull=False) & Q(decided_by__isnull=False)),
                name="yes_says_how_far_and_until",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_live(self) -> bool:
        return bool(self.yes) and self.ended_at is None and self.until >= timezone.localdate()

    @property
    def sees_all(self) -> bool:
        return self.level == Level.WHOLE
