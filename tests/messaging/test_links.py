"""Signed links: single purpose, expiring, revocable; opening one changes nothing."""

import re
import uuid
from datetime import timedelta
from string import ascii_letters

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect.messaging import links
from connect.messaging.models import Link

pytestmark = pytest.mark.django_db
RANDOM = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
SUBJECT, OTHER = uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def link():
    return mint()


def mint(purpose="attendance", days=3):
    return links.mint(purpose, SUBJECT, [SUBJECT, OTHER], timezone.now() + timedelta(days=days), discreet=True)


def request_with(response, path="/", **post):
    request = RequestFactory().post(path, post) if post else RequestFactory().get(path)
    request.COOKIES = {name: morsel.value for name, morsel in response.cookies.items()}
    return request


def remembered(opened, **post):
    response = HttpResponse()
    links.remember(response, opened, "/")
    return request_with(response, **post)


def test_a_token_is_short_and_opens_the_link_it_was_made_for(link):
    assert len(links.token(link)) == 33
    found = links.read(links.token(link))
    assert (found, found.scope, found.subject, found.discreet) == (link, [SUBJECT, OTHER], SUBJECT, True)
    assert links.address(link) == f"{django_settings.SITE_URL}/l/{links.token(link)}/"


def test_each_letter_of_a_token_counts(link):
    token = links.token(link)
    for place in range(len(token)):
        for letter in ascii_letters + "-_=":  # the last of each half has spare bits: several spellings, one meaning
            changed = token[:place] + letter + token[place + 1 :]
            if changed != token:
                with pytest.raises(links.LinkGone):
                    links.read(changed)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(token=st.text(max_size=40) | st.from_regex(r"[A-Za-z0-9_-]{33}", fullmatch=True))
def test_made_up_tokens_open_nothing(token):
    with pytest.raises(links.LinkGone):
        links.read(token)


def test_a_token_in_upper_case_cut_or_longer_opens_nothing(link):
    token = links.token(link)
    for given_token in (token[:-1], token + "A", token.swapcase(), "", "0" * 33, "é" * 33):
        with pytest.raises(links.LinkGone):
            links.read(given_token)


def test_an_expired_link_is_gone(link, time_machine):
    time_machine.move_to(link.expires_at - timedelta(seconds=1), tick=False)
    assert links.read(links.token(link)) == link
    time_machine.move_to(link.expires_at, tick=False)
    with pytest.raises(links.LinkGone):
        links.read(links.token(link))


def test_a_revoked_link_is_gone_from_address_and_cookie(link):
    request = remembered(link)
    assert links.revoke(SUBJECT) == 1
    with pytest.raises(links.LinkGone):
        links.read(links.token(link))
    with pytest.raises(links.LinkGone):
        links.from_cookie(request, "attendance")


def test_a_link_turned_to_another_purpose_in_the_database_opens_nothing(link):
    token = links.token(link)
    Link.objects.filter(pk=link.pk).update(purpose="register")
    with pytest.raises(links.LinkGone):
        links.read(token)


def test_links_signed_with_the_key_before_still_open(link, settings):
    token = links.token(link)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a new key"
    assert links.read(token) == link
    assert links.token(link) != token
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(links.LinkGone):
        links.read(token)


def test_the_cookie_carries_the_link_to_its_own_purpose_only(link):
    assert links.from_cookie(remembered(link), "attendance") == link
    with pytest.raises(links.LinkGone):
        links.from_cookie(remembered(link), "register")


def test_a_cookie_renamed_to_another_purpose_is_not_believed(link):
    request = remembered(link)
    request.COOKIES = {"link-register": request.COOKIES["link-attendance"]}
    with pytest.raises(links.LinkGone):
        links.from_cookie(request, "register")


def test_no_cookie_or_a_forged_one_opens_nothing(link):
    for cookies in ({}, {"link-attendance": str(link.pk)}, {"link-attendance": f"{link.pk}:x:y"}):
        request = RequestFactory().get("/")
        request.COOKIES = cookies
        with pytest.raises(links.LinkGone):
            links.from_cookie(request, "attendance")


def test_a_form_of_another_link_is_refused_not_mixed_up(link):
    assert links.from_cookie(remembered(link, link=str(link.pk)), "attendance") == link
    with pytest.raises(links.LinkGone):
        links.from_cookie(remembered(link, link=str(mint().pk)), "attendance")


def test_opening_leads_to_a_clean_address_with_a_cookie_for_that_address_alone(client, link):
    response = client.get(reverse("link", args=[links.token(link)]))
    page = reverse(django_settings.LINK_PAGES["attendance"])
    assert (response.status_code, response["Location"]) == (302, page)
    cookie = response.cookies["link-attendance"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"], cookie["secure"]) == (page, True, "Lax", "")
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert links.token(link) not in cookie.value


def test_over_https_the_cookie_is_secure(client, link, settings):
    settings.SITE_URL = "https://connect.example.org"
    response = client.get(reverse("link", args=[links.token(link)]))
    assert response.cookies["link-attendance"]["secure"] is True


def test_every_reason_for_a_link_to_be_gone_looks_the_same(client, link):
    revoked, late, unknown = mint(), mint(days=-1), mint("nothing-such")
    Link.objects.filter(pk=revoked.pk).update(revoked_at=timezone.now())
    tokens = ["short", "A" * 33, links.token(link)[:-1] + "!", *map(links.token, (revoked, late, unknown))]
    pages = [client.get(reverse("link", args=[token])) for token in tokens]
    assert {page.status_code for page in pages} == {410}
    shown = zip(tokens, (page.content.decode() for page in pages), strict=True)
    assert len({RANDOM.sub("", page.replace(token, "")) for token, page in shown}) == 1
    assert {page["Referrer-Policy"] for page in pages} == {"no-referrer"}
    assert not any(name.startswith("link-") for page in pages for name in page.cookies)


def test_no_token_reaches_the_log(client, link, caplog, monkeypatch):
    links.revoke(SUBJECT)
    client.get(reverse("link", args=[links.token(link)]))
    monkeypatch.setattr(Link, "works", lambda self: 1 / 0)
    assert client.get(reverse("link", args=[links.token(link)])).status_code == 500
    assert caplog.messages == ["Gone: /l/…/", "Internal Server Error: /l/…/"]
    assert links.token(link) not in caplog.text


def everything():
    """Every row of every table, as the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public' order by 1")
        tables = [name for (name,) in cursor.fetchall()]
        return {table: _rows(cursor, table) for table in tables}


def _rows(cursor, table):
    cursor.execute(f'select t::text from "{table}" t order by 1')
    return cursor.fetchall()


@pytest.mark.parametrize("ask", ["get", "head"])
@pytest.mark.parametrize("headers", [{}, {"Sec-Purpose": "prefetch"}, {"User-Agent": "a scanner of mail"}])
def test_opening_prefetching_or_scanning_a_link_changes_nothing(link, ask, headers):
    before = everything()
    for _ in range(3):
        response = getattr(Client(), ask)(reverse("link", args=[links.token(link)]), headers=headers)
        assert response.status_code == 302
    assert everything() == before


@pytest.mark.parametrize("ask", ["post", "put", "delete", "patch"])
def test_the_door_takes_no_other_method(client, link, ask):
    assert getattr(client, ask)(reverse("link", args=[links.token(link)])).status_code == 405
