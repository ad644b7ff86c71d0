"""The two letters that many write, to a person and to an organiser, with the yes that each of them rests on."""

from collections.abc import Iterable, Mapping

from connect.messaging import messages
from directory.models import Service
from referrals.models import Referral
from referrals.states import Purpose


def to_person(
    referral: Referral,
    kind: str,
    about: object,
    *,
    ways: Iterable[tuple[str, str]],
    template: str = "",
    context: Mapping[str, object] | None = None,
    full: bool = False,
    on_any_day: bool = False,
    **more: object,
) -> None:
    """One message by each of these ways, of their connector's; whether they may be written to was asked before.

    `full`: it names a place, and so rests on that yes too. `on_any_day`: it cannot wait for the end of a holiday.
    """
    person = referral.person
    for channel, to in ways:
        messages.queue(
            recipient_key=person.pk,
            cause=f"{kind}:{channel}:{about}",
            channel=channel,
            to=to,
            template=template or kind,
            context={**from_connector(referral), "name": person.friendly_name, **(context or {})},
            language=person.language,
            about_id=referral.pk,
            under_id=referral.team.scheme_id,
            valid_until=referral.holds_until(Purpose.CONTACT, *([Purpose.FULL_MESSAGES] if full else [])),
            nation=None if on_any_day else referral.team.organisation.nation,
            **more,
        )


def to_organiser(
    referral: Referral, service: Service, template: str, cause: str, *, context: Mapping[str, object], **more: object
) -> None:
    """An e-mail to whoever looks after a group; that they may hear of somebody was asked before."""
    messages.queue(
        recipient_key=service.pk,
        cause=cause,
        channel="email",
        to=service.contact_email,
        template=template,
        context={**from_connector(referral), "name": service.contact_name.split(" ")[0], **context},
        about_id=referral.pk,
        under_id=referral.team.scheme_id,
        **more,
    )


def from_connector(referral: Referral) -> dict[str, str]:
    """Who writes, and where they are rung."""
    connector = referral.connector
    return {"connector": connector.first_name if connector else "", "phone": referral.team.phone}
