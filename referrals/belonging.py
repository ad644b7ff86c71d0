"""A person with a group: the connection, the times they are expected, and who says whether they went."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.audit.history import kept_history
from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from directory.models import Service
from referrals.going import evidence
from referrals.sessions.states import CalledOff
from referrals.states import STEPS, Answer, Ended, Says, Step


@kept_history("ConnectionHistory", exclude=["key", "content_hash", "made_in"])
class Connection(MadeOnce):
    """This person with that group, from suggested to settled."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="connections")
    person = models.ForeignKey("referrals.Person", models.PROTECT, related_name="connections")
    service = models.ForeignKey(Service, models.PROTECT, related_name="connections")
    state = models.CharField(max_length=14, choices=Step, default=Step.SUGGESTED)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    introduced_at = models.DateTimeField(null=True)
    first_offered_at = models.DateTimeField(null=True)  # the first session they were expected at
    first_attended_at = models.DateTimeField(null=True)
    last_attended_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=16, choices=Ended, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "service"], name="one_connection_a_group")]
        indexes = [  # figures are counted month by month
            models.Index(fields=["introduced_at"], name="connection_introduced"),
            models.Index(fields=["first_offered_at"], name="connection_offered"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def can_move_to(self, to: str) -> bool:
        return to in STEPS[self.state]

    @property
    def stage(self) -> int:
        """On the thread of five: introduced is the third dot, settled the last; 0 when it came to nothing."""
        return {Step.SUGGESTED: 2, Step.AGREED: 2, Step.INTRODUCED: 3, Step.ATTENDING: 4, Step.SETTLED: 5}.get(
            self.state, 0
        )


class OccasionQuerySet(models.QuerySet):
    def of_register(self, register_id: object) -> "OccasionQuerySet":
        return self.filter(register_id=register_id).order_by("known_as", "pk")


class Occasion(Keyed):
    """One session at which somebody we introduced is expected. All who share a session share its register."""

    connection = models.ForeignKey(Connection, models.PROTECT, related_name="occasions")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="occasions")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    register_id = models.UUIDField(db_index=True)
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    known_as = models.CharField(max_length=120)  # first name and initial, all that an organiser sees
    # What its timetable says; null where a day was agreed by hand, which no change of the timetable moves.
    planned_at = models.DateTimeField(null=True)
    generated = models.BooleanField(default=False)  # they go on attending; otherwise somebody chose that day with them
    called_off_at = models.DateTimeField(null=True)
    called_off_why = models.CharField(max_length=10, choices=CalledOff, blank=True)
    called_off_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reminded_at = models.DateTimeField(null=True)  # by the sweep, once; the message itself may still be waiting
    asked_at = models.DateTimeField(null=True)

    objects = OccasionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["connection", "starts_at"], name="expected_once")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def first_name(self) -> str:
        return self.known_as.split()[0]

    @property
    def has_been(self) -> bool:
        return self.ends_at <= timezone.now()

    def latest_answers(self) -> dict[str, str]:
        """Who says so -> the last thing they said about going; a wish to be rung is no answer to that."""
        said = sorted(self.attendances.all(), key=lambda one: (one.said_at, one.pk))
        return {one.said_by: one.answer for one in said if one.answer not in evidence.NO_ANSWER}

    @property
    def confirmed(self) -> str:
        """What is counted: Answer.WENT, Answer.NOT, or "" while it is not known, or was called off. One rule."""
        return "" if self.called_off_at else evidence.confirmed(self.latest_answers())

    @property
    def verdict(self) -> str:
        """One of "went", "not", "two answers", "unsure", or "" while nobody has said."""
        answers = set(self.latest_answers().values())
        if {Answer.WENT, Answer.NOT} <= answers:
            return "two answers"
        said = (Answer.WENT, Answer.NOT, Answer.UNSURE, Answer.RATHER_NOT)
        return next((one.value for one in said if one in answers), "")

    @property
    def verdict_words(self) -> str:
        if self.called_off_at and not self.verdict:
            return self.get_called_off_why_display() or _("called off")
        if self.verdict == "two answers":
            who = {Says(source).label: Answer(said).label for source, said in self.latest_answers().items()}
            return "; ".join(f"{said}, {_('says')} {source}" for source, said in who.items())
        if not self.verdict:
            return _("not yet said") if self.has_been else _("expected")
        return Answer(self.verdict).label


class Attendance(Keyed):
    """What one source says of one occasion. A second answer stands beside the first; nothing is overwritten."""

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="attendances")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=10, choices=Says)
    answer = models.CharField(max_length=10, choices=Answer)
    said_at = models.DateTimeField(default=timezone.now)
    written_at = models.DateTimeField(default=timezone.now)  # later, where somebody was told and wrote it down
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["occasion", "said_at"], name="attendance_latest")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)
