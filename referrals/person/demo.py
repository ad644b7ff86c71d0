"""What the demo knows of somebody: needs, a neighbour with a yes of his own, a dog; and one who must not be found."""

from connect.people.models import User
from referrals import actions
from referrals.models import Particulars, Person, Referral
from referrals.person import restricting, rounds
from referrals.states import Purpose

MR_AMES = {
    "address": "6 Garnet Terrace\nMillrace",
    "needs_asked": "yes",
    "formats": ["large_print"],
    "contact_methods": ["text", "email"],  # his phone shows them large
    "supports": ["hearing_aid"],
    "strengths": "Ran the signal box at Millrace for thirty years. Mends clocks.",
    "interests": "Trains, dominoes, a good pudding",
}
NEIGHBOUR = {"name": "Walter Dunn", "tie": "neighbour, has a key", "may_speak": "yes", "their_yes": "yes"}
HIDDEN = {
    "given_name": "Imogen", "family_name": "Thwaite", "phone": "07700900492", "postcode": "KX2 4HD",
    "safe_to_message": "no",
}  # fmt: skip


def load(rosa: User, carl: User, tess: User) -> None:
    """On the people the demo has, once; written as the job "seed", like everything it holds."""
    ames = Referral.objects.filter(person__family_name="Ames", connector=carl).first()
    if ames is None or Person.objects.filter(restricted=True).exists():
        return
    Particulars.objects.create(person_id=ames.person_id, changed_by=carl, **MR_AMES)
    rounds.add_relation(ames, by=carl, made=actions.new_key(), phone="07700900381", **NEIGHBOUR)
    for mark, words, source in (
        ("bereaved", "Joan, in March", "Himself"),
        ("dog", "Gyp. Loud, friendly", "Rosa Marsh"),
    ):
        rounds.add_marker(ames, by=carl, made=actions.new_key(), mark=mark, words=words, source=source)
    _hide(rosa, carl, tess)


def _hide(rosa: User, carl: User, tess: User) -> None:
    """Only Carl and Tess know of her; Tess answers for it."""
    asked = {"wants": ["company"], "words": "Somewhere he would not think of.", "yeses": [Purpose.CONTACT]}
    referral = actions.submit(person=HIDDEN, by=rosa, made=actions.new_key(), **asked)
    actions.accept(referral, by=carl)
    restricting.restrict(referral, why="abuse", by=carl, owner=tess)
