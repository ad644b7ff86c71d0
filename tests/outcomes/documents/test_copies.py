"""A copy of everything for the person: the clock, the looking through, the handing over, and whom it never opens to."""

import io
import json
import uuid
import zipfile
from datetime import date

import pytest
from django.urls import reverse

from connect.audit.models import Access
from connect.identity import acting_as, identify, reading_as
from outcomes.documents import actions, pack, record
from outcomes.documents.models import AccessRequest
from outcomes.equality import answers as equality
from referrals.actions import new_key
from referrals.case import doing
from referrals.models import Person, Referral, Relation
from tests.cast import mr_ames
from tests.conftest import prove


@pytest.fixture
def asked(cast, with_carl):
    """Mr Ames asked Carl, who wrote it down."""
    identify(cast.carl)
    doing.write_note(with_carl, words="Likes trams.", by=cast.carl, made=new_key())
    Relation.objects.create(
        person=with_carl.person, name="Ann", tie="daughter", their_yes="yes", made_by=cast.carl, **new_key()
    )
    return actions.ask_copy(with_carl, came_by="told", by=cast.carl, made=new_key())


def opened(answer):
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize(
    ("asked_on", "months", "due"),
    [
        (date(2026, 11, 21), 1, date(2026, 12, 21)),
        (date(2026, 11, 25), 1, date(2026, 12, 29)),  # Christmas, Boxing Day, a weekend and the Monday instead
        (date(2027, 1, 31), 1, date(2027, 3, 1)),  # the last of February is a Sunday
        (date(2026, 11, 21), 3, date(2027, 2, 22)),
    ],
)
def test_a_month_is_the_same_day_of_the_next_or_the_next_day_somebody_works(asked_on, months, due):
    assert actions.due(asked_on, months, "england") == due


def test_asked_twice_while_one_is_on_its_way_is_asked_once(sign_in, cast, asked, with_carl):
    carl, page = sign_in(cast.carl), reverse("ask_copy", args=[with_carl.pk])
    form = carl.get(page).context["form"]
    carl.post(page, {"key": form["key"].value(), "came_by": "letter", "asked_on": "2026-11-01"})
    identify(cast.carl)
    assert [row.came_by for row in AccessRequest.objects.all()] == ["told"]


def test_the_lead_looks_through_it_and_the_officer_hands_it_over(sign_in, cast, asked):
    page = reverse("copy", args=[asked.pk])
    tess, dora = sign_in(cast.tess), sign_in(cast.dora)
    shown = tess.get(page)
    relation = next(one for one in shown.context["review"] if one.section == "Relation")
    assert "Ann" in relation.summary
    assert tess.post(reverse("copy_prepare", args=[asked.pk]), {"withheld": [relation.key]}).status_code == 422
    tess.post(reverse("copy_prepare", args=[asked.pk]), {"withheld": [relation.key], "known_by": "I know his voice"})
    assert tess.post(reverse("copy_take", args=[asked.pk])).status_code == 404
    prove(dora, cast.dora)
    answer = dora.post(reverse("copy_take", args=[asked.pk]))
    files = opened(answer)
    assert set(files) == {"record.html", "record.json"}
    assert all("Likes trams." in words and "Stanley" in words for words in files.values())
    assert not [words for words in files.values() if "daughter" in words]
    assert "1 part is left out" in files["record.html"]
    assert dora.post(reverse("copy_given", args=[asked.pk])).headers["Location"] == reverse("copies")
    identify(cast.dora)
    rows = Access.objects.filter(actor_id=cast.dora.pk, page="copy_take").values_list("person_ids", flat=True)
    assert sorted(map(len, rows)) == [0, 1]
    assert AccessRequest.objects.waiting().count() == 0


def test_the_officer_sees_no_row_of_a_person_but_through_the_request(sign_in, cast, asked):
    dora = sign_in(cast.dora)
    assert dora.get(reverse("copies")).status_code == 302  # shows first that it is she
    prove(dora, cast.dora)
    page = dora.get(reverse("copies"))
    assert asked.reference in page.text
    assert "Ames" not in page.text
    assert "Stanley" in dora.get(reverse("copy", args=[asked.pk])).text
    identify(cast.dora)
    assert (Person.objects.count(), Referral.objects.count()) == (0, 0)


@pytest.mark.parametrize("who", ["nia", "cora", "carl", "rosa", "colm"])
def test_nobody_else_opens_the_list_or_the_copy(sign_in, cast, asked, who):
    client = sign_in(getattr(cast, who))
    assert {client.get(reverse("copies")).status_code, client.get(reverse("copy", args=[asked.pk])).status_code} == {
        404
    }


def test_the_job_reads_one_person_and_nobody_beside(cast, asked, with_carl):
    other = mr_ames(cast, by=cast.ravi)
    with reading_as("subject_access", scope=[asked.person_key]):
        assert {row.pk for row in Person.objects.all()} == {with_carl.person_id}
        assert {row.pk for row in Referral.objects.all()} == {with_carl.pk}
    _name, entries = pack.read(asked)
    told = json.dumps([one.raw for one in entries], default=str)
    assert str(other.pk) not in told
    assert "content_hash" not in told


def test_of_somebody_restricted_nothing_is_made_by_this_door(cast, asked, with_carl):
    with acting_as("guarding", scope=[with_carl.person_id]):
        Person.objects.filter(pk=with_carl.person_id).update(restricted=True)
        Referral.objects.filter(pk=with_carl.pk).update(named=[cast.carl.pk])
    identify(cast.dora)
    with pytest.raises(pack.NobodyHere):
        pack.read(asked)


def test_every_table_that_leads_to_a_person_is_copied_or_left_out_by_name(cast, asked):
    """A table that is new here tomorrow is named on the copy as missing until its wall opens to it."""
    rows = {model.__name__ for model in record.tables()}
    assert {"Person", "Referral", "Consent", "Note", "ContactAttempt", "Reading", "PersonHistory"} <= rows
    assert not rows & record.NEVER
    _name, entries = pack.read(asked)
    assert {"Person", "Referral", "Consent", "Contact attempt", "Note", "Relation"} <= {one.section for one in entries}


def test_what_was_said_about_who_they_are_goes_into_the_file_and_onto_no_page(sign_in, cast, asked, with_carl):
    equality.keep(with_carl.pk, given={"religion": "sikh"}, how="paper")
    tess, dora = sign_in(cast.tess), sign_in(cast.dora)
    assert "Sikh" not in tess.get(reverse("copy", args=[asked.pk])).text
    tess.post(reverse("copy_prepare", args=[asked.pk]), {"known_by": "His own page"})
    prove(dora, cast.dora)
    files = opened(dora.post(reverse("copy_take", args=[asked.pk])))
    assert json.loads(files["who-you-are.json"])[0]["What is your religion?"] == "Sikh"


def test_it_takes_longer_once_and_no_later_than_the_first_month(cast, asked):
    identify(cast.tess)
    actions.take_longer(asked, why="Three files.", nation="england", by=cast.tess)
    with pytest.raises(actions.NotReady):
        actions.take_longer(asked, why="More.", nation="england", by=cast.tess)


def test_on_their_own_page_they_ask_with_one_press(cast, with_carl):
    with acting_as("own_page", scope=[with_carl.pk]):
        actions.own_copy(with_carl, key=uuid.uuid4())
        with pytest.raises(actions.AskedAlready):
            actions.own_copy(with_carl, key=uuid.uuid4())
        assert [row.noted_by for row in AccessRequest.objects.all()] == [None]
