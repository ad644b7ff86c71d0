"""How somebody comes to us: by a worker, one without an account, by themselves, their family, or a letter."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from connect.identity import opening
from connect.people.roles import Job
from connect.people.training import register
from outcomes.simulation import doors, duty, house, rates
from outcomes.simulation.life import Life, Over
from referrals import actions
from referrals.asking import chats, eligibility
from referrals.asking.models import Came
from referrals.models import Outsider, Referral
from referrals.open_door import actions as front_door
from referrals.open_door import answering
from referrals.open_door.models import For
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import Known, Purpose, Source

COLLEAGUES = 8  # so many work at the pharmacy
SOON = timedelta(minutes=20)  # a letter is there, and read


def ask(life: Life) -> Iterator[datetime]:
    """Somebody is asked for; the life knows its referral afterwards."""
    life.source = life.dice.one_of(rates.ASKS)
    if life.source == Source.WORKER:
        by_worker(life, life.dice.choice(life.world.cast.workers))
    elif life.source == Source.OUTSIDER:
        yield from _by_letter_to_a_worker(life)
    elif life.source == "letter":
        yield from life.office((0, 1))
        _keyed_in(life)
    else:
        _by_themselves(life)
    life.note(f"asked_by_{life.source}")


def by_worker(life: Life, worker: object) -> None:
    """The form of somebody with an account."""
    life.worker = worker
    with doors.signed_in(worker):
        fit, made = _fit(life), actions.new_key()
        more = {"referrer_trained": register.trained_on(worker, timezone.localdate()), **_said(life)}
        referral = _submit(life, fit, made, by=worker, yeses=_yeses(life), **more)
        with opening(made["key"]):
            words.heard(referral.words, referral=referral, by=worker, where=Door.REFER)
        if life.dice.happens(rates.CHAT_LED_TO_IT):
            chats.log(
                by=worker, made=actions.new_key(), referral=referral, came=Came.REFERRED, **duty.asked_them(life.dice)
            )
            life.note("chat_referred")


def _submit(life: Life, fit: eligibility.Fit, made: dict, **more: object) -> Referral:
    told = {"wants": life.who.wants, "words": life.who.words, "made": made, "fit": fit}
    return _is(life, actions.submit(person=life.who.fields(), **told, **more))


def _is(life: Life, referral: Referral) -> Referral:
    life.referral_id, life.person_id = referral.pk, referral.person_id
    if referral.urgent:
        life.note("urgent")
    return referral


def _fit(life: Life, **whose: bool) -> eligibility.Fit:
    """Whether somebody may help there is asked first; where nobody may, it is counted and that is all."""
    fit = eligibility.check(life.who.postcode, age=_age(life), **whose)
    if fit.is_blocked:
        eligibility.note_blocked(fit, by=life.worker, made=actions.new_key())
        life.note("blocked")
        raise Over
    return fit


def _age(life: Life) -> int | None:
    return (timezone.localdate() - life.who.born).days // 365 if life.who.age_known else None


def _said(life: Life) -> dict[str, object]:
    """What a worker ticks besides."""
    asked = life.dice.happens(rates.ASKED_DOMAINS)
    return {
        "urgent": life.dice.happens(rates.URGENT),
        "expected_weight": life.dice.one_of(rates.WEIGHT),
        "age_then": _age(life),
        "first_time": life.dice.one_of(rates.FIRST_TIME) if asked else Known.NOT_ASKED,
        "domains": life.dice.some_of(rates.DOMAINS) if asked else [],
        "domains_asked": asked,
    }


def _yeses(life: Life) -> list[str]:
    more = {
        Purpose.TELL_REFERRER: rates.MAY_TELL_REFERRER,
        Purpose.FULL_MESSAGES: rates.MAY_NAME_THE_PLACE,
        Purpose.TELL_MORE: rates.MAY_TELL_MORE,
    }
    return [Purpose.CONTACT, *life.dice.some_of(more)]


# ---------- without an account ----------


def _by_letter_to_a_worker(life: Life) -> Iterator[datetime]:
    """Their work e-mail first; the link that comes back opens the form."""
    email = f"colleague{life.world.part}.{life.dice.randrange(COLLEAGUES)}@pharmacy.example.org"
    key = answering.outsider_key(email)
    if doors.sent("outside", key) is None:
        knock = uuid.uuid4()
        with doors.without_account():
            front_door.knock(knock, For.LETTER, to=email)
        house.answer(knock)
        yield from life.until(timezone.now() + SOON)
    link = doors.sent("outside", key)
    if link is None:  # too many letters that day: they ring instead
        return _keyed_in(life)
    with doors.holding(link):
        _outside(life, Outsider.objects.get(pk=link.subject))
    return None


def _outside(life: Life, outsider: Outsider) -> None:
    outsider.name, outsider.verified_at = "Mo Tarn", outsider.verified_at or timezone.now()
    body, today = outsider.organisation_id, timezone.localdate()
    fit = _fit(life, without_account=True)
    _is(life, front_door.ask(
        person=life.who.fields(), source=Source.OUTSIDER, outsider=outsider, made=actions.new_key(), fit=fit,
        wants=life.who.wants, words=life.who.words, yeses=_yeses(life), age_then=_age(life),
        referring_organisation_id=body, referrer_job=Job.OTHER,
        referrer_trained=register.address_trained_on(outsider.email, body, today),
    ))  # fmt: skip


def _by_themselves(life: Life) -> None:
    """Or a daughter, with their yes."""
    outsider, name = None, f"{life.dice.choice('ABCDEFGHJKLM')}. {life.who.family}"
    if life.source == Source.FAMILY:
        email = f"family.{life.number}@example.org" if life.dice.happens(0.6) else ""
        outsider = Outsider(name=name, email=email, phone="01632 960 500", tie="daughter")
    with doors.without_account():
        fit = _fit(life, without_account=True, themselves=True)
        _is(life, front_door.ask(
            person=life.who.fields(), source=life.source, outsider=outsider, made=actions.new_key(), fit=fit,
            wants=life.who.wants, words=life.who.words, yeses=_yeses(life), age_then=_age(life),
        ))  # fmt: skip


def _keyed_in(life: Life) -> None:
    """Whoever took the call or the paper form keys it in."""
    life.source = "letter"
    taker = life.dice.choice(life.world.cast.connectors)
    with doors.signed_in(taker):
        fit, made = _fit(life, without_account=True, themselves=True), actions.new_key()
        referral = _submit(
            life, fit, made, by=None, entered_by=taker, source=Source.SELF, yeses=_yeses(life), age_then=_age(life)
        )
        with opening(made["key"]):
            words.heard(referral.words, referral=referral, by=taker, where=Door.SELF)
