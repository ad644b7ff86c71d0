"""Words with a code for what is written about somebody: decisions, needs, circumstances, why they are hidden."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Decision(models.TextChoices):
    """What was said to a question about sharing. No answer yet is an answer of its own."""

    GIVEN = "given", _("They said yes")
    REFUSED = "refused", _("They said no")
    WITHDRAWN = "withdrawn", _("They took it back")
    NOT_ASKED = "not_asked", _("Not asked")
    NOT_NEEDED = "not_needed", _("No yes is needed for this")
    BEST_INTERESTS = "best_interests", _("Decided in their best interests")


HOLDS = {Decision.GIVEN, Decision.NOT_NEEDED, Decision.BEST_INTERESTS}
TAKEN_AWAY = {Decision.REFUSED, Decision.WITHDRAWN}


class Basis(models.TextChoices):
    """What allows it (UK GDPR article 6, and 9 where health is told)."""

    TASK = "task", _("A task the law gives to whoever commissions us")
    INTEREST = "interest", _("A legitimate interest, and they know and agree")
    CONSENT = "consent", _("Their consent")
    EXPLICIT = "explicit", _("Their explicit consent, because health is told")
    SAFEGUARDING = "safeguarding", _("To keep somebody safe")


class How(models.TextChoices):
    SPOKEN = "spoken", _("Said, face to face")
    PHONE = "phone", _("Said on the phone")
    WRITTEN = "written", _("In writing")
    ONLINE = "online", _("On our own page")
    TEXT = "text", _("By text")
    INTERPRETED = "interpreted", _("Through an interpreter, or signed")
    SPOKEN_FOR = "spoken_for", _("By somebody who may decide for them")
    OBSERVED = "observed", _("Not by them: decided for them")


class Capacity(models.TextChoices):
    """Whether they can decide this themselves. Assumed unless there was a reason to ask (Mental Capacity Act 2005)."""

    ASSUMED = "assumed", _("Nothing made us doubt it")
    HAS = "has", _("Asked about, and they can decide this")
    LACKS = "lacks", _("Assessed, and they cannot decide this now")


class Format(models.TextChoices):
    """How they take in what is written (Accessible Information Standard: format needed)."""

    LARGE_PRINT = "large_print", _("Large print")
    EASY_READ = "easy_read", _("Easy read: short words and pictures")
    AUDIO = "audio", _("Recorded sound")
    BRAILLE = "braille", _("Braille")
    EMAIL_TEXT = "email_text", _("By e-mail, so that a screen reader can read it")
    BSL_VIDEO = "bsl_video", _("A film in sign language")
    COLOURED = "coloured", _("On coloured paper")


class ContactMethod(models.TextChoices):
    """How they are reached so that it works for them (the same: contact method)."""

    RING = "ring", _("Ring")
    TEXT = "text", _("Text")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    RELAY = "relay", _("Text relay, or a video relay in sign language")
    VISIT = "visit", _("In person")
    THROUGH = "through", _("Through somebody they trust")


class Support(models.TextChoices):
    """What helps them take part in talk (the same: communication support)."""

    HEARING_AID = "hearing_aid", _("Hears with an aid: quiet room, one at a time")
    LOOP = "loop", _("A hearing loop")
    LIP_READS = "lip_reads", _("Reads lips: face them, in the light")
    SLOWLY = "slowly", _("Time, and short sentences")
    BOARD = "board", _("A board, cards or pictures")
    DEVICE = "device", _("A device that speaks")
    WRITES = "writes", _("Writing things down")


class Professional(models.TextChoices):
    """Who has to be there (the same: communication professional)."""

    BSL = "bsl", _("British Sign Language interpreter")
    LIPSPEAKER = "lipspeaker", _("Lipspeaker")
    DEAFBLIND = "deafblind", _("Deafblind manual interpreter")
    NOTETAKER = "notetaker", _("Notetaker or speech to text")
    ADVOCATE = "advocate", _("Advocate")
    INTERPRETER = "interpreter", _("Interpreter of a spoken language")


class Mark(models.TextChoices):
    """A circumstance to keep in mind, or a prompt to take care. Never added up to a number about anybody."""

    ALONE = "alone", _("Lives alone")
    CARES = "cares", _("Looks after somebody")
    BEREAVED = "bereaved", _("Has lost somebody")
    MOVED = "moved", _("New to the area")
    HOUSEBOUND = "housebound", _("Seldom leaves home")
    MEMORY = "memory", _("Memory trouble")
    MONEY = "money", _("Short of money")
    ARMED_FORCES = "forces", _("Served, or family of somebody who did")
    DOG = "dog", _("A dog at the door")
    TWO_GO = "two_go", _("Visit with two")
    NO_EVENINGS = "no_evenings", _("No visits after dark")
    OTHERS_THERE = "others_there", _("Somebody else may be there: ask first")
    SMOKE = "smoke", _("Smoking indoors, or a fire risk")
    FALLS = "falls", _("May fall")
    SELF_HARM = "self_harm", _("Has spoken of harming themselves: ring your lead")
    OTHER = "other", _("Something else, in words")


PROMPTS = {
    Mark.DOG, Mark.TWO_GO, Mark.NO_EVENINGS, Mark.OTHERS_THERE, Mark.SMOKE, Mark.FALLS, Mark.SELF_HARM, Mark.OTHER,
}  # fmt: skip


class WhyHidden(models.TextChoices):
    """Why somebody is restricted; no more is asked."""

    ABUSE = "abuse", _("They are getting away from somebody who hurts them")
    STALKED = "stalked", _("Somebody is looking for them")
    PROTECTED = "protected", _("A court, the police or a witness scheme protects them")
    CHILD = "child", _("To protect a child")
    STAFF = "staff", _("They, or their family, work here")
    OTHER = "other", _("Another danger, told to the lead")
