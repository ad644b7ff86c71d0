"""Behind a signed link: opening changes nothing, pressing does, and each link is for one thing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link, Message
from connect.walls import walled_tables
from referrals import actions
from referrals.models import Attendance, Occasion, Referral
from referrals.reminding import sweeping
from tests.answers import taken_back
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


@pytest.fixture
def over(expected):
    """The lunch was three hours ago, and everybody has been asked."""
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.filter(pk=expected.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    with acting_as("reminders"):
        sweeping.ask_who_went()
    with acting_as("seed"):
        return Occasion.objects.select_related("referral").get(pk=expected.pk)


def newest(purpose):
    """The organiser has two: that somebody is coming, and afterwards who came."""
    return Link.objects.filter(purpose=purpose).latest("created_at")


def opened(client, purpose):
    link = newest(purpose)
    return client.get(reverse("link", args=[links.token(link)]), follow=True)


def press(client, page, **answers):
    link = newest({"reply": "attendance", "register": "register"}[page])
    return client.post(reverse(page), {"link": link.pk, **answers}, follow=True)


def answers():
    with acting_as("seed"):
        return list(Attendance.objects.order_by("said_at").values_list("said_by", "answer"))


def all_rows():
    with acting_as("migration"), connection.cursor() as cursor:
        tables = [*sorted(walled_tables() - {"audit_access"}), "messaging_link", "django_session"]
        return [
            cursor.execute(f"select md5(string_agg(t::text, '|' order by t::text)) from {name} t").fetchone()
            for name in tables
        ]


@pytest.mark.parametrize("purpose", ["attendance", "register"])
def test_opening_the_link_changes_nothing_however_often_and_by_whatever(over, client, purpose):
    before, link = all_rows(), newest(purpose)
    for _ in range(2):
        assert opened(client, purpose).status_code == 200
        client.head(reverse("link", args=[links.token(link)]), follow=True)
    assert all_rows() == before


def test_mr_ames_presses_i_went_and_carl_and_rosa_know(cast, over, client, sign_in):
    opened(client, "attendance")
    page = press(client, "reply", answer="went").content.decode()
    assert ("Thank you, Stanley. How was it?" in page, "Carl knows you went." in page) == (True, True)
    assert answers() == [("person", "went")]
    carl = sign_in(cast.carl).get(reverse("person", args=[over.referral_id])).content.decode()
    assert "St Mark&#x27;s lunch club: Went, says the person." in carl
    rosa = sign_in(cast.rosa).get(reverse("referral", args=[over.referral_id])).content.decode()
    assert ("They went to something they chose." in rosa, "lunch club" in rosa) == (True, False)


def test_rosa_is_told_by_e_mail_once_with_a_reference_and_no_name(cast, over, client):
    opened(client, "attendance")
    for _ in range(2):
        press(client, "reply", answer="went")
    with acting_as("delivery"):
        letter = Message.objects.get(recipient_key=cast.rosa.pk, cause__startswith="went")
    text = letter.subject + letter.body
    assert [word for word in ("Stanley", "Ames", "Mark", "lunch") if word in text] == []
    assert over.referral.reference in letter.body


def test_without_their_yes_rosa_is_told_nothing(cast, over, client, sign_in):
    with acting_as("seed"):
        taken_back("tell_referrer")
    opened(client, "attendance")
    press(client, "reply", answer="went")
    with acting_as("delivery"):
        assert not Message.objects.filter(recipient_key=cast.rosa.pk, cause__startswith="went").exists()
    text = sign_in(cast.rosa).get(reverse("referral", args=[over.referral_id])).content.decode()
    assert ("With a connector" in text, "went" in text) == (True, False)


def test_two_who_differ_are_both_kept(cast, over, client, sign_in):
    opened(client, "attendance")
    press(client, "reply", answer="went")
    opened(client, "register")
    press(client, "register", **{f"came-{over.pk}": "not"})
    assert answers() == [("person", "went"), ("organiser", "not")]
    assert "Both are kept" in sign_in(cast.carl).get(reverse("person", args=[over.referral_id])).content.decode()


def test_an_answer_can_be_changed_and_the_first_stays_on_record(over, client):
    opened(client, "attendance")
    for said in ("not", "not", "went"):
        press(client, "reply", answer=said)
    assert answers() == [("person", "not"), ("person", "went")]


def test_pressing_nothing_is_an_error_in_words(over, client):
    opened(client, "attendance")
    page = press(client, "reply")
    assert (page.status_code, "Press one of the four." in page.content.decode(), answers()) == (422, True, [])


def test_discreet_the_page_names_neither_group_nor_place(over, client):
    text = opened(client, "attendance").content.decode()
    assert "Hello Stanley. Did you go, as agreed?" in text
    assert [word for word in ("lunch", "Mark") if word in text] == []


def test_who_was_written_to_in_welsh_is_greeted_in_welsh(over, client):
    Link.objects.filter(purpose="attendance").update(language="cy")
    text = opened(client, "attendance").content.decode()
    assert ('<html lang="cy">' in text, "Hello Stanley" in text) == (True, False)


def test_full_it_names_both_because_he_said_it_may(cast, over, client):
    Link.objects.filter(purpose="attendance").update(discreet=False)
    assert "Did you get to St Mark" in opened(client, "attendance").content.decode()


def test_olive_sees_a_first_name_and_an_initial_and_nobody_else_of_ours(cast, over, client):
    text = opened(client, "register").content.decode()
    assert ("Stanley A" in text, "Ames" in text, "07700" in text) == (True, False, False)


def test_a_register_answers_for_nobody_who_is_not_on_it(cast, over, client):
    other = mr_ames(cast)
    opened(client, "register")
    press(client, "register", **{f"came-{other.pk}": "went"})
    assert answers() == []


@pytest.mark.parametrize("change", [{"revoked_at": timezone.now()}, {"expires_at": timezone.now()}])
def test_a_link_that_is_over_opens_nothing_even_for_who_has_its_cookie(over, client, change):
    opened(client, "attendance")
    Link.objects.filter(purpose="attendance").update(**change)
    assert press(client, "reply", answer="went").status_code == 410
    assert (opened(client, "attendance").status_code, answers()) == (410, [])


def test_the_persons_link_is_not_the_organisers(over, client):
    opened(client, "attendance")
    assert client.get(reverse("register")).status_code == 410


def test_without_a_link_the_page_is_gone(client, cast):
    assert client.get(reverse("reply")).status_code == 410


def test_nobody_answers_before_it_has_begun(cast, expected, client):
    from referrals.going import actions as going

    with acting_as("seed"), pytest.raises(going.TooEarly):
        going.answer(expected, said_by="person", answer="went")
    assert Referral.objects.count() == 0


def test_who_asks_to_be_rung_is_rung_whatever_the_register_says(over, client, sign_in, cast):
    opened(client, "attendance")
    press(client, "reply", answer="ring")
    opened(client, "register")
    press(client, "register", **{f"came-{over.pk}": "went"})
    assert "Ring them: they asked you to" in sign_in(cast.carl).get(reverse("caseload")).content.decode()
    with acting_as("seed"):
        said = {"channel": "call", "reached": True, "note": ""}
        actions.record_contact(over.referral, **said, by=cast.carl, made=actions.new_key())
        over.referral.refresh_from_db()
        assert over.referral.next_step == "review"


def test_when_answers_differ_rosa_is_told_one_settled_line(cast, over, client, settings):
    settings.WORD_SETTLES_SECONDS = 3600
    opened(client, "attendance")
    for said in ("went", "not", "went"):
        press(client, "reply", answer=said)
    opened(client, "register")
    press(client, "register", **{f"came-{over.pk}": "not"})
    with acting_as("delivery"):
        rows = Message.objects.filter(recipient_key=cast.rosa.pk)
        waiting = [message.body for message in rows.filter(state="queued")]
    assert [("There is news" in body, over.referral.reference in body) for body in waiting] == [(True, True)]


def test_an_old_link_says_what_was_answered(over, client):
    opened(client, "attendance")
    press(client, "reply", answer="went")
    assert "You told us: yes, I went." in opened(client, "attendance").content.decode()
