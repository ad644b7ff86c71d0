"""Refer someone: five questions, a reference, and never twice."""

import threading

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.people.training.models import Trainee, TrainingSession
from referrals import actions
from referrals.models import Consent, Person, Referral, ReferralEvent
from referrals.safety.models import Heard

pytestmark = pytest.mark.django_db


def everything():
    with acting_as("seed"):
        return [model.objects.count() for model in (Person, Referral, Consent, ReferralEvent)]


def test_rosa_refers_and_gets_a_reference(cast, sign_in, sent_form):
    answer = sign_in(cast.rosa).post(reverse("refer"), sent_form(), follow=True)
    with acting_as("seed"):
        referral = Referral.objects.select_related("person").get()
    assert referral.reference in answer.content.decode()
    assert (referral.person.postcode, referral.person.phone, referral.referrer) == ("KX2 4HD", "07700900126", cast.rosa)


def test_nia_elsewhere_does_not_see_it(cast, sign_in, sent_form):
    sign_in(cast.rosa).post(reverse("refer"), sent_form())
    nia = sign_in(cast.nia)
    assert "Stanley" not in nia.get(reverse("caseload")).content.decode()
    with acting_as("seed"):
        pk = Referral.objects.get().pk
    assert (nia.get(reverse("person", args=[pk])).status_code, nia.get(reverse("referral", args=[pk])).status_code) == (
        404,
        404,
    )


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("given_name", "", "Enter the name they like to be called"),
        ("phone", "07700 9001", "Enter a phone number, like 07700 900 123"),
        ("postcode", "KX99", "Enter a full postcode, like KX2 4HD, or the name of the ward"),
        ("postcode", "KX7 7ZZ", "KX7 7ZZ"),
        ("age", "old", "Enter their age in years, like 82"),
        ("age", "17", "They are younger than those the team there may help. Ring 01632 960 014"),
        ("consent", "", "Tick to say they have agreed"),
        ("email", "nobody", "Enter a valid email address"),
        ("words", "x" * 2001, "at most 2000 characters"),
        ("given_name", "a\x00b", "Null characters are not allowed"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_is_kept(
    cast, sign_in, sent_form, field, typed, says
):
    form = sent_form(**{field: typed})
    page = sign_in(cast.rosa).post(reverse("refer"), form)
    text = page.content.decode()
    assert (page.status_code, everything()) == (422, [0, 0, 0, 0])
    assert says in text
    assert form["key"] in text
    assert "A Tuesday." in text or field == "words"


def test_their_own_words_are_as_good_as_a_ticked_box(cast, sign_in, sent_form):
    assert sign_in(cast.rosa).post(reverse("refer"), sent_form(wants=[])).status_code == 302
    page = sign_in(cast.rosa).post(reverse("refer"), sent_form(wants=[], words=""))
    assert "Choose something they would like, or write it in their words" in page.content.decode()


def test_where_nobody_serves_the_page_says_so_and_nothing_is_half_made(cast, sign_in, sent_form):
    cast.team.areas.clear()
    page = sign_in(cast.rosa).post(reverse("refer"), sent_form())
    assert "No team of connectors serves that place. Ring 01632 960 011" in page.content.decode()
    assert everything() == [0, 0, 0, 0]


def test_the_same_form_twice_gives_the_same_receipt(cast, sign_in, sent_form):
    rosa, form = sign_in(cast.rosa), sent_form()
    first, second = rosa.post(reverse("refer"), form), rosa.post(reverse("refer"), form)
    assert (first["Location"], everything()) == (second["Location"], [1, 1, 2, 1])


def test_the_same_key_with_other_words_says_already_sent_and_how_to_change_it(cast, sign_in, sent_form):
    rosa, form = sign_in(cast.rosa), sent_form()
    rosa.post(reverse("refer"), form)
    page = rosa.post(reverse("refer"), form | {"words": "A Wednesday."})
    text = page.content.decode()
    assert (page.status_code, everything()) == (409, [1, 1, 2, 1])
    assert "This form was already sent" in text
    assert "01632 960 014" in text
    assert "A Wednesday." in text


def test_only_the_session_that_sent_it_sees_the_receipt(cast, sign_in, sent_form):
    form = sent_form()
    sign_in(cast.rosa).post(reverse("refer"), form)
    elsewhere = sign_in(cast.rosa)  # Rosa again, on another phone
    assert elsewhere.get(reverse("sent", args=[form["key"]])).status_code == 404
    assert sign_in(cast.ravi).get(reverse("sent", args=[form["key"]])).status_code == 404
    stolen = sign_in(cast.ravi).post(reverse("refer"), form)
    assert (stolen.status_code, "Stanley" in stolen.content.decode().split("What you typed")[0]) == (409, False)


def test_rosa_sees_her_people_and_ravi_at_the_next_desk_does_not(cast, sign_in, sent_form):
    sign_in(cast.rosa).post(reverse("refer"), sent_form())
    assert "Stanley Ames" in sign_in(cast.rosa).get(reverse("referrals")).content.decode()
    assert "Stanley" not in sign_in(cast.ravi).get(reverse("referrals")).content.decode()


def test_whoever_leaves_the_organisation_leaves_its_people_behind(cast, sign_in, sent_form):
    from connect.people.models import Membership
    from tests.cast import person

    sign_in(cast.rosa).post(reverse("refer"), sent_form())
    Membership.objects.filter(user=cast.rosa).update(organisation=cast.council)
    assert "Stanley" not in sign_in(cast.rosa).get(reverse("referrals")).content.decode()
    assert "Stanley" in sign_in(person("Lee Ward", "LEAD", cast.homes)).get(reverse("referrals")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_six_presses_at_one_moment_make_one_referral(cast, sign_in, sent_form):
    rosa, form, answers = sign_in(cast.rosa), sent_form(), []
    session, start = rosa.cookies["sessionid"].value, threading.Barrier(6, timeout=20)

    def press():
        from django.test import Client

        client = Client(raise_request_exception=False)
        client.cookies["sessionid"] = session
        start.wait()
        answers.append(client.post(reverse("refer"), form).status_code)
        connection.close()

    threads = [threading.Thread(target=press) for _ in range(6)]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    assert (answers, everything()) == ([302] * 6, [1, 1, 2, 1])


def carl_reads(cast, sign_in):
    with acting_as("seed"):
        referral = Referral.objects.get()
        actions.accept(referral, by=cast.carl)
    return sign_in(cast.carl).get(reverse("person", args=[referral.pk])).content.decode()


def test_neither_phone_nor_mail_is_safe_and_carl_is_told_through_whom(cast, sign_in, sent_form):
    sign_in(cast.rosa).post(reverse("refer"), sent_form(phone="", email="", through_me="on"))
    assert "Reach them only through Rosa Marsh, Kelderby Homes." in carl_reads(cast, sign_in)


def test_a_mail_address_alone_is_a_way_to_them_and_no_way_at_all_is_not(cast, sign_in, sent_form):
    rosa = sign_in(cast.rosa)
    page = rosa.post(reverse("refer"), sent_form(phone="", email=""))
    assert "Enter a safe phone number or e-mail, or say that they are reached through you" in page.content.decode()
    assert rosa.post(reverse("refer"), sent_form(phone="")).status_code == 302


def test_a_ward_will_do_where_the_postcode_is_not_known(cast, sign_in, sent_form):
    sign_in(cast.rosa).post(reverse("refer"), sent_form(postcode="Millrace"))
    with acting_as("seed"):
        referral = Referral.objects.select_related("person").get()
    assert (referral.ward, referral.team, referral.person.postcode) == (cast.ward, cast.team, "")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({}, ("not_asked", [], False, "", None)),
        ({"first_time": "yes", "domains": ["loss"], "expected_weight": "light", "age": "82"},
         ("yes", ["loss"], True, "light", 82)),
        ({"no_domains": "on"}, ("not_asked", [], True, "", None)),
    ],
)  # fmt: skip
def test_not_asked_is_a_value_of_its_own(cast, sign_in, sent_form, said, kept):
    sign_in(cast.rosa).post(reverse("refer"), sent_form(**said))
    with acting_as("seed"):
        made = Referral.objects.get()
    assert (made.first_time, made.domains, made.domains_asked, made.expected_weight, made.age_then) == kept


