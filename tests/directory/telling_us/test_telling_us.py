"""Anybody tells the directory something: made once, kept from everybody else, and nothing typed is lost."""

import re
import uuid
from datetime import date, timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from directory import document
from directory.keeping import actions as keeping
from directory.models import ChangeRequest, Report, Schedule, Service, Usefulness
from directory.states import Decision, Via
from directory.telling_us import actions, sending


@pytest.fixture(autouse=True)
def nobody_has_sent_anything(db):
    cache.clear()


@pytest.fixture
def choir(listing):
    return listing("Choir", days="TU", summary="We sing.", fees="£2", contact_phone="01632 960 042")


def said(response):
    return " ".join(unescape(strip_tags(response.text)).split())


def at(name, *args):
    return reverse(name, args=args)


def kept(model):
    """What is in the table, seen by a job that may look."""
    with acting_as("import"):
        return list(model.objects.all())


def key():
    return str(uuid.uuid4())


def errors(response):
    return re.findall(r'_error"><span[^>]*>[^<]*</span>([^<]*)<', response.text)


# --- something here is wrong


def test_a_report_is_made_and_its_sender_hears_what_happens_next(client, choir):
    sent = {"key": key(), "what": "times", "words": "It is at eleven.", "reply_to": "ann@example.org"}
    answer = client.post(at("wrong", choir.pk), sent)
    assert (answer.status_code, answer["Location"]) == (302, at("wrong_told", choir.pk))
    assert "Somebody reads it, asks the group, and puts the page right." in said(client.get(answer["Location"]))
    [report] = kept(Report)
    assert (report.service_id, report.what, report.words, report.reply_to) == (
        choir.pk, "times", "It is at eleven.", "ann@example.org",
    )  # fmt: skip


def test_who_says_that_it_is_unsafe_is_told_whom_to_ring_at_once(cast, client):
    answer = client.post(at("wrong", cast.lunch.pk), {"key": key(), "what": "unsafe"})
    assert answer["Location"] == at("unsafe_told", cast.lunch.pk)
    text = client.get(answer["Location"]).text
    assert re.findall(r'<a href="tel:(\d+)">', text)[:2] == ["999", "101"]
    assert "Please ring us too, so that we know today: 01632 960 011" in said(client.get(answer["Location"]))


def test_sent_twice_it_is_made_once(client, choir):
    sent = {"key": key(), "what": "times"}
    answers = [client.post(at("wrong", choir.pk), sent)["Location"] for _time in range(2)]
    assert (answers, len(kept(Report))) == ([at("wrong_told", choir.pk)] * 2, 1)


def test_the_same_key_with_other_words_is_shown_back_with_all_that_was_typed(client, choir):
    one = key()
    client.post(at("wrong", choir.pk), {"key": one, "what": "times"})
    answer = client.post(at("wrong", choir.pk), {"key": one, "what": "place", "words": "Round the corner"})
    assert (answer.status_code, len(kept(Report))) == (409, 1)
    assert "This form was sent before." in said(answer)
    assert "Round the corner</textarea>" in answer.text


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({}, ["Choose what is wrong"]),
        ({"what": "nonsense"}, ["Select a valid choice. nonsense is not one of the available choices."]),
        ({"what": "other"}, ["Tell us in a few words what is wrong"]),
        ({"what": "times", "words": "x" * 2001},
         ["Ensure this value has at most 2000 characters (it has 2001)."]),
    ],
)  # fmt: skip
def test_a_report_that_says_nothing_is_asked_again(client, choir, sent, wrong):
    answer = client.post(at("wrong", choir.pk), {"key": key(), **sent})
    assert (answer.status_code, errors(answer), kept(Report)) == (422, wrong, [])


def test_an_empty_form_without_even_a_key_gets_a_page(client, choir):
    assert client.post(at("wrong", choir.pk)).status_code == 422


def test_a_flood_is_stopped_kindly_and_what_was_typed_stays(client, choir, monkeypatch):
    monkeypatch.setattr(sending, "MOST_AN_HOUR", 2)
    for _time in range(2):
        client.post(at("wrong", choir.pk), {"key": key(), "what": "times"})
    answer = client.post(at("wrong", choir.pk), {"key": key(), "what": "place", "words": "The third"})
    assert (answer.status_code, len(kept(Report))) == (429, 2)
    assert "Wait a little, or ring us" in said(answer)
    assert "The third</textarea>" in answer.text


