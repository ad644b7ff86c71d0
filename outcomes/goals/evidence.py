"""What is known already and may speak for a goal: sessions, connections, readings. Nothing is typed a second time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.templatetags.look import date_only
from outcomes.goals.models import Goal
from outcomes.measuring import comparing, words
from outcomes.measuring.comparing import Pair
from referrals.belonging import Connection, Occasion
from referrals.models import Referral
from referrals.states import Answer, Step

ATTENDANCE, CONNECTIONS = "attendance", "connections"
GOES = (Step.ATTENDING, Step.SETTLED)


@dataclass(frozen=True)
class Known:
    """`kind` as an outcome of the framework names it; `ref` is what a rating keeps of it."""

    ref: str
    kind: str
    sentence: str


def known(referral: Referral) -> list[Known]:
    """Everything there is, in the same number of statements however much that is."""
    occasions = Occasion.objects.order_by("starts_at").prefetch_related("attendances")
    rows = Connection.objects.filter(referral=referral).select_related("service")
    found = [one for row in rows.prefetch_related(Prefetch("occasions", occasions)) for one in _of_connection(row)]
    return found + [_of_pair(pair) for pair in comparing.pairs(referral.readings.all())]


def _of_connection(row: Connection) -> list[Known]:
    went = [timezone.localdate(one.starts_at) for one in row.occasions.all() if one.confirmed == Answer.WENT]
    found = [Known(f"session:{row.pk}", ATTENDANCE, _went(row, went))] if went else []
    if row.state in GOES:
        said = _("%(group)s: %(state)s") % {"group": row.service.name, "state": row.get_state_display().lower()}
        found.append(Known(f"connection:{row.pk}", CONNECTIONS, said))
    return found


def _went(row: Connection, days: Sequence[date]) -> str:
    said = ngettext("Went to %(group)s once, on %(day)s", "Went to %(group)s %(n)s times, last on %(day)s", len(days))
    return said % {"group": row.service.name, "n": len(days), "day": date_only(max(days))}


def _of_pair(pair: Pair) -> Known:
    key, (_item, change) = pair.before.instrument, pair.lines[0]
    said = {"name": words.script(key).name, "change": comparing.in_words(change), "n": pair.weeks}
    if len(pair.lines) > 1:
        said["change"] = _("asked twice")
    return Known(f"reading:{pair.after.pk}", key, _("%(name)s: %(change)s, %(n)s weeks apart") % said)


def suggested(goal: Goal, rows: Iterable[Known]) -> list[Known]:
    """What the goal's outcomes take for evidence; where they name nothing, or it is tied to none, everything."""
    kinds = {kind for outcome in goal.outcomes for kind in outcome.evidence}
    return [one for one in rows if not kinds or one.kind in kinds]


def rests_on(refs: Iterable[str], rows: Iterable[Known]) -> list[str]:
    """What a rating rested on, as it stands today."""
    sentences = {one.ref: one.sentence for one in rows}
    return [sentences[ref] for ref in refs if ref in sentences]
