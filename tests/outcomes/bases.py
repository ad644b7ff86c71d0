"""What each of the 43 measures is counted from: numerator and denominator, read from what intake wrote down.

The measures themselves, with their intervals, cohorts and suppression, are another matter (outcomes.md 5.2). Here only
that every date, reason and answer they need was recorded at the moment it happened. Four of them end in tables that
measures of change, equality questions, costs and stories will bring: of those the base alone is counted.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from statistics import mean, median

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from connect.messaging import hours
from connect.people.models import Membership
from connect.people.roles import Role
from connect.people.training.models import Trainee
from directory.models import Capacity, Gap, Service, Verification
from directory.states import Outcome
from referrals.asking.models import HealthyChat
from referrals.belonging import Attendance, Connection
from referrals.hearing.models import Reply
from referrals.hearing.states import News
from referrals.models import Consent, ContactAttempt, Referral, ReferralEvent
from referrals.queue.models import WhileWaiting
from referrals.safety.models import ConcernTally
from referrals.states import INAPPROPRIATE, OPEN, WEIGHTS, Answer, Closed, Known, Purpose, Says, State

from .autumn import LOOKED_AT, PERIOD

A_DAY = timedelta(days=1)
FRESH = timedelta(days=90)
Base = tuple[object, object]
BASES: dict[int, Callable[[], Base]] = {}


def measure(number: int) -> Callable:
    def keep(base: Callable[[], Base]) -> Callable[[], Base]:
        BASES[number] = base
        return base

    return keep


def within(field: str) -> Q:
    return Q(**{f"{field}__date__gte": PERIOD[0], f"{field}__date__lte": PERIOD[1]})


def received() -> QuerySet[Referral]:
    return Referral.objects.filter(within("submitted_at"))


def decided() -> QuerySet[Referral]:
    """With the first decision, and why."""
    of_it = ReferralEvent.objects.filter(referral=OuterRef("pk"))
    first = of_it.filter(to__in=[State.ACCEPTED, State.RETURNED]).order_by("at")
    rows = Referral.objects.filter(within("decided_at"))
    return rows.annotate(decision=first.values("to")[:1], because=first.values("why")[:1])


def accepted() -> QuerySet[Referral]:
    return decided().filter(decision=State.ACCEPTED)


def declined() -> QuerySet[Referral]:
    return decided().filter(decision=State.RETURNED)


def closed() -> QuerySet[Referral]:
    return Referral.objects.filter(within("closed_at"))


def still_open() -> QuerySet[Referral]:
    """At the end of the period."""
    end = hours.at(PERIOD[1] + A_DAY, datetime.min.time())
    return received().filter(Q(closed_at=None) | Q(closed_at__gte=end)).exclude(state=State.RETURNED)


def offered() -> QuerySet[Connection]:
    """Two weeks past the first session they were expected at, and what is known of whether they went."""
    said = Attendance.objects.filter(occasion__connection=OuterRef("pk"), said_by__in=[s.value for s in Says])
    rows = Connection.objects.filter(first_offered_at__lte=LOOKED_AT - timedelta(days=14))
    return rows.annotate(yes=Exists(said.filter(answer=Answer.WENT)), no=Exists(said.filter(answer=Answer.NOT)))


def days(rows: QuerySet[Referral], until: str) -> list[int]:
    return sorted((to.date() - since.date()).days for since, to in rows.values_list("submitted_at", until) if to)


def working_days(since: date, until: date) -> int:
    step, count = since, 0
    while step < until:
        step += A_DAY
        count += hours.is_working_day(step, "england")
    return count


@measure(1)
def by_who_asked() -> Base:
    groups = received().values_list("source", "referrer_job", "referring_organisation__name", "ward__name")
    return Counter(" ".join(filter(None, row)) for row in groups), received().count()


@measure(2)
def active_referrers() -> Base:
    """And, of those trained, who referred within 90 days of it."""
    trained = Trainee.objects.of_mecc().who_came().values_list("email", "session__held_on")
    soon = [
        Referral.objects.filter(referrer__email=email, submitted_at__date__range=(day, day + FRESH)).exists()
        for email, day in trained
    ]
    return received().exclude(referrer=None).values("referrer").distinct().count(), (sum(soon), len(soon))


@measure(3)
def acceptance() -> Base:
    return accepted().count(), decided().count()


@measure(4)
def declined_by_reason() -> Base:
    return Counter(declined().values_list("because", flat=True)), decided().count()


@measure(5)
def inappropriate() -> Base:
    wrong = declined().filter(because__in=INAPPROPRIATE)
    return Counter(wrong.values_list("referring_organisation__name", flat=True)), decided().count()


@measure(6)
def consent_at_referral() -> Base:
    yes = Consent.objects.filter(referral=OuterRef("pk"), purpose=Purpose.CONTACT, decision="given")
    known = received().annotate(agreed=Exists(yes.filter(said_at__lte=OuterRef("submitted_at") + A_DAY)))
    return known.filter(agreed=True).count(), received().count()


@measure(7)
def time_to_decision() -> Base:
    waits = [working_days(s.date(), d.date()) for s, d in decided().values_list("submitted_at", "decided_at")]
    return median(waits), (sum(wait <= 2 for wait in waits), len(waits))


@measure(8)
def time_to_first_contact() -> Base:
    rows = accepted().exclude(first_contact_at=None).values_list("submitted_at", "first_contact_at")
    waits = [working_days(since.date(), to.date()) for since, to in rows]
    return median(waits), (sum(wait <= 5 for wait in waits), accepted().count())


@measure(9)
def contact_success() -> Base:
    tries = ContactAttempt.objects.filter(referral__in=accepted().values("pk"))
    return accepted().exclude(first_contact_at=None).count(), (accepted().count(), tries.count())


@measure(10)
def time_to_connect() -> Base:
    rows = received().annotate(introduced=Min("connections__introduced_at"))
    return days(rows, "introduced"), received().count()


@measure(11)
def time_to_first_attendance() -> Base:
    rows = received().annotate(went=Min("connections__first_attended_at"))
    return days(rows, "went"), received().count()


@measure(12)
def waiting_list() -> Base:
    """No word yet; and a plan, but nobody introduced."""
    alone = ~Exists(Connection.objects.filter(referral=OuterRef("pk")).exclude(introduced_at=None))
    unheard = still_open().filter(first_contact_at=None)
    return unheard.count(), still_open().filter(alone).exclude(first_contact_at=None).count()


@measure(13)
def kept_in_touch() -> Base:
    end = hours.at(PERIOD[1], datetime.max.time())
    lately = {"referral": OuterRef("pk"), "at__range": (end - timedelta(days=10), end)}
    spoke = Exists(ContactAttempt.objects.filter(**lately, reached=True))
    done = {"referral": OuterRef("pk"), "done_at__range": (end - timedelta(days=10), end)}
    waiting = still_open().filter(submitted_at__lt=end - timedelta(days=10), connections=None)
    return waiting.filter(spoke | Exists(WhileWaiting.objects.filter(**done))).count(), waiting.count()


@measure(14)
def attendance_known() -> Base:
    return offered().filter(Q(yes=True) | Q(no=True)).count(), offered().count()


@measure(15)
def attendance_confirmed() -> Base:
    return offered().filter(yes=True).count(), offered().count()


@measure(16)
def sustained() -> Base:
    rows = Connection.objects.filter(introduced_at__lte=LOOKED_AT - timedelta(weeks=12))
    went = Q(occasions__attendances__answer=Answer.WENT)
    often = rows.annotate(times=Count("occasions", filter=went, distinct=True)).filter(times__gte=3)
    return often.count(), rows.count()


@measure(17)
def progress_known_to_referrer() -> Base:
    about = Reply.objects.filter(news__in=[News.WENT, News.CLOSED])
    reached = [
        working_days(event.date(), sent.date()) <= 5 for event, sent in about.values_list("event_at", "sent_at") if sent
    ]
    return sum(reached), about.count()


@measure(18)
def drop_out_by_stage() -> Base:
    went = Q(connections__first_attended_at__isnull=False)
    stages = {
        "accepted": Q(pk__in=accepted().values("pk")),
        "contacted": Q(first_contact_at__isnull=False),
        "planned": Q(plan_agreed_at__isnull=False) | Q(first_meeting_at__isnull=False),
        "introduced": Q(connections__introduced_at__isnull=False),
        "attended": went,
    }
    return {name: received().filter(reached).distinct().count() for name, reached in stages.items()}, received().count()


@measure(19)
def closure_reasons() -> Base:
    return Counter(closed().values_list("closed_why", flat=True)), closed().count()


@measure(20)
def referred_again() -> Base:
    soon = (OuterRef("closed_at"), OuterRef("closed_at") + timedelta(days=180))
    again = Referral.objects.filter(person=OuterRef("person"), submitted_at__range=soon)
    return closed().filter(Exists(again)).count(), closed().count()


@measure(21)
def listing_freshness() -> Base:
    active = Service.objects.published()
    return active.filter(verified_at__gte=LOOKED_AT - FRESH).count(), active.count()


@measure(22)
def freshness_at_use() -> Base:
    """By the checks themselves: when a listing was looked at is written down each time, not only the last."""
    looked = Verification.objects.filter(
        service=OuterRef("service"), at__range=(OuterRef("introduced_at") - FRESH, OuterRef("introduced_at"))
    ).exclude(outcome__in=[Outcome.NO_ANSWER, Outcome.CALL_AGAIN])
    made = Connection.objects.exclude(introduced_at=None)
    return made.filter(Exists(looked)).count(), made.count()


@measure(23)
def listing_accuracy() -> Base:
    made = Verification.objects.exclude(outcome__in=[Outcome.NO_ANSWER, Outcome.CALL_AGAIN])
    return made.exclude(outcome=Outcome.RIGHT).count(), made.count()


@measure(24)
def unmet_need() -> Base:
    return list(Gap.objects.values_list("need", "area__name", "reason")), sum(len(one.wants) for one in received())


@measure(25)
def supply_per_need() -> Base:
    supply = Service.objects.published().filter(needs="company").count()
    return supply, received().filter(wants__contains=["company"]).values("person").distinct().count()


@measure(26)
def capacity_of_connectors() -> Base:
    held = Referral.objects.filter(state__in=OPEN).exclude(connector=None)
    said = held.values_list("assessed_weight", "expected_weight")
    weights = [WEIGHTS[assessed or expected] for assessed, expected in said]
    funded = Membership.objects.current().filter(role=Role.CON).values_list("full_caseload", flat=True)
    return sum(weights), sum(funded)


@measure(27)
def capacity_of_groups() -> Base:
    said = list(Capacity.objects.exclude(maximum=None).exclude(available=None).values_list("available", "maximum"))
    return sum(most - free for free, most in said), sum(most for _free, most in said)


@measure(28)
def contacts_per_person() -> Base:
    spoke = Count("attempts", filter=Q(attempts__reached=True))
    return sorted(closed().annotate(times=spoke).values_list("times", flat=True)), closed().count()


@measure(29)
def case_mix() -> Base:
    asked = accepted().filter(domains_asked=True)
    return Counter((len(one.domains), one.assessed_weight) for one in asked), accepted().count()


@measure(30)
def complexity_drift() -> Base:
    both = accepted().exclude(expected_weight="").exclude(assessed_weight="")
    drift = [WEIGHTS[one.assessed_weight] - WEIGHTS[one.expected_weight] for one in both]
    return mean(drift), len(drift)


@measure(31)
def structural_share() -> Base:
    made = Connection.objects.exclude(introduced_at=None)
    return made.filter(service__function="structural").count(), made.count()


@measure(32)
def outcome_change() -> Base:
    """Pairs come with the instruments; whom they could be asked of is known now."""
    return None, accepted().exclude(first_contact_at=None).count()


@measure(33)
def measure_completion() -> Base:
    return None, accepted().exclude(first_contact_at=None).count()


@measure(34)
def goals() -> Base:
    return None, accepted().exclude(plan_agreed_at=None).count()


@measure(35)
def equality_reach() -> Base:
    """The answers come with the equality questions, kept apart; the base is distinct people accepted."""
    return None, accepted().values("person").distinct().count()


@measure(36)
def equality_fairness() -> Base:
    return None, (decided().count(), accepted().exclude(first_contact_at=None).count(), offered().count())


@measure(37)
def equality_known() -> Base:
    return None, accepted().values("person").distinct().count()


@measure(38)
def life_course() -> Base:
    born = accepted().exclude(person__date_of_birth=None).values_list("person__date_of_birth", "submitted_at")
    ages = [at.year - day.year - ((at.month, at.day) < (day.month, day.day)) for day, at in born]
    return sum(age < 65 for age in ages), (len(ages), accepted().count())


@measure(39)
def first_ever_contact() -> Base:
    answered = accepted().filter(first_time__in=[Known.YES, Known.NO])
    return answered.filter(first_time=Known.YES).count(), answered.count()


@measure(40)
def mecc_funnel() -> Base:
    chats = list(HealthyChat.objects.all())
    asked = [one for one in chats if one.asked]
    went = Q(connections__first_attended_at__isnull=False)
    sent = Referral.objects.filter(chat__isnull=False)
    return [
        sum(one.assisted for one in asked), sum(one.acted for one in asked), sent.count(), sent.filter(went).count()
    ], len(asked)  # fmt: skip


@measure(41)
def people_supported() -> Base:
    """The tenant's costs come later; the people they are shared among are these."""
    return None, Referral.objects.filter(within("first_contact_at")).values("person").distinct().count()


@measure(42)
def concerns() -> Base:
    """How many, and nothing else: the concerns themselves nobody may count."""
    return ConcernTally.objects.filter(on__range=PERIOD).count(), None


@measure(43)
def stories() -> Base:
    """Stories bring their own consent; who could tell one is whoever was helped and is finished."""
    return None, closed().filter(closed_why__in=[Closed.COMPLETED, Closed.MOVED_ON]).count()
