"""The list: filters in the address, what they may not tell, several people at once, and the same queries always."""

import datetime
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from referrals import actions
from referrals.caseload.models import SavedView
from referrals.models import Particulars, Person, Referral, Task
from referrals.person.states import Format
from referrals.states import Next
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
TODAY = datetime.timedelta()


def held(cast, name="Stanley", by=None, **changes):
    """Somebody in Carl's hands (or `by`), with these columns."""
    with acting_as("seed"):
        referral = actions.accept(mr_ames(cast), by=by or cast.carl)
        Person.objects.filter(pk=referral.person_id).update(given_name=name)
        Referral.objects.filter(pk=referral.pk).update(**changes)
        return Referral.objects.get(pk=referral.pk)


def names(client, **query):
    text = client.get(reverse("caseload"), query).content.decode()
    return re.findall(r'class="name" href="[^"]*"><bdi>([^<]*)</bdi>', text)


def in_days(days):
    return timezone.localdate() + datetime.timedelta(days=days)


def box(referral):
    return f"{referral.pk}|{referral.next_step}|{referral.next_on or ''}"


def test_each_filter_leaves_just_those_it_names(cast, sign_in):
    held(cast, "Ada", next_step=Next.CHOOSE, next_on=in_days(-3), urgent=True)
    held(cast, "Ben", next_step=Next.REVIEW, next_on=in_days(9), expected_weight="light")
    held(cast, "Cy", next_step="", next_on=None, wants=["getting_out"], ward=cast.other_ward)
    held(cast, "Di", next_on=in_days(2), assessed_weight="intensive", expected_weight="light")
    carl = sign_in(cast.carl)
    asked = [
        {"overdue": 1}, {"urgent": 1}, {"unset": 1}, {"step": "review"}, {"want": "getting_out"},
        {"ward": cast.other_ward.pk}, {"weight": "light"}, {"weight": "intensive"}, {"q": "dI"}, {"now": 1},
    ]  # fmt: skip
    shown = [[name.split()[0] for name in names(carl, **query)] for query in asked]
    assert shown == [
        ["Ada"], ["Ada"], ["Cy"], ["Ben"], ["Cy"], ["Cy"], ["Ben"], ["Di"], ["Di"], ["Cy", "Ada"],
    ]  # fmt: skip


def test_the_order_can_be_chosen(cast, sign_in):
    for name, days in (("Cy", 1), ("Ada", 3), ("Ben", 2)):
        held(cast, name, next_on=in_days(days))
    carl = sign_in(cast.carl)
    assert [one.split()[0] for one in names(carl)] == ["Cy", "Ben", "Ada"]
    assert [one.split()[0] for one in names(carl, order="name")] == ["Ada", "Ben", "Cy"]


def test_what_is_finished_shows_only_where_it_is_asked_for(cast, sign_in):
    with acting_as("seed"):
        actions.close(held(cast, "Ada"), by=cast.carl, why="completed")
    carl = sign_in(cast.carl)
    assert (names(carl, view="everyone"), names(carl, state="closed")) == ([], ["Ada Ames"])


def test_the_queue_cannot_be_searched_by_a_last_name_that_is_not_shown(cast, sign_in):
    mr_ames(cast)
    carl, tess = sign_in(cast.carl), sign_in(cast.tess)
    assert (names(carl, view="everyone", q="Ames"), names(carl, view="everyone", q="stanl")) == ([], ["Stanley"])
    assert names(tess, view="everyone", q="Ames") == ["Stanley Ames"]


@pytest.mark.parametrize(
    "query", ["page=999", "page=²", "ward=x", "whose=%00", "q=%00", "view=x&state=x&order=x", "page=" + "9" * 5000]
)
def test_no_address_of_the_list_is_an_error(cast, sign_in, query):
    held(cast)
    assert sign_in(cast.carl).get(f"{reverse('caseload')}?{query}").status_code == 200


