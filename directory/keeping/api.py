"""The desk over the API: the same reads, forms and actions as its pages, for those who edit the directory."""

import uuid
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.core.paginator import Paginator
from django.db import DataError, IntegrityError, transaction
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, filled, refused
from connect.people.access import Rule
from directory import document
from directory.keeping import actions, asking, completeness, forms, making, proposing, queue
from directory.keeping.making_forms import BranchForm, NewForm
from directory.models import ChangeRequest, Report, Revision, Service
from directory.states import Decision, Outcome

AS_EDITOR = Rule("DIRECTORY_DRAFT", "U")
PAGES = [
    OpenApiParameter("queue", str, enum=[each.code for each in queue.QUEUES], description="Which queue"),
    OpenApiParameter("whose", str, enum=["mine"], description="Only what is assigned to you"),
    OpenApiParameter("page", int),
]
# What an action says no with, and in which word the answer says so.
CONFLICTS = (
    actions.OutOfDate, making.Decided, making.NotATemplate, proposing.SamePerson, asking.AskedLately, asking.NoWay,
)  # fmt: skip


class NotDone(serializers.Serializer):
    """Why not: `detail` in a word, or a list of sentences a field."""

    detail = serializers.CharField()


class QueueRow(serializers.Serializer):
    name = serializers.CharField()
    address = serializers.CharField()
    tag = serializers.CharField()
    kind = serializers.CharField()
    known = serializers.CharField()
    by = serializers.DateField()
    verb = serializers.CharField()


class QueuePage(serializers.Serializer):
    counts = serializers.DictField(child=serializers.IntegerField())
    in_date = serializers.IntegerField()
    of_all = serializers.IntegerField()
    pages = serializers.IntegerField()
    results = QueueRow(many=True)


class Listed(serializers.Serializer):
    """A listing at the desk: its whole document, how it is kept, and what is asked of it."""

    id = serializers.UUIDField()
    document = serializers.DictField()
    check_by = serializers.DateField(allow_null=True)
    verified_at = serializers.DateTimeField(allow_null=True)
    withheld_at = serializers.DateTimeField(allow_null=True)
    complete = serializers.IntegerField()
    missing = serializers.ListField(child=serializers.CharField())
    changes = serializers.ListField(child=serializers.DictField())
    reports = serializers.ListField(child=serializers.DictField())


class Edit(serializers.Serializer):
    """`part`: the parts to change, as `document` of the listing has them. `was`: what they said when you read them."""

    part = serializers.DictField()
    was = serializers.DictField(required=False)


class Done(serializers.Serializer):
    """`changed` counts at once; `waiting` is the change that a second editor has to agree to."""

    changed = serializers.ListField(child=serializers.CharField())
    waiting = serializers.UUIDField(allow_null=True)


class Checked(serializers.Serializer):
    key = serializers.UUIDField()
    how = serializers.ChoiceField(choices=forms.EDITORS_WAYS)
    outcome = serializers.ChoiceField(choices=Outcome)
    note = serializers.CharField(required=False)
    again_on = serializers.DateField(required=False)


class NoteSent(serializers.Serializer):
    key = serializers.UUIDField()
    text = serializers.CharField()


class Named(serializers.Serializer):
    key = serializers.UUIDField()
    name = serializers.CharField()
    organisation = serializers.CharField(required=False)
    is_template = serializers.BooleanField(required=False)
    sure = serializers.BooleanField(required=False)


class Taken(serializers.Serializer):
    do = serializers.ChoiceField(choices=["take", "refuse"])
    take = serializers.ListField(child=serializers.CharField(), required=False)
    how = serializers.CharField(required=False)
    why = serializers.CharField(required=False)


class Agreed(serializers.Serializer):
    do = serializers.ChoiceField(choices=["agree", "disagree", "withdraw"])
    why = serializers.CharField(required=False)


class CameOfIt(serializers.Serializer):
    came_of_it = serializers.CharField()


class Parts(serializers.Serializer):
    parts = serializers.ListField(child=serializers.CharField())


