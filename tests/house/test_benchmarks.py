"""The benchmarks still run and still check what they measure. Nothing here is timed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import caseloads, figures, walls
from referrals.models import Referral

ROOT = Path(__file__).parents[2]
PAGES = ["hello", "hello-db", "empty page of the house", "search, no words", "search, words and place",
         "search, common word and place", "search, common word", "search, misspelt", "listing", "referral sent",
         "caseload of 25", "person"]  # fmt: skip
CHECKSUMS = ["371976295a54fb5e", "fa03dfbe5bd2b949"]  # whoever runs it measures the same listings

needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc, which Linux has")


@needs_proc
def test_the_first_benchmark_checks_every_answer_and_leaves_nothing_behind():
    env = {name: value for name, value in os.environ.items() if name != "CONNECT_SHARED"}
    command = [sys.executable, "-m", "benchmarks.first", "--smallest"]
    before = set(Path("/tmp").glob("connect-bench-*"))
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert [page["page"] for page in result["pages"]] == PAGES
    assert {page["requests"] for page in result["pages"]} == {4}
    assert (result["data"]["real_listings"], result["machine"]["fsync"]) == (False, "on")
    assert set(Path("/tmp").glob("connect-bench-*")) <= before


@needs_proc
def test_the_search_is_right_beside_tantivy_at_every_size():
    pytest.importorskip("tantivy")  # the extra `bench`
    command = [sys.executable, "-m", "benchmarks.search", "--listings", "200", "500", "--smallest"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert [(size["listings"], size["added"]) for size in result["sizes"]] == [(200, 200), (500, 300)]
    assert [size["checksum"] for size in result["sizes"]] == CHECKSUMS
    for size in result["sizes"]:
        assert sorted(size["engines"]) == ["search", "statement", "tantivy"]
        assert {len(engine["classes"]) for engine in size["engines"].values()} == {13}


@pytest.mark.django_db(transaction=True)
def test_the_cost_of_the_walls_is_measured_with_the_walls_up_and_down():
    cast = caseloads.fill(teams=2, each=60)
    caseloads.check(cast, total=120)
    times = caseloads.compare(cast, rounds=1, calls=2)
    assert {question: sorted(ways) for question, ways in walls.summary(times).items()} == dict.fromkeys(
        ["list of the caseload", "person page"], sorted(caseloads.WAYS)
    )
    assert Referral.objects.count() == 0  # row security is back


def test_percentiles_are_times_that_were_measured():
    times = [float(ms) for ms in range(1, 101)]
    assert [figures.percentile(times, share) for share in (0.5, 0.95, 0.99)] == [50.0, 95.0, 99.0]
    assert figures.spread(figures.ratios([[2.0], [9.0]], [[1.0], [3.0]])) == {"median": 2.5, "least": 2.0, "most": 3.0}
