"""How often what happens: every assumption of the simulation, each with its sentence. All of them are ours.

None of these numbers was measured anywhere, and none may be quoted: they make a borough that is lively enough to try
pages and reports on. Shares are of 1; days are days of the calendar unless they are called working days.
"""

from connect.people.roles import Job
from referrals.going.states import Liked
from referrals.life.states import LookedAfter
from referrals.safety.states import Did
from referrals.sessions.states import Said
from referrals.states import Closed, Domain, Ended, Known, Paused, Returned, Says, Source, Weight, Withdrawn

# ---------- who is there ----------

PEOPLE_A_CONNECTOR = 220  # one connector for so many people a year: the field speaks of 200 to 250
PEOPLE_A_WORKER = 40  # one worker who refers for so many people a year, and never fewer than FEWEST_WORKERS
FEWEST_WORKERS = 4
TRAINED = 0.6  # of the workers, so many have been to a session on Making Every Contact Count before it all begins
LEAVES_NO_MESSAGE = 0.2  # an organiser in five answers no register, ever: the connector has to ask

# ---------- who asks, and for whom ----------

# Most are asked for by a worker; some ask for themselves, or a daughter does; a few write a letter or ring.
ASKS = {Source.WORKER: 0.62, Source.OUTSIDER: 0.10, Source.SELF: 0.14, Source.FAMILY: 0.08, "letter": 0.06}
# Who works where, among the workers that are invented for the simulation.
JOBS = {
    Job.GP: 0.22, Job.NURSE: 0.14, Job.HOUSING: 0.18, Job.SOCIAL_CARE: 0.16, Job.FIRE: 0.08, Job.LIBRARY: 0.08,
    Job.VOLUNTARY: 0.14,
}  # fmt: skip
# In years; older people are asked for more often than they are numerous.
AGES = {(18, 29): 0.07, (30, 49): 0.15, (50, 64): 0.20, (65, 79): 0.35, (80, 97): 0.23}
AGE_IS_KNOWN = 0.7  # the date of birth is asked of so many
# The first wish; a second one is added for two in three, out of the same.
WANTS = {
    "company": 0.36, "something_to_do": 0.22, "getting_out": 0.20, "people_like_me": 0.12, "practical_help": 0.05,
    "phone_chat": 0.05,
}  # fmt: skip
TWO_WISHES = 0.66
DOMAINS = {
    Domain.COMPANY: 0.55, Domain.WELLBEING: 0.35, Domain.LOSS: 0.2, Domain.HEALTH: 0.3, Domain.CARING: 0.1,
    Domain.MONEY: 0.12, Domain.TRANSPORT: 0.15, Domain.DIGITAL: 0.1,
}  # fmt: skip
ASKED_DOMAINS = 0.8  # … and so many were asked about them at all
FIRST_TIME = {Known.YES: 0.35, Known.NO: 0.35, Known.RATHER_NOT: 0.05, Known.NOT_ASKED: 0.25}
WEIGHT = {Weight.LIGHT: 0.3, Weight.STANDARD: 0.5, Weight.INTENSIVE: 0.1, Weight.NOT_SAID: 0.1}
HEAVIER_THAN_THOUGHT = 0.25  # the connector finds more than the worker had seen; see measure 30
HAS_MOBILE, HAS_EMAIL = 0.75, 0.35
SAFE_TO_MESSAGE = {"yes": 0.74, "unsure": 0.18, "no": 0.08}
SPEAKS_WELSH = 0.03
URGENT = 0.03
# Besides being rung: the worker may hear; messages may name the place.
MAY_TELL_REFERRER, MAY_NAME_THE_PLACE, MAY_TELL_MORE = 0.85, 0.3, 0.2
DECEMBER = 0.6  # so many ask in the last days of the year, of those who do otherwise

# ---------- before anybody has spoken with them ----------

DECIDED_IN = {0: 0.36, 1: 0.34, 2: 0.18, 3: 0.06, 5: 0.04}  # working days; the rest is forgotten until a clock rings
FORGOTTEN = 0.02  # nobody looks at all: reminders, the lead, and on day 10 back to the worker by itself
ASSIGNED_BY_LEAD = 0.12  # the lead gives them to a connector; otherwise the connector takes them
GIVEN_BACK = 0.10  # triage says no, or asks something first
WHY_GIVEN_BACK = {
    Returned.MISSING: 0.24, Returned.NOT_REACHED: 0.14, Returned.NO_CONSENT: 0.16, Returned.DECLINED: 0.10,
    Returned.OUT_OF_AGE: 0.04, Returned.CLINICAL: 0.10, Returned.SOCIAL_CARE: 0.08, Returned.SUPPORTED: 0.08,
    Returned.OUT_OF_AREA: 0.06,
}  # fmt: skip
COMES_AGAIN = {Returned.MISSING: 0.7, Returned.NOT_REACHED: 0.6, Returned.NO_ANSWER: 0.7}  # the worker answers
ANSWERS_IN = (1, 9)  # working days until the worker sends it again or takes it back
REACHED_BY = {"call": 0.55, "text": 0.35, "visit": 0.8, "letter": 0.15}  # chance that a try reaches them
TRIES = {"call": 0.72, "text": 0.13, "visit": 0.1, "letter": 0.05}  # which way is tried
NEXT_TRY = (1, 5)  # working days
MOST_TRIES = 4  # then it is finished: three tries over ten working days, two ways
ELUSIVE = 0.08  # somebody who never picks up, whoever rings

