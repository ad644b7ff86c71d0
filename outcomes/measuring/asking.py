"""Questions by link: sent where somebody may be written to, answered one at a time, kept when they are through."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from connect.messaging import links
from connect.people.models import User
from outcomes.measuring import actions, licensed
from outcomes.measuring.models import Questions
from outcomes.measuring.states import Mode
from outcomes.measuring.words import LANGUAGE, Question, script
from outcomes.scoring.readings import NO_ANSWER
from referrals import outgoing, telling
from referrals.actions import held, new_key
from referrals.following.states import NotTaken
from referrals.going import writing
from referrals.models import Referral
from referrals.refusals import ReferralError
from referrals.states import OPEN

LINK_DAYS = 14
USUAL = ("ucla3", "ons_direct")  # the harmonised standard asks the four questions together
NAMESPACE = uuid.UUID("b1d0f3de-4f6f-4a39-8f0e-3d5b0b7b6c11")  # one reading for each of the questions' instruments


class CannotWrite(ReferralError):
    """No message is safe, or agreed to: ask on the phone or face to face."""


class AreOut(ReferralError):
    """The questions were sent already, and can still be answered."""


@dataclass(frozen=True)
class Place:
    """Where somebody is in the questions: `number` of `total`, from one."""

    instrument: str
    question: Question
    intro: str
    number: int
    total: int
    credit: str = ""
    language: str = LANGUAGE


@transaction.atomic
def send(referral: Referral, *, by: User, made: Mapping[str, object], instruments: Sequence[str] = USUAL) -> Questions:
    """By text and e-mail, as they said is safe; the message tells no more than that there are questions."""
    referral = held(referral)
    if earlier := Questions.objects.filter(key=made["key"]).first():
        return earlier
    if any(one.is_open for one in Questions.objects.filter(referral=referral, finished_at=None)):
        raise AreOut
    if referral.state not in OPEN or not telling.can_write_to(referral):
        raise CannotWrite
    until = timezone.now() + timedelta(days=LINK_DAYS)
    row = Questions.objects.create(
        referral=referral, instruments=list(instruments), made_by=by, expires_at=until, **made
    )
    _write(row)
    return row


def _write(row: Questions) -> None:
    referral, person = row.referral, row.referral.person
    link = links.mint("questions", row.pk, [referral.pk, row.pk], row.expires_at, language=person.language)
    outgoing.to_person(
        referral, "questions", row.pk, ways=writing.ways(person), link=link, useless_after=row.expires_at
    )


def places(row: Questions) -> list[Place]:
    # The language of the page: whoever holds the link may not look up whose it is.
    own = licensed.of_scheme(row.referral.team.scheme_id, "cy" if get_language() == "cy" else "en")
    scripts = [script(key, own) for key in row.instruments]
    flat = [(one, question) for one in scripts for question in one.questions]
    return [
        Place(one.key, question, one.intro if question.number == 1 else "", number, len(flat), one.credit, one.language)
        for number, (one, question) in enumerate(flat, 1)
    ]


def next_place(row: Questions) -> Place | None:
    """The first that was neither answered nor left out; None when they are through."""
    return next((one for one in places(row) if one.question.key not in row.answers.get(one.instrument, {})), None)


@transaction.atomic
def answer(row: Questions, *, number: int, token: str | None) -> Questions:
    """One answer kept, or None for a question left out. The same question again changes what was said of it."""
    row = _mine(row)
    place = next((one for one in places(row) if one.number == number), None)
    if place is None or not row.is_open or not _is_answer(token, place.question):
        raise actions.NotAnswers
    row.answers.setdefault(place.instrument, {})[place.question.key] = token
    Questions.objects.filter(pk=row.pk).update(answers=row.answers)
    if next_place(row) is None:
        finish(row)
    return row


def _is_answer(token: str | None, question: Question) -> bool:
    return token in NO_ANSWER or token in dict(question.options)


@transaction.atomic
def finish(row: Questions, *, stopped: bool = False) -> None:
    """What was answered becomes readings; nothing answered is a person who would rather not, and that is kept."""
    row = _mine(row)
    if not Questions.objects.filter(pk=row.pk, finished_at=None).update(finished_at=timezone.now(), stopped=stopped):
        return
    taken = [_take(row, key) for key in row.instruments if _has_answer(row.answers.get(key, {}))]
    if not taken:
        actions.due_now(row.referral).update(done_at=timezone.now(), why_not=NotTaken.DECLINED)


def _take(row: Questions, key: str) -> object:
    made = new_key() | {"key": uuid.uuid5(NAMESPACE, f"{row.pk} {key}")}
    language = next((one.language for one in places(row) if one.instrument == key), LANGUAGE)
    return actions.take(
        row.referral, instrument=key, answers=row.answers[key], mode=Mode.LINK, by=None, made=made, language=language
    )


def _has_answer(answers: Mapping[str, str | None]) -> bool:
    return any(token not in NO_ANSWER for token in answers.values())


def _mine(row: Questions) -> Questions:
    """The row as it is now, and nobody else's until this transaction ends: two windows lose nothing."""
    return Questions.objects.select_for_update(no_key=True, of=("self",)).select_related("referral").get(pk=row.pk)
