"""Nearest and best first, never a dead end, and always the truth about what was looked for."""

import pytest

from directory.models import Location, SearchEntry, Service, ServiceAtLocation, Synonym
from directory.search import Eased, near_and_answering, search
from tests.directory.conftest import HERE

MILE = 1609


def test_the_nearer_of_two_alike_comes_first(listing, names):
    listing("Choir of the hill", north=1500)
    listing("Choir of the mill", north=200)
    results = search("choir", HERE)
    assert names(results) == ["Choir of the mill", "Choir of the hill"]
    assert [round(hit.metres) for hit in results.hits] == [200, 1500]
    assert [hit.number for hit in results.hits] == [1, 2]


def test_a_name_a_little_farther_beats_a_mention_next_door(listing, names):
    listing(
        "Fuller Street hall", north=100, description="Next to the shop. The choir sometimes stands outside and smokes."
    )
    listing("Choir for everybody", north=700, description="We sing. The choir is for everybody.")
    assert names(search("choir", HERE)) == ["Choir for everybody", "Fuller Street hall"]


def test_more_than_two_miles_away_is_not_near(listing, names):
    listing("Choir of the mill", north=200)
    listing("Choir far off", north=3 * MILE)
    results = search("choir", HERE)
    assert (names(results), results.total, results.miles, results.widened) == (["Choir of the mill"], 1, 2, False)
    assert names(search("choir", HERE, within=5)) == ["Choir of the mill", "Choir far off"]


def test_where_there_is_nothing_near_it_looks_farther_and_says_so(listing, names):
    listing("Choir far off", north=7 * MILE)
    results = search("choir", HERE)
    assert (names(results), results.miles, results.widened, results.eased) == (["Choir far off"], 10, True, "")


def test_a_place_nobody_has_put_on_the_map_is_found_when_nothing_else_is(listing, names):
    listing("Choir somewhere", place={"easting": None, "northing": None})
    results = search("choir", HERE)
    assert (names(results), results.miles, results.hits[0].metres) == (["Choir somewhere"], None, None)


def test_what_needs_no_travel_is_near_to_everybody(listing, names):
    listing("Choir on the line", attending="online", north=300 * MILE)
    listing("Choir at your door", attending="home", reach_metres=4 * MILE, north=3 * MILE)
    listing("Choir at their door", attending="home", reach_metres=MILE, north=3 * MILE)
    results = search("choir", HERE)
    assert sorted(names(results)) == ["Choir at your door", "Choir on the line"]
    assert {hit.metres for hit in results.hits} == {None}


def test_a_listing_with_two_places_counts_once_and_shows_the_nearer(listing):
    choir = listing("Choir", north=2500)
    nearer = Location.objects.create(name="The chapel", easting=450_000, northing=300_400)
    ServiceAtLocation.objects.create(service=choir, location=nearer)
    results = search("choir", HERE)
    assert (results.total, results.hits[0].location, results.hits[0].metres) == (1, nearer, 400)
    assert search("choir").total == 1


def test_accents_capitals_and_curly_apostrophes_make_no_difference(listing, names):
    listing("Caffi Tŷ Pawb")
    listing("The Men’s Shed")
    assert names(search("CAFFI ty")) == ["Caffi Tŷ Pawb"]
    assert names(search("men's shed", exact=True)) == ["The Men’s Shed"]


def test_a_mistyped_word_is_put_right_and_can_be_insisted_on(listing, names):
    listing("Kelderby befriending")
    results = search("befreinding")
    assert (names(results), results.reading.said, results.reading.typed) == (
        ["Kelderby befriending"],
        "befriending",
        "befreinding",
    )
    assert results.reading.is_corrected
    assert search("befreinding", exact=True).eased is Eased.WORDS


def test_lay_words_reach_what_they_mean(listing, names):
    listing("Bereavement café")
    listing("Tuesday phone friends", needs=["company"])
    assert names(search("lost my wife")) == ["Bereavement café"]
    assert names(search("I am lonely")) == ["Tuesday phone friends"]


def test_a_change_to_the_thesaurus_counts_at_once(listing, names):
    listing("Allotment mornings")
    assert search("spuds").eased is Eased.WORDS
    Synonym.objects.create(said="spuds", means=["allotment"])
    results = search("spuds")
    assert (names(results), results.reading.also) == (["Allotment mornings"], ["allotment"])


def test_what_was_typed_comes_before_what_else_it_may_mean(listing, names):
    listing("Dinner at All Saints")
    listing("Lunch at All Saints")
    assert names(search("lunch", HERE)) == ["Lunch at All Saints", "Dinner at All Saints"]
    assert names(search("lunch", HERE, exact=True)) == ["Lunch at All Saints"]


def test_filters_narrow_and_the_counts_say_what_each_would_give(listing, names):
    listing("Choir", days="MO,TH", free=True, needs=["company"], kind="group")
    listing("Band", days="MO", needs=["something_to_do"], kind="group", place={"step_free": True})
    listing("Bus", days="FR", free=True, met_at_door=True, kind="transport")
    everything = search()
    assert everything.total == 3
    soon = ("when:today", "when:tomorrow")  # which of them are there depends on the day on which this is asked
    assert {name: count for name, count in everything.facets.items() if name not in soon} == {
        "day:MO": 2, "day:TH": 1, "day:FR": 1, "free": 2, "step_free": 1, "met": 1,
        "kind:group": 2, "kind:transport": 1, "need:company": 1, "need:something_to_do": 1,
        "cost:free": 2, "cost:low": 2, "time:morning": 3, "new": 3, "access:step_free": 1,
    }  # fmt: skip
    mondays = search(days=["MO"])
    assert sorted(names(mondays)) == ["Band", "Choir"]
    assert (mondays.facets["day:FR"], mondays.facets["free"]) == (
        1,
        1,
    )  # Friday instead gives 1; free on Mondays gives 1
    assert names(search(days=["MO"], free=True)) == ["Choir"]
    assert names(search(kinds=["transport"], met=True)) == ["Bus"]
    assert names(search(needs=["company"])) == ["Choir"]
    assert names(search(step_free=True)) == ["Band"]


