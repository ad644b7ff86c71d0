"""How long the first pages take beside "hello, world" on the same server: see README.md."""

import argparse
import json

from benchmarks import house


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.first", description=__doc__)
    parser.add_argument("--smallest", action="store_true", help="a handful of requests: does it still work?")
    parser.add_argument("--caseload", type=int, default=25, help="how many people Carl has in hand")
    asked, port = parser.parse_args(), house.free_port()
    with house.opened(port) as state:
        from benchmarks import timing  # it knows the site's tables, which can be spoken of only now

        result = timing.measured(state, port, asked.smallest, asked.caseload)
        house.say(timing.shown(result))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
