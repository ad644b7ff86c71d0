"""A calendar says exactly the days that the pages say, and nothing private."""

import uuid
from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rruleset, rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from connect.people.models import Organisation, Tenant
from directory import recurrence
from directory.models import Location, Schedule, SchoolTerm, Service, ServiceAtLocation
from directory.schedule import LONDON
from directory.sharing import calendar

FIRST = date(2026, 1, 1)
DAY = st.dates(date(2026, 1, 1), date(2027, 12, 31))
WEEKDAY = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
NTH = st.builds(lambda n, day: f"{n}{day}", st.sampled_from(["", "1", "2", "3", "4", "5", "-1"]), WEEKDAY)


@st.composite
def timetables(draw):
    freq = draw(st.sampled_from(["WEEKLY", "MONTHLY", "ONCE"]))
    said = {
        "freq": freq,
        "interval": draw(st.sampled_from([1, 1, 2, 3])),
        "dtstart": draw(DAY),
        "byday": ",".join(draw(st.lists(NTH if freq == "MONTHLY" else WEEKDAY, max_size=3, unique=True))),
        "except_on": draw(st.lists(DAY, max_size=3)),
        "also_on": draw(st.lists(DAY, max_size=3)),
        "term_time": draw(st.booleans()) and draw(st.booleans()),
        "not_on_bank_holidays": draw(st.booleans()) and draw(st.booleans()),
        "opens_at": draw(st.sampled_from([time(12), time(20, 30), None])),
        "closes_at": draw(st.sampled_from([time(14), time(1), None])),
    }
    if freq == "MONTHLY" and draw(st.booleans()):
        said |= {"byday": "", "bymonthday": str(draw(st.sampled_from([1, 15, 29, 30, 31, -1])))}
    if draw(st.booleans()):
        said["valid_to"] = said["dtstart"] + timedelta(days=draw(st.integers(0, 500)))
    return Schedule(pk=uuid.uuid4(), **said)


def expanded(text: bytes, since: date, until: date) -> list[date]:
    """As a calendar program reads it, by hand: rules, days off and days more, by the clock on the wall."""
    days = set()
    for event in Calendar.from_ical(text).walk("VEVENT"):
        every = rruleset()
        every.rdate(plain(event["dtstart"].dt))
        if rule := event.get("rrule"):
            every.rrule(rrulestr(wall(rule).to_ical().decode(), dtstart=plain(event["dtstart"].dt)))
        for name, note in (("exdate", every.exdate), ("rdate", every.rdate)):
            for listed in [event[name]] if name in event else []:
                for each in listed.dts:
                    note(plain(each.dt))
        days |= {moment.date() for moment in every.between(plain(since), plain(until) + timedelta(1, -1), inc=True)}
    return sorted(days)


def wall(rule):
    rule = rule.copy()
    if until := rule.get("UNTIL"):
        rule["UNTIL"] = [plain(until[0])]
    return rule


def plain(when):
    if isinstance(when, datetime):
        return when.astimezone(LONDON).replace(tzinfo=None)
    return datetime.combine(when, time())


class Rows(list):
    def all(self):
        return self


@pytest.fixture
def here(db, time_machine):
    time_machine.move_to(datetime(2026, 11, 21, 9, tzinfo=LONDON), tick=False)
    Tenant.objects.create(place="Kelderby", phone="", help_phone="")
    SchoolTerm.objects.create(name="Spring 2027", starts_on="2027-01-04", ends_on="2027-03-25")
    return Organisation.objects.create(name="The Crossroads Trust")


def unsaved(organisation, *schedules, **fields):
    service = Service(organisation=organisation, name="Choir", **fields)
    service.created = service.updated = datetime(2026, 1, 1, tzinfo=UTC)
    service._prefetched_objects_cache = {"schedules": Rows(schedules), "locations": Rows()}
    return service


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(timetable=timetables())
def test_a_calendar_program_finds_the_days_that_our_pages_say(here, timetable):
    text = calendar.of([unsaved(here, timetable)], "Choir").to_ical()
    since, until = date(2026, 11, 1), date(2027, 11, 1)
    assert expanded(text, since, until) == list(recurrence.dates(timetable, since, until=until))


