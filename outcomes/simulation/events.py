"""Every kind of thing that happens in a world, by name: what a whole year must have had some of."""

from collections.abc import Iterable

from outcomes.simulation import rates
from referrals.states import Answer, Closed

# What any world of some months has.
OFTEN = {
    "accepted", "assigned_by_lead", "asked_once", "reached", "not_reached", "kept_in_touch",
    "not_reached_while_waiting", "looked_after", "given_back", "sent_again", "withdrawn_after_return",
    "waited_for_room", "introduced", "expects_them", "not_for_them", "went", "did_not_go", "did_not_start",
    "two_answers", "nobody_knows", "settled", "paused", "resumed", "task", "thread", "words_read", "chat_asked",
    "chat_referred", "chat_not_asked", "measured_first", "goal_put_down", "volunteer_applied", "volunteer_approved",
    "befriender_asked_for", "befriender_proposed", "befriender_first_visit", "small_help_asked", "small_help_offered",
    "small_help_introduced", "small_help_done", "small_help_thanked", "chest_asked", "chest_confirmed", "chest_yes",
}  # fmt: skip
# What a year has of befriending, the chest and a crisis, besides what `rates.RARE` names.
SELDOM = {
    "befriending_ended", "visit_asked_after", "chest_no", "chest_told", "crisis_on", "crisis_round", "crisis_off",
    "crisis_seen_to", "crisis_yes_given", "crisis_yes_refused",
}  # fmt: skip
ENDS = (Closed.LOST_CONTACT, Closed.DECLINED, Closed.OTHER_SERVICE, Closed.COMPLETED, *rates.WHY_CLOSED_EARLY)
BY_ANSWER = (
    {f"asked_by_{source}" for source in rates.ASKS}
    | {f"closed_{why}" for why in ENDS}
    | {f"consent_{one}" for one in ("given", "refused", "withdrawn")}
    | {f"it_was_{felt}" for felt in rates.FEELS}
    | {f"{who}_says_{said}" for who in rates.SAYS for said in (Answer.WENT, Answer.NOT)}
    | {f"organiser_says_{Answer.UNSURE}"}
    | {f"goal_{rating}" for rating in rates.COMES}
    | {f"visit_{went}" for went in rates.A_VISIT}
    | {f"crisis_phone_{said}" for said in rates.FOUND_BY_PHONE}
    | {f"crisis_link_{said}" for said in ("well", "ring")}
)
KINDS = OFTEN | SELDOM | BY_ANSWER | rates.RARE


def never(tally: Iterable[str]) -> list[str]:
    """What did not happen once. In a small world that is no fault; a year of 2,000 people has some of everything."""
    return sorted(KINDS - set(tally))
