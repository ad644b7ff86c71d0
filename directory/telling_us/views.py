"""Pages on which anybody tells us something: what is wrong, what was useful, what should change, a group of theirs."""

import uuid
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.identity import opening
from connect.keyed import KeyedForm, earlier
from connect.people.access import public
from connect.people.models import MadeOnce
from directory.models import ChangeRequest, Service, Usefulness
from directory.states import Decision, Via, Wrong
from directory.telling_us import actions, sending
from directory.telling_us.forms import SuggestForm, UsefulForm, WordsForm, WrongForm
from directory.telling_us.group_form import NewGroupForm
from directory.telling_us.sending import SentBefore, TooOften, published, refuse

# Not no-store: on Back, the form must still hold what was typed, and its key.
kept_in_the_browser = cache_control(private=True, max_age=0)


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _sent(form: KeyedForm, send: Callable[[], MadeOnce]) -> tuple[MadeOnce | None, int]:
    """What the form made, and with which status the page is drawn when it made nothing."""
    if not form.is_bound:
        return None, 200
    if not form.is_valid():
        return None, 422
    try:
        return send(), 303
    except (SentBefore, TooOften) as problem:
        return None, refuse(form, problem)


@public
@form_page
@kept_in_the_browser
def wrong(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Something here is wrong."""
    service, form = published(pk), WrongForm(_posted(request))
    made, status = _sent(form, lambda: sending.report(request, service, form))
    if made:
        return redirect("unsafe_told" if made.what == Wrong.UNSAFE else "wrong_told", pk)
    return render(request, "directory/telling_us/wrong.html", {"service": service, "form": form}, status=status)


@public
@form_page
@kept_in_the_browser
def useful(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Was this useful? The two buttons of a listing send it without words; the words are asked for next."""
    service, form = published(pk), UsefulForm(_posted(request))
    made, status = _sent(form, lambda: sending.usefulness(request, service, form))
    if made:
        return redirect("useful_told", pk) if made.words else redirect("useful_words", pk, made.key)
    return render(request, "directory/telling_us/useful.html", {"service": service, "form": form}, status=status)


@public
@form_page
@never_cache
def useful_words(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """The answer is counted already; whoever likes adds words to it."""
    service, said = published(pk), earlier(Usefulness, key)
    if said is None or said.service_id != service.pk:
        raise Http404
    form = WordsForm(_posted(request), initial={"words": said.words})
    if form.is_bound and form.is_valid():
        actions.add_words(key, words=form.cleaned_data["words"])
        return redirect("useful_told", pk)
    page = {"service": service, "form": form}
    return render(request, "directory/telling_us/useful_words.html", page, status=422 if form.is_bound else 200)


@public
@form_page
@kept_in_the_browser
def suggest(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The parts people know, as they stand; whatever is changed is proposed to an editor."""
    service = published(pk)
    form = SuggestForm(_posted(request), service=service)
    made, status = _sent(form, lambda: sending.change(request, service, form))
    if made:
        return redirect("suggest_told", pk)
    return render(request, "directory/telling_us/suggest.html", {"service": service, "form": form}, status=status)


@public
@form_page
@kept_in_the_browser
def new_group(request: HttpRequest) -> HttpResponse:
    """Put your group here."""
    form = NewGroupForm(_posted(request))
    made, status = _sent(form, lambda: sending.group(request, form))
    if made:
        return redirect("new_group_sent", made.key)
    return render(request, "directory/telling_us/new_group.html", {"form": form}, status=status)


@public
@require_safe
@never_cache
def new_group_sent(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """How far a group is: for whoever has the address, which holds a key that nobody can guess. No contact is shown."""
    with opening(key):
        change = get_object_or_404(ChangeRequest.objects.select_related("service").filter(via=Via.SIGN_UP, key=key))
    is_there = change.service is not None and Service.objects.published().filter(pk=change.service_id).exists()
    page = {
        "group": change.proposed.get("name", ""),
        "change": change,
        "is_waiting": change.state in (Decision.WAITING, Decision.SECOND),
        "listing": change.service if is_there else None,
    }
    response = render(request, "directory/telling_us/new_group_sent.html", page)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@public
@require_safe
def told(request: HttpRequest, pk: uuid.UUID, what: str) -> HttpResponse:
    """Thank you, and what happens next."""
    return render(request, "directory/telling_us/told.html", {"service": published(pk), "what": what})
