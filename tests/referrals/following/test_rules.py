"""The table of what follows, read as the scheme would say it aloud."""

from datetime import date, timedelta

import pytest

from referrals.following import rules
from referrals.following.rules import Known, Seen
from referrals.states import Step

TODAY = date(2026, 11, 21)


def weekly(*said, last=0):
    """One session a week, the last one so many days ago; "" where nobody has said."""
    ago = [last + 7 * n for n in range(len(said))]
    return tuple(Seen(TODAY - timedelta(days=n), known) for n, known in zip(reversed(ago), said, strict=True))


INTRODUCED, ATTENDING, SETTLED = Step.INTRODUCED, Step.ATTENDING, Step.SETTLED
TABLE = [
    ("nothing has been yet", INTRODUCED, weekly(), set()),
    ("the first was confirmed not theirs", INTRODUCED, weekly("not"), {"not_started"}),
    ("no word about the first since yesterday", INTRODUCED, weekly("", last=1), set()),
    ("no word about the first for two days", INTRODUCED, weekly("", last=2), set()),
    ("no word about the first for three days", INTRODUCED, weekly("", last=3), {"not_started"}),
    ("not, and then no word since yesterday", INTRODUCED, weekly("not", "", last=1), set()),
    ("not, and not again", INTRODUCED, weekly("not", "not"), {"not_started"}),
    ("they went, and the step is still to be written", INTRODUCED, weekly("not", "went"), set()),
    ("went once", ATTENDING, weekly("went"), set()),
    ("went, missed one", ATTENDING, weekly("went", "not"), set()),
    ("went, missed two", ATTENDING, weekly("went", "not", "not"), {"two_missed"}),
    ("went, missed two with a silence between", ATTENDING, weekly("went", "not", "", "not"), {"two_missed"}),
    ("went, and silence twice", ATTENDING, weekly("went", "", "", last=4), set()),
    ("missed, went, missed", ATTENDING, weekly("went", "not", "went", "not"), set()),
    ("two missed before they went again", ATTENDING, weekly("went", "not", "not", "went"), set()),
    ("went twice", ATTENDING, weekly("went", "went"), set()),
    ("went three times", ATTENDING, weekly("went", "went", "went"), {"settled"}),
    ("went three times of five", ATTENDING, weekly("went", "not", "went", "", "went"), {"settled"}),
    ("three, then two missed", ATTENDING, weekly("went", "went", "went", "not", "not"), {"settled", "two_missed"}),
    ("settled, and came again", SETTLED, weekly("went", "went", "went", "went"), set()),
    ("settled, and missed two", SETTLED, weekly("went", "went", "went", "not", "not"), {"two_missed"}),
    ("stopped without a reason", Step.STOPPED, weekly("went", "not"), {"ask_why"}),
    ("did not start, without a reason", Step.DID_NOT_START, weekly("not"), {"ask_why"}),
    ("not for them, without a reason", Step.NOT_FOR_THEM, weekly("went"), {"ask_why"}),
    ("only suggested", Step.SUGGESTED, weekly(), set()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "state", "sessions", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_what_is_owed(words, state, sessions, expected):
    assert set(rules.owed(Known(state, TODAY, sessions))) == expected


def test_it_is_owed_after_the_session_that_made_it_so():
    sessions = weekly("went", "not", "not")
    assert rules.owed(Known(ATTENDING, TODAY, sessions)) == {"two_missed": sessions[-1]}


DEALT_WITH = [
    ("the first miss was spoken about", INTRODUCED, "not_started", weekly("not"), 1, set()),
    ("and the next was missed too", INTRODUCED, "not_started", weekly("not", "not"), 1, {"not_started"}),
    ("two misses were spoken about", ATTENDING, "two_missed", weekly("went", "not", "not"), 3, set()),
    ("and one more", ATTENDING, "two_missed", weekly("went", "not", "not", "not"), 3, set()),
    ("and two more", ATTENDING, "two_missed", weekly("went", *["not"] * 4), 3, {"two_missed"}),
    ("asked after three", ATTENDING, "settled", weekly(*["went"] * 5), 3, set()),
    ("and three more", ATTENDING, "settled", weekly(*["went"] * 6), 3, {"settled"}),
]


@pytest.mark.parametrize(
    ("words", "state", "kind", "sessions", "number", "expected"), DEALT_WITH, ids=[row[0] for row in DEALT_WITH]
)
def test_what_was_spoken_about_is_not_brought_up_again(words, state, kind, sessions, number, expected):
    known = Known(state, TODAY, sessions, dealt_with={kind: sessions[number - 1].on})
    assert set(rules.owed(known)) == expected


@pytest.mark.parametrize(("why", "expected"), [("", {"ask_why"}), ("not_asked", {"ask_why"}), ("cost", set())])
def test_a_reason_that_is_known_is_not_asked_for(why, expected):
    assert set(rules.owed(Known(Step.STOPPED, TODAY, weekly("went"), ended_why=why))) == expected


def test_what_two_say_differently_is_neither_a_visit_nor_a_miss():
    """`known` is "" then: the one rule of what counts as confirmed says so, and this table never sees the answers."""
    assert rules.owed(Known(ATTENDING, TODAY, weekly("went", "went", ""))) == {}
