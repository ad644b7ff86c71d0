"""The referral and the reply: what the standard wants is there, missing by name, or held back with the reason why."""

import json

import pytest
from django.urls import reverse

from connect.audit.models import Access
from connect.identity import acting_as, identify
from outcomes.documents import actions, fhir, recipients, shape, standard, values
from outcomes.documents.forms import is_nhs_number
from outcomes.measuring import actions as measuring
from outcomes.measuring.states import Mode
from referrals.actions import new_key
from referrals.introductions import actions as introductions
from referrals.models import Referral
from referrals.person import consenting, particulars
from referrals.person.states import Decision, How
from referrals.states import Purpose

ANSWERS = {"lack_companionship": "often", "left_out": "often", "isolated": "some_of_the_time"}


def agree(referral, cast, purpose, recipient="", decision=Decision.GIVEN):
    identify(cast.carl)
    consenting.record(referral, by=cast.carl, purpose=purpose, recipient=recipient, decision=decision, how=How.SPOKEN)


def fresh(referral):
    return Referral.objects.select_related("person", "team__organisation", "referrer").get(pk=referral.pk)


@pytest.fixture
def known(cast, with_carl):
    """Introduced, asked how he is, asked at first contact; his practice may be told how he is."""
    identify(cast.carl)
    introductions.introduce(with_carl, service=cast.lunch, by=cast.carl, made=new_key())
    measuring.take(with_carl, instrument="ucla3", answers=ANSWERS, mode=Mode.FACE, by=cast.carl, made=new_key())
    first = {
        "practice": "registered", "practice_name": "Mill Lane Surgery", "practice_code": "A12345",
        "nhs_number": "9434765919", "risks": "none_known", "matters": "My allotment.", "family_name": "Ames",
        "date_of_birth": "1943-03-27",
    }  # fmt: skip
    form = actions.now(with_carl)
    seen = particulars.seal_of(form)
    from datetime import date

    actions.save_first(with_carl, typed=form | first | {"date_of_birth": date(1943, 3, 27)}, seen=seen, by=cast.carl)
    agree(with_carl, cast, Purpose.SHARE, "Mill Lane Surgery")
    identify(cast.carl)
    return fresh(with_carl)


def test_every_item_of_the_standard_has_words_and_a_place():
    items = {one.key for kind in (standard.REFERRAL, standard.REPLY) for one in standard.wanted(kind)}
    assert items == set(values.OF) == set(standard.LABELS)
    assert {one.section for one in standard.wanted(standard.REFERRAL)} <= set(standard.SECTIONS)


def test_whatever_is_mandatory_is_there_or_listed_or_says_why_not(cast, with_carl):
    identify(cast.carl)
    document = shape.referral_document(fresh(with_carl))
    wanted = {one.key for one in standard.wanted(standard.REFERRAL) if one.is_listed}
    there = {one.key for one in document.items if one.values}
    missing, held_back = ({one.key for one in rows} for rows in (document.missing, document.held_back))
    assert wanted <= there | missing | held_back
    assert not there & missing | there & held_back
    assert missing == {"date_of_birth", "nhs_number", "gender", "practice", "adjustments", "risks"}
    assert held_back == {"ethnicity", "safeguarding"}


def test_asked_at_first_contact_it_is_no_longer_missing(known):
    document = shape.referral_document(known)
    assert {one.key for one in document.missing} == {"gender", "adjustments"}
    told = {one.key: one.values for one in document.items}
    assert told["practice"] == ("Mill Lane Surgery, A12345",)
    assert told["nhs_number"] == ("943 476 5919",)
    assert told["risks"] == ("No known risks",)


def test_a_no_to_being_kept_leaves_nothing_but_the_asking(cast, known):
    agree(known, cast, Purpose.CONTACT, decision=Decision.WITHDRAWN)
    document = shape.referral_document(fresh(known))
    assert {one.key for one in document.items if one.values} <= {
        "referred_on", "referrer", "referrer_contact", "method", "referred_to", "return_to", "consents",
    }  # fmt: skip
    assert not [word for word in ("Stanley", "Ames", "allotment", "KX2", "700900126") if word in fhir.as_json(document)]


def test_whoever_asked_hears_what_was_agreed_and_reads_what_was_not(cast, known):
    reply = shape.reply_document(known, recipients.asker(known))
    there = {one.key for one in reply.items if one.values}
    assert there == {
        "given_name", "family_name", "consents", "referred_on", "referrer", "referred_to", "actions", "status",
    }  # fmt: skip
    assert {one.key for one in reply.held_back} == {
        "date_of_birth", "nhs_number", "practice", "next", "tries", "ended", "attendance", "tried", "scores", "unmet",
    }  # fmt: skip
    told = fhir.as_json(reply)
    assert not [word for word in ("St Mark", "Mill Lane", "476 5919", "1943-03", "UCLA", "Observation") if word in told]


def test_whom_they_named_may_read_how_they_are(known):
    to = recipients.named(known)
    reply = shape.reply_document(known, to[0])
    assert [one.name for one in to] == ["Mill Lane Surgery"]
    assert {"scores", "attendance", "date_of_birth"} <= {one.key for one in reply.items if one.values}
    kinds = [entry["resource"]["resourceType"] for entry in json.loads(fhir.as_json(reply))["entry"]]
    assert kinds == [
        "Composition", "Patient", "Organization", "PractitionerRole", "ServiceRequest", "Task", "Consent",
        "QuestionnaireResponse", "Observation",
    ]  # fmt: skip


