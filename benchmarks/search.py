"""The search at 25,000 and at 250,000 listings, beside tantivy and "hello, world": see README.md."""

import argparse
import json

from benchmarks import house

LOG, ROUNDS = 40, 3


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--listings", type=int, nargs="+", default=[25_000, 250_000], help="one size, or growing ones")
    parser.add_argument("--smallest", action="store_true", help="a handful of each: does it still work?")
    parser.add_argument("--seed", type=int, default=20, help="of what is typed: another is a log nobody has tuned to")
    given, port = parser.parse_args(), house.free_port()
    with house.opened(port) as state:
        from benchmarks import sizes  # it knows the site's tables, which can be spoken of only now

        each, rounds = (1, 1) if given.smallest else (LOG, ROUNDS)
        result = sizes.measured(state, port, sorted(given.listings), each=each, rounds=rounds, seed=given.seed)
        house.say(sizes.shown(result))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
