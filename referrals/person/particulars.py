"""What is known of somebody, changed field by field: two who type at once lose nothing; neither is written over."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from connect.people.models import User
from referrals.actions import ReferralError
from referrals.models import Particulars, Person, Referral
from referrals.person import stopping
from referrals.states import Known

OF_PERSON = (
    "given_name", "family_name", "known_as", "date_of_birth", "phone", "email", "postcode", "language",
    "safe_to_message", "safe_to_email", "safe_to_ring", "safe_to_write", "safe_to_leave_word", "who_else",
    "good_times", "access_needs",
)  # fmt: skip
OF_PARTICULARS = (
    "address", "formats", "contact_methods", "supports", "professionals", "needs_asked", "spoken_language",
    "interpreter", "strengths", "interests",
)  # fmt: skip
OF_REFERRAL = ("domains", "domains_asked", "first_time", "assessed_weight")
WHEREABOUTS = {"phone", "email", "postcode", "address"}  # of somebody restricted these stand sealed, elsewhere
WAYS = {"phone", "email", "safe_to_message", "safe_to_email"}
NEEDS = {"formats", "contact_methods", "supports", "professionals", "needs_asked", "spoken_language", "interpreter"}
SALT = "referrals.person.seen"


@dataclass(frozen=True)
class Differs:
    """One field that somebody else has changed meanwhile to something other than what was typed now."""

    name: str
    theirs: object
    mine: object


class BothChanged(ReferralError):
    """The same field was changed by two; the page shows both, and nothing has been saved."""

    def __init__(self, differs: list[Differs]):
        self.differs = differs
        super().__init__()


def now(referral: Referral) -> dict[str, object]:
    """Every field as it stands."""
    person, kept = referral.person, _kept(referral.person)
    fields = {name: getattr(person, name) for name in OF_PERSON} | {
        name: getattr(kept, name) for name in OF_PARTICULARS
    }
    return fields | {name: getattr(referral, name) for name in OF_REFERRAL}


def _kept(person: Person) -> Particulars:
    return Particulars.objects.filter(person=person).first() or Particulars(person=person)


def seal_of(fields: Mapping[str, object]) -> str:
    """What a page was drawn with, told without telling it: a keyed digest a field, signed."""
    return signing.dumps({name: digest(name, value) for name, value in fields.items()}, salt=SALT, compress=True)


def digest(name: str, value: object) -> str:
    said = json.dumps(_plain(value), default=str)
    return salted_hmac(SALT, f"{name}:{said}", algorithm="sha256").hexdigest()[:12]


def _plain(value: object) -> object:
    """An order that nobody chose is no difference; nor is a date written out."""
    if isinstance(value, list | tuple | set):
        return sorted(map(str, value))
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def save(referral: Referral, *, typed: Mapping[str, object], seen: str, by: User) -> set[str]:
    """Write what this person changed, and leave what only others changed; returns the names of what was written.

    `seen` is seal_of what the page was drawn with. Raises BothChanged where one field was changed by two.
    """
    person = Person.objects.select_for_update().get(pk=referral.person_id)
    referral = Referral.objects.select_for_update(of=("self",)).select_related("team__scheme").get(pk=referral.pk)
    referral.person = person
    was, current = read_seal(seen), now(referral)
    mine = {name: value for name, value in typed.items() if digest(name, value) != was.get(name)}
    differs = [
        Differs(name, current[name], value)
        for name, value in mine.items()
        if digest(name, current[name]) not in (was.get(name), digest(name, value))
    ]
    if differs:
        raise BothChanged(differs)
    changed = {name: value for name, value in mine.items() if digest(name, value) != digest(name, current[name])}
    if changed:
        _write(referral, changed, by)
    return set(changed)


def read_seal(seen: str) -> dict[str, str]:
    """A seal that is not ours counts as having seen nothing: then every difference is shown."""
    try:
        return signing.loads(seen, salt=SALT)
    except signing.BadSignature:
        return {}


def _write(referral: Referral, changed: Mapping[str, object], by: User) -> None:
    person = referral.person
    if person.restricted:
        changed = {name: value for name, value in changed.items() if name not in WHEREABOUTS}
    if of_person := _only(changed, OF_PERSON):
        Person.objects.filter(pk=person.pk).update(**of_person)
    if of_particulars := _only(changed, OF_PARTICULARS):
        _write_particulars(person, of_particulars, by)
    if of_referral := _only(changed, OF_REFERRAL):
        Referral.objects.filter(pk=referral.pk).update(**of_referral)
    if WAYS & set(changed):
        person.refresh_from_db()
        stopping.follow_channels(person)


def _only(changed: Mapping[str, object], names: tuple[str, ...]) -> dict[str, object]:
    return {name: value for name, value in changed.items() if name in names}


def _write_particulars(person: Person, changed: dict[str, object], by: User) -> None:
    """Whoever looks at somebody's needs has reviewed them that day."""
    if NEEDS & set(changed):
        changed = changed | {"reviewed_on": timezone.localdate()}
        if any(changed.get(name) for name in ("formats", "supports", "professionals")):
            changed["needs_asked"] = Known.YES
    stamped = changed | {"changed_by": by, "changed_at": timezone.now()}
    Particulars.objects.update_or_create(person=person, defaults=stamped)
