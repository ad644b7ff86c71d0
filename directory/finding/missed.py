"""What is missing, read for those who can do something about it: by need, area and reason. Nobody is in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.roles import Role
from connect.places.models import Area
from directory.finding import unfound
from directory.finding.models import READERS
from directory.forms import SearchForm
from directory.models import Audience, Gap, Need, Unfound

FEWEST = 5  # what was counted less often is not told: few enough to be one person, or a slip of the finger
MOST = 200


@dataclass(frozen=True)
class Line:
    what: str
    area: str
    why: str
    times: int


def areas(user: Any) -> QuerySet[Area]:
    """The wards a commissioner commissions for; for everybody else all that were ever looked in."""
    looked_in = Area.objects.filter(pk__in=Unfound.objects.exclude(area=None).values("area")) | Area.objects.filter(
        pk__in=Gap.objects.visible_to(user).exclude(area=None).values("area")
    )
    acting = user.acting
    if acting and acting.role == Role.COM:
        return looked_in.filter(parent=acting.area_id) if acting.area_id else looked_in.none()
    return looked_in


def looked_for(areas: QuerySet[Area], area: Area | None, days: int) -> list[Line]:
    """The most wanted first. What few looked for is not among them: its words and ward could be somebody's."""
    rows = Unfound.objects.filter(day__gt=timezone.localdate() - timedelta(days=days))
    rows = rows.filter(area=area) if area else rows.filter(area__in=areas) | rows.filter(area=None)
    counted = rows.values("words", "area__name", "eased").annotate(n=Sum("times")).filter(n__gte=FEWEST)
    names = _names()
    return [
        Line(_what(row["words"], names), row["area__name"] or "", _why(row["eased"]), row["n"])
        for row in counted.order_by("-n", "words")[:MOST]
    ]


def told(user: Any, area: Area | None, days: int) -> list[Gap]:
    """What people told us, for those who may read their words."""
    since = timezone.now() - timedelta(days=days)
    rows = Gap.objects.visible_to(user).filter(at__gte=since).select_related("need", "area", "service", "read_by")
    return list((rows.filter(area=area) if area else rows)[:MOST])


def may_read(user: Any) -> bool:
    return user.acting is not None and user.acting.role in READERS


def reasons(gaps: Iterable[Gap]) -> list[tuple[str, int]]:
    """Why nothing fitted, the commonest first."""
    return Counter(gap.get_reason_display() for gap in gaps if gap.reason).most_common()


def _why(eased: str) -> str:
    return {
        "filters": _("Nothing with those filters"),
        "every_word": _("Nothing with all the words"),
        "words": _("Nothing at all"),
        unfound.WIDENED: _("Only farther away"),
    }.get(eased, "")


def _names() -> dict[str, str]:
    """What the codes of needs, audiences and filters are called."""
    names = {f"need:{need.code}": str(need) for need in Need.objects.all()}
    names |= {f"audience:{each.code}": str(each) for each in Audience.objects.all()}
    for name, field in SearchForm().fields.items():
        names[name] = str(field.label or name)
        names |= {f"{name}:{value}": str(label) for value, label in _choices(field)}
    return names


def _choices(field: Any) -> Iterable[tuple[str, str]]:
    return [(value, label) for value, label in getattr(field, "choices", ()) if value]


def _what(words: str, names: dict[str, str]) -> str:
    if words == unfound.OTHER:
        return _("Words the directory does not know")
    return names.get(words, f"“{words}”")
