"""Who somebody is: asked kindly, kept apart, counted, and shown to nobody, whoever keyed it in."""

import pytest
from django.db import connection
from django.urls import reverse

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from outcomes.equality import actions, answers, counts
from outcomes.equality.models import EqualityAnswers, EqualityAsked
from outcomes.equality.questions import RATHER_NOT, is_disabled, questions
from referrals.actions import new_key
from tests.cast import mr_ames

SAID = {"religion": "sikh", "ethnic_group": "asian_indian", "sex": RATHER_NOT}
WHO = ["carl", "cora", "tess", "nia", "rosa", "ravi", "colm", "dora", "adam", "vera"]


@pytest.fixture
def keyed(sign_in, cast, with_carl):
    """Carl keys in the sheet that Mr Ames filled in; sent twice."""
    carl, page = sign_in(cast.carl), reverse("equality_paper", args=[with_carl.pk])
    typed = SAID | {"key": carl.get(page).context["form"]["key"].value()}
    for _ in range(2):
        assert carl.post(page, typed).status_code == 302
    return carl


def rows():
    with acting_as("equality"):
        return list(EqualityAnswers.objects.all())


def test_every_question_can_be_declined_on_its_own_and_none_is_needed():
    assert [one.key for one in questions() if one.choices[-1][0] != RATHER_NOT] == []


def test_pressed_twice_it_is_kept_once_and_names_nobody(keyed, with_carl):
    kept = rows()
    assert [(row.given["religion"], row.given["sex"], row.given["age_band"]) for row in kept] == [
        ("sikh", RATHER_NOT, None)
    ]
    assert kept[0].month.day == 1
    assert {str(with_carl.pk), str(with_carl.person_id), with_carl.reference} & set(
        map(str, vars(kept[0]).values())
    ) == set()


@pytest.mark.parametrize("who", WHO)
def test_no_role_reads_an_answer_not_even_whoever_keyed_it(cast, keyed, who):
    identify(getattr(cast, who))
    assert EqualityAnswers.objects.count() == 0


def test_no_other_job_reads_one_either(keyed):
    from connect.identity import JOBS

    for job in JOBS - {"equality", "migration", "retention"}:
        with acting_as(job):
            assert EqualityAnswers.objects.count() == 0, job


def test_the_page_of_the_person_says_that_they_answered_and_never_what(keyed, with_carl):
    for name in ("person", "documents", "document_referral", "equality_paper"):
        page = keyed.get(reverse(name, args=[with_carl.pk]))
        assert page.status_code == 200
        if name == "equality_paper":
            assert "checked" not in page.text
        else:
            assert "Sikh" not in page.text
    assert "Answered" in keyed.get(reverse("person", args=[with_carl.pk])).text


def test_nothing_draws_a_page_from_the_answers():
    """Only these modules know the table; no view, template or API is among them."""
    from pathlib import Path

    here = Path(actions.__file__).parents[2]
    known = {
        str(path.relative_to(here))
        for floor in ("connect", "directory", "referrals", "outcomes")
        for path in (here / floor).rglob("*.py")
        if "EqualityAnswers" in path.read_text() and "migrations" not in path.parts
    }
    assert known == {"outcomes/models.py", "outcomes/equality/models.py", "outcomes/equality/answers.py"}


def test_by_link_the_message_says_little_and_the_answers_are_kept(sign_in, client, cast, with_carl):
    carl = sign_in(cast.carl)
    form = carl.get(reverse("person", args=[with_carl.pk]))
    assert form.status_code == 200
    identify(cast.carl)
    actions.send(with_carl, by=cast.carl, made=new_key())
    with pytest.raises(actions.AreOut):
        actions.send(with_carl, by=cast.carl, made=new_key())
    with acting_as("delivery"):
        bodies = [one.body.lower() for one in Message.objects.filter(template="equality")]
    assert len(bodies) == 2
    assert not [word for body in bodies for word in ("lonely", "religion", "group", "company") if word in body]
    client.get(reverse("link", args=[links.token(Link.objects.get(purpose="equality"))]))
    page = client.get(reverse("equality"))
    assert page.status_code == 200
    assert rows() == []
    answer = client.post(reverse("equality"), SAID | {"key": page.context["form"]["key"].value()})
    assert answer.headers["Location"] == reverse("equality_thanks")
    assert client.get(reverse("equality_thanks")).status_code == 200
    assert [row.given["religion"] for row in rows()] == ["sikh"]
    identify(cast.carl)
    assert actions.stands(with_carl).became == "answered"


def test_left_open_altogether_is_a_no_and_nobody_asks_again(sign_in, cast, with_carl):
    identify(cast.carl)
    actions.key_in(with_carl, given={}, by=cast.carl, made=new_key())
    assert actions.stands(with_carl).became == "declined"
    assert "Send the questions" not in sign_in(cast.carl).get(reverse("person", args=[with_carl.pk])).text


@pytest.mark.parametrize("who", ["nia", "cora", "rosa", "colm"])
def test_nobody_else_asks_or_sees_that_they_were_asked(sign_in, cast, keyed, with_carl, who):
    client = sign_in(getattr(cast, who))
    assert client.get(reverse("equality_paper", args=[with_carl.pk])).status_code == 404
    assert client.post(reverse("equality_declined", args=[with_carl.pk])).status_code == 404
    identify(getattr(cast, who))
    assert EqualityAsked.objects.count() == 0


def test_counts_hide_what_is_small_and_keep_four_kinds_of_nothing_apart(cast):
    people = [mr_ames(cast) for _ in range(12)]
    for one in people[:9]:
        answers.keep(one.pk, given={"sex": "female", "condition": "yes", "limits": "a_lot"}, how="paper")
    with acting_as("seed"):
        EqualityAsked.objects.bulk_create(
            [
                EqualityAsked(referral=one, how="paper", became="declined", by=cast.carl, **new_key())
                for one in people[9:11]
            ]
        )
    found = counts.of([one.pk for one in people])
    sex = found["sex"].options
    assert (sex["female"], sex["male"], sex[RATHER_NOT]) == (10, 0, 0)
    assert (sex[counts.NOT_ANSWERED], sex[counts.NOT_ASKED]) == ("*", "*")
    assert found[counts.DISABLED].options["yes"] == 10
    assert found["religion"].options[counts.NOT_ANSWERED] == 10
    assert counts.known([one.pk for one in people])[2] == 10


def test_answered_again_the_last_answers_count(with_carl):
    for religion in ("sikh", "none"):
        answers.keep(with_carl.pk, given={"religion": religion}, how="link")
    assert answers.latest([with_carl.pk])[with_carl.pk]["religion"] == "none"


@pytest.mark.parametrize(
    ("given", "is_so"),
    [
        ({"condition": "yes", "limits": "a_lot"}, True),
        ({"condition": "yes", "limits": "a_little"}, True),
        ({"condition": "yes", "limits": "not_at_all"}, False),
        ({"condition": "yes", "limits": None}, None),
        ({"condition": "yes", "limits": RATHER_NOT}, None),
        ({"condition": "no"}, False),
        ({"condition": RATHER_NOT}, None),
        ({}, None),
    ],
)
def test_disabled_as_the_acts_core_has_it(given, is_so):
    assert is_disabled(given) is is_so


def test_the_serving_login_changes_no_answer(keyed):
    from django.db.utils import ProgrammingError

    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("update outcomes_equalityanswers set given = '{}'")
