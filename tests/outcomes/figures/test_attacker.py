"""A reader who pools every figure ever released and has a solver; nothing here knows how the audit works.

The truth is known to the test alone: it says whom a solution would be about. A person is pinned when a number of so few
people as the policy calls small, at any place, period, count and category, can only be what it is.
"""

from collections import defaultdict
from datetime import date
from itertools import product
from random import Random

import highspy
import pytest

from outcomes.disclosure import HIDDEN, round5
from outcomes.figures.policy import EXACT, ROUNDED
from tests.outcomes.figures import years

YEAR = years.year_from(date(2026, 4, 1))


class Attacker:
    """Unknowns for each count, category, ward and month; a row for each figure; the rules that everybody knows."""

    def __init__(self, out, exact):
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.exact = exact
        self.unknown = {}
        for count in years.COUNTS.values():
            for category in [key for key, _title in count.cut.categories] if count.cut else [""]:
                for ward, month in product(years.WARDS, YEAR):
                    self.unknown[count.key, category, ward, month] = len(self.unknown)
                    self.solver.addVar(0, highspy.kHighsInf)
        for one in out:
            self.row(self.terms(one), *self.range_of(one.shown))
        self.know_the_rules()

    def terms(self, one):
        wards = next(place.wards for place in years.PLACES if place.code == one.spot.place)
        count = years.COUNTS[one.spot.count]
        categories = [one.spot.category] if one.spot.category or not count.cut else dict(count.cut.categories)
        return [
            self.unknown[one.spot.count, category, ward, month]
            for category, ward, month in product(categories, wards, one.period.months)
        ]

    def range_of(self, shown):
        """A star says nothing for certain: it may be a small number, a nought beside one, or the cover of another."""
        if shown == HIDDEN:
            return 0, highspy.kHighsInf
        fits = [n for n in range(shown + 3) if n == shown or (not self.exact and round5(n) == shown)]
        return min(fits), max(fits)

    def know_the_rules(self):
        for (count, category, ward, month), place in self.unknown.items():
            whole = years.COUNTS[count].part_of
            if whole:
                self.row([self.unknown[whole, category, ward, month]], 0, highspy.kHighsInf, less=[place])
        for count in years.COUNTS.values():
            if count.total:
                for ward, month in product(years.WARDS, YEAR):
                    ones = [self.unknown[count.key, key, ward, month] for key, _title in count.cut.categories]
                    self.row([self.unknown[count.total, "", ward, month]], 0, 0, less=ones)

    def row(self, terms, low, high, less=()):
        signs = [1.0] * len(terms) + [-1.0] * len(less)
        self.solver.addRow(low, high, len(signs), [*terms, *less], signs)

    def bounds(self, terms):
        return self.best(terms, highspy.ObjSense.kMinimize), self.best(terms, highspy.ObjSense.kMaximize)

    def best(self, terms, sense):
        self.solver.changeObjectiveSense(sense)
        for term in terms:
            self.solver.changeColCost(term, 1.0)
        self.solver.run()
        unbounded = self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal
        value = self.solver.getInfo().objective_function_value
        for term in terms:
            self.solver.changeColCost(term, 0.0)
        return None if unbounded else value

    def pins(self, terms):
        """The whole number it must be, if there is only one."""
        low, high = self.bounds(terms)
        if low is None or high is None:
            return None
        numbers = range(-(-round(low * 1e6) // 10**6), round(high * 1e6) // 10**6 + 1)
        return numbers[0] if len(numbers) == 1 else None


@pytest.mark.parametrize(("policy", "people"), [(ROUNDED, 3000), (EXACT, 800)], ids=["rounded", "exact"])
def test_of_three_thousand_people_in_a_year_nobody_is_pinned(policy, people):
    tally = years.lives(Random(20261121), people, YEAR)
    out = years.released(tally, YEAR, policy)
    attacker = Attacker(out, exact=policy is EXACT)
    pinned = defaultdict(int)
    for atom, n in tally.items():
        if policy.is_small(n) and attacker.pins([attacker.unknown[atom]]) == n:
            pinned[atom.count] += n
    truth_of = {place: tally[atom] for atom, place in attacker.unknown.items()}
    for one in out:
        truth = sum(truth_of[place] for place in attacker.terms(one))
        if policy.is_small(truth) and attacker.pins(attacker.terms(one)) == truth:
            pinned[one.spot] += truth
    assert (sum(n for atom, n in tally.items() if atom.count == "received"), dict(pinned)) == (people, {})
    assert sum(one.shown != HIDDEN for one in out) > len(out) / 4  # and it is still worth reading
