"""Web addresses that a listing may give: the thing itself, at the true host, and never somebody's own profile."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA

from directory.states import Platform

LONGEST = 500
# Hosts that are the platform, and nobody else's. Anything that only looks like one is refused.
HOSTS = {
    "facebook": {"facebook.com", "fb.com"},
    "whatsapp": {"whatsapp.com", "wa.me"},
    "nextdoor": {"nextdoor.co.uk", "nextdoor.com"},
    "instagram": {"instagram.com"},
    "discord": {"discord.gg", "discord.com"},
    "meetup": {"meetup.com"},
}
IN_FRONT = re.compile(r"^(?:www|m|web|mobile|mbasic|touch|chat|[a-z]{2}-[a-z]{2})\.")
# They lead elsewhere, and to another place tomorrow: nobody can check what such an address says.
SHORTENERS = frozenset({
    "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly", "fb.me", "m.me",
    "l.facebook.com", "lm.facebook.com", "l.instagram.com", "tiny.cc", "shorturl.at", "s.id", "t.ly",
})  # fmt: skip
# Letters of other alphabets and figures that pass for ours.
LOOK_ALIKE = str.maketrans("0134578$аеорсухіјѕԁɡοαενιτƅ", "oleastbsaeopcyxijsdgoaevitb")
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\\]")
PORTS = {None, 80, 443}
# jane.smith.12 is how a person's own page is called; a group's seldom has a dot between two names.
PERSONS_SLUG = re.compile(r"[a-z]+\.[a-z]+(?:\.\d+)?", re.I)
PLATFORM_OF = {
    Platform.FACEBOOK_GROUP: "facebook",
    Platform.FACEBOOK_PAGE: "facebook",
    Platform.WHATSAPP: "whatsapp",
    Platform.NEXTDOOR: "nextdoor",
    Platform.INSTAGRAM: "instagram",
    Platform.DISCORD: "discord",
    Platform.MEETUP: "meetup",
}


class BadAddress(ValueError):
    """`message` is for whoever typed it: what is wrong, and what to do."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Read:
    """An address taken apart: its host without what stands in front, and its path."""

    scheme: str
    host: str
    bare: str
    path: list[str]
    split: SplitResult


def check(url: str, platform: str = "") -> str:
    """The address as it is stored; raises BadAddress. With a platform, it has to be there, and the thing itself."""
    read = _read(url)
    _no_look_alike(read.bare)
    brand = brand_of(read.bare)
    if platform in PLATFORM_OF and brand != PLATFORM_OF[platform]:
        raise BadAddress(
            _("This is not an address on %(platform)s. Check the link, or choose what it is")
            % {"platform": Platform(platform).label}
        )
    kept = BRANDS[brand](read, platform) if brand in BRANDS else read.split.geturl()
    if len(kept) > LONGEST:
        raise BadAddress(_("This address is too long. Leave out what follows the question mark"))
    return kept


def platform_of(url: str) -> str:
    """Which platform an address is on; "" where it is none of them, or no address."""
    try:
        read = _read(url)
    except BadAddress:
        return ""
    brand = brand_of(read.bare)
    if brand == "facebook":
        return Platform.FACEBOOK_GROUP if read.path[:1] == ["groups"] else Platform.FACEBOOK_PAGE
    return next((platform for platform, name in PLATFORM_OF.items() if name == brand), "")


def brand_of(host: str) -> str:
    return next((brand for brand, hosts in HOSTS.items() if host in hosts), "")


def _read(url: str) -> Read:
    said = unicodedata.normalize("NFC", url.strip())
    example = _("Enter a web address, like https://www.example.org")
    if not said or UNSEEN.search(said):
        raise BadAddress(example)
    if not re.match(r"[a-z][a-z0-9+.-]*://", said, re.I):
        if re.match(r"(?:mailto|tel|javascript|data|file|vbscript|sms):", said, re.I):
            raise BadAddress(example)
        said = f"https://{said}"
    try:
        split = urlsplit(said)
        host, port = (split.hostname or "").rstrip("."), split.port
    except ValueError:
        raise BadAddress(example) from None
    if split.scheme.lower() not in ("http", "https") or port not in PORTS or split.username or split.password:
        raise BadAddress(example)
    host = _plain_host(host)
    if host in SHORTENERS:
        raise BadAddress(_("This is a shortened link. Open it, then copy the address it leads to"))
    path = "/".join(quote(part, safe="%!$&'()*+,;=:@~-._") for part in split.path.split("/"))
    clean = split._replace(scheme=split.scheme.lower(), netloc=host, path=path, fragment="")
    return Read(clean.scheme, host, IN_FRONT.sub("", host), [part for part in path.split("/") if part], clean)


def _plain_host(host: str) -> str:
    """In the letters of a host name. One with letters of other alphabets is a trick, or is written xn--."""
    wrong = BadAddress(_("We do not know this kind of address. Copy it from the bar of the browser"))
    try:
        ip_address(host)
    except ValueError:
        pass
    else:
        raise wrong
    labels = host.lower().split(".")
    if len(labels) < 2 or len(host) > 253 or not re.fullmatch(r"[a-z]{2,24}", labels[-1]):
        raise wrong
    if any(label.startswith("xn--") or not LABEL.fullmatch(label) for label in labels):
        raise wrong
    return ".".join(labels)