def test_two_of_three_words_beat_one_said_often(listing, names):
    listing("Yoga yoga yoga", description="Yoga. " * 20)
    listing("Chairs for hire", description="We lend a chair, also for yoga.")
    results = search("yoga chair trombone", HERE)
    assert (names(results), results.eased) == (["Chairs for hire"], Eased.EVERY_WORD)  # one of three is too little


def test_too_many_filters_give_all_without_them_and_say_so(listing, names):
    listing("Choir", days="MO")
    results = search("choir", HERE, days=["SU"], free=True)
    assert (names(results), results.eased) == (["Choir"], Eased.FILTERS)


def test_a_day_is_kept_and_a_word_is_let_go_of(listing, names):
    listing("The warm room", description="Armchairs.", days="TU")
    listing("Swim and sit", description="A warm pool.", days="MO")
    results = search("warm sit", days=["TU"])
    assert (names(results), results.eased) == (["The warm room"], Eased.EVERY_WORD)


def test_some_of_the_words_are_better_than_none(listing, names):
    listing("Wheelchair basketball")
    results = search("basketball trombone")
    assert (names(results), results.eased) == (["Wheelchair basketball"], Eased.EVERY_WORD)


@pytest.mark.parametrize(
    "words",
    [
        "!!!", "\x00", "the", "' or 1=1 --", "a:* & | !", "x" * 10_000, "🙂", "\ud83d", "%s {0}", "مرحبا", "\u202eabc",
        '" "', "“”", "is:free kind:group", "need:company'",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_it(listing, words):
    listing("Choir")
    assert search(words, HERE).total == 1


@pytest.mark.parametrize(
    "change", [{"status": "defunct"}, {"status": "inactive"}, {"status": "temporarily closed"},
               {"status": "temporarily closed", "reopens_on": "2999-01-01"}]
)  # fmt: skip
def test_what_is_closed_is_not_offered(listing, change):
    choir = listing("Choir")
    Service.objects.filter(pk=choir.pk).update(**change)
    assert search("choir").total == 0


def test_what_was_shut_is_offered_again_from_the_day_it_opens(listing):
    listing("Choir", status="temporarily closed", reopens_on="2020-01-01")
    assert search("choir").total == 1


def test_the_index_follows_every_change_in_the_same_transaction(listing, names):
    choir = listing("Choir", needs=["company"], place={"name": "The hall"})
    hall = choir.locations.get()
    choir.name = "Band"
    choir.save()
    assert (search("choir", exact=True).eased, names(search("band"))) == (Eased.WORDS, ["Band"])
    Location.objects.filter(pk=hall.pk).update(step_free=True, name="Corn Exchange")
    assert names(search("corn", step_free=True)) == ["Band"]
    choir.organisation.name = "Saxophone Trust"
    choir.organisation.save()
    assert names(search("saxophone")) == ["Band"]
    choir.needs.clear()
    assert search().facets == {"step_free": 1, "access:step_free": 1, "new": 1}
    choir.delete()
    assert SearchEntry.objects.count() == 0


def test_pages_hold_every_result_once(listing):
    for n in range(45):
        listing(f"Choir {n}", north=n * 10)
    pages = [search("choir", HERE, page=page) for page in (1, 2, 3, 4, 5)]
    assert [len(page.hits) for page in pages] == [10, 10, 10, 10, 5]
    assert len({hit.service.pk for page in pages for hit in page.hits}) == 45
    assert {page.total for page in pages} == {45}
    beyond = search("choir", HERE, page=999)
    assert (beyond.page, beyond.pages, [h.number for h in beyond.hits]) == (5, 5, [41, 42, 43, 44, 45])


def test_a_search_asks_the_database_seven_times_however_much_it_finds(listing, django_assert_num_queries):
    listing("Choir")
    with django_assert_num_queries(7):
        search("choir", HERE, days=[])
    for n in range(30):
        listing(f"Choir {n}", days="MO")
    with django_assert_num_queries(
        7
    ):  # 2 to read the words, 1 to search, 1 for names a little farther, 3 for the listings of the page
        [(hit.days, hit.timetable) for hit in search("choir", HERE).hits]


def test_the_worst_search_has_an_end(listing, django_assert_max_num_queries):
    listing("Choir", place={"easting": None, "northing": None})
    with django_assert_max_num_queries(20):
        results = search("zymurgy qwertyuiop", HERE, days=["SU"], free=True)
    assert results.total == 1


def test_near_and_answering_gives_the_nearest_that_answer(listing):
    listing("Choir", north=900, needs=["company"])
    listing("Band", north=100, needs=["company"])
    listing("Bus", needs=["practical_help"])
    assert [hit.service.name for hit in near_and_answering(HERE, ["company"], 5)] == ["Band", "Choir"]
    assert near_and_answering(HERE, ["phone_chat"]) == ()
    assert [hit.service.name for hit in near_and_answering(HERE, ["company"], 1)] == ["Band"]
