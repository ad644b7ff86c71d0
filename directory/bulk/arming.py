"""Cells that a spreadsheet would run as a formula get an apostrophe in front, and lose it when we read them again."""

import re

# Also the wide and small forms of = + - @, which some programs read as the plain ones, behind what nobody sees.
STARTS = r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\t\r\n]"
ARMED = re.compile(rf"'*(?:{STARTS}|[\t\r\n\ufeff])")


def disarmed(text: str) -> str:
    """+44 1632 becomes '+44 1632. What already begins with apostrophes before such a sign gets one more."""
    return f"'{text}" if ARMED.match(text) else text


def as_meant(text: str) -> str:
    """The other way round: one apostrophe off, where we have put one on."""
    return text[1:] if text.startswith("'") and ARMED.match(text[1:]) else text
