"""What somebody typed outlives their session and their token; what comes from elsewhere is shown nothing."""

import html
import re
import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as
from connect.kept import carried, readable
from referrals.models import Referral
from tests.cast import PASSWORD
from tests.conftest import ForgetfulClient

pytestmark = pytest.mark.django_db

OURS = {"HTTP_ORIGIN": "http://testserver"}
WORDS = 'He said "Tuesdays" & <b>cards</b>,\r\nand O’Neil’s dog.\r\n  Ŵyr ei ffordd.'
FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')


@pytest.fixture
def browser():
    """As strict about tokens as a real one."""
    return ForgetfulClient(enforce_csrf_checks=True, raise_request_exception=False)


def sign_in(browser):
    page = browser.get(reverse("account_login")).content.decode()
    form = {"login": "rosa@example.org", "password": PASSWORD, "csrfmiddlewaretoken": token(page)}
    assert browser.post(reverse("account_login"), form, **OURS).status_code == 302


def token(page):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]


def typed(page, **changes):
    """The referral form, filled in, with the token it was drawn with."""
    return {
        "csrfmiddlewaretoken": token(page), "key": str(uuid.uuid4()), "given_name": "Stanley", "postcode": "kx24hd",
        "phone": "07700 900 126", "safe_to_message": "yes", "wants": ["company", "something_to_do"], "words": WORDS,
        "consent": "on",
    } | changes  # fmt: skip


def again(answer):
    """What the button of the page sends: where to, and every field."""
    page = answer.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    fields = {"csrfmiddlewaretoken": token(main)}
    for name, value in FIELD.findall(main):
        if name != "csrfmiddlewaretoken":
            fields.setdefault(name, []).append(html.unescape(value))
    return re.search(r'<form method="post" action="([^"]*)"', main)[1], fields


def made():
    with acting_as("seed"):
        return list(Referral.objects.values_list("words", flat=True))


def test_rosas_session_ends_while_she_types_and_nothing_is_lost(cast, browser):
    sign_in(browser)
    form = typed(browser.get(reverse("refer")).content.decode())
    del browser.cookies["sessionid"]

    kept = browser.post(reverse("refer"), form, **OURS)
    assert (kept.status_code, made()) == (403, [])
    assert "You were signed out. What you typed is still here." in kept.content.decode()
    address, fields = again(kept)
    assert (address, fields["words"], fields["wants"]) == (reverse("refer"), [WORDS], form["wants"])

    sign_in(browser)
    stale = browser.post(address, fields, **OURS)
    assert (stale.status_code, made()) == (403, [])
    assert "Please send that again. What you typed is still here." in stale.content.decode()

    address, fields = again(stale)
    sent = browser.post(address, fields, follow=True, **OURS)
    assert sent.redirect_chain == [(reverse("sent", args=[form["key"]]), 302)]
    assert [words.split() for words in made()] == [WORDS.split()]
    browser.post(address, fields, **OURS)
    assert len(made()) == 1


def test_what_was_typed_can_be_read_and_never_runs(cast, client):
    page = client.post(reverse("refer"), {"given_name": "<script>", "words": "One\nTwo", "wants": ["something_to_do"],
                                          "consent": "on", "key": str(uuid.uuid4())}).content.decode()  # fmt: skip
    shown = re.findall(r'<dt>(.*?)</dt><dd dir="auto">(.*?)</dd>', page)
    assert shown == [
        ("Given name", "&lt;script&gt;"),
        ("Words", "One<br>Two"),
        ("Wants", "something to do"),
        ("Consent", "Yes"),
    ]


def test_the_way_to_sign_in_opens_beside_the_page_and_says_so(cast, client):
    page = client.post(reverse("refer"), {"words": "A Tuesday."}).content.decode()
    door = f'<a href="{reverse("account_login")}" target="_blank" rel="noopener">Sign in (opens beside this page)</a>'
    assert door in page
    assert 'class="language"' not in page  # another language is another page, without what was typed


def test_a_button_pressed_too_late_does_not_claim_that_anything_was_typed(cast, client):
    page = client.post(reverse("accept", args=[uuid.uuid4()])).content.decode()
    assert ("You were signed out." in page, "What you typed" in page) == (True, False)


def test_no_cache_keeps_the_page_and_no_log_its_words(cast, browser, client, caplog):
    signed_out = client.post(reverse("refer"), {"words": "Canary Quincewell"})
    stale = browser.post(reverse("refer"), {"words": "Canary Quincewell"}, **OURS)
    assert ["no-store" in page["Cache-Control"] for page in (signed_out, stale)] == [True, True]
    assert "Canary" not in caplog.text


def test_looking_at_a_page_signed_out_leads_to_the_door_as_ever(cast, client):
    answer = client.get(reverse("refer"))
    assert (answer.status_code, answer.url) == (302, f"{reverse('account_login')}?next={reverse('refer')}")


def test_what_is_no_form_leads_to_the_door_as_ever(cast, client):
    answer = client.post(reverse("refer"), '{"words": "A Tuesday."}', content_type="application/json")
    assert answer.status_code == 302


@pytest.mark.parametrize(
    "sender",
    [
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": "http://testserver.elsewhere.example"},
        {"HTTP_ORIGIN": "http://testserver:81"},
        {"HTTP_ORIGIN": "https://elsewhere.example", "HTTP_REFERER": "http://testserver/refer/"},
        {"HTTP_REFERER": "https://elsewhere.example/http://testserver/"},
        {"HTTP_REFERER": "http://testserver@elsewhere.example/"},
        {"HTTP_REFERER": "http://[half/"},
        {},
    ],
)
def test_a_form_from_elsewhere_is_refused_and_shown_nothing(cast, browser, sender):
    sign_in(browser)
    form = typed(browser.get(reverse("refer")).content.decode(), csrfmiddlewaretoken="x" * 64)
    answer = browser.post(reverse("refer"), form, **sender)
    page = answer.content.decode()
    assert (answer.status_code, made()) == (403, [])
    assert ("Please send that again" in page, "Stanley" in page, "<form" in page) == (True, False, False)


def test_without_origin_the_page_it_came_from_will_do(cast, browser):
    sign_in(browser)
    answer = browser.post(reverse("refer"), {"words": "A Tuesday."}, HTTP_REFERER="http://testserver/refer/")
    assert again(answer)[1]["words"] == ["A Tuesday."]


def test_a_password_is_never_in_the_page(cast, browser):
    form = {"login": "rosa@example.org", "password": PASSWORD, "password1": PASSWORD, "code": "123456"}
    answer = browser.post(reverse("account_login"), form, **OURS)
    page = answer.content.decode()
    assert ("rosa@example.org" in page, PASSWORD in page, "123456" in page) == (True, False, False)
    assert "opens beside" not in page  # this door needs nobody to be signed in


@pytest.mark.parametrize("form", [{"words": "x" * 200_001}, {f"f{n}": "x" for n in range(501)}])
def test_what_is_too_much_to_carry_is_not_carried(cast, client, form):
    page = client.post(reverse("refer"), form)
    assert (page.status_code, len(page.content) < 10_000) == (403, True)
    assert "Go back" in page.content.decode()


def test_a_form_keeps_its_marks_and_shows_none(rf):
    pk, link = str(uuid.uuid4()), str(uuid.uuid4())
    fields = carried(rf.post("/", {"link": link, f"came-{pk}": "went", "next": "/", "csrfmiddlewaretoken": "x"}))
    assert fields == [("link", link), (f"came-{pk}", "went"), ("next", "/")]
    assert readable(fields) == [("Came", ["went"])]
