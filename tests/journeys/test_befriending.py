"""Befriending in a browser without any script: who would suit and why, and a visit told from a phone in a minute."""

import time
from datetime import datetime

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from connect.identity import acting_as
from connect.messaging import links
from referrals.befriending import letters
from referrals.befriending.models import BefrienderMatch, BefrienderVisit

from . import axe
from .clock import LONDON
from .site import DESK, PHONE

BEGINS = datetime(2026, 11, 13, 15, 5, tzinfo=LONDON)
A_MINUTE = 60
TAPS = ["We met, or spoke", "Good"]


@pytest.fixture
def link(site):
    """What Vera finds in her e-mail on the day of a visit."""
    with acting_as("seed"):
        match = BefrienderMatch.objects.select_related("volunteer").get(volunteer__name="Vera Moss")
        return reverse("link", args=[links.token(letters.visits_link(match))])


def test_a_volunteer_tells_of_a_visit_from_a_phone_in_under_a_minute(site, link):
    with site.visitor(window=PHONE, java_script_enabled=False, has_touch=True) as page:
        began = time.monotonic()
        page.goto(link)
        expect(page.get_by_role("heading", level=1)).to_have_text("How was it with Winnie?")
        for words in TAPS:
            page.get_by_label(words, exact=True).tap()
        page.get_by_role("button", name="Send it").tap()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. That helps more than you know.")
        assert (time.monotonic() - began < A_MINUTE, len(TAPS) + 1) == (True, 3)
    with acting_as("seed"):
        assert BefrienderVisit.objects.count() == 2
    with site.visitor(window=PHONE) as page:
        page.goto(link)
        axe.at_both_widths(page)


def test_a_coordinator_sees_why_and_asks(site):
    with site.visitor("Cleo", DESK, java_script_enabled=False) as page:
        page.goto("/befriending/")
        page.get_by_role("link", name="Pearl, Millrace").click()
        expect(page.get_by_text("Both like music and singing")).to_be_visible()
        page.get_by_role("button", name="Ask Ida", exact=True).click()
        expect(page.get_by_role("status")).to_have_text("Ida is asked by e-mail")
        expect(page.get_by_role("heading", level=1)).to_have_text("Pearl and Ida")
