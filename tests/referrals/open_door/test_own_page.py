"""One's own page: a code to the safe channel, one hour, one referral; a stranger sees nothing, GET changes nothing."""

import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Link, Message
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.models import Person, Referral
from referrals.open_door import answering, own_actions
from referrals.open_door.models import Knock
from referrals.person import consenting
from referrals.safety.models import Heard
from tests.cast import mr_ames

from .conftest import answer, code_sent, outbox, without_tokens

pytestmark = pytest.mark.django_db
PHONE = "07700 900126"


@pytest.fixture(autouse=True)
def fresh_counts(settings):
    settings.QUIET_HOURS = False
    cache.clear()


@pytest.fixture
def ames(cast):
    return mr_ames(cast)


def knock(client, to=PHONE, **more):
    key = uuid.uuid4()
    client.post(reverse("ask_code"), {"key": str(key), "to": to, **more})
    answer()
    return key


def enter(client, key, code):
    return client.post(reverse("enter_code", args=[key]), {"code": code}, follow=True)


@pytest.fixture
def inside(ames, client):
    """Mr Ames, on his own page."""
    key = knock(client)
    enter(client, key, code_sent())
    return client


def row(referral):
    with acting_as("seed"):
        return Referral.objects.select_related("person").get(pk=referral.pk)


def story(referral):
    with acting_as("seed"):
        return [event.sentence for event in referral.events.order_by("at")]


def changed(**values):
    with acting_as("seed"):
        Person.objects.update(**values)


# ---------- the code ----------


@pytest.mark.parametrize("to", ["07700 900 126", "+44 7700 900126", "Ames@Example.org"])
def test_with_his_code_mr_ames_opens_his_page(ames, client, to):
    page = enter(client, knock(client, to), code_sent()).content.decode()
    assert ("Hello <bdi>Stanley</bdi>" in page, "We have what you sent" in page) == (True, True)


def test_known_or_not_the_page_says_the_same_and_looks_nobody_up(ames, client):
    keys, asked = [uuid.uuid4(), uuid.uuid4()], []
    for key, to in zip(keys, (PHONE, "07700 900999"), strict=True):
        client.post(reverse("ask_code"), {"key": str(key), "to": to})
        asked.append(client.get(reverse("enter_code", args=[key])).content.decode().replace(str(key), ""))
    assert (without_tokens(asked[0]) == without_tokens(asked[1]), outbox()) == (True, [])


def test_known_or_not_a_wrong_code_gets_the_same_answer_for_as_many_queries(ames, client):
    seen = []
    enter(client, knock(client, "07700 900998"), "000000")  # the hour's count begins
    for to in (PHONE, "07700 900999"):
        key = knock(client, to)
        with CaptureQueriesContext(connection) as queries:
            page = enter(client, key, "12345")
        seen.append((page.status_code, without_tokens(page.content.decode()).replace(str(key), ""), len(queries)))
    assert (seen[0] == seen[1], seen[0][0]) == (True, 422)


def test_a_code_opens_once(ames, client):
    key = knock(client)
    code = code_sent()
    assert enter(client, key, code).status_code == 200
    client.cookies.clear()
    assert enter(client, key, code).status_code == 422


def test_after_five_wrong_ones_the_right_one_is_wrong_too(ames, client):
    key = knock(client)
    code = code_sent()
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    assert {enter(client, key, wrong).status_code for _ in range(5)} == {422}
    assert enter(client, key, code).status_code == 422


def test_after_ten_minutes_it_opens_nothing(ames, client):
    key = knock(client)
    Link.objects.filter(purpose="own_code").update(expires_at=timezone.now())
    assert enter(client, key, code_sent()).status_code == 422


def test_the_code_of_one_knock_does_not_open_another(ames, client):
    code = (knock(client), code_sent())[1]
    other = knock(client, "07700 900999")
    assert (enter(client, other, code).status_code, enter(client, uuid.uuid4(), code).status_code) == (422, 422)


def test_the_code_stands_in_no_table(ames, client):
    knock(client)
    [message] = outbox(template="own_code")
    assert ("{code}" in message.body, code_sent() in message.body + message.subject) == (True, False)


def test_three_codes_a_day_and_no_more_whoever_asks(ames, client):
    for _ in range(5):
        knock(client)
    assert len(outbox(template="own_code")) == 3


@pytest.mark.parametrize(
    "values",
    [{"safe_to_message": "no"}, {"safe_to_message": "unsure"}, {"restricted": True}, {"phone": "01632 960 126"}],
)
def test_no_code_goes_where_a_message_is_not_safe(ames, client, values):
    changed(**values)
    for to in (PHONE, "01632 960 126", *(["ames@example.org"] if "phone" not in values else [])):
        knock(client, to)
    assert outbox() == []


def test_an_e_mail_may_be_safe_where_a_text_is_not(ames, client):
    changed(safe_to_message="no", safe_to_email="yes")
    knock(client)
    assert outbox(template="own_code") == []
    knock(client, "ames@example.org")
    assert [message.channel for message in outbox(template="own_code")] == ["email"]


