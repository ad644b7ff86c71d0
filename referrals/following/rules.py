"""The table of what follows: from what is known about somebody's sessions to what is owed to them. Decides nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from referrals.following.states import Kind
from referrals.states import Answer, Ended, Step

WITHOUT_WORD = timedelta(days=3)  # after the first session nobody has said a word about
MISSED, CAME = 2, 3


@dataclass(frozen=True)
class Seen:
    """A session that is over: `known` is went, not, or "" while nobody has said or two who say differ."""

    on: date
    known: str = ""
    key: UUID | None = None


@dataclass(frozen=True)
class Known:
    """All that the rules look at. `sessions` oldest first; `dealt_with` says up to which day each kind was seen to."""

    state: str
    today: date
    sessions: tuple[Seen, ...] = ()
    dealt_with: Mapping[str, date] = field(default_factory=dict)
    ended_why: str = ""
    ended_on: date | None = None

    def fresh(self, kind: str) -> list[Seen]:
        """A session that was spoken about once is not brought up again."""
        since = self.dealt_with.get(kind)
        return [one for one in self.sessions if since is None or one.on > since]


def did_not_go_the_first_time(known: Known) -> Seen | None:
    """The last session they were expected at was not theirs; or nobody has said a word about it for days."""
    if any(one.known == Answer.WENT for one in known.sessions):
        return None
    last = next(reversed(known.fresh(Kind.NOT_STARTED)), None)
    if last is None or (last.known == "" and known.today - last.on < WITHOUT_WORD):
        return None
    return last


def missed_two(known: Known) -> Seen | None:
    """The last two of which we know. What nobody has said anything about is no absence."""
    told = [one for one in known.fresh(Kind.TWO_MISSED) if one.known]
    last = told[-MISSED:]
    return last[-1] if len(last) == MISSED and {one.known for one in last} == {Answer.NOT} else None


def came_three_times(known: Known) -> Seen | None:
    """Three sessions confirmed, since they were last asked."""
    came = [one for one in known.fresh(Kind.SETTLED) if one.known == Answer.WENT]
    return came[-1] if len(came) >= CAME else None


def nobody_asked_why(known: Known) -> Seen | None:
    """It ended, and nobody has asked why since."""
    asked = known.dealt_with.get(Kind.ASK_WHY)
    ended_on = known.ended_on or known.today
    if known.ended_why not in ("", Ended.NOT_ASKED) or (asked and asked >= ended_on):
        return None
    return Seen(ended_on)


@dataclass(frozen=True)
class Rule:
    """In these states, if `holds` names a session, this is owed."""

    owed: Kind
    states: frozenset[str]
    holds: Callable[[Known], Seen | None]


RULES = (
    Rule(Kind.NOT_STARTED, frozenset({Step.INTRODUCED}), did_not_go_the_first_time),
    Rule(Kind.TWO_MISSED, frozenset({Step.ATTENDING, Step.SETTLED}), missed_two),
    Rule(Kind.SETTLED, frozenset({Step.ATTENDING}), came_three_times),
    Rule(Kind.ASK_WHY, frozenset({Step.STOPPED, Step.NOT_FOR_THEM, Step.DID_NOT_START}), nobody_asked_why),
)
DERIVED = frozenset(rule.owed for rule in RULES)


def owed(known: Known) -> dict[str, Seen]:
    """Kind -> the session after which it is owed."""
    found = {rule.owed: rule.holds(known) for rule in RULES if known.state in rule.states}
    return {kind: seen for kind, seen in found.items() if seen is not None}
