"""Olive with only her link: is it still right, what has changed, how much room; and nothing of anybody else's."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Link
from directory import document
from directory.keeping import asking, organiser, proposing
from directory.models import Ask, Capacity, ChangeRequest, Report, Revision, Service, Verification

from .sent_back import sent_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def her(desk, olive, outbox):
    """Olive's browser, after Dev sent her the link."""
    asking.ask_now(desk.lunch, by=desk.dev)
    client = olive(outbox()[0])
    identify()
    return client


def rows(model, **chosen):
    with acting_as("seed"):
        return list(model.objects.filter(**chosen))


def read(service):
    return document.of(Service.objects.get(pk=service.pk))


def everything():
    models = (Service, Verification, ChangeRequest, Capacity, Revision, Ask)
    return [sorted(map(repr, [list(m.__dict__.items())[1:] for m in rows(model)])) for model in models]


def test_opening_it_changes_nothing_however_often(desk, her):
    before = everything()
    for _look in range(3):
        said = her.get(reverse("your_listing")).content.decode()
    assert "St Mark&#x27;s lunch club: is this still right?" in said
    assert "Tuesdays, 12 to 2pm" in said
    for name in ("your_listing_room", "your_listing_shut", "your_listing_stopped"):
        assert her.get(reverse(name)).status_code == 200
    assert her.get(reverse("your_listing_change", args=["times"])).status_code == 200
    assert everything() == before


def test_yes_is_one_press_and_counts_at_once(desk, her):
    answer = her.post(reverse("your_listing"), {"answer": "right"}, follow=True)
    assert "Thank you. People see it now." in answer.content.decode()
    desk.lunch.refresh_from_db()
    assert (desk.lunch.check_by > timezone.localdate(), desk.lunch.checked_by) == (True, "St Mark's")
    assert [ask.answer for ask in rows(Ask)] == ["right"]


def test_it_has_stopped_is_asked_once_more_and_then_shuts_it(desk, her):
    answer = her.post(reverse("your_listing"), {"answer": "stopped"}, follow=True)
    assert "stopped for good?" in answer.content.decode()
    assert read(desk.lunch)["status"] == "active"
    her.post(reverse("your_listing_stopped"), {"answer": "stopped"})
    assert read(desk.lunch)["status"] == "temporarily closed"
    assert [change.proposed for change in rows(ChangeRequest)] == [{"status": "defunct"}]


@pytest.mark.parametrize("said", [{}, {"answer": "perhaps"}])
def test_a_form_sent_without_a_button_asks_for_one(desk, her, said):
    answer = her.post(reverse("your_listing"), said)
    assert (answer.status_code, "Press one of the two." in answer.content.decode()) == (422, True)
    assert rows(Verification) == []


def test_what_she_changes_waits_for_an_editor_and_comes_back_to_her_as_waiting(desk, her):
    where = reverse("your_listing_change", args=["costs"])
    sent = sent_back(her.get(where).content.decode()) | {"fees": ["£5, or what you can"]}
    her.post(where, sent)
    assert read(desk.lunch)["fees"] == "£4.50"
    waiting = rows(ChangeRequest)[0]
    assert (waiting.via, waiting.by_name, waiting.proposed) == (
        "organiser",
        "Olive Byrne",
        {"fees": "£5, or what you can"},
    )
    assert "You told us of a change: Cost, in words" in her.get(reverse("your_listing")).content.decode()


def test_a_row_is_added_without_a_script_and_what_is_wrong_is_said(desk, her):
    where = reverse("your_listing_change", args=["times"])
    sent = sent_back(her.get(where).content.decode())
    added = her.post(where, {**sent, "add": "1"})
    more = sent_back(added.content.decode()) | {"row-1-opens_at": ["10:00"]}
    answer = her.post(where, more)
    assert (added.status_code, answer.status_code) == (200, 422)
    assert "Choose at least one day of the week" in answer.content.decode()
    assert her.post(where, more | {"row-1-days": ["FR"]}).status_code == 302
    assert [each["byday"] for each in rows(ChangeRequest)[0].proposed["schedules"]] == ["TU", "FR"]


