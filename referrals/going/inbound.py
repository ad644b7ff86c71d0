"""What a text that came in sets going. Never a guess: what could mean two things is read by a human with a name."""

from connect.identity import acting_as, acting_for
from connect.messaging.inbound.models import InboundText
from connect.messaging.inbound.taking import Dealt
from connect.messaging.models import Link
from connect.people.models import Team
from referrals import telling
from referrals.belonging import Occasion
from referrals.crisis import by_text
from referrals.going import actions as going
from referrals.going import meaning, stopping, whose
from referrals.going.states import Liked, Meaning
from referrals.models import Referral
from referrals.person.states import How
from referrals.safety import readers, words
from referrals.safety.states import Door
from referrals.states import OPEN, Answer, Says

DID_YOU_GO = {
    Meaning.WENT: Answer.WENT, Meaning.ONE: Answer.WENT, Meaning.NOT: Answer.NOT, Meaning.TWO: Answer.NOT,
    Meaning.RATHER_NOT: Answer.RATHER_NOT, Meaning.THREE: Answer.RATHER_NOT, Meaning.RING: Answer.RING,
}  # fmt: skip
HOW_WAS_IT = {
    Meaning.GOOD: Liked.GOOD, Meaning.ONE: Liked.GOOD, Meaning.ALL_RIGHT: Liked.ALL_RIGHT,
    Meaning.TWO: Liked.ALL_RIGHT, Meaning.NOT_FOR_ME: Liked.NOT_FOR_ME, Meaning.THREE: Liked.NOT_FOR_ME,
}  # fmt: skip
# After "how was it?" these still answer the question before it; a figure no longer does.
STILL = {Meaning.WENT, Meaning.NOT, Meaning.RATHER_NOT, Meaning.RING}


def handle(text: InboundText) -> Dealt:
    """Named in the settings; runs in the transaction that stores the text."""
    said, known = meaning.of(text.words), whose.of_number(text.number)
    if not known.referrals:
        return _from_nobody(text)
    if said == Meaning.STOP:
        return _stop(text, known)
    if not known.is_shared and not known.restricted:
        asked, looked_in = whose.questions_to(known), by_text.asked_of(known)
        if len(asked) + len(looked_in) == 1 and _says_how(asked, looked_in, said):
            return Dealt(said)
    return _to_a_human(text, known)


def _stop(text: InboundText, known: whose.Known) -> Dealt:
    """Nothing leaves for that number any more, whoever of those who share it asked. Words beside it are read."""
    heard = stopping.stop(known.referrals, how=How.TEXT, said=text.words)
    if heard is None and meaning.says_more(text.words):
        return _to_a_human(text, known)
    return Dealt(Meaning.STOP, heard.pk if heard else None)


def _says_how(asked: list[whose.Question], looked_in: list[Link], said: Meaning) -> bool:
    """The one question of ours that is open: about a session, or whether they are all right."""
    return by_text.answered(looked_in[0], said) if looked_in else _answered(asked[0], said)


def _answered(question: whose.Question, said: Meaning) -> bool:
    """As if the link of that question had been opened and pressed, within its scope and no further."""
    liked = HOW_WAS_IT.get(said) if question.how else None
    went = DID_YOU_GO.get(said) if not question.how or said in STILL else None
    if liked is None and went is None:
        return False
    with acting_for(question.link.scope):
        occasion = Occasion.objects.select_related("connection", "referral__team").filter(pk=question.link.subject)
        found = occasion.filter(called_off_at=None, referral__state__in=OPEN).first()
        if found is None:
            return False
        if liked:
            going.note_how_it_was(found, answer=liked, link=question.link)
            return True
        going.answer(found, said_by=Says.PERSON, answer=went)
    if went == Answer.WENT:
        _ask_how_it_was(question)
    return True


def _ask_how_it_was(question: whose.Question) -> None:
    with acting_as("reminders"):
        rows = Occasion.objects.select_related("referral__person", "referral__team__organisation", "service")
        telling.ask_how_it_was(rows.get(pk=question.link.subject), link=question.link)


def _to_a_human(text: InboundText, known: whose.Known) -> Dealt:
    """Of a number two share, one of whom must not be found, only those who may know of that one read it."""
    hidden = known.restricted
    about = whose.Known(hidden or known.referrals)
    referral: Referral | None = about.latest if hidden or not about.is_shared else None
    scope = [key for one in about.referrals for key in (one.pk, one.person_id)]
    with acting_as("own_page", scope=scope):
        heard = words.heard(text.words, referral=referral, team=about.latest.team, where=Door.TEXT)
    if heard and not known.is_shared:
        _say_that_it_is_read(about.latest)
    return Dealt(Meaning.WORDS, heard.pk if heard else None, keep_number=referral is None)


def _say_that_it_is_read(referral: Referral) -> None:
    """Nobody who writes to us of their need hears nothing; it says the same to whoever writes of the bus."""
    with acting_as("reminders"):
        rows = Referral.objects.select_related("person", "team__organisation", "connector")
        telling.text_read(rows.get(pk=referral.pk))


def _from_nobody(text: InboundText) -> Dealt:
    """A number we do not know: a lead reads the words, and may see the number for a fortnight."""
    with acting_as("front_door"):
        team: Team = readers.anybodys_team()
        heard = words.heard(text.words, team=team, where=Door.STRANGER)
    return Dealt(Meaning.WORDS, heard.pk if heard else None, keep_number=heard is not None)
