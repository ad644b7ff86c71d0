"""Spreadsheets and duplicates over the API: the same reads and actions as the pages, for editors alone."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, Json
from connect.audit.actions import exported
from connect.people.access import Rule, may
from directory import document
from directory.bulk import actions, doubles, found, merging, reading, views
from directory.bulk.forms import FileForm
from directory.bulk.models import Duplicate, Upload
from directory.bulk.workbooks import Unreadable
from directory.models import Service


class Sent(serializers.Serializer):
    """`key` is a random UUID of the sender's: sent twice, it is read once."""

    key = serializers.UUIDField()
    what = serializers.ChoiceField(choices=Upload.What)
    file = serializers.FileField()


class Choice(serializers.Serializer):
    """`choice` is new, leave, or the id of the listing that the row is."""

    row = serializers.IntegerField(min_value=1)
    choice = serializers.CharField(max_length=36)


class Choices(serializers.Serializer):
    choices = Choice(many=True)

    def validate_choices(self, said: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if not all(views.is_choice(each["choice"]) for each in said):
            raise serializers.ValidationError(_("Say new, leave, or the id of a listing"))
        return said


class Take(serializers.Serializer):
    """`mark` is the plan's, as it was looked at."""

    mark = serializers.CharField(max_length=32)


class PlannedRow(serializers.Serializer):
    """`what` is new, changed, same, wrong or left out."""

    row = serializers.IntegerField(source="n")
    name = serializers.CharField()
    what = serializers.CharField()
    choice = serializers.CharField(source="chosen")
    service = serializers.UUIDField(source="service.pk", default=None)
    problems = serializers.SerializerMethodField()
    changes = serializers.SerializerMethodField()
    matches = serializers.SerializerMethodField()

    def get_problems(self, row: reading.Planned) -> list[dict[str, str]]:
        return [{"column": each.column, "says": each.says} for each in row.reading.problems]

    def get_changes(self, row: reading.Planned) -> list[dict[str, str]]:
        if row.service is None:
            return []
        return [{"column": each.column, "was": each.was, "now": each.now} for each in row.reading.changes]

    def get_matches(self, row: reading.Planned) -> list[dict[str, Any]]:
        return [
            {"service": str(match.service.pk), "name": match.service.name, "score": match.score, "why": list(match.why)}
            for match in row.matches
        ]


class Dry(serializers.Serializer):
    """What taking it would do. `taken` says what it did, once it is taken."""

    id = serializers.UUIDField()
    mark = serializers.CharField()
    counts = serializers.DictField(child=serializers.IntegerField())
    may_be_taken = serializers.BooleanField()
    not_read = serializers.ListField(child=serializers.CharField(), help_text="Headings that are not ours")
    taken = serializers.DictField(child=serializers.IntegerField(), allow_null=True)
    rows = PlannedRow(many=True)


class WhyNot(serializers.Serializer):
    detail = serializers.CharField()


class Pair(serializers.ModelSerializer):
    """Two listings that may be one; `one` is the elder. `why` names what they share."""

    class Meta:
        model = Duplicate
        fields = ["id", "one", "other", "score", "why", "state", "found_at"]


class Decision(serializers.Serializer):
    """`different` tells them apart for good; `open` asks again."""

    state = serializers.ChoiceField(choices=["different", "open"])


class Merging(serializers.Serializer):
    """`parts` names the parts of a listing in which the words of the one that goes are better."""

    kept = serializers.UUIDField()
    gone = serializers.UUIDField()
    parts = serializers.ListField(child=serializers.ChoiceField(choices=merging.PARTS), required=False)


class Merged(serializers.Serializer):
    kept = serializers.UUIDField()
    changed = serializers.ListField(child=serializers.CharField())
    waiting = serializers.BooleanField(help_text="A link or number waits for a second editor")


class Desk(APIView):
    """For editors; what is sent is JSON, but for the file itself."""

    permission_classes = [ByMatrix]
    parser_classes = [Json]

    def said(self, serializer: type[serializers.Serializer]) -> dict[str, Any]:
        sent = serializer(data=self.request.data)
        sent.is_valid(raise_exception=True)
        return sent.validated_data

    def upload(self, pk: uuid.UUID) -> Upload:
        return get_object_or_404(Upload, pk=pk, by=self.request.user)


def _no(says: str, status: int = 409) -> Response:
    return Response({"detail": says}, status=status)


def _dry(upload: Upload) -> dict[str, Any]:
    plan = reading.plan(upload) if upload.taken_at is None else reading.Plan([])
    told = {
        "id": upload.pk, "mark": plan.mark, "counts": dict(plan.counts), "may_be_taken": plan.is_right,
        "not_read": upload.problems.get("strange", []), "taken": upload.problems.get("taken"), "rows": plan.rows,
    }  # fmt: skip
    return Dry(told).data


class Uploads(Desk):
    """Send a spreadsheet and hear what taking it would do. Nothing is written."""

    access = {"POST": Rule("DIRECTORY_BULK", "C")}
    parser_classes = [MultiPartParser]

    @extend_schema(request={"multipart/form-data": Sent}, responses={201: Dry, 400: WhyNot})
    def post(self, request: Request) -> Response:
        form = FileForm(request.data, request.FILES)
        if not form.is_valid():
            return Response(form.errors, status=400)
        try:
            return Response(_dry(views.keep_sent(request._request, form)), status=201)
        except Unreadable as problem:
            return _no(problem.message, 400)


class OneUpload(Desk):
    """What taking it would do, asked again; or with choices for rows that may be there already."""

    access = {"GET": Rule("DIRECTORY_BULK", "R"), "PATCH": Rule("DIRECTORY_BULK", "U")}

    @extend_schema(responses=Dry)
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(_dry(self.upload(pk)))

    @extend_schema(request=Choices, responses={200: Dry, 409: WhyNot})
    def patch(self, request: Request, pk: uuid.UUID) -> Response:
        upload = self.upload(pk)
        try:
            actions.choose(upload, {each["row"]: each["choice"] for each in self.said(Choices)["choices"]})
        except actions.AlreadyTaken:
            return _no(_("It is taken already"))
        return Response(_dry(upload))


class TakeUpload(Desk):
    """Take all of it, if it is still what was looked at. Sent twice, it is taken once."""

    access = {"POST": Rule("DIRECTORY_BULK", "U")}

    @extend_schema(request=Take, responses={200: Dry, 409: WhyNot})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        upload = self.upload(pk)
        try:
            actions.take(upload, by=request.user, mark=self.said(Take)["mark"])
        except actions.AlreadyTaken:
            pass
        except actions.MovedOn:
            return _no(_("It would do something else than when you looked. Look again"))
        except actions.NotRight:
            return _no(_("A row is to be put right first, or there is nothing to take"))
        except actions.RowRefused as refused:
            return _no(_("Nothing was taken. Row %(n)d: %(why)s") % {"n": refused.row.n, "why": refused.says})
        return Response(_dry(self.upload(pk)))


class Export(Desk):
    """Listings as a spreadsheet: all, or what the search finds for the same parameters."""

    access = {"GET": Rule("DIRECTORY_BULK", "R")}

    @extend_schema(
        parameters=[
            OpenApiParameter("what", str, enum=list(Upload.What.values), description="Which columns"),
            OpenApiParameter("as", str, enum=["csv", "xlsx"]),
            OpenApiParameter("q", str, description="Words; and every other parameter of the search page"),
        ],
        responses={(200, "text/csv"): OpenApiTypes.BINARY, (200, views.SHEETS): OpenApiTypes.BINARY},
    )
    def get(self, request: Request) -> HttpResponse:
        exported(request._request)
        what = views.asked_what(request._request)
        private = may(request.user, "DIRECTORY_BULK", "R")
        return views.export_of(found.asked_for(request.GET, what), what, request.GET.get("as", "csv"), private)


class Duplicates(Desk):
    """Pairs to look at, the likeliest first."""

    access = {"GET": Rule("DIRECTORY_BULK", "R")}

    @extend_schema(responses=Pair(many=True))
    def get(self, request: Request) -> Response:
        return Response(Pair(doubles.to_look_at()[:200], many=True).data)


class OneDuplicate(Desk):
    """Tell two listings apart, or take that back."""

    access = {"GET": Rule("DIRECTORY_BULK", "R"), "PATCH": Rule("DIRECTORY_BULK", "U")}

    @extend_schema(responses=Pair)
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(Pair(get_object_or_404(Duplicate, pk=pk)).data)

    @extend_schema(request=Decision, responses={200: Pair, 409: WhyNot})
    def patch(self, request: Request, pk: uuid.UUID) -> Response:
        pair = get_object_or_404(Duplicate, pk=pk)
        apart = self.said(Decision)["state"] == "different"
        if not (doubles.say_different(pair, by=request.user) if apart else doubles.ask_again(pair)):
            return _no(_("Somebody has decided this already"))
        pair.refresh_from_db()
        return Response(Pair(pair).data)


class Merge(Desk):
    """Make two listings one. What names the one that goes leads to the one that stays; nobody is lost."""

    access = {"POST": Rule("DIRECTORY_BULK", "U")}

    @extend_schema(request=Merging, responses={200: Merged, 409: WhyNot})
    def post(self, request: Request) -> Response:
        said = self.said(Merging)
        held = Service.objects.in_bulk([said["kept"], said["gone"]])
        if len(held) != 2:
            return _no(_("One of these listings is not there, or they are the same"))
        try:
            kept, gone = held[said["kept"]], held[said["gone"]]
            merged = merging.merge(kept, gone, parts=said.get("parts", []), by=request.user)
        except merging.Younger:
            return _no(_("The younger one has its own number or link. Keep the elder, and take the younger’s words"))
        except merging.CannotMerge:
            return _no(_("One of the two has been made one with another already"))
        except document.NotADocument as problem:
            return Response(problem.errors, status=400)
        told = {"kept": merged.kept.pk, "changed": merged.changed, "waiting": merged.is_waiting}
        return Response(Merged(told).data)
