"""The tenant's own words: proposed by one, agreed to by another, and never what would give somebody away."""

import uuid
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from connect.identity import acting_as
from connect.messaging import messages
from connect.messaging.models import Message
from connect.messaging.wording import actions, checking, filling
from connect.messaging.wording.models import Decided, Wording
from connect.messaging.wording.slots import slot, slots

pytestmark = pytest.mark.django_db
SMS, MAIL = "reminder_discreet-sms-en", "reminder_discreet-email-en"
GOOD = "Hello {name}, see you tomorrow at {time}. Ring {connector} on {phone}"


def propose(client, key=SMS, words=GOOD, do="propose"):
    return client.post(reverse("wording", args=[key]), {"words": words, "do": do})


def decide(client, do="approve", key=SMS):
    waiting = Wording.objects.filter(state=Decided.WAITING).first()
    return client.post(reverse("wording_decide", args=[key]), {"wording": waiting.pk, "do": do, "why": "too short"})


def queued(template="reminder_discreet", channel="sms", **more):
    context = {
        "name": "Jean",
        "connector": "Carl",
        "phone": "01632 960 014",
        "starts_at": datetime(2026, 9, 30, 10, 30, tzinfo=UTC),
    }
    with acting_as("reminders"):
        return messages.queue(
            recipient_key=uuid.uuid4(), cause="c", channel=channel, to="07700 900 126", template=template,
            context=context | more,
        )  # fmt: skip


@pytest.mark.parametrize(("name", "status"), [("tess", 302), ("dora", 404), ("adam", 404), ("carl", 404), ("nia", 404),
                                              ("lena", 404), ("rosa", 404), ("colm", 404)])  # fmt: skip
def test_a_lead_proposes_and_nobody_else(cast, sign_in, name, status):
    assert propose(sign_in(getattr(cast, name))).status_code == status
    assert Wording.objects.count() == (status == 302)


@pytest.mark.parametrize(
    ("name", "used"), [("dora", True), ("adam", True), ("tess", False), ("carl", False), ("lena", False)]
)
def test_another_agrees_and_then_it_is_what_leaves(cast, sign_in, name, used):
    propose(sign_in(cast.tess))
    house = queued().body
    decide(sign_in(getattr(cast, name)))
    body = queued().body
    assert (body == "Hello Jean, see you tomorrow at 11:30am. Ring Carl on 01632 960 014") == used
    assert (body == house) == (not used)


def test_nobody_agrees_to_their_own(cast):
    words = actions.propose(slot(SMS), words=GOOD, by=cast.dora)
    with pytest.raises(actions.SamePerson):
        actions.approve(words, by=cast.dora)


def test_refused_the_old_words_stay_and_are_told_why(cast, sign_in):
    propose(sign_in(cast.tess))
    house = queued().body
    decide(sign_in(cast.dora), "refuse")
    assert (queued().body, Wording.objects.get().why) == (house, "too short")


def test_versions_are_kept_and_the_houses_own_words_come_back(cast, sign_in):
    tess, dora = sign_in(cast.tess), sign_in(cast.dora)
    house = queued().body
    for words in (GOOD, ""):
        propose(tess, words=words)
        decide(dora)
    assert queued().body == house
    assert list(Wording.objects.values_list("version", "state")) == [(2, "approved"), (1, "replaced")]


def test_newer_words_take_the_place_of_those_that_wait(cast, sign_in):
    tess, dora = sign_in(cast.tess), sign_in(cast.dora)
    propose(tess)
    old = Wording.objects.get()
    propose(tess, words=GOOD + ".")
    dora.post(reverse("wording_decide", args=[SMS]), {"wording": old.pk, "do": "approve"})
    assert set(Wording.objects.values_list("version", "state")) == {(1, "replaced"), (2, "waiting")}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Hi {name}, tomorrow at {time}", "{phone} has to stand in it"),
        (GOOD + " {place}", "There is no {place} here. Take it out"),
        (GOOD + " {secret}", "There is no {secret} here. Take it out"),
        (GOOD + " }", "A brace stands alone. Places are written like {name}"),
        (GOOD + " {% include 'x' %}", "A brace stands alone. Places are written like {name}"),
        (GOOD + " at the lunch club", "“club” would give something away on a screen that others can see"),
        (GOOD + " if you are lonely", "“lonel” would give something away on a screen that others can see"),
    ],
)
def test_what_may_not_be_sent_is_said_beside_the_field(cast, sign_in, words, said):
    page = propose(sign_in(cast.tess), words=words)
    assert page.status_code == 422
    assert said in page.context["form"].errors["words"]
    assert Wording.objects.count() == 0


def test_a_text_that_does_not_fit_is_refused_with_its_length(cast, sign_in):
    page = propose(
        sign_in(cast.tess),
        words=GOOD
        + " It will be good to see you there, and there is tea and cake for all of us once we are done with it.",
    )
    assert [one.endswith("and 160 fit into one text") for one in page.context["form"].errors["words"]] == [True]


def test_a_letter_outside_the_alphabet_of_texts_leaves_less_room():
    assert checking.wrong(slot(SMS), GOOD + " ŵ") == []
    assert checking.wrong(slot(SMS), GOOD + " ŵ" * 40) != []


