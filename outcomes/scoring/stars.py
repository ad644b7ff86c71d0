"""Readings of an Outcomes Star: numbers brought in under neutral keys of areas. Its words and its shape never ship."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from numbers import Integral

from outcomes.scoring.readings import NO_ANSWER, Result
from outcomes.scoring.rounding import rounded

NOT_APPLICABLE = "not_applicable"


def score(scale: Sequence[int], areas: Sequence[str], answers: Mapping[str, object]) -> Result:
    """The mean of the areas that have a number."""
    if errors := _errors(scale, areas, answers):
        return {"status": "invalid", "errors": errors}
    told = _told(areas, answers)
    status = "scored" if len(told) == len(areas) else "partial"
    mean = rounded(Fraction(sum(told.values()), len(told))) if told else None
    return {"status": status if told else "incomplete", "n_areas": len(told), "mean": mean}


def change(
    scale: Sequence[int], areas: Sequence[str], baseline: Mapping[str, object], followup: Mapping[str, object]
) -> Result:
    """Over the areas that have a number both times; a reading that is invalid has none."""
    before, after = (
        {} if _errors(scale, areas, answers) else _told(areas, answers) for answers in (baseline, followup)
    )
    steps = [after[area] - before[area] for area in areas if area in before and area in after]
    return {
        "n_areas": len(steps),
        "mean_improvement": rounded(Fraction(sum(steps), len(steps))) if steps else None,
        "improved": sum(step > 0 for step in steps),
        "same": steps.count(0),
        "worse": sum(step < 0 for step in steps),
    }


def _errors(scale: Sequence[int], areas: Sequence[str], answers: Mapping[str, object]) -> list[str]:
    return sorted(
        str(area) for area, said in answers.items() if area not in areas or not (_is_none(said) or _fits(said, scale))
    )


def _is_none(said: object) -> bool:
    return said is None or (isinstance(said, str) and said in (*NO_ANSWER, NOT_APPLICABLE))


def _fits(said: object, scale: Sequence[int]) -> bool:
    low, high = scale
    return isinstance(said, Integral) and not isinstance(said, bool) and low <= said <= high


def _told(areas: Sequence[str], answers: Mapping[str, object]) -> dict[str, int]:
    return {area: answers[area] for area in areas if not _is_none(answers.get(area))}
