"""On a person's page: who may be the same person, who was made one with them, and that they were here before."""

from django.db.models import Q
from django.http import HttpRequest

from connect.people.access import could, may
from connect.people.roles import Role
from referrals.alike import finding
from referrals.alike.models import Merge, MergeQuerySet
from referrals.case import there
from referrals.models import Referral
from referrals.states import Purpose


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """For whoever works with the person, and the lead of their team; nobody else learns of any of it."""
    user = request.user
    works = referral.connector_id == user.pk if user.acting.role == Role.CON else could(user, "MERGE", "U")
    if not works or referral.team_id != user.acting.team_id:
        return None
    open_ones = Merge.objects.filter(
        Q(kept=referral.person_id) | Q(gone=referral.person_id), declined_at=None, undone_at=None
    )
    merges = list(open_ones) if there.has(referral, "merges") else []
    proposed = {pk for one in merges if one.merged_at is None for pk in (one.kept_id, one.gone_id)}
    likely, earlier = finding.likely_and_earlier(referral, user)
    context = {
        "alike": [(one, one.person_id in proposed) for one in likely],
        "merged": _merged(open_ones) if any(one.merged_at for one in merges) else [],
        "earlier": earlier,
        "refused": [Purpose(purpose).label for purpose in referral.refused],
        "may_merge": could(user, "MERGE", "U"),
        "may_propose": may(user, "MERGE", "C"),
    }
    if not any(context[name] for name in ("alike", "merged", "earlier", "refused")):
        return None
    return "referrals/alike/_panel.html", context


def _merged(rows: MergeQuerySet) -> list[Merge]:
    """With whom: only of those made one, because of one proposed the reader may not see who it is."""
    return list(rows.exclude(merged_at=None).select_related("gone", "merged_by"))
