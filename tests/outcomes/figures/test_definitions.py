"""Every measure is said in words and counted from what there is; what is part of what holds together."""

from outcomes.figures import catalogue
from outcomes.figures.counting import Kind


def test_each_measure_names_counts_and_values_that_there_are():
    counts, values = catalogue.counts(), catalogue.values()
    for one in catalogue.measures().values():
        named = [one.part, one.whole, one.unknown, *one.also]
        assert [key for key in named if key and key not in counts] == [], one.key
        assert [key for key in one.values if key not in values] == [], one.key


def test_each_part_has_its_whole_and_each_cut_what_it_divides():
    counts = catalogue.counts()
    named = {key for one in counts.values() for key in (one.part_of, one.total) if key}
    assert named - set(counts) == set()


def test_a_share_is_shown_of_a_part_and_its_whole():
    counts = catalogue.counts()

    def wholes(key):
        while key := counts[key].part_of:
            yield key

    shares = [one for one in catalogue.measures().values() if one.kind in (Kind.SHARE, Kind.RANGE)]
    assert [one.key for one in shares if one.whole not in wholes(one.part)] == []


def test_what_adds_up_is_counted_whole_and_not_by_a_cut():
    counts = catalogue.counts()
    named = [key for whole, parts in catalogue.sums() for key in (whole, *parts)]
    assert [key for key in named if counts[key].cut] == []


def test_every_definition_says_of_what_and_what_to_beware_of():
    for one in catalogue.measures().values():
        assert [said for said in (one.what, one.of, *one.notes) if "  " in str(said)] == [], one.key
        assert one.notes, one.key
        assert one.of or one.kind not in (Kind.SHARE, Kind.RANGE), one.key
