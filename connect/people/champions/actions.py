"""Every step of a champion: asking, showing that the address is theirs, being granted, thanked, leaving."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.identity import acting_as
from connect.messaging import links
from connect.people.champions import access, letters
from connect.people.champions.models import Brand, Champion, Thanks, key_of
from connect.people.champions.states import May, Standing
from connect.people.models import Organisation, Team, User
from connect.places.models import Area

OWN = ("name", "phone", "tier", "words")


class CannotMove(Exception):
    """Somebody was faster, or this step does not follow from where they are."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed it since the page was drawn."""


@transaction.atomic
def ask(*, form_key: uuid.UUID, email: str, wards: Iterable[Area], language: str = "en", **said: Any) -> None:
    """Somebody would like to help. The same letter goes out whether or not we know the address, and says nothing of it.

    Whoever is with us already changes nothing by filling in the form again: their page is for that.
    """
    key, wards = key_of(email), list(wards)
    with acting_as("front_door", scope=[key]):
        new = Champion(id=key, email=email, language=language, kept_by=_keeper(wards), **said)
        Champion.objects.bulk_create([new], ignore_conflicts=True)
        held = Champion.objects.select_for_update(no_key=True).get(pk=key)
        if held.standing in (Standing.ASKED, Standing.LEFT):
            _begin_anew(held, new, wards)
        letters.own_page(held, cause=f"asked:{form_key}")


def _begin_anew(held: Champion, new: Champion, wards: list[Area]) -> None:
    fields = {name: getattr(new, name) for name in (*OWN, "email", "language", "kept_by")}
    fields |= {"standing": Standing.ASKED, "left_at": None, "may": [], "asked_at": timezone.now()}
    Champion.objects.filter(pk=held.pk).update(**fields)
    for name, value in fields.items():
        setattr(held, name, value)
    held.wards.set(wards)


def _keeper(wards: list[Area]) -> Organisation | None:
    """Whoever runs the team of the first ward that has one; otherwise every coordinator sees them."""
    team = Team.objects.filter(areas__in=wards).select_related("organisation").order_by("name", "pk").first()
    return team.organisation if team else None


@transaction.atomic
def ask_again(*, form_key: uuid.UUID, email: str) -> None:
    """The way to one's own page once more. To an address that is not with us, nothing goes."""
    key = key_of(email)
    with acting_as("front_door", scope=[key]):
        held = Champion.objects.filter(pk=key).exclude(standing=Standing.LEFT).first()
        if held:
            letters.own_page(held, cause=f"again:{form_key}")


@transaction.atomic
def prove(champion: Champion) -> None:
    """They hold the mailbox; now a coordinator answers."""
    _move(champion, Standing.WAITING)


@transaction.atomic
def say_anew(champion: Champion, *, wards: Iterable[Area], **said: Any) -> None:
    """What they themselves may change of it."""
    Champion.objects.filter(pk=champion.pk).update(**said, changed_at=timezone.now())
    champion.wards.set(wards)


@transaction.atomic
def grant(champion: Champion, *, may: Iterable[str], wards: Iterable[Area], seen: str = "", by: User) -> None:
    """What they may do, and where. The first time it is also the yes. Raises ChangedMeanwhile."""
    held = _held(champion, seen)
    begins = held.standing != Standing.ACTIVE
    if begins:
        _move(held, Standing.ACTIVE, begun_at=timezone.now())
    before, now = set(held.may), [one for one in May.values if one in set(may)]
    body = held.kept_by or by.acting.organisation
    Champion.objects.filter(pk=held.pk).update(may=now, granted_by=by, kept_by=body, changed_at=timezone.now())
    held.may, held.kept_by = now, body
    held.wards.set(wards)
    _open_page(held)
    access.follow(held, before=before, by=by)
    rights_changed(what="champion", about=held.pk, by=by, detail=" ".join(now))
    if begins or set(now) != before:
        letters.granted(held, by=by)


def _held(champion: Champion, seen: str) -> Champion:
    held = Champion.objects.select_for_update(no_key=True, of=("self",)).select_related("kept_by").get(pk=champion.pk)
    if seen and held.changed_at.isoformat() != seen:
        raise ChangedMeanwhile
    return held


def _open_page(champion: Champion) -> None:
    """Their page for passing on is there while they may do so; its address stays the same."""
    ward = champion.wards.order_by("name").first()
    now = {"is_open": champion.is_active and May.SIGNPOST in champion.may, "ward": ward}
    Brand.objects.update_or_create(champion=champion, defaults=now)


@transaction.atomic
def decline(champion: Champion, *, by: User) -> None:
    """Not this time. A coordinator says so in person: no letter leaves."""
    _move(champion, Standing.DECLINED)
    rights_changed(what="champion_declined", about=champion.pk, by=by)


@transaction.atomic
def thank(champion: Champion, *, words: str, key: uuid.UUID, by: User) -> Thanks:
    """Written down and sent, once for each form."""
    row = Thanks(id=key, champion=champion, words=words, by=by)
    Thanks.objects.bulk_create([row], ignore_conflicts=True)
    letters.thanks(champion, row, by=by)
    return row


@transaction.atomic
def ask_for_brand(champion: Champion, *, name: str, logo: bytes | None) -> None:
    """The name of their shop or group beside ours: shown once a coordinator has looked at it."""
    now = {"asked_name": name, "asked_at": timezone.now()} | ({"asked_logo": logo} if logo else {})
    Brand.objects.filter(champion=champion).update(**now)


@transaction.atomic
def settle_brand(champion: Champion, *, agreed: bool, by: User) -> None:
    """A yes puts it on their page and their poster; a no leaves both as they were."""
    brand = Brand.objects.select_for_update().get(champion=champion)
    if not brand.waits:
        raise CannotMove
    if agreed:
        brand.name, brand.agreed_at = brand.asked_name, timezone.now()
        brand.logo = (brand.asked_logo or brand.logo) if brand.asked_name else None
    brand.asked_name, brand.asked_logo, brand.asked_at = "", None, None
    brand.save()
    rights_changed(what="brand_agreed" if agreed else "brand_refused", about=champion.pk, by=by)


@transaction.atomic
def leave(champion: Champion, *, by: User | None = None) -> None:
    """Nothing of who they were is kept: name, address, words, thanks and page go, and their links open nothing."""
    held = _held(champion, "")
    access.take_back(held, by=by)
    _move(held, Standing.LEFT, left_at=timezone.now(), name="", email="", phone="", words="", may=[])
    Brand.objects.filter(champion=held).delete()
    Thanks.objects.filter(champion=held).delete()
    links.revoke(held.pk)
    letters.stop(held)
    rights_changed(what="champion_left", about=held.pk, by=by)


def _move(champion: Champion, to: str, **more: Any) -> None:
    """The only writer of `standing`."""
    now = {"standing": to, "changed_at": timezone.now(), **more}
    rows = Champion.objects.filter(pk=champion.pk, standing=champion.standing)
    if not champion.can_move_to(to) or not rows.update(**now):
        raise CannotMove
    for name, value in now.items():
        setattr(champion, name, value)
