"""Lines beside the figures: who writes them, who reads them, and what may not stand in them."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from connect.identity import identify
from outcomes.annotations import reading
from outcomes.annotations.models import Annotation
from tests import cast as stage
from tests.outcomes import october

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(october.FROZEN, tick=False):
        yield


def write(client, **more):
    said = {"key": str(uuid.uuid4()), "place": "K01-1", "month": "2026-10", "words": "A new lunch club opened"}
    return client.post(reverse("annotations"), said | more)


def beside(user, place="K01"):
    identify(user)
    return [one.words for one in reading.beside(user, place, date(2026, 10, 1), date(2026, 11, 1))]


def test_tess_writes_a_line_and_colm_reads_it_beside_the_figures(cast, sign_in):
    key = str(uuid.uuid4())
    for _time in range(2):
        assert write(sign_in(cast.tess), key=key).headers["Location"] == reverse("annotations")
    assert Annotation.objects.count() == 1
    assert beside(cast.colm) == beside(cast.colm, "K01-1") == ["A new lunch club opened"]
    assert beside(cast.colm, "K01-2") == []
    assert "A new lunch club opened" in sign_in(cast.colm).get(reverse("annotations")).text


def test_who_works_elsewhere_reads_none_of_it_and_who_only_reads_writes_none(cast, sign_in):
    write(sign_in(cast.tess))
    row = Annotation.objects.get()
    assert beside(cast.nia) == []
    assert "lunch club" not in sign_in(cast.nia).get(reverse("annotations")).text
    assert sign_in(cast.rosa).get(reverse("annotations")).status_code == 404
    write(sign_in(cast.carl))
    assert Annotation.objects.count() == 1
    assert sign_in(cast.carl).post(reverse("annotation_back", args=[row.pk])).status_code == 404
    far = stage.person("Tilda Far", "TL", cast.elsewhere, cast.other_team)
    assert sign_in(far).post(reverse("annotation_back", args=[row.pk])).status_code == 404


@pytest.mark.parametrize("words", ["Ring 01632 960 014", "Write to olive@example.org", "The man at KX2 4HD moved"])
def test_what_leads_to_somebody_is_refused_and_stays_typed(cast, sign_in, words):
    answer = write(sign_in(cast.tess), words=words)
    assert answer.status_code == 422
    assert answer.context["form"].errors["words"] == ["Leave out telephone numbers, e-mail addresses and postcodes"]
    assert words in answer.text
    assert Annotation.objects.count() == 0


def test_a_place_of_somebody_else_is_no_choice(cast, sign_in):
    answer = write(sign_in(cast.tess), place="F01-1")
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["place"])


def test_taken_back_it_is_kept_and_no_longer_shown(cast, sign_in):
    write(sign_in(cast.tess))
    row = Annotation.objects.get()
    sign_in(cast.colm).post(reverse("annotation_back", args=[row.pk]))
    assert (beside(cast.tess), Annotation.objects.get().taken_back_by) == ([], cast.colm)
