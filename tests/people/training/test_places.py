"""Places at a training: booked with an account or by a letter, held in turn, given up; and who came."""

import re
import uuid
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from connect.people.training import register
from connect.people.training.booking import actions, keeping, sureness, sweeping
from connect.people.training.booking.forms import seen
from connect.people.training.booking.models import Booking
from connect.people.training.models import Trainee, TrainingSession
from connect.people.training.pasting import Row
from connect.people.training.states import Place

pytestmark = pytest.mark.django_db
IN_TEN_DAYS = timedelta(days=10)


def made():
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


def planned(cast, places=2, starts_in=IN_TEN_DAYS, **more):
    starts = timezone.now() + starts_in
    fields = {"kind": "mecc", "title": "An hour that counts", "place": "Example Hall", "trainer_email": "t@example.org"}
    fields |= {"starts_at": starts, "ends_at": starts + timedelta(hours=2), "places": places} | more
    with acting_as("seed"):
        return keeping.plan(by=cast.lena, made=made(), **fields)


def a_place(session, name, **more):
    """As somebody without an account gets one: asked, and pressed in the letter."""
    booking = actions.ask(session, name=name, email=f"{name.lower()}@example.org", key=uuid.uuid4(), **more)
    return actions.prove(booking)


def states(session):
    with acting_as("training"):
        return dict(session.bookings.values_list("name", "state"))


def letters(template=None):
    with acting_as("delivery"):
        rows = Message.objects.order_by("created_at")
        return list(rows.filter(template=template) if template else rows)


def opened(client, booking):
    """The client holds the link of the last letter."""
    link = Link.objects.filter(subject=booking.pk).latest("created_at")
    answer = client.get(reverse("link", args=[links.token(link)]))
    return answer["Location"], link


def test_nothing_is_booked_before_the_press_in_the_letter(cast, client):
    session = planned(cast)
    said = {"key": uuid.uuid4(), "name": "Ann Shaw", "email": "Ann@example.org", "employer": "The library", "job": ""}
    answers = [client.post(reverse("training_book", args=[session.pk]), said) for _twice in range(2)]
    assert {answer["Location"] for answer in answers} == {reverse("training_asked")}
    assert (states(session), len(letters("training_ask"))) == ({"Ann Shaw": Place.ASKED}, 1)
    with acting_as("training"):
        booking = Booking.objects.get()
    where, link = opened(client, booking)
    assert (where, states(session)) == (reverse("your_booking"), {"Ann Shaw": Place.ASKED})
    client.get(where)
    assert states(session) == {"Ann Shaw": Place.ASKED}
    client.post(where, {"link": link.pk, "what": "book", "sure": "2"})
    with acting_as("training"):
        booking.refresh_from_db()
    assert (booking.state, booking.before, booking.works_for) == (Place.BOOKED, 2, "The library")


def test_rosa_books_with_her_account_in_one_press_and_sees_it_among_hers(cast, sign_in):
    session, rosa = planned(cast), sign_in(cast.rosa)
    answer = rosa.post(reverse("training_book", args=[session.pk]), {"key": uuid.uuid4(), "sure": "3"})
    identify(cast.rosa)
    booking = Booking.objects.get()
    assert (answer["Location"], booking.state, booking.before) == (
        reverse("my_place", args=[booking.pk]), Place.BOOKED, 3,
    )  # fmt: skip
    assert "An hour that counts" in rosa.get(reverse("my_training")).content.decode()
    assert sign_in(cast.ravi).get(reverse("my_place", args=[booking.pk])).status_code == 404


