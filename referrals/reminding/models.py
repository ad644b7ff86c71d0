"""What a colleague does not want to be written to about."""

from django.db import models
from django.utils import timezone

from connect.people.models import Keyed, User


class Unwanted(Keyed):
    """One kind of the table that somebody switched off for themselves. The row goes when they want it again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="unwanted_once")]

    def __str__(self) -> str:
        return self.kind
