"""What is out there: a listing, and by one name everything that hangs on it."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from connect.people.models import Organisation
from directory.bulk.models import Duplicate, Upload
from directory.embed.models import Host
from directory.entries import SearchEntry, Word
from directory.finding.models import Gap, SavedSearch, Unfound
from directory.keeping.models import Ask, ChangeRequest, EditorNote, LinkCheck, Report, Revision, Verification, Watch
from directory.meeting import Location, Schedule, ServiceAtLocation
from directory.network.models import Admin, Group, Letter, Poll, PollAnswer, PollWords, Reach
from directory.openreferral.models import Feed, FeedAnswer, FeedRun, Meaning
from directory.particulars import (
    Capacity,
    CommunityAdmin,
    CostOption,
    KindGuide,
    OnlineCommunity,
    OrganisationIdentifier,
    Picture,
    Provider,
    Standing,
)
from directory.practice.models import Practice, PracticeThanks
from directory.sharing.models import Collection, CollectionEntry, Signpost, Texted
from directory.states import Attending, Function, Gender, Joining, Kind, Status, Wellbeing
from directory.telling_us.models import Usefulness
from directory.terms import Audience, Need, SchoolTerm, Synonym
from directory.wanting.models import Document, Question

__all__ = [
    "Admin",
    "Ask",
    "Audience",
    "Capacity",
    "ChangeRequest",
    "Collection",
    "CollectionEntry",
    "CommunityAdmin",
    "CostOption",
    "Document",
    "Duplicate",
    "EditorNote",
    "Feed",
    "FeedAnswer",
    "FeedRun",
    "Gap",
    "Group",
    "Host",
    "KindGuide",
    "Letter",
    "LinkCheck",
    "Location",
    "Meaning",
    "Need",
    "OnlineCommunity",
    "OrganisationIdentifier",
    "Picture",
    "Poll",
    "PollAnswer",
    "PollWords",
    "Practice",
    "PracticeThanks",
    "Provider",
    "Question",
    "Reach",
    "Report",
    "Revision",
    "SavedSearch",
    "Schedule",
    "SchoolTerm",
    "SearchEntry",
    "Service",
    "ServiceAtLocation",
    "Signpost",
    "Standing",
    "Synonym",
    "Texted",
    "Unfound",
    "Upload",
    "Usefulness",
    "Verification",
    "Watch",
    "Word",
]


LONG_AGO = timedelta(days=91)


class ServiceQuerySet(models.QuerySet):
    def published(self) -> "ServiceQuerySet":
        """What anybody may open: also what is shut, has closed or has not been confirmed, which its page says."""
        today = timezone.localdate()
        begun = Q(publish_from=None) | Q(publish_from__lte=today)
        lasting = Q(publish_until=None) | Q(publish_until__gte=today)
        return self.filter(begun, lasting, is_template=False, merged_into=None).exclude(status=Status.INACTIVE)

    def searchable(self) -> "ServiceQuerySet":
        """What a search may offer the public: open, not yet shut, or shut with a day of reopening that has come."""
        today = timezone.localdate()
        open_again = Q(status=Status.SHUT) & (Q(reopens_on__lte=today) | Q(shut_from__gt=today))
        return self.published().filter(Q(status=Status.ACTIVE) | open_again, withheld_at=None)

    def leading_to(self, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
        """Where each of these listings is now: itself, or the one it was made one with."""
        rows = self.filter(pk__in=keys).values_list("pk", "merged_into")
        return {pk: into or pk for pk, into in rows}

    def with_places(self) -> "ServiceQuerySet":
        return self.select_related("organisation", "feed").prefetch_related("locations", "schedules__location", "needs")


class Service(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=200)
    summary = models.CharField(max_length=300, blank=True)
    description = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind, blank=True)
    function = models.CharField(max_length=20, choices=Function, blank=True)
    needs = models.ManyToManyField(Need, related_name="services", blank=True)
    audiences = models.ManyToManyField(Audience, related_name="services", blank=True)
    wellbeing = ArrayField(models.CharField(max_length=20, choices=Wellbeing), default=list, blank=True)

    publish_from = models.DateField(null=True, blank=True)
    publish_until = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    shut_from = models.DateField(null=True, blank=True)  # the first day shut; before it, still open
    reopens_on = models.DateField(null=True, blank=True)
    shut_because = models.CharField(max_length=200, blank=True)
    instead = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    attending = models.CharField(max_length=20, choices=Attending, default=Attending.IN_PERSON)
    reach_metres = models.PositiveIntegerField(null=True, blank=True)
    fees = models.CharField(max_length=300, blank=True)
    free = models.BooleanField(default=False)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    gender = models.CharField(max_length=10, choices=Gender, blank=True)
    who_comes = models.TextField(blank=True)
    not_for = models.TextField(blank=True)
    first_time = models.TextField(blank=True)
    good_to_know = models.TextField(blank=True)
    joining = models.CharField(max_length=20, choices=Joining, blank=True)
    how_to_join = models.TextField(blank=True)
    met_at_door = models.BooleanField(default=False)
    met_by = models.CharField(max_length=120, blank=True)
    languages = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    transport = models.CharField(max_length=300, blank=True)
    personal_budget = models.BooleanField(null=True, blank=True)

    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_public = models.BooleanField(default=False)
    url = models.URLField(max_length=500, blank=True)

    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by_name = models.CharField(max_length=120, blank=True)
    verified_by_public = models.BooleanField(default=False)
    verified_by_body = models.CharField(max_length=120, blank=True)
    check_every_days = models.PositiveSmallIntegerField(null=True, blank=True)  # otherwise its kind's: KindGuide
    check_by = models.DateField(null=True, blank=True)
    assigned_to = models.ForeignKey("people.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    withheld_at = models.DateTimeField(null=True, blank=True)  # nobody confirmed it, so the public search leaves it out

    locations = models.ManyToManyField("Location", through="ServiceAtLocation", related_name="services")
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, null=True, blank=True, related_name="services")
    source_id = models.CharField(max_length=200, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    own_words = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # ours: a feed does not overwrite
    left_feed_at = models.DateTimeField(null=True, blank=True)

    is_template = models.BooleanField(default=False)  # words that branches share; never shown itself
    branch_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="branches")
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "source_id"], condition=~Q(source_id=""), name="one_listing_a_record"
            ),
            models.CheckConstraint(
                condition=Q(minimum_age=None) | Q(maximum_age=None) | Q(minimum_age__lte=models.F("maximum_age")),
                name="ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(publish_from=None) | Q(publish_until=None) | Q(publish_from__lte=models.F("publish_until")),
                name="published_before_it_expires",
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("id")), name="not_merged_into_itself"),
        ]
        indexes = [
            models.Index(fields=["check_by"], name="service_check_by"),
            models.Index(fields=["name"], condition=Q(status=Status.SHUT), name="listing_shut"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("listing", args=[self.pk])

    @property
    def source(self) -> str:
        return self.feed.name if self.feed else ""

    @property
    def is_open(self) -> bool:
        if self.status == Status.SHUT:
            today = timezone.localdate()
            is_back = self.reopens_on is not None and self.reopens_on <= today
            return is_back or (self.shut_from is not None and self.shut_from > today)
        return self.status == Status.ACTIVE

    @property
    def is_overdue(self) -> bool:
        """Its check-by date has gone by: shown, as unconfirmed."""
        return self.check_by is not None and self.check_by < timezone.localdate()

    @property
    def somebody_went_on(self) -> date | None:
        """A sign of life, said where the last check is long ago: after each visit it would tell of one person."""
        known = getattr(self, "standing", None)
        if known is None or known.last_attended_on is None:
            return None
        checked_on = timezone.localdate(self.verified_at) if self.verified_at else None
        lately = checked_on is not None and checked_on > timezone.localdate() - LONG_AGO
        return None if lately else known.last_attended_on

    @property
    def needs_no_travel(self) -> bool:
        return self.attending != Attending.IN_PERSON

    @property
    def contact(self) -> dict[str, str]:
        """How to reach the organiser, for everybody: empty unless they said that it may be shown."""
        if not self.contact_public:
            return {}
        return {"name": self.contact_name, "phone": self.contact_phone, "email": self.contact_email}

    @property
    def checked_by(self) -> str:
        """Who checked it, as far as the public may know: a person only with their yes, otherwise their office."""
        name = self.verified_by_name if self.verified_by_public else ""
        if name and self.verified_by_body:
            return gettext("%(name)s at %(body)s") % {"name": name, "body": self.verified_by_body}
        return name or self.verified_by_body

    @property
    def first_steps(self) -> list[tuple[str, str]]:
        return in_steps(self.first_time)


def in_steps(text: str) -> list[tuple[str, str]]:
    """A line a step; the first sentence of each stands out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [(lead + mark, rest) for lead, mark, rest in (line.partition(". ") for line in lines)]
