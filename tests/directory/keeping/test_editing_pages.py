"""Every part of a listing can be written in the form, and nothing that was typed is ever lost."""

import io
import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from connect.identity import identify
from directory import document
from directory.keeping import making, pictures, proposing
from directory.keeping.sheets import SUBJECTS, Sheet
from directory.models import Capacity, Picture, Provider, Service

from .sent_back import sent_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def dev(desk, sign_in):
    return sign_in(desk.dev)


def now(service):
    return document.of(Service.objects.get(pk=service.pk))


def where(service, subject):
    return reverse("desk_edit", args=[service.pk, subject])


def drawn(client, service, subject):
    """What the browser would send back if nobody touched anything."""
    html = client.get(where(service, subject)).content.decode()
    return sent_back(html)


FULL = {
    "summary": "A hot lunch",
    "description": "Two lines\nof it",
    "not_for": "Under eighteens",
    "languages": ["English", "Welsh"],
    "wellbeing": ["connect", "give"],
    "audiences": ["men"],
    "minimum_age": 50,
    "reach_metres": 3219,
    "personal_budget": True,
    "publish_from": "2026-01-01",
    "costs": [
        {"option": "Lunch", "amount": "4.50", "amount_description": ""},
        {"option": "Tea", "amount": None, "amount_description": "what you can"},
    ],
}


@pytest.fixture
def club(desk):
    """With something in every part."""
    said = now(desk.lunch)
    place = {**said["places"][0], "step_free": True, "hearing_loop": False, "directions": "Side door", "uprn": "10001"}
    other = {**place, "id": str(uuid.uuid4()), "name": "The annexe", "postcode": "KX1 1AA", "address_public": False}
    base = {**said["schedules"][0], "except_on": ["2026-12-22", "2026-12-29"], "description": "Doors at half past"}
    times = [
        {**base, "place": place["id"]},
        {**base, "id": None, "freq": "MONTHLY", "byday": "1FR,-1FR", "term_time": True, "except_on": []},
        {**base, "id": None, "freq": "MONTHLY", "byday": "", "bymonthday": "15", "not_on_bank_holidays": True},
        {**base, "id": None, "freq": "ONCE", "byday": "", "dtstart": "2026-12-25", "opens_at": None, "closes_at": None},
        {**base, "id": None, "interval": 2, "byday": "MO,WE", "also_on": ["2027-01-01"], "valid_to": "2027-06-30"},
    ]
    community = {
        "platform": "facebook_group", "address": "https://www.facebook.com/groups/lunch", "members": 40,
        "members_counted_on": "2026-11-01", "is_open": None, "not_for": "Selling", "posts": "", "answers": "",
        "last_active_on": "2026-11-02", "joining_steps": "Press join\nWait", "safe_to_join": "", "without_it": "Ring",
        "admins": [{"name": "Farida", "about": "", "agreed_on": "2026-11-01", "trained_on": None, "training": ""}],
    }  # fmt: skip
    document.apply(desk.lunch, {**FULL, "places": [place, other], "schedules": times, "community": community})
    return Service.objects.get(pk=desk.lunch.pk)


@pytest.mark.parametrize("subject", [subject.code for subject in SUBJECTS])
def test_a_page_sent_back_as_it_was_drawn_changes_nothing(club, dev, subject):
    before = now(club)
    answer = dev.post(where(club, subject), drawn(dev, club, subject))
    assert (answer.status_code, document.differences(before, now(club))) == (302, [])


@pytest.mark.parametrize("subject", [subject.code for subject in SUBJECTS if subject.row])
def test_a_button_adds_a_row_and_what_was_typed_comes_back(club, dev, subject):
    sent = drawn(dev, club, subject)
    named = [name for name in sent if name.endswith(("-name", "-option", "-description"))]
    typed = sent | {name: ["Typed by hand"] for name in named}
    answer = dev.post(where(club, subject), {**typed, "add": "1"})
    back = sent_back(answer.content.decode())
    count = int(sent["row-rows"][0])
    assert (answer.status_code, int(back["row-rows"][0])) == (200, count + 1)
    assert {name: back.get(name) for name in typed if name != "row-rows"} == {
        n: v for n, v in typed.items() if n != "row-rows"
    }
    assert "error" not in answer.content.decode().split("<main")[1].split("</main")[0].replace("autofocus", "")


