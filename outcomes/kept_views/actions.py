"""Keeping a view, being written to about it or not, letting it go."""

from datetime import date

from django.db import transaction

from connect.people.models import User
from outcomes.kept_views.models import KeptView
from outcomes.within import Place


@transaction.atomic
def keep(user: User, *, page: str, grain: str, place: Place, by_email: bool, had: date | None) -> KeptView:
    """Kept twice it is kept once; `had` is the newest period there is, which nobody is written to about any more."""
    of = {"membership": user.acting, "page": page, "grain": grain, "place_code": place.code}
    more = {"user": user, "place_name": place.name, "by_email": by_email, "told": had}
    view, made = KeptView.objects.get_or_create(**of, defaults=more)
    if by_email and not made:
        write(view, by_email=True, had=had, by=user)
    return view


def write(view: KeptView, *, by_email: bool, had: date | None, by: User) -> None:
    """The switch beside each view. Whoever switches it on hears of what comes, not of what is there."""
    KeptView.objects.visible_to(by).filter(pk=view.pk).update(by_email=by_email, told=had)


def drop(view: KeptView, *, by: User) -> None:
    KeptView.objects.visible_to(by).filter(pk=view.pk).delete()
