"""From the list to a friend: reasons, a yes of each, the first visit, visits told, an end that is planned."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import Access
from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from referrals import actions
from referrals.befriending import ending, matching, sweeping, visiting, wanting
from referrals.befriending.models import BefrienderMatch, BefrienderTold, BefrienderVisit, BefrienderWish, Volunteer
from referrals.case.models import Task
from referrals.models import Attendance, Connection, Heard, Occasion, Person, Referral
from referrals.queue.models import WhileWaiting
from tests.referrals.befriending.conftest import in_days

pytestmark = pytest.mark.django_db


def letters(template):
    with acting_as("delivery"):
        return list(Message.objects.filter(template=template))


def open_link(client, purpose):
    link = Link.objects.filter(purpose=purpose, revoked_at=None).latest("created_at")
    client.get(reverse("link", args=[links.token(link)]))
    return link


# ---------- asked for ----------


def test_carl_puts_him_on_the_list_and_a_check_in_is_planned(scheme, with_carl, sign_in):
    page = reverse("befriender_ask", args=[with_carl.pk])
    client = sign_in(scheme.carl)
    assert client.get(page).status_code == 200
    form = {"key": "8f7d1c1e-16a6-4b40-9f3a-9d6a0e0e2f11", "kind": "visit", "interests": ["cards"], "agreed": "on"}
    for _twice in range(2):
        assert client.post(page, form).status_code == 302
    with acting_as("seed"):
        assert list(BefrienderWish.objects.values_list("known_as", "area")) == [("Stanley", "Millrace")]
        assert list(Connection.objects.values_list("service__name", "state")) == [("Kelderby befrienders", "agreed")]
        assert WhileWaiting.objects.filter(kind="check_in").count() == 1
    text = client.get(reverse("person", args=[with_carl.pk])).content.decode()
    assert "number 1 in the line" in text


@pytest.mark.parametrize("name", ["nia", "cora", "rosa", "ravi", "vera", "cleo", "colm"])
def test_nobody_else_asks_for_him(scheme, with_carl, sign_in, name):
    client = sign_in(getattr(scheme, name))
    assert client.get(reverse("befriender_ask", args=[with_carl.pk])).status_code == 404


def test_their_yes_is_asked_for_first(scheme, with_carl, sign_in):
    page = reverse("befriender_ask", args=[with_carl.pk])
    answer = sign_in(scheme.carl).post(page, {"key": "8f7d1c1e-16a6-4b40-9f3a-9d6a0e0e2f11", "kind": "visit"})
    assert (answer.status_code, "Ask them first" in answer.content.decode()) == (422, True)


# ---------- proposed ----------


def test_cleo_sees_why_and_asks_vera_who_hears_no_name(scheme, wish, vera, sign_in, now):
    client = sign_in(scheme.cleo)
    text = client.get(reverse("befriender_wish", args=[wish.pk])).content.decode()
    assert [word in text for word in ("Both like gardening", "Both have time on Tuesday afternoon", "Stanley")] == [
        True, True, True,
    ]  # fmt: skip
    assert ("Ames" in text, "07700" in text) == (False, False)
    key = {"key": "8f7d1c1e-16a6-4b40-9f3a-9d6a0e0e2f12", "volunteer": str(vera.pk)}
    for _twice in range(2):
        assert client.post(reverse("befriender_propose", args=[wish.pk]), key).status_code == 302
    [letter] = letters("befriender_asked")
    assert [w for w in ("Stanley", "Ames", "Millrace", "KX2") if w in letter.subject + letter.body] == []
    with acting_as("seed"):
        assert BefrienderMatch.objects.get().offer == [
            "Both like gardening", "Both have time on Tuesday afternoon", "About a mile from you",
            "There are stairs, and no lift",
        ]  # fmt: skip


def test_before_both_said_yes_neither_page_nor_database_gives_vera_a_name(scheme, proposed, client, sign_in):
    link = open_link(client, "befriend")
    text = client.get(reverse("befriend_asked")).content.decode()
    assert [w for w in ("Stanley", "Ames", "Millrace") if w in text] == []
    with acting_for(link.scope):
        seen = [one.objects.count() for one in (Referral, Person, BefrienderWish, BefrienderTold, Occasion)]
        assert seen == [0, 0, 0, 0, 0]
    identify(scheme.vera)
    assert [one.objects.count() for one in (BefrienderMatch, BefrienderWish, BefrienderTold, Referral)] == [1, 0, 0, 0]
    mine = sign_in(scheme.vera).get(reverse("my_match", args=[proposed.pk])).content.decode()
    assert [w for w in ("Stanley", "Ames", "Millrace") if w in mine] == []


def test_vera_says_yes_by_link_and_carl_writes_down_his(scheme, proposed, client, sign_in, now):
    link = open_link(client, "befriend")
    for _twice in range(2):
        assert client.post(reverse("befriend_asked"), {"link": link.pk, "said": "yes"}).status_code == 302
    assert (now(proposed).state, now(proposed).volunteer_yes) == ("proposed", True)
    carl = sign_in(scheme.carl)
    assert "We think of" in carl.get(reverse("person", args=[proposed.referral_id])).content.decode()
    assert carl.post(reverse("befriender_person_said", args=[proposed.pk]), {"said": "yes"}).status_code == 302
    assert now(proposed).state == "agreed"


def test_a_no_is_quite_all_right_and_he_keeps_his_place(scheme, proposed, client, now):
    link = open_link(client, "befriend")
    answer = client.post(reverse("befriend_asked"), {"link": link.pk, "said": "no"})
    assert ("Thank you for telling us" in answer.content.decode(), now(proposed).state) == (True, "declined")
    assert wanting.places(scheme.team.pk) == {proposed.wish_id: 1}
    assert client.get(reverse("befriend_asked")).status_code == 410


def test_somebody_is_proposed_once_at_a_time(scheme, proposed, volunteer):
    other = volunteer("Hugo Lane")
    identify(scheme.cleo)
    with pytest.raises(matching.Taken):
        matching.propose(BefrienderWish.objects.get(), volunteer=other, by=scheme.cleo, made=actions.new_key())


def test_what_keeps_them_apart_wants_a_reason_and_what_is_missing_is_final(scheme, wish, volunteer, sign_in):
    no_stairs, not_ready = volunteer("Hugo Lane", cannot=["stairs"]), volunteer("Ida Rush", ready=False)
    client = sign_in(scheme.cleo)
    text = client.get(reverse("befriender_wish", args=[wish.pk])).content.decode()
    assert "There are stairs and no lift, and Hugo cannot climb them" in text
    assert "No check has been seen" in text
    page = reverse("befriender_propose", args=[wish.pk])
    key = {"key": "8f7d1c1e-16a6-4b40-9f3a-9d6a0e0e2f13"}
    client.post(page, key | {"volunteer": str(no_stairs.pk)})
    client.post(page, key | {"volunteer": str(not_ready.pk), "in_spite": "She is nice"})
    with acting_as("seed"):
        assert BefrienderMatch.objects.count() == 0
    client.post(page, key | {"volunteer": str(no_stairs.pk), "in_spite": "They meet in the garden"})
    with acting_as("seed"):
        assert BefrienderMatch.objects.get().in_spite == "They meet in the garden"


# ---------- the first visit ----------


def test_arranged_it_is_an_introduction_like_any_other(scheme, both_yes, sign_in, now):
    form = {"on": in_days(3).isoformat(), "at": "14:30", "place": "home", "agreed": "4 Mill Lane", "every_days": "7"}
    answer = sign_in(scheme.cleo).post(reverse("befriender_arrange", args=[both_yes.pk]), form)
    assert (answer.status_code, now(both_yes).state) == (302, "meeting")
    with acting_as("seed"):
        assert Connection.objects.get().state == "introduced"
        assert Referral.objects.get().state == "active"
        assert Occasion.objects.get().known_as == "Stanley"
        assert BefrienderWish.objects.get().state == "found"
    [letter] = letters("befriender_meeting")
    assert [w for w in ("Stanley", "Ames", "Mill Lane") if w in letter.subject + letter.body] == []
    with acting_as("reminders"):
        assert [sweeping.tell_people(), sweeping.tell_people()] == [1, 0]
    assert len(letters("introduced_discreet")) == 2  # his text and his e-mail


def test_whom_nothing_can_be_written_hears_of_the_first_visit_from_carl(scheme, both_yes, sign_in):
    with acting_as("seed"):
        Person.objects.update(safe_to_message="no")
    form = {"on": in_days(3).isoformat(), "at": "14:30", "place": "home", "agreed": "", "every_days": "7"}
    page = sign_in(scheme.cleo).post(reverse("befriender_arrange", args=[both_yes.pk]), form, follow=True)
    assert "Vera is written to; Stanley too, or their connector is asked to ring" in page.text
    with acting_as("reminders"):
        assert [sweeping.tell_people(), sweeping.tell_people()] == [1, 0]
    with acting_as("seed"):
        [task] = Task.objects.all()
    assert (task.owner, task.words[:52], letters("introduced_discreet")) == (
        scheme.carl, "Ring or write: their befriender comes for the first ", [],
    )  # fmt: skip


def test_after_both_said_yes_the_link_opens_a_first_name_the_area_and_what_was_agreed(scheme, met, client, sign_in):
    link = open_link(client, "befriender")
    text = client.get(reverse("befriender_visits")).content.decode()
    assert [w in text for w in ("Stanley", "Millrace", "4 Mill Lane", "Ames", "07700 900 126")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    with acting_for(link.scope):
        assert (Person.objects.count(), BefrienderTold.objects.count()) == (0, 1)
    assert "Stanley" in sign_in(scheme.vera).get(reverse("my_befriending")).content.decode()


def test_another_volunteer_opens_nothing_of_it(scheme, met, volunteer, sign_in):
    stranger = volunteer("Hugo Lane", user=scheme.cora)
    scheme.cora.acting.role = "BEF"
    scheme.cora.acting.save()
    client = sign_in(scheme.cora)
    assert client.get(reverse("my_match", args=[met.pk])).status_code == 404
    assert "Stanley" not in client.get(reverse("my_befriending")).content.decode()
    with acting_for([stranger.pk]):
        assert (BefrienderMatch.objects.count(), BefrienderTold.objects.count(), BefrienderVisit.objects.count()) == (
            0, 0, 0,
        )  # fmt: skip


# ---------- visits ----------


def test_a_visit_is_told_by_link_and_read(scheme, met, client, sign_in, now):
    link = open_link(client, "befriender")
    yesterday = in_days(-1).isoformat()
    form = {"link": link.pk, "on": yesterday, "went": "met", "mood": "good", "words": "We laughed.", "minutes": "60"}
    for _twice in range(2):
        assert client.post(reverse("befriender_visits"), form).status_code == 302
    with acting_as("seed"):
        assert list(BefrienderVisit.objects.values_list("went", "mood", "minutes")) == [("met", "good", 60)]
        assert list(Attendance.objects.values_list("said_by", "answer")) == [("companion", "went")]
        assert Connection.objects.get().state == "attending"
        assert [one.text for one in Heard.objects.all()] == ["We laughed."]
    assert (now(met).state, now(met).next_on) == ("going", in_days(6))
    again = client.get(reverse("befriender_visits")).context["form"].initial  # "Change something" begins from it
    assert [again[name] for name in ("on", "went", "words")] == [in_days(-1), "met", "We laughed."]
    with acting_as("seed"):
        visit = BefrienderVisit.objects.get()
    cleo = sign_in(scheme.cleo)
    assert "We laughed." in cleo.get(reverse("visits_to_read")).content.decode()
    for _twice in range(2):
        cleo.post(reverse("visit_read", args=[visit.pk]), {"comment": "Lovely, thank you"})
    assert (now(visit).read_by, now(visit).comment) == (scheme.cleo, "Lovely, thank you")
    assert "Lovely, thank you" in client.get(reverse("befriender_visits")).content.decode()
    changed = client.post(reverse("befriender_visits"), form | {"went": "not_in"})
    assert (changed.status_code, now(visit).went) == (422, "met")


def test_vera_with_an_account_tells_it_too(scheme, met, sign_in, now):
    client = sign_in(scheme.vera)
    page = reverse("my_match", args=[met.pk])
    assert client.get(page).status_code == 200
    assert client.post(page, {"on": in_days(-1).isoformat(), "went": "not_in"}).status_code == 302
    with acting_as("seed"):
        assert BefrienderVisit.objects.get().logged_by == scheme.vera
        assert list(Attendance.objects.values_list("answer", flat=True)) == ["not"]


def test_words_of_danger_reach_whoever_reads_and_nothing_else_follows(scheme, met, client):
    link = open_link(client, "befriender")
    client.post(
        reverse("befriender_visits"),
        {"link": link.pk, "on": in_days(-1).isoformat(), "went": "met", "words": "He says he wants to end his life"},
    )
    with acting_as("seed"):
        assert Heard.objects.get().danger is True


@pytest.mark.parametrize("on", [1, -3, -90])
def test_a_day_that_cannot_be_is_said_beside_the_field(scheme, met, client, on):
    link = open_link(client, "befriender")
    form = {"link": link.pk, "on": in_days(on).isoformat(), "went": "met", "words": "Long and dear"}
    answer = client.post(reverse("befriender_visits"), form)
    assert (answer.status_code, "Long and dear" in answer.content.decode()) == (422, True)
    with acting_as("seed"):
        assert BefrienderVisit.objects.count() == 0


def test_silence_after_a_visit_is_asked_about_once_and_then_alarms_the_coordinator_once(scheme, met, sign_in, now):
    with acting_as("reminders"):
        assert [sweeping.ask_how_it_was(), sweeping.ask_how_it_was()] == [1, 0]
        assert sweeping.raise_alarms() == 0
        BefrienderMatch.objects.update(alarm_on=timezone.localdate())
        assert [sweeping.raise_alarms(), sweeping.raise_alarms()] == [1, 0]
    assert [one.to for one in letters("befriender_missed")] == ["cleo@example.org"]
    assert "nothing heard" in sign_in(scheme.cleo).get(reverse("befriending")).content.decode()
    assert "nobody has told of" in sign_in(scheme.carl).get(reverse("today")).content.decode()
    form = {"next_on": in_days(4).isoformat()}
    sign_in(scheme.cleo).post(reverse("befriender_asked_about", args=[met.pk]), form)
    assert (now(met).next_on, now(met).alarmed_at) == (in_days(4), None)


def test_restricted_he_is_hidden_from_everybody_he_was_told_to(scheme, met, client, sign_in):
    with acting_as("seed"):
        BefrienderWish.objects.update(guarded=True)
        BefrienderMatch.objects.update(guarded=True)
        Referral.objects.update(named=[scheme.carl.pk])
    open_link(client, "befriender")
    assert client.get(reverse("befriender_visits")).status_code == 410
    for user in (scheme.cleo, scheme.vera):
        identify(user)
        assert (BefrienderMatch.objects.count(), BefrienderTold.objects.count()) == (0, 0)
    with acting_as("reminders"):
        assert (sweeping.ask_how_it_was(), sweeping.raise_alarms()) == (0, 0)


# ---------- an end that is planned ----------


@pytest.fixture
def going(scheme, met):
    visiting.log(met, on=in_days(-1), went="met")
    identify(scheme.cleo)
    return BefrienderMatch.objects.get(pk=met.pk)


def test_it_never_just_stops(scheme, going, sign_in, now):
    client = sign_in(scheme.cleo)
    page = reverse("befriender_ending", args=[going.pk])
    soon = {"ending": "done", "after": "group", "ends_on": in_days(2).isoformat(), "words": "Cake"}
    assert client.post(page, soon).status_code == 422
    assert client.post(page, soon | {"ends_on": ""}).status_code == 422
    assert now(going).state == "going"
    assert client.post(page, soon | {"ends_on": in_days(20).isoformat()}).status_code == 302
    assert (now(going).state, now(going).ends_on) == ("ending", in_days(20))
    client.post(reverse("befriender_end", args=[going.pk]), {"said": "end"})
    assert now(going).state == "ended"
    with acting_as("seed"):
        assert list(Connection.objects.values_list("state", "ended_why")) == [("stopped", "moved_on")]
        assert Referral.objects.get().next_step == "choose"
        assert BefrienderWish.objects.get().state == "gone"
    assert len(letters("befriender_thanks")) == 1


def test_whoever_loses_a_befriender_is_back_at_the_top(scheme, going, now):
    ending.plan(going, ends_on=in_days(10), ending="volunteer", after="another", words="", by=scheme.cleo)
    ending.end(going, by=scheme.cleo)
    assert wanting.places(scheme.team.pk) == {going.wish_id: 1}
    with acting_as("seed"):
        assert Connection.objects.get().state == "attending"


def test_an_end_shuts_the_link(scheme, going, client):
    open_link(client, "befriender")
    identify(scheme.cleo)
    ending.end(going, by=scheme.cleo, ending="health", after="touch")
    assert client.get(reverse("befriender_visits")).status_code == 410


def test_a_page_that_shows_somebody_writes_down_who_looked(scheme, met, sign_in):
    sign_in(scheme.cleo).get(reverse("befriender_match", args=[met.pk]))
    with acting_as("seed"):
        person_id = Referral.objects.get().person_id
    identify(scheme.dora)
    row = Access.objects.filter(page="befriender_match").get()
    assert (row.actor_id, row.person_ids) == (scheme.cleo.pk, [person_id])


@pytest.mark.parametrize("name", ["nia", "cara", "cora", "rosa", "colm"])
def test_whoever_has_nothing_to_do_with_him_sees_no_page_and_no_row(scheme, met, sign_in, name):
    user = getattr(scheme, name)
    client = sign_in(user)
    pages = [("befriender_match", met.pk), ("befriender_wish", met.wish_id), ("volunteer", met.volunteer_id)]
    assert {client.get(reverse(page, args=[pk])).status_code for page, pk in pages} == {404}
    identify(user)
    seen = [
        one.objects.count() for one in (BefrienderWish, BefrienderMatch, BefrienderTold, BefrienderVisit, Volunteer)
    ]
    assert seen == [0, 0, 0, 0, 0]


def test_a_home_page_asks_as_much_of_many_as_of_one(scheme, wish, sign_in):
    client = sign_in(scheme.cleo)
    client.get(reverse("befriending"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("befriending"))
    with acting_as("seed"):
        for kind in ("phone", "mentor", "group"):
            wish.pk, wish.key, wish.kind, wish._state.adding = uuid.uuid4(), uuid.uuid4(), kind, True
            wish.save()
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("befriending"))
    assert len(many) == len(few)


def test_too_old_to_be_asked(scheme, met):
    with acting_as("reminders"):
        BefrienderMatch.objects.update(next_on=timezone.localdate() - timedelta(days=30))
        assert sweeping.ask_how_it_was() == 0


# ---------- when the person is not helped any more ----------


@pytest.mark.parametrize(("why", "left"), [("died", "ending"), ("moved_away", "ending"), ("completed", "going")])
def test_who_is_visited_when_their_connector_ends_it(scheme, going, now, client, why, left):
    with acting_as("seed"):
        Referral.objects.update(state="closed", closed_why=why)
    with acting_as("reminders"):
        assert [sweeping.follow_the_person(), sweeping.follow_the_person()] == [int(left == "ending"), 0]
    assert now(going).state == left
    open_link(client, "befriender")
    assert client.get(reverse("befriender_visits")).status_code == (410 if left == "ending" else 200)


def test_who_withdrew_waits_for_nobody(scheme, proposed, now):
    with acting_as("seed"):
        Referral.objects.update(state="withdrawn")
    with acting_as("reminders"):
        sweeping.follow_the_person()
    assert (now(proposed).state, now(proposed.wish).state) == ("declined", "gone")
