"""The words a listing may be described with, and the states it and what is said about it may be in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Kind(models.TextChoices):
    GROUP = "group", _("A group")
    ACTIVITY = "activity", _("An activity")
    BEFRIENDING = "befriending", _("Befriending")
    COMMUNITY = "community", _("An online community")
    MENTORING = "mentoring", _("Mentoring")
    CONNECTOR = "connector", _("Help finding your way")
    ADVICE = "advice", _("Advice")
    VOLUNTEERING = "volunteering", _("Volunteering")
    TRANSPORT = "transport", _("Transport")
    VENUE = "venue", _("A place to be")


class Function(models.TextChoices):
    """A buffer for a hard time, or a natural part of a life: the field's two words for what a listing does."""

    FUNCTIONAL = "functional", _("Support")
    STRUCTURAL = "structural", _("Belonging")


class Status(models.TextChoices):
    ACTIVE = "active", _("Open")
    SHUT = "temporarily closed", _("Shut for now")
    INACTIVE = "inactive", _("Not published")
    DEFUNCT = "defunct", _("Closed")


class Attending(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    PHONE = "phone", _("By phone")
    HOME = "home", _("At your home")


class Joining(models.TextChoices):
    """HSDS had these once as attending_access."""

    DROP_IN = "drop_in", _("Just come")
    RING = "ring", _("Ring first")
    BOOK = "book", _("Book a place")
    MEMBERSHIP = "membership", _("Join as a member")
    REFERRAL = "referral", _("Somebody refers you")


class Gender(models.TextChoices):
    ANYONE = "", _("Anyone")
    WOMEN = "women", _("Women")
    MEN = "men", _("Men")


class Wellbeing(models.TextChoices):
    """The Five Ways to Wellbeing (New Economics Foundation, 2008)."""

    CONNECT = "connect", _("Connect")
    ACTIVE = "be_active", _("Be active")
    NOTICE = "take_notice", _("Take notice")
    LEARN = "keep_learning", _("Keep learning")
    GIVE = "give", _("Give")


class Frequency(models.TextChoices):
    WEEKLY = "WEEKLY", _("Every week")
    MONTHLY = "MONTHLY", _("Every month")
    ONCE = "ONCE", _("Once")


class Platform(models.TextChoices):
    FACEBOOK_GROUP = "facebook_group", _("Facebook group")
    FACEBOOK_PAGE = "facebook_page", _("Facebook page")
    WHATSAPP = "whatsapp", _("WhatsApp group")
    NEXTDOOR = "nextdoor", _("Nextdoor")
    INSTAGRAM = "instagram", _("Instagram")
    DISCORD = "discord", _("Discord")
    MEETUP = "meetup", _("Meetup")
    OTHER = "other", _("Online community")


class Scheme(models.TextChoices):
    """Who gives an organisation its number; as the codes of org-id.guide where it has one."""

    CHARITY_EW = "GB-CHC", _("Charity Commission for England and Wales")
    CHARITY_SCOTLAND = "GB-SC", _("Scottish Charity Regulator")
    CHARITY_NI = "GB-NIC", _("Charity Commission for Northern Ireland")
    COMPANY = "GB-COH", _("Companies House")
    MUTUAL = "GB-MPR", _("Mutuals Register")
    CQC = "GB-CQC", _("Care Quality Commission")
    CARE_INSPECTORATE = "GB-CIS", _("Care Inspectorate, Scotland")
    CIW = "GB-CIW", _("Care Inspectorate Wales")
    RQIA = "GB-RQIA", _("Regulation and Quality Improvement Authority")
    OFSTED = "GB-OFSTED", _("Ofsted")
    ODS = "GB-NHS", _("NHS Organisation Data Service")


class How(models.TextChoices):
    """How it is known that a listing is right, or was asked about."""

    RANG = "rang", _("Rang them")
    EMAIL = "email", _("E-mail")
    VISIT = "visit", _("I was there")
    OWN_PAGE = "own_page", _("Their own page")
    ORGANISER = "organiser", _("The organiser’s link")
    ATTENDANCE = "attendance", _("Somebody went")
    FEED = "feed", _("The feed it comes from")


class Outcome(models.TextChoices):
    """What came of asking."""

    RIGHT = "right", _("Still right")
    CHANGED = "changed", _("Changed, and put right")
    NO_ANSWER = "no_answer", _("No answer")
    CALL_AGAIN = "call_again", _("Asked to call again")
    GONE = "gone", _("It has closed")


class Via(models.TextChoices):
    """Where a proposed change comes from."""

    ORGANISER = "organiser", _("The organiser, by their link")
    PUBLIC = "public", _("Somebody who read the listing")
    SIGN_UP = "sign_up", _("A new group that signed up")
    EDITOR = "editor", _("An editor")
    FEED = "feed", _("The feed it comes from")


class Decision(models.TextChoices):
    """A proposed change is taken whole or in part, or refused; a new link or number waits for a second editor."""

    WAITING = "waiting", _("Waiting")
    SECOND = "second", _("Waiting for a second editor")
    TAKEN = "taken", _("Taken")
    REFUSED = "refused", _("Refused")
    OVERTAKEN = "overtaken", _("Overtaken by a later change")


class Wrong(models.TextChoices):
    """What somebody says is wrong with a listing."""

    TIMES = "times", _("The days or times")
    PLACE = "place", _("Where it is")
    CONTACT = "contact", _("The phone number or link")
    CLOSED = "closed", _("It has stopped")
    WELCOME = "welcome", _("It was not what it says")
    UNSAFE = "unsafe", _("Something there did not feel safe")
    OTHER = "other", _("Something else")


class Missing(models.TextChoices):
    """Why nothing fitted, for a Gap."""

    NOTHING = "nothing", _("There is nothing like it")
    TOO_FAR = "too_far", _("It is too far away")
    NO_WAY_THERE = "transport", _("There is no way to get there")
    FULL = "full", _("It is full")
    COST = "cost", _("It costs too much")
    TIMES = "times", _("The day or time does not suit")
    ACCESS = "access", _("Getting in or around is hard")
    LANGUAGE = "language", _("It is not in their language")
    NOT_FOR = "not_for", _("It is not for people like them")
    OTHER = "other", _("Something else")


class Source(models.TextChoices):
    """Where a Gap was noticed."""

    SEARCH = "search", _("A search")
    REFERRAL = "referral", _("A referral")
    CONNECTOR = "connector", _("A connector")


class Handing(models.TextChoices):
    """How a listing was handed to somebody without a referral."""

    TEXT = "text", _("By text")
    EMAIL = "email", _("By e-mail")
    PRINT = "print", _("On paper")
    TOLD = "told", _("In person")
