"""When it cannot be that day: the person hears so and chooses another, waits, or looks elsewhere; and silence shows."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Message
from referrals import actions
from referrals.caseload import today
from referrals.introductions import actions as introductions
from referrals.introductions import answering, settling, standing, sweeping
from referrals.introductions.models import Introduction
from referrals.models import Connection, Occasion, Particulars, Referral
from referrals.sessions.models import Wait
from referrals.states import Next
from tests.answers import answered, taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(introduced):
    """Olive answers by her link, a while ago."""

    def say(answer, **more):
        with acting_as("seed"):
            answering.answer(introduced, said=answer, **more)
            long_ago = timezone.now() - timedelta(hours=3)
            Introduction.objects.filter(pk=introduced.pk).update(answered_at=long_ago)
            return Introduction.objects.get(pk=introduced.pk)

    return say


def letters(*templates):
    with acting_as("delivery"):
        return list(Message.objects.filter(template__in=templates).order_by("created_at"))


def sweep():
    with acting_as("reminders"):
        return sweeping.ask_again(), sweeping.tell_people()


def on_today(user):
    with acting_as("seed"):
        return {line.label: line.count for line in today.lines_for(user)}


def lines_of(sign_in, user):
    """What stands on the page a day begins with, by the addresses it leads to."""
    page = sign_in(user).get(reverse("today")).content.decode()
    return [which for which in ("answered", "silent") if f"{reverse('introductions')}?which={which}" in page]


def test_two_hours_after_another_day_the_person_hears_so_once(said, introduced):
    said("another")
    assert [sweep(), sweep()] == [(0, 1), (0, 0)]
    found = letters("not_that_day_discreet")
    assert sorted(one.channel for one in found) == ["email", "sms"]
    assert "please do not set out" in found[0].body + found[1].body
    assert [word for one in found for word in ("lunch", "Mark", "Olive") if word in one.body + one.subject] == []


def test_before_that_the_connector_may_be_faster(said, introduced, cast):
    row = said("another")
    with acting_as("seed"):
        settling.move(row, starts_at=introductions.coming(cast.lunch)[1].starts_at, by=cast.carl)
    assert (sweep(), letters("not_that_day_discreet")) == ((0, 0), [])


def test_nobody_hears_of_it_who_took_their_yes_back(said, introduced):
    said("another")
    taken_back("contact")
    sweep()
    assert letters("not_that_day_discreet") == []


def test_whoever_said_stop_is_rung_and_not_written_to(said, introduced):
    said("another")
    answered(introduced.referral, "messages", "withdrawn")
    sweep()
    assert letters("not_that_day_discreet") == []
    with acting_as("seed"):
        assert Referral.objects.get(pk=introduced.referral_id).next_step == Next.RING


def test_it_comes_by_the_way_that_reaches_them(said, introduced, cast):
    with acting_as("seed"):
        Particulars.objects.create(person=introduced.referral.person, contact_methods=["text"], changed_by=cast.carl)
    said("another")
    sweep()
    assert [one.channel for one in letters("not_that_day_discreet")] == ["sms"]


def test_another_day_is_arranged_the_old_one_is_off_and_everybody_told(said, introduced, cast, sign_in, now):
    with acting_as("seed"):
        other = introductions.coming(cast.lunch)[1].starts_at
    said("another", other_at=other)
    client = sign_in(cast.carl)
    assert lines_of(sign_in, cast.carl) == ["answered"]
    page = client.get(reverse("introduced", args=[introduced.pk])).content.decode()
    assert page.count(" checked") == 1  # the day that the organiser would rather have
    sent = client.post(reverse("introduced", args=[introduced.pk]), {"became": "moved", "starts_at": other.isoformat()})
    assert sent.status_code == 302
    with acting_as("seed"):
        was, is_now = Introduction.objects.order_by("made_at")
        assert (was.became, was.settled_by, is_now.answer, is_now.occasion.starts_at) == (
            "moved", cast.carl, "yes", other,
        )  # fmt: skip
        assert Occasion.objects.filter(called_off_at=None).get().starts_at == other
        assert (now(introduced.referral).next_step, Connection.objects.get().state) == ("session", "introduced")
    assert len(letters("introduced_discreet")) == 4  # both days, by both ways
    assert [one.to for one in letters("expecting_agreed")] == ["olive@example.org"]
    assert lines_of(sign_in, cast.carl) == []


def test_a_day_that_olive_did_not_propose_is_asked_of_her(said, cast):
    row = said("another")
    with acting_as("seed"):
        settling.move(row, starts_at=introductions.coming(cast.lunch)[2].starts_at, by=cast.carl)
        assert Introduction.objects.latest("made_at").answer == ""
    assert len(letters("expecting")) == 2


def test_a_day_on_which_they_do_not_meet_is_refused_beside_the_field(said, introduced, cast, sign_in):
    said("another")
    client = sign_in(cast.carl)
    for wrong in ("", "2031-01-01T12:00:00+00:00", "Friday"):
        page = client.post(reverse("introduced", args=[introduced.pk]), {"became": "moved", "starts_at": wrong})
        assert page.status_code == 422


def test_full_puts_them_on_the_fair_list_and_another_day_takes_them_off_it(said, introduced, cast):
    row = said("full")
    sweep()
    with acting_as("seed"):
        assert Wait.objects.get().ended_at is None
        settling.move(row, starts_at=introductions.coming(cast.lunch)[1].starts_at, by=cast.carl)
        assert Wait.objects.get().became == "left"


def test_yes_after_all_once_the_person_has_heard_that_it_is_off_is_theirs_to_decide(said, introduced, cast, now):
    said("another")
    sweep()
    row = said("yes")
    assert (row.needs_settling, now(introduced.occasion).called_off_at is not None) == (True, True)
    with acting_as("seed"):
        settling.move(row, starts_at=introduced.occasion.starts_at, by=cast.carl)
    assert (now(introduced.occasion).called_off_at, now(row).needs_settling) == (None, False)


def test_full_and_they_would_rather_look_elsewhere(said, introduced, cast, now):
    row = said("full")
    with acting_as("seed"):
        settling.look_elsewhere(row, by=cast.carl)
        connection = Connection.objects.get()
        assert (connection.state, connection.ended_why) == ("did_not_start", "full")
    assert now(introduced.referral).next_step == "choose"


def test_full_and_they_wait(said, introduced, cast, now):
    row = said("full", room="14")
    with acting_as("seed"):
        settling.wait(row, by=cast.carl)
    assert (now(row).became, now(introduced.referral).next_step) == ("waits", "review")


def test_of_two_who_arrange_something_else_the_second_is_told(said, introduced, cast, sign_in):
    said("another")
    clients = [sign_in(cast.carl), sign_in(cast.tess)]
    first, second = (
        one.post(reverse("introduced", args=[introduced.pk]), {"became": "elsewhere"}, follow=True) for one in clients
    )
    assert (first.status_code, "They look for something else" in second.content.decode()) == (200, True)
    with acting_as("seed"), pytest.raises(answering.Settled):
        settling.wait(introduced, by=cast.tess)


# ---------- silence ----------


def days_later(introduced, **columns):
    with acting_as("seed"):
        Introduction.objects.filter(pk=introduced.pk).update(**columns)


def test_who_has_not_answered_by_the_day_is_asked_once_more(introduced):
    yesterday = timezone.localdate() - timedelta(days=1)
    days_later(introduced, answer_by=yesterday)
    assert [sweep(), sweep()] == [(1, 0), (0, 0)]
    [letter] = letters("expecting_again")
    assert ("Stanley" in letter.body, letter.to) == (False, "olive@example.org")


def test_and_then_it_stands_on_the_connectors_day(introduced, cast, sign_in):
    assert lines_of(sign_in, cast.carl) == []
    days_later(introduced, tell_on=timezone.localdate())
    assert lines_of(sign_in, cast.carl) == ["silent"]
    assert lines_of(sign_in, cast.cora) == []
    page = sign_in(cast.carl).get(reverse("introductions") + "?which=silent").content.decode()
    assert page.count("Stanley Ames") == 1


def test_what_olive_said_on_the_phone_is_written_down(introduced, cast, sign_in, now):
    page = sign_in(cast.carl).post(reverse("introduced", args=[introduced.pk]), {"answer": "yes"})
    assert (page.status_code, now(introduced).answer, now(introduced).answered_to) == (302, "yes", cast.carl)


def test_her_own_answers_count_for_how_quickly_she_replies_and_what_we_wrote_down_does_not(introduced, cast):
    year = (timezone.now() - timedelta(days=365), timezone.now() + timedelta(minutes=1))
    with acting_as("seed"):
        answering.answer(introduced, said="yes")
        assert [service for service, _asked, _said in standing.answers(*year)] == [cast.lunch.pk]
        answering.answer(introduced, said="full", by=cast.carl)
        assert list(standing.answers(*year)) == []


@pytest.mark.parametrize("n", [1, 4])
def test_the_list_costs_the_same_for_one_and_for_four(cast, introduced, sign_in, django_assert_max_num_queries, n):
    from tests.cast import mr_ames

    for _more in range(n - 1):
        other = mr_ames(cast)
        with acting_as("seed"):
            actions.accept(Referral.objects.get(pk=other.pk), by=cast.carl)
            spoken = {"channel": "call", "reached": True, "note": "", "by": cast.carl, "made": actions.new_key()}
            actions.record_contact(Referral.objects.get(pk=other.pk), **spoken)
            made = {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
            introductions.introduce(Referral.objects.get(pk=other.pk), service=cast.lunch, by=cast.carl, made=made)
    with acting_as("seed"):
        Introduction.objects.update(tell_on=timezone.localdate())
    client = sign_in(cast.carl)
    client.get(reverse("introductions"))
    with django_assert_max_num_queries(20) as found:
        assert client.get(reverse("introductions")).content.decode().count("Stanley Ames") == n
    assert len(found) == COST.setdefault("list", len(found))


COST: dict[str, int] = {}
