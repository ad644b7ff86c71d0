"""What anybody may take away and keep: less than what our pages show, since it cannot be called back."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from connect.people.models import Organisation
from directory.models import Feed, Service, ServiceAtLocation
from directory.states import Status


def services() -> QuerySet[Service]:
    """Listings that are open or shut for now, that nobody had to withhold, and whose source lets them be passed on."""
    lets = Q(feed=None) | Q(feed__pass_on=True) | (Q(feed__pass_on=None) & ~Q(feed__licence=""))
    return Service.objects.published().filter(lets, withheld_at=None).exclude(status=Status.DEFUNCT)


def passes_on(feed: Feed) -> bool:
    """The same rule for one source: its licence decides, unless an editor has."""
    return bool(feed.licence) if feed.pass_on is None else feed.pass_on


def at_locations() -> QuerySet[ServiceAtLocation]:
    """Where they meet. Somebody's home or a refuge is no place to publish: such rows are not there at all."""
    return ServiceAtLocation.objects.filter(service__in=services(), location__address_public=True)


def organisations() -> QuerySet[Organisation]:
    """Those that provide something that is published; the others are nobody's business here."""
    return Organisation.objects.filter(Exists(services().filter(organisation=OuterRef("pk"))))
