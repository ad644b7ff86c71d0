"""A worker without an account: the letter first, the form from it, and a private page that says how far we are."""

import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link
from referrals import actions
from referrals.models import Outsider, Person, Referral
from referrals.open_door.models import Knock
from referrals.person import consenting
from tests.cast import mr_ames

from .conftest import answer, outbox, without_tokens

pytestmark = pytest.mark.django_db
PAGE = "/without-account/"


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


@pytest.fixture
def listed(cast):
    type(cast.homes).objects.filter(pk=cast.homes.pk).update(email_domains=["homes.example"])
    return cast


def ask(client, email="olu@homes.example"):
    return client.post(PAGE, {"key": str(uuid.uuid4()), "email": email}, follow=True)


def opened(client, purpose="outside"):
    link = Link.objects.filter(purpose=purpose).latest("created_at")
    return client.get(reverse("link", args=[links.token(link)]), follow=True)


def form(**changes):
    link = Link.objects.filter(purpose="outside").latest("created_at")
    return {
        "key": str(uuid.uuid4()), "link": link.pk, "given_name": "Stanley", "postcode": "KX2 4HD",
        "phone": "07700 900 126", "safe_to_message": "yes", "wants": ["company"], "consent": "on", "hear": "on",
        "my_name": "Olu Adeyemi", "my_job": "housing",
    } | changes  # fmt: skip


def send(client, **changes):
    return client.post(reverse("outside"), form(**changes), follow=True)


@pytest.fixture
def sent(listed, client):
    ask(client)
    answer()
    opened(client)
    send(client)
    with acting_as("seed"):
        return Referral.objects.select_related("outsider").get()


def test_the_letter_goes_to_listed_organisations_only_and_the_page_says_the_same_of_all(listed, client):
    emails = ("olu@homes.example", "olu@elsewhere.example", "rosa@homes.example")
    pages = [without_tokens(ask(client, email).content.decode()) for email in emails]
    assert pages[0] == pages[1] == pages[2]
    assert outbox() == []  # nothing was looked up while the page waited
    answer()
    assert sorted(message.to for message in outbox()) == ["olu@homes.example", "rosa@homes.example"]


def test_a_domain_that_only_ends_alike_is_not_listed(listed, client):
    for email in ("olu@nothomes.example", "olu@homes.example.net", "olu@x.homes.example"):
        ask(client, email)
    answer()
    assert outbox() == []


def test_a_capital_letter_is_no_other_address(listed, client):
    ask(client, "Olu@Homes.Example")
    answer()
    assert [message.to for message in outbox()] == ["olu@homes.example"]


def test_one_address_gets_three_letters_a_day_at_most(listed, client):
    for _ in range(5):
        ask(client)
        answer()
    assert len(outbox()) == 3


def test_an_answered_knock_no_longer_says_who_asked(listed, client):
    ask(client)
    answer()
    with acting_as("clocks"):
        assert list(Knock.objects.values_list("to", "first_name")) == [("", "")]


def test_the_form_opens_from_the_letter_and_from_nothing_else(listed, client):
    assert client.get(reverse("outside")).status_code == 410
    ask(client)
    answer()
    page = opened(client).content.decode()
    assert ("For Kelderby Homes, as olu@homes.example." in page, "Send the referral" in page) == (True, True)


def test_a_referral_from_outside_says_whose_it_is(sent):
    assert (sent.source, sent.referrer, sent.referrer_job, sent.team.name) == (
        "outsider", None, "housing", "Kelderby connectors",
    )  # fmt: skip
    with acting_as("seed"):
        assert sent.asked_by == "Olu Adeyemi, Kelderby Homes"
        assert Outsider.objects.get().verified_at is not None


def test_sent_twice_it_is_made_once(listed, client):
    ask(client)
    answer()
    opened(client)
    same = form()
    for _ in range(2):
        assert "The reference is" in client.post(reverse("outside"), same, follow=True).content.decode()
    with acting_as("seed"):
        assert Referral.objects.count() == 1


def test_a_form_with_something_wrong_keeps_all_that_was_typed(listed, client):
    ask(client)
    answer()
    opened(client)
    page = send(client, consent="", words="He loves brass bands.")
    assert (page.status_code, "He loves brass bands." in page.content.decode()) == (422, True)


def test_where_nobody_may_help_it_is_said_and_counted(listed, client):
    ask(client)
    answer()
    opened(client)
    type(listed.scheme).objects.update(takes_without_account=False)
    page = send(client).content.decode()
    assert ("asked by workers with an account" in page, "01632 960 014" in page) == (True, True)
    with acting_as("seed"):
        assert not Referral.objects.exists()


