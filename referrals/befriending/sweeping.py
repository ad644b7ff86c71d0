"""What befriending owes by itself: letters that are due, a visit nobody told of, and a week's digest."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from connect.messaging.models import Message
from connect.one_by_one import one_by_one
from connect.people.models import Membership
from connect.people.roles import Role
from referrals import telling
from referrals.befriending import ending, letters, standing
from referrals.befriending.models import BefrienderMatch, BefrienderWish, Referee, Volunteer, helped
from referrals.befriending.states import KNOWN, Stage, State, Wish
from referrals.belonging import Occasion
from referrals.going import asking_by_hand
from referrals.reminding.sweeping import FULL

TOO_OLD = timedelta(days=14)
MONDAY, AT_ONCE = 0, 200


def confirm_addresses() -> int:
    rows = Volunteer.objects.filter(stage=Stage.APPLIED, asked_at=None)
    rows = rows.order_by("applied_at", "pk").values_list("pk", flat=True)
    return one_by_one(rows[:AT_ONCE], lambda pk: _once(Volunteer, pk, letters.confirm), "volunteer")


def ask_referees() -> int:
    """Once the address is the volunteer's, and never of somebody who was not taken."""
    rows = Referee.objects.filter(asked_at=None, volunteer__stage__in=[Stage.CONFIRMED, Stage.TALKED])
    rows = rows.order_by("made_at", "pk").values_list("pk", flat=True)
    return one_by_one(rows[:AT_ONCE], lambda pk: _once(Referee, pk, letters.reference), "referee")


def _once(model: type, pk: UUID, write: object) -> bool:
    rows = model.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    row = rows.filter(pk=pk, asked_at=None).first()
    if row is None:
        return False
    model.objects.filter(pk=pk).update(asked_at=timezone.now())
    write(row)
    return True


def tell_people() -> int:
    """The person hears when the first visit is, by the way and with the words that any introduction has."""
    due = BefrienderMatch.objects.filter(
        state=State.MEETING, person_told_at=None, guarded=False, meets_at__gt=timezone.now()
    ).exclude(occasion=None)
    return one_by_one(due.values_list("pk", flat=True), _tell, "befriender match")


def _tell(pk: UUID) -> bool:
    match = _held(pk, person_told_at=None)
    if match is None:
        return False
    BefrienderMatch.objects.filter(pk=pk).update(person_told_at=timezone.now())
    occasion = Occasion.objects.select_related(*FULL).get(pk=match.occasion_id)
    if not telling.introduced(occasion):  # whoever coordinates has no number of theirs: their connector tells them
        asking_by_hand.ask(occasion, "first_visit")
    return True


def _held(pk: UUID, **so: object) -> BefrienderMatch | None:
    rows = BefrienderMatch.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    return rows.select_related("volunteer", "team").filter(pk=pk, **so).first()


def ask_how_it_was() -> int:
    """The volunteer, on the day of each visit, once."""
    today = timezone.localdate()
    due = BefrienderMatch.objects.met().helped().filter(next_on__lte=today, next_on__gt=today - TOO_OLD)
    due = due.filter(Q(log_asked_for=None) | Q(log_asked_for__lt=F("next_on")))
    return one_by_one(due.values_list("pk", flat=True), _ask, "befriender visit")


def _ask(pk: UUID) -> bool:
    match = _held(pk)
    if match is None or match.log_asked_for == match.next_on:
        return False
    same_day = BefrienderMatch.objects.beside(match).filter(next_on=match.next_on)
    BefrienderMatch.objects.filter(pk__in=[pk, *same_day.values_list("pk", flat=True)]).update(
        log_asked_for=match.next_on
    )
    letters.log(match)  # of a group once: its link opens one register
    return True


def raise_alarms() -> int:
    """Nobody said a word about a visit, days after it was to be: whoever coordinates rings. Once a visit."""
    due = BefrienderMatch.objects.overdue(timezone.localdate()).helped().filter(alarmed_at=None)
    return one_by_one(due.values_list("pk", flat=True), _alarm, "missed visit")


def _alarm(pk: UUID) -> bool:
    match = _held(pk, alarmed_at=None, state__in=KNOWN)
    if match is None:
        return False
    silent = BefrienderMatch.objects.beside(match).filter(alarm_on__lte=timezone.localdate(), alarmed_at=None)
    BefrienderMatch.objects.filter(pk__in=[pk, *silent.values_list("pk", flat=True)]).update(alarmed_at=timezone.now())
    return bool(letters.missed(match))


def follow_the_person() -> int:
    """Nobody waits, or is visited, whom we do not help any more."""
    waiting = BefrienderWish.objects.waiting().exclude(helped())
    gone = BefrienderWish.objects.filter(pk__in=waiting.values("pk")).update(state=Wish.GONE)
    rows = BefrienderMatch.objects.still_on().exclude(helped()).values_list("pk", flat=True)
    return gone + one_by_one(rows, _follow, "befriender match")


def _follow(pk: UUID) -> bool:
    rows = BefrienderMatch.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    match = rows.select_related("referral").filter(pk=pk).first()
    return match is not None and ending.with_the_person(match)


def write_digests() -> int:
    """On Mondays, to whoever supervises: how many visits, how many to read. Numbers and nothing else."""
    today = timezone.localdate()
    if today.weekday() != MONDAY:
        return 0
    week = f"{today:%G-%V}"
    told = Message.objects.filter(cause=f"befriender_digest:{week}").values("recipient_key")
    rows = Membership.objects.current().filter(role=Role.COO).exclude(team=None).exclude(user__in=told)
    return one_by_one(rows.select_related("user", "team"), lambda one: _digest(one, week), "digest")


def _digest(member: Membership, week: str) -> bool:
    counts = standing.of_week(member.team_id)
    return bool(any(counts.values()) and letters.digest(member, counts, week))
