"""About somebody, besides their name: what they agreed to, what they need, who is round them, who may know of them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.audit.history import kept_history
from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from connect.sealed import SealedText
from referrals.person.states import (
    HOLDS,
    PROMPTS,
    Basis,
    Capacity,
    ContactMethod,
    Decision,
    Format,
    How,
    Mark,
    Professional,
    Support,
    WhyHidden,
)
from referrals.states import Known, Purpose


class Statement(Keyed):
    """The words that were said before somebody agreed, kept as they were."""

    purpose = models.CharField(max_length=20, choices=Purpose)
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    from_on = models.DateField(default=timezone.localdate)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="one_statement_a_version")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"


class Consent(Keyed):
    """One answer to one question: who may know what. Never changed afterwards; the latest is the one that counts."""

    person = models.ForeignKey("referrals.Person", models.PROTECT, related_name="consents")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    recipient = models.CharField(max_length=100, blank=True)  # "" is whom the purpose names; else "her daughter Ann"
    number = models.PositiveSmallIntegerField(default=1)  # first answer, second …: two at one moment cannot both be it
    decision = models.CharField(max_length=14, choices=Decision, default=Decision.GIVEN)
    basis = models.CharField(max_length=12, choices=Basis, default=Basis.CONSENT)
    statement = models.ForeignKey(Statement, models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=20, choices=How, default=How.SPOKEN)
    said_to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: on our own page
    said_at = models.DateTimeField(default=timezone.now)
    capacity = models.CharField(max_length=7, choices=Capacity, default=Capacity.ASSUMED)
    note = models.TextField(blank=True)  # why it is in their best interests, who was asked
    review_on = models.DateField(null=True)  # holds until then; null where nothing runs out

    class Meta:
        ordering = ["said_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "purpose", "recipient", "number"], name="one_answer_a_number"),
            models.CheckConstraint(
                condition=~Q(decision=Decision.BEST_INTERESTS) | (Q(capacity=Capacity.LACKS) & ~Q(note="")),
                name="best_interests_say_why",
            ),
        ]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return self.purpose

    @property
    def is_given(self) -> bool:
        return self.decision in HOLDS and not self.has_run_out

    @property
    def has_run_out(self) -> bool:
        return self.review_on is not None and self.review_on < timezone.localdate()


@kept_history("ParticularsHistory", exclude=["address"])
class Particulars(Keyed):
    """What helps, what they are good at, where they live. Nothing of it is needed to be helped."""

    person = models.OneToOneField("referrals.Person", models.PROTECT, related_name="particulars")
    address = models.TextField(_("address"), blank=True)
    needs_asked = models.CharField(max_length=10, choices=Known, default=Known.NOT_ASKED)
    formats = ArrayField(models.CharField(max_length=20, choices=Format), default=list)
    contact_methods = ArrayField(models.CharField(max_length=20, choices=ContactMethod), default=list)
    supports = ArrayField(models.CharField(max_length=20, choices=Support), default=list)
    professionals = ArrayField(models.CharField(max_length=20, choices=Professional), default=list)
    reviewed_on = models.DateField(null=True)
    spoken_language = models.CharField(max_length=60, blank=True)
    interpreter = models.CharField(max_length=10, choices=Known, default=Known.NOT_ASKED)
    strengths = models.TextField(blank=True)
    interests = models.TextField(blank=True)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def needs(self) -> list[str]:
        """Every need in words, for the flag that stands wherever their name does."""
        kinds = ((Format, self.formats), (Support, self.supports), (Professional, self.professionals))
        found = [str(kind(code).label) for kind, codes in kinds for code in codes]
        spoken = [self.spoken_language] if self.spoken_language else []
        interpreted = [str(_("an interpreter"))] if self.interpreter == Known.YES else []
        return found + spoken + interpreted


@kept_history("RelationHistory", exclude=["key", "content_hash", "made_in"])
class Relation(MadeOnce):
    """Somebody round them: at home, a carer, family. What they agreed to stands beside what the person did."""

    person = models.ForeignKey("referrals.Person", models.PROTECT, related_name="relations")
    name = models.CharField(max_length=100)
    tie = models.CharField(max_length=60)
    lives_with = models.BooleanField(default=False)
    is_carer = models.BooleanField(default=False)
    phone = models.CharField(max_length=20, blank=True)
    needs = models.CharField(max_length=200, blank=True)  # the Accessible Information Standard covers carers too
    may_speak = models.CharField(max_length=10, choices=Known, default=Known.NOT_ASKED)  # the person's own yes
    their_yes = models.CharField(max_length=10, choices=Known, default=Known.NOT_ASKED)  # that we keep these details
    their_yes_on = models.DateField(null=True)
    their_yes_to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return str(self.pk)


class Marker(MadeOnce):
    """A circumstance, or a prompt to take care: who said so and when, until somebody says that it no longer holds."""

    person = models.ForeignKey("referrals.Person", models.PROTECT, related_name="markers")
    mark = models.CharField(max_length=14, choices=Mark)
    words = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=100)
    on = models.DateField(default=timezone.localdate)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_prompt(self) -> bool:
        return self.mark in PROMPTS


class Restriction(Keyed):
    """Somebody whom only named people may know of: asked for, set, and lifted by two. An owner is always named."""

    person = models.ForeignKey("referrals.Person", models.PROTECT, related_name="restrictions")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    why = models.CharField(max_length=10, choices=WhyHidden)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(null=True)
    lift_asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    lift_asked_at = models.DateTimeField(null=True)
    lift_why = models.CharField(max_length=300, blank=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)  # lifted, or asked for and not set

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="one_restriction_at_a_time"),
            models.CheckConstraint(condition=Q(set_at=None) | Q(owner__isnull=False), name="restriction_has_an_owner"),
            models.CheckConstraint(
                condition=Q(lifted_by=None) | (Q(lift_asked_by__isnull=False) & ~Q(lifted_by=F("lift_asked_by"))),
                name="lifted_by_two",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def holds(self) -> bool:
        return self.set_at is not None and self.ended_at is None


class NamedReader(Keyed):
    """Somebody who may know of a restricted person, from when until when, and who named them."""

    person = models.ForeignKey("referrals.Person", models.PROTECT, related_name="named_readers")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["named_at"]
        constraints = [
            models.UniqueConstraint(fields=["person", "user"], condition=Q(ended_at=None), name="named_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Whereabouts(Keyed):
    """Address, phone and e-mail of a restricted person, sealed; in no other column, so that no page can show them."""

    person = models.OneToOneField("referrals.Person", models.PROTECT, related_name="whereabouts")
    phone = SealedText()
    email = SealedText()
    postcode = SealedText()
    address = SealedText()
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)
