"""Erased by two, or by the clock: everything of one person, nothing of anybody else, and a tally without identity."""

from datetime import timedelta

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Link, Message
from connect.people.roles import Role
from referrals import actions
from referrals.models import Concern, Erasure, Occasion, Period, Person, Referral, Remainder
from referrals.records import erasing, sweeping
from referrals.records.states import Stage
from tests import cast as stage
from tests.cast import mr_ames
from tests.conftest import prove
from tests.house.test_walls import WALLED

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(cast):
    """Another who answers for data protection."""
    return stage.person("Dilys Vaughan", Role.DPO, cast.council)


def proposed(cast, person_id):
    identify(cast.dora)
    return erasing.propose(person_id, came="themselves", words="A letter of 3 November.", by=cast.dora)


def agreed(row, by):
    identify(by)
    with transaction.atomic():
        return erasing.agree(row, by=by)


def mentions(*keys) -> dict[str, int]:
    """In how many rows of which table any of these stands, in any column."""
    found = {}
    with acting_as("retention"), connection.cursor() as cursor:
        for table in sorted(WALLED | {"messaging_link"}):
            wanted = " or ".join(["t::text like %s"] * len(keys))
            cursor.execute(f"select count(*) from {table} t where {wanted}", [f"%{key}%" for key in keys])
            if n := cursor.fetchone()[0]:
                found[table] = n
    return found


def test_two_agree_and_nothing_of_him_is_left_in_any_table_but_who_looked(cast, second, expected):
    him, other = expected.referral, mr_ames(cast, by=cast.ravi)
    row = proposed(cast, him.person_id)
    agreed(row, second)
    assert (row.pk and Erasure.objects.get().stage, Erasure.objects.get().words) == (Stage.DONE, "")
    left = mentions(him.pk, him.person_id, him.reference, expected.pk)
    assert set(left) <= {"audit_access", "audit_rightschange", "referrals_erasure"}
    with acting_as("seed"):
        assert (Person.objects.get(), Referral.objects.get()) == (other.person, other)
    assert connection.cursor().execute("set constraints all immediate")


def test_what_is_left_says_where_which_month_and_how_it_ended_and_not_who(cast, second, expected):
    agreed(proposed(cast, expected.referral.person_id), second)
    identify(cast.dora)
    left = Remainder.objects.get()
    assert (left.ward, left.team, left.state, left.groups) == (cast.ward, cast.team, "active", ["introduced"])
    assert left.came_in.day == 1


def test_a_link_that_others_share_goes_on_without_him(cast, second, expected):
    with acting_as("seed"):
        link = Link.objects.create(
            purpose="register", subject=cast.lunch.pk, scope=[expected.pk, cast.lunch.pk], expires_at=timezone.now()
        )
    agreed(proposed(cast, expected.referral.person_id), second)
    assert Link.objects.get(pk=link.pk).scope == [cast.lunch.pk]


def test_nobody_agrees_to_their_own_nor_twice(cast, second, with_carl):
    row = proposed(cast, with_carl.person_id)
    with pytest.raises(erasing.SamePerson):
        agreed(row, cast.dora)
    with pytest.raises(erasing.DecidedAlready):
        proposed(cast, with_carl.person_id)


@pytest.mark.parametrize("name", ["tess", "carl", "nia", "adam", "rosa"])
def test_the_function_of_the_database_asks_for_itself_who_it_is(cast, second, with_carl, name):
    row = proposed(cast, with_carl.person_id)
    identify(getattr(cast, name))
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select referrals_erase(%s)", [row.pk])


def test_and_whether_two_agreed_whatever_a_row_pretends(cast, with_carl):
    row = proposed(cast, with_carl.person_id)
    Erasure.objects.filter(pk=row.pk).update(stage=Stage.AGREED)
    with pytest.raises(ProgrammingError, match="not agreed to"), transaction.atomic():
        erasing.carry_out(row)
    with acting_as("seed"):
        assert Person.objects.count() == 1


def test_nobody_decides_in_a_colleagues_name(cast, second, with_carl):
    row = proposed(cast, with_carl.person_id)
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Erasure.objects.filter(pk=row.pk).update(stage=Stage.AGREED, decided_by=second)


def test_while_a_concern_stands_nothing_goes(cast, second, with_carl):
    with acting_as("seed"):
        now = timezone.now()
        Concern.objects.create(
            reference="C-1", referral=with_carl, team=cast.team, due_at=now, decide_by=now, **actions.new_key()
        )
    row = proposed(cast, with_carl.person_id)
    with pytest.raises(erasing.AConcernStands):
        agreed(row, second)


