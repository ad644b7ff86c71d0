"""Where and when a listing meets."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from directory import recurrence
from directory.states import WEEKDAYS, Frequency

SQUARE = 1000  # metres


def _middle(metres: int) -> int:
    return metres // SQUARE * SQUARE + SQUARE // 2


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
    accessible_toilet = models.BooleanField(null=True, blank=True)
    changing_place = models.BooleanField(null=True, blank=True)
    blue_badge_parking = models.BooleanField(null=True, blank=True)
    quiet_space = models.BooleanField(null=True, blank=True)
    access_note = models.CharField(max_length=300, blank=True)
    directions = models.CharField(max_length=300, blank=True)  # which door, which floor
    transport = models.CharField(max_length=300, blank=True)
    address_public = models.BooleanField(default=True)  # somebody's home, a refuge: then only the area is told
    uprn = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(easting=None, northing=None) | Q(easting__isnull=False, northing__isnull=False),
                name="both_coordinates_or_none",
            )
        ]

    def __str__(self) -> str:
        return (self.name or self.address_1) if self.address_public else self.area

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A private address is put in the middle of its square kilometre: what is not kept cannot be given away."""
        if not self.address_public and self.easting is not None:
            self.easting, self.northing = _middle(self.easting), _middle(self.northing)
        super().save(*args, **kwargs)

    @property
    def area(self) -> str:
        """As much as everybody may know of a private address: Larkfield, KX3."""
        return ", ".join(part for part in (self.city, self.postcode.partition(" ")[0]) if part)

    @property
    def short(self) -> str:
        """Enough to know where it is: St Mark’s hall, Fuller Street."""
        if not self.address_public:
            return self.area
        parts = [self.name, self.address_1, self.city, self.postcode]
        return ", ".join(list(dict.fromkeys(part for part in parts if part))[:2])

    @property
    def address(self) -> str:
        """The lines after the name, as they are written on an envelope; of a private address the area alone."""
        if not self.address_public:
            return self.area
        parts = [self.address_1, self.address_2, self.city, self.postcode]
        return ", ".join(part for part in parts if part and part != self.name)


class ServiceAtLocation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="at_locations")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="at_services")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "location"], name="one_service_once_a_place")]

    def __str__(self) -> str:
        return f"{self.service} at {self.location}"


class Schedule(models.Model):
    """When it meets, in wall time. `byday` as in iCalendar: "TU,FR", or "1FR" and "-1MO" for a month."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="schedules")
    location = models.ForeignKey(Location, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    freq = models.CharField(max_length=10, choices=Frequency, default=Frequency.WEEKLY)
    interval = models.PositiveSmallIntegerField(default=1)
    byday = models.CharField(max_length=60, blank=True)
    bymonthday = models.CharField(max_length=60, blank=True)
    dtstart = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    except_on = ArrayField(models.DateField(), default=list, blank=True)
    also_on = ArrayField(models.DateField(), default=list, blank=True)
    term_time = models.BooleanField(default=False)  # in school terms only: SchoolTerm
    not_on_bank_holidays = models.BooleanField(default=False)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    description = models.CharField(max_length=300, blank=True)
    # The days of the next weeks, worked out by `recurrence` so that a search for today can ask the database alone.
    coming = ArrayField(models.DateField(), default=list, blank=True, editable=False)

    class Meta:
        ordering = ["dtstart", "opens_at", "id"]

    def __str__(self) -> str:
        return self.description or f"{self.freq} {self.byday}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """With its coming days worked out. Whoever writes many rows at once asks schedule.note_coming instead."""
        for name in ("dtstart", "valid_to"):
            setattr(self, name, self._meta.get_field(name).to_python(getattr(self, name)))
        self.coming = recurrence.coming(self)
        if (named := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*named, "coming"}
        super().save(*args, **kwargs)

    @property
    def days(self) -> frozenset[str]:
        """The days of the week it may fall on, "TU" and "FR"."""
        by_start = self.freq == Frequency.ONCE or (self.freq == Frequency.WEEKLY and not self.byday)
        if by_start and self.dtstart:
            return frozenset({WEEKDAYS[self.dtstart.weekday()]})
        return frozenset(part.strip()[-2:] for part in self.byday.split(",") if part.strip()[-2:] in WEEKDAYS)