def test_sending_what_is_said_already_proposes_nothing(desk, her):
    where = reverse("your_listing_change", args=["joining"])
    her.post(where, sent_back(her.get(where).content.decode()))
    assert rows(ChangeRequest) == []


def test_a_profile_of_hers_is_no_link_of_the_groups(desk, her):
    where = reverse("your_listing_change", args=["contact"])
    sent = sent_back(her.get(where).content.decode()) | {"url": ["https://www.facebook.com/profile.php?id=1"]}
    answer = her.post(where, sent)
    assert (answer.status_code, "own profile" in answer.content.decode()) == (422, True)


def test_full_counts_at_once_with_her_name(desk, her):
    her.post(reverse("your_listing_room"), {"available_0": "0", "weeks_0": "4", "said_by_name": "Olive"})
    kept = Capacity.objects.get()
    assert (kept.available, kept.waiting_days, kept.said_by_name, kept.by) == (0, 28, "Olive", None)


def test_more_places_free_than_there_are_is_asked_about_and_not_taken(desk, her):
    answer = her.post(reverse("your_listing_room"), {"available_0": "6", "maximum_0": "4", "said_by_name": "Olive"})
    assert (answer.status_code, Capacity.objects.count()) == (422, 0)
    assert "More are free than there are places. Check both" in answer.content.decode()


def test_shut_from_a_day_to_a_day_counts_at_once_and_open_again_does(desk, her):
    first, again = (timezone.localdate() + timedelta(days=days) for days in (10, 24))
    told = {"what": "shut", "shut_from": first.isoformat(), "reopens_on": again.isoformat(), "shut_because": "The roof"}
    her.post(reverse("your_listing_shut"), told)
    said = read(desk.lunch)
    assert (said["status"], said["shut_from"], said["reopens_on"]) == (
        "temporarily closed",
        first.isoformat(),
        again.isoformat(),
    )
    assert [one.via for one in rows(Revision)] == ["organiser"]
    her.post(reverse("your_listing_shut"), {"what": "open"})
    assert (read(desk.lunch)["status"], read(desk.lunch)["shut_from"]) == ("active", None)


@pytest.mark.parametrize(
    "wrong",
    [{}, {"what": "shut", "shut_from": "soon"}, {"what": "shut", "reopens_on": "2001-01-01"}, {"what": "sleeping"}],
)
def test_days_that_are_none_are_said_and_nothing_is_shut(desk, her, wrong):
    assert her.post(reverse("your_listing_shut"), wrong).status_code == 422
    assert read(desk.lunch)["status"] == "active"


def test_hidden_comes_back_with_one_press(desk, her):
    Service.objects.update(withheld_at=timezone.now())
    assert "People cannot find you" in her.get(reverse("your_listing")).content.decode()
    her.post(reverse("your_listing"), {"answer": "right"})
    desk.lunch.refresh_from_db()
    assert desk.lunch.withheld_at is None


# ---------- several of hers, and none of anybody else's ----------


@pytest.fixture
def choir(desk):
    return Service.objects.create(organisation=desk.council, name="Farside choir", fees="£2")


def test_who_runs_two_chooses_which(desk, choir, client):
    from connect.messaging import links

    client.get(f"/l/{links.token(organiser.link_to([desk.lunch, choir]))}/")
    said = client.get(reverse("your_listing")).content.decode()
    assert ("Farside choir" in said, "St Mark&#x27;s lunch club" in said, "still right" in said) == (True, True, True)
    done = client.post(reverse("your_listing"), {"answer": "right", "which": choir.pk}, follow=True).content.decode()
    assert "And these?" in done
    choir.refresh_from_db()
    desk.lunch.refresh_from_db()
    assert (choir.verified_by_body, desk.lunch.verified_by_body) == ("Kelderby Council", "")


