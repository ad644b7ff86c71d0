"""What the national standard asks of a referral and of a reply, and the codes we are sure of: data, read once."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

HERE = Path(__file__).parent
MANDATORY, MUST_HAVE, REQUIRED, OPTIONAL = "mandatory", "must_have", "required", "optional"
REFERRAL, REPLY = "referral", "reply"
# What is listed when it is not there; the rest is left out, as the standard wants blanks to be.
LISTED = (MANDATORY, MUST_HAVE)
SECTIONS = {
    "plan": _("What is asked of you"),
    "person": _("Who it is about"),
    "practice": _("GP practice"),
    "referral": _("The referral"),
    "status": _("How far along it is"),
    "needs": _("What they would like"),
    "about_me": _("About them, as they put it"),
    "requirements": _("What helps them"),
    "context": _("Circumstances"),
    "risks": _("Risks"),
    "safeguarding": _("Safeguarding"),
    "attendance": _("Where they go"),
    "scores": _("How they are"),
    "unmet": _("What there was nothing for"),
    "consent": _("What they agreed to"),
}
LABELS = {
    "given_name": _("First name"), "family_name": _("Last name"), "known_as": _("The name they like"),
    "date_of_birth": _("Date of birth"), "nhs_number": _("NHS number"), "gender": _("Gender, as they say it"),
    "ethnicity": _("Ethnic group"), "address": _("Address"), "contact": _("How to reach them"),
    "carer": _("Looks after somebody"), "contacts": _("People round them"), "practice": _("GP practice"),
    "matters": _("What matters most to them"), "strengths": _("What they are good at, and like"),
    "adjustments": _("What helps them to read, hear, speak and take part"), "safeguarding": _("Safeguarding"),
    "consents": _("What they agreed to"), "referred_on": _("Date"), "referrer": _("Who asked"),
    "referrer_contact": _("How to reach whoever asked"), "method": _("How it came"),
    "reason": _("Why it was asked for"),
    "referred_to": _("To"), "return_to": _("Answer to"), "needs": _("What they would like, as it was asked"),
    "circumstances": _("Circumstances"), "risks": _("Risks"), "actions": _("What you are asked to do"),
    "next": _("What we do next"), "status": _("How far along it is"), "tries": _("How often we tried"),
    "ended": _("Why it ended"), "attendance": _("Where they go"), "tried": _("What was tried and did not work"),
    "scores": _("How they are, as they answered"), "unmet": _("What there was nothing for"),
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """One item of the standard. `says`: mandatory, must_have (of the minimum data set), required, or optional."""

    key: str
    section: str
    says: str
    of: tuple[str, ...]

    @property
    def label(self) -> str:
        return str(LABELS[self.key])

    @property
    def is_listed(self) -> bool:
        return self.says in LISTED


@cache
def _file(name: str) -> dict:
    return json.loads((HERE / name).read_text())


def wanted(kind: str) -> list[Wanted]:
    """In the order of the sections, and within one in the standard's."""
    order = list(SECTIONS)
    rows = [Wanted(i["key"], i["section"], i["says"], tuple(i["in"])) for i in _file("prsb.json")["items"]]
    return sorted((row for row in rows if kind in row.of), key=lambda row: order.index(row.section))


def named() -> tuple[str, str]:
    """(source, release) of the standard, for the foot of a document."""
    file = _file("prsb.json")
    return file["source"], file["release"]


def snomed() -> dict:
    return _file("snomed.json")


def code(name: str) -> dict[str, str]:
    """A coding as FHIR writes one; without a display, which is the release's to give."""
    return {"system": snomed()["system"], "code": snomed()["concepts"][name]["code"]}
