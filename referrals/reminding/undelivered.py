"""Messages that may not have arrived: what is known of each, who it was for, and what to do instead."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.identity import reading_as
from connect.messaging import delivery
from connect.messaging.models import Message
from connect.messaging.states import Note
from connect.people.models import User
from directory.models import Service
from referrals.models import Referral
from referrals.reminding.states import To
from referrals.reminding.table import Kind, by_template, templates_of

MOST = 200
KNOWN = {
    Note.CANNOT_ASK: gettext_lazy("The provider may have taken it, and cannot be asked what became of it."),
    Note.NO_ANSWER: gettext_lazy("The provider took it and did not say what became of it."),
    Note.REFUSED: gettext_lazy("It did not arrive: that number or address is not right."),
    Note.GAVE_UP: gettext_lazy("It did not leave: it was tried again and again."),
}
RING = {
    To.PERSON: gettext_lazy("Ring them, if ringing is safe, and tell them what it said."),
    To.REFERRER: gettext_lazy("Ring whoever asked."),
    To.ORGANISER: gettext_lazy("Ring the organiser."),
    To.TEAM: gettext_lazy("Tell your colleague, and ask for the right address."),
}


@dataclass(frozen=True)
class Row:
    """`name` is "" where the reader may not know it, or it is nobody we have by name."""

    message: Message
    kind: Kind
    referral: Referral | None
    name: str

    @property
    def known(self) -> str:
        return str(KNOWN.get(self.message.note, self.message.get_state_display()))

    @property
    def to_do(self) -> str:
        if self.message.is_too_late():
            return _("Its time has gone by: ask how it was.")
        return str(RING.get(self.kind.to, ""))


def of(user: User) -> QuerySet[Message]:
    """About referrals this reader may see. The database holds the outbox to the same rows."""
    seen = Referral.objects.visible_to(user)
    rows = Message.objects.for_a_person_to_look_at().filter(template__in=templates_of(of_the_house=False))
    return rows.filter(about_id__in=seen.values("pk"))


def rows_for(user: User) -> list[Row]:
    """The oldest first; the same number of queries however many."""
    found = list(of(user).defer("body", "subject", "to")[:MOST])
    about = ("person", "referrer", "connector", "team")
    referrals = Referral.objects.visible_to(user).select_related(*about).in_bulk({one.about_id for one in found})
    names = _others({one.recipient_key for one in found})
    return [_row(one, referrals.get(one.about_id), names, user) for one in found]


def _row(message: Message, referral: Referral | None, names: dict[UUID, str], user: User) -> Row:
    kind = by_template()[message.template]
    if referral and message.recipient_key == referral.person_id:
        return Row(message, kind, referral, "" if referral.named is not None else referral.name_for(user))
    return Row(message, kind, referral, names.get(message.recipient_key, ""))


def _others(keys: set[UUID]) -> dict[UUID, str]:
    """Colleagues and workers by their name, groups by theirs."""
    groups = Service.objects.filter(pk__in=keys).values_list("pk", "name")
    return dict(User.objects.filter(pk__in=keys).values_list("pk", "name")) | dict(groups)


def of_the_house() -> list[Row]:
    """About nobody who is helped: kind, day and state, for an administrator."""
    with reading_as("delivery"):
        rows = Message.objects.for_a_person_to_look_at().filter(template__in=templates_of(of_the_house=True))
        found = list(rows.defer("body", "subject", "to")[:MOST])
    return [Row(one, by_template()[one.template], None, "") for one in found]


def see_to(message: Message, *, how: str, by: User) -> bool:
    """False when somebody was faster."""
    return delivery.see_to([message.pk], how=how, by=by) == 1
