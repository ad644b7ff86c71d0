"""What the answers say of many: counts, small ones hidden, before they leave this floor."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from connect.identity import acting_as
from outcomes import disclosure
from outcomes.disclosure import Shown
from outcomes.equality import answers
from outcomes.equality.models import EqualityAsked
from outcomes.equality.questions import RATHER_NOT, is_disabled, questions
from outcomes.equality.states import Became

NOT_ANSWERED, NOT_ASKED, UNKNOWN = "asked_no_answer", "not_asked", "unknown"
DISABLED = "disabled"  # worked out of two answers


@dataclass(frozen=True)
class Counts:
    """Of one question: option -> how many, hidden from 1 to 7 and otherwise to the nearest 5; and of all."""

    options: dict[str, Shown]
    all: Shown


def of(referrals: Iterable[UUID]) -> dict[str, Counts]:
    """Question -> its counts. Answered, rather not say, asked without an answer, and not asked are kept apart."""
    keys = list(referrals)
    given, asked = answers.latest(keys), _asked(keys)
    found = {one.key: [key for key, _label in one.choices] for one in questions()}
    told = {
        name: _shown(options, Counter(_of_one(name, key, given, asked) for key in keys))
        for name, options in found.items()
    }
    disabled = Counter(_disabled(key, given, asked) for key in keys)
    return told | {DISABLED: _shown(["yes", "no", UNKNOWN], disabled)}


def _asked(keys: list[UUID]) -> set[UUID]:
    with acting_as("freeze"):
        return set(EqualityAsked.objects.filter(referral__in=keys).values_list("referral_id", flat=True))


def _of_one(name: str, key: UUID, given: Mapping[UUID, Mapping], asked: set[UUID]) -> str:
    if key not in given:
        return NOT_ANSWERED if key in asked else NOT_ASKED
    return given[key].get(name) or NOT_ANSWERED


def _disabled(key: UUID, given: Mapping[UUID, dict], asked: set[UUID]) -> str:
    if key not in given:
        return NOT_ANSWERED if key in asked else NOT_ASKED
    said = is_disabled(given[key])
    return UNKNOWN if said is None else "yes" if said else "no"


def _shown(options: list[str], counted: Counter) -> Counts:
    every = [*options, NOT_ANSWERED, NOT_ASKED]
    disclosed = disclosure.list_round5([counted.get(one, 0) for one in every])
    return Counts(dict(zip(every, disclosed.cells, strict=True)), disclosed.total)


def known(referrals: Iterable[UUID]) -> tuple[Shown, Shown, Shown]:
    """Measure 37: (answered anything, rather-not-says among them; asked; all), each as it may be shown."""
    keys = list(referrals)
    asked, given = _asked(keys), answers.latest(keys)
    with acting_as("freeze"):
        declined = set(
            EqualityAsked.objects.filter(referral__in=keys, became=Became.DECLINED).values_list(
                "referral_id", flat=True
            )
        )
    said = {key for key, row in given.items() if any(row.values())} | declined
    shown = disclosure.nested_round5_audit([[len(keys)], [len(asked | set(given))], [len(said)]])
    whole, were_asked, answered = (one.cells[0] for one in shown)
    return answered, were_asked, whole


def share(counts: Counts, option: str) -> Shown:
    """A whole per cent of those who answered the question, from what is shown of both."""
    answered = [n for name, n in counts.options.items() if name not in (RATHER_NOT, NOT_ANSWERED, NOT_ASKED)]
    if disclosure.HIDDEN in answered:
        return disclosure.HIDDEN
    return disclosure.share(counts.options[option], sum(answered))
