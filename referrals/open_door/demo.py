"""The demo's open door: an organisation whose workers need no account, and somebody who asked for himself."""

from connect.people.demo import HOMES
from connect.people.models import Organisation
from referrals import actions
from referrals.models import Referral
from referrals.states import Purpose, Safe, Source

DOMAIN = "kelderby-homes.example"


def load() -> None:
    """Written as the job "seed", like everything the demo holds; once."""
    Organisation.objects.filter(name=HOMES).update(email_domains=[DOMAIN])
    if Referral.objects.filter(source=Source.SELF).exists():
        return
    actions.submit(
        person={
            "given_name": "Wilfred",
            "family_name": "Penhallick",
            "phone": "07700900161",
            "email": "wilfred@example.org",
            "postcode": "KX2 4HD",
            "safe_to_message": Safe.YES,
            "good_times": "After ten",
        },
        wants=["company"],
        words="I miss a game of dominoes.",
        yeses=[Purpose.CONTACT],
        by=None,
        source=Source.SELF,
        made=actions.new_key(),
    )
