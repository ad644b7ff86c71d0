"""pytest plugin: what each part of the run may take, and what it took, in minutes of a core; two cores work at once."""

from collections import defaultdict

import pytest

MINUTES = {"matrix": 3, "browser": 12, "faults": 3, "the rest": 16}
PARTS = {"tests/house/test_matrix": "matrix", "tests/journeys": "browser", "tests/faults": "faults"}

# Files whose tests are few and long come first, or one core works on the last of them while the other has nothing left.
LONG = ("tests/journeys", "tests/faults", "tests/house", "tests/outcomes/test_simulation", "tests/outcomes/figures")

seconds: defaultdict[str, float] = defaultdict(float)
counts: defaultdict[str, int] = defaultdict(int)


def part_of(nodeid: str) -> str:
    return next((part for start, part in PARTS.items() if nodeid.startswith(start)), "the rest")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    part = part_of(report.nodeid)
    seconds[part] += report.duration  # set-up, the test and what follows it
    counts[part] += report.when == "call"


def line(part: str, minutes: int) -> str:
    verdict = "OVER BUDGET" if seconds[part] > minutes * 60 else ""
    return f"{part:<10}{counts[part]:>6} tests{seconds[part]:>9.1f} s   of {minutes * 60:>4} s  {verdict}".rstrip()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if counts:
        terminalreporter.section("time of each part against its budget")
        for part, minutes in MINUTES.items():
            terminalreporter.write_line(line(part, minutes))
