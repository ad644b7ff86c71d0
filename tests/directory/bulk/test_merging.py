"""Two listings made one: nobody who goes there loses anything, and nothing that names the old one breaks."""

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.people.models import Membership, Organisation
from connect.people.roles import Role
from directory import document
from directory.bulk import doubles, merging
from directory.bulk.models import Duplicate
from directory.keeping import proposing
from directory.models import (
    Collection,
    CollectionEntry,
    Feed,
    Location,
    Revision,
    Schedule,
    Service,
    ServiceAtLocation,
    Verification,
    Watch,
)
from directory.openreferral import actions as feeds
from directory.sharing import shortlist
from directory.states import Decision
from referrals.belonging import Connection, Occasion
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.models import Referral
from referrals.tasks import follow_merges
from tests.cast import mr_ames, person

NOON = ("12:00", "14:00")


@pytest.fixture
def twin(cast):
    """The lunch club again, as somebody else typed it in."""
    twin = Service.objects.create(
        organisation=Organisation.objects.create(name="St Marks PCC"), name="St Marks Lunch Club (Tuesdays)",
        contact_phone="01632 960042", fees="£5", good_to_know="Bring a friend.",
    )  # fmt: skip
    hall = Location.objects.create(name="St Marks Hall", postcode="KX2 4TQ", easting=412310, northing=402110)
    ServiceAtLocation.objects.create(service=twin, location=hall)
    Schedule.objects.create(service=twin, location=hall, byday="TU", opens_at=NOON[0], closes_at=NOON[1])
    return twin


def merge(cast, kept, gone, parts=()):
    identify(cast.dev)
    return merging.merge(kept, gone, parts=parts, by=cast.dev)


def test_they_are_found_to_be_alike(cast, twin):
    assert doubles.look_for([twin]) == 1
    (pair,) = doubles.to_look_at()
    assert (pair.one, pair.other, pair.score > 0.8) == (cast.lunch, twin, True)
    assert {"name", "place", "phone"} <= set(pair.why)
    assert doubles.look_for([twin, cast.lunch]) == 0


def test_the_better_words_are_taken_part_by_part(cast, twin):
    merged = merge(cast, cast.lunch, twin, parts=["fees", "good_to_know", "schedules", "places"])
    club = Service.objects.get(pk=cast.lunch.pk)
    assert (club.name, club.fees, club.good_to_know) == ("St Mark's lunch club", "£5", "Bring a friend.")
    assert [place.name for place in club.locations.all()] == ["St Marks Hall"]
    assert club.schedules.get().location == club.locations.get()
    assert merged.is_waiting is False
    twin.refresh_from_db()
    assert (twin.merged_into, twin.status) == (club, "defunct")
    assert [place.name for place in twin.locations.all()] == ["St Marks Hall"]


def test_another_number_waits_for_a_second_editor(cast, twin):
    twin.contact_phone = "07700 900 999"
    twin.save()
    merged = merge(cast, cast.lunch, twin, parts=["contact_phone"])
    assert (merged.is_waiting, Service.objects.get(pk=cast.lunch.pk).contact_phone) == (True, "01632 960 042")


def test_what_is_merged_has_gone_from_search_and_leads_on(cast, twin, client):
    merge(cast, cast.lunch, twin)
    answer = client.get(reverse("listing", args=[twin.pk]))
    assert (answer.status_code, answer["Location"]) == (301, reverse("listing", args=[cast.lunch.pk]))
    assert [service.pk for service in shortlist.listings([twin.pk, cast.lunch.pk])] == [cast.lunch.pk]
    assert twin.pk not in Service.objects.published().values_list("pk", flat=True)


