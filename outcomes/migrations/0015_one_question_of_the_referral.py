"""The walls round what hangs on a referral ask of the referral once, where they asked up to five times.

PostgreSQL writes the referral's own wall into each such question and plans each anew (docs/decisions/0020). Who sees and
changes what stays as it was: conditions side by side, each with a question of its own, became one question with the
conditions in it, and policies that said the same of another asker are in it now. On this floor, where the last of
those were made.
"""

from django.db import migrations

from connect.walls import JOB, KEY, ME, ORG, ROLE, SCOPE, TEAM, also, jobs, rewall

# Asked of the referral, r; `this` is the row that hangs on it.
MINE = f"({ROLE} = 'TL' or ({ROLE} = 'CON' and r.connector_id = {ME}))"
MY_WORD = f"(this.by_id = {ME} and {MINE})"
OUTSIDER = f"({jobs('link')} and r.outsider_id = any({SCOPE}))"
GUARDED = f"({jobs('guarding')} and r.person_id = any({SCOPE}))"
COPIED = f"({jobs('subject_access')} and r.person_id = any({SCOPE}))"
NO_COPY_OR_THEIRS = f"({jobs('subject_access')}) is not true or r.person_id = any({SCOPE})"  # all who know of the referral
ROUND = jobs("round")
WHOLE = f"({ROUND} and r.round -> {ME}::text ->> 'level' = 'whole')"
OVER = ("own_page", "transfer", "clocks", "guarding")
FOLLOWING = jobs("link", "reminders", "seed", *OVER)
STORIES = jobs(*OVER, "seed")
PARTNERS = jobs(*OVER, "merging", "seed")
CHECKS = jobs("own_page", "transfer", "guarding", "merging", "reminders", "clocks", "seed")
PLACES = f"{ROLE} in ('CON', 'TL') or {jobs('link', 'own_page', 'clocks', 'transfer', 'guarding', 'freeze', 'reminders', 'seed')}"
ANY_WORKER = f"{ROLE} in ('REF', 'CHA', 'LEAD', 'CON', 'TL')"
SENDER = f"{ROLE} in ('REF', 'CHA', 'LEAD')"
WORKERS = f"{ROLE} in ('CON', 'TL')"
BY_ITS_LINK = f"({jobs('link')} and this.id = any({SCOPE}))"
# Asked of nothing but the row.
COUNTED = f"({jobs('places')} and service_id = any({SCOPE}))"
COORDINATED = f"({ROLE} = 'COO' and team_id = {TEAM} and not guarded)"
VOLUNTEERED = f"""(not guarded and (({jobs("link")} and id = any({SCOPE})) or ({ROLE} = 'BEF' and exists (
  select 1 from referrals_volunteer v where v.id = referrals_befriendermatch.volunteer_id))))"""
OF_THEIR_MATCH = f"""(({ROLE} = 'COO' and exists (select 1 from referrals_befriendermatch m where m.id = this.match_id))
  or (({ROLE} = 'BEF' or ({jobs("link")} and match_id = any({SCOPE}))) and exists (
    select 1 from referrals_befriendermatch m where m.id = this.match_id and m.state in ('meeting', 'going', 'ending'))))"""
OF_THEIR_GOALS = f"""({jobs("link")} and exists (
  select 1 from outcomes_goalsasked q where q.referral_id = this.referral_id and q.id = any({SCOPE})))"""
HEARD = f"""((named is null or {ME} = any(named)) and (
  ({ROLE} = 'CON' and team_id = {TEAM} and (reader_id = {ME} or escalated_to_id = {ME}
    or exists (select 1 from referrals_referral r where r.id = this.referral_id and r.connector_id = {ME})))
  or ({ROLE} = 'TL' and team_id = {TEAM} and (referral_id is null or reader_id = {ME} or escalated_to_id = {ME}
    or exists (select 1 from referrals_referral r where r.id = this.referral_id)))
  or ({ROLE} = 'TL' and (reader_id = {ME} or escalated_to_id = {ME} or reader_id is null)
    and exists (select 1 from people_team mine, people_team theirs
      where mine.id = {TEAM} and theirs.id = this.team_id and mine.scheme_id = theirs.scheme_id))))"""

