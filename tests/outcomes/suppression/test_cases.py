"""Anybody's own cases: a file in, a line for each out, and no database."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from outcomes.suppression import cases

GOLDEN = Path(__file__).parents[2] / "golden" / "suppression.json"


def results(tmp_path, capsys, asked):
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(asked), encoding="utf-8")
    call_command("suppress", file=file)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_agreed_case_comes_out_as_agreed(capsys):
    agreed = json.loads(GOLDEN.read_text(encoding="utf-8"))
    call_command("suppress", file=GOLDEN)
    found = {one["id"]: one["result"] for one in map(json.loads, capsys.readouterr().out.splitlines())}
    assert found == {case["id"]: case["expected"] for part in cases.RULES for case in agreed[part]}


def test_a_case_that_cannot_be_worked_out_says_what_is_wrong_and_the_rest_goes_on(tmp_path, capsys):
    asked = {
        "count": [{"id": "few", "n": -1}, {"id": "none"}, {"id": "text", "n": "8"}, {"id": "good", "n": 8}],
        "table_suppress": [{"id": "ragged", "cells": [[1, 2], [3]]}, {"id": "empty", "cells": []}],
        "binary": [{"id": "more", "x": 3, "n": 2}],
    }
    invalid = {"few": "n", "none": "n", "text": "n", "ragged": "cells", "empty": "cells", "more": "x"}
    assert {one["id"]: one["result"] for one in results(tmp_path, capsys, asked)} == {
        "good": 10,
        **{name: {"status": "invalid", "errors": [part]} for name, part in invalid.items()},
    }


@pytest.mark.parametrize("text", ["", "[1, 2]"])
def test_a_file_without_cases_is_refused_in_words(tmp_path, text):
    file = tmp_path / "cases.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("suppress", file=file)