# ---------- the first talk, and what comes of it ----------

DECLINES = 0.07  # after the first talk they would rather not
OTHER_SERVICE = 0.03
SETS_CONSENT = 0.25  # consent is gone through again in the talk, and one answer changes
VISITED = 0.35  # a first visit at home, after the first call
CONCERN = 0.01  # the connector worries, and tells the safeguarding lead
MOVES_SCHEME = 0.015  # they move to another scheme's area; accepted there in eight of ten
TAKEN_OVER_THERE = 0.8
CHOOSES_IN = (1, 12)  # working days from the talk to a group they would try
SECOND_IDEA = 0.4  # two groups were suggested, and one is not for them
NOTHING_FITS = 0.06  # nothing suitable: a gap is noted, and somebody rings again in a month
CHANGES_HANDS = 0.03  # put back into the queue, and taken on by a colleague
A_TASK = 0.3  # the connector promises something small by a day
THREAD = 0.12  # the connector and whoever asked write to each other
ORGANISER_THREAD = 0.06

# ---------- going ----------

FULL = 0.05  # the organiser says that there is no place after all
EXPECTS = 0.7  # they answer that they expect them; against FULL and ANOTHER_DAY, of those who answer at all
WAITS = 0.7  # of those told that it is full; the others look elsewhere
ROOM_AGAIN = (8, 20)  # working days until the organiser has room again
OFFERED_SAYS = {Said.YES: 0.5, Said.KEEP: 0.25, Said.NO: 0.25}
ANOTHER_DAY = 0.06  # the organiser asks them to come a week later
GOES_FIRST = 0.72  # to the first session they are expected at
GOES_FIRST_WITH_COMPANY = 0.86  # the same when somebody comes along
IS_ACCOMPANIED = 0.25
GOES_AGAIN = 0.84  # to each later one, having gone before
GOES_AFTER_MISSING = 0.5
TRIES_ELSEWHERE = 0.45  # a second group, when the first came to nothing
CALLED_OFF = 0.02  # the session does not happen
ENOUGH_TIMES = 3  # gone so often, they are asked whether it is theirs now
SETTLES = 0.62  # … and it is; the others go on being asked
MOST_SESSIONS = 9  # then it is looked at again, whatever came of it
LEAVES_AFTER_SETTLING = 0.05
WHY_ENDED = {
    Ended.DISTANCE: 0.16, Ended.COST: 0.06, Ended.TIMES: 0.14, Ended.ACCESS: 0.06, Ended.ALONE: 0.12,
    Ended.NOT_WANTED: 0.2, Ended.HEALTH: 0.16, Ended.OTHER: 0.04, Ended.NOT_ASKED: 0.06,
}  # fmt: skip
# How often each of them says anything about a session, and how often that is so.
SAYS = {Says.PERSON: 0.45, Says.ORGANISER: 0.68, Says.CONNECTOR: 0.7}
IS_RIGHT = {Says.PERSON: 0.96, Says.ORGANISER: 0.97, Says.CONNECTOR: 0.99}
PLEASE_RING = 0.04  # instead of yes or no, the person asks to be rung
UNSURE = 0.03  # the organiser cannot say
CHANGES_ANSWER = 0.03  # pressed the wrong button, and says the other thing a moment later
FEELS = {Liked.GOOD: 0.62, Liked.ALL_RIGHT: 0.3, Liked.NOT_FOR_ME: 0.08}  # "how was it?", of those who went and say
ANSWERS_HOW = 0.5
ANSWERS_SETTLED = 0.5  # "would you like to go on by yourself?", of those who are asked by link
BY_TEXT = 0.2  # of the answers of those with a mobile, so many come as a text and not by the link
SENDS_STOP = 0.01
COMPANION_SAYS = 0.7  # how it was, by the link
ASKED_IN = 0.05  # a worker of another organisation, for two months
IS_RESTRICTED = 0.003  # in reality seldom too; here only so that it is played at all

# ---------- how they are ----------

