"""What a worker sends leaves once, is counted once, and is nobody's afterwards."""

import re
import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import texts
from connect.messaging.models import Message
from connect.people.models import Tenant
from directory.models import Signpost, Texted
from directory.sharing import actions, short

JEAN = "07700 900 123"


def form(**said):
    return {"key": uuid.uuid4(), "to": JEAN, "language": "en", **said}


def send(client, *services, **said):
    listed = short.write_all(each.pk for each in services)
    return client.post(f"{reverse('send')}?l={listed}", form(**said))


def outbox():
    with acting_as("delivery"):
        return list(Message.objects.order_by("created_at"))


def errors(answer):
    return re.findall(r'<p class="error"[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]+)', answer.content.decode())


def test_rosa_sends_a_listing_and_it_is_counted_without_the_person(cast, sign_in):
    answer = send(sign_in(cast.rosa), cast.lunch, area="KX2 4HD")
    assert answer["Location"] == cast.lunch.get_absolute_url()
    (message,), (row,) = outbox(), Signpost.objects.all()
    assert (message.to, message.channel) == ("07700900123", "sms")
    assert re.fullmatch(
        r"Rosa at Connect Kelderby sends you this, as you said: http://localhost:8000/s/[\w-]{22}/ No need to answer\.",
        message.body,
    )
    assert (row.service, row.how, row.by, row.organisation, row.area) == (
        cast.lunch, "text", cast.rosa, cast.homes, cast.ward,
    )  # fmt: skip
    with connection.cursor() as cursor:  # nowhere but in the outbox
        rows = cursor.execute("select row_to_json(t)::text from directory_signpost t").fetchall()
        rows += cursor.execute("select row_to_json(t)::text from directory_texted t").fetchall()
        rows += cursor.execute("select session_data from django_session").fetchall()
    assert [row for row in rows if "900123" in row[0] or "900 123" in row[0]] == []


def test_an_email_tells_what_when_and_where(cast, sign_in):
    send(sign_in(cast.rosa), cast.lunch, to="Jean@example.org")
    (message,) = outbox()
    body = message.body.replace("\xa0", " ")
    said = [
        "St Mark's lunch club",
        "Tuesdays, 12 to 2pm",
        "St Mark's hall",
        "£4.50",
        "Olive Byrne 01632 960 042",
        "116 123",
    ]
    assert ([each for each in said if each not in body], message.subject) == ([], "From Rosa, as you said")


def test_in_welsh_and_in_large_print(cast, sign_in):
    send(sign_in(cast.rosa), cast.lunch, language="cy", large="on")
    (message,) = outbox()
    assert message.body.startswith("Mae Rosa yn Connect Kelderby yn anfon hwn: ")
    assert "/?size=large " in message.body


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_text_fits_with_a_long_name_and_a_long_address(cast, sign_in, settings, language):
    settings.SITE_URL = "https://connect.kelderby-council.gov.uk"
    Tenant.objects.update(name="Kelderby Together", place="Kelderby and Farside")
    cast.rosa.name = "Bartholomew-Alexander Featherstonehaugh"
    cast.rosa.save()
    send(sign_in(cast.rosa), cast.lunch, large="on", language=language)
    (message,) = outbox()
    assert texts.is_gsm7(message.body)
    assert texts.size(message.body).length <= 160, message.body


def test_the_link_opens_the_listing_or_the_list_for_anybody(cast, sign_in, client, listing):
    choir = listing("Choir")
    rosa = sign_in(cast.rosa)
    send(rosa, cast.lunch, large="on")
    send(rosa, cast.lunch, choir, to="jean@example.org")
    links = [re.search(r"(/s/\S+)", message.body)[1] for message in outbox()]
    assert client.get(links[0])["Location"] == f"{cast.lunch.get_absolute_url()}?size=large"
    page = client.get(links[1], follow=True).content.decode()
    assert sorted(re.findall(r"<h2><a[^>]+><bdi>([^<]+)", page)) == ["Choir", "St Mark&#x27;s lunch club"]
    assert [client.get(f"/s/{wrong}/").status_code for wrong in ("x", "A" * 22, "é", short.write(cast.lunch.pk))] == [
        404
    ] * 4


def test_the_same_form_twice_is_sent_and_counted_once(cast, sign_in):
    rosa, key = sign_in(cast.rosa), uuid.uuid4()
    answers = [send(rosa, cast.lunch, key=key).status_code for _ in range(2)]
    assert (answers, len(outbox()), Signpost.objects.count(), Texted.objects.get().times) == ([302, 302], 1, 1, 1)


def test_three_a_day_to_a_number_however_it_is_written_and_whoever_sends(cast, sign_in, time_machine):
    time_machine.move_to("2026-11-24 10:00+00:00", tick=False)
    for who, number in (("rosa", JEAN), ("ravi", "+44 7700 900123"), ("carl", "0044-7700-900.123")):
        assert send(sign_in(getattr(cast, who)), cast.lunch, to=number).status_code == 302
    answer = send(sign_in(cast.dev), cast.lunch)
    assert errors(answer) == [
        "They have had three messages from here today. Send more tomorrow, or give it on paper"
    ]  # fmt: skip
    assert (JEAN in answer.content.decode(), len(outbox()), Signpost.objects.count()) == (True, 3, 3)
    time_machine.move_to("2026-11-25 10:00+00:00", tick=False)
    assert send(sign_in(cast.dev), cast.lunch).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_both_become_the_third(cast):
    for _ in range(2):
        sent(cast)
    gate, came = threading.Barrier(2), []

    def go():
        gate.wait()
        try:
            came.append(sent(cast) is not None)
        except actions.EnoughForToday:
            came.append(False)
        finally:
            connection.close()

    racers = [threading.Thread(target=go) for _ in range(2)]
    [each.start() for each in racers]
    [each.join() for each in racers]
    assert (sorted(came), Texted.objects.get().times, len(outbox())) == ([False, True], 3, 3)