def test_nor_to_somebody_who_took_back_their_yes(cast, ames, client):
    with acting_as("seed"):
        consenting.take_back(ames, purpose="contact", by=cast.carl)
    knock(client)
    assert outbox(template="own_code") == []


def test_at_night_no_code_leaves(ames, client, settings, monkeypatch):
    settings.QUIET_HOURS = True
    monkeypatch.setattr(answering.hours, "allowed", lambda moment: False)
    knock(client)
    assert outbox() == []


def test_two_who_share_a_phone_are_told_apart_by_first_name(cast, ames, client):
    other = mr_ames(cast)
    with acting_as("seed"):
        Person.objects.filter(pk=other.person_id).update(given_name="Maud", email="")
    assert (knock(client), outbox())[1] == []
    key = knock(client, first_name="maud")
    assert "Hello <bdi>Maud</bdi>" in enter(client, key, code_sent()).content.decode()


def test_somebody_who_asked_twice_gets_the_page_of_the_latest(cast, ames, client):
    later = mr_ames(cast)
    with acting_as("seed"):
        Person.objects.filter(pk=later.person_id).update(family_name="")
    key = knock(client)
    assert later.reference in enter(client, key, code_sent()).content.decode()


def test_a_knock_is_forgotten_after_a_day(ames, client):
    knock(client)
    with acting_as("clocks"):
        Knock.objects.update(asked_at=timezone.now() - timedelta(days=2))
        answering.forget_old()
        assert not Knock.objects.exists()


# ---------- who sees nothing ----------


def test_a_stranger_is_led_to_the_code_and_sees_nothing(ames, client):
    for name in ("own_page", "own_reach", "own_tell", "own_stop"):
        answered = client.get(reverse(name))
        assert (answered.status_code, answered["Location"]) == (302, reverse("ask_code"))
    assert {client.post(reverse(name)).status_code for name in ("own_ring", "own_yes", "own_stop", "own_leave")} == {
        410
    }
    assert story(ames) == ["Referred, with their yes."]


def test_what_was_written_when_the_hour_ended_is_shown_again(inside, client):
    Link.objects.filter(purpose="own_page").update(expires_at=timezone.now())
    page = client.post(reverse("own_tell"), {"words": "The stairs are too steep."})
    assert (page.status_code, "The stairs are too steep." in page.content.decode()) == (410, True)


def test_the_wall_shows_his_page_one_referral_and_nobody_else(cast, ames, inside):
    mr_ames(cast, by=cast.ravi)
    link = Link.objects.get(purpose="own_page")
    with acting_as("own_page", scope=link.scope):
        assert (Referral.objects.get(), Person.objects.get()) == (ames, ames.person)
        assert set(Message.objects.values_list("recipient_key", flat=True)) <= {ames.person_id}


def test_closed_it_stays_closed(inside):
    inside.post(reverse("own_leave"))
    assert inside.get(reverse("own_page")).status_code == 302


def test_looking_changes_nothing(ames, inside):
    before = (row(ames).__dict__ | {"_state": None, "_state_cache": None}, story(ames))
    for name in ("own_page", "own_reach", "own_tell", "own_stop"):
        assert inside.get(reverse(name)).status_code == 200
    assert [inside.get(reverse(name)).status_code for name in ("own_ring", "own_yes", "own_leave")] == [405] * 3
    after = (row(ames).__dict__ | {"_state": None, "_state_cache": None}, story(ames))
    assert after == before


# ---------- what it shows ----------


def test_it_names_the_organisations_that_looked_and_no_worker(cast, ames, inside, sign_in):
    sign_in(cast.carl).get(reverse("person", args=[ames.pk]))
    page = inside.get(reverse("own_page")).content.decode()
    looked = page.partition("Who has looked")[2].partition("</ul>")[0]
    assert ("Kelderby Action" in looked, "Carl" in looked, "Farside" in looked) == (True, False, False)


def test_it_shows_what_we_sent_but_no_code_and_no_link(ames, inside):
    with acting_as("seed"):
        Message.objects.create(
            recipient_key=ames.person_id, cause="x", channel="sms", to=PHONE, template="reminder_discreet",
            body="Hi Stanley, see you tomorrow {link}", due_at=timezone.now(), sent_at=timezone.now(), state="queued",
        )  # fmt: skip
    with acting_as("delivery"):
        Message.objects.update(state="sent", sent_at=timezone.now())
    page = inside.get(reverse("own_page")).content.decode().partition("What we sent you")[2]
    assert ("see you tomorrow …" in page, "is your code" in page) == (True, False)


def test_what_is_arranged_is_discreet_until_he_said_the_phone_is_his(cast, ames, inside):
    with acting_as("seed"):
        actions.accept(ames, by=cast.carl)
        said = {"channel": "call", "reached": True, "note": "", "by": cast.carl}
        actions.record_contact(ames, **said, made=actions.new_key())
        introductions.introduce(row(ames), service=cast.lunch, by=cast.carl, made=actions.new_key())
    page = inside.get(reverse("own_page")).content.decode()
    assert ("12 noon, as agreed" in page, "St Mark" in page) == (True, False)


