"""What the page and the API share when a worker sends a referral, and when they ask what became of it."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.keyed import earlier, made_in
from referrals import actions
from referrals.forms import ReferForm
from referrals.models import Referral

TRIES = 3  # a reference is six letters: once in a great while two are alike, and another is drawn


def send(request: HttpRequest, form: ReferForm) -> Referral | None:
    """The referral this valid form made, now or before; None when nobody serves there, which the form then says."""
    for _try in range(TRIES):
        if made := earlier(Referral, form.cleaned_data["key"], *TO_TELL) or _twin(request, form):
            return made
        try:
            with transaction.atomic():
                return _submit(request, form)
        except actions.NobodyServes:
            form.add_error("postcode", _("We have no connectors there yet. Ring us and we will find somebody"))
            return None
        except IntegrityError:  # the same form at the same moment, or the same reference: look again
            continue
    return earlier(Referral, form.cleaned_data["key"], *TO_TELL)


def _twin(request: HttpRequest, form: ReferForm) -> Referral | None:
    """The very same words from the same session within the hour: Back and Send again, with a key drawn anew."""
    same = {"made_in": made_in(request), "content_hash": form.content_hash}
    recent = Referral.objects.visible_to(request.user).filter(submitted_at__gt=timezone.now() - timedelta(hours=1))
    return recent.filter(**same).prefetch_related(*TO_TELL).first()


def _submit(request: HttpRequest, form: ReferForm) -> Referral:
    return actions.submit(
        person=form.person(),
        wants=form.cleaned_data["wants"],
        words=form.cleaned_data["words"],
        urgent=form.cleaned_data["urgent"],
        yeses=form.yeses(),
        by=request.user,
        made=form.made_by(request),
    )


TO_TELL = ("person", "team", "consents")


def to_tell(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    """With all that progress.for_referrer reads."""
    return rows.select_related("person", "team").prefetch_related("consents", "connections", "occasions__attendances")
