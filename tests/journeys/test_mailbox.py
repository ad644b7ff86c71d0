"""The demo's mailbox and a link that has done its work: on a phone and at a desk, by day and by night."""

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import delivery, links, messages
from tests.journeys import axe


@pytest.fixture
def house(live_server, cast, settings, tmp_path):
    settings.DEMO, settings.QUIET_HOURS, settings.MAILBOX_DIR = True, False, tmp_path
    settings.TEXT_SENDER = settings.EMAIL_SENDER = "mailbox"
    settings.SITE_URL = live_server.url
    return live_server.url


@pytest.fixture
def link(house):
    """Three letters lie in the mailbox; the first asks for an answer by this link."""
    link = links.mint("attendance", uuid.uuid4(), [], timezone.now() + timedelta(days=3))
    with acting_as("reminders"):
        _write("did_you_go_full", "sms", "07700 900 184", link)
        _write("reminder_full", "email", "ngoc@example.org")
        _write("introduced_discreet", "sms", "07700 900 185", language="cy")
    delivery.sweep()
    return link


def _write(template, channel, to, link=None, language="en"):
    context = {"name": "Siân", "connector": "Carl", "phone": "01632 960 014", "starts_at": timezone.now()}
    context |= {"place": "St Mark’s hall", "meet": "Olive meets you at the door"}
    told = {"cause": template, "channel": channel, "to": to, "template": template, "link": link, "language": language}
    messages.queue(recipient_key=uuid.uuid4(), context=context, **told)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mailbox_passes_axe_and_a_letter_can_be_opened(browser, house, link, scheme):
    page = browser.new_page(color_scheme=scheme)
    page.goto(house + "/mailbox/")
    axe.at_both_widths(page)
    page.get_by_role("link", name=re.compile("E-mail to ngoc@example.org")).click()
    assert page.get_by_role("heading", level=1).inner_text() == "See you tomorrow"
    axe.at_both_widths(page)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_link_that_has_done_its_work_says_so_kindly(browser, house, link, scheme):
    links.revoke(link.subject)
    page = browser.new_page(color_scheme=scheme)
    page.goto(house + "/mailbox/")
    page.locator("a[href*='/l/']").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "This link has done its work"
    axe.at_both_widths(page)
    page.close()