def test_a_row_that_was_added_and_left_blank_is_not_there(club, dev):
    sent = drawn(dev, club, "costs")
    added = sent_back(dev.post(where(club, "costs"), {**sent, "add": "1"}).content.decode())
    assert dev.post(where(club, "costs"), added).status_code == 302
    assert len(now(club)["costs"]) == 2


def test_a_row_is_taken_away_by_its_tick_and_the_others_keep_their_keys(club, dev):
    before = now(club)["schedules"]
    sent = drawn(dev, club, "times") | {"row-1-gone": ["on"]}
    dev.post(where(club, "times"), sent)
    kept = [each["id"] for each in before if each["id"] != sent["row-1-id"][0]]
    assert sorted(each["id"] for each in now(club)["schedules"]) == sorted(kept)


def test_a_second_place_is_added_and_a_time_is_put_there(club, dev):
    sent = sent_back(dev.post(where(club, "places"), {**drawn(dev, club, "places"), "add": "1"}).content.decode())
    sent |= {"row-2-name": ["Larkfield hall"], "row-2-postcode": ["kx2 4hd"], "row-2-step_free": ["yes"]}
    assert dev.post(where(club, "places"), sent).status_code == 302
    place = next(each for each in now(club)["places"] if each["name"] == "Larkfield hall")
    assert (place["postcode"], place["easting"], place["step_free"]) == ("KX2 4HD", 412000, True)
    times = drawn(dev, club, "times") | {"row-0-place": [place["id"]]}
    dev.post(where(club, "times"), times)
    assert place["id"] in [each["place"] for each in now(club)["schedules"]]


WRONG_TIMES = [
    ({"turn": "weekly"}, "Choose at least one day of the week"),
    ({"turn": "nth", "days": ["MO"]}, "Choose which of the month: first, second …"),
    ({"turn": "monthday"}, "Enter the date of the month, from 1 to 31"),
    ({"turn": "once"}, "Enter the day on which it is"),
    ({"turn": "weekly", "days": ["MO"], "interval": "2"}, "Enter the first day, so that we know which weeks"),
    ({"turn": "weekly", "days": ["MO"], "opens_at": "noonish"}, "Enter a time, like 10:30 or 2pm"),
    (
        {"turn": "weekly", "days": ["MO"], "except_on": "24/12/2026, Christmas"},
        "“Christmas” is not a day, like 24/12/2026",
    ),
    (
        {"turn": "weekly", "days": ["MO"], "dtstart": "2026-06-01", "valid_to": "2026-01-01"},
        "The last day is before the first",
    ),
]


@pytest.mark.parametrize(("typed", "wrong"), WRONG_TIMES)
def test_a_time_that_says_too_little_is_told_what_is_missing(desk, dev, typed, wrong):
    sent = {"row-rows": "2", **{f"row-1-{name}": value for name, value in typed.items()}}
    sent |= {
        f"row-0-{name}": value
        for name, value in {"turn": "weekly", "days": ["TU"], "opens_at": "12:00", "description": "Soup"}.items()
    }
    sent["row-1-description"] = "Typed by hand"
    answer = dev.post(where(desk.lunch, "times"), sent)
    said = answer.content.decode()
    assert (answer.status_code, wrong in said, "Typed by hand" in said) == (422, True, True)
    anchor = re.search(rf'<a href="#([^"]+)">{re.escape(wrong)}', said)
    assert anchor
    assert f'id="{anchor[1]}"' in said, "the summary leads to the field"


