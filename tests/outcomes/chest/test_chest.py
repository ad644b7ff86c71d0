"""A group asks for money, two decide, it is spent, and all can read what it led to."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from connect.people.roles import Role
from outcomes.chest import actions
from outcomes.chest.models import Application, Pot, Spending, Verdict
from outcomes.framework.models import Aim
from tests import cast as stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def pot(cast):
    return a_pot(cast)


@pytest.fixture
def cleo(cast):
    return stage.person("Cleo Tarn", Role.COO, cast.action)  # coordinates volunteers beside Tess


def a_pot(cast, **more):
    ends = timezone.localdate() + timedelta(days=30)
    said = {"name": "Community chest", "total": 1000, "closes_on": ends} | more
    return Pot.objects.create(**said, organisation=cast.action, made_by=cast.tess, **made())


def made():
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


def asked(pot, **more):
    said = {"group": "Millrace Knitters", "name": "Olga Field", "email": "olga@example.org", "amount": 750,
            "people": 20, "words": "Wool, and a warm room."}  # fmt: skip
    return actions.ask(pot, aims=Aim.objects.all()[:2], **said | more, made=made())


def waiting(pot, **more):
    application = asked(pot, **more)
    with acting_as("link", scope=[application.pk]):
        actions.confirm(application)
    return application


def said(user, application, *, yes=True, amount=750, words=""):
    identify(user)
    return actions.decide(application, yes=yes, amount=amount, words=words, by=user, made=made())


def awarded(pot, tess, cleo):
    application = waiting(pot)
    said(tess, application)
    return said(cleo, application, amount=600)


def at_the_link(client, application):
    with acting_as("seed"):
        link = Link.objects.filter(purpose="chest", subject=application.pk).first()
    client.get(reverse("link", args=[links.token(link)]))
    return client


def letters():
    with acting_as("delivery"):
        return list(Message.objects.order_by("due_at").values_list("template", flat=True))


# Asking


def test_a_group_asks_on_one_screen_and_sent_twice_it_is_made_once(client, pot):
    address = reverse("chest_ask", args=[pot.pk])
    page = client.get(address)
    aim = page.context["form"].fields["aims"].queryset[0]
    typed = {"key": page.context["form"]["key"].value(), "group": "Millrace Knitters", "name": "Olga Field",
             "email": "olga@example.org", "words": "Wool", "amount": "£750", "people": "20",
             "aims": [aim.pk]}  # fmt: skip
    for _ in range(2):
        assert client.post(address, typed).headers["Location"] == reverse("chest_sent")
    with acting_as("seed"):
        assert [(one.amount, one.standing, one.aims.get()) for one in Application.objects.all()] == [
            (750, "asked", aim)
        ]
    assert letters() == ["chest_page"]


def test_too_much_is_said_beside_the_amount_and_nothing_typed_is_lost(client, pot):
    page = client.post(reverse("chest_ask", args=[pot.pk]), {"group": "Millrace Knitters", "amount": "751"})
    assert page.status_code == 422
    assert page.context["form"].errors["amount"] == ["Enter whole pounds from 1 to 750"]
    assert "Millrace Knitters" in page.text


def test_a_closed_pot_takes_no_more(client, cast):
    past = a_pot(cast, opens_on="2020-01-01", closes_on="2020-02-01")
    assert client.get(reverse("chest_ask", args=[past.pk])).status_code == 404


def test_opening_the_link_confirms_nothing_and_the_button_does(client, pot, cast):
    application = asked(pot)
    page = at_the_link(client, application).get(reverse("chest_own"))
    identify(cast.tess)
    assert list(Application.objects.visible_to(cast.tess)) == []
    client.post(reverse("chest_step"), {"do": "confirm", "link": page.context["link"].pk})
    identify(cast.tess)
    assert list(Application.objects.visible_to(cast.tess)) == [application]


# Deciding


def test_two_decide_and_the_smaller_amount_counts(pot, cast, cleo):
    application = waiting(pot)
    assert said(cast.tess, application).standing == "waiting"
    assert (said(cleo, application, amount=600).standing, letters()) == ("awarded", ["chest_page", "chest_answer"])
    assert Application.objects.get().awarded == 600


def test_nobody_decides_twice(pot, cast):
    application = waiting(pot)
    said(cast.tess, application)
    with pytest.raises(actions.CannotMove):
        said(cast.tess, application)


def test_two_who_say_no_decide_too_and_the_group_reads_why(client, pot, cast, cleo):
    application = waiting(pot)
    said(cast.tess, application, yes=False, words="Too far away")
    said(cleo, application, yes=False, words="Ask again in spring")
    assert "Ask again in spring" in at_the_link(client, application).get(reverse("chest_own")).text


def test_where_two_differ_the_desk_says_that_one_more_decides(pot, cast, cleo, sign_in):
    application = waiting(pot)
    said(cast.tess, application)
    desk = reverse("chest_desk")
    assert "1 of 2 have spoken" in sign_in(cast.tess).get(desk).text
    said(cleo, application, yes=False)
    assert "They said different things: one more of you decides" in sign_in(cast.tess).get(desk).text


def test_a_pot_never_gives_more_than_it_holds(pot, cast, cleo):
    awarded(pot, cast.tess, cleo)
    second = waiting(pot)
    with pytest.raises(actions.PotIsEmpty) as empty:
        said(cast.tess, second, amount=401)
    assert empty.value.left == 400
    said(cast.tess, second, amount=400)


def test_what_a_colleague_said_is_hidden_until_one_has_spoken(pot, cast, cleo, sign_in):
    application = waiting(pot)
    said(cast.tess, application, words="A good thing")
    address = reverse("chest_application", args=[application.pk])
    page = sign_in(cleo).get(address)
    assert ("A good thing" in page.text, page.context["others"]) == (False, 1)
    form = {"key": uuid.uuid4(), "answer": "yes", "amount": "500", "apart": "on"}
    sign_in(cleo).post(reverse("chest_decide", args=[application.pk]), form)
    assert "A good thing" in sign_in(cleo).get(address).text


def test_a_no_needs_words_and_a_yes_an_amount(pot, cast, sign_in):
    address = reverse("chest_decide", args=[waiting(pot).pk])
    for answer, field in (("no", "words"), ("yes", "amount")):
        page = sign_in(cast.tess).post(address, {"key": uuid.uuid4(), "answer": answer, "apart": "on"})
        assert (page.status_code, list(page.context["form"].errors)) == (422, [field])


# What it went on, and what it led to


def test_they_write_down_what_it_went_on_but_no_more_than_they_got(client, pot, cast, cleo):
    application = awarded(pot, cast.tess, cleo)
    at_the_link(client, application)
    today = timezone.localdate().isoformat()
    typed = {"key": uuid.uuid4(), "what": "Hall hire", "amount": "601", "on": today}
    page = client.post(reverse("chest_spend"), typed)
    assert page.context["form"].errors["amount"] == ["There are £600 left of what you got"]
    for _ in range(2):
        client.post(reverse("chest_spend"), typed | {"amount": "150"})
    with acting_as("link", scope=[application.pk]):
        assert [(one.what, one.amount, one.by) for one in Spending.objects.all()] == [("Hall hire", 150, None)]


def test_what_it_led_to_is_shown_to_everybody_only_with_their_yes(client, pot, cast, cleo):
    application = awarded(pot, cast.tess, cleo)
    at_the_link(client, application)
    typed = {"led_to": "Six friends for life", "reached": "24"}
    for show in ({}, {"may_show": "on"}):
        client.post(reverse("chest_tell"), typed | show)
        page = client.get(reverse("chest")).text
        assert ("Six friends for life" in page) is bool(show)
    assert not re.search("Olga|olga@", page)


def test_three_months_later_they_are_asked_once_what_it_led_to(pot, cast, cleo):
    application = awarded(pot, cast.tess, cleo)
    with acting_as("seed"):
        Application.objects.filter(pk=application.pk).update(decided_at=timezone.now() - actions.AFTER)
    for _ in range(2):
        with acting_as("reminders"):
            actions.ask_what_it_led_to()
    assert letters().count("chest_after") == 1


def test_what_nobody_confirmed_is_forgotten(pot):
    asked(pot)
    with acting_as("seed"):
        Application.objects.update(asked_at=timezone.now() - actions.KEPT - timedelta(hours=1))
    with acting_as("reminders"):
        assert actions.forget_unconfirmed() > 0
    with acting_as("seed"):
        assert not Application.objects.exists()


# Who must see nothing


@pytest.mark.parametrize("who", ["nia", "rosa", "vera", "colm"])
def test_those_who_do_not_give_see_neither_page_nor_row(pot, cast, cleo, sign_in, who):
    application = awarded(pot, cast.tess, cleo)
    user = getattr(cast, who)
    assert sign_in(user).get(reverse("chest_application", args=[application.pk])).status_code == 404
    identify(user)
    assert (list(Application.objects.all()), list(Verdict.objects.all())) == ([], [])


def test_the_group_reads_by_its_link_its_own_row_and_no_verdict(pot, cast, cleo):
    own, other = awarded(pot, cast.tess, cleo), waiting(pot)
    with acting_as("link", scope=[own.pk]):
        assert (list(Application.objects.all()), list(Verdict.objects.all())) == ([own], [])
    assert other.pk != own.pk


def test_the_desk_asks_as_often_for_one_as_for_many(pot, cast, cleo, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.tess)
    waiting(pot)
    client.get(reverse("chest_desk"))
    with django_assert_max_num_queries(25) as few:
        client.get(reverse("chest_desk"))
    for _ in range(5):
        waiting(pot)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(reverse("chest_desk"))
