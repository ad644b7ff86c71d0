"""Somebody who must not be found: known to a named list, and to nobody else on any page, in any count, by any wall."""

import re
import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from connect.audit.models import Access
from connect.identity import acting_as, identify
from connect.messaging.models import Link, Message
from connect.people.roles import Role
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.models import NamedReader, Person, Referral, Restriction, Whereabouts
from referrals.person import restricting
from tests import cast as stage
from tests.cast import mr_ames
from tests.conftest import prove
from tests.house.test_matrix import GUARDED, fill

pytestmark = pytest.mark.django_db
CANARIES = ["Zephyrine", "Quillfeather", "07700900987", "07700 900 987", "canary@example.org", "KX2 4HD"]


@pytest.fixture
def hidden(cast):
    """Carl's, restricted by him; Tess answers for it. Nobody else is named."""
    with acting_as("seed"):
        referral = mr_ames(cast)
        Person.objects.filter(pk=referral.person_id).update(
            given_name="Zephyrine", family_name="Quillfeather", phone="07700900987", email="canary@example.org"
        )
        actions.accept(referral, by=cast.carl)
        actions.move(referral, to="contacted", by=cast.carl)
        introductions.introduce(referral, service=cast.lunch, by=cast.carl, made=actions.new_key())
    identify(cast.carl)
    referral = Referral.objects.select_related("person").get(pk=referral.pk)
    restricting.restrict(referral, why="abuse", by=cast.carl, owner=cast.tess)
    identify()
    return referral


def there(user):
    identify(user)
    found = (Referral.objects.count(), Person.objects.count(), Referral.objects.visible_to(user).count())
    identify()
    return found


@pytest.mark.parametrize(("who", "rows"), [("carl", 1), ("tess", 1), ("rosa", 0), ("lena", 0), ("ravi", 0),
                                           ("cora", 0), ("nia", 0), ("colm", 0), ("dev", 0), ("vera", 0)])  # fmt: skip
def test_only_the_named_have_the_rows_by_either_wall(cast, hidden, who, rows):
    assert there(getattr(cast, who)) == (rows, rows, rows)


def test_a_second_lead_of_the_team_sees_nothing_until_named(cast, hidden):
    second = stage.person("Tilda Grey", Role.TL, cast.action, cast.team)
    assert there(second) == (0, 0, 0)
    identify(cast.tess)
    restricting.name(hidden.person_id, reader=second, by=cast.tess)
    assert there(second) == (1, 1, 1)
    identify(cast.tess)
    restricting.unname(hidden.person_id, reader=second, by=cast.tess)
    assert there(second) == (0, 0, 0)


def crawl(client, referral):
    """Every page that a signed-in person can ask for, with this person's keys in it; and what the lists link to."""
    keys = (referral.pk, referral.person_id)
    asked = {fill(name, takes, key) for name, _rule, takes in GUARDED for key in keys} - {None}
    searches = ["/search/?q=Zephyrine", "/caseload/?q=Zephyrine", "/api/v1/referrals/", "/referrals/?q=Quillfeather"]
    for url in [*sorted(asked), *searches]:
        got = client.get(url)
        yield url, b"".join(got if got.streaming else [got.content]).decode(errors="replace")


@pytest.mark.parametrize("who", ["rosa", "ravi", "lena", "cora", "nia", "colm", "dev", "vera"])
def test_crawled_for_by_everybody_else_on_every_page_she_is_nowhere(cast, hidden, sign_in, who):
    user = getattr(cast, who)
    client = sign_in(user)
    prove(client, user)
    hits = [
        (url, canary)
        for url, page in crawl(client, hidden)
        for canary in CANARIES[:5]
        if canary in _without_asking(page)
    ]
    assert hits == []


def _without_asking(page: str) -> str:
    """A search says back what was typed: that is no hit."""
    return re.sub(r'value="[^"]*"|“[^”]*”|href="[^"]*"', "", page)


