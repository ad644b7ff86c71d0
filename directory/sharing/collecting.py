"""Pages of the editor: collections made, filled, put in order and published."""

import uuid
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from connect.forms import form_page
from connect.people.access import requires
from directory import search as searching
from directory.models import Collection, CollectionEntry
from directory.sharing import choosing, shortlist
from directory.sharing.forms import CollectionForm, NewCollectionForm, NoteForm

EDITOR = requires("DIRECTORY_WORDS", "U")


@EDITOR
@form_page
def desk_collections(request: HttpRequest) -> HttpResponse:
    form = NewCollectionForm(request.POST or None)
    if form.is_valid():
        return redirect("desk_collection", choosing.begin(form.cleaned_data["name"], by=request.user).slug)
    rows = Collection.objects.prefetch_related("entries")
    return render(request, "directory/sharing/desk_collections.html", {"form": form, "collections": rows})


@EDITOR
@form_page
def desk_collection(request: HttpRequest, slug: str) -> HttpResponse:
    collection = _collection(slug)
    form = CollectionForm(request.POST or None, initial=_said(collection))
    if form.is_valid():
        choosing.change(collection, by=request.user, **form.cleaned_data)
        return redirect("desk_collection", slug)
    return _page(request, collection, form)


def _said(collection: Collection) -> dict[str, object]:
    return {name: getattr(collection, name) for name in CollectionForm.base_fields}


def _page(
    request: HttpRequest, collection: Collection, form: CollectionForm, wrong: NoteForm | None = None
) -> HttpResponse:
    words = request.GET.get("q", "")
    held = set(collection.entries.values_list("service", flat=True))
    page = {
        "collection": collection,
        "form": form,
        "rows": [(row, _note(row, wrong)) for row in collection.entries.select_related("service__organisation")],
        "words": words,
        "found": [(hit.service, hit.service.pk in held) for hit in searching.search(words).hits] if words else [],
        "kept": len([key for key in shortlist.kept(request) if key not in held]),
    }
    return render(request, "directory/sharing/desk_collection.html", page)


def _note(row: CollectionEntry, wrong: NoteForm | None) -> NoteForm:
    """Each row's own form; the one that was wrong as it was typed."""
    if wrong is not None and wrong.prefix == str(row.pk):
        return wrong
    return NoteForm(prefix=str(row.pk), initial={"note": row.note})


@EDITOR
@require_POST
def desk_collection_add(request: HttpRequest, slug: str) -> HttpResponse:
    """The listings named, or all on the editor's own list."""
    keys = shortlist.kept(request) if "kept" in request.POST else map(_key, request.POST.getlist("service"))
    choosing.add(_collection(slug), shortlist.listings(list(keys)), by=request.user)
    words = request.POST.get("q", "")
    return redirect(
        reverse("desk_collection", args=[slug]) + (f"?{urlencode({'q': words})}#add" if words else "#entries")
    )


def _key(said: str) -> uuid.UUID:
    try:
        return uuid.UUID(said)
    except ValueError:
        raise Http404 from None


@EDITOR
@require_POST
def desk_collection_entry(request: HttpRequest, slug: str, pk: uuid.UUID) -> HttpResponse:
    """Up, down, out, or another remark."""
    collection = _collection(slug)
    entry = get_object_or_404(collection.entries.select_related("collection"), pk=pk)
    do = request.POST.get("do", "")
    if do in ("up", "down"):
        choosing.move(entry, collection.entries.all(), up=do == "up", by=request.user)
    elif do == "out":
        choosing.take_out(entry, by=request.user)
    else:
        form = NoteForm(request.POST, prefix=str(pk))
        if not form.is_valid():
            return _page(request, collection, CollectionForm(initial=_said(collection)), wrong=form)
        choosing.remark(entry, form.cleaned_data["note"], by=request.user)
    return redirect(reverse("desk_collection", args=[slug]) + "#entries")


@EDITOR
@require_POST
def desk_collection_move(request: HttpRequest, slug: str) -> HttpResponse:
    row = _collection(slug)
    choosing.move(row, Collection.objects.all(), up=request.POST.get("do") == "up", by=request.user)
    return redirect("desk_collections")


@requires("DIRECTORY_WORDS", "D")
@require_POST
def desk_collection_delete(request: HttpRequest, slug: str) -> HttpResponse:
    choosing.end(_collection(slug))
    return redirect("desk_collections")


def _collection(slug: str) -> Collection:
    return get_object_or_404(Collection, slug=slug)
