"""A view of the reports that somebody keeps for themselves. There is nothing in it but a point of the lattice."""

from django.db import models
from django.utils import timezone

from connect.people.models import Keyed, Membership, User
from outcomes.figures.lattice import Grain
from outcomes.kept_views.states import Page


class KeptViewQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "KeptViewQuerySet":
        """One's own, kept in the role one is in."""
        return self.filter(user_id=user.pk, membership=user.acting) if user.acting else self.none()


class KeptView(Keyed):
    """A page for the newest month, quarter or year of one place. It has no name of its own: it says what it is."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")  # in which they may see it
    page = models.CharField(max_length=10, choices=Page)
    grain = models.CharField(max_length=10, choices=Grain)
    place_code = models.CharField(max_length=20)
    place_name = models.CharField(max_length=100)
    by_email = models.BooleanField(default=False)
    told = models.DateField(null=True)  # the first day of the last period they had, or were written to about
    made_at = models.DateTimeField(default=timezone.now)

    objects = KeptViewQuerySet.as_manager()

    class Meta:
        ordering = ["place_name", "page", "grain"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "page", "grain", "place_code"], name="view_kept_once"),
            models.CheckConstraint(condition=models.Q(grain__in=Grain.values), name="view_has_a_grain"),
            models.CheckConstraint(condition=models.Q(page__in=Page.values), name="view_has_a_page"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