def _no_look_alike(host: str) -> None:
    """facebook.com.example.net, faceb00k.com, facebook-groups.com, rnetup.com: none of them is what it seems."""
    if brand_of(host) or any(host.endswith(f".{true}") for hosts in HOSTS.values() for true in hosts):
        return
    parts = {part for label in host.split(".")[:-1] for part in (label, *label.split("-"))}
    if any(_passes_for(part.translate(LOOK_ALIKE), brand) for part in parts for brand in HOSTS):
        raise BadAddress(_("This only looks like a well-known site. Open the real one and copy its address"))


def _passes_for(part: str, brand: str) -> bool:
    """One slip away, or with the name in it; a short name only as it stands, since words of every day are near it."""
    seen = part.replace("rn", "m").replace("vv", "w").replace("cl", "d")
    return seen == brand or (len(brand) > 6 and (brand in seen or OSA.distance(seen, brand, score_cutoff=1) <= 1))


def _persons_own() -> BadAddress:
    return BadAddress(_("This is somebody’s own profile. Give the address of the group or page itself"))


def _the_thing(what: str) -> BadAddress:
    return BadAddress(
        _("This does not lead to the %(what)s itself. Open it, then copy the address from the bar of the browser")
        % {"what": what}
    )


FACEBOOKS_OWN = frozenset({
    "login", "login.php", "messages", "friends", "marketplace", "photo", "photo.php", "photos", "watch", "reel",
    "reels", "share", "sharer", "sharer.php", "story.php", "permalink.php", "hashtag", "search", "help", "settings",
    "notifications", "gaming", "home.php", "dialog", "l.php", "plugins", "policies", "stories", "posts", "video.php",
})  # fmt: skip


def _facebook(read: Read, platform: str) -> str:
    first = read.path[0].lower() if read.path else ""
    if first in ("profile.php", "people", "friends"):
        raise _persons_own()
    if first == "groups":
        if len(read.path) < 2 or not re.fullmatch(r"[\w.-]{2,100}", read.path[1]) or read.path[1].lower() == "feed":
            raise _the_thing(_("group"))
        if platform == Platform.FACEBOOK_PAGE:
            raise BadAddress(_("This is a Facebook group, not a page. Choose Facebook group"))
        return f"https://www.facebook.com/groups/{read.path[1]}"
    if platform == Platform.FACEBOOK_GROUP:
        raise _persons_own() if PERSONS_SLUG.fullmatch(first) else _the_thing(_("group"))
    return _facebook_page(read, first)


def _facebook_page(read: Read, first: str) -> str:
    if not first or first in FACEBOOKS_OWN:
        raise _the_thing(_("page"))
    if PERSONS_SLUG.fullmatch(first):
        raise _persons_own()
    long = {"pages": 3, "p": 2, "events": 2, "pg": 2}.get(first, 1)
    if len(read.path) < long:
        raise _the_thing(_("page"))
    return f"https://www.facebook.com/{'/'.join(read.path[:long])}"


def _whatsapp(read: Read, _platform: str) -> str:
    if read.bare == "wa.me" or "phone" in parse_qs(read.split.query):
        raise BadAddress(_("This is somebody’s own number. Give the invitation to the group itself"))
    if read.host == "chat.whatsapp.com" and read.path:
        code = read.path[1] if read.path[0] == "invite" and len(read.path) > 1 else read.path[0]
        return f"https://chat.whatsapp.com/{code}"
    if read.path[:1] == ["channel"] and len(read.path) > 1:
        return f"https://www.whatsapp.com/channel/{read.path[1]}"
    raise _the_thing(_("group"))


def _nextdoor(read: Read, _platform: str) -> str:
    if read.path[:1] in (["profile"], ["profiles"], ["inbox"]):
        raise _persons_own()
    if len(read.path) < 2:
        raise _the_thing(_("group"))
    return f"https://{read.bare}/{'/'.join(read.path)}"


def _instagram(read: Read, _platform: str) -> str:
    if not read.path or read.path[0].lower() in {
        "p",
        "reel",
        "reels",
        "stories",
        "explore",
        "accounts",
        "direct",
        "tv",
    }:
        raise _the_thing(_("page"))
    return f"https://www.instagram.com/{read.path[0]}"


def _discord(read: Read, _platform: str) -> str:
    if read.path[:1] == ["users"]:
        raise _persons_own()
    if read.bare == "discord.gg" and read.path:
        return f"https://discord.gg/{read.path[0]}"
    if read.path[:1] == ["invite"] and len(read.path) > 1:
        return f"https://discord.gg/{read.path[1]}"
    raise _the_thing(_("group"))


def _meetup(read: Read, _platform: str) -> str:
    path = read.path[1:] if read.path and re.fullmatch(r"[a-z]{2}(?:-[A-Za-z]{2})?", read.path[0]) else read.path
    if path[:1] in (["members"], ["profile"]):
        raise _persons_own()
    if not path:
        raise _the_thing(_("group"))
    return f"https://www.meetup.com/{path[0]}"


BRANDS: dict[str, Callable[[Read, str], str]] = {
    "facebook": _facebook,
    "whatsapp": _whatsapp,
    "nextdoor": _nextdoor,
    "instagram": _instagram,
    "discord": _discord,
    "meetup": _meetup,
}
