"""Community champions: asking to help, showing that the address is theirs, what they may do, thanks, leaving."""

import re
import uuid
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from connect.people.champions import actions, sweeping
from connect.people.champions.models import Brand, Champion, Thanks, key_of
from connect.people.champions.states import Standing
from connect.people.models import Membership, Tenant
from connect.people.running.models import Invitation
from tests import cast as stage
from tests.house.test_matrix import same_bytes

pytestmark = pytest.mark.django_db
BEA = "bea@example.org"


def ask(cast, email=BEA, key=None, **more):
    said = {"name": "Bea Tallow", "phone": "", "tier": "individual", "words": "I run the corner shop."} | more
    actions.ask(form_key=key or uuid.uuid4(), email=email, wards=[cast.ward], **said)
    with acting_as("seed"):
        return Champion.objects.get(pk=key_of(email))


def active(cast, may=("signpost",), email=BEA):
    one = ask(cast, email)
    with acting_for([one.pk]):
        actions.prove(one)
    identify(cast.tess)
    one = Champion.objects.get(pk=one.pk)
    actions.grant(one, may=may, wards=[cast.ward], by=cast.tess)
    return Champion.objects.get(pk=one.pk)


def letters(template):
    with acting_as("delivery"):
        return list(Message.objects.filter(template=template).select_related("link"))


def opened(client, letter):
    """The own page, as a browser comes to it from the letter."""
    answer = client.get("/" + links.address(letter.link).split("/", 3)[3])
    assert answer["Location"] == reverse("champion_page")
    return client


def form_of(cast, **more):
    return {
        "key": uuid.uuid4(), "name": "Bea Tallow", "email": BEA, "tier": "individual", "wards": [cast.ward.pk],
        "words": "", "yes": "on",
    } | more  # fmt: skip


def test_somebody_signs_up_without_an_account_and_shows_that_the_address_is_theirs(cast, client):
    answer = client.post(reverse("champions"), form_of(cast))
    assert (answer.status_code, answer["Location"]) == (302, reverse("champions_sent"))
    [letter] = letters("champion_page")
    page = opened(client, letter).get(reverse("champion_page"))
    assert "Yes, this is me" in page.content.decode()
    client.post(reverse("champion_yes"), {"link": letter.link_id})
    with acting_as("seed"):
        one = Champion.objects.get()
    assert (one.standing, one.kept_by, [ward.name for ward in one.wards.all()]) == (
        "waiting", cast.action, ["Millrace"],
    )  # fmt: skip


def test_looking_at_the_page_alone_proves_nothing(cast, client):
    ask(cast)
    opened(client, letters("champion_page")[0]).get(reverse("champion_page"))
    with acting_as("seed"):
        assert Champion.objects.get().standing == Standing.ASKED


def test_the_same_form_sent_twice_writes_once_and_the_answer_never_says_who_is_known(cast, client):
    first = form_of(cast)
    answers = [client.post(reverse("champions"), said) for said in (first, first, form_of(cast, name="Somebody Else"))]
    assert {answer["Location"] for answer in answers} == {reverse("champions_sent")}
    assert len(letters("champion_page")) == 2
    again = [
        client.post(reverse("champions_again"), {"key": uuid.uuid4(), "email": e}) for e in (BEA, "no@example.org")
    ]
    assert {answer["Location"] for answer in again} == {reverse("champions_sent")}
    assert [letter.to for letter in letters("champion_page")] == [BEA] * 3


def test_whoever_is_here_already_is_not_changed_by_a_form_that_anybody_may_send(cast):
    active(cast)
    ask(cast, name="Mallory")
    with acting_as("seed"):
        assert [(one.name, one.standing) for one in Champion.objects.all()] == [("Bea Tallow", "active")]


def test_no_more_than_three_letters_a_day_go_to_one_address(cast):
    for _ in range(5):
        ask(cast)
    assert len(letters("champion_page")) == 3


def test_what_is_missing_is_said_beside_the_field_and_what_was_typed_stays(cast, client):
    answer = client.post(reverse("champions"), form_of(cast, email="bea", wards=[], words="I know everybody"))
    page = answer.content.decode()
    assert (answer.status_code, letters("champion_page")) == (422, [])
    assert "Choose at least one area" in page
    assert "I know everybody" in page