@pytest.mark.parametrize("name", ["wrong", "useful", "suggest"])
@pytest.mark.parametrize("change", [{"status": "inactive"}, {"is_template": True}, {"publish_until": date(2001, 1, 1)}])
def test_nothing_is_told_of_what_nobody_can_see(client, choir, name, change):
    Service.objects.filter(pk=choir.pk).update(**change)
    assert [client.get(at(name, choir.pk)).status_code, client.post(at(name, choir.pk)).status_code] == [404, 404]


@pytest.mark.parametrize("name", ["rosa", "carl", "nia", "colm", "vera"])
def test_nobody_but_an_editor_reads_what_was_told(cast, client, name):
    client.post(at("wrong", cast.lunch.pk), {"key": key(), "what": "times", "words": "a secret"})
    client.post(at("useful", cast.lunch.pk), {"key": key(), "useful": "no", "words": "a secret"})
    client.post(at("suggest", cast.lunch.pk), {"key": key(), "words": "a secret", "name": "Ann"})
    identify(getattr(cast, name))
    assert [model.objects.count() for model in (Report, Usefulness, ChangeRequest)] == [0, 0, 0]
    identify(cast.dev)
    assert [model.objects.count() for model in (Report, Usefulness, ChangeRequest)] == [1, 1, 1]


# --- was this useful?


def test_one_press_counts_and_the_words_come_after(client, choir):
    page = client.get(choir.get_absolute_url()).text
    [sent] = re.findall(r'action="[^"]*/useful/".*?name="key" value="([^"]*)"', page, re.S)
    words_page = client.post(at("useful", choir.pk), {"key": sent, "useful": "no"})["Location"]
    assert words_page == at("useful_words", choir.pk, sent)
    assert [(each.useful, each.words) for each in kept(Usefulness)] == [(False, "")]
    answer = client.post(words_page, {"words": "No bus goes there."})
    assert answer["Location"] == at("useful_told", choir.pk)
    assert [(each.useful, each.words) for each in kept(Usefulness)] == [(False, "No bus goes there.")]


def test_words_that_somebody_has_read_are_not_changed_any_more(client, cast):
    one = key()
    client.post(at("useful", cast.lunch.pk), {"key": one, "useful": "yes"})
    identify(cast.dev)
    Usefulness.objects.update(read_by=cast.dev, read_at=timezone.now())
    identify()
    client.post(at("useful_words", cast.lunch.pk, one), {"words": "Too late"})
    assert [each.words for each in kept(Usefulness)] == [""]


def test_a_strangers_key_leads_nowhere(client, choir, listing):
    one = key()
    client.post(at("useful", choir.pk), {"key": one, "useful": "yes"})
    other = listing("Band")
    urls = [at("useful_words", choir.pk, uuid.uuid4()), at("useful_words", other.pk, one)]
    assert [client.get(url).status_code for url in urls] == [404, 404]


def test_neither_yes_nor_no_is_asked_again(client, choir):
    answer = client.post(at("useful", choir.pk), {"key": key(), "useful": "perhaps"})
    assert (answer.status_code, errors(answer), kept(Usefulness)) == (422, ["Choose yes or no"], [])


# --- suggest a change


def test_only_what_is_different_is_proposed_beside_what_it_was(client, choir):
    sent = {"key": key(), "summary": "We sing.", "fees": "£3", "url": "choir.example.org", "name": "Ann",
            "days": ["TU", "TH"], "opens_at": "10:30am", "closes_at": "12:00"}  # fmt: skip
    answer = client.post(at("suggest", choir.pk), sent)
    assert answer["Location"] == at("suggest_told", choir.pk)
    [change] = kept(ChangeRequest)
    times = change.proposed.pop("schedules")
    assert (change.via, change.by_name, change.proposed) == (
        Via.PUBLIC, "Ann", {"fees": "£3", "url": "https://choir.example.org"},
    )  # fmt: skip
    assert [(each["byday"], each["opens_at"], each["closes_at"]) for each in times] == [
        ("TU,TH", "10:30:00", "12:00:00")
    ]
    assert (change.was["fees"], change.was["schedules"][0]["byday"]) == ("£2", "TU")
    assert Service.objects.get(pk=choir.pk).fees == "£2"  # nothing changes until an editor agrees


