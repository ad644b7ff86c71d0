"""How long a text is once it is on its way: GSM-7 letters, or 16-bit ones as soon as a single letter is outside it."""

from dataclasses import dataclass

# 3GPP TS 23.038: the basic alphabet, and the signs that take two places because they are escaped.
BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
ESCAPED = frozenset("\f^{}\\[~]|€")
SHARED = {160: 153, 70: 67}  # room in one of several segments
# A tidy apostrophe would halve the room in a text; a name keeps every letter it has.
TYPEWRITER = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " "})


@dataclass(frozen=True)
class Size:
    length: int  # in places: an escaped sign takes two, an emoji two
    room: int  # for one segment
    segments: int

    def limit(self) -> int:
        """How much fits in as many segments: several have less room each, for the mark that joins them."""
        return self.room if self.segments == 1 else self.segments * SHARED[self.room]

    def fits(self) -> bool:
        """One segment, or two when a letter outside GSM-7 leaves room for 70 in each."""
        return self.segments == 1 or (self.room == 70 and self.segments == 2)


def plain(body: str) -> str:
    return body.translate(TYPEWRITER)


def is_gsm7(body: str) -> bool:
    return all(sign in BASIC or sign in ESCAPED for sign in body)


def size(body: str) -> Size:
    if is_gsm7(body):
        length, room = sum(1 + (sign in ESCAPED) for sign in body), 160
    else:
        length, room = len(body.encode("utf-16-le")) // 2, 70
    return Size(length, room, 1 if length <= room else -(-length // SHARED[room]))
