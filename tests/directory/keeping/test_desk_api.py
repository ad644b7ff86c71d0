"""The desk over the API: what Dev's pages do, and nothing for anybody else."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as, identify
from directory import document
from directory.keeping import making, proposing
from directory.models import ChangeRequest, EditorNote, Report, Service, Verification
from directory.states import Via

pytestmark = pytest.mark.django_db
NEW = "01632 960 099"


@pytest.fixture
def api(desk, sign_in):
    """api("post", "api_desk_checks", listing, {...}) as Dev; `who` for somebody else."""
    clients = {}

    def call(method, name, of=None, data=None, who="dev"):
        client = clients.setdefault(who, sign_in(getattr(desk, who)))
        where = reverse(name, args=[of.pk] if of else [])
        return getattr(client, method)(where, data, content_type="application/json")

    return call


def rows(model, **chosen):
    with acting_as("seed"):
        return list(model.objects.filter(**chosen))


def test_the_queue_is_the_pages_own(desk, api):
    Service.objects.update(check_by="2026-01-01")
    told = api("get", "api_desk").json()
    assert (told["counts"]["check"], told["results"][0]["name"], told["of_all"]) == (1, "St Mark's lunch club", 1)


def test_a_part_is_changed_and_a_number_waits(desk, api):
    answer = api("patch", "api_desk_listing", desk.lunch, {"part": {"fees": "£5", "contact_phone": NEW}})
    waiting = rows(ChangeRequest)[0]
    assert answer.json() == {"changed": ["fees"], "waiting": str(waiting.pk)}
    said = api("get", "api_desk_listing", desk.lunch).json()
    assert (said["document"]["fees"], said["changes"][0]["state"], said["complete"] > 50) == ("£5", "second", True)
    assert api("post", "api_desk_second", waiting, {"do": "agree"}).json() == {"detail": "SamePerson"}
    assert api("post", "api_desk_second", waiting, {"do": "agree"}, who="priya").status_code == 204
    desk.lunch.refresh_from_db()
    assert desk.lunch.contact_phone == NEW


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ({"gold": 1}, ["gold"]),
        ({"needs": ["gold"]}, ["needs"]),
        ({"url": "https://www.facebook.com/profile.php?id=1"}, ["url"]),
        ({"url": "https://faceb00k.com/"}, ["url"]),
        (
            {"community": {"platform": "facebook_group", "address": "https://www.facebook.com/jean.pargeter"}},
            ["community"],
        ),
        ({"name": ""}, ["name"]),
    ],
)
def test_what_a_listing_cannot_say_is_a_400_by_its_part(desk, api, part, wrong):
    answer = api("patch", "api_desk_listing", desk.lunch, {"part": part})
    assert (answer.status_code, list(answer.json())) == (400, wrong)


def test_what_somebody_changed_meanwhile_is_a_409(desk, api):
    sent = {"part": {"fees": "£6"}, "was": {"fees": "£1"}}
    answer = api("patch", "api_desk_listing", desk.lunch, sent)
    assert (answer.status_code, answer.json()) == (409, {"detail": "OutOfDate"})
    assert api("patch", "api_desk_listing", desk.lunch, sent | {"was": {"fees": "£4.50"}}).status_code == 200


def test_a_check_a_note_and_a_link_for_olive(desk, api, outbox):
    key = str(uuid.uuid4())
    for _twice in range(2):
        told = api("post", "api_desk_checks", desk.lunch, {"key": key, "how": "rang", "outcome": "right"})
    assert (told.status_code, len(rows(Verification))) == (200, 1)
    assert api("post", "api_desk_checks", desk.lunch, {"key": key, "how": "magic"}).status_code == 400
    assert api("post", "api_desk_notes", desk.lunch, {"key": key, "text": "After four"}).status_code == 204
    identify(desk.dev)
    assert EditorNote.objects.get().text == "After four"
    assert api("post", "api_desk_asks", desk.lunch).status_code == 204
    assert api("post", "api_desk_asks", desk.lunch).json() == {"detail": "AskedLately"}
    assert len(outbox()) == 1


def test_a_proposal_is_taken_in_part_and_a_report_dealt_with(desk, api):
    change = proposing.propose(desk.lunch, {"fees": "£5", "met_by": "Petra"}, via=Via.PUBLIC)
    report = Report(service=desk.lunch, what="times")
    Report.objects.bulk_create([report])
    assert api("post", "api_desk_change", change, {"do": "take", "take": ["fees"]}).json()["changed"] == ["fees"]
    assert api("post", "api_desk_change", change, {"do": "refuse"}).json() == {"detail": "Decided"}
    assert api("post", "api_desk_change", change, {"do": "burn"}).status_code == 400
    assert api("post", "api_desk_report", report, {"came_of_it": "Olive says noon"}).status_code == 204
    assert rows(Report)[0].came_of_it == "Olive says noon"


def test_a_listing_is_made_once_and_a_template_has_branches(desk, api):
    key = str(uuid.uuid4())
    for _twice in range(2):
        made = api("post", "api_desk_listings", None, {"key": key, "name": "Sheds", "is_template": True})
    assert (made.status_code, Service.objects.filter(name="Sheds").count()) == (201, 1)
    shed = Service.objects.get(name="Sheds")
    branch = api("post", "api_desk_branches", shed, {"key": str(uuid.uuid4()), "name": "Sheds, Quayside"})
    assert (branch.status_code, branch.json()["document"]["status"]) == (201, "inactive")
    refused = api("post", "api_desk_branches", desk.lunch, {"key": str(uuid.uuid4()), "name": "X"})
    assert refused.json() == {"detail": "NotATemplate"}


def test_the_history_is_told_and_a_part_of_it_brought_back(desk, api):
    for fees in ("£4", "£9"):
        api("patch", "api_desk_listing", desk.lunch, {"part": {"fees": fees}})
    told = api("get", "api_desk_history", desk.lunch).json()
    assert [each["document"]["fees"] for each in told] == ["£9", "£4"]

    class Then:
        pk = told[1]["id"]

    assert api("post", "api_desk_restore", Then, {"parts": ["fees"]}).json()["changed"] == ["fees"]


@pytest.mark.parametrize("who", ["nia", "carl", "colm", "rosa", "tess"])
def test_nobody_else_finds_it(desk, api, who):
    made = making.make({"name": "Draft", "organisation": "X"}, by=desk.dev)
    tried = [
        api("get", "api_desk", who=who),
        api("get", "api_desk_listing", made, who=who),
        api("patch", "api_desk_listing", desk.lunch, {"part": {"fees": "£99"}}, who=who),
        api("post", "api_desk_checks", desk.lunch, {}, who=who),
    ]
    assert {answer.status_code for answer in tried} == {404}
    desk.lunch.refresh_from_db()
    assert desk.lunch.fees == "£4.50"


def test_it_is_described(client):
    paths = client.get(reverse("schema")).json()["paths"]
    assert [path for path in paths if path.startswith("/api/v1/desk/")] != []
    assert "second editor" in paths["/api/v1/desk/listings/{id}/"]["patch"]["description"]


@pytest.mark.parametrize(
    "part",
    [
        {"needs": [[]]}, {"audiences": "carers"}, {"places": "here"}, {"places": [{"id": "x"}]}, {"schedules": [None]},
        {"community": "x"}, {"community": {"admins": 5}}, {"instead": "x"}, {"organisation": None},
        {"organisation": " "}, {"publish_from": True}, {"places": [{"easting": [1]}]}, {"costs": [{"amount": {}}]},
        {"name": "a\x00b"}, {"languages": ["\x00"]}, {"name": {"a": 1}}, {"minimum_age": 9, "maximum_age": 3},
        {"places": [{"easting": 400000}]}, {"url": ["x"]}, {"summary": "x" * 10_000}, {"reach_metres": 10**30},
    ],
)  # fmt: skip
def test_what_no_form_would_send_is_refused_in_words(desk, sign_in, part):
    where, before = reverse("api_desk_listing", args=[desk.lunch.pk]), document.of(desk.lunch)
    answer = sign_in(desk.dev).patch(where, {"part": part}, content_type="application/json")
    assert (answer.status_code, document.of(Service.objects.get(pk=desk.lunch.pk))) == (400, before)


def test_a_letter_that_no_keyboard_types_is_refused_in_a_name(desk, sign_in):
    answer = sign_in(desk.dev).post(reverse("desk_make"), {"name": "a\x00b", "key": str(uuid.uuid4())})
    assert answer.status_code == 422


def test_a_letter_that_no_keyboard_types_is_left_out_of_why_a_group_was_refused(desk, sign_in):
    with acting_as("seed"):
        group = ChangeRequest.objects.create(via=Via.SIGN_UP, proposed={"name": "Choir", "organisation": "Choir"})
    sign_in(desk.dev).post(reverse("desk_new", args=[group.pk]), {"do": "refuse", "why": "a\x00b"})
    with acting_as("seed"):
        assert ChangeRequest.objects.get(pk=group.pk).decided_why == "a b"
