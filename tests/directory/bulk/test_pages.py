"""The pages of spreadsheets and duplicates, and the same over the API: for editors, and for nobody else."""

import io
import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from connect.audit.models import Access
from connect.identity import acting_as, identify
from connect.people.roles import Role
from directory.bulk import tasks
from directory.bulk.models import Duplicate, Upload
from directory.models import Service
from tests.cast import person

from .conftest import HEAD, as_csv, as_xlsx, group

ADDRESSES = ["bulk", "bulk_columns", "bulk_template", "bulk_export", "duplicates"]
THREE = [HEAD, *(group(n) for n in range(3))]
WRONG = [HEAD, group(0), group(1, Admin="=Farida")]


def sheet(rows, name="groups.csv"):
    return SimpleUploadedFile(name, as_xlsx(rows) if name.endswith("xlsx") else as_csv(rows))


def send(client, rows, name="groups.csv", key=None):
    said = {"key": key or uuid.uuid4(), "what": "communities", "file": sheet(rows, name)}
    return client.post(reverse("bulk"), said)


def mark(page):
    return page.text.split('name="mark" value="')[1][:32]


@pytest.mark.parametrize("name", ["carl", "nia", "colm", "rosa", "tess"])
def test_nobody_but_an_editor_finds_any_of_it(cast, sign_in, name):
    dev = sign_in(cast.dev)
    upload = send(dev, THREE)["Location"]
    client = sign_in(getattr(cast, name))
    nowhere = client.get("/no-such-page/").status_code
    assert {client.get(reverse(address)).status_code for address in ADDRESSES} == {nowhere} == {404}
    assert (client.get(upload).status_code, client.get(f"{upload}wrong/").status_code) == (404, 404)
    assert client.post(upload, {"take": "1"}).status_code == 404


def test_a_stranger_is_led_to_the_door(client, cast):
    assert {client.get(reverse(address)).status_code for address in ADDRESSES} == {302}


def test_another_editor_does_not_see_the_file_either(cast, sign_in):
    upload = send(sign_in(cast.dev), THREE)["Location"]
    priya = sign_in(person("Priya Nair", Role.DIR, cast.council))
    assert (priya.get(upload).status_code, priya.get(reverse("bulk")).status_code) == (404, 200)


@pytest.mark.parametrize("name", ["groups.csv", "groups.xlsx"])
def test_a_file_is_looked_at_then_taken_and_a_second_press_takes_nothing_more(cast, sign_in, name):
    dev, before = sign_in(cast.dev), Service.objects.count()
    address = send(dev, THREE, name)["Location"]
    page = dev.get(address)
    assert ("Of 3 rows: 3 are new." in page.text, "Take all 3" in page.text) == (True, True)
    assert Service.objects.count() == before
    for _press in range(2):
        dev.post(address, {"take": "1", "mark": mark(page)})
    assert Service.objects.count() == before + 3
    assert "3 new listings" in dev.get(address).text


def test_the_same_form_twice_is_one_upload(cast, sign_in):
    dev, key = sign_in(cast.dev), uuid.uuid4()
    assert send(dev, THREE, key=key)["Location"] == send(dev, THREE, key=key)["Location"]
    identify(cast.dev)
    assert Upload.objects.count() == 1


def test_a_wrong_row_blocks_taking_and_can_be_fetched(cast, sign_in):
    dev, before = sign_in(cast.dev), Service.objects.count()
    address = send(dev, WRONG)["Location"]
    page = dev.get(address)
    assert ("Take all" in page.text, "Write the day on which they said yes" in page.text) == (False, True)
    dev.post(address, {"take": "1"})
    assert Service.objects.count() == before
    answer = dev.get(f"{address}wrong/")
    assert answer["Content-Disposition"] == 'attachment; filename="rows-to-put-right.csv"'
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert (len(lines), lines[0].split(",")[0], "'=Farida" in lines[1]) == (2, "What to put right", True)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04nothing", b"\x00" * 90, b"Colour\r\nred\r\n"])
def test_a_file_that_is_no_table_is_answered_beside_the_field(cast, sign_in, data):
    said = {"key": uuid.uuid4(), "what": "listings", "file": SimpleUploadedFile("x.xlsx", data)}
    answer = sign_in(cast.dev).post(reverse("bulk"), said)
    assert (answer.status_code, 'id="id_file_error"' in answer.text or "One thing to put right" in answer.text) == (
        422,
        True,
    )


def test_a_choice_that_was_not_looked_at_is_shown_before_it_is_taken(cast, sign_in):
    dev, before = sign_in(cast.dev), Service.objects.count()
    address = send(dev, THREE)["Location"]
    page = dev.get(address)
    dev.post(address, {"take": "1", "mark": mark(page), "row-3": "leave"}, follow=True)
    assert Service.objects.count() == before
    page = dev.get(address)
    dev.post(address, {"take": "1", "mark": mark(page), "row-3": "leave"})
    assert Service.objects.count() == before + 2


