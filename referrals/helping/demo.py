"""The demo's small helps: one that waits for Hana, one that she has done and was thanked for."""

from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.people.demo import address
from connect.people.models import Membership, User
from referrals import actions as referrals
from referrals.helping import actions
from referrals.helping.models import HelpOffer, HelpRequest
from referrals.models import Referral
from referrals.states import OPEN


def load() -> None:
    if HelpRequest.objects.filter(words=ASKED[0]["words"]).exists():
        return
    carl, hana = _user("Carl Whitlock"), _user("Hana Brook")
    theirs = Referral.objects.filter(connector=carl, state__in=OPEN, person__restricted=False).order_by("reference")[:2]
    for referral, said in zip(theirs, ASKED, strict=False):
        made = actions.post(referral, agreed=True, until=_until(), by=carl, made=referrals.new_key(), **said)
    _done(made, hana, carl)


ASKED = (
    {"kind": "digital", "words": "Show somebody how to see the grandchildren on a tablet.", "when": "Any afternoon",
     "minutes": 60},
    {"kind": "job", "words": "A lamp to hang in a hall: there is a ladder.", "when": "A morning", "minutes": 30},
)  # fmt: skip


def _until() -> object:
    return timezone.localdate() + timedelta(days=12)


def _done(request: HelpRequest, hana: User, carl: User) -> None:
    with acting_as("seed"):
        offer = HelpOffer.objects.create(request=request, helper=hana, words="I have a drill.", **referrals.new_key())
        name = request.referral.person.friendly_name
        actions.introduce(request, offer=offer, name=name, told="They ring you first.", agreed=True, by=carl)
        actions.done(request, took=30)
        actions.thank(request, words="It shines on the whole stair. Thank you!")


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.select_related("organisation").get(user=user)
    return user
