"""Who asks, and for whom: referrals received, who sends them, whether the person knew, how old, and if for once new."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connect.people.roles import Job
from outcomes.figures.counting import COARSE, WHOLE, Count, Cut, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import whom
from referrals.models import Consent, Referral
from referrals.person.states import Decision
from referrals.states import Known, Purpose, Source

A_DAY = timedelta(days=1)
OLDER = 65


def received(span: Span) -> QuerySet[Referral]:
    return whom.referrals(span).filter(span.within("submitted_at"))


def agreed(span: Span) -> QuerySet[Referral]:
    yes = Consent.objects.filter(referral=OuterRef("pk"), purpose=Purpose.CONTACT, decision=Decision.GIVEN)
    return received(span).filter(Exists(yes.filter(said_at__lte=OuterRef("submitted_at") + A_DAY)))


@once
def _received(span: Span) -> QuerySet:
    fields = ("ward", "person", "source", "referrer_job", "referring_organisation__name")
    return received(span).values_list(*fields, named=True)


def by_role(span: Span) -> Iterator[Thing]:
    return (Thing(row.ward, _role(row.source, row.referrer_job), row.person) for row in _received(span))


def _role(source: str, job: str) -> str:
    return (job if job in Job.values else Job.OTHER.value) if source == Source.WORKER else source


def by_organisation(span: Span) -> Iterator[Thing]:
    rows = _received(span)
    return (Thing(row.ward, row.referring_organisation__name or nameless(), row.person) for row in rows)


def nameless() -> str:
    return gettext("No organisation with an account")


def ages(span: Span, below: int = 200) -> Iterator[Thing]:
    """Of those accepted: whose age on the day they were referred is known, and below that."""
    for row in whom.accepted(span):
        born = row.person__date_of_birth
        age = _age(born, timezone.localdate(row.submitted_at)) if born else row.age_then
        if age is not None and age < below:
            yield Thing(row.ward, subject=row.person)


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def first_time(span: Span, *answers: str) -> Iterator[Thing]:
    return whom.each(row for row in whom.accepted(span) if row.first_time in answers)


ROLES = Cut(
    "role",
    _("Who asked"),
    (
        *((job.value, job.label) for job in Job),
        *((one.value, one.label) for one in (Source.OUTSIDER, Source.SELF, Source.FAMILY)),
    ),
)
ORGANISATIONS = Cut("organisation", _("Organisation that asked"))

COUNTS = [
    Count(key="received", title=_("Referred"), counted=lambda span: whom.each(_received(span))),
    Count(
        key="received_by_role", title=_("Referred, by who asked"), counted=by_role, total="received", cut=ROLES,
        shape=COARSE,
    ),
    Count(
        key="received_by_organisation", title=_("Referred, by organisation"), total="received", cut=ORGANISATIONS,
        counted=by_organisation, shape=WHOLE,
    ),
    Count(
        key="agreed", title=_("Knew of it and agreed"), part_of="received", shape=COARSE,
        counted=lambda span: whom.things(agreed(span)),
    ),
    Count(
        key="accepted_age_known", title=_("Accepted, age known"), part_of="accepted", shape=COARSE, counted=ages,
    ),
    Count(
        key="accepted_under_65", title=_("Accepted, under 65"), part_of="accepted_age_known", shape=COARSE,
        counted=lambda span: ages(span, OLDER),
    ),
    Count(
        key="accepted_first_answered", title=_("Accepted, asked whether they were helped before"), part_of="accepted",
        shape=COARSE, counted=lambda span: first_time(span, Known.YES, Known.NO),
    ),
    Count(
        key="accepted_first_ever", title=_("Accepted, for the first time with any service"), shape=COARSE,
        part_of="accepted_first_answered", counted=lambda span: first_time(span, Known.YES),
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=1, key="referrals", title=_("Referrals, by who asked and where"), kind=Kind.COUNT, part="received",
        what=_("Referrals received in the period, by the ward in which the person lived on that day."),
        also=("received_by_role", "received_by_organisation"),
        notes=(
            _("Somebody who is referred twice counts twice. People under special protection are left out."),
            _("Who asked is a worker’s own job on that day; asking for oneself, and for a relative or neighbour, are "
              "ways of their own. A worker without an account is counted apart, whatever their job."),
            _("Organisations from which few people came are shown together. More referrals are not better: it depends "
              "on how many people an organisation meets."),
        ),
    ),
    Measure(
        number=6, key="consent", title=_("The person knew and agreed"), kind=Kind.SHARE, part="agreed",
        whole="received",
        what=_("Referrals where a yes of the person to being contacted is written down, given no later than a day "
               "after the referral."),
        of=_("All referrals received in the period."),
        notes=(
            _("It counts what was written down. A person who agreed and whose worker did not say so counts as no."),
        ),
    ),
    Measure(
        number=38, key="life_course", title=_("People under 65"), kind=Kind.SHARE, part="accepted_under_65",
        whole="accepted_age_known", also=("accepted",),
        what=_("Accepted referrals of people who were under 65 on the day they were referred."),
        of=_("Accepted referrals of people whose age is known. How many were accepted altogether stands beside it."),
        notes=(
            _("Age is asked and need not be told; those of whom it is not known may be younger or older than the "
              "others."),
            _("It says whom the service takes on, not who has the need: hold it against the ages of those who live "
              "there."),
        ),
    ),
    Measure(
        number=39, key="first_ever", title=_("Never with any service before"), kind=Kind.SHARE,
        part="accepted_first_ever", whole="accepted_first_answered", also=("accepted",),
        what=_("Accepted referrals of people who had not been in touch with any service of this kind before, as they "
               "or whoever asked told us."),
        of=_("Accepted referrals where the question was answered with yes or no."),
        notes=(
            _("“Rather not say” and “not asked yet” are left out of both numbers. It is what people remember, not a "
              "search of anybody’s records."),
        ),
    ),
]  # fmt: skip
