"""A first visit with an owner: who goes along, how they get there, which door; logged in a minute; a step at a time."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from referrals.accompanying import arranging, reading, sweeping, telling_how
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.case import diary
from referrals.introductions import actions as introductions
from referrals.introductions import answering, settling
from referrals.introductions.models import Introduction
from referrals.models import Attendance, Connection, Heard, Occasion, Person
from referrals.sessions import actions as sessions
from tests.answers import answered

pytestmark = pytest.mark.django_db

TEAM = {"company": "team", "transport": "bus", "transport_words": "Number 7 at 11:20", "door": "The side door"}


@pytest.fixture
def first(expected):
    with acting_as("seed"):
        return FirstVisit.objects.select_related("connection__service", "referral").get(connection=expected.connection)


@pytest.fixture
def now():
    def read(row):
        with acting_as("seed"):
            return type(row).objects.get(pk=row.pk)

    return read


def page(first):
    return reverse("first_visit", args=[first.pk])


def sent(first, owner, **more):
    return {"version": first.version, "owner": str(owner.pk), **more}


def plan(cast, first, how="with", went_by=None, ended=timedelta(hours=2), **said):
    """Somebody goes along to the first lunch; as though it had ended a while ago."""
    with acting_as("seed"):
        said = {"company": "team", "colleague": went_by or cast.carl} | said
        arranging.arrange(first, seen=first.version, by=cast.carl, settled=True, transport="bus", **said)
        session = introductions.coming(cast.lunch)[0]
        [row] = arranging.taper(first, hows={session.starts_at: how}, sessions=[session], by=cast.carl)
        if ended:
            at = timezone.now() - ended
            Accompaniment.objects.filter(pk=row.pk).update(starts_at=at - timedelta(hours=2), ends_at=at)
            Occasion.objects.update(starts_at=at - timedelta(hours=2), ends_at=at)
        return Accompaniment.objects.select_related("referral").get(pk=row.pk)


def test_whoever_introduces_somebody_sees_to_the_first_visit_by_the_day_before(cast, first, expected, sign_in):
    assert (first.owner, first.arranged_at) == (cast.carl, None)
    assert first.due_on <= timezone.localdate(expected.starts_at) - timedelta(days=1) or (
        first.due_on == timezone.localdate()
    )
    text = sign_in(cast.carl).get(reverse("today")).content.decode()
    assert f"{reverse('going_along')}?which=first" in text


def test_who_waits_for_a_place_has_no_first_visit_to_arrange_yet(cast, first, expected):
    identify(cast.carl)
    assert list(FirstVisit.objects.to_arrange(cast.carl)) == [first]
    with acting_as("seed"):
        waits = sessions.wait_for(Connection.objects.get(pk=expected.connection_id), by=cast.carl)
    identify(cast.carl)
    assert list(FirstVisit.objects.to_arrange(cast.carl)) == []
    with acting_as("seed"):
        type(waits).objects.filter(pk=waits.pk).update(ended_at=timezone.now())
    identify(cast.carl)
    assert list(FirstVisit.objects.to_arrange(cast.carl)) == [first]


def test_it_is_planned_on_one_page_and_stands_on_the_persons(cast, first, sign_in, now):
    client = sign_in(cast.carl)
    assert client.get(page(first)).status_code == 200
    form = sent(first, cast.carl, **TEAM, colleague=str(cast.cora.pk), settled="on", how_0="with", how_1="inside")
    assert client.post(page(first), form).status_code == 302
    row = now(first)
    assert (row.company, row.colleague, row.arranged_at is not None, row.version) == ("team", cast.cora, True, 2)
    with acting_as("seed"):
        assert list(Accompaniment.objects.values_list("how", "colleague__name")) == [
            ("with", "Cora Bligh"), ("inside", "Cora Bligh"),
        ]  # fmt: skip
    text = client.get(reverse("person", args=[first.referral_id])).content.decode()
    assert [word in text for word in ("Cora Bligh", "Number 7 at 11:20", "The side door")] == [True] * 3


def test_a_plan_sent_twice_is_one_and_a_day_taken_out_is_off(cast, first, sign_in):
    client = sign_in(cast.carl)
    for version, how in ((1, "with"), (2, "with"), (3, "")):
        client.post(page(first), {"version": version, "owner": str(cast.carl.pk), "company": "nobody", "how_0": how})
    with acting_as("seed"):
        assert [(one.how, one.called_off_at is None) for one in Accompaniment.objects.all()] == [("with", False)]


def test_arranged_wants_to_know_who_and_how(cast, first, sign_in, now):
    answer = sign_in(cast.carl).post(page(first), sent(first, cast.carl, settled="on"))
    assert (answer.status_code, now(first).arranged_at) == (422, None)


def test_of_two_who_save_the_second_sees_it_and_loses_nothing(cast, first, sign_in, now):
    carl, tess = sign_in(cast.carl), sign_in(cast.tess)
    carl.post(page(first), sent(first, cast.carl, door="The front door"))
    answer = tess.post(page(first), sent(first, cast.carl, door="The side door"))
    text = answer.content.decode()
    assert (answer.status_code, "Carl Whitlock changed this meanwhile" in text, "The side door" in text) == (
        422, True, True,
    )  # fmt: skip
    assert now(first).door == "The front door"


def test_nothing_is_kept_of_a_companion_who_did_not_agree(cast, first, sign_in, now):
    form = sent(
        first, cast.carl, company="theirs", companion="Jo Hale", tie="her niece", companion_email="jo@example.org"
    )
    assert sign_in(cast.carl).post(page(first), form).status_code == 422
    assert now(first).companion_email == ""


def test_who_goes_along_stands_in_a_full_message_and_in_no_discreet_one(cast, first, expected):
    plan(cast, first, ended=None)
    with acting_as("seed"):
        expected.refresh_from_db()
        assert reading.met_by(expected) == "Carl goes with you"
    answered(first.referral, "full_messages")
    with acting_as("delivery"):
        assert [
            one for one in Message.objects.filter(template__startswith="introduced") if "Carl goes" in one.body
        ] == []


# ---------- how it was ----------


def test_logged_in_a_minute_with_the_next_step(cast, first, sign_in, now):
    row = plan(cast, first)
    client = sign_in(cast.carl)
    text = client.get(reverse("today")).content.decode()
    assert f"{reverse('going_along')}?which=unlogged" in text
    said = {"went": "together", "felt": "good", "words": "He stayed for the quiz.", "how": "inside"}
    for _twice in range(2):
        assert client.post(reverse("how_it_was", args=[row.pk]), said).status_code == 302
    row = now(row)
    assert (row.went, row.felt, row.logged_by) == ("together", "good", cast.carl)
    with acting_as("seed"):
        assert list(Attendance.objects.values_list("said_by", "answer")) == [("companion", "went")]
        assert [one.how for one in Accompaniment.objects.filter(went="")] == ["inside"]


def test_a_colleague_who_goes_along_sees_a_first_name_and_may_say_how_it_was(cast, first, sign_in, now):
    row = plan(cast, first, went_by=cast.cora)
    client = sign_in(cast.cora)
    text = client.get(reverse("going_along")).content.decode()
    assert ("Stanley A" in text, "Ames" in text) == (True, False)
    assert client.post(reverse("how_it_was", args=[row.pk]), {"went": "alone", "felt": "all_right"}).status_code == 302
    assert (now(row).went, now(row).logged_by) == ("alone", cast.cora)
    with acting_as("seed"):
        assert list(Attendance.objects.values_list("said_by", "answer")) == [("companion", "went")]
    assert client.get(page(first)).status_code == 404


def test_what_was_missed_stands_on_the_day_until_somebody_has_spoken_with_them(cast, first, sign_in):
    row = plan(cast, first)
    client = sign_in(cast.carl)
    client.post(reverse("how_it_was", args=[row.pk]), {"went": "missed", "felt": "good"})
    with acting_as("seed"):
        assert (Attendance.objects.count(), Accompaniment.objects.get(pk=row.pk).felt) == (0, "")
    address = f"{reverse('going_along')}?which=missed"
    assert address in client.get(reverse("today")).content.decode()
    assert client.get(address).content.decode().count("Stanley Ames") >= 1
    client.post(reverse("missed_seen", args=[row.pk]))
    assert address not in client.get(reverse("today")).content.decode()


def test_what_has_not_begun_cannot_be_logged(cast, first, sign_in, now):
    row = plan(cast, first, ended=None)
    answer = sign_in(cast.carl).post(reverse("how_it_was", args=[row.pk]), {"went": "together"})
    assert (answer.status_code, now(row).went) == (422, "")


# ---------- a companion without an account ----------

JO = {"company": "theirs", "companion": "Jo Hale", "tie": "his niece", "companion_email": "jo@example.org"}


@pytest.fixture
def jo(cast, first, client):
    row = plan(cast, first, colleague=None, **JO, companion_agreed=True)
    with acting_as("reminders"):
        assert [sweeping.ask_companions(), sweeping.ask_companions()] == [1, 0]
    link = Link.objects.get(purpose="companion")
    client.get(reverse("link", args=[links.token(link)]), follow=True)
    return row, link


def test_jo_is_asked_once_without_a_name_and_says_how_it_was_from_the_link(cast, jo, client, now):
    row, link = jo
    with acting_as("delivery"):
        letter = Message.objects.get(template="went_along")
        assert [word for word in ("Stanley", "Ames", "lunch") if word in letter.subject + letter.body] == []
    text = client.get(reverse("companion")).content.decode()
    assert ("Stanley" in text, "Ames" in text, "lunch" in text) == (True, False, False)
    for _twice in range(2):
        said = {"link": link.pk, "went": "together", "felt": "good", "words": "He laughed."}
        assert client.post(reverse("companion"), said).status_code == 302
    assert (now(row).went, now(row).logged_by) == ("together", None)
    with acting_as("seed"):
        assert list(Attendance.objects.values_list("said_by", "answer", "by")) == [("companion", "went", None)]
        assert [one.text for one in Heard.objects.all()] == ["He laughed."]


def test_opening_it_changes_nothing_and_it_opens_nobody_else(cast, jo, client, now):
    row, link = jo
    client.get(reverse("companion"))
    client.get(reverse("companion_thanks"))
    assert now(row).went == ""
    with acting_for(link.scope):
        assert (FirstVisit.objects.count(), Person.objects.count(), Introduction.objects.count()) == (0, 0, 0)
    Link.objects.filter(pk=link.pk).update(expires_at=timezone.now())
    assert client.get(reverse("companion")).status_code == 410


def test_nobody_is_asked_who_did_not_agree(cast, first):
    plan(cast, first, colleague=None, **JO, companion_agreed=False)
    with acting_as("reminders"):
        assert sweeping.ask_companions() == 0


# ---------- moved, in the diary, and behind the walls ----------


def test_a_day_that_is_moved_takes_the_plan_along(cast, first, now):
    plan(cast, first, ended=None)
    with acting_as("seed"):
        row = answering.answer(Introduction.objects.get(), said="another")
        other = introductions.coming(cast.lunch)[1].starts_at
        settling.move(row, starts_at=other, by=cast.carl)
        assert list(Accompaniment.objects.filter(called_off_at=None).values_list("starts_at", "how")) == [
            (other, "with")
        ]
    assert now(first).arranged_at is None  # the bus may go at another hour


def test_what_is_called_off_is_asked_of_nobody_and_another_hour_takes_them_along(cast, first, now):
    row = plan(cast, first, ended=None)
    with acting_as("seed"):
        occasion = Occasion.objects.get()
        later = occasion.starts_at + timedelta(hours=1)
        Occasion.objects.update(starts_at=later, ends_at=later + timedelta(hours=2))
        occasion.refresh_from_db()
        assert arranging.at_another_hour(occasion, was=row.starts_at) == 1
        assert (now(row).starts_at, now(first).arranged_at) == (later, None)
        assert Accompaniment.objects.still_on().count() == 1
        Occasion.objects.update(called_off_at=timezone.now())
        assert Accompaniment.objects.still_on().count() == 0


def test_a_diary_has_the_time_and_nothing_else(cast, first):
    row = plan(cast, first, ended=None)
    identify(cast.carl)
    feed = diary.open_anew(cast.carl)
    calendar = diary.read(feed.pk, diary.address(feed).rpartition("/")[2].removesuffix(".ics"))
    assert f"DTSTART:{row.starts_at:%Y%m%dT%H%M%SZ}" in calendar
    assert [word for word in ("Stanley", "lunch", "Mark") if word in calendar] == []


@pytest.mark.parametrize("who", ["nia", "ravi", "cora", "colm", "vera", "dev", "rosa"])
def test_these_see_nothing_of_it(cast, first, sign_in, who):
    row = plan(cast, first)
    client = sign_in(getattr(cast, who))
    answers = [client.get(page(first)), client.get(reverse("how_it_was", args=[row.pk]))]
    identify(getattr(cast, who))
    assert [one.status_code for one in answers] == [404, 404]
    assert (FirstVisit.objects.count(), Accompaniment.objects.count()) == (0, 0)


def test_of_somebody_restricted_no_colleague_who_goes_along_knows(cast, first, sign_in):
    from referrals.person import restricting

    row = plan(cast, first, went_by=cast.cora)
    with acting_as("seed"):
        restricting.restrict(first.referral, why="abuse", by=cast.carl, owner=cast.carl, readers=[cast.carl, cast.tess])
    assert sign_in(cast.cora).get(reverse("how_it_was", args=[row.pk])).status_code == 404
    identify(cast.cora)
    assert Accompaniment.objects.count() == 0


@pytest.mark.parametrize("n", [1, 4])
def test_the_list_costs_the_same_for_one_and_for_four(cast, first, sign_in, n):
    row = plan(cast, first)
    with acting_as("seed"):
        for more in range(1, n):
            at = row.starts_at - timedelta(days=7 * more)
            arranging.put_down(first, at, at + timedelta(hours=2), "with", cast.carl, colleague=cast.carl)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = sign_in(cast.carl)
    client.get(reverse("going_along"))
    with CaptureQueriesContext(connection) as found:
        assert client.get(reverse("going_along") + "?which=unlogged").content.decode().count("Stanley Ames") == n
    assert len(found) == COST.setdefault("list", len(found))


COST: dict[str, int] = {}


# ---------- small steps ----------


def test_a_small_step_is_put_down_done_and_never_counted(cast, with_carl, sign_in):
    client, address = sign_in(cast.carl), reverse("small_steps", args=[with_carl.pk])
    key = str(uuid.uuid4())
    for _twice in range(2):
        said = {"key": key, "words": "Walk past the hall and look in."}
        assert client.post(address, said).status_code == 302
    with acting_as("seed"):
        from referrals.models import ConfidenceStep, StepSaid

        step = ConfidenceStep.objects.get()
    bad = {"key": str(uuid.uuid4()), "said": "not_yet", "words": "Too far, he said", "next_on": "soon"}
    page = client.post(reverse("step_said", args=[step.pk]), bad)
    assert (page.status_code, "Choose a day" in page.text, "Too far, he said" in page.text) == (422, True, True)
    for said, words in (("not_yet", "It rained."), ("done", "Olive waved.")):
        form = {"key": str(uuid.uuid4()), "said": said, "words": words}
        assert client.post(reverse("step_said", args=[step.pk]), form).status_code == 302
    text = client.get(address).content.decode()
    assert ("It rained." in text, "Olive waved." in text, "%" in text.split("<main")[1].split("</main")[0]) == (
        True, True, False,
    )  # fmt: skip
    with acting_as("seed"):
        assert list(StepSaid.objects.values_list("said", flat=True)) == ["not_yet", "done"]
    text = client.get(reverse("person", args=[with_carl.pk])).content.decode()
    assert "Walk past the hall and look in." in text


@pytest.mark.parametrize("who", ["nia", "ravi", "cora", "colm", "vera", "dev", "rosa"])
def test_small_steps_are_for_whoever_works_with_them(cast, with_carl, sign_in, who):
    from referrals.models import ConfidenceStep

    said = {"key": str(uuid.uuid4()), "words": "Walk past the hall."}
    sign_in(cast.carl).post(reverse("small_steps", args=[with_carl.pk]), said)
    answer = sign_in(getattr(cast, who)).post(
        reverse("small_steps", args=[with_carl.pk]), said | {"key": str(uuid.uuid4())}
    )
    identify(getattr(cast, who))
    assert (answer.status_code, ConfidenceStep.objects.count()) == (404, 0)


def test_the_usual_next_step_is_one_further_when_it_went_well_and_the_same_when_not():
    row = Accompaniment(how="with", went="together", felt="good")
    assert telling_how.usual_next(row) == "inside"
    row.felt = "not_for_them"
    assert telling_how.usual_next(row) == "with"
    assert telling_how.usual_next(Accompaniment(how="alone", went="alone")) == "alone"
