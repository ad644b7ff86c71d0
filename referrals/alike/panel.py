"""On a person's page: who may be the same person, who was made one with them, and that they were here before."""

from django.db.models import Q
from django.http import HttpRequest

from connect.people.access import could, may
from connect.people.roles import Role
from referrals.alike import finding
from referrals.alike.models import Merge
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
    proposals = open_ones.filter(merged_at=None)
    proposed = {pk for one in proposals for pk in (one.kept_id, one.gone_id)}
    context = {
        "alike": [(one, one.person_id in proposed) for one in finding.likely(referral, user)],
        "merged": list(open_ones.exclude(merged_at=None).select_related("gone", "merged_by")),
        "earlier": finding.earlier(referral, user),
        "refused": [Purpose(purpose).label for purpose in referral.refused],
        "may_merge": could(user, "MERGE", "U"),
        "may_propose": may(user, "MERGE", "C"),
    }
    if not any(context[name] for name in ("alike", "merged", "earlier", "refused")):
        return None
    return "referrals/alike/_panel.html", context
