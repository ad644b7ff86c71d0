"""What was typed in a thread: sent twice, it is there once; what cannot be sent says why and keeps the words."""

from collections.abc import Callable

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from connect.keyed import is_mine
from referrals.models import Referral
from referrals.threads import actions
from referrals.threads.forms import LineForm
from referrals.threads.models import Line


def sent(request: HttpRequest, form: LineForm, referral: Referral, write: Callable[..., Line]) -> bool:
    """Whether it stands in the thread now; otherwise the form says why not."""
    try:
        with transaction.atomic():
            write(text=form.cleaned_data["text"], made=form.made_by(request))
    except IntegrityError:  # this key was used before: pressed twice
        before = Line.objects.filter(key=form.cleaned_data["key"], referral=referral).first()
        if not is_mine(request, form, before):
            form.add_error(None, _("That was sent before with other words. Reload the page to write another"))
            return False
    except actions.MayNotWrite:
        form.add_error(None, _("Not sent: they have taken back their yes, or nobody can be written to there"))
        return False
    messages.success(request, _("Sent"))
    return True
