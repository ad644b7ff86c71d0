"""The referral and the reply as documents: each item there, missing, or held back, and never silently left out."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from outcomes.documents import facts as reading
from outcomes.documents import gates, recipients, standard, values
from outcomes.documents.facts import Facts
from outcomes.documents.recipients import SHARED, Recipient
from outcomes.documents.standard import Wanted
from referrals.models import Referral


@dataclass(frozen=True)
class Item:
    """`values` are what stands there; otherwise `why` says why nothing does ("" for not known)."""

    wanted: Wanted
    values: tuple[str, ...] = ()
    why: str = ""

    @property
    def label(self) -> str:
        return self.wanted.label

    @property
    def key(self) -> str:
        return self.wanted.key


@dataclass(frozen=True)
class Document:
    kind: str
    to: Recipient
    facts: Facts
    items: tuple[Item, ...] = field(default=())

    @property
    def referral(self) -> Referral:
        return self.facts.referral

    @property
    def title(self) -> str:
        return _("Referral to social prescribing") if self.kind == standard.REFERRAL else _("Reply to a referral")

    @property
    def sections(self) -> list[tuple[str, list[Item]]]:
        """(title, items that are there), without those that are empty."""
        found: dict[str, list[Item]] = {}
        for one in self.items:
            if one.values:
                found.setdefault(one.wanted.section, []).append(one)
        return [(str(standard.SECTIONS[name]), items) for name, items in found.items()]

    @property
    def missing(self) -> list[Item]:
        """Mandatory, or of the minimum data set, and not known: ask for it."""
        return [one for one in self.items if not one.values and not one.why and one.wanted.is_listed]

    @property
    def held_back(self) -> list[Item]:
        return [one for one in self.items if one.why]

    def has(self, key: str) -> bool:
        return any(one.key == key and one.values for one in self.items)


def referral_document(referral: Referral) -> Document:
    """What the team was asked, as the standard has it."""
    return _made(standard.REFERRAL, referral, recipients.team(referral))


def reply_document(referral: Referral, to: Recipient) -> Document:
    """What came of it, as far as this recipient may hear."""
    return _made(standard.REPLY, referral, to)


def _made(kind: str, referral: Referral, to: Recipient) -> Document:
    known = reading.of(referral, scores=kind == standard.REPLY and to.detail >= SHARED)
    return Document(kind, to, known, tuple(_item(one, known, to) for one in standard.wanted(kind)))


def _item(wanted: Wanted, known: Facts, to: Recipient) -> Item:
    if why := gates.held_back(wanted.key, known.referral, to):
        return Item(wanted, why=why)
    if wanted.key == "status":
        return Item(wanted, (gates.status(known.referral, to),))
    if wanted.key == "consents" and not to.is_team:
        return Item(wanted, tuple(values.agreed_about(known, to)))
    return Item(wanted, tuple(values.OF[wanted.key](known)))