FACEBOOK = "https://www.facebook.com"
BAD = [
    ("basics", {"name": "", "organisation": "St Mark's"}, "Enter what it is called"),
    ("who", {"minimum_age": "60", "maximum_age": "18"}, "The oldest age is below the youngest"),
    ("contact", {"contact_email": "olive at example"}, "Enter an e-mail address, like name@example.org"),
    ("contact", {"contact_phone": "ring me"}, "Enter a phone number, like 01632 960 123"),
    ("contact", {"url": FACEBOOK + "/profile.php?id=1"}, "somebody’s own profile"),
    ("contact", {"url": "https://www.faceb00k.com/groups/1"}, "only looks like a well-known site"),
    (
        "open", {"status": "temporarily closed", "shut_from": "2026-12-31", "reopens_on": "2026-12-01"},
        "It would open again before it shuts",
    ),
    ("open", {"status": "active", "instead": "Atlantis"}, "No listing is called that"),
    (
        "places", {"attending": "in_person", "row-rows": "1", "row-0-name": "X", "row-0-postcode": "nowhere"},
        "Enter a full postcode",
    ),
    ("places", {"attending": "online", "reach_metres": "far"}, "Enter a number of miles"),
    ("costs", {"row-rows": "1", "row-0-amount": "4.50"}, "Say what this price is for"),
    ("costs", {"row-rows": "1", "row-0-option": "Tea", "row-0-amount": "-1"}, "greater than or equal to 0"),
    (
        "community", {"platform": "facebook_group", "address": FACEBOOK + "/jean.pargeter"},
        "somebody’s own profile",
    ),
    ("community", {"platform": "facebook_page", "address": FACEBOOK + "/StMarks"}, "Open it, then tick here"),
    ("community", {"platform": "whatsapp", "address": "https://wa.me/447700900123"}, "own number"),
    (
        "community", {"platform": "facebook_group", "address": FACEBOOK + "/groups/1", "members": "40"},
        "Say on which day",
    ),
    (
        "community",
        {"platform": "facebook_group", "address": FACEBOOK + "/groups/1", "row-rows": "1", "row-0-name": "Farida"},
        "Nobody is named without their yes",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "typed", "wrong"), BAD)
def test_what_is_wrong_is_said_beside_it_and_nothing_changes(desk, dev, subject, typed, wrong):
    before = now(desk.lunch)
    answer = dev.post(where(desk.lunch, subject), typed)
    assert (answer.status_code, wrong in answer.content.decode()) == (422, True), answer.content.decode()[-3000:]
    assert document.differences(before, now(desk.lunch)) == []


def test_a_page_that_might_be_a_persons_is_taken_when_somebody_has_looked(desk, dev):
    typed = {"platform": "facebook_page", "address": "https://www.facebook.com/StMarks", "looked": "on"}
    assert dev.post(where(desk.lunch, "community"), typed).status_code == 302


def test_an_odd_number_and_an_old_address_do_not_stand_in_the_way_of_the_name(desk, dev):
    odd = {"contact_phone": "ask at the desk", "url": "https://www.facebook.com/profile.php?id=1"}
    document.apply(desk.lunch, odd)
    sent = drawn(dev, desk.lunch, "contact") | {"contact_name": ["Olivia"]}
    assert dev.post(where(desk.lunch, "contact"), sent).status_code == 302
    said = now(desk.lunch)
    assert {name: said[name] for name in (*odd, "contact_name")} == {**odd, "contact_name": "Olivia"}


def test_while_dev_was_writing_priya_saved_and_neither_loses_a_word(desk, dev, sign_in):
    sent = drawn(dev, desk.lunch, "joining")
    identify(desk.priya)
    proposing.edit(desk.lunch, {"met_by": "Priya’s word"}, by=desk.priya)
    late = dev.post(where(desk.lunch, "joining"), sent | {"met_by": ["Dev’s word"]})
    said = late.content.decode()
    assert (late.status_code, "Priya Nair changed this" in said, "Dev’s word" in said, "Priya’s word" in said) == (
        409,
        True,
        True,
        True,
    )
    assert now(desk.lunch)["met_by"] == "Priya’s word"
    assert dev.post(where(desk.lunch, "joining"), sent_back(said)).status_code == 302
    assert now(desk.lunch)["met_by"] == "Dev’s word"


def test_a_new_listing_is_made_once_and_shown_only_when_it_is_opened(desk, dev):
    told = {"key": uuid.uuid4(), "name": "Book swap", "organisation": ""}
    answers = [dev.post(reverse("desk_make"), told) for _press in range(2)]
    made = Service.objects.get(name="Book swap")
    assert {answer["Location"] for answer in answers} == {where(made, "basics")}
    assert (made.organisation.name, made.status, made in Service.objects.published()) == (
        "Book swap",
        "inactive",
        False,
    )
    dev.post(where(made, "open"), {"status": "active"})
    assert made in Service.objects.published()


def test_a_name_that_is_there_already_is_asked_about(desk, dev):
    told = {"key": uuid.uuid4(), "name": "st mark's lunch club"}
    answer = dev.post(reverse("desk_make"), told)
    assert (answer.status_code, "There is a listing of this name" in answer.content.decode()) == (422, True)
    assert dev.post(reverse("desk_make"), told | {"sure": "on"}).status_code == 302