def test_what_is_proposed_fits_the_listing_when_an_editor_takes_it(client, cast, choir):
    client.post(at("suggest", choir.pk), {"key": key(), "days": ["FR"], "opens_at": "18:00", "closes_at": "8pm"})
    [change] = kept(ChangeRequest)
    identify(cast.dev)
    assert keeping.change(choir, change.proposed, via=Via.PUBLIC, by=cast.dev) == ["schedules"]
    assert [(each.byday, each.closes_at.hour) for each in Schedule.objects.filter(service=choir)] == [("FR", 20)]


def test_a_private_number_is_not_in_the_form(client, choir):
    text = client.get(at("suggest", choir.pk)).text
    assert "960 042" not in text
    Service.objects.filter(pk=choir.pk).update(contact_public=True)
    assert 'value="01632 960 042"' in client.get(at("suggest", choir.pk)).text


def test_nothing_changed_is_nothing_to_send(client, choir):
    answer = client.post(at("suggest", choir.pk), {"key": key(), "summary": "We sing.", "fees": ""})
    assert (answer.status_code, kept(ChangeRequest)) == (422, [])
    assert "Change something first, or tell us in words what should change" in said(answer)


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"contact_phone": "ring me"}, "Enter a phone number, like 01632 960 123"),
        ({"contact_email": "no"}, "Enter an e-mail address, like name@example.org"),
        ({"opens_at": "noonish"}, "Enter a time, like 10:30 or 2pm"),
        ({"days": ["XX"]}, "Select a valid choice. XX is not one of the available choices."),
    ],
)
def test_a_change_that_cannot_be_is_said_beside_its_field(client, choir, sent, wrong):
    answer = client.post(at("suggest", choir.pk), {"key": key(), **sent})
    assert (answer.status_code, [unescape(each) for each in errors(answer)]) == (422, [wrong])


def test_a_link_to_the_machine_itself_is_refused(client, choir):
    answer = client.post(at("suggest", choir.pk), {"key": key(), "url": "javascript:alert(1)"})
    assert (answer.status_code, len(errors(answer)), kept(ChangeRequest)) == (422, 1, [])


def test_times_that_are_not_plain_are_told_in_words(client, choir):
    Schedule.objects.filter(service=choir).update(freq="MONTHLY", byday="1TU")
    assert 'name="days"' not in client.get(at("suggest", choir.pk)).text


# --- a new group


GROUP = {
    "name": "Stitch and sit", "kind": "group", "summary": "Sewing, and sitting.", "often": "weekly",
    "days": ["MO", "TH"], "opens_at": "10am", "closes_at": "12:00", "attending": "in_person", "place": "The hall",
    "street": "Mill Lane", "postcode": "kx2 4hd", "who_comes": "Anybody.", "not_for": "Nobody.", "fees": "Free",
    "joining": "drop_in", "met_by": "Ann", "languages": "English, Welsh", "contact_name": "Ann Other",
    "contact_phone": "01632 960 190", "contact_public": "on", "by_name": "Ann", "by_email": "ann@example.org",
    "step_free": "yes", "needs": ["company"], "audiences": ["older"],
}  # fmt: skip


def sign_up(client, **changes):
    sent = {name: value for name, value in (GROUP | changes).items() if value is not None}
    return client.post(at("new_group"), {"key": key(), **sent})


def test_a_group_signs_up_and_its_page_says_how_far_it_is(client, cast):
    answer = sign_up(client)
    [change] = kept(ChangeRequest)
    assert answer["Location"] == at("new_group_sent", change.key)
    page = client.get(answer["Location"])
    assert "Thank you. Stitch and sit is with us." in said(page)
    assert [word for word in ("ann@example.org", "960 190") if word in page.text] == []
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert (change.via, change.service_id, change.by_name, change.by_email) == (
        Via.SIGN_UP, None, "Ann", "ann@example.org",
    )  # fmt: skip
    assert Service.objects.filter(name="Stitch and sit").count() == 0


