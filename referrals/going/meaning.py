"""What a text that came back means, where it can mean nothing else. Anything besides is words, which a human reads."""

import re
import unicodedata

from referrals.going.states import Meaning

SIGNS = re.compile(r"[^\w\s]|_")
# Said with these, it is still the same answer.
POLITE = {
    "please", "pls", "plz", "thanks", "thank", "you", "thankyou", "ta", "x", "xx", "hi", "hello", "ok",
    "diolch", "plis", "os", "gwelwch", "yn", "dda", "helo", "fawr",
}  # fmt: skip
# Whoever begins with one of these is not written to any more, whatever comes after it: better one text too few.
STOP = {
    "stop", "stopp", "stops", "stopall", "unsubscribe", "unsub", "optout", "stopio", "stopiwch", "stopia",
    "dadtanysgrifio",
}  # fmt: skip
STOP_PHRASES = (
    "opt out", "end", "quit", "peidio", "peidiwch", "remove me", "no more texts", "no more messages",
    "dim mwy", "dim rhagor",
    "dont text me", "do not text me", "leave me alone",
)  # fmt: skip
OF_STOPPING = {
    "all", "the", "these", "those", "this", "it", "now", "texts", "text", "texting", "messages", "message", "sending",
    "me", "messaging", "contacting", "to", "your", "my", "number", "neges", "negeseuon", "tecstio", "anfon", "ataf",
    "fi", "r", "y", "pob", "a", "nawr",
}  # fmt: skip
SAID: dict[str, Meaning] = {
    words: meaning
    for meaning, many in {
        Meaning.WENT: (
            "yes", "y", "yep", "yeah", "yea", "yes i did", "yes i went", "i went", "went", "i did", "i did go",
            "ie", "do", "es i", "do es i", "mi es i", "oes", "mi es", "wnes i", "es",
        ),
        Meaning.NOT: (
            "no", "n", "nope", "nah", "no i didnt", "no i did not", "i didnt go", "i did not go", "didnt go",
            "not this time", "no not this time", "did not go",
            "na", "nage", "naddo", "nac ydw", "ddim tro hwn", "ddim y tro hwn", "es i ddim", "naddo es i ddim",
        ),
        Meaning.RATHER_NOT: (
            "rather not say", "id rather not say", "i would rather not say", "would rather not say", "rather not",
            "well gen i beidio dweud", "byddain well gen i beidio â dweud",
        ),
        Meaning.RING: (
            "ring me", "ring", "call me", "call", "phone me", "can you ring me", "can you call me",
            "ffoniwch fi", "ffoniwch", "ffonia fi", "galwch fi",
        ),
        Meaning.GOOD: ("good", "very good", "it was good", "great", "lovely", "da", "da iawn", "roedd yn dda"),
        Meaning.ALL_RIGHT: (
            "all right", "alright", "it was all right", "it was alright", "ok", "okay", "it was ok", "so so",
            "iawn", "roedd yn iawn", "gweddol",
        ),
        Meaning.NOT_FOR_ME: ("not for me", "it was not for me", "it wasnt for me", "ddim i fi", "ddim i mi"),
        Meaning.ONE: ("1", "one", "un"),
        Meaning.TWO: ("2", "two", "dau"),
        Meaning.THREE: ("3", "three", "tri"),
    }.items()
    for words in many
}  # fmt: skip


def of(text: str) -> Meaning:
    """The meaning; STOP even where more follows (`says_more` tells), everything else only where nothing does."""
    words = _words(text)
    if _stops(words):
        return Meaning.STOP
    plain = " ".join(words)
    polite = " ".join(word for word in words if word not in POLITE)
    return SAID.get(plain) or SAID.get(polite) or Meaning.WORDS


def says_more(text: str) -> bool:
    """Besides STOP there is something that a human should read."""
    words = [word for word in _words(text) if word not in POLITE | OF_STOPPING | STOP]
    return bool(words) and " ".join(words) not in STOP_PHRASES


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "")
    return SIGNS.sub(" ", folded).split()


def _stops(words: list[str]) -> bool:
    begun = next((place for place, word in enumerate(words) if word not in POLITE), len(words))
    said = words[begun:]
    plain = " ".join(word for word in said if word not in POLITE)
    return bool(said) and (said[0] in STOP or plain in STOP_PHRASES)