def test_everybody_can_be_reached_page_by_page_and_each_once(cast, sign_in, monkeypatch):
    from referrals.caseload import rows

    for number in range(5):
        held(cast, f"N{number}")
    monkeypatch.setattr(rows.found, "__defaults__", (2,))
    carl = sign_in(cast.carl)
    pages = [names(carl, view="everyone", page=page) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert len({name for page in pages for name in page}) == 5


@pytest.mark.parametrize("page", ["caseload", "today", "caseload_sheet"])
def test_the_list_and_the_day_ask_as_often_for_three_as_for_twenty(cast, sign_in, page):
    client, asked = sign_in(cast.carl), []
    for many in (3, 17):
        for number in range(many):
            held(cast, f"N{number}", next_on=in_days(number % 7))
        client.get(reverse(page))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse(page))
        asked.append(len(captured))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("who", ["nia", "cora"])
def test_neither_nia_nor_cora_beside_him_sees_carls_people_or_their_number(cast, sign_in, who):
    held(cast, "Ada", next_on=in_days(0))
    client = sign_in(getattr(cast, who))
    for page in ("caseload", "today", "caseload_sheet"):
        text = client.get(reverse(page)).content.decode()
        assert ("Ada" in text, '<span class="count">1</span>' in text) == (False, False)