class Desk(APIView):
    """What needs an editor, most urgent first."""

    permission_classes = [ByMatrix]
    access = {"GET": AS_EDITOR}

    @extend_schema(parameters=PAGES, responses=QueuePage)
    def get(self, request: Request) -> Response:
        chosen = queue.named(request.query_params.get("queue", ""))
        whose = request.user if request.query_params.get("whose") == "mine" else None
        page = Paginator(queue.of(chosen, whose), queue.A_PAGE).get_page(request.query_params.get("page"))
        in_date, of_all = queue.in_date()
        told = {"counts": queue.counts(whose), "in_date": in_date, "of_all": of_all, "pages": page.paginator.num_pages}
        return Response(told | {"results": [asdict(row) for row in chosen.line(page.object_list)]})


class Listings(APIView):
    """A new listing, not shown until it is opened: `{"part": {"status": "active"}}` to its own address."""

    permission_classes = [ByMatrix]
    access = {"POST": Rule("DIRECTORY_DRAFT", "C")}

    @extend_schema(request=Named, responses={201: Listed, 400: NotDone})
    def post(self, request: Request) -> Response:
        form = filled(NewForm, request)
        if not form.is_valid():
            return refused(form)
        said = form.cleaned_data
        service = making.make(form.part(), by=request.user, key=said["key"], is_template=said["is_template"])
        return Response(_told(service), status=201)


class Listing(APIView):
    """A listing as an editor has it. PATCH changes parts; a new number, e-mail or link waits for a second editor."""

    permission_classes = [ByMatrix]
    access = {"GET": AS_EDITOR, "PATCH": AS_EDITOR}

    @extend_schema(responses=Listed)
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(_told(_listing(pk)))

    @extend_schema(request=Edit, responses={200: Done, 400: NotDone, 409: NotDone})
    def patch(self, request: Request, pk: uuid.UUID) -> Response:
        sent = Edit(data=request.data)
        sent.is_valid(raise_exception=True)
        was = sent.validated_data.get("was")
        seen = actions.Seen.of(was, tuple(was)) if was else None
        service, part = _listing(pk), sent.validated_data["part"]
        return done(lambda: _edited(_edit(service, part, request, seen)))


class ForOne(APIView):
    """What a button on the page of one listing does."""

    permission_classes = [ByMatrix]
    access = {"POST": AS_EDITOR}


