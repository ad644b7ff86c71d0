"""The demo’s circle round one person: Rosa helps with the move, and Nia asks about somebody she sees at the library."""

from datetime import timedelta

from django.utils import timezone

from connect.people.models import User
from referrals import actions
from referrals.models import Referral
from referrals.states import Purpose, State
from referrals.together import actions as together
from referrals.together.states import Level


def load(rosa: User, carl: User, nia: User) -> None:
    rows = Referral.objects.filter(connector=carl, state__in=[State.CONTACTED, State.ACTIVE], named=None)
    newest = rows.select_related("team__scheme", "person").order_by("-submitted_at")[:9]
    shared = [one for one in newest if one.agreed_to(Purpose.CONTACT)][:2]
    for referral in shared[:1]:
        together.ask_in(
            referral, partner=rosa.acting, why="She knows the flat, and can help with the move.", level=Level.WHOLE,
            until=timezone.localdate() + timedelta(days=60), agreed=True, by=carl, made=actions.new_key(),
        )  # fmt: skip
    for referral in shared[1:]:
        why = "I see them every week at the library, and could go along the first time."
        together.ask_for(reference=referral.reference, why=why, by=nia, made=actions.new_key())