@pytest.mark.parametrize("who", ["carl", "tess"])
def test_the_named_see_the_name_and_nowhere_the_address_or_phone(cast, hidden, sign_in, who):
    user = getattr(cast, who)
    client = sign_in(user)
    prove(client, user)
    pages = dict(crawl(client, hidden))
    assert "Zephyrine" in pages[reverse("person", args=[hidden.pk])]
    assert [(url, canary) for url, page in pages.items() for canary in CANARIES[2:] if canary in page] == []


def test_the_counts_of_those_who_may_not_know_stay_as_if_nobody_were_there(cast, hidden, sign_in):
    with acting_as("seed"):
        before = sign_in(cast.cora).get(reverse("caseload")).content.decode()
    assert before.count("Zephyrine") == 0
    assert sign_in(cast.rosa).get("/api/v1/referrals/").json()["count"] == 0


def test_an_address_is_shown_to_a_fresh_proof_by_a_post_that_is_written_down(cast, hidden, sign_in):
    carl = sign_in(cast.carl)
    url = reverse("reveal", args=[hidden.pk])
    assert (carl.post(url).status_code, looks()) == (403, 0)
    prove(carl, cast.carl)
    assert (carl.get(url).status_code, looks()) == (302, 0)
    page = carl.post(url).content.decode()
    assert ("07700 900 987" in page, "canary@example.org" in page, looks()) == (True, True, 1)


def looks():
    with connection.cursor() as cursor, acting_as("retention"):
        cursor.execute("select count(*) from audit_access where page = 'reveal'")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("who", ["rosa", "cora", "nia", "vera"])
def test_nobody_who_is_not_named_reveals_anything(cast, hidden, sign_in, who):
    user = getattr(cast, who)
    client = sign_in(user)
    prove(client, user)
    assert client.post(reverse("reveal", args=[hidden.pk])).status_code == 404


def test_in_the_tables_and_their_copies_nothing_says_where_she_is(cast, hidden):
    with acting_as("retention"), connection.cursor() as cursor:
        for table in ("referrals_person", "referrals_personhistory", "referrals_whereabouts", "messaging_message"):
            cursor.execute(f"select string_agg(t::text, '') from {table} t")
            text = cursor.fetchone()[0] or ""
            assert [canary for canary in CANARIES[2:] if canary in text] == [], table
        cursor.execute("select distinct spot_easting, spot_northing from referrals_referralhistory")
        assert cursor.fetchall() == [(None, None)]


def test_a_named_reader_reads_no_sealed_row_past_the_reveal(cast, hidden):
    identify(cast.carl)
    assert Whereabouts.objects.count() == 0


def test_nothing_waits_to_be_sent_to_her_or_about_her_and_no_link_shows_her(cast, hidden):
    with acting_as("delivery"):
        waiting = Message.objects.filter(state__in=["queued", "sending"])
        assert waiting.filter(recipient_key=hidden.person_id).count() == 0
        assert waiting.filter(about_id=hidden.pk).count() == 0
    assert Link.objects.filter(scope__contains=[hidden.pk], revoked_at=None).count() == 0


def test_the_register_of_a_group_goes_on_without_her(cast):
    one, other = (contacted(cast) for _n in range(2))
    with acting_as("seed"):
        for referral in (one, other):
            introductions.introduce(referral, service=cast.lunch, by=cast.carl, made=actions.new_key())
    shared = [one.pk, other.pk]
    link = Link.objects.create(purpose="register", subject=uuid.uuid4(), scope=shared, expires_at="2999-01-01T00:00Z")
    identify(cast.carl)
    restricting.restrict(Referral.objects.get(pk=one.pk), why="abuse", by=cast.carl, owner=cast.carl)
    link.refresh_from_db()
    assert (link.scope, link.revoked_at) == ([other.pk], None)


def contacted(cast):
    with acting_as("seed"):
        referral = mr_ames(cast)
        actions.accept(referral, by=cast.carl)
        return actions.move(referral, to="contacted", by=cast.carl)


def test_the_owner_stays_named(cast, hidden):
    identify(cast.carl)
    with pytest.raises(restricting.OwnerStays):
        restricting.unname(hidden.person_id, reader=cast.tess, by=cast.carl)
    with pytest.raises(IntegrityError), transaction.atomic(), acting_as("guarding", scope=[hidden.person_id]):
        Restriction.objects.update(owner=None)


