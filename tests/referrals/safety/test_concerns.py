"""A concern: its own readers, its own clock, and nothing of it anywhere else."""

import uuid
from datetime import date

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import Access
from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.models import Membership
from referrals import actions as referral_actions
from referrals.safety import concerns, sweeping, worrying
from referrals.safety.models import Concern, ConcernStep, ConcernTally, SafeguardingLead, SpeakToLead
from tests import cast as stage
from tests.cast import mr_ames
from tests.house.test_walls import refused

pytestmark = pytest.mark.django_db
CANARY = "Canary Quincewell was locked in"


def made():
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


@pytest.fixture
def told(cast):
    """told(by=...) about Mr Ames."""
    referral = mr_ames(cast)

    def tell(by=cast.rosa, referral=referral, **more):
        identify(by)
        return concerns.tell(
            team=cast.team, by=by, made=made(), referral_id=referral and referral.pk,
            **{"happened": CANARY, "now": "no"} | more,
        )  # fmt: skip

    tell.referral = referral
    return tell


ALL = ["rosa", "ravi", "lena", "carl", "cora", "tess", "nia", "colm", "dev", "vera"]


def seen_by(user):
    identify(user)
    return set(Concern.objects.all()), set(Concern.objects.visible_to(user)), ConcernStep.objects.count()


@pytest.mark.parametrize("name", ALL)
def test_while_nobody_is_named_the_lead_of_the_team_reads_it_and_rosa_her_own(cast, told, name):
    concern, user = told(), getattr(cast, name)
    reads = {concern} if name in ("rosa", "tess") else set()
    assert seen_by(user) == (reads, reads, 1 if name == "tess" else 0)


@pytest.mark.parametrize("name", [*ALL, "sana"])
def test_whoever_is_named_reads_it_and_the_lead_of_the_team_no_longer(cast, told, name):
    cast.sana = stage.person("Sana Gill", "TL", cast.action, cast.team)
    SafeguardingLead.objects.create(scheme=cast.scheme, team=cast.team, user=cast.sana)
    concern = told()
    reads = {concern} if name in ("rosa", "sana") else set()
    assert seen_by(getattr(cast, name)) == (reads, reads, 1 if name == "sana" else 0)


def test_in_the_table_there_is_nothing_one_could_read(told):
    told(about=CANARY, their_words=CANARY, wishes=CANARY, raiser=CANARY)
    with acting_as("seed"), connection.cursor() as cursor:
        rows = cursor.execute(
            "select c::text from referrals_concern c union all select s::text from referrals_concernstep s"
        )
        raw = " ".join(one for (one,) in rows.fetchall())
    assert [word in raw for word in ("Canary", b"Canary".hex(), "locked")] == [False] * 3


# --- telling us


def form(**changes):
    return {"key": str(uuid.uuid4()), "about": "Mrs Quincewell, 4 Mill Lane", "now": "no", "happened": CANARY} | changes


def told_rows():
    with acting_as("seed"):
        return list(Concern.objects.order_by("raised_at"))


def test_anybody_tells_us_without_an_account_and_of_nobody_on_the_books(cast, client):
    answer = client.post(reverse("worry"), form(place="KX9 9ZZ", raiser="Her neighbour, 07700 900 321"), follow=True)
    (concern,) = told_rows()
    assert (answer.status_code, concern.reference in answer.content.decode()) == (200, True)
    assert (concern.team, concern.raised_by, concern.referral) == (cast.other_team, None, None)
    assert concern.about == "Mrs Quincewell, 4 Mill Lane\nKX9 9ZZ"


@pytest.mark.parametrize("place", ["", "nowhere at all", "???"])
def test_without_a_place_that_we_know_it_comes_to_somebody_all_the_same(cast, client, place):
    assert client.post(reverse("worry"), form(place=place)).status_code == 302
    assert [one.team for one in told_rows()] == [cast.team]  # the first that has somebody to read it


def test_the_page_says_999_before_anything_else(cast, client):
    page = client.get(reverse("worry")).content.decode()
    assert page.index("tel:999") < page.index("<input") or page.index("tel:999") < page.index('name="about"')


def test_sent_twice_it_is_made_once_and_other_words_are_not_thrown_away(cast, client):
    first = form()
    client.get(reverse("worry"))
    assert [client.post(reverse("worry"), first).status_code for _ in range(2)] == [302, 302]
    again = client.post(reverse("worry"), first | {"happened": "Something more"})
    assert (again.status_code, "Something more" in again.content.decode(), len(told_rows())) == (422, True, 1)


@pytest.mark.parametrize("missing", ["about", "now", "happened"])
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(cast, client, missing):
    page = client.post(reverse("worry"), form(**{missing: ""}, wishes="To be left in peace"))
    assert (page.status_code, "To be left in peace" in page.content.decode(), told_rows()) == (422, True, [])


