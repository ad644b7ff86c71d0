"""What a listing asks of whoever comes: set on the desk or by the organiser, shown to workers and to nobody else."""

import pytest
from django.urls import reverse

from connect.identity import identify
from directory.keeping import asking
from directory.models import Document, Question, Service
from directory.wanting import actions
from tests.directory.keeping.conftest import desk, olive, outbox  # noqa: F401

pytestmark = pytest.mark.django_db
SIX_STEPS = {"add": "question", "words": "Can you manage six steps?", "kind": "yes_no", "seen_by": "organiser"}
FORM = {"add": "document", "kind": "sign", "name": "Membership form", "words": "At the desk."}


@pytest.fixture
def address(cast) -> str:
    Service.objects.filter(pk=cast.lunch.pk).update(url="https://www.club.example.org/")
    return reverse("desk_wanted", args=[cast.lunch.pk])


def test_dev_sets_a_question_and_a_paper_and_workers_read_them_on_the_listing(cast, sign_in, client, address):
    dev = sign_in(cast.dev)
    for typed in (SIX_STEPS, SIX_STEPS, FORM | {"website": "https://club.example.org/form"}):
        assert dev.post(address, typed)["Location"] == address
    assert (Question.objects.count(), Document.objects.count()) == (1, 1)
    listing = reverse("listing", args=[cast.lunch.pk])
    carl = sign_in(cast.carl).get(listing).content.decode()
    assert [words in carl for words in ("Can you manage six steps?", "Membership form", "club.example.org/form")] == [
        True
    ] * 3
    assert "Can you manage six steps?" not in client.get(listing).content.decode()
    dev.post(address, {"stop": str(Question.objects.get().pk)})
    assert "Can you manage six steps?" not in sign_in(cast.carl).get(listing).content.decode()
    assert Question.objects.get().ended_at is not None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"words": ""}, "Write the question"),
        ({"kind": "one_of", "choices": "only one"}, "Write from two to eight answers"),
        (FORM | {"name": ""}, "Say what it is"),
        (FORM | {"website": "https://club.example.org.evil.example/"}, "own website, club.example.org"),
        (FORM | {"website": "http://club.example.org/"}, "own website, club.example.org"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(cast, sign_in, address, wrong, words):
    answer = sign_in(cast.dev).post(address, SIX_STEPS | wrong)
    page = answer.content.decode()
    assert (answer.status_code, words in page) == (422, True)
    assert all(value in page for name, value in (SIX_STEPS | wrong).items() if name in ("words", "choices") and value)
    assert (Question.objects.count(), Document.objects.count()) == (0, 0)


def test_ten_are_enough(cast):
    for n in range(actions.MOST):
        actions.ask(cast.lunch, by=cast.dev, words=f"Question {n}?", kind="words")
    with pytest.raises(actions.TooMany):
        actions.ask(cast.lunch, by=cast.dev, words="One more?", kind="words")


@pytest.mark.parametrize("name", ["nia", "carl", "rosa", "colm", "vera"])
def test_nobody_else_sets_them(cast, sign_in, address, name):
    client = sign_in(getattr(cast, name))
    assert [client.get(address).status_code, client.post(address, SIX_STEPS).status_code] == [404, 404]


def test_olive_sets_them_behind_her_link_without_an_address_of_her_own(desk, olive, outbox):  # noqa: F811
    asking.ask_now(desk.lunch, by=desk.dev)
    her = olive(outbox()[0])
    identify()
    yours = reverse("your_wanted")
    assert her.post(yours, SIX_STEPS)["Location"] == f"{yours}?which={desk.lunch.pk}"
    answer = her.post(yours, FORM | {"website": "https://elsewhere.example.org/"})
    assert answer["Location"] == f"{yours}?which={desk.lunch.pk}"
    assert (Question.objects.get().made_by, Document.objects.get().link) == (None, "")
    assert "Can you manage six steps?" in her.get(yours).content.decode()


def test_without_a_link_there_is_nothing(cast, client):
    assert client.post(reverse("your_wanted"), SIX_STEPS).status_code in (404, 410)
    assert Question.objects.count() == 0
