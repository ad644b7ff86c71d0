"""Carl's day: accept, ring, choose, introduce; and those who may not."""

import threading

import pytest
from django.db import connection, transaction
from django.urls import reverse

from connect.audit.models import Access
from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Message
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.models import Connection, ContactAttempt, Occasion, Person, Referral
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def now_is(referral):
    with acting_as("seed"):
        found = Referral.objects.get(pk=referral.pk)
        return found.state, found.next_step


def key():
    return str(actions.new_key()["key"])


def test_in_the_queue_carl_sees_a_first_name_and_what_they_would_like(cast, sign_in):
    referral = mr_ames(cast)
    text = sign_in(cast.carl).get(reverse("person", args=[referral.pk])).content.decode()
    assert "Stanley" in text
    assert not [
        hidden
        for hidden in ("Ames", "07700", "KX2 4HD", "example.org")
        if hidden in text.split("<main")[1].split("</main")[0]
    ]


def test_who_accepts_sees_the_rest_and_owes_a_call(cast, sign_in):
    referral = mr_ames(cast)
    page = sign_in(cast.carl).post(reverse("accept", args=[referral.pk]), follow=True).content.decode()
    assert ("Stanley Ames" in page, "07700 900 126" in page) == (True, True)
    assert now_is(referral) == ("accepted", "ring")


def test_pressed_twice_it_is_accepted_once_and_cora_is_told_that_somebody_was_faster(cast, sign_in):
    referral, carl, cora = mr_ames(cast), sign_in(cast.carl), sign_in(cast.cora)
    for _ in range(2):
        assert carl.post(reverse("accept", args=[referral.pk]))["Location"] == reverse("person", args=[referral.pk])
    assert cora.post(reverse("accept", args=[referral.pk])).status_code == 404  # it has left her queue
    with acting_as("seed"):
        assert referral.events.filter(to="accepted").count() == 1


def test_what_goes_back_tells_the_worker_why_by_reference_and_on_her_page(cast, sign_in):
    referral = mr_ames(cast)
    sign_in(cast.carl).post(reverse("give_back", args=[referral.pk]), {"why": "not_reached"})
    with acting_as("delivery"):
        letter = Message.objects.get(recipient_key=cast.rosa.pk)
    assert (referral.reference in letter.body, "Stanley" in letter.subject + letter.body) == (True, False)
    assert "is there another number" in sign_in(cast.rosa).get(reverse("referral", args=[referral.pk])).content.decode()


def test_giving_back_without_a_reason_is_an_error_beside_the_field(cast, sign_in):
    referral = mr_ames(cast)
    page = sign_in(cast.carl).post(reverse("give_back", args=[referral.pk]), {})
    assert (page.status_code, "Choose a reason" in page.content.decode()) == (422, True)
    assert now_is(referral)[0] == "submitted"


def test_a_call_that_reached_somebody_moves_the_referral_on(cast, sign_in):
    referral, carl = mr_ames(cast), sign_in(cast.carl)
    carl.post(reverse("accept", args=[referral.pk]))
    missed = {"key": key(), "channel": "call", "reached": "no", "note": ""}
    carl.post(reverse("contact", args=[referral.pk]), missed)
    assert now_is(referral) == ("accepted", "ring")
    reached = {"key": key(), "channel": "call", "reached": "yes", "note": "Cheerful."}
    for _ in range(2):  # pressed twice
        carl.post(reverse("contact", args=[referral.pk]), reached)
    assert now_is(referral) == ("contacted", "choose")
    with acting_as("seed"):
        assert ContactAttempt.objects.count() == 2


def test_a_note_without_an_answer_keeps_the_sentence_that_was_typed(cast, sign_in, with_carl):
    page = sign_in(cast.carl).post(
        reverse("contact", args=[with_carl.pk]), {"key": key(), "channel": "call", "note": "Likes brass bands"}
    )
    text = page.content.decode()
    assert (page.status_code, "Say whether you reached them" in text, "Likes brass bands" in text) == (422, True, True)


def test_introduced_he_is_expected_at_the_next_lunch_and_hears_of_it(cast, sign_in, with_carl):
    carl = sign_in(cast.carl)
    page = carl.get(reverse("person", args=[with_carl.pk])).content.decode()
    assert "lunch club" in page
    for _ in range(2):
        carl.post(reverse("introduce", args=[with_carl.pk]), {"key": key(), "service": cast.lunch.pk})
    with acting_as("seed"):
        connection_, occasion = Connection.objects.get(), Occasion.objects.get()
        assert (connection_.state, occasion.starts_at.weekday(), occasion.known_as) == ("introduced", 1, "Stanley A")
    with acting_as("delivery"):
        told = set(Message.objects.exclude(template="word_back").values_list("template", "channel"))
    assert told == {("introduced_discreet", "sms"), ("introduced_discreet", "email"), ("expecting", "email")}
    assert now_is(with_carl) == ("active", "session")


