"""How a crisis stands: who agreed to be checked on, and where each of them is on the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.utils import timezone

from connect.people.models import User
from connect.people.roles import Role
from referrals.crisis.models import Crisis, CrisisCheck, people_of
from referrals.crisis.states import Said, Standing
from referrals.models import Consent, Marker, Referral
from referrals.person.states import HOLDS, Mark
from referrals.states import Purpose

MOST = 200
# What makes a shut door or a cold house harder. Shown beside a name; nobody is put in order by it.
KEPT_IN_MIND = (Mark.ALONE, Mark.HOUSEBOUND, Mark.MEMORY, Mark.CARES, Mark.FALLS, Mark.SELF_HARM, Mark.OTHERS_THERE)
TOGETHER = ("referral__person", "referral__ward", "referral__connector", "referral__team", "round")


@dataclass(frozen=True)
class Agreed:
    """Of somebody's people: how many may be checked on, how many would rather not, how many nobody has asked."""

    yes: int
    no: int
    not_asked: int


def agreed(user: User) -> Agreed:
    rows = with_answer(people_of(user)).aggregate(
        yes=Count("pk", filter=_says_yes()), asked=Count("pk", filter=Q(answer__isnull=False)), all=Count("pk")
    )
    return Agreed(rows["yes"], rows["asked"] - rows["yes"], rows["all"] - rows["asked"])


def agreed_by_ward(user: User) -> dict[object, int]:
    """Of people whom the reader sees by name."""
    rows = with_answer(people_of(user)).filter(_says_yes()).order_by()
    return dict(rows.values_list("ward").annotate(n=Count("person", distinct=True)))


def with_answer(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    last = Consent.objects.filter(referral=OuterRef("pk"), purpose=Purpose.CRISIS, recipient="").order_by("-number")
    return rows.annotate(answer=Subquery(last.values("decision")[:1]), holds=Subquery(last.values("review_on")[:1]))


def _says_yes() -> Q:
    return Q(answer__in=HOLDS) & (Q(holds=None) | Q(holds__gte=timezone.localdate()))


def not_asked(user: User) -> list[Referral]:
    rows = with_answer(people_of(user)).filter(Q(answer=None) | (Q(answer__in=HOLDS) & ~_says_yes()))
    rows = rows.select_related("person", "ward", "connector").prefetch_related(_marks("person__markers"))
    return list(rows.order_by("person__given_name", "person__family_name", "pk")[:MOST])


def _marks(path: str) -> Prefetch:
    rows = Marker.objects.filter(ended_at=None, mark__in=KEPT_IN_MIND)
    return Prefetch(path, rows, to_attr="in_mind")


def counts(crisis: Crisis, user: User) -> dict[str, Any]:
    """Standing -> how many of theirs, in one question; and how many are past their clock."""
    rows = CrisisCheck.objects.of(user).filter(crisis=crisis)
    wanted = {one.value: _number(rows, one) for one in Standing if one != Standing.WELL}
    late = rows.filter(done_at=None, lead_by__lte=timezone.now())
    well = rows.filter(done_at__isnull=False).values("referral").distinct()
    return wanted | {"late": late.count(), "well": well.count()}


@dataclass(frozen=True)
class Came:
    """What came of a round, or of a whole crisis, for the people one sees."""

    asked: int = 0
    well: int = 0
    seen_to: int = 0
    open: int = 0


def came_of(user: User, by: str, keys: Iterable[object]) -> dict[object, Came]:
    """Round or crisis -> what came of it, in one question; whose yes is gone is not counted."""
    rows = CrisisCheck.objects.filter(ended_at=None, referral__in=_ever_of(user), **{f"{by}__in": list(keys)})
    done = Q(done_at__isnull=False)
    found = rows.order_by().values(by).annotate(
        asked=Count("pk"), well=Count("pk", filter=done & Q(said=Said.WELL)),
        seen_to=Count("pk", filter=done & Q(said=Said.NEEDS)), open=Count("pk", filter=~done),
    )  # fmt: skip
    return {one.pop(by): Came(**one) for one in found}


def _ever_of(user: User) -> QuerySet[Referral]:
    """Also who has gone their own way since."""
    rows = Referral.objects.visible_to(user)
    return (rows if user.acting.role == Role.TL else rows.filter(connector=user)).values("pk")


def _number(rows: QuerySet[CrisisCheck], where: str) -> int:
    return rows.standing(where).count()


def listed(crisis: Crisis, user: User, where: str) -> list[CrisisCheck]:
    """In the order in which they are rung."""
    rows = in_order(CrisisCheck.objects.of(user).filter(crisis=crisis).standing(where)).select_related(*TOGETHER)
    if where == Standing.WELL:
        rows = rows.order_by("-done_at")
    return list(rows.prefetch_related(_marks("referral__person__markers"))[:MOST])


def in_order(rows: QuerySet[CrisisCheck]) -> QuerySet[CrisisCheck]:
    """Who asked comes first, then whoever was tried least, then whose clock runs out first."""
    asks = Case(When(said=Said.RING, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.annotate(asks=asks).order_by("asks", "tries", "lead_by", "pk")


def next_to_ring(check: CrisisCheck, user: User) -> CrisisCheck | None:
    rows = CrisisCheck.objects.of(user).filter(crisis=check.crisis_id).standing(Standing.RING)
    return in_order(rows.exclude(pk=check.pk)).first()


def people_in(checks: Iterable[CrisisCheck]) -> list[object]:
    """For the record of who was seen."""
    return [one.referral.person_id for one in checks]
