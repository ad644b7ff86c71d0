"""A champion who was there says that a listing is right."""

from django.db import transaction

from connect.identity import acting_for
from connect.people.champions.models import Champion
from connect.people.models import Tenant
from directory.keeping import checking
from directory.models import Service
from directory.states import How, Outcome


@transaction.atomic
def confirm(service: Service, champion: Champion) -> None:
    """A line of the call log, and a new date on the page. Their name is for editors; the page says what they are."""
    label = Tenant.current().champion
    with acting_for([service.pk]):
        checking.log(service, how=How.VISIT, outcome=Outcome.RIGHT, by_name=f"{champion.name}, {label}"[:120])
        checking.confirm(service, name=champion.name[:120], body=label, answer=Outcome.RIGHT)
