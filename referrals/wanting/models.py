"""What somebody answered to a listing's question when they were introduced there."""

from django.db import models
from django.utils import timezone

from connect.people.models import Keyed, User


class Wanting(Keyed):
    """One answer, to one question, for one connection. The organiser reads it only where the person agreed."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="wantings")
    question = models.ForeignKey("directory.Question", models.PROTECT, related_name="+")
    words = models.CharField(max_length=500)
    shown = models.BooleanField(default=False)  # to the organiser, with the person’s yes
    said_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["question__place", "said_at"]
        constraints = [models.UniqueConstraint(fields=["connection", "question"], name="one_answer_a_question")]

    def __str__(self) -> str:
        return str(self.pk)
