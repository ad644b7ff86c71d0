"""The pages of the reports side by side: which of them somebody may open, and on which they are."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from connect.people.access import could


@dataclass(frozen=True, slots=True)
class Section:
    """`under`: names of further addresses that belong to it."""

    label: Any
    url_name: str
    thing: str = "DASHBOARD"
    under: tuple[str, ...] = ()

    @property
    def address(self) -> str | None:
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return None


SECTIONS = (
    Section(_("What works"), "reports"),
    Section(_("What is missing"), "unmet", under=("stops", "closing", "wishes", "wish", "wish_new", "wish_change")),
    Section(_("Who reaches whom"), "who_reaches_whom"),
    Section(_("Places"), "place_profiles", under=("place_profile",)),
    Section(_("Where to look"), "risk", under=("risk_small", "risk_weights")),
    Section(_("Fairness and cost"), "fairness_and_cost", under=("costs",)),
    Section(_("Golden thread"), "golden_thread"),
    Section(_("Board paper"), "paper"),
    Section(_("Pilot report"), "pilot"),
    Section(_("Every measure"), "measures", under=("definition",)),
    Section(_("Our own people"), "live_numbers", "LIVE_COUNT_ROWS", ("live_rows",)),
)


def sections_of(request: HttpRequest) -> list[tuple[Any, str, bool]]:
    """(label, address, is it here) of those that this reader may open."""
    here = request.resolver_match.url_name if request.resolver_match else ""
    found = ((one, one.address) for one in SECTIONS if could(request.user, one.thing))
    return [(one.label, address, here in (one.url_name, *one.under)) for one, address in found if address]
