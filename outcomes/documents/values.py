"""What stands beside each item of the standard, in words; [] where nothing is known."""

from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connect.templatetags import look
from outcomes.documents.facts import Facts
from outcomes.documents.recipients import Recipient
from outcomes.documents.states import Gender, Practice, Risks
from outcomes.measuring import comparing
from outcomes.measuring.models import Reading
from outcomes.scoring.definitions import shipped
from referrals import actions
from referrals.models import Consent
from referrals.person import consents
from referrals.person.states import ContactMethod, Mark
from referrals.states import Known, Next, Purpose, Safe, Source, State, Step

Values = list[str]
GIVEN_UP = (Step.NOT_FOR_THEM, Step.STOPPED, Step.DID_NOT_START)


def _some(*words: object) -> Values:
    return [str(one).strip() for one in words if one and str(one).strip()]


def date_of_birth(facts: Facts) -> Values:
    born = facts.referral.person.date_of_birth
    return [date_format(born, "j F Y")] if born else []


def nhs_number(facts: Facts) -> Values:
    number = facts.first.nhs_number
    return [f"{number[:3]} {number[3:6]} {number[6:]}"] if number else []


def gender(facts: Facts) -> Values:
    if facts.first.gender == Gender.NOT_ASKED:
        return []
    return _some(facts.first.gender_words or facts.first.get_gender_display())


def address(facts: Facts) -> Values:
    return _some(*facts.particulars.address.splitlines(), facts.referral.person.postcode)


def contact(facts: Facts) -> Values:
    """Only the ways that they said are safe. That there is another way is not said either."""
    person = facts.referral.person
    ways = [_("%(to)s (a message is safe)") % {"to": to} for _channel, to in person.safe_ways()]
    if person.safe_to_ring == Safe.YES and person.phone and not any(person.phone in way for way in ways):
        ways.append(_("%(to)s (it is safe to ring)") % {"to": person.phone})
    best = [str(ContactMethod(one).label) for one in facts.particulars.contact_methods if one in ContactMethod.values]
    return ways + _some(*best, person.good_times) if ways else []


def carer(facts: Facts) -> Values:
    return _some(*(one.get_mark_display() for one in facts.markers if one.mark == Mark.CARES))


def contacts(facts: Facts) -> Values:
    return [", ".join(_some(one.name, one.tie, one.phone)) for one in facts.relations]


def practice(facts: Facts) -> Values:
    first = facts.first
    if first.practice == Practice.NOT_ASKED:
        return []
    if first.practice == Practice.REGISTERED:
        return _some(", ".join(_some(first.practice_name, first.practice_code)))
    return [str(first.get_practice_display())]


def strengths(facts: Facts) -> Values:
    return _some(facts.particulars.strengths, facts.particulars.interests)


def adjustments(facts: Facts) -> Values:
    needs = _some(*facts.particulars.needs, facts.referral.person.access_needs)
    nothing = facts.particulars.needs_asked == Known.YES and not needs
    return [_("Asked: they need nothing different")] if nothing else needs


def agreed(facts: Facts) -> Values:
    return [_answer(one) for one in consents.latest(facts.referral).values()]


def agreed_about(facts: Facts, to: Recipient) -> Values:
    """Of a reply: what was said about this recipient, and about nobody else."""
    counts = consents.latest(facts.referral).values()
    if to.key:
        return [_answer(one) for one in counts if one.pk == to.key]
    return [_answer(one) for one in counts if one.purpose in (Purpose.TELL_REFERRER, Purpose.TELL_MORE)]


def _answer(one: Consent) -> str:
    whom = f" ({one.recipient})" if one.recipient else ""
    said = {"what": one.get_purpose_display(), "said": one.get_decision_display(), "day": look.date_only(one.said_at)}
    return _("%(what)s%(whom)s: %(said)s, %(day)s") % {**said, "whom": whom}


def referrer_contact(facts: Facts) -> Values:
    referral = facts.referral
    if referral.referrer:
        return _some(referral.referrer.email, referral.referrer.phone)
    return _some(referral.outsider.email, referral.outsider.phone) if referral.outsider else []


def referrer(facts: Facts) -> Values:
    referral = facts.referral
    return _some(referral.asked_by, referral.get_referrer_job_display() if referral.referrer_job else "")


def method(facts: Facts) -> Values:
    referral = facts.referral
    if referral.source == Source.SELF:
        return [_("They asked for themselves")]
    return [_("Keyed in by the team") if referral.entered_by_id else _("Through the form")]


def referred_to(facts: Facts) -> Values:
    team = facts.referral.team
    return _some(f"{team}, {team.organisation}", team.phone)


def circumstances(facts: Facts) -> Values:
    """Not the prompts to take care: those are risks."""
    return [_mark(one) for one in facts.markers if not one.is_prompt and one.mark != Mark.CARES]


