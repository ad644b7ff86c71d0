"""A training session, planned or held, and those who were there or were expected."""

import secrets
from datetime import date

from django.db import models
from django.db.models import Exists, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.access import scope
from connect.people.models import Keyed, MadeOnce, Organisation, User
from connect.people.roles import Job
from connect.people.training.states import MECC, Kind, OpenTo

NUMBER_OF = "23456789ABCDEFGHJKMNPQRTUVWXYZ"  # nothing that is taken for something else on paper


def new_number() -> str:
    """Ten letters and figures in two parts, drawn at random: nobody counts up to another's certificate."""
    drawn = "".join(secrets.choice(NUMBER_OF) for _each in range(10))
    return f"{drawn[:5]}-{drawn[5:]}"


class TrainingKind(Keyed):
    """What a tenant says of one kind of training, instead of the house or besides it (kinds.py)."""

    key = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    about = models.CharField(max_length=400, blank=True)
    question = models.CharField(max_length=200, blank=True)  # asked before and after: how sure do you feel …
    refresher_months = models.PositiveSmallIntegerField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name


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

    def coming(self) -> "TrainingSessionQuerySet":
        """Those somebody may still ask for a place at."""
        rows = self.filter(places__isnull=False, called_off_at=None, starts_at__gt=timezone.now())
        return rows.order_by("starts_at", "pk")


class TrainingSession(MadeOnce):
    """One afternoon in a room or online: what is taught, when, by whom, and for which part of the place.

    With `places` it is planned and takes bookings; without, it is written down afterwards.
    """

    kind = models.CharField(max_length=12, default=Kind.MECC)
    title = models.CharField(max_length=200, blank=True)
    held_on = models.DateField()
    trainer = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    kept_by = models.ForeignKey(Organisation, models.PROTECT, related_name="training_sessions")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)
    # What a planned one has besides.
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    open_to = models.CharField(max_length=7, choices=OpenTo, default=OpenTo.ANYBODY)
    about = models.CharField(max_length=600, blank=True)
    getting_there = models.CharField(max_length=400, blank=True)
    join_url = models.URLField(max_length=500, blank=True)  # online; shown to those who have a place
    trainer_email = models.EmailField(blank=True)  # gets the link to write down who came
    trainer_told_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)  # when it was written down who came
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by the trainer's link

    objects = TrainingSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(places=None) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="planned_has_hours",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.kind_name

    @property
    def kind_name(self) -> str:
        """A list says it for all of its rows at once (kinds.name_all)."""
        from connect.people.training import kinds

        return self.__dict__.get("said_kind") or kinds.of(self.kind).name

    @property
    def is_planned(self) -> bool:
        return self.places is not None

    @property
    def has_begun(self) -> bool:
        return self.starts_at is not None and self.starts_at <= timezone.now()

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
        later = Trainee.objects.who_came().filter(email=models.OuterRef("email"))
        later = later.filter(session__held_on__gt=models.OuterRef("session__held_on"))
        same = Q(session__kind=models.OuterRef("session__kind"))
        mecc = Exists(later.filter(session__kind__in=MECC))
        rows = self.who_came().filter(refresher_on__lte=day).exclude(Exists(later.filter(same)))
        return rows.exclude(Q(session__kind__in=MECC) & Q(mecc))


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
    refresher_told_on = models.DateField(null=True)
    number = models.CharField(max_length=11, unique=True, default=new_number)  # of the certificate, if they came

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


from connect.people.training.booking.models import Booking  # noqa: E402, F401
from connect.people.training.competencies.models import Competency, CompetencyRating  # noqa: E402, F401
