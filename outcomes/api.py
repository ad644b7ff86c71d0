"""The reports for other systems: the same releases, the same rule, the same stars."""

from django.db.models import QuerySet
from django.shortcuts import get_list_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import generics, serializers

from connect.api import ByMatrix
from connect.people.access import Rule
from outcomes.models import Figure, Release


class FigureSerializer(serializers.ModelSerializer):
    """`shown` is a number to the nearest 5, "*" (hidden) or "-"; without a ward it is the total."""

    class Meta:
        model = Figure
        fields = ["measure", "ward_code", "ward_name", "shown"]


class ReleaseSerializer(serializers.ModelSerializer):
    figures = FigureSerializer(many=True)

    class Meta:
        model = Release
        fields = ["period", "area_code", "area_name", "policy", "definitions", "counted_to", "frozen_at", "figures"]


@extend_schema(parameters=[OpenApiParameter("month", str, OpenApiParameter.PATH, description="2026-10")])
class Reports(generics.ListAPIView):
    """One month as it was frozen: referred, spoken to, introduced, went along, by ward. There are no filters."""

    access = {"GET": Rule("DASHBOARD", "R")}
    permission_classes = [ByMatrix]
    serializer_class = ReleaseSerializer
    pagination_class = None
    filter_backends = []
    queryset = Release.objects.prefetch_related("figures")

    def get_queryset(self) -> QuerySet[Release] | list[Release]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return get_list_or_404(super().get_queryset().visible_to(self.request.user), period=self.kwargs["month"])


reports = Reports.as_view()
