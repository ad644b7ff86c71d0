"""What a worker should know before asking: what each instrument is about, how to ask it, and what not to do with it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class Guide:
    """`minutes` is how long it takes; `mind` what goes wrong with this one."""

    about: Text
    minutes: int
    when: Text
    how: Text
    mind: Text
    never: Text = ""


TWICE = _("At the start, once they trust you; then after three months, the same way.")
AS_IT_STANDS = _("Read each question as it stands, with all its answers. If they ask what it means, read it again.")
NO_TEST = _("It decides nothing: it opens no door and shuts none.")
ON_PAPER = _("Only with a licence. Hand them the licensed sheet, let them tick alone, and key in the numbers.")
KNOWN: dict[str, Guide] = {
    "ucla3": Guide(
        _("How often somebody lacks company, feels left out or apart. It goes round the word, so fewer mind it."),
        2,
        TWICE,
        AS_IT_STANDS,
        _("Asked with the direct question, and never added to it."),
        NO_TEST,
    ),
    "ons_direct": Guide(
        _("How often somebody feels lonely, in one plain question that the whole country is asked."),
        1,
        TWICE,
        _("Say why you ask, and that they can leave it out. Then ask, and wait. A silence is not a no."),
        _("People say less than they feel, most of all with family in the room. Ask alone."),
        NO_TEST,
    ),
    "ons4": Guide(
        _("How satisfied, how worthwhile, how happy and how anxious, each from 0 to 10."),
        3,
        TWICE,
        _("Show the line from 0 to 10, or say both ends each time. The last one turns round."),
        _("Yesterday counts in two of them: a funeral or a birthday is a fact about yesterday."),
        _("Four answers, never added up. A low one is a reason to talk, not a diagnosis."),
    ),
    "cel3": Guide(
        _("Whether friendships are as somebody would like them, in kind words. Made with older people."),
        2,
        TWICE,
        AS_IT_STANDS,
        _("It is so kindly put that some say all is well when it is not. Listen."),
        _("Its makers say it: no test, and no way to choose who gets help."),
    ),
    "djg6": Guide(
        _("Two kinds of missing somebody: close people, and a circle round them. Six statements."),
        3,
        TWICE,
        ON_PAPER,
        _("“More or less” is an answer. Do not talk them out of it."),
        NO_TEST,
    ),
    "friendship6": Guide(
        _("Six statements on the last four weeks: how easy others are to reach, how cut off it felt."),
        3,
        TWICE,
        ON_PAPER,
        _("Half of them run the other way round. Key in what was ticked; the turning is done here."),
        NO_TEST,
    ),
    "lsns6": Guide(
        _("How many relatives and friends there are to see and to call on. It counts people, not feelings."),
        4,
        TWICE,
        ON_PAPER,
        _("Somebody with few people may be content, and somebody with many may not."),
        NO_TEST,
    ),
    "ucla20_v3": Guide(
        _("The long form: twenty statements. For research, and for services that always used it."),
        10,
        TWICE,
        ON_PAPER,
        _("Several lists go by this name. Check that yours is version 3."),
        NO_TEST,
    ),
    "swemwbs7": Guide(
        _("Seven statements on the last two weeks: how well somebody is, in mind and with others."),
        3,
        _("At the start and after three months; not more often than every two weeks."),
        ON_PAPER,
        _("The sum is turned into a score by a table, here. Do not compare it with a sum from elsewhere."),
        _("It is no screening tool. A low score is a reason to talk."),
    ),
    "wemwbs14": Guide(
        _("Fourteen statements on the last two weeks: the long form of the same."),
        6,
        _("At the start and after three months; not more often than every two weeks."),
        ON_PAPER,
        _("The long form and the short one are never compared with each other."),
        _("It is no screening tool. A low score is a reason to talk."),
    ),
    "mycaw": Guide(
        _("One or two concerns in somebody’s own words, and how they are, each from 0 to 6."),
        5,
        _("At the first meeting and after three months."),
        ON_PAPER,
        _("The second time the same concerns are read out as they wrote them, not chosen anew."),
        NO_TEST,
    ),
}
ALWAYS: tuple[Text, ...] = (
    _("Not on the first call. Ask when they know you, and before the first group."),
    _("Say what it is for: to see, later, whether what we do helps. Say that they can leave out any of it, or all."),
    _("“I would rather not” is an answer. Thank them, write it down as a reason, and never ask why."),
    _("The same way both times, if you can: what is read out comes out brighter than what is ticked alone."),
    _("Never tell them a number or a name for how they are. It is theirs; ours is only the change of many."),
    _("If an answer worries you, put the sheet down and talk. Samaritans are there day and night on 116 123."),
)
