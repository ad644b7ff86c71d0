"""The second wall, with the first removed; and what it is made of."""

import re

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from connect import logins
from connect.checks import safe_login
from connect.identity import acting_as, acting_for, identify
from connect.walls import walled_tables
from referrals import actions
from referrals.models import (
    Attendance,
    Connection,
    Consent,
    ContactAttempt,
    Occasion,
    Person,
    Referral,
    ReferralEvent,
)
from tests.cast import mr_ames

WALLED = {
    "referrals_befriendermatch", "referrals_befriendertold", "referrals_befriendervisit", "referrals_befrienderwish",
    "referrals_referee", "referrals_volunteer", "referrals_volunteercheck", "referrals_volunteerlesson",
    "referrals_volunteerstep",
    "directory_admin", "directory_pollanswer", "directory_pollwords", "people_champion", "people_thanks",
    "referrals_accompaniment", "referrals_confidencestep", "referrals_firstvisit", "referrals_introduction",
    "referrals_stepsaid",
    "audit_access", "audit_rightschange", "directory_changerequest", "directory_editornote", "directory_gap",
    "directory_practice",
    "directory_report", "directory_revision", "directory_savedsearch", "directory_upload", "directory_usefulness",
    "directory_verification", "directory_watch", "messaging_inboundtext", "messaging_message",
    "referrals_championpatch", "referrals_crisis", "referrals_crisischeck", "referrals_crisisclosure",
    "referrals_crisisround", "referrals_crisissaid",
    "referrals_helpoffer", "referrals_helprequest",
    "outcomes_application", "outcomes_application_aims", "outcomes_spending", "outcomes_verdict",
    "outcomes_goal", "outcomes_goalrating", "outcomes_goalsasked", "outcomes_goaltag", "outcomes_licensedwords",
    "outcomes_keptview",
    "outcomes_counted", "outcomes_releaseread",
    "outcomes_accessrequest", "outcomes_equalityanswers", "outcomes_equalityasked", "outcomes_firstanswers",
    "outcomes_questions", "outcomes_reading", "outcomes_story", "outcomes_storypage", "outcomes_storystep",
    "people_booking", "people_competencyrating", "people_trainee", "referrals_apart",
    "referrals_attendance", "referrals_calendarfeed", "referrals_concern", "referrals_concernstep",
    "referrals_concerntally", "referrals_connection", "referrals_connectionhistory", "referrals_consent",
    "referrals_contactattempt", "referrals_draft", "referrals_followup", "referrals_healthychat", "referrals_heard",
    "referrals_hook", "referrals_hookcall", "referrals_howitwas", "referrals_knock",
    "referrals_late", "referrals_line", "referrals_lineread", "referrals_marker", "referrals_measuredue",
    "referrals_merge", "referrals_moved", "referrals_namedreader", "referrals_note", "referrals_noted",
    "referrals_occasion", "referrals_offer",
    "referrals_erasure", "referrals_opening", "referrals_remainder",
    "referrals_outsider", "referrals_particulars", "referrals_particularshistory", "referrals_partner",
    "referrals_pause", "referrals_person", "referrals_personhistory", "referrals_referral", "referrals_referralevent",
    "referrals_referralhistory", "referrals_reason", "referrals_relation", "referrals_relationhistory",
    "referrals_reply", "referrals_restriction",
    "referrals_savedview", "referrals_sessionoff", "referrals_sheet", "referrals_speaktolead",
    "referrals_stepwords", "referrals_task",
    "referrals_transfer", "referrals_visit", "referrals_wait", "referrals_wanting", "referrals_whereabouts",
    "referrals_whilewaiting",
}  # fmt: skip
# Read before anybody is known, or open to everybody, or without a person in it. A new table must choose.
OPEN = {
    "outcomes_cost", "outcomes_groupcount", "outcomes_scenario",
    "outcomes_agreement", "outcomes_countedmonth", "outcomes_told", "places_locality",
    "directory_admin_groups", "directory_group", "directory_group_wards", "directory_host", "directory_letter",
    "directory_letter_wards", "directory_poll", "directory_reach", "people_brand", "people_champion_wards",
    "account_emailaddress", "account_emailconfirmation", "auth_group", "auth_group_permissions", "auth_permission",
    "cache", "directory_ask", "directory_audience", "directory_capacity", "directory_collection",
    "directory_collectionentry", "directory_communityadmin", "directory_costoption", "directory_duplicate",
    "directory_feed", "directory_feedanswer", "directory_feedrun", "directory_kindguide", "directory_linkcheck",
    "directory_location", "directory_meaning", "directory_need", "directory_onlinecommunity",
    "directory_organisationidentifier", "directory_phrase",
    "directory_practicethanks", "directory_picture", "directory_provider",
    "directory_schedule", "directory_schoolterm", "directory_searchentry", "directory_service",
    "directory_service_audiences", "directory_service_needs", "directory_serviceatlocation", "directory_signpost",
    "directory_slip", "directory_standing", "directory_synonym", "directory_tag", "directory_texted",
    "directory_unfound", "directory_word", "django_content_type", "django_migrations", "django_session",
    "messaging_link", "messaging_switchedoff",
    "outcomes_boundary", "outcomes_dataset", "outcomes_indicator", "outcomes_population", "outcomes_riskindex",
    "messaging_wording", "mfa_authenticator", "outcomes_aim", "outcomes_figure", "outcomes_framework",
    "outcomes_annotation", "outcomes_cover", "outcomes_outcome", "outcomes_pot", "outcomes_release",
    "outcomes_wish", "outcomes_wish_wards", "outcomes_wishstep",
    "directory_document", "directory_question", "people_defaultteam",
    "people_competency", "people_invitation", "people_membership", "people_membership_wards", "people_organisation",
    "people_scheme",
    "people_schemereason", "people_team", "people_team_areas", "people_tenant", "people_trainingkind",
    "people_trainingsession",
    "people_user", "pghistory_context", "places_area", "places_postcode", "places_street", "referrals_phrase",
    "referrals_befriendingrules", "referrals_safeguardinglead", "referrals_statement", "referrals_unwanted",
    "referrals_period",
}  # fmt: skip
# Each under a role of its own, and of words that may hang on no referral.
ASK_OFTEN = {"referrals_heard wall_read", "referrals_heard wall_update"}
CAST = ["rosa", "ravi", "lena", "carl", "cora", "tess", "nia", "colm", "dev", "vera"]


