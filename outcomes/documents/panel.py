"""On the person's page: what is still to be asked for the documents, and the way to them."""

from django.http import HttpRequest

from connect.people.access import may
from outcomes.documents import standard
from outcomes.documents.models import AccessRequest, FirstAnswers
from outcomes.documents.states import Practice, Risks
from referrals.case import there
from referrals.models import Referral
from referrals.states import OPEN


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "DOCUMENT_REFERRAL") or referral.connector_id is None:
        return None
    ask = to_ask(referral) if referral.state in OPEN and may(request.user, "PERSON_NEED", "U") else []
    copies = AccessRequest.objects.filter(referral=referral).waiting()
    copy = copies.first() if there.has(referral, "copies") else None
    return "outcomes/documents/_panel.html", {"to_ask": ask, "copy": copy}


def to_ask(referral: Referral) -> list[str]:
    """The mandatory answers that nobody has yet: in words, in the standard's order."""
    rows = FirstAnswers.objects.filter(referral=referral)
    kept = rows.first() if there.has(referral, "first_answers") else None
    first = kept or FirstAnswers(referral=referral)
    person = referral.person
    known = {
        "family_name": person.family_name, "date_of_birth": person.date_of_birth,
        "practice": first.practice != Practice.NOT_ASKED, "risks": first.risks != Risks.NOT_ASKED,
    }  # fmt: skip
    return [str(standard.LABELS[key]) for key, value in known.items() if not value]