def test_the_last_place_goes_to_one_and_the_list_moves_in_turn(cast):
    session = planned(cast, places=1)
    ann, bea, cy = (a_place(session, name) for name in ("Ann", "Bea", "Cy"))
    assert states(session) == {"Ann": Place.BOOKED, "Bea": Place.WAITING, "Cy": Place.WAITING}
    assert [actions.number_in_line(one) for one in (bea, cy)] == [1, 2]
    actions.cancel(ann)
    assert states(session) == {"Ann": Place.CANCELLED, "Bea": Place.OFFERED, "Cy": Place.WAITING}
    late = a_place(session, "Dee")
    assert late.state == Place.WAITING  # who comes now does not pass those who wait
    actions.take_offer(bea)
    assert states(session)["Bea"] == Place.BOOKED
    assert [one.to for one in letters("training_offer")] == ["bea@example.org"]


def test_a_place_nobody_answers_for_goes_to_the_next_and_twice_unanswered_is_off_the_list(cast):
    session = planned(cast, places=1)
    ann, bea, _cy = (a_place(session, name) for name in ("Ann", "Bea", "Cy"))
    actions.cancel(ann)
    expire(session)
    assert sweeping.pass_places_on() == 1
    assert states(session) == {"Ann": Place.CANCELLED, "Bea": Place.WAITING, "Cy": Place.OFFERED}
    expire(session)
    sweeping.pass_places_on()
    assert states(session)["Bea"] == Place.OFFERED  # round again
    expire(session)
    sweeping.pass_places_on()
    assert states(session) == {"Ann": Place.CANCELLED, "Bea": Place.CANCELLED, "Cy": Place.OFFERED}
    with pytest.raises(actions.TooLate):
        actions.take_offer(bea)


def expire(session):
    with acting_as("training"):
        session.bookings.filter(state=Place.OFFERED).update(answer_by=timezone.now() - timedelta(minutes=1))


@pytest.mark.parametrize(
    "changed", [{"called_off_at": True}, {"starts_in": timedelta(minutes=-5)}, {"open_to": "workers"}]
)
def test_a_session_that_is_not_open_takes_nobody(cast, client, changed):
    off = changed.pop("called_off_at", False)
    session = planned(cast, **changed)
    if off:
        keeping.call_off(session)
    with pytest.raises(actions.NotOpen):
        actions.ask(session, name="Ann", email="ann@example.org", key=uuid.uuid4())
    assert client.get(reverse("training_book", args=[session.pk])).status_code == 404


def test_nobody_fills_somebody_elses_mailbox(cast):
    for _each in range(7):
        actions.ask(planned(cast), name="Ann", email="ann@example.org", key=uuid.uuid4())
    assert len(letters("training_ask")) == actions.MOST_LETTERS


def test_called_off_tells_everybody_once_and_nothing_else_leaves(cast):
    session = planned(cast, places=1)
    for name in ("Ann", "Bea"):
        a_place(session, name)
    assert (keeping.call_off(session), keeping.call_off(session)) == (2, 0)
    left = {(one.to, one.template) for one in letters() if one.state == "queued"}
    assert left == {("ann@example.org", "training_off"), ("bea@example.org", "training_off")}


def test_another_hour_is_told_and_more_places_go_to_who_waits(cast):
    session = planned(cast, places=1)
    for name in ("Ann", "Bea"):
        a_place(session, name)
    session.refresh_from_db()
    fields = {"starts_at": session.starts_at + timedelta(hours=1), "ends_at": session.ends_at + timedelta(hours=1)}
    keeping.change(session, seen=seen(session), places=2, **fields)
    assert (states(session)["Bea"], len(letters("training_moved"))) == (Place.OFFERED, 2)
    with pytest.raises(keeping.ChangedMeanwhile):
        keeping.change(session, seen=seen(session), places=1, **fields)
    session.refresh_from_db()
    with pytest.raises(keeping.TooFewPlaces):
        keeping.change(session, seen=seen(session), places=1, **fields)


