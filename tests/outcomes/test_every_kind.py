"""What a year is looked through for: each kind that is noted anywhere is on the list, and nothing else is."""

import ast
import re
from pathlib import Path

from outcomes.simulation import events

HERE = Path(events.__file__).parent
# Said of what was refused, which is no kind of its own; or put together out of a state's name, and in the list by it.
LOOSE = {"refused: ", "befriender_", "small_help_", "crisis_", "blocked", "no_session", "volunteer_not_yet"}


def played():
    return [ast.parse(path.read_text()) for path in sorted(HERE.glob("*.py")) if path.stem not in ("events", "rates")]


def noted():
    """The arguments of every `note(…)`, and what `tally[…]` is asked for."""
    for tree in played():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "note":
                yield from node.args
            elif isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") == "tally":
                yield node.slice


def words(node):
    """The names in it. What is put together is a pattern, what is compared with no name."""
    if isinstance(node, (ast.JoinedStr, ast.Compare)):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.Dict):  # by what was said; the names are the values
        for value in node.values:
            yield from words(value)
        return
    for child in ast.iter_child_nodes(node):
        yield from words(child)


def patterns():
    for node in noted():
        for each in ast.walk(node):
            if isinstance(each, ast.JoinedStr):
                parts = [re.escape(one.value) if isinstance(one, ast.Constant) else ".+" for one in each.values]
                yield re.compile("".join(parts))


def test_what_is_noted_by_name_is_on_the_list():
    names = {word for node in noted() for word in words(node)}
    assert names - events.KINDS - LOOSE == set()


def test_what_is_on_the_list_is_noted_somewhere():
    said = {
        node.value for tree in played() for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }  # fmt: skip
    shapes = [one for one in patterns() if one.pattern != ".+"]
    assert [kind for kind in sorted(events.KINDS - said) if not any(one.fullmatch(kind) for one in shapes)] == []


def test_a_world_is_told_what_it_never_had():
    assert events.never(events.KINDS - {"restricted", "went"}) == ["restricted", "went"]
