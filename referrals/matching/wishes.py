"""What to look for with somebody: from what is known of them, or as the connector has changed it."""

import re
from dataclasses import dataclass
from functools import cached_property

from referrals.models import Person, Referral

MILES = 2.0
# Steps, a frame or a chair among what helps somebody take part: then a place without steps is a need and no comfort.
NO_STEPS = re.compile(
    r"\b(steps?|stairs?|step-?free|wheelchair|wheel chair|walking frame|rollator|zimmer|ramp)\b", re.I
)
LOOP = re.compile(r"\b(hearing loop|loop|t-?coil)\b", re.IGNORECASE)
MOST_INTERESTS = 8
SHORTEST = 4  # letters of a word that says something: "and", "the" and "at" are no interests


@dataclass(frozen=True)
class Wishes:
    """`miles` None is however far; `must` are tags of the directory that have to be there."""

    words: str = ""
    miles: float | None = MILES
    days: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    language: str = ""
    places: bool = False
    interests: tuple[str, ...] = ()  # words of their own

    @cached_property
    def roots(self) -> frozenset[str]:
        return frozenset(map(stem, self.interests))


def of(referral: Referral) -> Wishes:
    """What is known, before anybody changes it: their wishes, their interests and what they cannot do without."""
    person = referral.person
    said = person.access_needs
    more = getattr(person, "particulars", None)
    supports = getattr(more, "supports", None) or []
    must = [
        tag
        for tag, wanted in (
            ("step_free", NO_STEPS.search(said)),
            ("hearing_loop", LOOP.search(said) or "loop" in supports),
        )
        if wanted
    ]
    return Wishes(needs=tuple(referral.wants), must=tuple(must), interests=interests_of(referral))


def interests_of(referral: Referral) -> tuple[str, ...]:
    """Words of their own that could stand in a listing: what they said they would like, and what they are good at."""
    person: Person = referral.person
    more = getattr(person, "particulars", None)
    said = [getattr(more, "interests", ""), referral.words, getattr(more, "strengths", "")]
    words = [word.lower() for text in said for word in re.findall(r"[^\W\d_]+", text or "") if useful(word)]
    return tuple(dict.fromkeys(words))[:MOST_INTERESTS]


def useful(word: str) -> bool:
    return len(word) >= SHORTEST and word.lower() not in NOTHING_SAID


def stem(word: str) -> str:
    """Singing, sings and sing are one interest; no more than that is tried."""
    word = word.lower()
    for ending in ("ing", "ers", "ies", "er", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            return word[: -len(ending)]
    return word


# Words that are in many sentences and in many listings, and say nothing about either.
NOTHING_SAID = {
    "about", "afternoon", "afternoons", "again", "also", "always", "anybody", "anyone", "anything", "because", "been",
    "before", "being", "best", "come", "could", "does", "doing", "done", "door", "down", "each", "else", "enough",
    "even", "evening", "evenings", "ever", "every", "everybody", "feel", "find", "first", "forward", "friday", "from",
    "full", "gets", "getting", "give", "goes", "going", "good", "group", "hands", "have", "having", "hear", "help",
    "here", "home", "house", "into", "just", "keep", "know", "like", "liked", "likes", "live", "long", "look", "love",
    "make", "many", "maybe", "mind", "monday", "more", "morning", "mornings", "most", "much", "must", "near", "need",
    "never", "nice", "nobody", "nothing", "often", "once", "only", "other", "over", "own", "people", "person",
    "place", "please", "really", "said", "same", "saturday", "school", "should", "some", "somebody", "someone",
    "something", "sometimes", "somewhere",
    "speak", "speaker", "speakers", "speaking", "soon", "still", "such", "sunday", "sure", "table", "take", "talk",
    "than",
    "thank", "that", "their", "them", "then", "there", "they", "thing", "things", "think", "this", "those",
    "thursday", "time", "times", "tuesday", "used", "very", "want", "wanted", "wednesday", "well", "went", "were",
    "what", "when", "where", "which", "while", "will", "with", "without", "would", "year", "years", "your",
}  # fmt: skip
