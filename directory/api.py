"""The directory over the API: what the search page and a listing show, by the names of HSDS and Open Referral UK."""

from datetime import timedelta

import django_filters
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import QueryDict
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import generics, serializers
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.people.access import PUBLIC
from directory import forms, room
from directory.models import Capacity, CostOption, Location, OnlineCommunity, Schedule, Service
from directory.search import PAGE_SIZE, Hit, Results, search
from directory.states import Kind

FIELDS = {"search": "q", "postcode": "near"}  # HSDS's names for what our form asks
WHERE_SOMEBODY_IS = ("latitude", "longitude", "lat", "lng", "lon", "proximity")
LATELY = timedelta(days=14)  # what was said of room before is no answer


def several(label: str, choices: list) -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(label=f"{label}; several mean any of them", choices=choices)


class ServiceFilter(django_filters.FilterSet):
    """The parameters, described; what they mean is the search page's own form."""

    search = django_filters.CharFilter(label="Words")
    postcode = django_filters.CharFilter(label="A postcode or part of one, a street or an area")
    within = django_filters.ChoiceFilter(label="Miles from there", choices=forms.WITHIN)
    need = django_filters.CharFilter(label="The code of a need; several mean any of them")
    audience = django_filters.CharFilter(label="The code of an audience; several mean any of them")
    language = django_filters.CharFilter(label="A language spoken there; several mean any of them")
    day = several("Days", forms.DAYS)
    time = several("Times of the day", forms.TIMES)
    when = several("Days by name", forms.WHEN)
    kind = several("Kinds", Kind.choices)
    cost = several("Costs", forms.COSTS)
    how = several("Ways that need no travel", forms.HOW)
    access = django_filters.MultipleChoiceFilter(label="What must be there; all of them", choices=forms.ACCESS)
    age = django_filters.NumberFilter(label="Somebody's age in years")
    free = django_filters.BooleanFilter(label="Free")
    step_free = django_filters.BooleanFilter(label="Step-free")
    met = django_filters.BooleanFilter(label="Someone meets you")
    places = django_filters.BooleanFilter(label="Said to have room now")
    new = django_filters.BooleanFilter(label="New in the directory")
    budget = django_filters.BooleanFilter(label="Takes personal budgets")
    sort = django_filters.ChoiceFilter(label="Order; without, the best first", choices=forms.SORTS[1:])
    exact = django_filters.BooleanFilter(label="Words as typed: no other spelling, no synonyms")

    class Meta:
        model = Service
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> Results:
        """The same read as the page. Unlike the page, an API says no to a place it does not know."""
        if named := [name for name in WHERE_SOMEBODY_IS if name in self.data]:
            told = "Where somebody is must not stand in an address. POST it to /api/v1/services/near/"
            raise ValidationError({name: [told] for name in named})
        return searched(as_typed(self.data))


def as_typed(data: QueryDict) -> QueryDict:
    """Under the names of our own form. A tick is said as "true" here; "false" is none."""
    typed = data.copy()
    for theirs, ours in FIELDS.items():
        typed.setlist(ours, typed.getlist(theirs))
    for name in [name for name, said in typed.items() if said and said.lower() == "false"]:
        typed.setlist(name, [])
    return typed


def searched(typed: QueryDict, **more: object) -> Results:
    form = forms.SearchForm(typed)
    if not form.is_valid():
        names = {ours: theirs for theirs, ours in FIELDS.items()}
        raise ValidationError({names.get(name, name): said for name, said in form.errors.items()})
    return search(**form.asked() | more)


def said_lately() -> Prefetch:
    return Prefetch("capacities", Capacity.objects.filter(said_at__gte=timezone.now() - LATELY), "said_lately")


BESIDE = ("needs", "audiences", "feed", "costs", "community")


class Page(BasePagination):
    """HSDS's envelope. The results come a page at a time already."""

    page_query_param = "page"

    def paginate_queryset(self, queryset: Results, request: Request, view: APIView | None = None) -> list[Hit]:
        self.results = queryset
        prefetch_related_objects([hit.service for hit in queryset.hits], *BESIDE, said_lately())
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
        fields += ["step_free", "step_free_note", "hearing_loop", "hearing_loop_note", "accessible_toilet"]
        fields += ["changing_place", "blue_badge_parking", "quiet_space", "access_note", "directions", "transport"]

    def get_location_type(self, _place: Location) -> str:
        return "physical"

    def to_representation(self, place: Location) -> dict:
        """Of a private address the area alone."""
        told = super().to_representation(place)
        if place.address_public:
            return told
        where = ("address_1", "address_2", "postal_code", "directions", "transport")
        hidden = dict.fromkeys((*where, "access_note", "step_free_note", "hearing_loop_note"), "")
        return told | {"name": place.area, **hidden}


class ScheduleSerializer(serializers.ModelSerializer):
    class Meta:
        model = Schedule
        fields = ["id", "freq", "interval", "byday", "bymonthday", "dtstart", "valid_to", "opens_at", "closes_at"]
        fields += ["description", "except_on", "also_on", "term_time", "not_on_bank_holidays"]


class CostSerializer(serializers.ModelSerializer):
    class Meta:
        model = CostOption
        fields = ["id", "option", "amount", "amount_description"]


class CapacitySerializer(serializers.ModelSerializer):
    """How much room there is, who said so and when. `schedule` is missing where it is about the whole."""

    updated = serializers.DateTimeField(source="said_at")
    said_by = serializers.SerializerMethodField()

    class Meta:
        model = Capacity
        fields = ["id", "schedule", "available", "maximum", "waiting_days", "updated", "said_by"]

    def get_said_by(self, said: Capacity) -> str:
        return room.said_by(said)


class CommunitySerializer(serializers.ModelSerializer):
    """An online community. Whoever looks after it is named on its page alone."""

    class Meta:
        model = OnlineCommunity
        fields = ["platform", "address", "members", "members_counted_on", "is_open", "not_for", "last_active_on"]


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
    audiences = serializers.SlugRelatedField(many=True, read_only=True, slug_field="code")
    cost_options = CostSerializer(many=True, source="costs")
    service_capacities = CapacitySerializer(many=True, source="said_lately", default=[])
    community = CommunitySerializer(default=None)
    contacts = serializers.SerializerMethodField()
    source = serializers.CharField()
    licence = serializers.CharField(source="feed.licence", default="")

    class Meta:
        model = Service
        fields = ["id", "name", "summary", "description", "status", "kind", "organization", "url", "fees_description"]
        fields += ["free", "minimum_age", "maximum_age", "eligibility_description", "application_process", "needs"]
        fields += ["met_at_door", "attending", "assured_date", "last_modified", "locations", "schedules", "contacts"]
        fields += ["audiences", "languages", "gender", "cost_options", "service_capacities", "community", "reopens_on"]
        fields += ["not_for", "joining", "wellbeing", "first_time", "good_to_know", "met_by", "transport"]
        fields += ["personal_budget", "shut_from", "shut_because", "instead", "check_by", "source", "licence"]

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
    serializer_class = ServiceSerializer
    lookup_field = "pk"

    def get_queryset(self) -> QuerySet[Service]:
        """Asked for each time: what is published today is another question tomorrow."""
        return Service.objects.published().with_places().prefetch_related(*BESIDE, said_lately())