def test_a_listing_without_a_day_cannot_be_introduced_to_and_says_so(cast, sign_in, with_carl):
    cast.lunch.schedules.all().delete()
    page = sign_in(cast.carl).post(
        reverse("introduce", args=[with_carl.pk]), {"key": key(), "service": cast.lunch.pk}, follow=True
    )
    assert "That listing says no day" in page.content.decode()
    with acting_as("seed"):
        assert Connection.objects.count() == 0


@pytest.mark.parametrize("name", ["contact", "introduce"])
def test_nothing_is_written_on_somebody_nobody_has_accepted(cast, sign_in, name):
    form = {"key": key(), "channel": "call", "reached": "yes", "service": cast.lunch.pk}
    referral = mr_ames(cast)
    assert sign_in(cast.carl).post(reverse(name, args=[referral.pk]), form).status_code == 404
    assert now_is(referral) == ("submitted", "decide")


def test_nobody_is_introduced_who_has_not_been_spoken_to(cast, sign_in):
    referral, carl = mr_ames(cast), sign_in(cast.carl)
    carl.post(reverse("accept", args=[referral.pk]))
    page = carl.post(reverse("introduce", args=[referral.pk]), {"key": key(), "service": cast.lunch.pk}, follow=True)
    assert "have not been spoken to yet" in page.content.decode()
    with acting_as("seed"):
        assert Connection.objects.count() == 0


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "colm", "vera", "dev"])
@pytest.mark.parametrize("name", ["contact", "introduce"])
def test_nobody_but_carl_and_his_lead_writes_on_his_people(cast, sign_in, with_carl, who, name):
    form = {"key": key(), "channel": "call", "reached": "yes", "note": "x", "service": cast.lunch.pk}
    assert sign_in(getattr(cast, who)).post(reverse(name, args=[with_carl.pk]), form).status_code == 404
    with acting_as("seed"):
        assert (ContactAttempt.objects.count(), Connection.objects.count()) == (1, 0)


@pytest.mark.parametrize("rows", [2, 12])
@pytest.mark.parametrize(
    ("who", "name", "queries"), [("carl", "caseload", 16), ("rosa", "referrals", 16), ("rosa", "api_referrals", 15)]
)
def test_a_list_asks_the_database_the_same_number_of_times_whatever_its_length(
    cast, sign_in, django_assert_num_queries, rows, who, name, queries
):
    with acting_as("seed"):
        for _ in range(rows):
            actions.accept(mr_ames(cast), by=cast.carl)
    client = sign_in(getattr(cast, who))
    client.get(reverse(name))
    with django_assert_num_queries(queries):
        client.get(reverse(name))


def test_every_look_at_a_person_is_written_down_in_the_pages_own_transaction(cast, sign_in, with_carl):
    sign_in(cast.carl).get(reverse("person", args=[with_carl.pk]))
    cast.carl.acting.role = "DPO"
    identify(cast.carl)
    looks = Access.objects.filter(person_ids__contains=[with_carl.person_id])
    assert list(looks.values_list("actor_id", "role", "page")) == [(cast.carl.pk, "CON", "person")]


def test_when_the_look_cannot_be_written_down_there_is_no_page(cast, sign_in, with_carl, monkeypatch):
    monkeypatch.setattr(Access.objects, "create", lambda **_kwargs: 1 / 0)
    assert sign_in(cast.carl).get(reverse("person", args=[with_carl.pk])).status_code == 500


def test_changes_to_a_person_are_kept_with_who_made_them(cast, with_carl):
    identify(cast.carl)
    Person.objects.filter(pk=with_carl.person_id).update(good_times="Mornings")
    kept = Person.history.rel.related_model.objects.order_by("pgh_id").values_list("good_times", flat=True)
    assert list(kept) == ["", "Mornings"]


