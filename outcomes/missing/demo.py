"""The demo's wish list: four things that Kelderby lacks, of which one has started."""

from connect.people.demo import KELDERBY, address
from connect.people.models import Membership, User
from connect.places.models import Area
from directory import demo as directory
from directory.models import Need, Service
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


def load() -> None:
    """Once."""
    if Wish.objects.exists():
        return
    tess = User.objects.get(email=address("Tess Orme"))
    tess.acting = Membership.objects.get(user=tess)
    for title, need, wards, words, standing, news in WISHES:
        _wish(tess, wards, standing, {"title": title, "words": words, "need": Need.objects.get(pk=need)}, news)


def _wish(tess: User, names: tuple[str, ...], standing: str, said: dict[str, object], news: str) -> None:
    wards = list(Area.objects.filter(parent__code=KELDERBY, name__in=names).order_by("name"))
    held = actions.wish(**said, news="", wards=wards, by=tess, made=new_key())
    if standing != Standing.WANTED:
        service = _started() if standing == Standing.STARTED else None
        new = said | {"news": news, "service": service, "standing": standing, "wards": wards}
        actions.change(held, seen=held.version, **new, by=tess, made=new_key())


def _started() -> Service | None:
    return Service.objects.filter(pk=directory.key("the-long-table")).first()
