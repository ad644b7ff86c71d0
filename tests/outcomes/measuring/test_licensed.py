"""Words under a licence: keyed in by a lead, shown to those their scheme asks, and to nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link
from outcomes.measuring import licensed
from outcomes.measuring.models import LicensedWords, Reading

SAID = "Made up for this test"


def typed(client, **more):
    form = client.get(reverse("licence", args=["swemwbs7"])).context["form"]
    said = {name: f"{SAID} {name}" for name in form.fields if name.startswith(("text_", "label_"))}
    said |= {"key": form["key"].value(), "holder": "Kelderby Action", "number": "L-17", "licensed_on": "2026-01-05"}
    return said | {"credit": "© whoever it is", "language": "en", "allowed": "on"} | more


@pytest.fixture
def keyed(cast, sign_in):
    tess = sign_in(cast.tess)
    said = typed(tess)
    for _ in range(2):
        assert tess.post(reverse("licence", args=["swemwbs7"]), said).status_code == 302
    identify(cast.tess)
    return LicensedWords.objects.get()


def test_without_its_particulars_nothing_is_kept_and_nothing_typed_is_lost(cast, sign_in):
    tess = sign_in(cast.tess)
    page = tess.post(reverse("licence", args=["swemwbs7"]), typed(tess, number="", allowed=""))
    assert sorted(page.context["form"].errors) == ["allowed", "number"]
    assert page.context["form"]["text_i1"].value() == f"{SAID} text_i1"
    identify(cast.tess)
    assert not LicensedWords.objects.exists()


def test_what_ships_or_may_never_ship_is_not_keyed_in(cast, sign_in):
    tess = sign_in(cast.tess)
    assert [tess.get(reverse("licence", args=[key])).status_code for key in ("ucla3", "star_import", "djg6")] == [
        404, 404, 200,
    ]  # fmt: skip


def test_then_and_only_then_it_is_asked_in_words_with_the_line_below(cast, sign_in, with_carl, keyed):
    carl = sign_in(cast.carl)
    page = carl.get(reverse("take_reading", args=[with_carl.pk, "swemwbs7"]))
    assert (f"{SAID} text_i1" in page.text, "© whoever it is" in page.text) == (True, True)
    assert carl.get(reverse("reading_sheet", args=["swemwbs7"])).status_code == 200
    assert sign_in(cast.nia).get(reverse("reading_sheet", args=["swemwbs7"])).status_code == 404


def test_by_their_link_too_and_the_answers_are_scored_as_ever(cast, client, sign_in, with_carl, keyed):
    carl = sign_in(cast.carl)
    key = carl.get(reverse("readings", args=[with_carl.pk])).context["send"]["key"].value()
    carl.post(reverse("send_questions", args=[with_carl.pk]), {"key": key, "instruments": ["swemwbs7"]})
    client.get(reverse("link", args=[links.token(Link.objects.get(purpose="questions"))]))
    assert f"{SAID} text_i1" in client.get(reverse("questions")).text
    for number in range(1, 8):
        client.post(reverse("questions"), {"answer": "4", "number": number})
    identify(cast.carl)
    assert [(row.instrument, set(row.answers.values()), row.language) for row in Reading.objects.all()] == [
        ("swemwbs7", {"4"}, "en")
    ]


def test_a_licence_that_ran_out_or_was_taken_away_shows_no_words(cast, sign_in, keyed):
    today = timezone.localdate()
    assert list(licensed.of_scheme(cast.scheme.pk)) == ["swemwbs7"]
    LicensedWords.objects.update(until=today - timedelta(days=1))
    assert licensed.of_scheme(cast.scheme.pk) == {}
    LicensedWords.objects.update(until=today)
    sign_in(cast.tess).post(reverse("licence_withdraw", args=[keyed.pk]))
    identify(cast.tess)
    assert licensed.of_scheme(cast.scheme.pk) == {}


@pytest.mark.parametrize("who", ["nia", "rosa", "colm", "vera"])
def test_another_scheme_never_has_them(cast, sign_in, keyed, who):
    identify(getattr(cast, who))
    assert not LicensedWords.objects.exists()
    assert sign_in(getattr(cast, who)).get(reverse("licences")).status_code == 404


def test_a_link_of_another_kind_opens_no_words(cast, with_carl, keyed):
    with acting_as("link", scope=[with_carl.pk, with_carl.person_id]):
        assert not LicensedWords.objects.exists()


def test_whoever_meets_people_reads_how_to_ask_and_finds_no_words_of_others_there(cast, sign_in, keyed):
    page = sign_in(cast.rosa).get(reverse("measure_guide"))
    assert (page.status_code, SAID in page.text, "I would rather not" in page.text) == (200, False, True)
    assert sign_in(cast.colm).get(reverse("measure_guide")).status_code == 404


@pytest.mark.parametrize(("answer", "prompts"), [("3", True), ("8", False)])
def test_a_low_reading_of_wellbeing_prompts_a_talk_and_nothing_else(cast, sign_in, with_carl, answer, prompts):
    carl = sign_in(cast.carl)
    form = carl.get(reverse("take_reading", args=[with_carl.pk, "ons4"])).context["form"]
    said = {"satisfied": answer, "worthwhile": "8", "happy": "8", "anxious": "2"}
    said |= {"key": form["key"].value(), "mode": "phone", "taken_on": timezone.localdate().isoformat()}
    carl.post(reverse("take_reading", args=[with_carl.pk, "ons4"]), said)
    text = carl.get(reverse("readings", args=[with_carl.pk])).text
    assert ("sounds like a hard time" in text) == prompts