def test_what_it_told_us_makes_its_whole_listing(client, cast):
    sign_up(client)
    [change] = kept(ChangeRequest)
    made = Service()
    document.apply(made, change.proposed)
    made = Service.objects.with_places().get(name="Stitch and sit")
    [place], [times] = made.locations.all(), made.schedules.all()
    assert (place.name, place.postcode, place.city, place.step_free, place.easting) == (
        "The hall", "KX2 4HD", "Millrace", True, 412000,
    )  # fmt: skip
    assert (times.byday, times.opens_at.hour, times.closes_at.hour, times.location) == ("MO,TH", 10, 12, place)
    assert (made.free, made.met_at_door, made.languages, made.contact["phone"], made.organisation.name) == (
        True, True, ["English", "Welsh"], "01632 960 190", "Stitch and sit",
    )  # fmt: skip
    assert [audience.pk for audience in made.audiences.all()] == ["older"]


@pytest.mark.parametrize(
    ("changes", "turn"),
    [
        ({"often": "fortnightly", "starts_on": "2999-01-07"}, ("WEEKLY", 2, "MO,TH", "2999-01-07")),
        ({"often": "3", "days": ["WE"]}, ("MONTHLY", 1, "3WE", None)),
        ({"often": "-1", "days": ["SU"]}, ("MONTHLY", 1, "-1SU", None)),
        ({"often": "once", "days": None, "starts_on": "07/01/2999"}, ("ONCE", None, None, "2999-01-07")),
    ],
)
def test_how_often_is_written_as_a_calendar_does(client, cast, changes, turn):
    sign_up(client, **changes)
    [change] = kept(ChangeRequest)
    [times] = change.proposed["schedules"]
    assert tuple(times.get(name) for name in ("freq", "interval", "byday", "dtstart")) == turn
    document.apply(Service(), change.proposed)


def test_an_online_group_becomes_a_community_with_its_members_dated(client, cast):
    sign_up(
        client, kind="community", attending="online", often="other", days=None, opens_at="", closes_at="", postcode="",
        platform="facebook_group", address="https://www.facebook.com/groups/stitchers", members="120", is_open="no",
        joining_steps="Press Join.", admin="Ann Other", admin_agreed="on",
    )  # fmt: skip
    [change] = kept(ChangeRequest)
    made = Service()
    document.apply(made, change.proposed)
    assert (made.kind, made.attending, made.community.members, made.community.is_open) == (
        "community", "online", 120, False,
    )  # fmt: skip
    assert made.community.members_counted_on == timezone.localdate()
    assert [admin.name for admin in made.community.admins.all()] == ["Ann Other"]


def test_a_private_address_stays_private(client, cast):
    sign_up(client, address_private="on")
    [change] = kept(ChangeRequest)
    assert change.proposed["places"][0]["address_public"] is False


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"name": ""}, ["Enter the name of your group"]),
        ({"kind": ""}, ["Choose what kind of thing it is"]),
        ({"often": "fortnightly"}, ["Enter the day, so that we know which week"]),
        ({"often": "once", "days": None, "starts_on": "2001-01-01"}, ["That day has gone by. Enter a day to come"]),
        ({"days": None}, ["Choose the days"]),
        ({"closes_at": "10:00"}, ["It ends when it begins. Check the times"]),
        ({"postcode": ""}, ["Enter the postcode, so that people can find it"]),
        ({"postcode": "nowhere"}, ["Enter a full postcode, like KX2 4HD"]),
        ({"minimum_age": "60", "maximum_age": "50"}, ["The oldest age is below the youngest. Check both"]),
        ({"by_email": ""}, ["Enter an e-mail or a phone number, so that we can ask you"]),
        ({"contact_phone": ""}, ["Enter the phone or e-mail that everybody may see"]),
        ({"contact_phone": "soon"}, ["Enter a phone number, like 01632 960 123"]),
        ({"kind": "community"}, ["Choose where your online group is"]),
        ({"platform": "facebook_group"}, ["Enter the link to the group"]),
        ({"admin": "Bob"}, ["Ask them first, then tick this; or leave the name out"]),
        ({"starts_on": "soonish"}, ["Enter a day, like 24/11/2026"]),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_all_else_is_kept(client, cast, changes, wrong):
    answer = sign_up(client, **changes)
    assert (answer.status_code, [unescape(each) for each in errors(answer)], kept(ChangeRequest)) == (422, wrong, [])
    assert "Sewing, and sitting." in answer.text


def test_somebodys_own_page_is_not_taken_for_a_group(client, cast):
    profile = "https://www.facebook.com/profile.php?id=100001"
    answer = sign_up(client, kind="community", attending="online", platform="facebook_group", address=profile)
    assert (answer.status_code, len(errors(answer)), kept(ChangeRequest)) == (422, 1, [])


