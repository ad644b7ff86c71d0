"""Several organisations round one person: who is let in, how far, until when, and that it ends at once."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from connect.identity import acting_as, identify, in_person
from connect.messaging.models import Message
from connect.walls import walled_tables
from referrals import actions, refusals
from referrals.case import doing
from referrals.models import Note, Partner, Person, Referral, Task
from referrals.person import consenting, restricting
from referrals.person.states import Decision
from referrals.states import Purpose
from referrals.together import actions as together
from referrals.together import demo, reading
from tests.cast import mr_ames
from tests.cast import person as stage

pytestmark = pytest.mark.django_db
# What opens to a partner of the whole, beside their own place; at the outline only the first five.
OUTLINE = {
    "referrals_attendance", "referrals_connection", "referrals_occasion", "referrals_partner", "referrals_person",
    "referrals_referral",
}  # fmt: skip
WHOLE = OUTLINE | {"referrals_contactattempt", "referrals_note", "referrals_referralevent", "referrals_task"}


def rows_seen() -> set[str]:
    with connection.cursor() as cursor:
        found = {
            table: cursor.execute(f"select count(*) from {table}").fetchone()[0] for table in sorted(walled_tables())
        }
    return {table for table, count in found.items() if count}


@pytest.fixture
def lived(cast, ames):
    """A call, a note, a task and a group, so that there is something to be seen."""
    identify(cast.carl)
    actions.record_contact(ames, channel="call", reached=True, note="Rang.", by=cast.carl, made=actions.new_key())
    doing.write_note(ames, words="Between us.", by=cast.carl, made=actions.new_key())
    doing.add_task(ames, words="A form", owner=cast.carl, due_on=None, by=cast.carl, made=actions.new_key())
    from referrals.introductions import actions as introductions

    introductions.introduce(Referral.objects.get(pk=ames.pk), service=cast.lunch, by=cast.carl, made=actions.new_key())
    identify()
    return ames


def test_nia_sees_nothing_before_and_after_and_what_she_was_let_see_in_between(cast, lived, ask_in):
    nobody = set()
    with in_person(cast.nia, together.JOB):
        assert rows_seen() == nobody
    place = ask_in()
    identify(cast.nia)  # in her own role she still sees no row but her place: no page of hers opens by accident
    assert rows_seen() == {"referrals_partner"}
    with in_person(cast.nia, together.JOB):
        assert list(Referral.objects.all()) == list(Referral.objects.alongside(cast.nia)) == [lived]
        assert rows_seen() - {"referrals_attendance"} == WHOLE - {"referrals_attendance"}
    identify(cast.carl)
    together.take_away(place, why="not_needed", by=cast.carl)
    with in_person(cast.nia, together.JOB):
        assert rows_seen() == {"referrals_partner"}
        assert list(Referral.objects.alongside(cast.nia)) == []


def test_every_walled_table_of_the_referrals_is_shut_to_partners_but_those_named():
    with connection.cursor() as cursor:
        rows = cursor.execute("select tablename from pg_policies where policyname = 'not_round'").fetchall()
    about_people = {table for table in walled_tables() if table.startswith("referrals_")}
    assert about_people - {table for (table,) in rows} == WHOLE | {"referrals_particulars"}


def test_at_the_outline_the_database_keeps_calls_notes_and_tasks_back(cast, lived, ask_in):
    ask_in("outline")
    with in_person(cast.nia, together.JOB):
        assert rows_seen() - {"referrals_attendance"} == OUTLINE - {"referrals_attendance"}


@pytest.mark.parametrize("name", ["ravi", "cora", "vera", "colm", "dev"])
def test_whoever_was_not_asked_in_sees_no_row_by_that_door(cast, lived, ask_in, name):
    ask_in()
    other = getattr(cast, name)
    with in_person(other, together.JOB):
        assert rows_seen() == set()
        assert list(Referral.objects.alongside(other)) == []


def test_nia_for_another_organisation_of_hers_sees_nothing(cast, lived, ask_in):
    ask_in()
    cast.nia.acting.organisation_id = cast.council.pk
    with in_person(cast.nia, together.JOB):
        assert rows_seen() == set()


def test_on_the_day_after_its_last_the_door_is_shut_by_both_walls(cast, lived, ask_in):
    place = ask_in()
    with acting_as("clocks"):
        Partner.objects.filter(pk=place.pk).update(until=timezone.localdate() - timedelta(days=1))
    with in_person(cast.nia, together.JOB):
        assert list(Referral.objects.all()) == list(Referral.objects.alongside(cast.nia)) == []


def test_nobody_is_let_in_without_the_persons_yes_to_just_them(cast, ames, ask_in):
    with pytest.raises(refusals.NotAgreed):
        ask_in(agreed=False)
    place = ask_in()
    identify(cast.carl)
    said = ames.consents.get(purpose=Purpose.TOGETHER)
    assert (said.recipient, said.decision, said.statement.version) == (
        "Nia Pryce, Farside Council", Decision.GIVEN, 1,
    )  # fmt: skip
    assert place.recipient == said.recipient
    with pytest.raises(together.InAlready):
        ask_in()


@pytest.mark.parametrize("who", ["carl", "own page"])
def test_a_yes_taken_back_ends_it_in_the_same_transaction(cast, lived, ask_in, who):
    place = ask_in()
    said = {"purpose": Purpose.TOGETHER, "recipient": place.recipient, "decision": Decision.WITHDRAWN}
    if who == "carl":
        identify(cast.carl)
        consenting.record(lived, **said, by=cast.carl)
    else:
        with acting_as("own_page", scope=[lived.pk]):
            consenting.record(lived, **said, by=None)
    with in_person(cast.nia, together.JOB):
        assert list(Referral.objects.all()) == []
    identify(cast.carl)
    place.refresh_from_db()
    assert place.ended_why == "taken_back"
    with acting_as("reminders"):
        told = Message.objects.get(template="round_over")
    assert (told.to, "Ames" in told.body) == ("nia@example.org", False)


def test_whoever_takes_back_everything_has_nobody_round_them(cast, lived, ask_in):
    place = ask_in()
    with acting_as("own_page", scope=[lived.pk]):
        consenting.record(lived, purpose=Purpose.CONTACT, decision=Decision.WITHDRAWN, by=None)
    identify(cast.carl)
    place.refresh_from_db()
    assert place.ended_why == "taken_back"


def test_with_the_referral_it_is_over(cast, lived, ask_in):
    place = ask_in()
    identify(cast.carl)
    actions.close(Referral.objects.get(pk=lived.pk), why="completed", by=cast.carl)
    place.refresh_from_db()
    assert (place.ended_why, place.is_live) == ("finished", False)


def test_a_partner_writes_notes_and_tasks_of_their_own_and_nothing_else(cast, lived, ask_in):
    place = ask_in()
    with in_person(cast.nia, together.JOB):
        doing.write_note(lived, words="Met him.", by=cast.nia, made=actions.new_key())
        doing.add_task(lived, words="Ring", owner=cast.nia, due_on=None, by=cast.nia, made=actions.new_key())
        for write in (
            lambda: doing.write_note(lived, words="x", by=cast.carl, made=actions.new_key()),
            lambda: doing.add_task(lived, words="x", owner=cast.carl, due_on=None, by=cast.nia, made=actions.new_key()),
            lambda: consenting.record(lived, purpose=Purpose.SHARE, recipient="x", decision="given", by=cast.nia),
            lambda: actions.happened(lived, to="closed", by=cast.nia),
            lambda: Partner.objects.filter(pk=place.pk).update(until=timezone.localdate() + timedelta(days=900)),
        ):
            with pytest.raises((ProgrammingError, Referral.DoesNotExist)), transaction.atomic():
                write()
        assert Referral.objects.update(urgent=True) == 0
        assert Person.objects.update(phone="") == 0
        assert Task.objects.filter(owner=cast.carl).update(words="x") == 0
    identify(cast.carl)
    assert set(Note.objects.values_list("words", "by__name")) == {
        ("Between us.", "Carl Whitlock"), ("Met him.", "Nia Pryce"),
    }  # fmt: skip


def test_the_column_is_made_of_the_rows_and_of_nothing_else(cast, ames, ask_in):
    place = ask_in("outline")
    identify(cast.carl)
    assert Referral.objects.get(pk=ames.pk).round == {
        str(cast.nia.pk): {"org": str(cast.elsewhere.pk), "level": "outline", "until": str(place.until)}
    }
    together.take_away(place, why="not_needed", by=cast.carl)
    assert Referral.objects.get(pk=ames.pk).round == {}


def test_nia_asks_by_the_reference_carl_says_yes_and_she_hears_no_more_than_that(cast, ames):
    identify(cast.nia)
    said = {"why": "I know him.", "by": cast.nia}
    asked = together.ask_for(reference=ames.reference, **said, made=actions.new_key())
    wrong = together.ask_for(reference="ZZZ-ZZZ", **said, made=actions.new_key())
    assert [(one.yes, one.ended_at) for one in (asked, wrong)] == [(None, None)] * 2
    with in_person(cast.nia, together.JOB):
        assert list(Referral.objects.all()) == []
    identify(cast.cora)
    assert list(Partner.objects.all()) == list(reading.waiting_for(cast.cora)) == []
    identify(cast.tess)
    assert list(reading.waiting_for(cast.tess)) == [asked]
    identify(cast.carl)
    assert list(reading.waiting_for(cast.carl)) == [asked]
    how = {"level": "outline", "until": timezone.localdate() + timedelta(days=9), "by": cast.carl}
    with pytest.raises(refusals.NotAgreed):
        together.agree(asked, **how, agreed=False)
    together.agree(asked, **how, agreed=True)
    with pytest.raises(refusals.SomebodyWasFaster):
        together.refuse(asked, by=cast.carl)
    with in_person(cast.nia, together.JOB):
        assert list(Referral.objects.alongside(cast.nia)) == [ames]
    with acting_as("reminders"):
        told = set(Message.objects.filter(template__startswith="round").values_list("to", "template"))
    assert told == {("carl@example.org", "round_asked"), ("nia@example.org", "round_answered")}


def test_a_no_opens_nothing_and_says_not_why(cast, ames):
    identify(cast.rosa)
    asked = together.ask_for(reference=ames.reference, why="I see him.", by=cast.rosa, made=actions.new_key())
    identify(cast.carl)
    together.refuse(asked, by=cast.carl)
    with in_person(cast.rosa, together.JOB):
        assert list(Referral.objects.all()) == []
    identify(cast.rosa)
    assert list(Partner.objects.values_list("yes", "ended_why")) == [(False, "refused")]


def test_nobody_says_yes_to_themselves(cast, ames):
    identify(cast.nia)
    row = {
        "referral": ames, "reference": ames.reference, "user": cast.nia, "organisation": cast.elsewhere,
        "recipient": "Nia", "why": "x", "asked_by": cast.nia, "yes": True, "decided_by": cast.nia, "level": "whole",
        "until": timezone.localdate() + timedelta(days=1),
    }  # fmt: skip
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Partner.objects.create(**row, **actions.new_key())


def test_a_worker_who_meets_the_person_asks_whoever_else_works_with_them(cast, ames):
    theirs = mr_ames(cast)
    with acting_as("seed"):
        Referral.objects.filter(pk=theirs.pk).update(person=ames.person_id, team=cast.other_team)
        actions.accept(Referral.objects.get(pk=theirs.pk), by=cast.nia)
    identify(cast.nia)
    together.ask_others(Referral.objects.get(pk=theirs.pk), why="To share it.", by=cast.nia)
    identify(cast.carl)
    assert [one.referral_id for one in reading.waiting_for(cast.carl)] == [ames.pk]
    with acting_as("reminders"):
        assert ames.reference in Message.objects.get(template="round_asked").subject


def test_by_that_nobody_learns_whether_another_team_works_with_them(cast, ames):
    alone, both = mr_ames(cast), mr_ames(cast)
    with acting_as("seed"):
        Referral.objects.filter(pk__in=[alone.pk, both.pk]).update(team=cast.other_team)
        Referral.objects.filter(pk=both.pk).update(person=ames.person_id)
        for row in (alone, both):
            actions.accept(Referral.objects.get(pk=row.pk), by=cast.nia)
    identify(cast.nia)
    for row in (alone, both, both):
        together.ask_others(Referral.objects.get(pk=row.pk), why="To share it.", by=cast.nia)
    told = reading.places_of(cast.nia).values_list("reference", "yes", "ended_at")
    assert set(told) == {(row.reference, None, None) for row in (alone, both)}
    assert len(told) == 2


def test_who_must_not_be_found_is_shown_to_no_partner_and_answers_no_reference(cast, lived, ask_in):
    place = ask_in()
    identify(cast.carl)
    restricting.restrict(Referral.objects.get(pk=lived.pk), why="abuse", by=cast.carl, owner=cast.tess)
    with in_person(cast.nia, together.JOB):
        assert rows_seen() == {"referrals_partner"}
    identify(cast.carl)
    place.refresh_from_db()
    assert place.ended_why == "restricted"
    identify(cast.nia)
    asked = together.ask_for(reference=lived.reference, why="I know him.", by=cast.nia, made=actions.new_key())
    assert asked.referral_id is None
    with pytest.raises(refusals.NotNamed):
        ask_in()


def test_whoever_leads_is_named_and_is_whoever_holds_it_once_they_are_gone(cast, ames, ask_in):
    place = ask_in()
    identify(cast.carl)
    together.name_lead(Referral.objects.get(pk=ames.pk), lead=cast.nia, by=cast.carl)
    assert reading.circle(Referral.objects.get(pk=ames.pk)).lead == cast.nia
    together.leave(place, by=cast.nia)
    now = Referral.objects.get(pk=ames.pk)
    assert (reading.circle(now).lead, now.lead_id, now.round) == (cast.carl, None, {})


def test_a_yes_to_one_worker_is_no_yes_to_their_colleague(cast, ames, ask_in):
    other = stage("Nina Pryce", "CON", cast.council, cast.other_team)
    ask_in()
    with pytest.raises(refusals.NotAgreed):
        ask_in(user=other, agreed=False)


def test_the_demo_shows_one_who_is_in_it_and_one_who_asks(cast):
    with acting_as("seed"):
        for row in (mr_ames(cast), mr_ames(cast)):
            actions.accept(row, by=cast.carl)
            actions.move(Referral.objects.get(pk=row.pk), to="contacted", by=None)
        demo.load(cast.rosa, cast.carl, cast.nia)
    identify(cast.carl)
    assert set(Partner.objects.values_list("user__name", "yes")) == {("Rosa Marsh", True), ("Nia Pryce", None)}
