"""The same life over the API: the same reads, the same actions, the same refusals."""

import uuid

import pytest
from django.urls import reverse

from connect.identity import acting_as
from referrals.asking.models import HealthyChat
from referrals.models import Referral
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    def fields(**changes):
        return {
            "key": str(uuid.uuid4()), "given_name": "Stanley", "family_name": "Ames", "postcode": "KX2 4HD",
            "phone": "07700 900 126", "safe_to_message": "yes", "wants": ["company"], "consent": True,
            "tell_referrer": True,
        } | changes  # fmt: skip

    return fields


def post(client, name, data=None, *args):
    return client.post(reverse(name, args=args), data or {}, content_type="application/json")


def test_rosas_own_system_refers_and_twice_is_once(cast, sign_in, body):
    rosa, sent = sign_in(cast.rosa), body()
    first, second = post(rosa, "api_referrals", sent), post(rosa, "api_referrals", sent)
    assert (first.status_code, first.json()) == (201, second.json())
    with acting_as("seed"):
        assert Referral.objects.get().reference == first.json()["reference"]
    other = post(rosa, "api_referrals", sent | {"words": "something else"})
    assert (other.status_code, other.json()["detail"].split(".")[0]) == (409, "Already sent with other content")


def test_what_is_wrong_comes_back_by_field_in_the_pages_own_words(cast, sign_in, body):
    answer = post(sign_in(cast.rosa), "api_referrals", body(phone="07700 9001", consent=False))
    assert (answer.status_code, set(answer.json())) == (400, {"phone", "consent"})
    assert answer.json()["phone"] == ["Enter a phone number, like 07700 900 123"]


def test_carl_takes_it_all_the_way_to_introduced(cast, sign_in):
    referral, carl = mr_ames(cast), sign_in(cast.carl)
    assert post(carl, "api_accept", None, referral.pk).json()["state"] == "accepted"
    said = {"key": str(uuid.uuid4()), "channel": "call", "reached": "yes"}
    assert post(carl, "api_contacts", said, referral.pk).json()["state"] == "contacted"
    to = {"key": str(uuid.uuid4()), "service": str(cast.lunch.pk)}
    assert post(carl, "api_introductions", to, referral.pk).json()["state"] == "active"
    assert post(carl, "api_accept", None, referral.pk).json() == {"detail": "CannotMove"}


def test_in_the_queue_the_api_too_gives_a_first_name_only(cast, sign_in):
    mr_ames(cast)
    assert sign_in(cast.carl).get(reverse("api_referrals")).json()["results"][0]["name"] == "Stanley"
    assert sign_in(cast.rosa).get(reverse("api_referrals")).json()["results"][0]["name"] == "Stanley Ames"


def test_nia_gets_an_empty_list_and_404s_and_changes_nothing(cast, sign_in):
    referral, nia = mr_ames(cast), sign_in(cast.nia)
    assert nia.get(reverse("api_referrals")).json()["results"] == []
    assert nia.get(reverse("api_referral", args=[referral.pk])).status_code == 404
    for name in ("api_accept", "api_contacts", "api_introductions"):
        sent = {"key": str(uuid.uuid4()), "channel": "call", "reached": "yes", "service": str(cast.lunch.pk)}
        assert post(nia, name, sent, referral.pk).status_code == 404
    with acting_as("seed"):
        assert (Referral.objects.get().state, Referral.objects.get().events.count()) == ("submitted", 1)


def test_signed_out_there_is_nothing(client, cast):
    referral = mr_ames(cast)
    for address in (reverse("api_referrals"), reverse("api_referral", args=[referral.pk])):
        assert client.get(address).status_code == 404


def test_the_filters_narrow_and_a_wrong_one_is_said(cast, sign_in):
    mr_ames(cast)
    carl = sign_in(cast.carl)
    assert len(carl.get(reverse("api_referrals"), {"state": "accepted"}).json()["results"]) == 0
    assert carl.get(reverse("api_referrals"), {"state": "nonsense"}).status_code == 400


def test_the_openapi_file_and_the_page_that_reads_it_describe_every_address(client, db):
    paths = client.get(reverse("schema")).json()["paths"]
    assert {"/api/v1/services/", "/api/v1/referrals/", "/api/v1/referrals/{id}/accept/"} <= {
        p.replace("{pk}", "{id}") for p in paths
    }
    page = client.get(reverse("api")).content.decode()
    assert not [path for path in paths if path not in page]


@pytest.mark.parametrize("sent", ["[]", "{", '{"key": "x"}', "null", '"a"', '{"key": {"a": 1}}'])
def test_odd_bodies_get_a_400(cast, sign_in, sent):
    answer = sign_in(cast.rosa).post(reverse("api_referrals"), sent, content_type="application/json")
    assert answer.status_code == 400


def test_a_program_asks_who_would_answer_before_it_asks_anything_else(cast, sign_in):
    rosa = sign_in(cast.rosa)
    fits = post(rosa, "api_where", {"key": str(uuid.uuid4()), "postcode": "KX2 4HD", "age": 82}).json()
    assert (fits["team"], fits["ward"], fits["why"]) == ("Kelderby connectors", "Millrace", "")
    young = post(rosa, "api_where", {"key": str(uuid.uuid4()), "postcode": "KX2 4HD", "age": 16}).json()
    assert (young["team"], young["phone"]) == (None, "01632 960 014")
    assert post(sign_in(cast.colm), "api_where", {}).status_code == 404


def test_a_program_logs_a_chat_once_and_refers_by_mail_or_through_the_worker(cast, sign_in, body):
    rosa, chat = sign_in(cast.rosa), {"key": str(uuid.uuid4()), "asked": "no", "why_not": "no_time"}
    assert [post(rosa, "api_chats", chat).status_code for _twice in range(2)] == [204, 204]
    with acting_as("freeze"):
        assert HealthyChat.objects.count() == 1
    assert post(rosa, "api_referrals", body(phone="", through_me=True)).status_code == 201
    assert post(rosa, "api_referrals", body(phone="")).status_code == 400
