"""The staff's pages of the network: groups by area, one of them, words to their admins, polls."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import Count, Prefetch, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import may, requires
from connect.people.champions.forms import wards
from directory.network import actions, letters
from directory.network.forms import AdminForm, ChangeGroupForm, LetterForm, NewGroupForm, ReachForm
from directory.network.models import Admin, Group, Letter, SaidBy

A_PAGE = 50


@requires("NETWORK")
@require_safe
@never_cache
def network(request: HttpRequest) -> HttpResponse:
    """Who is there, where, with how many members; and the wards where nobody is yet."""
    rows, ward = Group.objects.here(), request.GET.get("ward", "")
    listed = rows.filter(wards=int(ward)) if ward.isdigit() else rows
    page = Paginator(_with_admins(listed).order_by("-members", "name", "pk"), A_PAGE).get_page(request.GET.get("page"))
    saw(request, {admin.pk for group in page for admin in group.looked_after_by.all()})
    places = _places(rows)
    context = {
        "page": page,
        "places": places,
        "ward": ward,
        "reach": listed.aggregate(n=Sum("members"))["n"] or 0,
        "empty": [one for one, n, _members in places if not n],
        "may_change": may(request.user, "NETWORK", "U"),
        "letters": Letter.objects.select_related("by").prefetch_related("wards")[:5],
    }
    return render(request, "directory/network/network.html", context)


def _with_admins(rows: QuerySet[Group]) -> QuerySet[Group]:
    return rows.prefetch_related("wards", Prefetch("looked_after_by", Admin.objects.order_by("name")))


def _places(rows: QuerySet[Group]) -> list[tuple]:
    """Ward, groups, members they state. A group of two wards counts in both."""
    found = rows.order_by().values("wards").annotate(n=Count("pk"), members=Sum("members"))
    by_ward = {line["wards"]: (line["n"], line["members"] or 0) for line in found}
    return [(ward, *by_ward.get(ward.pk, (0, 0))) for ward in wards().order_by("name")]


@requires("NETWORK", "C")
@form_page
@never_cache
def network_new(request: HttpRequest) -> HttpResponse:
    form = NewGroupForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (group := _made(request, form)):
        return redirect(group)
    context = {"form": form, "title": _("A group of the network")}
    return render(request, "directory/network/network_new.html", context, status=422 if form.is_bound else 200)


def _made(request: HttpRequest, form: NewGroupForm) -> Group | None:
    try:
        with transaction.atomic():
            group = actions.add(made=form.made_by(request), **form.said)
    except IntegrityError:  # this key was used before
        group = Group.objects.filter(key=form.cleaned_data["key"]).first()
        if not is_mine(request, form, group):
            form.add_error(None, _("This was saved before with other words. Open the group to change it"))
            return None
    messages.success(request, _("Saved. Now add whoever looks after it"))
    return group


def _said(group: Group) -> dict[str, object]:
    told = {name: getattr(group, name) for name in ("name", "platform", "address")}
    return told | {"service": group.service_id, "wards": group.wards.all(), "seen": group.changed_at.isoformat()}


def _page(request: HttpRequest, group: Group, **forms: object) -> HttpResponse:
    """One group. `forms` are those that came back wrong."""
    admins = list(group.looked_after_by.order_by("name"))
    saw(request, [admin.pk for admin in admins])
    may_change = may(request.user, "NETWORK", "U")
    context = {
        "group": group,
        "admins": admins,
        "reaches": group.reaches.all()[:12],
        "polls": group.polls.all(),
        "may_change": may_change,
        "change": ChangeGroupForm(initial=_said(group), group=group, prefix="change"),
        "reach": ReachForm(prefix="reach"),
        "admin": AdminForm(prefix="admin"),
        "form": next(iter(forms.values()), None),
    } | forms
    return render(request, "directory/network/network_group.html", context, status=422 if forms else 200)


def _one(pk: uuid.UUID) -> Group:
    return get_object_or_404(Group.objects.here().select_related("service"), pk=pk)


@requires("NETWORK")
@require_safe
@never_cache
def network_group(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _page(request, _one(pk))


@requires("NETWORK", "U")
@require_POST
def network_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What it is called, where its people are; or that it is no more."""
    group = _one(pk)
    if request.POST.get("do") == "gone":
        actions.gone(group, by=request.user)
        messages.success(request, _("It is no longer in the network"))
        return redirect("network")
    form = ChangeGroupForm(request.POST, group=group, prefix="change")
    if form.is_valid():
        try:
            actions.change(group, **form.said, seen=form.cleaned_data["seen"])
        except actions.ChangedMeanwhile:
            form.add_error(None, _("Somebody else has changed this meanwhile. Open the page anew and look again"))
        else:
            messages.success(request, _("Saved"))
            return redirect(group)
    return _page(request, group, change=form)


@requires("NETWORK", "U")
@require_POST
def network_reach(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    group, form = _one(pk), ReachForm(request.POST, prefix="reach")
    if not form.is_valid():
        return _page(request, group, reach=form)
    actions.count(group, said_by=SaidBy.STAFF, **form.cleaned_data)
    messages.success(request, _("Saved"))
    return redirect(group)


@requires("NETWORK", "U")
@require_POST
def network_admin(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One more who looks after it, or one less."""
    group = _one(pk)
    if off := request.POST.get("off"):
        admin = _admin(group, off)
        actions.remove(admin, group, by=request.user)
        messages.success(request, _("Taken off"))
        return redirect(group)
    form = AdminForm(request.POST, prefix="admin")
    if not form.is_valid():
        return _page(request, group, admin=form)
    actions.add_admin(group, **form.cleaned_data, by=request.user)
    messages.success(request, _("Added. A letter with the way to their page is on its way"))
    return redirect(group)


def _admin(group: Group, said: str) -> Admin:
    try:
        return get_object_or_404(group.looked_after_by, pk=uuid.UUID(said))
    except ValueError:
        raise Http404 from None


@requires("NETWORK", "C")
@form_page
@never_cache
def network_write(request: HttpRequest) -> HttpResponse:
    """Words to the admins of an area; how many it reaches is said before, and the words are looked at first."""
    form = LetterForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    context = {"form": form, "title": _("Write to admins")}
    if form.is_bound and form.is_valid():
        context["reached"] = letters.reached(form.cleaned_data["wards"]).count()
        if "send" in request.POST and (letter := _sent(request, form)):
            told = ngettext("On its way to one admin", "On its way to %(n)d admins", letter.sent) % {"n": letter.sent}
            messages.success(request, told)
            return redirect("network")
        status = 422 if form.errors else 200
    return render(request, "directory/network/network_write.html", context, status=status)


def _sent(request: HttpRequest, form: LetterForm) -> Letter | None:
    said = {name: form.cleaned_data[name] for name in ("words", "wards")}
    try:
        with transaction.atomic():
            return letters.write(**said, made=form.made_by(request), by=request.user)
    except IntegrityError:
        before = Letter.objects.filter(key=form.cleaned_data["key"]).first()
        if is_mine(request, form, before):
            return before
        form.add_error(None, _("This was sent before with other words. Open the page anew"))
        return None
