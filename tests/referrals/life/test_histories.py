"""Random histories through the real actions, in two teams: nobody is lost, however they go.

About thirty seconds of it here; CONNECT_HISTORIES says how many histories, for a longer night.
"""

import os
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from connect.identity import acting_as, acting_for, identify, in_person
from connect.messaging.models import Message
from referrals import actions
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.introductions import answering, settling
from referrals.introductions.states import Said
from referrals.life import lateness, leaving, passing_on, resting
from referrals.life.models import Pause, StepWords, Transfer
from referrals.models import ContactAttempt, Introduction, Partner, Referral, ReferralEvent
from referrals.queue import assigning, claiming, waiting_well
from referrals.queue.states import Went
from referrals.states import MOVES, OPEN, Closed, Paused, Reopened, Returned, State, Transferred, Withdrawn
from referrals.together import actions as together
from referrals.together.states import Level
from tests import cast as stage
from tests.cast import mr_ames

HISTORIES = int(os.environ.get("CONNECT_HISTORIES", "7"))
STEPS = int(os.environ.get("CONNECT_HISTORY_STEPS", "50"))
WORKERS = ["carl", "cora", "tess", "nia"]
EVERYBODY = [*WORKERS, "rosa", "ravi", "lena"]
ANY, WHO = st.integers(0, 999), st.sampled_from(WORKERS)
BESIDE = ["nia", "rosa", "ravi", "cora"]  # who may be asked to help somebody whom a colleague holds
SELDOM = st.integers(0, 4).map(lambda number: number == 0)  # endings come less often


