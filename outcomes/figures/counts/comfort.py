"""How asking went for those who ask: how easy it felt before and after, why nobody asked, whose work it was.

A chat names no worker, so these are figures of chats. Jobs stand together in four groups, so that none is one worker.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from statistics import fmean
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from connect.people.roles import Job
from outcomes.figures.counting import WHOLE, Count, Cut, Seen, Span, Thing, Value
from outcomes.figures.counts.chats import ASKED, chats, had
from referrals.asking.models import Came, WhyNot

GROUPS = (
    ("housing", _("Housing"), (Job.HOUSING,)),
    ("safety", _("Police and fire"), (Job.POLICE, Job.FIRE)),
    ("health", _("Nursing, health"), (Job.NURSE, Job.GP)),
    ("others", _("All others"), ()),
)
OF_JOB = {job: key for key, _title, jobs in GROUPS for job in jobs}
REASONS = Cut("why_not_asked", _("Why nobody asked"), tuple(WhyNot.choices))
WORK = Cut("work", _("Whose work it was"), tuple((key, title) for key, title, _jobs in GROUPS))
# A reader knows that these add up.
SUMS = [("chats", ("chats_asked", "chats_not_asked")), ("chats_asked", ("chats_assisted", "chats_rather_not"))]


def group_of(job: str) -> str:
    return OF_JOB.get(job, "others")


def not_asked(span: Span) -> Iterator[Thing]:
    return _cut(span, Q(asked=False), "why_not", str)


def by_work(span: Span) -> Iterator[Thing]:
    return _cut(span, Q(), "job", group_of)


def _cut(span: Span, what: Q, field: str, category: Any) -> Iterator[Thing]:
    """Shown of the whole area alone, so one without a ward may stand in any."""
    rows = chats(span).filter(span.within("at"), what).values_list("ward", field)
    return (Thing(ward or span.wards[0].pk, category(said)) for ward, said in rows)


def felt(span: Span, group: str = "") -> Iterator[Seen]:
    rows = chats(span).filter(span.within("at"), before__isnull=False, after__isnull=False)
    for ward, job, before, after in rows.values_list("ward", "job", "before", "after"):
        if not group or group_of(job) == group:
            yield Seen(ward or span.wards[0].pk, (before, after))


def before_and_after(seen: Sequence[Seen]) -> dict[str, Any]:
    """Means to a tenth, of the same chats."""
    return {
        "before": round(fmean(one.value[0] for one in seen), 1),
        "after": round(fmean(one.value[1] for one in seen), 1),
    }


COUNTS = [
    Count(
        key="chats_not_asked", title=_("Not asked"), part_of="chats", shape=WHOLE,
        counted=lambda span: had(span, Q(asked=False)),
    ),
    Count(
        key="chats_not_asked_by_reason", title=_("Not asked, by reason"), total="chats_not_asked", cut=REASONS,
        shape=WHOLE, counted=not_asked,
    ),
    Count(
        key="chats_rather_not", title=_("Would rather not talk about it"), part_of="chats_asked", shape=WHOLE,
        counted=lambda span: had(span, ASKED & Q(came=Came.RATHER_NOT)),
    ),
    Count(key="chats_by_work", title=_("Chats, by whose work it was"), total="chats", cut=WORK, shape=WHOLE,
          counted=by_work),
]  # fmt: skip

VALUES = [
    Value(key="comfort", title=_("How easy asking felt"), gathered=felt, worked=before_and_after, shape=WHOLE),
    *(
        Value(key=f"comfort_{key}", title=title, gathered=partial(felt, group=key), worked=before_and_after,
              shape=WHOLE)
        for key, title, _jobs in GROUPS
    ),
]  # fmt: skip
