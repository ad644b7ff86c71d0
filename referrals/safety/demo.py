"""The demo's words that wait to be read, a concern nobody real told us of, and two who may be one person."""

from connect.people.models import User
from referrals import actions
from referrals.models import Referral
from referrals.safety import concerns, words
from referrals.safety.states import Asked, Door, Kind, Now
from referrals.states import State


def load(rosa: User, carl: User) -> None:
    """What Carl and Tess find: a few words, one of them at the top; a concern; somebody asked for twice."""
    with_carl = Referral.objects.filter(connector=carl, state=State.CONTACTED, named=None).select_related("team")
    first = with_carl.order_by("submitted_at").first()
    if first is None:
        return
    _words(first)
    _concern(first, rosa)
    _twice(first, rosa, carl)


def _words(referral: Referral) -> None:
    words.heard("Thank you for ringing. Could it be in the mornings?", referral=referral, where=Door.OWN_PAGE)
    words.heard("She has no food in the house until Friday.", referral=referral, where=Door.THREAD)


def _concern(referral: Referral, rosa: User) -> None:
    concerns.tell(
        team=referral.team,
        by=rosa,
        made=actions.new_key(),
        about="The lady at number nine, Tallowin Court",
        happened="Her grandson answers for her, and keeps her bank card. She looked away when I asked.",
        their_words="He means well, I suppose.",
        asked=Asked.COULD_NOT,
        kinds=[Kind.FINANCIAL, Kind.PSYCHOLOGICAL],
        now=Now.NO,
    )


def _twice(first: Referral, rosa: User, carl: User) -> None:
    """Somebody else at the same office asked for the same person, by another name and number of theirs."""
    was = first.person
    person = {
        "given_name": was.given_name, "family_name": was.family_name[:1] + was.family_name[1:].replace("e", "a", 1),
        "phone": was.phone, "postcode": was.postcode, "safe_to_message": "unsure",
    }  # fmt: skip
    again = actions.submit(
        person=person, wants=["company"], words="", yeses=["contact"], by=rosa, made=actions.new_key()
    )
    actions.accept(again, by=carl)
