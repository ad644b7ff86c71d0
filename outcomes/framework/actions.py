"""A new version of a framework, for one scheme. What goals already point at is never edited."""

from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction

from connect.people.models import Scheme, User
from outcomes.framework.models import Aim, Framework, Outcome
from outcomes.framework.writing import Typed


class SomebodyWasFaster(Exception):
    """A colleague has made a version since the page was drawn."""


@transaction.atomic
def revise(
    slug: str,
    *,
    seen: int,
    scheme: Scheme,
    title: str,
    aims: Sequence[Typed],
    by: User,
    made: Mapping[str, object],
    in_use: bool = True,
) -> Framework:
    """The next version, in this scheme alone; `seen` is the one the page was drawn from, 0 for a new one."""
    if earlier := Framework.objects.filter(key=made["key"]).first():
        return earlier
    Scheme.objects.select_for_update(no_key=True).get(pk=scheme.pk)
    now = Framework.objects.of_scheme(scheme.pk).filter(slug=slug).first()
    if (now.version if now else 0) != seen:
        raise SomebodyWasFaster
    return _written(slug, now, scheme=scheme, title=title, aims=aims, in_use=in_use, made_by=by, **made)


def _written(slug: str, now: Framework | None, *, aims: Sequence[Typed], **fields: object) -> Framework:
    version, source = (now.version + 1, now.source) if now else (1, "")
    try:
        with transaction.atomic():
            made = Framework.objects.create(slug=slug, version=version, source=source, **fields)
    except IntegrityError as error:
        raise SomebodyWasFaster from error
    for place, row in enumerate(aims, 1):
        aim = Aim.objects.create(framework=made, place=place, code=row.aim.code, title=row.aim.title)
        Outcome.objects.bulk_create(
            Outcome(aim=aim, place=n, code=one.code, title=one.title, evidence=list(one.evidence))
            for n, one in enumerate(row.outcomes, 1)
        )
    return made
