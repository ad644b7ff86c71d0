"""Asking whether it is still right: who is written to, how often, what silence leads to, and what brings it back."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import messages, texts
from connect.people.models import Membership
from directory.keeping import actions, asking, tasks, watching
from directory.models import (
    Ask,
    Capacity,
    ChangeRequest,
    KindGuide,
    Report,
    Revision,
    Service,
    Standing,
    Verification,
)
from directory.states import How, Outcome, Via, Wrong

LONDON = ZoneInfo("Europe/London")
BY = date(2026, 6, 30)


def on(days: int):
    """So many days after the check-by date, at ten in the morning."""
    day = BY + timedelta(days=days)
    return time_machine.travel(datetime(day.year, day.month, day.day, 10, tzinfo=LONDON), tick=False)


@pytest.fixture
def club(desk):
    at = datetime(2025, 12, 30, 12, tzinfo=LONDON)
    Membership.objects.update(starts_at=at)
    Service.objects.filter(pk=desk.lunch.pk).update(check_by=BY, verified_at=at)
    desk.lunch.refresh_from_db()
    return desk.lunch


def sweep(club, *days):
    for number in days:
        with on(number):
            asking.sweep()
    club.refresh_from_db()


def call(desk, club, day, outcome=Outcome.NO_ANSWER):
    with on(day):
        identify(desk.dev)
        actions.check(club, by=desk.dev, how=How.RANG, outcome=outcome)


def test_olive_is_asked_a_fortnight_before_and_again_on_the_day_and_no_more(club, outbox):
    sweep(club, *range(-20, 60))
    assert [letter.template for letter in outbox()] == ["still_right", "still_right"]
    assert [timezone.localdate(ask.at) - BY for ask in Ask.objects.order_by("at")] == [timedelta(-14), timedelta(0)]
    assert {letter.to for letter in outbox()} == {"olive@example.org"}


def test_run_twice_at_once_it_asks_once(club, outbox):
    sweep(club, -14, -14, -14)
    assert len(outbox()) == 1


def test_two_asks_and_a_call_without_an_answer_hide_it_and_olive_is_told(desk, club, outbox):
    sweep(club, -14, 0)
    call(desk, club, 5)
    sweep(club, 13)
    assert club.withheld_at is None
    sweep(club, 14, 15, 16)
    assert timezone.localdate(club.withheld_at) == BY + timedelta(14)
    assert [letter.template for letter in outbox()] == ["still_right", "still_right", "hidden"]
    assert club not in Service.objects.searchable()
    assert club in Service.objects.published()


def test_without_a_call_it_has_sixty_days_of_grace(club):
    sweep(club, -14, 0, 60)
    assert club.withheld_at is None
    sweep(club, 61)
    assert club.withheld_at is not None


def test_a_listing_without_any_way_to_write_is_left_for_somebody_to_ring(club, outbox):
    Service.objects.update(contact_email="", contact_phone="01632 960 042")
    sweep(club, -14, 0, 14, 61, 200)
    assert (outbox(), club.withheld_at) == ([], None)


def test_a_mobile_is_written_to_by_text(club, outbox):
    Service.objects.update(contact_email="", contact_phone="07700 900 123")
    sweep(club, -14)
    letter = outbox()[0]
    said = messages.fill(letter.body, letter.link)
    assert (letter.channel, letter.to, texts.size(said).segments) == ("sms", "07700 900 123", 1)
    assert said.startswith("Is St Mark's lunch club still right on Connect? Yes or no: http")


def test_who_runs_two_groups_gets_one_letter_with_one_link_for_both(desk, club, outbox):
    choir = Service.objects.create(
        organisation=club.organisation, name="Choir", contact_email="OLIVE@example.org", check_by=BY
    )
    sweep(club, -14)
    letter = outbox()[0]
    assert (len(outbox()), Ask.objects.count(), set(letter.link.scope)) == (1, 2, {club.pk, choir.pk})
    assert "1 more of yours" in letter.body


def test_people_who_go_keep_it_in_the_search_however_silent_olive_is(desk, club):
    sweep(club, -14, 0)
    call(desk, club, 5)
    Standing.objects.create(service=club, last_attended_on=BY + timedelta(days=10))
    sweep(club, 14, 61)
    assert club.withheld_at is None


@pytest.mark.parametrize("how", ["answer", "checked", "changed", "attended"])
def test_what_was_hidden_comes_back_at_once(desk, club, how):
    sweep(club, -14, 0, 61)
    with on(70):
        identify(desk.dev)
        if how == "answer":
            asking.still_right(club)
        elif how == "checked":
            actions.check(club, by=desk.dev, how=How.RANG, outcome=Outcome.RIGHT)
        elif how == "changed":
            actions.change(club, {"fees": "£5"}, via=Via.EDITOR, by=desk.dev)
        else:
            actions.note_attendance(club.pk, BY + timedelta(days=69))
        club.refresh_from_db()
        assert club.withheld_at is None
    sweep(club, 71, 72)
    assert club.withheld_at is None, "and stays there the next day"


def test_a_call_that_nobody_answers_brings_nothing_back(desk, club):
    sweep(club, -14, 0, 61)
    call(desk, club, 70)
    sweep(club, 71)
    assert club.withheld_at is not None


def test_a_check_moves_the_date_by_the_period_of_its_kind_or_its_own(desk, club):
    KindGuide.objects.filter(pk="group").update(check_every_days=100)
    with on(0):
        actions.check(club, by=desk.dev, how=How.VISIT, outcome=Outcome.RIGHT)
    club.refresh_from_db()
    assert (club.check_by - BY, club.checked_by) == (timedelta(100), "Kelderby Council")
    with on(0):
        actions.set_period(club, every_days=30)
    club.refresh_from_db()
    assert club.check_by - BY == timedelta(30)


def test_a_call_to_be_made_again_is_logged_and_moves_nothing(desk, club):
    with on(0):
        actions.check(
            club, by=desk.dev, how=How.RANG, outcome=Outcome.CALL_AGAIN, again_on=BY + timedelta(2), note="At work"
        )
    club.refresh_from_db()
    said = Verification.objects.get()
    assert (said.by_name, said.again_on - BY, said.note, club.check_by) == ("Dev Rao", timedelta(2), "At work", BY)


def test_it_has_closed_is_a_change_like_any_other_and_leaves_the_search(desk, club):
    actions.check(club, by=desk.dev, how=How.RANG, outcome=Outcome.GONE)
    club.refresh_from_db()
    assert (club.status, Revision.objects.get().changed) == ("defunct", ["status"])
    assert club not in Service.objects.searchable()


# ---------- the organiser ----------


def test_olives_yes_counts_and_names_her_nowhere_in_public(club):
    with on(0):
        asking.still_right(club)
    club.refresh_from_db()
    assert (club.checked_by, club.check_by > BY) == ("St Mark's", True)
    with acting_as("reminders"):
        said = Verification.objects.get()
    assert (said.how, said.outcome, said.by_name) == ("organiser", "right", "Olive Byrne")


def test_it_has_stopped_shuts_it_today_and_asks_an_editor_to_close_it(club, desk):
    with on(0):
        asking.has_stopped(club)
    club.refresh_from_db()
    identify(desk.dev)
    waiting = ChangeRequest.objects.get()
    assert (club.status, club.shut_from, waiting.proposed) == ("temporarily closed", BY, {"status": "defunct"})
    assert not club.is_open


def test_an_answer_ends_the_round_of_asking(club, outbox):
    sweep(club, -14)
    with on(-10):
        asking.still_right(club)
    sweep(club, *range(-9, 60))
    assert [letter.template for letter in outbox()] == ["still_right"]
    assert (Ask.objects.get().answer, Ask.objects.get().answered_at is not None) == ("right", True)


def test_no_editor_asks_twice_in_a_fortnight_or_where_nobody_reads(desk, club):
    asking.ask_now(club, by=desk.dev)
    with pytest.raises(asking.AskedLately):
        asking.ask_now(club, by=desk.priya)
    Ask.objects.all().delete()
    Service.objects.update(contact_email="", contact_phone="01632 960 042")
    club.refresh_from_db()
    with pytest.raises(asking.NoWay):
        asking.ask_now(club, by=desk.dev)


def test_room_is_said_with_who_and_when_and_the_latest_counts(desk, club):
    schedule = club.schedules.get()
    asking.say_room(club, schedule=schedule, available=6, said_by_name="Olive")
    asking.say_room(club, schedule=schedule, available=2, said_by_name="Olive")
    latest = Capacity.objects.filter(schedule=schedule).first()
    assert (latest.available, latest.said_by_name) == (2, "Olive")


# ---------- somebody went ----------


def test_somebody_who_went_moves_the_date_and_is_written_down_once_a_day(club, django_assert_num_queries):
    with on(5):
        actions.note_attendance(club.pk, BY + timedelta(5))
        with django_assert_num_queries(2):
            actions.note_attendance(club.pk, BY + timedelta(5))
        actions.note_attendance(club.pk, BY - timedelta(5))
    club.refresh_from_db()
    assert Standing.objects.get().last_attended_on - BY == timedelta(5)
    assert (club.check_by > BY, timezone.localdate(club.verified_at)) == (True, date(2025, 12, 30))


def test_a_listing_nobody_ever_gave_a_date_takes_a_visit_too(desk):
    actions.note_attendance(desk.lunch.pk, timezone.localdate())
    desk.lunch.refresh_from_db()
    assert (desk.lunch.check_by, desk.lunch.standing.last_attended_on) == (None, timezone.localdate())


# ---------- letters ----------


def test_an_unsafe_report_mails_each_editor_once_without_a_word_of_it(desk, outbox):
    Report.objects.bulk_create([Report(service=desk.lunch, what=Wrong.UNSAFE, words="A man there shouted at Jean")])
    for _turn in range(3):
        tasks.settle_contacts()
    letters = outbox(template="unsafe_report")
    assert sorted(letter.to for letter in letters) == ["dev@example.org", "priya@example.org"]
    assert [word for word in ("Jean", "shouted", "lunch", "Mark") if word in letters[0].body + letters[0].subject] == []


def test_carl_hears_once_a_day_that_what_he_watches_has_changed(desk, club, outbox):
    with on(0):
        identify(desk.carl)
        actions.watch(club, by=desk.carl)
        actions.watch(club, by=desk.carl)
    with on(1):
        identify(desk.dev)
        actions.change(club, {"fees": "£5"}, via=Via.EDITOR, by=desk.dev)
        actions.change(club, {"met_by": "Petra", "fees": "£6"}, via=Via.EDITOR, by=desk.dev)
        watching.sweep()
    assert outbox() == []
    with on(2):
        watching.sweep()
        watching.sweep()
    letter = outbox()[0]
    assert (len(outbox()), letter.to) == (1, "carl@example.org")
    assert "St Mark's lunch club: Cost, in words, Who meets them" in letter.body


def test_who_stopped_watching_or_left_hears_nothing(desk, club, outbox):
    for user in (desk.carl, desk.cora):
        identify(user)
        actions.watch(club, by=user)
    identify(desk.carl)
    actions.stop_watching(club, by=desk.carl)
    desk.cora.memberships.update(ends_at=timezone.now())
    identify(desk.dev)
    actions.change(club, {"fees": "£5"}, via=Via.EDITOR, by=desk.dev)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        watching.sweep()
    assert outbox() == []


LONGEST = "The Featherstonehaugh and Llanfairpwll Widowers’ Wednesday Table"


@pytest.mark.parametrize("template", ["still_right", "hidden", "new_contact"])
def test_each_text_to_an_organiser_fits_with_a_link_of_real_length(desk, settings, template):
    settings.SITE_URL = "https://connect.kelderby-council.gov.uk"
    Service.objects.update(contact_email="", contact_phone="07700 900 123", name=LONGEST)
    desk.lunch.refresh_from_db()
    from directory.keeping import organiser

    link = organiser.link_to([desk.lunch])
    letter = organiser.write(desk.lunch, organiser.way_to(desk.lunch), template, cause="x", link=link)
    assert texts.size(messages.fill(letter.body, link)).segments == 1
    assert letter.body.count("{link}") == 1
