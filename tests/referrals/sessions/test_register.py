"""The register: by link until seventy-two hours after, on paper, keyed in on one screen; and that a session is off."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from directory.models import Capacity
from referrals.models import Attendance, Heard, Noted, Occasion, SessionOff, Sheet
from referrals.reminding import sweeping
from referrals.sessions import sweeping as around
from referrals.states import Step
from tests.referrals.sessions.conftest import pulse

pytestmark = pytest.mark.django_db


@pytest.fixture
def lunch(now, cast, newcomer):
    """Jean and Ken are expected tomorrow; Cora’s Lowri too."""
    found = [newcomer(name, state=Step.INTRODUCED).occasions.first for name in ("Jean", "Ken")]
    found.append(newcomer("Lowri", by=cast.cora, state=Step.INTRODUCED).occasions.first)
    with acting_as("seed"):
        return [first() for first in found]


@pytest.fixture
def over(lunch, now):
    """It was three hours ago, and Olive was asked."""
    now.move_to(lunch[0].ends_at + timedelta(hours=3))
    with acting_as("reminders"):
        sweeping.ask_who_went()
    return lunch


def opened(client):
    with acting_as("reminders"):
        around.tell_of_tomorrow()
    link = Link.objects.filter(purpose="register").latest("created_at")
    client.get(reverse("link", args=[links.token(link)]), follow=True)
    return link


def page(client, name="register", **more):
    return client.get(reverse(name), **more).content.decode()


def key_of(client, url=None):
    return client.get(url or reverse("register")).context["form"]["key"].value()


def counts():
    with acting_as("migration"):
        return [one.objects.count() for one in (Attendance, Noted, Sheet, Heard)]


def test_fee_transport_how_many_and_words_are_taken_in_once_however_often_it_is_pressed(over, client):
    link, jean = opened(client), over[0]
    sent = {
        "link": link.pk, "key": key_of(client), f"came-{jean.pk}": "went", f"fee-{jean.pk}": "paid",
        f"way-{jean.pk}": "brought", "altogether": "14", "free": "2", "words": "She laughed a lot.",
    }  # fmt: skip
    for _ in range(3):
        assert client.post(reverse("register"), sent).status_code == 302
    assert counts() == [1, 1, 1, 1]
    with acting_as("seed"):
        assert (Sheet.objects.get().altogether, Noted.objects.get().fee) == (14, "paid")
        assert Heard.objects.get().text == "She laughed a lot."
    assert Capacity.objects.latest("said_at").available == 2


def test_a_sheet_is_seen_by_those_with_somebody_on_its_register(over, client, cast, newcomer):
    sent = {"link": opened(client).pk, "key": key_of(client), f"came-{over[0].pk}": "went", "altogether": "14"}
    client.post(reverse("register"), sent)
    seen = {}
    for name in ("carl", "cora", "tess", "nia", "rosa", "vera"):
        identify(getattr(cast, name))
        seen[name] = Sheet.objects.count()
    assert seen == {"carl": 1, "cora": 1, "tess": 1, "nia": 0, "rosa": 0, "vera": 0}


def test_with_somebody_at_another_session_one_does_not_see_the_sheet_of_this(over, client, cast):
    sent = {"link": opened(client).pk, "key": key_of(client), f"came-{over[0].pk}": "went", "altogether": "14"}
    client.post(reverse("register"), sent)
    with acting_as("seed"):
        Occasion.objects.filter(pk=over[2].pk).update(register_id=uuid4())
    identify(cast.cora)
    assert (Occasion.objects.count(), Sheet.objects.count()) == (1, 0)


def test_a_part_is_enough_and_the_rest_may_follow(over, client):
    link = opened(client)
    for one, said in ((over[0], "went"), (over[1], "not")):
        client.post(reverse("register"), {"link": link.pk, "key": key_of(client), f"came-{one.pk}": said})
    with acting_as("seed"):
        assert set(Attendance.objects.values_list("occasion", "answer")) == {(over[0].pk, "went"), (over[1].pk, "not")}
    assert page(client).count("checked") == 2


def test_a_number_that_is_none_is_said_beside_it_and_nothing_is_lost(over, client):
    link = opened(client)
    sent = {"link": link.pk, "key": key_of(client), f"came-{over[0].pk}": "went", "altogether": "many", "words": "Kind"}
    answer = client.post(reverse("register"), sent)
    text = answer.content.decode()
    assert (answer.status_code, "Give a number, like 12" in text, "Kind" in text, counts()[0]) == (422, True, True, 0)


def test_until_seventy_two_hours_after_and_then_it_says_whom_to_ring(over, client, now):
    link = Link.objects.filter(purpose="register").latest("created_at")
    now.move_to(over[0].ends_at + timedelta(hours=71, minutes=59))
    assert client.get(reverse("link", args=[links.token(link)]), follow=True).status_code == 200
    now.move_to(over[0].ends_at + timedelta(hours=72, minutes=1))
    answer = client.get(reverse("link", args=[links.token(link)]), follow=True)
    text = answer.content.decode()
    assert (answer.status_code, "This register is closed" in text, "01632 960 014" in text) == (410, True, True)
    assert [name for name in ("Jean", "lunch") if name in text] == []
    Link.objects.update(revoked_at=timezone.now())
    text = client.get(reverse("link", args=[links.token(link)]), follow=True).content.decode()
    assert "This link has done its work" in text


def test_the_sheet_to_print_has_the_names_of_the_link_and_no_more(over, client):
    opened(client)
    text = page(client, "register_print")
    assert ([name in text for name in ("Jean A", "Ken A", "Lowri A", "Ames", "07700")]) == [True] * 3 + [False] * 2
    assert text.count('class="tickbox"') == 9


def test_calling_off_is_asked_once_more_and_no_get_does_it(lunch, client):
    link = opened(client)
    for name in ("register", "register_off", "register_print"):
        page(client, name)
    with acting_as("seed"):
        assert SessionOff.objects.count() == 0
    assert "Call off Tuesday 24 November?" in page(client, "register_off")
    client.post(reverse("register_off"), {"link": link.pk, "words": "The boiler."})
    assert "Tuesday 24 November is called off" in page(client)


def test_all_who_were_expected_are_told_once_also_those_of_other_teams(lunch, client, cast, sign_in):
    link = opened(client)
    with acting_as("seed"):
        lunch[1].referral.person.__class__.objects.filter(given_name="Ken").update(safe_to_message="no")
    client.post(reverse("register_off"), {"link": link.pk, "words": ""})
    for _ in range(2):
        pulse()
    with acting_as("seed"):
        assert {one.called_off_why for one in Occasion.objects.all()} == {"organiser"}
        ken = Occasion.objects.select_related("referral").get(known_as="Ken A").referral
        assert ken.next_step == "ring"
    with acting_as("delivery"):
        told = Message.objects.filter(template="called_off", channel="sms")
        assert sorted(one.body.split(",")[0] for one in told) == ["Hi Jean", "Hi Lowri"]
    assert "The group called it off" in sign_in(cast.carl).get(reverse("person", args=[ken.pk])).content.decode()
    with acting_as("seed"):  # and no introduction to that day is made any more
        from referrals.sessions import places

        assert places.off(cast.lunch) == {lunch[0].starts_at}


def test_a_session_that_did_not_take_place_asks_nobody_whether_they_went(lunch, client, now):
    link = opened(client)
    now.move_to(lunch[0].starts_at + timedelta(minutes=30))
    client.post(reverse("register_off"), {"link": link.pk, "words": ""})
    pulse()
    now.move_to(lunch[0].ends_at + timedelta(hours=3))
    with acting_as("reminders"):
        assert sweeping.ask_who_went() == 0
    with acting_as("delivery"):
        assert not Message.objects.filter(template="called_off").exists()


def test_carl_keys_in_the_paper_on_one_screen_as_the_organisers_word(over, cast, sign_in):
    carl, jean = sign_in(cast.carl), over[0]
    url = reverse("key_in", args=[jean.register_id])
    text = carl.get(url).content.decode()
    assert ("Jean A" in text, "Lowri A" in text) == (True, False)
    sent = {"key": key_of(carl, url), f"came-{jean.pk}": "went", f"fee-{jean.pk}": "asked", "altogether": "9"}
    for _ in range(2):
        carl.post(url, sent)
    with acting_as("seed"):
        said = Attendance.objects.get()
        assert (said.said_by, said.by, Sheet.objects.get().by) == ("organiser", cast.carl, cast.carl)


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "colm"])
def test_who_holds_none_of_them_finds_no_such_register(now, cast, newcomer, sign_in, who):
    connection = newcomer("Jean", state=Step.INTRODUCED)
    with acting_as("seed"):
        occasion = connection.occasions.get()
    them = sign_in(getattr(cast, who))
    codes = [
        them.get(reverse("key_in", args=[occasion.register_id])).status_code,
        them.get(reverse("key_in_print", args=[occasion.register_id])).status_code,
        them.post(reverse("call_off", args=[occasion.referral_id, occasion.pk]), {"why": "person"}).status_code,
        them.post(reverse("wait", args=[occasion.referral_id]), {"what": "join"}).status_code,
    ]
    assert codes == [404] * 4
    for name in ("session_list", "places_waited_for"):
        assert "Jean" not in them.get(reverse(name)).content.decode()


def test_the_second_wall_says_the_same(now, cast, newcomer):
    from referrals.models import Wait
    from referrals.sessions import actions

    with acting_as("seed"):
        actions.wait_for(newcomer("Jean"), by=cast.carl)
        newcomer("Ken", state=Step.INTRODUCED)
    seen = {}
    for name in ("carl", "tess", "cora", "nia", "rosa"):
        identify(getattr(cast, name))
        seen[name] = Wait.objects.count()
    assert seen == {"carl": 1, "tess": 1, "cora": 0, "nia": 0, "rosa": 0}


def test_carl_calls_off_a_day_because_she_cannot_and_olive_hears_it(lunch, cast, sign_in):
    jean = lunch[0]
    sign_in(cast.carl).post(reverse("call_off", args=[jean.referral_id, jean.pk]), {"why": "person"})
    with acting_as("seed"):
        now = Occasion.objects.select_related("referral").get(pk=jean.pk)
        assert (now.called_off_why, now.called_off_by, now.referral.next_step) == ("person", cast.carl, "ring")
    with acting_as("delivery"):
        assert Message.objects.filter(template="not_coming").count() == 1
        assert not Message.objects.filter(template="called_off").exists()


def test_both_lists_ask_as_much_of_one_as_of_three(now, cast, newcomer, sign_in, django_assert_num_queries):
    from django.db import connection as database
    from django.test.utils import CaptureQueriesContext

    from referrals.sessions import actions

    carl, asked = sign_in(cast.carl), []
    for names in (("Jean",), ("Ken", "Maud")):
        for name in names:
            newcomer(name, state=Step.INTRODUCED)
            with acting_as("seed"):
                actions.wait_for(newcomer(f"{name}a"), by=cast.carl)
        for name in ("session_list", "places_waited_for"):
            with CaptureQueriesContext(
                database,
            ) as found:
                assert carl.get(reverse(name)).status_code == 200
            asked.append(len(found))
    assert asked[:2] == asked[2:]


def test_the_organiser_hears_once_the_day_before_who_comes_behind_a_link(lunch):
    with acting_as("reminders"):
        assert (around.tell_of_tomorrow(), around.tell_of_tomorrow()) == (1, 0)
    with acting_as("delivery"):
        letter = Message.objects.get(template="coming_up")
    assert ("Jean" in letter.subject + letter.body, letter.to) == (False, "olive@example.org")


def test_carl_says_for_the_organiser_that_it_is_off_and_his_word_stands_beside_it(lunch, cast, sign_in):
    url = reverse("session_off", args=[lunch[0].register_id])
    carl = sign_in(cast.carl)
    assert "Call off Tuesday 24 November?" in carl.get(url).content.decode()
    carl.post(url, {"words": "She rang."})
    pulse()
    with acting_as("seed"):
        assert (SessionOff.objects.get().by, Occasion.objects.filter(called_off_at=None).count()) == (cast.carl, 0)


def test_room_is_told_to_carl_before_he_introduces_and_to_nobody_outside(now, cast, room, newcomer, sign_in, client):
    from referrals.sessions import actions

    room(0)
    with acting_as("seed"):
        actions.wait_for(newcomer("Jean"), by=cast.cora)
        ken = newcomer("Ken").referral_id
    page = sign_in(cast.carl).get(reverse("introduce", args=[ken]), {"service": cast.lunch.pk}).content.decode()
    assert "It is full: whoever says yes waits for a place. 1 person waits already." in page
    assert "waits already" not in client.get(cast.lunch.get_absolute_url()).content.decode()
