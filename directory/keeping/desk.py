"""The desk's pages: the queues; one listing with all that is known, asked and said of it; and its buttons."""

import uuid
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.people.access import requires
from directory import document
from directory.bulk import alike
from directory.keeping import actions, asking, forms, making, proposing, queue, seen, wording
from directory.keeping.making import Decided
from directory.models import ChangeRequest, Report, Revision, Service, Usefulness
from directory.network import harvest
from directory.states import Decision, How, Outcome, Via
from directory.words import clean

SAID = {
    Outcome.RIGHT: gettext_lazy("Checked today. Nothing has changed"),
    Outcome.CHANGED: gettext_lazy("Checked today, with the changes"),
    Outcome.NO_ANSWER: gettext_lazy("No answer, written down"),
    Outcome.CALL_AGAIN: gettext_lazy("Written down: ring again"),
    Outcome.GONE: gettext_lazy("Closed: people do not find it any more"),
}


@requires("DIRECTORY_DRAFT", "U")
@require_safe
@never_cache
def desk(request: HttpRequest) -> HttpResponse:
    """What needs an editor, most urgent first."""
    chosen = queue.named(request.GET.get("queue", ""))
    whose = request.user if request.GET.get("whose") == "mine" else None
    counts = queue.counts(whose)
    page = Paginator(queue.of(chosen, whose), queue.A_PAGE).get_page(request.GET.get("page"))
    in_date, of_all = queue.in_date()
    context = {
        "chosen": chosen,
        "mine": whose is not None,
        "tabs": [(each, counts[each.code], each == chosen) for each in queue.QUEUES],
        "total": counts[chosen.code],
        "rows": list(chosen.line(page.object_list)),
        "page": page,
        "in_date": in_date,
        "of_all": of_all,
        "feeds_failing": harvest.failing(),
        "unsafe": queue.unsafe().select_related("service")[:3],
        "gaps": queue.gaps() if chosen.code == "said" else 0,
    }
    return render(request, "directory/keeping/desk.html", context)


