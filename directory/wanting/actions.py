"""A listing asks one thing more, or one thing less. What was asked is never changed: it was answered in those words."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from connect.people.models import User
from directory.models import Document, Question, Service

MOST = 10


class TooMany(Exception):
    """Whoever is asked more than this before they have been anywhere does not go."""


def questions_of(service: Service) -> list[Question]:
    return list(Question.objects.now().filter(service=service))


def documents_of(service: Service) -> list[Document]:
    return list(Document.objects.now().filter(service=service))


@transaction.atomic
def ask(service: Service, *, by: User | None, **said: object) -> Question:
    """The same words twice are one question. Without `by`, the organiser says so behind their own link."""
    return _add(Question, service, by, "words", said)


@transaction.atomic
def want(service: Service, *, by: User | None, **said: object) -> Document:
    return _add(Document, service, by, "name", said)


def _add(model: type[Model], service: Service, by: User | None, known_by: str, said: dict[str, object]) -> Model:
    Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    now = list(model.objects.now().filter(service=service))
    there = _there(now, known_by, said)
    if there:
        return there
    if len(now) >= MOST:
        raise TooMany
    return model.objects.create(service=service, place=len(now), made_by=by, **said)


def _there(rows: Iterable[Model], known_by: str, said: dict[str, object]) -> Model | None:
    return next((row for row in rows if getattr(row, known_by).casefold() == str(said[known_by]).casefold()), None)


def stop(row: Question | Document) -> None:
    """No longer asked for. What was answered stays with whoever answered."""
    type(row).objects.filter(pk=row.pk, ended_at=None).update(ended_at=timezone.now())
