"""New figures stand behind a view that somebody keeps: one e-mail a day with the addresses, and no figure in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import messages
from connect.messaging.states import Channel
from connect.one_by_one import one_by_one
from connect.people.access import may
from connect.people.models import Membership, User
from outcomes.figures.lattice import Period
from outcomes.kept_views import pages
from outcomes.kept_views.models import KeptView

KIND = "figures_ready"


@dataclass(frozen=True)
class News:
    """A view, the period that is new in it, and where it stands."""

    view: KeptView
    period: Period
    address: str


def sweep() -> int:
    """How many were written to; woken several times a day, it tells of each period once."""
    with acting_as("reminders"):
        people = list(KeptView.objects.filter(by_email=True).order_by().values_list("user", flat=True).distinct())
    return one_by_one(people, _tell, "news of figures for")


def _tell(user_pk: UUID) -> bool:
    with acting_as("reminders"):
        views = list(KeptView.objects.select_for_update().filter(user=user_pk, by_email=True))
    news = [one for view in views if (one := _news(view))]
    if news:
        _write(news)
    return bool(news)


def _news(view: KeptView) -> News | None:
    """As they would see it themselves, in the role in which they kept it."""
    membership = Membership.objects.current().filter(pk=view.membership_id).select_related(
        "user", "team", "area", "organisation").first()  # fmt: skip
    if membership is None:
        return None
    user: User = membership.user
    user.acting = view.user.acting = membership
    identify(user)
    try:
        board = pages.newest(view, user) if may(user, "DASHBOARD") else None
        if board is None or (view.told and board.period.start <= view.told):
            return None
        return News(view, board.period, settings.SITE_URL + pages.address(view, board))
    finally:
        identify()


def _write(news: list[News]) -> None:
    person = news[0].view.user
    with acting_as("reminders"):
        messages.queue(
            recipient_key=person.pk,
            cause=f"figures {timezone.localdate()}",
            channel=Channel.EMAIL,
            to=person.email,
            template=KIND,
            context={
                "name": person.first_name,
                "news": news,
                "all": settings.SITE_URL + reverse("kept_views"),
            },
        )
        _remember(news)


def _remember(news: Iterable[News]) -> None:
    for one in news:
        KeptView.objects.filter(pk=one.view.pk).update(told=one.period.start)
