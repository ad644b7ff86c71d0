"""What every API view shares: denied unless it names a rule, the same rules as the pages, errors in words."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.forms import Form
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, NotFound, ParseError
from rest_framework.parsers import JSONParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from connect.people.access import Rule, could, may

if TYPE_CHECKING:
    from rest_framework.views import APIView

AForm = TypeVar("AForm", bound=Form)


class Json(JSONParser):
    """JSON that a database can hold: no half characters, and no depth that only an attack has."""

    def parse(self, *args: Any, **kwargs: Any) -> object:
        try:
            data = super().parse(*args, **kwargs)
            json.dumps(data, ensure_ascii=False).encode()
        except (RecursionError, UnicodeEncodeError):
            raise ParseError from None
        return data


class ProofWanted(APIException):
    """Whoever asks may, but showed too long ago who they are; a program is told where that is done."""

    status_code = 403
    default_code = "proof_wanted"

    def __init__(self) -> None:
        said = _("Show once more that it is you, at %(address)s, and ask again within 20 minutes")
        super().__init__(said % {"address": reverse("account_reauthenticate")})


class Denied(BasePermission):
    """The default: an API view that names no permission answers nobody."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        raise Http404


class ByMatrix(BasePermission):
    """For views with `access = {"GET": Rule(…), "POST": Rule(…)}`; a 404 for everybody else.

    Behind the door "link" the view itself reads the token it is sent, and may do no more than the link's scope.
    """

    def has_permission(self, request: Request, view: "APIView") -> bool:
        rule: Rule | None = view.access.get("GET" if request.method == "HEAD" else request.method)
        if request.method == "OPTIONS" or rule is None:
            return request.method not in view.access  # DRF answers 405
        if rule.door in ("public", "link") or may(request.user, rule.thing, rule.verb):
            return True
        if could(request.user, rule.thing, rule.verb):
            raise ProofWanted
        raise Http404


def answer(error: Exception, context: dict) -> Response | None:
    """A refusal looks like an address that does not exist. DRF turns errors into answers, so it is rolled back here."""
    if connection.in_atomic_block:
        transaction.set_rollback(True)
    from rest_framework.views import exception_handler  # its module reads our permissions while it loads

    return exception_handler(NotFound() if isinstance(error, PermissionDenied | Http404) else error, context)


def filled(form: type[AForm], request: Request, **more: Any) -> AForm:
    """The page's own form, filled from JSON: one set of rules for both doors."""
    if not isinstance(request.data, Mapping):
        raise ParseError
    data = QueryDict(mutable=True)
    for name, value in request.data.items():
        data.setlist(name, [str(each) for each in value] if isinstance(value, list) else [_typed(value)])
    return form(data, **more)


def _typed(value: object) -> str:
    """As a browser would send it: a tick or nothing, and everything else as text."""
    return {True: "on", False: "", None: ""}[value] if value is None or isinstance(value, bool) else str(value)


def refused(form: Form) -> Response:
    return Response(form.errors, status=400)