def test_the_day_before_whoever_has_a_place_and_the_trainer_hear_of_it_once(cast):
    session = planned(cast, places=1, starts_in=timedelta(hours=13))
    for name in ("Ann", "Bea"):
        a_place(session, name)
    for _twice in range(2):
        sweeping.remind(), sweeping.tell_trainers()
    sent = {name: [one.to for one in letters(f"training_{name}")] for name in ("reminder", "register")}
    assert sent == {"reminder": ["ann@example.org"], "register": ["t@example.org"]}


@pytest.fixture
def held(cast):
    """Under way; Ann and Rosa have a place, Bea is on the list."""
    session = planned(cast, places=2)
    a_place(session, "Ann")
    identify(cast.rosa)
    actions.book(session, by=cast.rosa, before=2)
    a_place(session, "Bea")
    began = timezone.now() - timedelta(minutes=20)
    TrainingSession.objects.filter(pk=session.pk).update(
        starts_at=began, ends_at=began + timedelta(hours=2), held_on=timezone.localdate(began)
    )
    session.refresh_from_db()
    return session


def keys(session, *names):
    with acting_as("training"):
        return [str(one.pk) for one in session.bookings.filter(name__in=names)]


def test_the_trainer_ticks_who_came_from_a_link_on_one_screen(cast, held, client):
    sweeping.tell_trainers()
    link = links.mint("training_register", held.pk, [held.pk], timezone.now() + timedelta(hours=1))
    where = client.get(reverse("link", args=[links.token(link)]))["Location"]
    page = client.get(where)
    assert (where, [one.name for one in page.context["people"]]) == (
        reverse("training_register"), ["Ann", "Rosa Marsh", "Bea"],
    )  # fmt: skip
    said = {"link": link.pk, "seen": seen(held), "came": keys(held, "Rosa Marsh"), "more": "Zed Poe, zed@example.org"}
    assert client.post(where, said)["Location"] == reverse("training_register")
    with acting_as("training"):
        register_says = dict(held.trainees.values_list("name", "attended"))
    assert register_says == {"Rosa Marsh": True, "Ann": False, "Zed Poe": True}
    assert register.trained_on(cast.rosa, timezone.localdate()) is True
    again = client.post(where, said)
    assert again.context["form"].non_field_errors() == [
        "Somebody else has changed this session meanwhile. Reload the page and look again"
    ]


def test_put_right_afterwards_the_number_of_a_certificate_stays(cast, held):
    keeping.take(held, came=keys(held, "Ann", "Rosa Marsh"), more=[], seen=seen(held), by=cast.lena)
    with acting_as("training"):
        before = dict(held.trainees.values_list("name", "number"))
    held.refresh_from_db()
    keeping.take(held, came=keys(held, "Rosa Marsh"), more=[], seen=seen(held), by=cast.lena)
    with acting_as("training"):
        assert dict(held.trainees.values_list("name", "number")) == before
        rosa, ann = held.trainees.get(name="Rosa Marsh"), held.trainees.get(name="Ann")
    months = (rosa.refresher_on.year - held.held_on.year) * 12 + rosa.refresher_on.month - held.held_on.month
    assert (months, ann.attended, ann.refresher_on) == (24, False, None)


@pytest.mark.parametrize(("name", "status"), [("lena", 200), ("tess", 404), ("nia", 404), ("rosa", 404), ("colm", 404)])
def test_only_those_who_keep_it_have_the_screen(cast, held, sign_in, name, status):
    client = sign_in(getattr(cast, name))
    answers = {client.get(reverse(one, args=[held.pk])).status_code for one in ("training_take", "training_change")}
    assert answers == {status}
    off = client.post(reverse("training_call_off", args=[held.pk])).status_code
    assert off == (302 if status == 200 else 404)


