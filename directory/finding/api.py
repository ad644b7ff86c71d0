"""What the pages round a search do, over the API: near somebody, what is missing, kept searches, words to choose."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import generics, serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, filled, refused
from connect.keyed import earlier, is_mine
from connect.often import too_often
from connect.people.access import PUBLIC, Rule
from directory.api import HitSerializer, Page, as_typed, searched
from directory.finding import actions, alerts
from directory.finding.forms import ChangeForm, KeepForm, MissingForm, NearMeForm
from directory.finding.views import MOST_AN_HOUR, what_is_wrong
from directory.models import Audience, Gap, Need, SavedSearch
from directory.search import here
from directory.states import Kind, Missing
from directory.suggesting import suggest


class WhereSomebodyIs(serializers.Serializer):
    """And whatever else the list of services takes, by the same names: `search`, `need`, `day` …"""

    latitude = serializers.FloatField()
    longitude = serializers.FloatField()
    search = serializers.CharField(required=False)
    within = serializers.CharField(required=False)
    page = serializers.IntegerField(required=False)


class NewGap(serializers.Serializer):
    """`key` is a random UUID of the sender's: sent twice, made once. One of words, need and reason must be there."""

    key = serializers.UUIDField()
    words = serializers.CharField(required=False, max_length=1000)
    postcode = serializers.CharField(required=False)
    need = serializers.CharField(required=False)
    reason = serializers.ChoiceField(choices=Missing, required=False)


class SavedSearchRow(serializers.ModelSerializer):
    class Meta:
        model = SavedSearch
        fields = ["id", "name", "query", "alerts", "made_at"]


class NewSavedSearch(serializers.Serializer):
    """`key` becomes the search's id. `query` is what stands in the address of the search page, after the "?"."""

    key = serializers.UUIDField()
    name = serializers.CharField(max_length=120)
    query = serializers.CharField(max_length=1000)
    alerts = serializers.BooleanField(required=False)


class SavedSearchChange(serializers.Serializer):
    name = serializers.CharField(max_length=120, required=False)
    alerts = serializers.BooleanField(required=False)


class Term(serializers.Serializer):
    """A word to choose from: its code, and what it is called in the language asked for."""

    code = serializers.CharField()
    name = serializers.CharField()
    synonyms = serializers.ListField(child=serializers.CharField(), required=False)


class Public(generics.GenericAPIView):
    permission_classes = [AllowAny]
    queryset = Need.objects.none()


class ServicesNear(Public):
    """Search near where somebody is. In the body, which no log and no history keeps; used once, and not kept."""

    access = {"POST": PUBLIC}
    serializer_class = HitSerializer

    @extend_schema(operation_id="services_near", request=WhereSomebodyIs, responses=HitSerializer(many=True))
    def post(self, request: Request) -> Response:
        form = filled(NearMeForm, request)
        spot = here(**form.cleaned_data) if form.is_valid() else None
        if spot is None:
            return Response({"detail": what_is_wrong(form)}, status=400)
        page = Page()
        hits = page.paginate_queryset(searched(as_typed(form.data), near=spot), request)
        return page.get_paginated_response(HitSerializer(hits, many=True).data)


class Gaps(Public):
    """Tell what was missing. Nobody has to say who they are."""

    access = {"POST": PUBLIC}
    serializer_class = NewGap

    @extend_schema(operation_id="gaps_create", request=NewGap, responses={201: None, 400: dict, 409: dict, 429: dict})
    def post(self, request: Request) -> Response:
        form = filled(_Gap, request)
        if not form.is_valid():
            return refused(form)
        if too_often(request, "missing", MOST_AN_HOUR):
            return Response({"detail": _("Too many in an hour. Please try again later.")}, status=429)
        by = request.user if request.user.is_authenticated else None
        actions.note_gap(by=by, made=form.made_by(request), **form.gap())
        if not is_mine(request, form, earlier(Gap, form.cleaned_data["key"])):
            return Response({"detail": _("Already sent with other content.")}, status=409)
        return Response(status=201)


