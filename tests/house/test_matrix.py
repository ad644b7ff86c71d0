"""Every address declares its rule, and every role is held to it: the matrix, walked."""

import re
import uuid
from types import SimpleNamespace

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from connect.identity import acting_as
from connect.people.access import Rule, matrix, rule_of, scope
from connect.people.models import Membership
from connect.people.roles import WITHOUT_ACCOUNT, Role
from referrals import actions
from referrals.models import Referral
from tests import cast as stage
from tests.cast import mr_ames
from tests.conftest import prove

ROLES = [role for role in Role if role not in WITHOUT_ACCOUNT]
METHODS = ["get", "post"]  # by which a browser asks
RARER = ["head", "put", "patch", "delete", "options"]


def addresses():
    """(name, view, whether it takes a key) of every address in the house, allauth's and Django's among them."""

    def walk(patterns):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns)
            elif isinstance(pattern, URLPattern):
                yield pattern.name, pattern.callback, set(pattern.pattern.converters)

    return list(walk(get_resolver().url_patterns))


ADDRESSES = addresses()
OURS = [(name, rule_of(view, name), keys) for name, view, keys in ADDRESSES if isinstance(rule_of(view, name), Rule)]
GUARDED = [(name, rule, keys) for name, rule, keys in OURS if rule.door == "account"]
APIS = [(name, rule_of(view, name), keys) for name, view, keys in ADDRESSES if isinstance(rule_of(view, name), dict)]


@pytest.mark.parametrize(("name", "view"), [(name, view) for name, view, _keys in ADDRESSES])
def test_every_address_declares_its_rule(name, view):
    assert rule_of(view, name) is not None


def test_every_rule_names_an_object_of_the_matrix():
    rules = [rule for _n, rule, _k in OURS if rule.thing] + [
        r for _n, rules, _k in APIS for r in rules.values() if r.thing
    ]
    assert {rule.thing for rule in rules} <= set(matrix())


def test_an_object_without_a_row_is_denied_to_all():
    assert {scope(role, "NO_SUCH_OBJECT", "R") for role in Role} == {None}


def test_the_rows_behind_a_released_cell_are_nobodys():
    assert {scope(role, "RELEASED_CELL_ROWS", verb) for role in Role for verb in "CRUD"} == {None}


@pytest.fixture
def house(cast):
    """Two of every role, in two organisations and teams, and one referral in each state of nearness."""
    new, accepted = mr_ames(cast), mr_ames(cast)
    with acting_as("seed"):
        actions.accept(accepted, by=cast.carl)
    users = {}
    for role in ROLES:
        for side, organisation, team in (("near", cast.action, cast.team), ("far", cast.elsewhere, cast.other_team)):
            users[role, side] = stage.person(f"{role}{side} Somebody", role, organisation, team)
    return SimpleNamespace(cast=cast, new=new, accepted=accepted, users=users)


def fill(name: str, keys: set[str], pk: uuid.UUID) -> str | None:
    """The address with this key in it; None where one key alone does not make it."""
    if keys <= {"pk"}:
        return reverse(name, kwargs=dict.fromkeys(keys, pk))
    if keys == {"pk", "occasion_pk"}:
        return reverse(name, kwargs={"pk": pk, "occasion_pk": uuid.uuid4()})
    if keys == {"key"}:
        return reverse(name, kwargs={"key": pk})
    if keys in ({"slug"}, {"table"}, {"slug", "pk"}):
        known = {"slug": "any", "table": "needs", "pk": pk}
        return reverse(name, kwargs={key: known[key] for key in keys})
    known = {"period": "2026-10", "number": 15}
    return reverse(name, kwargs={key: known[key] for key in keys}) if keys <= set(known) else None


def first_denied(rule: Rule) -> Role | None:
    """The guard looks at no method: one role is turned away by all of them, the others by those that browsers send."""
    return next((role for role in ROLES if scope(role, rule.thing, rule.verb, proven=True) is None), None)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_may_not_gets_a_404_like_any_other(house, sign_in, role):
    client = sign_in(house.users[role, "near"])
    nowhere = same_bytes(client.get("/no-such-address/"))
    tried = 0
    for name, rule, keys in GUARDED:
        url = fill(name, keys, house.accepted.pk)
        if url is None or scope(role, rule.thing, rule.verb, proven=True) is not None:
            continue
        for method in METHODS + RARER * (role == first_denied(rule)):
            answer = getattr(client, method)(url)
            assert answer.status_code == 404, f"{role} {method} {name}"
            assert method != "get" or same_bytes(answer) == nowhere, f"{role} {name}"
            tried += 1
    for name, rules, keys in APIS:
        for method, rule in rules.items():
            if rule.door != "account" or scope(role, rule.thing, rule.verb, proven=True) is not None:
                continue
            assert getattr(client, method.lower())(fill(name, keys, house.accepted.pk)).status_code == 404
            tried += 1
    assert tried > 0 or role in (
        Role.CON,
        Role.TL,
    )  # these two may open every door there is so far; rows are their limit


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_what_asks_for_fresh_proof_is_shut_to_the_stale_and_open_to_the_fresh(house, sign_in, role):
    """Every cell with "+" that an address asks for: led to show who they are, and let on when they have."""
    user = house.users[role, "near"]
    stale, fresh = sign_in(user), sign_in(user)
    prove(fresh, user)
    for name, rule, keys in GUARDED:
        url = fill(name, keys, house.accepted.pk)
        if url is None or not asks_for_proof(role, rule):
            continue
        led = stale.get(url)
        assert (led.status_code, led["Location"].split("?")[0]) == (302, reverse("account_reauthenticate")), name
        assert stale.post(url, {"why": "words"}).status_code == 403, name
        assert reverse("account_reauthenticate") not in fresh.get(url).get("Location", ""), name
        assert fresh.post(url).status_code != 403, name
    for name, rules, keys in APIS:
        for method, rule in rules.items():
            if rule.door == "account" and asks_for_proof(role, rule):
                url = fill(name, keys, house.accepted.pk)
                assert getattr(stale, method.lower())(url).status_code == 403, name
                assert getattr(fresh, method.lower())(url).status_code != 403, name