def test_the_status_page_shows_the_reference_and_the_step_and_never_the_name(sent, client):
    page = opened(client, "status").content.decode()
    main = page.partition('id="main"')[2]
    assert (sent.reference in main, "The team answers within two working days." in main) == (True, True)
    assert [word for word in ("Stanley", "07700", "KX2") if word in page] == []


def test_the_database_itself_keeps_the_name_from_that_page(sent):
    link = Link.objects.get(purpose="status")
    with acting_as("link", scope=link.scope):
        assert (Referral.objects.count(), Person.objects.count()) == (1, 0)


def test_the_form_lists_whom_they_asked_for_before_by_reference(sent, client):
    ask(client)
    answer()
    page = opened(client).content.decode()
    assert (sent.reference in page, "Stanley" in page) == (True, False)


def test_somebody_elses_link_shows_nothing_of_it(sent, listed, client):
    ask(client, "ravi@homes.example")
    answer()
    page = opened(client).content.decode()
    assert (sent.reference in page, "Nobody yet." in page) == (False, True)


def test_switched_off_the_page_is_gone_and_can_be_nobodys_again(sent, client):
    opened(client, "status")
    link = Link.objects.get(purpose="status")
    client.get(reverse("status"))
    assert client.post(reverse("status_off"), {"link": link.pk}).status_code == 200
    assert (client.get(reverse("status")).status_code, opened(client, "status").status_code) == (410, 410)


def test_opening_the_pages_changes_nothing_and_only_posts_do(sent, client):
    opened(client, "status")
    assert [client.get(reverse(name)).status_code for name in ("status_off", "status_write")] == [405, 405]
    assert Link.objects.get(purpose="status").works()


def test_it_lasts_a_year_and_a_half(sent, client):
    link = Link.objects.get(purpose="status")
    assert link.expires_at - timezone.now() > timedelta(days=545)


def test_what_the_person_took_back_is_not_shown_any_more(cast, sent, client):
    with acting_as("seed"):
        actions.accept(sent, by=cast.carl)
        actions.record_contact(sent, channel="call", reached=True, note="", by=cast.carl, made=actions.new_key())
    assert "Spoken to" in opened(client, "status").content.decode()
    with acting_as("seed"):
        consenting.take_back(sent, purpose="tell_referrer", by=cast.carl)
    page = opened(client, "status").content.decode().partition('id="main"')[2]
    assert ("With a connector" in page, "Spoken to" in page) == (True, False)


def test_nia_and_rosa_see_nothing_of_it(cast, sent, sign_in):
    page = reverse("person", args=[sent.pk])
    assert [sign_in(user).get(page).status_code for user in (cast.nia, cast.rosa)] == [404, 404]
    assert "Stanley" in sign_in(cast.carl).get(page).content.decode()


def test_a_letter_says_nothing_about_anybody(sent):
    mr_ames_words = [message.subject + message.body for message in outbox()]
    assert [word for word in ("Stanley", "Ames", "KX2", "Olu") if any(word in text for text in mr_ames_words)] == []


def test_somebody_with_an_account_is_not_told_apart(cast, listed, client):
    mr_ames(cast)
    known, unknown = (ask(client, f"{name}@homes.example").content.decode() for name in ("rosa", "nobody"))
    assert without_tokens(known) == without_tokens(unknown)


def test_carl_sees_who_asked_and_switches_their_page_off_and_nobody_else_does(cast, sent, sign_in, client):
    with acting_as("seed"):
        actions.accept(sent, by=cast.carl)
    page, off = reverse("person", args=[sent.pk]), reverse("asker_off", args=[sent.pk])
    assert "They have a page with the reference and the step" in sign_in(cast.carl).get(page).content.decode()
    others = (cast.nia, cast.cora, cast.rosa, cast.colm)
    assert [sign_in(user).post(off).status_code for user in others] == [404] * 4
    assert sign_in(cast.carl).get(off).status_code == 302
    assert Link.objects.get(purpose="status").works()
    sign_in(cast.carl).post(off)
    assert opened(client, "status").status_code == 410
    assert "They have no page" in sign_in(cast.carl).get(page).content.decode()


def test_news_leaves_by_the_link_they_have_and_not_after_it_was_switched_off(cast, sent):
    with acting_as("seed"):
        actions.accept(sent, by=cast.carl)
    [news] = outbox(template="word_back_outside")
    assert (news.to, news.link) == ("olu@homes.example", Link.objects.get(purpose="status"))
    assert [word for word in ("Stanley", "Ames") if word in news.subject + news.body] == []
    links.revoke(sent.pk)
    with acting_as("seed"):
        sent.refresh_from_db()
        actions.record_contact(sent, channel="call", reached=True, note="", by=cast.carl, made=actions.new_key())
    assert len(outbox(template="word_back_outside")) == 1