def sent(cast, **said):
    given = {"channel": "sms", "to": "07700900123", "language": "en", "large": False, "area": None}
    return actions.send([cast.lunch], key=uuid.uuid4(), by=cast.rosa, **(given | said))


def test_at_night_it_waits_for_the_morning_and_the_page_says_so(cast, sign_in, settings, time_machine):
    settings.QUIET_HOURS = True
    time_machine.move_to("2026-11-24 22:30+00:00", tick=False)
    rosa = sign_in(cast.rosa)
    page = rosa.get(send(rosa, cast.lunch)["Location"]).content.decode()
    assert f"{outbox()[0].due_at:%d %H:%M}" == "25 09:00"
    assert "It leaves on Wednesday 25 November, 9am" in page


@pytest.mark.parametrize(
    "to", ["", "x", "01632 960 011", "07700", "999", "+33 6 12 34 56 78", "a@b", "jean@", "\x00@example.org", "7" * 300]
)
def test_what_no_text_reaches_is_said_beside_the_field(cast, sign_in, to):
    answer = send(sign_in(cast.rosa), cast.lunch, to=to)
    assert (answer.status_code, len(errors(answer)), outbox()) == (200, 1, [])


def test_an_area_nobody_knows_is_said_beside_the_field_and_nothing_typed_is_lost(cast, sign_in):
    answer = send(sign_in(cast.rosa), cast.lunch, area="Atlantis")
    assert (len(errors(answer)), JEAN in answer.content.decode(), outbox()) == (1, True, [])


def test_from_a_listing_the_whole_list_can_go_instead(cast, sign_in, listing):
    rosa, choir = sign_in(cast.rosa), listing("Choir")
    rosa.post(reverse("keep"), {"keep": [choir.pk, cast.lunch.pk]})
    page = rosa.get(f"{reverse('send')}?l={short.write(cast.lunch.pk)}").content.decode()
    assert "The whole of your list, 2 places" in page
    send(rosa, cast.lunch, what="list")
    assert {row.service for row in Signpost.objects.all()} == {choir, cast.lunch}


def test_nothing_to_send_leads_back_to_the_list(cast, sign_in):
    assert sign_in(cast.rosa).get(reverse("send"))["Location"] == "/shortlist/"


# --- handed over without a message


def hand(client, service, **said):
    said = {"key": uuid.uuid4(), "l": short.write(service.pk), "how": "told"} | said
    return client.post(reverse("handed"), said)


def test_one_tap_counts_what_was_handed_over(cast, sign_in):
    rosa, key = sign_in(cast.rosa), uuid.uuid4()
    hand(rosa, cast.lunch, key=key), hand(rosa, cast.lunch, key=key), hand(rosa, cast.lunch, how="print")
    assert sorted((row.how, row.by) for row in Signpost.objects.all()) == [("print", cast.rosa), ("told", cast.rosa)]


@pytest.mark.parametrize("wrong", [{"how": "text"}, {"how": ""}, {"key": "x"}, {"l": "x"}])
def test_a_tap_that_no_page_has_counts_nothing(cast, sign_in, wrong):
    assert (hand(sign_in(cast.rosa), cast.lunch, **wrong).status_code, Signpost.objects.count()) == (404, 0)


@pytest.mark.parametrize("who", ["colm", "vera"])
def test_colm_and_vera_send_nothing(cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert [send(client, cast.lunch).status_code, hand(client, cast.lunch).status_code] == [404, 404]
    assert (outbox(), Signpost.objects.count()) == ([], 0)


def test_a_stranger_is_asked_to_sign_in_and_nothing_is_sent(cast, client):
    assert (send(client, cast.lunch).status_code, hand(client, cast.lunch).status_code) == (403, 403)
    assert (outbox(), Signpost.objects.count()) == ([], 0)


def test_nia_sees_on_no_page_what_rosa_sent(cast, sign_in):
    send(sign_in(cast.rosa), cast.lunch)
    assert "900" not in re.sub(
        r"01632 960|key\" value=\"[^\"]+",
        "",
        sign_in(cast.nia).get(cast.lunch.get_absolute_url()).content.decode().partition("<main")[2],
    )


# --- what stays


@pytest.mark.parametrize(
    ("state", "days", "kept"),
    [
        ("sent", 0, True), ("sent", 2, False), ("cancelled", 2, False), ("queued", 4, True), ("sending", 4, True),
        ("failed", 2, True), ("failed", 4, False), ("unresolved", 2, True), ("unresolved", 4, False),
    ],
)  # fmt: skip
def test_once_it_has_left_or_come_too_late_nobody_can_say_to_whom(cast, time_machine, state, days, kept):
    time_machine.move_to("2026-11-24 10:00+00:00", tick=False)
    sent(cast)
    with acting_as("delivery"):
        Message.objects.update(state=state)
    time_machine.move_to(timezone.now() + timedelta(days=days), tick=False)
    assert actions.forget() == (not kept)
    assert [(each.to, bool(each.body)) for each in outbox()] == [("07700900123" if kept else "", kept)]
    assert Texted.objects.count() == (days < 2)


def test_the_mark_is_anothers_on_another_day(cast):
    assert (
        len({actions.mark(to, day) for to in ("07700900123", "07700900124") for day in ("2026-11-24", "2026-11-25")})
        == 4
    )