def test_the_receipt_is_for_the_session_that_sent_it(cast, client, sign_in):
    sent = form()
    client.post(reverse("worry"), sent)
    receipt = reverse("worry_sent", args=[sent["key"]])
    page = client.get(receipt)
    assert (page.status_code, "Canary" in page.content.decode()) == (200, False)
    assert sign_in(cast.rosa).get(receipt).status_code == 404


def test_without_an_account_the_receipt_is_for_the_browser_that_sent_it(cast, client, client_elsewhere):
    client.get(reverse("worry"))
    client_elsewhere.get(reverse("worry"))
    sent = form()
    client.post(reverse("worry"), sent)
    receipt = reverse("worry_sent", args=[sent["key"]])
    assert (client.get(receipt).status_code, client_elsewhere.get(receipt).status_code) == (200, 404)
    assert client_elsewhere.post(reverse("worry"), sent).status_code == 422


@pytest.fixture
def client_elsewhere():
    return Client()


def test_carl_tells_of_his_person_from_their_page_and_the_case_says_only_whom_to_speak_to(cast, with_carl, sign_in):
    carl = sign_in(cast.carl)
    about = worrying.about(with_carl)
    carl.post(reverse("worry"), {"key": str(uuid.uuid4()), "about_whom": about, "now": "no", "happened": CANARY})
    (concern,) = told_rows()
    assert (concern.referral_id, concern.team, concern.raised_by) == (with_carl.pk, cast.team, cast.carl)
    page = carl.get(reverse("person", args=[with_carl.pk])).content.decode()
    assert [word in page for word in ("Speak to the safeguarding lead", "Canary", concern.reference)] == [
        True,
        False,
        False,
    ]


def test_what_those_who_work_with_somebody_must_not_know_is_not_on_the_case(cast, with_carl, sign_in):
    sign_in(cast.rosa).post(
        reverse("worry"),
        {
            "key": str(uuid.uuid4()),
            "about_whom": worrying.about(with_carl),
            "now": "no",
            "happened": CANARY,
            "quiet": "on",
        },
    )
    assert [one.quiet for one in told_rows()] == [True]
    page = sign_in(cast.carl).get(reverse("person", args=[with_carl.pk])).content.decode()
    assert "Speak to the safeguarding lead" not in page


def test_by_a_link_somebody_tells_of_whom_the_page_was_about(cast, with_carl, client):
    client.post(
        reverse("worry"),
        {"key": str(uuid.uuid4()), "about_whom": worrying.about(with_carl), "now": "yes", "happened": CANARY},
    )
    assert [(one.referral_id, one.team, one.raised_by) for one in told_rows()] == [(with_carl.pk, cast.team, None)]


def test_whom_a_page_was_about_cannot_be_made_up(cast, with_carl, client):
    forged = worrying.about(with_carl)[:-2] + "xx"
    page = client.post(
        reverse("worry"), {"key": str(uuid.uuid4()), "about_whom": forged, "now": "no", "happened": CANARY}
    )
    assert (page.status_code, told_rows()) == (422, [])


def test_nia_who_has_such_an_address_hangs_nothing_on_carls_case(cast, with_carl, sign_in):
    sign_in(cast.nia).post(
        reverse("worry"),
        form(about_whom=worrying.about(with_carl)),
    )
    assert [(one.referral_id, one.team) for one in told_rows()] == [(None, cast.team)]
    with acting_as("seed"):
        assert SpeakToLead.objects.count() == 0


# --- reading, deciding, following up


def page(client, concern, name="concern", **posted):
    address = reverse(name, args=[concern.pk])
    return client.post(address, posted, follow=True) if posted else client.get(address)


@pytest.mark.parametrize("name", ["ravi", "lena", "carl", "cora", "nia", "vera", "colm", "dev"])
def test_the_others_find_no_such_page(cast, told, sign_in, name):
    concern, client = told(), sign_in(getattr(cast, name))
    codes = [page(client, concern).status_code]
    codes += [page(client, concern, f"concern_{do}", x=1).status_code for do in ("read", "decide", "follow", "hide")]
    assert codes == [404] * 5


def test_rosa_reads_her_own_words_and_not_what_was_decided(cast, told, sign_in):
    concern = told()
    lead(concern, cast.tess, "none", "The son was abroad: a mistake")
    shown = page(sign_in(cast.rosa), concern).content.decode()
    assert (CANARY in shown, "abroad" in shown) == (True, False)


def lead(concern, by, decision, why="Rang the council"):
    identify(by)
    concerns.read(concern, by=by)
    return concerns.decide(concern, by=by, decision=decision, why=why)


