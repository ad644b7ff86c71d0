"""The other addresses a search page leads to: the same question with a part of it changed, and no page number."""

from collections.abc import Iterable, Mapping

from django.http import QueryDict

from directory import forms, sentences
from directory.forms import SearchForm
from directory.search import Results

ASKED = ("q", "near", "exact", "sort", "page")  # everything else of the form narrows down what these find
FEW = 4


def of_ours(query: QueryDict) -> str:
    """Of any query, only what our own search asks."""
    ours = QueryDict(mutable=True)
    for name in SearchForm.base_fields:
        ours.setlist(name, [value for value in query.getlist(name) if value])
    return ours.urlencode()


def filters() -> list[str]:
    return [name for name in SearchForm.base_fields if name not in ASKED]


def kept(query: QueryDict, names: Iterable[str]) -> list[tuple[str, str]]:
    """Names and values for hidden fields: what a form of the page carries along."""
    return [(name, value) for name in names for value in query.getlist(name) if value]


def without(query: QueryDict, name: str, value: str | None = None) -> str:
    """With one value of a field taken off; without a value, all of them."""
    left = _copy(query)
    left.setlist(name, [each for each in left.getlist(name) if value is not None and each != value])
    return _address(left)


def having(query: QueryDict, name: str, value: str) -> str:
    """With one more value of a field."""
    more = _copy(query)
    more.setlist(name, list(dict.fromkeys([*more.getlist(name), value])))
    return _address(more)


def instead(query: QueryDict, name: str, value: str) -> str:
    """With this value of a field and no other."""
    other = _copy(query)
    other[name] = value
    return _address(other)


def bare(query: QueryDict, names: Iterable[str]) -> str:
    """Without any of these fields."""
    left = _copy(query)
    for name in names:
        left.pop(name, None)
    return _address(left)


def orders(query: QueryDict, said: Mapping[str, object]) -> list[tuple[str, str, bool]]:
    """The orders the results may stand in: name, address, and whether it is this one."""
    offered = [each for each in forms.SORTS if each[0] != "nearest" or said.get("near")]
    return [
        (str(label), instead(query, "sort", value) if value else without(query, "sort"), said.get("sort") == value)
        for value, label in offered
    ]


def farther(query: QueryDict, results: Results) -> tuple[str, str] | None:
    """Where little was found, the address that looks farther, and how far that is."""
    miles = next((each for each, _label in forms.WITHIN if float(each) > (results.miles or 1000)), None)
    if results.total > FEW or miles is None:
        return None
    return instead(query, "within", miles), sentences.miles(float(miles))


def _copy(query: QueryDict) -> QueryDict:
    left = query.copy()
    left.pop("page", None)
    return left


def _address(query: QueryDict) -> str:
    return f"?{query.urlencode()}"
