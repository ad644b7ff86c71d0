"""What is known of somebody, on pages: two who type at once lose nothing; whoever does not hold them sees nothing."""

import re
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError, ProgrammingError
from django.urls import reverse

from connect.identity import acting_as, identify
from referrals import actions
from referrals.models import Consent, Marker, Particulars, Person, Referral, Relation
from referrals.person.reading import flags
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
PAGES = ["particulars", "consents", "rounds", "restrict"]


@pytest.fixture
def carls(cast):
    with acting_as("seed"):
        return actions.accept(mr_ames(cast), by=cast.carl)


def drawn(client, referral):
    """The form as a browser would send it back."""
    form = client.get(reverse("particulars", args=[referral.pk])).context["form"]
    sent = {}
    for name in form.fields:
        value = form[name].value()
        sent[name] = "" if value is None else value
    return {name: value for name, value in sent.items() if value not in (False, "", [])}


def send(client, referral, form, **changes):
    return client.post(reverse("particulars", args=[referral.pk]), form | changes)


def person_now(referral):
    with acting_as("seed"):
        return Person.objects.select_related("particulars").get(pk=referral.person_id)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["rosa", "ravi", "lena", "cora", "nia", "colm", "dev", "vera"])
def test_nobody_but_whoever_holds_them_opens_these_pages(cast, carls, sign_in, who, page):
    client = sign_in(getattr(cast, who))
    url = reverse(page, args=[carls.pk])
    assert (client.get(url).status_code, client.post(url, {}).status_code) == (404, 404)


def test_carl_writes_down_what_helps_and_the_page_flags_it(cast, carls, sign_in):
    carl = sign_in(cast.carl)
    form = drawn(carl, carls)
    more = {"formats": ["large_print"], "supports": ["loop"], "interpreter": "yes", "spoken_language": "Urdu",
            "strengths": "Mends clocks", "date_of_birth": "1943-03-27", "address": "6 Garnet Terrace",
            "domains": ["company"], "first_time": "yes", "assessed_weight": "standard"}  # fmt: skip
    assert send(carl, carls, form, **more).status_code == 302
    person = person_now(carls)
    assert flags(person) == ["Large print", "A hearing loop", "Urdu", "an interpreter"]
    page = carl.get(reverse("person", args=[carls.pk])).content.decode()
    assert [word in page for word in ("Large print", "Mends clocks", "6 Garnet Terrace")] == [True, True, True]
    with acting_as("seed"):
        row = Referral.objects.get()
    assert (row.domains, row.domains_asked, row.first_time, row.assessed_weight) == (
        ["company"], True, "yes", "standard")  # fmt: skip


def test_what_was_not_asked_stays_not_asked(cast, carls, sign_in):
    carl = sign_in(cast.carl)
    send(carl, carls, drawn(carl, carls), strengths="Sings")
    with acting_as("seed"):
        row = Referral.objects.get()
    kept = person_now(carls).particulars
    assert (row.first_time, row.domains_asked, row.assessed_weight) == ("not_asked", False, "")
    assert (kept.needs_asked, kept.interpreter, kept.reviewed_on) == ("not_asked", "not_asked", None)


def test_two_who_change_different_things_at_once_both_keep_theirs(cast, carls, sign_in):
    carl, tess = sign_in(cast.carl), sign_in(cast.tess)
    his, hers = drawn(carl, carls), drawn(tess, carls)
    assert send(carl, carls, his, good_times="After ten").status_code == 302
    assert send(tess, carls, hers, strengths="Mends clocks").status_code == 302
    person = person_now(carls)
    assert (person.good_times, person.particulars.strengths) == ("After ten", "Mends clocks")


def test_two_who_change_the_same_thing_see_both_and_decide(cast, carls, sign_in):
    carl, tess = sign_in(cast.carl), sign_in(cast.tess)
    his, hers = drawn(carl, carls), drawn(tess, carls)
    send(carl, carls, his, good_times="After ten")
    both = send(tess, carls, hers, good_times="Never on Wednesdays", who_else="Her son")
    page = both.content.decode()
    assert (both.status_code, page.count("to “After ten”"), 'value="Never on Wednesdays"' in page) == (409, 2, True)
    assert (person_now(carls).good_times, person_now(carls).who_else) == ("After ten", "")
    seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
    assert send(tess, carls, hers, good_times="Never on Wednesdays", who_else="Her son", seen=seen).status_code == 302
    assert (person_now(carls).good_times, person_now(carls).who_else) == ("Never on Wednesdays", "Her son")


def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(cast, carls, sign_in):
    carl = sign_in(cast.carl)
    wrong = {"phone": "12", "date_of_birth": "1743-01-01", "strengths": "Sings"}
    page = send(carl, carls, drawn(carl, carls), **wrong)
    assert (page.status_code, page.context["form"].errors) == (422, {
        "phone": ["Enter a phone number, like 07700 900 123"],
        "date_of_birth": ["Enter a day that there was, like 27/3/1943"],
    })  # fmt: skip
    assert "Sings" in page.content.decode()


def answer(client, referral, **said):
    form = {"purpose": "full_messages", "decision": "given", "how": "phone", "capacity": "assumed"} | said
    return client.post(reverse("consents", args=[referral.pk]), form)


