"""Two threads that never meet: with the worker who asked, with the organiser. First names; letters without content."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from referrals import actions as life
from referrals.models import Person, Referral
from referrals.person import consenting
from referrals.safety.models import Heard
from referrals.threads import actions, reading
from referrals.threads.models import Line
from tests.answers import taken_back
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
SECRET = "He keeps bees in the shed"


def write(client, name, referral, text, thread="team", **more):
    said = {"key": str(uuid.uuid4()), "text": text, "thread": thread} | more
    return client.post(reverse(name, args=[referral.pk]), said)


def lines(**conditions):
    with acting_as("seed"):
        return list(Line.objects.filter(**conditions).values_list("said_by", "text"))


def outbox(template):
    with acting_as("delivery"):
        return list(Message.objects.filter(template=template))


def connection_of(occasion):
    with acting_as("seed"):
        return type(occasion.connection).objects.select_related("service", "referral").get(pk=occasion.connection_id)


def test_rosa_writes_and_carl_answers(cast, with_carl, sign_in):
    assert write(sign_in(cast.rosa), "words_with_team", with_carl, "He was in hospital.").status_code == 302
    assert write(sign_in(cast.carl), "words", with_carl, "Thank you.", "referrer").status_code == 302
    assert lines() == [("referrer", "He was in hospital."), ("connector", "Thank you.")]


def test_both_are_told_that_something_was_written_and_not_what(cast, with_carl, sign_in):
    write(sign_in(cast.rosa), "words_with_team", with_carl, SECRET)
    write(sign_in(cast.carl), "words", with_carl, SECRET, "referrer")
    letters = outbox("words_inside")
    assert sorted(letter.to for letter in letters) == ["carl@example.org", "rosa@example.org"]
    for letter in letters:
        text = letter.subject + letter.body
        assert [word for word in ("bees", "Stanley", "Ames") if word in text] == []


def test_pressed_twice_it_is_there_once(cast, with_carl, sign_in):
    rosa, key = sign_in(cast.rosa), str(uuid.uuid4())
    for _ in range(2):
        write(rosa, "words_with_team", with_carl, "Once.", key=key)
    assert lines() == [("referrer", "Once.")]


def test_an_empty_message_says_so(cast, with_carl, sign_in):
    page = write(sign_in(cast.rosa), "words_with_team", with_carl, " ")
    assert (page.status_code, "Write something first" in page.content.decode()) == (422, True)


def test_what_a_worker_writes_waits_for_a_human_with_a_clock(cast, with_carl, sign_in):
    write(sign_in(cast.rosa), "words_with_team", with_carl, "He says he cannot go on.")
    with acting_as("seed"):
        assert [row.text for row in Heard.objects.all()] == ["He says he cannot go on."]


def test_what_is_unread_is_counted_until_somebody_says_that_they_have_read_it(cast, with_carl, sign_in):
    write(sign_in(cast.rosa), "words_with_team", with_carl, "He was in hospital.")
    carl = sign_in(cast.carl)
    assert "1 message, since" in carl.get(reverse("unread")).content.decode()
    assert "1 new" in carl.get(reverse("words", args=[with_carl.pk])).content.decode()
    assert "1 new" in carl.get(reverse("words", args=[with_carl.pk])).content.decode()  # opening changes nothing
    carl.post(reverse("words", args=[with_carl.pk]), {"do": "read", "thread": "referrer"})
    assert "All read" in carl.get(reverse("unread")).content.decode()


def test_without_his_yes_carl_may_not_write_how_it_goes_but_rosa_may_still_write(cast, with_carl, sign_in):
    with acting_as("seed"):
        taken_back("tell_referrer")
    page = write(sign_in(cast.carl), "words", with_carl, "He went!", "referrer")
    write(sign_in(cast.rosa), "words_with_team", with_carl, "He moved.")
    assert (page.status_code, lines()) == (422, [("referrer", "He moved.")])


def test_before_anybody_accepts_a_question_about_the_asking_may_be_put(cast, sign_in):
    new = mr_ames(cast)
    with acting_as("seed"):
        taken_back("tell_referrer")
    assert write(sign_in(cast.carl), "words", new, "Which floor?", "referrer").status_code == 302


def test_nothing_is_written_about_somebody_under_protection(cast, expected):
    connection = connection_of(expected)
    with acting_as("seed"):
        Person.objects.update(restricted=True)
        for call in (
            lambda made: actions.tell_referrer(connection.referral, text="a", by=cast.carl, made=made),
            lambda made: actions.tell_organiser(connection, text="a", by=cast.carl, made=made),
        ):
            with pytest.raises(actions.MayNotWrite):
                call(life.new_key())
    assert (lines(), outbox("words_inside"), outbox("words_outside")) == ([], [], [])


def test_nothing_is_written_to_an_organiser_after_his_yes_has_ended(cast, expected):
    connection = connection_of(expected)
    with acting_as("seed"):
        taken_back("contact")
        with pytest.raises(actions.MayNotWrite):
            actions.tell_organiser(connection, text="a", by=cast.carl, made=life.new_key())


@pytest.fixture
def with_olive(cast, expected, sign_in):
    """Carl has asked the organiser something; her link is open."""
    connection = connection_of(expected)
    write(sign_in(cast.carl), "words", connection.referral, "Is there a chair with arms?", str(connection.pk))
    return connection


def olive(client):
    link = Link.objects.filter(purpose="thread").latest("created_at")
    client.get(reverse("link", args=[links.token(link)]))
    return link


def test_the_organiser_reads_and_answers_by_her_link_with_a_first_name(with_olive, client):
    link = olive(client)
    page = client.get(reverse("organiser_words")).content.decode()
    assert ("This is about Stanley." in page, "Ames" in page, "chair with arms" in page) == (True, False, True)
    said = {"key": str(uuid.uuid4()), "link": str(link.pk), "text": "Yes, by the window."}
    assert client.post(reverse("organiser_words"), said).status_code == 302
    assert lines(side="organiser")[-1] == ("organiser", "Yes, by the window.")


def test_no_name_before_they_have_said_yes_to_the_group(cast, with_carl):
    with acting_as("seed"):
        from referrals.introductions import actions as introductions

        idea = introductions.suggest(with_carl, service=cast.lunch, by=cast.carl, made=life.new_key())
        assert actions.may_be_named(idea) == ""


def test_the_organisers_letter_says_nothing(with_olive):
    [letter] = outbox("words_outside")
    text = letter.subject + letter.body
    assert [word for word in ("chair", "Stanley", "lunch") if word in text] == []
    assert letter.to == "olive@example.org"


def test_her_link_ends_with_his_yes(cast, with_olive, client, sign_in):
    olive(client)
    with acting_as("seed"):
        consenting.take_back(with_olive.referral, purpose="contact", by=cast.carl)
    assert client.get(reverse("organiser_words")).status_code == 410


def test_rosa_never_sees_the_organisers_thread_on_the_page_or_in_the_table(cast, with_olive, sign_in):
    page = sign_in(cast.rosa).get(reverse("words_with_team", args=[with_olive.referral_id])).content.decode()
    assert ("chair" in page, sign_in(cast.rosa).get(reverse("words", args=[with_olive.referral_id])).status_code) == (
        False,
        404,
    )
    identify(cast.rosa)
    assert Line.objects.count() == 0


def test_the_organiser_never_sees_rosas_thread(cast, with_olive, sign_in):
    write(sign_in(cast.rosa), "words_with_team", with_olive.referral, SECRET)
    with acting_for([with_olive.referral_id, with_olive.pk]):
        assert {line.side for line in Line.objects.all()} == {"organiser"}


@pytest.mark.parametrize("who", ["nia", "ravi", "cora", "colm", "vera", "dev"])
def test_these_see_and_write_nothing(cast, with_olive, sign_in, who):
    write(sign_in(cast.rosa), "words_with_team", with_olive.referral, SECRET)
    client = sign_in(getattr(cast, who))
    codes = {
        client.get(reverse(name, args=[with_olive.referral_id])).status_code for name in ("words", "words_with_team")
    }
    identify(getattr(cast, who))
    assert (codes, Line.objects.count()) == ({404}, 0)


def test_nobody_writes_in_anothers_name(cast, with_olive):
    from django.db import transaction
    from django.db.utils import ProgrammingError

    identify(cast.rosa)
    for forged in (
        {"side": "referrer", "said_by": "connector", "by": cast.rosa},
        {"side": "referrer", "said_by": "referrer", "by": cast.carl},
        {"side": "organiser", "said_by": "connector", "by": cast.rosa, "connection_id": with_olive.pk},
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Line.objects.create(referral_id=with_olive.referral_id, text="x", **forged, **life.new_key())


@pytest.mark.parametrize("people", [1, 5])
def test_what_is_unread_is_asked_for_in_as_many_queries_however_much_there_is(
    cast, sign_in, django_assert_num_queries, people
):
    rosa, carl = sign_in(cast.rosa), sign_in(cast.carl)
    for _ in range(people):
        referral = mr_ames(cast)
        with acting_as("seed"):
            life.accept(referral, by=cast.carl)
        write(rosa, "words_with_team", Referral(pk=referral.pk), "Hello")
    carl.get(reverse("unread"))
    with django_assert_num_queries(11):
        page = carl.get(reverse("unread"))
    identify(cast.carl)
    assert (page.content.decode().count("1 message, since"), len(reading.waiting_for(cast.carl))) == (people, people)
