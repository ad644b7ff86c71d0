"""A shop, a group, a neighbour who help in the demo borough; and one who waits for an answer. All invented."""

import uuid

from connect.identity import acting_for
from connect.people.champions import actions
from connect.people.champions.models import Champion, key_of
from connect.people.champions.states import May, Tier
from connect.people.models import User
from connect.places.models import Area

# name, tier, ward by its place in the alphabet, what they wrote, what they may do, thanked for
PEOPLE = [
    (
        "Bea Tallow", Tier.PROVIDER, 0, "I have the corner shop. Everybody comes in for milk and a word.",
        [May.SIGNPOST, May.REFER, May.KEEP], "You sent four people to the lunch club this month.",
    ),
    (
        "Hamid Orchard", Tier.FACILITATOR, 1, "I run the Facebook group for our streets.",
        [May.SIGNPOST, May.KEEP], "",
    ),
    ("Nell Fairweather", Tier.INDIVIDUAL, 2, "I walk the dog twice a day and know every door.", [May.SIGNPOST], ""),
    ("Piet Marlow", Tier.INDIVIDUAL, 3, "I have an hour on Thursdays.", None, ""),
]  # fmt: skip


def load(lead: User) -> None:
    """Once."""
    wards = list(lead.acting.team.areas.order_by("name"))
    if not wards or Champion.objects.filter(pk=key_of(address(PEOPLE[0][0]))).exists():
        return
    for name, tier, at, words, may, thanked in PEOPLE:
        ward = wards[at % len(wards)]
        one = _sign_up(name, tier=tier, words=words, ward=ward)
        if may is not None:
            actions.grant(one, may=may, wards=[ward], by=lead)
        if thanked:
            actions.thank(one, words=thanked, key=uuid.uuid4(), by=lead)
    _shop(Champion.objects.get(pk=key_of(address("Bea Tallow"))), lead)


def _sign_up(name: str, *, tier: str, words: str, ward: Area) -> Champion:
    email = address(name)
    said = {"name": name, "phone": "", "tier": tier, "words": words}
    actions.ask(form_key=uuid.uuid4(), email=email, wards=[ward], **said)
    with acting_for([key_of(email)]):
        actions.prove(Champion.objects.get(pk=key_of(email)))
    return Champion.objects.get(pk=key_of(email))


def _shop(bea: Champion, lead: User) -> None:
    actions.ask_for_brand(bea, name="Tallow’s Corner Shop", logo=None)
    actions.settle_brand(bea, agreed=True, by=lead)


def address(name: str) -> str:
    return f"{name.split()[0].lower()}@example.org"