def test_one_alone_does_not_lift_it_and_two_do(cast, hidden):
    second = stage.person("Dee Poe", Role.DPO, cast.council)
    restriction = Restriction(person_id=hidden.person_id)
    identify(cast.tess)
    with pytest.raises(restricting.TwoPeople):
        restricting.lift(restriction.person_id, by=cast.tess)
    restricting.ask_to_lift(hidden.person_id, why="He is in prison", by=cast.tess)
    with pytest.raises(restricting.TwoPeople):
        restricting.lift(hidden.person_id, by=cast.tess)
    identify(second)
    restricting.lift(hidden.person_id, by=second)
    identify(cast.rosa)
    person = Person.objects.get()
    assert (person.phone, person.email, person.restricted) == ("07700900987", "canary@example.org", False)
    assert (person.safe_to_message, person.may_be_written_to) == ("unsure", False)
    assert there(cast.cora) == (0, 0, 0)  # Carl's, as before: not everybody's


def test_the_database_itself_wants_two(cast, hidden):
    with pytest.raises(IntegrityError), transaction.atomic(), acting_as("guarding", scope=[hidden.person_id]):
        Restriction.objects.update(lift_asked_by=cast.tess, lifted_by=cast.tess)


def test_the_whole_way_in_the_browser_takes_two_with_fresh_proof(cast, hidden, sign_in):
    dpo = stage.person("Dee Poe", Role.DPO, cast.council)
    tess, dee = sign_in(cast.tess), sign_in(dpo)
    with acting_as("seed"):
        url = reverse("lift_restriction", args=[Restriction.objects.get().pk])
    assert (tess.get(url).status_code, dee.post(url, {"do": "agree"}).status_code) == (302, 403)
    prove(tess, cast.tess)
    prove(dee, dpo)
    assert tess.post(url, {"do": "ask", "why": ""}).status_code == 422
    tess.post(url, {"do": "ask", "why": "He is in prison"})
    tess.post(url, {"do": "agree"})
    assert there(cast.rosa) == (0, 0, 0)
    page = dee.get(reverse("restrictions")).content.decode()
    assert ("He is in prison" in page, [c for c in CANARIES if c in page]) == (True, [])
    dee.post(url, {"do": "agree"})
    assert there(cast.rosa) == (1, 1, 1)


@pytest.mark.parametrize("who", ["nia", "cora"])
def test_a_lead_or_connector_who_is_not_named_lifts_nothing(cast, hidden, sign_in, who):
    other = stage.person("Tora Vale", Role.TL, cast.elsewhere, cast.other_team)
    client = sign_in(other)
    prove(client, other)
    with acting_as("seed"):
        url = reverse("lift_restriction", args=[Restriction.objects.get().pk])
    assert (client.get(url).status_code, sign_in(getattr(cast, who)).get(url).status_code) == (404, 404)


def test_rosa_asks_carl_sets_it_and_she_sees_her_person_no_more(cast, sign_in):
    referral = contacted(cast)
    rosa, carl = sign_in(cast.rosa), sign_in(cast.carl)
    assert rosa.post(reverse("ask_restrict", args=[referral.pk]), {"why": "stalked"}).status_code == 302
    assert "Asked for by the worker" in carl.get(reverse("person", args=[referral.pk])).content.decode()
    page = carl.post(reverse("restrict", args=[referral.pk]), {"why": "stalked", "owner": cast.carl.pk})
    assert page.status_code == 302
    assert rosa.get(reverse("referral", args=[referral.pk])).status_code == 404
    with acting_as("seed"):
        assert [row.user_id for row in NamedReader.objects.all()] == [cast.carl.pk]