def test_branches_that_still_have_the_templates_words_follow_and_others_do_not(desk, dev):
    shed = making.make(
        {"name": "Men’s Shed", "organisation": "Sheds", "summary": "Bring an idea"}, by=desk.dev, is_template=True
    )
    key = uuid.uuid4()
    for _press in range(2):
        dev.post(reverse("desk_branch", args=[shed.pk]), {"key": key, "name": "Men’s Shed, Quayside"})
    identify(desk.dev)
    ours = making.branch(shed, name="Men’s Shed, Beacon", by=desk.dev)
    proposing.edit(ours, {"summary": "Our own words"}, by=desk.dev)
    proposing.edit(shed, {"summary": "Bring an idea or a chair"}, by=desk.dev)
    said = {one.name: one.summary for one in shed.branches.all()}
    assert said == {"Men’s Shed, Quayside": "Bring an idea or a chair", "Men’s Shed, Beacon": "Our own words"}
    assert shed not in Service.objects.published()


def test_how_much_room_there_is_is_said_for_each_session(desk, dev):
    page = reverse("desk_room", args=[desk.lunch.pk])
    assert dev.post(page, {"said_by_name": "Olive"}).status_code == 422
    assert dev.post(page, {"available_0": "2", "weeks_0": "3"}).status_code == 422
    dev.post(page, {"available_0": "2", "maximum_0": "20", "weeks_0": "3", "said_by_name": "Olive"})
    kept = Capacity.objects.get()
    assert (kept.available, kept.maximum, kept.waiting_days, kept.said_by_name, kept.schedule) == (
        2,
        20,
        21,
        "Olive",
        desk.lunch.schedules.get(),
    )


def test_the_numbers_of_whoever_runs_it(desk, dev):
    page = reverse("desk_numbers", args=[desk.lunch.pk])
    told = {
        "row-rows": "1",
        "row-0-scheme": "GB-CHC",
        "row-0-identifier": "1000000",
        "website": "https://st-marks.example.org",
    }
    assert dev.post(page, told).status_code == 302
    assert [str(each) for each in desk.lunch.organisation.identifiers.all()] == ["GB-CHC 1000000"]
    other = Service.objects.create(organisation=desk.council, name="Other")
    taken = dev.post(reverse("desk_numbers", args=[other.pk]), told)
    assert (taken.status_code, "is another organisation’s number" in taken.content.decode()) == (422, True)
    assert [str(each) for each in desk.lunch.organisation.identifiers.all()] == ["GB-CHC 1000000"]


def test_a_new_website_of_theirs_is_shown_when_a_second_editor_has_given_it_too(desk, dev, sign_in):
    page, told = reverse("desk_numbers", args=[desk.lunch.pk]), {"row-rows": "0", "website": "https://st.example.org/"}
    for _twice in range(2):
        dev.post(page, told)  # the same person twice is one pair of eyes
    held = Provider.objects.get(organisation=desk.lunch.organisation)
    assert (held.website, held.waiting, held.waiting_by) == ("", {"website": "https://st.example.org/"}, desk.dev)
    priya = sign_in(desk.priya)
    assert "Dev Rao gave these" in priya.get(page).text
    priya.post(page, told)
    held.refresh_from_db()
    assert (held.website, held.waiting, held.waiting_by) == ("https://st.example.org/", {}, None)
    dev.post(page, {"row-rows": "0", "website": ""})  # taking one away sends nobody to a stranger
    held.refresh_from_db()
    assert (held.website, held.waiting) == ("", {})


# ---------- pictures ----------


def picture(kind="JPEG", size=(1800, 1200), mode="RGB", **more):
    out = io.BytesIO()
    Image.new(mode, size, "teal" if mode == "RGB" else None).save(out, kind, **more)
    return out.getvalue()


def with_gps():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "Camera of Jean"
    exif[0x0112] = 6  # lying on its side
    return picture(exif=exif)


def upload(raw, name="p.jpg"):
    return SimpleUploadedFile(name, raw, content_type="image/jpeg")


