"""Readings as they were taken, questionnaires that are open, and the words that a licence lets one house use."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import MadeOnce, Scheme, User
from outcomes.measuring.states import Mode, Moment
from outcomes.scoring.definitions import Definition, definition


class Reading(MadeOnce):
    """One instrument, answered once. Tokens are kept, not numbers; a correction stands beside it and says of what."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="readings")
    due = models.ForeignKey("referrals.MeasureDue", models.PROTECT, null=True, related_name="readings")
    instrument = models.CharField(max_length=20)
    version = models.CharField(max_length=10)
    language = models.CharField(max_length=5, default="en")
    mode = models.CharField(max_length=5, choices=Mode)
    moment = models.CharField(max_length=10, choices=Moment)
    taken_on = models.DateField(default=timezone.localdate)
    answers = (
        models.JSONField()
    )  # item -> option, "dont_know", "prefer_not_to_say", null: seen and left; absent: not asked
    made_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: through their own link
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")

    class Meta:
        ordering = ["taken_on", "made_at"]
        indexes = [models.Index(fields=["referral", "instrument", "taken_on"], name="reading_of")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.instrument}, {self.moment}"

    @property
    def definition(self) -> Definition:
        return definition(self.instrument)


class Questions(MadeOnce):
    """Questions sent to somebody, who answers them one by one by their own link, leaves any out, or stops."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="questions")
    instruments = ArrayField(models.CharField(max_length=20))
    answers = models.JSONField(default=dict)  # instrument -> item -> token; null: seen and left out
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    stopped = models.BooleanField(default=False)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.finished_at is None and self.expires_at > timezone.now()


class LicensedWords(MadeOnce):
    """An instrument's words as whoever holds a licence keyed them in: for their own scheme, and for nobody else."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="licensed_words")
    instrument = models.CharField(max_length=20)
    language = models.CharField(max_length=5, default="en")
    holder = models.CharField(max_length=200)
    number = models.CharField(max_length=100)
    licensed_on = models.DateField()
    until = models.DateField(null=True)
    credit = models.CharField(max_length=500)  # the line that the licence asks for
    intro = models.TextField(blank=True)
    texts = models.JSONField()  # item -> its words
    labels = models.JSONField()  # option -> its words
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["instrument", "language", "-made_at"]

    def __str__(self) -> str:
        return f"{self.instrument}, {self.language}"
