"""Two that may be one person: who is shown it and why; proposed, made one, taken apart exactly."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect.identity import acting_as, identify
from connect.walls import walled_tables
from referrals import actions
from referrals.alike import finding, merging
from referrals.alike.models import Apart, Merge, Moved
from referrals.introductions import actions as introductions
from referrals.models import Person, Referral
from referrals.person import consenting, restricting
from referrals.person.models import Marker, Particulars, Relation

pytestmark = pytest.mark.django_db
STAN = {
    "given_name": "Stanley", "family_name": "Ames", "phone": "07700 900 126", "email": "ames@example.org",
    "postcode": "KX2 4HD", "safe_to_message": "yes", "date_of_birth": date(1943, 3, 9),
}  # fmt: skip


def refer(cast, by=None, accepted_by=None, team=None, yeses=("contact", "tell_referrer"), **changes):
    with acting_as("seed"):
        referral = actions.submit(
            person=STAN | changes, wants=["company"], words="", yeses=yeses, by=by or cast.rosa, made=actions.new_key()
        )
        if accepted_by:
            actions.accept(referral, by=accepted_by)
        return referral


@pytest.fixture
def two(cast):
    """Carl has Stanley Ames; then Ravi asks for Stan Ames, on the same phone, and Cora takes him."""
    first = refer(cast, accepted_by=cast.carl)
    second = refer(cast, by=cast.ravi, accepted_by=cast.cora, given_name="Stan", email="", phone="+447700900126")
    return first, second


def likely(referral, user):
    identify(user)
    return [
        (one.person_id, list(one.reasons), one.referral is not None, one.with_whom)
        for one in finding.likely(referral, user)
    ]


# --- who is found, and why


SAME = [
    {},
    {"given_name": "Stan", "email": "", "postcode": "KX1 1AA", "date_of_birth": None},
    {"given_name": "S", "known_as": "Stan", "phone": "", "email": ""},
    {"family_name": "Aymes", "phone": "", "email": "", "date_of_birth": None},
    {"date_of_birth": date(1943, 9, 3), "phone": "07700 900 999", "email": ""},
    {"phone": "+44 7700 900126", "family_name": "", "email": "", "postcode": "KX1 1AA", "date_of_birth": None},
]
OTHERS = [
    {"given_name": "Jean", "date_of_birth": None},  # his wife: the same phone, e-mail, postcode and last name
    {"given_name": "Stanley", "family_name": "Brown", "phone": "", "email": "", "date_of_birth": None},
    {"phone": "07700 900 555", "email": "x@example.org", "postcode": "KX1 1AA", "date_of_birth": None},
    {"date_of_birth": date(1971, 1, 1), "phone": "", "email": ""},  # his son, named after him
]


@pytest.mark.parametrize("changes", SAME)
def test_somebody_very_like_him_is_found(cast, changes):
    first, second = refer(cast, accepted_by=cast.carl), refer(cast, accepted_by=cast.carl, **changes)
    assert [one[0] for one in likely(second, cast.carl)] == [first.person_id]


@pytest.mark.parametrize("changes", OTHERS)
def test_whoever_shares_a_house_or_a_name_alone_is_not(cast, changes):
    refer(cast, accepted_by=cast.carl)
    second = refer(cast, accepted_by=cast.carl, **changes)
    assert likely(second, cast.carl) == []


def test_the_reasons_are_words_and_never_a_number(cast, two):
    identify(cast.carl)
    (found,) = finding.likely(two[0], cast.carl)
    assert found.because == [
        "the same phone number", "the same date of birth", "last names that are alike", "the same postcode",
        "first names that are alike",
    ]  # fmt: skip


def test_of_a_colleagues_person_a_connector_learns_why_and_whose_and_nothing_else(cast, two):
    assert likely(two[0], cast.carl) == [
        (two[1].person_id, ["phone", "birth", "last_name", "postcode", "first_name"], False, "Cora Bligh")
    ]


def test_the_lead_may_open_both(cast, two):
    assert [one[2] for one in likely(two[0], cast.tess)] == [True]


def test_nobody_of_another_team_is_ever_compared(cast, two):
    elsewhere = refer(cast, by=cast.nia, accepted_by=cast.nia, postcode="KX9 9ZZ")
    assert likely(elsewhere, cast.nia) == []
    assert [one[0] for one in likely(two[0], cast.carl)] == [two[1].person_id]


def test_somebody_restricted_is_shown_to_their_named_readers_alone(cast, two):
    with acting_as("seed"):
        Person.objects.filter(pk=two[1].person_id).update(restricted=True)
        Referral.objects.filter(pk=two[1].pk).update(named=[cast.cora.pk])
    assert likely(two[0], cast.carl) == []
    assert likely(two[0], cast.tess) == []


def test_looking_for_doubles_opens_nothing_else(cast, two):
    with acting_as("alike", scope=[cast.team.pk]):
        assert Referral.objects.count() == 2
        assert Referral.objects.update(words="x") == Person.objects.update(phone="") == 0
    with acting_as("alike", scope=[cast.other_team.pk]):
        assert (Referral.objects.count(), Person.objects.count()) == (0, 0)


def test_the_form_answers_the_same_whether_or_not_somebody_is_known(cast, sign_in, client):
    """Every page a referrer sees after sending, but for keys and the reference: byte for byte."""
    import re

    def seen(**changes):
        rosa = sign_in(cast.rosa)
        referral = refer(cast, by=cast.rosa, **changes)
        pages = [rosa.get(reverse("referral", args=[referral.pk])).content.decode()]
        return [re.sub(rf"{referral.pk}|{referral.reference}|value=\"[^\"]+\"", "", page) for page in pages]

    first = seen()
    assert seen() == first


# --- the pages


def person_page(client, referral):
    return client.get(reverse("person", args=[referral.pk])).content.decode()


def test_carl_sees_that_it_may_be_the_same_person_and_proposes_it(cast, two, sign_in):
    carl = sign_in(cast.carl)
    page = person_page(carl, two[0])
    assert [
        word in page for word in ("Is it the same person?", "Somebody with", "Cora Bligh", "The same phone number")
    ] == [True] * 4
    answer = carl.post(reverse("same_as", args=[two[0].pk, two[1].person_id]), {"words": "He told me so"})
    assert answer.status_code == 302
    with acting_as("seed"):
        merge = Merge.objects.get()
        assert (merge.kept_id, merge.gone_id, merge.proposed_by) == (two[0].person_id, two[1].person_id, cast.carl)
    assert "Proposed. The lead of your team decides." in person_page(carl, two[0])


@pytest.mark.parametrize("name", ["cora", "nia", "rosa", "ravi", "lena", "vera", "colm", "dev"])
def test_the_others_find_no_such_pages_about_carls_person(cast, two, sign_in, name):
    client = sign_in(getattr(cast, name))
    pages = [
        reverse("same_as", args=[two[0].pk, two[1].person_id]),
        reverse("not_same_as", args=[two[0].pk, two[1].person_id]),
    ]
    assert [client.get(page).status_code for page in pages] == [404, 404]


@pytest.mark.parametrize("name", ["nia", "cora", "rosa", "ravi"])
def test_the_panel_is_on_no_page_of_theirs_and_the_rows_are_behind_the_wall(cast, two, sign_in, name):
    merge = proposed(cast, two)
    user = getattr(cast, name)
    identify(user)
    theirs = {merge} if name == "cora" else set()  # one of the two is hers
    assert (set(Merge.objects.all()), Moved.objects.count()) == (theirs, 0)
    if name != "cora":
        assert sign_in(user).get(reverse("double", args=[merge.pk])).status_code == 404


def proposed(cast, two, by=None):
    by = by or cast.carl
    identify(by)
    return merging.propose(two[0], other=two[1].person_id, by=by, words="He said so")


def merged(cast, two):
    merge = proposed(cast, two)
    identify(cast.tess)
    return merging.merge_now(merge, by=cast.tess)


def test_somebody_who_said_that_they_are_two_is_not_asked_again(cast, two, sign_in):
    sign_in(cast.carl).post(reverse("not_same_as", args=[two[0].pk, two[1].person_id]))
    assert (likely(two[0], cast.carl), likely(two[1], cast.tess)) == ([], [])
    with acting_as("seed"):
        assert Apart.objects.count() == 1


def test_tess_makes_them_one_only_once_she_has_shown_that_it_is_she(cast, two, sign_in):
    merge = proposed(cast, two)
    tess = sign_in(cast.tess)
    assert tess.get(reverse("double", args=[merge.pk])).status_code == 200
    tess.post(reverse("double_merge", args=[merge.pk]))
    with acting_as("seed"):
        assert Merge.objects.get().merged_at is None
    assert sign_in(cast.carl).post(reverse("double_merge", args=[merge.pk])).status_code == 404


# --- made one


def of(person):
    with acting_as("seed"):
        return set(Referral.objects.filter(person=person).values_list("pk", flat=True))


def test_what_hung_on_the_one_hangs_on_the_other_and_each_move_is_a_row(cast, two):
    merge = merged(cast, two)
    assert of(merge.kept_id) == {one.pk for one in two}
    assert ("referrals.referral", two[1].pk, "person_id") in set(merge.moved.values_list("model", "row", "column"))


def test_whoever_asked_goes_on_seeing_the_name_they_typed(cast, two, sign_in):
    merged(cast, two)
    for user, name in ((cast.ravi, "Stan Ames"), (cast.rosa, "Stanley Ames")):
        page = sign_in(user).get(reverse("referrals")).content.decode()
        assert [word in page for word in ("Stan Ames", "Stanley Ames")] == [name == "Stan Ames", name == "Stanley Ames"]


def test_the_stricter_of_two_ways_to_reach_them_holds_and_what_waits_is_called_off(cast):
    first = refer(cast, accepted_by=cast.carl)
    second = refer(cast, accepted_by=cast.cora, given_name="Stan", safe_to_message="no")
    with acting_as("seed"):
        actions.record_contact(first, channel="call", reached=True, note="", by=cast.carl, made=actions.new_key())
        introductions.introduce(
            Referral.objects.get(pk=first.pk), service=cast.lunch, by=cast.carl, made=actions.new_key()
        )
    assert waiting(first) > 0
    merged(cast, (first, second))
    with acting_as("seed"):
        assert Person.objects.get(pk=first.person_id).safe_to_message == "no"
    assert waiting(first) == 0


def waiting(referral):
    from connect.messaging.models import Message

    with acting_as("delivery"):
        found = Message.objects.not_yet_sent().filter(recipient_key=referral.person_id, called_off_at=None)
        return found.count()


def test_a_no_in_one_referral_holds_in_the_other_until_they_are_asked_again(cast, two):
    with acting_as("seed"):
        consenting.take_back(two[1], purpose="contact", by=cast.cora)
    merged(cast, two)
    with acting_as("seed"):
        first = Referral.objects.get(pk=two[0].pk)
        assert (first.agreed_to("contact"), first.agreed_to("tell_referrer")) == (False, True)


def test_who_is_known_to_named_people_only_is_not_made_one_with_anybody(cast, two):
    merge = proposed(cast, two)
    with acting_as("seed"):
        Person.objects.filter(pk=merge.gone_id).update(restricted=True)
        Referral.objects.filter(person=merge.gone_id).update(named=[cast.tess.pk])
    identify(cast.tess)
    with pytest.raises(merging.CannotMerge):
        merging.merge_now(merge, by=cast.tess)


def test_two_leads_who_press_at_once_make_them_one_once(cast, two):
    merge = merged(cast, two)
    with pytest.raises(merging.Before):
        merging.merge_now(merge, by=cast.tess)


def test_a_later_merge_is_undone_before_the_one_it_stands_on(cast, two):
    merge = merged(cast, two)
    third = refer(cast, accepted_by=cast.carl, given_name="Stanley")
    later = merged(cast, (two[0], third))
    with pytest.raises(merging.Before):
        merging.undo(merge, by=cast.tess, why="No")
    merging.undo(later, by=cast.tess, why="No")
    merging.undo(merge, by=cast.tess, why="No")
    assert [of(one.person_id) for one in (*two, third)] == [{one.pk} for one in (*two, third)]


def test_somebody_who_comes_back_years_later_is_known_on_the_page_with_what_became_of_it(cast, two, sign_in):
    with acting_as("seed"):
        actions.close(two[1], by=cast.cora, why="completed")
        Referral.objects.filter(pk=two[1].pk).update(submitted_at="2023-03-01T09:00Z")
    merged(cast, two)
    page = person_page(sign_in(cast.carl), two[0])
    assert [
        word in page for word in ("Earlier", two[1].reference, "They go on their own account now", "Cora Bligh")
    ] == [True] * 4
    assert two[1].reference not in person_page(sign_in(cast.nia), two[0])


# --- and taken apart


# What tells that it happened; messages that were called off stay so.
STORIES = {"audit_access", "referrals_merge", "referrals_moved", "messaging_message", "referrals_reply"}


def rows():
    with acting_as("migration"), connection.cursor() as cursor:
        names = sorted(name for name in walled_tables() - STORIES if not name.endswith("history"))
        return {name: set(cursor.execute(f"select t::text from {name} t").fetchall()) for name in names}


HANGING = st.fixed_dictionaries(
    {
        "on_first": st.sets(st.sampled_from(["relation", "marker", "particulars", "group", "spoken"])),
        "on_second": st.sets(st.sampled_from(["relation", "marker", "particulars", "group", "spoken"])),
        "safe": st.tuples(*[st.sampled_from(["yes", "no", "unsure"])] * 2),
        "takes_back": st.sets(st.sampled_from(["contact", "tell_referrer"])),
        "more": st.integers(0, 2),
        "name": st.sampled_from(["Stan", "Stanley"]),
    }
)


@given(life=HANGING)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
def test_made_one_and_taken_apart_leaves_every_row_as_it_was(cast, life):
    from django.db import transaction

    with transaction.atomic():
        first, second = _pair(cast, life)
        before = rows()
        merge = merged(cast, (first, second))
        assert rows() != before
        merging.undo(merge, by=cast.tess, why="Two brothers")
        assert rows() == before
        transaction.set_rollback(True)


def _pair(cast, life):
    first = refer(cast, accepted_by=cast.carl, safe_to_message=life["safe"][0])
    second = refer(cast, by=cast.ravi, accepted_by=cast.cora, given_name=life["name"], safe_to_message=life["safe"][1])
    with acting_as("seed"):
        for referral, by, what in ((first, cast.carl, life["on_first"]), (second, cast.cora, life["on_second"])):
            _hang(cast, referral, by, what)
        for purpose in life["takes_back"]:
            consenting.take_back(second, purpose=purpose, by=cast.cora)
        for _ in range(life["more"]):
            again = refer(cast, by=cast.ravi, accepted_by=cast.cora)
            with acting_as("seed"):
                Referral.objects.filter(pk=again.pk).update(person=second.person_id)
    return first, second


def _hang(cast, referral, by, what):
    person = {"person_id": referral.person_id}
    if "relation" in what:
        Relation.objects.create(**person, name="Ann", tie="daughter", made_by=by, **actions.new_key())
    if "marker" in what:
        Marker.objects.create(
            **person, mark=Marker._meta.get_field("mark").choices[0][0], source="Rosa", made_by=by, **actions.new_key()
        )
    if "particulars" in what:
        Particulars.objects.create(**person, strengths="Brass bands", changed_by=by)
    if {"spoken", "group"} & what:
        actions.record_contact(referral, channel="call", reached=True, note="", by=by, made=actions.new_key())
    if "group" in what:
        introductions.introduce(Referral.objects.get(pk=referral.pk), service=cast.lunch, by=by, made=actions.new_key())


def test_nothing_of_a_person_is_forgotten_when_somebody_hangs_something_new_on_them():
    """A new table that names a person is moved by itself; this says which are, so that its maker looks here."""
    assert {field.model.__name__ for field in merging.hanging()} == {
        "Referral", "Connection", "Relation", "Marker", "Particulars",
    }  # fmt: skip


def test_it_takes_as_many_queries_with_ten_doubles_as_with_one(cast, sign_in):
    from django.test.utils import CaptureQueriesContext

    first, counts = refer(cast, accepted_by=cast.carl), []
    likely(first, cast.carl)  # what is kept from one time to the next
    for more in (1, 9):
        for _ in range(more):
            refer(cast, by=cast.ravi, accepted_by=cast.cora)
        identify(cast.carl)
        with CaptureQueriesContext(connection) as captured:
            finding.likely(first, cast.carl)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def cora_proposes(cast, two):
    first, second = two
    identify(cast.cora)
    seen = Referral.objects.select_related("person").get(pk=second.pk)
    return merging.propose(seen, other=first.person_id, by=cast.cora)


def test_whoever_somebody_asked_to_be_hidden_is_not_made_one_before_that_is_decided(cast, two):
    merge = cora_proposes(cast, two)
    identify(cast.ravi)
    restricting.ask(Referral.objects.get(pk=two[1].pk), why="abuse", by=cast.ravi)
    identify(cast.tess)
    with pytest.raises(merging.Restricted):
        merging.merge_now(merge, by=cast.tess)


def test_do_not_ring_and_do_not_write_hold_after_they_are_made_one(cast, two):
    with acting_as("seed"):
        Person.objects.filter(pk=two[1].person_id).update(safe_to_ring="no", safe_to_write="no")
    merge = cora_proposes(cast, two)
    identify(cast.tess)
    merging.merge_now(merge, by=cast.tess)
    kept = Person.objects.get(pk=two[0].person_id)
    assert (kept.safe_to_ring, kept.safe_to_write) == ("no", "no")
    merging.undo(merge, by=cast.tess, why="Two people.")
    kept.refresh_from_db()
    assert (kept.safe_to_ring, kept.safe_to_write) == ("", "")
