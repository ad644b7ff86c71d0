"""How to reach a listing, from a feed: offices are kept, placeholders and private people are not."""

import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from directory.openreferral.text import line, several

NUMBER = re.compile(r"(?:\+44|0044|0)[\d\s()\-]{8,14}\d")
# A mailbox of an office, by the words such mailboxes are called.
OFFICE = frozenset(re.findall(r"\w+", """
accounts admin administrator advice ask bookings centre chair charity church clerk club committee community
connect contact contactus coordinator council customer customerservices directory duty education email
enquiries enquire enquiry events families fis frontdesk general group groups hall hello help helpdesk helpline
hi hub info information library mail mailbox manager media membership office online outreach parish post press
project reception referral referrals school secretary service services staff support team training trustees
volunteer volunteering volunteers welcome wellbeing youth
"""))  # fmt: skip
NOBODY = re.compile(r"(^|[.\-_])(unknown|none|noemail|no-?reply|donotreply|test|na)([.\-_\d]|$)", re.IGNORECASE)


@dataclass
class Contact:
    phone: str = ""
    email: str = ""
    public: bool = False
    notes: list[str] = field(default_factory=list)


def read(raw: dict, organisation: dict, names: list[str]) -> Contact:
    """`names` are those of the listing and its organisation: a mailbox called like them is theirs, not a person's."""
    people = several(raw, "contacts", "contact")
    contact = Contact()
    _phone(contact, [raw, *people, organisation])
    _email(contact, [raw, *people, organisation], names)
    if any(line(person.get("name")) for person in people):
        contact.notes.append(_("the name of a contact was left out"))
    if line(raw.get("assurer_email")):
        contact.notes.append(_("the e-mail of who assured it was left out"))
    contact.public = bool(contact.email or (contact.phone and not is_mobile(contact.phone)))
    return contact


def _phone(contact: Contact, holders: list[dict]) -> None:
    said = [line(value) for holder in holders for value in _phones_of(holder)]
    numbers = [match[0].strip() for text in said if (match := NUMBER.search(text))]
    contact.phone = min(numbers, key=is_mobile, default="")[:40]  # an office before a pocket
    if contact.phone and is_mobile(contact.phone):
        contact.notes.append(_("a mobile number is kept, but not shown"))
    elif any(said) and not numbers:
        contact.notes.append(_("a phone number could not be read"))


def _phones_of(holder: dict) -> list[object]:
    return [holder.get("phone"), *(phone.get("number") for phone in several(holder, "phones"))]


def is_mobile(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    return bool(re.match(r"(?:0044|44|0)7", digits))


def _email(contact: Contact, holders: list[dict], names: list[str]) -> None:
    said = [address for holder in holders if (address := line(holder.get("email"), 254).lower())]
    for address in said:
        reason = why_not(address, names)
        if not reason:
            contact.email = address
            return
        contact.notes.append(reason)


def why_not(address: str, names: list[str]) -> str:
    """Why this address may not be shown; nothing when it may."""
    mailbox, _at, domain = address.partition("@")
    try:
        validate_email(address)
    except ValidationError:
        return _("an e-mail address could not be read")
    if domain.rpartition(".")[2] in ("invalid", "test", "localhost", "example") or NOBODY.search(mailbox):
        return _("a placeholder e-mail was left out")
    return "" if _is_office(mailbox, names) else _("a person's e-mail was left out")


def _is_office(mailbox: str, names: list[str]) -> bool:
    parts = re.split(r"[.\-_+\d]+", mailbox)
    squeezed = "".join(parts)
    own = [re.sub(r"[^a-z]", "", name.lower()) for name in names]
    return bool(OFFICE & set(parts)) or (len(squeezed) >= 4 and any(squeezed in name for name in own))
