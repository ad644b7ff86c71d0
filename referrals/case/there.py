"""What there is of somebody at all: asked once for the whole page, so that nobody asks for what few people have."""

from django.db import connection

from connect import prepared
from referrals.models import Referral

# Name -> the rows that make it so. Both walls hold here as elsewhere: a row that the reader may not see is not there.
KINDS = {
    "notes": "from referrals_note where referral_id = %(referral)s",
    "tasks": "from referrals_task where referral_id = %(referral)s",
    "visits": "from referrals_visit where referral_id = %(referral)s",
    "transfers": "from referrals_transfer where referral_id = %(referral)s",
    "follow_ups": "from referrals_followup where referral_id = %(referral)s and done_at is null",
    "pauses": "from referrals_pause where referral_id = %(referral)s",
    "late": "from referrals_late where referral_id = %(referral)s and settled_at is null",
    "unread": "from referrals_heard where referral_id = %(referral)s and read_at is null",
    "wantings": "from referrals_wanting where referral_id = %(referral)s",
    "partners": "from referrals_partner where referral_id = %(referral)s",
    "first_visits": "from referrals_firstvisit where referral_id = %(referral)s",
    "befriending": "from referrals_befrienderwish where referral_id = %(referral)s and state <> 'gone'",
    "small_helps": "from referrals_helprequest where referral_id = %(referral)s",
    "crisis": """from referrals_crisis c join referrals_referral r on r.team_id = c.team_id
                 where r.id = %(referral)s and c.ended_at is null and c.ends_on >= current_date""",
    "steps": "from referrals_confidencestep where referral_id = %(referral)s",
    "introductions": "from referrals_introduction where referral_id = %(referral)s",
    "waits": "from referrals_wait where referral_id = %(referral)s and ended_at is null",
    "how_it_was": "from referrals_howitwas where referral_id = %(referral)s",
    "lines": "from referrals_line where referral_id = %(referral)s",
    "replies": "from referrals_reply where referral_id = %(referral)s",
    "markers": "from referrals_marker where person_id = %(person)s and ended_at is null",
    "restriction": "from referrals_restriction where person_id = %(person)s and ended_at is null",
    "copies": "from outcomes_accessrequest where referral_id = %(referral)s and given_at is null",
    "first_answers": "from outcomes_firstanswers where referral_id = %(referral)s",
    "equality_asked": "from outcomes_equalityasked where referral_id = %(referral)s",
    "speak": """from referrals_speaktolead s join referrals_referral r on r.id = s.referral_id
                where r.person_id = %(person)s and s.ended_at is null""",
    "merges": """from referrals_merge where (kept_id = %(person)s or gone_id = %(person)s)
                 and declined_at is null and undone_at is null""",
}
ASK = "select " + ", ".join(f"exists (select {rows})" for rows in KINDS.values())


def has(referral: Referral, kind: str) -> bool:
    """One of KINDS; looked up when first asked, and true of this object from then on."""
    return kind in _found(referral)


def _found(referral: Referral) -> set[str]:
    if "_there" not in vars(referral):
        with prepared.plans(), connection.cursor() as cursor:
            answers = cursor.execute(ASK, {"referral": referral.pk, "person": referral.person_id}).fetchone()
        referral._there = {kind for kind, answer in zip(KINDS, answers, strict=True) if answer}
    return referral._there
