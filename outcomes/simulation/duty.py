"""What staff do every morning: read what came from outside, ring who waits, and say who looks after whom."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import User
from outcomes.simulation import doors, rates
from outcomes.simulation.chance import Dice
from referrals import actions
from referrals.asking import chats
from referrals.life import lateness, leading
from referrals.life.models import Late
from referrals.life.states import Level
from referrals.queue import waiting_well
from referrals.queue.models import WhileWaiting
from referrals.queue.states import Kind, Went
from referrals.safety import words
from referrals.safety.models import Heard

if TYPE_CHECKING:
    from outcomes.simulation.world import World

COME_IN = time(9, 40)


def morning(world: "World") -> None:
    """Whatever lies ready is done, by each for whom it does: connectors of this part, and the lead for its people."""
    dice = Dice(f"{world.seed} {world.part} {timezone.localdate()}")
    for who in _busy(world):
        with doors.signed_in(who):
            _reads(world, dice, who)
            _rings_who_waits(world, dice, who)
            _says_who_looks_after_them(world, dice, who)


def _busy(world: "World") -> Iterable[User]:
    """Those for whom anything lies ready in this part: asked once for all, so that nobody looks in vain."""
    with acting_as("seed"):
        unread = Heard.objects.unread().values_list("referral_id", "pk", "reader_id")
        due = WhileWaiting.objects.filter(done_at=None, due_on__lte=timezone.localdate())
        owed = due.values_list("referral_id", "referral__connector_id")
        rows = [(of or pk, reader) for of, pk, reader in unread]
        rows += [(of, who or world.cast.lead.pk) for of, who in owed]
    with acting_as("clocks"):
        returned = Late.objects.filter(level=Level.RETURNED, settled_at=None).values_list("referral_id", flat=True)
        rows += [(of, world.cast.lead.pk) for of in returned]
    busy = {who for key, who in rows if world.is_mine(key)}
    return [one for one in [world.cast.lead, *world.cast.connectors] if one.pk in busy]


def _reads(world: "World", dice: Dice, who: User) -> None:
    for row in list(Heard.objects.unread().of(who).order_by("at", "pk")):
        if row.reader_id == who.pk and world.is_mine(row.referral_id or row.pk):
            words.read(row, by=who, did=dice.one_of(rates.DID))
            world.tally["words_read"] += 1


def _rings_who_waits(world: "World", dice: Dice, who: User) -> None:
    """Their own; and the lead, whoever nobody has taken on."""
    for planned in waiting_well.due(who).select_related("referral__team__organisation").order_by("due_on", "pk"):
        theirs = planned.referral.connector_id == (None if who.pk == world.cast.lead.pk else who.pk)
        if not theirs or not world.is_mine(planned.referral_id):
            continue
        reached = dice.happens(rates.REACHED_BY["call"])
        went = Went.TAKEN if planned.kind == Kind.OFFER else Went.REACHED
        try:
            waiting_well.done(planned, went=went if reached else Went.NOT_REACHED, by=who)
        except actions.ReferralError:
            continue  # it has gone on meanwhile
        world.tally["kept_in_touch" if reached else "not_reached_while_waiting"] += 1


def _says_who_looks_after_them(world: "World", dice: Dice, who: User) -> None:
    """The lead, of those who went back unanswered."""
    if who.pk != world.cast.lead.pk:
        return
    for late in filter(lambda one: world.is_mine(one.referral_id), leading.unsettled(who).filter(level=Level.RETURNED)):
        lateness.confirm(late, looked_after_by=dice.one_of(rates.LOOKED_AFTER), note="", by=who)
        world.tally["looked_after"] += 1


def chat(world: "World", dice: Dice) -> Iterator[datetime]:
    """A worker writes down a healthy chat; nobody is named."""
    worker = dice.choice(world.cast.workers)
    asked = dice.happens(rates.CHAT_ASKED)
    said = {"came": dice.one_of(rates.CHAT_CAME)} if asked else {"why_not": dice.one_of(rates.CHAT_WHY_NOT)}
    more = asked_them(dice)
    with doors.signed_in(worker):
        chats.log(by=worker, made=actions.new_key(), **said, **(more if asked else {"asked": False}))
    world.tally["chat_asked" if asked else "chat_not_asked"] += 1
    yield from ()


def asked_them(dice: Dice) -> dict[str, object]:
    """A chat in which they were asked: how long, and how easy it felt before and would be next time."""
    return {"asked": True, "minutes": dice.randint(2, 25), "before": dice.randint(1, 4), "after": dice.randint(2, 5)}
