"""How was it: three plain answers and words if wanted; for those who work with the person, and nobody else."""

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link
from referrals.going import actions as going
from referrals.models import Connection, Heard, HowItWas, Occasion
from tests.cast import mr_ames
from tests.referrals.going.conftest import question

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(over, client):
    """Mr Ames has opened his link and pressed that he went."""
    client.get(reverse("link", args=[links.token(question())]), follow=True)
    client.post(reverse("reply"), {"link": question().pk, "answer": "went"})
    return over


def press(client, **said):
    form = {"link": question().pk, "key": uuid.uuid4(), "words": "", "answer": ""} | said
    return client.post(reverse("reply_how"), form, follow=True)


def kept():
    with acting_as("seed"):
        return list(HowItWas.objects.values_list("answer", flat=True))


def heard():
    with acting_as("seed"):
        return [(one.text, one.reader and one.reader.first_name, one.danger) for one in Heard.objects.order_by("at")]


def test_he_presses_good_and_only_carl_and_tess_read_it(asked, client, sign_in, cast):
    assert "Thank you, Stanley. Carl knows you went." in press(client, answer="good").content.decode()
    assert (kept(), heard()) == (["good"], [])
    for name, sees in {"carl": 1, "tess": 1, "cora": 0, "rosa": 0, "nia": 0, "colm": 0}.items():
        identify(getattr(cast, name))
        assert HowItWas.objects.count() == sees, name


def test_the_organisers_link_reads_none_of_it_and_writes_none(asked, client):
    press(client, answer="not_for_me")
    register = Link.objects.filter(purpose="register").latest("created_at")
    with acting_for(register.scope):
        assert (Occasion.objects.count(), HowItWas.objects.count()) == (1, 0)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            HowItWas.objects.bulk_create(
                [HowItWas(occasion=asked, referral=asked.referral, person_id=asked.referral.person_id, answer="good")]
            )


def test_his_words_go_to_carl_with_a_clock_and_words_of_danger_first(asked, client):
    press(client, answer="all_right", words="Somebody hit me on the way home.")
    assert (kept(), heard()) == (["all_right"], [("Somebody hit me on the way home.", "Carl", True)])


def test_made_one_with_another_since_he_is_still_who_was_asked(asked, client, cast):
    with acting_as("seed"):
        was, other = asked.connection.person_id, mr_ames(cast).person_id
        Connection.objects.filter(pk=asked.connection_id).update(person_id=other)
    press(client, answer="good", words="Lovely.")
    with acting_as("seed"):
        assert list(HowItWas.objects.values_list("answer", "person_id")) == [("good", was)]


def test_words_alone_will_do_and_nothing_at_all_is_an_error_in_words(asked, client):
    page = press(client)
    assert (page.status_code, "Press one of the three, or write a few words." in page.content.decode()) == (422, True)
    press(client, words="Too loud, but kind.")
    assert (kept(), [text for text, *_rest in heard()]) == ([""], ["Too loud, but kind."])


def test_what_was_too_long_is_still_there(asked, client):
    page = press(client, words="x" * 2001).content.decode()
    assert ("Please write a little less" in page, "x" * 2001 in page, kept()) == (True, True, [])


def test_pressed_twice_it_is_once_and_a_change_of_mind_stands_beside_it(asked, client):
    key = uuid.uuid4()
    for _ in range(2):
        press(client, answer="good", words="Lovely.", key=key)
    assert (kept(), len(heard())) == (["good"], 1)
    press(client, answer="good")
    press(client, answer="not_for_me")
    assert kept() == ["good", "not_for_me"]


def test_not_for_me_is_owed_an_ear_today(asked, client):
    press(client, answer="not_for_me")
    with acting_as("seed"):
        asked.referral.refresh_from_db()
    assert (asked.referral.next_step, asked.referral.next_on) == ("ask", timezone.localdate())


def test_opening_it_changes_nothing(asked, client):
    for _ in range(2):
        assert client.get(reverse("reply_how")).status_code == 200
    assert kept() == []


def test_he_would_rather_not_say_and_it_counts_for_nothing(over, client):
    client.get(reverse("link", args=[links.token(question())]), follow=True)
    page = client.post(reverse("reply"), {"link": question().pk, "answer": "rather_not"}, follow=True)
    with acting_as("seed"):
        now = Occasion.objects.get(pk=over.pk)
        assert ("That is fine." in page.content.decode(), now.verdict_words, now.confirmed) == (
            True, "Rather not say", "",
        )  # fmt: skip


def test_nothing_of_it_is_ever_changed(asked, client):
    press(client, answer="good")
    with acting_as("seed"), pytest.raises(DatabaseError), transaction.atomic():
        HowItWas.objects.update(answer="not_for_me")
    assert kept() == ["good"]


def test_carl_writes_down_what_he_was_told(cast, over):
    identify(cast.carl)
    going.note_how_it_was(over, answer="good", by=cast.carl)
    going.answer(over, said_by="organiser", answer="not", by=cast.carl, said_at=timezone.now() - timedelta(minutes=20))
    assert kept() == ["good"]