def test_a_key_that_nobody_used_leads_nowhere(client, db):
    assert client.get(at("new_group_sent", uuid.uuid4())).status_code == 404


def decided(cast, **changes):
    identify(cast.dev)
    ChangeRequest.objects.update(**changes)
    identify()


def test_the_page_says_when_it_is_there_and_when_it_will_not_be(client, cast):
    page = sign_up(client)["Location"]
    decided(cast, state=Decision.REFUSED, decided_why="It is in another town.")
    assert "Stitch and sit is not in the directory It is in another town." in said(client.get(page))
    decided(cast, state=Decision.TAKEN, service=cast.lunch)
    assert "Stitch and sit is there for everybody to find See the page" in said(client.get(page))


def test_whoever_signed_up_is_written_to_once_when_it_is_there(client, cast):
    sign_up(client)
    decided(cast, state=Decision.TAKEN, service=cast.lunch)
    identify(cast.dev)
    change = ChangeRequest.objects.select_related("service").get()
    for _time in range(2):
        actions.welcome(change)
    with acting_as("delivery"):
        [letter] = Message.objects.all()
    assert (letter.to, letter.channel) == ("ann@example.org", "email")
    assert cast.lunch.get_absolute_url() in letter.body


def test_nobody_is_written_to_who_left_no_address_or_only_proposed_a_change(client, cast):
    sign_up(client, by_email="", by_phone="01632 960 191")
    client.post(at("suggest", cast.lunch.pk), {"key": key(), "words": "x", "email": "bob@example.org"})
    decided(cast, state=Decision.TAKEN, service=cast.lunch)
    identify(cast.dev)
    for change in ChangeRequest.objects.select_related("service"):
        actions.welcome(change)
    with acting_as("delivery"):
        assert Message.objects.count() == 0


def test_a_group_published_weeks_later_is_written_to_then(client, cast):
    sign_up(client)
    decided(cast, state=Decision.TAKEN, service=cast.lunch, decided_at=timezone.now() - timedelta(days=20))
    Service.objects.filter(pk=cast.lunch.pk).update(status="inactive")
    assert actions.welcome_published() == 0
    Service.objects.filter(pk=cast.lunch.pk).update(status="active")
    assert [actions.welcome_published() for _time in range(2)] == [1, 1]
    with acting_as("delivery"):
        assert Message.objects.count() == 1


# --- over the API


def test_the_api_takes_what_the_pages_take(client, cast):
    def post(address, *args, **sent):
        return client.post(at(address, *args), {"key": key(), **sent}, content_type="application/json")

    lunch = cast.lunch.pk
    answers = [
        post("api_report", lunch, what="times", words="Later"),
        post("api_useful", lunch, useful="yes"),
        post("api_suggest", lunch, fees="£5"),
        post("api_new_group", **(GROUP | {"contact_public": True})),
    ]
    assert [answer.status_code for answer in answers] == [201] * 4
    assert [len(kept(model)) for model in (Report, Usefulness, ChangeRequest)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("name", "sent"), [("api_report", {"what": "nonsense"}), ("api_suggest", {}), ("api_useful", {})]
)
def test_the_api_says_field_by_field_what_is_wrong(client, cast, name, sent):
    answer = client.post(at(name, cast.lunch.pk), {"key": key(), **sent}, content_type="application/json")
    assert (answer.status_code, len(answer.json())) == (400, 1)


def test_the_api_makes_once_what_is_sent_twice_and_refuses_other_words(client, cast):
    sent = {"key": key(), "what": "times"}
    url = at("api_report", cast.lunch.pk)
    statuses = [
        client.post(url, body, content_type="application/json").status_code
        for body in (sent, sent, sent | {"what": "place"})
    ]
    assert (statuses, len(kept(Report))) == ([201, 201, 409], 1)


@pytest.mark.parametrize("body", ["", "[]", "null", '"x"', "{", '{"key": {"a": 1}}'])
def test_the_api_has_an_answer_to_nonsense(client, cast, body):
    answer = client.post(at("api_report", cast.lunch.pk), body, content_type="application/json")
    assert answer.status_code == 400


def test_a_day_to_come_is_a_day_to_come(client, cast):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert sign_up(client, often="once", days=None, starts_on=tomorrow).status_code == 302
