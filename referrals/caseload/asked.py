"""What somebody asked the caseload for, read out of the address; whatever else stands there is left aside."""

import uuid
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.models import User
from connect.people.roles import Role
from referrals.models import Referral, held_by, in_queue_of
from referrals.states import OPEN, Next, State, Weight

ON_THEIR_WAY = Q(next_step=Next.SESSION)
VIEWS = {
    "due": _("Needs something"),
    "new": _("New"),
    "way": _("On their way"),
    "paused": _("Paused"),
    "everyone": _("Everyone"),
}
ORDERS = {
    "due": (_("What is due first"), [F("next_on").asc(nulls_first=True), "submitted_at", "pk"]),
    "name": (_("First name"), ["person__given_name", "person__family_name", "pk"]),
    "longest": (_("Longest with us"), ["submitted_at", "pk"]),
    "newest": (_("Newest"), ["-submitted_at", "pk"]),
    "silent": (_("Longest not spoken to"), [F("last_spoke_at").asc(nulls_first=True), "submitted_at", "pk"]),
}
LONGEST_WORDS = 60


@dataclass(frozen=True)
class Asked:
    """`view` is one of VIEWS, `order` one of ORDERS; "" or False leaves a filter out."""

    view: str = "due"
    state: str = ""
    step: str = ""
    ward: str = ""
    want: str = ""
    weight: str = ""
    whose: str = ""
    words: str = ""
    overdue: bool = False
    urgent: bool = False
    unset: bool = False
    now: bool = False
    order: str = "due"
    page: int = 1

    @property
    def narrows(self) -> bool:
        return any((self.state, self.step, self.ward, self.want, self.weight, self.whose, self.words)) or (
            self.overdue or self.urgent or self.unset or self.now
        )

    @property
    def wants_finished(self) -> bool:
        return bool(self.state) and self.state not in OPEN


def read(query: QueryDict) -> Asked:
    """No address is wrong: what is not known is as if it had not been said."""
    one = {name: query.get(name, "") for name in ("view", "state", "step", "ward", "want", "weight", "order")}
    number = query.get("page", "")
    return Asked(
        view=one["view"] if one["view"] in VIEWS else "due",
        state=one["state"] if one["state"] in State.values else "",
        step=one["step"] if one["step"] in Next.values else "",
        weight=one["weight"] if one["weight"] in Weight.values else "",
        ward=one["ward"] if one["ward"].isascii() and one["ward"].isdigit() and len(one["ward"]) < 10 else "",
        want=one["want"][:40].replace("\x00", ""),
        whose=_key(query.get("whose", "")),
        words=" ".join(query.get("q", "").replace("\x00", "").split())[:LONGEST_WORDS],
        overdue="overdue" in query,
        urgent="urgent" in query,
        unset="unset" in query,
        now="now" in query,
        order=one["order"] if one["order"] in ORDERS else "due",
        page=int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1,
    )


def within(view: str) -> Q:
    """Whom a view holds. Somebody paused needs something again on the day that was set for asking."""
    paused = Q(state=State.PAUSED)
    resting = paused & Q(next_on__gt=timezone.localdate())
    conditions = {
        "due": ~ON_THEIR_WAY & ~resting, "new": Q(state=State.SUBMITTED), "way": ON_THEIR_WAY & ~paused,
        "paused": paused,
    }  # fmt: skip
    return conditions.get(view, Q())


def _key(typed: str) -> str:
    try:
        return str(uuid.UUID(typed))
    except ValueError:
        return ""


def everybody(user: User, asked: Asked) -> QuerySet[Referral]:
    """All whom this list may show: those in hand, and the queue; what is finished only where it was asked for."""
    in_hand = held_by(user) if asked.wants_finished else held_by(user) & Q(state__in=OPEN)
    return Referral.objects.visible_to(user).filter(in_hand | in_queue_of(user))


def chosen(user: User, asked: Asked) -> Q:
    """The filters, without the view."""
    found = Q()
    plain = {"state": asked.state, "next_step": asked.step, "ward_id": asked.ward, "connector_id": asked.whose}
    for column, value in plain.items():
        found &= Q(**{column: value}) if value else Q()
    if asked.want:
        found &= Q(wants__contains=[asked.want])
    if asked.weight:
        found &= Q(assessed_weight=asked.weight) | Q(assessed_weight="", expected_weight=asked.weight)
    if asked.overdue:
        found &= Q(next_on__lt=timezone.localdate())
    if asked.unset:
        found &= Q(next_on=None) | Q(next_step="")
    if asked.now:
        found &= Q(next_on=None) | Q(next_on__lte=timezone.localdate()) | Q(state=State.SUBMITTED)
    if asked.urgent:
        found &= Q(urgent=True)
    return found & _named(user, asked.words)


def _named(user: User, words: str) -> Q:
    """Each word in the name; of somebody in the queue only in what shows, or the search would tell the rest."""
    found = Q()
    theirs = Q(connector=user.pk) if user.acting.role == Role.CON else Q()
    for word in words.split():
        seen = Q(person__given_name__icontains=word) | Q(person__known_as__icontains=word)
        whole = Q(person__family_name__icontains=word) | Q(reference__iexact=word)
        found &= seen | (whole & theirs)
    return found
