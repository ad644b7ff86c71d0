"""What a text can mean: only what can be nothing else; everything besides is words."""

import pytest

from referrals.going import meaning
from referrals.going.states import Meaning


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop", "Stop.", " stop please", "Please stop!", "STOP ALL", "stopall", "Stop texting me",
        "unsubscribe", "UNSUBSCRIBE", "Opt out", "opt-out", "end", "Stopio", "STOPIWCH",
        "stopio os gwelwch yn dda", "Dim mwy",
        "stop stop stop", "STOP\n", "Stop 🛑", "Don’t text me", "Hi, stop please", "stop, I have moved to Leeds",
    ],
)  # fmt: skip
def test_stop_in_all_its_shapes(text):
    assert meaning.of(text) == Meaning.STOP


@pytest.mark.parametrize(
    "text", ["START", "Don't stop!", "I could not stop laughing", "cancel", "Bus stop?", "stopped"]
)
def test_what_is_no_stop(text):
    assert meaning.of(text) == Meaning.WORDS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yes", "went"), ("YES!!", "went"), ("y", "went"), ("yes thanks", "went"), ("I went", "went"), ("Do", "went"),
        ("Es i", "went"), ("No", "not"), ("Not this time", "not"), ("naddo", "not"), ("I didn’t go", "not"),
        ("I'd rather not say", "rather_not"), ("Ring me please", "ring"), ("Ffoniwch fi", "ring"), ("Good", "good"),
        ("Da iawn diolch", "good"), ("ok", "all_right"), ("iawn", "all_right"), ("Not for me", "not_for_me"),
        ("1", "1"), ("2.", "2"), ("three", "3"),
    ],
)  # fmt: skip
def test_plain_answers_in_both_languages(text, said):
    assert meaning.of(text) == said


@pytest.mark.parametrize(
    "text",
    ["", "   ", "?", "👍", "Yes but he hit me", "No I fell", "1 2", "yes no", "Who is this?", "good god", "x" * 2000],
)
def test_anything_else_is_words_for_a_human(text):
    assert meaning.of(text) == Meaning.WORDS


def test_what_stands_beside_stop_is_read_too():
    assert [meaning.says_more(text) for text in ("STOP", "Stop texting me please", "stop, I have moved")] == [
        False, False, True,
    ]  # fmt: skip