def test_what_may_be_there_already_is_asked_about(cast, sign_in):
    dev = sign_in(cast.dev)
    rows = [["Name", "Postcode", "Phone"], ["St Marks Lunch", "KX2 4TQ", "01632 960042"]]
    said = {"key": uuid.uuid4(), "what": "listings", "file": SimpleUploadedFile("x.csv", as_csv(rows))}
    address = dev.post(reverse("bulk"), said)["Location"]
    page = dev.get(f"{address}?show=alike")
    assert (f'value="{cast.lunch.pk}" checked' in page.text, "the phone number" in page.text) == (True, True)
    dev.post(address, {"row-2": "new"})
    assert 'value="new" checked' in dev.get(f"{address}?show=alike").text


# ---------- out ----------


def test_an_export_is_a_file_and_is_written_down(cast, sign_in):
    answer = sign_in(cast.dev).get(reverse("bulk_export"), {"as": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert answer["Content-Disposition"] == f'attachment; filename="listings-{timezone.localdate().isoformat()}.csv"'
    assert ("St Mark's lunch club" in text, "olive@example.org" in text) == (True, True)
    with acting_as("retention"):
        assert [(row.page, row.person_ids) for row in Access.objects.filter(actor_id=cast.dev.pk)] == [
            ("bulk_export", [])
        ]


def test_an_export_of_a_search_has_what_the_search_finds(cast, sign_in):
    Service.objects.create(organisation=cast.homes, name="Chess for all")
    answer = sign_in(cast.dev).get(reverse("bulk_export"), {"as": "xlsx", "q": "chess"})
    rows = list(load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.values)
    assert [row[0] for row in rows] == ["Name", "Chess for all"]


@pytest.mark.parametrize("what", ["listings", "communities"])
def test_templates_explain_themselves(cast, sign_in, what):
    dev = sign_in(cast.dev)
    csv = dev.get(reverse("bulk_template"), {"what": what}).content.decode("utf-8-sig")
    assert csv.splitlines()[1].startswith("# What people call it")
    book = load_workbook(io.BytesIO(dev.get(reverse("bulk_template"), {"what": what, "as": "xlsx"}).content))
    assert (len(book.sheetnames), book["How to fill it in"]["A1"].value) == (2, "Column")


# ---------- duplicates ----------


@pytest.fixture
def pair(cast):
    other = Service.objects.create(organisation=cast.homes, name="St Marks lunch", fees="£9")
    return Duplicate.objects.create(one=cast.lunch, other=other, score=0.9, why=["name"])


def test_two_are_compared_and_made_one(cast, sign_in, pair):
    dev = sign_in(cast.dev)
    page = dev.get(reverse("duplicate", args=[pair.pk]))
    assert ("£4.50" in page.text, "£9" in page.text) == (True, True)
    dev.post(reverse("duplicate", args=[pair.pk]), {"keep": cast.lunch.pk, "merge": "1", "part-fees": "gone"})
    pair.refresh_from_db()
    assert (pair.state, pair.other.merged_into, Service.objects.get(pk=cast.lunch.pk).fees) == (
        "merged",
        cast.lunch,
        "£9",
    )
    assert dev.get(reverse("duplicate", args=[pair.pk])).status_code == 200


def test_the_other_way_round_the_younger_stays(cast, sign_in, pair):
    sign_in(cast.dev).post(reverse("duplicate", args=[pair.pk]), {"keep": pair.other_id, "merge": "1"})
    assert Service.objects.get(pk=cast.lunch.pk).merged_into_id == pair.other_id


def test_two_are_told_apart(cast, sign_in, pair):
    dev = sign_in(cast.dev)
    dev.post(reverse("duplicate", args=[pair.pk]), {"different": "1"})
    pair.refresh_from_db()
    assert (pair.state, pair.decided_by) == ("different", cast.dev)
    assert "No two listings look alike" in dev.get(reverse("duplicates")).text


def test_two_can_be_put_together_by_their_addresses(cast, sign_in):
    other = Service.objects.create(organisation=cast.homes, name="Lunch")
    dev = sign_in(cast.dev)
    said = {"one": f"http://testserver/listing/{cast.lunch.pk}/", "other": str(other.pk)}
    assert dev.post(reverse("duplicates"), said).status_code == 302
    wrong = dev.post(reverse("duplicates"), {"one": "nonsense", "other": str(uuid.uuid4())})
    assert (wrong.status_code, "Copy the address" in wrong.text) == (422, True)


@pytest.mark.parametrize("name", ["carl", "nia", "colm"])
def test_a_pair_is_for_editors(cast, sign_in, pair, name):
    client = sign_in(getattr(cast, name))
    address = reverse("duplicate", args=[pair.pk])
    assert (client.get(address).status_code, client.post(address, {"merge": "1"}).status_code) == (404, 404)
    assert Service.objects.filter(merged_into=None).count() == 2


# ---------- the API, the command and the nights ----------


def test_the_api_looks_takes_exports_and_merges(cast, sign_in, pair):
    dev = sign_in(cast.dev)
    said = {"key": uuid.uuid4(), "what": "communities", "file": sheet(THREE)}
    dry = dev.post(reverse("api_uploads"), said)
    assert (dry.status_code, dry.json()["counts"], dry.json()["may_be_taken"]) == (201, {"new": 3}, True)
    one = reverse("api_upload", args=[dry.json()["id"]])
    left = dev.patch(one, json.dumps({"choices": [{"row": 2, "choice": "leave"}]}), "application/json").json()
    take = reverse("api_upload_take", args=[left["id"]])
    stale = dev.post(take, json.dumps({"mark": dry.json()["mark"]}), "application/json")
    taken = dev.post(take, json.dumps({"mark": left["mark"]}), "application/json")
    assert (stale.status_code, taken.status_code, taken.json()["taken"]["new"]) == (409, 200, 2)
    assert b"village2" in b"".join(dev.get(reverse("api_export"), {"what": "communities"}).streaming_content)
    assert [each["id"] for each in dev.get(reverse("api_duplicates")).json()] == [str(pair.pk)]
    told = {"kept": str(pair.one_id), "gone": str(pair.other_id), "parts": ["fees"]}
    merged = dev.post(reverse("api_merge"), json.dumps(told), "application/json")
    again = dev.post(reverse("api_merge"), json.dumps(told), "application/json")
    assert (merged.json()["changed"], again.status_code) == (["fees"], 409)


@pytest.mark.parametrize("name", ["carl", "nia", "colm"])
def test_the_api_is_for_editors(cast, sign_in, pair, name):
    client = sign_in(getattr(cast, name))
    answers = {client.get(reverse(address)).status_code for address in ("api_export", "api_duplicates")}
    assert answers | {client.post(reverse("api_merge"), "{}", "application/json").status_code} == {404}


@pytest.mark.parametrize("body", ["", "{", "[]", '{"kept": 1}', '{"kept": "x", "gone": "y"}', '{"parts": ["name"]}'])
def test_the_api_answers_nonsense_with_what_is_wrong(cast, sign_in, body):
    assert sign_in(cast.dev).post(reverse("api_merge"), body, "application/json").status_code == 400


def test_the_command_says_what_it_would_do_and_takes(cast, tmp_path, capsys):
    file = tmp_path / "groups.xlsx"
    file.write_bytes(as_xlsx(THREE))
    call_command("import_listings", str(file), "--communities", "--dry-run")
    assert (capsys.readouterr().out.splitlines()[-1], Service.objects.count()) == (
        "3 new, 0 changed, 0 same, 0 wrong, 0 left out", 1
    )  # fmt: skip
    with pytest.raises(CommandError):
        call_command("import_listings", str(file), "--communities")
    call_command("import_listings", str(file), "--communities", "--as", "dev@example.org")
    assert Service.objects.count() == 4
    file.write_bytes(as_xlsx(WRONG))
    with pytest.raises(CommandError):
        call_command("import_listings", str(file), "--communities", "--as", "dev@example.org")
    assert Service.objects.count() == 4


def test_files_go_after_a_week_and_not_before(cast, keep):
    old, new = keep(THREE), keep(THREE)
    Upload.objects.filter(pk=old.pk).update(at=timezone.now() - timezone.timedelta(days=8))
    tasks.purge_uploads()
    identify(cast.dev)
    assert list(Upload.objects.values_list("pk", flat=True)) == [new.pk]


def test_each_night_what_came_by_other_doors_is_compared(cast):
    twin = Service.objects.create(organisation=cast.homes, name="St Mark's lunch club", contact_phone="01632 960042")
    tasks.look_for_doubles()
    assert [(pair.one, pair.other) for pair in Duplicate.objects.all()] == [(cast.lunch, twin)]


def test_an_address_that_may_not_stand_here_is_said_and_nothing_is_made_one(cast, sign_in, pair):
    Service.objects.filter(pk=pair.other_id).update(url="https://bit.ly/x")
    answer = sign_in(cast.dev).post(reverse("duplicate", args=[pair.pk]), {"part-url": "gone"}, follow=True)
    assert "This is a shortened link" in answer.content.decode()
    assert Service.objects.filter(merged_into=None).count() == Service.objects.count()
