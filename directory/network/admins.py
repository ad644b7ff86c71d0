"""An admin's own page, opened by the link in every letter: their groups' reach, their polls, our letters on or off."""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import is_mine
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from directory.network import actions, polls
from directory.network.forms import PollForm, ReachForm
from directory.network.letters import PURPOSE
from directory.network.models import Admin, Group, Poll, PollWords, SaidBy


def _own(link: Link) -> Admin | None:
    return Admin.objects.filter(pk=link.subject).first()


def _page(request: HttpRequest, link: Link, admin: Admin, wrong: ReachForm | None = None) -> HttpResponse:
    saw(request, [admin.pk], link_id=link.pk)
    groups = list(admin.groups.here().prefetch_related("polls"))
    context = {
        "admin": admin,
        "link": link,
        "groups": [(one, _reach(one, wrong)) for one in groups],
        "form": wrong,
    }
    return render(request, "directory/network/group_admin.html", context, status=422 if wrong else 200)


def _reach(group: Group, wrong: ReachForm | None) -> ReachForm:
    return wrong if wrong and wrong.prefix == str(group.pk) else ReachForm(prefix=str(group.pk))


@by_link("NETWORK_OWN")
@require_safe
@holding(PURPOSE)
def group_admin(request: HttpRequest, link: Link) -> HttpResponse:
    admin = _own(link)
    return _page(request, link, admin) if admin else link_gone(request)


def _theirs(link: Link, pk: uuid.UUID) -> Group:
    return get_object_or_404(Group.objects.here().filter(looked_after_by=link.subject), pk=pk)


@by_link("NETWORK_OWN", "U")
@require_POST
@holding(PURPOSE)
def group_admin_reach(request: HttpRequest, link: Link, pk: uuid.UUID) -> HttpResponse:
    """How many members, as they state it."""
    group = _theirs(link, pk)
    form = ReachForm(request.POST, prefix=str(group.pk))
    if not form.is_valid():
        return _page(request, link, _own(link), wrong=form)
    actions.count(group, said_by=SaidBy.ADMIN, **form.cleaned_data)
    messages.success(request, _("Thank you. It is saved"))
    return redirect("group_admin")


@by_link("NETWORK_OWN", "U")
@form_page
@holding(PURPOSE)
def group_admin_ask(request: HttpRequest, link: Link, pk: uuid.UUID) -> HttpResponse:
    """A new poll for one of their groups."""
    group = _theirs(link, pk)
    form = PollForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (poll := _begun(request, group, form)):
        return redirect("group_admin_poll", poll.pk)
    context = {"form": form, "group": group, "link": link}
    return render(request, "directory/network/group_admin_ask.html", context, status=422 if form.is_bound else 200)


def _begun(request: HttpRequest, group: Group, form: PollForm) -> Poll | None:
    said = {name: form.cleaned_data[name] for name in ("question", "needs", "opens_on", "closes_on")}
    try:
        with transaction.atomic():
            return polls.begin(group, **said, made=form.made_by(request))
    except IntegrityError:
        before = Poll.objects.filter(key=form.cleaned_data["key"], group=group).first()
        if is_mine(request, form, before):
            return before
        form.add_error(None, _("This form was sent before. Open it anew"))
        return None


def _poll(link: Link, pk: uuid.UUID) -> Poll:
    rows = Poll.objects.filter(group__looked_after_by=link.subject).select_related("group")
    return get_object_or_404(rows, pk=pk)


@by_link("NETWORK_OWN")
@require_safe
@holding(PURPOSE)
def group_admin_poll(request: HttpRequest, link: Link, pk: uuid.UUID) -> HttpResponse:
    """Its address to share; once it is shut, what people ticked, by place."""
    poll = _poll(link, pk)
    context = {
        "poll": poll,
        "link": link,
        "result": polls.result(poll) if poll.is_over else None,
        "words": PollWords.objects.filter(poll=poll, passed_on=True),
    }
    return render(request, "directory/network/group_admin_poll.html", context)


@by_link("NETWORK_OWN", "U")
@require_POST
@holding(PURPOSE)
def group_admin_stop(request: HttpRequest, link: Link, pk: uuid.UUID) -> HttpResponse:
    poll = _poll(link, pk)
    polls.stop(poll)
    messages.success(request, _("The poll is shut"))
    return redirect("group_admin_poll", poll.pk)


@by_link("NETWORK_OWN", "U")
@require_POST
@holding(PURPOSE)
def group_admin_letters(request: HttpRequest, link: Link) -> HttpResponse:
    """Our letters off, or on again; or they look after nothing any more."""
    admin, do = _own(link), request.POST.get("do", "")
    if admin is None or do not in ("off", "on", "leave"):
        raise Http404
    if do == "leave":
        actions.leave(admin)
        return render(request, "directory/network/group_admin_left.html")
    actions.switch(admin, on=do == "on")
    messages.success(request, _("Saved"))
    return redirect("group_admin")
