"""An invitation: the one way in which anybody comes by a role. Nothing is theirs before they accept it."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.people.access import scope
from connect.people.models import Keyed, MadeOnce, Membership, Organisation, Scheme, Team, User
from connect.people.roles import Job, Role

LASTS = timedelta(days=14)


def in_a_fortnight() -> object:
    return timezone.now() + LASTS


class InvitationQuerySet(models.QuerySet):
    def open(self) -> "InvitationQuerySet":
        return self.filter(accepted_at=None, called_off_at=None, expires_at__gt=timezone.now())

    def visible_to(self, user: User) -> "InvitationQuerySet":
        """Those of one's own organisation or team; an administrator's are all."""
        within = scope(user.acting.role, "USER_ADMIN", "U", proven=True) if user.acting else None
        if within is None:
            reads = user.acting and scope(user.acting.role, "USER_ADMIN", "R")
            return self if reads == "" else self.none()
        return self.filter(**within_reach(within, user))


def within_reach(within: str, user: User) -> dict[str, object]:
    """Columns that say: of my organisation (g), of my team (t), anybody's ("")."""
    acting = user.acting
    return {
        "g": {"organisation": acting.organisation_id},
        "t": {"team": acting.team_id, "organisation": acting.organisation_id},
        "": {},
    }[within]


class Invitation(MadeOnce):
    """A role offered to an address. Some need a second administrator before the letter leaves."""

    email = models.EmailField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=4, choices=Role)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    job = models.CharField(max_length=12, choices=Job, blank=True)
    instead_of = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")  # ends when this begins
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    needs_second = models.BooleanField(default=False)
    agreed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(default=in_a_fortnight)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(agreed_by=models.F("made_by")), name="two_different_people"),
            models.CheckConstraint(
                condition=Q(needs_second=False) | Q(accepted_at=None) | Q(agreed_at__isnull=False),
                name="second_before_accepted",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.called_off_at is None and self.expires_at > timezone.now()

    @property
    def waits_for_second(self) -> bool:
        return self.is_open and self.needs_second and self.agreed_at is None


class SchemeReason(models.Model):
    """How one scheme uses a coded reason: whether it offers it, its own words for it, and what it advises then.

    The codes are referrals' own and stay; a reason without a row is offered in the house's words.
    """

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="reasons")
    step = models.CharField(max_length=12)  # the state it is given for: returned, closed …
    code = models.CharField(max_length=20)
    offered = models.BooleanField(default=True)
    wording = models.CharField(max_length=120, blank=True)
    advice = models.CharField(max_length=400, blank=True)  # told to the worker beside it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "step", "code"], name="one_line_a_reason")]

    def __str__(self) -> str:
        return f"{self.step}: {self.code}"


class DefaultTeam(Keyed):
    """Who receives what comes from an area whose wards no team serves: one team a scheme and area, nearest first."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="+")  # the team's own: so that there is one of each
    area = models.ForeignKey("places.Area", models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "area"], name="one_default_a_scheme_and_area")]

    def __str__(self) -> str:
        return f"{self.area}: {self.team}"
