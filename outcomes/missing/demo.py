"""What Kelderby lacks: gaps as Carl wrote them down month by month, and a wish list of which one has started."""

from datetime import timedelta

from django.utils import timezone

from connect.identity import acting_as
from connect.people.demo import KELDERBY, address
from connect.people.models import Membership, User
from connect.places.models import Area
from directory import demo as directory
from directory.models import Gap, Need, Service
from directory.states import Missing, Source
from outcomes.missing import actions
from outcomes.missing.models import Wish
from outcomes.missing.states import Standing
from referrals.actions import new_key

# what, need, wards, in words, and where it stands with the latest
WISHES = (
    ("A lift to the morning groups", "practical_help", ("Hollin Park", "Larkfield"),
     "Door to door, booked the day before. The last bus up to Hollin Park is at half past six.",
     Standing.LOOKING, "Being costed with the taxi co-operative; decision on 8 December"),
    ("Lunch that costs nothing", "company", ("Millrace",),
     "One pot, one long table, and a box of toys. Halal, so that everybody can sit down together.",
     Standing.STARTED, "Wednesdays at half past twelve, since September"),
    ("A shed without steps", "something_to_do", ("Tanners", "Northgate"),
     "A workshop that a wheelchair gets into, and a bench at the right height.",
     Standing.AGREED, "The college lends its joinery from January"),
    ("A walk for those who lost somebody", "company", ("Beacon",),
     "Slow, an hour, with a bench half-way and tea at the end.", Standing.WANTED, ""),
)  # fmt: skip

# Where, what for, and why nothing fitted: found again in each month.
GAPS = (
    ("Hollin Park", "practical_help", Missing.NO_WAY_THERE), ("Hollin Park", "getting_out", Missing.TOO_FAR),
    ("Hollin Park", "company", Missing.NOTHING), ("Larkfield", "practical_help", Missing.NO_WAY_THERE),
    ("Larkfield", "getting_out", Missing.TOO_FAR), ("Quayside", "people_like_me", Missing.NOTHING),
    ("Quayside", "company", Missing.FULL), ("Tanners", "something_to_do", Missing.COST),
    ("Northgate", "people_like_me", Missing.NOTHING), ("Beacon", "phone_chat", Missing.FULL),
)  # fmt: skip
MONTHS, A_MONTH = 5, timedelta(days=30)


def load() -> None:
    """Once, and before the months gone by are frozen."""
    if Wish.objects.exists():
        return
    with acting_as("seed"):
        Gap.objects.bulk_create(_gap(*one, back) for one in GAPS for back in range(1, MONTHS + 1))
    tess = User.objects.get(email=address("Tess Orme"))
    tess.acting = Membership.objects.get(user=tess)
    for title, need, wards, words, standing, news in WISHES:
        _wish(tess, wards, standing, {"title": title, "words": words, "need": Need.objects.get(pk=need)}, news)


def _gap(ward: str, need: str, reason: str, back: int) -> Gap:
    """Read since by an editor, so that none of them waits on the desk."""
    at = timezone.now() - back * A_MONTH
    users = {one.email: one for one in User.objects.filter(email__in=[address("Carl Whitlock"), address("Dev Rao")])}
    area = Area.objects.get(parent__code=KELDERBY, name=ward)
    return Gap(
        source=Source.CONNECTOR, reason=reason, need_id=need, area=area, at=at, by=users[address("Carl Whitlock")],
        read_by=users[address("Dev Rao")], read_at=at,
    )  # fmt: skip


def _wish(tess: User, names: tuple[str, ...], standing: str, said: dict[str, object], news: str) -> None:
    wards = list(Area.objects.filter(parent__code=KELDERBY, name__in=names).order_by("name"))
    held = actions.wish(**said, news="", wards=wards, by=tess, made=new_key())
    if standing != Standing.WANTED:
        service = _started() if standing == Standing.STARTED else None
        new = said | {"news": news, "service": service, "standing": standing, "wards": wards}
        actions.change(held, seen=held.version, **new, by=tess, made=new_key())


def _started() -> Service | None:
    return Service.objects.filter(pk=directory.key("the-long-table")).first()