class _Gap(MissingForm):
    """HSDS says postcode for what our page asks as near."""

    def __init__(self, data: QueryDict, **more: Any) -> None:
        data.setlist("near", data.getlist("postcode"))
        super().__init__(data, **more)


class OfSavedSearches(generics.GenericAPIView):
    """One's own."""

    permission_classes = [ByMatrix]
    serializer_class = SavedSearchRow

    def get_queryset(self) -> QuerySet[SavedSearch]:
        asked_by = getattr(self.request, "user", None)
        return SavedSearch.objects.visible_to(asked_by) if asked_by else SavedSearch.objects.none()


class SavedSearches(OfSavedSearches):
    """Searches that somebody with an account keeps."""

    access = {"GET": Rule("SAVED_SEARCH", "R"), "POST": Rule("SAVED_SEARCH", "C")}

    @extend_schema(operation_id="saved_searches_list", responses=SavedSearchRow(many=True))
    def get(self, request: Request) -> Response:
        return self.get_paginated_response(SavedSearchRow(self.paginate_queryset(self.get_queryset()), many=True).data)

    @extend_schema(
        operation_id="saved_searches_create", request=NewSavedSearch, responses={201: SavedSearchRow, 400: dict}
    )
    def post(self, request: Request) -> Response:
        form = filled(KeepForm, request)
        if not form.is_valid():
            return refused(form)
        said = form.cleaned_data
        kept = actions.keep_search(by=request.user, seen=alerts.found(said["query"]), **said)
        return Response(SavedSearchRow(kept).data, status=201)


class SavedSearchDetail(OfSavedSearches):
    """One of them."""

    access = {"GET": Rule("SAVED_SEARCH"), "PATCH": Rule("SAVED_SEARCH", "U"), "DELETE": Rule("SAVED_SEARCH", "D")}

    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(SavedSearchRow(self._mine(pk)).data)

    @extend_schema(request=SavedSearchChange, responses={200: SavedSearchRow, 400: dict})
    def patch(self, request: Request, pk: uuid.UUID) -> Response:
        kept = self._mine(pk)
        request.data.setdefault("name", kept.name)
        request.data.setdefault("alerts", kept.alerts)
        form = filled(ChangeForm, request)
        if not form.is_valid():
            return refused(form)
        now = alerts.found(kept.query) if form.cleaned_data["alerts"] and not kept.alerts else ()
        actions.change_search(kept, by=request.user, seen=now, **form.cleaned_data)
        return Response(SavedSearchRow(kept).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, pk: uuid.UUID) -> Response:
        actions.drop_search(self._mine(pk), by=request.user)
        return Response(status=204)

    def _mine(self, pk: uuid.UUID) -> SavedSearch:
        return get_object_or_404(self.get_queryset(), pk=pk)


class Suggestions(APIView):
    """What somebody may be about to type: words that find something."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="suggestions",
        parameters=[OpenApiParameter("search", str, description="Letters typed")],
        responses=inline_serializer("Suggested", {"suggestions": serializers.ListField(child=serializers.CharField())}),
    )
    def get(self, request: Request) -> Response:
        return Response({"suggestions": suggest(request.GET.get("search", ""))})


class Needs(APIView):
    """What people would like: the codes of the parameter `need`."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]

    @extend_schema(operation_id="needs_list", responses=Term(many=True))
    def get(self, request: Request) -> Response:
        return Response([_term(each.code, str(each), each.synonyms) for each in Need.objects.all()])


class Audiences(APIView):
    """Whom listings are for: the codes of the parameter `audience`."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]

    @extend_schema(operation_id="audiences_list", responses=Term(many=True))
    def get(self, request: Request) -> Response:
        return Response([_term(each.code, str(each), each.synonyms) for each in Audience.objects.all()])


class Kinds(APIView):
    """What kinds of listing there are: the codes of the parameter `kind`."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]

    @extend_schema(operation_id="kinds_list", responses=Term(many=True))
    def get(self, request: Request) -> Response:
        return Response([_term(value, str(label)) for value, label in Kind.choices])


def _term(code: str, name: str, synonyms: list[str] | None = None) -> dict[str, object]:
    told = {"code": code, "name": name}
    return told if synonyms is None else {**told, "synonyms": synonyms}
