"""What came in words, waiting for a named human; and who leads on safeguarding for a team or a whole scheme."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.people.models import Keyed, Scheme, Team, User
from connect.people.roles import Role
from connect.sealed import SealedText
from referrals.safety.states import Did, Door


class SafeguardingLead(Keyed):
    """Who hears of concerns: for one team, or for all teams of a scheme that name nobody of their own."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="safeguarding_leads")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="safeguarding_leads")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    named_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["named_at"]
        constraints = [
            models.UniqueConstraint(
                "team", "scheme", "user", condition=Q(ended_at=None), nulls_distinct=False, name="one_lead_a_team"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class HeardQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HeardQuerySet":
        """Whoever it was given to, whoever works with the person now, and the lead of the team."""
        acting = user.acting
        if acting is None or acting.role not in (Role.CON, Role.TL):
            return self.none()
        given = Q(reader=user) | Q(escalated_to=user)
        known = Q(referral__in=Heard._meta.get_field("referral").related_model.objects.visible_to(user))
        if acting.role == Role.CON:
            return self.filter(given | (known & Q(referral__connector=user)), team=acting.team_id)
        mine = Q(team=acting.team_id) & (Q(referral=None) | known | given)
        elsewhere = (given | Q(reader=None)) & Q(team__scheme__in=Scheme.objects.filter(teams=acting.team_id))
        return self.filter(mine | elsewhere)

    def unread(self) -> "HeardQuerySet":
        return self.filter(read_at=None)

    def of(self, user: User) -> "HeardQuerySet":
        """What waits for this very person, not for somebody in their team."""
        return self.visible_to(user).filter(Q(reader=user) | Q(escalated_to=user) | Q(referral__connector=user))


class Heard(Keyed):
    """Something a person wrote freely. It is read by somebody with a name, who says what they did."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, null=True, related_name="heard")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    text = SealedText()
    door = models.CharField(max_length=40, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by a link, or without an account
    link_id = models.UUIDField(null=True)
    at = models.DateTimeField(default=timezone.now)
    danger = models.BooleanField(default=False)
    because = ArrayField(models.CharField(max_length=40), default=list)  # the words that moved it to the top
    reader = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    due_at = models.DateTimeField()
    told_on = models.DateField(null=True)  # the last day somebody was written to about it
    escalated_at = models.DateTimeField(null=True)
    escalated_to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    did = models.CharField(max_length=12, choices=Did, blank=True)
    note = SealedText()

    objects = HeardQuerySet.as_manager()

    class Meta:
        ordering = ["-danger", "due_at"]
        indexes = [
            models.Index(fields=["due_at"], name="heard_unread", condition=Q(read_at=None)),
            models.Index(fields=["team", "read_at"], name="heard_team"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="as_written", fields=["text", "door", "by", "link_id", "at", "danger", "because"]),
            pgtrigger.Protect(
                name="read_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__read_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def where(self) -> str:
        return str(Door(self.door).label) if self.door in Door.values else self.door

    @property
    def is_late(self) -> bool:
        return self.read_at is None and self.due_at < timezone.now()
