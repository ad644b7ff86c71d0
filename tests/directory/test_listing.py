"""A listing, whole, as anybody reads it: every kind of it, Nia among the readers."""

import re
import uuid
from datetime import date, time, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from directory.models import (
    Audience,
    Capacity,
    Collection,
    CollectionEntry,
    CommunityAdmin,
    CostOption,
    KindGuide,
    LinkCheck,
    Location,
    OnlineCommunity,
    OrganisationIdentifier,
    Picture,
    Schedule,
    Service,
    ServiceAtLocation,
    Standing,
)

BLOCKS = re.compile(r"<(?:br|/?(?:dt|dd|p|div|li|ul|summary|details|h\d))\b[^>]*>")


def said_in(html):
    return " ".join(unescape(strip_tags(BLOCKS.sub(" ", html))).replace("\u00a0", " ").split())


def said(response):
    """What a reader reads, on one line."""
    return said_in(response.text)


@pytest.fixture
def read(client):
    return lambda service: said(client.get(service.get_absolute_url()))


def held(told, *words):
    """Which of these words a page has, in the order asked."""
    return [word for word in words if word in told]


# --- who, what it costs, and how to join


def test_it_says_whom_it_is_for_and_whom_it_is_not_for(listing, read):
    choir = listing("Choir", gender="women", minimum_age=50, who_comes="People who hum.", not_for="Solo singers.")
    choir.audiences.set(Audience.objects.filter(pk__in=["older", "carers"]))
    words = (
        "People who hum.", "Women only, 50 and over", "With these people in mind: Older people Carers",
        "It is not for Solo singers.",
    )  # fmt: skip
    assert held(read(choir), *words) == list(words)


def test_each_price_stands_with_its_name_and_free_is_free(listing, read):
    swim = listing("Swim", fees="£3.20", personal_budget=True)
    prices = [("Adults", "3.20", ""), ("Carers", "0", ""), ("A drink", "0.45", "after"), ("Lessons", None, "ask Ann")]
    for at, (option, amount, more) in enumerate(prices):
        CostOption.objects.create(service=swim, option=option, amount=amount, amount_description=more, position=at)
    words = "£3.20 Adults: £3.20 Carers: free A drink: 45p, after Lessons: ask Ann You can pay with a personal budget."
    assert " ".join(words.split()) in read(swim)


@pytest.mark.parametrize(
    ("joining", "words"),
    [
        ("drop_in", "Just come."), ("ring", "Ring first."), ("book", "Book a place first."),
        ("membership", "You join as a member."), ("referral", "Somebody asks for you"),
    ],
)  # fmt: skip
def test_how_to_join_is_said_in_plain_words(listing, read, joining, words):
    assert words in read(listing("Choir", joining=joining))


# --- when


def test_exceptions_stand_beside_the_times(listing, read):
    today = timezone.localdate()
    choir = listing("Choir", days="TU")
    Schedule.objects.filter(service=choir).update(
        not_on_bank_holidays=True, except_on=[today + timedelta(days=7)], also_on=[today + timedelta(days=9)]
    )
    told = read(choir)
    assert held(told, "Not on bank holidays", "Not on ", "Also on ") == ["Not on bank holidays", "Not on ", "Also on "]


def test_what_starts_later_or_stops_says_so(listing, read):
    choir = listing("Choir", days="TU")
    Schedule.objects.filter(service=choir).update(dtstart=date(2999, 1, 1), valid_to=date(2999, 3, 5))
    assert held(read(choir), "From Tuesday 1 January 2999", "Until Tuesday 5 March 2999") != []


def test_the_next_times_follow_the_next_one(client, listing):
    text = client.get(listing("Choir", days="TU,FR").get_absolute_url()).text
    after = re.search(r"The times after that</summary><ul[^>]*>(.*?)</ul>", text, re.S)[1]
    assert after.count("<li>") == 3


def test_an_event_that_has_been_says_so(listing, read):
    fair = listing("Fair", days="TU")
    Schedule.objects.filter(service=fair).update(
        freq="ONCE", byday="", dtstart=timezone.localdate() - timedelta(days=3)
    )
    told = read(fair)
    assert held(told, "This has been.", "Next time", "Ask when they meet next") == ["This has been."]


