"""Every address of the reports: pages, then the API."""

from django.urls import include, path, register_converter

from outcomes import api
from outcomes.figures.lattice import ADDRESS, Period


class Closed:
    """2026-10, 2026-q3 or 2026-y, given to the view as the period."""

    regex = ADDRESS.pattern

    def to_python(self, value: str) -> Period:
        return Period.at(value)

    def to_url(self, value: Period | str) -> str:
        return value if isinstance(value, str) else value.address


register_converter(Closed, "period")

urlpatterns = [
    path("", include("outcomes.works.urls")),
    path("", include("outcomes.live.urls")),
    path("", include("outcomes.kept_views.urls")),
    path("", include("outcomes.paper.urls")),
    path("", include("outcomes.annotations.urls")),
    path("", include("outcomes.costs.urls")),
    path("", include("outcomes.measuring.urls")),
    path("", include("outcomes.missing.urls")),
    path("", include("outcomes.profiles.urls")),
    path("", include("outcomes.risk.urls")),
    path("", include("outcomes.documents.urls")),
    path("", include("outcomes.equality.urls")),
    path("", include("outcomes.quality.urls")),
    path("", include("outcomes.goals.urls")),
    path("", include("outcomes.framework.urls")),
    path("", include("outcomes.stories.urls")),
    path("", include("outcomes.chest.urls")),
    path("", include("outcomes.agreements.urls")),
    path("", include("outcomes.figures.urls")),
    path("api/v1/reports/<period:period>/", api.reports, name="api-reports"),
]