@pytest.mark.parametrize("name", ["rosa", "ravi", "lena", "carl", "tess", "nia", "colm", "dev", "vera", "adam", "dora"])
def test_the_two_walls_agree_about_who_has_a_place(cast, held, name):
    user = getattr(cast, name)
    identify(user)
    seen_ones = set(Booking.objects.values_list("name", flat=True))
    assert seen_ones == set(Booking.objects.visible_to(user).values_list("name", flat=True))
    everybody = {"Ann", "Bea", "Rosa Marsh"}
    mine = {"lena": everybody, "adam": everybody, "dora": everybody, "rosa": {"Rosa Marsh"}}
    assert seen_ones == mine.get(name, set())


def test_whoever_holds_a_link_sees_one_place(cast, held):
    [ann] = keys(held, "Ann")
    with acting_for([uuid.UUID(ann)]):
        assert [one.name for one in Booking.objects.all()] == ["Ann"]
    identify()
    assert Booking.objects.count() == 0


def test_afterwards_one_question_and_a_certificate_that_shows_nobody_to_a_stranger(cast, held, client):
    keeping.take(held, came=keys(held, "Ann"), more=[], seen=seen(held), by=None)
    assert (sweeping.ask_after(), sweeping.ask_after()) == (1, 0)
    with acting_as("training"):
        ann = held.bookings.get(name="Ann")
        number = held.trainees.get(name="Ann").number
    where, link = opened(client, ann)
    client.post(where, {"link": link.pk, "what": "sure", "sure": "5"})
    with acting_as("training"):
        ann.refresh_from_db()
    assert (ann.after, ann.before) == (5, None)
    assert re.search(r"Number <strong>(.*?)<", client.get(reverse("your_certificate")).content.decode())[1] == number
    stranger = client.post(reverse("certificate_check"), {"number": number.lower().replace("-", " "), "name": "ann"})
    said = stranger.context
    assert (said["found"], said["named"], "Ann" in stranger.content.decode()) == (True, True, False)
    assert client.post(reverse("certificate_check"), {"number": number, "name": "Bea"}).context["named"] is False
    assert client.post(reverse("certificate_check"), {"number": "22222-22222"}).context["found"] is False


def test_a_certificate_of_somebody_else_is_not_there(cast, held, sign_in):
    keeping.take(held, came=keys(held, "Rosa Marsh", "Ann"), more=[], seen=seen(held), by=None)
    with acting_as("training"):
        rosas = held.trainees.get(name="Rosa Marsh").pk
    addresses = [reverse("training_certificate", args=[rosas])]
    found = {
        name: sign_in(getattr(cast, name)).get(addresses[0]).status_code for name in ("rosa", "lena", "ravi", "nia")
    }
    assert found == {"rosa": 200, "lena": 200, "ravi": 404, "nia": 404}


def test_how_sure_people_felt_is_shown_of_five_and_never_of_one(cast):
    session = planned(cast, places=9)
    for n in range(5):
        booking = a_place(session, f"P{n}")
        with acting_as("training"):
            Booking.objects.filter(pk=booking.pk).update(came=True, before=2, after=4 if n else None)
    assert sureness.of(session) == sureness.Sureness(4)
    with acting_as("training"):
        session.bookings.update(after=4)
    assert sureness.of(session) == sureness.Sureness(5, "2.0", "4.0")
    with acting_as("freeze"):
        assert sureness.counts(session.held_on, session.held_on) == [sureness.SureCount("mecc", 2, 4, 5)]


def test_a_refresher_is_said_once_and_not_to_who_has_left_or_been_again(cast):
    today = timezone.localdate()
    session = planned(cast)
    with acting_as("seed"):
        said = {"session": session, "kept_by": cast.homes, "refresher_on": today + timedelta(days=30)}
        for user, name in ((cast.rosa, "rosa"), (cast.ravi, "ravi"), (None, "ann")):
            Trainee.objects.create(user=user, name=name, email=f"{name}@example.org", **said)
        cast.ravi.memberships.update(ends_at=timezone.now())
    assert (sweeping.tell_of_refreshers(), sweeping.tell_of_refreshers()) == (2, 0)
    assert sorted(one.to for one in letters("training_refresher")) == ["ann@example.org", "rosa@example.org"]


