"""The words: plain enough for everybody, kind enough for anybody's shoulder, and all of them translatable."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings

ROOT = settings.BASE_DIR / "templates"
HTML = sorted(ROOT.rglob("*.html"))
MESSAGES = sorted((ROOT / "messages").glob("*.txt"))
# What anybody can see without an account, or find behind the link of a text message.
OPEN_FOLDERS = (
    "directory", "finding", "telling_us", "sharing", "messages", "pages", "messaging", "open_door", "booking",
    "champions", "network", "embed", "volunteering", "chest",
)  # fmt: skip
STAFF_CHEST = ("desk", "pot", "application")
STAFF_NETWORK = (
    "champions_desk", "champion", "network", "network_new", "network_group", "network_write", "_crumb", "_fields",
    "poll", "poll_list", "harvest", "embed_hosts",
)  # fmt: skip
OPEN_FILES = ("400", "403", "403_csrf", "404", "429", "500", "base", "_head", "_foot", "_not_here", "_language")
STAFF_SHARING = ("_desk_tabs", "desk_collections", "desk_collection", "send", "_hand_over")
STAFF_FINDING = ("unfound", "saved_searches", "keep_search", "change_search")
STAFF_OPEN_DOOR = (  # for workers, with an account or without
    "without_account", "letter_sent", "outside", "outside_sent", "not_here_worker", "status", "status_off",
    "key_in", "keyed_in", "_asker",
)  # fmt: skip
NOT_FOR_RESIDENTS = ("mailbox", "chat_thanks", "letter", "_letter", "_size", "components", "api")
OPEN_NAMES = re.compile(r"worry|coming|reply|register|did_you_go|thanks|gone|link|^leaflet$|^settled$|_why_not|_whys")
BUILDERS = ("pages/components.html", "500.html")  # one is for developers, one must work when nothing else does
CATALOGUE = settings.BASE_DIR / "locale" / "cy" / "LC_MESSAGES" / "django.po"


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_open(path: Path) -> bool:
    if path.stem in NOT_FOR_RESIDENTS or path.stem in (
        *STAFF_SHARING,
        *STAFF_FINDING,
        *STAFF_OPEN_DOOR,
        *STAFF_NETWORK,
        *STAFF_CHEST,
    ):
        return False
    return path.parent.name in OPEN_FOLDERS or path.stem in OPEN_FILES or bool(OPEN_NAMES.search(path.stem))


OPEN = [path for path in HTML + MESSAGES if is_open(path)]


# --- what we never call anybody


@pytest.mark.parametrize("path", OPEN, ids=name)
def test_nobody_is_lonely_on_our_screens(path):
    assert re.findall(r"(?i)\b(?:lonel\w+|isolat\w+|vulnerab\w+|elderly|unig\w*|ynysig\w*)", path.read_text()) == []


def test_nor_in_welsh():
    if CATALOGUE.exists():
        said = " ".join(entry.msgstr for entry in polib.pofile(str(CATALOGUE)))
        assert re.findall(r"(?i)\b(?:unigrwydd|ynysig\w*|bregus\w*)", said) == []


# --- how hard it is to read


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e; right for nine English words in ten."""
    word = re.sub(r"(?:[^laeiouy]es|[^dt]ed|[^l]e)$", "", word.lower()) or word
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def reading_age(text: str) -> float:
    """Flesch and Kincaid's school grade, plus five: the age of a child who can read it."""
    sentences = [sentence for sentence in re.split(r"[.!?:]+(?:\s|$)|\n", text) if re.search(r"[a-zA-Z]", sentence)]
    words = re.findall(r"[A-Za-z’']+", text)
    a_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * a_word - 15.59 + 5


def prose(template: str) -> str:
    """The English that a template says, a sentence or a label to a line."""
    simple = re.findall(r"{% translate \"([^\"]+)\"", template)
    blocks = [
        re.sub(r"<[^>]+>|{{.*?}}", " ", block)
        for found in re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", template, re.S)
        for block in re.split(r"{% plural %}", found)
    ]
    return "\n".join(simple + blocks)


READ_BY_RESIDENTS = [path for path in OPEN if path.suffix == ".html" and len(prose(path.read_text()).split()) >= 40]


@pytest.mark.parametrize("path", READ_BY_RESIDENTS, ids=name)
def test_a_child_of_eleven_can_read_what_a_resident_reads(path):
    assert reading_age(prose(path.read_text())) <= 11


