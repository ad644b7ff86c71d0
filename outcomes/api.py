"""The reports for other systems: the same releases, the same rule, the same stars."""

from django.db.models import QuerySet
from django.shortcuts import get_list_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import generics, serializers

from connect.api import ByMatrix
from connect.people.access import Rule
from outcomes.models import Figure, Release, Told


class FigureSerializer(serializers.ModelSerializer):
    """`shown`: a number, "*" (hidden) or "-". `rule`: to the nearest 5, exact by agreement, or not of people."""

    class Meta:
        model = Figure
        fields = ["count", "category", "place_code", "place_name", "level", "rule", "shown"]


class ValueSerializer(serializers.ModelSerializer):
    """`told` is empty when it is about fewer than eight people; `people` says about how many."""

    class Meta:
        model = Told
        fields = ["value", "place_code", "place_name", "level", "people", "told"]


class ReleaseSerializer(serializers.ModelSerializer):
    figures = FigureSerializer(many=True)
    values = ValueSerializer(many=True)

    class Meta:
        model = Release
        fields = [
            "grain",
            "period",
            "area_code",
            "area_name",
            "policy",
            "definitions",
            "counted_to",
            "frozen_at",
            "figures",
            "values",
        ]


@extend_schema(
    parameters=[OpenApiParameter("period", str, OpenApiParameter.PATH, description="2026-10, 2026-q3 or 2026-y")]
)
class Reports(generics.ListAPIView):
    """A closed month, quarter (2026-q3) or financial year (2026-y begins in April 2026). There are no filters."""

    access = {"GET": Rule("DASHBOARD", "R")}
    permission_classes = [ByMatrix]
    serializer_class = ReleaseSerializer
    pagination_class = None
    filter_backends = []
    queryset = Release.objects.prefetch_related("figures", "values")

    def get_queryset(self) -> QuerySet[Release] | list[Release]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        period = self.kwargs["period"]
        mine = super().get_queryset().visible_to(self.request.user)
        return get_list_or_404(mine, grain=period.grain, period=period.start)


reports = Reports.as_view()
