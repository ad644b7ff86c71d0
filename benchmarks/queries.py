"""What people type, class by class, with where they are: a log nobody wrote, the same every time."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import invented


@dataclass(frozen=True)
class Query:
    """`kind` is its class. Without a postcode it is asked of the whole country."""

    kind: str
    words: str = ""
    postcode: str = ""
    miles: int = 2
    need: str = ""


MILES, MILES_WEIGHTS = (2, 5, 10, 25), (40, 30, 20, 10)
OFTEN = ("support", "group", "people", "community", "local", "service", "help", "information")
MIDDLING = tuple(topic.split()[0] for topic in invented.TOPICS)


def queries(each: int, listings: int, seed: int = invented.SEED) -> list[Query]:
    """So many of each class, in random order. Another seed gives a log nobody has tuned to."""
    dice = random.Random(seed + 2)
    made = [query for _ in range(each) for query in _one_of_each(dice, listings)]
    dice.shuffle(made)
    return made


def _one_of_each(dice: random.Random, listings: int) -> Iterator[Query]:
    def near(kind: str, words: str = "", need: str = "", miles: int = 0) -> Query:
        far = miles or dice.choices(MILES, MILES_WEIGHTS)[0]
        return Query(kind, words, dice.choice(invented.postcodes())[0], far, need)

    topic = invented.some(dice, invented.TOPICS, 0.7, 2)
    name = invented.listing(dice.randrange(listings)).name
    yield near("rare word", dice.choice(invented.world().strange[1000:]), miles=25)
    yield near("name", name, miles=25) if dice.random() < 0.5 else Query("name", name)
    yield near("two topic words", topic[0])
    yield near("mid word", dice.choice(MIDDLING))
    yield near("common word and need", dice.choice(OFTEN), dice.choice(invented.NEEDS))
    yield near("need alone", "", dice.choice(invented.NEEDS))
    yield near("place alone")
    yield near("two common words", " ".join(dice.sample(OFTEN, 2)))
    yield near("one common word", dice.choice(OFTEN))
    yield near("misspelt", _slip(dice, dice.choice([word for word in MIDDLING if len(word) > 5])))
    yield Query("nothing asked")
    yield Query("no place", topic[1])
    yield Query("no place, common word", dice.choice(OFTEN))


def _slip(dice: random.Random, word: str) -> str:
    """Two letters the wrong way round, or one left out; never the first."""
    at = dice.randrange(1, len(word) - 2)
    middle = word[at + 1] + word[at] if dice.random() < 0.5 and word[at] != word[at + 1] else word[at]
    return word[:at] + middle + word[at + 2 :]
