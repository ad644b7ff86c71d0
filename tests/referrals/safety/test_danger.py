"""Which words move what somebody wrote to the top of a list."""

import pytest

from referrals.safety import danger

TOP = [
    ("I think about suicide most nights", "suicide"),
    ("She said her son hit her on Sunday.", "hit"),
    ("He doesn't feel safe at home", "doesnt feel safe"),
    ("He doesn’t feel safe at home", "doesnt feel safe"),
    ("Is AFRAID OF a nephew", "afraid of"),
    ("There was no food in the house", "no food"),
    ("a neighbour takes her money", "takes her money"),
    ("Bruises on both arms", "bruises"),
    ("Mae hi'n sôn am hunanladdiad", "hunanladdiad"),
    ("Doedd dim bwyd yn y tŷ", "dim bwyd"),
    ("Mae arno ofn ei fab", "ofn"),
    ("talked of sucide", "sucide"),
]
CALM = [
    "Somewhere to be on a Tuesday.",
    "Would like to sing again, and has a white cat.",
    "Hyde Park suits, or the whittling group",
    "Hoffai gael cwmni ar ddydd Mawrth",
    "",
]


@pytest.mark.parametrize(("words", "because"), TOP)
def test_words_of_danger_are_found_in_either_language_and_said_to_the_reader(words, because):
    assert because in danger.found(words)


@pytest.mark.parametrize("words", CALM)
def test_calm_words_are_not(words):
    assert danger.found(words) == []


def test_every_phrase_of_the_list_finds_itself():
    assert [phrase for phrase in (*danger.ENGLISH, *danger.WELSH) if phrase not in danger.found(f"x {phrase} y")] == []


def test_a_very_long_text_is_read_all_the_same():
    assert danger.found("word " * 4000 + "suicide") == ["suicide"]
