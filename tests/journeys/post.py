"""What arrived at somebody's phone or in their e-mail, read from the provider's double."""

import re

from connect.messaging.mailbox import Letter, letters

LINK = re.compile(r"http://\S+/l/\S+")


def to(whom: str, says: str) -> list[Letter]:
    """Letters to this number or address in which these words stand."""
    return [letter for letter in letters() if letter.to == whom and says in f"{letter.subject}\n{letter.body}"]


def link_in(letter: Letter) -> str:
    [address] = LINK.findall(letter.body)
    return address
