"""That somebody was asked; and, in a table of its own that names nobody, what was answered."""

from django.db import models
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from outcomes.equality.states import Became, How


class EqualityAsked(MadeOnce):
    """Asked, answered or declined: no answer stands here."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="equality_asked")
    how = models.CharField(max_length=5, choices=How)
    became = models.CharField(max_length=8, choices=Became, default=Became.ASKED)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by their own link
    open_until = models.DateTimeField(null=True)  # of a link
    reply_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # by which link they answered

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["referral", "at"], name="equality_asked")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return self.became


class EqualityAnswers(Keyed):
    """What one person answered. `subject` is a keyed digest, the month all of the time; nobody's name is here."""

    subject = models.CharField(max_length=64, db_index=True)
    number = models.PositiveSmallIntegerField()  # the last one counts
    month = models.DateField()  # the first of it, so that the hour tells nobody who it was
    how = models.CharField(max_length=5, choices=How)
    wording = models.CharField(max_length=20)
    given = models.JSONField()  # question -> option, "prefer_not_to_say", or null: asked and left open

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "number"], name="equality_once_a_number")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)
