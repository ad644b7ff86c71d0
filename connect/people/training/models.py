"""A training session, and those who were there or were expected."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.access import scope
from connect.people.models import Keyed, MadeOnce, Organisation, User
from connect.people.roles import Job
from connect.people.training.states import MECC, Kind


class TrainingSessionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TrainingSessionQuerySet":
        """Those the own organisation keeps, and those its people were at."""
        within = scope(user.acting.role, "TRAINING", "R") if user.acting else None
        if within is None:
            return self.none()
        body = user.acting.organisation_id
        return self if within == "" else self.filter(Q(kept_by=body) | Q(trainees__organisation=body)).distinct()

    def kept_by_those_like(self, user: User) -> "TrainingSessionQuerySet":
        """Those they may change."""
        within = scope(user.acting.role, "TRAINING", "U") if user.acting else None
        if within is None:
            return self.none()
        return self if within == "" else self.filter(kept_by=user.acting.organisation_id)


class TrainingSession(MadeOnce):
    """One afternoon in a room: what was taught, when, by whom, and for which part of the place."""

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.MECC)
    title = models.CharField(max_length=200, blank=True)
    held_on = models.DateField()
    trainer = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    kept_by = models.ForeignKey(Organisation, models.PROTECT, related_name="training_sessions")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)

    objects = TrainingSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "pk"]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()

    def get_absolute_url(self) -> str:
        return reverse("training_session", args=[self.pk])


class TraineeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TraineeQuerySet":
        """One's own; for whoever keeps the register, those of their organisation and at its sessions."""
        if user.acting is None:
            return self.none()
        within, body = scope(user.acting.role, "TRAINING", "R"), user.acting.organisation_id
        own = Q(user=user)
        if within is None:
            return self.filter(own)
        return self if within == "" else self.filter(own | Q(kept_by=body) | Q(organisation=body))

    def of_mecc(self) -> "TraineeQuerySet":
        return self.filter(session__kind__in=MECC)

    def who_came(self) -> "TraineeQuerySet":
        return self.filter(attended=True)

    def named(self, user: User) -> "TraineeQuerySet":
        """By account, or by the address they were written down with before they had one."""
        return self.filter(Q(user=user) | Q(email=user.email))

    def due_again_by(self, day: date) -> "TraineeQuerySet":
        """Whose refresher is due by then, and who has not been to the same training since."""
        later = Trainee.objects.of_mecc().who_came().filter(email=models.OuterRef("email"))
        later = later.filter(session__held_on__gt=models.OuterRef("session__held_on"))
        return self.of_mecc().who_came().filter(refresher_on__lte=day).exclude(models.Exists(later))


class Trainee(Keyed):
    """Somebody at a session: known by their work e-mail, with an account or without."""

    session = models.ForeignKey(TrainingSession, models.CASCADE, related_name="trainees")
    kept_by = models.ForeignKey(Organisation, models.PROTECT, related_name="+")  # the session's, for the wall
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="trainings")
    name = models.CharField(max_length=200)
    email = models.EmailField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    employer = models.CharField(_("employer"), max_length=200, blank=True)  # where the organisation is not listed
    job = models.CharField(max_length=12, choices=Job, blank=True)
    ward = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    attended = models.BooleanField(default=True)
    refresher_on = models.DateField(null=True, blank=True)

    objects = TraineeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "email"], name="once_in_a_session")]
        indexes = [models.Index(fields=["email"], name="trainee_email")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def works_for(self) -> str:
        return str(self.organisation or self.employer)

    @property
    def is_due(self) -> bool:
        return self.attended and self.refresher_on is not None and self.refresher_on <= timezone.localdate()
