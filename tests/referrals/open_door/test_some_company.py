"""I'd like some company: first whether anybody may help, then the questions; made once, and telling nobody anything."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from connect.identity import acting_as
from directory.models import Gap
from referrals.models import Outsider, Person, Referral
from referrals.safety.models import Heard

from .conftest import outbox, without_tokens

pytestmark = pytest.mark.django_db
PAGE = "/some-company/"


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


def all_of(model, *fields):
    with acting_as("seed"):
        return list(model.objects.values_list(*fields))


def test_the_first_part_asks_three_things_and_the_second_opens_where_there_is_a_team(cast, client, door):
    first = client.get(PAGE).content.decode()
    assert ("Who would like some company?" in first, "Aged 18 or over?" in first, "first name" in first) == (
        True, True, False,
    )  # fmt: skip
    second = client.post(PAGE, door()).content.decode()
    assert ("Your first name" in second, "Kelderby connectors" in second) == (True, True)
    assert all_of(Referral) == []


def test_mr_ames_asks_for_himself_and_somebody_has_it(cast, client, company):
    answer = client.post(PAGE, company(), follow=True)
    assert "Thank you for asking" in answer.content.decode()
    assert all_of(Referral, "source", "referrer", "team__name", "state") == [
        ("self", None, "Kelderby connectors", "submitted")
    ]
    assert all_of(Person, "given_name", "phone", "postcode", "created_by") == [
        ("Stanley", "07700900126", "KX2 4HD", None)
    ]
    with acting_as("seed"):
        assert sorted(Referral.objects.get().consents.values_list("purpose", "said_to")) == [("contact", None)]


def test_the_receipt_says_the_reference_and_no_name(cast, client, company):
    page = client.post(PAGE, company(), follow=True).content.decode()
    [(reference,)] = all_of(Referral, "reference")
    assert (reference in page, "Stanley" in page, "07700" in page) == (True, False, False)


def test_a_receipt_of_somebody_with_an_account_does_not_open_here(cast, client):
    from tests.cast import mr_ames

    assert client.get(reverse("company_sent", args=[mr_ames(cast).key])).status_code == 404


def test_sent_twice_it_is_made_once(cast, client, company):
    form = company()
    client.get(PAGE)
    pages = [client.post(PAGE, form, follow=True).content.decode() for _ in range(2)]
    assert (len(all_of(Referral)), pages[0].count("reference"), pages[1].count("reference")) == (1, 1, 1)


def test_the_same_key_with_other_words_is_refused_and_keeps_what_was_typed(cast, client, company):
    form = company()
    client.post(PAGE, form)
    answer = client.post(PAGE, form | {"words": "Chess instead."})
    assert (answer.status_code, "Chess instead." in answer.content.decode(), len(all_of(Referral))) == (409, True, 1)


def test_who_is_known_already_gets_the_same_answer(cast, client, company):
    pages = []
    for _ in range(2):
        page = client.post(PAGE, company(), follow=True).content.decode()
        for (reference,) in all_of(Referral, "reference"):
            page = page.replace(reference, "REF")
        pages.append(without_tokens(page))
    assert pages[0] == pages[1]


def test_his_daughter_asks_with_his_yes_and_is_written_to_without_a_name(cast, client, for_another):
    client.post(PAGE, for_another())
    assert all_of(Outsider, "name", "tie", "email", "verified_at") == [
        ("Joan Ames", "his daughter", "joan@example.net", None)
    ]
    with acting_as("seed"):
        assert Referral.objects.get().asked_by == "Joan Ames, his daughter"
    [letter] = outbox()
    assert (letter.to, letter.link.purpose) == ("joan@example.net", "status")
    assert [word for word in ("Stanley", "Ames", "Joan") if word in letter.subject + letter.body] == []


def test_without_his_yes_to_it_she_is_not_written_to(cast, client, for_another):
    form = for_another()
    del form["hear"]
    client.post(PAGE, form)
    assert (len(all_of(Referral)), outbox()) == (1, [])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"given_name": ""}, "Enter the name you like to be called"),
        ({"phone": "", "email": ""}, "Enter a phone number or an e-mail"),
        ({"phone": "12"}, "Enter a phone number, like 07700 900 123"),
        ({"wants": [], "words": ""}, "Choose something, or say it in your own words"),
        ({"consent": ""}, "Tick to say yes"),
        ({"safe_to_message": ""}, "Say if a message is safe"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(cast, client, company, change, said):
    answer = client.post(PAGE, company(good_times="After ten") | change)
    page = answer.content.decode()
    assert (answer.status_code, said in page, "After ten" in page, all_of(Referral)) == (422, True, True, [])


def test_somebody_younger_is_shown_the_right_door_and_counted_without_a_name(cast, client, door):
    answer = client.post(PAGE, door(adult="no"))
    page = answer.content.decode()
    assert ("Childline" in page, "01632 960 014" in page, all_of(Referral)) == (True, True, [])
    with acting_as("migration"):
        assert [(gap.source, gap.reason, gap.area_id) for gap in Gap.objects.all()] == [
            ("referral", "not_for", cast.ward.pk)
        ]


def test_a_scheme_that_takes_people_of_sixteen_takes_them(cast, client, door, company):
    type(cast.scheme).objects.filter(pk=cast.scheme.pk).update(lowest_age=16)
    assert "Your first name" in client.post(PAGE, door(adult="no", age="17")).content.decode()
    client.post(PAGE, company(adult="no", age="17"))
    assert all_of(Referral, "age_then") == [(17,)]


def test_where_nobody_serves_they_are_given_a_telephone_number(cast, client, door):
    cast.team.areas.clear()
    page = client.post(PAGE, door()).content.decode()
    assert ("We have nobody in that place yet" in page, "01632 960 011" in page) == (True, True)


def test_a_place_nobody_knows_is_an_error_and_not_a_gap(cast, client, door):
    answer = client.post(PAGE, door(postcode="ZZ99 9ZZ"))
    assert (answer.status_code, "kx24hd" in answer.content.decode()) == (422, False)


def test_his_words_wait_for_a_human_with_a_name(cast, client, company):
    client.post(PAGE, company(words="I want to die."))
    with acting_as("migration"):
        assert [(row.danger, row.reader) for row in Heard.objects.select_related("reader")] == [(True, cast.tess)]


def test_a_flood_is_refused_kindly_and_keeps_what_was_typed(cast, client, company, monkeypatch):
    from referrals.open_door import sending

    monkeypatch.setattr(sending, "MOST_AN_HOUR", 1)
    client.post(PAGE, company())
    answer = client.post(PAGE, company(words="Darts."))
    assert (answer.status_code, "Darts." in answer.content.decode(), len(all_of(Referral))) == (429, True, 1)


def test_carl_sees_whom_it_is_from_and_nia_sees_nothing(cast, client, company, sign_in):
    client.post(PAGE, company())
    [(pk,)] = all_of(Referral, "pk")
    page = reverse("person", args=[pk])
    assert "Stanley" in sign_in(cast.carl).get(page).content.decode()
    assert [sign_in(user).get(page).status_code for user in (cast.nia, cast.rosa, cast.colm)] == [404, 404, 404]


def test_opening_the_pages_writes_nothing(cast, client):
    for page in (PAGE, "/some-company/paper/"):
        assert client.get(page).status_code == 200
    assert (all_of(Referral), all_of(Person)) == ([], [])


def test_every_page_says_that_it_is_no_emergency_service_and_says_it_first_where_somebody_writes(
    cast, client, door, company
):
    pages = [client.get(PAGE), client.post(PAGE, company(), follow=True), client.post(PAGE, door(adult="no"))]
    written_on = [client.post(PAGE, door()), client.get("/some-company/paper/")]
    for page in [*pages, *written_on]:
        text = page.content.decode()
        main = text.partition('id="main"')[2].partition("</main>")[0]
        there = [(number in text, number in main) for number in (">999<", ">111<", ">116 123<")]
        assert there == [(True, page in written_on)] * 3