MEASURED_THAT_DAY = 0.25  # a reading that is due is taken within days, not on its day
RATHER_NOT_ANSWER = 0.1  # each time they are asked
MOOD_AT_FIRST = (4, 2.2)  # of a beta distribution between 0 (well) and 1: most who come are not well
MOOD_LATER = (-0.18, 0.22)  # how far it has moved when asked again: better for most, worse for one in five

# ---------- the end, and after it ----------

LEAVES = 0.08  # they take it back, or somebody hears why they will not go on
LEAVES_WITHIN = 70  # days
TAKES_IT_BACK_WITHIN = 2  # days, whoever asked: later it is the connector who hears of it
HOW_THEY_LEAVE = {"own_page": 0.3, "asker": 0.15, "connector": 0.55}
WHY_WITHDRAWN = {Withdrawn.ASKED: 0.6, Withdrawn.HELPED: 0.3, Withdrawn.OTHER: 0.1}
WHY_CLOSED_EARLY = {Closed.MOVED_ON: 0.4, Closed.DECLINED: 0.3, Closed.MOVED_AWAY: 0.2, Closed.DIED: 0.1}
RESTS = 0.08  # a pause somewhere on the way
WHY_RESTS = {Paused.HOSPITAL: 0.4, Paused.ASKED: 0.35, Paused.AWAY: 0.25}
RESTS_FOR = (10, 35)
FINISHED_AFTER = (5, 25)  # days from settling, or from the last try, to the end
COMES_BACK = 0.07  # of those whose referral is over
BACK_AFTER = (30, 210)
BACK_HOW = {"reopened": 0.45, "asked_again": 0.55}  # the old referral goes on; or somebody asks anew, not knowing
DOUBLE_IS_SEEN = 0.8  # the connector notices that two are one person, and the lead makes them one
ARE_TWO = 0.06  # of those noticed, the lead says they are two people

# ---------- round about ----------

A_CHAT = 0.9  # for each person, so many healthy chats are logged beside it; these lead to no referral
CHAT_LED_TO_IT = 0.35  # of what a worker with an account asks for, so often the chat it came of is written down too
CHAT_ASKED = 0.7
CHAT_CAME = {"rather_not": 0.2, "talked": 0.4, "thinking": 0.2, "signposted": 0.2}
CHAT_WHY_NOT = {"no_time": 0.4, "not_alone": 0.15, "not_now": 0.25, "unsure_how": 0.1, "not_mine": 0.1}
SIGNPOSTS = 0.3  # of the chats that ended with somewhere to go, so many leave a count on the listing
GROUP_IS_CHECKED = 0.9  # of the groups people go to, so many are rung and checked once in half a year
READS_WORDS_IN = (0, 2)  # working days until the person on duty has read what came from outside
DID = {Did.NOTHING: 0.5, Did.RANG: 0.25, Did.ANSWERED: 0.15, Did.PLANNED: 0.1}
LOOKED_AFTER = {
    LookedAfter.REFERRER: 0.5, LookedAfter.FAMILY: 0.2, LookedAfter.SERVICE: 0.15, LookedAfter.THEMSELVES: 0.15,
}  # fmt: skip
NOT_ACCEPTED_BY_PROVIDER = 0.004  # a message in 250 is refused: the number is wrong, say

# Goals and stories, looked at on Mondays.
SAYS_A_HOPE = 0.5  # of those whose goal is not written down yet, each week
COMES = {"not_started": 0.15, "some": 0.45, "achieved": 0.25, "not_achieved": 0.1, "no_longer": 0.05}
A_STORY = 0.1  # a connector, each week, while somebody has settled whose story is not told
TAKES_IT_BACK = 0.1

# ---------- champions and local groups ----------

CHAMPION_A_DAY = 0.08  # on a working day so often somebody signs up to help in their area: one in two or three weeks
TIERS = {"individual": 0.65, "facilitator": 0.2, "provider": 0.15}  # most help by themselves, now and then
CHAMPION_OPENS = 0.5  # of those asked, so many open the letter and press the button that day; some never do
CHAMPION_ANSWERED = 0.4  # … and so many of those who wait are answered
CHAMPION_DECLINED = 0.06
CHAMPION_KEEPS = 0.3  # of those who help by themselves, so many also keep listings true
CHAMPION_LEAVES = 0.0008  # a day: one in five in a year
THANKED_A_DAY = 0.1
GROUP_A_DAY = 0.06  # a group more in the network
LETTER_A_DAY = 0.05  # a coordinator writes to all admins about once a month
POLL_A_DAY = 0.03  # an admin asks their people
POLL_ANSWERS_A_DAY = 6  # at most so many answer one poll in a working day

