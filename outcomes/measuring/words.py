"""The words of an instrument, as they may be shown: what ships, and nothing where the licence lets nothing ship."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from outcomes.measuring.models import LicensedWords
from outcomes.measuring.states import NoAnswer
from outcomes.scoring.definitions import SHIPS_WORDS, Definition, definition, shipped, values

LANGUAGE = "en"  # no published wording in another language is known to us
Licensed = Mapping[str, LicensedWords]


@dataclass(frozen=True)
class Question:
    """`text` is "" where the wording may not ship; `ends` say what the first and the last of a scale mean."""

    key: str
    number: int
    text: str
    options: list[tuple[str, str]]
    ends: tuple[str, str] | None = None

    @property
    def label(self) -> str:
        return self.text or _("Question %(n)d on the sheet") % {"n": self.number}


@dataclass(frozen=True)
class Script:
    key: str
    name: str
    intro: str
    credit: str
    questions: list[Question]
    is_worded: bool
    language: str = LANGUAGE


def script(key: str, licensed: Licensed | None = None) -> Script:
    """What is asked, in order; in the words that a licence allows, where there are any. Raises UnknownInstrument."""
    of, own = definition(key), (licensed or {}).get(key)
    if own:
        asked = [_question(of | {"labels": own.labels}, item | {"text": own.texts.get(item["key"], "")}, number)
                 for number, item in enumerate(of["items"], 1)]  # fmt: skip
        return Script(key, of["name"], own.intro, own.credit, asked, True, own.language)
    worded = of["licence"] in SHIPS_WORDS
    asked = [_question(of, item, number) for number, item in enumerate(of["items"], 1)]
    return Script(key, of["name"], of.get("intro", ""), of.get("credit", ""), asked, worded)


def _question(of: Definition, item: dict, number: int) -> Question:
    labels, tokens = of.get("labels", {}), list(values(of, item))
    if item.get("last_first"):  # the order of showing changes, the numbers do not
        tokens.reverse()
    ends = tuple(of["ends"]) if "ends" in of else None
    return Question(
        item["key"], number, item.get("text", ""), [(one, labels.get(one, _plain(one))) for one in tokens], ends
    )


def _plain(token: str) -> str:
    return token.replace("_", " ").capitalize()


def can_be_asked(licensed: Licensed | None = None) -> list[Script]:
    """Those whose words ship or are licensed: by link, by phone and face to face."""
    return [one for one in can_be_keyed(licensed) if one.is_worded]


def can_be_keyed(licensed: Licensed | None = None) -> list[Script]:
    """Also those answered on a sheet that whoever holds the licence brings along."""
    return [script(key, licensed) for key, of in shipped().items() if "items" in of]


def no_answers() -> list[tuple[str, str]]:
    return [(str(value), str(label)) for value, label in NoAnswer.choices]
