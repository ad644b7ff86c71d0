"""What is out there: services, where and when they meet, what they answer, and where we heard of them."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connect.people.models import Organisation
from directory.entries import SearchEntry, Word

__all__ = ["Feed", "Location", "Need", "Schedule", "SearchEntry", "Service", "ServiceAtLocation", "Synonym", "Word"]

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Kind(models.TextChoices):
    GROUP = "group", _("A group")
    ACTIVITY = "activity", _("An activity")
    BEFRIENDING = "befriending", _("Befriending")
    COMMUNITY = "community", _("An online community")
    MENTORING = "mentoring", _("Mentoring")
    CONNECTOR = "connector", _("Help finding your way")
    ADVICE = "advice", _("Advice")
    VOLUNTEERING = "volunteering", _("Volunteering")
    TRANSPORT = "transport", _("Transport")
    VENUE = "venue", _("A place to be")


class Function(models.TextChoices):
    """A buffer for a hard time, or a natural part of a life: the field's two words for what a listing does."""

    FUNCTIONAL = "functional", _("Support")
    STRUCTURAL = "structural", _("Belonging")


class Status(models.TextChoices):
    ACTIVE = "active", _("Open")
    SHUT = "temporarily closed", _("Shut for now")
    INACTIVE = "inactive", _("Not published")
    DEFUNCT = "defunct", _("Closed")


class Attending(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    PHONE = "phone", _("By phone")
    HOME = "home", _("At your home")


class Need(models.Model):
    """Something a person would like, with the words people use for it. Names are translated where they are shown."""

    code = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=80)
    synonyms = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return gettext(self.name)


class Synonym(models.Model):
    """A line of the thesaurus: who says this may mean these. Read at each search, so a change counts at once."""

    said = models.CharField(primary_key=True, max_length=80)
    means = ArrayField(models.CharField(max_length=80))

    class Meta:
        ordering = ["said"]

    def __str__(self) -> str:
        return f"{self.said}: {', '.join(self.means)}"


class Feed(models.Model):
    """Where imported listings come from, and on what terms they may be shown."""

    name = models.CharField(max_length=80, unique=True)
    address = models.CharField(max_length=500, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class ServiceQuerySet(models.QuerySet):
    def published(self) -> "ServiceQuerySet":
        """What anybody may open: also what is shut or has closed, which its page says."""
        return self.exclude(status=Status.INACTIVE)

    def searchable(self) -> "ServiceQuerySet":
        """What a search may offer: open now, or shut with a day of reopening that has come."""
        reopened = Q(status=Status.SHUT, reopens_on__lte=timezone.localdate())
        return self.filter(Q(status=Status.ACTIVE) | reopened)

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

    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    reopens_on = models.DateField(null=True, blank=True)
    shut_because = models.CharField(max_length=200, blank=True)
    instead = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    attending = models.CharField(max_length=20, choices=Attending, default=Attending.IN_PERSON)
    reach_metres = models.PositiveIntegerField(null=True, blank=True)
    fees = models.CharField(max_length=300, blank=True)
    free = models.BooleanField(default=False)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    who_comes = models.TextField(blank=True)
    first_time = models.TextField(blank=True)
    good_to_know = models.TextField(blank=True)
    how_to_join = models.TextField(blank=True)
    met_at_door = models.BooleanField(default=False)
    met_by = models.CharField(max_length=120, blank=True)
    languages = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_public = models.BooleanField(default=False)
    url = models.URLField(max_length=500, blank=True)

    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by_name = models.CharField(max_length=120, blank=True)
    verified_by_public = models.BooleanField(default=False)
    verified_by_body = models.CharField(max_length=120, blank=True)

    locations = models.ManyToManyField("Location", through="ServiceAtLocation", related_name="services")
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, null=True, blank=True, related_name="services")
    source_id = models.CharField(max_length=200, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
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
            return bool(self.reopens_on and self.reopens_on <= timezone.localdate())
        return self.status == Status.ACTIVE

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
        """The first visit, a line a step; the first sentence of each stands out."""
        lines = [line.strip() for line in self.first_time.splitlines() if line.strip()]
        return [(lead + mark, rest) for lead, mark, rest in (line.partition(". ") for line in lines)]


class Location(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, blank=True)
    address_1 = models.CharField(max_length=200, blank=True)
    address_2 = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    easting = models.IntegerField(null=True, blank=True)
    northing = models.IntegerField(null=True, blank=True)
    step_free = models.BooleanField(null=True, blank=True)
    step_free_note = models.CharField(max_length=200, blank=True)
    hearing_loop = models.BooleanField(null=True, blank=True)
    hearing_loop_note = models.CharField(max_length=200, blank=True)
    transport = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(easting=None, northing=None) | Q(easting__isnull=False, northing__isnull=False),
                name="both_coordinates_or_none",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.address_1

    @property
    def short(self) -> str:
        """Enough to know where it is: St Mark’s hall, Fuller Street."""
        parts = [self.name, self.address_1, self.city, self.postcode]
        return ", ".join(list(dict.fromkeys(part for part in parts if part))[:2])

    @property
    def address(self) -> str:
        """The lines after the name, as they are written on an envelope."""
        parts = [self.address_1, self.address_2, self.city, self.postcode]
        return ", ".join(part for part in parts if part and part != self.name)


class ServiceAtLocation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="at_locations")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="at_services")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "location"], name="one_service_once_a_place")]

    def __str__(self) -> str:
        return f"{self.service} at {self.location}"


class Frequency(models.TextChoices):
    WEEKLY = "WEEKLY", _("Every week")
    MONTHLY = "MONTHLY", _("Every month")
    ONCE = "ONCE", _("Once")


class Schedule(models.Model):
    """When it meets, in wall time. `byday` as in iCalendar: "TU,FR", or "1FR" and "-1MO" for a month."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="schedules")
    location = models.ForeignKey(Location, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    freq = models.CharField(max_length=10, choices=Frequency, default=Frequency.WEEKLY)
    interval = models.PositiveSmallIntegerField(default=1)
    byday = models.CharField(max_length=60, blank=True)
    bymonthday = models.CharField(max_length=60, blank=True)
    dtstart = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    except_on = ArrayField(models.DateField(), default=list, blank=True)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    description = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["dtstart", "opens_at", "id"]

    def __str__(self) -> str:
        return self.description or f"{self.freq} {self.byday}"

    @property
    def days(self) -> frozenset[str]:
        """The days of the week it may fall on, "TU" and "FR"."""
        by_start = self.freq == Frequency.ONCE or (self.freq == Frequency.WEEKLY and not self.byday)
        if by_start and self.dtstart:
            return frozenset({WEEKDAYS[self.dtstart.weekday()]})
        return frozenset(part.strip()[-2:] for part in self.byday.split(",") if part.strip()[-2:] in WEEKDAYS)
