"""The pages on which a listing is written: new, from a template, and one subject after another."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.people.access import requires
from directory import document
from directory.keeping import actions, asking, desk, making, pictures, proposing, wording
from directory.keeping.making_forms import BranchForm, NewForm, NumbersForm, PictureForm, RoomForm
from directory.keeping.rows import NumberForm, Rows
from directory.keeping.sheets import BY_CODE, Sheet, offered
from directory.models import Picture, Provider, Service


@requires("DIRECTORY_DRAFT", "U")
@form_page
@never_cache
def edit(request: HttpRequest, pk: uuid.UUID, subject: str) -> HttpResponse:
    """One subject a page. A button adds a row, and comes back with nothing lost."""
    service = get_object_or_404(Service.objects.select_related("organisation"), pk=pk)
    if subject not in BY_CODE:
        raise Http404
    said = document.of(service)
    sheet = Sheet(BY_CODE[subject], said, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return draw(request, service, sheet)
    if "add" in request.POST and sheet.rows:
        sheet.one_more()
        return draw(request, service, sheet)
    if sheet.is_valid():
        try:
            return _save(request, service, sheet)
        except document.NotADocument as problem:
            sheet.refuse(problem)
        except actions.OutOfDate:
            return draw(request, service, sheet, meanwhile=_meanwhile(service, sheet), status=409)
    return draw(request, service, sheet, status=422)


def _save(request: HttpRequest, service: Service, sheet: Sheet) -> HttpResponse:
    mark = request.POST.get("seen")
    seen = actions.Seen(sheet.subject.parts, mark) if mark else None
    done = proposing.edit(service, sheet.part(), by=request.user, seen=seen)
    messages.success(request, desk.told(done))
    if "next" in request.POST:
        pages = offered(document.of(service))
        codes = [each.code for each in pages]
        at = codes.index(sheet.subject.code) + 1 if sheet.subject.code in codes else len(codes)
        if at < len(codes):
            return redirect("desk_edit", service.pk, codes[at])
    return redirect("desk_listing", service.pk)


def _meanwhile(service: Service, sheet: Sheet) -> list[wording.Compared]:
    """What it says by now, on the subject of this page, beside what was typed."""
    now = document.of(service)
    return wording.compare(now, sheet.part(), sheet.subject.parts)


def draw(
    request: HttpRequest, service: Service, sheet: Sheet, *, status: int = 200, meanwhile: object = ()
) -> HttpResponse:
    now = document.of(service)
    last = service.revisions.select_related("by").first() if meanwhile else None
    context = {
        "service": service, "sheet": sheet, "subjects": offered(now), "meanwhile": meanwhile, "last": last,
        "seen": actions.Seen.of(now, sheet.subject.parts).mark if meanwhile else _mark(request, sheet),
    }  # fmt: skip
    return render(request, "directory/keeping/edit.html", context, status=status)


def _mark(request: HttpRequest, sheet: Sheet) -> str:
    """As it was first drawn, however often the form has been round since."""
    return request.POST.get("seen") or sheet.seen.mark


@requires("DIRECTORY_DRAFT", "C")
@form_page
@never_cache
def desk_make(request: HttpRequest) -> HttpResponse:
    """A new listing: its name and who runs it; then page by page."""
    form = NewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        service = making.make(form.part(), by=request.user, key=said["key"], is_template=said["is_template"])
        return redirect("desk_edit", service.pk, "basics")
    context = {"form": form, "alike": form.alike() if form.is_bound else []}
    return render(request, "directory/keeping/make.html", context, status=422 if form.errors else 200)


@requires("DIRECTORY_DRAFT", "R")
@require_safe
@never_cache
def desk_templates(request: HttpRequest) -> HttpResponse:
    """Words that several branches share."""
    templates = Service.objects.filter(is_template=True, merged_into=None).prefetch_related("branches")
    return render(request, "directory/keeping/templates.html", {"templates": templates})


@requires("DIRECTORY_DRAFT", "C")
@form_page
@never_cache
def desk_branch(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    template = get_object_or_404(Service.objects.select_related("organisation"), pk=pk, is_template=True)
    form = BranchForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        service = making.branch(template, name=said["name"], by=request.user, key=said["key"])
        messages.success(request, _("Made. Its place and times come next"))
        return redirect("desk_edit", service.pk, "places")
    context = {"form": form, "service": template}
    return render(request, "directory/keeping/branch.html", context, status=422 if form.errors else 200)


@requires("DIRECTORY_DRAFT", "U")
@form_page
@never_cache
def desk_room(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """How many places are left at each session, and who said so."""
    service = get_object_or_404(Service, pk=pk)
    form = RoomForm(request.POST if request.method == "POST" else None, service=service)
    if request.method == "POST" and form.is_valid():
        for said in form.said():
            asking.say_room(service, said_by_name=form.cleaned_data["said_by_name"], by=request.user, **said)
        messages.success(request, _("Saved"))
        return redirect("desk_listing", pk)
    context = {"form": form, "service": service}
    return render(request, "directory/keeping/room.html", context, status=422 if form.errors else 200)


@requires("DIRECTORY_DRAFT", "U")
@form_page
@never_cache
def desk_numbers(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The numbers of whoever runs it: charity, company, regulator."""
    service = get_object_or_404(Service.objects.select_related("organisation"), pk=pk)
    form = NumbersForm(request.POST if request.method == "POST" else None, organisation=service.organisation)
    held = [{"scheme": each.scheme, "identifier": each.identifier} for each in service.organisation.identifiers.all()]
    lines = Rows(NumberForm, held, request.POST if request.method == "POST" else None)
    if request.method == "POST" and "add" in request.POST:
        lines.one_more()
        form = NumbersForm(organisation=service.organisation, initial={n: request.POST.get(n) for n in form.fields})
    elif request.method == "POST" and all([form.is_valid(), lines.is_valid()]):
        try:
            numbers = [(each["scheme"], each["identifier"]) for each in lines.part()]
            said = {"said": form.cleaned_data, "numbers": numbers, "by": request.user}
            waiting = actions.describe_organisation(service.organisation, **said)
            messages.success(request, _("Saved"))
            if waiting:
                messages.warning(request, _("The new website or e-mail waits until a second editor gives the same"))
            return redirect("desk_listing", pk)
        except actions.NumberTaken as taken:
            form.add_error(None, _("%(number)s is another organisation’s number") % {"number": taken.number})
    held = Provider.objects.select_related("waiting_by").filter(pk=service.organisation_id).exclude(waiting={}).first()
    context = {"form": form, "rows": lines, "service": service, "held": held}
    return render(request, "directory/keeping/numbers.html", context, status=422 if form.errors else 200)


@requires("DIRECTORY_DRAFT", "U")
@form_page
@never_cache
def desk_picture(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One picture, drawn anew by us, with words for those who do not see it."""
    service = get_object_or_404(Service, pk=pk)
    held = Picture.objects.defer("jpeg").filter(pk=pk).first()
    form = PictureForm(request.POST or None, request.FILES or None, held=held)
    if request.method == "POST" and "remove" in request.POST:
        pictures.remove(service)
        messages.success(request, _("Taken away"))
        return redirect("desk_listing", pk)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        pictures.keep(service, drawn=said["file"], alt=said["alt"], credit=said["credit"])
        messages.success(request, _("Saved"))
        return redirect("desk_listing", pk)
    context = {"form": form, "service": service, "held": held}
    return render(request, "directory/keeping/picture.html", context, status=422 if form.errors else 200)
