"""What the demo's lunch club would like to know, and what its choir asks people to bring."""

from collections.abc import Callable
from uuid import UUID

from directory.models import Document, Question, Service
from directory.wanting import actions
from directory.wanting.states import Kind, Paper, Reader


def load(key: Callable[[str], UUID]) -> None:
    club = Service.objects.filter(pk=key("st-marks-lunch-club")).first()
    if club is None or Question.objects.exists() or Document.objects.exists():
        return
    actions.ask(
        club, by=None, words="Is there anything they do not eat?", kind=Kind.WORDS, choices=[], required=False,
        seen_by=Reader.ORGANISER,
    )  # fmt: skip
    actions.want(club, by=None, kind=Paper.BRING, name="£4.50 in coins", words="There is no card reader.", link="")
