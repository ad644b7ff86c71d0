"""The directory over the API: what the search page and a listing show, by the names of HSDS and Open Referral UK."""

import django_filters
from django import forms as django_forms
from django.db.models import QuerySet, prefetch_related_objects
from drf_spectacular.utils import extend_schema_field
from rest_framework import generics, serializers
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.people.access import PUBLIC
from directory import forms
from directory.models import Location, Schedule, Service
from directory.search import PAGE_SIZE, Hit, Results, search
from directory.states import Kind

FIELDS = {"search": "q", "postcode": "near"}  # HSDS's names for what our form asks


class ServiceFilter(django_filters.FilterSet):
    """The parameters, described; what they mean is the search page's own form."""

    search = django_filters.CharFilter(label="Words")
    postcode = django_filters.CharFilter(label="A postcode or part of one, a street or an area")
    within = django_filters.ChoiceFilter(label="Miles from there", choices=forms.WITHIN)
    need = django_filters.CharFilter(label="The code of a need; several mean any of them")
    day = django_filters.MultipleChoiceFilter(label="Days; several mean any of them", choices=forms.DAYS)
    kind = django_filters.MultipleChoiceFilter(label="Kinds; several mean any of them", choices=Kind.choices)
    free = django_filters.BooleanFilter(label="Free")
    step_free = django_filters.BooleanFilter(label="Step-free")
    met = django_filters.BooleanFilter(label="Someone meets you")
    exact = django_filters.BooleanFilter(label="Words as typed: no other spelling, no synonyms")

    class Meta:
        model = Service
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> Results:
        """The same read as the page. Unlike the page, an API says no to a place it does not know."""
        form = forms.SearchForm(self._as_typed())
        if not form.is_valid():
            raise ValidationError(self._in_hsds(form.errors))
        return search(**form.asked())

    def _as_typed(self) -> django_forms.Form:
        typed = self.data.copy()
        for theirs, ours in FIELDS.items():
            typed.setlist(ours, typed.getlist(theirs))
        return typed

    def _in_hsds(self, errors: dict) -> dict:
        names = {ours: theirs for theirs, ours in FIELDS.items()}
        return {names.get(name, name): said for name, said in errors.items()}


class Page(BasePagination):
    """HSDS's envelope. The results come a page at a time already."""

    page_query_param = "page"

    def paginate_queryset(self, queryset: Results, request: Request, view: APIView | None = None) -> list[Hit]:
        self.results = queryset
        prefetch_related_objects([hit.service for hit in queryset.hits], "needs", "feed")
        return list(queryset.hits)

    def get_paginated_response(self, data: list) -> Response:
        results = self.results
        return Response(
            {
                "total_items": results.total,
                "total_pages": results.pages,
                "page_number": results.page,
                "size": len(data),
                "first_page": results.page == 1,
                "last_page": results.page == results.pages,
                "empty": not data,
                "searched": {
                    "words": results.reading.said,
                    "also": results.reading.also,
                    "miles": results.miles,
                    "widened": results.widened,
                    "let_go_of": str(results.eased),
                },
                "contents": data,
            }
        )

    def get_paginated_response_schema(self, schema: dict) -> dict:
        whole, flag = {"type": "integer"}, {"type": "boolean"}
        numbers = dict.fromkeys(("total_items", "total_pages", "page_number", "size"), whole)
        flags = dict.fromkeys(("first_page", "last_page", "empty"), flag)
        searched = {"type": "object", "description": "What was looked for, where that differs from what was asked"}
        return {"type": "object", "properties": {**numbers, **flags, "searched": searched, "contents": schema}}

    def get_schema_operation_parameters(self, view: APIView) -> list[dict]:
        told = f"From 1; {PAGE_SIZE} on each"
        return [{"name": "page", "in": "query", "description": told, "schema": {"type": "integer"}}]


class LocationSerializer(serializers.ModelSerializer):
    location_type = serializers.SerializerMethodField()
    postal_code = serializers.CharField(source="postcode")

    class Meta:
        model = Location
        fields = ["id", "location_type", "name", "address_1", "address_2", "city", "postal_code", "easting", "northing"]
        fields += ["step_free", "hearing_loop", "transport"]

    def get_location_type(self, _place: Location) -> str:
        return "physical"

    def to_representation(self, place: Location) -> dict:
        """Of a private address the area alone."""
        told = super().to_representation(place)
        if place.address_public:
            return told
        return told | {"name": place.area, "address_1": "", "address_2": "", "postal_code": ""}


class ScheduleSerializer(serializers.ModelSerializer):
    class Meta:
        model = Schedule
        fields = ["id", "freq", "interval", "byday", "bymonthday", "dtstart", "valid_to", "opens_at", "closes_at"]
        fields += ["description"]


class ServiceSerializer(serializers.ModelSerializer):
    """A listing. Members without a value are left out, as Open Referral UK asks."""

    organization = serializers.SerializerMethodField()
    fees_description = serializers.CharField(source="fees")
    eligibility_description = serializers.CharField(source="who_comes")
    application_process = serializers.CharField(source="how_to_join")
    assured_date = serializers.SerializerMethodField()
    last_modified = serializers.DateTimeField(source="updated")
    locations = LocationSerializer(many=True)
    schedules = ScheduleSerializer(many=True)
    needs = serializers.SlugRelatedField(many=True, read_only=True, slug_field="code")
    contacts = serializers.SerializerMethodField()
    source = serializers.CharField()
    licence = serializers.CharField(source="feed.licence", default="")

    class Meta:
        model = Service
        fields = ["id", "name", "summary", "description", "status", "kind", "organization", "url", "fees_description"]
        fields += ["free", "minimum_age", "maximum_age", "eligibility_description", "application_process", "needs"]
        fields += ["met_at_door", "attending", "assured_date", "last_modified", "locations", "schedules", "contacts"]
        fields += ["source", "licence"]

    @extend_schema_field({"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}})
    def get_organization(self, service: Service) -> dict[str, str]:
        return {"id": str(service.organisation_id), "name": service.organisation.name}

    def get_assured_date(self, service: Service) -> str | None:
        return service.verified_at.date().isoformat() if service.verified_at else None

    @extend_schema_field({"type": "array", "items": {"type": "object"}})
    def get_contacts(self, service: Service) -> list[dict[str, str]]:
        """Only what the organiser has made public."""
        said = {name: value for name, value in service.contact.items() if value}
        return [said] if said else []

    def to_representation(self, service: Service) -> dict:
        return _without_blanks(super().to_representation(service))


class HitSerializer(serializers.Serializer):
    """A listing as found: with the metres to the nearest of its places, when a place was asked for."""

    def to_representation(self, hit: Hit) -> dict:
        told = ServiceSerializer(hit.service, context=self.context).data
        return told if hit.metres is None else {**told, "distance_metres": round(hit.metres)}


def _without_blanks(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_blanks(each) for name, each in value.items() if each not in (None, "", [])}
    return [_without_blanks(each) for each in value] if isinstance(value, list) else value


class ServiceList(generics.ListAPIView):
    """Search the directory: words, a place and filters, nearest and best first. The same results as the search page."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]
    queryset = Service.objects.none()  # the filter asks the search
    serializer_class = HitSerializer
    filterset_class = ServiceFilter
    pagination_class = Page


class ServiceDetail(generics.RetrieveAPIView):
    """One listing, also when it is shut or has closed."""

    access = {"GET": PUBLIC}
    permission_classes = [AllowAny]
    queryset = Service.objects.published().with_places()
    serializer_class = ServiceSerializer
    lookup_field = "pk"