@pytest.mark.parametrize(
    "path", [path for path in MESSAGES if ".cy." not in path.name and "subject" not in path.name], ids=name
)
def test_a_child_of_eleven_can_read_our_messages(path):
    text = re.sub(r"{[{%#].*?[}%#]}|{link}", " ", with_its_parts(path), flags=re.S)
    assert reading_age(text) <= 11


def with_its_parts(path: Path) -> str:
    """As it leaves: what it includes is read with it."""
    return re.sub(r'{% include "([^"]+)" %}', lambda part: (ROOT / part[1]).read_text(), path.read_text())


def test_the_measure_tells_plain_from_not_plain():
    assert reading_age("We ring you. You choose what you would like. You can stop at any time.") < 9
    assert (
        reading_age("Individuals experiencing significant social disadvantage may subsequently access provision.") > 16
    )


# --- translatable


def bare_words(template: str) -> list[str]:
    """Words on the page, or in what a screen reader says, that gettext will never see."""
    text = re.sub(r"{% comment.*?{% endcomment %}|{#.*?#}|<!--.*?-->", " ", template, flags=re.S)
    text = re.sub(r"{% block \w+_class %}.*?{% endblock %}", " ", text)
    text = re.sub(r"{% blocktrans(?:late)?\b.*?{% endblocktrans(?:late)? %}", " ", text, flags=re.S)
    text = re.sub(r"<script.*?</script>|<code>.*?</code>|<kbd[^>]*>.*?</kbd>", " ", text, flags=re.S)
    text = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.S)
    spoken = re.findall(r"(?:alt|aria-label|placeholder|title)=\"([^\"]*[A-Za-z]{2}[^\"]*)\"", text)
    shown = re.sub(r"<[^>]*>", " ", text)
    return [word for word in re.findall(r"[A-Za-z]{2,}", " ".join([shown, *spoken])) if word not in OWN_NAMES]


OWN_NAMES = {"Connect", "Cymraeg", "English", "QR", "px", "doctype", "html"}


@pytest.mark.parametrize("path", [path for path in HTML if name(path) not in BUILDERS], ids=name)
def test_every_word_on_a_page_goes_through_gettext(path):
    assert bare_words(path.read_text()) == []


def test_every_welsh_string_is_marked_as_a_draft_until_a_translator_confirms_it():
    unmarked = [
        entry.msgid
        for entry in polib.pofile(str(CATALOGUE))
        if entry.translated() and "DRAFT: for a translator to confirm" not in (entry.comment + entry.tcomment)
    ]
    assert unmarked == []


def test_the_compiled_catalogue_says_what_the_source_says():
    source = {
        entry.msgid: entry.msgstr for entry in polib.pofile(str(CATALOGUE)) if entry.translated() and entry.msgstr
    }
    compiled = {entry.msgid: entry.msgstr for entry in polib.mofile(str(CATALOGUE.with_suffix(".mo"))) if entry.msgstr}
    assert compiled == source


@pytest.mark.parametrize("path", [path for path in OPEN if path.suffix == ".html"], ids=name)
def test_what_a_resident_reads_is_there_in_welsh(path):
    """Every string of the page, or it greets a Welsh reader half in English."""
    welsh = {entry.msgid for entry in polib.pofile(str(CATALOGUE)) if entry.translated()}
    assert [text for text in msgids(path.read_text()) if text not in welsh] == []


def msgids(template: str) -> list[str]:
    """What gettext looks up for a template's words."""
    blocks = re.findall(r"{% blocktranslate[^%]*%}(.*?)(?:{% plural %}.*?)?{% endblocktranslate %}", template, re.S)
    return re.findall(r"{% translate \"([^\"]+)\"", template) + [
        re.sub(r"{{ (\w+) }}", r"%(\1)s", block.replace("%", "%%")) for block in blocks
    ]


def test_a_welsh_string_keeps_every_gap_that_is_filled_in():
    def gaps(text: str) -> list[str]:
        return sorted(re.findall(r"%\(\w+\)[sd]", text))

    broken = [
        said
        for entry in polib.pofile(str(CATALOGUE))
        if entry.translated()
        for said in (entry.msgstr_plural.values() or [entry.msgstr])
        if gaps(said) not in (gaps(entry.msgid), gaps(entry.msgid_plural))
    ]
    assert broken == []
