"""A referral put right by whoever sent it, before anybody has taken it up: what they typed, and no more."""

import json
from collections.abc import Mapping

from django.db import transaction
from django.utils.crypto import salted_hmac

from connect.people.models import User
from connect.people.roles import Role
from referrals import actions
from referrals.asking.eligibility import Fit
from referrals.models import Person, Referral
from referrals.person import stopping
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import Purpose, State

BEFORE_TRIAGE = (State.SUBMITTED, State.RETURNED)
OF_PERSON = (
    "given_name", "family_name", "phone", "email", "postcode", "safe_to_message", "language", "good_times",
    "access_needs",
)  # fmt: skip
OF_REFERRAL = (
    "wants", "words", "urgent", "age_then", "through_referrer", "first_time", "domains", "domains_asked",
    "expected_weight",
)  # fmt: skip


class TakenUp(actions.ReferralError):
    """A connector has it now: what changes goes through them."""


class ChangedMeanwhile(actions.ReferralError):
    """It is not any more what the page was drawn with."""


def version(referral: Referral) -> str:
    """Another one when anything on the page to change it has become different."""
    said = [getattr(referral.person, name) for name in OF_PERSON] + [getattr(referral, name) for name in OF_REFERRAL]
    return salted_hmac(
        "referrals.asking.version", json.dumps([*said, referral.ward_id]), algorithm="sha256"
    ).hexdigest()


def is_hers(referral: Referral, user: User) -> bool:
    """Whoever asked for them; the lead of their organisation too."""
    same_body = referral.referring_organisation_id == user.acting.organisation_id
    return same_body and (referral.referrer_id == user.pk or user.acting.role == Role.LEAD)


def is_open(referral: Referral, user: User) -> bool:
    """And the person stands here as they typed them: not as somebody else knows them."""
    person = referral.person
    theirs = (person.created_by_id, person.organisation_id) == (
        referral.referrer_id,
        referral.referring_organisation_id,
    )
    return theirs and is_hers(referral, user) and referral.state in BEFORE_TRIAGE and referral.connector_id is None


def _new_words(was: Referral, fields: Mapping[str, object]) -> str:
    return str(fields["words"]) if fields["words"] != was.words else ""


@transaction.atomic
def change(
    referral: Referral, *, person: Mapping[str, object], fields: Mapping[str, object], fit: Fit, seen: str, by: User
) -> Referral:
    """Put right what was typed; the history keeps what it was. Another team may now answer; the clock goes on.

    `seen` is `version` of what the page was drawn with. Raises TakenUp and ChangedMeanwhile, with nothing written.
    """
    rows = Referral.objects.visible_to(by).filter(state__in=BEFORE_TRIAGE, connector=None)
    now = rows.select_for_update(no_key=True, of=("self",)).select_related("person").filter(pk=referral.pk).first()
    if now is None or not is_open(now, by):
        raise TakenUp
    if version(now) != seen:
        raise ChangedMeanwhile
    written = Person.objects.filter(pk=now.person_id).update(**{name: person[name] for name in OF_PERSON})
    written += Referral.objects.filter(pk=now.pk).update(
        team=fit.team, ward=fit.spot.ward, spot_easting=fit.spot.easting, spot_northing=fit.spot.northing,
        **{name: fields[name] for name in OF_REFERRAL},
    )  # fmt: skip
    if written < 2:  # the second wall says no: half of it is not written either
        raise TakenUp
    now.person.refresh_from_db()
    stopping.follow_channels(now.person)
    words.heard(_new_words(now, fields), referral=now, by=by, where=Door.REFER)
    now.refresh_from_db()
    return now


def begun(referral: Referral) -> dict[str, object]:
    """The form's `initial`: what they typed, as it stands now."""
    person = {name: getattr(referral.person, name) for name in OF_PERSON}
    fields = {name: getattr(referral, name) for name in OF_REFERRAL}
    return (
        person
        | fields
        | {
            "postcode": referral.person.postcode or referral.ward.name,
            "age": referral.age_then,
            "through_me": referral.through_referrer,
            "no_domains": referral.domains_asked and not referral.domains,
            "consent": True,
            "tell_referrer": referral.agreed_to(Purpose.TELL_REFERRER),
            "tell_more": referral.agreed_to(Purpose.TELL_MORE),
            "full_messages": referral.agreed_to(Purpose.FULL_MESSAGES),
            "seen": version(referral),
        }
    )
