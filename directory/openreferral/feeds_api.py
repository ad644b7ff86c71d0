"""Feeds over the API: the same reads, forms and actions as the editors' pages."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, filled, refused
from connect.people.access import Rule
from directory.models import Feed, FeedRun
from directory.openreferral import feeds, leaving
from directory.openreferral.forms import FeedForm

READS, ADDS, CHANGES = (Rule("DIRECTORY_WORDS", verb) for verb in "RCU")


class FeedSerializer(serializers.ModelSerializer):
    listings = serializers.IntegerField(read_only=True)
    state = serializers.CharField(read_only=True)

    class Meta:
        model = Feed
        fields = ["id", "name", "address", "licence", "pass_on", "every_hours", "read_at", "not_before", "asked_at"]
        fields += ["reading_since", "listings", "state"]


class RunSerializer(serializers.ModelSerializer):
    class Meta:
        model = FeedRun
        fields = ["id", "feed", "at", "state", "read", "taken", "changed", "unchanged", "refused", "gone", "conflicts"]
        fields += ["problem", "report", "would_go", "agreed_at"]


class FeedAsked(serializers.Serializer):
    """As the page's form: `pass_on` is "", "yes" or "no"; `every` is hours, 24, 168 or 672, or ""."""

    name = serializers.CharField(required=False)
    address = serializers.CharField()
    licence = serializers.CharField(required=False)
    pass_on = serializers.ChoiceField(["", "yes", "no"], required=False)
    every = serializers.ChoiceField(["", "24", "168", "672"], required=False)


class Settling(serializers.Serializer):
    do = serializers.ChoiceField(["go_on", "leave"])


def _feed(key: str) -> Feed:
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    return get_object_or_404(feeds.listed(), pk=int(key))


class FeedList(APIView):
    """The feeds, with how many listings each has here; and a new one, which is read at the next pulse."""

    access = {"GET": READS, "POST": ADDS}
    permission_classes = [ByMatrix]

    @extend_schema(responses=FeedSerializer(many=True))
    def get(self, request: Request) -> Response:
        return Response(FeedSerializer(feeds.listed(), many=True).data)

    @extend_schema(request=FeedAsked, responses={201: FeedSerializer})
    def post(self, request: Request) -> Response:
        form = filled(FeedForm, request)
        if not form.is_valid():
            return refused(form)
        feed = feeds.add(form.cleaned_data["name"], **form.said())
        return Response(FeedSerializer(feeds.listed().get(pk=feed.pk)).data, status=201)


class FeedDetail(APIView):
    """One feed, and its terms said anew, all of them."""

    access = {"GET": READS, "PUT": CHANGES}
    permission_classes = [ByMatrix]

    @extend_schema(responses=FeedSerializer)
    def get(self, request: Request, key: str) -> Response:
        return Response(FeedSerializer(_feed(key)).data)

    @extend_schema(request=FeedAsked, responses=FeedSerializer)
    def put(self, request: Request, key: str) -> Response:
        feed = _feed(key)
        form = filled(FeedForm, request, feed=feed)
        if not form.is_valid():
            return refused(form)
        feeds.change(feed, **form.said())
        return Response(FeedSerializer(_feed(key)).data)


class FeedRead(APIView):
    """Have it read at the next pulse, whatever its hours say."""

    access = {"POST": CHANGES}
    permission_classes = [ByMatrix]

    @extend_schema(request=None, responses={202: None})
    def post(self, request: Request, key: str) -> Response:
        feed = _feed(key)
        if not feed.address:
            raise Http404
        feeds.ask(feed)
        return Response(status=202)


class FeedRuns(APIView):
    """The latest readings of a feed, with what was refused and why."""

    access = {"GET": READS}
    permission_classes = [ByMatrix]

    @extend_schema(responses=RunSerializer(many=True))
    def get(self, request: Request, key: str) -> Response:
        return Response(RunSerializer(_feed(key).runs.all()[:20], many=True).data)


class RunSettle(APIView):
    """Answer for what would go: they are gone, or leave it as it is. 409 where that has been answered, or overtaken."""

    access = {"POST": CHANGES}
    permission_classes = [ByMatrix]

    @extend_schema(request=Settling, responses=RunSerializer)
    def post(self, request: Request, pk: object) -> Response:
        run, said = get_object_or_404(FeedRun, pk=pk), Settling(data=request.data)
        said.is_valid(raise_exception=True)
        do = {"go_on": leaving.go_on, "leave": leaving.leave}[said.validated_data["do"]]
        try:
            do(run, by=request.user)
        except leaving.Settled:
            return Response({"detail": "settled"}, status=409)
        return Response(RunSerializer(run).data)