def test_a_closure_is_announced_before_it_begins_and_no_time_falls_into_it(client, listing):
    today = timezone.localdate()
    choir, band = listing("Choir", days="MO,TU,WE,TH,FR,SA,SU"), listing("Band")
    shut = {"shut_from": today + timedelta(days=3), "reopens_on": today + timedelta(days=30)}
    Service.objects.filter(pk=choir.pk).update(
        status="temporarily closed", shut_because="A new floor", instead=band, **shut
    )
    told = said(client.get(choir.get_absolute_url()))
    assert held(told, "It will be shut from", "opens again on", "A new floor. Until then, try Band.", "Next time") == [
        "It will be shut from", "opens again on", "A new floor. Until then, try Band.", "Next time",
    ]  # fmt: skip


# --- where


def two_places(listing):
    choir = listing("Choir", days="TU", place={"name": "The hall", "address_1": "Mill Lane", "step_free": True})
    hall = choir.locations.get()
    barn = Location.objects.create(
        name="The barn", easting=451_000, northing=300_000, step_free=False, hearing_loop=True, directions="Red door"
    )
    ServiceAtLocation.objects.create(service=choir, location=barn)
    Schedule.objects.filter(service=choir).update(location=hall)
    Schedule.objects.create(service=choir, location=barn, byday="FR", opens_at=time(19), closes_at=time(21))
    return choir


def test_each_place_has_its_own_times_and_its_own_way_in(client, listing):
    text = client.get(two_places(listing).get_absolute_url()).text
    cards = [said_in(card) for card in re.findall(r'<div class="card stack tight">\s*<h3>.*?</div>', text, re.S)]
    assert [held(card, "The hall", "The barn", "Tuesdays", "Fridays", "Step-free", "Not step-free", "Red door")
            for card in cards] == [
        ["The barn", "Fridays", "Not step-free", "Red door"],
        ["The hall", "Tuesdays", "Step-free"],
    ]  # fmt: skip


def test_what_nobody_has_told_us_about_steps_is_said_and_what_is_only_a_comfort_is_not(listing, read):
    told = read(listing("Choir", place={"hearing_loop": False, "quiet_space": False}))
    assert held(told, "No hearing loop", "We do not know yet if there are steps. Ask before you go.", "quiet") == [
        "No hearing loop", "We do not know yet if there are steps. Ask before you go.",
    ]  # fmt: skip


def test_the_way_there_is_a_plain_link_that_says_nothing_of_the_reader(client, listing, settings):
    settings.DIRECTIONS_URL = "https://map.example/{lat},{lon}?q={place}"
    text = client.get(listing("Choir", place={"name": "The hall"}).get_absolute_url()).text
    [link] = re.findall(r'<a[^>]*href="(https://map.example/[^"]*)"[^>]*>', text)
    assert link == "https://map.example/52.59550,-1.26329?q=The%20hall"
    assert 'rel="noopener noreferrer nofollow"' in text


def test_a_private_address_is_told_as_its_area_on_every_page(client, listing):
    place = {
        "name": "Ann’s house", "address_1": "12 Acacia Road", "city": "Larkfield", "postcode": "KX3 1AA",
        "address_public": False, "easting": 450_123, "northing": 300_789,
        "transport": "Bus 9 to the blue door", "directions": "The blue door", "access_note": "The blue door",
        "step_free": True, "step_free_note": "By the blue door",
    }  # fmt: skip
    tea = listing("Tea", place=place)
    secret = ["Ann’s house", "Acacia", "1AA", "450123", "300789", "map.example", "openstreetmap", "lue door"]
    pages = [tea.get_absolute_url(), "/", reverse("api_service", args=[tea.pk]), reverse("api_services")]
    assert [held(client.get(url).text, *secret) for url in pages] == [[], [], [], []]
    assert "Larkfield, KX3 The address is private." in said(client.get(tea.get_absolute_url()))
    assert (tea.locations.get().easting, tea.locations.get().northing) == (450_500, 300_500)


# --- room


def test_room_is_said_with_who_said_so_for_two_weeks_and_then_to_be_asked(listing, read):
    choir = listing("Choir", days="TU", contact_public=True)
    told = Capacity.objects.create(service=choir, available=6, said_by_name="Olive")
    assert "6 places free Olive told us today" in read(choir)
    Capacity.objects.filter(pk=told.pk).update(said_at=timezone.now() - timedelta(days=15))
    assert held(read(choir), "Ask if there is room", "places free", "Olive told us") == ["Ask if there is room"]


