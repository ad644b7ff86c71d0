"""Telling the directory something over the API: the pages' own forms, from JSON; sent twice, made once."""

import uuid
from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, filled, refused
from connect.keyed import KeyedForm
from connect.people.access import Rule
from connect.people.models import MadeOnce
from directory.states import Attending, Joining, Kind, Platform, Wrong
from directory.telling_us import sending
from directory.telling_us.forms import SuggestForm, UsefulForm, WrongForm
from directory.telling_us.group_form import OFTEN, NewGroupForm
from directory.telling_us.sending import SentBefore, TooOften, published, refuse


class Told(serializers.Serializer):
    """What the sender keeps. `key` is the one that was sent."""

    key = serializers.UUIDField()


class FieldErrors(serializers.Serializer):
    """A list of sentences a field; `__all__` for the whole."""

    field = serializers.ListField(child=serializers.CharField(), source="*")


class Keyed(serializers.Serializer):
    """`key` is a random UUID of the sender's: sent twice, made once."""

    key = serializers.UUIDField()


class ReportSent(Keyed):
    what = serializers.ChoiceField(choices=Wrong)
    words = serializers.CharField(required=False)
    reply_to = serializers.CharField(required=False)


class UsefulnessSent(Keyed):
    useful = serializers.ChoiceField(choices=["yes", "no"])
    words = serializers.CharField(required=False)


class ChangeSent(Keyed):
    """The parts that should change; `days`, `opens_at`, `closes_at` where the listing has one weekly time."""

    summary = serializers.CharField(required=False)
    days = serializers.ListField(child=serializers.CharField(), required=False)
    opens_at = serializers.TimeField(required=False)
    closes_at = serializers.TimeField(required=False)
    fees = serializers.CharField(required=False)
    contact_phone = serializers.CharField(required=False)
    contact_email = serializers.EmailField(required=False)
    url = serializers.CharField(required=False)
    words = serializers.CharField(required=False)
    name = serializers.CharField(required=False)
    email = serializers.EmailField(required=False)


class GroupSent(Keyed):
    """A new group. More fields than these: every one of the page's form is taken by its own name."""

    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Kind)
    summary = serializers.CharField()
    often = serializers.ChoiceField(choices=OFTEN)
    days = serializers.ListField(child=serializers.CharField(), required=False)
    starts_on = serializers.DateField(required=False)
    opens_at = serializers.TimeField(required=False)
    closes_at = serializers.TimeField(required=False)
    attending = serializers.ChoiceField(choices=Attending)
    place = serializers.CharField(required=False)
    street = serializers.CharField(required=False)
    postcode = serializers.CharField(required=False)
    who_comes = serializers.CharField(required=False)
    not_for = serializers.CharField(required=False)
    fees = serializers.CharField()
    joining = serializers.ChoiceField(choices=Joining, required=False)
    platform = serializers.ChoiceField(choices=Platform, required=False)
    address = serializers.CharField(required=False)
    contact_public = serializers.BooleanField(required=False)
    by_name = serializers.CharField()
    by_email = serializers.EmailField(required=False)
    by_phone = serializers.CharField(required=False)


class Telling(APIView):
    """Open to everybody, as the pages are."""

    access = {"POST": Rule("DIRECTORY_TELL", "C")}
    permission_classes = [ByMatrix]

    def answer(self, form: KeyedForm, send: Callable[[], MadeOnce]) -> Response:
        if not form.is_valid():
            return refused(form)
        try:
            return Response(Told(send()).data, status=201)
        except (SentBefore, TooOften) as problem:
            return Response(form.errors, status=refuse(form, problem))


ANSWERS: dict[int, Any] = {201: Told, 400: FieldErrors, 409: FieldErrors, 429: FieldErrors}


class NewReport(Telling):
    """Something in a listing is wrong."""

    @extend_schema(request=ReportSent, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        service, form = published(pk), filled(WrongForm, request)
        return self.answer(form, lambda: sending.report(request, service, form))


class NewUsefulness(Telling):
    """Whether a listing was useful."""

    @extend_schema(request=UsefulnessSent, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        service, form = published(pk), filled(UsefulForm, request)
        return self.answer(form, lambda: sending.usefulness(request, service, form))


class NewChange(Telling):
    """A change that a reader proposes; an editor decides."""

    @extend_schema(request=ChangeSent, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        service = published(pk)
        form = filled(SuggestForm, request, service=service)
        return self.answer(form, lambda: sending.change(request, service, form))


class NewGroup(Telling):
    """A group that is not in the directory yet; an editor looks at it first."""

    @extend_schema(request=GroupSent, responses=ANSWERS)
    def post(self, request: Request) -> Response:
        form = filled(NewGroupForm, request)
        return self.answer(form, lambda: sending.group(request, form))
