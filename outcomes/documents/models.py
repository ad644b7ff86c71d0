"""What was asked at first contact for the documents; and requests for a copy of everything that is kept."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone

from connect.people.access import scope_of
from connect.people.models import Keyed, MadeOnce, User
from connect.people.roles import Role
from outcomes.documents.states import CameBy, Gender, Practice, Risks


class FirstAnswers(Keyed):
    """What the standard calls mandatory and nobody is asked at the front door. Nothing of it is needed to be helped."""

    referral = models.OneToOneField("referrals.Referral", models.PROTECT, related_name="first_answers")
    practice = models.CharField(max_length=12, choices=Practice, default=Practice.NOT_ASKED)
    practice_name = models.CharField(max_length=120, blank=True)
    practice_code = models.CharField(max_length=10, blank=True)  # as the Organisation Data Service has it
    nhs_number = models.CharField(max_length=10, blank=True)
    gender = models.CharField(max_length=12, choices=Gender, default=Gender.NOT_ASKED)
    gender_words = models.CharField(max_length=60, blank=True)
    risks = models.CharField(max_length=12, choices=Risks, default=Risks.NOT_ASKED)
    risks_words = models.TextField(blank=True)
    matters = models.TextField(blank=True)  # what matters most to them, as they put it
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)


class AccessRequestQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AccessRequestQuerySet":
        """To the lead those of their team, to the data protection officer all; a connector sees it on the person."""
        within = scope_of(user, "SAR", "U")
        if within is None:
            return self.none()
        return self.filter(team=user.acting.team_id) if user.acting.role == Role.TL else self.all()

    def waiting(self) -> QuerySet["AccessRequest"]:
        return self.filter(given_at=None, called_off_at=None)


class AccessRequest(MadeOnce):
    """Somebody asks what we keep about them. The law gives us a month; one row, one clock."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="access_requests")
    person_key = models.UUIDField()  # whose record it is; known here, so that whoever sees no person sees the request
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=12)
    came_by = models.CharField(max_length=10, choices=CameBy)
    asked_on = models.DateField(default=timezone.localdate)
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: on their own page
    due_on = models.DateField()
    longer_why = models.CharField(max_length=300, blank=True)  # two months more, and they were told why
    known_by = models.CharField(max_length=200, blank=True)  # how we made sure that it is they
    withheld = ArrayField(models.CharField(max_length=80), default=list)  # keys of rows that stay out
    prepared_at = models.DateTimeField(null=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    called_off_at = models.DateTimeField(null=True)

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "asked_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(given_at=None, called_off_at=None), name="one_copy_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_late(self) -> bool:
        return self.given_at is None and self.due_on < timezone.localdate()