def test_an_answer_is_a_row_with_the_words_that_were_said(cast, carls, sign_in):
    carl = sign_in(cast.carl)
    answer(carl, carls)
    with acting_as("seed"):
        said = Consent.objects.select_related("statement").get(purpose="full_messages")
    assert (said.number, said.how, said.said_to_id, said.statement.version) == (1, "phone", cast.carl.pk, 1)
    answer(carl, carls, decision="withdrawn")
    page = carl.get(reverse("consents", args=[carls.pk])).content.decode()
    assert page.count("They took it back") >= 2
    with acting_as("seed"):
        assert list(Consent.objects.filter(purpose="full_messages").values_list("decision", flat=True)) == [
            "given", "withdrawn"]  # fmt: skip


def test_an_answer_is_never_changed_by_anybody(cast, carls):
    with acting_as("seed"), pytest.raises((ProgrammingError, InternalError)), transaction.atomic():
        Consent.objects.update(decision="refused")


def test_another_answer_meanwhile_is_looked_at_first(cast, carls, sign_in):
    carl, tess = sign_in(cast.carl), sign_in(cast.tess)
    known = carl.get(reverse("consents", args=[carls.pk])).context["form"]["known"].value()
    assert answer(tess, carls, known=known).status_code == 302
    page = answer(carl, carls, decision="refused", known=known)
    assert (page.status_code, "Another answer was written down a moment ago" in page.content.decode()) == (409, True)
    with acting_as("seed"):
        assert Consent.objects.filter(purpose="full_messages").count() == 1


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"decision": "best_interests"}, ["capacity", "note"]),
        ({"decision": "best_interests", "capacity": "lacks"}, ["note"]),
        ({"purpose": "share"}, ["recipient"]),
        ({"decision": "refused", "how": "observed"}, ["how"]),
    ],
)
def test_best_interests_say_why_and_a_no_is_theirs(cast, carls, sign_in, said, wrong):
    page = answer(sign_in(cast.carl), carls, **said)
    assert (page.status_code, sorted(page.context["form"].errors)) == (422, wrong)


def test_the_database_too_wants_to_know_why_it_is_in_their_best_interests(cast, carls):
    with acting_as("seed"), pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(referral=carls, person_id=carls.person_id, purpose="share", decision="best_interests")


def relation(**changes):
    return {"add": "relation", "key": str(uuid.uuid4()), "name": "Ann", "tie": "daughter"} | changes


def test_her_daughter_gives_a_yes_of_her_own_before_her_number_is_kept(cast, carls, sign_in):
    carl, url = sign_in(cast.carl), reverse("rounds", args=[carls.pk])
    refused = carl.post(url, relation(phone="07700900777"))
    assert refused.context["relation"].errors == {"phone": ["Leave it out until they have said yes themselves"]}
    once = relation(phone="07700900777", their_yes="yes", may_speak="yes")
    carl.post(url, once)
    carl.post(url, once)  # sent twice, made once
    with acting_as("seed"):
        ann = Relation.objects.get()
    assert (ann.their_yes, ann.their_yes_to_id, ann.may_speak) == ("yes", cast.carl.pk, "yes")
    carl.post(reverse("rounds_change", args=[carls.pk]), {"row": ann.pk, "their_yes": "no", "may_speak": "yes"})
    with acting_as("seed"):
        assert list(Relation.objects.values_list("their_yes", "phone")) == [("no", "")]


def test_the_same_form_with_other_words_is_kept_and_said(cast, carls, sign_in):
    carl, url = sign_in(cast.carl), reverse("rounds", args=[carls.pk])
    once = relation()
    carl.post(url, once)
    page = carl.post(url, once | {"name": "Bea"})
    said = "This was saved before with other words. Reload the page to add another"
    assert (page.status_code, page.context["relation"].non_field_errors(), "Bea" in page.content.decode()) == (
        422, [said], True)  # fmt: skip


def test_a_prompt_says_who_said_so_and_when_and_ends_without_going(cast, carls, sign_in):
    carl = sign_in(cast.carl)
    marker = {"add": "marker", "key": str(uuid.uuid4()), "mark": "dog", "source": "Herself", "on": "2026-11-01"}
    carl.post(reverse("rounds", args=[carls.pk]), marker)
    page = carl.get(reverse("person", args=[carls.pk])).content.decode()
    assert ("A dog at the door" in page, "Herself, 1 November" in page) == (True, True)
    with acting_as("seed"):
        row = Marker.objects.get()
    carl.post(reverse("rounds_change", args=[carls.pk]), {"row": row.pk, "do": "end_marker"})
    with acting_as("seed"):
        assert [one.ended_by_id for one in Marker.objects.all()] == [cast.carl.pk]


@pytest.mark.parametrize("who", ["rosa", "cora", "nia", "vera", "lena"])
def test_by_the_second_wall_too_others_have_no_row_of_it(cast, carls, who):
    with acting_as("seed"):
        Particulars.objects.create(person_id=carls.person_id, address="6 Garnet Terrace", changed_by=cast.carl)
        Marker.objects.create(person_id=carls.person_id, mark="dog", source="x", made_by=cast.carl, **actions.new_key())
    identify(getattr(cast, who))
    assert (Particulars.objects.count(), Marker.objects.count(), Relation.objects.count()) == (0, 0, 0)
