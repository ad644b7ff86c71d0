"""The organiser's own page, behind their signed link. Opening it changes nothing; pressing a button does."""

import uuid
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link, public
from directory import document
from directory.keeping import asking, proposing, wording
from directory.keeping.making import Decided
from directory.keeping.making_forms import RoomForm
from directory.keeping.sheets import BY_CODE, Sheet
from directory.keeping.your_forms import ShutForm
from directory.models import ChangeRequest, Picture, Service
from directory.states import Decision, Via

# What an organiser may say of their own listing; whom it serves by our lists, and whether it is shown, is ours.
SUBJECTS = [BY_CODE[code] for code in ("basics", "who", "places", "times", "costs", "joining", "contact", "community")]


@dataclass(frozen=True)
class Held:
    """What a link opens: these listings, and the one that is asked for."""

    services: list[Service]
    service: Service | None


def _held(request: HttpRequest, link: Link) -> Held:
    """Listings that are gone or merged since are not shown; `which` can only name one of the link's own."""
    rows = Service.objects.filter(pk__in=link.scope, merged_into=None).select_related("organisation")
    services = list(rows.order_by("name"))
    which = request.POST.get("which") or request.GET.get("which") or ""
    chosen = [each for each in services if str(each.pk) == which]
    return Held(services, (chosen or (services if len(services) == 1 else [None]))[0])


@by_link("DIRECTORY_DRAFT", "U")
@form_page
@holding("listing")
def your_listing(request: HttpRequest, link: Link) -> HttpResponse:
    """Is this still right? Two buttons; or a list, for whoever runs several; or: is this new number yours?"""
    held = _held(request, link)
    if not held.services:
        return link_gone(request)
    change = ChangeRequest.objects.filter(pk=link.subject).first()
    if change:
        return _new_contact(request, link, change)
    if held.service is None:
        return render(request, "directory/keeping/your_listings.html", {"held": held, "link": link})
    if request.POST.get("answer") == "right":
        asking.still_right(held.service)
        return _thanks(held.service, "right")
    if request.POST.get("answer") == "stopped":
        return redirect(f"/your-listing/stopped/?which={held.service.pk}")
    return _question(request, link, held, nothing_chosen=request.method == "POST")


def _question(request: HttpRequest, link: Link, held: Held, *, nothing_chosen: bool) -> HttpResponse:
    said = document.of(held.service)
    waiting = held.service.change_requests.filter(via=Via.ORGANISER, state=Decision.WAITING)
    context = {
        "link": link, "held": held, "service": held.service, "nothing_chosen": nothing_chosen,
        "shown": wording.told(said, SHOWN), "subjects": _subjects(said),
        "waiting": [wording.label(part) for each in waiting for part in each.proposed],
    }  # fmt: skip
    return render(request, "directory/keeping/your_listing.html", context, status=422 if nothing_chosen else 200)


SHOWN = (
    "schedules", "places", "fees", "costs", "contact_name", "contact_phone", "contact_email", "url", "community",
    "summary", "who_comes", "how_to_join",
)  # fmt: skip


def _subjects(said: document.Document) -> list:
    return [each for each in SUBJECTS if each.code != "community" or said["community"]]


def _thanks(service: Service, what: str) -> HttpResponse:
    return redirect(f"/your-listing/thanks/?which={service.pk}&said={what}")


def _new_contact(request: HttpRequest, link: Link, change: ChangeRequest) -> HttpResponse:
    """To the old address: somebody asked for this change. Is it right?"""
    said = request.POST.get("answer")
    if said in ("yes", "no"):
        try:
            proposing.old_contact_said(change, yes=said == "yes")
        except Decided:
            change.refresh_from_db()
    compared = wording.compare(change.was, change.proposed, change.proposed)
    context = {"link": link, "change": change, "service": change.service, "compared": compared}
    context["open"] = change.state == Decision.SECOND
    return render(request, "directory/keeping/your_contact.html", context)


@by_link("DIRECTORY_DRAFT", "U")
@form_page
@holding("listing")
def your_listing_stopped(request: HttpRequest, link: Link) -> HttpResponse:
    """Asked once more, because a button is pressed sooner than one thinks."""
    held = one_of(request, link)
    if request.POST.get("answer") == "stopped":
        asking.has_stopped(held.service)
        return _thanks(held.service, "stopped")
    return render(request, "directory/keeping/your_stopped.html", {"link": link, "service": held.service})


