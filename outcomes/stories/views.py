"""Stories of one person: written, read by a second colleague, published, taken back."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from outcomes.framework.models import Outcome
from outcomes.goals import reading
from outcomes.stories import actions
from outcomes.stories.forms import StoryForm, WordsForm
from outcomes.stories.models import Story
from outcomes.stories.states import Told
from outcomes.stories.today import waiting_for
from referrals.case.views import held_row
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.refusals import ReferralError, SomebodyWasFaster
from referrals.states import Purpose

ASKED = (Purpose.STORY, Purpose.PUBLISH)


@requires("STORY")
@require_safe
@never_cache
def stories(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was told, and whether they said yes to its being written, and to its being read."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    rows = referral.stories.select_related("written_by").defer("jpeg", "words")
    return render(request, "outcomes/stories/stories.html", {"referral": referral, "rows": rows} | _yeses(referral))


def _yeses(referral: Referral) -> dict[str, object]:
    return {"yeses": [(one.value, one.label, referral.agreed_to(one)) for one in ASKED],
            "may_tell": referral.agreed_to(Purpose.STORY) and not referral.person.restricted,
            "may_publish": referral.agreed_to(Purpose.PUBLISH)}  # fmt: skip


@requires("STORY", "C")
@require_POST
def story_yes(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They said yes, or took it back, to one of the two: recorded as any other yes is."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    purpose, yes = request.POST.get("purpose", ""), request.POST.get("said") == "yes"
    if purpose not in ASKED:
        raise Http404
    try:
        if yes:
            consenting.record(referral, purpose=purpose, decision=Decision.GIVEN, by=request.user, how=How.SPOKEN)
        else:
            consenting.take_back(referral, purpose=purpose, by=request.user)
        messages.success(request, _("Written down") if yes else _("Taken back. What rested on it is gone"))
    except SomebodyWasFaster:
        messages.info(request, _("A colleague was a moment faster. This is how it stands now"))
    return redirect("stories", pk)


@requires("STORY", "C")
@form_page
@never_cache
def story_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    form = _form(request, referral, None)
    if form.is_bound and form.is_valid():
        try:
            made = actions.begin(referral, by=request.user, made=form.made_by(request), **form.shown)
            return redirect(made)
        except actions.NoYes:
            form.add_error(None, _("They have not said yes to a story, or took it back. Ask them first"))
    return _writing(request, referral, None, form)


def _form(request: HttpRequest, referral: Referral, story: Story | None) -> StoryForm:
    sent = (request.POST, request.FILES) if request.method == "POST" else (None,)
    return StoryForm(*sent, frameworks=reading.frameworks(referral), person=referral.person, story=story)


def _writing(request: HttpRequest, referral: Referral, story: Story | None, form: StoryForm) -> HttpResponse:
    context = {"referral": referral, "story": story, "form": form} | _yeses(referral)
    return render(request, "outcomes/stories/write.html", context, status=422 if form.is_bound else 200)


def _story(request: HttpRequest, pk: uuid.UUID) -> Story:
    """Of people the reader works with; that it was opened is written down."""
    mine = Referral.objects.visible_to(request.user).exclude(connector=None)
    rows = Story.objects.filter(referral__in=mine).select_related("referral__person", "referral__team", "written_by")
    found = get_object_or_404(rows.select_related("read_by", "referral__connector"), pk=pk)
    saw(request, [found.referral.person_id])
    return found


@requires("STORY")
@require_safe
@never_cache
def story(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """As it would stand in the book, with what can be done next."""
    return _page(request, _story(request, pk), WordsForm())


def _page(request: HttpRequest, found: Story, form: WordsForm) -> HttpResponse:
    outcomes = Outcome.objects.filter(pk__in=found.tags).select_related("aim")
    context = {
        "story": found, "referral": found.referral, "outcomes": outcomes, "form": form,
        "steps": found.steps.select_related("by"), "may_read": found.written_by_id != request.user.pk,
        "is_draft": found.state == Told.DRAFT, "waits": found.state == Told.WAITING,
        "is_published": found.state == Told.PUBLISHED, "is_gone": found.state == Told.WITHDRAWN,
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "outcomes/stories/story.html", context | _yeses(found.referral), status=status)


@requires("STORY", "U")
@form_page
@never_cache
def story_write(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Only while it is being written. A colleague's change meanwhile stands above, and what was typed stays."""
    found = _story(request, pk)
    if found.state != Told.DRAFT:
        return redirect(found)
    form = _form(request, found.referral, found)
    if form.is_bound and form.is_valid():
        try:
            actions.rewrite(found, seen=form.cleaned_data["seen"], by=request.user, **form.shown)
            return redirect(found)
        except actions.ChangedMeanwhile as error:
            form.data = form.data.copy()
            form.data["seen"] = str(error.now.version)
            said = _("%(who)s changed it meanwhile. What you typed is here: save again to keep yours")
            form.add_error(None, said % {"who": error.now.written_by.name})
        except actions.NoYes:
            form.add_error(None, _("They took their yes back. Nothing more is written"))
    return _writing(request, found.referral, found, form)


@requires("STORY", "U")
@require_POST
def story_step(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One button: ready to be read, back with a word, into the book, or gone."""
    found, form = _story(request, pk), WordsForm(request.POST)
    step = request.POST.get("step", "")
    if step == "send_back" and not form.is_valid():
        return _page(request, found, form)
    try:
        _done(request, found, step, form.data.get("words", "")[:500])
    except actions.NoYes:
        messages.error(request, _("They have not said yes to that. Ask them first"))
    except actions.NotTheReader:
        messages.error(request, _("You wrote it: somebody else reads it before it goes into the book"))
    except ReferralError:
        messages.info(request, _("A colleague was a moment faster. This is how it stands now"))
    return redirect(found)


def _done(request: HttpRequest, found: Story, step: str, words: str) -> None:
    if step == "offer":
        actions.offer(found, by=request.user)
    elif step == "send_back":
        actions.send_back(found, by=request.user, words=words)
    elif step == "publish":
        actions.publish(found, by=request.user)
        messages.success(request, _("It stands in the story book"))
    elif step == "withdraw":
        actions.withdraw(found, by=request.user)
        messages.success(request, _("Taken back. It is in no book any more"))


@requires("STORY")
@require_safe
@never_cache
def story_picture(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return as_jpeg(_story(request, pk).jpeg)


def as_jpeg(jpeg: bytes | None) -> HttpResponse:
    """As we drew it: never anything that somebody sent."""
    if not jpeg:
        raise Http404
    response = HttpResponse(bytes(jpeg), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


@requires("STORY", "U")
@require_safe
@never_cache
def stories_waiting(request: HttpRequest) -> HttpResponse:
    """Stories that a colleague wrote and that wait for this reader."""
    rows = list(waiting_for(request.user).select_related("referral__person", "written_by").defer("jpeg", "words")[:200])
    saw(request, {row.referral.person_id for row in rows})
    return render(request, "outcomes/stories/waiting.html", {"rows": rows})
