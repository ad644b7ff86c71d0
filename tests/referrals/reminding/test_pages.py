"""The table under Running it with its off-switches, and the messages that may not have arrived."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import Access, RightsChange
from connect.identity import acting_as, identify
from connect.messaging import messages
from connect.messaging.models import Message
from connect.messaging.states import Note, State
from connect.messaging.switching.models import SwitchedOff
from referrals.caseload import today
from referrals.models import Referral
from referrals.reminding import demo
from tests.cast import mr_ames
from tests.conftest import prove

pytestmark = pytest.mark.django_db


def lost(referral, template="reminder_discreet", to=None, state=State.UNRESOLVED, note=Note.CANNOT_ASK):
    """A message about this referral of which nobody knows whether it arrived."""
    context = {"name": "", "connector": "Carl", "phone": "", "starts_at": timezone.now(), "reference": "C-1"}
    with acting_as("reminders"):
        one = messages.queue(
            recipient_key=to or referral.person_id, cause=str(uuid.uuid4()), channel="email", to="x@example.org",
            template=template, context=context, about_id=referral.pk,
        )  # fmt: skip
    with acting_as("delivery"):
        Message.objects.filter(pk=one.pk).update(state=state, note=note)
    return one


def state_of(message):
    with acting_as("delivery"):
        return Message.objects.values_list("seen_to_how", "seen_to_by_name").get(pk=message.pk)


# ---------- what may not have arrived ----------


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("carl", (200, 1)),
        ("tess", (200, 1)),
        ("cora", (200, 0)),
        ("nia", (200, 0)),
        ("rosa", (404, 0)),
        ("adam", (404, 0)),
    ],
)
def test_carl_and_his_lead_see_it_with_his_name_and_nobody_else_does(cast, with_carl, sign_in, who, expected):
    lost(with_carl)
    page = sign_in(getattr(cast, who)).get(reverse("not_arrived"))
    assert (page.status_code, page.content.decode().count("Stanley Ames")) == expected


def test_who_looked_is_written_down(cast, with_carl, sign_in):
    lost(with_carl)
    sign_in(cast.carl).get(reverse("not_arrived"))
    with acting_as("migration"):
        seen = list(Access.objects.filter(page="not_arrived").values_list("actor_id", "person_ids"))
    assert seen == [(cast.carl.pk, [with_carl.person_id])]


def test_the_database_holds_the_outbox_to_the_same_rows(cast, with_carl):
    mine, other = lost(with_carl), lost(mr_ames(cast, by=cast.ravi))
    identify(cast.carl)
    assert set(Message.objects.for_a_person_to_look_at()) == {mine, other}  # his own, and the queue's
    identify(cast.nia)
    assert set(Message.objects.for_a_person_to_look_at()) == set()


def test_seen_to_is_off_the_list_with_who_and_how_and_the_first_stands(cast, with_carl, sign_in):
    message = lost(with_carl)
    address = reverse("not_arrived_seen", args=[message.pk])
    carl, tess = sign_in(cast.carl), sign_in(cast.tess)
    carl.post(address, {"how": "rang"})
    tess.post(address, {"how": "arrived"})
    assert state_of(message) == ("rang", "Carl Whitlock")
    assert "Stanley" not in carl.get(reverse("not_arrived")).content.decode()


def test_what_is_not_theirs_is_not_found_and_nothing_is_written(cast, with_carl, sign_in):
    message = lost(with_carl)
    address = reverse("not_arrived_seen", args=[message.pk])
    answers = [sign_in(who).post(address, {"how": "rang"}).status_code for who in (cast.nia, cast.cora, cast.rosa)]
    assert (answers, state_of(message)) == ([404] * 3, ("", ""))


def test_without_an_answer_nothing_is_seen_to(cast, with_carl, sign_in):
    message = lost(with_carl)
    sign_in(cast.carl).post(reverse("not_arrived_seen", args=[message.pk]), {"how": "?"})
    assert state_of(message) == ("", "")


def test_a_wrong_number_says_so_and_a_lost_answer_says_so(cast, with_carl, sign_in):
    lost(with_carl, state=State.FAILED, note=Note.REFUSED)
    lost(with_carl, note=Note.NO_ANSWER)
    page = sign_in(cast.carl).get(reverse("not_arrived")).content.decode()
    assert page.count("that number or address is not right") == 1
    assert page.count("The provider took it and did not say what became of it.") == 1


def test_of_somebody_restricted_the_list_gives_no_name(cast, with_carl, sign_in):
    lost(with_carl)
    with acting_as("seed"):
        Referral.objects.filter(pk=with_carl.pk).update(named=[cast.carl.pk])
    pages = [sign_in(who).get(reverse("not_arrived")).content.decode() for who in (cast.carl, cast.tess)]
    assert [(page.count("Stanley"), page.count(with_carl.reference) > 0) for page in pages] == [(0, True), (0, False)]


def test_a_worker_an_organiser_and_a_colleague_are_named_too(cast, with_carl, sign_in):
    lost(with_carl, "word_back", to=cast.rosa.pk)
    lost(with_carl, "register", to=cast.lunch.pk)
    page = sign_in(cast.carl).get(reverse("not_arrived")).content.decode()
    assert (page.count("Rosa Marsh"), page.count("St Mark&#x27;s lunch club")) == (1, 1)


def test_it_stands_in_the_day_of_the_connector_and_the_lead(cast, with_carl):
    lost(with_carl)
    found = {}
    for who in (cast.carl, cast.tess, cast.cora, cast.nia):
        identify(who)
        found[who.first_name] = [one.count for one in today.lines_for(who) if one.address == reverse("not_arrived")]
    assert found == {"Carl": [1], "Tess": [1], "Cora": [], "Nia": []}


def test_the_list_takes_the_same_number_of_queries_however_long(cast, with_carl, sign_in):
    client, counts = sign_in(cast.carl), []
    for more in (1, 6):
        for _ in range(more):
            lost(with_carl)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("not_arrived"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


# ---------- the table and its switches ----------


@pytest.mark.parametrize(("who", "code"), [("adam", 200), ("tess", 200), ("dora", 200), ("carl", 404), ("rosa", 404)])
def test_who_sees_the_table(cast, sign_in, who, code):
    assert sign_in(getattr(cast, who)).get(reverse("reminder_table")).status_code == code


def test_the_table_shows_fewer_than_five_as_no_number(cast, with_carl, sign_in):
    for _ in range(4):
        lost(with_carl, state=State.SENT)
    with acting_as("delivery"):
        Message.objects.update(sent_at=timezone.now())
    page = sign_in(cast.adam).get(reverse("reminder", args=["reminder"])).content.decode()
    assert "<dd>fewer than five</dd>" in page
    lost(with_carl, state=State.SENT)
    with acting_as("delivery"):
        Message.objects.update(sent_at=timezone.now())
    assert "<dd>5</dd>" in sign_in(cast.adam).get(reverse("reminder", args=["reminder"])).content.decode()


def off_by(client, key, **form):
    return client.post(reverse("reminder_off", args=[key]), {"where": "house", "why": "We ring them."} | form)


def switched_off():
    return set(SwitchedOff.objects.filter(on_at=None).values_list("template", "under_id"))


def test_adam_switches_a_kind_off_in_the_house_what_waits_is_called_off_and_it_is_on_record(cast, with_carl, sign_in):
    waiting = lost(with_carl, state=State.QUEUED, note="")
    client = sign_in(cast.adam)
    prove(client, cast.adam)
    off_by(client, "reminder")
    assert switched_off() == {("reminder_discreet", None), ("reminder_full", None)}
    with acting_as("migration"):
        assert Message.objects.get(pk=waiting.pk).note == Note.SWITCHED_OFF
        noted = RightsChange.objects.values_list("what", "actor_id", "detail")
        assert list(noted) == [("reminder off", cast.adam.pk, "reminder house")]
    client.post(reverse("reminder_on", args=["reminder"]), {"where": ""})
    assert switched_off() == set()


def test_adam_shows_that_it_is_he_first(cast, sign_in):
    assert off_by(sign_in(cast.adam), "reminder").status_code == 403
    assert switched_off() == set()


def test_tess_switches_it_off_in_her_scheme_and_neither_in_the_house_nor_in_another(cast, sign_in):
    client = sign_in(cast.tess)
    for where in ("house", str(cast.other_scheme.pk), "nowhere"):
        assert off_by(client, "reminder", where=where).status_code == 422
    assert switched_off() == set()
    off_by(client, "reminder", where=str(cast.scheme.pk))
    assert switched_off() == {(name, cast.scheme.pk) for name in ("reminder_discreet", "reminder_full")}


def test_without_a_why_it_stays_on_and_what_was_chosen_stays_chosen(cast, sign_in):
    answer = off_by(sign_in(cast.tess), "reminder", where=str(cast.scheme.pk), why="")
    assert (answer.status_code, answer.content.decode().count("checked"), switched_off()) == (422, 1, set())


@pytest.mark.parametrize("key", ["concern", "words_to_read", "visit_overdue", "own_code", "late_lead"])
def test_what_keeps_people_safe_has_no_switch_and_the_page_says_why(cast, sign_in, key):
    client = sign_in(cast.adam)
    prove(client, cast.adam)
    off_by(client, key)
    page = client.get(reverse("reminder", args=[key])).content.decode()
    assert (switched_off(), page.count("It cannot be switched off."), page.count("Switch it off")) == (set(), 1, 0)


def test_dora_reads_and_turns_nothing(cast, sign_in):
    client = sign_in(cast.dora)
    assert "Switch it off" not in client.get(reverse("reminder", args=["reminder"])).content.decode()
    assert off_by(client, "reminder").status_code == 404


def test_what_the_house_lost_adam_sees_and_sees_to_and_no_name_with_it(cast, with_carl, sign_in):
    message = lost(with_carl, "watched", to=cast.dev.pk)
    client = sign_in(cast.adam)
    page = client.get(reverse("reminder_table")).content.decode()
    assert (page.count("Listings that you watch"), "Dev Rao" in page, "x@example.org" in page) == (3, False, False)
    client.post(reverse("house_seen", args=[message.pk]), {"how": "other-way"})
    assert state_of(message) == ("other-way", "Adam Firth")
    about_him = lost(with_carl)
    assert client.post(reverse("house_seen", args=[about_him.pk]), {"how": "rang"}).status_code == 404


def test_the_demo_has_one_that_did_not_arrive(cast, with_carl, sign_in):
    with acting_as("seed"):
        demo.load(cast.carl)
    page = sign_in(cast.carl).get(reverse("not_arrived")).content.decode()
    assert (page.count("that number or address is not right"), page.count("Stanley Ames")) == (1, 1)
