"""A document's parts and values in plain words: for history, proposals and conflicts of a feed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_time
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.templatetags import look
from directory import apart_from, document, schedule
from directory.models import Audience, Location, Need, OnlineCommunity, Schedule, Service
from directory.states import Frequency

MILE = 1609.344
LABELS = {
    "name": gettext_lazy("Name"),
    "summary": gettext_lazy("What it is, in a line"),
    "description": gettext_lazy("What it is"),
    "kind": gettext_lazy("Kind"),
    "function": gettext_lazy("Support or belonging"),
    "wellbeing": gettext_lazy("Five Ways to Wellbeing"),
    "publish_from": gettext_lazy("Shown from"),
    "publish_until": gettext_lazy("Shown until"),
    "status": gettext_lazy("Open or shut"),
    "shut_from": gettext_lazy("Shut from"),
    "reopens_on": gettext_lazy("Opens again"),
    "shut_because": gettext_lazy("Why it is shut"),
    "attending": gettext_lazy("How people take part"),
    "reach_metres": gettext_lazy("How far it reaches"),
    "fees": gettext_lazy("Cost, in words"),
    "free": gettext_lazy("Free"),
    "minimum_age": gettext_lazy("From age"),
    "maximum_age": gettext_lazy("Up to age"),
    "gender": gettext_lazy("For"),
    "who_comes": gettext_lazy("Who comes"),
    "not_for": gettext_lazy("Who it is not for"),
    "first_time": gettext_lazy("The first time"),
    "good_to_know": gettext_lazy("Good to know"),
    "joining": gettext_lazy("Joining"),
    "how_to_join": gettext_lazy("How to join"),
    "met_at_door": gettext_lazy("Somebody meets people"),
    "met_by": gettext_lazy("Who meets them"),
    "languages": gettext_lazy("Languages"),
    "transport": gettext_lazy("Getting there"),
    "personal_budget": gettext_lazy("A personal budget can pay"),
    "contact_name": gettext_lazy("Contact: name"),
    "contact_phone": gettext_lazy("Contact: phone"),
    "contact_email": gettext_lazy("Contact: e-mail"),
    "contact_public": gettext_lazy("Contact may be shown"),
    "url": gettext_lazy("Website"),
    "organisation": gettext_lazy("Run by"),
    "instead": gettext_lazy("Instead, while it is shut"),
    "needs": gettext_lazy("What people would like"),
    "audiences": gettext_lazy("Who it is for"),
    "costs": gettext_lazy("Prices"),
    "places": gettext_lazy("Where"),
    "schedules": gettext_lazy("When"),
    "community": gettext_lazy("Online community"),
}
OF_PLACE = {
    "step_free": gettext_lazy("Step-free"),
    "hearing_loop": gettext_lazy("Hearing loop"),
    "accessible_toilet": gettext_lazy("Accessible toilet"),
    "changing_place": gettext_lazy("Changing Places toilet"),
    "blue_badge_parking": gettext_lazy("Blue Badge parking"),
    "quiet_space": gettext_lazy("Quiet place to sit"),
    "address_public": gettext_lazy("Address shown to everybody"),
    "step_free_note": gettext_lazy("Getting in"),
    "hearing_loop_note": gettext_lazy("Hearing"),
    "access_note": gettext_lazy("Access"),
    "directions": gettext_lazy("Directions"),
    "transport": gettext_lazy("Getting there"),
    "uprn": gettext_lazy("UPRN"),
}
OF_COMMUNITY = {
    "address": gettext_lazy("Address"),
    "members": gettext_lazy("Members"),
    "members_counted_on": gettext_lazy("Counted on"),
    "is_open": gettext_lazy("Anybody can join"),
    "not_for": gettext_lazy("What it is not for"),
    "posts": gettext_lazy("How much is posted"),
    "answers": gettext_lazy("How soon people answer"),
    "last_active_on": gettext_lazy("Last seen active"),
    "joining_steps": gettext_lazy("What joining looks like"),
    "safe_to_join": gettext_lazy("Safe to join"),
    "without_it": gettext_lazy("Without an account there"),
}


@dataclass(frozen=True)
class Line:
    text: str
    differs: bool = False


@dataclass(frozen=True)
class Compared:
    """One part, as it was and as it would be, line by line; what differs is marked."""

    part: str
    label: str
    was: list[Line]
    now: list[Line]


def label(part: str) -> str:
    return str(LABELS.get(part, part))


def compare(was: Mapping[str, Any], now: Mapping[str, Any], parts: Iterable[str] | None = None) -> list[Compared]:
    """Side by side, in the order of a listing; only parts that differ, unless told which."""
    chosen = list(parts) if parts is not None else document.differences(was, now)
    return [_compared(part, was.get(part), now.get(part)) for part in document.PARTS if part in chosen]


def told(said: Mapping[str, Any], parts: Iterable[str]) -> list[tuple[str, list[str]]]:
    """What these parts say, in this order, each under its label; what says nothing is left out."""
    found = [(label(part), lines(part, said.get(part))) for part in parts]
    return [(name, words) for name, words in found if words]


def _compared(part: str, was: Any, now: Any) -> Compared:
    before, after = lines(part, was), lines(part, now)
    old = [Line(text, text not in after) for text in before]
    return Compared(part, label(part), old, [Line(text, text not in before) for text in after])


def lines(part: str, value: Any) -> list[str]:
    """What a part says, a line or several; none for nothing."""
    if value in (None, "", [], {}):
        return []
    if part in SEVERAL:
        return SEVERAL[part](value)
    return [_plain(Service._meta.get_field(part), value)]


def _plain(field: models.Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(_choice(field.base_field, each) for each in value)
    if isinstance(field, models.DateField):
        return look.day(_day(value))
    return _choice(field, value)


def _choice(field: models.Field, value: Any) -> str:
    return str(dict(field.flatchoices).get(value, value)) if field.choices else str(value)


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else parse_date(str(value))


def _time(value: Any) -> time | None:
    return value if isinstance(value, time) or value is None else parse_time(str(value))


def _named(model: type[models.Model]) -> Callable[[list[str]], list[str]]:
    return lambda codes: [str(each) for each in model.objects.filter(pk__in=codes)]


def _instead(key: str) -> list[str]:
    return [Service.objects.filter(pk=key).values_list("name", flat=True).first() or _("a listing that is gone")]


def _reach(metres: int) -> list[str]:
    return [_("%(miles)s miles") % {"miles": f"{metres / MILE:.1f}".removesuffix(".0")}]


def _paragraphs(said: str) -> list[str]:
    return [line.strip() for line in str(said).splitlines() if line.strip()]


def _costs(costs: list[dict]) -> list[str]:
    return [_cost(**cost) for cost in costs]


def _cost(option: str, amount: Any = None, amount_description: str = "") -> str:
    price = "" if amount is None else _("Free") if float(amount) == 0 else f"£{float(amount):.2f}".removesuffix(".00")
    return ": ".join(part for part in (option, ", ".join(each for each in (price, amount_description) if each)) if part)


def _places(places: list[dict]) -> list[str]:
    return [line for place in places for line in _place(place, alone=len(places) == 1)]


def _place(said: dict, *, alone: bool) -> list[str]:
    """Where, then what is known of it; with the place's name before each fact, where there are several."""
    place = Location(**{name: said.get(name) or "" for name in ("name", "address_1", "address_2", "city", "postcode")})
    where = ", ".join(part for part in (place.name, place.address) if part) or _("A place without a name")
    facts = [f"{OF_PLACE[name]}: {_yes_no(said[name])}" for name in OF_PLACE if _is_worth_saying(said, name)]
    return [where, *(fact if alone else f"{place.name or where}: {fact}" for fact in facts)]