@pytest.mark.parametrize(
    ("room", "words"),
    [
        ({"available": 0, "waiting_days": 20}, "Full now. The wait is about 3 weeks"),
        ({"available": 0}, "Full now. Ask about the waiting list"),
        ({"waiting_days": 5}, "The wait is about 5 days"),
        ({"waiting_days": 100}, "The wait is about 3 months"),
        ({"available": 1}, "1 place free"),
    ],
)
def test_a_wait_is_said_in_days_weeks_or_months(listing, read, room, words):
    choir = listing("Choir")
    Capacity.objects.create(service=choir, **room)
    assert words in read(choir)


def test_the_latest_word_counts_and_a_times_own_goes_before_that_of_the_whole(listing, read):
    choir = listing("Choir", days="TU")
    Schedule.objects.create(service=choir, byday="FR", opens_at=time(9))
    friday = choir.schedules.get(byday="FR")
    for n, schedule in ((9, None), (4, friday)):
        Capacity.objects.create(service=choir, available=n, schedule=schedule)
    Capacity.objects.create(service=choir, available=8, schedule=friday, said_at=timezone.now() - timedelta(days=2))
    assert held(read(choir), "Fridays: 4 places free", "8 places", "9 places") == ["Fridays: 4 places free"]


# --- whether to trust it


def test_it_says_who_checked_it_and_when_next(listing, read):
    choir = listing("Choir", verified_at=timezone.now(), verified_by_body="The Council", check_by=date(2999, 2, 3))
    assert held(read(choir), "by The Council", "We check again by February 2999.") == [
        "by The Council", "We check again by February 2999.",
    ]  # fmt: skip


def test_what_is_overdue_asks_to_be_rung_first(listing, read):
    day = timezone.localdate() - timedelta(days=1)
    told = read(listing("Choir", verified_at=timezone.now() - timedelta(days=400), check_by=day))
    assert held(told, "Nobody has told us since that it is still right.", "We check again") == [
        "Nobody has told us since that it is still right."
    ]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((10, 6), True),
        ((10, 5), False),
        ((9, 9), False),
        ((30, 16), True),
        ((12, 6), False),
        ((0, 0), False),
    ],
)
def test_that_most_still_go_is_said_of_ten_people_and_more_who_are_most(listing, read, counts, shown):
    choir = listing("Choir")
    Standing.objects.create(service=choir, introduced=counts[0], stayed=counts[1], reply_days=1)
    told = read(choir)
    assert ("most still go" in told, "The organiser usually answers within a day." in told) == (shown, True)


def test_a_number_leads_to_the_register_that_gave_it(client, listing):
    choir = listing("Choir")
    for scheme, number in (("GB-CHC", "42"), ("GB-CIW", "W/1")):
        OrganisationIdentifier.objects.create(organisation=choir.organisation, scheme=scheme, identifier=number)
    text = client.get(choir.get_absolute_url()).text
    assert re.findall(r'<a href="([^"]*)"[^>]*>Charity Commission for England and Wales: 42</a>', text) == [
        "https://register-of-charities.charitycommission.gov.uk/charity-details/?regId=42&amp;subId=0"
    ]
    assert "<p>Care Inspectorate Wales: W/1</p>" in text


def test_an_address_that_did_not_answer_says_so(listing, read):
    choir = listing("Choir", url="https://choir.example.org/")
    assert "It did not answer" not in read(choir)
    LinkCheck.objects.create(address=choir.url, failing_since=timezone.now(), failures=2)
    assert "It did not answer" not in read(choir)
    LinkCheck.objects.update(failures=3)
    assert "It did not answer when we last looked." in read(choir)


def test_what_is_known_of_a_kind_is_in_a_fold_and_nowhere_when_nobody_wrote_it(listing, read):
    choir = listing("Choir", kind="group")
    assert "Does this kind of thing help?" not in read(choir)
    KindGuide.objects.filter(pk="group").update(evidence="It often helps.", evidence_source="A review")
    assert "Does this kind of thing help? It often helps. A review" in read(choir)


# --- an online community