@pytest.mark.django_db(transaction=True)
def test_six_connectors_claim_at_once_and_one_wins(cast):
    from tests.cast import person

    waiting = [mr_ames(cast) for _ in range(12)]
    won, start = [], threading.Barrier(6, timeout=20)

    def claim(user):
        for referral in waiting:
            start.wait()
            try:
                with transaction.atomic():
                    identify(user)
                    actions.accept(Referral.objects.get(pk=referral.pk), by=user)
                won.append(referral.pk)
            except (actions.SomebodyWasFaster, actions.CannotMove, Referral.DoesNotExist):
                pass
        connection.close()

    crowd = [person(f"C{n} Bee", "CON", cast.action, cast.team) for n in range(6)]
    threads = [threading.Thread(target=claim, args=[user]) for user in crowd]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    assert sorted(won) == sorted(referral.pk for referral in waiting)


def test_carl_looks_once_more_before_he_introduces_and_chooses_the_day(cast, sign_in, with_carl):
    carl, url = sign_in(cast.carl), reverse("introduce", args=[with_carl.pk])
    page = carl.get(url, {"service": cast.lunch.pk}).content.decode()
    assert ("Introduce Stanley to" in page, page.count('name="starts_at"')) == (True, 4)
    with acting_as("seed"):
        assert Connection.objects.count() == 0  # looking changes nothing
    second = introductions.coming(cast.lunch)[1].starts_at
    carl.post(url, {"key": key(), "service": cast.lunch.pk, "starts_at": second.isoformat()})
    with acting_as("seed"):
        assert Occasion.objects.get().starts_at == second


@pytest.mark.parametrize("chosen", ["2026-11-24", "tomorrow", "2031-01-01T12:00:00+00:00"])
def test_a_day_on_which_they_do_not_meet_is_an_error_in_words(cast, sign_in, with_carl, chosen):
    form = {"key": key(), "service": cast.lunch.pk, "starts_at": chosen}
    assert sign_in(cast.carl).post(reverse("introduce", args=[with_carl.pk]), form).status_code == 422
    with acting_as("seed"):
        assert Occasion.objects.count() == 0


def test_olive_hears_that_somebody_is_coming_and_finds_the_first_name_behind_the_link(cast, sign_in, client, expected):
    with acting_as("delivery"):
        letter = Message.objects.select_related("link").get(template="expecting")
    assert [word for word in ("Stanley", "Ames") if word in letter.subject + letter.body] == []
    page = client.get(reverse("link", args=[links.token(letter.link)]), follow=True).content.decode()
    assert ("Stanley A" in page, "Ames" in page, page.count('name="answer"')) == (True, False, 3)


def test_a_landline_gets_no_text_and_who_cannot_be_written_to_is_rung(cast, sign_in, with_carl):
    with acting_as("seed"):
        Person.objects.update(phone="01632960222", email="")
    form = {"key": key(), "service": cast.lunch.pk}
    page = sign_in(cast.carl).post(reverse("introduce", args=[with_carl.pk]), form, follow=True).content.decode()
    assert "ring them with the day" in page
    with acting_as("delivery"):
        assert not Message.objects.filter(recipient_key=with_carl.person_id).exists()


def test_finished_for_a_reason_nobody_is_expected_and_nothing_more_is_written(cast, sign_in, expected):
    carl = sign_in(cast.carl)
    carl.post(reverse("close", args=[expected.referral_id]), {"why": "declined"})
    assert now_is(expected.referral) == ("closed", "")
    with acting_as("seed"):
        assert Occasion.objects.get().called_off_at is not None
    with acting_as("delivery"):
        states = Message.objects.filter(recipient_key=expected.referral.person_id).values_list("state", flat=True)
        assert set(states) == {"cancelled"}


@pytest.mark.parametrize("name", ["accept", "contact", "take_back"])
def test_whoever_comes_by_the_address_of_a_button_is_led_to_the_person(cast, sign_in, with_carl, name):
    answer = sign_in(cast.carl).get(reverse(name, args=[with_carl.pk]))
    assert (answer.status_code, answer["Location"]) == (302, reverse("person", args=[with_carl.pk]))


def test_a_search_on_his_page_finds_other_groups_near_him(cast, sign_in, with_carl):
    page = sign_in(cast.carl).get(reverse("person", args=[with_carl.pk]), {"q": "lunch"}).content.decode()
    assert f"service={cast.lunch.pk}" in page
    nothing = sign_in(cast.carl).get(reverse("person", args=[with_carl.pk]), {"q": "\x00"})
    assert nothing.status_code == 200


def test_his_lead_sees_the_whole_teams_people(cast, sign_in, with_carl):
    assert "Stanley Ames" in sign_in(cast.tess).get(reverse("caseload")).content.decode()