def test_the_models_hold_and_what_was_written_is_read_back_the_same(cast, known):
    for document in (
        shape.referral_document(known),
        *(shape.reply_document(known, to) for to in recipients.all_of(known)),
    ):
        written = fhir.as_json(document)
        again = fhir.models().Bundle.model_validate_json(written)
        assert again.model_dump_json(indent=1) == written
        names = {entry["fullUrl"] for entry in json.loads(written)["entry"]}
        assert {ref for ref in references(json.loads(written)) if ref.startswith("urn:uuid:")} <= names
        assert "profile" not in written


def references(value):
    if isinstance(value, dict):
        yield from [value["reference"]] if "reference" in value else []
        for one in value.values():
            yield from references(one)
    if isinstance(value, list):
        for one in value:
            yield from references(one)


def test_a_yes_taken_back_shuts_the_address(sign_in, cast, known):
    key = recipients.named(known)[0].key
    address = reverse("document_named", args=[known.pk, key])
    carl = sign_in(cast.carl)
    assert "Mill Lane Surgery" in carl.get(address).text
    agree(known, cast, Purpose.SHARE, "Mill Lane Surgery", Decision.WITHDRAWN)
    assert carl.get(address).status_code == 404


def test_the_referrer_takes_the_same_reply_that_the_connector_sees(sign_in, cast, known):
    agree(known, cast, Purpose.TELL_MORE)
    with acting_as("seed"):
        Referral.objects.filter(pk=known.pk).update(referrer_job="nurse")
    pages = [sign_in(who).get(reverse("document_reply", args=[known.pk])).text for who in (cast.carl, cast.rosa)]
    told = [
        page[page.index("<article") : page.index("</article>")].split("Made ")[1].split(".", 1)[1] for page in pages
    ]
    assert told[0] == told[1]
    assert "St Mark" in told[0]
    assert "UCLA" not in told[0]


def test_reading_is_written_down_and_taking_it_away_is_written_down_again(sign_in, cast, known):
    page = reverse("document_referral", args=[known.pk])
    with acting_as("seed"):
        before = Access.objects.count()
    answer = sign_in(cast.carl).get(page, {"as": "fhir"})
    assert (answer["Content-Type"], "attachment" in answer["Content-Disposition"]) == (
        "application/fhir+json; charset=utf-8", True,
    )  # fmt: skip
    identify(cast.dora)
    rows = list(Access.objects.filter(page="document_referral").order_by("at"))
    assert [row.person_ids for row in rows] == [[known.person_id], []] or before is None


@pytest.mark.parametrize("who", ["nia", "cora", "ravi", "colm", "vera", "dora"])
def test_nobody_else_opens_any_of_them(sign_in, cast, known, who):
    client = sign_in(getattr(cast, who))
    for name in ("documents", "document_referral", "document_reply", "first_contact"):
        assert client.get(reverse(name, args=[known.pk])).status_code == 404


def test_the_referrer_has_the_reply_and_not_the_referral(sign_in, cast, known):
    rosa = sign_in(cast.rosa)
    assert rosa.get(reverse("document_referral", args=[known.pk])).status_code == 404
    assert rosa.get(reverse("document_reply", args=[known.pk])).status_code == 200


def test_two_at_first_contact_lose_nothing(sign_in, cast, with_carl):
    carl, page = sign_in(cast.carl), reverse("first_contact", args=[with_carl.pk])
    seen = carl.get(page).context["form"]["seen"].value()
    one = {"seen": seen, "family_name": "Ames", "practice": "none"}
    assert carl.post(page, one).status_code == 302
    both = carl.post(page, {"seen": seen, "family_name": "Ames", "practice": "private", "matters": "Company."})
    assert both.status_code == 422
    assert "No, and they do not wish to" in both.context["form"].errors["practice"][0]
    assert "Company." in both.text
    again = {"seen": both.context["form"].data["seen"], "family_name": "Ames", "practice": "private", "matters": "Tea."}
    assert carl.post(page, again).status_code == 302
    identify(cast.carl)
    assert (actions.now(with_carl)["practice"], actions.now(with_carl)["matters"]) == ("private", "Tea.")


def test_what_cannot_be_is_said_beside_the_field_and_nothing_typed_is_lost(sign_in, cast, with_carl):
    typed = {"nhs_number": "943 476 5918", "practice": "registered", "risks": "some", "date_of_birth": "2999-01-01",
             "matters": "Tuesdays."}  # fmt: skip
    answer = sign_in(cast.carl).post(reverse("first_contact", args=[with_carl.pk]), typed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"nhs_number", "practice_name", "risks_words", "date_of_birth"}
    assert "Tuesdays." in answer.text


@pytest.mark.parametrize(
    ("typed", "is_one"), [("9434765919", True), ("9434765918", False), ("123", False), ("9876543210", True)]
)
def test_an_nhs_number_checks_itself(typed, is_one):
    assert is_nhs_number(typed) == is_one


def verhoeff(number):
    """SNOMED's own check digit, by the dihedral group of ten."""
    check = 0
    for place, figure in enumerate(map(int, reversed(number))):
        for _ in range(place % 8):
            figure = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)[figure]
        check = (check + figure if check < 5 else check - figure) % 5 + 5 * ((check < 5) != (figure < 5))
    return check == 0


def test_every_code_is_one_and_its_file_says_where_it_comes_from():
    file = standard.snomed()
    codes = [one["code"] for one in file["concepts"].values()] + list(file["reference_sets"].values())
    assert [code for code in codes if not verhoeff(code)] == []
    assert {"source", "release"} <= set(file)
    assert not verhoeff("871731000000107")