@pytest.mark.parametrize("known", [None, False, True])
def test_a_referral_knows_whether_its_worker_was_trained_that_day(cast, sign_in, sent_form, known):
    if known is not None:
        trained(cast, cast.rosa if known else cast.ravi)
    sign_in(cast.rosa).post(reverse("refer"), sent_form())
    with acting_as("seed"):
        assert Referral.objects.get().referrer_trained is known
    says = {None: "Not known", False: "No", True: "Yes"}[known]
    assert f"Trained in healthy chats that day</dt><dd>{says}</dd>" in carl_reads(cast, sign_in)


def trained(cast, user):
    session = TrainingSession(held_on=timezone.localdate(), kept_by=cast.homes, made_by=cast.lena, **actions.new_key())
    with acting_as("seed"):
        session.save()
        Trainee.objects.create(
            session=session, kept_by=cast.homes, user=user, name=user.name, email=user.email, organisation=cast.homes,
            attended=True,
        )  # fmt: skip


def test_what_she_wrote_waits_for_a_human_with_a_name(cast, sign_in, sent_form):
    sign_in(cast.rosa).post(reverse("refer"), sent_form(words="He says he cannot go on."))
    with acting_as("seed"):
        assert [(row.text, row.by) for row in Heard.objects.all()] == [("He says he cannot go on.", cast.rosa)]


def test_carl_refers_to_a_team_whose_people_he_does_not_see(cast, sign_in, sent_form):
    answer = sign_in(cast.carl).post(reverse("refer"), sent_form(postcode="KX9 9ZZ"), follow=True)
    assert "Thank you. The team has Stanley’s referral." in answer.content.decode()