class Histories(RuleBasedStateMachine):
    """Everybody tries everything at any time. A refusal is fine; what must never be, is looked for after each."""

    def __init__(self):
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.clock = time_machine.travel("2026-11-16 10:00Z", tick=False)
        self.traveller = self.clock.start()
        self.notes = self.turn = 0
        self.said = 0

    @initialize()
    def gather(self):
        self.cast = stage.gather()
        for urgent in (False, False, True):
            mr_ames(self.cast, urgent=urgent)

    def teardown(self):
        self.clock.stop()
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)

    def act(self, user, do):
        """As a request would: all of it or, refused, nothing."""
        try:
            with transaction.atomic():
                identify(user)
                return do()
        except (actions.ReferralError, Referral.DoesNotExist, going.TooEarly):
            return None
        finally:
            identify()

    def pick(self, user, dice, *states, **more):
        rows = Referral.objects.visible_to(user).filter(**more).order_by("submitted_at", "reference")
        found = list(rows.filter(state__in=states) if states else rows)
        if not found:
            raise actions.Gone
        return found[dice % len(found)]

    def worker(self, name):
        return getattr(self.cast, name)

    # ---------- what happens ----------

    @rule(urgent=st.booleans(), by=st.sampled_from(["rosa", "ravi"]))
    @precondition(lambda self: self.number < 6)
    def ask(self, urgent, by):
        mr_ames(self.cast, by=getattr(self.cast, by), urgent=urgent)

    @property
    def number(self):
        with acting_as("seed"):
            return Referral.objects.count()

    @rule(dice=ANY, who=WHO)
    def claim(self, dice, who):
        user = self.worker(who)
        self.act(user, lambda: claiming.claim(self.pick(user, dice, connector=None), by=user))

    @rule(dice=ANY, who=WHO)
    def release(self, dice, who):
        user = self.worker(who)

        def do():
            claiming.release(self._mine(user, dice), by=user, words="For whoever is next.")
            self.said += 1

        self.act(user, do)

    @rule(dice=ANY, to=st.sampled_from(["carl", "cora"]))
    def assign(self, dice, to):
        tess = self.cast.tess
        self.act(tess, lambda: assigning.assign(self.pick(tess, dice), to=self.worker(to), by=tess))

    @rule(dice=ANY, who=WHO, why=st.sampled_from(Returned.values), seldom=SELDOM)
    def give_back(self, dice, who, why, seldom):
        if not seldom:
            return
        user = self.worker(who)

        def do():
            actions.give_back(self.pick(user, dice), by=user, why=why, words="What we need to know.")
            self.said += 1

        self.act(user, do)

    @rule(dice=ANY, by=st.sampled_from(["rosa", "ravi", "lena"]))
    def send_again(self, dice, by):
        user = getattr(self.cast, by)

        def do():
            leaving.send_again(self.pick(user, dice, State.RETURNED), words="Flat 4.", by=user)
            self.said += 1

        self.act(user, do)

    @rule(dice=ANY, who=WHO, reached=st.booleans(), channel=st.sampled_from(["call", "text", "visit"]))
    def contact(self, dice, who, reached, channel):
        user = self.worker(who)

        def do():
            said = {"channel": channel, "reached": reached, "note": f"Note {self.notes}."}
            held = self._mine(user, dice, State.ACCEPTED, State.CONTACTED, State.ACTIVE)
            actions.record_contact(held, **said, by=user, made=actions.new_key())
            self.notes += 1

        self.act(user, do)

    @rule(dice=ANY, who=WHO)
    def introduce(self, dice, who):
        user, club = self.worker(who), self.cast.lunch

        def do():
            held = self._mine(user, dice, State.CONTACTED, State.ACTIVE)
            introductions.introduce(held, service=club, by=user, made=actions.new_key())

        self.act(user, do)

    @rule(dice=ANY, said=st.sampled_from(Said.values))
    def the_organiser_answers(self, dice, said):
        with acting_as("seed"):
            rows = list(Introduction.objects.select_related("referral").order_by("pk"))
        if not rows:
            return
        row = rows[dice % len(rows)]
        scope = [row.referral_id, row.connection_id, row.pk]
        try:
            with transaction.atomic(), acting_for(scope):
                if found := Introduction.objects.filter(pk=row.pk, referral__state__in=OPEN).first():
                    answering.answer(found, said=said)
        except actions.ReferralError:
            pass

    @rule(dice=ANY, who=WHO, how=st.sampled_from([settling.wait, settling.look_elsewhere]))
    def settle_what_the_organiser_said(self, dice, who, how):
        user = self.worker(who)

        def do():
            rows = list(Introduction.objects.filter(referral__in=Referral.objects.visible_to(user)).order_by("pk"))
            if rows:
                how(rows[dice % len(rows)], by=user)

        self.act(user, do)

    @rule(
        dice=ANY, who=WHO, whom=st.sampled_from(BESIDE), level=st.sampled_from(Level.values), days=st.integers(1, 40),
        agreed=st.booleans(),
    )  # fmt: skip
    def ask_in(self, dice, who, whom, level, days, agreed):
        user, beside = self.worker(who), getattr(self.cast, whom)
        said = {"why": "Knows them.", "level": level, "until": timezone.localdate() + timedelta(days=days)}
        made = actions.new_key()
        self.act(user, lambda: together.ask_in(
            self._mine(user, dice), partner=beside.acting, agreed=agreed, by=user, made=made, **said
        ))  # fmt: skip

    @rule(dice=ANY, who=st.sampled_from(BESIDE))
    def ask_to_help(self, dice, who):
        user = getattr(self.cast, who)
        with acting_as("seed"):
            references = sorted(Referral.objects.values_list("reference", flat=True))
        said = {"reference": references[dice % len(references)], "why": "I know them."}
        self.act(user, lambda: together.ask_for(**said, by=user, made=actions.new_key()))

    @rule(dice=ANY, who=WHO, yes=st.booleans(), agreed=st.booleans())
    def answer_who_asks(self, dice, who, yes, agreed):
        user, until = self.worker(who), timezone.localdate() + timedelta(days=20)

        def do():
            mine = Referral.objects.visible_to(user)
            rows = list(Partner.objects.asked().filter(referral__in=mine).order_by("asked_at", "pk"))
            if rows and yes:
                together.agree(rows[dice % len(rows)], level=Level.OUTLINE, until=until, agreed=agreed, by=user)
            elif rows:
                together.refuse(rows[dice % len(rows)], by=user)

        self.act(user, do)

    @rule(dice=ANY, who=st.sampled_from(BESIDE))
    def leave_the_round(self, dice, who):
        user = getattr(self.cast, who)

        def do():
            rows = list(Partner.objects.live().filter(user=user).order_by("asked_at", "pk"))
            if rows:
                together.leave(rows[dice % len(rows)], by=user)

        self.act(user, do)

    @rule(dice=ANY, who=WHO, why=st.sampled_from(Paused.values), days=st.integers(1, 30))
    def pause(self, dice, who, why, days):
        user, until = self.worker(who), timezone.localdate() + timedelta(days=days)
        self.act(user, lambda: resting.pause(self._mine(user, dice), why=why, until=until, by=user))

    @rule(dice=ANY, who=WHO)
    def resume(self, dice, who):
        user = self.worker(who)
        self.act(user, lambda: resting.resume(self._mine(user, dice, State.PAUSED), by=user))

    def _mine(self, user, dice, *states):
        """As the pages do: what waits in the queue can only be taken on or given back."""
        return self.pick(user, dice, *states, connector__isnull=False)

    @rule(dice=ANY, who=WHO, why=st.sampled_from(Closed.values), seldom=SELDOM)
    def close(self, dice, who, why, seldom):
        if not seldom:
            return
        user = self.worker(who)
        self.act(user, lambda: actions.close(self._mine(user, dice), by=user, why=why))

    @rule(
        dice=ANY,
        who=st.sampled_from([*WORKERS, "rosa", "ravi", "lena"]),
        why=st.sampled_from(Withdrawn.values),
        seldom=SELDOM,
    )
    def withdraw(self, dice, who, why, seldom):
        if not seldom:
            return
        user = getattr(self.cast, who)
        self.act(user, lambda: leaving.withdraw(self.pick(user, dice), why=why, by=user))

    @rule(dice=ANY, seldom=SELDOM)
    def the_person_withdraws(self, dice, seldom):
        if not seldom:
            return
        with acting_as("seed"):
            rows = list(Referral.objects.order_by("submitted_at", "reference"))
        row = rows[dice % len(rows)]
        try:
            with transaction.atomic(), acting_as("own_page", scope=[row.pk]):
                leaving.withdraw(Referral.objects.get(pk=row.pk), why="asked", by=None)
        except actions.ReferralError:
            pass

    @rule(dice=ANY, who=WHO, why=st.sampled_from(Reopened.values), new_yes=st.booleans())
    def reopen(self, dice, who, why, new_yes):
        user, yeses = self.worker(who), ["contact"] if new_yes else []
        picked = (State.CLOSED, State.WITHDRAWN)
        self.act(user, lambda: leaving.reopen(self.pick(user, dice, *picked), why=why, by=user, yeses=yeses))

    @rule(dice=ANY, who=WHO, why=st.sampled_from(Transferred.values), agreed=st.booleans())
    def pass_on(self, dice, who, why, agreed):
        user = self.worker(who)
        there = self.cast.team if user == self.cast.nia else self.cast.other_team
        said = {"to_team": there, "why": why, "agreed": agreed, "summary": "Mornings."}
        made = actions.new_key()
        self.act(user, lambda: passing_on.ask(self.pick(user, dice), by=user, made=made, **said))

    @rule(dice=ANY, who=WHO)
    def keep(self, dice, who):
        user = self.worker(who)
        self.act(user, lambda: passing_on.call_off(self.pick(user, dice)))

    @rule(dice=ANY, who=WHO, kind=st.sampled_from(["check_in", "offer"]), days=st.integers(0, 9))
    def plan(self, dice, who, kind, days):
        user, day = self.worker(who), timezone.localdate() + timedelta(days=days)
        self.act(user, lambda: waiting_well.plan(self.pick(user, dice), kind=kind, due_on=day, by=user))

    @rule(dice=ANY, who=WHO, went=st.sampled_from(Went.values))
    def get_in_touch(self, dice, who, went):
        user = self.worker(who)

        def do():
            due = list(waiting_well.due(user).order_by("due_on", "pk"))
            if due:
                waiting_well.done(due[dice % len(due)], went=went, by=user)

        self.act(user, do)

    @rule(days=st.sampled_from([0, 1, 3, 9]))
    def time_passes(self, days):
        self.traveller.shift(timedelta(days=days))
        with acting_as("clocks"):
            lateness.sweep()
            waiting_well.sweep()

    # ---------- what must never be ----------

    @invariant()
    def nobody_is_lost(self):
        with acting_as("seed"):
            self.every_step_is_one_of_the_table()
            self.whoever_is_open_is_somebodys_and_has_a_next_thing_with_a_day()
            self.no_note_is_lost()
            self.a_rest_lasts_as_long_as_its_state_and_one_scheme_holds_them()
            self.nobody_stands_round_somebody_who_is_helped_no_more()
            gone = dict(Referral.objects.filter(state=State.WITHDRAWN).values_list("pk", "person_id"))
        with acting_as("delivery"):  # nobody who withdrew is written to
            waiting = Message.objects.not_yet_sent().filter(about_id__in=gone, recipient_key__in=gone.values())
            assert list(waiting.filter(state="queued", called_off_at=None)) == []
            to_groups = Message.objects.not_yet_sent().filter(about_id__in=gone, template__startswith="expecting")
            assert list(to_groups.filter(state="queued", called_off_at=None)) == []
        self.who_helps_beside_sees_those_they_were_asked_in_for_and_nobody_else()

    def every_step_is_one_of_the_table(self):
        steps = set(ReferralEvent.objects.filter(kind="moved").values_list("was", "to"))
        assert {(was, to) for was, to in steps if was and to not in MOVES[was]} == set()

    def whoever_is_open_is_somebodys_and_has_a_next_thing_with_a_day(self):
        rows = list(Referral.objects.filter(state__in=OPEN))
        # What went back is with whoever asked; everything else with a connector, or in the queue.
        nobodys = [row for row in rows if not row.connector_id and not claiming.is_in_queue(row)]
        assert {row.state for row in nobodys} <= {State.RETURNED}
        assert [row.state for row in rows if not row.next_step or row.next_on is None] == []

    def nobody_stands_round_somebody_who_is_helped_no_more(self):
        assert set(Partner.objects.live().values_list("referral__state", flat=True)) <= set(OPEN)

    def who_helps_beside_sees_those_they_were_asked_in_for_and_nobody_else(self):
        self.turn += 1
        user = getattr(self.cast, BESIDE[self.turn % len(BESIDE)])  # one after the other: a step is dear
        with acting_as("seed"):
            theirs = set(Partner.objects.live().filter(user=user).values_list("referral", flat=True))
        with in_person(user, "round"):
            assert set(Referral.objects.values_list("pk", flat=True)) == theirs
            assert set(Referral.objects.alongside(user).values_list("pk", flat=True)) == theirs

    def no_note_is_lost(self):
        assert (ContactAttempt.objects.count(), StepWords.objects.count()) == (self.notes, self.said)

    def a_rest_lasts_as_long_as_its_state_and_one_scheme_holds_them(self):
        resting_now = set(Pause.objects.filter(ended_at=None).values_list("referral", flat=True))
        assert resting_now == set(Referral.objects.filter(state=State.PAUSED).values_list("pk", flat=True))
        gone = set(Referral.objects.filter(state=State.TRANSFERRED).values_list("pk", flat=True))
        assert gone == set(Transfer.objects.filter(accepted=True).values_list("referral", flat=True))


@pytest.mark.django_db
def test_random_histories_lose_nobody():
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=HISTORIES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize="CONNECT_HISTORIES" not in os.environ,
            phases=[Phase.generate] if "CONNECT_HISTORIES" not in os.environ else list(Phase),
            suppress_health_check=list(HealthCheck),
        ),
    )
