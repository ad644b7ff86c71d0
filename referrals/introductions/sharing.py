"""What a group may be told of somebody besides a first name: only with their yes for this group, and for as long."""

from dataclasses import dataclass

from connect.people.models import User
from directory.models import Service
from referrals.introductions.states import Part
from referrals.models import Consent, Particulars, Person, Referral
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.states import Purpose

LONGEST_NAME = 100


@dataclass(frozen=True)
class Shared:
    """Which parts they agreed to, how they said so, and the sentence in words that they heard."""

    parts: tuple[str, ...] = ()
    about: str = ""
    how: str = How.PHONE


NOTHING = Shared()


def offered(person: Person) -> dict[str, str]:
    """Part -> what would be told, word for word; the sentence about them is written by the connector."""
    if person.restricted:
        return {}
    kept = Particulars.objects.filter(person=person).first()
    helps = [person.access_needs, *(kept.needs if kept else [])]
    found = {Part.HELPS: "; ".join(filter(None, helps)), Part.REACH: person.phone}
    return {part.value: words for part, words in found.items() if words}


def told(person: Person, shared: Shared) -> dict[str, str]:
    """The same as columns of an introduction; what they did not agree to stays empty."""
    could = offered(person) | ({Part.ABOUT: shared.about.strip()} if not person.restricted else {})
    return {part: could.get(part, "") if part in shared.parts else "" for part in Part.values}


def agreed(referral: Referral, service: Service, shared: Shared, *, by: User) -> Consent | None:
    """Their yes, for this group and no other; None where nothing more is told."""
    if not shared.parts:
        return None
    note = "; ".join(str(Part(part).label) for part in shared.parts)
    return consenting.record(
        referral, purpose=Purpose.TELL_GROUP, recipient=recipient(service), decision=Decision.GIVEN, by=by,
        how=shared.how, note=note,
    )  # fmt: skip


def recipient(service: Service) -> str:
    return service.name[:LONGEST_NAME]
