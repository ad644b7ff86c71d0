"""The tenant's list, and how far somebody is: said by themselves, or seen by whoever leads them."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from connect.people.models import Membership, User
from connect.people.roles import Role
from connect.people.training.competencies.models import Competency, CompetencyRating
from connect.people.training.competencies.presets import PORTSMOUTH


class NotTheirs(Exception):
    """Somebody whom they do not lead, or themselves."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed this line since the page was drawn."""


@transaction.atomic
def take_up_preset() -> int:
    """Portsmouth's five, as far as they were not taken up before; what was ended stays ended."""
    last = Competency.objects.aggregate(n=Max("place"))["n"] or 0
    there = set(Competency.objects.exclude(preset="").values_list("preset", flat=True))
    new = [one for one in PORTSMOUTH if one.key not in there]
    for n, one in enumerate(new, 1):
        Competency.objects.create(name=str(one.name), about=str(one.about), preset=one.key, place=last + n)
    return len(new)


@transaction.atomic
def add(*, name: str, about: str = "") -> Competency:
    """One more line; the same name twice is one."""
    there = Competency.objects.now().filter(name__iexact=name).first()
    last = Competency.objects.aggregate(n=Max("place"))["n"] or 0
    return there or Competency.objects.create(name=name, about=about, place=last + 1)


@transaction.atomic
def reword(line: Competency, *, name: str, about: str, seen: str) -> None:
    held = Competency.objects.select_for_update().get(pk=line.pk)
    if held.changed_at.isoformat() != seen:
        raise ChangedMeanwhile
    held.name, held.about = name, about
    held.save()


def end(line: Competency) -> None:
    """No longer on the list; what was said of it stays with whom it was said of."""
    Competency.objects.filter(pk=line.pk, ended_at=None).update(ended_at=timezone.now())


@transaction.atomic
def rate(*, levels: Mapping[Competency, int], by: User) -> int:
    """Of oneself. What is said as it was said last makes no new row."""
    return _write(by.acting, levels, by, observed=False)


@transaction.atomic
def observe(membership: Membership, *, levels: Mapping[Competency, int], by: User) -> int:
    """As their lead saw it. Raises NotTheirs for anybody else, and for oneself."""
    if not led_by(by).filter(pk=membership.pk).exists():
        raise NotTheirs
    return _write(membership, levels, by, observed=True)


def led_by(user: User) -> object:
    """The colleagues whom somebody leads: of their organisation, or of their team; never they themselves."""
    acting = user.acting
    if acting is None or acting.role not in (Role.LEAD, Role.TL):
        return Membership.objects.none()
    theirs = Membership.objects.current().filter(organisation=acting.organisation_id).exclude(user=user)
    return theirs.filter(team=acting.team_id) if acting.role == Role.TL else theirs


def _write(of: Membership, levels: Mapping[Competency, int], by: User, *, observed: bool) -> int:
    rows = CompetencyRating.objects.filter(user=of.user_id, observed=observed)
    last = {row.competency_id: row.level for row in rows.latest()}
    new = [
        CompetencyRating(
            competency=one, user_id=of.user_id, organisation_id=of.organisation_id, team_id=of.team_id, by=by,
            observed=observed, level=level,
        )
        for one, level in levels.items()
        if last.get(one.pk) != level
    ]  # fmt: skip
    CompetencyRating.objects.bulk_create(new)
    return len(new)