def test_who_watched_it_and_the_lists_it_stood_in_follow(cast, twin):
    for user in (cast.carl, cast.nia):
        identify(user)
        Watch.objects.bulk_create([Watch(service=twin, user=user)])
    identify(cast.nia)
    Watch.objects.bulk_create([Watch(service=cast.lunch, user=cast.nia)])
    shelf = Collection.objects.create(slug="lunch", name="Lunch")
    CollectionEntry.objects.create(collection=shelf, service=twin)
    merge(cast, cast.lunch, twin)
    for user in (cast.carl, cast.nia):
        identify(user)
        assert list(Watch.objects.values_list("service", flat=True)) == [cast.lunch.pk]
    assert [entry.service for entry in shelf.entries.all()] == [cast.lunch]


def test_its_history_stays_with_it(cast, twin):
    identify(cast.dev)
    Verification.objects.bulk_create([Verification(service=twin, how="rang", outcome="right", by=cast.dev)])
    merge(cast, cast.lunch, twin)
    assert Verification.objects.filter(service=twin).count() == 1
    assert Revision.objects.filter(service=twin).latest("at").changed == ["status", "instead"]


def test_a_feed_does_not_bring_back_what_was_merged(cast, twin):
    list(feeds.take("feed", [{"id": "1", "name": "St Marks lunches", "status": "active"}]))
    came = Service.objects.get(source_id="1")
    merge(cast, cast.lunch, came)
    again = list(feeds.take("feed", [{"id": "1", "name": "St Marks lunches on Tuesdays", "status": "active"}]))
    came.refresh_from_db()
    assert (came.merged_into, came.status) == (cast.lunch, "defunct")
    assert [each.what for each in again if each.what in ("taken", "refused")] == []
    assert Feed.objects.get(name="feed").services.count() == 1


@pytest.mark.parametrize("case", ["itself", "twice", "a template"])
def test_what_cannot_be_merged_is_refused(cast, twin, case):
    kept, gone = cast.lunch, twin
    if case == "itself":
        gone = kept
    if case == "twice":
        merge(cast, kept, gone)
    if case == "a template":
        Service.objects.filter(pk=gone.pk).update(is_template=True)
    with pytest.raises(merging.CannotMerge):
        merge(cast, kept, gone)


def test_one_person_cannot_send_people_elsewhere_by_merging_into_what_they_just_made(cast, twin):
    Service.objects.filter(pk=twin.pk).update(contact_phone="01632 960 099")
    with pytest.raises(merging.Younger):
        merge(cast, twin, cast.lunch, parts=["contact_phone"])
    merged = merge(cast, cast.lunch, twin, parts=["contact_phone", "good_to_know"])
    assert (merged.changed, merged.is_waiting) == (["good_to_know"], True)


def test_what_led_to_the_one_that_went_leads_to_the_one_that_stays(cast, twin):
    third = Service.objects.create(organisation=twin.organisation, name="St Mark lunch")
    merge(cast, twin, third)
    merge(cast, cast.lunch, twin)
    third.refresh_from_db()
    assert third.merged_into == cast.lunch
    assert Duplicate.objects.filter(state="merged").count() == 2


def test_parts_that_say_the_same_are_not_asked_about(cast, twin):
    said = document.of(cast.lunch)
    assert merging.differing(said, said) == []
    assert "fees" in merging.differing(said, document.of(twin))


# ---------- people who go there ----------


@pytest.fixture
def introduced(cast, twin, with_carl):
    """Mr Ames, introduced to the one that will go."""
    with acting_as("seed"):
        return introductions.introduce(with_carl, service=twin, by=cast.carl, made=introducing_key())


def introducing_key():
    from referrals import actions

    return actions.new_key()


@pytest.fixture
def with_carl(cast):
    from referrals import actions

    referral = mr_ames(cast)
    with acting_as("seed"):
        actions.accept(referral, by=cast.carl)
        actions.record_contact(
            referral, channel="call", reached=True, note="Cheerful.", by=cast.carl, made=introducing_key()
        )
        referral.refresh_from_db()
    return referral


