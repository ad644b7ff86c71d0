"""An introduction: who is to come to which session, what its organiser was told, and what they answered."""

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.people.models import Keyed, User
from referrals.introductions.states import NOT_THAT_DAY, Became, Part, Room, Said
from referrals.states import OPEN


class IntroductionQuerySet(models.QuerySet):
    def of_caseload(self, user: User) -> "IntroductionQuerySet":
        """Of the people whom this worker has in hand; for the lead of a team, of everybody’s."""
        cases = apps.get_model("referrals.Referral").objects.caseload_of(user)
        return self.filter(referral__in=cases.values("pk"), referral__state__in=OPEN)

    def unanswered(self) -> "IntroductionQuerySet":
        """Still to come, and nobody there has said a word."""
        coming = self.filter(occasion__called_off_at=None, occasion__starts_at__gt=timezone.now())
        return coming.filter(answer="", settled_at=None)

    def silent(self) -> "IntroductionQuerySet":
        """The day has come on which somebody rings them instead."""
        return self.unanswered().filter(tell_on__lte=timezone.localdate())

    def to_settle(self) -> "IntroductionQuerySet":
        """Another day, or full, or yes after all: somebody has to ask the person what they would like."""
        off, after_all = Q(answer__in=NOT_THAT_DAY), Q(answer=Said.YES, person_told_at__isnull=False)
        return self.filter(off | after_all, settled_at=None)


class Introduction(Keyed):
    """One person put to one group, for one session. What is told besides a name stands here while it may be told."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="introductions")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="introductions")
    occasion = models.OneToOneField("referrals.Occasion", models.PROTECT, related_name="introduction")
    shared = ArrayField(models.CharField(max_length=5, choices=Part), default=list)  # as agreed, also once taken back
    consent = models.ForeignKey("referrals.Consent", models.PROTECT, null=True, related_name="+")
    helps = models.TextField(blank=True)
    about = models.TextField(blank=True)
    reach = models.CharField(max_length=60, blank=True)
    taken_back_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True)  # null: there is no address, or nobody may be written to about them
    answer_by = models.DateField()
    tell_on = models.DateField()  # without an answer by then, the connector rings
    nudged_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=7, choices=Said, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: they pressed themselves
    other_at = models.DateTimeField(null=True)  # the session they would rather have
    room = models.CharField(max_length=3, choices=Room, blank=True)
    person_told_at = models.DateTimeField(null=True)  # that it is not on that day
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    became = models.CharField(max_length=9, choices=Became, blank=True)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        ordering = ["made_at"]
        indexes = [
            models.Index(fields=["answer_by"], name="introduction_unanswered", condition=Q(answer="", settled_at=None)),
            models.Index(fields=["answered_at"], name="introduction_answered"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_off(self) -> bool:
        return self.answer in NOT_THAT_DAY

    @property
    def needs_settling(self) -> bool:
        after_all = self.answer == Said.YES and self.person_told_at is not None
        return self.settled_at is None and (self.is_off or after_all)

    @property
    def is_open(self) -> bool:
        """An answer still counts: nobody has arranged something else meanwhile."""
        return self.settled_at is None and self.occasion.ends_at > timezone.now()
