"""Every reminder and every message that leaves by itself, in one table: to whom, when, why, and how to stop it.

Whoever adds a message adds its row; tests compare the rows with templates/messages, with what the code queues, and with
the beat. The page under Running it, the off-switches and the list of messages that may not have arrived all read this.
"""

from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from referrals.reminding.states import Off, To

FORMS = ("discreet", "full")
STOP = _("the person takes their yes back, answers STOP, or says that messages are not safe")
WORD = _("the person does not agree that the worker hears")
DANGER = _("Somebody may be in danger. It leaves whatever is switched off.")
DOOR = _("Without it nobody could come in: it is the key they asked for.")
BY_HAND = _("A colleague sends it by hand, to one person: whoever does not want it does not send it.")
CLEAR = _("Somebody may be in danger. What to do now is said in words that were tried, and the same everywhere.")
LISTED = _("It is a list, and its lines are made of what it lists.")
A_LOCK = _("It protects from whoever would take something over: a changed word could be what opens the door.")


@dataclass(frozen=True)
class Kind:
    """One line of the table. `sweep` is the function that queues it, `beat` what wakes that up ("" for an action).

    `clock` is the column of Scheme that says when; `never` says why there is no switch.
    """

    key: str
    to: To
    when: str | Promise
    why: str | Promise
    sweep: str
    beat: str = ""
    templates: tuple[str, ...] = ()
    clock: str = ""
    channels: tuple[str, ...] = ("email",)
    off: Off = Off.HOUSE
    own_off: str | Promise = ""
    never: str | Promise = ""
    of_the_house: bool = False  # about nobody who is helped: an administrator looks after what did not arrive
    title: str | Promise = ""
    fixed: str | Promise = ""  # why a tenant does not word it anew; what may be stands in connect.messaging.wording