def one_of(request: HttpRequest, link: Link) -> Held:
    """The one listing that is meant, of those the link opens."""
    held = _held(request, link)
    if held.service is None or ChangeRequest.objects.filter(pk=link.subject).exists():
        raise Http404
    return held


@by_link("DIRECTORY_DRAFT", "U")
@form_page
@holding("listing")
def your_listing_room(request: HttpRequest, link: Link) -> HttpResponse:
    """Places left, and the wait: said by whoever runs it, so it counts at once."""
    service = one_of(request, link).service
    form = RoomForm(request.POST if request.method == "POST" else None, service=service)
    form.fields["said_by_name"].label = _("Your name")
    if request.method == "POST" and form.is_valid():
        for said in form.said():
            asking.say_room(service, said_by_name=form.cleaned_data["said_by_name"], **said)
        return _thanks(service, "room")
    context = {"form": form, "service": service, "link": link}
    return render(request, "directory/keeping/your_room.html", context, status=422 if form.errors else 200)


@by_link("DIRECTORY_DRAFT", "U")
@form_page
@holding("listing")
def your_listing_shut(request: HttpRequest, link: Link) -> HttpResponse:
    """Shut from one day to another, or open again: dated, so it counts at once."""
    service = one_of(request, link).service
    form = ShutForm(request.POST if request.method == "POST" else None, service=service)
    if request.method == "POST" and form.is_valid():
        asking.shut_for_now(service, part=form.part())
        return _thanks(service, "shut")
    context = {"form": form, "service": service, "link": link}
    return render(request, "directory/keeping/your_shut.html", context, status=422 if form.errors else 200)


@by_link("DIRECTORY_DRAFT", "U")
@form_page
@holding("listing")
def your_listing_change(request: HttpRequest, link: Link, subject: str) -> HttpResponse:
    """One subject, as an editor's page asks it; what is sent waits for an editor to say yes."""
    service = one_of(request, link).service
    if subject not in {each.code for each in SUBJECTS}:
        raise Http404
    sheet = Sheet(BY_CODE[subject], document.of(service), request.POST if request.method == "POST" else None)
    if subject == "contact":
        sheet.form.fields["contact_public"].label = _("Everybody may see this name, phone and e-mail")
    status = 200
    if request.method == "POST":
        if "add" in request.POST and sheet.rows:
            sheet.one_more()
        elif sheet.is_valid():
            return _propose(service, sheet)
        else:
            status = 422
    context = {"sheet": sheet, "service": service, "link": link}
    return render(request, "directory/keeping/your_change.html", context, status=status)


def _propose(service: Service, sheet: Sheet) -> HttpResponse:
    name = service.contact_name or service.organisation.name
    if proposing.propose(service, sheet.part(), via=Via.ORGANISER, by_name=name) is None:
        return redirect(f"/your-listing/?which={service.pk}")
    asking.answered(service)
    return _thanks(service, "change")


@by_link("DIRECTORY_DRAFT", "U")
@require_safe
@holding("listing")
def your_listing_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    held = one_of(request, link)
    others = [each for each in held.services if each.pk != held.service.pk]
    context = {"service": held.service, "said": request.GET.get("said", ""), "link": link, "others": others}
    return render(request, "directory/keeping/your_thanks.html", context)


def _mark(request: HttpRequest, pk: uuid.UUID) -> str | None:
    """Strong: the bytes change when the picture does, and then only."""
    at = _shown(pk).values_list("changed_at", "width", "height").first()
    return f'"{at[0].timestamp():.0f}-{at[1]}x{at[2]}"' if at else None


def _shown(pk: uuid.UUID) -> object:
    return Picture.objects.filter(service__in=Service.objects.published().filter(pk=pk))


@public
@require_safe
@cache_control(public=True, max_age=300)
@condition(etag_func=_mark)
def picture(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The picture of a listing that is shown, as we drew it: never anything that somebody sent."""
    found = get_object_or_404(_shown(pk))
    response = HttpResponse(bytes(found.jpeg), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