def test_a_coordinator_says_yes_and_the_champion_hears_what_they_may_do(cast):
    one = active(cast)
    assert (one.standing, one.may, one.granted_by) == ("active", ["signpost"], cast.tess)
    [letter] = letters("champion_yes")
    assert "tell people what is near" in letter.body
    assert Brand.objects.get().is_open is True


def test_whoever_may_refer_is_sent_an_account_and_loses_it_with_the_right(cast):
    one = active(cast, may=["signpost", "refer"])
    offer = Invitation.objects.get()
    assert (offer.email, offer.role, offer.organisation) == (BEA, "CHA", cast.action)
    bea = stage.person("Bea Tallow", "CHA", cast.action)
    actions.grant(one, may=["signpost"], wards=[cast.ward], by=cast.tess)
    assert (Membership.objects.current().filter(user=bea).exists(), Invitation.objects.open().exists()) == (
        False,
        False,
    )


def test_two_coordinators_at_one_page_lose_nothing(cast, sign_in):
    one = active(cast)
    seen = one.changed_at.isoformat()
    client = sign_in(cast.tess)
    said = {"may": ["keep"], "wards": [cast.ward.pk], "seen": seen}
    assert client.post(reverse("champion_grant", args=[one.pk]), said).status_code == 302
    late = client.post(reverse("champion_grant", args=[one.pk]), said | {"may": ["refer"]})
    assert (late.status_code, "Somebody else has changed this meanwhile" in late.content.decode()) == (422, True)


def test_thanks_are_written_down_and_sent_once(cast, sign_in, client):
    one = active(cast)
    said = {"thank-words": "You brought six people to the lunch.", "thank-key": uuid.uuid4()}
    for _ in range(2):
        assert sign_in(cast.tess).post(reverse("champion_thank", args=[one.pk]), said).status_code == 302
    [letter] = letters("champion_thanks")
    assert "You brought six people to the lunch." in letter.body
    page = opened(client, letter).get(reverse("champion_page")).content.decode()
    assert page.count("You brought six people to the lunch.") == 1


def logo():
    out = BytesIO()
    Image.new("RGB", (900, 300), "#a63d2a").save(out, "PNG")
    out.seek(0)
    out.name = "logo.png"
    return out


def test_a_shops_name_and_logo_stand_on_its_page_once_somebody_has_looked(cast, client, sign_in):
    one = active(cast)
    brand = Brand.objects.get()
    mine = opened(client, letters("champion_yes")[0])
    mine.post(reverse("champion_brand"), {"shop": "Tallow’s Corner Shop", "logo": logo()})
    page = reverse("passed_on", args=[brand.slug])
    assert "Tallow" not in client.get(page).content.decode()
    sign_in(cast.tess).post(reverse("champion_settle", args=[one.pk]), {"do": "brand"})
    assert "Tallow’s Corner Shop" in client.get(page).content.decode()
    assert "Bea" not in client.get(page).content.decode()
    drawn = Image.open(BytesIO(client.get(reverse("passed_on_logo", args=[brand.slug])).content))
    assert (drawn.format, drawn.size) == ("PNG", (600, 200))
    assert b"<svg" in client.get(reverse("passed_on_qr", args=[brand.slug])).content
    assert "Tallow’s Corner Shop" in client.get(reverse("passed_on_poster", args=[brand.slug])).content.decode()


def test_a_file_that_is_no_picture_is_refused_beside_its_field(cast, client):
    active(cast)
    sent = BytesIO(b"<svg onload=alert(1)>")
    sent.name = "logo.svg"
    answer = opened(client, letters("champion_yes")[0]).post(
        reverse("champion_brand"), {"shop": "Tallow’s", "logo": sent}
    )
    assert (answer.status_code, "a PNG or a JPEG" in answer.content.decode()) == (422, True)


def test_the_page_passed_on_knows_nobody_and_goes_with_the_right(cast, client):
    one = active(cast)
    page = reverse("passed_on", args=[Brand.objects.get().slug])
    answer = client.get(page)
    assert (answer.status_code, set(answer.cookies)) == (200, {"csrftoken"})
    identify(cast.tess)
    actions.grant(one, may=[], wards=[cast.ward], by=cast.tess)
    assert client.get(page).status_code == 404


