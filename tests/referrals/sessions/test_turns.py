"""The rule of the list, tried with histories nobody would think of: nobody is passed over, no place is given twice."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.sessions.turns import Turn, going_along, next_for

START = datetime(2026, 11, 23, tzinfo=UTC)
WHAT = st.sampled_from(["join", "free", "yes", "keep", "no", "late"])
STEPS = st.lists(st.tuples(WHAT, st.integers(0, 7)), max_size=40)


class List:
    """A waiting list as the sweep keeps it: who waits, what was offered, how many places are free."""

    def __init__(self):
        self.joined, self.offers, self.free, self.gone = [], [], 0, set()

    def turns(self):
        return [
            Turn(
                key, START + timedelta(hours=n),
                places=frozenset(place for who, place, _said in self.offers if who == key),
                is_asked=any(who == key and said in ("", "yes") for who, _place, said in self.offers),
            )
            for n, key in enumerate(self.joined) if key not in self.gone
        ]  # fmt: skip

    def sweep(self):
        while self.free > sum(said == "" for _who, _place, said in self.offers):
            turns = self.turns()
            along = [one for one in going_along([(p, said) for _w, p, said in self.offers]) if next_for(one, turns)]
            place = along[0] if along else UUID(int=1000 + len(self.offers))
            found = next_for(place, turns)
            if found is None:
                return
            earlier = [one for one in turns if one.joined_at < found.joined_at]
            assert all(one.is_asked or place in one.places for one in earlier), "somebody was passed over"
            self.offers.append((found.key, place, ""))

    def answer(self, said, which):
        waiting = [n for n, one in enumerate(self.offers) if one[2] == ""]
        if waiting:
            n = waiting[which % len(waiting)]
            who, place, _ = self.offers[n]
            self.offers[n] = (who, place, said)
            if said == "yes":
                self.free -= 1
            if said in ("yes", "no"):
                self.gone.add(who)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_the_list_is_fair_whatever_happens(steps):
    waiting = List()
    for what, which in steps:
        if what == "join":
            waiting.joined.append(UUID(int=len(waiting.joined) + 1))
        elif what == "free":
            waiting.free = min(waiting.free + 1, 3)
        else:
            waiting.answer(what, which)
        waiting.sweep()
        held = [place for _who, place, said in waiting.offers if said in ("", "yes")]
        assert len(held) == len(set(held)), "one place, two people"
        asked = [(who, place) for who, place, _said in waiting.offers]
        assert len(asked) == len(set(asked)), "asked twice about one place"
        assert sum(said == "" for *_rest, said in waiting.offers) <= waiting.free


def test_a_new_place_is_not_offered_again_for_a_session_they_were_asked_about():
    jean = Turn(UUID(int=1), START, sessions=frozenset([START]))
    assert next_for(None, [jean], START) is None
    assert next_for(None, [jean], START + timedelta(days=7)) == jean


def test_who_rests_or_holds_an_offer_is_not_asked():
    waiting = [Turn(UUID(int=1), START, rests=True), Turn(UUID(int=2), START, is_asked=True)]
    assert next_for(UUID(int=9), waiting) is None