@pytest.fixture
def neighbours(listing):
    def make(**fields):
        service = listing("Neighbours", kind="community", attending="online", place={"easting": None, "northing": None})
        said_of_it = {
            "platform": "facebook_group", "address": "https://www.facebook.com/groups/neighbours", "members": 2340,
            "members_counted_on": date(2026, 11, 2), "is_open": False, "not_for": "Selling.", "posts": "40 posts a day",
            "answers": "About an hour", "joining_steps": "Press Join. It asks your street.\nFarida says hello.",
            "without_it": "There is a board in the library.", "safe_to_join": "Posts are looked at first.",
        }  # fmt: skip
        community = OnlineCommunity.objects.create(service=service, **(said_of_it | fields))
        CommunityAdmin.objects.create(
            community=community, name="Farida Anwar", agreed_on=date(2026, 1, 1), trained_on=date(2026, 2, 1),
            training="having the chat",
        )  # fmt: skip
        return service

    return make


def test_a_community_says_all_that_somebody_needs_before_joining(neighbours, read):
    told = read(neighbours())
    words = (
        "Facebook group", "Members only: Farida lets you in", "2,340 members", "counted on 2 November",
        "40 posts a day",
        "How quick About an hour", "It is not for Selling.", "You leave Connect and go to www.facebook.com.",
        "Trained: having the chat", "Press Join.", "Posts are looked at first.",
        "Not on Facebook? There is a board in the library.", "Something here is wrong",
    )  # fmt: skip
    assert held(told, *words) == list(words)


def test_the_way_out_tells_the_other_side_nothing_and_search_machines_not_to_follow(neighbours, client):
    text = client.get(neighbours().get_absolute_url()).text
    assert re.findall(r'href="https://www.facebook.com/groups/neighbours" rel="([^"]*)"', text) == [
        "noopener noreferrer nofollow"
    ]


def test_a_host_in_another_alphabet_shows_itself(neighbours, read):
    assert "go to www.xn--fcebook-2fg.com." in read(neighbours(address="https://www.fаcebook.com/groups/x"))


@pytest.mark.parametrize(("is_open", "words"), [(True, "Open: anybody can read it"), (None, "")])
def test_what_we_do_not_know_of_a_door_is_not_said(neighbours, read, is_open, words):
    told = read(neighbours(is_open=is_open))
    assert (words in told, "Closed:" in told) == (True, False)


# --- what is not for everybody


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ({"status": "inactive"}, "It is not published."),
        ({"publish_from": date(2999, 1, 1)}, "Everybody sees it from Tuesday 1 January 2999."),
        ({"publish_until": date(2001, 1, 1)}, "Its last day in the directory was Monday 1 January 2001."),
        ({"is_template": True}, "It holds the words that its branches share."),
    ],
)
def test_what_is_not_public_is_nothing_to_the_public_and_labelled_for_editors(
    cast, client, sign_in, listing, change, label
):
    choir = listing("Choir")
    Service.objects.filter(pk=choir.pk).update(**change)
    url = choir.get_absolute_url()
    strangers = [client, sign_in(cast.rosa), sign_in(cast.colm), sign_in(cast.vera)]
    assert [who.get(url).status_code for who in strangers] == [404] * 4
    assert label in said(sign_in(cast.dev).get(url))
    assert label not in said(sign_in(cast.dev).get(listing("Band").get_absolute_url()))


def test_a_listing_that_was_made_one_with_another_leads_there_for_good(client, listing):
    eldest, elder, younger = listing("A"), listing("B"), listing("C")
    Service.objects.filter(pk=younger.pk).update(merged_into=elder)
    Service.objects.filter(pk=elder.pk).update(merged_into=eldest)
    answer = client.get(younger.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, eldest.get_absolute_url())


def test_two_that_lead_to_each_other_are_no_endless_walk(client, listing):
    one, other = listing("A"), listing("B")
    Service.objects.filter(pk=one.pk).update(merged_into=other)
    Service.objects.filter(pk=other.pk).update(merged_into=one)
    assert client.get(one.get_absolute_url()).status_code == 301


def test_nothing_is_a_404(client, db):
    assert client.get(reverse("listing", args=[uuid.uuid4()])).status_code == 404


# --- what else there is


def test_near_here_like_this_names_what_answers_the_same_need_and_not_itself(client, listing):
    choir = listing("Choir", kind="group", needs=["company"])
    listing("Band", kind="activity", needs=["company"], north=400, free=True)
    listing("Bus", kind="transport", needs=["company"], north=100)
    listing("Chess", kind="group", needs=["something_to_do"], north=100)
    text = client.get(choir.get_absolute_url()).text
    found = re.search(r'id="related-title".*?</section>', text, re.S)[0]
    assert re.findall(r"<bdi>([^<]*)</bdi>", found) == ["Band"]
    assert "Free. 0.2 miles from here." in said_in(found)


