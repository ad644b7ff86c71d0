"""What hangs on the demo's listings: prices, room, communities; beside them terms, providers and evidence."""

from datetime import date, timedelta

from django.utils import timezone

from connect.people.models import Organisation
from directory.models import (
    Capacity,
    CommunityAdmin,
    CostOption,
    KindGuide,
    OnlineCommunity,
    OrganisationIdentifier,
    Provider,
    SchoolTerm,
    Service,
)

# First and last day of each term, by month and day; the years are those around today.
TERMS = {"Autumn term": ((9, 2), (12, 18)), "Spring term": ((1, 5), (3, 27)), "Summer term": ((4, 13), (7, 21))}
COMMUNITY = (
    "platform", "address", "members", "is_open", "not_for", "posts", "answers", "joining_steps", "safe_to_join",
    "without_it",
)  # fmt: skip
AGREED = date(2026, 2, 2)


def hang(service: Service, listing: dict) -> None:
    for at, (option, price) in enumerate(listing.get("costs", [])):
        _price(service, at, option, price)
    if "capacity" in listing:
        _room(service, **listing["capacity"])
    if "community" in listing:
        _community(service, listing["community"])


def _price(service: Service, at: int, option: str, price: float | str) -> None:
    said = {"amount_description": price} if isinstance(price, str) else {"amount": price}
    CostOption.objects.create(service=service, position=at, option=option, **said)


def _room(
    service: Service, *, by: str, days: int, free: int | None = None, of: int | None = None, wait: int | None = None
) -> None:
    Capacity.objects.create(
        service=service,
        available=free,
        maximum=of,
        waiting_days=wait,
        said_by_name=by,
        said_at=timezone.now() - timedelta(days=days),
    )


def _community(service: Service, said: dict) -> None:
    today = timezone.localdate()
    community = OnlineCommunity.objects.create(
        service=service,
        members_counted_on=today - timedelta(days=said["counted"]),
        last_active_on=today - timedelta(days=said["last_active"]),
        **{field: said[field] for field in COMMUNITY if field in said},
    )
    for at, (name, about, training) in enumerate(said["admins"]):
        trained = {"training": training, "trained_on": AGREED} if training else {}
        CommunityAdmin.objects.create(
            community=community, name=name, about=about, agreed_on=AGREED, position=at, **trained
        )


def terms() -> None:
    """School terms of last year, this one and the next, where nobody has typed any."""
    if SchoolTerm.objects.exists():
        return
    year = timezone.localdate().year
    SchoolTerm.objects.bulk_create(
        SchoolTerm(name=f"{name} {each}", starts_on=date(each, *first), ends_on=date(each, *last))
        for each in (year - 1, year, year + 1)
        for name, (first, last) in TERMS.items()
    )


def organisations(known: dict) -> None:
    for organisation in Organisation.objects.filter(name__in=known, provider=None):
        said = known[organisation.name]
        about = {field: said[field] for field in ("description", "website") if field in said}
        Provider.objects.create(organisation=organisation, **about)
        for scheme, number in said.get("identifiers", []):
            OrganisationIdentifier.objects.get_or_create(
                scheme=scheme, identifier=number, defaults={"organisation": organisation}
            )


def evidence(known: dict) -> None:
    """Where nobody has written anything else."""
    for kind, said in known.items():
        words = {"evidence": said["evidence"], "evidence_source": said["source"]}
        KindGuide.objects.filter(kind=kind, evidence="").update(**words)
