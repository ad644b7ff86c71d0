"""Every golden case, through the command that anyone can call; no database is asked."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from outcomes.scoring import cases

GOLDEN = Path(__file__).parents[2] / "golden" / "instruments.json"


def scored(path) -> list[dict]:
    out = StringIO()
    call_command("score", file=path, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_golden_case_comes_out_as_the_reference_says():
    golden = json.loads(GOLDEN.read_text())
    expected = [{"id": one["id"], "result": one["expected"]} for part in cases.SCORERS for one in golden[part]]
    assert len(expected) == 107
    assert scored(GOLDEN) == expected


def test_what_a_file_expects_is_not_looked_at(tmp_path):
    path = tmp_path / "cases.json"
    case = {"id": "x", "instrument": "ons_direct", "answers": {"how_often_lonely": "never"}, "expected": {"score": 1}}
    path.write_text(json.dumps({"score_cases": [case]}))
    result = {"status": "scored", "score": 5, "band": "rarely_or_never_lonely", "missing": []}
    assert scored(path) == [{"id": "x", "result": result}]


@pytest.mark.parametrize(
    ("part", "case", "wrong"),
    [
        ("score_cases", {"id": "x", "instrument": "ucla4", "answers": {}}, "instrument"),
        ("score_cases", {"id": "x", "instrument": ["ucla3"], "answers": {}}, "instrument"),
        ("score_cases", {"id": "x", "instrument": "ucla3"}, "answers"),
        ("group_cases", {"id": "x", "instrument": "ons4", "pairs": [], "n_eligible": 0}, "item"),
    ],
)
def test_a_case_that_cannot_be_scored_says_which_part_is_wrong_and_the_file_goes_on(tmp_path, part, case, wrong):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({part: [case, case]}))
    assert scored(path) == [{"id": "x", "result": {"status": "invalid", "errors": [wrong]}}] * 2


def test_a_file_that_is_no_json_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text("{")
    with pytest.raises(CommandError, match="cannot be read as JSON"):
        scored(path)
