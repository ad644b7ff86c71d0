"""How it was for them: for those who work with the person, and nobody else."""

from django.db import models
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, User
from referrals.going.states import Liked


class HowItWas(Keyed):
    """What somebody says of one session. A later answer stands beside it; words they added wait in `heard`."""

    occasion = models.ForeignKey("referrals.Occasion", models.PROTECT, related_name="how_it_was")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    person = models.ForeignKey("referrals.Person", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Liked, blank=True)  # "" where they only wrote
    said_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # who wrote it down; null: they did
    heard = models.ForeignKey("referrals.Heard", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["said_at", "id"]
        indexes = [models.Index(fields=["occasion", "said_at"], name="how_it_was_latest")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)
