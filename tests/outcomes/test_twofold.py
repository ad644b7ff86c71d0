"""A world in two processes: one that dies ends the game, and nobody waits for it for ever."""

from types import SimpleNamespace

import pytest

from outcomes.simulation import twofold, world


class Short:
    """Three pulses, of which a part that dies lives one."""

    def __init__(self, dies):
        self.dies, self.tally = dies, {"pulses": 3}

    def play(self, _seed_keys):
        yield
        if self.dies:
            raise SystemExit
        yield
        yield


@pytest.mark.parametrize("dead", [0, 1])
def test_a_part_that_dies_ends_the_game(monkeypatch, dead):
    monkeypatch.setattr(world, "gather", lambda _plan, _keys: None)
    monkeypatch.setattr(world, "World", lambda _plan, _whole, number: Short(dies=number == dead))
    with pytest.raises(twofold.Stopped):
        twofold.play(SimpleNamespace(parts=2))