def _forms(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{form}" for form in FORMS)


TEXT = ("sms", "email")
TO_PERSON = (
    Kind(
        "introduced", To.PERSON, _("at once, in waking hours"), _("When it is, and with whom they go."),
        "referrals.telling.introduced", templates=_forms("introduced"), channels=TEXT, off=Off.SCHEME, own_off=STOP,
        title=_("It is arranged"),
    ),
    Kind(
        "reminder", To.PERSON, _("the day before at ten in the morning; never later than that day"),
        _("People forget, and a door one stands before alone is a hard one."),
        "referrals.reminding.sweeping.remind_of_tomorrow", "remind", _forms("reminder"), channels=TEXT,
        off=Off.SCHEME, own_off=STOP, title=_("See you tomorrow"),
    ),
    Kind(
        "did_you_go", To.PERSON, _("an hour after the end, in waking hours"),
        _("Only they know. Pressing one answer is all it takes."),
        "referrals.reminding.sweeping.ask_who_went", "remind", _forms("did_you_go"), channels=TEXT,
        off=Off.SCHEME, own_off=STOP, title=_("Did you go?"),
    ),
    Kind(
        "called_off", To.PERSON, _("at once, in waking hours; never once it has begun"),
        _("Nobody stands before a locked door. Where no message is safe, a connector rings."),
        "referrals.sessions.sweeping.follow_called_off", "follow_called_off", ("called_off",), channels=TEXT,
        off=Off.NEVER, own_off=STOP, never=_("Somebody would set out for a group that does not meet."),
        title=_("It is off"),
    ),
    Kind(
        "moved", To.PERSON, _("at once, in waking hours; never once it has begun"),
        _("The hour or the door has changed since we told them."), "referrals.sessions.going_on.keep_up",
        "keep_up_sessions", ("moved",), channels=TEXT, off=Off.NEVER, own_off=STOP,
        never=_("Somebody would come at the wrong hour, or to the wrong door."), title=_("A change of hour or place"),
    ),
    Kind(
        "place_wait", To.PERSON, _("at once, in waking hours"), _("There is no place yet; which number they are."),
        "referrals.sessions.actions.wait_for", templates=("place_wait",), channels=TEXT, off=Off.SCHEME, own_off=STOP,
        title=_("You are on the list"),
    ),
    Kind(
        "place_offer", To.PERSON, _("as soon as there is a place and it is their turn"),
        _("It is held for them until the day their scheme gives; one press is an answer."),
        "referrals.sessions.offering.offer_places", "offer_places", ("place_offer",), clock="offer_days", channels=TEXT,
        off=Off.NEVER, own_off=STOP, never=_("A place would go by whom it was held for."), title=_("There is room"),
    ),
    Kind(
        "place_missed", To.PERSON, _("when a held place went to the next"), _("Nobody loses their turn unseen."),
        "referrals.sessions.offering.offer_places", templates=("place_missed",), channels=TEXT, off=Off.NEVER,
        own_off=STOP, never=_("Whoever missed a place has to know that their turn is still theirs."),
        title=_("You keep your turn"),
    ),
    Kind(
        "how_was_it", To.PERSON, _("at once, when they texted that they went"),
        _("Good, all right, or not for me: by text alone, for whoever opens no page."),
        "referrals.telling.ask_how_it_was", templates=_forms("how_was_it"), channels=TEXT,
        off=Off.SCHEME, own_off=STOP, title=_("How was it?"),
    ),
    Kind(
        "text_read", To.PERSON, _("at once, at any hour, when they texted words; once a day"),
        _("Whoever writes to us hears that a person reads it, and whom they can ring now."),
        "referrals.telling.text_read", templates=("text_read",), channels=("sms",), off=Off.NEVER, never=CLEAR,
        fixed=CLEAR, title=_("Somebody reads your text"),
    ),
    Kind(
        "settled", To.PERSON, _("the day after they went a third time, at ten in the morning"),
        _("They say themselves whether they go on alone: nobody is settled by counting."),
        "referrals.following.sweeping.sweep", "follow_silence", ("settled",), channels=TEXT, off=Off.SCHEME,
        own_off=STOP, title=_("How are you getting on?"),
    ),
    Kind(
        "well_done", To.PERSON, _("when a connector sends it"), _("They have settled, and somebody is glad of it."),
        "referrals.following.writing.well_done", templates=("well_done",), channels=TEXT, off=Off.NEVER, own_off=STOP,
        never=BY_HAND, title=_("How glad we are"),
    ),
    Kind(
        "questions", To.PERSON, _("when a connector sends it"),
        _("Whether it helped is asked of whoever it was to help; they need not answer."),
        "outcomes.measuring.asking.send", templates=("questions",), channels=TEXT, off=Off.NEVER, own_off=STOP,
        never=BY_HAND, title=_("How are you?"),
    ),
    Kind(
        "goals", To.PERSON, _("when a connector sends it"),
        _("Whose goal it is says how far they are; they need not answer."),
        "outcomes.goals.asking.send", templates=("goals",), channels=TEXT, off=Off.NEVER, own_off=STOP,
        never=BY_HAND, title=_("How far are you?"),
    ),
    Kind(
        "equality", To.PERSON, _("when a connector sends it"),
        _("Whether we reach everybody shows only in numbers, and each number is somebody who answered."),
        "outcomes.equality.actions.send", templates=("equality",), channels=TEXT, off=Off.NEVER, own_off=STOP,
        never=BY_HAND, title=_("Are we fair to everybody?"),
    ),
    Kind(
        "not_that_day", To.PERSON, _("two hours after a group said another day, or full; at once when it is near"),
        _("Nobody sets out for a door that is shut to them that day."),
        "referrals.introductions.sweeping.tell_people", "follow_introductions", _forms("not_that_day"), channels=TEXT,
        off=Off.SCHEME, own_off=STOP, title=_("Not on that day"),
    ),
    Kind(
        "while_waiting", To.PERSON, _("when a connector plans it"), _("Nobody who waits is left without a word."),
        "referrals.queue.writing.offer", templates=("while_waiting",), channels=TEXT, off=Off.NEVER, own_off=STOP,
        never=BY_HAND, title=_("While you wait"),
    ),
    Kind(
        "crisis_check", To.PERSON, _("when a lead begins a round of checks in a crisis, in waking hours"),
        _("They agreed to be checked on. Who has had enough messages that week, or can be sent none, is rung."),
        "referrals.crisis.sweeping.write", "crisis", ("crisis_check",), channels=TEXT, off=Off.NEVER, own_off=STOP,
        never=DANGER, title=_("In a crisis: are you all right?"),
    ),
    Kind(
        "own_code", To.PERSON, _("within seconds of asking for it"), _("It opens their own page, for ten minutes."),
        "referrals.open_door.answering.answer_due", "answer_knocks", ("own_code",), channels=TEXT, off=Off.NEVER,
        never=DOOR, fixed=A_LOCK, title=_("A code for their own page"),
    ),
    Kind(
        "signpost", To.PERSON, _("when somebody sends it"), _("A list of groups to take home."),
        "directory.sharing.actions.send", templates=("signpost",), channels=TEXT, off=Off.NEVER, never=BY_HAND,
        of_the_house=True, fixed=LISTED, title=_("Groups that were passed on"),
    ),
)  # fmt: skip
TO_REFERRER = (
    Kind(
        "word_back", To.REFERRER, _("an hour after something happened, so that it has settled"),
        _("Whoever asked hears that it led somewhere. Without a word about whom."),
        "referrals.hearing.actions.tell", templates=("word_back", "word_back_outside"), off=Off.SCHEME, own_off=WORD,
        title=_("There is news"),
    ),
    Kind(
        "asked_outside", To.REFERRER, _("at once"), _("Where somebody without an account looks how far we are."),
        "referrals.open_door.letters.where_to_look", templates=("asked_outside",), off=Off.NEVER, never=DOOR,
        title=_("Where to look"),
    ),
    Kind(
        "outside_letter", To.REFERRER, _("within seconds of asking for it"), _("It opens the form, for a day."),
        "referrals.open_door.answering.answer_due", "answer_knocks", ("outside_letter",), off=Off.NEVER, never=DOOR,
        title=_("The way in without an account"),
    ),
    Kind(
        "late_asker", To.REFERRER, _("when an answer of theirs is as late as a connector would be reminded of"),
        _("What went back to them must not lie there."), "referrals.life.lateness.sweep", "clocks", ("late_asker",),
        clock="nudge_days", off=Off.SCHEME, title=_("We wait for your answer"),
    ),
    Kind(
        "late_no_answer", To.REFERRER, _("when nobody here answered for so many working days"),
        _("It is with them again, and they must know."), "referrals.life.lateness.sweep", "clocks",
        ("late_no_answer",), clock="return_days", off=Off.NEVER,
        never=_("Somebody would believe that we look after a person, and nobody would."), title=_("Nobody answered"),
    ),
    Kind(
        "words", To.REFERRER, _("at once, one an hour for each thread"),
        _("Somebody wrote; it says so, and not what. The same goes to connectors and organisers."),
        "referrals.threads.notices.to_referrer", templates=("words_inside", "words_outside"), off=Off.HOUSE,
        title=_("Somebody has written to you"),
    ),
    Kind(
        "became", To.REFERRER, _("in the first three days of a month"), _("What became of their people, in numbers."),
        "referrals.hearing.months.write_letters", "month_letters", ("became",), of_the_house=True,
        title=_("What became of last month’s"),
    ),
    Kind(
        "no_longer_told", To.REFERRER, _("at once"), _("They must not wait for news, nor pass on what they heard."),
        "referrals.person.stopping.no_longer", templates=("no_longer_told",), off=Off.NEVER,
        never=_("A yes was taken back. Whoever relied on it has to know."), title=_("You hear no more of this"),
    ),
)  # fmt: skip
TO_ORGANISER = (
    Kind(
        "expecting", To.ORGANISER, _("at once, on working days; again when another day is agreed"),
        _("Somebody new comes; a first name behind a link, and yes, another day or full."),
        "referrals.introductions.actions.tell", templates=("expecting", "expecting_agreed"), off=Off.SCHEME,
        title=_("Somebody new is coming"),
    ),
    Kind(
        "expecting_again", To.ORGANISER, _("once, when nobody answered for as long as the scheme takes to decide"),
        _("Nobody stands at a door where nobody knows of them."), "referrals.introductions.sweeping.ask_again",
        "follow_introductions", ("expecting_again",), clock="decide_days", off=Off.SCHEME, title=_("Can they come?"),
    ),
    Kind(
        "introduction_taken_back", To.ORGANISER, _("at once"), _("They forget what they were told besides a name."),
        "referrals.introductions.taking_back.of_group", templates=("introduction_taken_back",), off=Off.NEVER,
        never=_("A yes was taken back. Whoever relied on it has to know."), title=_("Something you were told"),
    ),
    Kind(
        "register", To.ORGANISER, _("an hour after the end, one for each session"),
        _("Who came? One press a name; the link works for 72 hours."),
        "referrals.reminding.sweeping.ask_who_went", "remind", ("register",), off=Off.SCHEME, title=_("Who came?"),
    ),
    Kind(
        "coming_up", To.ORGANISER, _("the day before at ten in the morning, one for each session"),
        _("Who is expected, to look at or to print; and the way to say that it does not take place."),
        "referrals.sessions.sweeping.tell_of_tomorrow", "tell_of_tomorrow", ("coming_up",), off=Off.SCHEME,
        title=_("Who comes tomorrow"),
    ),
    Kind(
        "not_coming", To.ORGANISER, _("at once, when somebody new cannot come that day"),
        _("They do not wait at the door."), "referrals.sessions.actions.call_off", templates=("not_coming",),
        off=Off.SCHEME, title=_("Somebody new cannot come"),
    ),
    Kind(
        "no_longer_expected", To.ORGANISER, _("at once"), _("They throw away what they noted."),
        "referrals.person.stopping.no_longer", templates=("no_longer_expected",), off=Off.NEVER,
        never=_("A yes was taken back. Whoever relied on it has to know."), title=_("Somebody comes no more"),
    ),
    Kind(
        "went_along", To.COMPANION, _("an hour after a time together, to whoever went along and agreed to be asked"),
        _("Who was there knows how it was. Two presses, from a link of their own."),
        "referrals.accompanying.sweeping.ask_companions", "ask_companions", ("went_along",), off=Off.SCHEME,
        title=_("How was it, for whoever went along"),
    ),
    Kind(
        "still_right", To.ORGANISER, _("two weeks before a listing is due, and again when it is"),
        _("A door that says open and is shut is worse than none."), "directory.keeping.asking.sweep",
        "ask_organisers", ("still_right",), channels=TEXT, of_the_house=True, title=_("Is this still right?"),
    ),
    Kind(
        "hidden", To.ORGANISER, _("when nobody answered and the listing is shown no more"),
        _("One press, and people find them again."), "directory.keeping.asking.sweep", "ask_organisers", ("hidden",),
        channels=TEXT, off=Off.NEVER, never=_("Nobody’s group disappears without their being told."),
        of_the_house=True, title=_("We do not show your group for now"),
    ),
    Kind(
        "new_contact", To.ORGANISER, _("at once, to the way in that somebody wants to change"),
        _("Nobody takes a group’s phone number over unseen."), "directory.keeping.old_contact.ask",
        templates=("new_contact",), channels=TEXT, off=Off.NEVER, of_the_house=True,
        never=_("It is what keeps a stranger from taking a group over."), fixed=A_LOCK, title=_("Was it you?"),
    ),
    Kind(
        "new_group_there", To.ORGANISER, _("once, when the page is there"), _("Whoever told us of it sees it."),
        "directory.telling_us.actions.welcome_published", "welcome_groups", ("new_group_there",), of_the_house=True,
        title=_("Your group is in the directory"),
    ),
)  # fmt: skip
TO_VOLUNTEER = (
    Kind(
        "volunteer_confirm", To.VOLUNTEER, _("within moments of their offering"),
        _("Nobody is rung, or asked about, by an address that is not theirs."),
        "referrals.befriending.sweeping.confirm_addresses", "follow_volunteers", ("volunteer_confirm",),
        off=Off.NEVER, never=DOOR, fixed=A_LOCK,
        title=_("Is this your e-mail?"),
    ),
    Kind(
        "reference_asked", To.VOLUNTEER, _("once, when the volunteer’s own e-mail is theirs"),
        _("Whoever knows them says so before they meet anybody."), "referrals.befriending.sweeping.ask_referees",
        "follow_volunteers", ("reference_asked",), off=Off.SCHEME, title=_("Three questions about somebody you know"),
    ),
    Kind(
        "befriender_asked", To.VOLUNTEER, _("at once, when a coordinator proposes somebody"),
        _("They say yes or no before they hear a name."), "referrals.befriending.matching.propose",
        templates=("befriender_asked",), off=Off.NEVER, never=BY_HAND, title=_("Would you like to meet somebody?"),
    ),
    Kind(
        "befriender_meeting", To.VOLUNTEER, _("at once, when the first visit is arranged"),
        _("When it is; whom and where stands behind a link."), "referrals.befriending.matching.arrange",
        templates=("befriender_meeting",), off=Off.NEVER, never=BY_HAND, title=_("The first visit is arranged"),
    ),
    Kind(
        "befriender_log", To.VOLUNTEER, _("at five in the afternoon of each visit"),
        _("A visit is told in a minute, and a visit that was not tells us to ring."),
        "referrals.befriending.sweeping.ask_how_it_was", "follow_befriending", ("befriender_log",), off=Off.SCHEME,
        title=_("How was it, for befrienders"),
    ),
    Kind(
        "befriender_thanks", To.VOLUNTEER, _("at once, when it has ended"), _("Nobody’s kindness just stops."),
        "referrals.befriending.ending.end", templates=("befriender_thanks",), off=Off.SCHEME,
        title=_("Thank you, for befrienders"),
    ),
)  # fmt: skip
TO_TEAM = (
    Kind(
        "crisis_waits", To.TEAM, _("in a crisis: when somebody is to be rung; the lead when nobody reached them"),
        _("Somebody asked to be rung, did not answer, or could not be written to. Once an hour at most."),
        "referrals.crisis.sweeping.tell", "crisis", ("crisis_waits",), off=Off.NEVER, never=DANGER, fixed=CLEAR,
        title=_("In a crisis: somebody is to be rung"),
    ),
    Kind(
        "befriender_missed", To.TEAM, _("when nobody told of a visit for as many days as the team decides"),
        _("Somebody may have waited at a window. Whoever coordinates rings."),
        "referrals.befriending.sweeping.raise_alarms", "follow_befriending", ("befriender_missed",), off=Off.NEVER,
        never=DANGER, title=_("A visit was not heard of"),
    ),
    Kind(
        "befriender_digest", To.TEAM, _("on Monday mornings, when there is something"),
        _("How many visits, how many to read, how many wait: numbers, and not whose."),
        "referrals.befriending.sweeping.write_digests", "befriending_digest", ("befriender_digest",), off=Off.SCHEME,
        of_the_house=True, fixed=LISTED,
        title=_("Befriending this week"),
    ),
    Kind(
        "day", To.TEAM, _("at nine on a working day, when something waits; editors too"),
        _("First calls, long silences, yeses that run out, measures: how many, and not whose."),
        "referrals.reminding.morning.sweep", "good_morning", ("day",), off=Off.SCHEME, of_the_house=True,
        own_off=_("each colleague switches it off for themselves"), fixed=LISTED, title=_("What waits for you today"),
    ),
    Kind(
        "words_to_read", To.TEAM, _("at once; to the lead when nobody read them; again each working day"),
        _("Free words from outside are read by a named colleague."), "referrals.safety.sweeping.words_that_wait",
        "tell_readers", ("words_to_read",), off=Off.NEVER, never=DANGER, fixed=CLEAR, title=_("Words to read"),
    ),
    Kind(
        "concern", To.TEAM, _("at once; again each working day until it is read and decided"),
        _("Whoever leads on safeguarding decides."), "referrals.safety.sweeping.concerns_that_wait", "tell_readers",
        ("concern_waits",), off=Off.NEVER, never=DANGER, fixed=CLEAR, title=_("A concern waits"),
    ),
    Kind(
        "visit_overdue", To.TEAM, _("a quarter of an hour after a lone visit was to end; the lead at half an hour"),
        _("A colleague has not come out. At any hour of the day or night."), "referrals.case.visiting.raise_alarms",
        "visit_alarms", ("visit_overdue_buddy", "visit_overdue_lead"), channels=TEXT, off=Off.NEVER, never=DANGER,
        fixed=CLEAR, title=_("Somebody is not out of a visit"),
    ),
    Kind(
        "late_urgent", To.TEAM, _("at once, to the whole team"), _("It is urgent, and new."),
        "referrals.life.lateness.sweep", "clocks", ("late_urgent",), off=Off.NEVER, never=DANGER,
        fixed=CLEAR, title=_("Urgent, and new"),
    ),
    Kind(
        "late_nudge", To.TEAM,
        _("when a first answer or a first contact is late; of anything else, the working day after it was due"),
        _("To whoever holds it. Each person has a next thing, and a day for it."), "referrals.life.lateness.sweep",
        "clocks", ("late_nudge",), clock="nudge_days", off=Off.SCHEME, title=_("Something is late"),
    ),
    Kind(
        "late_lead", To.TEAM, _("when it is still late then"), _("Nobody is forgotten because one of us is away."),
        "referrals.life.lateness.sweep", "clocks", ("late_lead",), clock="escalate_days", off=Off.NEVER,
        never=_("It is the last net under people whom everybody else has missed."), title=_("To the lead: still late"),
    ),
    Kind(
        "record_opened", To.TEAM, _("at once, when the glass is broken on somebody’s record"),
        _("Nobody opens what a named few may see without the lead’s knowing."),
        "referrals.records.opening.begin", templates=("record_opened",), off=Off.NEVER, of_the_house=True,
        never=_("An alarm that can be switched off is none."), fixed=A_LOCK, title=_("A record was opened"),
    ),
    Kind(
        "round", To.TEAM, _("at once"), _("Workers of several organisations round one person ask and answer."),
        "referrals.together.notices.asked_for", templates=("round_asked", "round_in", "round_answered", "round_over"),
        title=_("Asked to work together"),
    ),
)  # fmt: skip
TO_DIRECTORY = (
    Kind(
        "unsafe_report", To.DIRECTORY, _("at once, to every editor"), _("Somebody did not feel safe at a group."),
        "directory.keeping.watching.mail_unsafe_reports", "settle_contacts", ("unsafe_report",), off=Off.NEVER,
        never=DANGER, of_the_house=True, fixed=CLEAR, title=_("Somebody did not feel safe"),
    ),
    Kind(
        "watched", To.DIRECTORY, _("once a day, when something changed"), _("They asked to hear of these listings."),
        "directory.keeping.watching.sweep", "tell_watchers", ("watched",), of_the_house=True,
        own_off=_("each reader stops watching"), fixed=LISTED, title=_("Listings that you watch"),
    ),
    Kind(
        "saved_searches", To.DIRECTORY, _("once a day, when something is new"), _("They asked to hear of new groups."),
        "directory.finding.alerts.sweep", "saved_searches", ("saved_searches",), of_the_house=True,
        own_off=_("each reader switches the news of a search off"), fixed=LISTED, title=_("New in your searches"),
    ),
)  # fmt: skip
OWN_PAGE = _("they leave on their own page, and nothing of them is kept")
OWN_WORDS = _("Its words are the sender’s own, each time.")
TO_HELPER = (
    Kind(
        "help_chosen", To.VOLUNTEER, _("when a connector introduces them"), _("Who it is, behind their sign-in."),
        "referrals.helping.actions.introduce", templates=("help_chosen",), off=Off.NEVER, fixed=A_LOCK,
        of_the_house=True, never=_("Somebody waits for them."), title=_("You help with something small"),
    ),
    Kind(
        "help_over", To.VOLUNTEER, _("when it is no longer wanted after they were introduced"),
        _("Nobody sets out for nothing."), "referrals.helping.ending.end", templates=("help_over",), off=Off.NEVER,
        fixed=A_LOCK, of_the_house=True, never=_("Somebody would set out for nothing."),
        title=_("A small help is no longer needed"),
    ),
    Kind(
        "help_thanks", To.VOLUNTEER, _("when a connector thanks them"), _("A line of thanks, behind their sign-in."),
        "referrals.helping.actions.thank", templates=("help_thanks",), off=Off.NEVER, never=BY_HAND, fixed=OWN_WORDS,
        of_the_house=True, title=_("Thanks for a small help"),
    ),
)  # fmt: skip
TO_GROUP = (
    Kind(
        "chest_page", To.ORGANISER, _("when a group asks for money, in waking hours"),
        _("The way to their own page. It also shows that the address is theirs."), "outcomes.chest.actions.ask",
        templates=("chest_page",), off=Off.NEVER, never=DOOR, fixed=A_LOCK, of_the_house=True,
        title=_("The link to their application"),
    ),
    Kind(
        "chest_answer", To.ORGANISER, _("when enough of those who give have said the same"),
        _("That there is an answer; it stands on their page."), "outcomes.chest.actions.decide",
        templates=("chest_answer",), off=Off.NEVER, never=_("A group that asked would never hear."), fixed=A_LOCK,
        of_the_house=True, title=_("An answer about money"),
    ),
    Kind(
        "chest_after", To.ORGANISER, _("once, three months after a yes, when they have not said"),
        _("What the money led to, in their own words."), "outcomes.chest.actions.ask_what_it_led_to",
        "community_chest", ("chest_after",), fixed=A_LOCK, of_the_house=True, title=_("How did it go?"),
    ),
)  # fmt: skip
TO_CHAMPION = (
    Kind(
        "champion_page", To.CHAMPION, _("when they ask for it, in waking hours; three a day at most"),
        _("The way to their own page. It also shows that the address is theirs."),
        "connect.people.champions.actions.ask", templates=("champion_page",), off=Off.NEVER, own_off=OWN_PAGE,
        never=DOOR, fixed=A_LOCK, of_the_house=True, title=_("The link to their page"),
    ),
    Kind(
        "champion_yes", To.CHAMPION, _("when a coordinator says what they may do"),
        _("What they may do, and that their page and poster are ready."),
        "connect.people.champions.actions.grant", templates=("champion_yes",), off=Off.NEVER, own_off=OWN_PAGE,
        never=BY_HAND, fixed=LISTED, of_the_house=True, title=_("What you can do in your area"),
    ),
    Kind(
        "champion_thanks", To.CHAMPION, _("when a coordinator sends it"), _("Somebody saw what they did."),
        "connect.people.champions.actions.thank", templates=("champion_thanks",), off=Off.NEVER, own_off=OWN_PAGE,
        never=BY_HAND, fixed=OWN_WORDS, of_the_house=True, title=_("Thank you"),
    ),
    Kind(
        "crisis_champion", To.CHAMPION, _("in a crisis, when a lead sends it; once"),
        _("They know their street. They hear that we look in on people, and our number."),
        "referrals.crisis.streets.write", templates=("crisis_champion",), off=Off.NEVER, own_off=OWN_PAGE,
        never=BY_HAND, fixed=OWN_WORDS, of_the_house=True, title=_("In a crisis: we look in on people"),
    ),
    Kind(
        "network_welcome", To.CHAMPION, _("when a coordinator writes them down, with their yes"),
        _("Their page: the group’s reach, polls, and our letters on or off."),
        "directory.network.actions.add_admin", templates=("network_welcome",), off=Off.NEVER, never=BY_HAND,
        own_off=_("they switch our letters off on their own page"), fixed=A_LOCK, of_the_house=True,
        title=_("Your page as a group’s admin"),
    ),
    Kind(
        "network_words", To.CHAMPION, _("when a coordinator writes to the admins of an area; each once"),
        _("Something for their group: a training, a pot of money, a new place to go."),
        "directory.network.letters.write", templates=("network_words",),
        own_off=_("they switch our letters off on their own page"), fixed=OWN_WORDS, of_the_house=True,
        title=_("For those who look after local groups"),
    ),
)  # fmt: skip
OF_A_TRAINING = _("It says when, where and what to press, and is made of what the session’s own page holds.")
TRAININGS, PRESS = "connect.people.training.booking", _("they give their place up")
TO_TRAINEE = (
    Kind(
        "training_ask", To.TRAINEE, _("at once, when somebody without an account asks for a place"),
        _("Only whoever reads that mailbox books; nothing is held before."), f"{TRAININGS}.actions.ask",
        templates=("training_ask",), off=Off.NEVER, never=DOOR, of_the_house=True, fixed=OF_A_TRAINING,
        title=_("Press once to book"),
    ),
    Kind(
        "training_placed", To.TRAINEE, _("at once, when they have a place or are on the list"),
        _("When and where, and the page on which to give it up."), f"{TRAININGS}.actions.prove",
        templates=("training_placed",), of_the_house=True, fixed=OF_A_TRAINING, title=_("A place at a training"),
    ),
    Kind(
        "training_offer", To.TRAINEE, _("when a place is free and it is their turn"),
        _("It is held for two days at most; one press is an answer."), f"{TRAININGS}.actions.offer_next", "trainings",
        ("training_offer",), off=Off.NEVER, never=_("A place would go by whom it was held for."), own_off=PRESS,
        of_the_house=True, fixed=OF_A_TRAINING, title=_("A place at a training is held"),
    ),
    Kind(
        "training_reminder", To.TRAINEE, _("the day before at ten in the morning"),
        _("An empty chair is somebody else’s place."), f"{TRAININGS}.sweeping.remind", "trainings",
        ("training_reminder",), own_off=PRESS, of_the_house=True, fixed=OF_A_TRAINING, title=_("Training tomorrow"),
    ),
    Kind(
        "training_moved", To.TRAINEE, _("at once, when the hour or the place changes"),
        _("They would come at the wrong hour, or to the wrong door."), f"{TRAININGS}.keeping.change",
        templates=("training_moved",), off=Off.NEVER, never=_("Somebody would stand before a locked door."),
        of_the_house=True, fixed=OF_A_TRAINING, title=_("A change to a training"),
    ),
    Kind(
        "training_off", To.TRAINEE, _("at once, when it is called off"), _("Nobody sets out for nothing."),
        f"{TRAININGS}.keeping.call_off", templates=("training_off",), off=Off.NEVER,
        never=_("Somebody would stand before a locked door."), of_the_house=True, fixed=OF_A_TRAINING,
        title=_("A training is called off"),
    ),
    Kind(
        "training_after", To.TRAINEE, _("when it is written down that they came"),
        _("Their certificate, and one question: how sure they feel now."), f"{TRAININGS}.sweeping.ask_after",
        "trainings", ("training_after",), of_the_house=True, fixed=OF_A_TRAINING,
        title=_("A certificate and one question"),
    ),
    Kind(
        "training_refresher", To.TRAINEE, _("six weeks before a refresher is due, once"),
        _("What is not used fades; how long it holds is said for each kind of training."),
        f"{TRAININGS}.sweeping.tell_of_refreshers", "trainings", ("training_refresher",), of_the_house=True,
        fixed=OF_A_TRAINING,
        title=_("Time for a refresher"),
    ),
    Kind(
        "training_register", To.TRAINEE, _("the day before at ten in the morning, to the trainer"),
        _("Who came is ticked on a phone, in the room."), f"{TRAININGS}.sweeping.tell_trainers", "trainings",
        ("training_register",), of_the_house=True, fixed=OF_A_TRAINING, title=_("Who comes to your training"),
    ),
)  # fmt: skip
TO_READER = (
    Kind(
        "figures_ready", To.READER, _("on the day on which a month, a quarter or a year is frozen"),
        _("New figures stand in a view they keep: an address, and no figure."), "outcomes.kept_views.sweeping.sweep",
        "tell_of_figures", ("figures_ready",), own_off=_("each reader has a switch beside each view they keep"),
        of_the_house=True, fixed=LISTED, title=_("New figures are there"),
    ),
)  # fmt: skip
TO_ACCOUNT = (
    Kind(
        "invitation", To.ACCOUNT, _("when somebody invites them"), _("It is how a colleague comes in."),
        "connect.people.running.inviting.invite", templates=("invitation",), off=Off.NEVER, never=BY_HAND,
        of_the_house=True, title=_("You are invited"),
    ),
    Kind(
        "account", To.ACCOUNT, _("when they ask for it, or something of their account changed"),
        _("A new password, a second factor."), "connect.messaging.backend.OurSender", off=Off.NEVER, never=DOOR,
        of_the_house=True, fixed=A_LOCK, title=_("Your account"),
    ),
)  # fmt: skip
KINDS: tuple[Kind, ...] = (
    TO_PERSON
    + TO_REFERRER
    + TO_ORGANISER
    + TO_VOLUNTEER
    + TO_TEAM
    + TO_DIRECTORY
    + TO_CHAMPION
    + TO_GROUP
    + TO_HELPER
    + TO_TRAINEE
    + TO_READER
    + TO_ACCOUNT
)


@cache
def by_template() -> dict[str, Kind]:
    return {template: kind for kind in KINDS for template in kind.templates}


def kind(key: str) -> Kind | None:
    return next((one for one in KINDS if one.key == key), None)


def templates_of(*, of_the_house: bool) -> list[str]:
    """Whose messages a team looks after when they did not arrive; or an administrator."""
    return [name for one in KINDS if one.of_the_house == of_the_house for name in one.templates]
