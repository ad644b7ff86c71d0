"""Words that may be somebody in danger or in despair. Help is said first, and nothing plays with what they typed."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

# Told in everyday words: no listing is looked for with these, or "I want to die" would find whatever says "dies".
# As `words.tokens` gives them, with no apostrophe. The Welsh is a draft, for somebody who speaks it to confirm.
TOLD = (
    "want to die", "wanna die", "want to be dead", "wish i was dead", "wish i were dead", "better off dead",
    "dont want to live", "do not want to live", "dont want to be here", "do not want to be here", "cant go on",
    "cannot go on", "no reason to live", "nothing to live for", "end my life", "ending my life", "take my life",
    "taking my life", "take my own life", "end it all", "kill myself", "killing myself", "hurt myself",
    "hurting myself", "harm myself", "harming myself", "cut myself", "cutting myself", "kill me", "hits me", "hit me",
    "hitting me", "beats me", "beating me", "hurts me", "hurting me", "threatens me", "threatening me", "scared of him",
    "scared of her", "afraid of him", "afraid of her", "raped me", "touched me", "not safe", "unsafe", "in danger",
    "eisiau marw", "isio marw", "moyn marw", "lladd fy hun", "diweddu fy mywyd", "diwedd ar fy mywyd",
    "niweidio fy hun", "anafu fy hun", "brifo fy hun", "methu mynd ymlaen", "fy mrifo", "brifo fi",
    "fy nharo", "taro fi", "fy mygwth", "ddim yn ddiogel", "ddim yn saff", "mewn perygl",
)  # fmt: skip

# Names of things, for which there may be a listing: looked for as they stand.
NAMED = (
    "suicide", "suicidal", "self harm", "selfharm", "self harming", "self injury", "overdose", "abuse", "abused",
    "abusive", "domestic violence", "rape", "raped", "emergency", "crisis",
    "hunanladdiad", "hunan niweidio", "hunanniweidio", "hunan niwed", "gorddos", "cam drin", "camdriniaeth",
    "trais domestig", "trais yn y cartref", "treisio", "argyfwng",
)  # fmt: skip
LONG_ENOUGH = 7  # letters, for a slip in them to be sure: suicde, sucide, overdos


def is_told(words: Sequence[str]) -> bool:
    """Whether somebody speaks of it in a sentence of their own."""
    return _holds(words, TOLD)


def is_said(words: Sequence[str]) -> bool:
    """Whether these tokens speak of it at all, a slip of the finger in a long word allowed."""
    return is_told(words) or _holds(words, NAMED) or any(_is_slip(word) for word in words)


def _holds(words: Sequence[str], phrases: Sequence[str]) -> bool:
    text = f" {' '.join(words)} ".replace("'", "")
    return any(f" {phrase} " in text for phrase in phrases)


def _is_slip(word: str) -> bool:
    return any(OSA.distance(word, name, score_cutoff=1) <= 1 for name in NAMED if len(name) >= LONG_ENOUGH)
