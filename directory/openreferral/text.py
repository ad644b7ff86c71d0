"""Words from somebody else's feed: HTML made plain, controls and placeholders left out, lengths kept."""

import re
from html.parser import HTMLParser

LONGEST = 20_000
BLOCKS = {"p", "div", "br", "li", "ul", "ol", "tr", "table", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6"}
SILENT = {"script", "style", "template", "noscript", "svg", "iframe", "object"}
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u2028-\u202e\ufeff]")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);|<!--")
# Markdown, which many feeds hold unsaid: links, headings, bullets, bold and italics; 3*4 and snake_case are left alone.
LINK = re.compile(r"!?\[(\[[^\]\n]{0,300}\]|[^\[\]\n]{0,300})\]\([^()\n]{0,1000}\)")
HEADING = re.compile(r"^\s{0,3}#{1,6}\s*(?=\w)", re.MULTILINE)
BULLET = re.compile(r"^\s*[*+-]\s+(?=\S)", re.MULTILINE)
BOLD = re.compile(r"\*{2,}|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
ITALIC = re.compile(r"(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?])_{1,3}(?!\w)")
SENTENCE = re.compile(r"(?<=[.!?])\s+")


class _Words(HTMLParser):
    """Keeps what a reader would read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\n• " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(self.silent - (tag in SILENT), 0)
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def plain(value: object, limit: int = LONGEST) -> str:
    """Several lines of text, without markup. What is no text at all gives nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    said = CONTROLS.sub(" ", str(value).replace("\r\n", "\n").replace("\r", "\n")[: LONGEST * 4])
    lines = (" ".join(line.split()) for line in _without_markdown(_without_markup(said)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:limit].rstrip()


def line(value: object, limit: int = 200) -> str:
    """One line of text."""
    return " ".join(plain(value).split())[:limit].rstrip()


def _without_markup(said: str) -> str:
    if not TAG.search(said):
        return said
    words = _Words()
    words.feed(said)
    words.close()
    return "".join(words.parts)


def _without_markdown(said: str) -> str:
    said = BULLET.sub("• ", HEADING.sub("", LINK.sub(r"\1", said)))
    return ITALIC.sub("", BOLD.sub("", said))


def summary(description: str, limit: int = 200) -> str:
    """The first sentences that fit; a very long first sentence is cut at a word."""
    first = " ".join(description.split("\n\n")[0].split())
    taken = ""
    for sentence in SENTENCE.split(first):
        if len(f"{taken} {sentence}") > limit:
            break
        taken = f"{taken} {sentence}".strip()
    return taken or _cut(first, limit)


def _cut(said: str, limit: int) -> str:
    return said if len(said) <= limit else said[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def first(raw: dict, *names: str) -> object:
    """The first of these members that says anything; feeds spell them differently."""
    return next((raw[name] for name in names if raw.get(name) not in (None, "", [], {})), None)


def several(raw: dict, *names: str) -> list[dict]:
    """The members of all these lists that are records at all."""
    found: list[dict] = []
    for name in names:
        value = raw.get(name)
        items = value if isinstance(value, list) else [value]
        found.extend(item for item in items if isinstance(item, dict))
    return found
