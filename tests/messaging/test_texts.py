"""How long a text is."""

import pytest

from connect.messaging import texts


@pytest.mark.parametrize(
    ("body", "length", "room", "segments"),
    [
        ("a" * 160, 160, 160, 1),
        ("a" * 161, 161, 160, 2),
        ("a" * 306, 306, 160, 2),
        ("a" * 307, 307, 160, 3),
        ("£5 à la", 7, 160, 1),
        ("€5 [x]", 9, 160, 1),
        ("ŵ" * 70, 70, 70, 1),
        ("ŵ" * 134, 134, 70, 2),
        ("ŵ" * 135, 135, 70, 3),
        ("Ngọc", 4, 70, 1),
        ("🙂", 2, 70, 1),
    ],
)
def test_a_text_is_counted_as_a_network_counts_it(body, length, room, segments):
    assert texts.size(body) == texts.Size(length, room, segments)


def test_one_segment_fits_and_two_only_in_sixteen_bit_letters():
    assert texts.size("a" * 160).fits()
    assert not texts.size("a" * 161).fits()
    assert texts.size("ŵ" * 134).fits()
    assert not texts.size("ŵ" * 135).fits()


def test_tidy_punctuation_does_not_halve_the_room_and_a_name_keeps_its_letters():
    assert texts.plain("St Mark’s – Siân…") == "St Mark's - Siân..."


@pytest.mark.parametrize(("body", "limit"), [("a", 160), ("a" * 161, 306), ("ŵ", 70), ("ŵ" * 71, 134)])
def test_what_would_fit_in_as_many_segments(body, limit):
    assert texts.size(body).limit() == limit