def _is_worth_saying(said: dict, name: str) -> bool:
    return said.get(name) not in (None, "") and not (name == "address_public" and said[name] is True)


def _yes_no(value: Any) -> str:
    return (_("Yes") if value else _("No")) if isinstance(value, bool) else str(value)


def _schedules(times: list[dict]) -> list[str]:
    return [_when(each) for each in times]


def _when(said: dict) -> str:
    row = as_schedule(said)
    known = schedule.timetable([row])[0]
    apart = [
        _("in school terms only") if row.term_time else "",
        _("not on bank holidays") if row.not_on_bank_holidays else "",
        _("from %(day)s") % {"day": look.day(row.dtstart)} if _begins(row) else "",
        _("until %(day)s") % {"day": look.day(row.valid_to)} if row.valid_to else "",
        _("not on %(days)s") % {"days": _days(row.except_on)} if row.except_on else "",
        _("also on %(days)s") % {"days": _days(row.also_on)} if row.also_on else "",
        known.remark,
    ]
    return ", ".join(part for part in (known.days, known.hours.replace("\u00a0", " "), *apart) if part) or _("Ask when")


def _begins(row: Schedule) -> bool:
    """The first day matters while it is to come, and where it says which weeks."""
    if not row.dtstart or row.freq == Frequency.ONCE:
        return False
    return row.dtstart > timezone.localdate() or (row.interval or 1) > 1


def as_schedule(said: Mapping[str, Any]) -> Schedule:
    """A row that is not kept, to be read like one that is."""
    dates = {name: _day(said[name]) if said.get(name) else None for name in ("dtstart", "valid_to")}
    lists = {name: [_day(day) for day in said.get(name) or []] for name in ("except_on", "also_on")}
    hours = {name: _time(said.get(name)) for name in ("opens_at", "closes_at")}
    rest = {name: said[name] for name in document.TIMES if name in said and name not in {**dates, **lists, **hours}}
    return Schedule(**rest, **dates, **lists, **hours)


def _days(days: list[date]) -> str:
    return apart_from.in_words(sorted(days))


def _community(said: dict) -> list[str]:
    platform = _choice(OnlineCommunity._meta.get_field("platform"), said.get("platform", ""))
    told = [f"{OF_COMMUNITY[name]}: {_value(said[name], name)}" for name in OF_COMMUNITY if _is_said(said, name)]
    return [platform, *told, *(_admin(admin) for admin in said.get("admins", []))]


def _is_said(said: dict, name: str) -> bool:
    return said.get(name) not in (None, "")


def _value(value: Any, name: str) -> str:
    return look.date_only(_day(value)) if name.endswith("_on") else _yes_no(value)


def _admin(said: dict) -> str:
    about = f", {said['about']}" if said.get("about") else ""
    day = look.date_only(_day(said.get("agreed_on")))
    return _("Looked after by %(name)s%(about)s, who said yes on %(day)s") % {
        "name": said.get("name", ""), "about": about, "day": day,
    }  # fmt: skip


SEVERAL: dict[str, Callable[[Any], list[str]]] = {
    "needs": _named(Need),
    "audiences": _named(Audience),
    "instead": _instead,
    "organisation": lambda name: [str(name)],
    "reach_metres": _reach,
    "costs": _costs,
    "places": _places,
    "schedules": _schedules,
    "community": _community,
    **dict.fromkeys(("description", "who_comes", "not_for", "first_time", "good_to_know", "how_to_join"), _paragraphs),
}
