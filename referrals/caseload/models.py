"""Views of the caseload that somebody keeps for themselves."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone

from connect.people.models import Keyed


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "SavedViewQuerySet":
        """One's own, whatever else one may see."""
        return self.filter(user_id=user.pk)


class SavedView(Keyed):
    """Filters with a name. `query` is what stands in the address of the caseload."""

    user = models.ForeignKey("people.User", models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500)
    made_at = models.DateTimeField(default=timezone.now)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="one_view_a_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('caseload')}?{self.query}"