def test_the_collections_it_is_in_are_named_if_they_are_published(client, listing):
    choir = listing("Choir")
    for name, published in (("Singing", True), ("Not yet", False)):
        collection = Collection.objects.create(slug=name.lower().replace(" ", "-"), name=name, published=published)
        CollectionEntry.objects.create(collection=collection, service=choir)
    told = said(client.get(choir.get_absolute_url()))
    assert held(told, "Also found under Singing", "Not yet") == ["Also found under Singing"]


def test_what_is_shut_now_names_no_room_and_when_it_is_open_again(listing, read):
    choir = listing("Choir", days="TU")
    Capacity.objects.create(service=choir, available=6)
    back = timezone.localdate() + timedelta(days=20)
    Service.objects.filter(pk=choir.pk).update(status="temporarily closed", reopens_on=back)
    assert held(read(choir), "Open again", "places free", "Next time") == ["Open again"]


def test_the_page_asks_the_database_as_often_whatever_hangs_on_it(client, listing):
    choir = two_places(listing)
    choir.needs.set(["company"])
    hang_on(choir, 0)
    listing("Band", needs=["company"], kind="group", days="MO")
    before = asked(client, choir)
    for n in range(1, 20):
        hang_on(choir, n)
        listing(f"Band {n}", needs=["company"], kind="group", days="MO")
    assert asked(client, choir) == before


def asked(client, service):
    with CaptureQueriesContext(connection) as queries:
        client.get(service.get_absolute_url())
    return len(queries)


def hang_on(choir, n):
    """One more of everything."""
    place = Location.objects.create(name=f"Hall {n}", easting=450_000, northing=300_000 + n)
    ServiceAtLocation.objects.create(service=choir, location=place)
    when = Schedule.objects.create(service=choir, location=place, byday="WE", opens_at=time(9))
    Capacity.objects.create(service=choir, schedule=when, available=n)
    CostOption.objects.create(service=choir, option=f"Option {n}", amount=n)
    OrganisationIdentifier.objects.create(organisation=choir.organisation, scheme="GB-COH", identifier=f"{n}")
    collection = Collection.objects.create(slug=f"c{n}", name=f"Collection {n}", published=True)
    CollectionEntry.objects.create(collection=collection, service=choir)
    choir.audiences.set(Audience.objects.all()[: n % 18])


def test_watching_is_for_those_who_may_and_the_desk_for_editors(cast, client, sign_in):
    def offered(who):
        page = who.get(cast.lunch.get_absolute_url()).text
        return [part in page for part in ("/watch/", f"/desk/{cast.lunch.pk}/")]

    readers = [client, sign_in(cast.rosa), sign_in(cast.vera), sign_in(cast.dev), sign_in(cast.nia)]
    assert [offered(who) for who in readers] == [
        [False, False], [True, False], [False, False], [True, True], [True, False],
    ]  # fmt: skip


def test_a_picture_waits_until_it_is_seen_and_says_what_is_on_it(client, listing):
    choir = listing("Choir")
    Picture.objects.create(service=choir, jpeg=b"x", width=640, height=480, alt="The blue door", credit="Ann")
    text = client.get(choir.get_absolute_url()).text
    [tag] = re.findall(r'<img class="picture"[^>]*>', text)
    said_of_it = ['width="640"', 'height="480"', 'alt="The blue door"', 'loading="lazy"']
    assert [part for part in said_of_it if part in tag] == said_of_it
    assert f'src="{reverse("picture", args=[choir.pk])}"' in tag


@pytest.mark.parametrize("may_be_named", [True, False])
def test_who_said_how_much_room_there_is_is_named_only_where_the_organiser_may_be(client, cast, may_be_named):
    Service.objects.update(contact_public=may_be_named)
    Capacity.objects.create(service=cast.lunch, available=6, said_by_name="Olive Byrne")
    page, found = reverse("listing", args=[cast.lunch.pk]), reverse("search") + "?q=lunch"
    told = client.get(reverse("api_service", args=[cast.lunch.pk])).json()["service_capacities"][0]
    assert ["Olive Byrne</bdi> told us" in client.get(each).content.decode() for each in (page, found)] == [
        may_be_named
    ] * 2
    assert told.get("said_by", "") == ("Olive Byrne" if may_be_named else "")
