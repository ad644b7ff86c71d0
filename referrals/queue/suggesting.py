"""Who might take somebody on, with the reasons in words: area, what they are good at, and how full they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from connect.people.roles import Skill
from referrals.models import Referral
from referrals.queue.load import Load
from referrals.states import Domain

ANSWERS = {
    Domain.LOSS: Skill.LOSS, Domain.CARING: Skill.CARING, Domain.WELLBEING: Skill.WELLBEING,
    Domain.MONEY: Skill.MONEY, Domain.DIGITAL: Skill.DIGITAL,
}  # fmt: skip


@dataclass(frozen=True)
class Suggestion:
    load: Load
    reasons: list[str]
    rank: tuple[int, ...]


def suggest(referral: Referral, loads: Sequence[Load]) -> list[Suggestion]:
    """Best first: with room before full, then their ward, then what they are good at, then whoever carries least."""
    return sorted((_judged(referral, load) for load in loads), key=lambda one: one.rank)


def _judged(referral: Referral, load: Load) -> Suggestion:
    wards = {ward.pk: ward.name for ward in load.membership.wards.all()}
    near, skills = referral.ward_id in wards, _skills(referral, load)
    reasons = [_("works in %(ward)s") % {"ward": wards[referral.ward_id]}] if near else []
    reasons += [_("good at: %(skill)s") % {"skill": Skill(skill).label} for skill in skills]
    reasons.append(_room(load))
    # Welsh for somebody who is written to in Welsh comes before any ward: without it they cannot talk.
    spoken = Skill.WELSH in skills
    return Suggestion(load, reasons, (load.room <= 0, not spoken, not near, -len(skills), load.share))


def _skills(referral: Referral, load: Load) -> list[str]:
    wanted = {ANSWERS[domain] for domain in referral.domains if domain in ANSWERS}
    if referral.person.language == "cy":
        wanted.add(Skill.WELSH)
    return sorted(wanted & set(load.membership.skills))


def _room(load: Load) -> str:
    said = {"weight": load.weight, "full": load.membership.full_caseload}
    if load.room <= 0:
        return _("full: carries %(weight)s of %(full)s") % said
    return _("carries %(weight)s of %(full)s") % said