def test_what_was_asked_for_and_is_not_needed_is_turned_down_by_name(cast, sign_in):
    referral = contacted(cast)
    sign_in(cast.rosa).post(reverse("ask_restrict", args=[referral.pk]), {"why": "stalked"})
    sign_in(cast.carl).post(reverse("restrict", args=[referral.pk]), {"do": "turn_down"})
    with acting_as("seed"):
        row = Restriction.objects.get()
    assert (row.set_at, row.set_by_id, row.ended_at is None) == (None, cast.carl.pk, False)
    assert there(cast.rosa) == (1, 1, 1)


def test_without_an_owner_nothing_is_set(cast, sign_in):
    referral = contacted(cast)
    page = sign_in(cast.carl).post(reverse("restrict", args=[referral.pk]), {"why": "abuse"})
    assert (page.status_code, page.context["form"].errors) == (422, {"owner": ["Choose who answers for this"]})


@pytest.mark.parametrize("who", ["nia", "cora", "vera", "colm", "rosa"])
def test_whoever_does_not_hold_somebody_restricts_nobody(cast, sign_in, who):
    referral = contacted(cast)
    answer = sign_in(getattr(cast, who)).post(reverse("restrict", args=[referral.pk]), {"why": "abuse"})
    assert answer.status_code == 404


def test_named_when_somebody_else_takes_them_over(cast, hidden):
    """The list is what counts, whoever holds the row: a colleague who is not on it sees nothing."""
    with acting_as("seed"):
        Referral.objects.filter(pk=hidden.pk).update(connector=cast.cora)
    assert (there(cast.cora), there(cast.tess)) == ((0, 0, 0), (1, 1, 1))


def test_that_somebody_looked_stays_in_the_books(cast, hidden, sign_in):
    carl = sign_in(cast.carl)
    prove(carl, cast.carl)
    carl.post(reverse("reveal", args=[hidden.pk]))
    with acting_as("retention"):
        assert Access.objects.filter(page="reveal", person_ids__contains=[hidden.person_id]).count() == 1


def test_of_two_who_set_it_the_second_is_told_and_sees_the_list_as_it_is(cast, hidden, sign_in):
    identify(cast.tess)
    referral = Referral.objects.select_related("person").get(pk=hidden.pk)
    with pytest.raises(restricting.HoldsAlready):
        restricting.restrict(referral, why="abuse", by=cast.tess, owner=cast.tess, readers=[cast.cora])
    said = {"why": "abuse", "owner": cast.tess.pk, "readers": [cast.cora.pk]}
    page = sign_in(cast.tess).post(reverse("restrict", args=[hidden.pk]), said, follow=True).content.decode()
    assert ("A colleague was a moment faster" in page, "From now on only those named" in page) == (True, False)
    assert there(cast.cora) == (0, 0, 0)


def test_whoever_has_them_in_hand_is_named_or_it_is_refused(cast, sign_in):
    referral = contacted(cast)
    said = {"why": "abuse", "owner": cast.tess.pk}
    page = sign_in(cast.tess).post(reverse("restrict", args=[referral.pk]), said)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["readers"])
    assert there(cast.rosa) == (1, 1, 1)


def test_whoever_has_them_in_hand_is_not_taken_off_the_list(cast, hidden):
    identify(cast.tess)
    with pytest.raises(restricting.HolderStays):
        restricting.unname(hidden.person_id, reader=cast.carl, by=cast.tess)


def test_of_two_who_change_a_sealed_address_the_second_sees_both_and_overwrites_nothing(cast, hidden, sign_in):
    carl, tess = sign_in(cast.carl), sign_in(cast.tess)
    prove(carl, cast.carl)
    prove(tess, cast.tess)
    reveal, seal = (reverse(name, args=[hidden.pk]) for name in ("reveal", "whereabouts"))
    drawn = [dict(one.post(reveal).context["form"].initial) for one in (carl, tess)]
    assert tess.post(seal, drawn[1] | {"phone": "07700900111"}).status_code == 302
    page = carl.post(seal, drawn[0] | {"phone": "07700900222"})
    text = page.content.decode()
    assert (page.status_code, "07700 900 111" in text, "07700900222" in text) == (409, True, True)
    kept = page.context["form"]
    carl.post(seal, {name: kept[name].value() for name in kept.fields})
    assert carl.post(reveal).context["where"].phone == "07700900222"
