"""Words that wait for a named human; concerns, which only safeguarding leads read; and who those leads are."""

from functools import reduce
from operator import or_

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, Scheme, Team, User
from connect.people.roles import Role
from connect.sealed import SealedText
from referrals.safety.states import Asked, Decision, Did, Door, Kind, Now, Step


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


# Of words that were read only `named` may change: who may know of the person.
WAS_READ = pgtrigger.Q(old__read_at__isnull=False)
CHANGED = reduce(
    or_,
    [
        pgtrigger.Q(**{f"old__{name}__df": pgtrigger.F(f"new__{name}")})
        for name in ("read_at", "read_by", "did", "note", "reader", "escalated_to", "referral", "team", "due_at")
    ],
)


class HeardQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HeardQuerySet":
        """Whoever it was given to, whoever works with the person now, and the lead of the team."""
        acting = user.acting
        if acting is None or acting.role not in (Role.CON, Role.TL):
            return self.none()
        given = Q(reader=user) | Q(escalated_to=user)
        of_named = Q(named=None) | Q(named__contains=[user.pk])
        known = Q(referral__in=Heard._meta.get_field("referral").related_model.objects.visible_to(user))
        if acting.role == Role.CON:
            return self.filter(of_named, given | (known & Q(referral__connector=user)), team=acting.team_id)
        mine = Q(team=acting.team_id) & (Q(referral=None) | known | given)
        elsewhere = (given | Q(reader=None)) & Q(team__scheme__in=Scheme.objects.filter(teams=acting.team_id))
        return self.filter(of_named, mine | elsewhere)

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
    # Of somebody restricted: who may read it, whoever it was given to before; null: not restricted.
    named = ArrayField(models.UUIDField(), null=True)

    objects = HeardQuerySet.as_manager()

    class Meta:
        ordering = ["-danger", "due_at"]
        indexes = [
            models.Index(fields=["due_at"], name="heard_unread", condition=Q(read_at=None)),
            models.Index(fields=["team", "read_at"], name="heard_team"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="as_written", fields=["text", "door", "by", "link_id", "at", "danger", "because"]),
            pgtrigger.Protect(name="read_once", operation=pgtrigger.Update, condition=WAS_READ & CHANGED),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def where(self) -> str:
        return str(Door(self.door).label) if self.door in Door.values else self.door

    @property
    def is_late(self) -> bool:
        return self.read_at is None and self.due_at < timezone.now()


class ConcernQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ConcernQuerySet":
        """What somebody told us themselves, and what they lead on."""
        return self.filter(raised_by=user) | self.led_by(user)

    def led_by(self, user: User) -> "ConcernQuerySet":
        """Named for the team or its scheme; passed on to them; or the team's lead, while nobody is named."""
        acting = user.acting
        if acting is None or acting.role != Role.TL:
            return self.none()
        over = SafeguardingLead.objects.filter(ended_at=None, scheme=OuterRef("team__scheme"))
        over = over.filter(Q(team=None) | Q(team=OuterRef("team")))
        theirs = Q(Exists(over.filter(user=user))) | Q(escalated_to=user)
        stands_in = Q(team=acting.team_id) & ~Q(Exists(over))
        return self.filter(theirs | stands_in, team__scheme__in=Scheme.objects.filter(teams=acting.team_id))


class Concern(MadeOnce):
    """Somebody may not be safe. Sealed, behind a wall of its own, on no other page; nothing of it is ever changed."""

    reference = models.CharField(max_length=12, unique=True)
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    raised_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: without an account
    raised_at = models.DateTimeField(default=timezone.now)
    about = SealedText()  # who, and how to find them
    happened = SealedText()
    their_words = SealedText()
    asked = models.CharField(max_length=10, choices=Asked, default=Asked.NOT_YET)
    wishes = SealedText()
    raiser = SealedText()  # the name and number of whoever has no account, if they gave them
    kinds = ArrayField(models.CharField(max_length=16, choices=Kind), default=list)
    child = models.BooleanField(default=False)
    now = models.CharField(max_length=6, choices=Now, default=Now.UNSURE)
    quiet = models.BooleanField(default=False)  # those who work with the person are not to know
    due_at = models.DateTimeField()
    decide_by = models.DateTimeField()
    told_on = models.DateField(null=True)
    escalated_at = models.DateTimeField(null=True)
    escalated_to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    chase_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["raised_at"]
        indexes = [
            models.Index(fields=["team", "ended_at"], name="concern_team"),
            models.Index(fields=["raised_by"], name="concern_raiser"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="as_told",
                fields=[
                    "reference", "referral", "team", "raised_by", "raised_at", "about", "happened", "their_words",
                    "asked", "wishes", "raiser", "kinds", "child", "now", "quiet",
                ],
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_late(self) -> bool:
        """Unread past its four hours, undecided past its day, or not chased on the day."""
        now = timezone.now()
        if self.ended_at:
            return False
        if self.decided_at:
            return self.chase_on is not None and self.chase_on < timezone.localdate()
        return now > (self.decide_by if self.read_at else self.due_at)

    @property
    def waits_for(self) -> str:
        """What somebody owes it: read | decide | chase, or "" when it is finished."""
        if self.ended_at:
            return ""
        return "chase" if self.decided_at else "decide" if self.read_at else "read"


class ConcernStep(Keyed):
    """One line of what was done about a concern: who, when, what. For its leads alone, not for whoever raised it."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="steps")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the clock, or without an account
    what = models.CharField(max_length=10, choices=Step)
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    words = SealedText()

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["concern", "at"], name="concern_log")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class SpeakToLead(Keyed):
    """All that the case shows: speak to the safeguarding lead. It knows no concern, and says nothing of what or who."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="speak_to_lead")
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)


class ConcernTally(Keyed):
    """That somebody told us of a concern, on that day, to that team: all that a report may count."""

    on = models.DateField(default=timezone.localdate)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)
