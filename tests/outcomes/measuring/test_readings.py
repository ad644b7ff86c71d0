"""A connector asks how somebody is, and asks again: what was said is kept, what changed is told with its caption."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from connect.identity import identify
from outcomes.measuring import actions, comparing
from outcomes.measuring.models import Reading
from outcomes.measuring.states import Mode, Moment
from outcomes.scoring.definitions import shipped
from referrals.actions import accept, new_key
from referrals.following.models import MeasureDue
from referrals.following.states import What
from tests.cast import mr_ames

OFTEN = {"lack_companionship": "often", "left_out": "often", "isolated": "some_of_the_time"}
BANDS = [name for of in shipped().values() for _low, _high, name in of.get("bands", []) if "_" in name]
SOME = {"lack_companionship": "some_of_the_time", "left_out": "some_of_the_time", "isolated": "hardly_ever_or_never"}


@pytest.fixture
def ames(cast):
    """In Carl's hands."""
    identify(cast.rosa)
    made = mr_ames(cast)
    identify(cast.carl)
    return accept(made, by=cast.carl)


def page(ames):
    return reverse("take_reading", args=[ames.pk, "ucla3"])


def typed(client, ames, answers, **more):
    form = client.get(page(ames)).context["form"]
    return {"key": form["key"].value(), "mode": "phone", "taken_on": timezone.localdate().isoformat()} | answers | more


def taken(ames, answers, days_ago, mode=Mode.FACE):
    on = timezone.localdate() - timedelta(days=days_ago)
    return actions.take(
        ames, instrument="ucla3", answers=answers, mode=mode, by=ames.connector, made=new_key(), taken_on=on
    )


def test_what_was_answered_is_kept_as_tokens_and_the_reading_that_was_due_is_taken(sign_in, cast, ames):
    identify(cast.carl)
    due, _new = MeasureDue.objects.get_or_create(
        referral=ames, what=What.BASELINE, defaults={"due_on": timezone.localdate()}
    )
    carl = sign_in(cast.carl)
    answer = carl.post(page(ames), typed(carl, ames, OFTEN | {"isolated": "prefer_not_to_say"}))
    assert answer.headers["Location"] == reverse("readings", args=[ames.pk])
    identify(cast.carl)
    kept = Reading.objects.get()
    assert kept.answers == OFTEN | {"isolated": "prefer_not_to_say"}
    assert (kept.moment, kept.mode, kept.version, kept.by, kept.due) == (
        Moment.BASELINE, Mode.PHONE, "1", cast.carl, due,
    )  # fmt: skip
    due.refresh_from_db()
    assert due.done_by == cast.carl


def test_pressed_twice_it_is_one_reading_and_with_other_answers_the_first_stands(sign_in, cast, ames):
    carl = sign_in(cast.carl)
    said = typed(carl, ames, OFTEN)
    for answers in (said, said, said | {"left_out": "some_of_the_time"}):
        carl.post(page(ames), answers)
    identify(cast.carl)
    assert [row.answers for row in Reading.objects.all()] == [OFTEN]


def test_a_reading_without_an_answer_or_of_a_day_to_come_is_refused_and_nothing_typed_is_lost(sign_in, cast, ames):
    carl = sign_in(cast.carl)
    empty = carl.post(page(ames), typed(carl, ames, {"left_out": "dont_know"}))
    assert empty.status_code == 422
    assert empty.context["form"].non_field_errors() == [
        "Nothing is answered. If they would rather not, say so on the list instead"
    ]
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    late = carl.post(page(ames), typed(carl, ames, OFTEN, taken_on=tomorrow))
    assert late.context["form"].errors == {"taken_on": ["This day has not been yet"]}
    assert late.context["form"]["left_out"].value() == "often"
    identify(cast.carl)
    assert not Reading.objects.exists()


def test_the_change_stands_on_the_page_with_its_caption_and_no_band(sign_in, cast, ames):
    identify(cast.carl)
    taken(ames, OFTEN, 90)
    taken(ames, SOME, 0, mode=Mode.PAPER)
    text = sign_in(cast.carl).get(reverse("readings", args=[ames.pk])).text
    assert "<strong>3 better</strong>" in text
    assert str(comparing.CAPTION) in text
    assert "One of the two was read out to them" in text
    assert not set(BANDS) & set(re.findall(r"\w+", text))


def test_a_correction_stands_in_the_place_of_what_it_corrects(cast, ames):
    identify(cast.carl)
    first = taken(ames, SOME, 90)
    actions.take(
        ames, instrument="ucla3", answers=OFTEN, mode=Mode.FACE, by=cast.carl, made=new_key(),
        taken_on=first.taken_on, instead_of=first,
    )  # fmt: skip
    taken(ames, SOME, 0)
    (pair,) = comparing.pairs(ames.readings.all())
    assert (pair.before.answers, pair.before.moment, pair.result["improvement"]) == (OFTEN, Moment.BASELINE, 3.0)


@pytest.mark.parametrize("answers", [{"left_out": "mostly"}, {"strange": None}])
def test_answers_of_another_instrument_are_no_answers(cast, ames, answers):
    identify(cast.carl)
    with pytest.raises(actions.NotAnswers):
        taken(ames, answers, 0)


def test_what_was_said_cannot_be_changed_in_the_database_either(cast, ames):
    identify(cast.carl)
    reading = taken(ames, OFTEN, 0)
    with pytest.raises(DatabaseError), transaction.atomic():
        Reading.objects.filter(pk=reading.pk).update(answers=SOME)


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "ravi", "vera"])
def test_nobody_else_reads_them_on_the_page_or_past_it(sign_in, cast, ames, who):
    identify(cast.carl)
    taken(ames, OFTEN, 0)
    somebody = sign_in(getattr(cast, who))
    pages = [reverse("readings", args=[ames.pk]), page(ames)]
    assert [somebody.get(address).status_code for address in pages] == [404, 404]
    identify(getattr(cast, who))
    assert not Reading.objects.exists()


def test_an_instrument_whose_words_may_not_ship_is_keyed_by_number_and_has_no_sheet(sign_in, cast, ames):
    carl = sign_in(cast.carl)
    form = carl.get(reverse("take_reading", args=[ames.pk, "swemwbs7"])).context["form"]
    assert [field.label for field in form.questions][:2] == ["1. Question 1 on the sheet", "2. Question 2 on the sheet"]
    assert [code for code, _label in form.fields["mode"].choices] == ["paper"]
    assert carl.get(reverse("reading_sheet", args=["swemwbs7"])).status_code == 404
    assert carl.get(reverse("reading_sheet", args=["ucla3"])).status_code == 200
    assert carl.get(reverse("take_reading", args=[ames.pk, "star_import"])).status_code == 404
