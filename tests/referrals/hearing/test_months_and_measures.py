"""The worker's month in numbers without names; what reached them; and what our words mean."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Message
from referrals import actions, definitions
from referrals.going import actions as going
from referrals.hearing import measuring, months, sweeping
from referrals.hearing.models import Reply
from referrals.introductions import actions as introductions
from referrals.models import Occasion, Referral
from referrals.states import OPEN, State
from tests.answers import taken_back
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


@pytest.fixture
def went(expected):
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.filter(pk=expected.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
        going.answer(Occasion.objects.get(pk=expected.pk), said_by="organiser", answer="went")
        return Occasion.objects.select_related("referral", "connection").get(pk=expected.pk)


def delivered(when=None):
    with acting_as("delivery"):
        Message.objects.filter(state="queued", template="word_back").update(
            state="sent", sent_at=when or timezone.now()
        )
    with acting_as("reminders"):
        return sweeping.note_sent()


def in_time():
    today = timezone.localdate()
    with acting_as("freeze"):
        found = measuring.heard_in_time(Referral.objects.all(), today - timedelta(days=30), today + timedelta(days=1))
    return found.in_time, found.of


def test_the_letter_that_left_brings_all_the_news_before_it(went):
    assert delivered() == 4
    with acting_as("seed"):
        assert Reply.objects.reached().count() == 4
        assert set(measuring.reply_sent([went.referral_id])) == {went.referral_id}


def test_heard_in_time_counts_what_reached_them_within_five_working_days(went):
    assert in_time() == (0, 1)
    delivered()
    assert in_time() == (1, 1)


def test_heard_late_is_not_heard_in_time(went):
    delivered(timezone.now() + timedelta(days=12))
    assert in_time() == (0, 1)


def test_who_did_not_agree_is_counted_among_those_we_might_have_told(cast, with_carl):
    with acting_as("seed"):
        taken_back("tell_referrer")
        occasion = introductions.introduce(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
        over = timezone.now() - timedelta(hours=3)
        Occasion.objects.update(starts_at=over, ends_at=over)
        going.answer(Occasion.objects.get(pk=occasion.pk), said_by="organiser", answer="went")
    delivered()
    assert in_time() == (0, 1)


def test_what_could_not_be_delivered_says_so(went):
    with acting_as("delivery"):
        Message.objects.filter(state="queued", template="word_back").update(state="failed")
    with acting_as("reminders"):
        sweeping.note_sent()
    with acting_as("seed"):
        assert {reply.why_not for reply in Reply.objects.all()} == {"not_sent"}


def test_rosas_month_is_numbers_and_ravis_is_empty(cast, went, sign_in):
    month = f"{timezone.localdate():%Y-%m}"
    page = sign_in(cast.rosa).get(reverse("became"), {"month": month}).content.decode()
    assert ("One of your people went somewhere" in page, "Stanley" in page, "Ames" in page) == (True, False, False)
    assert "Nothing in that month" in sign_in(cast.ravi).get(reverse("became"), {"month": month}).content.decode()


@pytest.mark.parametrize("who", ["colm", "dev", "vera"])
def test_these_have_no_month(cast, sign_in, who):
    assert sign_in(getattr(cast, who)).get(reverse("became")).status_code == 404


@pytest.mark.parametrize("asked", ["", "2026-13", "x" * 500, "\x00"])
def test_a_month_that_is_none_is_the_last_one(cast, sign_in, asked):
    assert sign_in(cast.rosa).get(reverse("became"), {"month": asked}).status_code == 200


def test_the_letter_of_the_month_leaves_once_and_names_nobody(cast, went, time_machine):
    following = months.bounds(timezone.localdate().replace(day=1))[1].date()
    for _ in range(2):
        with acting_as("reminders"):
            months.write_letters(following)
    with acting_as("delivery"):
        [letter] = Message.objects.filter(template="became")
    assert (letter.to, "Ames" in letter.body, "went somewhere" in letter.body) == ("rosa@example.org", False, False)
    assert f"?month={timezone.localdate():%Y-%m}" in letter.body


def test_numbers_stand_in_the_letter_from_five_people_on(cast, time_machine):
    time_machine.move_to(datetime(2026, 11, 30, 10, tzinfo=UTC))
    for _ in range(5):
        referral = mr_ames(cast)
        with acting_as("seed"):
            actions.accept(referral, by=cast.carl)
    with acting_as("reminders"):
        months.write_letters(date(2026, 12, 1))
    with acting_as("delivery"):
        [letter] = Message.objects.filter(template="became")
    assert "5 people you asked for had news" in letter.body


def test_each_word_on_the_page_is_what_the_lists_use(cast, client):
    page = client.get(reverse("definitions")).content.decode()
    for one in definitions.MEANINGS.values():
        assert f'<div id="{one.code}"><dt>{one.word}</dt>' in page
        assert str(one.sentence).replace("’", "’") in page


@pytest.mark.parametrize("state", State.values)
def test_a_word_that_names_its_steps_holds_just_those_rows(cast, state):
    referral = mr_ames(cast)
    with acting_as("migration"):
        row = Referral.objects.filter(pk=referral.pk)
    fake = Referral(state=state)
    for one in definitions.MEANINGS.values():
        if one.states and "__" not in str(one.q()):
            assert (str(one.q()) == str(definitions.where(one.code)), fake.state in one.states) == (
                True,
                state in one.states,
            )
    with acting_as("seed"):
        assert row.filter(definitions.where("open")).exists() is (row.get().state in OPEN)


def test_every_word_holds_just_the_rows_its_sentence_says(cast, with_carl):
    new, today = mr_ames(cast), timezone.localdate()
    with acting_as("seed"):
        Referral.objects.filter(pk=with_carl.pk).update(next_on=today - timedelta(days=1))
        held = {
            code: set(Referral.objects.filter(definitions.where(code)).values_list("pk", flat=True))
            for code in definitions.MEANINGS
        }
        assert set(Referral.objects.still_open().values_list("pk", flat=True)) == held["open"]
        assert {row.pk for row in Referral.objects.all() if row.is_overdue} == held["overdue"]
        assert {row.pk for row in Referral.objects.all() if row.is_new} == held["new"]
    assert held == {
        "open": {new.pk, with_carl.pk}, "new": {new.pk}, "returned": set(), "accepted": set(),
        "contacted": {with_carl.pk}, "active": set(), "held": {with_carl.pk}, "paused": set(), "waiting": {new.pk},
        "overdue": {with_carl.pk}, "way": set(), "unset": set(), "closed": set(), "withdrawn": set(),
        "transferred": set(),
    }  # fmt: skip


@pytest.mark.parametrize("month", ["0001-01", "1999-12", "9999-12", "2026-13", "%00", "٢٠٢٦-١١"])
def test_a_month_of_no_calendar_of_ours_is_the_last_one(cast, sign_in, month):
    assert sign_in(cast.rosa).get(f"{reverse('became')}?month={month}").status_code == 200