def steps(concern):
    with acting_as("seed"):
        return [(one.what, one.by and one.by.first_name) for one in concern.steps.order_by("at")]


def test_tess_reads_decides_asks_after_it_and_ends_it(cast, told, sign_in):
    concern, tess = told(), sign_in(cast.tess)
    assert CANARY in page(tess, concern).content.decode()
    page(tess, concern, "concern_read", yes=1)
    page(tess, concern, "concern_decide", decision="council", words="Adult duty team, spoke to Ms Hart")
    page(tess, concern, "concern_follow", what="chased", words="They visit on Monday")
    shown = page(tess, concern, "concern_follow", what="outcome", words="A carer comes twice a day").content.decode()
    assert [word in shown for word in ("spoke to Ms Hart", "They visit on Monday", "A carer comes")] == [True] * 3
    kept = [step for step in steps(concern) if step[0] != "opened"]
    assert kept == [("raised", "Rosa"), ("read", "Tess"), ("decided", "Tess"), ("chased", "Tess"), ("outcome", "Tess")]
    assert told_rows()[0].ended_at is not None


def test_each_time_a_lead_opens_it_is_written_down(cast, told, sign_in):
    concern, tess = told(), sign_in(cast.tess)
    page(tess, concern), page(tess, concern)
    assert steps(concern).count(("opened", "Tess")) == 2


def test_a_decision_without_a_reason_or_before_it_was_read_is_not_taken(cast, told, sign_in):
    concern, tess = told(), sign_in(cast.tess)
    page(tess, concern, "concern_decide", decision="none", words="Because")
    page(tess, concern, "concern_read", yes=1)
    answer = page(tess, concern, "concern_decide", decision="none", words="")
    assert (answer.status_code, told_rows()[0].decided_at) == (422, None)


def test_two_leads_decide_and_the_second_keeps_their_words(cast, told, sign_in):
    concern, tess = told(), sign_in(cast.tess)
    lead(concern, cast.tess, "advice")
    answer = page(tess, concern, "concern_decide", decision="police", words="My long reasons")
    assert (answer.status_code, "My long reasons" in answer.content.decode()) == (422, True)


def test_once_it_is_over_the_case_says_nothing_any_more(cast, told):
    concern = told()
    lead(concern, cast.tess, "none")
    with acting_as("seed"):
        assert SpeakToLead.objects.filter(ended_at=None).count() == 0


