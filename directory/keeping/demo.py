"""A desk with something on it: listings overdue, hidden, reported, proposed and waiting for a second pair of eyes."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from connect.identity import acting_as, identify
from connect.people.demo import address
from connect.people.models import Membership, User
from directory import document
from directory.keeping import actions, asking
from directory.models import (
    Ask,
    ChangeRequest,
    LinkCheck,
    Report,
    Revision,
    Service,
    Standing,
    Usefulness,
    Verification,
)
from directory.states import Decision, How, Outcome, Via, Wrong

# Days from today to the check-by date; days ago it was asked about; days ago nobody answered the phone.
OVERDUE = {
    "soup-and-songs": (-11, (25, 11), (4,)),
    "quay-shanties": (-3, (17,), ()),
    "widowed-sunday-club": (-20, (34, 20), ()),
    "chantry-quiet-hour": (-70, (84, 70), (60,)),
    "vietnamese-friends": (4, (), ()),
    "tea-at-yours": (2, (12,), ()),
    "paint-by-the-quay": (6, (), ()),
    "late-shift": (1, (13,), ()),
}
LONG_HERE, CHECKED_SINCE = timedelta(days=1100), timedelta(days=560)
HIDDEN, ATTENDED, DEAD = "chantry-quiet-hour", "widowed-sunday-club", "row-kelderby"
REPORTS = [
    ("larkfield-neighbours", Wrong.WELCOME, "Posts selling things, three this week."),
    ("swim-and-sit", Wrong.UNSAFE, "The side door was propped open and a man came in to look. Nobody was at the desk."),
    ("dogs-and-people", Wrong.CLOSED, "We stood there with the dog. Nobody came."),
    ("dogs-and-people", Wrong.CLOSED, "Shut, no sign on the gate."),
    ("dogs-and-people", Wrong.CLOSED, ""),
]
SIGN_UP = {
    "name": "Beacon book swap", "organisation": "Larkfield library", "kind": "group", "status": "active",
    "summary": "Bring a book, take a book, stay for a biscuit.", "needs": ["company", "something_to_do"], "free": True,
    "who_comes": "Anybody who reads, or used to.", "joining": "drop_in", "contact_name": "Imogen Peake",
    "contact_phone": "01632 960 077", "contact_email": "bookswap@example.org", "contact_public": True,
}  # fmt: skip


def load(key: Any) -> None:
    """Once. `key` gives a listing's key by its slug; without the cast there is no desk."""
    asking.give_dates()
    dev, priya = (User.objects.filter(email=address(name)).first() for name in ("Dev Rao", "Priya Nair"))
    with acting_as("seed"):
        if not dev or not priya or ChangeRequest.objects.exists():
            return
        for slug, (due, asks, calls) in OVERDUE.items():
            _overdue(key(slug), due, asks, calls, priya)
        _hidden_attended_and_dead(key)
        _said_to_us(key)
        _proposed(key, dev)
        _assigned_and_changed(key, dev, priya)
        _looked_at_before(priya)
    _note(key("soup-and-songs"), priya)


def _looked_at_before(by: User) -> None:
    """Each listing has been here for years, and was checked again and again: what reports of months gone by rest on."""
    now, rows = timezone.now(), []
    Service.objects.update(created=now - LONG_HERE)
    checked = Service.objects.exclude(verified_at=None).order_by("name", "pk").values_list("pk", "verified_at")
    for n, (pk, at) in enumerate(checked):
        every = timedelta(days=50 + n * 37 % 120)
        while at > now - CHECKED_SINCE:
            rows.append(_check(pk, at, Outcome.CHANGED if len(rows) % 5 == 4 else Outcome.RIGHT, by))
            at -= every
    Verification.objects.bulk_create(rows)


def _check(pk: UUID, at: datetime, outcome: str, by: User) -> Verification:
    return Verification(service_id=pk, at=at, by=by, by_name=by.name, how=How.RANG, outcome=outcome)


def _overdue(pk: UUID, due: int, asks: tuple[int, ...], calls: tuple[int, ...], by: User) -> None:
    now, check_by = timezone.now(), timezone.localdate() + timedelta(days=due)
    Service.objects.filter(pk=pk).update(check_by=check_by, verified_at=now + timedelta(days=due - 182))
    Ask.objects.bulk_create(Ask(service_id=pk, at=now - timedelta(days=ago)) for ago in asks)
    Verification.objects.bulk_create(
        Verification(
            service_id=pk, at=now - timedelta(days=ago), by=by, by_name=by.name, how=How.RANG,
            outcome=Outcome.NO_ANSWER, note="Rang twice, no machine.",
        )
        for ago in calls
    )  # fmt: skip


