"""What a worker has begun to write, for three days at most; and the chats they had, without anybody's name."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, Organisation, User
from connect.people.roles import Job

DRAFT_HOURS = 72  # the second wall lets the sweep see nothing younger


class DraftQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "DraftQuerySet":
        """One's own, and only while one works for whom it was begun; nobody else's, whatever the role."""
        acting = user.acting
        return self.filter(user=user, organisation=acting.organisation_id) if acting else self.none()

    def overdue(self) -> "DraftQuerySet":
        return self.filter(saved_at__lt=timezone.now() - timedelta(hours=DRAFT_HOURS))


class Draft(Keyed):
    """A referral that is not sent yet. Its key is the form's own; `typed` holds the fields as they were sent."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    typed = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=timezone.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        indexes = [models.Index(fields=["user", "saved_at"], name="draft_mine")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def name(self) -> str:
        return self.said("given_name")

    @property
    def erased_at(self) -> datetime:
        return self.saved_at + timedelta(hours=DRAFT_HOURS)

    def said(self, name: str) -> Any:
        return (self.typed.get(name) or [""])[0]


class WhyNot(models.TextChoices):
    """Why a worker did not ask. Nobody is blamed for one; training learns from all of them."""

    NO_TIME = "no_time", _("There was no time")
    NOT_ALONE = "not_alone", _("Somebody else was there")
    NOT_NOW = "not_now", _("It was not the moment")
    UNSURE_HOW = "unsure_how", _("I was not sure how to begin")
    UNSURE_WHAT = "unsure_what", _("I would not have known what to offer")
    NOT_MINE = "not_mine", _("It did not feel like my place")
    OTHER = "other", _("Something else")


class Came(models.TextChoices):
    """What came of it, from nothing to a referral."""

    RATHER_NOT = "rather_not", _("They would rather not talk about it")
    TALKED = "talked", _("A good talk, and that was enough")
    THINKING = "thinking", _("They will think about it")
    SIGNPOSTED = "signposted", _("I gave them somewhere to go")
    REFERRED = "referred", _("I referred them")


class HealthyChat(MadeOnce):
    """Ask, assist, act: that a worker had the conversation, or did not. Neither of the two is named."""

    at = models.DateTimeField(default=timezone.now)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    job = models.CharField(max_length=12, choices=Job, blank=True)
    trained = models.BooleanField(null=True)  # whether the worker was, on that day; null: not recorded
    ward = models.ForeignKey("places.Area", models.PROTECT, null=True, related_name="+")
    minutes = models.PositiveSmallIntegerField(null=True)
    before = models.PositiveSmallIntegerField(null=True)  # how easy it felt to bring it up, 1 to 5
    after = models.PositiveSmallIntegerField(null=True)
    asked = models.BooleanField()
    why_not = models.CharField(max_length=12, choices=WhyNot, blank=True)
    came = models.CharField(max_length=12, choices=Came, blank=True)
    referral = models.OneToOneField("referrals.Referral", models.PROTECT, null=True, related_name="chat")

    class Meta:
        indexes = [models.Index(fields=["at"], name="chat_when")]
        triggers = [APPEND_ONLY]
        constraints = [
            models.CheckConstraint(
                name="asked_or_why_not",
                condition=models.Q(asked=True, why_not="") & ~models.Q(came="")
                | models.Q(asked=False, came="", referral=None) & ~models.Q(why_not=""),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def assisted(self) -> bool:
        """Measure 40: asked, assisted, acted, referred, attended."""
        return self.asked and self.came != Came.RATHER_NOT

    @property
    def acted(self) -> bool:
        return self.came in (Came.SIGNPOSTED, Came.REFERRED)