def test_a_picture_is_drawn_anew_upright_and_without_what_hid_in_it(desk, dev, client):
    raw = with_gps() + b"<script>alert(1)</script>"
    assert b"Camera of Jean" in raw
    dev.post(
        reverse("desk_picture", args=[desk.lunch.pk]), {"file": upload(raw), "alt": "The hall with the tables laid"}
    )
    kept = Picture.objects.get()
    assert (kept.width, kept.height) == (1067, 1600)
    assert [word for word in (b"Camera", b"script", b"Exif", b"ICC_PROFILE") if word in bytes(kept.jpeg)] == []
    answer = client.get(reverse("picture", args=[desk.lunch.pk]))
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert Image.open(io.BytesIO(answer.content)).getexif() == {}
    again = client.get(reverse("picture", args=[desk.lunch.pk]), headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


SORTS = [
    ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "LA"), ("WEBP", "RGBA"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "I;16"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "mode"), SORTS)
def test_every_sort_of_picture_becomes_a_plain_jpeg(kind, mode):
    raw = io.BytesIO()
    Image.new(mode, (40, 30)).save(raw, kind)
    raw.seek(0)
    drawn = pictures.draw(raw)
    assert (Image.open(io.BytesIO(drawn.jpeg)).mode, drawn.width, drawn.height) == ("RGB", 40, 30)


UNSAFE = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<html><script>alert(1)</script></html>",
    "gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
    "a broken jpeg": b"\xff\xd8\xff\xe0" + b"nothing of the kind" * 20,
    "half a png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "riff that is sound": b"RIFF\x00\x00\x00\x00WAVEfmt ",
    "nothing": b"",
    "pdf": b"%PDF-1.4 ...",
    "php": b"\xff\xd8\xff<?php system('id'); ?>",
}


@pytest.mark.parametrize("raw", UNSAFE.values(), ids=UNSAFE.keys())
def test_what_is_no_picture_is_refused_whatever_it_calls_itself(desk, dev, raw):
    answer = dev.post(reverse("desk_picture", args=[desk.lunch.pk]), {"file": upload(raw), "alt": "A hall"})
    assert (answer.status_code, Picture.objects.count()) == (422, 0)


def test_a_picture_of_more_points_than_a_machine_should_unpack_is_refused():
    with pytest.raises(pictures.NotAPicture, match="too many points"):
        pictures.draw(io.BytesIO(picture("PNG", (8000, 6000), "L")))


def test_a_picture_larger_than_eight_megabytes_is_refused():
    with pytest.raises(pictures.NotAPicture, match="larger than 8 MB"):
        pictures.draw(io.BytesIO(b"\xff\xd8\xff" + b"\0" * pictures.LARGEST))


def test_a_picture_says_in_words_what_it_shows(desk, dev, client):
    where_ = reverse("desk_picture", args=[desk.lunch.pk])
    answer = dev.post(where_, {"file": upload(picture()), "alt": ""})
    assert (answer.status_code, "Say in a line what the picture shows" in answer.content.decode()) == (422, True)
    dev.post(where_, {"file": upload(picture()), "alt": "A hall"})
    dev.post(where_, {"alt": "A hall with tables"})
    assert Picture.objects.get().alt == "A hall with tables"
    dev.post(where_, {"remove": "1"})
    assert client.get(reverse("picture", args=[desk.lunch.pk])).status_code == 404


def test_the_picture_of_a_listing_that_is_not_shown_is_not_there(desk, client):
    pictures.keep(desk.lunch, drawn=pictures.draw(io.BytesIO(picture())), alt="A hall")
    Service.objects.update(status="inactive")
    assert client.get(reverse("picture", args=[desk.lunch.pk])).status_code == 404


def test_absurd_numbers_of_rows_are_few(desk, dev):
    sent = {"row-rows": "99999999999999999999", "row-0-option": "Tea"}
    assert dev.post(where(desk.lunch, "costs"), sent).status_code in (302, 422)
    assert dev.post(where(desk.lunch, "costs"), {**sent, "row-rows": "999"}).status_code == 302
    assert len(now(desk.lunch)["costs"]) <= 40


def test_a_subject_that_is_none_is_not_there(desk, dev):
    assert dev.get(where(desk.lunch, "gold")).status_code == 404


def test_every_part_of_a_document_stands_on_some_page():
    asked = {part for subject in SUBJECTS for part in subject.parts}
    assert set(document.PARTS) - asked == set()


def test_a_sheet_says_what_it_shows(desk):
    sheet = Sheet(SUBJECTS[0], now(desk.lunch))
    assert sheet.seen.parts == ("name", "organisation", "summary", "description", "kind", "function")
