"""A scheme's reasons as somebody wants them from now on; what was said before keeps its code."""

from collections.abc import Mapping

from django.db import transaction

from connect.audit.actions import rights_changed
from connect.people.models import Scheme, User
from connect.people.running.models import SchemeReason


@transaction.atomic
def keep(scheme: Scheme, *, step: str, told: Mapping[str, Mapping[str, object]], by: User) -> None:
    """One row a reason that differs from the house's; the others have none."""
    Scheme.objects.select_for_update(of=("self",)).get(pk=scheme.pk)
    SchemeReason.objects.filter(scheme=scheme, step=step).delete()
    SchemeReason.objects.bulk_create(
        SchemeReason(scheme=scheme, step=step, code=code, **columns)
        for code, columns in told.items()
        if not columns["offered"] or columns["wording"] or columns["advice"]
    )
    rights_changed(what="kept reasons", about=scheme.pk, by=by, detail=step)
