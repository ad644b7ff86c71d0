"""What people type is not what listings say: slips, sounds, halves of words, and what they mean by it."""

import pytest

from directory.models import Need, Synonym
from directory.search import Eased, search
from directory.sentences import heading, instead
from directory.weighing import weigh
from directory.words import read


def said(typed):
    return read(typed).said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bereevment", "bereavement"), ("demensha", "dementia"), ("karioke", "karaoke"), ("alottmant", "allotment"),
        ("knittting", "knitting"), ("swiming", "swimming"), ("chior", "choir"), ("skouts", "scouts"),
        ("physicall exersize", "physical exercise"), ("menshed", "men shed"),
        ("volunteeer near Millrace", "volunteer near Millrace"),
    ],
)  # fmt: skip
def test_slips_of_the_finger_and_of_the_ear_are_put_right(listing, typed, meant):
    listing("Men’s Shed and choir", description="Bereavement, knitting, swimming, neighbours, allotment, dementia.")
    assert said(typed) == meant


@pytest.mark.parametrize("typed", ["choir", "xyzzy", "KX2", "5k", "a", "Llanfair", "ukulele"])
def test_what_is_right_or_like_nothing_is_left_alone(listing, typed):
    listing("Choir")
    assert said(typed) == typed


def test_the_commoner_of_two_words_as_near_is_likelier(listing):
    for n in range(8):
        listing(f"Walking {n}")
    listing("Talking")
    weigh()
    assert said("xalking") == "walking"


def test_the_last_word_may_be_half_typed(listing, names):
    listing("Badminton")
    listing("Balloons and ballads")
    assert names(search("badmin")) == ["Badminton"]
    assert search("badmin").reading.said == "badminton"
    assert names(search("ball")) == ["Balloons and ballads"]
    assert search("men's sh").reading.said == "men's shed"


def test_one_word_or_two(listing, names):
    listing("Foodbank")
    listing("Tea dance")
    assert names(search("food bank")) == ["Foodbank"]
    assert names(search("teadance")) == ["Tea dance"]


def test_words_in_quotation_marks_stand_together(listing, names):
    listing("The long table")
    listing("A table, long and low")
    assert names(search('"long table"')) == ["The long table"]
    assert names(search("“long table”")) == ["The long table"]
    assert len(names(search("long table"))) == 2


def test_numbers_with_and_without_their_letter(listing, names):
    listing("Lunch for over 50s")
    listing("Tennis at 50 plus")
    assert sorted(names(search("50s"))) == ["Lunch for over 50s", "Tennis at 50 plus"]


@pytest.mark.parametrize("typed", ["lost my wife", "my hubby died", "lost his mum in march", "her dad passed away"])
def test_one_of_the_family_stands_for_another(listing, names, typed):
    listing("Bereavement café")
    listing("Choir")
    assert names(search(typed))[:1] == ["Bereavement café"]


def test_a_word_for_what_a_place_is_need_not_be_there(listing, names):
    listing("Women’s circle")
    assert (names(search("women's group")), search("women's group").eased) == (["Women’s circle"], "")
    listing("A group of sorts")
    assert names(search("group")) == ["A group of sorts"]


def test_a_mark_leads_to_what_has_no_such_word(listing, names):
    listing("Door to door", kind="transport")
    listing("Choir", free=True)
    assert names(search("no car")) == ["Door to door"]
    assert names(search("free")) == ["Choir"]


def test_an_editors_change_counts_at_once_and_so_does_taking_it_back(listing, names):
    listing("Allotment mornings")
    Synonym.objects.create(said="spuds and that", means=["allotment"])
    assert names(search("spuds and that")) == ["Allotment mornings"]
    Synonym.objects.filter(said="spuds and that").update(means=["choir"])
    assert search("spuds and that").eased is Eased.WORDS
    Synonym.objects.filter(said="spuds and that").delete()
    assert search("spuds and that").reading.parts[0].means == ()
    need = Need.objects.get(pk="getting_out")
    need.synonyms.append("cooped up")
    need.save()
    assert read("cooped up").parts[0].needs == ("getting_out",)


def test_few_with_all_the_words_come_first_and_the_page_says_how_many(listing, names):
    listing("Sewing in Tanners")
    listing("Sewing and talk")
    listing("Tanners library")
    results = search("sewing tanners library")
    assert results.eased is Eased.EVERY_WORD
    listing("Talk", description="Sewing in Tanners, and a library")
    results = search("sewing tanners library")
    assert (names(results)[0], results.eased, results.every_word) == ("Talk", Eased.FEW, 1)
    assert instead(results, None, None) == "1 place has all of those words. Below it is what has some of them."
    assert heading(results, None) == "1 place for sewing tanners library"
    assert names(search("sewing tanners library", all_words=True)) == ["Talk"]


def test_what_is_beside_it_in_the_thesaurus_is_better_than_nothing(listing, names):
    listing("Chess")
    listing("Choir")
    results = search("bingo")
    assert (names(results), results.eased) == (["Chess"], Eased.CLOSE)
    assert heading(results, None) == "We know of nothing for “bingo” yet"
    assert instead(results, None, None) == "Here is what is most like it."
    assert search("ukulele").eased is Eased.WORDS


def test_common_words_alone_never_widen_what_small_words_hide_in(listing):
    listing("Trained to turn and drop")
    assert search("wifi", all_words=True).eased is Eased.WORDS  # it training, drop in, turn up