@pytest.mark.parametrize("who", ["rosa", "colm", "dev", "vera"])
def test_for_those_without_a_caseload_there_is_no_such_page(cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert {client.get(reverse(page)).status_code for page in ("caseload", "today", "visits")} == {404}


def test_a_lead_looks_at_one_connectors_people(cast, sign_in):
    held(cast, "Ada"), held(cast, "Ben", by=cast.cora)
    tess = sign_in(cast.tess)
    assert names(tess, whose=cast.cora.pk) == ["Ben Ames"]
    assert sorted(names(tess)) == ["Ada Ames", "Ben Ames"]


# ---------- several at once ----------


def test_those_picked_get_the_same_next_thing(cast, sign_in):
    ada, ben, cy = held(cast, "Ada"), held(cast, "Ben"), held(cast, "Cy")
    form = {"pick": [box(ada), box(ben)], "step": "review", "on": in_days(5), "query": "view=everyone&order=name"}
    answer = sign_in(cast.carl).post(reverse("caseload_next"), form)
    assert answer["Location"] == f"{reverse('caseload')}?view=everyone&order=name"
    with acting_as("seed"):
        now = list(Referral.objects.order_by("person__given_name").values_list("next_step", "next_on"))
    assert now == [("review", in_days(5)), ("review", in_days(5)), (cy.next_step, cy.next_on)]


def test_whom_a_colleague_changed_meanwhile_is_left_and_named(cast, sign_in):
    ada, ben = held(cast, "Ada"), held(cast, "Ben")
    picked = [box(ada), box(ben)]
    with acting_as("seed"):
        actions.owe(ben, Next.ASK, in_days(1))
    form = {"pick": picked, "step": "review", "on": in_days(5)}
    page = sign_in(cast.carl).post(reverse("caseload_next"), form, follow=True).content.decode()
    assert ("Done for 1 person" in page, "left as it is: Ben Ames" in page) == (True, True)
    with acting_as("seed"):
        ben.refresh_from_db()
    assert (ben.next_step, ben.next_on) == (Next.ASK, in_days(1))


def test_a_bulk_form_with_something_missing_keeps_what_was_ticked_and_typed(cast, sign_in):
    ada = held(cast, "Ada")
    form = {"pick": [box(ada)], "words": "Post the map", "due_on": "yesterday", "key": uuid.uuid4()}
    page = sign_in(cast.carl).post(reverse("caseload_tasks"), form)
    text = page.content.decode()
    assert (page.status_code, 'value="Post the map"' in text, f'value="{box(ada)}" checked' in text) == (
        422,
        True,
        True,
    )


def test_a_task_for_each_of_those_picked_is_made_once(cast, sign_in):
    ada, ben, carl = held(cast, "Ada"), held(cast, "Ben"), sign_in(cast.carl)
    form = {"pick": [box(ada), box(ben)], "words": "Post the map", "due_on": in_days(3), "key": uuid.uuid4()}
    for _ in range(2):
        carl.post(reverse("caseload_tasks"), form, follow=True)
    with acting_as("seed"):
        made = list(Task.objects.values_list("words", "owner", "due_on"))
    assert made == [("Post the map", cast.carl.pk, in_days(3))] * 2
    page = carl.post(reverse("caseload_tasks"), form | {"words": "Post the ticket"}, follow=True).content.decode()
    assert ("Added before with other words, which stand" in page, "Done for" in page) == (True, False)


@pytest.mark.parametrize("who", ["nia", "cora"])
def test_nobody_changes_another_ones_people_by_their_keys(cast, sign_in, who):
    ada = held(cast, "Ada")
    client = sign_in(getattr(cast, who))
    client.post(reverse("caseload_next"), {"pick": [box(ada)], "step": "review", "on": in_days(5)})
    client.post(reverse("caseload_tasks"), {"pick": [box(ada)], "words": "x", "due_on": "", "key": uuid.uuid4()})
    with acting_as("seed"):
        assert (Referral.objects.get().next_step, Task.objects.count()) == (ada.next_step, 0)


def test_a_sheet_to_print_holds_those_picked_and_no_phone_number(cast, sign_in):
    ada = held(cast, "Ada")
    held(cast, "Ben")
    page = sign_in(cast.carl).post(reverse("caseload_sheet"), {"pick": [box(ada)], "query": ""}).content.decode()
    assert ("Ada Ames" in page, "Ben Ames" in page, "07700" in page) == (True, False, False)


# ---------- views somebody keeps ----------


def test_a_kept_view_is_the_filters_under_a_name_and_only_its_owner_has_it(cast, sign_in):
    held(cast, "Ada", urgent=True), held(cast, "Ben")
    carl = sign_in(cast.carl)
    form = {"name": "Urgent ones", "query": "view=everyone&urgent=1&page=3&evil=1"}
    page = carl.post(reverse("keep_view"), form, follow=True).content.decode()
    assert ('aria-current="page">Urgent ones' in page, "Ada" in page, "Ben" in page) == (True, True, False)
    assert "Urgent ones" not in sign_in(cast.cora).get(reverse("caseload")).content.decode()
    with acting_as("migration"):
        view = SavedView.objects.get()
    assert view.query == "view=everyone&urgent=1"
    assert sign_in(cast.cora).post(reverse("forget_view", args=[view.pk])).status_code == 404
    carl.post(reverse("forget_view", args=[view.pk]))
    with acting_as("migration"):
        assert SavedView.objects.count() == 0


def test_what_people_typed_is_escaped_in_every_row(cast, sign_in):
    held(cast, "<b>Ada", words="<script>", wants=[])
    carl = sign_in(cast.carl)
    for page in ("caseload", "today"):
        text = carl.get(reverse(page), {"view": "everyone"}).content.decode()
        assert ("<b>Ada" in text, "<script>alert" in text) == (False, False)
    assert "&lt;script&gt;" in carl.get(reverse("caseload"), {"view": "everyone"}).content.decode()


def flags(client, page="caseload"):
    return re.findall(r'<li><span class="tag info">([^<]*)</span></li>', client.get(reverse(page)).content.decode())


def test_what_helps_somebody_take_part_stands_wherever_their_name_does(cast, sign_in):
    known = {"formats": ["large_print"], "supports": [], "professionals": [], "changed_by": cast.carl}
    with acting_as("seed"):
        Particulars.objects.create(
            person=held(cast, "Ada", next_on=in_days(0)).person, spoken_language="Cymraeg", **known
        )
        Person.objects.filter(given_name="Ada").update(safe_to_ring="no")
    expected = [str(Format("large_print").label), "Cymraeg", "Do not ring"]
    assert [flags(sign_in(cast.carl), page) for page in ("caseload", "today", "caseload_sheet")] == [expected] * 3
    assert [flags(sign_in(user)) for user in (cast.cora, cast.nia)] == [[], []]