def risks(facts: Facts) -> Values:
    first, prompts = facts.first, [_mark(one) for one in facts.markers if one.is_prompt]
    if first.risks == Risks.NOT_ASKED:
        return prompts
    said = first.risks_words if first.risks == Risks.SOME and first.risks_words else first.get_risks_display()
    return prompts if prompts and first.risks == Risks.NONE_KNOWN else _some(said, *prompts)


def _mark(one: object) -> str:
    said = f"{one.get_mark_display()}: {one.words}" if one.words else str(one.get_mark_display())
    return _("%(what)s (said by %(who)s, %(day)s)") % {
        "what": said, "who": one.source, "day": look.date_only(one.on),
    }  # fmt: skip


def to_do(facts: Facts) -> Values:
    return _some(actions.why_returned(facts.referral)) or [_("There is nothing you need to do.")]


def what_is_next(facts: Facts) -> Values:
    referral = facts.referral
    if not referral.next_step or referral.next_on is None:
        return []
    said = {"step": Next(referral.next_step).label, "day": look.date_only(referral.next_on)}
    return [_("%(step)s, by %(day)s") % said]


def tries(facts: Facts) -> Values:
    made = facts.referral.attempts.all()
    reached = sum(one.reached for one in made)
    said = {"n": len(made), "reached": reached}
    return [_("%(n)d tries, of which %(reached)d reached them") % said] if made else []


def ended(facts: Facts) -> Values:
    referral = facts.referral
    return [str(referral.get_closed_why_display())] if referral.state == State.CLOSED and referral.closed_why else []


def attendance(facts: Facts) -> Values:
    rows = [one for one in facts.connections if one.introduced_at and one.state not in GIVEN_UP]
    return [_where(one) for one in rows]


def _where(one: object) -> str:
    said = [_("introduced %(day)s") % {"day": look.date_only(one.introduced_at)}]
    if one.first_attended_at:
        said.append(_("first went %(day)s") % {"day": look.date_only(one.first_attended_at)})
        said.append(_("last known to be there %(day)s") % {"day": look.date_only(one.last_attended_at)})
    else:
        said.append(_("not known yet whether they went"))
    return f"{one.service.name}: {', '.join(said)}"


def tried(facts: Facts) -> Values:
    rows = [one for one in facts.connections if one.introduced_at and one.state in GIVEN_UP]
    return [f"{one.service.name}: {one.get_ended_why_display() or one.get_state_display()}" for one in rows]


def scores(facts: Facts) -> Values:
    return [
        f"{shipped()[row.instrument]['name']}, {look.date_only(row.taken_on)}: {score(row)}" for row in facts.readings
    ]


def score(row: Reading) -> str:
    """The number, or what keeps it from being one. No band: a word for somebody is not a result."""
    found = comparing.result(row)
    if found.get("score") is not None:
        return f"{found['score']:g}"
    items = [one for one in found.get("items", {}).values() if isinstance(one, dict)]
    told = [f"{one['score']:g}" for one in items if one.get("score") is not None]
    return ", ".join(told) or _("not every question was answered")


def unmet(facts: Facts) -> Values:
    waits = facts.referral.waits.filter(ended_at=None).select_related("service")
    return [_("%(group)s: waits for a place") % {"group": one.service.name} for one in waits]


OF: dict[str, Callable[[Facts], Values]] = {
    "given_name": lambda facts: _some(facts.referral.person.given_name),
    "family_name": lambda facts: _some(facts.referral.person.family_name),
    "known_as": lambda facts: _some(facts.referral.person.known_as),
    "date_of_birth": date_of_birth,
    "nhs_number": nhs_number,
    "gender": gender,
    "ethnicity": lambda _facts: [],
    "address": address,
    "contact": contact,
    "carer": carer,
    "contacts": contacts,
    "practice": practice,
    "matters": lambda facts: _some(facts.first.matters),
    "strengths": strengths,
    "adjustments": adjustments,
    "safeguarding": lambda _facts: [],
    "consents": agreed,
    "referred_on": lambda facts: [look.date_only(facts.referral.submitted_at)],
    "referrer": referrer,
    "referrer_contact": referrer_contact,
    "method": method,
    "reason": lambda facts: _some(facts.referral.words),
    "referred_to": referred_to,
    "return_to": lambda facts: referrer_contact(facts)[:1],
    "needs": lambda facts: [str(one) for one in facts.needs],
    "circumstances": circumstances,
    "risks": risks,
    "actions": to_do,
    "next": what_is_next,
    "status": lambda facts: [str(facts.referral.stage_word)],
    "tries": tries,
    "ended": ended,
    "attendance": attendance,
    "tried": tried,
    "scores": scores,
    "unmet": unmet,
}
