"""What pages and API share when somebody tells us something: made once, and not a flood of it."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from connect.keyed import KeyedForm, earlier, is_mine
from connect.often import too_often
from connect.people.models import MadeOnce, User
from directory.models import ChangeRequest, Report, Service, Usefulness
from directory.telling_us import actions, new_listing
from directory.telling_us.forms import SuggestForm, UsefulForm, WrongForm
from directory.telling_us.group_form import NewGroupForm

MOST_AN_HOUR = 30  # from one address: a library's readers share theirs
Made = TypeVar("Made", bound=MadeOnce)


class SentBefore(Exception):
    """This form's key was used before, with other words or by somebody else."""


class TooOften(Exception):
    """More than anybody would send by hand."""


def send(request: HttpRequest, form: KeyedForm, model: type[Made], make: Callable[[Mapping[str, Any]], Made]) -> Made:
    """What this valid form made, now or before. `make` is given the columns that make it known again."""
    if made := earlier(model, form.cleaned_data["key"]):
        if is_mine(request, form, made):
            return made
        raise SentBefore
    if too_often(request, model._meta.model_name, MOST_AN_HOUR):
        raise TooOften
    return make(form.made_by(request))


def refuse(form: KeyedForm, problem: Exception) -> int:
    """Say so on the form, where everything typed still is; returns the status of the answer."""
    if isinstance(problem, TooOften):
        form.add_error(None, _("A lot has come from where you are in the last hour. Wait a little, or ring us"))
        return 429
    form.add_error(None, _("This form was sent before. To tell us something else, open it anew"))
    return 409


def published(pk: uuid.UUID) -> Service:
    return get_object_or_404(Service.objects.published().select_related("organisation"), pk=pk)


def report(request: HttpRequest, service: Service, form: WrongForm) -> Report:
    said = {name: form.cleaned_data[name] for name in ("what", "words", "reply_to")}
    return send(request, form, Report, lambda made: actions.report(service, **said, by=_user(request), made=made))


def usefulness(request: HttpRequest, service: Service, form: UsefulForm) -> Usefulness:
    said = {name: form.cleaned_data[name] for name in ("useful", "words")}
    return send(
        request, form, Usefulness, lambda made: actions.say_useful(service, **said, by=_user(request), made=made)
    )


def change(request: HttpRequest, service: Service, form: SuggestForm) -> ChangeRequest:
    said = {name: form.cleaned_data[name] for name in ("words", "name", "email")}
    what = {"proposed": form.proposed(), "was": form.was()}
    return send(
        request,
        form,
        ChangeRequest,
        lambda made: actions.suggest(service, **what, **said, by=_user(request), made=made),
    )


def group(request: HttpRequest, form: NewGroupForm) -> ChangeRequest:
    said = form.cleaned_data
    whose = {"name": said["by_name"], "email": said["by_email"], "phone": said["by_phone"], "words": said["words"]}
    return send(
        request,
        form,
        ChangeRequest,
        lambda made: actions.sign_up(proposed=new_listing.document(said), **whose, by=_user(request), made=made),
    )


def _user(request: HttpRequest) -> User | None:
    return request.user if request.user.is_authenticated else None
