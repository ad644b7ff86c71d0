"""Measures 35 to 37: who is reached, and whether all are treated alike, by what people said of themselves.

Told of the whole area alone, in quarters and years, and never crossed with a place. Whoever was decided upon is looked
at twelve weeks later, when there has been time to ask them; so these are other people than those of the same period
elsewhere. Those who did not say, would rather not or were never asked stand together as "not known".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from outcomes.equality import answers
from outcomes.equality.models import EqualityAsked
from outcomes.equality.questions import is_disabled
from outcomes.equality.states import Became
from outcomes.figures import waits
from outcomes.figures.counting import WHOLE, Count, Cut, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import where, whom
from outcomes.figures.counts.reached import SOON
from referrals.going import counting
from referrals.states import Answer, State

TIME_TO_ASK = timedelta(weeks=12)
UNKNOWN = "unknown"
NOT_KNOWN = (UNKNOWN, _("Not known"))
OF_AGE = {
    "0_15": "under_45", "16_24": "under_45", "25_34": "under_45", "35_44": "under_45", "45_54": "45_64",
    "55_64": "45_64", "65_74": "65_74", "75_84": "75_84", "85_plus": "85_plus",
}  # fmt: skip

Given = Mapping[str, str | None]


def _cut(key: str, title: Any, *categories: tuple[str, Any]) -> Cut:
    return Cut(key, title, (*categories, NOT_KNOWN), sensitive=True)


AGE = _cut(
    "age", _("Age"), ("under_45", _("Under 45")), ("45_64", _("45 to 64")), ("65_74", _("65 to 74")),
    ("75_84", _("75 to 84")), ("85_plus", _("85 or over")),
)  # fmt: skip
SEX = _cut("sex", _("Sex"), ("female", _("Female")), ("male", _("Male")))
ETHNIC = _cut(
    "ethnic", _("Ethnic group"), ("white_british", _("White: English, Welsh, Scottish, Northern Irish or British")),
    ("white", _("White: any other background")), ("mixed", _("Mixed or multiple ethnic groups")),
    ("asian", _("Asian or Asian British")), ("black", _("Black, Black British, Caribbean or African")),
    ("other", _("Any other ethnic group")),
)  # fmt: skip
DISABLED = _cut("disabled", _("Disabled"), ("yes", _("Yes")), ("no", _("No")))
GENDER = _cut("gender", _("Gender the same as the sex registered at birth"), ("same", _("Yes")), ("not_same", _("No")))
RELIGION = _cut(
    "religion", _("Religion"), ("none", _("No religion")), ("christian", _("Christian")), ("muslim", _("Muslim")),
    ("other", _("Any other religion")),
)  # fmt: skip
ORIENTATION = _cut(
    "orientation", _("Sexual orientation"), ("straight", _("Straight or heterosexual")),
    ("lgb", _("Gay or lesbian, bisexual, or another orientation")),
)  # fmt: skip
CARER = _cut("carer", _("Looks after somebody"), ("yes", _("Yes")), ("no", _("No")))


def _age(given: Given) -> str:
    return OF_AGE.get(given.get("age_band") or "", UNKNOWN)


def _ethnic(given: Given) -> str:
    said = given.get("ethnic_group") or ""
    if said == "white_british":
        return said
    family = "other" if said == "arab" else said.partition("_")[0]
    return family if family in dict(ETHNIC.categories) else UNKNOWN


def _disabled(given: Given) -> str:
    said = is_disabled(dict(given))
    return UNKNOWN if said is None else "yes" if said else "no"


def _religion(given: Given) -> str:
    said = given.get("religion") or UNKNOWN
    return "other" if said in ("buddhist", "hindu", "jewish", "sikh") else said


def _orientation(given: Given) -> str:
    said = given.get("orientation") or UNKNOWN
    return "lgb" if said in ("gay_lesbian", "bisexual", "other") else said


def _carer(given: Given) -> str:
    said = given.get("carer") or UNKNOWN
    return "yes" if said not in ("no", "prefer_not_to_say", UNKNOWN) else said


def _as_said(key: str, given: Given) -> str:
    return given.get(key) or UNKNOWN


class Group(NamedTuple):
    cut: Cut
    of: Callable[[Given], str]

    def category(self, given: Given) -> str:
        found = self.of(given)
        return found if found in dict(self.cut.categories) else UNKNOWN


GROUPS = {
    group.cut.key: group
    for group in (
        Group(AGE, _age), Group(SEX, partial(_as_said, "sex")), Group(ETHNIC, _ethnic), Group(DISABLED, _disabled),
        Group(GENDER, partial(_as_said, "gender_identity")), Group(RELIGION, _religion),
        Group(ORIENTATION, _orientation), Group(CARER, _carer),
    )
}  # fmt: skip
COMPARED = ("age", "sex", "ethnic", "disabled")  # by which it is asked whether all are treated alike

Row = tuple[UUID, UUID]  # referral, person


# Whom it is about ------------------------------------------------------------------------------


@once
def _decided(span: Span) -> QuerySet:
    rows = whom.with_decision(whom.referrals(span).filter(span.over_after("decided_at", TIME_TO_ASK)))
    return rows.values_list("pk", "person", "submitted_at", "first_contact_at", "decision", named=True)


def _accepted(span: Span) -> list[Any]:
    return [row for row in _decided(span) if row.decision == State.ACCEPTED]


def decided(span: Span) -> list[Row]:
    return [(row.pk, row.person) for row in _decided(span)]


def accepted(span: Span) -> list[Row]:
    return [(row.pk, row.person) for row in _accepted(span)]


def spoken_with(span: Span) -> Iterator[Row]:
    """Within five working days, of those accepted."""
    for row in _accepted(span):
        spoke = row.first_contact_at
        if spoke and spoke < span.until and waits.working_days(row.submitted_at, spoke, span.nation) <= SOON:
            yield row.pk, row.person


@once
def _offered(span: Span) -> QuerySet:
    been = counting.confirmed(Answer.WENT, span.until).filter(connection=OuterRef("pk"))
    rows = whom.connections(span).filter(span.over_after("first_offered_at", TIME_TO_ASK))
    return rows.annotate(went=Exists(been)).values_list("referral", "referral__person", "went")


def offered(span: Span) -> list[Row]:
    return [(referral, person) for referral, person, _went in _offered(span)]


def went(span: Span) -> list[Row]:
    return [(referral, person) for referral, person, went in _offered(span) if went]


# Asked, and known ------------------------------------------------------------------------------


@once
def asked(span: Span) -> list[Row]:
    rows = list(accepted(span))
    keys = [pk for pk, _person in rows]
    were = set(EqualityAsked.objects.filter(referral__in=keys).values_list("referral", flat=True))
    were |= set(answers.latest(keys))
    return [row for row in rows if row[0] in were]


@once
def known(span: Span) -> list[Row]:
    """They answered something, or said that they would rather not: both are an answer."""
    rows = asked(span)
    keys = [pk for pk, _person in rows]
    said = {pk for pk, given in answers.latest(keys).items() if any(given.values())}
    declined = EqualityAsked.objects.filter(referral__in=keys, became=Became.DECLINED)
    said |= set(declined.values_list("referral", flat=True))
    return [row for row in rows if row[0] in said]


# Counting --------------------------------------------------------------------------------------


def _all(span: Span, rows: Callable[[Span], Iterable[Row]]) -> Iterator[Thing]:
    ward = where.whole(span)
    return (Thing(ward, subject=person) for _pk, person in rows(span))


def _by(span: Span, rows: Callable[[Span], Iterable[Row]], group: Group) -> Iterator[Thing]:
    ward, unsaid = where.whole(span), group.category({})
    said = {pk: group.category(given) for pk, given in _given(span, rows)}
    return (Thing(ward, said.get(pk, unsaid), person) for pk, person in rows(span))


@once
def _given(span: Span, rows: Callable[[Span], Iterable[Row]]) -> Iterable[tuple[UUID, Given]]:
    return answers.latest({pk for pk, _person in rows(span)}).items()


class Base(NamedTuple):
    key: str
    title: Any
    rows: Callable[[Span], Iterable[Row]]
    part_of: str = ""
    groups: tuple[str, ...] = COMPARED


BASES = (
    Base("fair_decided", _("Decided upon twelve weeks before"), decided),
    Base("fair_accepted", _("Accepted twelve weeks before"), accepted, "fair_decided", tuple(GROUPS)),
    Base("fair_spoken", _("Spoken with within 5 working days"), spoken_with, "fair_accepted"),
    Base("fair_offered", _("Expected at a first session twelve weeks before"), offered),
    Base("fair_went", _("Went to a session"), went, "fair_offered"),
    Base("equality_asked", _("Asked who they are"), asked, "fair_accepted", ()),
    Base("equality_known", _("Answered, or said that they would rather not"), known, "equality_asked", ()),
)


def _counts(base: Base) -> Iterator[Count]:
    yield Count(
        key=base.key, title=base.title, counted=partial(_all, rows=base.rows), part_of=base.part_of, shape=WHOLE
    )  # fmt: skip
    for name in base.groups:
        whole = f"{base.part_of}_by_{name}" if base.part_of else ""
        yield Count(
            key=f"{base.key}_by_{name}", total=base.key, part_of=whole if _is_cut_too(base.part_of, name) else "",
            title=format_lazy("{title}: {cut}", title=base.title, cut=GROUPS[name].cut.title),
            counted=partial(_by, rows=base.rows, group=GROUPS[name]), cut=GROUPS[name].cut, shape=WHOLE,
        )  # fmt: skip


def _is_cut_too(whole: str, name: str) -> bool:
    return any(base.key == whole and name in base.groups for base in BASES)


COUNTS = [count for base in BASES for count in _counts(base)]

LATER = _("They are looked at twelve weeks after the decision, so that there was time to ask.")
NEVER_BY_PLACE = _("Told of the whole area alone: with a place it could tell who somebody is.")
SELVES = _("By what people said of themselves. Those who would rather not say, left it open or were not asked are"
           " shown as not known, and nobody guesses for them.")  # fmt: skip

MEASURES = [
    Measure(
        number=35, key="reach", title=_("Are all kinds of people reached?"), kind=Kind.COUNT, part="fair_accepted",
        what=_("Of those accepted who said, the share with each characteristic; held against the share of those who"
               " live here, where somebody has entered it."),
        also=tuple(f"fair_accepted_by_{name}" for name in GROUPS),
        notes=(
            SELVES, LATER, NEVER_BY_PLACE,
            _("A ratio of 1 says that they are among those accepted as they are among those who live here. It says"
              " nothing of how many of them need company: that may differ a lot."),
            _("Where many are not known, the shares are those of whoever answered."),
        ),
    ),
    Measure(
        number=36, key="fairness", title=_("Are all treated alike?"), kind=Kind.SHARE, part="fair_accepted",
        whole="fair_decided",
        what=_("By age, sex, ethnic group and disability: the share accepted of those decided upon; spoken with within"
               " 5 working days of those accepted; and known to have gone of those expected at a first session."),
        of=_("Each share is of its own base, which stands beside it."),
        also=tuple(count.key for count in COUNTS if count.key.startswith("fair_") and count.key.split("_by_")[-1] in (
            *COMPARED, "fair_spoken", "fair_offered", "fair_went")),
        notes=(
            SELVES, LATER, NEVER_BY_PLACE,
            _("A difference with its interval across nought may be chance. One that is clear asks for a closer look;"
              " it does not say why."),
            _("What changed for people is not told by group: too few are asked twice."),
        ),
    ),
    Measure(
        number=37, key="equality_known", title=_("How many were asked who they are, and answered?"), kind=Kind.SHARE,
        part="equality_known", whole="equality_asked",
        what=_("Those who answered at least one question, or said that they would rather not: both are answers."),
        of=_("Those who were asked."),
        also=("fair_accepted",),
        notes=(LATER, _("How many were asked, of all accepted, stands beside it: nobody can answer who is not asked.")),
    ),
]  # fmt: skip
