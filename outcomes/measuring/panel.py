"""How they are, on the person's page: what is due, the latest answers, and what changed."""

from collections.abc import Iterable

from django.http import HttpRequest

from connect.people.access import may
from outcomes.measuring import comparing, words
from outcomes.measuring.comparing import Pair
from outcomes.measuring.models import Reading
from outcomes.scoring.definitions import shipped
from referrals.models import Referral

NAMES = {key: of["name"] for key, of in shipped().items()}


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "MEASURE"):
        return None
    return "outcomes/measuring/_panel.html", shown(referral) | {"may_take": may(request.user, "MEASURE", "C")}


def shown(referral: Referral) -> dict[str, object]:
    """One statement, however many readings there are."""
    rows = list(referral.readings.select_related("by"))
    return {"rows": list(reversed(comparing.standing(rows))), "pairs": [_told(pair) for pair in comparing.pairs(rows)]}


def told(rows: Iterable[Reading], own: words.Licensed) -> list[tuple[Reading, str, list[tuple[str, str]]]]:
    """Each reading with its name, and its questions and answers in the words that may be shown."""
    return [(row, NAMES[row.instrument], _answers(row, own)) for row in rows]


def _answers(reading: Reading, own: words.Licensed) -> list[tuple[str, str]]:
    """(question, answer) in the order of the instrument; what was not asked is left out."""
    labels = dict(words.no_answers())
    asked = [one for one in words.script(reading.instrument, own).questions if one.key in reading.answers]
    return [(one.label, (dict(one.options) | labels).get(reading.answers[one.key], "–")) for one in asked]


def _told(pair: Pair) -> dict[str, object]:
    texts = {one.key: one.label for one in words.script(pair.before.instrument).questions}
    lines = [(texts.get(key, ""), comparing.in_words(change), change["thresholds"]) for key, change in pair.lines]
    return {"pair": pair, "name": NAMES[pair.before.instrument], "lines": lines}
