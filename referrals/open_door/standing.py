"""Where things stand, in words for the person: what happens next, who does it, and by when."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from connect.audit.models import Access
from connect.messaging.messages import PLACE_OF_LINK
from connect.messaging.models import Message
from connect.messaging.states import State as Sent
from connect.people.models import Organisation
from connect.templatetags import look
from referrals.belonging import Occasion
from referrals.models import Consent, Referral
from referrals.person import consents
from referrals.states import Purpose, State, Step


@dataclass(frozen=True)
class Stand:
    title: str
    line: str


def stand(referral: Referral) -> Stand:
    who = referral.connector.first_name if referral.connector else ""
    return _UNDER_WAY.get(State(referral.state), _stopped)(referral, who)


def _new(referral: Referral, who: str) -> Stand:
    day = look.day(referral.respond_by)
    return Stand(_("We have what you sent"), _("Somebody reads it by %(day)s, and then rings you.") % {"day": day})


def _asking(referral: Referral, who: str) -> Stand:
    line = _("We asked whoever told us about you. You can also ask us to ring you.")
    return Stand(_("We had a question"), line)


def _accepted(referral: Referral, who: str) -> Stand:
    return Stand(_("Somebody is here for you"), _("%(who)s rings you soon.") % {"who": who or referral.team.name})


def _choosing(referral: Referral, who: str) -> Stand:
    line = _("You and %(who)s are looking for something you like.") % {"who": who or referral.team.name}
    return Stand(_("You are choosing together"), line)


def _active(referral: Referral, who: str) -> Stand:
    if any(one.state == Step.SETTLED for one in referral.connections.all()):
        return Stand(_("You have found your place"), _("We are glad. You can still ring us."))
    return Stand(_("You have chosen something"), _("What is arranged stands below."))


def _resting(referral: Referral, who: str) -> Stand:
    return Stand(_("We are waiting for now"), _("Ring us, or ask us to ring, when you would like to go on."))


def _elsewhere(referral: Referral, who: str) -> Stand:
    return Stand(_("Another team is looking after this"), _("Ring us if you do not know who they are."))


def _over(referral: Referral, who: str) -> Stand:
    return Stand(_("We have finished for now"), _("You can come back whenever you like. Ask us to ring you."))


def _stopped(referral: Referral, who: str) -> Stand:
    return Stand(_("You asked us to stop"), _("Nobody rings you. If you change your mind, ring us."))


_UNDER_WAY: dict[State, Callable[[Referral, str], Stand]] = {
    State.SUBMITTED: _new, State.RETURNED: _asking, State.ACCEPTED: _accepted, State.CONTACTED: _choosing,
    State.ACTIVE: _active, State.PAUSED: _resting, State.TRANSFERRED: _elsewhere, State.CLOSED: _over,
}  # fmt: skip


@dataclass(frozen=True)
class Yes:
    """One thing they said yes to, and for whom. The first of all ends everything: it is taken back on its own page."""

    purpose: str
    recipient: str
    words: str

    @property
    def ends_everything(self) -> bool:
        return self.purpose == Purpose.CONTACT

    @property
    def key(self) -> str:
        return f"{self.purpose}:{self.recipient}"


def yeses(referral: Referral) -> list[Yes]:
    plain = {
        Purpose.CONTACT: _("We may ring you, and keep what you told us."),
        Purpose.TELL_REFERRER: _("Whoever told us about you may hear, in a line, how it goes."),
        Purpose.MESSAGES: _("We may text and e-mail you."),
        Purpose.FULL_MESSAGES: _("Messages may name the place. The phone is yours alone."),
        Purpose.STORY: _("We may write your story down. Your name is not in it."),
        Purpose.PUBLISH: _("Others may read your story. Your name is not in it."),
        Purpose.CRISIS: _("If something big happens, like a flood, we may check that you are all right."),
    }
    given = [one for one in consents.latest(referral).values() if one.is_given]
    given.sort(key=lambda one: (one.purpose != Purpose.CONTACT, one.said_at))
    return [Yes(one.purpose, one.recipient, plain.get(one.purpose) or _named(one)) for one in given]


def _named(consent: Consent) -> str:
    if consent.purpose == Purpose.TOGETHER:
        return _("%(name)s may see this page with us, and help you too.") % {"name": consent.recipient}
    if consent.purpose == Purpose.TELL_GROUP:
        return _("%(name)s may know what we read out to you.") % {"name": consent.recipient}
    words = str(consent.get_purpose_display()).capitalize()
    return f"{words}: {consent.recipient}" if consent.recipient else f"{words}."


def arranged(referral: Referral) -> list[tuple[Occasion, str]]:
    """When they are expected; where only if the page may say so, as somebody may look over their shoulder."""
    full = referral.agreed_to(Purpose.FULL_MESSAGES)
    coming = [one for one in referral.occasions.all() if one.called_off_at is None and not one.has_been]
    return [(one, one.place if full else "") for one in sorted(coming, key=lambda one: one.starts_at)]


def who_looked(referral: Referral) -> list[tuple[str, object]]:
    """Organisations whose workers opened a page that showed them, with the last time."""
    rows = Access.objects.filter(person_ids__contains=[referral.person_id], organisation_id__isnull=False)
    last: dict[object, object] = {}
    for organisation, at in rows.order_by("at").values_list("organisation_id", "at"):
        last[organisation] = at
    names = Organisation.objects.in_bulk(last)
    return sorted((names[key].name, at) for key, at in last.items() if key in names)


def written(referral: Referral) -> list[tuple[Message, str]]:
    """What left, the newest first. Codes are of no use any more, and no link is shown twice."""
    sent = Message.objects.filter(recipient_key=referral.person_id, state=Sent.SENT).exclude(template="own_code")
    return [(one, one.body.replace(PLACE_OF_LINK, "…")) for one in sent.order_by("-sent_at")[:20]]
