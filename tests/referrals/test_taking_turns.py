"""Several at one moment, and things done twice: nothing is lost, nothing is made twice, nobody gets an error page."""

import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.models import Attendance, ContactAttempt, Occasion, Referral, ReferralEvent
from referrals.reminding import sweeping
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*presses):
    """Each press by a browser of its own, all at one moment; their statuses, sorted."""
    start, answers = threading.Barrier(len(presses), timeout=20), []

    def go(press):
        start.wait()
        answers.append(press().status_code)
        connection.close()

    threads = [threading.Thread(target=go, args=[press]) for press in presses]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    return sorted(answers)


def posting(client, url, data):
    """The same browser in several windows: its cookies, each in a client of its own."""

    def press():
        window = Client(raise_request_exception=False)
        window.cookies = client.cookies
        return window.post(url, data)

    return press


@pytest.fixture
def over(expected):
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.filter(pk=expected.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    with acting_as("reminders"):
        sweeping.ask_who_went()
    return expected


def test_of_four_who_press_accept_one_has_it_and_three_are_told(cast, sign_in):
    from tests.cast import person

    referral = mr_ames(cast)
    crowd = [sign_in(person(f"C{n} Bee", "CON", cast.action, cast.team)) for n in range(4)]
    assert at_once(*(posting(one, reverse("accept", args=[referral.pk]), {}) for one in crowd)) in (
        [302] * 4,
        [302, 302, 302, 404],  # who looked after it was gone
        [302, 302, 404, 404],
        [302, 404, 404, 404],
    )
    with acting_as("seed"):
        assert ReferralEvent.objects.filter(to="accepted").count() == 1


def test_i_went_pressed_in_four_windows_is_one_answer(over, client):
    link = Link.objects.get(purpose="attendance")
    client.get(reverse("link", args=[links.token(link)]))
    press = posting(client, reverse("reply"), {"link": str(link.pk), "answer": "went"})
    assert at_once(press, press, press, press) == [302] * 4
    with acting_as("seed"):
        assert (Attendance.objects.count(), ReferralEvent.objects.filter(kind="attendance").count()) == (1, 1)


def test_four_notes_at_one_moment_are_all_kept(cast, sign_in, with_carl):
    carl, url = sign_in(cast.carl), reverse("contact", args=[with_carl.pk])
    notes = [{"key": str(uuid.uuid4()), "channel": "call", "reached": "yes", "note": f"{n}"} for n in range(4)]
    assert at_once(*(posting(carl, url, note) for note in notes)) == [302] * 4
    with acting_as("seed"):
        assert ContactAttempt.objects.count() == 5


def test_the_same_note_over_the_api_is_the_same_answer_and_another_is_a_conflict(cast, sign_in, with_carl):
    carl, url = sign_in(cast.carl), reverse("api_contacts", args=[with_carl.pk])
    note = {"key": str(uuid.uuid4()), "channel": "call", "reached": "yes", "note": "Cheerful"}
    codes = [
        carl.post(url, body, content_type="application/json").status_code for body in (note, note, note | {"note": "x"})
    ]
    assert codes == [201, 201, 409]


@pytest.mark.parametrize("state", ["withdrawn", "closed", "paused"])
def test_what_has_ended_or_rests_is_not_taken_by_pressing_accept(cast, sign_in, with_carl, state):
    with acting_as("seed"):
        Referral.objects.update(state=state)
    sign_in(cast.tess).post(reverse("accept", args=[with_carl.pk]))
    with acting_as("seed"):
        assert Referral.objects.values_list("state", "connector__email").get() == (state, "carl@example.org")


def test_a_group_that_was_not_for_them_is_not_introduced_again_by_a_stale_page(cast, sign_in, with_carl):
    with acting_as("seed"):
        made = introductions.suggest(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
        introductions.step(made, to="not_for_them", by=cast.carl)
    form = {"key": str(uuid.uuid4()), "service": cast.lunch.pk}
    page = sign_in(cast.carl).post(reverse("introduce", args=[with_carl.pk]), form, follow=True)
    assert "Not introduced" in page.content.decode()
    with acting_as("seed"):
        assert Occasion.objects.count() == 0


def test_nia_may_refer_somebody_who_lives_where_another_team_serves(cast, sign_in, sent_form):
    nia = sign_in(cast.nia)
    receipt = nia.post(reverse("refer"), sent_form(), follow=True)
    assert (receipt.status_code, "hear in a line" in receipt.content.decode()) == (200, True)
    with acting_as("seed"):
        assert Referral.objects.get().team == cast.team
    assert "Stanley" not in nia.get(reverse("caseload")).content.decode()


def test_one_occasion_that_cannot_be_done_holds_up_nobody_else(cast, expected, monkeypatch):
    from referrals import telling

    other = mr_ames(cast)
    with acting_as("seed"):
        actions.accept(other, by=cast.carl)
        said = {"channel": "call", "reached": True, "note": ""}
        actions.record_contact(other, **said, by=cast.carl, made=actions.new_key())
        other.refresh_from_db()
        second = introductions.introduce(other, service=cast.lunch, by=cast.carl, made=actions.new_key())
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    asked, ask = [], telling.ask_the_person
    monkeypatch.setattr(
        telling, "ask_the_person", lambda one: ask(one) or asked.append(one.pk) if one.pk != expected.pk else 1 / 0
    )
    with acting_as("reminders"):
        sweeping.ask_who_went()
    assert asked == [second.pk]