# ---------- what it changes ----------


def test_he_takes_one_yes_back_and_nothing_that_rested_on_it_leaves(ames, inside):
    inside.post(reverse("own_yes"), {"yes": "tell_referrer:"})
    referral = row(ames)
    with acting_as("seed"):
        assert (referral.agreed_to("tell_referrer"), referral.agreed_to("contact")) == (False, True)


def test_he_asks_to_be_rung_and_a_human_with_a_name_has_it(cast, ames, inside, sign_in):
    with acting_as("seed"):
        actions.accept(ames, by=cast.carl)
    inside.post(reverse("own_ring"))
    assert (row(ames).next_step, row(ames).next_on) == ("ring_asked", timezone.localdate())
    assert "On their own page they asked to be rung." in story(ames)
    with acting_as("migration"):
        assert [heard.reader for heard in Heard.objects.select_related("reader").filter(door="own_page")] == [cast.carl]


def test_his_words_are_heard_once_however_often_they_are_sent(cast, ames, inside):
    words = {"key": str(uuid.uuid4()), "about": "wrong", "words": "My name is spelt with an e."}
    for _ in range(2):
        inside.post(reverse("own_tell"), words)
    assert story(ames).count("On their own page they said that something is wrong.") == 1
    with acting_as("migration"):
        assert Heard.objects.filter(door="own_page").count() == 1


def reach(client, **changes):
    page = client.get(reverse("own_reach")).context["form"]
    now = {name: page.initial[name] for name in (*page.FIELDS, "seen")}
    return client.post(reverse("own_reach"), now | changes)


def test_he_changes_how_we_reach_him_and_what_waits_goes_to_the_new_number(ames, inside):
    with acting_as("seed"):
        Message.objects.create(
            recipient_key=ames.person_id, cause="y", channel="sms", to=PHONE, template="x", body="x",
            due_at=timezone.now() + timedelta(days=1), about_id=ames.pk,
        )  # fmt: skip
    reach(inside, phone="07700 900 555", good_times="After ten")
    assert (row(ames).person.phone, row(ames).person.good_times) == ("07700900555", "After ten")
    assert [(message.state, message.to) for message in outbox(cause="y")] == [("queued", "07700900555")]


def test_no_longer_safe_means_that_nothing_more_leaves_by_any_way(ames, inside):
    changed(safe_to_email="yes")
    reach(inside, safe_to_message="no")
    assert row(ames).person.may_be_written_to is False
    assert outbox(state="queued") == []


def test_if_a_colleague_changed_it_meanwhile_both_are_shown_and_nothing_is_lost(ames, inside):
    form = inside.get(reverse("own_reach")).context["form"]
    mine = {name: form.initial[name] for name in (*form.FIELDS, "seen")} | {"good_times": "Evenings"}
    changed(good_times="Mornings")
    page = inside.post(reverse("own_reach"), mine)
    text = page.content.decode()
    assert (page.status_code, "Mornings" in text, "Evenings" in text) == (409, True, True)
    assert row(ames).person.good_times == "Mornings"


def test_he_stops_and_nobody_expects_him_or_writes_to_him_any_more(cast, ames, inside):
    inside.post(reverse("own_stop"), {"words": "My sister visits now."})
    referral = row(ames)
    assert (referral.state, referral.next_step, referral.next_on) == ("withdrawn", "", None)
    with acting_as("seed"):
        assert referral.agreed_to("contact") is False
    assert outbox(recipient_key=referral.person_id, state="queued") == []
    assert "You asked us to stop" in inside.get(reverse("own_page")).content.decode()


def test_the_first_yes_is_taken_back_on_the_page_that_says_what_it_means(ames, inside):
    answered = inside.post(reverse("own_yes"), {"yes": "contact:"})
    assert (answered["Location"], row(ames).state) == (reverse("own_stop"), "submitted")


def test_whoever_stops_is_expected_nowhere_and_the_group_hears_of_it(cast, expected):
    referral = expected.referral
    with acting_as("own_page", scope=[referral.pk, referral.person_id]):
        own_actions.stop(Referral.objects.select_related("person", "team__organisation").get(pk=referral.pk))
    assert [one.to for one in outbox(template="no_longer_expected")] == [cast.lunch.contact_email]
    assert row(referral).state == "withdrawn"


def test_what_a_colleague_writes_in_that_very_moment_is_not_written_over(ames):
    """The row is held and asked once more: the page had read it before the colleague was done."""
    with acting_as("seed"):
        stale = Referral.objects.select_related("person").get(pk=ames.pk)
        was = {"phone": stale.person.phone, "good_times": stale.person.good_times}
        Person.objects.filter(pk=stale.person_id).update(good_times="Mornings")
        with pytest.raises(own_actions.ChangedMeanwhile):
            own_actions.reach(stale, {"good_times": "Evenings"}, was=was)
