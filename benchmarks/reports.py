"""What figures outside a team cost at 50,000 and at 500,000 referrals to an authority: see README.md."""

import argparse
import json

from benchmarks import house

SIZES, MONTHS = [50_000, 500_000], 24


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reports", description=__doc__)
    parser.add_argument(
        "--referrals", type=int, nargs="+", default=SIZES, help="to each authority, one after the other"
    )
    parser.add_argument("--months", type=int, default=MONTHS, help="in which they were referred")
    parser.add_argument("--frozen", type=int, default=0, help="so many of the last months alone; 5 hold a quarter")
    parser.add_argument("--smallest", action="store_true", help="a handful of requests: does it still work?")
    asked, port = parser.parse_args(), house.free_port()
    with house.opened(port) as state:
        from benchmarks import lived, releasing  # they know the site's tables, which can be spoken of only now

        result = releasing.measured(
            state, port, asked.referrals, lived.Times(asked.months, asked.frozen), asked.smallest
        )
        house.say(releasing.shown(result))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
