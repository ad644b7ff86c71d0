"""Words for befriending: how a volunteer comes in, what they offer, what a match is, and what became of a visit."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Ways of being a friend; a match is one of them."""

    VISIT = "visit", _("Visits at home, or going out together")
    PHONE = "phone", _("A phone call each week")
    GROUP = "group", _("A small group that meets")
    MENTOR = "mentor", _("Learning or getting something done together")


AT_HOME = {Kind.VISIT}  # stairs, smoke and animals matter
BY_FOOT = {Kind.VISIT, Kind.MENTOR}  # somebody has to get there


class Stage(models.TextChoices):
    """How far a volunteer has come. Each step is a row: who took it, and when."""

    APPLIED = "applied", _("Applied")
    CONFIRMED = "confirmed", _("Their e-mail is theirs")
    TALKED = "talked", _("We have talked")
    APPROVED = "approved", _("Approved")
    RESTING = "resting", _("Taking a rest")
    DECLINED = "declined", _("Not this time")
    LEFT = "left", _("Has left")


STAGES: dict[str, set[str]] = {
    Stage.APPLIED: {Stage.CONFIRMED, Stage.DECLINED, Stage.LEFT},
    Stage.CONFIRMED: {Stage.TALKED, Stage.DECLINED, Stage.LEFT},
    Stage.TALKED: {Stage.APPROVED, Stage.DECLINED, Stage.LEFT},
    Stage.APPROVED: {Stage.RESTING, Stage.LEFT},
    Stage.RESTING: {Stage.APPROVED, Stage.LEFT},
    Stage.DECLINED: {Stage.TALKED},
    Stage.LEFT: {Stage.TALKED},
}
COMING_IN = [Stage.CONFIRMED, Stage.TALKED]


class Level(models.TextChoices):
    """What was seen, by the nation it comes from. Only that it was seen: never a copy, never its number."""

    DBS_BASIC = "dbs_basic", _("DBS, basic")
    DBS_STANDARD = "dbs_standard", _("DBS, standard")
    DBS_ENHANCED = "dbs_enhanced", _("DBS, enhanced")
    DBS_BARRED = "dbs_barred", _("DBS, enhanced with barred list")
    PVG = "pvg", _("PVG scheme member")
    ACCESSNI_BASIC = "ani_basic", _("AccessNI, basic")
    ACCESSNI_STANDARD = "ani_standard", _("AccessNI, standard")
    ACCESSNI_ENHANCED = "ani_enhanced", _("AccessNI, enhanced")


OF_NATION = {"england": "dbs", "wales": "dbs", "scotland": "pvg", "northern-ireland": "ani"}


class Interest(models.TextChoices):
    """What two people could do together; besides these, words of their own."""

    GARDENING = "gardening", _("Gardening")
    COOKING = "cooking", _("Cooking and baking")
    CARDS = "cards", _("Cards and board games")
    MUSIC = "music", _("Music and singing")
    FOOTBALL = "football", _("Football and other sport")
    WALKING = "walking", _("Walking")
    READING = "reading", _("Books")
    HISTORY = "history", _("History, here and elsewhere")
    CRAFTS = "crafts", _("Knitting, sewing, making things")
    ANIMALS = "animals", _("Animals")
    FILMS = "films", _("Films and television")
    FAITH = "faith", _("Faith")
    TRAVEL = "travel", _("Places near and far")
    NEWS = "news", _("Talking about the news")
    DIGITAL = "digital", _("Phones and computers")
    WORK = "work", _("Work, and the trades we had")


class Part(models.TextChoices):
    MORNING = "am", _("morning")
    AFTERNOON = "pm", _("afternoon")
    EVENING = "eve", _("evening")


DAYS = {
    "mon": _("Monday"), "tue": _("Tuesday"), "wed": _("Wednesday"), "thu": _("Thursday"), "fri": _("Friday"),
    "sat": _("Saturday"), "sun": _("Sunday"),
}  # fmt: skip
TIMES = [f"{day}-{part.value}" for day in DAYS for part in Part]


def said_time(code: str) -> str:
    """Tuesday afternoon."""
    day, _dash, part = code.partition("-")
    return gettext("%(day)s %(part)s") % {"day": DAYS[day], "part": Part(part).label}


