"""What was said before somebody agreed: each version of the words a row that never changes."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from referrals.person.states import Basis
from referrals.states import Purpose

# purpose -> its versions, oldest first. To change a wording, add one; who agreed to an older one agreed to that.
WORDS: dict[str, list[str]] = {
    Purpose.CONTACT: [
        "The community connectors may ring you, and keep what you told us, so that they can help you find "
        "something you like. You can stop at any time; nothing else that you get depends on it."
    ],
    Purpose.TELL_REFERRER: [
        "The worker who asked for you may hear in a line how it goes: that we spoke, where you went, how it was."
    ],
    Purpose.TELL_MORE: [
        "If the worker who asked for you works in health or care, they may also hear which group you go to, and why "
        "our help ended. They never read what you told us in private."
    ],
    Purpose.FULL_MESSAGES: [
        "The phone is yours alone, so our messages may name the place and who meets you. They never name a need."
    ],
    Purpose.MESSAGES: [
        "We may text or e-mail you about what we arrange together. You can stop that at any time: your place in a "
        "group stays, and we ring you instead."
    ],
    Purpose.TOGETHER: [
        "The worker we name may see your page with us and help you too, until the day we tell you. You can say no, "
        "or take your yes back at any time; nothing else that you get depends on it."
    ],
    Purpose.TELL_GROUP: [
        "The group you chose may know what we read out to you now: what helps you, a sentence about you, or how to "
        "reach you. They keep it to themselves. You can take it back; then we ask them to forget it."
    ],
    Purpose.STORY: [
        "We may write down with you how it went, in your words. The team that helps you reads it. Your name is not in "
        "it. You can take it back at any time; nothing else that you get depends on it."
    ],
    Purpose.PUBLISH: [
        "Others may read the story we wrote with you, so that they see what helps: those who pay for this work and "
        "those who do it. We read it out to you first. Your name is not in it. Take it back, and it is gone at once."
    ],
    Purpose.CRISIS: [
        "If something big happens, like deep snow or a flood, we may ring you, text you or knock to see that you are "
        "all right. You can say no, or take your yes back at any time; nothing else that you get depends on it."
    ],
}
BASES = {Purpose.CONTACT: Basis.INTEREST, Purpose.TELL_REFERRER: Basis.INTEREST}


def load(registry: Any) -> None:
    """Put every version there that is not there yet; again changes nothing."""
    model = registry.get_model("referrals", "Statement")
    for purpose, versions in WORDS.items():
        for number, words in enumerate(versions, 1):
            model.objects.get_or_create(purpose=purpose, version=number, defaults={"words": words})


@lru_cache(maxsize=1)
def _newest() -> dict[str, int]:
    return {purpose: len(versions) for purpose, versions in WORDS.items()}


def newest(purposes: Iterable[str]) -> dict[str, Any]:
    """purpose -> the Statement that is read out today."""
    from referrals.person.models import Statement

    rows = Statement.objects.filter(purpose__in=list(purposes))
    return {row.purpose: row for row in rows if row.version == _newest().get(row.purpose)}


def basis_of(purpose: str) -> str:
    return BASES.get(Purpose(purpose), Basis.CONSENT)
