"""After a time together: whoever went along and has no account is asked once how it was."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from connect.messaging import links, messages
from connect.one_by_one import one_by_one
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.accompanying.states import SOMEBODY_THERE, WITHOUT_ACCOUNT
from referrals.belonging import Occasion
from referrals.states import OPEN, Purpose

AFTER_THE_END = timedelta(hours=1)
TOO_OLD_TO_ASK = timedelta(days=4)
LINK_DAYS = 7


def ask_companions() -> int:
    """Those who agreed to be written to, an hour after the end."""
    now = timezone.now()
    rows = Accompaniment.objects.not_logged().filter(
        asked_at=None, how__in=SOMEBODY_THERE, guarded=False, ends_at__lte=now - AFTER_THE_END,
        ends_at__gt=now - TOO_OLD_TO_ASK, connection__first_visit__company__in=WITHOUT_ACCOUNT,
        connection__first_visit__companion_agreed=True,
    )  # fmt: skip
    return one_by_one(rows.order_by("starts_at", "pk").values_list("pk", flat=True), _ask, "accompaniment")


def _ask(pk: UUID) -> bool:
    rows = Accompaniment.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    row = rows.select_related("referral__person", "referral__team__organisation").filter(pk=pk, asked_at=None).first()
    if row is None:
        return False
    Accompaniment.objects.filter(pk=pk).update(asked_at=timezone.now())
    first = FirstVisit.objects.get(connection=row.connection_id)
    if first.may_be_written_to and _may_be_asked(row):
        _write(row, first)
    return True


def _may_be_asked(row: Accompaniment) -> bool:
    referral = row.referral
    return referral.state in OPEN and not referral.person.restricted and referral.agreed_to(Purpose.CONTACT)


def _write(row: Accompaniment, first: FirstVisit) -> None:
    """No name in it but their own; whom it is about stands behind the link, by first name."""
    referral, until = row.referral, row.ends_at + timedelta(days=LINK_DAYS)
    there = Occasion.objects.filter(connection=row.connection_id, starts_at=row.starts_at, called_off_at=None)
    scope = [referral.pk, row.pk, *there.values_list("pk", flat=True)]
    connector = referral.connector
    messages.queue(
        recipient_key=first.pk,
        cause=f"went_along:{row.pk}",
        channel="email",
        to=first.companion_email,
        template="went_along",
        context={
            "name": first.companion.split(" ")[0], "starts_at": row.starts_at, "until": until,
            "connector": connector.first_name if connector else "", "phone": referral.team.phone,
        },
        about_id=referral.pk,
        under_id=referral.team.scheme_id,
        valid_until=referral.holds_until(Purpose.CONTACT),
        nation=referral.team.organisation.nation,
        link=links.mint("companion", row.pk, scope, until),
        useless_after=until,
    )  # fmt: skip
