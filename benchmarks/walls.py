"""What the second wall costs on a caseload of 20,000 referrals of 10 teams: see README.md."""

import json

from benchmarks import figures, house

TEAMS, EACH, ROUNDS, CALLS = 10, 2000, 6, 40


def main() -> None:
    with house.opened():
        from benchmarks import caseloads, machine  # they know the site's tables, which can be spoken of only now

        house.say(f"Filling it with {TEAMS * EACH} referrals …")
        cast, quiet = caseloads.fill(TEAMS, EACH), machine.Quiet()
        caseloads.check(cast, TEAMS * EACH)
        quiet.begin()
        times = caseloads.compare(cast, ROUNDS, CALLS)
        result = {"machine": machine.facts() | quiet.end(), "referrals": TEAMS * EACH, "questions": summary(times)}
    house.say(shown(result))
    print(json.dumps(result, indent=1))


def summary(times: dict) -> dict:
    """Beside each way's median, how many times the first way's it is, round by round."""
    return {
        question: {
            name: {
                "p50": round(figures.percentile([ms for taken in rounds for ms in taken], 0.5), 2),
                "times_filter": figures.spread(figures.ratios(rounds, ways["filter alone"])),
            }
            for name, rounds in ways.items()
        }
        for question, ways in times.items()
    }


def shown(result: dict) -> str:
    rows = [
        (f"{question}: {name}", figure["p50"], *figure["times_filter"].values())
        for question, ways in result["questions"].items()
        for name, figure in ways.items()
    ]
    facts = (f"{name}: {value}" for name, value in result["machine"].items())
    return "\n".join([figures.table(("", "p50 ms", "x filter", "least", "most"), rows), "", *facts])


if __name__ == "__main__":
    main()