# What happens so seldom that a small world may well be without it.
RARE = {
    "champion_asked", "champion_proved", "champion_begun", "champion_declined", "champion_left", "champion_thanked",
    "group_joined", "admins_written_to", "poll_begun", "poll_answered",
    "concern", "given_back_by_clock", "transferred", "not_taken_over", "merged", "two_after_all", "session_called_off",
    "asked_to_be_rung", "changed_answer", "message_refused", "withdrawn_on_own_page", "withdrawn_by_asker",
    "reopened", "asked_again", "organiser_thread", "nothing_fits", "urgent", "left_after_settling",
    "stopped", "changed_hands", "full", "another_day", "story_written", "story_published", "story_withdrawn",
}  # fmt: skip

# ---------- befriending ----------

OFFERS_TO_BEFRIEND = 0.5  # one volunteer every other week
PRESSES_THE_LINK = 0.6  # of a day on which the letter lies there
WOULD_LIKE_A_BEFRIENDER = 0.08  # of those a connector works with, each week
SAYS_YES_TO_A_MATCH = 0.85  # each of the two, for themselves
TELLS_OF_A_VISIT = 0.8  # of a day after it; the rest a day later, or never
A_VISIT = {"met": 0.86, "not_in": 0.06, "not_today": 0.05, "could_not": 0.03}
COMES_TO_AN_END = 0.05  # of a day, after twelve weeks

# ---------- training ----------

TRAINING_A_DAY = 0.03  # seven or eight sessions a year
BOOKS_A_DAY = 0.5  # for a session that is coming, a worker every other day
ASKS_FOR_PLACE_A_DAY = 0.25  # … and somebody without an account once a week
TAKES_HELD_PLACE = 0.5  # of a day on which it is held
GIVES_PLACE_UP = 0.02  # of those who have a place, each day
COMES_TO_TRAINING = 0.85
SAYS_HOW_SURE = 0.3  # of a day after it
SURE_BEFORE = {1: 1, 2: 3, 3: 4, 4: 2, None: 2}
SURE_AFTER = {3: 2, 4: 5, 5: 3}
RARE |= {
    "training_planned", "training_booked", "training_place_taken", "training_given_up", "training_taken",
    "training_sure",
}  # fmt: skip
RARE |= {
    "asked_in", "restricted", "waits_for_place", "takes_place", "placed", "place_not_yet", "place_refused",
    "by_link_settled", "by_link_help", "by_link_leave", "text_stop", "text_back", "accompanied", "companion_says",
    "measured_again",
}  # fmt: skip

# ---------- neighbours helping, the chest ----------

SMALL_HELP_A_DAY = 0.25  # on a working day so often something small is asked for: about one a week
OFFERS_A_SMALL_HELP = 0.4  # of what stands on the board, by whoever looks that day
DOES_A_SMALL_HELP = 0.6
GROUP_ASKS_FOR_MONEY = 0.3  # on a Monday: one group or so a month
GROUP_CONFIRMS = 0.9
YES_TO_A_GROUP = 0.8  # each of the two who decide
GROUP_TELLS = 0.5  # on a Monday, once asked

# ---------- a crisis ----------

ASKED_ABOUT_CHECKS_A_DAY = 0.4  # on a working day one connector asks one person so often whether we may look in on them
AGREES_TO_CHECKS = 0.85
CRISIS_A_DAY = 0.02  # about five a year
CRISIS_ENDS_A_DAY = 0.5
ANSWERS_A_CHECK = 0.7  # of a day on which the link is there
IS_ALL_RIGHT = 0.8
FOUND_BY_PHONE = {"well": 7, "needs": 1, "not_reached": 2}

# ---------- who people are ----------

RATHER_NOT_SAY_WHO = 0.12  # of those who are given the sheet
# Of 100 who fill it in; "" leaves that question open. Nothing of it is meant to be like any real place.
WHO_THEY_ARE = {
    "sex": {"female": 61, "male": 36, "": 3},
    "gender_identity": {"same": 90, "not_same": 1, "": 9},
    "ethnic_group": {"white_british": 78, "white_other": 5, "asian_pakistani": 5, "asian_indian": 3, "black_african": 2,
                     "mixed_other": 2, "other": 1, "": 4},
    "religion": {"christian": 48, "none": 34, "muslim": 6, "hindu": 2, "prefer_not_to_say": 6, "": 4},
    "orientation": {"straight": 82, "gay_lesbian": 3, "bisexual": 1, "prefer_not_to_say": 9, "": 5},
    "condition": {"yes": 52, "no": 40, "": 8},
    "limits": {"a_lot": 24, "a_little": 40, "not_at_all": 28, "": 8},
    "carer": {"no": 78, "to_9": 8, "to_19": 4, "to_34": 2, "50_plus": 4, "": 4},
}  # fmt: skip
RARE |= {"who_answered", "who_declined"}
