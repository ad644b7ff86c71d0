"""The demo's introductions: one unanswered, one that another day would suit, and somebody new with a companion."""

from datetime import timedelta

from django.utils import timezone

from connect.people.models import User
from directory.keeping import asking
from directory.models import Service
from referrals import actions
from referrals.accompanying import arranging, steps, telling_how
from referrals.accompanying.models import FirstVisit
from referrals.belonging import Occasion
from referrals.introductions import actions as introductions
from referrals.introductions import answering
from referrals.introductions.models import Introduction
from referrals.introductions.sharing import Shared
from referrals.models import Particulars, Referral
from referrals.states import Purpose, Weight


def load(rosa: User, carl: User) -> None:
    """Three people at St Mark’s, plainly fictional."""
    club = Service.objects.get(name__startswith="St Mark")
    wilf = _spoken(rosa, carl, "Wilf", "Garraway", "A table, a pot of tea, and somebody to argue about cricket with.")
    introductions.introduce(
        wilf, service=club, by=carl, made=actions.new_key(),
        shared=Shared(("helps", "about"), "Hears with one ear; sits best with his back to the wall."),
    )  # fmt: skip
    nell = _spoken(rosa, carl, "Nell", "Thackeray", "I used to keep bees. I would like to see people again.")
    _another_day(introductions.introduce(nell, service=club, by=carl, made=actions.new_key()), club)
    peggy = _spoken(rosa, carl, "Peggy", "Lomax", "If somebody went in with me, I think I could.", Weight.INTENSIVE)
    _goes_along(introductions.introduce(peggy, service=club, by=carl, made=actions.new_key()), carl)
    _small_steps(peggy, carl)
    asking.say_room(club, schedule=None, available=4, said_by_name=club.contact_name, by=None)  # besides all of these


def _spoken(rosa: User, carl: User, given: str, family: str, words: str, weight: str = "") -> Referral:
    number = f"07700900{100 + sum(map(ord, given + family)) % 800:03d}"
    person = {
        "given_name": given, "family_name": family, "phone": number, "postcode": "KX2 4HD", "safe_to_message": "yes",
        "access_needs": "A chair with arms",
    }  # fmt: skip
    referral = actions.submit(
        person=person, wants=["company"], words=words, yeses=[Purpose.CONTACT, Purpose.TELL_REFERRER], by=rosa,
        made=actions.new_key(), expected_weight=weight,
    )  # fmt: skip
    actions.accept(referral, by=carl)
    said = {"channel": "call", "reached": True, "note": "Would like to try it.", "by": carl}
    return actions.record_contact(referral, **said, made=actions.new_key()).referral


def _another_day(occasion: Occasion, club: Service) -> None:
    other = introductions.coming(club)[1].starts_at
    answering.answer(Introduction.objects.get(occasion=occasion), said="another", other_at=other)


def _goes_along(occasion: Occasion, carl: User) -> None:
    """Her neighbour, a step at a time; last week they looked in together."""
    first = FirstVisit.objects.get(connection=occasion.connection_id)
    said = {
        "company": "theirs", "companion": "Marjorie Stokes", "tie": "her neighbour", "companion_agreed": True,
        "companion_email": "marjorie@example.org", "transport": "bus", "transport_words": "Number 7 at 11:20",
        "meet_at": "Her own gate, ten past eleven", "door": "The side door, by the bicycle stand",
    }  # fmt: skip
    arranging.arrange(first, seen=first.version, by=carl, settled=True, **said)
    coming = introductions.coming(occasion.service)
    hows = dict(zip([one.starts_at for one in coming], ("with", "with", "inside", "after"), strict=False))
    arranging.taper(first, hows=hows, sessions=coming, by=carl)
    ago = timezone.now() - timedelta(days=6)
    looked_in = arranging.put_down(first, ago, ago + timedelta(minutes=40), "with", carl)
    telling_how.log(
        looked_in, went="together", felt="all_right", words="Only looked in at the door, and waved.", by=carl
    )


def _small_steps(referral: Referral, carl: User) -> None:
    Particulars.objects.create(
        person=referral.person, strengths="Kept a stall on the market for thirty years.", changed_by=carl
    )
    today = timezone.localdate()
    done = steps.put_down(
        referral, words="Walk past the hall and look in.", try_on=today, by=carl, made=actions.new_key()
    )
    steps.say(done, said="done", words="Olive waved.", next_on=None, by=carl, made=actions.new_key())
    later = today + timedelta(days=4)
    for words in ("Go in with Marjorie and stay for a cup of tea.", "Sit next to somebody new."):
        steps.put_down(referral, words=words, try_on=later, by=carl, made=actions.new_key())
