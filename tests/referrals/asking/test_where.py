"""Where first: whoever may be helped goes on to the questions; whoever may not is shown the right door, and counted."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as
from connect.people.models import Scheme
from directory.models import Gap
from referrals.asking.forms import ReferForm
from referrals.asking.models import Draft

pytestmark = pytest.mark.django_db


def asked(**said):
    return {"key": str(uuid.uuid4()), "postcode": "KX2 4HD", "age": ""} | said


def gaps(cast):
    with acting_as("seed"):
        return [(gap.reason, gap.area.name, gap.words) for gap in Gap.objects.select_related("area")]


def test_rosa_says_where_and_is_led_to_the_questions_with_it_filled_in(cast, sign_in):
    page = sign_in(cast.rosa).post(reverse("refer_where"), asked(age="82"), follow=True)
    text = page.content.decode()
    assert "Millrace. Kelderby connectors answer within 2 working days." in text
    assert 'value="KX2 4HD"' in text
    assert 'value="82"' in text
    assert gaps(cast) == []


def test_the_place_stands_in_no_address(cast, sign_in):
    answer = sign_in(cast.rosa).post(reverse("refer_where"), said := asked(age="82"))
    assert answer["Location"] == reverse("refer_draft", args=[said["key"]])


def test_no_more_than_five_things_are_required_on_the_one_screen():
    needed = [name for name, field in ReferForm.base_fields.items() if field.required and name != "key"]
    assert sorted(needed) == ["consent", "given_name", "phone", "postcode", "wants"]


def test_somebody_too_young_is_shown_the_right_door_kindly_and_counted_once(cast, sign_in):
    Scheme.objects.filter(pk=cast.scheme.pk).update(younger_go_to="Youth Kelderby, 01632 960 077, is there until 18.")
    rosa, said = sign_in(cast.rosa), asked(age="16")
    for _twice in range(2):
        text = rosa.post(reverse("refer_where"), said).content.decode()
    assert "Youth Kelderby, 01632 960 077, is there until 18." in text
    assert "01632 960 014" in text
    assert gaps(cast) == [("not_for", "Millrace", "They are younger than those the team there may help. Aged 16.")]
    with acting_as("seed"):
        assert Draft.objects.count() == 0


def test_where_nobody_serves_it_is_said_before_a_single_question_about_them(cast, sign_in):
    cast.team.areas.clear()
    text = sign_in(cast.rosa).post(reverse("refer_where"), asked()).content.decode()
    assert "No team of connectors serves that place." in text
    assert "First name" not in text
    assert [reason for reason, *_ in gaps(cast)] == ["nothing"]


@pytest.mark.parametrize("said", [{"postcode": ""}, {"postcode": "KX2 4H"}, {"age": "-1"}, {"postcode": "a\x00b"}])
def test_what_cannot_be_read_is_asked_for_again_and_nothing_is_counted(cast, sign_in, said):
    page = sign_in(cast.rosa).post(reverse("refer_where"), asked(**said))
    assert (page.status_code, "One thing to put right" in page.content.decode(), gaps(cast)) == (422, True, [])


def test_a_blocked_form_sent_whole_is_counted_as_well(cast, sign_in, sent_form):
    sign_in(cast.rosa).post(reverse("refer"), sent_form(age="16"))
    assert [reason for reason, *_ in gaps(cast)] == ["not_for"]


def test_places_near_them_are_given_instead_and_what_was_typed_goes_nowhere(cast, sign_in, sent_form):
    answer = sign_in(cast.rosa).post(reverse("refer_places"), sent_form())
    assert answer["Location"].startswith(reverse("shortlist") + "?l=")
    assert "Stanley" not in answer["Location"]


def test_colm_who_commissions_finds_no_such_pages(cast, sign_in):
    colm = sign_in(cast.colm)
    pages = [colm.get(reverse("refer")), colm.post(reverse("refer_where"), asked()), colm.post(reverse("refer_save"))]
    assert [page.status_code for page in pages] == [404, 404, 404]
