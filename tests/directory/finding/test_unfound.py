"""What nobody found is counted by area, in the directory's own words, and fewer than five are not told."""

import pytest
from django.db import DatabaseError

from directory.finding import actions, missed
from directory.models import Unfound

HERE = "KX2 4HD"


def counted():
    return set(Unfound.objects.values_list("words", "eased", "area__name", "times"))


def look(client, times=1, **asked):
    for _turn in range(times):
        assert client.get("/", asked).status_code == 200


def test_a_search_that_found_what_it_asked_for_is_not_counted(client, cast):
    look(client, q="lunch", near=HERE)
    assert counted() == set()


def test_words_the_directory_does_not_know_are_counted_and_not_kept(client, cast):
    look(client, q="Wojciech Pargeter 07700900123 zeppelin", near=HERE, times=2)
    assert {(eased, area, times) for words, eased, area, times in counted()} == {("words", "Millrace", 2)}
    assert {words for words, *_rest in counted()} == {""}


def test_a_line_of_the_thesaurus_is_kept_and_whom_it_is_for_by_its_code(client, cast):
    look(client, q="snooker", near=HERE)
    look(client, q="carers", near=HERE)
    words = {words for words, *_rest in counted()}
    assert [each in words for each in ("snooker", "audience:carers")] == [True, True]


def test_each_word_is_counted_on_its_own_so_that_no_sentence_can_be_read(client, cast):
    look(client, q="lunch zeppelin", near=HERE)
    assert {words for words, *_rest in counted()} == {"lunch", ""}


@pytest.mark.parametrize("typed", ["lonely", "nobody to talk to"])
def test_the_word_lonely_is_counted_as_company(client, cast, typed):
    cast.lunch.needs.clear()
    look(client, q=typed, near=HERE)
    assert "need:company" in {words for words, *_rest in counted()}
    assert [words for words, *_rest in counted() if "lonel" in words or "nobody" in words] == []


@pytest.mark.parametrize("typed", ["I want to die", "suicide", "he hits me", "self harm group"])
def test_words_of_distress_leave_no_trace(client, cast, typed):
    look(client, q=typed, near=HERE)
    assert counted() == set()


def test_filters_that_left_nothing_are_counted_by_their_names(client, cast):
    look(client, q="lunch", near=HERE, day="SU")
    assert counted() == {("lunch", "filters", "Millrace", 1), ("day:SU", "filters", "Millrace", 1)}


def test_what_is_only_farther_away_is_counted_as_that(client, cast):
    look(client, q="lunch", near="KX9 9ZZ")
    assert counted() == {("lunch", "widened", "Farside Green", 1)}


def test_further_pages_are_not_counted_again(client, cast):
    look(client, q="zeppelin", page="2")
    assert {times for *_rest, times in counted()} <= {1}


def test_a_count_that_fails_costs_nobody_their_page(client, cast, monkeypatch):
    def broken(*_args, **_kwargs):
        raise DatabaseError

    monkeypatch.setattr(actions.connection, "cursor", broken)
    actions.count_unfound(["lunch"], why="words", area=None)
    monkeypatch.undo()
    assert counted() == set()


def test_fewer_than_five_are_not_told(client, cast, sign_in):
    look(client, q="lunch zeppelin", times=4)
    assert missed.looked_for(missed.areas(cast.carl), None, 90) == []
    assert "lunch" not in sign_in(cast.carl).get("/not-found/").text
    look(client, q="lunch zeppelin")
    assert {line.times for line in missed.looked_for(missed.areas(cast.carl), None, 90)} == {5}


def test_the_page_is_for_four_roles_and_the_words_of_people_for_three(client, cast, sign_in):
    actions.note_gap(words="Snooker on a Monday", area=cast.ward, reason="times")
    pages = {name: sign_in(getattr(cast, name)).get("/not-found/") for name in ("dev", "carl", "tess", "colm", "nia")}
    assert {name: page.status_code for name, page in pages.items()} == dict.fromkeys(pages, 200)
    assert {name for name, page in pages.items() if "Snooker on a Monday" in page.text} == {"dev", "carl", "tess"}
    assert [sign_in(who).get("/not-found/").status_code for who in (cast.rosa, cast.lena, cast.vera)] == [404] * 3
    assert client.get("/not-found/").status_code == 302


def test_a_commissioner_sees_the_wards_they_commission_for(client, cast, sign_in):
    look(client, q="lunch zeppelin", near="KX9 9ZZ", times=5)
    assert [line.area for line in missed.looked_for(missed.areas(cast.colm), None, 90)] == []
    assert {line.area for line in missed.looked_for(missed.areas(cast.dev), None, 90)} == {"Farside Green"}


@pytest.mark.parametrize("query", ["area=x&days=y", "area=999999", "days=-1", "area=\x00"])
def test_what_nobody_offers_is_the_same_as_nothing_chosen(cast, sign_in, query):
    assert sign_in(cast.dev).get(f"/not-found/?{query}").status_code == 200
