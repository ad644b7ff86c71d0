"""Our own words for listings as taxonomies and terms, so that others can read and ask by them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils import translation

from directory.models import Audience, Need
from directory.openreferral import said
from directory.states import Attending, Function, Gender, Joining, Kind, Wellbeing

Document = dict[str, object]


@dataclass(frozen=True)
class Term:
    taxonomy: str
    code: str
    name: str
    description: str = ""

    @property
    def id(self) -> str:
        return said.child("taxonomy_term", self.taxonomy, self.code)

    def document(self) -> Document:
        """A description is required, so the name stands in for one."""
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description or self.name,
            "code": self.code,
            "taxonomy": TITLES[self.taxonomy][0],
            "taxonomy_id": said.child("taxonomy", self.taxonomy),
            "term_uri": said.ours(f"{said.STUB}/taxonomy_terms/{self.id}"),
        }


@dataclass(frozen=True)
class Taxonomy:
    code: str
    name: str
    description: str
    terms: tuple[Term, ...]

    @property
    def id(self) -> str:
        return said.child("taxonomy", self.code)

    def document(self, full: bool) -> Document:
        terms = [term.document() for term in self.terms] if full else []
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "uri": said.ours(f"{said.STUB}/taxonomies/{self.id}"),
            "version": "1",
            "taxonomy_terms": terms,
        }


# By the code that also is the `link_type` of an attribute.
TITLES = {
    "need": ("Connect needs", "What somebody would like, and a listing answers."),
    "audience": ("Connect audiences", "Who a listing is for. One that names nobody is for anybody."),
    "kind": ("Connect kinds", "What a listing is: a group, befriending, advice, an online community."),
    "function": ("Connect functions", "Support in a hard time, or a natural part of a life."),
    "wellbeing": ("Five Ways to Wellbeing", "Connect, be active, take notice, keep learning, give."),
    "attending_access": ("Connect ways of joining", "Whether one just comes, rings, books, joins or is referred."),
    "attending_type": ("Connect ways of taking part", "In person, online, by phone or at home."),
    "gender": ("Connect genders", "For women, or for men. A listing that names neither is for anybody."),
}
FIXED: dict[str, type[TextChoices]] = {
    "kind": Kind,
    "function": Function,
    "wellbeing": Wellbeing,
    "attending_access": Joining,
    "attending_type": Attending,
    "gender": Gender,
}


def taxonomies() -> list[Taxonomy]:
    """All of them; asks for needs and audiences, the rest is fixed. Always in English: it is one vocabulary."""
    with translation.override("en-gb"):
        terms = {"need": _kept("need", Need.objects.all()), "audience": _kept("audience", Audience.objects.all())}
        terms |= {code: _fixed(code, choices) for code, choices in FIXED.items()}
    return [Taxonomy(code, name, about, terms[code]) for code, (name, about) in TITLES.items()]


def _kept(code: str, rows: Iterable[Need | Audience]) -> tuple[Term, ...]:
    return tuple(Term(code, row.pk, row.name) for row in rows)


def _fixed(code: str, choices: type[TextChoices]) -> tuple[Term, ...]:
    return tuple(Term(code, value, str(label)) for value, label in choices.choices if value)


class Vocabulary:
    """The terms by code and by id, asked for once."""

    def __init__(self) -> None:
        self.taxonomies = taxonomies()
        self.terms = [term for taxonomy in self.taxonomies for term in taxonomy.terms]
        self.by_id = {term.id: term for term in self.terms}
        self.documents = {(term.taxonomy, term.code): term.document() for term in self.terms}

    def attribute(self, of: object, taxonomy: str, code: str) -> Document | None:
        """A term as it hangs on a listing."""
        term = self.documents.get((taxonomy, code))
        return term and {
            "id": said.child("attribute", of, term["id"]),
            "link_id": str(of),
            "link_entity": "service",
            "link_type": taxonomy,
            "taxonomy_term_id": term["id"],
            "taxonomy_term": term,
        }
