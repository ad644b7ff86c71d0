"""What changes at once, what waits for a second pair of eyes, and who is never the second."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.models import Membership
from directory import document
from directory.keeping import actions, old_contact, proposing, tasks
from directory.keeping.making import Decided
from directory.models import Ask, ChangeRequest, Revision, Service
from directory.states import Decision, Via

NEW = "01632 960 099"


def now(service):
    return document.of(Service.objects.get(pk=service.pk))


def test_a_price_changes_at_once_and_a_number_waits(desk):
    done = proposing.edit(desk.lunch, {"fees": "£5", "contact_phone": NEW}, by=desk.dev)
    assert (done.changed, done.waiting.state, done.waiting.proposed) == (["fees"], "second", {"contact_phone": NEW})
    assert (now(desk.lunch)["fees"], now(desk.lunch)["contact_phone"]) == ("£5", "01632 960 042")


@pytest.mark.parametrize(
    ("part", "waits"),
    [
        ({"contact_phone": NEW}, True),
        ({"contact_email": "new@example.org"}, True),
        ({"url": "https://new.example.org"}, True),
        ({"contact_phone": ""}, False),  # taken away: it sends nobody to a stranger
        ({"contact_name": "Olivia"}, False),
        ({"contact_public": False}, False),
        ({"community": {"platform": "facebook_group", "address": "https://www.facebook.com/groups/11"}}, True),
        ({"name": "Lunch"}, False),
    ],
)
def test_what_people_would_ring_or_press_waits(desk, part, waits):
    done = proposing.edit(desk.lunch, part, by=desk.dev)
    assert (done.waiting is not None, done.changed == []) == (waits, waits)


def test_priya_agrees_and_it_counts(desk):
    waiting = proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting
    identify(desk.priya)
    assert proposing.agree(waiting, by=desk.priya) == ["contact_phone"]
    waiting.refresh_from_db()
    assert (waiting.state, waiting.first_by, waiting.decided_by) == ("taken", desk.dev, desk.priya)
    assert now(desk.lunch)["contact_phone"] == NEW
    kept = Revision.objects.get()
    assert (kept.changed, kept.document["contact_phone"]) == (["contact_phone"], NEW)


@pytest.mark.parametrize("decide", [proposing.agree, proposing.disagree])
def test_the_first_pair_of_eyes_is_never_the_second(desk, decide):
    waiting = proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting
    with pytest.raises(proposing.SamePerson):
        decide(waiting, by=desk.dev)
    assert now(desk.lunch)["contact_phone"] == "01632 960 042"


def test_nor_does_the_database_let_one_person_be_both(desk):
    waiting = proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting
    with pytest.raises(IntegrityError), transaction.atomic():
        ChangeRequest.objects.filter(pk=waiting.pk).update(state="taken", decided_by=desk.dev)


def test_priya_says_no_and_the_old_number_stays(desk):
    waiting = proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting
    proposing.disagree(waiting, by=desk.priya, why="The old one answers")
    assert (now(desk.lunch)["contact_phone"], waiting.decided_why) == ("01632 960 042", "The old one answers")
    with pytest.raises(Decided):
        proposing.agree(waiting, by=desk.priya)


def test_whoever_asked_takes_it_back_alone_and_nobody_else_does(desk):
    waiting = proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting
    with pytest.raises(proposing.SamePerson):
        proposing.withdraw(waiting, by=desk.priya)
    proposing.withdraw(waiting, by=desk.dev)
    assert (waiting.state, waiting.decided_why) == ("overtaken", "Taken back by Dev Rao")


def test_the_same_change_asked_for_twice_waits_once_and_a_later_one_overtakes_it(desk):
    first = proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting
    assert proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting == first
    later = proposing.edit(desk.lunch, {"contact_phone": "01632 960 098"}, by=desk.dev).waiting
    assert list(ChangeRequest.objects.filter(state="second")) == [later]


def test_of_a_community_only_the_address_waits(desk):
    community = {"platform": "facebook_group", "address": "https://www.facebook.com/groups/11"}
    actions.change(desk.lunch, {"community": community}, via=Via.SIGN_UP)
    elsewhere = {**now(desk.lunch)["community"], "address": "https://www.facebook.com/groups/12", "not_for": "Selling"}
    done = proposing.edit(desk.lunch, {"community": elsewhere}, by=desk.dev)
    kept = now(desk.lunch)["community"]
    assert (done.changed, kept["address"][-1], kept["not_for"]) == (["community"], "1", "Selling")
    actions.change(desk.lunch, {"community": {**kept, "posts": "Forty a day"}}, via=Via.EDITOR, by=desk.dev)
    proposing.agree(done.waiting, by=desk.priya)
    kept = now(desk.lunch)["community"]
    assert (kept["address"][-1], kept["not_for"], kept["posts"]) == ("2", "Selling", "Forty a day")


def test_a_number_that_does_not_fit_is_said_at_once_and_nothing_waits(desk):
    with pytest.raises(document.NotADocument):
        proposing.edit(desk.lunch, {"fees": "£6", "contact_email": "no address"}, by=desk.dev)
    assert (ChangeRequest.objects.count(), now(desk.lunch)["fees"]) == (0, "£4.50")


# ---------- what others propose ----------


@pytest.fixture
def asked(desk):
    part = {"fees": "£5", "met_by": "Petra", "contact_phone": NEW}
    return proposing.propose(desk.lunch, part, via=Via.ORGANISER, by_name="Olive")


def test_part_of_what_olive_says_is_taken_the_number_still_waits_and_the_rest_is_refused(desk, asked):
    done = proposing.take(asked, ["fees", "contact_phone"], by=desk.dev)
    asked.refresh_from_db()
    assert (done.changed, asked.state, asked.taken) == (["fees"], "taken", ["fees", "contact_phone"])
    assert (done.waiting.via, done.waiting.by_name, done.waiting.first_by) == ("organiser", "Olive", desk.dev)
    assert now(desk.lunch)["met_by"] == "Olive"
    assert Revision.objects.get().by_name == "Olive"


def test_nothing_ticked_is_a_refusal(desk, asked):
    proposing.take(asked, [], by=desk.dev, why="She meant the choir")
    assert (asked.state, asked.decided_why, now(desk.lunch)["fees"]) == ("refused", "She meant the choir", "£4.50")


def test_two_editors_at_once_take_it_once(desk, asked):
    copy = ChangeRequest.objects.get(pk=asked.pk)
    proposing.take(asked, ["fees"], by=desk.dev)
    with pytest.raises(Decided):
        proposing.refuse(copy, by=desk.priya)


def test_proposing_what_is_said_already_proposes_nothing(desk):
    assert proposing.propose(desk.lunch, {"fees": "£4.50"}, via=Via.PUBLIC) is None


def test_what_a_feed_says_is_taken_whole_and_is_the_feeds_again(desk):
    from directory.models import Feed

    desk.lunch.feed = Feed.objects.create(name="County")
    desk.lunch.own_words = ["fees", "contact_phone"]
    desk.lunch.save()
    said = proposing.propose(desk.lunch, {"contact_phone": NEW}, via=Via.FEED)
    done = proposing.take(said, ["contact_phone"], by=desk.dev)
    desk.lunch.refresh_from_db()
    assert (done.waiting, desk.lunch.contact_phone, desk.lunch.own_words) == (None, NEW, ["fees"])


# ---------- only one editor: the old contact is asked ----------


def test_with_one_editor_the_old_address_is_written_to_and_the_new_one_is_not(alone, outbox):
    waiting = proposing.edit(alone.lunch, {"contact_email": "new@example.org"}, by=alone.dev).waiting
    letter = outbox()[0]
    assert (letter.to, letter.template) == ("olive@example.org", "new_contact")
    assert (Ask.objects.get().change, Ask.objects.get().about) == (waiting, "contact")
    assert waiting.wait_until >= letter.due_at + timedelta(hours=71, minutes=59)


def test_with_two_editors_nobody_is_written_to(desk, outbox):
    waiting = proposing.edit(desk.lunch, {"contact_email": "new@example.org"}, by=desk.dev).waiting
    assert (outbox(), waiting.wait_until) == ([], None)


def test_an_editor_who_has_left_is_no_second_pair_of_eyes(desk):
    Membership.objects.filter(user=desk.priya).update(ends_at=timezone.now())
    assert proposing.edit(desk.lunch, {"contact_phone": NEW}, by=desk.dev).waiting.wait_until is not None


def after(days, **kept):
    ChangeRequest.objects.update(wait_until=timezone.now() - timedelta(days=days))


def test_it_counts_when_the_notice_was_sent_and_three_days_went_by(alone, deliver):
    proposing.edit(alone.lunch, {"contact_phone": NEW}, by=alone.dev)
    tasks.settle_contacts()
    identify(alone.dev)
    assert now(alone.lunch)["contact_phone"] == "01632 960 042"
    after(days=0)
    tasks.settle_contacts()
    identify(alone.dev)
    assert now(alone.lunch)["contact_phone"] == "01632 960 042", "the notice has not left yet"
    with acting_as("delivery"):
        Message.objects.update(state="sent")
    tasks.settle_contacts()
    identify(alone.dev)
    assert now(alone.lunch)["contact_phone"] == NEW
    assert ChangeRequest.objects.get().decided_why == "Nobody objected in 72 hours"


def test_where_nobody_can_be_written_to_three_days_go_by_all_the_same(alone, outbox):
    Service.objects.update(contact_email="")
    alone.lunch.refresh_from_db()
    waiting = proposing.edit(alone.lunch, {"contact_phone": NEW}, by=alone.dev).waiting
    assert (outbox(), waiting.wait_until > timezone.now() + timedelta(hours=71)) == ([], True)
    after(days=0)
    assert old_contact.waited_long_enough() == [waiting]


def test_a_no_from_the_old_contact_ends_it(alone, deliver):
    waiting = proposing.edit(alone.lunch, {"contact_phone": NEW}, by=alone.dev).waiting
    proposing.old_contact_said(waiting, yes=False)
    after(days=4)
    tasks.settle_contacts()
    identify(alone.dev)
    assert (ChangeRequest.objects.get().state, now(alone.lunch)["contact_phone"]) == ("refused", "01632 960 042")


# ---------- nobody's words are lost ----------


def test_two_editors_on_one_page_and_the_second_is_told(desk):
    seen = actions.Seen.of(now(desk.lunch), ("fees",))
    proposing.edit(desk.lunch, {"fees": "£5"}, by=desk.dev, seen=seen)
    with pytest.raises(actions.OutOfDate):
        proposing.edit(desk.lunch, {"fees": "£6"}, by=desk.priya, seen=seen)
    assert now(desk.lunch)["fees"] == "£5"


def test_a_listing_read_before_somebody_elses_change_does_not_undo_it(desk):
    stale = Service.objects.get(pk=desk.lunch.pk)
    proposing.edit(desk.lunch, {"fees": "£5"}, by=desk.dev)
    proposing.edit(stale, {"met_by": "Petra"}, by=desk.priya)
    assert (now(desk.lunch)["fees"], now(desk.lunch)["met_by"]) == ("£5", "Petra")


def test_what_it_said_before_can_be_brought_back_and_the_number_waits(desk):
    actions.change(desk.lunch, {"fees": "£4"}, via=Via.EDITOR, by=desk.dev)
    first = Revision.objects.get()
    actions.change(desk.lunch, {"fees": "£5", "contact_phone": NEW}, via=Via.EDITOR, by=desk.dev)
    done = proposing.restore(first, by=desk.dev)
    assert (done.changed, list(done.waiting.proposed), now(desk.lunch)["fees"]) == (["fees"], ["contact_phone"], "£4")


@pytest.mark.parametrize("name", ["nia", "carl", "colm", "rosa"])
def test_nobody_but_editors_reads_what_was_proposed(desk, asked, name):
    identify(getattr(desk, name))
    assert ChangeRequest.objects.count() == 0
    assert ChangeRequest.objects.filter(state=Decision.WAITING).update(state="taken") == 0


def test_a_contact_taken_away_and_another_put_there_is_still_told_to_the_old_one(alone, outbox):
    actions.change(alone.lunch, {"fees": "£5"}, via=Via.EDITOR, by=alone.dev)
    proposing.edit(alone.lunch, {"contact_email": "", "contact_phone": ""}, by=alone.dev)
    proposing.edit(alone.lunch, {"contact_email": "new@example.org"}, by=alone.dev)
    assert [(letter.to, letter.template) for letter in outbox()] == [("olive@example.org", "new_contact")]


def test_once_decided_the_notice_does_not_leave(alone, outbox):
    waiting = proposing.edit(alone.lunch, {"contact_phone": NEW}, by=alone.dev).waiting
    proposing.withdraw(waiting, by=alone.dev)
    assert [letter.state for letter in outbox()] == ["cancelled"]