def test_a_listing_that_is_shut_for_now_has_no_day_while_it_is(here):
    friday = Schedule(pk=uuid.uuid4(), byday="FR", dtstart=FIRST, opens_at=time(10))
    shut = {"status": "temporarily closed", "shut_from": date(2026, 12, 1), "reopens_on": date(2027, 2, 1)}
    text = calendar.of([unsaved(here, friday, **shut)], "Choir").to_ical()
    assert expanded(text, date(2026, 11, 15), date(2027, 2, 10)) == [
        date(2026, 11, 20), date(2026, 11, 27), date(2027, 2, 5),
    ]  # fmt: skip


@pytest.fixture
def club(here):
    club = Service.objects.create(
        pk="11111111-1111-4111-8111-111111111111",
        organisation=here,
        name="Lunch, tea; and talk",
        summary="A hot lunch at shared tables, cooked by neighbours who like to hear how your week was. Tŷ bach.",
        fees="£4.50",
        contact_name="Olive Byrne",
        contact_phone="01632 960 042",
    )
    hall = Location.objects.create(
        pk="22222222-2222-4222-8222-222222222222", name="St Mark’s hall", address_1="Fuller Street", postcode="KX2 4TQ"
    )
    ServiceAtLocation.objects.create(service=club, location=hall)
    Schedule.objects.create(
        pk="33333333-3333-4333-8333-333333333333",
        service=club,
        location=hall,
        byday="TU",
        dtstart="2026-01-05",
        valid_to="2027-06-30",
        opens_at=time(12),
        closes_at=time(14),
        except_on=[date(2026, 12, 29)],
        also_on=[date(2026, 12, 24)],
    )
    return club


WHOLE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Connect//Listings//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Lunch\\, tea\\; and talk
REFRESH-INTERVAL;VALUE=DURATION:P1D
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY:Lunch\\, tea\\; and talk
DTSTART;TZID=Europe/London:20260106T120000
DTEND;TZID=Europe/London:20260106T140000
DTSTAMP:20261121T090000Z
UID:33333333-3333-4333-8333-333333333333@localhost
SEQUENCE:217414800
RRULE:FREQ=WEEKLY;UNTIL=20270630T110000Z;INTERVAL=1;BYDAY=TU
RDATE;TZID=Europe/London:20261224T120000
EXDATE;TZID=Europe/London:20261229T120000
DESCRIPTION:A hot lunch at shared tables\\, cooked by neighbours who like t
 o hear how your week was. Tŷ bach.\\n£4.50
LAST-MODIFIED:20261121T090000Z
LOCATION:St Mark’s hall\\, Fuller Street\\, KX2 4TQ
STATUS:CONFIRMED
TRANSP:TRANSPARENT
URL:http://localhost:8000/listing/11111111-1111-4111-8111-111111111111/
END:VEVENT
END:VCALENDAR
"""


def test_the_whole_of_a_calendar(club):
    text = calendar.of([club], club.name).to_ical().decode()
    assert text.replace("\r\n", "\n").split("\n") == WHOLE.split("\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_public_number_is_in_it_and_a_private_address_is_not(club):
    Service.objects.update(contact_public=True)
    Location.objects.update(address_public=False, city="Millrace")
    event = calendar.of([Service.objects.get()], "").walk("VEVENT")[0]
    assert event["description"].endswith("Olive Byrne 01632 960 042")
    assert event["location"] == "Millrace"


def test_a_listing_that_has_closed_says_so_in_every_calendar_that_has_it(club):
    Service.objects.update(status="defunct")
    assert [event["status"] for event in calendar.of([Service.objects.get()], "").walk("VEVENT")] == ["CANCELLED"]