def test_leaving_keeps_nothing_of_them_and_their_letters_open_nothing(cast, client):
    active(cast, may=["signpost", "refer"])
    [letter] = letters("champion_yes")
    mine = opened(client, letter)
    assert "No, go back" in mine.get(reverse("champion_leave")).content.decode()
    mine.post(reverse("champion_leave"), {"link": letter.link_id})
    with acting_as("seed"):
        one = Champion.objects.get()
    assert (one.name, one.email, one.words, one.standing) == ("", "", "", "left")
    assert (Brand.objects.count(), Invitation.objects.open().count()) == (0, 0)
    assert mine.get(reverse("champion_page")).status_code == 410
    assert not any(link.works() for link in Link.objects.filter(subject=one.pk))


def test_whoever_left_may_come_back_as_somebody_new(cast):
    one = active(cast)
    actions.leave(one, by=cast.tess)
    assert (ask(cast).standing, ask(cast).may) == ("asked", [])


def test_what_nobody_confirmed_is_forgotten(cast):
    from django.utils import timezone

    ask(cast)
    active(cast, email="ann@example.org")
    with acting_as("reminders"):
        assert sweeping.forget_unproved(timezone.now()) == 1
        assert [one.email for one in Champion.objects.all()] == ["ann@example.org"]


@pytest.mark.parametrize("name", ["rosa", "lena", "carl", "tess", "nia", "colm", "dev", "dora", "adam", "vera", "cleo"])
def test_both_walls_show_the_same_champions(cast, name):
    cast.cleo = stage.person("Cleo Marr", "COO", cast.action)
    one = active(cast)
    actions.thank(one, words="Thank you.", key=uuid.uuid4(), by=cast.tess)
    user = getattr(cast, name)
    identify(user)
    expected = 1 if name in ("tess", "dora", "adam", "cleo") else 0
    assert (list(Champion.objects.all()), len(Champion.objects.all())) == (
        list(Champion.objects.visible_to(user)), expected,
    )  # fmt: skip
    assert Thanks.objects.count() == expected


def test_a_coordinator_elsewhere_opens_nobody_of_ours(cast, sign_in):
    one = active(cast)
    olga = stage.person("Olga Wend", "COO", cast.elsewhere)
    nowhere, answer = [sign_in(olga).get(reverse("champion", args=[pk])) for pk in (uuid.uuid4(), one.pk)]
    assert (answer.status_code, same_bytes(answer)) == (404, same_bytes(nowhere))
    assert "Bea" not in sign_in(olga).get(reverse("champions_desk")).content.decode()
    assert sign_in(cast.nia).get(reverse("champions_desk")).status_code == 404


def test_one_link_opens_one_champion_and_the_other_not(cast, client):
    active(cast)
    ask(cast, "ann@example.org", name="Ann Other")
    page = opened(client, letters("champion_yes")[0]).get(reverse("champion_page")).content.decode()
    assert ("Bea" in page, "Ann" in page) == (True, False)


def test_the_house_calls_them_what_it_likes(cast, client, sign_in):
    Tenant.objects.update(champion_label="Community Connector", champions_label="Community Connectors")
    active(cast)
    shown = re.search("<h1>(.*?)</h1>", client.get(reverse("champions")).content.decode())
    assert shown[1] == "Community Connectors"
    assert "<h1>Community Connectors</h1>" in sign_in(cast.tess).get(reverse("champions_desk")).content.decode()
    page = opened(client, letters("champion_yes")[0]).get(reverse("champion_page")).content.decode()
    assert "You are a Community Connector." in page


def test_the_list_asks_as_much_of_the_database_however_long_it_is(cast, sign_in, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = sign_in(cast.tess), []
    for email in ("a@example.org", "b@example.org", "c@example.org"):
        active(cast, email=email)
        if email != "b@example.org":
            client.get(reverse("champions_desk"))
            with CaptureQueriesContext(connection) as told:
                client.get(reverse("champions_desk"))
            counts.append(len(told))
    assert counts[0] == counts[1]


def test_the_table_says_where_nobody_helps_yet(cast, sign_in):
    active(cast)
    page = sign_in(cast.tess).get(reverse("champions_desk")).content.decode()
    assert "Nobody helps yet in" in page
    assert "Northgate" in page
    narrowed = sign_in(cast.tess).get(reverse("champions_desk"), {"ward": cast.other_ward.pk}).content.decode()
    assert "Bea Tallow" not in narrowed
