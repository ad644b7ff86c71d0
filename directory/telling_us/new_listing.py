"""From what a new group told us to the document of its listing."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from connect.places.models import Postcode
from directory.document import Document
from directory.states import Attending, Frequency, Kind, Platform, Status

Said = Mapping[str, Any]
AS_SAID = (
    "name", "kind", "summary", "description", "attending", "fees", "minimum_age", "maximum_age", "who_comes", "not_for",
    "joining", "how_to_join", "met_by", "transport", "contact_name", "contact_phone", "contact_email", "contact_public",
    "url", "needs", "audiences",
)  # fmt: skip
SURE = {"yes": True, "no": False, "": None}
FREE = {"free", "free.", "nothing", "no cost", "£0", "0", "am ddim"}


def document(said: Said) -> Document:
    """The whole of a new listing. Nothing is published by this: an editor decides."""
    places = _places(said)
    return {
        **{name: said[name] for name in AS_SAID},
        "status": Status.ACTIVE.value,
        "organisation": said["organisation"] or said["name"],
        "free": said["fees"].strip().lower() in FREE,
        "met_at_door": bool(said["met_by"]),
        "languages": [each.strip() for each in said["languages"].split(",") if each.strip()],
        "places": places,
        "schedules": _schedules(said, places),
        "community": _community(said),
    } | _online(said)


def _online(said: Said) -> Document:
    """A link to a group on some platform makes it one, whatever else was chosen."""
    is_online = said["platform"] or said["address"]
    return {"kind": Kind.COMMUNITY.value, "attending": Attending.ONLINE.value} if is_online else {}


def _places(said: Said) -> list[Document]:
    if said["attending"] != Attending.IN_PERSON or not said["postcode"]:
        return []
    spot = Postcode.objects.select_related("ward").filter(pk=said["postcode"]).first()
    return [
        {
            "id": str(uuid.uuid5(said["key"], "place")),
            "name": said["place"],
            "address_1": said["street"],
            "city": spot.ward.name if spot and spot.ward else "",
            "postcode": said["postcode"],
            "step_free": SURE[said["step_free"]],
            "accessible_toilet": SURE[said["toilet"]],
            "hearing_loop": SURE[said["hearing_loop"]],
            "address_public": not said["address_private"],
        }
    ]


def _schedules(said: Said, places: list[Document]) -> list[Document]:
    times = {
        "id": None,
        "place": places[0]["id"] if places else None,
        "opens_at": said["opens_at"].isoformat() if said["opens_at"] else None,
        "closes_at": said["closes_at"].isoformat() if said["closes_at"] else None,
        "description": said["times_note"],
        **_turn(said),
    }
    is_said = said["often"] != "other" or said["opens_at"] or said["times_note"] or said["days"]
    return [times] if is_said else []


def _turn(said: Said) -> Document:
    """How often, in the words of a calendar."""
    often, days, first = said["often"], said["days"], _day(said["starts_on"])
    if often == "once":
        return {"freq": Frequency.ONCE.value, "dtstart": first}
    if often in {"weekly", "other"}:
        return {"freq": Frequency.WEEKLY.value, "interval": 1, "byday": ",".join(days), "dtstart": first}
    if often == "fortnightly":
        return {"freq": Frequency.WEEKLY.value, "interval": 2, "byday": ",".join(days), "dtstart": first}
    return {"freq": Frequency.MONTHLY.value, "interval": 1, "byday": ",".join(often + day for day in days)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _community(said: Said) -> Document | None:
    if not said["address"]:
        return None
    today = timezone.localdate().isoformat()
    counted = {"members": said["members"], "members_counted_on": today} if said["members"] is not None else {}
    admins = [{"name": said["admin"], "agreed_on": today}] if said["admin"] else []
    return {
        "platform": said["platform"] or Platform.OTHER.value,
        "address": said["address"],
        "is_open": SURE[said["is_open"]],
        "not_for": said["not_for"][:300],
        "joining_steps": said["joining_steps"],
        "admins": admins,
        **counted,
    }
