"""The demo's lives that did not go straight: somebody urgent, somebody who rests, somebody nobody answered."""

from datetime import timedelta

from django.utils import timezone

from connect.people.models import Membership, Team, User
from connect.people.roles import Skill
from referrals import actions
from referrals.life import clocks, passing_on, resting
from referrals.models import Referral
from referrals.queue import claiming, waiting_well
from referrals.queue.states import Kind
from referrals.states import Purpose


def load(rosa: User, carl: User, nia: User) -> None:
    """One of each; plainly fictional."""
    Membership.objects.filter(user=carl).update(skills=[Skill.LOSS, Skill.MEMORY])
    _asked(rosa, "Iris", "Thornbury", "My sister rang every day. Now nobody does.", urgent=True)
    _forgotten(_asked(rosa, "Harold", "Winterbourne", "A game of draughts and a cup of tea."), 12)
    _forgotten(_asked(rosa, "Enid", "Larkspur", "Anywhere with a piano."), 9)
    waits = _asked(rosa, "Mabel", "Crossley", "Somebody to go round the market with.")
    waiting_well.plan(waits, kind=Kind.CHECK_IN, due_on=timezone.localdate(), by=carl)
    put_back = actions.accept(_asked(rosa, "Gethin", "Rowlands", "A choir, or just a sing."), by=carl)
    claiming.release(put_back, by=carl, words="He would rather talk Welsh, which I cannot.")
    rests = actions.accept(_asked(rosa, "Pearl", "Oatesworth", "Getting out again, slowly."), by=carl)
    until = timezone.localdate() + timedelta(days=21)
    resting.pause(rests, why="hospital", until=until, by=carl, words="A new hip. Her daughter says three weeks.")
    _on_the_way(_asked(rosa, "Ranjit", "Marrowby", "I am moving nearer my son."), carl, nia)


def _asked(rosa: User, given: str, family: str, words: str, **more: object) -> Referral:
    number = f"07700900{100 + sum(map(ord, given + family)) % 800:03d}"
    person = {"given_name": given, "family_name": family, "phone": number, "postcode": "KX2 4HD"}
    yeses, made = [Purpose.CONTACT, Purpose.TELL_REFERRER], actions.new_key()
    person["safe_to_message"] = "yes"
    return actions.submit(person=person, wants=["company"], words=words, yeses=yeses, by=rosa, made=made, **more)


def _forgotten(referral: Referral, days: int) -> None:
    """It came so many working days ago: the clocks do the rest at their next pulse."""
    ago = timezone.now() - (timezone.localdate() - clocks.last_day(days, referral.team.scheme))
    due = ago.date() + timedelta(days=2)
    Referral.objects.filter(pk=referral.pk).update(submitted_at=ago, respond_by=due, next_on=due)


def _on_the_way(referral: Referral, carl: User, nia: User) -> None:
    team = Team.objects.get(pk=nia.acting.team_id)
    said = {"why": "moved", "agreed": True, "summary": "Mornings are best. Likes a long walk and a short chat."}
    passing_on.ask(referral, to_team=team, by=carl, made=actions.new_key(), **said)
