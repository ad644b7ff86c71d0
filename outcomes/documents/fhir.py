"""The same document as FHIR R4: models that validate, no claim of any profile, and nothing that was held back.

The models are imported inside: they cost half a second and tens of megabytes, which only whoever downloads one pays.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.html import escape

from outcomes.documents import standard
from outcomes.documents.shape import Document, Item
from outcomes.documents.states import Gender
from outcomes.measuring import comparing
from outcomes.measuring.models import Reading
from outcomes.measuring.words import script
from outcomes.scoring.definitions import shipped
from referrals.hearing.states import Detail
from referrals.person import consents
from referrals.person.states import TAKEN_AWAY
from referrals.states import OPEN, Purpose, State

NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
ODS = "https://fhir.nhs.uk/Id/ods-organization-code"
GENDER = {Gender.FEMALE: "female", Gender.MALE: "male", Gender.OTHER: "other", Gender.RATHER_NOT: "unknown"}
TASK = {
    State.SUBMITTED: "requested", State.RETURNED: "rejected", State.ACCEPTED: "accepted",
    State.CONTACTED: "in-progress", State.ACTIVE: "in-progress", State.PAUSED: "on-hold",
    State.TRANSFERRED: "cancelled", State.WITHDRAWN: "cancelled", State.CLOSED: "completed",
}  # fmt: skip
REQUEST = {State.CLOSED: "completed", State.WITHDRAWN: "revoked", State.TRANSFERRED: "completed"}
Body = dict[str, Any]


KINDS = (
    "Bundle", "Composition", "Consent", "Observation", "Organization", "Patient", "PractitionerRole",
    "QuestionnaireResponse", "ServiceRequest", "Task",
)  # fmt: skip


@cache
def models() -> SimpleNamespace:
    where = {kind: import_module(f"fhir.resources.R4B.{kind.lower()}") for kind in KINDS}
    return SimpleNamespace(**{kind: getattr(module, kind) for kind, module in where.items()})


def bundle(document: Document) -> Any:
    """A document bundle: the composition first, then everything that it names. Raises where a model does not hold."""
    made = [composition(document), *resources(document)]
    return models().Bundle.model_validate(
        {
            "resourceType": "Bundle",
            "type": "document",
            "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{_key(document, 'document')}"},
            "timestamp": document.facts.made_at.isoformat(),
            "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in made],
        }
    )


def as_json(document: Document) -> str:
    return bundle(document).model_dump_json(indent=1)


def _key(document: Document, what: str) -> UUID:
    """The same thing has the same name in every copy that is made of it."""
    return uuid5(document.referral.pk, what)


def _to(document: Document, what: str) -> Body:
    return {"reference": f"urn:uuid:{_key(document, what)}"}


def _resource(document: Document, kind: str, what: str, **fields: Any) -> Body:
    filled = {name: value for name, value in fields.items() if value not in (None, "", [], {})}
    return {"resourceType": kind, "id": str(_key(document, what)), **filled}


def resources(document: Document) -> Iterator[Body]:
    yield patient(document)
    yield organisation(document)
    yield asker(document)
    yield request(document)
    yield task(document)
    yield from agreements(document)
    if document.has("scores"):
        for reading in document.facts.readings:
            yield answers(document, reading)
            if (number := _number(reading)) is not None:
                yield observation(document, reading, number)


def _words(document: Document, key: str) -> list[str]:
    """What the document itself shows beside this item; so nothing leaves here that does not stand there."""
    return next((list(one.values) for one in document.items if one.key == key), [])


def patient(document: Document) -> Body:
    person, first = document.referral.person, document.facts.first
    name = {
        "use": "official",
        "given": _words(document, "given_name"),
        "family": "".join(_words(document, "family_name")),
    }
    usual = [{"use": "usual", "text": one} for one in _words(document, "known_as")]
    number = {"system": NHS_NUMBER, "value": first.nhs_number}
    lines = _words(document, "address")
    ways = person.safe_ways() if document.has("contact") else []
    return _resource(
        document, "Patient", "patient",
        identifier=[number] if document.has("nhs_number") else [],
        name=[{key: value for key, value in name.items() if value}, *usual] if document.has("given_name") else usual,
        gender=GENDER.get(first.gender) if document.has("gender") else None,
        birthDate=person.date_of_birth.isoformat() if document.has("date_of_birth") else None,
        address=[{"text": ", ".join(lines), "postalCode": person.postcode or None}] if lines else [],
        telecom=[{"system": "email" if kind == "email" else "phone", "value": to} for kind, to in ways],
        generalPractitioner=_practice(document),
    )  # fmt: skip


def _practice(document: Document) -> list[Body]:
    first = document.facts.first
    if not document.has("practice") or not first.practice_name:
        return []
    code = {"identifier": {"system": ODS, "value": first.practice_code}} if first.practice_code else {}
    return [{"display": first.practice_name, **code}]


def organisation(document: Document) -> Body:
    team = document.referral.team
    phone = [{"system": "phone", "value": team.phone}] if team.phone else []
    return _resource(document, "Organization", "team", name=f"{team}, {team.organisation}", telecom=phone)


def asker(document: Document) -> Body:
    """Whoever asked, as the document says it: one line, and no more of them than that."""
    who = ", ".join(_words(document, "referrer")) or str(document.referral.get_source_display())
    mail = [
        {"system": "email" if "@" in one else "phone", "value": one} for one in _words(document, "referrer_contact")
    ]
    return _resource(document, "PractitionerRole", "asker", code=[{"text": who}], telecom=mail)


def request(document: Document) -> Body:
    referral = document.referral
    return _resource(
        document, "ServiceRequest", "request",
        identifier=[{"value": referral.reference}],
        status=REQUEST.get(State(referral.state), "active"),
        intent="order",
        priority="urgent" if referral.urgent else "routine",
        code={"coding": [standard.code("referral_to_social_prescribing")], "text": "Referral to social prescribing"},
        subject=_to(document, "patient"),
        authoredOn=referral.submitted_at.isoformat(),
        requester=_to(document, "asker"),
        performer=[_to(document, "team")],
        reasonCode=[{"text": one} for one in _words(document, "needs")],
        note=[{"text": one} for one in _words(document, "reason")],
    )  # fmt: skip


def task(document: Document) -> Body:
    """How far along it is: as coarse as the document itself."""
    referral = document.referral
    whole = document.kind == standard.REFERRAL or document.to.detail >= Detail.LINE
    coarse = "accepted" if referral.state in OPEN and referral.state not in (State.SUBMITTED, State.RETURNED) else None
    ended = "".join(_words(document, "ended"))
    return _resource(
        document, "Task", "task",
        status=TASK[State(referral.state)] if whole or coarse is None else coarse,
        statusReason={"text": ended} if ended else None,
        businessStatus={"text": "".join(_words(document, "status"))} if document.has("status") else None,
        intent="order",
        focus=_to(document, "request"),
        **{"for": _to(document, "patient")},
        authoredOn=referral.submitted_at.isoformat(),
        lastModified=document.facts.made_at.isoformat(),
        requester=_to(document, "asker"),
        owner=_to(document, "team"),
        note=[{"text": one} for key in ("actions", "next", "attendance", "tried") for one in _words(document, key)],
    )  # fmt: skip


def agreements(document: Document) -> Iterator[Body]:
    """One for each answer that the document tells of."""
    for one in consents.latest(document.referral).values():
        if not _is_told(document, one):
            continue
        refused = one.decision in TAKEN_AWAY
        yield _resource(
            document, "Consent", f"consent {one.pk}",
            status="active" if one.is_given else "rejected" if refused else "inactive",
            scope={
                "coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}],
            },
            category=[{"text": "What somebody agreed may be told about them"}],
            patient=_to(document, "patient"),
            dateTime=one.said_at.isoformat(),
            policyRule={"text": str(Purpose(one.purpose).label)},
            provision={"type": "permit" if one.is_given else "deny"},
        )  # fmt: skip


def _is_told(document: Document, one: Any) -> bool:
    if document.to.is_team:
        return document.has("consents")
    return one.pk == document.to.key if document.to.key else one.purpose in (Purpose.TELL_REFERRER, Purpose.TELL_MORE)


def answers(document: Document, reading: Reading) -> Body:
    """Tokens as they were chosen; the words of a question only where they may ship."""
    asked = {one.key: one.text for one in script(reading.instrument).questions}
    items = [
        {"linkId": key, **({"text": asked[key]} if asked.get(key) else {}), "answer": [{"valueString": str(said)}]}
        for key, said in reading.answers.items()
        if said is not None
    ]
    return _resource(
        document, "QuestionnaireResponse", f"reading {reading.pk}",
        identifier={"value": f"{reading.instrument} {reading.version}"},
        status="completed",
        subject=_to(document, "patient"),
        basedOn=[_to(document, "request")],
        authored=_day(reading),
        item=items,
    )  # fmt: skip


def _number(reading: Reading) -> float | None:
    return comparing.result(reading).get("score")


def observation(document: Document, reading: Reading, number: float) -> Body:
    return _resource(
        document, "Observation", f"score {reading.pk}",
        status="final",
        code={"text": shipped()[reading.instrument]["name"]},
        subject=_to(document, "patient"),
        effectiveDateTime=reading.taken_on.isoformat(),
        valueQuantity={"value": float(number)},
        derivedFrom=[_to(document, f"reading {reading.pk}")],
    )  # fmt: skip


def _day(reading: Reading) -> str:
    return reading.taken_on.isoformat()


def composition(document: Document) -> Body:
    """The document as people read it, section by section, with what is missing and what is held back."""
    kind = standard.code("referral_to_social_prescribing") if document.kind == standard.REFERRAL else None
    return _resource(
        document, "Composition", f"composition {document.kind}",
        status="final",
        type={"text": document.title} | ({"coding": [kind]} if kind else {}),
        subject=_to(document, "patient"),
        date=timezone.localtime(document.facts.made_at).isoformat(),
        author=[_to(document, "team")],
        title=document.title,
        section=[_section(title, _lines(items)) for title, items in document.sections]
        + _gaps("Missing: not asked, or not known", [one.label for one in document.missing])
        + _gaps("Not here", [f"{one.label}: {one.why}" for one in document.held_back]),
    )  # fmt: skip


def _lines(items: list[Item]) -> list[str]:
    return [f"{one.label}: {value}" for one in items for value in one.values]


def _gaps(title: str, lines: list[str]) -> list[Body]:
    return [_section(title, lines)] if lines else []


def _section(title: str, lines: list[str]) -> Body:
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return {
        "title": title,
        "text": {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{told}</div>'},
    }
