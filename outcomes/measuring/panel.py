"""How they are, on the person's page: what is due, the latest answers, and what changed."""

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
    told = [(row, NAMES[row.instrument], _answers(row)) for row in reversed(comparing.standing(rows))]
    return {"rows": told, "pairs": [_told(pair) for pair in comparing.pairs(rows)], "asked": words.can_be_asked()}


def _answers(reading: Reading) -> list[tuple[str, str]]:
    """(question, answer) in the order of the instrument; what was not asked is left out."""
    labels = dict(words.no_answers())
    asked = [one for one in words.script(reading.instrument).questions if one.key in reading.answers]
    return [(one.label, (dict(one.options) | labels).get(reading.answers[one.key], "–")) for one in asked]


def _told(pair: Pair) -> dict[str, object]:
    texts = {one.key: one.label for one in words.script(pair.before.instrument).questions}
    lines = [(texts.get(key, ""), comparing.in_words(change), change["thresholds"]) for key, change in pair.lines]
    return {"pair": pair, "name": NAMES[pair.before.instrument], "lines": lines}
