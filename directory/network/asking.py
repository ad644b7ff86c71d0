"""A poll as people answer it: no account, no name, one answer a device; and the staff's look at it."""

import uuid
from datetime import datetime, time, timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.often import too_often
from connect.people.access import may, public, requires
from directory.network import polls
from directory.network.forms import AnswerForm
from directory.network.models import Poll, PollWords
from directory.telling_us.sending import TooOften, refuse

MOST_AN_HOUR = 60  # from one address: a library's readers share theirs
COOKIE = "answered"  # says "yes" to this one address and nothing else, until the poll is shut


@public
@form_page
@never_cache
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    poll = get_object_or_404(Poll.objects.select_related("group"), slug=slug)
    if not poll.is_open:
        return render(request, "directory/network/ask_shut.html", {"poll": poll})
    if COOKIE in request.COOKIES:
        return redirect("ask_thanks", slug)
    form = AnswerForm(request.POST if request.method == "POST" else None, poll=poll)
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        if not too_often(request, f"poll:{poll.pk}", MOST_AN_HOUR):
            return _answered(poll, form)
        status = refuse(form, TooOften())
    return render(request, "directory/network/ask.html", {"form": form, "poll": poll}, status=status)


def _answered(poll: Poll, form: AnswerForm) -> HttpResponse:
    said = {name: form.cleaned_data[name] for name in ("key", "needs", "ward", "words")}
    worries = polls.answer(poll, **said)
    response = redirect(reverse("ask_thanks", args=[poll.slug]) + ("?help" if worries else ""))
    end = timezone.make_aware(datetime.combine(poll.closes_on + timedelta(days=1), time()))
    response.set_cookie(
        COOKIE, "yes", expires=end, path=reverse("ask", args=[poll.slug]), httponly=True, samesite="Lax",
        secure=settings.SITE_URL.startswith("https:"),
    )  # fmt: skip
    return response


@public
@require_safe
def ask_thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """Thank you; and where to find what they ticked. Words of despair are answered first, with who can help now."""
    poll = get_object_or_404(Poll.objects.select_related("group"), slug=slug)
    return render(request, "directory/network/ask_thanks.html", {"poll": poll, "help": "help" in request.GET})


# ---------- the staff's look ----------


@requires("NEEDS_POLL")
@require_safe
@never_cache
def poll(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The result by place once it is shut; and the words, for whoever reads them."""
    one = get_object_or_404(Poll.objects.select_related("group"), pk=pk)
    reads = may(request.user, "NEEDS_POLL", "U")
    context = {
        "poll": one,
        "result": polls.result(one) if one.is_over else None,
        "words": PollWords.objects.filter(poll=one) if reads else (),
        "reads": reads,
    }
    return render(request, "directory/network/poll.html", context)


@requires("NEEDS_POLL")
@require_safe
@never_cache
def poll_list(request: HttpRequest) -> HttpResponse:
    """Every poll, the latest first; with how many words nobody has read yet, for whoever reads them."""
    rows = list(Poll.objects.select_related("group")[:100])
    waiting = PollWords.objects.filter(read_at=None).values_list("poll", flat=True)
    unread = set(waiting) if may(request.user, "NEEDS_POLL", "U") else set()
    return render(request, "directory/network/poll_list.html", {"polls": [(one, one.pk in unread) for one in rows]})


@requires("NEEDS_POLL", "U")
@require_POST
def poll_word(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Read: passed on to the admin, or kept here."""
    row = get_object_or_404(PollWords.objects.select_related("poll"), pk=pk)
    polls.settle_words(row, passed_on=request.POST.get("do") == "pass_on")
    messages.success(request, _("Saved"))
    return redirect("poll", row.poll_id)