def asks_for_proof(role: str, rule: Rule) -> bool:
    return scope(role, rule.thing, rule.verb) is None and scope(role, rule.thing, rule.verb, proven=True) is not None


PLUS = [
    (thing, role, verb, grant)
    for thing, row in matrix().items()
    for role, grants in row.items()
    for grant in grants
    for verb in grant.verbs
    if grant.needs_proof or grant.break_glass
]


@pytest.mark.parametrize(("thing", "role", "verb", "grant"), PLUS)
def test_a_cell_with_a_plus_is_granted_to_fresh_proof_alone_and_a_broken_glass_to_nobody(thing, role, verb, grant):
    granted = None if grant.break_glass else grant.scope
    assert (scope(role, thing, verb), scope(role, thing, verb, proven=True)) == (None, granted)


def same_bytes(answer) -> str:
    """The page without what differs at each drawing: tokens, and the address it was asked under."""
    return re.sub(r'<input type="hidden"[^>]*>', "", answer.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("which", ["new", "accepted"])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("side", ["near", "far"])
def test_a_person_page_opens_to_just_those_whose_scope_holds_the_row(house, sign_in, role, side, which):
    """The status page, the person page and the API's row: 200 inside the scope, 404 outside, nothing between."""
    referral, user = getattr(house, which), house.users[role, side]
    for name, thing in (
        ("referral", "REFERRAL_STATUS"),
        ("person", "PERSON_NEED"),
        ("api_referral", "REFERRAL_STATUS"),
    ):
        within = scope(role, thing, "R")
        expected = 200 if within and reaches(scope(role, "REFERRAL_STATUS", "R"), side, referral) else 404
        if asks_for_proof(
            role, Rule(thing)
        ):  # whoever that is, is led to show who they are before any row is looked for
            expected = 403 if name == "api_referral" else 302
        assert sign_in(user).get(reverse(name, args=[referral.pk])).status_code == expected, (role, side, name)


def reaches(within: str | None, side: str, referral: Referral) -> bool:
    """Told from the cast alone, not from visible_to: nobody here referred, and Carl holds the accepted one."""
    return side == "near" and (within == "t" or (within == "c" and referral.connector_id is None))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["accept", "give_back", "contact", "introduce"])
def test_nia_may_do_such_things_but_not_to_these_people(house, sign_in, name):
    answer = sign_in(house.cast.nia).post(reverse(name, args=[house.new.pk]))
    absent = sign_in(house.cast.nia).post(reverse(name, args=[uuid.uuid4()]))
    assert (answer.status_code, same_bytes(answer)) == (404, same_bytes(absent))
    with acting_as("seed"):
        assert Referral.objects.get(pk=house.new.pk).state == "submitted"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "address"),
    [("colm", "/reports/1999-01/"), ("nia", "/reports/2026-10/"), ("carl", "/people/{}/"), ("rosa", "/referrals/{}/")],
)
def test_what_is_not_there_gives_nothing_away_behind_a_door_one_may_open(cast, sign_in, name, address):
    client = sign_in(getattr(cast, name))
    answer = client.get(address.format(uuid.uuid4()))
    assert (answer.status_code, same_bytes(answer)) == (404, same_bytes(client.get("/no-such-address/")))


@pytest.mark.django_db
def test_signed_out_every_guarded_page_leads_to_the_door(client, cast):
    for name, _rule, keys in GUARDED:
        url = fill(name, keys, uuid.uuid4())
        if url:
            answer = client.get(url)
            assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("account_login")), name


@pytest.mark.django_db
def test_two_roles_are_never_added_up(house, sign_in):
    """Colm who also connects sees Carl's queue only while he acts as a connector."""
    colm = house.cast.colm
    second = Membership.objects.create(user=colm, organisation=house.cast.action, team=house.cast.team, role=Role.CON)
    client = sign_in(colm)
    assert client.get(reverse("caseload")).status_code == 404
    client.post(reverse("choose_role"), {"membership": second.pk})
    assert (
        client.get(reverse("caseload")).status_code,
        client.get(reverse("person", args=[house.new.pk])).status_code,
    ) == (200, 200)


@pytest.mark.django_db
def test_a_membership_that_ends_takes_its_rights_with_it_at_once(house, sign_in):
    from django.utils import timezone

    client = sign_in(house.cast.tess)
    assert client.get(reverse("caseload")).status_code == 200
    Membership.objects.filter(user=house.cast.tess).update(ends_at=timezone.now())
    assert client.get(reverse("caseload")).status_code == 404