@pytest.mark.django_db
def test_every_table_is_walled_or_named_open():
    with connection.cursor() as cursor:
        cursor.execute("""select relname from pg_class where relkind in ('r', 'p', 'm', 'v')
                          and relnamespace = 'public'::regnamespace""")
        tables = {name for (name,) in cursor.fetchall()}
    assert walled_tables() == WALLED
    assert tables - WALLED - OPEN == set(), "walled or open? say which"


@pytest.mark.django_db
@pytest.mark.parametrize("accepted", [False, True])
@pytest.mark.parametrize("name", CAST)
def test_the_database_lets_through_just_what_visible_to_does(cast, name, accepted):
    referral, other = mr_ames(cast), mr_ames(cast, by=cast.ravi)
    if accepted:
        with acting_as("seed"):
            actions.accept(referral, by=cast.carl)
    user = getattr(cast, name)
    identify(user)
    assert set(Referral.objects.all()) == set(Referral.objects.visible_to(user))
    assert set(Referral.objects.all()) <= {referral, other}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["nia", "colm", "dev", "vera"])
def test_these_four_see_no_row_of_any_walled_table(cast, name):
    with acting_as("seed"):
        actions.accept(mr_ames(cast), by=cast.carl)
    identify(getattr(cast, name))
    assert {table: rows for table in sorted(WALLED) if (rows := count(table))} == {}


@pytest.mark.django_db
def test_no_policy_compares_a_column_with_itself():
    """Inside a sub-select a bare name means the table there, not the one behind the wall: true of every row."""
    assert [name for name, said in policies() if re.search(r"(\b\w+\.\w+) = \1\b", said)] == []


@pytest.mark.django_db
def test_a_wall_asks_of_the_referral_once():
    often = {name for name, said in policies() if said.count("FROM referrals_referral r") > 1}
    assert often - ASK_OFTEN == set(), "put the conditions into one question: docs/decisions/0020"


def policies() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("""select tablename || ' ' || policyname, said from pg_policies,
                          unnest(array[qual, with_check]) as said where said is not null""")
        return cursor.fetchall()


def count(table: str) -> int:
    with connection.cursor() as cursor:
        return cursor.execute(f"select count(*) from {table}").fetchone()[0]


@pytest.mark.django_db
def test_nobody_at_all_sees_nothing(cast):
    mr_ames(cast)
    identify()
    assert {table: rows for table in sorted(WALLED) if (rows := count(table))} == {}


@pytest.mark.django_db
def test_what_hangs_on_a_referral_and_its_history_stand_behind_the_same_wall(cast):
    referral, other = mr_ames(cast), mr_ames(cast, by=cast.ravi)
    identify(cast.rosa)
    assert Person.objects.get() == referral.person
    assert [copy.pgh_obj_id for copy in Person.history.rel.related_model.objects.all()] == [referral.person_id]
    assert {e.referral_id for e in ReferralEvent.objects.all()} == {referral.pk}
    with refused(), transaction.atomic():  # the foreign key alone would let it in
        ReferralEvent.objects.create(referral=other, to="x")
    assert Consent.objects.filter(referral=other).count() == 0


