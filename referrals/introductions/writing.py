"""What is written about an introduction: to the organiser with a link of its own, to the person when it is off."""

from connect.messaging import links
from referrals import outgoing
from referrals.going import writing as going
from referrals.introductions.models import Introduction
from referrals.states import OPEN, Purpose

LINK_PURPOSE = "introduction"


def expecting(row: Introduction) -> bool:
    """Somebody new is coming: who, and what they agreed to, stands behind the link and not in the e-mail."""
    return _to_organiser(row, "expecting", "expecting")


def ask_again(row: Introduction) -> bool:
    return _to_organiser(row, "expecting_again", "expecting_again")


def agreed(row: Introduction) -> bool:
    """The person said yes to the day that the organiser proposed."""
    return _to_organiser(row, "expecting_agreed", "expecting")


def may_be_told(row: Introduction) -> bool:
    """An organiser hears of those who are open, not hidden, and have said yes to being helped."""
    referral = row.referral
    return (
        referral.state in OPEN
        and not referral.person.restricted
        and referral.agreed_to(Purpose.CONTACT)
        and bool(row.occasion.service.contact_email)
    )


def _to_organiser(row: Introduction, template: str, cause: str) -> bool:
    if not may_be_told(row):
        return False
    occasion, service = row.occasion, row.occasion.service
    outgoing.to_organiser(
        row.referral,
        service,
        template,
        f"{cause}:{occasion.pk}",
        context={"service": service.name, "starts_at": occasion.starts_at, "until": occasion.ends_at},
        nation=row.referral.team.organisation.nation,
        link=links.mint(LINK_PURPOSE, row.pk, [row.referral_id, row.connection_id, row.pk], occasion.ends_at),
        useless_after=occasion.starts_at,
        valid_until=row.referral.holds_until(Purpose.CONTACT),
    )
    return True


def not_that_day(row: Introduction) -> None:
    """Please do not set out: by every way that is safe, in the form they agreed to."""
    referral, occasion = row.referral, row.occasion
    if referral.state not in OPEN or not going.may_write(referral):
        return  # whoever asked us to stop is rung; that is owed already
    full = going.may_be_full(referral)
    outgoing.to_person(
        referral,
        "not_that_day",
        occasion.pk,
        ways=going.ways(referral.person),
        template=f"not_that_day_{'full' if full else 'discreet'}",
        context={"starts_at": occasion.starts_at, "place": occasion.place if full else ""},
        full=full,
        on_any_day=True,
        useless_after=occasion.starts_at,
    )