class Checks(ForOne):
    """Rang, wrote, was there: what came of it. The same key twice is written down once."""

    @extend_schema(request=Checked, responses={200: Listed, 400: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        service, form = _listing(pk), filled(forms.CheckForm, request)
        if not form.is_valid():
            return refused(form)
        actions.check(service, by=request.user, **form.cleaned_data)
        return Response(_told(_listing(pk)))


class Notes(ForOne):
    """A word from one editor to the next."""

    @extend_schema(request=NoteSent, responses={204: None, 400: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        service, form = _listing(pk), filled(forms.NoteForm, request)
        if not form.is_valid():
            return refused(form)
        actions.write_note(service, by=request.user, **form.cleaned_data)
        return Response(status=204)


class Asks(ForOne):
    """Send the organiser their link, once a fortnight at most."""

    access = {"POST": Rule("ORGANISER_LINK", "U")}

    @extend_schema(request=None, responses={204: None, 409: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        service = _listing(pk)
        return done(lambda: asking.ask_now(service, by=request.user) and Response(status=204))


class Branches(ForOne):
    """A branch of a template, with its words."""

    access = {"POST": Rule("DIRECTORY_DRAFT", "C")}

    @extend_schema(request=Named, responses={201: Listed, 400: NotDone, 409: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        template, form = _listing(pk), filled(BranchForm, request)
        if not form.is_valid():
            return refused(form)
        said = form.cleaned_data
        return done(
            lambda: Response(
                _told(making.branch(template, name=said["name"], by=request.user, key=said["key"])), status=201
            )
        )


class Changes(ForOne):
    """Take what was proposed, in part or whole, or refuse it."""

    @extend_schema(request=Taken, responses={200: Done, 400: NotDone, 409: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        change = get_object_or_404(ChangeRequest.objects.exclude(service=None).select_related("service"), pk=pk)
        form = filled(forms.TakeForm, request, change=change)
        if not form.is_valid():
            return refused(form)
        said = form.cleaned_data
        parts = said["take"] if said["do"] == "take" else []
        return done(lambda: _edited(proposing.take(change, parts, by=request.user, why=said["why"])))


class Seconds(ForOne):
    """The second pair of eyes."""

    access = {"POST": Rule("DIRECTORY_PUBLISH", "U")}

    @extend_schema(request=Agreed, responses={204: None, 400: NotDone, 409: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        change = get_object_or_404(ChangeRequest.objects.exclude(service=None).select_related("service"), pk=pk)
        form = filled(forms.SecondForm, request)
        if not form.is_valid():
            return refused(form)
        return done(lambda: _decided(change, form.cleaned_data, request))


class Reports(ForOne):
    """What came of a report."""

    access = {"POST": Rule("DIRECTORY_TOLD", "U")}

    @extend_schema(request=CameOfIt, responses={204: None, 400: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        report, form = get_object_or_404(Report, pk=pk), filled(forms.ReportForm, request)
        if not form.is_valid():
            return refused(form)
        actions.handle_report(report, by=request.user, came_of_it=form.cleaned_data["came_of_it"])
        return Response(status=204)


class History(APIView):
    """Every change to a listing, the latest first, with the whole of what it said after each."""

    permission_classes = [ByMatrix]
    access = {"GET": AS_EDITOR}

    @extend_schema(parameters=PAGES[2:], responses=serializers.ListSerializer(child=serializers.DictField()))
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        page = Paginator(_listing(pk).revisions.all(), 20).get_page(request.query_params.get("page"))
        return Response([_revision(each) for each in page.object_list])


class Restore(ForOne):
    """Make these parts say again what they said after an earlier change."""

    @extend_schema(request=Parts, responses={200: Done, 400: NotDone})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        revision = get_object_or_404(Revision.objects.select_related("service"), pk=pk)
        sent = Parts(data=request.data)
        sent.is_valid(raise_exception=True)
        parts = sent.validated_data["parts"]
        return done(lambda: _edited(proposing.restore(revision, by=request.user, parts=parts)))


def _edit(service: Service, part: dict[str, Any], request: Request, seen: actions.Seen | None) -> proposing.Edited:
    document.check_shape(part)
    return proposing.edit(service, part, by=request.user, seen=seen)


def done(action: Callable[[], Response]) -> Response:
    """What a listing cannot hold is a 400 by its parts; what somebody else decided meanwhile a 409 that says which."""
    try:
        with transaction.atomic():
            return action()
    except document.NotADocument as problem:
        return Response(problem.errors, status=400)
    except (DataError, IntegrityError):
        return Response({"detail": "The directory cannot hold this"}, status=400)
    except CONFLICTS as error:
        return Response({"detail": type(error).__name__}, status=409)


def _listing(pk: uuid.UUID) -> Service:
    return get_object_or_404(Service.objects.select_related("organisation"), pk=pk)


def _edited(edited: proposing.Edited) -> Response:
    return Response({"changed": edited.changed, "waiting": edited.waiting.pk if edited.waiting else None})


def _decided(change: ChangeRequest, said: dict[str, Any], request: Request) -> Response:
    if said["do"] == "disagree":
        proposing.disagree(change, by=request.user, why=said["why"])
    else:
        {"agree": proposing.agree, "withdraw": proposing.withdraw}[said["do"]](change, by=request.user)
    return Response(status=204)


def _told(service: Service) -> dict[str, Any]:
    said = document.of(service)
    known = completeness.of(said)
    open_now = service.change_requests.filter(state__in=[Decision.WAITING, Decision.SECOND])
    reports = service.reports.filter(handled_at=None)
    kept = ("check_by", "verified_at", "withheld_at")
    return {
        "id": service.pk,
        "document": said,
        **{name: getattr(service, name) for name in kept},
        "complete": known.percent,
        "missing": [str(wanted.label) for wanted in known.missing],
        "changes": list(open_now.values("id", "via", "state", "by_name", "words", "proposed", "was", "wait_until")),
        "reports": list(reports.values("id", "what", "words", "made_at")),
    }


def _revision(each: Revision) -> dict[str, Any]:
    names = ("id", "at", "by_name", "via", "changed", "document")
    return {name: getattr(each, name) for name in names}