def refused():
    return pytest.raises(ProgrammingError, match="row-level security")


@pytest.mark.django_db
def test_nobody_hangs_a_referral_on_a_person_they_only_know_the_key_of(cast):
    other = mr_ames(cast, by=cast.ravi)
    identify(cast.rosa)
    with refused(), transaction.atomic():
        Referral.objects.create(
            reference="X", person_id=other.person_id, referrer=cast.rosa, referring_organisation=cast.homes,
            team=cast.team, ward=cast.ward, respond_by="2026-11-24", **actions.new_key(),
        )  # fmt: skip


@pytest.mark.django_db
def test_rosa_refers_in_nobody_elses_name(cast):
    identify(cast.rosa)
    with refused(), transaction.atomic():
        Person.objects.create(given_name="A", created_by=cast.ravi, organisation=cast.homes)


@pytest.mark.django_db
def test_the_holder_of_a_link_sees_the_rows_in_its_scope_and_no_person(cast):
    referral, _other = mr_ames(cast), mr_ames(cast)
    with acting_for([referral.pk]):
        assert list(Referral.objects.all()) == [referral]
        assert Person.objects.count() == 0


@pytest.mark.django_db
def test_one_who_acts_as_a_commissioner_does_not_see_what_they_referred_as_a_worker(cast):
    mr_ames(cast)
    cast.rosa.acting.role = "COM"
    identify(cast.rosa)
    assert Referral.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Attendance, ContactAttempt, Connection, Occasion])
def test_rosa_sees_her_referral_and_writes_nothing_of_the_connectors_on_it(cast, model):
    referral = mr_ames(cast)
    identify(cast.rosa)
    fields = {"referral": referral, "id": referral.pk}
    row = {
        Attendance: {"occasion_id": referral.pk, "said_by": "person", "answer": "went"},
        ContactAttempt: {"reached": True, "by": cast.rosa, **actions.new_key()},
        Connection: {"person_id": referral.person_id, "service": cast.lunch, "made_by": cast.rosa, **actions.new_key()},
        Occasion: {
            "connection_id": referral.pk, "service": cast.lunch, "register_id": referral.pk, "known_as": "S",
            "starts_at": "2026-11-24T12:00Z", "ends_at": "2026-11-24T14:00Z",
        },
    }[model]  # fmt: skip
    with refused(), transaction.atomic():
        model.objects.create(**fields, **row)
    with acting_as("seed"):
        actions.accept(Referral.objects.get(pk=referral.pk), by=cast.carl)  # until then she may put it right
    assert Referral.objects.update(words="") == Person.objects.update(phone="") == 0


WEB_MAY_NOT = [
    "truncate referrals_referral",
    "alter table referrals_referral disable row level security",
    "drop policy wall_read on referrals_referral",
    "create table x (a int)",
    "set role connect_owner",
    "set session_replication_role = replica",
    "delete from referrals_referralevent",
    "update referrals_attendance set answer = 'went'",
    "update referrals_consent set decision = 'given'",
    "delete from referrals_consent",
    "update referrals_personhistory set given_name = ''",
    "delete from audit_access",
    "update audit_access set role = ''",
]


@pytest.mark.django_db
@pytest.mark.parametrize("statement", WEB_MAY_NOT)
def test_the_serving_login_may_not(statement):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_a_data_migration_by_the_forced_owner_needs_an_identity(cast):
    mr_ames(cast)
    with logins.owner():
        assert Person.objects.update(good_times="") == 0
        with acting_as("migration"):
            assert Person.objects.update(good_times="") == 1
        assert [warning.id for warning in safe_login()] == ["walls.W001"]


@pytest.mark.django_db(transaction=True)
def test_an_identity_ends_with_its_transaction(cast):
    mr_ames(cast)
    with transaction.atomic():
        identify(cast.rosa)
        assert Referral.objects.count() == 1
    assert Referral.objects.count() == 0


@pytest.mark.django_db
def test_a_job_inside_a_page_gives_the_page_its_identity_back(cast):
    mr_ames(cast)
    with transaction.atomic():
        identify(cast.nia)
        with acting_as("reminders"):
            assert Referral.objects.count() == 1
        assert Referral.objects.count() == 0
        with pytest.raises(ZeroDivisionError), acting_as("reminders"):
            raise ZeroDivisionError
        assert Referral.objects.count() == 0
