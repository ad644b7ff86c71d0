"""What works, drawn once in this process for each release and place: a release does not change any more."""

from collections.abc import Hashable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from outcomes.works.findings import findings
from outcomes.works.history import History
from outcomes.works.short import Sentence, in_short

MOST = 40  # pages, of some 200 KB


@dataclass(frozen=True, slots=True)
class Drawn:
    short: list[Sentence]
    findings: SafeString


_drawn: dict[Hashable, Drawn] = {}


def drawn(history: History) -> Drawn:
    """Named by all the releases that it tells of: whoever may not read them never gets here."""
    name = (get_language(), history.board.place.code, *(board.release.pk for board in history.boards))
    found = _drawn.get(name)
    if found is None:
        if len(_drawn) >= MOST:
            _drawn.clear()
        found = _drawn[name] = Drawn(in_short(history), _findings(history))
    return found


def _findings(history: History) -> SafeString:
    pages = (render_to_string("outcomes/drawing/finding.html", {"finding": one}) for one in findings(history))
    return format_html_join("", "{}", ((page,) for page in pages))


def forget() -> None:
    _drawn.clear()
