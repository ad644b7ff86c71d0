"""The demo's chest: a pot, a group that waits for an answer, and one that tells what came of it."""

from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.people.demo import ACTION, address
from connect.people.models import Membership, Organisation, User
from outcomes.chest import actions
from outcomes.chest.forms import aims
from outcomes.chest.models import Application, Pot
from referrals.actions import new_key

NAME = "Community chest"
GROUPS = (
    {"group": "Millrace Knitters", "name": "Olga Fielding", "email": "olga.fielding@example.org", "amount": 600,
     "people": 18, "words": "Wool and needles for a year, and the warm room at the library.", "may_show": True},
    {"group": "Tuesday Boules", "name": "Bert Lacey", "email": "bert.lacey@example.org", "amount": 450, "people": 12,
     "words": "A bench by the boules court, so that those who tire can stay.", "may_show": True},
)  # fmt: skip


def load() -> None:
    if Pot.objects.filter(name=NAME).exists():  # there may be one of lives that were played
        return
    today, tess = timezone.localdate(), _user("Tess Orme")
    pot = Pot.objects.create(
        organisation=Organisation.objects.get(name=ACTION), name=NAME, total=6000, made_by=tess,
        words="For groups that bring people together in Kelderby.", opens_on=today - timedelta(days=120),
        closes_on=today + timedelta(days=90), **new_key(),
    )  # fmt: skip
    for said in GROUPS:
        _given(pot, said, (tess, _user("Cleo Hart")) if said["group"] == "Millrace Knitters" else ())


def _given(pot: Pot, said: dict[str, object], deciders: tuple[User, ...]) -> None:
    application = actions.ask(pot, aims=list(aims()[:2]), made=new_key(), **said)
    with acting_as("seed"):
        actions.confirm(application)
        for user in deciders:
            actions.decide(application, yes=True, amount=600, words="Warm, and near.", by=user, made=new_key())
        if deciders:
            Application.objects.filter(pk=application.pk).update(paid_on=timezone.localdate())
            today = timezone.localdate()
            actions.spend(application, on=today, what="Wool and needles", amount=320, by=None, made=new_key())
            told = "Fourteen of us meet now. Two who came alone go for coffee after."
            actions.tell(application, led_to=told, reached=14, may_show=True)


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.get(user=user)
    return user
