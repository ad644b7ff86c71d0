"""The demo's lines beside the figures, and the view that its commissioner keeps."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from connect.identity import identify
from connect.people.demo import address
from connect.people.models import Membership, User
from outcomes import within
from outcomes.annotations import actions
from outcomes.annotations.models import Annotation
from outcomes.figures.lattice import Grain
from outcomes.kept_views import actions as keeping
from outcomes.kept_views.states import Page
from outcomes.periods import month_of
from referrals.actions import new_key

LINES = (
    (1, "Millrace", "A second lunch club opened by the weir"),
    (2, "Quayside", "The evening bus stopped running"),
    (4, "Kelderby", "Twelve housing officers were trained in healthy chats"),
)


def load() -> None:
    """Once."""
    if Annotation.objects.exists():
        return
    with transaction.atomic():
        tess, colm = _user("Tess Orme"), _user("Colm Dace")
        places = {place.name: place for place in within.places(tess)}
        for back, name, words in LINES:
            actions.write(places[name], month=_months_ago(back), words=words, by=tess, made=new_key())
        identify(colm)
        whole = within.places(colm)[0]
        keeping.keep(colm, page=Page.WORKS, grain=Grain.MONTH, place=whole, by_email=True, had=None)
        identify()


def _months_ago(n: int) -> date:
    month = month_of(timezone.now())
    at = month.year * 12 + month.month - 1 - n
    return date(at // 12, at % 12 + 1, 1)


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.select_related("organisation", "team", "area").get(user=user)
    return user
