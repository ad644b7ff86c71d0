"""What is written beside the figures of a place and a time, as a page or a paper shows it."""

from datetime import date

from connect.people.models import User
from outcomes import within
from outcomes.annotations.models import Annotation

MOST = 12


def beside(user: User, place_code: str, first: date, end: date) -> list[Annotation]:
    """Of the place, of what lies in it and of what it lies in; the newest, if there are many, in their order."""
    rows = Annotation.objects.visible_to(user).standing().between(first, end)
    if place_code and not rows.exists():
        return []  # as of most periods: nobody asks what lies round about
    found = rows.at(within.round_about(place_code)) if place_code else rows
    return sorted(found.order_by("-month", "-made_at")[:MOST], key=lambda one: (one.month, one.place_name))
