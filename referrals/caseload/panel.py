"""The filters of the caseload as they are drawn: views with their numbers, and lists to choose from."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from connect.people.models import Membership, User
from connect.people.roles import Role
from connect.places.models import Area
from referrals.case.doing import SETTABLE
from referrals.caseload.asked import ORDERS, VIEWS, Asked
from referrals.caseload.rows import options
from referrals.states import Next, State, Weight


def tabs(asked: Asked, counts: dict[str, int]) -> list[tuple[str, object, int, bool]]:
    """Each number opens just those rows."""
    here = "" if asked.narrows else asked.view
    return [(name, label, counts[name], name == here) for name, label in VIEWS.items()]


def choices(user: User, asked: Asked, needs: dict[str, str], step: str = "") -> dict[str, SafeString]:
    """Field -> its options, as they stand in the address now."""
    weights = [(code, str(label).partition(":")[0]) for code, label in Weight.choices if code]
    steps = [(code, label) for code, label in Next.choices if code]
    return {
        "state": options(State.choices, asked.state, _("Anywhere")),
        "step": options(steps, asked.step, _("Anything")),
        "ward": options(_wards(user), asked.ward, _("All wards")),
        "want": options(list(needs.items()), asked.want, _("Anything")),
        "weight": options(weights, asked.weight, _("Any")),
        "order": options([(code, label) for code, (label, _by) in ORDERS.items()], asked.order, ""),
        "settable": options([(code.value, code.label) for code in SETTABLE], step, _("Choose")),
        "whose": options(_connectors(user), asked.whose, _("Everybody’s")) if user.acting.role == Role.TL else "",
    }


def _wards(user: User) -> list[tuple[str, str]]:
    served = Area.objects.filter(teams=user.acting.team_id).order_by("name")
    return [(str(key), name) for key, name in served.values_list("pk", "name")]


def _connectors(user: User) -> list[tuple[str, str]]:
    """The colleagues whose people a lead can look at one by one."""
    here = Membership.objects.current().filter(team=user.acting.team_id, role__in=(Role.CON, Role.TL))
    return [(str(key), name) for key, name in here.order_by("user__name").values_list("user", "user__name").distinct()]
