"""Who answers a question: our one statement, our whole search in Python, and tantivy with the same listings."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import tantivy
from tantivy import FieldType, Occur, Query

from benchmarks import machine
from benchmarks.invented import Listing
from benchmarks.queries import Query as Typed
from connect.places.find import Spot, locate
from directory import index, kept_answers, search, words
from directory.index import Answer, Question
from directory.words import Part

MEGABYTES = 1_000_000
TAGS = 200  # more than there are


@dataclass(frozen=True)
class Asked:
    """What was typed, and the question it makes once the words are read and the place is found."""

    typed: Typed
    spot: Spot | None
    question: Question


def asked(typed: Typed) -> Asked:
    spot = locate(typed.postcode) if typed.postcode else None
    needs = (typed.need,) if typed.need else ()
    miles = float(typed.miles) if spot else None
    return Asked(typed, spot, Question(words.read(typed.words).parts, near=spot, miles=miles, needs=needs))


def ours(asked: Asked) -> Answer:
    """The statement alone, and never an answer kept from before."""
    kept_answers.forget()
    return index.ask(asked.question, 1, search.PAGE_SIZE)


def whole(asked: Asked) -> Answer:
    """Words read, asked again where there is nothing, listings fetched: what the page and the API call."""
    kept_answers.forget()
    typed = asked.typed
    found = search.search(typed.words, asked.spot, needs=asked.question.needs, within=asked.question.miles)
    return Answer(found.total, tuple((hit.service.pk, None) for hit in found.hits), found.facets)


class Tantivy:
    """One document a listing, at its first place; the same words; a square for the circle, no order by distance."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not folder.exists():
            folder.mkdir()
            tantivy.Index(_schema(), path=str(folder))
        self.index = tantivy.Index.open(str(folder))
        self.searcher, self.schema = self.index.searcher(), self.index.schema

    def add(self, listings: Iterable[Listing]) -> float:
        """Seconds it took, merged and ready."""
        began = time.perf_counter()
        writer = self.index.writer(200 * MEGABYTES, 1)
        for listing in listings:
            writer.add_document(_document(listing))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
        return time.perf_counter() - began

    def megabytes(self) -> float:
        return sum(file.stat().st_size for file in self.folder.iterdir()) / MEGABYTES

    def __call__(self, asked: Asked) -> Answer:
        return self.ask(asked.question, 1, search.PAGE_SIZE)

    def ask(self, question: Question, page: int, size: int) -> Answer:
        """In the place of `index.ask`."""
        query = self._query(question)
        hits = self.searcher.search(query, size, offset=(page - 1) * size)
        counted = self.searcher.aggregate(query, {"tags": {"terms": {"field": "tags", "size": TAGS}}})
        found = (self.searcher.doc(address) for _score, address in hits.hits)
        return Answer(
            hits.count,
            tuple((UUID(doc.get_first("key")), UUID(doc.get_first("place"))) for doc in found),
            {bucket["key"]: bucket["doc_count"] for bucket in counted["tags"]["buckets"]},
        )

    def _query(self, question: Question) -> Query:
        must = [self._part(part) for part in question.parts]
        must += [self._any(f"need:{code}" for code in question.needs)] if question.needs else []
        if question.near and question.miles:
            must += self._square(question.near, round(question.miles * index.METRES_IN_A_MILE))
        return Query.boolean_query([(Occur.Must, each) for each in must]) if must else Query.all_query()

    def _part(self, part: Part) -> Query:
        """What was said, or what else it means."""
        said = f'"{part.said}"' if part.together else " ".join(f"+{word}" for word in part.said.split())
        either = [self.index.parse_query(said, ["name", "body"], field_boosts={"name": 3.0})]
        either += [self.index.parse_query(f'"{phrase}"', ["name", "body"]) for phrase in (*part.spelled, *part.means)]
        tags = [*(f"need:{code}" for code in part.needs), *part.tags]
        return Query.boolean_query([(Occur.Should, each) for each in [*either, *([self._any(tags)] if tags else [])]])

    def _any(self, tags: Iterable[str]) -> Query:
        terms = [(Occur.Should, Query.term_query(self.schema, "tags", tag)) for tag in tags]
        return Query.const_score_query(Query.boolean_query(terms), 0.0)

    def _square(self, near: Spot, metres: int) -> list[Query]:
        """Those without a place to go to are everywhere."""
        sides = [
            Query.range_query(self.schema, name, FieldType.Integer, middle - metres, middle + metres)
            for name, middle in (("easting", near.easting), ("northing", near.northing))
        ]
        here = Query.boolean_query([(Occur.Must, side) for side in sides])
        anywhere = Query.term_query(self.schema, "tags", "anywhere")
        either = Query.boolean_query([(Occur.Should, here), (Occur.Should, anywhere)])
        return [Query.const_score_query(either, 0.0)]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("key", "place"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("name", "body"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    for name in ("easting", "northing"):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_text_field("tags", fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _document(listing: Listing) -> tantivy.Document:
    place = listing.places[0]
    body = f"{listing.summary} {place.town} Hall {listing.description} Organisation {listing.organisation}"
    made = tantivy.Document(
        key=str(listing.key), place=str(place.key), name=listing.name, body=body,
        easting=place.easting, northing=place.northing,
    )  # fmt: skip
    for tag in _tags(listing):
        made.add_text("tags", tag)
    return made


def _tags(listing: Listing) -> list[str]:
    said = (
        [f"need:{code}" for code in listing.needs] + [f"day:{day}" for day in listing.days] + [f"kind:{listing.kind}"]
    )
    said += ["free"] if listing.free else []
    return said + (["anywhere"] if listing.attending != "in_person" and not listing.reach else [])


# Who takes how long


Engine = Callable[[Asked], Answer]


class Clock(machine.Clock):
    def time(self, engine: Engine, asked: Asked) -> tuple[float, float]:
        wall, processor = self.read()
        engine(asked)
        wall_after, processor_after = self.read()
        return wall_after - wall, processor_after - processor


def totals_agree(one: Engine, other: Engine, log: Iterable[Asked]) -> dict[str, int]:
    """How often two engines find as many: the same number, within 2 in a hundred, or something else."""
    return dict(Counter(_agreement(one(each).total, other(each).total) for each in log))


def _agreement(one: int, other: int) -> str:
    return "same" if one == other else "near" if abs(one - other) <= max(one, other) * 0.02 + 1 else "other"
