"""Days and times in one cell: "Tuesday and Friday 10:00-12:00; first Saturday of the month 14:00-16:00"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.bulk.cells import Day, Unread, Words, clean
from directory.states import WEEKDAYS, Frequency

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NTHS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}
DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
NTH = r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
CLOCK = r"(?:noon|midday|midnight|\d{1,2}(?:[:.]\d\d)?(?::00)?\s*(?:am|pm|a\.m\.|p\.m\.|noon)?)"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DATE = rf"(?:\d\d?(?:st|nd|rd|th)?(?: of)? {MONTH},? \d{{4}}|\d\d?/\d\d?/\d\d(?:\d\d)?|\d{{4}}-\d\d?-\d\d?)"
RANGE = re.compile(
    rf"(?:from |between )?(?P<opens>{CLOCK})\s*(?:-|–|—|to|till|until|and)\s*(?P<closes>{CLOCK})(?![\w/])"
)
ONE = re.compile(
    r"(?:at |from )?(?P<opens>(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}:\d\d|noon|midday|midnight))"
)
SMALL = re.compile(r"\b(?:every|each|on|of|the|month|monthly|a|week|weekly|weeks|and|at|meets?|in|open)\b|[&,.+/]")
TO_DAY = re.compile(rf"\b({DAY})\s*(?:-|–|to)\s*({DAY})", re.I)
HIDDEN = ("id", "place", "except_on", "also_on", "dtstart")  # what the words do not carry stays as it was


@dataclass(frozen=True)
class Times(Words):
    """The timetable of a listing. What the words do not say (days off, the place) stays with the time it belongs to."""

    def show(self, value: Any) -> str:
        return "; ".join(filter(None, map(in_words, value or ())))

    def read(self, text: str) -> Any:
        return [_read(piece) for piece in _pieces(text)]


def joined(new: list[dict[str, Any]], was: list[dict[str, Any]], place: str | None) -> list[dict[str, Any]]:
    """The times as read, on the rows that are there: registers and room hang on a row, so rows are kept."""
    left = list(was)
    rows = []
    for each in new:
        same = next((old for old in left if in_words(old) == in_words(each)), None)
        rows.append((each, same))
        if same:
            left.remove(same)
    return [_on(each, same or (left.pop(0) if left else None), place) for each, same in rows]


def _on(each: dict[str, Any], old: Mapping[str, Any] | None, place: str | None) -> dict[str, Any]:
    kept = {name: old[name] for name in HIDDEN if name in old} if old else {"place": place}
    return kept | {name: value for name, value in each.items() if name != "dtstart" or value}


def in_words(each: Mapping[str, Any]) -> str:
    """One row of a timetable, as it is read again."""
    starts, parts = each.get("dtstart"), [_days(each), _hours(each)]
    says_from = (each.get("interval") or 1) > 1 or (starts and starts > timezone.localdate().isoformat())
    if starts and says_from and each.get("freq") != Frequency.ONCE:
        parts.append(f"from {_date(starts)}")
    if each.get("valid_to"):
        parts.append(f"until {_date(each['valid_to'])}")
    if each.get("term_time"):
        parts.append("term time only")
    if each.get("not_on_bank_holidays"):
        parts.append("not on bank holidays")
    if each.get("description"):
        parts.append(f"({clean(each['description'])})")
    return " ".join(filter(None, parts))


def _date(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _days(each: Mapping[str, Any]) -> str:
    if each.get("freq") == Frequency.ONCE:
        return _date(each["dtstart"]) if each.get("dtstart") else ""
    parts = [part.strip() for part in (each.get("byday") or "").split(",") if part.strip()]
    if each.get("freq") == Frequency.MONTHLY:
        return _monthly(parts, each.get("bymonthday") or "")
    interval = each.get("interval") or 1
    often = {1: "", 2: "every other "}.get(interval, f"every {interval} weeks ")
    return often + _run(parts)


def _run(parts: list[str]) -> str:
    """Monday to Friday, from three days without a gap."""
    if parts == list(WEEKDAYS):
        return "every day"
    first = WEEKDAYS.index(parts[0]) if parts and parts[0] in WEEKDAYS else 0
    if len(parts) > 2 and parts == list(WEEKDAYS[first : first + len(parts)]):
        return f"{_name(parts[0])} to {_name(parts[-1])}"
    return " and ".join(_name(part) for part in parts)


def _monthly(parts: list[str], numbers: str) -> str:
    if not parts:
        return f"day {numbers} of the month" if numbers else "monthly"
    groups: dict[str, list[str]] = {}
    for part in parts:
        groups.setdefault(part[-2:], []).append(part[:-2].lstrip("+"))
    said = [" and ".join(NTHS.get(nth, "") for nth in nths) + f" {_name(day)}" for day, nths in groups.items()]
    return " and ".join(each.strip() for each in said) + " of the month"


def _name(day: str) -> str:
    return DAYS[WEEKDAYS.index(day[-2:])] if day[-2:] in WEEKDAYS else day


def _hours(each: Mapping[str, Any]) -> str:
    opens, closes = ((each.get(name) or "")[:5] for name in ("opens_at", "closes_at"))
    return f"{opens}-{closes}" if opens and closes else opens or (f"until {closes}" if closes else "")


# ---------- reading ----------


@dataclass
class Left:
    """What has not been understood yet of a piece."""

    text: str
    found: dict[str, Any] = field(default_factory=dict)

    def take(self, pattern: str | re.Pattern) -> re.Match | None:
        match = re.search(pattern, self.text, re.I) if isinstance(pattern, str) else pattern.search(self.text)
        if match:
            self.text = f"{self.text[: match.start()]} {self.text[match.end() :]}"
        return match


def _pieces(text: str) -> Iterable[str]:
    for piece in re.split(r"[;\n](?![^()]*\))", text):
        parts = piece.split(",")
        alone = len(parts) > 1 and all(re.search(DAY, part, re.I) and re.search(r"\d", part) for part in parts)
        yield from (part.strip() for part in (parts if alone and "(" not in piece else [piece]) if part.strip())


def _read(piece: str) -> dict[str, Any]:
    left = Left(piece)
    remark = left.take(r"\((?P<remark>.*)\)\s*$")
    left.text = left.text.lower()
    found: dict[str, Any] = {
        "freq": Frequency.WEEKLY.value, "interval": 1, "byday": "", "bymonthday": "", "dtstart": None, "valid_to": None,
        "term_time": bool(left.take(r"\b(?:in )?term[- ]?time(?: only)?\b")),
        "not_on_bank_holidays": bool(left.take(r"\b(?:not on|except|excluding|no|not) bank holidays\b")),
        "opens_at": None, "closes_at": None, "description": remark["remark"].strip() if remark else "",
    }  # fmt: skip
    found |= _dates(left) | _on_days(left) | _at_hours(left)
    _check(piece, left, found)
    return found


def _dates(left: Left) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if match := left.take(rf"\b(?:until|till|ending)\s+({DATE})"):
        found["valid_to"] = Day().read(match[1])
    if match := left.take(rf"\b(?:from|starting|since)\s+(?:{DAY}\s+)?({DATE})"):
        found["dtstart"] = Day().read(match[1])
    if match := left.take(rf"(?:\b{DAY},?\s+)?({DATE})"):
        found |= {"freq": Frequency.ONCE.value, "dtstart": Day().read(match[1])}
    return found


def _on_days(left: Left) -> dict[str, Any]:
    if match := left.take(
        r"\bday (\d\d?(?:,\s*\d\d?)*) of the month|\b(\d\d?)(?:st|nd|rd|th) of (?:the|each|every) month"
    ):
        return {"freq": Frequency.MONTHLY.value, "bymonthday": (match[1] or match[2]).replace(" ", "")}
    if left.take(r"\b(?:every day|daily|7 days a week|each day)\b"):
        return {"byday": ",".join(WEEKDAYS)}
    often = _interval(left)
    nths: list[str] = []
    monthly = rf"\b({NTH}(?:\s*(?:,|and|&)\s*{NTH})*)\s+({DAY})"
    while match := left.take(monthly):
        nths += [f"{_nth(nth)}{_code(match[2])}" for nth in re.findall(NTH, match[1])]
    if nths:
        return {"freq": Frequency.MONTHLY.value, "byday": ",".join(nths)}
    days = _weekdays(left)
    if not days and left.take(r"\bmonthly\b"):
        return {"freq": Frequency.MONTHLY.value}
    return {"byday": ",".join(days)} | often


def _interval(left: Left) -> dict[str, int]:
    if left.take(
        r"\b(?:every other week|every other|every second|alternate|fortnightly|every fortnight|every (?:2|two) weeks)\b"
    ):
        return {"interval": 2}
    match = left.take(r"\bevery (\d) weeks\b")
    return {"interval": int(match[1])} if match else {}


def _weekdays(left: Left) -> list[str]:
    days: set[str] = set()
    while match := left.take(TO_DAY):
        first, last = (WEEKDAYS.index(_code(day)) for day in match.groups())
        days |= {WEEKDAYS[at % 7] for at in range(first, (last if last >= first else last + 7) + 1)}
    if left.take(r"\bweekdays?\b"):
        days |= set(WEEKDAYS[:5])
    if left.take(r"\bweekends?\b"):
        days |= set(WEEKDAYS[5:])
    while match := left.take(rf"\b{DAY}"):
        days.add(_code(match[0]))
    return sorted(days, key=WEEKDAYS.index)


def _code(said: str) -> str:
    names = {name.lower(): code for name, code in zip(DAYS, WEEKDAYS, strict=True)}
    word = said.lower().strip(". ").removesuffix("s") if not said.lower().startswith("tues") else "tuesday"
    found = next((code for name, code in names.items() if name.startswith(word) or word.startswith(name)), "")
    if not found:
        found = next((code for name, code in names.items() if word[:4] == name[:4]), "")
    if not found:
        raise Unread(_("We do not know the day “%(day)s”") % {"day": said})
    return found


def _nth(said: str) -> str:
    return {"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4",
            "fifth": "5", "5th": "5", "last": "-1"}[said]  # fmt: skip


def _at_hours(left: Left) -> dict[str, Any]:
    if match := left.take(RANGE):
        opens, closes = _clocks(match["opens"], match["closes"])
        return {"opens_at": opens, "closes_at": closes}
    match = left.take(ONE)
    return {"opens_at": _clocks(match["opens"], "")[0]} if match else {}


def _clocks(opens: str, closes: str) -> tuple[str | None, str | None]:
    """2-4 is the afternoon, 10-12 is not; "2-4pm" says so for both, and 11-1pm for the last alone."""
    first, last = _clock(opens), _clock(closes) if closes else None
    if last and not first.half and last.half == "pm" and first.hour <= last.hour % 12 and first.hour < 12:
        first.half = "pm"
    begins = first.of_day()
    ends = last.of_day() if last else None
    if ends and ends <= begins and not last.half and ends.hour < 12:
        ends = ends.replace(hour=ends.hour + 12)
    return begins.isoformat(), ends.isoformat() if ends else None


@dataclass
class Clock:
    hour: int
    minute: int
    half: str
    exact: bool  # written with a nought in front, or past twelve: it is the time of day itself

    def of_day(self) -> time:
        hour = self.hour
        if self.half == "pm" and hour < 12:
            hour += 12
        elif self.half == "am" and hour == 12:
            hour = 0
        elif not self.half and not self.exact and 1 <= hour <= 7:
            hour += 12  # nobody's lunch club opens at two in the morning
        return time(hour, self.minute)


def _clock(said: str) -> Clock:
    said = said.strip().replace("a.m.", "am").replace("p.m.", "pm")
    if said in ("noon", "midday", "12noon", "12 noon"):
        return Clock(12, 0, "", True)
    if said == "midnight":
        return Clock(0, 0, "", True)
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?::00)?\s*(am|pm)?(?:noon)?", said)
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 24 or minute > 59 or (match[3] and not 1 <= hour <= 12):
        raise Unread(_("“%(time)s” is no time of day") % {"time": said})
    return Clock(
        hour % 24,
        minute,
        match[3] or "",
        hour > 12 or match[1].startswith("0") or bool(match[2] and ":" in said and len(match[1]) == 2),
    )


def _check(piece: str, left: Left, found: dict[str, Any]) -> None:
    example = "Tuesday and Friday 10:00-12:00; first Saturday of the month 14:00-16:00"
    if SMALL.sub(" ", left.text).strip(" -–:"):
        raise Unread(
            _("We cannot read “%(piece)s”. Write days and times like: %(example)s")
            % {"piece": piece[:80], "example": example}
        )
    if found["interval"] > 1 and not found["dtstart"]:
        raise Unread(_("Say when it begins, like: every other Tuesday 10:00-12:00 from 3 November 2026"))
    if found["opens_at"] and not (found["byday"] or found["bymonthday"] or found["dtstart"]):
        raise Unread(_("Say on which day “%(piece)s” is") % {"piece": piece[:80]})
