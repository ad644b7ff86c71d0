"""What the page of an online community says besides the listing's own words."""

from typing import Any

from directory.models import OnlineCommunity, Service, in_steps
from directory.states import Platform

# What people call it: these are names, and are not translated.
BRANDS = {
    Platform.FACEBOOK_GROUP: "Facebook",
    Platform.FACEBOOK_PAGE: "Facebook",
    Platform.WHATSAPP: "WhatsApp",
    Platform.NEXTDOOR: "Nextdoor",
    Platform.INSTAGRAM: "Instagram",
    Platform.DISCORD: "Discord",
    Platform.MEETUP: "Meetup",
}


def of(service: Service) -> dict[str, Any]:
    """Empty for a listing that is no online community. Everybody in `admins` has said yes to being named."""
    community: OnlineCommunity | None = getattr(service, "community", None)
    if community is None:
        return {"community": None}
    admins = list(community.admins.all())
    return {
        "community": community,
        "admins": admins,
        "lets_in": admins[0].name.split(" ")[0] if admins else "",
        "brand": BRANDS.get(community.platform, ""),
        "steps": in_steps(community.joining_steps) or service.first_steps,
    }