@requires("DIRECTORY_DRAFT", "U")
@require_safe
@never_cache
def desk_listing(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _listing_page(request, _listing(pk))


def _listing(pk: uuid.UUID) -> Service:
    related = ("organisation", "feed", "assigned_to", "instead", "standing", "branch_of", "merged_into")
    return get_object_or_404(Service.objects.select_related(*related), pk=pk)


def _listing_page(request: HttpRequest, service: Service, **wrong: object) -> HttpResponse:
    """`wrong` are forms that were sent and are not right, by the name under which the page draws them."""
    context = seen.of(service, request.user) | wrong
    return render(request, "directory/keeping/listing.html", context, status=422 if wrong else 200)


def posts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For what only a button reaches: whoever comes by the address is led to the desk, not to an error."""

    @wraps(view)
    def posted(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
        return view(request, pk) if request.method == "POST" else redirect("desk")

    return form_page(posted)


@requires("DIRECTORY_DRAFT", "U")
@posts
def check(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    service, form = _listing(pk), forms.CheckForm(request.POST)
    if not form.is_valid():
        return _listing_page(request, service, check_form=form)
    said = {name: form.cleaned_data[name] for name in ("how", "note", "again_on", "outcome")}
    actions.check(service, by=request.user, key=form.cleaned_data["key"], **said)
    messages.success(request, SAID[said["outcome"]])
    back = said["outcome"] in (Outcome.NO_ANSWER, Outcome.CALL_AGAIN)
    return redirect("desk_listing", pk) if back else redirect("desk")


@requires("DIRECTORY_DRAFT", "U")
@posts
def take(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What somebody proposed: the ticked parts are taken, the others refused with them."""
    change = get_object_or_404(ChangeRequest.objects.exclude(service=None).select_related("service"), pk=pk)
    form = forms.TakeForm(request.POST, change=change)
    if not form.is_valid():
        messages.error(request, _("Tick what is right, then press a button"))
        return redirect("desk_listing", change.service_id)
    said = form.cleaned_data
    try:
        _decide(request, change, said)
    except Decided:
        messages.error(request, _("A colleague has decided this a moment ago"))
    except document.NotADocument as problem:
        messages.error(request, _in_words(problem))
    return redirect("desk_listing", change.service_id)


def _decide(request: HttpRequest, change: ChangeRequest, said: dict) -> None:
    if said["do"] == "refuse":
        proposing.refuse(change, by=request.user, why=said["why"])
        messages.success(request, _("Refused. The listing stays as it is"))
        return
    done = proposing.take(change, said["take"], by=request.user, why=said["why"])
    if said["how"]:
        actions.check(change.service, by=request.user, how=said["how"], outcome=Outcome.CHANGED, note=said["why"])
    messages.success(request, told(done))
    if "fees" in done.changed and change.service.costs.exists():
        messages.warning(request, _("Prices are listed beside what it costs: see that the two say the same"))


def told(done: proposing.Edited) -> str:
    """What became of an edit, for the editor who made it."""
    if done.waiting is None:
        return _("Saved") if done.changed else _("Nothing has changed")
    parts = ", ".join(wording.label(part) for part in done.waiting.proposed)
    if done.waiting.wait_until:
        return _("Waiting: %(parts)s. You are the only editor, so the old contact has 72 hours to say no") % {
            "parts": parts
        }
    return _("Waiting for a second editor: %(parts)s. The rest is saved") % {"parts": parts}


def _in_words(problem: document.NotADocument) -> str:
    return " ".join(f"{wording.label(part)}: {' '.join(said)}" for part, said in problem.errors.items())


@requires("DIRECTORY_PUBLISH", "U")
@posts
def second(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A new number or link: the second editor agrees or not; whoever was first may take it back."""
    change = get_object_or_404(ChangeRequest.objects.exclude(service=None).select_related("service"), pk=pk)
    form = forms.SecondForm(request.POST)
    if form.is_valid():
        try:
            messages.success(request, _second(request, change, form.cleaned_data))
        except proposing.SamePerson:
            messages.error(request, _("That takes somebody else: you are the first pair of eyes"))
        except Decided:
            messages.error(request, _("A colleague has decided this a moment ago"))
    return redirect("desk_listing", change.service_id)


def _second(request: HttpRequest, change: ChangeRequest, said: dict) -> str:
    if said["do"] == "agree":
        proposing.agree(change, by=request.user)
        return _("Agreed. The new contact is shown now")
    if said["do"] == "disagree":
        proposing.disagree(change, by=request.user, why=said["why"])
        return _("Refused. The old contact stays")
    proposing.withdraw(change, by=request.user)
    return _("Taken back. The old contact stays")


@requires("DIRECTORY_DRAFT", "U")
@posts
def note(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    service, form = _listing(pk), forms.NoteForm(request.POST)
    if not form.is_valid():
        return _listing_page(request, service, note_form=form)
    actions.write_note(service, text=form.cleaned_data["text"], by=request.user, key=form.cleaned_data["key"])
    return redirect("desk_listing", pk)


@requires("DIRECTORY_DRAFT", "U")
@posts
def assign(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    service, form = _listing(pk), forms.AssignForm(request.POST)
    if form.is_valid():
        actions.assign(service, to=form.cleaned_data["to"])
        messages.success(request, _("Saved"))
    return redirect("desk_listing", pk)


@requires("DIRECTORY_DRAFT", "U")
@posts
def period(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    service, form = _listing(pk), forms.PeriodForm(request.POST)
    if form.is_valid():
        actions.set_period(service, every_days=form.cleaned_data["every_days"])
        messages.success(request, _("Saved"))
    return redirect("desk_listing", pk)


@requires("ORGANISER_LINK", "U")
@posts
def ask(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Send the organiser their link now."""
    service = _listing(pk)
    try:
        asking.ask_now(service, by=request.user)
        messages.success(request, _("Asked. The answer shows here"))
    except asking.AskedLately:
        messages.error(request, _("They were asked in the last fortnight. Ring them, or wait"))
    except asking.NoWay:
        messages.error(request, _("There is no e-mail address and no mobile. Ring them"))
    return redirect("desk_listing", pk)


@requires("DIRECTORY_TOLD", "U")
@posts
def report(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What came of it, for whoever looks later."""
    told_us = get_object_or_404(Report.objects.select_related("service"), pk=pk)
    form = forms.ReportForm(request.POST)
    if not form.is_valid():
        return _listing_page(request, _listing(told_us.service_id), report_form=form, report_wrong=told_us.pk)
    actions.handle_report(told_us, by=request.user, came_of_it=form.cleaned_data["came_of_it"])
    messages.success(request, _("Dealt with"))
    return redirect("desk_listing", told_us.service_id)


@requires("DIRECTORY_TOLD", "U")
@posts
def word_read(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    word = get_object_or_404(Usefulness, pk=pk)
    actions.read_word(word, by=request.user)
    return redirect("desk_listing", word.service_id)


@requires("SAVED_SEARCH", "C")
@posts
def watch(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Hear when it changes, or not any more; the button says which, so pressed twice it is the same."""
    service = get_object_or_404(Service.objects.published(), pk=pk)
    if request.POST.get("stop"):
        actions.stop_watching(service, by=request.user)
        messages.success(request, _("You will hear nothing more of it"))
    else:
        actions.watch(service, by=request.user)
        messages.success(request, _("You will hear by e-mail when it changes or shuts, once a day at most"))
    return redirect("listing", pk)


@requires("DIRECTORY_DRAFT", "U")
@require_safe
@never_cache
def history(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Every change, and what it changed."""
    service = _listing(pk)
    page = Paginator(service.revisions.select_related("by"), 20).get_page(request.GET.get("page"))
    return render(request, "directory/keeping/history.html", {"service": service, "page": page, "rows": _told(page)})


def _told(page: object) -> list[tuple[Revision, list[str]]]:
    return [(revision, [wording.label(part) for part in revision.changed]) for revision in page.object_list]


@requires("DIRECTORY_DRAFT", "U")
@form_page
@never_cache
def revision(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What the listing said then and says now, side by side; ticked parts are said again."""
    then = get_object_or_404(Revision.objects.select_related("service__organisation", "by"), pk=pk)
    now = document.of(then.service)
    compared = wording.compare(now, then.document)
    parts = [each.part for each in compared]
    form = forms.RestoreForm(request.POST if request.method == "POST" else None, parts=parts)
    if request.method == "POST" and form.is_valid():
        try:
            done = proposing.restore(then, by=request.user, parts=form.cleaned_data["parts"])
            messages.success(request, told(done))
            return redirect("desk_listing", then.service_id)
        except document.NotADocument as problem:
            form.add_error(None, _in_words(problem))
    before = then.service.revisions.filter(at__lt=then.at).first()
    context = {
        "service": then.service, "revision": then, "form": form, "compared": compared,
        "changed": wording.compare(before.document, then.document) if before else [],
    }  # fmt: skip
    return render(request, "directory/keeping/revision.html", context, status=422 if form.errors else 200)


@requires("DIRECTORY_DRAFT", "U")
@form_page
@never_cache
def desk_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A group that signed up: everything it said of itself, and three buttons."""
    asked = ChangeRequest.objects.filter(service=None, via=Via.SIGN_UP)
    change = get_object_or_404(asked if request.method != "POST" else ChangeRequest.objects.all(), pk=pk)
    if request.method == "POST":
        return _welcome(request, change)
    everything = wording.compare({}, change.proposed, change.proposed)
    context = {"change": change, "compared": everything, "open": change.state == Decision.WAITING}
    context["matches"] = alike.find(change.proposed) if context["open"] else []
    return render(request, "directory/keeping/new.html", context)


def _welcome(request: HttpRequest, change: ChangeRequest) -> HttpResponse:
    what = request.POST.get("do", "")
    try:
        if what == "refuse":
            proposing.refuse(change, by=request.user, why=clean(request.POST.get("why", ""))[:300])
            messages.success(request, _("Refused"))
            return redirect("desk")
        service = making.welcome(change, by=request.user, publish=what == "publish")
    except Decided:
        messages.error(request, _("A colleague has decided this a moment ago"))
        return redirect("desk")
    except document.NotADocument as problem:
        messages.error(request, _in_words(problem))
        return redirect("desk_new", change.pk)
    if what == "publish" and request.POST.get("rang"):
        actions.check(service, by=request.user, how=How.RANG, outcome=Outcome.RIGHT)
    messages.success(request, _("It is in the directory") if what == "publish" else _("Made, and not shown yet"))
    return redirect("desk_listing", service.pk)
