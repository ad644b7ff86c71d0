"""Free words from outside: given to a named human, with a clock; read once, and said by whom."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, acting_for, identify
from connect.messaging.models import Message
from connect.people.models import Membership
from connect.people.roles import Role
from referrals import actions
from referrals.models import Referral
from referrals.safety import sweeping, today, words
from referrals.safety.models import Heard, SafeguardingLead
from referrals.safety.states import Door
from tests import cast as stage
from tests.cast import mr_ames
from tests.house.test_walls import refused

pytestmark = pytest.mark.django_db
CALM, DANGER = "A word for you: likes brass bands.", "She is afraid of her son, and had no food."


@pytest.fixture
def said(cast):
    """said(text) by Rosa about Mr Ames."""
    referral = mr_ames(cast)

    def say(text=CALM, about=referral, **more):
        identify(cast.rosa)
        return words.heard(text, referral=about, by=cast.rosa, where="refer", **more)

    say.referral = referral
    return say


def row(pk):
    with acting_as("seed"):
        return Heard.objects.select_related("reader", "escalated_to", "read_by").get(pk=pk)


def test_nothing_said_is_nothing_filed(said):
    assert (said("  \n"), said("")) == (None, None)


def test_words_for_the_queue_go_to_the_lead_of_the_team(cast, said):
    assert said().reader == cast.tess


def test_words_about_somebodys_person_go_to_that_connector(cast, said):
    with acting_as("seed"):
        actions.accept(said.referral, by=cast.carl)
    assert said().reader == cast.carl


def test_a_connector_who_has_left_is_sent_nothing_to_read(cast, said):
    with acting_as("seed"):
        actions.accept(said.referral, by=cast.carl)
    Membership.objects.filter(user=cast.carl).update(ends_at=timezone.now())
    assert said().reader == cast.tess


def test_without_a_lead_whoever_is_named_for_safeguarding_reads(cast, said):
    Membership.objects.filter(user=cast.tess).update(ends_at=timezone.now())
    sana = stage.person("Sana Gill", Role.TL, cast.action, stage_team(cast))
    SafeguardingLead.objects.create(scheme=cast.scheme, user=sana)
    filed = said()
    assert filed.reader == sana
    identify(sana)
    assert list(Heard.objects.all()) == [filed]


def stage_team(cast):
    from connect.people.models import Team

    return Team.objects.create(organisation=cast.action, scheme=cast.scheme, name="Head office", phone="01632 960 016")


@pytest.mark.parametrize("accepts", [False, True])
@pytest.mark.parametrize("name", ["rosa", "ravi", "lena", "carl", "cora", "tess", "nia", "colm", "dev", "vera"])
def test_both_walls_say_the_same_and_only_carl_and_tess_read(cast, said, name, accepts):
    if accepts:
        with acting_as("seed"):
            actions.accept(said.referral, by=cast.carl)
    filed, user = said(), getattr(cast, name)
    identify(user)
    reads = {"tess": True, "carl": accepts}.get(name, False)
    assert (set(Heard.objects.all()), set(Heard.objects.visible_to(user))) == (({filed} if reads else set()),) * 2


def test_who_takes_somebody_over_reads_what_the_one_before_was_sent(cast, said):
    filed = said()
    with acting_as("seed"):
        actions.accept(said.referral, by=cast.cora)
    identify(cast.cora)
    assert list(Heard.objects.of(cast.cora).unread()) == [filed]


def test_the_holder_of_a_link_writes_about_their_own_and_reads_nothing(cast, said):
    other = mr_ames(cast)
    with acting_for([said.referral.pk]):
        words.heard(CALM, referral=said.referral, where="reply")
        assert Heard.objects.count() == 0
    with refused(), acting_for([said.referral.pk]):
        words.heard(CALM, referral=other, where="reply")


def test_nobody_writes_in_a_colleagues_name(cast, said):
    identify(cast.ravi)
    with refused():
        words.heard(CALM, referral=said.referral, by=cast.rosa)


def test_what_was_written_stands_in_the_table_as_nothing_one_could_read(said):
    said("canary in a cage")
    with acting_as("seed"), connection.cursor() as cursor:
        raw = cursor.execute("select h::text from referrals_heard h").fetchall()
        assert [("canary" in one or b"canary".hex() in one) for (one,) in raw] == [False]
        assert [one.text for one in Heard.objects.all()] == ["canary in a cage"]


def test_words_of_danger_go_to_the_top_and_nothing_else_changes(cast, said):
    before = state_of(said.referral)
    calm, danger = said(CALM), said(DANGER)
    assert (danger.danger, danger.because) == (True, ["afraid of her", "no food"])
    identify(cast.tess)
    assert list(Heard.objects.of(cast.tess)) == [danger, calm]
    assert state_of(said.referral) == before


def state_of(referral):
    with acting_as("seed"):
        kept = Referral.objects.get(pk=referral.pk)
        return kept.state, kept.urgent, kept.next_step, kept.next_on, kept.events.count()


def sweep():
    with acting_as("clocks"):
        return sweeping.words_that_wait()


def letters():
    with acting_as("delivery"):
        return [
            (one.to, one.subject, one.body)
            for one in Message.objects.filter(template="words_to_read").order_by("created_at")
        ]


def test_its_reader_is_told_once_and_by_a_letter_that_says_nothing(cast, said):
    filed = said()
    assert (sweep(), sweep()) == (1, 0)
    ((to, subject, body),) = letters()
    assert (to, subject) == ("tess@example.org", "Something to read")
    assert [word in body for word in ("brass", "Ames", "Stanley", str(filed.pk))] == [False, False, False, True]


def test_words_of_danger_are_told_to_the_lead_as_well_at_once(cast, said):
    with acting_as("seed"):
        actions.accept(said.referral, by=cast.carl)
    said(DANGER)
    sweep()
    assert sorted(to for to, *_rest in letters()) == ["carl@example.org", "tess@example.org"]


def test_unread_past_its_clock_it_goes_to_the_lead_and_to_them_again_each_working_day(cast, said, time_machine_at):
    with acting_as("seed"):
        actions.accept(said.referral, by=cast.carl)
    with time_machine_at("2026-11-20T14:00"):  # a Friday
        filed = said()
        sweep()
    with time_machine_at("2026-11-23T09:59"):
        assert sweep() == 0
    with time_machine_at("2026-11-23T10:01"):
        assert (sweep(), sweep()) == (1, 0)
    assert row(filed.pk).escalated_to == cast.tess
    with time_machine_at("2026-11-24T10:00"):
        assert sweep() == 1
    with time_machine_at("2026-11-28T10:00"):  # a Saturday
        assert sweep() == 0
    assert [to for to, *_rest in letters()].count("tess@example.org") == 2


@pytest.fixture
def time_machine_at(cast):
    Membership.objects.update(starts_at="2026-01-01T00:00Z")
    return lambda text: time_machine.travel(f"{text}:00+00:00", tick=False)


def read(client, filed, **changes):
    return client.post(reverse("heard_word", args=[filed.pk]), {"did": "rang", "note": "He laughed."} | changes)


def test_reading_it_is_an_act_with_a_name_a_moment_and_what_was_done(cast, said, sign_in):
    filed, client = said(), sign_in(cast.tess)
    page = client.get(reverse("heard_word", args=[filed.pk])).content.decode()
    assert (CALM in page, row(filed.pk).read_at) == (True, None)
    assert read(client, filed).status_code == 302
    kept = row(filed.pk)
    assert (kept.read_by, kept.did, kept.note) == (cast.tess, "rang", "He laughed.")


def test_it_is_read_once_and_the_second_sees_who_was_first(cast, said, sign_in):
    filed = said()
    with acting_as("seed"):
        actions.accept(said.referral, by=cast.carl)
    read(sign_in(cast.tess), filed)
    answer = read(sign_in(cast.carl), filed, did="nothing")
    assert (answer.status_code, "Tess Orme" in answer.content.decode()) == (200, True)
    assert row(filed.pk).read_by == cast.tess


@pytest.mark.parametrize("changes", [{"did": ""}, {"did": "other", "note": ""}])
def test_to_say_nothing_of_what_was_done_is_asked_again(cast, said, sign_in, changes):
    filed = said()
    assert (read(sign_in(cast.tess), filed, **changes).status_code, row(filed.pk).read_at) == (422, None)


@pytest.mark.parametrize("name", ["nia", "cora", "rosa", "colm", "dev"])
def test_the_others_find_nothing_there(cast, said, sign_in, name):
    filed = said()
    with acting_as("seed"):
        actions.accept(said.referral, by=cast.carl)
    client = sign_in(getattr(cast, name))
    assert [client.get(reverse("heard_word", args=[filed.pk])).status_code, read(client, filed).status_code] == [
        404
    ] * 2


def test_the_list_shows_who_waits_and_never_what_they_wrote(cast, said, sign_in):
    said(DANGER)
    page = sign_in(cast.tess).get(reverse("heard_words")).content.decode()
    assert [word in page for word in ("Stanley", "May not be safe", "afraid")] == [True, True, False]


def test_ones_day_says_how_many_wait_and_the_urgent_ones_apart(cast, said):
    said(), said(DANGER)
    identify(cast.tess)
    assert [(line.count, line.urgent) for line in today.lines(cast.tess) if line.count] == [(1, True), (1, False)]
    identify(cast.rosa)
    assert today.lines(cast.rosa) == []


@pytest.mark.parametrize("view", ["mine", "team", "read"])
def test_the_list_takes_as_many_queries_for_twelve_as_for_two(cast, said, sign_in, view):
    client, counts = sign_in(cast.tess), []
    for more in (2, 10):
        for number in range(more):
            filed = said(f"{CALM} {number}")
            if view == "read":
                identify(cast.tess)
                words.read(filed, by=cast.tess, did="nothing")
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("heard_words") + f"?view={view}")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_sweep_that_comes_late_tells_and_passes_on_in_one_go(cast, said):
    filed = said()
    with acting_as("seed"):
        Heard.objects.filter(pk=filed.pk).update(due_at=timezone.now() - timedelta(hours=1))
    assert sweep() == 1
    assert row(filed.pk).escalated_at is not None


def test_where_words_came_from_is_said_in_words_wherever_the_code_files_them():
    """Not "thread_referrer" or "why not", as a list of a colleague's once said."""
    code = "".join(path.read_text() for path in (settings.BASE_DIR / "referrals").rglob("*.py"))
    said = set(re.findall(r'heard\([^)]*?where="([^"]+)"', code)) | {"register", "thread_referrer", "thread_organiser"}
    assert len(said) > 6
    assert said - set(Door.values) == set()