def test_naming_somebody_elses_listing_opens_her_own(desk, choir, her):
    said = her.get(reverse("your_listing"), {"which": choir.pk}).content.decode()
    assert ("Farside choir" in said, "St Mark&#x27;s lunch club" in said) == (False, True)
    her.post(reverse("your_listing"), {"answer": "right", "which": choir.pk})
    choir.refresh_from_db()
    assert choir.verified_at is None


def test_her_link_opens_no_report_no_note_and_no_desk(desk, her):
    Report.objects.bulk_create([Report(service=desk.lunch, what="unsafe", words="A man shouted")])
    assert "shouted" not in her.get(reverse("your_listing")).content.decode()
    assert her.get(reverse("desk_listing", args=[desk.lunch.pk])).status_code == 302
    assert her.get(reverse("your_listing_change", args=["needs"])).status_code == 404
    assert her.get(reverse("your_listing_change", args=["open"])).status_code == 404


PAGES = ["your_listing", "your_listing_room", "your_listing_shut", "your_listing_stopped", "your_listing_thanks"]


@pytest.mark.parametrize("name", PAGES)
def test_without_a_link_or_with_a_spent_one_there_is_nothing(desk, her, client, name):
    organiser.revoke(desk.lunch.pk)
    assert her.get(reverse(name)).status_code == 410
    client.cookies.clear()
    assert client.get(reverse(name)).status_code == 410


def test_a_link_that_has_expired_answers_nothing(desk, her):
    Link.objects.update(expires_at=timezone.now())
    assert her.post(reverse("your_listing"), {"answer": "right"}).status_code == 410
    assert rows(Verification) == []


def test_when_the_contact_changes_the_old_link_stops_working(desk, her):
    identify(desk.dev)
    waiting = proposing.edit(desk.lunch, {"contact_email": "new@example.org"}, by=desk.dev).waiting
    identify(desk.priya)
    proposing.agree(waiting, by=desk.priya)
    identify()
    assert her.get(reverse("your_listing")).status_code == 410


# ---------- the old contact ----------


@pytest.fixture
def notice(alone, olive, outbox):
    """Dev, the only editor, changes the number; Olive opens the letter about it."""
    change = proposing.edit(alone.lunch, {"contact_phone": "01632 960 099"}, by=alone.dev).waiting
    client = olive(outbox(template="new_contact")[0])
    identify()
    return change, client


def test_the_old_contact_sees_both_and_opening_it_agrees_to_nothing(alone, notice):
    said = notice[1].get(reverse("your_listing")).content.decode()
    assert ("01632 960 042" in said, "01632 960 099" in said, "is this right?" in said) == (True, True, True)
    assert read(alone.lunch)["contact_phone"] == "01632 960 042"


@pytest.mark.parametrize(
    ("answer", "number", "state"), [("yes", "01632 960 099", "taken"), ("no", "01632 960 042", "refused")]
)
def test_the_old_contact_decides_with_one_press(alone, notice, answer, number, state):
    _change, client = notice
    client.post(reverse("your_listing"), {"answer": answer})
    assert (read(alone.lunch)["contact_phone"], rows(ChangeRequest)[0].state) == (number, state)


def test_after_the_answer_the_other_button_does_nothing(alone, notice):
    _change, client = notice
    client.post(reverse("your_listing"), {"answer": "no"})
    again = client.post(reverse("your_listing"), {"answer": "yes"})
    assert "The old contact stays" in again.content.decode()
    assert read(alone.lunch)["contact_phone"] == "01632 960 042"


def test_that_link_is_for_the_one_question_and_opens_no_form(alone, notice):
    assert notice[1].get(reverse("your_listing_room")).status_code == 404
    assert notice[1].get(reverse("your_listing_change", args=["contact"])).status_code == 404


@pytest.mark.parametrize("status", ["inactive", "defunct"])
@pytest.mark.parametrize(
    ("page", "sent"), [("your_listing_shut", {"what": "open"}), ("your_listing_stopped", {"answer": "stopped"})]
)
def test_what_editors_do_not_show_no_link_shows_again(desk, her, status, page, sent):
    Service.objects.update(status=status)
    assert her.post(reverse(page), sent).status_code == 302
    assert read(desk.lunch)["status"] == status