def test_an_email_says_where_help_is_whatever_the_words_say(cast, sign_in):
    propose(sign_in(cast.tess), MAIL, GOOD)
    decide(sign_in(cast.dora), key=MAIL)
    body = queued(channel="email").body
    assert (body.count("116 123"), body.startswith("Hello Jean, see you")) == (1, True)


def test_a_subject_names_nobody():
    assert checking.wrong(slot("reminder_full-subject-en"), "See {name} at {place}") == [
        "There is no {name} here. Take it out", "There is no {place} here. Take it out",
    ]  # fmt: skip


def test_looking_changes_nothing(cast, sign_in):
    page = propose(sign_in(cast.tess), do="look")
    assert (page.status_code, Wording.objects.count()) == (200, 0)
    assert [one.name for one in page.context["shown"]] == list(checking.FICTIONAL)


def test_the_houses_own_words_keep_every_rule_that_ours_must():
    houses = {one.key: filling.house_words(one) for one in slots()}
    assert {key: checking.wrong(slot(key), words) for key, words in houses.items()} == {key: [] for key in houses}
    assert [key for key, words in houses.items() if not words] == []


@pytest.mark.parametrize("key", ["called_off-sms-cy", "word_back-email-en", "invitation-email-en"])
def test_every_message_has_its_page_with_the_houses_words_and_how_they_look(cast, sign_in, key):
    page = sign_in(cast.dora).get(reverse("wording", args=[key]))
    assert page.context["now"] == filling.house_words(slot(key))
    assert [one.name for one in page.context["shown"]] == list(checking.FICTIONAL)


def test_whoever_is_helped_has_each_of_their_messages_in_welsh_too():
    ours = [one for one in slots() if one.message.for_resident]
    assert {one.key for one in ours if one.language == "en"} == {
        one.key.removesuffix("cy") + "en" for one in ours if one.language == "cy"
    }
    same = [one for one in ours if one.language == "cy"
            if filling.house_words(one) == filling.house_words(slot(one.key.removesuffix("cy") + "en"))]  # fmt: skip
    assert same == []


def test_no_subject_can_name_a_person_or_where_they_go():
    places = {name for one in slots() if one.kind == "subject" for name in one.may}
    assert places == {"weekday", "connector", "reference", "month", "organisation"}


def drawn(key, words, **context):
    return filling.fill(slot(key), words, {"name": "Jean", "connector": "Carl", "phone": "01632 960 014"} | context)


def test_what_depends_on_what_happened_is_a_sentence_of_the_houses():
    off, at = datetime(2026, 9, 30, 10, 30, tzinfo=UTC), datetime(2026, 10, 7, 10, 30, tzinfo=UTC)
    words = "No {day}. {after} {phone}"
    told = {"starts_at": off, "after": at}
    assert drawn("called_off-sms-en", words, **told) == (
        "No Wednesday 30 September. Next: Wednesday 7 October. 01632 960 014"
    )
    assert drawn("called_off-sms-en", words, starts_at=off) == "No Wednesday 30 September. 01632 960 014"
    assert drawn("moved-sms-en", "Hi. {change}", starts_at=at, was=at, place="Hall") == (
        "Hi. Wednesday 7 October is in another place, Hall"
    )


def test_two_times_of_one_day_are_both_told_in_our_words_too():
    nine, two = (datetime(2026, 9, 30, hour, tzinfo=UTC) for hour in (8, 13))
    said = drawn(SMS, "Tomorrow at {time} {also}. {phone}", starts_at=nine, also=[(two, "")])
    assert said == "Tomorrow at 9am and at 2pm. 01632 960 014"


def test_a_held_place_says_until_which_hour():
    until = datetime(2026, 9, 30, 16, tzinfo=UTC)
    assert drawn("place_offer-sms-en", "Yes or no by {until}? {link}", until=until) == (
        "Yes or no by Wednesday 30 September, 5pm? {link}"
    )


def test_what_is_left_out_takes_its_comma_along():
    assert drawn("called_off-email-en", "{name}, {place}, is off. {phone}", place="").startswith("Jean, is off.")


def test_what_is_not_there_to_be_worded_is_not_found(cast, sign_in):
    keys = ("any", "own_code-sms-en", "concern_waits-email-en")
    tess = sign_in(cast.tess)
    assert [tess.get(reverse("wording", args=[key])).status_code for key in keys] == [404] * 3


def test_a_name_left_out_takes_its_space_along(cast, sign_in):
    propose(sign_in(cast.tess))
    decide(sign_in(cast.dora))
    assert queued(name="").body.startswith("Hello, see you")


def test_the_list_of_messages_is_the_leads_and_those_who_decide(cast, sign_in):
    told = {
        name: sign_in(getattr(cast, name)).get(reverse("wordings")).status_code
        for name in ("tess", "dora", "adam", "lena", "carl", "nia")
    }
    assert told == {"tess": 200, "dora": 200, "adam": 200, "lena": 404, "carl": 404, "nia": 404}


def test_no_queued_message_is_rewritten(cast, sign_in):
    row = queued()
    propose(sign_in(cast.tess))
    decide(sign_in(cast.dora))
    with acting_as("delivery"):
        assert Message.objects.get(pk=row.pk).body == row.body
