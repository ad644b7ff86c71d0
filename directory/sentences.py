"""What the search page says about its results: one heading, and plainly whatever was looked for instead."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.places.find import Spot
from directory.search import Eased, Results


def heading(results: Results, near: Spot | None) -> str:
    """23 places for lunch within 2 miles of Millrace."""
    if not results.total:
        return _("There is nothing in the directory yet")
    reading = results.reading
    if results.is_else or results.eased is Eased.CLOSE:
        return _("We know of nothing for “%(words)s” yet") % {"words": reading.told}
    said = reading.told if reading.parts and results.eased in (Eased.NOTHING, Eased.FILTERS, Eased.FEW) else ""
    total = results.every_word if results.eased is Eased.FEW else results.total
    if near and results.miles is not None:
        place = {"miles": miles(results.miles), "place": name(near)}
        return _around_for(total, said, place) if said else _around(total, place)
    if said:
        told = ngettext("%(n)s place for %(words)s", "%(n)s places for %(words)s", total)
        return told % {"n": total, "words": said}
    return ngettext("%(n)s place to go", "%(n)s places to go", total) % {"n": total}


def _around(total: int, place: dict[str, str]) -> str:
    told = ngettext("%(n)s place within %(miles)s of %(place)s", "%(n)s places within %(miles)s of %(place)s", total)
    return told % {"n": total, **place}


def _around_for(total: int, said: str, place: dict[str, str]) -> str:
    told = ngettext(
        "%(n)s place for %(words)s within %(miles)s of %(place)s",
        "%(n)s places for %(words)s within %(miles)s of %(place)s",
        total,
    )
    return told % {"n": total, "words": said, **place}


def miles(far: float) -> str:
    if far == 0.5:
        return _("half a mile")
    return ngettext("%(n)s mile", "%(n)s miles", round(far)) % {"n": round(far)}


def order(results: Results, near: Spot | None, sort: str) -> str:
    """Why what stands first stands first."""
    if sort == "newest":
        return _("What is newest comes first.")
    if near and sort == "nearest":
        return _("The nearest comes first.")
    if near:
        return _("Near places that fit best come first.")
    return _("What fits best comes first.") if results.reading.parts else _("What we know most about comes first.")


def name(near: Spot) -> str:
    """The ward, which people know, before a postcode, which they do not."""
    return near.ward.name if near.ward else near.label


def instead(results: Results, near: Spot | None, asked_miles: float | None) -> str:
    """What we did because there was nothing as asked; nothing when there was."""
    reading = results.reading
    if reading.in_distress:
        return _("Below are places to go, as on any other day.")
    if results.is_else:
        return _("Here are a few of the other places we know.")
    if results.eased is Eased.FILTERS:
        return _("Nothing fits everything you asked for, so here is what we have without some of it.")
    if results.eased is Eased.CLOSE:
        return _("Here is what is most like it.")
    if results.eased is Eased.FEW:
        return _few(results.every_word)
    if results.eased is Eased.EVERY_WORD:
        return _("Nothing has all of those words, so here is what has some of them.")
    if reading.typed and not reading.parts:
        told = _("We could not find a word to look for in “%(words)s”, so here is everything.")
        return told % {"words": reading.typed}
    return _wider(results, near, asked_miles) if results.widened and near else ""


def _few(n: int) -> str:
    told = ngettext(
        "%(n)s place has all of those words. Below it is what has some of them.",
        "%(n)s places have all of those words. Below them is what has some of them.",
        n,
    )
    return told % {"n": n}


def _wider(results: Results, near: Spot, asked_miles: float | None) -> str:
    asked = miles(asked_miles or 2)
    if results.miles is None:
        told = _("There is nothing within %(asked)s of %(place)s, so we looked everywhere.")
        return told % {"asked": asked, "place": name(near)}
    told = _("There is nothing within %(asked)s of %(place)s, so we looked as far as %(miles)s.")
    return told % {"asked": asked, "place": name(near), "miles": miles(results.miles)}
