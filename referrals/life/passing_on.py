"""To another scheme: asked for here, done only when the other side accepts; consent first, history as agreed."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import Team, User
from connect.places import find
from referrals import actions, refusals
from referrals.life import clocks
from referrals.life.models import Transfer
from referrals.models import Referral
from referrals.person import consents
from referrals.states import Next, Purpose, State, Withdrawn

COPIED = (
    "person_id", "source", "wants", "words", "urgent", "expected_weight", "first_time", "domains", "domains_asked",
)  # fmt: skip
# Whoever asked first follows along when the other side has accepted; until then they know of one referral, not two.
FOLLOWS = ("referrer_id", "referring_organisation_id", "referrer_job", "referrer_trained", "outsider_id")
TOLD_THERE = (Purpose.TELL_REFERRER, Purpose.FULL_MESSAGES)  # yeses to people and phones that do not change


def schemes_beside(team: Team) -> list[Team]:
    """Teams of other schemes that are open, to choose from."""
    others = Team.objects.exclude(scheme=team.scheme_id).filter(scheme__closed_at=None)
    return list(others.select_related("scheme", "organisation").order_by("scheme__name", "name"))


@transaction.atomic
def ask(
    referral: Referral, *, to_team: Team, why: str, agreed: bool, summary: str, by: User, made: Mapping[str, object]
) -> Transfer:
    """A new referral waits in the other team's queue; this one stays ours until they accept it.

    `agreed` is the person's yes to this scheme; `summary` as much of the story as they agreed may go along.
    """
    referral = actions.held(referral)
    _may_go(referral, agreed)
    if Transfer.objects.filter(referral=referral, answered_at=None).exists():
        raise refusals.OnTheWay
    with acting_as("transfer", scope=[referral.pk]):
        there = _over_there(referral, to_team, by)
    return Transfer.objects.create(
        referral=referral, there_id=there, to_team=to_team, why=why, summary=summary, asked_by=by, **made
    )


def _may_go(referral: Referral, agreed: bool) -> None:
    if not referral.can_move_to(State.TRANSFERRED):
        raise actions.CannotMove
    if referral.person.restricted:
        raise refusals.NotTheirs
    if not agreed or not referral.agreed_to(Purpose.CONTACT):
        raise refusals.NotAgreed


def _over_there(referral: Referral, team: Team, by: User) -> object:
    """The row that points back, with what the first worker wrote and none of what happened since."""
    on = clocks.answer_by(team, urgent=referral.urgent)
    made = Referral(
        reference=actions.reference(), came_from=referral, team=team, entered_by=by, respond_by=on, next_on=on,
        **_where(referral), **{name: getattr(referral, name) for name in COPIED}, **actions.new_key(),
    )  # fmt: skip
    with acting_as("transfer", scope=[referral.pk, made.pk]):
        made.save(force_insert=True)
        kept = [purpose for purpose in TOLD_THERE if referral.agreed_to(purpose)]
        consents.begin(made, yeses=[Purpose.CONTACT, *kept], said_to=by)
        actions.happened(made, to=State.SUBMITTED, by=None)
    return made.pk


def _where(referral: Referral) -> dict[str, object]:
    """Where they live now: they may have moved since somebody first asked."""
    try:
        spot = find.locate(referral.person.postcode)
    except find.PlaceError:
        spot = None
    if spot is None or spot.ward is None:
        return {name: getattr(referral, name) for name in ("ward_id", "spot_easting", "spot_northing")}
    return {"ward": spot.ward, "spot_easting": spot.easting, "spot_northing": spot.northing}


def hold_both(referral: Referral) -> None:
    """Before either side of a way to another scheme moves, both rows, in key order: neither waits for the other."""
    way = Transfer.objects.filter(Q(referral=referral) | Q(there=referral), answered_at=None).first()
    if way is None:
        return
    ends = [way.referral_id, way.there_id]
    with acting_as("transfer", scope=ends):
        rows = Referral.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=ends)
        list(rows.order_by("pk").values_list("pk"))


def answered(there: Referral, *, to: str, why: str) -> None:
    """The other side accepted it, gave it back, or it was taken back meanwhile."""
    asked = Transfer.objects.filter(there=there, answered_at=None).first()
    if asked is None:
        return
    accepted = to == State.ACCEPTED
    with acting_as("transfer", scope=[asked.referral_id, there.pk]):
        said = {"answered_at": timezone.now(), "accepted": accepted, "refused_why": "" if accepted else why}
        if Transfer.objects.filter(pk=asked.pk, answered_at=None).update(**said):
            _told_here(asked, there, accepted)


def _told_here(asked: Transfer, there: Referral, accepted: bool) -> None:
    """Ours moves on only now; or stays, and somebody looks at it again."""
    ours = Referral.objects.get(pk=asked.referral_id)
    if accepted:
        Referral.objects.filter(pk=there.pk).update(**{name: getattr(ours, name) for name in FOLLOWS})
        actions.move(ours, to=State.TRANSFERRED, by=None, why=asked.why, next_step=Next.NOTHING, next_on=None)
        return
    if ours.can_move_to(State.TRANSFERRED):
        step = Next.DECIDE if ours.state == State.SUBMITTED else Next.REVIEW
        actions.owe(ours, step, clocks.in_days(ours.team, 1))
    row = Referral.objects.get(pk=there.pk)
    if row.state == State.RETURNED:  # whoever asked first is still with us: nothing is waiting for them there
        actions.move(row, to=State.WITHDRAWN, by=None, why=Withdrawn.KEPT, next_step=Next.NOTHING, next_on=None)


def call_off(referral: Referral) -> None:
    """What was asked of another scheme is not wanted any more."""
    asked = Transfer.objects.filter(referral=referral, answered_at=None).first()
    if asked is None:
        return
    with acting_as("transfer", scope=[referral.pk, asked.there_id]):
        there = Referral.objects.get(pk=asked.there_id)
        if there.state == State.SUBMITTED:
            actions.move(there, to=State.WITHDRAWN, by=None, why=Withdrawn.KEPT, next_step=Next.NOTHING, next_on=None)