def test_what_was_told_is_never_changed_and_the_log_only_grows(cast, told):
    told()
    identify(cast.tess)
    for change in ("now = 'yes'", "quiet = true", "happened = ''"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update referrals_concern set {change}")
    for verb in ("update referrals_concernstep set what = 'noted'", "delete from referrals_concernstep"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(verb)


def test_rosa_adds_no_line_to_the_log_and_decides_nothing(cast, told):
    concern = told()
    identify(cast.rosa)
    with refused(), transaction.atomic():
        concerns.note(concern, by=cast.rosa, words="It was nothing")
    assert Concern.objects.update(read_by=cast.rosa) == 0


# --- the clock


@pytest.fixture
def at(cast):
    """at("2026-11-20T14:00"): that moment, with everybody in their job long before."""
    Membership.objects.update(starts_at="2026-01-01T00:00Z")
    return lambda text: time_machine.travel(f"{text}:00+00:00", tick=False)


def sweep():
    with acting_as("clocks"):
        return sweeping.concerns_that_wait()


def letters():
    with acting_as("delivery"):
        found = Message.objects.filter(template="concern_waits").order_by("created_at")
        return [(one.to, one.subject, one.body) for one in found]


def test_its_leads_are_told_at_once_in_a_letter_that_says_nothing(cast, told):
    concern = told()
    assert (sweep(), sweep()) == (1, 0)
    ((to, subject, body),) = letters()
    assert (to, subject) == ("tess@example.org", "Something waits for you in Connect")
    assert [word in body for word in ("Canary", "Ames", "Stanley", str(concern.pk))] == [False, False, False, True]


def test_unread_after_four_working_hours_somebody_else_reads_it(cast, told, at):
    cast.sana = stage.person("Sana Gill", "TL", cast.action, cast.team)
    Membership.objects.update(starts_at="2026-01-01T00:00Z")
    SafeguardingLead.objects.create(scheme=cast.scheme, team=cast.team, user=cast.sana)
    with at("2026-11-20T14:00"):  # a Friday
        concern = told()
        sweep()
        assert seen_by(cast.tess)[0] == set()
    with at("2026-11-23T09:59"):
        assert sweep() == 0
    with at("2026-11-23T10:01"):
        assert (sweep(), sweep()) == (1, 0)
        assert seen_by(cast.tess)[0] == {concern}
        identify(cast.tess)
        concerns.read(concern, by=cast.tess)
    assert [to for to, *_rest in letters()].count("tess@example.org") == 1


def test_decided_it_is_asked_after_on_the_fifth_and_the_tenth_working_day_and_then_each_day(cast, told, at):
    with at("2026-11-23T09:30"):
        concern = told()
        sweep()
        concern = lead(concern, cast.tess, "council")
        assert concern.chase_on == date(2026, 11, 30)
    with at("2026-11-27T09:30"):
        assert sweep() == 0
    with at("2026-11-30T09:30"):
        assert (sweep(), sweep()) == (1, 0)
        identify(cast.tess)
        concern = concerns.chase(concern, by=cast.tess, words="Nobody answers")
        assert concern.chase_on == date(2026, 12, 7)
    with at("2026-12-07T09:30"):
        assert sweep() == 1
        identify(cast.tess)
        assert concerns.chase(concern, by=cast.tess, words="Still nobody").chase_on == date(2026, 12, 8)


def test_undecided_after_a_working_day_its_leads_hear_of_it_again(cast, told, at):
    with at("2026-11-23T09:30"):
        concern = told()
        sweep()
        identify(cast.tess)
        concerns.read(concern, by=cast.tess)
    with at("2026-11-24T16:59"):
        assert sweep() == 0
    with at("2026-11-25T09:00"):
        assert (sweep(), sweep()) == (1, 0)


def test_whoever_was_named_and_has_left_keeps_nobody_waiting(cast, told):
    sana = stage.person("Sana Gill", "TL", cast.action, cast.team)
    SafeguardingLead.objects.create(scheme=cast.scheme, team=cast.team, user=sana)
    Membership.objects.filter(user=sana).update(ends_at=timezone.now())
    concern = told()
    sweep()
    assert seen_by(cast.tess)[0] == {concern}


# --- nowhere else


def test_a_report_counts_that_there_was_one_and_can_know_no_more(cast, told):
    told(), told()
    with acting_as("freeze"):
        assert (ConcernTally.objects.filter(team=cast.team).count(), Concern.objects.count()) == (2, 0)
    identify(cast.tess)
    assert ConcernTally.objects.count() == 0


def test_no_other_page_the_story_a_search_or_a_list_has_a_word_of_it(cast, told, sign_in):
    with acting_as("seed"):
        referral_actions.accept(told.referral, by=cast.carl)
    told(about=CANARY)
    pages = [
        sign_in(cast.carl).get(reverse("person", args=[told.referral.pk])),
        sign_in(cast.carl).get(reverse("caseload")),
        sign_in(cast.rosa).get(reverse("referrals")),
        sign_in(cast.rosa).get(reverse("referral", args=[told.referral.pk])),
        sign_in(cast.tess).get(reverse("caseload")),
        sign_in(cast.tess).get(reverse("person", args=[told.referral.pk])),
        sign_in(cast.tess).get(reverse("concerns_told")),
        sign_in(cast.rosa).get(reverse("concerns_told")),
        sign_in(cast.tess).get(reverse("search") + "?q=Canary+Quincewell"),
    ]
    assert [(one.status_code, "locked in" in one.content.decode()) for one in pages] == [(200, False)] * 9


def test_who_looked_at_whom_does_not_give_away_that_there_is_one(cast, told, sign_in):
    concern = told()
    page(sign_in(cast.tess), concern)
    with acting_as("migration"):
        assert Access.objects.filter(page__startswith="concern").count() == 0


def test_the_list_takes_as_many_queries_for_twelve_as_for_two(cast, told, sign_in):
    counts, tess = [], sign_in(cast.tess)
    for more in (2, 10):
        for _ in range(more):
            told()
        with CaptureQueriesContext(connection) as captured:
            tess.get(reverse("concerns_told"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


# --- who leads


def test_tess_names_a_lead_only_once_she_has_shown_that_it_is_she(cast, sign_in):
    sana = stage.person("Sana Gill", "TL", cast.action, cast.team)
    tess = sign_in(cast.tess)
    tess.post(reverse("name_lead"), {"user": sana.pk})
    assert SafeguardingLead.objects.count() == 0
    assert tess.get(reverse("safeguarding_leads")).status_code == 200


@pytest.mark.parametrize("name", ["rosa", "carl", "nia", "colm", "dev"])
def test_nobody_else_sees_or_names_who_leads(cast, sign_in, name):
    client = sign_in(getattr(cast, name))
    assert [client.get(reverse("safeguarding_leads")).status_code, client.post(reverse("name_lead")).status_code] == [
        404
    ] * 2
