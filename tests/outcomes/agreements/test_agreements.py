"""Exact figures go out only under an agreement, for its area and its days; nobody but Dora sees the page."""

from datetime import date, timedelta

import pytest
import time_machine

from outcomes.figures import freezing
from outcomes.figures.models import Agreement, Figure
from tests.conftest import prove
from tests.outcomes import october

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_counts")]
PAGE = "/running/exact-figures/"
SAID = {"party": "Kelderby Council", "reference": "DSA-7", "begins_on": "2026-11-01", "ends_on": "2027-10-31"}


@pytest.fixture
def dora(cast, sign_in):
    client = sign_in(cast.dora)
    prove(client, cast.dora)
    return client


def received():
    return dict(Figure.objects.filter(count="received", category="").values_list("place_name", "shown"))


def test_without_an_agreement_figures_are_rounded_and_under_one_they_are_exact(cast, dora):
    october.fill(cast, cast.ward, received=13)
    october.fill(cast, cast.other_ward, received=9)
    assert dora.post(PAGE, SAID | {"area": cast.borough.pk}).status_code == 302
    with time_machine.travel(october.FROZEN, tick=False):
        [release] = freezing.freeze(october.MONTH, by="freeze")
    assert release.is_exact
    assert received() == {"Kelderby": "22", "Millrace": "13", "Northgate": "9"}


def test_before_it_begins_and_after_it_ends_all_is_rounded(cast):
    days = {"begins_on": october.DUE + timedelta(days=1), "ends_on": october.DUE + timedelta(days=9)}
    of = {"area_code": "K01", "party": "P", "agreed_by": cast.dora, "agreed_at": october.FROZEN}
    Agreement.objects.create(reference="later", **days, **of)
    Agreement.objects.create(reference="over", begins_on=date(2026, 1, 1), ends_on=october.DUE, **of)
    october.fill(cast, cast.ward, received=13)
    with time_machine.travel(october.FROZEN, tick=False):
        freezing.freeze(october.MONTH, by="freeze")
    assert received()["Millrace"] == "15"


def test_dora_ends_an_agreement_and_what_was_typed_wrongly_is_said_beside_its_field(cast, dora):
    page = dora.post(PAGE, SAID | {"area": cast.borough.pk, "ends_on": "2026-10-01"})
    assert page.status_code == 422
    assert "Choose a day after the first" in page.content.decode()
    assert 'value="DSA-7"' in page.content.decode()
    dora.post(PAGE, SAID | {"area": cast.borough.pk})
    agreement = Agreement.objects.get()
    assert f"{dora.post(f'{PAGE}{agreement.pk}/end/').status_code}" == "302"
    agreement.refresh_from_db()
    assert agreement.ends_on < date(2027, 10, 31)


def test_the_same_agreement_is_entered_once(cast, dora):
    dora.post(PAGE, SAID | {"area": cast.borough.pk})
    assert "entered already" in dora.post(PAGE, SAID | {"area": cast.borough.pk}).content.decode()
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize("who", ["colm", "tess", "adam", "rosa", "nia"])
def test_nobody_else_sees_the_page(cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    prove(client, getattr(cast, who))
    assert client.get(PAGE).status_code == 404
