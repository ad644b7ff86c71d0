"""What the demo has of these parts: Mr Ames was asked at first contact, his practice may hear, and he wants a copy."""

from connect.identity import acting_as
from connect.people.demo import address
from connect.people.models import User
from outcomes.documents import actions
from outcomes.documents.models import FirstAnswers
from outcomes.documents.states import CameBy, Practice, Risks
from outcomes.equality import actions as equality
from referrals.actions import new_key
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.states import Purpose

FIRST = {
    "practice": Practice.REGISTERED, "practice_name": "Millrace Surgery", "practice_code": "Z99999",
    "risks": Risks.NONE_KNOWN, "matters": "To hear other voices than the radio’s, and not to be fussed over.",
}  # fmt: skip


def load() -> None:
    """Once, on the man whom the demo names."""
    with acting_as("seed"):
        carl = User.objects.filter(email=address("Carl Whitlock")).first()
        ames = Referral.objects.select_related("person", "team__organisation", "team__scheme")
        ames = ames.filter(person__given_name="Stanley", person__family_name="Ames", connector=carl).first()
        if carl is None or ames is None or FirstAnswers.objects.filter(referral=ames).exists():
            return
        FirstAnswers.objects.create(referral=ames, changed_by=carl, **FIRST)
        said = {"recipient": "Millrace Surgery", "decision": Decision.GIVEN, "how": How.SPOKEN}
        consenting.record(ames, by=carl, purpose=Purpose.SHARE, **said)
        actions.ask_copy(ames, came_by=CameBy.TOLD, by=carl, made=new_key())
        equality.decline(ames, by=carl, made=new_key())
