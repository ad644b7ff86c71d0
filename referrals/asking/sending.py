"""What the page and the API share when a worker sends a referral: made once, however often it is sent."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from connect.identity import opening
from connect.keyed import earlier, made_in
from connect.people.training.register import trained_on
from referrals import actions
from referrals.asking import drafts, eligibility
from referrals.asking.forms import ReferForm
from referrals.models import Referral
from referrals.safety import words
from referrals.safety.states import Door

TRIES = 3  # a reference is six letters: once in a great while two are alike, and another is drawn
TO_TELL = ("person", "team", "consents")


def send(request: HttpRequest, form: ReferForm) -> Referral | None:
    """The referral this valid form made, now or before."""
    for _try in range(TRIES):
        if made := earlier(Referral, form.cleaned_data["key"], *TO_TELL) or _twin(request, form):
            return made
        try:
            with transaction.atomic():
                return _submit(request, form)
        except IntegrityError:  # the same form at the same moment, or the same reference: look again
            continue
    return earlier(Referral, form.cleaned_data["key"], *TO_TELL)


def _twin(request: HttpRequest, form: ReferForm) -> Referral | None:
    """The very same words from the same session within the hour: Back and Send again, with a key drawn anew."""
    same = {"made_in": made_in(request), "content_hash": form.content_hash}
    recent = Referral.objects.visible_to(request.user).filter(submitted_at__gt=timezone.now() - timedelta(hours=1))
    return recent.filter(**same).prefetch_related(*TO_TELL).first()


def _submit(request: HttpRequest, form: ReferForm) -> Referral:
    """The referral, its words in the queue of whoever reads them, and the draft gone: all of it, or nothing."""
    made = form.made_by(request)
    referral = actions.submit(
        person=form.person(),
        fit=form.fit,
        yeses=form.yeses(),
        by=request.user,
        made=made,
        referrer_trained=trained_on(request.user, timezone.localdate()),
        **form.referral(),
    )
    with opening(made["key"]):  # of another team's, a connector sees no more than what this form makes
        words.heard(referral.words, referral=referral, by=request.user, where=Door.REFER)
    drafts.erase(made["key"], by=request.user)
    return referral


def note_blocked(request: HttpRequest, form: ReferForm) -> None:
    """A form that may not be sent because nobody may help there is counted, once."""
    if form.fit and form.fit.is_blocked and "key" in form.cleaned_data:
        made = {"key": form.cleaned_data["key"], "content_hash": "", "made_in": made_in(request)}
        eligibility.note_blocked(form.fit, by=request.user, made=made)


def to_tell(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    """With all that progress.for_referrer reads."""
    return rows.select_related("person", "team").prefetch_related("consents", "connections", "occasions__attendances")