def test_what_is_shown_before_is_what_goes_and_looking_takes_nothing(cast, second, expected):
    identify(cast.dora)
    _referral, counts, stands = erasing.preview(expected.referral.person_id)
    assert (counts["referrals_referral"], counts["referrals_contactattempt"], stands) == (1, 1, False)
    with acting_as("seed"):
        assert Occasion.objects.count() == 1
    row = agreed(proposed(cast, expected.referral.person_id), second)
    assert set(row.went) == set(counts)


def test_the_pages_from_asking_to_erased(cast, second, sign_in, with_carl):
    from tests.referrals.records.test_records import opened

    opening = opened(cast, with_carl)
    dora, dilys = sign_in(cast.dora), sign_in(second)
    for client, user in ((dora, cast.dora), (dilys, second)):
        prove(client, user)
    page = dora.get(reverse("erase", args=[opening.pk]))
    assert ("Referrals", 1) in [(str(label), n) for label, n in page.context["counts"]]
    answer = dora.post(reverse("erase", args=[opening.pk]), {"came": "themselves", "words": "By post."})
    assert dora.get(answer["Location"]).context["decides"] is False
    assert dilys.get(answer["Location"]).context["decides"] is True
    dilys.post(answer["Location"] + "decide/", {"do": "agree"})
    assert dilys.get(reverse("erasures")).status_code == 200
    with acting_as("seed"):
        assert Person.objects.count() == 0


@pytest.mark.parametrize("name", ["nia", "tess", "carl", "adam", "rosa", "colm"])
def test_nobody_else_has_these_pages(cast, sign_in, with_carl, name):
    row = proposed(cast, with_carl.person_id)
    client = sign_in(getattr(cast, name))
    prove(client, getattr(cast, name))
    assert client.get(reverse("erasures")).status_code == 404
    assert client.post(reverse("erasure_decide", args=[row.pk]), {"do": "agree"}).status_code == 404


# ---------- by the clock ----------


@pytest.fixture
def finished(cast, with_carl):
    with acting_as("seed"):
        return actions.close(with_carl, by=cast.carl, why="completed")


def clock(months=0, days=0):
    return time_machine.travel(timezone.now() + relativedelta(months=months) + timedelta(days=days), tick=False)


def people():
    with acting_as("seed"):
        return Person.objects.count()


def test_a_record_is_announced_for_a_month_and_then_goes(cast, finished):
    with clock(months=35):
        assert (sweeping.sweep(), Erasure_count()) == (0, 0)
    with clock(months=37):
        assert (sweeping.sweep(), sweeping.sweep(), Erasure_count(), people()) == (0, 0, 1, 1)
    with clock(months=37, days=31):
        assert (sweeping.sweep(), people()) == (1, 0)


def Erasure_count():
    with acting_as("clocks"):
        return Erasure.objects.count()


def test_what_is_held_stays_and_who_is_helped_is_never_announced(cast, second, finished):
    mr_ames(cast)
    with clock(months=37):
        sweeping.sweep()
        identify(cast.dora)
        erasing.hold(Erasure.objects.get(), why="A claim.", by=cast.dora)
    with clock(months=39):
        assert (sweeping.sweep(), people()) == (0, 2)


def test_who_came_back_meanwhile_stays(cast, finished):
    with clock(months=37):
        sweeping.sweep()
        with acting_as("seed"):
            Referral.objects.filter(pk=finished.pk).update(state="accepted")
    with clock(months=39):
        assert (sweeping.sweep(), people()) == (0, 1)


def test_the_tenants_own_months_hold_and_only_data_protection_changes_them(cast, sign_in, finished):
    said = {"finished": 6, "never_begun": 6, "messages": 6}
    tess, dora = sign_in(cast.tess), sign_in(cast.dora)
    prove(dora, cast.dora)
    assert (tess.get(reverse("kept_for")).status_code, tess.post(reverse("kept_for"), said).status_code) == (200, 200)
    assert Period.objects.count() == 0
    assert dora.post(reverse("kept_for"), said | {"finished": 1}).status_code == 422
    assert dora.post(reverse("kept_for"), said).status_code == 302
    with clock(months=7):
        sweeping.sweep()
        assert Erasure_count() == 1


def test_words_of_messages_are_forgotten_and_that_they_went_is_not(cast, expected):
    with acting_as("delivery"):
        Message.objects.update(state="sent")
        many = Message.objects.count()
    with clock(months=25):
        assert sweeping.forget_messages() == many
    with acting_as("delivery"):
        assert set(Message.objects.values_list("body", "subject", "to")) == {("", "", "")}


def test_after_an_older_backup_whoever_was_erased_goes_again(cast, second, with_carl):
    row = proposed(cast, with_carl.person_id)
    agreed(row, second)
    back = mr_ames(cast)
    with acting_as("clocks"):
        Erasure.objects.filter(pk=row.pk).update(person_key=back.person_id)  # as if he had come back with the backup
    assert (erasing.again(), people()) == (1, 0)
