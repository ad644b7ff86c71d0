"""How long what is kept: what a tenant may choose, and what goes after a fixed time."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.audit.actions import rights_changed
from connect.people.models import User
from referrals.records.models import Period

# What goes by itself already, said here so that the whole stands on one page.
FIXED = (
    (_("A draft of a referral"), _("72 hours, or when it is sent")),
    (_("Codes and letters that somebody asked for at the door"), _("a day")),
    (_("A text from a number nobody knows"), _("its number after 14 days, the rest after 30")),
    (_("Where somebody restricted was before"), _("at once")),
    (_("Who looked at whom, and who changed what anybody may do"), _("kept; it names nobody who is helped")),
)


@transaction.atomic
def choose(months: Mapping[str, int], *, by: User) -> None:
    for what, many in months.items():
        said = {"months": many, "changed_by": by, "changed_at": timezone.now()}
        before = Period.objects.filter(what=what).values_list("months", flat=True).first()
        row, _made = Period.objects.update_or_create(what=what, defaults=said)
        if before != many:
            rights_changed(what="kept for", about=row.pk, by=by, detail=f"{what} {before} {many}")