class Travel(models.TextChoices):
    WALK = "walk", _("On foot")
    BIKE = "bike", _("By bicycle")
    BUS = "bus", _("By bus or train")
    CAR = "car", _("By car")


class Home(models.TextChoices):
    """What is so in a home, that not everybody can be with."""

    DOG = "dog", _("There is a dog")
    CAT = "cat", _("There is a cat")
    OTHER_PET = "pet", _("There is another animal")
    SMOKE = "smoke", _("Somebody smokes indoors")
    STAIRS = "stairs", _("There are stairs, and no lift")


class Cannot(models.TextChoices):
    """What somebody cannot be with. The same letters as in Home: what stands in both keeps two people apart."""

    DOG = "dog", _("Dogs: an allergy, or fear of them")
    CAT = "cat", _("Cats: an allergy, or fear of them")
    OTHER_PET = "pet", _("Other animals")
    SMOKE = "smoke", _("Smoke indoors")
    STAIRS = "stairs", _("Stairs")


class Gender(models.TextChoices):
    WOMAN = "woman", _("A woman")
    MAN = "man", _("A man")
    ANOTHER = "another", _("I put it another way")
    UNSAID = "", _("Rather not say")


class Matters(models.TextChoices):
    """What counts in a match; the person says which of them matter most, and those count double."""

    INTERESTS = "interests", _("Things in common")
    NEAR = "near", _("Somebody near")
    TIMES = "times", _("Days and hours")
    LANGUAGE = "language", _("Their own language")
    GENDER = "gender", _("A man, or a woman")


class Wish(models.TextChoices):
    """Where somebody who would like a befriender stands."""

    WAITING = "waiting", _("Waiting")
    FOUND = "found", _("They have a befriender")
    GONE = "gone", _("No longer wanted")


class State(models.TextChoices):
    """One volunteer and one person."""

    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Both said yes")
    MEETING = "meeting", _("First visit arranged")
    GOING = "going", _("Going on")
    ENDING = "ending", _("Coming to an end, as planned")
    ENDED = "ended", _("Ended")
    DECLINED = "declined", _("One of them said no")


MOVES: dict[str, set[str]] = {
    State.PROPOSED: {State.AGREED, State.DECLINED},
    State.AGREED: {State.MEETING, State.DECLINED},
    State.MEETING: {State.GOING, State.DECLINED},
    State.GOING: {State.ENDING, State.ENDED},
    State.ENDING: {State.GOING, State.ENDED},
    State.ENDED: set(),
    State.DECLINED: set(),
}
ON = [State.PROPOSED, State.AGREED, State.MEETING, State.GOING, State.ENDING]
KNOWN = [State.MEETING, State.GOING, State.ENDING]  # they know each other's first names
VISITING = [State.GOING, State.ENDING]


class Went(models.TextChoices):
    """What became of a visit or a call."""

    MET = "met", _("We met, or spoke")
    NOT_IN = "not_in", _("They were not there, or did not answer")
    NOT_TODAY = "not_today", _("They would rather not, this time")
    COULD_NOT = "could_not", _("I could not make it")


NOT_THERE = {Went.NOT_IN, Went.NOT_TODAY}


class Mood(models.TextChoices):
    GOOD = "good", _("Good")
    MIXED = "mixed", _("Up and down")
    LOW = "low", _("Not so good")
    UNSAID = "", _("Not said")


class Ending(models.TextChoices):
    """Why it ends. "As we planned" is the best of them."""

    DONE = "done", _("They have what they came for")
    PERSON = "person", _("The person would rather stop")
    VOLUNTEER = "volunteer", _("The volunteer stops, or moves")
    HEALTH = "health", _("Health, of either")
    NO_FIT = "no_fit", _("They did not get on")
    MOVED = "moved", _("The person has moved, or gone into care")
    DIED = "died", _("The person has died")


SUDDEN = {Ending.DIED, Ending.MOVED, Ending.HEALTH}  # nobody plans these; all others have a plan first


class After(models.TextChoices):
    """What comes next for the person, so that nothing just stops."""

    ANOTHER = "another", _("Another befriender: back to the top of the list")
    GROUP = "group", _("A group or something to go to")
    OWN = "own", _("Friends of their own: nothing more is wanted")
    TOUCH = "touch", _("A call from us now and then")
    NONE = "none", _("Nothing can come next")
