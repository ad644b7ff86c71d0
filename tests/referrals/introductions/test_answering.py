"""An organiser's answer from a link: yes, another day, full; opening changes nothing, and nobody else is shown."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from connect.walls import walled_tables
from directory.models import Capacity
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.introductions import answering, sharing
from referrals.introductions.models import Introduction
from referrals.models import Consent, Heard, Line, Occasion, Person, Referral, ReferralEvent
from referrals.person import consenting
from tests.answers import taken_back
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def told(kind="introduction"):
    with acting_as("seed"):
        return list(ReferralEvent.objects.filter(kind=kind).order_by("at").values_list("to", flat=True))


def all_rows():
    """A digest of every walled table but the one that says who looked."""
    with acting_as("migration"), connection.cursor() as cursor:
        return [
            cursor.execute(f"select md5(string_agg(t::text, '|' order by t::text)) from {name} t").fetchone()
            for name in sorted(walled_tables() - {"audit_access"})
        ]


def test_olive_sees_a_first_name_and_an_initial_the_day_and_three_answers(olive):
    page = olive.open().content.decode()
    assert ("Stanley A" in page, "Ames" in page, "07700" in page, "KX2" in page) == (True, False, False, False)
    assert page.count('name="answer"') == 3
    assert page.count(" checked") == 1  # "we cannot say yet", which goes with nothing but "full"


def test_a_scanner_that_opens_everything_changes_nothing(olive, introduced):
    before = all_rows()
    for _twice in range(2):
        olive.open()
        olive.client.head(reverse("introduction"))
        olive.client.get(reverse("introduction_thanks"))
    assert all_rows() == before


def test_yes_is_an_answer_and_pressed_twice_it_is_one(olive, introduced, now):
    olive.open()
    for _twice in range(2):
        assert "Stanley is expected" in olive.answer("yes").content.decode()
    assert (now(introduced).answer, now(introduced.occasion).called_off_at, told()) == ("yes", None, ["yes"])


def test_an_answer_without_a_choice_says_so_and_keeps_the_words(olive, introduced, now):
    olive.open()
    page = olive.answer("", words="A chair by the window?")
    assert (page.status_code, "Choose one of the three answers" in page.content.decode()) == (422, True)
    assert "A chair by the window?" in page.content.decode()
    assert now(introduced).answer == ""


def test_another_day_takes_them_off_the_register_and_somebody_rings_them(olive, introduced, now, cast):
    olive.open()
    with acting_as("seed"):
        other = introductions.coming(cast.lunch)[1].starts_at
    assert "We ask them about another day" in olive.answer("another", other_at=other.isoformat()).content.decode()
    row = now(introduced)
    assert (row.answer, row.other_at, row.needs_settling) == ("another", other, True)
    assert now(introduced.occasion).called_off_at is not None
    referral = now(introduced.referral)
    assert (referral.next_step, referral.next_on) == ("ring", timezone.localdate())


def test_another_day_wants_a_day_or_words(olive, introduced, now):
    olive.open()
    assert olive.answer("another", other_at="words").status_code == 422
    assert olive.answer("another", other_at="words", words="The week after Easter.").status_code == 200
    with acting_as("seed"):
        assert [line.text for line in Line.objects.all()] == ["The week after Easter."]
        assert [row.text for row in Heard.objects.all()] == ["The week after Easter."]  # somebody reads it by a clock


def test_words_sent_twice_are_there_once(olive, introduced):
    olive.open()
    key = str(uuid.uuid4())
    for _twice in range(2):
        olive.answer("yes", words="I sit beside him.", key=key)
    with acting_as("seed"):
        assert Line.objects.count() == 1


def test_full_is_said_of_the_listing_as_the_organisers_own_word(olive, introduced, cast):
    olive.open()
    assert "your listing says that you are full" in olive.answer("full", room="30").content.decode()
    said = Capacity.objects.filter(service=cast.lunch).latest("said_at")
    assert (said.available, said.waiting_days, said.said_by_name, said.by) == (0, 30, "Olive Byrne", None)


def test_a_slip_is_put_right_before_anybody_hears_of_it(olive, introduced, now):
    olive.open()
    olive.answer("full")
    olive.answer("yes")
    assert (now(introduced.occasion).called_off_at, now(introduced.referral).next_step) == (None, "session")
    assert told() == ["full", "yes"]


def test_of_two_who_come_olive_sees_the_one_of_this_link(olive, introduced, cast):
    other = mr_ames(cast)
    with acting_as("seed"):
        Person.objects.filter(pk=other.person_id).update(given_name="Winifred", family_name="Hale")
        actions.accept(Referral.objects.get(pk=other.pk), by=cast.carl)
        spoken = {"channel": "call", "reached": True, "note": "", "by": cast.carl, "made": actions.new_key()}
        actions.record_contact(Referral.objects.get(pk=other.pk), **spoken)
        introductions.introduce(
            Referral.objects.get(pk=other.pk), service=cast.lunch, by=cast.carl, made=actions.new_key()
        )
    page = olive.open().content.decode()
    assert ("Stanley A" in page, "Winifred" in page) == (True, False)
    with acting_for(olive.link.scope):
        assert [row.pk for row in Introduction.objects.all()] == [introduced.pk]
        assert Occasion.objects.exclude(pk=introduced.occasion_id).update(called_off_at=timezone.now()) == 0
        assert Person.objects.count() == 0


@pytest.mark.parametrize("ends", ["stale", "consent", "closed", "restricted"])
def test_the_link_ends_with_the_day_with_the_yes_and_with_the_referral(olive, introduced, cast, ends):
    olive.open()
    if ends == "stale":
        Link.objects.filter(pk=olive.link.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    elif ends == "consent":
        with acting_as("seed"):
            consenting.take_back(introduced.referral, purpose="contact", by=cast.carl)
    elif ends == "closed":
        with acting_as("seed"):
            Referral.objects.filter(pk=introduced.referral_id).update(state="closed")
    else:
        with acting_as("seed"):
            Person.objects.filter(pk=introduced.referral.person_id).update(restricted=True)
            Referral.objects.filter(pk=introduced.referral_id).update(named=[cast.carl.pk])
    assert [olive.open().status_code, olive.answer("yes").status_code] == [410, 410]


def test_an_answer_after_something_else_was_arranged_changes_nothing(introduced, cast, now):
    with acting_as("seed"):
        Introduction.objects.filter(pk=introduced.pk).update(settled_at=timezone.now())
        with pytest.raises(answering.Settled):
            answering.answer(introduced, said="yes")
    assert now(introduced).answer == ""


def test_a_link_of_a_register_or_a_thread_opens_no_introduction(olive, introduced):
    other = links.mint("register", introduced.occasion.register_id, olive.link.scope, olive.link.expires_at)
    olive.client.get(reverse("link", args=[links.token(other)]))
    assert olive.client.get(reverse("introduction")).status_code == 410


# ---------- what is told besides the name ----------


def share(cast, referral, parts, about=""):
    with acting_as("seed"):
        shared = sharing.Shared(tuple(parts), about)
        return introductions.introduce(
            referral, service=cast.lunch, by=cast.carl, made=actions.new_key(), shared=shared
        )


def test_what_they_agreed_to_stands_behind_the_link_and_never_in_the_letter(cast, with_carl, client):
    with acting_as("seed"):
        Person.objects.filter(pk=with_carl.person_id).update(access_needs="A chair with arms")
        with_carl.person.refresh_from_db()
    share(cast, with_carl, ["helps", "about"], "He played the cornet.")
    link = Link.objects.filter(purpose="introduction").latest("created_at")
    page = client.get(reverse("link", args=[links.token(link)]), follow=True).content.decode()
    assert [word in page for word in ("A chair with arms", "He played the cornet.", "07700")] == [True, True, False]
    with acting_as("delivery"):
        letter = Message.objects.get(template="expecting")
        assert [word for word in ("chair", "cornet", "Stanley") if word in letter.subject + letter.body] == []
    with acting_as("seed"):
        yes = Consent.objects.get(purpose="tell_group")
        assert (yes.recipient, yes.decision, yes.said_to) == (cast.lunch.name, "given", cast.carl)


def test_without_a_tick_nothing_more_is_told_and_no_yes_is_written_down(introduced):
    assert (introduced.helps, introduced.about, introduced.reach, introduced.shared) == ("", "", "", [])
    with acting_as("seed"):
        assert Consent.objects.filter(purpose="tell_group").count() == 0


def test_a_yes_taken_back_wipes_what_was_told_and_asks_the_group_to_forget_it(cast, with_carl, now):
    share(cast, with_carl, ["reach"])
    with acting_as("seed"):
        row = Introduction.objects.get()
        assert row.reach == "07700 900 126"
        consenting.record(
            with_carl, purpose="tell_group", recipient=cast.lunch.name, decision="withdrawn", by=cast.carl
        )
    row = now(row)
    assert (row.reach, row.shared, row.taken_back_at is not None) == ("", ["reach"], True)
    with acting_as("delivery"):
        [letter] = Message.objects.filter(template="introduction_taken_back")
        assert ("07700" in letter.body, "Stanley" in letter.body, letter.to) == (False, False, "olive@example.org")


def test_every_yes_gone_wipes_it_too(cast, with_carl, now):
    share(cast, with_carl, ["reach"])
    with acting_as("seed"):
        row = Introduction.objects.get()
        consenting.take_back(with_carl, purpose="contact", by=cast.carl)
    assert now(row).reach == ""


def test_nobody_is_written_to_who_has_no_yes(cast, with_carl):
    taken_back("contact")
    with acting_as("seed"):
        introductions.introduce(
            Referral.objects.get(pk=with_carl.pk), service=cast.lunch, by=cast.carl, made=actions.new_key()
        )
        assert Introduction.objects.get().told_at is None
    with acting_as("delivery"):
        assert Message.objects.filter(template="expecting").count() == 0


# ---------- the walls ----------


@pytest.mark.parametrize("who", ["nia", "ravi", "cora", "colm", "vera", "dev", "rosa"])
def test_these_see_no_introduction_on_a_page_or_in_the_table(cast, introduced, sign_in, who):
    answer = sign_in(getattr(cast, who)).get(reverse("introduced", args=[introduced.pk]))
    identify(getattr(cast, who))
    assert (answer.status_code, Introduction.objects.count()) == (404, 0)


@pytest.mark.parametrize("who", ["carl", "tess"])
def test_whoever_works_with_them_sees_it(cast, introduced, sign_in, who):
    page = sign_in(getattr(cast, who)).get(reverse("introduced", args=[introduced.pk])).content.decode()
    assert ("Stanley Ames" in page, "no answer yet" in page) == (True, True)