def _hidden_attended_and_dead(key: Any) -> None:
    now = timezone.now()
    Service.objects.filter(pk=key(HIDDEN)).update(withheld_at=now - timedelta(days=6))
    Ask.objects.bulk_create([Ask(service_id=key(HIDDEN), about=Ask.About.HIDDEN, at=now - timedelta(days=6))])
    went = timezone.localdate() - timedelta(days=6)
    Standing.objects.update_or_create(service_id=key(ATTENDED), defaults={"last_attended_on": went})
    rowing = Service.objects.filter(pk=key(DEAD)).first()
    if rowing and not rowing.url:
        rowing.url = "https://row-kelderby.example.org/"
        rowing.save(update_fields=["url"])
    if rowing:
        since = now - timedelta(days=5)
        LinkCheck.objects.get_or_create(
            address=rowing.url,
            defaults={"looked_at": now, "failing_since": since, "failures": 3, "problem": "nobody answers to the name"},
        )


def _said_to_us(key: Any) -> None:
    now = timezone.now()
    Report.objects.bulk_create(
        Report(service_id=key(slug), what=what, words=words, made_at=now - timedelta(hours=5 * at))
        for at, (slug, what, words) in enumerate(REPORTS, 1)
    )
    word = "The lunch is lovely. The bell by the ramp is hard to find, so say where it is."
    Usefulness.objects.bulk_create([Usefulness(service_id=key("st-marks-lunch-club"), useful=True, words=word)])


def _proposed(key: Any, dev: User) -> None:
    """Olive by her link, a reader, a new group, a feed; and a new number that Dev has agreed to."""
    lunch = {"fees": "£5, or what you can", "met_by": "Petra, in the green apron"}
    made = [
        _change(key("st-marks-lunch-club"), Via.ORGANISER, lunch, by_name="Olive Byrne"),
        _change(
            key("larkfield-book-circle"), Via.PUBLIC, {"summary": "A book a month, and cake."}, words="It is cake now."
        ),
        _change(key("sewing-for-something"), Via.PUBLIC, {"fees": "£2 a session"}, words="It went up this month."),
        ChangeRequest(via=Via.SIGN_UP, proposed=SIGN_UP, by_name="Imogen Peake", by_phone="01632 960 077"),
    ]
    number = _change(key("hello-again-telephone"), Via.EDITOR, {"contact_phone": "01632 960 088"}, by_name=dev.name)
    number.state, number.by, number.first_by, number.first_at = Decision.SECOND, dev, dev, timezone.now()
    ChangeRequest.objects.bulk_create([*(each for each in made if each), number])


def _change(pk: UUID, via: str, part: dict[str, Any], **said: str) -> ChangeRequest:
    was = document.of(Service.objects.get(pk=pk))
    before = {name: was[name] for name in part}
    return ChangeRequest(service_id=pk, via=via, proposed=part, was=before, **said)


def _assigned_and_changed(key: Any, dev: User, priya: User) -> None:
    for slug, whose in (("soup-and-songs", dev), ("quay-shanties", priya), ("st-marks-lunch-club", dev)):
        Service.objects.filter(pk=key(slug)).update(assigned_to=whose)
    _written_down(priya)
    club = Service.objects.get(pk=key("st-marks-lunch-club"))
    actions.change(club, {"transport": "Bus 14 stops outside"}, via=Via.EDITOR, by=priya)


def _written_down(by: User) -> None:
    """What each listing said to begin with, so that its first change can be taken back."""
    rows = document.of_each(Service.objects.filter(revisions=None))
    Revision.objects.bulk_create(
        Revision(service=service, at=service.verified_at, by=by, by_name=by.name, via=Via.EDITOR, document=said)
        for service, said in rows
        if service.verified_at
    )


def _note(pk: UUID, by: User) -> None:
    """Only an editor writes notes, so an editor does."""
    by.acting = Membership.objects.current().filter(user=by).first()
    identify(by)
    actions.write_note(Service(pk=pk), text="Ring after 4pm; Morwenna works mornings.", by=by)
    identify()
