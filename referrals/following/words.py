"""What was done about it, as a line of somebody's story."""

from django.utils.translation import gettext as _

from referrals.following.states import Kind, Then, Why


def followed_sentence(group: str, kind: str, then: str, why: str) -> str:
    """ "St Mark's lunch club: They missed two in a row. They will go on a day we chose. Getting there was hard."."""
    said = [str(label) for label in (Kind(kind).label, Then(then).label, Why(why).label if why else "") if label]
    return _("%(group)s: %(said)s.") % {"group": group, "said": ". ".join(said)}
