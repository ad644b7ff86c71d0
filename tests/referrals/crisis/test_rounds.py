"""A lead switches a crisis on; who agreed is asked by text or rung, and the clock tells of whoever is not reached."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import RightsChange
from connect.identity import acting_as, identify
from connect.messaging import links, messages
from connect.messaging.inbound.providers import Arrived
from connect.messaging.inbound.taking import take
from connect.messaging.models import Link, Message
from connect.messaging.states import State
from referrals.actions import new_key
from referrals.crisis import actions, checking
from referrals.crisis.models import Crisis, CrisisCheck, CrisisRound, CrisisSaid
from referrals.crisis.states import Standing
from referrals.crisis.tasks import look_in
from referrals.models import Consent, ContactAttempt, Heard, Person, Referral
from referrals.person import consenting, restricting
from referrals.states import Purpose
from tests.referrals.crisis.conftest import the_check

pytestmark = pytest.mark.django_db


def written(template):
    with acting_as("delivery"):
        rows = Message.objects.filter(template=template).exclude(state=State.CANCELLED).order_by("channel")
        return list(rows.values_list("channel", flat=True))


def nobody_new(before):
    with acting_as("seed"):
        return CrisisCheck.objects.count() == before


def an_hour_past(column):
    with acting_as("seed"):
        CrisisCheck.objects.update(**{column: timezone.now() - timedelta(hours=1)})


def open_link(client):
    link = Link.objects.get(purpose="crisis")
    client.get(reverse("link", args=[links.token(link)]))
    return link


def press(client, **said):
    link = open_link(client)
    return client.post(reverse("crisis_reply"), {"link": link.pk, **said}, follow=True)


# On, and off


def test_tess_switches_it_on_with_a_reason_and_an_end_and_sent_twice_it_is_on_once(cast, sign_in):
    tess = sign_in(cast.tess)
    key = tess.get(reverse("crisis_switch")).context["form"]["key"].value()
    ends_on = timezone.localdate() + timedelta(days=3)
    for _ in range(2):
        sent = {"key": key, "why": "A flood", "ends_on": ends_on.isoformat()}
        assert tess.post(reverse("crisis_switch"), sent).status_code == 302
    with acting_as("seed"):
        assert list(Crisis.objects.values_list("why", "ends_on", "begun_by__name")) == [
            ("A flood", ends_on, "Tess Orme")
        ]
    assert "A flood" in sign_in(cast.carl).get(reverse("crisis")).text


def test_without_a_reason_or_with_an_end_that_has_gone_it_stays_off_and_what_was_typed_is_kept(cast, sign_in):
    page = sign_in(cast.tess).post(reverse("crisis_switch"), {"key": uuid.uuid4(), "why": "", "ends_on": "2020-01-01"})
    assert (page.status_code, set(page.context["form"].errors)) == (422, {"why", "ends_on"})
    assert "2020-01-01" in page.text


def test_who_switched_it_on_and_off_is_on_the_record(cast, snow, sign_in):
    identify(cast.tess)
    actions.end(snow, by=cast.tess)
    with acting_as("seed"):
        identify(cast.dora)
        said = list(RightsChange.objects.filter(about_id=snow.pk).values_list("what", "actor_id"))
    assert said == [("crisis on", cast.tess.pk), ("crisis off", cast.tess.pk)]


def test_it_is_over_the_night_of_its_last_day_whoever_forgets_it(cast, snow):
    with acting_as("seed"):
        Crisis.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    look_in()
    with acting_as("seed"):
        assert (Crisis.objects.get().ended_at is None, Crisis.objects.get().ended_by) == (False, None)


def test_whom_nobody_reached_when_it_ends_is_owed_an_ordinary_call_today(cast, snow, checks):
    checks()
    identify(cast.tess)
    assert actions.end(snow, by=cast.tess) == 1
    with acting_as("seed"):
        referral = the_check().referral
        assert (referral.next_step, referral.next_on) == ("ring", timezone.localdate())
    assert written("crisis_check") == []


# Who is asked, and how


def test_nobody_is_checked_on_without_a_yes_of_their_own_to_it(cast, snow, with_carl):
    identify(cast.tess)
    actions.begin_round(snow, by_text=True, hours_to_answer=4, by=cast.tess, made=new_key())
    assert nobody_new(0)


def test_he_is_asked_by_text_and_e_mail_in_words_that_say_nothing_of_him(checks):
    check = checks()
    assert (check.by_text, check.standing, written("crisis_check")) == (True, Standing.WAITING, ["email", "sms"])
    with acting_as("delivery"):
        body = Message.objects.get(channel="sms").body
    assert body == (
        "Hi Stanley, Carl would like to know: are you all right? Press one button: {link} Or text YES, RING or STOP"
    )


def test_who_may_not_be_written_to_is_rung_and_carl_hears_that_somebody_is(cast, checks):
    with acting_as("seed"):
        Person.objects.update(safe_to_message="no")
    check = checks()
    assert (check.by_text, check.standing) == (False, Standing.RING)
    assert (written("crisis_check"), written("crisis_waits")) == ([], ["email"])


def test_who_had_enough_messages_this_week_is_rung(checks, settings):
    settings.MOST_MESSAGES_A_WEEK = 0
    assert checks().standing == Standing.RING


def test_who_is_on_the_list_is_not_asked_a_second_time(cast, snow, checks):
    checks()
    identify(cast.tess)
    actions.begin_round(snow, by_text=False, hours_to_answer=4, by=cast.tess, made=new_key())
    assert nobody_new(1)


def test_a_round_that_is_sent_twice_is_one_round(cast, snow, agreed, sign_in):
    tess = sign_in(cast.tess)
    key = tess.get(reverse("crisis_round")).context["form"]["key"].value()
    for _ in range(2):
        sent = {"key": key, "by_text": "1", "hours_to_answer": "4"}
        assert tess.post(reverse("crisis_round"), sent).status_code == 302
    with acting_as("seed"):
        assert (CrisisRound.objects.count(), CrisisCheck.objects.count()) == (1, 1)


# What he says


def test_opening_the_page_changes_nothing_and_pressing_one_button_is_an_answer(checks, client):
    checks()
    open_link(client)
    assert "Are you all right?" in client.get(reverse("crisis_reply")).text
    assert the_check().said == ""
    assert "good to hear" in press(client, answer="well").text
    check = the_check()
    assert (check.said, check.standing) == ("well", Standing.WELL)


def test_who_asks_to_be_rung_is_at_the_top_of_the_list_and_carl_is_told_at_once(checks, client):
    checks()
    press(client, answer="ring")
    look_in()
    check = the_check()
    assert (check.standing, check.told_at is None, written("crisis_waits")) == (Standing.RING, False, ["email"])


def test_his_words_are_read_by_a_named_human_and_words_of_danger_are_marked(cast, checks, client):
    checks()
    press(client, answer="well", words="I want to end my life")
    with acting_as("seed"):
        heard = Heard.objects.get()
        assert (heard.reader, heard.danger, the_check().said) == (cast.carl, True, "well")


def test_words_without_a_button_are_kept_on_the_page(checks, client):
    checks()
    page = press(client, words="No bread")
    assert (page.status_code, "No bread" in page.text, the_check().said) == (422, True, "")


@pytest.mark.parametrize(("text", "said"), [("Yes thanks", "well"), ("NO", "ring"), ("ring me", "ring")])
def test_a_text_that_can_mean_one_thing_only_is_an_answer(checks, text, said):
    checks()
    with acting_as("delivery"):
        Message.objects.update(state=State.SENT)
    take(Arrived("played", str(uuid.uuid4()), "447700900126", text))
    assert the_check().said == said


def test_where_another_question_is_open_a_text_is_read_by_a_human(checks, expected):
    checks()
    link = links.mint("attendance", expected.pk, [expected.referral_id, expected.pk], timezone.now() + timedelta(1))
    with acting_as("reminders"):
        messages.queue(
            recipient_key=expected.referral.person_id, cause="x", channel="sms", to="07700 900 126", link=link,
            template="did_you_go_discreet", context={"starts_at": timezone.now()}, about_id=expected.referral_id,
        )  # fmt: skip
    with acting_as("delivery"):
        Message.objects.update(state=State.SENT)
    take(Arrived("played", str(uuid.uuid4()), "447700900126", "yes"))
    with acting_as("seed"):
        assert (the_check().said, Heard.objects.get().text) == ("", "yes")


# The clock


def test_who_does_not_answer_is_rung_and_whom_nobody_reaches_the_lead_hears_of(cast, checks):
    checks()
    an_hour_past("answer_by")
    look_in()
    assert (the_check().standing, written("crisis_waits")) == (Standing.RING, ["email"])
    an_hour_past("lead_by")
    look_in()
    look_in()
    with acting_as("delivery"):
        told = Message.objects.filter(template="crisis_waits").order_by("created_at").values_list("to", flat=True)
        assert list(told) == [cast.carl.email, cast.tess.email]


def test_at_night_no_clock_runs(cast, snow, agreed, settings, monkeypatch):
    from datetime import datetime

    from connect.messaging import hours

    late = datetime(2026, 11, 23, 19, 30, tzinfo=hours.LONDON)
    monkeypatch.setattr(actions.timezone, "now", lambda: late)
    assert settings.QUIET_HOURS is True
    assert actions.soon() == datetime(2026, 11, 24, 9, tzinfo=hours.LONDON)


# What Carl finds out


def note(cast, check, said, *, words="", known=0):
    identify(cast.carl)
    return checking.note(check, said=said, way="phone", words=words, known=known, key=uuid.uuid4(), by=cast.carl)


def test_carl_works_through_the_list_and_comes_to_the_next(cast, checks, sign_in):
    check = checks(by_text=False)
    carl = sign_in(cast.carl)
    assert "07700 900 126" in carl.get(reverse("crisis_list")).text
    page = carl.get(reverse("crisis_check", args=[check.pk]))
    sent = {name: page.context["noting"][name].value() for name in ("key", "known")}
    done = carl.post(reverse("crisis_check", args=[check.pk]), sent | {"said": "well", "way": "phone"})
    assert (done.url, the_check().standing) == (reverse("crisis_list"), Standing.WELL)
    again = carl.post(reverse("crisis_check", args=[check.pk]), sent | {"said": "well", "way": "phone"})
    with acting_as("seed"):
        assert (again.status_code, CrisisSaid.objects.count()) == (302, 1)


def test_what_is_needed_stands_there_until_somebody_has_seen_to_it(cast, checks):
    check = note(cast, checks(by_text=False), "needs", words="No bread")
    assert check.standing == Standing.NEEDS
    check = checking.seen_to(check, words="Winnie brings some", known=1, key=uuid.uuid4(), by=cast.carl)
    assert check.standing == Standing.WELL


def test_something_needed_is_said_in_words(cast, checks, sign_in):
    check = checks(by_text=False)
    sent = {"key": uuid.uuid4(), "known": "0", "said": "needs", "way": "phone"}
    page = sign_in(cast.carl).post(reverse("crisis_check", args=[check.pk]), sent)
    assert (page.status_code, set(page.context["form"].errors)) == (422, {"words"})


def test_not_reached_stays_to_be_rung_and_is_no_contact_that_anybody_counts(cast, checks):
    check = checks(by_text=False)
    identify(cast.carl)
    before = ContactAttempt.objects.count()
    check = note(cast, check, "not_reached")
    assert (check.standing, check.tries, ContactAttempt.objects.count()) == (Standing.RING, 1, before)


def test_two_who_ring_at_once_lose_nothing(cast, checks, sign_in):
    check = checks(by_text=False)
    note(cast, check, "not_reached")
    sent = {"key": uuid.uuid4(), "known": "0", "said": "needs", "words": "No bread", "way": "phone"}
    page = sign_in(cast.tess).post(reverse("crisis_check", args=[check.pk]), sent)
    assert (page.status_code, "No bread" in page.text, the_check().said) == (422, True, "not_reached")


# A yes that is gone


@pytest.mark.parametrize("purpose", [Purpose.CRISIS, Purpose.CONTACT])
def test_a_yes_taken_back_ends_it_at_once(cast, checks, agreed, client, purpose):
    checks()
    open_link(client)
    identify(cast.carl)
    consenting.take_back(agreed, purpose=purpose, by=cast.carl)
    assert (written("crisis_check"), client.get(reverse("crisis_reply")).status_code) == ([], 410)
    identify(cast.tess)
    assert list(CrisisCheck.objects.of(cast.tess)) == []


def test_he_takes_it_back_himself_on_his_own_page(checks, agreed):
    checks()
    with acting_as("own_page", scope=[agreed.pk, agreed.person_id]):
        consenting.take_back(agreed, purpose=Purpose.CRISIS, by=None, how="online")
    assert (written("crisis_check"), the_check().ended_at is None) == ([], False)


def test_he_would_rather_not_and_says_so_to_carl_on_the_phone(cast, checks, sign_in):
    check = checks(by_text=False)
    sign_in(cast.carl).post(reverse("crisis_check", args=[check.pk]), {"do": "rather_not"})
    identify(cast.carl)
    last = Consent.objects.filter(purpose=Purpose.CRISIS).order_by("-number").first()
    assert (last.decision, last.how) == ("withdrawn", "phone")


def test_somebody_restricted_meanwhile_is_on_the_list_of_the_named_and_their_link_is_shut(cast, checks, agreed, client):
    checks()
    open_link(client)
    identify(cast.carl)
    restricting.restrict(agreed, why="abuse", by=cast.carl, owner=cast.carl)
    assert (written("crisis_check"), client.get(reverse("crisis_reply")).status_code) == ([], 404)
    identify(cast.tess)
    assert list(CrisisCheck.objects.all()) == list(CrisisCheck.objects.of(cast.tess))


def test_somebody_restricted_whom_tess_may_not_know_of_is_on_the_list_of_the_one_who_may(cast, snow, agreed):
    identify(cast.carl)
    restricting.restrict(agreed, why="abuse", by=cast.carl, owner=cast.carl)
    with acting_as("seed"):
        named = {one for row in Referral.objects.filter(pk=agreed.pk) for one in row.named}
        Referral.objects.filter(pk=agreed.pk).update(named=[cast.carl.pk])
    assert cast.carl.pk in named
    identify(cast.tess)
    row = actions.begin_round(snow, by_text=True, hours_to_answer=4, by=cast.tess, made=new_key())
    identify(cast.tess)
    assert (row.checks.count(), list(CrisisCheck.objects.all())) == (0, [])
    look_in()
    identify(cast.carl)
    assert [one.standing for one in CrisisCheck.objects.of(cast.carl)] == [Standing.RING]
    assert (written("crisis_check"), the_check().by_text) == ([], False)


# Who must see nothing


@pytest.mark.parametrize("who", ["cora", "nia", "rosa", "ravi", "vera", "colm", "dev"])
def test_whoever_does_not_have_him_in_hand_sees_no_row_and_no_page(cast, checks, sign_in, who):
    user, check = getattr(cast, who), checks()
    assert sign_in(user).get(reverse("crisis_check", args=[check.pk])).status_code == 404
    identify(user)
    assert (list(CrisisCheck.objects.all()), list(CrisisSaid.objects.all())) == ([], [])


def test_a_crisis_in_kelderby_is_none_of_farside_s(cast, snow, sign_in):
    assert "no buses" not in sign_in(cast.nia).get(reverse("crisis")).text
    identify(cast.nia)
    assert list(Crisis.objects.all()) == []


@pytest.mark.parametrize("who", ["carl", "tess", "cora", "nia"])
def test_the_two_walls_say_the_same_of_checks(cast, checks, who):
    checks()
    identify(getattr(cast, who))
    assert set(CrisisCheck.objects.all()) == set(CrisisCheck.objects.of(getattr(cast, who)))


def test_a_stranger_with_a_link_that_never_was_is_told_nothing(checks, client):
    checks()
    assert client.get(reverse("crisis_reply")).status_code == 410


def test_what_came_of_a_round_is_counted_for_those_who_see_the_people(cast, checks, client, sign_in):
    checks()
    press(client, answer="well")
    for who, told in (("tess", (1, 1, 0, 0)), ("carl", (1, 1, 0, 0)), ("cora", (0, 0, 0, 0))):
        ((_round, came),) = sign_in(getattr(cast, who)).get(reverse("crisis")).context["rounds"]
        assert (who, (came.asked, came.well, came.seen_to, came.open)) == (who, told)


# On other pages


def test_today_and_his_page_say_that_it_is_on_and_ordinary_work_stays_apart(cast, checks, sign_in, agreed):
    checks(by_text=False)
    carl = sign_in(cast.carl)
    today = carl.get(reverse("today")).text
    assert ("no buses" in today, "Crisis: to be rung now" in today) == (True, True)
    assert "Are they all right?" in carl.get(reverse("person", args=[agreed.pk])).text
    with acting_as("seed"):
        assert the_check().referral.next_step != ""


def test_the_list_asks_as_often_for_one_as_for_many(cast, checks, sign_in, django_assert_max_num_queries):
    check = checks(by_text=False)
    carl = sign_in(cast.carl)
    carl.get(reverse("crisis_list"))
    with django_assert_max_num_queries(40) as few:
        carl.get(reverse("crisis_list"))
    with acting_as("seed"):
        for _ in range(4):
            row = CrisisRound.objects.get(pk=check.round_id)
            row.pk, row.key = uuid.uuid4(), uuid.uuid4()
            row.save(force_insert=True)
            check.pk, check.round = uuid.uuid4(), row
            check.save(force_insert=True)
            check.round_id = row.pk
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert carl.get(reverse("crisis_list")).text.count("Ring and write down") == 5
