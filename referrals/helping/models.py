"""Something small that is asked for somebody, with their yes and without their name; and who offers to do it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.people.access import scope_of
from connect.people.models import MadeOnce, Organisation, Team, User
from connect.places.models import Area
from referrals.helping.states import Kind, Said, Standing


class HelpRequestQuerySet(models.QuerySet):
    def board(self, user: User) -> "HelpRequestQuerySet":
        """What is asked of this helper now, or of the helpers somebody here looks after: of one organisation."""
        if scope_of(user, "SMALL_HELP_BOARD") is None:
            return self.none()
        here = self.filter(organisation=user.acting.organisation_id)
        return here.filter(standing=Standing.OPEN, until__gte=timezone.localdate())

    def of_helper(self, user: User) -> "HelpRequestQuerySet":
        """Those to which this helper was introduced."""
        return self.filter(helper=user, standing__in=[Standing.MATCHED, Standing.DONE])


class HelpRequest(MadeOnce):
    """`name` and `told` are for the one helper who is introduced, and empty until then and a month after."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="small_helps")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    ward = models.ForeignKey(Area, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.CharField(max_length=300)
    when = models.CharField(max_length=100)
    minutes = models.PositiveSmallIntegerField()
    until = models.DateField()
    standing = models.CharField(max_length=8, choices=Standing, default=Standing.OPEN)
    posted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    posted_at = models.DateTimeField(default=timezone.now)
    helper = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=60, blank=True)
    told = models.CharField(max_length=500, blank=True)
    matched_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    took = models.PositiveSmallIntegerField(null=True)  # minutes, as the helper says
    thanks = models.CharField(max_length=300, blank=True)
    thanked_at = models.DateTimeField(null=True)

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        ordering = ["until", "posted_at"]
        indexes = [models.Index(fields=["organisation", "until"], name="help_board", condition=Q(standing="open"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(standing__in=["open", "gone"]) | Q(helper__isnull=False), name="matched_with_somebody"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class HelpOffer(MadeOnce):
    request = models.ForeignKey(HelpRequest, models.PROTECT, related_name="offers")
    helper = models.ForeignKey(User, models.PROTECT, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    said = models.CharField(max_length=10, choices=Said, default=Said.OFFERED)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["request", "helper"], name="offers_once")]

    def __str__(self) -> str:
        return str(self.pk)
