"""A small directory around one crossroads, at 450000 east and 300000 north."""

from datetime import time

import pytest

from connect.people.models import Organisation
from connect.places.find import Spot
from directory.models import Location, Schedule, Service, ServiceAtLocation

HERE = Spot("the crossroads", 450_000, 300_000)


@pytest.fixture
def listing(db):
    """listing("Choir", north=800, free=True) -> a service, so many metres from the crossroads."""

    def make(name, *, north=0, needs=(), days="", opens=time(10), closes=time(12), place=None, **fields):
        organisation, _new = Organisation.objects.get_or_create(name="The Crossroads Trust")
        service = Service.objects.create(organisation=organisation, name=name, **fields)
        here = {"name": f"{name} hall", "easting": 450_000, "northing": 300_000 + north}
        location = Location.objects.create(**(here | (place or {})))
        ServiceAtLocation.objects.create(service=service, location=location)
        if days:
            Schedule.objects.create(service=service, byday=days, opens_at=opens, closes_at=closes)
        service.needs.set(needs)
        return service

    return make


@pytest.fixture
def names():
    """The names of the results, in order."""
    return lambda results: [hit.service.name for hit in results.hits]
