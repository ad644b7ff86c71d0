"""Collections, calendars and handing on over the API: the same reads, forms and actions as the pages."""

import uuid
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, filled, refused
from connect.people.access import PUBLIC, Rule
from directory.models import Collection, Service
from directory.sharing import actions, short, shortlist
from directory.sharing.collections import entries, shown
from directory.sharing.forms import HandedForm, SendForm
from directory.states import Handing


def whole(address: str) -> str:
    return settings.SITE_URL.rstrip("/") + address


class LinksSerializer(serializers.Serializer):
    """Addresses that anybody may open or follow."""

    page = serializers.URLField(help_text="The page")
    calendar = serializers.URLField(help_text="iCalendar (RFC 5545), to be followed: it has an ETag")
    qr = serializers.URLField(help_text="An SVG picture; a phone's camera opens the page")
    poster = serializers.URLField(required=False, help_text="One sheet of A4; only of a listing")


def links_of(service: Service) -> dict[str, str]:
    names = {"page": "listing", "calendar": "listing_calendar", "qr": "listing_qr", "poster": "poster"}
    return {what: whole(reverse(name, args=[service.pk])) for what, name in names.items()}


class CollectionSerializer(serializers.ModelSerializer):
    listings = serializers.IntegerField(source="n", help_text="How many of its listings are published")
    page = serializers.SerializerMethodField()

    class Meta:
        model = Collection
        fields = ["slug", "name", "intro", "listings", "changed_at", "page"]

    @extend_schema_field(serializers.URLField())
    def get_page(self, collection: Collection) -> str:
        return whole(collection.get_absolute_url())


class EntrySerializer(serializers.Serializer):
    id = serializers.UUIDField(source="service_id")
    name = serializers.CharField(source="service.name")
    note = serializers.CharField()
    links = serializers.SerializerMethodField()

    @extend_schema_field(LinksSerializer)
    def get_links(self, entry: object) -> dict[str, str]:
        return links_of(entry.service)


class WholeCollectionSerializer(CollectionSerializer):
    contents = serializers.SerializerMethodField()

    class Meta(CollectionSerializer.Meta):
        fields = [*CollectionSerializer.Meta.fields, "contents"]

    @extend_schema_field(EntrySerializer(many=True))
    def get_contents(self, collection: Collection) -> list[dict]:
        return EntrySerializer(entries(collection), many=True).data


class CollectionList(generics.ListAPIView):
    """Published collections, in the editors' order."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]
    serializer_class = CollectionSerializer
    filter_backends = ()

    def get_queryset(self) -> QuerySet[Collection]:
        return shown()


class CollectionDetail(generics.RetrieveAPIView):
    """One collection with its listings, in the editors' order."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]
    serializer_class = WholeCollectionSerializer
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Collection]:
        return shown()


class ServiceLinks(APIView):
    """Where a listing's page, calendar, QR code and poster are."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]

    @extend_schema(responses=LinksSerializer)
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(links_of(get_object_or_404(Service.objects.published(), pk=pk)))


class ShortlistLinks(APIView):
    """The page, calendar and QR code of several listings together. The list is in the address; we keep none."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]

    @extend_schema(
        parameters=[OpenApiParameter("service", uuid.UUID, many=True, required=True, description="Up to 30 listings")],
        responses=LinksSerializer,
    )
    def get(self, request: Request) -> Response:
        services = _listings(request.query_params.getlist("service"))
        listed = urlencode({"l": short.write_all(each.pk for each in services)})
        names = {"page": "shortlist", "calendar": "shortlist_calendar", "qr": "shortlist_qr"}
        return Response({what: whole(f"{reverse(name)}?{listed}") for what, name in names.items()})


class NewSignpost(serializers.Serializer):
    """`key` is a random UUID of the sender's: sent twice, counted once. Who gets it is not kept."""

    key = serializers.UUIDField()
    services = serializers.ListField(child=serializers.UUIDField(), max_length=short.MOST)
    how = serializers.ChoiceField(
        choices=["send", Handing.PRINT.value, Handing.TOLD.value],
        help_text="send it now, or say that it was handed over",
    )
    to = serializers.CharField(required=False, help_text="With send: a British mobile number or an e-mail address")
    language = serializers.ChoiceField(choices=["en", "cy"], required=False, help_text="With send")
    large = serializers.BooleanField(required=False)
    area = serializers.CharField(required=False, help_text="A postcode or an area: only its ward is counted")


class SignpostMade(serializers.Serializer):
    counted = serializers.IntegerField(help_text="Listings counted as handed on")
    leaves_at = serializers.DateTimeField(required=False, help_text="With send; nobody is written to at night")


class Signposts(APIView):
    """Send a listing or a list to somebody, or say that it was handed over. Three messages a day to one number."""

    access = {"POST": Rule("SIGNPOST", "C")}
    permission_classes = [ByMatrix]

    @extend_schema(request=NewSignpost, responses={201: SignpostMade, 400: dict, 409: dict})
    def post(self, request: Request) -> Response:
        said = request.data if isinstance(request.data, dict) else {}
        asked = said.get("services")
        services = _listings(asked if isinstance(asked, list) else [])
        form = filled(SendForm if said.get("how") == "send" else HandedForm, request)
        if not form.is_valid():
            return refused(form)
        return _sent(request, form, services) if isinstance(form, SendForm) else _handed(request, form, services)


def _sent(request: Request, form: SendForm, services: list[Service]) -> Response:
    said = form.cleaned_data
    channel, to = said["to"]
    given = {name: said[name] for name in ("language", "large", "area", "key")}
    try:
        leaves_at = actions.send(services, channel=channel, to=to, by=request.user, **given)
    except actions.AlreadySent:
        return Response({"detail": _("That was sent already, and only once.")}, status=409)
    except actions.EnoughForToday:
        return Response({"detail": _("They have had three messages from here today.")}, status=409)
    return Response(SignpostMade({"counted": len(services), "leaves_at": leaves_at}).data, status=201)


def _handed(request: Request, form: HandedForm, services: list[Service]) -> Response:
    actions.hand_over(services, by=request.user, **form.cleaned_data)
    return Response({"counted": len(services)}, status=201)


def _listings(said: list) -> list[Service]:
    try:
        keys = list(dict.fromkeys(uuid.UUID(str(each)) for each in said))[: short.MOST]
    except ValueError:
        raise Http404 from None
    services = shortlist.listings(keys)
    if not services:
        raise Http404
    return services
