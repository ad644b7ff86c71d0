"""What is answered through a link besides whether they went: by an organiser who is asked, by a person who went."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from connect.messaging.models import Link
from directory.models import Service
from outcomes.simulation import around, clock, doors, rates
from outcomes.simulation.life import Life
from referrals.belonging import Occasion
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.introductions import answering, settling
from referrals.introductions.models import Introduction
from referrals.introductions.states import Said


def of_organiser(life: Life, service: Service, occasion: Occasion) -> Iterator[datetime]:
    """The session they are expected at in the end; None where the group is full and they look elsewhere."""
    if service.pk in life.world.cast.mute or (row := _introduction(life, occasion)) is None:
        return occasion
    yield from life.until(min(clock.at_home(life.dice, (0, 2)), occasion.starts_at))
    said = life.dice.one_of({Said.FULL: rates.FULL, Said.ANOTHER: rates.ANOTHER_DAY, Said.YES: rates.EXPECTS})
    if not _says(life, service, row, said) or said == Said.YES:
        return occasion
    yield from life.office((0, 2))
    if said != Said.FULL:
        return _moves(life, row, occasion)
    if life.dice.happens(rates.WAITS) and (placed := (yield from around.waits(life, service, row))):
        return placed
    return _looks_elsewhere(life, row)


def _introduction(life: Life, occasion: Occasion) -> Introduction | None:
    with life.at_desk():
        return Introduction.objects.filter(occasion=occasion).first()


def _says(life: Life, service: Service, row: Introduction, said: str) -> bool:
    """Through the link in their e-mail; False where none was sent, or the day has been."""
    link = doors.sent("introduction", row.pk)
    if link is None:
        return False
    other = introductions.coming(service)[1:2] if said == Said.ANOTHER else []
    if said == Said.ANOTHER and not other:
        return False
    with doors.holding(link):
        found = Introduction.objects.select_related(*answering.FULL).filter(pk=row.pk).first()
        if found is None or not found.is_open or found.occasion.called_off_at:
            return False
        answering.answer(found, said=said, other_at=other[0].starts_at if other else None, link_id=link.pk)
    life.note({Said.FULL: "full", Said.ANOTHER: "another_day"}.get(said, "expects_them"))
    return True


def _looks_elsewhere(life: Life, row: Introduction) -> None:
    with life.at_desk():
        found = Introduction.objects.select_related("referral__team").get(pk=row.pk)
        if found.needs_settling:
            settling.look_elsewhere(found, by=life.connector)


def _moves(life: Life, row: Introduction, occasion: Occasion) -> Occasion:
    """The other day suits them; where it has been meanwhile, it stays as it was."""
    with life.at_desk():
        now = Introduction.objects.select_related("referral__team").get(pk=row.pk)
        if now.other_at is None or now.other_at <= timezone.now():
            return occasion
        return settling.move(now, starts_at=now.other_at, by=life.connector)


def how_it_was(life: Life, occasion: Occasion, link: Link) -> None:
    """The second question of the same page, as its holder."""
    if life.dice.happens(rates.ANSWERS_HOW):
        felt = life.dice.one_of(rates.FEELS)
        going.note_how_it_was(occasion, answer=felt, link=link)
        life.note(f"it_was_{felt}")
