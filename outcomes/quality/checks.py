"""What is wrong, or wanting, in the records of those somebody works with: one query a check, however many people.

Each check says which of a set of referrals it finds and where that is mended. Nothing is judged here about a person:
it is the record that wants mending.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from connect.messaging import hours
from connect.places.models import Area
from outcomes.documents.models import FirstAnswers
from outcomes.documents.states import Practice, Risks
from outcomes.measuring.models import Reading
from referrals.belonging import Connection
from referrals.following.models import MeasureDue
from referrals.hearing.models import Reply
from referrals.hearing.states import WhyNot
from referrals.models import ContactAttempt, Referral
from referrals.states import HELD, OPEN, Next, State, Step

BASELINE_LATEST, STUCK, NOT_SPOKEN, NOT_HEARD = 28, 42, 28, 14  # days
OLDEST = 115  # years
ANSWER = 7
Rows = QuerySet[Referral]


@dataclass(frozen=True)
class Check:
    """`page` is the address where it is mended, `part` the place on it; `find` narrows what somebody may see."""

    key: str
    label: str | Promise
    mend: str | Promise
    find: Callable[[Rows], Rows]
    page: str = "person"
    part: str = ""


def _ago(days: int) -> datetime:
    return hours.at(timezone.localdate() - timedelta(days=days), time())


def no_baseline(rows: Rows) -> Rows:
    """A reason why not is no gap."""
    said = MeasureDue.objects.filter(referral=OuterRef("pk")).exclude(why_not="")
    taken = Reading.objects.filter(referral=OuterRef("pk"))
    rows = rows.filter(state__in=HELD, first_contact_at__lt=_ago(BASELINE_LATEST))
    return rows.exclude(Exists(taken)).exclude(Exists(said))


def born_when(rows: Rows) -> Rows:
    today = timezone.localdate()
    oldest = today.replace(year=today.year - OLDEST, day=min(today.day, 28))
    return rows.filter(Q(person__date_of_birth__gt=today) | Q(person__date_of_birth__lt=oldest))


def age_differs(rows: Rows) -> Rows:
    """The age that was said then and the birthday known now are more than a year apart."""
    rows = rows.exclude(age_then=None).exclude(person__date_of_birth=None)
    by_year = F("submitted_at__year") - F("person__date_of_birth__year") - F("age_then")
    return rows.annotate(years_apart=by_year).filter(Q(years_apart__gt=2) | Q(years_apart__lt=-1))


def out_of_order(rows: Rows) -> Rows:
    """Went before they were introduced, rung before they were asked for, answered before they came."""
    went = Connection.objects.filter(referral=OuterRef("pk"), first_attended_at__date__lt=F("introduced_at__date"))
    rang = ContactAttempt.objects.filter(referral=OuterRef("pk"), at__date__lt=OuterRef("submitted_at__date"))
    read = Reading.objects.filter(referral=OuterRef("pk"), taken_on__lt=OuterRef("submitted_at__date"))
    ended = Q(closed_at__lt=F("submitted_at"))
    return rows.filter(Exists(went) | Exists(rang) | Exists(read) | ended)


def not_spoken(rows: Rows) -> Rows:
    return rows.filter(state=State.ACCEPTED, first_contact_at=None, submitted_at__lt=_ago(NOT_SPOKEN))


def stuck(rows: Rows) -> Rows:
    """Nothing at all has happened for six weeks, and they did not ask to wait."""
    rows = rows.filter(state__in=[State.CONTACTED, State.ACTIVE])
    return rows.annotate(last_at=Coalesce(Max("events__at"), "submitted_at")).filter(last_at__lt=_ago(STUCK))


def no_next(rows: Rows) -> Rows:
    return rows.filter(state__in=HELD).filter(Q(next_step=Next.NOTHING) | Q(next_on=None))


def next_long_ago(rows: Rows) -> Rows:
    return rows.filter(state__in=HELD, next_on__lt=timezone.localdate() - timedelta(days=NOT_HEARD))


def no_word(rows: Rows) -> Rows:
    """Whoever asked should have heard, may hear, and has not."""
    owed = Reply.objects.filter(referral=OuterRef("pk"), sent_at=None, made_at__lt=_ago(ANSWER))
    failed = Q(why_not__in=[WhyNot.NOT_SENT, WhyNot.NO_ADDRESS, WhyNot.LEFT]) | Q(why_not="")
    return rows.filter(Exists(owed.filter(failed)))


def ward_unknown(rows: Rows) -> Rows:
    """What stands there is no ward, or one that the team does not serve."""
    served = Area.objects.filter(teams=OuterRef("team"), pk=OuterRef("ward"))
    return rows.filter(state__in=OPEN).filter(~Q(ward__kind=Area.Kind.WARD) | ~Exists(served))


def not_known_whether(rows: Rows) -> Rows:
    waits = Connection.objects.filter(
        referral=OuterRef("pk"), state=Step.INTRODUCED, first_offered_at__lt=_ago(NOT_HEARD), first_attended_at=None
    )
    return rows.filter(Exists(waits))


def not_asked(rows: Rows) -> Rows:
    """Spoken with, and nobody has asked what the documents want."""
    asked = FirstAnswers.objects.filter(referral=OuterRef("pk")).exclude(practice=Practice.NOT_ASKED)
    asked = asked.exclude(risks=Risks.NOT_ASKED)
    rows = rows.filter(state__in=[State.CONTACTED, State.ACTIVE])
    return rows.filter(Q(person__family_name="") | Q(person__date_of_birth=None) | ~Exists(asked))


CHECKS = (
    Check(
        "no_next", _("Nothing set that comes next"), _("Set what is next"), no_next,
        page="person", part="next",
    ),
    Check(
        "next_long_ago", _("What was next is two weeks past"), _("Do it, or set another day"), next_long_ago,
        page="person", part="next",
    ),
    Check(
        "not_spoken", _("Accepted four weeks ago, and not spoken with"), _("Ring, or say how it stands"), not_spoken,
        page="person", part="note",
    ),
    Check(
        "stuck", _("Nothing has happened for six weeks"), _("Look again, pause it, or finish it"), stuck,
        page="person", part="note",
    ),
    Check(
        "not_known", _("Introduced, and nobody knows whether they went"),
        _("Ask, and write it down"), not_known_whether,
        page="person", part="conn",
    ),
    Check(
        "no_word", _("Whoever asked has had no word"), _("Find out why it did not reach them"), no_word,
        page="person", part="heard",
    ),
    Check(
        "no_baseline", _("No first reading, and no reason why not"), _("Ask how they are, or say why not"), no_baseline,
        page="readings", part="",
    ),
    Check(
        "born_when", _("A date of birth that cannot be"), _("Put it right"), born_when,
        page="particulars", part="id_date_of_birth",
    ),
    Check(
        "age_differs", _("The age then and the birthday do not agree"), _("Ask which is right"), age_differs,
        page="particulars", part="id_date_of_birth",
    ),
    Check(
        "out_of_order", _("Days in an order that cannot be"),
        _("Look at the days, and write what is right"), out_of_order,
        page="person", part="story",
    ),
    Check(
        "ward_unknown", _("A ward the team does not serve, or none"), _("Look at the postcode"), ward_unknown,
        page="particulars", part="id_postcode",
    ),
    Check(
        "not_asked", _("Not asked what the documents want"), _("Ask when you speak next"), not_asked,
        page="first_contact", part="",
    ),
)  # fmt: skip
BY_KEY = {one.key: one for one in CHECKS}
