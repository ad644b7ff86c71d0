"""The one table of reminders: nothing the house writes by itself is missing from it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from connect.celery import app
from connect.messaging.wording.slots import MESSAGES
from connect.people.models import Scheme
from referrals.reminding.states import Off, To
from referrals.reminding.table import KINDS, by_template

FLOORS = ("connect", "directory", "referrals", "outcomes")
# What the beat wakes that writes to nobody of its own accord.
KEEPS_HOUSE = {
    "call_systems", "coming", "count_standing", "deal_with_texts", "deliver", "erase_drafts", "feeds", "flag_listings",
    "erase_what_is_over", "forget_helps", "forget_messages",
    "follow_merges", "forget", "forget_knocks", "forget_texts", "forget_unproved", "freeze", "look_at_links",
    "look_for_doubles",
    "note_sent", "purge_uploads", "weigh_words",
}  # fmt: skip


def written() -> set[str]:
    """What there are words for."""
    names = (path.name for path in (settings.BASE_DIR / "templates" / "messages").glob("*.txt"))
    return {name.partition(".")[0] for name in names if not name.startswith("_")}


def calls() -> Iterator[tuple[Path, ast.Call, set[str]]]:
    """Every call that queues, and which templates it can mean."""
    for floor in FLOORS:
        for path in Path(floor).rglob("*.py"):
            if "migrations" not in path.parts and re.search(r"queue\(|outgoing\.", text := path.read_text()):
                yield from ((path, call, meant) for call, meant in _calls_in(ast.parse(text)))


def _calls_in(tree: ast.Module) -> Iterator[tuple[ast.Call, set[str]]]:
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("queue", "to_person"):
            for template in [word.value for word in call.keywords if word.arg == "template"]:
                yield call, _meant(template, said)


@cache
def queued() -> frozenset[str]:
    """What the code puts into the outbox: said in the call, or anywhere in a module whose call takes a name."""
    return frozenset(name for _path, _call, meant in calls() for name in meant)


def _meant(template: ast.expr, said: set[str]) -> set[str]:
    if isinstance(template, ast.Constant):
        return {template.value}
    if isinstance(template, ast.JoinedStr):
        parts = [re.escape(one.value) if isinstance(one, ast.Constant) else "[a-z_]+" for one in template.values]
        return {name for name in by_template() if re.fullmatch("".join(parts), name)}
    return {name for name in said if name in by_template()}


def test_every_message_there_are_words_for_has_its_row_and_no_row_is_without_words():
    assert set(by_template()) == written()


def test_every_message_that_is_queued_has_its_row_and_every_row_is_queued():
    assert set(by_template()) - queued() - _by_a_name_alone() == set()
    assert queued() - set(by_template()) == set()


def _by_a_name_alone() -> set[str]:
    """Queued through a function that takes the template, from another module."""
    return {name for name in by_template() if any(f'"{name}"' in text for text in _texts())}


@cache
def _texts() -> tuple[str, ...]:
    paths = (path for floor in FLOORS for path in Path(floor).rglob("*.py"))
    return tuple(path.read_text() for path in paths if path.name != "table.py" and "wording" not in path.parts)


def test_everything_the_beat_wakes_is_in_the_table_or_writes_to_nobody():
    woken = {one.beat for one in KINDS if one.beat}
    assert woken | KEEPS_HOUSE == set(app.conf.beat_schedule)
    assert woken & KEEPS_HOUSE == set()


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_a_row_says_who_when_why_and_how_to_stop_it(one):
    assert import_string(one.sweep)
    assert "" not in (str(one.title), str(one.when), str(one.why))
    assert bool(one.never) == (one.off == Off.NEVER)
    assert not one.clock or Scheme._meta.get_field(one.clock)


def test_each_key_and_each_template_stands_once():
    assert len({one.key for one in KINDS}) == len(KINDS)
    assert sum(len(one.templates) for one in KINDS) == len(by_template())


def test_what_a_scheme_may_switch_off_says_whose_it_is_when_it_is_queued():
    schemes_own = {name for name, one in by_template().items() if one.off == Off.SCHEME}
    assert _silent(schemes_own, "under_id") == []


def test_what_rests_on_a_yes_says_until_when_it_holds_when_it_is_queued():
    of_a_yes = {name for name, one in by_template().items() if one.to == To.PERSON and one.own_off}
    assert _silent(of_a_yes, "valid_until") == []


def test_what_many_write_by_says_both_for_them():
    many = sorted((call for path, call, _meant in calls() if path.name == "outgoing.py"), key=lambda call: call.lineno)
    person, organiser = ({said.arg for said in call.keywords} for call in many)
    assert {"under_id", "valid_until"} - person == set()
    assert {"under_id"} - organiser == set()


def _silent(templates: set[str], word: str) -> list[str]:
    """Calls that may queue one of these and do not say this word; one that hands words on is taken to say it."""
    found = [(path, call) for path, call, meant in calls() if meant & templates and path.name != "demo.py"]
    found = [(path, call) for path, call in found if call.func.attr == "queue"]  # the others are said by outgoing
    return [f"{path}:{call.lineno}" for path, call in found if not {word, None} & {said.arg for said in call.keywords}]


def test_every_message_can_be_worded_anew_or_its_row_says_why_not():
    """All the templates of a kind or none; and nothing that is no kind's."""
    can = {one.key: {template in MESSAGES for template in one.templates} for one in KINDS}
    assert {key: said for key, said in can.items() if len(said) > 1} == {}
    assert {one.key for one in KINDS if bool(one.fixed) == (can[one.key] == {True})} == set()
    assert set(MESSAGES) - set(by_template()) == set()
