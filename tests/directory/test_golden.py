"""The golden questions: well below what is measured, so that a fall is seen. See `python -m benchmarks.golden`."""

import pytest

from benchmarks import golden, judging

FLOOR = {"ndcg": 0.8, "mrr": 0.82}
MISTYPED = {"ndcg": 0.8, "mrr": 0.82}


def below(figures, floor):
    return {name: figures[name] for name, least in floor.items() if figures[name] < least}


def test_the_demo_borough_answers_as_people_ask(db):
    told = judging.summary(golden.kelderby())
    assert (below(told["all"], FLOOR), below(told["mistyped"], MISTYPED)) == ({}, {})
    assert below(told["held_out"], {"ndcg": 0.75, "mrr": 0.77}) == {}
    assert told["classes"]["none"]["says_no"] >= 0.8


def test_real_services_answer_as_people_ask(db, shared):
    told = judging.summary(golden.hounslow(shared))
    assert (below(told["all"], FLOOR), below(told["mistyped"], MISTYPED)) == ({}, {})


@pytest.mark.parametrize(
    ("found", "ndcg", "rr"),
    [
        (["a", "b"], 1.0, 1.0),
        (["b", "a"], 0.7098, 0.5),
        (["x", "y"], 0.0, 0.0),
        ([], 0.0, 0.0),
        (["a"], 0.9173, 1.0),
    ],
)
def test_how_a_list_is_judged(found, ndcg, rr):
    judged = judging.judge(judging.Question("tea", "need", {"a": 3, "b": 1}), found, is_clear=False)
    assert (round(judged.ndcg, 4), judged.rr) == (ndcg, rr)


def test_every_question_is_asked_once_and_every_listing_it_names_is_there():
    from directory import demo

    slugs = {listing["slug"] for listing in demo.listings()}
    asked = judging.questions("kelderby")
    assert len({question.words for question in asked}) == len(asked) > 140
    assert {key for question in asked for key in question.grades} - slugs == set()
