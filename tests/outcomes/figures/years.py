"""Years of figures that were never in a table: lives drawn by dice, and released as the product releases them."""

from collections import Counter
from datetime import date
from random import Random

from outcomes.figures.counting import COARSE, Count, Cut
from outcomes.figures.lattice import Level, Period, closing_with
from outcomes.figures.policy import ROUNDED
from outcomes.figures.publishing import Atom, Out, Place, publish

WARDS = ["W1", "W2", "W3", "W4", "W5", "W6", "W7"]
LOCALITIES = {"L1": ["W1", "W2"], "L2": ["W3", "W4", "W5"], "L3": ["W6", "W7"]}
PLACES = [
    Place("A", "Kelderby", Level.WHOLE, frozenset(WARDS)),
    *(Place(code, code, Level.LOCALITY, frozenset(wards)) for code, wards in LOCALITIES.items()),
    *(Place(ward, ward, Level.WARD, frozenset([ward])) for ward in WARDS),
]
ROLES = Cut("role", "Role", tuple((role, role) for role in ("housing", "nurse", "self", "police")))
REASONS = Cut("reason", "Reason", tuple((why, why) for why in ("full", "far", "cost")), sensitive=True)


def uncounted(_span):
    return []


COUNTS = {
    count.key: count
    for count in [
        Count(key="received", title="", counted=uncounted),
        Count(key="by_role", title="", counted=uncounted, total="received", cut=ROLES, shape=COARSE),
        Count(key="contacted", title="", counted=uncounted, part_of="received"),
        Count(key="introduced", title="", counted=uncounted, part_of="contacted"),
        Count(key="attended", title="", counted=uncounted, part_of="introduced"),
        Count(key="declined", title="", counted=uncounted),
        Count(key="by_reason", title="", counted=uncounted, total="declined", cut=REASONS, shape=COARSE),
    ]
}


def lives(dice: Random, people: int, months: list[date]) -> Counter:
    """The truth, atom by atom."""
    tally = Counter()
    for _person in range(people):
        spot = dice.choices(WARDS, [1, 2, 3, 4, 6, 8, 9])[0], dice.choice(months)
        tally[Atom("received", "", *spot)] += 1
        tally[Atom("by_role", dice.choices(["housing", "nurse", "self", "police"], [6, 3, 2, 1])[0], *spot)] += 1
        for step, chance in (("contacted", 0.87), ("introduced", 0.7), ("attended", 0.6)):
            if dice.random() > chance:
                break
            tally[Atom(step, "", *spot)] += 1
        if dice.random() < 0.1:
            tally[Atom("declined", "", *spot)] += 1
            tally[Atom("by_reason", dice.choice(["full", "far", "cost"]), *spot)] += 1
    return tally


def released(tally: Counter, months: list[date], policy=ROUNDED) -> list[Out]:
    """Every figure that goes out, month by month, each release knowing those before it."""
    out: list[Out] = []
    for month in months:
        for period in closing_with(month):
            shown = publish(period, tally, PLACES, COUNTS, policy, out)
            out += [Out(period, spot, figure) for spot, figure in shown.items()]
    return out


def year_from(start: date) -> list[date]:
    return Period(start, "year").months
