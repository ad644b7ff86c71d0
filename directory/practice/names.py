"""Words that look as if they named somebody, or said where they live: to ask whoever writes, never to change a word."""

import re

TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sister|Uncle|Auntie?)\.?\s+[A-Z][\w’'-]+")
TWO_NAMES = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][a-z’'-]{2,}\s+[A-Z][a-z’'-]{2,}\b", re.M)
PHONE = re.compile(r"(?<!\d)(?:\+44|0)[\d ]{9,12}\d")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
LOOKS = (TITLED, TWO_NAMES, PHONE, EMAIL, POSTCODE)


def found(text: str, known: str = "") -> list[str]:
    """What stands out, each once. `known` is the listing's own name, which is no person's."""
    said = [match.group().strip() for look in LOOKS for match in look.finditer(text)]
    return [each for each in dict.fromkeys(said) if each.casefold() not in known.casefold()]
