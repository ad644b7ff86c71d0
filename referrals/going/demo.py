"""What people say of how it was, and a text from a number nobody knows. Plainly fictional."""

from connect.messaging.inbound import taking
from connect.messaging.inbound.providers import Arrived
from referrals.belonging import Occasion
from referrals.going import actions as going
from referrals.going.states import Liked

SAID = {"Clifford": Liked.GOOD, "Agnes": Liked.ALL_RIGHT}
STRANGER = Arrived("http", "demo-1", "07700900777", "Hello, is this where I ask about the lunch on Fridays?")


def load() -> None:
    """On the people the demo has; written as the job "seed"."""
    for name, answer in SAID.items():
        been = Occasion.objects.filter(referral__person__given_name=name, attendances__answer="went")
        last = been.select_related("connection", "referral__team__organisation").order_by("-starts_at").first()
        if last:
            going.note_how_it_was(last, answer=answer)
    taking.take(STRANGER)