def test_somebody_who_goes_there_has_lost_nothing(cast, twin, introduced, sign_in):
    page = reverse("person", args=[introduced.referral_id])
    merge(cast, cast.lunch, twin)
    carl = sign_in(cast.carl)
    assert "St Marks Lunch Club (Tuesdays)" in carl.get(page).text  # until the pulse, as it was
    follow_merges()
    with acting_as("seed"):
        occasion = Occasion.objects.select_related("connection").get(pk=introduced.pk)
    assert (occasion.service_id, occasion.connection.service_id) == (cast.lunch.pk, cast.lunch.pk)
    assert (occasion.register_id, occasion.starts_at) == (introduced.register_id, introduced.starts_at)
    assert "St Mark&#x27;s lunch club" in carl.get(page).text
    with acting_as("seed"):
        assert occasion.connection.history.count() >= 2
    assert sign_in(cast.nia).get(page).status_code == 404
    identify(cast.nia)
    assert (Connection.objects.count(), Occasion.objects.count()) == (0, 0)


def test_links_already_out_go_on_working(cast, twin, introduced, time_machine):
    merge(cast, cast.lunch, twin)
    follow_merges()
    time_machine.move_to(introduced.ends_at + timezone.timedelta(hours=2))
    with acting_as("link", scope=[introduced.referral_id, introduced.pk]):
        assert [one.pk for one in Occasion.objects.of_register(introduced.register_id)] == [introduced.pk]
        going.answer(Occasion.objects.get(pk=introduced.pk), said_by="organiser", answer="went")
    with acting_as("seed"):
        assert Connection.objects.get().state == "attending"


def test_who_was_introduced_to_both_keeps_both(cast, twin, introduced, with_carl):
    with acting_as("seed"):
        introductions.suggest(
            Referral.objects.get(pk=with_carl.pk), service=cast.lunch, by=cast.carl, made=introducing_key()
        )
    merge(cast, cast.lunch, twin)
    follow_merges()
    follow_merges()
    with acting_as("seed"):
        assert set(Connection.objects.values_list("service", flat=True)) == {twin.pk, cast.lunch.pk}


def test_the_job_sees_nothing_of_anybody_else(cast, introduced):
    with acting_as("merging"):
        assert (Connection.objects.count(), Occasion.objects.count(), Referral.objects.count()) == (0, 0, 0)
        assert Connection.objects.update(service=cast.lunch) == 0


def test_the_job_can_move_people_only_to_where_they_were_merged(cast, twin, introduced):
    merge(cast, cast.lunch, twin)
    third = Service.objects.create(organisation=twin.organisation, name="Elsewhere", merged_into=cast.lunch)
    from django.db import transaction
    from django.db.utils import ProgrammingError

    with pytest.raises(ProgrammingError), acting_as("merging"), transaction.atomic():
        Connection.objects.update(service=third)


def test_two_editors_may(cast, twin):
    priya = person("Priya Nair", Role.DIR, cast.council)
    identify(priya)
    assert merging.merge(cast.lunch, twin, parts=[], by=priya).kept == cast.lunch
    assert Membership.objects.filter(role=Role.DIR).count() == 2


def test_an_introduction_begun_before_the_merge_goes_to_the_one_that_stays(cast, twin, with_carl, sign_in):
    merge(cast, cast.lunch, twin)
    page = sign_in(cast.carl).get(reverse("introduce", args=[with_carl.pk]), {"service": twin.pk})
    assert (page.status_code, str(cast.lunch.pk) in page.text) == (200, True)


def test_what_one_editor_agreed_to_of_the_one_that_goes_is_agreed_to_of_nothing(cast, twin):
    identify(cast.dev)
    waiting = proposing.edit(twin, {"contact_phone": "01632 960 099"}, by=cast.dev).waiting
    merge(cast, cast.lunch, twin)
    waiting.refresh_from_db()
    assert (waiting.service, waiting.state, waiting.first_by, waiting.wait_until) == (
        cast.lunch, Decision.WAITING, None, None,
    )  # fmt: skip