# The table: what is asked of the referral, and what needs none.
READ = {
    **dict.fromkeys(("referrals_attendance", "referrals_connection", "referrals_consent", "referrals_occasion",
                     "referrals_referralevent"), ([NO_COPY_OR_THEIRS], [])),
    **dict.fromkeys(("referrals_confidencestep", "referrals_stepsaid", "outcomes_firstanswers"),
                    ([MINE, COPIED], [jobs("seed")])),
    **dict.fromkeys(("outcomes_goaltag", "outcomes_reading"), ([MINE, COPIED], [jobs("freeze", "seed")])),
    **dict.fromkeys(("outcomes_goalsasked", "outcomes_equalityasked"),
                    ([MINE, COPIED], [f"({jobs('link')} and id = any({SCOPE}))", jobs("freeze", "seed")])),
    **dict.fromkeys(("outcomes_goal", "outcomes_goalrating"),
                    ([MINE, COPIED], [OF_THEIR_GOALS, jobs("freeze", "seed")])),
    **dict.fromkeys(("referrals_befriendertold", "referrals_befriendervisit"),
                    ([MINE, COPIED], [OF_THEIR_MATCH, jobs("reminders", "seed")])),
    **dict.fromkeys(("referrals_followup", "referrals_measuredue"), ([MINE, COPIED, FOLLOWING], [jobs("freeze")])),
    **dict.fromkeys(("referrals_wait", "referrals_offer"), ([PLACES, COPIED], [COUNTED])),
    "outcomes_story": ([MINE, COPIED, STORIES], [jobs("freeze")]),
    "outcomes_storystep": ([MINE, COPIED, STORIES], []),
    "referrals_accompaniment": (
        [MINE, BY_ITS_LINK, GUARDED, COPIED,
         jobs("own_page", "transfer", "clocks", "reminders", "seed", "freeze")],
        [f"({WORKERS} and colleague_id = {ME} and not guarded)"],
    ),
    "referrals_introduction": (
        [MINE, BY_ITS_LINK, GUARDED, COPIED,
         jobs("own_page", "transfer", "clocks", "reminders", "seed", "freeze")], [],
    ),
    "referrals_befriendermatch": ([MINE, GUARDED, COPIED], [COORDINATED, VOLUNTEERED, jobs("reminders", "seed")]),
    "referrals_befrienderwish": ([MINE, GUARDED, COPIED], [COORDINATED, jobs("reminders", "seed")]),
    "referrals_contactattempt": ([MINE, WHOLE, COPIED, jobs("seed", "opened")], []),
    "referrals_crisischeck": ([MINE, BY_ITS_LINK, COPIED, CHECKS], []),
    "referrals_crisissaid": ([MINE, COPIED, jobs("reminders", "clocks", "seed")], []),
    "referrals_firstvisit": ([MINE, GUARDED, COPIED, jobs("reminders", "seed")], []),
    "referrals_howitwas": ([MINE, f"({jobs('link', 'own_page')} and this.person_id = any({SCOPE}))"], [jobs("seed")]),
    "referrals_heard": ([COPIED, jobs("guarding", "opened")], [HEARD, jobs("clocks", "seed")]),
    "referrals_line": (
        [f"(this.side = 'referrer' and ({ANY_WORKER} or {OUTSIDER}))",
         f"(this.side = 'organiser' and ({MINE} or ({jobs('link')} and this.connection_id = any({SCOPE}))))",
         COPIED, jobs("opened")],
        [f"key = {KEY}", jobs("freeze", "seed")],
    ),
    "referrals_note": ([MINE, f"(this.by_id = {ME} and {ROUND})", WHOLE, COPIED, jobs("opened")], [jobs("seed")]),
    "referrals_noted": ([WORKERS, COPIED, jobs("link", "freeze", "seed")], []),
    "referrals_particulars": (
        [MINE, WHOLE, jobs("reminders", "clocks")],
        [f"({jobs('guarding')} and person_id = any({SCOPE}))", jobs("seed")],
    ),
    "referrals_partner": (
        [MINE, f"(this.yes and {ROUND})", COPIED, PARTNERS], [f"(user_id = {ME} and organisation_id = {ORG})"],
    ),
    "referrals_pause": ([WORKERS, COPIED, jobs("clocks", "freeze", "own_page", "seed")], []),
    "referrals_person": (
        [f"(not (this.restricted and {JOB} is null) and coalesce({JOB}, '') not in ('link', 'freeze', 'front_door'))",
         f"({jobs('alike')} and not this.restricted)",
         f"(this.restricted and {JOB} is null and {ME} = any(r.named))"],
        [f"(not restricted and created_by_id = {ME} and organisation_id = {ORG} and {ANY_WORKER})",
         f"({jobs('front_door')} and id = any({SCOPE}))", jobs("seed")],
    ),
    "referrals_reason": (
        [MINE, f"({jobs('link')} and this.said_by = 'person' and this.occasion_id = any({SCOPE}))", COPIED,
         jobs("reminders", "freeze", "seed")], [],
    ),
    "referrals_reply": (
        [f"({ANY_WORKER} and (this.why_not = '' or {WORKERS}))", f"(this.why_not = '' and {OUTSIDER})", COPIED,
         jobs("own_page", "clocks", "reminders", "freeze", "seed", "transfer")], [],
    ),
    "referrals_stepwords": (
        [f"this.for_referrer or this.by_id = {ME}", MINE, COPIED, jobs("seed", "opened")], [],
    ),
    "referrals_task": (
        [MINE, f"({ME} in (this.owner_id, this.made_by_id) and {ROUND})", WHOLE, COPIED], [jobs("seed")],
    ),
    "referrals_visit": (
        [MINE, COPIED],
        [f"({WORKERS} and who_id = {ME})",
         f"({WORKERS} and buddy_id = {ME} and not guarded and left_at is null and called_off_at is null)",
         jobs("clocks", "seed")],
    ),
    "referrals_wanting": ([MINE, f"({jobs('link')} and this.shown)", COPIED, jobs("own_page", "seed")], []),
    "referrals_whilewaiting": ([WORKERS, COPIED, jobs("clocks", "freeze", "own_page", "transfer", "seed")], []),
}
CHANGE = {
    "outcomes_story": ([MINE, STORIES], []),
    "referrals_befriendermatch": ([MINE, GUARDED], [COORDINATED, VOLUNTEERED, jobs("reminders", "seed")]),
    "referrals_befrienderwish": ([MINE, GUARDED], [COORDINATED, jobs("reminders", "seed")]),
    "referrals_crisischeck": ([MINE, BY_ITS_LINK, CHECKS], []),
    "referrals_firstvisit": ([MINE, jobs("reminders", "seed")], []),
    "referrals_followup": ([MINE, FOLLOWING], []),
    "referrals_partner": ([MINE, PARTNERS], [f"({ROUND} and user_id = {ME} and organisation_id = {ORG})"]),
    "referrals_pause": ([MINE, jobs("own_page", "clocks", "seed")], []),
    "referrals_person": ([f"(not this.restricted and {MINE})", jobs("own_page")], [jobs("seed")]),
    "referrals_wanting": ([MINE, jobs("own_page", "merging", "guarding", "seed")], []),
}
ADD = {
    "referrals_attendance": (
        [MY_WORD, jobs("seed", "import"),
         f"""(this.by_id is null and {jobs('link')} and this.said_by in ('person', 'organiser', 'companion')
           and this.occasion_id = any({SCOPE}))"""], [],
    ),
    "referrals_connection": ([f"(this.made_by_id = {ME} and {MINE})", jobs("seed", "import")], []),
    "referrals_contactattempt": ([MY_WORD, jobs("seed", "import")], []),
    "referrals_occasion": ([MINE, jobs("seed", "import", "reminders")], []),
    "referrals_referralevent": (
        [f"""(this.by_id = {ME} and ({WORKERS} or (this.was = '' and this."to" = 'submitted') or ({SENDER} and (
           (this.was in ('submitted', 'returned') and this."to" = 'withdrawn')
           or (this.was = 'returned' and this."to" = 'submitted')))))""",
         f"(this.by_id is null and {jobs('link', 'reminders', 'transfer', 'front_door', 'own_page', 'clocks')})",
         jobs("seed", "import")], [],
    ),
    "outcomes_storystep": ([MY_WORD, f"(this.by_id is null and {STORIES})"], [jobs("seed")]),
    "referrals_crisischeck": ([f"{ROLE} = 'TL'", jobs("seed", "reminders")], []),
    "referrals_crisissaid": (
        [f"({MY_WORD} and this.said_by = 'connector')",
         f"(this.by_id is null and {jobs('link')} and this.said_by = 'person' and this.check_of_id = any({SCOPE}))",
         jobs("seed")], [],
    ),
    "referrals_followup": (
        [f"((this.made_by_id = {ME} or this.made_by_id is null) and {MINE})", jobs("link", "reminders", "seed")], [],
    ),
    "referrals_howitwas": (
        [MY_WORD,
         f"""(this.by_id is null and {jobs('link', 'own_page')}
           and this.person_id = any({SCOPE}) and this.occasion_id = any({SCOPE}))"""],
        [jobs("seed")],
    ),
    "referrals_line": (
        [f"""(this.by_id = {ME} and this.side = 'referrer' and (
           (this.said_by = 'referrer' and {ANY_WORKER}) or (this.said_by = 'connector' and {WORKERS})))""",
         f"({MY_WORD} and this.side = 'organiser' and this.said_by = 'connector')",
         f"(this.by_id is null and this.side = 'referrer' and this.said_by = 'referrer' and {OUTSIDER})",
         f"""(this.by_id is null and this.side = 'organiser' and this.said_by = 'organiser'
           and {jobs('link')} and this.connection_id = any({SCOPE}))"""],
        [jobs("seed", "import")],
    ),
    "referrals_measuredue": ([MINE, jobs("link", "reminders", "seed")], []),
    "referrals_noted": (
        [MY_WORD, f"(this.by_id is null and {jobs('link')} and this.occasion_id = any({SCOPE}))", jobs("seed")], [],
    ),
    "referrals_reason": (
        [f"({MY_WORD} and this.said_by = 'connector')",
         f"(this.by_id is null and {jobs('link')} and this.said_by = 'person')", jobs("seed")], [],
    ),
    "referrals_wait": (
        [f"(this.joined_by_id = {ME} and {MINE})", f"(this.joined_by_id is null and {jobs('link')})",
         jobs("reminders", "seed")], [],
    ),
}  # fmt: skip
WHERE = {"referrals_person": "r.person_id = this.id", "referrals_particulars": "r.person_id = this.person_id"}
# Policies that said the same of another asker: of which tables, and what they asked of the referral.
OPENED = ("contactattempt", "heard", "line", "note", "stepwords")
NOT_BY_THE_REFERRAL = {"referrals_howitwas", "referrals_particulars", "referrals_person"}
NO_POLICY_OF_ITS_OWN = {"outcomes_equalityasked", "outcomes_firstanswers"}
OTHERS = {
    ("select", "alike"): (jobs("alike") + " and not this.restricted", ["referrals_person"]),
    ("select", "named"): (f"this.restricted and {JOB} is null and {ME} = any(r.named)", ["referrals_person"]),
    ("select", "opened"): (jobs("opened"), [f"referrals_{name}" for name in OPENED]),
    ("select", "over_seen"): (jobs(*OVER), ["referrals_measuredue"]),
    ("select", "reached_how"): (jobs("reminders", "clocks"), ["referrals_particulars"]),
    ("select", "round"): (WHOLE, [f"referrals_{name}" for name in ("contactattempt", "note", "particulars", "task")]),
    ("select", "transfer_read"): (jobs("transfer"), ["referrals_reply"]),
    ("select", "subject_access"): (COPIED, sorted(READ.keys() - NOT_BY_THE_REFERRAL - NO_POLICY_OF_ITS_OWN)),
    ("insert", "go_on"): (jobs("reminders", "seed"), ["referrals_occasion"]),
    ("insert", "keyed"): (f"{MY_WORD} and this.said_by = 'organiser'", ["referrals_attendance"]),
    ("insert", "written_down"): (MY_WORD, ["referrals_attendance"]),
    ("insert", "went_along"): (
        f"{jobs('link')} and this.by_id is null and this.said_by = 'companion' and this.occasion_id = any({SCOPE})",
        ["referrals_attendance"],
    ),
    ("insert", "transfer"): (f"{jobs('transfer')} and this.by_id is null", ["referrals_referralevent"]),
    ("insert", "unsigned"): (
        f"{jobs('front_door', 'own_page', 'clocks')} and this.by_id is null", ["referrals_referralevent"],
    ),
    ("insert", "sender"): (
        f"""this.by_id = {ME} and {SENDER} and ((this.was in ('submitted', 'returned') and this."to" = 'withdrawn')
          or (this.was = 'returned' and this."to" = 'submitted'))""",
        ["referrals_referralevent"],
    ),
}  # fmt: skip


def wall(table, asked, unasked):
    where = WHERE.get(table, "r.id = this.referral_id")
    one = f"exists (select 1 from referrals_referral r where {where} and ({' or '.join(asked)}))"
    return " or ".join([one, *unasked]).replace("this.", f"{table}.")


def walls():
    for (_verb, name), (_asked, tables) in OTHERS.items():
        yield from (f"drop policy {name} on {table};\n" for table in tables)
    for verb, said in (("read", READ), ("update", CHANGE), ("insert", ADD)):
        yield from (rewall(table, **{verb: wall(table, *what)}) for table, what in said.items())


def beside():
    """Of no use beside the walls as they are; but they were there, and what undoes an earlier migration drops them."""
    for (verb, name), (asked, tables) in OTHERS.items():
        yield from (also(table, verb, wall(table, [asked], []), name) for table in tables)


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0014_figures_of_a_place'),
        ('referrals', '0034_a_sheet_of_ones_own_register'),
    ]

    operations = [
        migrations.RunSQL("".join(walls()), "".join(beside())),
    ]
