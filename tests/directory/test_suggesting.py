"""What somebody may be about to type: likeliest first, and never what we would not say."""

import pytest

from directory.models import Service, Synonym
from directory.suggesting import suggest


def test_words_phrases_and_names_that_begin_so(listing):
    listing("Kelderby choir", description="A choir. We sing songs.")
    listing("Chess and draughts")
    found = suggest("ch")
    assert {"choir", "chess", "Chess and draughts"} <= set(found)
    assert len(found) <= 8
    assert suggest("kelderby ch")[-1] == "Kelderby choir"


def test_a_phrase_of_the_thesaurus_is_offered_at_once(db):
    assert suggest("spud p") == []
    Synonym.objects.create(said="spud planting", means=["allotment"])
    assert suggest("spud p") == ["spud planting"]


def test_what_the_public_does_not_find_is_not_offered_by_name(listing):
    quartet = listing("Zither quartet")
    assert "Zither quartet" in suggest("zither")
    Service.objects.filter(pk=quartet.pk).update(status="inactive")
    assert "Zither quartet" not in suggest("zither")


@pytest.mark.parametrize(
    "typed", ["", "a", "\x00", "%", "__", "' or", "lonel", "suici", "kill mysel", "🙂", "x" * 5000]
)
def test_nothing_is_offered_for_nothing_nor_what_we_never_say(listing, typed):
    listing("Lonely hearts", summary="For lonely people. Suicide is spoken of.")
    assert suggest(typed) == []


def test_one_question_to_the_database(listing, django_assert_num_queries):
    listing("Choir")
    with django_assert_num_queries(1):
        suggest("cho")
