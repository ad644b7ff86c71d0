"""Each reply to whoever asked: what it was about, when that was, when it reached them, or why it did not."""

from django.db import models
from django.utils import timezone

from connect.people.models import Keyed
from referrals.hearing.states import News, WhyNot


class ReplyQuerySet(models.QuerySet):
    def heard(self) -> "ReplyQuerySet":
        """What a referrer may be shown again: it was told, or is about to be."""
        return self.filter(why_not="")

    def reached(self) -> "ReplyQuerySet":
        return self.exclude(sent_at=None)

    def under_way(self) -> "ReplyQuerySet":
        return self.filter(why_not="", sent_at=None)


class Reply(Keyed):
    """Word of one thing that happened. It reached the referrer when `sent_at` stands; `reply_sent` is the first."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="replies")
    recipient_key = models.UUIDField(null=True)  # the worker, or whoever asked without an account
    news = models.CharField(max_length=12, choices=News)
    cause = models.CharField(max_length=120)
    event_at = models.DateTimeField()
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    why_not = models.CharField(max_length=12, choices=WhyNot, blank=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ["event_at", "made_at"]
        constraints = [models.UniqueConstraint(fields=["referral", "cause"], name="told_once")]
        indexes = [models.Index(fields=["sent_at", "made_at"], name="reply_under_way")]

    def __str__(self) -> str:
        return f"{self.news} {self.pk}"