def test_who_never_pressed_is_forgotten_and_so_is_what_would_have_helped(cast, held):
    actions.ask(planned(cast), name="Una", email="una@example.org", key=uuid.uuid4())
    with acting_as("training"):
        Booking.objects.filter(name="Una").update(made_at=timezone.now() - timedelta(days=3))
        Booking.objects.filter(name="Ann").update(helps=["bsl"])
        TrainingSession.objects.filter(pk=held.pk).update(
            starts_at=timezone.now() - timedelta(days=9), ends_at=timezone.now() - timedelta(days=8)
        )
    assert sweeping.forget() == 2
    with acting_as("training"):
        assert (Booking.objects.filter(name="Una").count(), Booking.objects.get(name="Ann").helps) == (0, [])


def fields(**changed):
    day = timezone.localdate() + IN_TEN_DAYS
    return {
        "key": uuid.uuid4(), "kind": "daily", "title": "", "about": "", "day": day, "begins": "10:00", "ends": "12:00",
        "places": "12", "place": "Example Hall", "getting_there": "", "join_url": "", "trainer": "Ms Vale",
        "trainer_email": "", "area": "", "open_to": "anybody",
    } | changed  # fmt: skip


def test_lena_plans_one_and_it_is_on_the_list_for_anybody(cast, sign_in, client):
    lena, sent = sign_in(cast.lena), fields()
    first, second = (lena.post(reverse("training_plan"), sent) for _twice in range(2))
    session = TrainingSession.objects.get()
    assert (first["Location"], second["Location"]) == (session.get_absolute_url(),) * 2
    assert (session.kind_name, timezone.localtime(session.starts_at).hour) == ("Help with daily living", 10)
    assert "Help with daily living" in client.get(reverse("training_coming")).content.decode()
    assert lena.get(session.get_absolute_url()).status_code == 200


def test_over_the_api_it_is_the_same_list_without_anybody_on_it(cast, client):
    session = planned(cast, places=2)
    a_place(session, "Ann")
    planned(cast, open_to="workers")
    [row] = client.get(reverse("api_training")).json()
    assert (row["id"], row["left"], row["name"]) == (str(session.pk), 1, "An hour that counts")
    assert not {"join_url", "trainer_email", "bookings"} & set(row)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"ends": "09:00"}, "ends", "It ends before it begins"),
        ({"day": "2020-01-01"}, "day", "Enter a day to come, within two years"),
        ({"place": ""}, "place", "Say where it is, or give the link to join online"),
        ({"places": "0"}, "places", "Ensure this value is greater than or equal to 1."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(cast, sign_in, changed, field, words):
    page = sign_in(cast.lena).post(reverse("training_plan"), fields(**changed))
    assert (page.status_code, page.context["form"].errors) == (422, {field: [words]})
    assert "Ms Vale" in page.content.decode()


def test_the_list_asks_the_same_however_long_it_is(cast, client):
    asked = []
    for more in (1, 4):
        for n in range(more):
            a_place(planned(cast), f"Ann{more}{n}")
        with CaptureQueriesContext(connection) as seen_queries:
            client.get(reverse("training_coming"))
        asked.append(len(seen_queries))
    assert asked[0] == asked[1]


def test_a_walk_in_who_is_typed_twice_is_one_person(cast, held):
    row = Row(1, "Ann Again", "ann@example.org")
    keeping.take(held, came=[], more=[row], seen=seen(held), by=None)
    with acting_as("training"):
        assert dict(held.trainees.values_list("name", "attended")) == {"Ann": True, "Rosa Marsh": False}


def test_a_held_place_is_never_held_past_the_beginning(cast):
    session = planned(cast, starts_in=timedelta(hours=4))
    until = actions.answer_by(session, timezone.now())
    assert isinstance(until, datetime)
    assert until <= session.starts_at
