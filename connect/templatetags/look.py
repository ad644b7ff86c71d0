"""The words and small drawings that every page shares: icons, days, hours, miles, the week, the thread and the dots."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache, lru_cache
from math import ceil
from typing import Any

from django import template
from django.core.paginator import Paginator
from django.template.context import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext, pgettext
from django.utils.translation import gettext as _

register = template.Library()

METRES_IN_A_MILE = 1609.344
METRES_A_MINUTE = 70  # an unhurried walk, along streets, for a distance measured as the crow flies
WALKABLE = 1610
SQUARES = ("<i>{}</i>", '<i class="on">{}</i>')  # by whether anything is on that day
TICK = (
    '<label class="tick"><input type="checkbox" name="{}" value="{}"{}> {} '
    '<span class="count">{}<span class="hidden"> {}</span></span></label>\n'
)
BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@register.simple_tag
@cache
def icon(name: str, css: str = "icon") -> SafeString:
    """A drawing from our sprite. It says nothing to a screen reader, so there are always words beside it."""
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        css,
        static("connect/icons.svg"),
        name,
    )


def _local(moment: datetime | date) -> datetime | date:
    return timezone.localtime(moment) if isinstance(moment, datetime) and timezone.is_aware(moment) else moment


def _is_far(when: date) -> bool:
    """Months away the year must be said; in between it is noise."""
    return abs((when - timezone.localdate()).days) > 300


@lru_cache(2000)
def _written(when: date, pattern: str, _language: str) -> str:
    """Ten results say ten dates, and each page the same ones again; a date reads the same all day."""
    return date_format(when, pattern)


def _dated(when: datetime | date, pattern: str) -> str:
    when = _local(when)
    day = when.date() if isinstance(when, datetime) else when
    return _written(day, pattern + " Y" if _is_far(day) else pattern, get_language() or "")


@register.filter
def day(when: datetime | date | None) -> str:
    """Tuesday 24 November; the year joins when it is not obvious."""
    return _dated(when, "l j F") if when else ""


@register.filter
def date_only(when: datetime | date | None) -> str:
    """24 November."""
    return _dated(when, "j F") if when else ""


@register.filter
def short_day(when: datetime | date | None) -> str:
    """Tue 24 Nov, for a row in a table; with the year where it is another than this one."""
    if not when:
        return ""
    here = _local(when)
    return date_format(here, "D j M" if here.year == timezone.localdate().year else "D j M Y")


def _figures(hour: time) -> str:
    """10:30, or 10 on the hour."""
    return f"{hour.hour % 12 or 12}:{hour.minute:02}" if hour.minute else str(hour.hour % 12 or 12)


def _half(hour: time) -> str:
    return pgettext("after midday", "pm") if hour.hour >= 12 else pgettext("before midday", "am")


@register.filter
def clock(when: datetime | time | None) -> str:
    """10:30am, 9am, 12 noon."""
    if when is None or when == "":
        return ""
    hour = _local(when).time() if isinstance(when, datetime) else when
    if (hour.hour, hour.minute) == (12, 0):
        return _("12 noon")
    return _("midnight") if (hour.hour, hour.minute) == (0, 0) else _figures(hour) + _half(hour)


@register.filter
def moment(when: datetime | None) -> str:
    """Tuesday 24 November, 10:30am."""
    return _("%(day)s, %(time)s") % {"day": day(when), "time": clock(when)} if when else ""


@register.simple_tag
def hours(opens: datetime | time | None, closes: datetime | time | None = None) -> str:
    """12 to 2pm, 10am to 3pm, or 10am alone."""
    if not opens or not closes:
        return clock(opens)
    first, last = (_local(at).time() if isinstance(at, datetime) else at for at in (opens, closes))
    same_half = first.hour // 12 == last.hour // 12
    begins = _figures(first) if same_half else clock(first)
    return _("%(opens)s to %(closes)s") % {"opens": begins, "closes": clock(last)}


@register.filter
def distance(metres: float | None) -> str:
    """0.3 miles. Nobody needs the second decimal."""
    if metres is None or metres == "":
        return ""
    miles = metres / METRES_IN_A_MILE
    if miles < 0.1:
        return _("very near")
    shown = f"{miles:.0f}" if miles >= 9.95 else f"{miles:.1f}".removesuffix(".0")
    return npgettext("distance", "%(miles)s mile", "%(miles)s miles", 1 if shown == "1" else 2) % {"miles": shown}


@register.filter
def walk(metres: float | None) -> str:
    """7 minutes’ walk, and nothing for what most would not walk."""
    if metres is None or metres == "" or metres > WALKABLE:
        return ""
    minutes = max(1, ceil(metres / METRES_A_MINUTE))
    return npgettext("walking", "%(n)s minute’s walk", "%(n)s minutes’ walk", minutes) % {"n": minutes}


@register.filter
def tel(number: str) -> str:
    """What a phone dials: +441632960011."""
    kept = "".join(sign for sign in str(number or "") if sign.isdigit() or sign == "+")
    return "+44" + kept[1:] if kept.startswith("0") else kept


@register.filter
def how_many(errors: Mapping[str, Sequence[str]]) -> int:
    """Of a form: a field may have several."""
    return sum(len(each) for each in errors.values())


@register.filter
def in_words(number: int) -> str:
    """Four people need you; 14 people need you."""
    words = [
        _("None"),
        _("One"),
        _("Two"),
        _("Three"),
        _("Four"),
        _("Five"),
        _("Six"),
        _("Seven"),
        _("Eight"),
        _("Nine"),
    ]
    return words[number] if 0 <= number < len(words) else str(number)


@register.simple_tag
def week(days: Iterable[str | int]) -> SafeString:
    """The week as seven squares. Days as "TU" or 1 (Monday is 0). The words stand beside it, always."""
    chosen = {BYDAY[of] if isinstance(of, int) else str(of)[-2:].upper() for of in days or ()}
    # Translators: the first letters of Monday to Sunday
    letters = _("M T W T F S S").split()
    squares = zip(letters, BYDAY, strict=True)
    drawn = "".join(SQUARES[code in chosen].format(escape(letter)) for letter, code in squares)
    return mark_safe(f'<span class="week" aria-hidden="true">{drawn}</span>\n')  # noqa: S308 (the letters are escaped)


@register.simple_tag
def tick(box: Any, said: str) -> SafeString:
    """A filter to tick, and how many it leaves. Drawn here and not by a template of its own: a page has seventy."""
    on = mark_safe(" checked") if box.on else ""
    return format_html(TICK, box.name, box.value, on, box.label, box.count, said)


@register.inclusion_tag("components/thread.html")
def thread(step: int) -> dict[str, int]:
    """How far along: 0 new, 1 accepted, 2 agreed, 3 introduced, 4 attending, 5 settled."""
    return {"step": max(0, min(5, int(step or 0)))}


@register.inclusion_tag("components/dots.html")
def dots(marks: Iterable[str]) -> dict[str, Iterable[str]]:
    """Each time, one dot: went, not, split-says (two answers), unsaid."""
    return {"marks": marks}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pages(context: Context, number: int, of: int, label: str = "") -> dict[str, object]:
    """Links to the other pages; the rest of the address stays as it is."""
    shown = Paginator(range(of), 1).get_elided_page_range(number, on_each_side=1, on_ends=1) if of > 1 else ()
    return {"request": context.get("request"), "number": number, "of": of, "shown": list(shown), "label": label}
